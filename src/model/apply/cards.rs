//! Edits of cards. After each the slots of every cell count 0, 1, 2 … without gaps.

use super::{distinct, insert_at, trimmed};
use crate::model::card::{Card, CardKind, Evidence};
use crate::model::check;
use crate::model::edit::{Created, EditError};
use crate::model::id::{CardId, LaneId, TouchpointId};
use crate::model::txn::Txn;
use crate::tr;
use std::collections::BTreeSet;

/// Where a lane and a touchpoint cross.
type Cell = (LaneId, TouchpointId);

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
    let (lane, touchpoint) = cell;
    txn.put_card(Card { id, lane, touchpoint, slot: 0, text: trimmed(text), kind, evidence: None, votes: 0 });
    insert_at(&mut cards, slot, id);
    number(txn, &cards)?;
    Ok(Created::Card(id))
}

pub(super) fn set_text(txn: &mut Txn<'_>, card: CardId, text: &str) -> Result<(), EditError> {
    txn.update_card(card, |card| card.text = trimmed(text))
}

pub(super) fn set_kind(txn: &mut Txn<'_>, card: CardId, kind: &CardKind) -> Result<(), EditError> {
    let kind = within_limits(kind)?;
    txn.update_card(card, |card| card.kind = kind)
}

pub(super) fn set_evidence(
    txn: &mut Txn<'_>,
    card: CardId,
    evidence: Option<Evidence>,
) -> Result<(), EditError> {
    txn.update_card(card, |card| card.evidence = evidence)
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

pub(super) fn remove(txn: &mut Txn<'_>, cards: &[CardId]) -> Result<(), EditError> {
    let mut left = BTreeSet::new();
    for id in distinct(cards) {
        let card = txn.map().cards.need(id)?;
        left.insert((card.lane, card.touchpoint));
        txn.remove_card(id);
    }
    close_gaps(txn, &left)
}

/// The cell must be there and hold cards.
fn need_cell(txn: &Txn<'_>, (lane, touchpoint): Cell) -> Result<(), EditError> {
    txn.map().touchpoints.need(touchpoint)?;
    if txn.map().lanes.need(lane)?.kind.holds_cards() {
        Ok(())
    } else {
        Err(EditError::LaneWithoutCards(lane))
    }
}

/// A kind whose grades are brought within their limits.
fn within_limits(kind: &CardKind) -> Result<CardKind, EditError> {
    let grade = |value: u8| value.clamp(1, 5);
    let mut kind = kind.clone();
    match &mut kind {
        CardKind::Pain(pain) => {
            pain.severity = grade(pain.severity);
            pain.frequency =
                pain.frequency.filter(|share| !share.is_nan()).map(|share| share.clamp(0.0, 1.0));
        }
        CardKind::Opportunity(opportunity) => {
            opportunity.impact = grade(opportunity.impact);
            opportunity.effort = grade(opportunity.effort);
        }
        CardKind::Note
        | CardKind::Quote { .. }
        | CardKind::Thought
        | CardKind::Backstage
        | CardKind::Metric { .. } => {}
    }
    match check::card_kind(&tr!("model-place-card"), &kind).into_iter().next() {
        Some(problem) => Err(EditError::Invalid(problem)),
        None => Ok(kind),
    }
}

fn cards_of(txn: &Txn<'_>, (lane, touchpoint): Cell) -> Vec<CardId> {
    txn.map().cell(lane, touchpoint).into_iter().map(|card| card.id).collect()
}

fn close_gaps(txn: &mut Txn<'_>, cells: &BTreeSet<Cell>) -> Result<(), EditError> {
    for &cell in cells {
        let cards = cards_of(txn, cell);
        number(txn, &cards)?;
    }
    Ok(())
}

/// Gives the cards of a cell their slots, in this order.
fn number(txn: &mut Txn<'_>, cards: &[CardId]) -> Result<(), EditError> {
    for (slot, &card) in (0..).zip(cards) {
        txn.update_card(card, |card| card.slot = slot)?;
    }
    Ok(())
}
