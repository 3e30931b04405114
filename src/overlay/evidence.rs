//! How well founded the cards are: as the team graded them, else as far as quotes and data tell.

use crate::measure::Measures;
use crate::model::{Card, CardId, CardKind, Evidence, JourneyMap};
use std::collections::BTreeSet;

/// Pain points whose rule at least one visit met.
#[must_use]
pub fn measured_pains(measures: &Measures) -> BTreeSet<CardId> {
    measures.pains.iter().filter(|pain| pain.visits > 0).map(|pain| pain.card).collect()
}

/// The grade of a card: the team's own, else measured where its rule was met, quoted where a source is named.
#[must_use]
pub fn evidence_of(card: &Card, measured_pains: &BTreeSet<CardId>) -> Evidence {
    card.evidence.unwrap_or_else(|| match &card.kind {
        CardKind::Pain(_) if measured_pains.contains(&card.id) => Evidence::Measured,
        CardKind::Quote { source } if !source.trim().is_empty() => Evidence::Quoted,
        _ => Evidence::Assumed,
    })
}

/// The share of cards that are more than assumed, 0…1; none when there are no cards.
#[must_use]
#[allow(clippy::cast_precision_loss)] // cards of one map
pub fn evidence_share(map: &JourneyMap, measured_pains: &BTreeSet<CardId>) -> Option<f64> {
    let is_founded = |card: &&Card| evidence_of(card, measured_pains) != Evidence::Assumed;
    let founded = map.cards.iter().filter(is_founded).count();
    (!map.cards.is_empty()).then(|| founded as f64 / map.cards.len() as f64)
}
