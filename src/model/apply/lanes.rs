//! Edits of lanes.

use super::{insert_at, move_within, trimmed};
use crate::model::edit::{Created, EditError};
use crate::model::id::LaneId;
use crate::model::records::{Lane, LaneKind};
use crate::model::txn::Txn;

pub(super) fn add(txn: &mut Txn<'_>, kind: LaneKind, name: &str, at: usize) -> Result<Created, EditError> {
    let id = LaneId(txn.fresh_id()?);
    txn.put_lane(Lane { id, kind, name: trimmed(name), hidden: false });
    insert_at(&mut txn.about().lanes, at, id);
    Ok(Created::Lane(id))
}

pub(super) fn rename(txn: &mut Txn<'_>, lane: LaneId, name: &str) -> Result<(), EditError> {
    txn.update_lane(lane, |lane| lane.name = trimmed(name))
}

pub(super) fn move_to(txn: &mut Txn<'_>, lane: LaneId, at: usize) -> Result<(), EditError> {
    txn.map().lanes.need(lane)?;
    move_within(&mut txn.about().lanes, lane, at);
    Ok(())
}

pub(super) fn set_hidden(txn: &mut Txn<'_>, lane: LaneId, hidden: bool) -> Result<(), EditError> {
    txn.update_lane(lane, |lane| lane.hidden = hidden)
}

pub(super) fn remove(txn: &mut Txn<'_>, lane: LaneId) -> Result<(), EditError> {
    txn.map().lanes.need(lane)?;
    let cards = txn.map().cards.iter().filter(|card| card.lane == lane);
    let cards: Vec<_> = cards.map(|card| card.id).collect();
    for card in cards {
        txn.remove_card(card);
    }
    txn.remove_lane(lane);
    txn.about().lanes.retain(|id| *id != lane);
    Ok(())
}
