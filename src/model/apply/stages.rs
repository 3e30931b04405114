//! Edits of stages.

use super::{insert_at, move_within, touchpoints, trimmed};
use crate::model::edit::{Created, EditError};
use crate::model::id::StageId;
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

pub(super) fn remove(txn: &mut Txn<'_>, stage: StageId) -> Result<(), EditError> {
    let inside = txn.map().stages.need(stage)?.touchpoints.clone();
    touchpoints::remove(txn, &inside)?;
    txn.remove_stage(stage);
    txn.about().stages.retain(|id| *id != stage);
    Ok(())
}
