//! Edits that make, move and remove cards. After each the slots of every cell count 0, 1, 2 … without gaps.

use super::card_fields::within_limits;
use super::{distinct, insert_at, lanes, trimmed, workshop};
use crate::model::card::{Card, CardKind, Evidence};
use crate::model::edit::{Created, EditError};
use crate::model::id::{CardId, LaneId, TouchpointId};
use crate::model::lane::LaneKind;
use crate::model::txn::Txn;
use hashbrown::{HashMap, HashSet};
use std::collections::{BTreeMap, BTreeSet};

/// Where a lane and a touchpoint cross.
pub(super) type Cell = (LaneId, TouchpointId);

pub(super) fn add(
    txn: &mut Txn<'_>,
    cell: Cell,
    slot: usize,
    text: &str,
    kind: &CardKind,
) -> Result<Created, EditError> {
    need_cell(txn, cell)?;
    let kind = within_limits(kind)?;
    let id = CardId(txn.fresh_id()?);
    let mut cards = cards_of(txn, cell);
    txn.put_card(Card::new(id, cell, trimmed(text), kind));
    insert_at(&mut cards, slot, id);
    number(txn, &cards)?;
    Ok(Created::Card(id))
}

/// A graded card at the end of a touchpoint's cell in the first lane of a kind, which is seen from then on.
pub(super) fn pin(
    txn: &mut Txn<'_>,
    (lane, touchpoint): (LaneKind, TouchpointId),
    text: &str,
    (kind, evidence): (&CardKind, Evidence),
) -> Result<Created, EditError> {
    let known = txn.map().lanes_in_order().find(|other| other.kind == lane).map(|other| other.id);
    let lane = match known {
        Some(lane) => lane,
        None => {
            let at = txn.map().about.lanes.len();
            match lanes::add(txn, lane, "", at)? {
                Created::Lane(lane) => lane,
                other => return Ok(other),
            }
        }
    };
    txn.update_lane(lane, |lane| (lane.hidden, lane.collapsed) = (false, false))?;
    let created = add(txn, (lane, touchpoint), usize::MAX, text, kind)?;
    if let Created::Card(card) = created {
        txn.update_card(card, |card| card.evidence = Some(evidence))?;
    }
    Ok(created)
}

/// A copy right below each card; gives the last.
pub(super) fn duplicate(txn: &mut Txn<'_>, cards: &[CardId]) -> Result<Option<Created>, EditError> {
    let mut last = None;
    for id in distinct(cards) {
        let card = txn.map().cards.need(id)?.clone();
        let cell = (card.lane, card.touchpoint);
        let copy = put_copy(txn, card, cell)?;
        let mut there = cards_of(txn, cell);
        there.retain(|other| *other != copy);
        let below = there.iter().position(|other| *other == id).map_or(there.len(), |at| at + 1);
        there.insert(below, copy);
        number(txn, &there)?;
        last = Some(Created::Card(copy));
    }
    Ok(last)
}

/// The card once more in another cell, in the same slot. Votes were for the card that was voted on.
pub(super) fn put_copy(txn: &mut Txn<'_>, card: Card, (lane, touchpoint): Cell) -> Result<CardId, EditError> {
    let id = CardId(txn.fresh_id()?);
    txn.put_card(Card { id, lane, touchpoint, votes: 0, ..card });
    Ok(id)
}

pub(super) fn move_to(txn: &mut Txn<'_>, cards: &[CardId], to: Cell, slot: usize) -> Result<(), EditError> {
    need_cell(txn, to)?;
    let moved = distinct(cards);
    let mut left = BTreeSet::new();
    for &id in &moved {
        txn.update_card(id, |card| {
            left.insert((card.lane, card.touchpoint));
            (card.lane, card.touchpoint) = to;
        })?;
    }
    left.remove(&to);
    let mut there = cards_of(txn, to);
    there.retain(|id| !moved.contains(id));
    let at = slot.min(there.len());
    there.splice(at..at, moved);
    number(txn, &there)?;
    close_gaps(txn, &left)
}

/// Moves cards as a block; the offset is cut so that all of them stay on the map.
pub(super) fn move_by(
    txn: &mut Txn<'_>,
    cards: &[CardId],
    columns: i32,
    lanes: i32,
) -> Result<(), EditError> {
    let map = txn.map();
    let chosen = distinct(cards).into_iter().map(|id| map.cards.need(id)).collect::<Result<Vec<_>, _>>()?;
    let touchpoint_order: Vec<_> = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect();
    // Hidden lanes are passed over, unless a card begins there.
    let begins_there = |lane| chosen.iter().any(|card| card.lane == lane);
    let lane_order = map.lanes_in_order().filter(|lane| lane.kind.holds_cards());
    let lane_order: Vec<_> =
        lane_order.filter(|lane| !lane.hidden || begins_there(lane.id)).map(|lane| lane.id).collect();
    let place_of = |card: &&Card| {
        let row = lane_order.iter().position(|lane| *lane == card.lane)?;
        let column = touchpoint_order.iter().position(|touchpoint| *touchpoint == card.touchpoint)?;
        Some((row, column, card.slot, card.id))
    };
    let mut places: Vec<_> = chosen.iter().filter_map(place_of).collect();
    places.sort_unstable();
    let right = within(columns, touchpoint_order.len(), places.iter().map(|place| place.1));
    let down = within(lanes, lane_order.len(), places.iter().map(|place| place.0));
    if (right, down) == (0, 0) {
        return Ok(());
    }
    // Where each goes, and from which row and column. Every card of the map is looked up here, so that a tree would be slow.
    let mut arrivals: HashMap<CardId, (Cell, (usize, usize))> = HashMap::with_capacity(places.len());
    for (row, column, _, id) in places {
        let lane = row.checked_add_signed(down).and_then(|row| lane_order.get(row));
        let touchpoint = column.checked_add_signed(right).and_then(|column| touchpoint_order.get(column));
        if let (Some(lane), Some(touchpoint)) = (lane, touchpoint) {
            arrivals.insert(id, ((*lane, *touchpoint), (row, column)));
        }
    }
    let left = chosen.iter().map(|card| (card.lane, card.touchpoint));
    let touched: HashSet<Cell> = left.chain(arrivals.values().map(|(cell, _)| *cell)).collect();
    let place_there = |card: &Card| match arrivals.get(&card.id) {
        Some((cell, from)) => Some((*cell, Some(*from), card.slot, card.id)),
        None => Some((card.lane, card.touchpoint))
            .filter(|cell| touched.contains(cell))
            .map(|cell| (cell, None, card.slot, card.id)),
    };
    let mut there: Vec<_> = map.cards.iter().filter_map(place_there).collect();
    // Those that stay first, then the newcomers in their order.
    there.sort_unstable();
    for cards in there.chunk_by(|(one, ..), (next, ..)| one == next) {
        for (slot, (cell, _, _, id)) in (0..).zip(cards) {
            let card = txn.map().cards.need(*id)?;
            if (card.lane, card.touchpoint, card.slot) != (cell.0, cell.1, slot) {
                txn.update_card(*id, |card| {
                    (card.lane, card.touchpoint, card.slot) = (cell.0, cell.1, slot)
                })?;
            }
        }
    }
    Ok(())
}

/// An offset cut so that places between 0 and `count` stay there.
fn within(offset: i32, count: usize, places: impl Iterator<Item = usize> + Clone) -> isize {
    let (Some(first), Some(last)) = (places.clone().min(), places.max()) else { return 0 };
    let room = |places: usize| isize::try_from(places).unwrap_or(isize::MAX);
    let offset = isize::try_from(offset).unwrap_or_default();
    offset.clamp(-room(first), room(count.saturating_sub(last + 1)))
}

pub(super) fn remove(txn: &mut Txn<'_>, cards: &[CardId]) -> Result<(), EditError> {
    let mut left = BTreeSet::new();
    for &id in cards {
        let card = txn.map().cards.need(id)?;
        left.insert((card.lane, card.touchpoint));
    }
    take_away(txn, &cards.iter().copied().collect());
    close_gaps(txn, &left)
}

/// Takes cards away with all that is said of them elsewhere; the slots of their cells are left as they are.
pub(super) fn take_away(txn: &mut Txn<'_>, cards: &BTreeSet<CardId>) {
    for &id in cards {
        txn.remove_card(id);
    }
    workshop::forget_cards(txn, cards);
}

/// The cell must be there and hold cards.
pub(super) fn need_cell(txn: &Txn<'_>, (lane, touchpoint): Cell) -> Result<(), EditError> {
    txn.map().touchpoints.need(touchpoint)?;
    if txn.map().lanes.need(lane)?.kind.holds_cards() {
        Ok(())
    } else {
        Err(EditError::LaneWithoutCards(lane))
    }
}

pub(super) fn cards_of(txn: &Txn<'_>, (lane, touchpoint): Cell) -> Vec<CardId> {
    txn.map().cell(lane, touchpoint).into_iter().map(|card| card.id).collect()
}

/// The cards of several cells, from top to bottom in each. Every card is looked at once, not once for each cell.
fn cards_of_all(txn: &Txn<'_>, cells: &BTreeSet<Cell>) -> BTreeMap<Cell, Vec<CardId>> {
    let mut cards: Vec<&Card> = txn.map().cards.iter().collect();
    cards.sort_by_key(|card| (card.slot, card.id));
    let mut found: BTreeMap<Cell, Vec<CardId>> = cells.iter().map(|cell| (*cell, Vec::new())).collect();
    for card in cards {
        if let Some(there) = found.get_mut(&(card.lane, card.touchpoint)) {
            there.push(card.id);
        }
    }
    found
}

fn close_gaps(txn: &mut Txn<'_>, cells: &BTreeSet<Cell>) -> Result<(), EditError> {
    cards_of_all(txn, cells).into_values().try_for_each(|cards| number(txn, &cards))
}

/// Gives the cards of a cell their slots, in this order.
pub(super) fn number(txn: &mut Txn<'_>, cards: &[CardId]) -> Result<(), EditError> {
    for (slot, &card) in (0..).zip(cards) {
        if txn.map().cards.need(card)?.slot != slot {
            txn.update_card(card, |card| card.slot = slot)?;
        }
    }
    Ok(())
}
