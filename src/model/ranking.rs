//! Lists that a workshop ends with: what got most votes, and who does what until when.

use super::card::CardKind;
use super::id::{CardId, TouchpointId};
use super::records::JourneyMap;

/// A card's place in the vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Which card.
    pub card: CardId,
    /// Its votes, at least 1.
    pub votes: u32,
    /// 1 = most votes; cards with as many share a rank.
    pub rank: usize,
    /// Another card has as many.
    pub tied: bool,
}

/// Cards with votes, most first.
#[must_use]
pub fn by_votes(map: &JourneyMap) -> Vec<Ranked> {
    let mut voted: Vec<_> = map.cards.iter().filter(|card| card.votes > 0).collect();
    voted.sort_by_key(|card| (std::cmp::Reverse(card.votes), card.id));
    let ranked = voted.iter().map(|card| Ranked {
        card: card.id,
        votes: card.votes,
        rank: 1 + voted.iter().filter(|other| other.votes > card.votes).count(),
        tied: voted.iter().filter(|other| other.votes == card.votes).count() > 1,
    });
    ranked.collect()
}

/// An opportunity as something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionItem {
    /// Which card.
    pub card: CardId,
    /// Where it belongs.
    pub touchpoint: TouchpointId,
    /// What to do.
    pub text: String,
    /// Who does it; empty = nobody yet.
    pub owner: String,
    /// Until when, `YYYY-MM-DD`; empty = not set.
    pub due: String,
    /// 1 … 5.
    pub impact: u8,
    /// 1 … 5.
    pub effort: u8,
    /// Votes of the workshop.
    pub votes: u32,
}

/// All opportunities: those due first come first, those without a day last; then by impact less effort.
#[must_use]
pub fn actions(map: &JourneyMap) -> Vec<ActionItem> {
    let opportunities = map.cards.iter().filter_map(|card| match &card.kind {
        CardKind::Opportunity(opportunity) => Some((card, opportunity)),
        _ => None,
    });
    let actions = opportunities.map(|(card, opportunity)| ActionItem {
        card: card.id,
        touchpoint: card.touchpoint,
        text: card.text.clone(),
        owner: opportunity.owner.clone(),
        due: opportunity.due.clone(),
        impact: opportunity.impact,
        effort: opportunity.effort,
        votes: card.votes,
    });
    let mut actions: Vec<_> = actions.collect();
    let gain = |action: &ActionItem| i16::from(action.impact) - i16::from(action.effort);
    actions.sort_by(|a, b| {
        let by_due = (a.due.is_empty(), &a.due).cmp(&(b.due.is_empty(), &b.due));
        by_due.then_with(|| gain(b).cmp(&gain(a))).then_with(|| a.card.cmp(&b.card))
    });
    actions
}
