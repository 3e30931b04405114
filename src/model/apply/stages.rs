//! Edits of stages.

use super::{existing, insert_at, move_within, touchpoints, trimmed};
use crate::model::edit::{Created, EditError};
use crate::model::id::{StageId, TouchpointId};
use crate::model::records::Stage;
use crate::model::txn::Txn;

pub(super) fn add(txn: &mut Txn<'_>, name: &str, at: usize) -> Result<Created, EditError> {
    let id = StageId(txn.fresh_id()?);
    txn.put_stage(Stage { id, name: trimmed(name), touchpoints: Vec::new(), palette: None });
    insert_at(&mut txn.about().stages, at, id);
    Ok(Created::Stage(id))
}

pub(super) fn rename(txn: &mut Txn<'_>, stage: StageId, name: &str) -> Result<(), EditError> {
    txn.update_stage(stage, |stage| stage.name = trimmed(name))
}

pub(super) fn move_to(txn: &mut Txn<'_>, stage: StageId, at: usize) -> Result<(), EditError> {
    txn.map().stages.need(stage)?;
    move_within(&mut txn.about().stages, stage, at);
    Ok(())
}

pub(super) fn set_palette(txn: &mut Txn<'_>, stage: StageId, palette: Option<u8>) -> Result<(), EditError> {
    txn.update_stage(stage, |stage| stage.palette = palette)
}

pub(super) fn split(txn: &mut Txn<'_>, touchpoint: TouchpointId, name: &str) -> Result<Created, EditError> {
    txn.map().touchpoints.need(touchpoint)?;
    let stage = txn.map().stage_of(touchpoint).map(|stage| stage.id);
    let stage = stage.ok_or_else(|| EditError::Missing { kind: "touchpoint", id: touchpoint.to_string() })?;
    let mut rest = Vec::new();
    txn.update_stage(stage, |stage| {
        let at = stage.touchpoints.iter().position(|id| *id == touchpoint).unwrap_or_default();
        rest = stage.touchpoints.split_off(at);
    })?;
    let created = add(txn, name, place_after(txn, stage))?;
    if let Created::Stage(new) = created {
        txn.update_stage(new, |new| new.touchpoints = rest)?;
    }
    Ok(created)
}

pub(super) fn merge(txn: &mut Txn<'_>, stages: &[StageId]) -> Result<(), EditError> {
    let chosen = existing(&txn.map().stages, stages)?;
    let order: Vec<_> = txn.map().about.stages.iter().copied().filter(|id| chosen.contains(id)).collect();
    let Some((first, rest)) = order.split_first() else { return Ok(()) };
    for stage in rest {
        let inside = txn.remove_stage(*stage).map(|stage| stage.touchpoints).unwrap_or_default();
        txn.update_stage(*first, |first| first.touchpoints.extend(inside))?;
        txn.about().stages.retain(|id| id != stage);
    }
    Ok(())
}

pub(super) fn duplicate(txn: &mut Txn<'_>, stage: StageId) -> Result<Created, EditError> {
    let original = txn.map().stages.need(stage)?.clone();
    let id = StageId(txn.fresh_id()?);
    let at = place_after(txn, stage);
    txn.put_stage(Stage { id, touchpoints: Vec::new(), ..original.clone() });
    txn.about().stages.insert(at, id);
    touchpoints::copy_into(txn, &original.touchpoints, id, 0)?;
    Ok(Created::Stage(id))
}

fn place_after(txn: &Txn<'_>, stage: StageId) -> usize {
    let stages = &txn.map().about.stages;
    stages.iter().position(|id| *id == stage).map_or(stages.len(), |at| at + 1)
}

pub(super) fn remove(txn: &mut Txn<'_>, stage: StageId) -> Result<(), EditError> {
    let inside = txn.map().stages.need(stage)?.touchpoints.clone();
    touchpoints::remove(txn, &inside)?;
    txn.remove_stage(stage);
    txn.about().stages.retain(|id| *id != stage);
    Ok(())
}
