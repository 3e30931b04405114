//! Edits of targets.

use crate::model::check;
use crate::model::edit::EditError;
use crate::model::id::TouchpointId;
use crate::model::target::Target;
use crate::model::txn::Txn;
use std::collections::BTreeSet;

pub(super) fn add(txn: &mut Txn<'_>, target: &Target) -> Result<(), EditError> {
    let target = sound(txn, target)?;
    txn.about().targets.push(target);
    Ok(())
}

pub(super) fn set(txn: &mut Txn<'_>, at: usize, target: &Target) -> Result<(), EditError> {
    let target = sound(txn, target)?;
    let known = txn.about().targets.get_mut(at).ok_or(EditError::NoTarget(at))?;
    *known = target;
    Ok(())
}

pub(super) fn remove(txn: &mut Txn<'_>, at: usize) -> Result<(), EditError> {
    if at >= txn.map().about.targets.len() {
        return Err(EditError::NoTarget(at));
    }
    txn.about().targets.remove(at);
    Ok(())
}

fn sound(txn: &Txn<'_>, target: &Target) -> Result<Target, EditError> {
    if let Some(touchpoint) = target.touchpoint {
        txn.map().touchpoints.need(touchpoint)?;
    }
    match check::target(target) {
        Some(problem) => Err(EditError::Invalid(problem)),
        None => Ok(Target { by: target.by.trim().to_owned(), ..target.clone() }),
    }
}

/// Touchpoints have been merged: what was wanted of the parts is wanted of the whole.
pub(super) fn merge(txn: &mut Txn<'_>, into: TouchpointId, gone: &BTreeSet<TouchpointId>) {
    let is_of_part = |target: &Target| target.touchpoint.is_some_and(|touchpoint| gone.contains(&touchpoint));
    if txn.map().about.targets.iter().any(is_of_part) {
        let targets = &mut txn.about().targets;
        targets
            .iter_mut()
            .filter(|target| is_of_part(target))
            .for_each(|target| target.touchpoint = Some(into));
    }
}

/// Touchpoints have gone: nothing is wanted of them any more.
pub(super) fn forget_touchpoints(txn: &mut Txn<'_>, gone: &BTreeSet<TouchpointId>) {
    let is_gone = |target: &Target| target.touchpoint.is_some_and(|touchpoint| gone.contains(&touchpoint));
    if txn.map().about.targets.iter().any(is_gone) {
        txn.about().targets.retain(|target| !is_gone(target));
    }
}
