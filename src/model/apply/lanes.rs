//! Edits of lanes.

use super::{cards, distinct, insert_at, move_within, trimmed};
use crate::model::edit::{Created, EditError};
use crate::model::id::{LaneId, PersonaId};
use crate::model::lane::{Lane, LaneKind};
use crate::model::txn::Txn;

pub(super) fn add(txn: &mut Txn<'_>, kind: LaneKind, name: &str, at: usize) -> Result<Created, EditError> {
    let id = LaneId(txn.fresh_id()?);
    txn.put_lane(Lane { name: trimmed(name), ..Lane::new(id, kind) });
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

pub(super) fn set_pinned(txn: &mut Txn<'_>, lane: LaneId, pinned: bool) -> Result<(), EditError> {
    txn.update_lane(lane, |lane| lane.pinned = pinned)
}

pub(super) fn set_collapsed(txn: &mut Txn<'_>, lane: LaneId, collapsed: bool) -> Result<(), EditError> {
    txn.update_lane(lane, |lane| lane.collapsed = collapsed)
}

pub(super) fn set_personas(txn: &mut Txn<'_>, lane: LaneId, personas: &[PersonaId]) -> Result<(), EditError> {
    if txn.map().lanes.need(lane)?.kind != LaneKind::Emotion {
        return Err(EditError::LaneWithoutCurves(lane));
    }
    for persona in personas {
        txn.map().personas.need(*persona)?;
    }
    txn.update_lane(lane, |lane| lane.personas = distinct(personas))
}

pub(super) fn duplicate(txn: &mut Txn<'_>, lane: LaneId) -> Result<Created, EditError> {
    let original = txn.map().lanes.need(lane)?.clone();
    let id = LaneId(txn.fresh_id()?);
    txn.put_lane(Lane { id, ..original });
    let lanes = &mut txn.about().lanes;
    let below = lanes.iter().position(|other| *other == lane).map_or(lanes.len(), |at| at + 1);
    lanes.insert(below, id);
    let cards: Vec<_> = txn.map().cards.iter().filter(|card| card.lane == lane).cloned().collect();
    for card in cards {
        let cell = (id, card.touchpoint);
        cards::put_copy(txn, card, cell)?;
    }
    Ok(Created::Lane(id))
}

pub(super) fn remove(txn: &mut Txn<'_>, lane: LaneId) -> Result<(), EditError> {
    txn.map().lanes.need(lane)?;
    let inside = txn.map().cards.iter().filter(|card| card.lane == lane).map(|card| card.id).collect();
    cards::take_away(txn, &inside);
    txn.remove_lane(lane);
    txn.about().lanes.retain(|id| *id != lane);
    Ok(())
}
