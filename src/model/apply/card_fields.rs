//! Edits of what a card says and carries, one or many at once.

use super::{distinct, trimmed};
use crate::model::card::{CardKind, Evidence};
use crate::model::check;
use crate::model::edit::EditError;
use crate::model::id::CardId;
use crate::model::txn::Txn;
use crate::tr;

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

pub(super) fn set_votes(txn: &mut Txn<'_>, cards: &[CardId], votes: u32) -> Result<(), EditError> {
    distinct(cards).into_iter().try_for_each(|card| txn.update_card(card, |card| card.votes = votes))
}

pub(super) fn set_color(txn: &mut Txn<'_>, cards: &[CardId], palette: Option<u8>) -> Result<(), EditError> {
    distinct(cards).into_iter().try_for_each(|card| txn.update_card(card, |card| card.palette = palette))
}

/// A kind whose grades are brought within their limits.
pub(super) fn within_limits(kind: &CardKind) -> Result<CardKind, EditError> {
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
        | CardKind::Metric { .. }
        | CardKind::Image { .. } => {}
    }
    match check::card_kind(&tr!("model-place-card"), &kind).into_iter().next() {
        Some(problem) => Err(EditError::Invalid(problem)),
        None => Ok(kind),
    }
}
