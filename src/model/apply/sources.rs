//! Edits of data sources.

use super::trimmed;
use crate::model::check;
use crate::model::edit::{Created, EditError};
use crate::model::id::SourceId;
use crate::model::source::Source;
use crate::model::txn::Txn;

pub(super) fn add(txn: &mut Txn<'_>, source: &Source) -> Result<Created, EditError> {
    let id = SourceId(txn.fresh_id()?);
    put(txn, Source { id, ..source.clone() })?;
    Ok(Created::Source(id))
}

pub(super) fn set(txn: &mut Txn<'_>, source: &Source) -> Result<(), EditError> {
    txn.map().sources.need(source.id)?;
    put(txn, source.clone())
}

pub(super) fn remove(txn: &mut Txn<'_>, source: SourceId) -> Result<(), EditError> {
    txn.map().sources.need(source)?;
    txn.remove_source(source);
    Ok(())
}

/// What can't be clamped must be right: a rule to nowhere or a broken pattern would stay unnoticed until measured.
fn put(txn: &mut Txn<'_>, mut source: Source) -> Result<(), EditError> {
    for rule in &source.rules {
        txn.map().touchpoints.need(rule.touchpoint)?;
    }
    source.name = trimmed(&source.name);
    match check::source(&source).into_iter().next() {
        Some(problem) => Err(EditError::Invalid(problem)),
        None => {
            txn.put_source(source);
            Ok(())
        }
    }
}
