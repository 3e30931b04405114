//! What a slide lists of a part of the map: what hurts there and what is done about it.

use super::Deck;
use super::panel::{CardColors, Entry, List, Look};
use crate::model::{Card, CardKind, Opportunity, Pain, TouchpointId};
use crate::scene::prim::Element;
use crate::theme::Theme;
use crate::tr;

/// The pain points at some touchpoints, the worst first.
pub(super) fn pains(deck: &Deck<'_>, theme: &Theme, at: &[TouchpointId]) -> List {
    let mut pains: Vec<(&Card, &Pain)> = cards(deck, at)
        .filter_map(|card| match &card.kind {
            CardKind::Pain(pain) => Some((card, pain)),
            _ => None,
        })
        .collect();
    pains.sort_by_key(|(card, pain)| (std::cmp::Reverse((pain.severity, card.votes)), card.id));
    let colors = CardColors {
        fill: theme.pain_fill,
        border: theme.pain_border,
        words: theme.pain_text,
        note: theme.pain_note,
    };
    let entries = pains.into_iter().map(|(card, pain)| {
        let note = frequency(deck, card, pain);
        let value = tr!("scene-slide-severity", value = pain.severity);
        entry(card, value, note, colors)
    });
    List { heading: tr!("scene-slide-what-hurts"), entries: entries.collect() }
}

/// What is done at some touchpoints, what brings most for its effort first.
pub(super) fn opportunities(deck: &Deck<'_>, theme: &Theme, at: &[TouchpointId]) -> List {
    let mut found: Vec<(&Card, &Opportunity)> = cards(deck, at)
        .filter_map(|card| match &card.kind {
            CardKind::Opportunity(opportunity) => Some((card, opportunity)),
            _ => None,
        })
        .collect();
    found.sort_by_key(|(card, of)| (i16::from(of.effort) - i16::from(of.impact), card.id));
    let colors = CardColors {
        fill: theme.opportunity_fill,
        border: theme.opportunity_border,
        words: theme.opportunity_text,
        note: theme.opportunity_note,
    };
    let entries = found
        .into_iter()
        .map(|(card, opportunity)| entry(card, String::new(), opportunity_note(opportunity), colors));
    List { heading: tr!("scene-slide-what-we-do"), entries: entries.collect() }
}

/// `Checkout team · due 2024-09-30 · impact 5, effort 2`.
pub(super) fn opportunity_note(opportunity: &Opportunity) -> String {
    let due = opportunity.due.trim();
    let due = if due.is_empty() { String::new() } else { tr!("scene-slide-due", day = due) };
    let gain = tr!("scene-slide-impact-effort", impact = opportunity.impact, effort = opportunity.effort);
    let parts = [opportunity.owner.trim().to_owned(), due, gain];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// How often a pain was measured, else how often the team says it is.
fn frequency(deck: &Deck<'_>, card: &Card, pain: &Pain) -> String {
    let measured = deck.overlay.and_then(|overlay| overlay.pains.get(&card.id)).cloned();
    let assumed =
        || pain.frequency.map(|share| tr!("scene-pain-assumed", share = deck.format.percent(share, 0)));
    measured.or_else(assumed).unwrap_or_default()
}

fn entry(card: &Card, value: String, note: String, colors: CardColors) -> Entry {
    let look = Look::Card { element: Element::Card(card.id), note, colors };
    Entry { words: card.text.clone(), value, look }
}

/// The cards of lanes that are shown, at some touchpoints.
fn cards<'a>(deck: &Deck<'a>, at: &'a [TouchpointId]) -> impl Iterator<Item = &'a Card> {
    let map = deck.map;
    let is_shown = move |card: &&Card| map.lanes.get(card.lane).is_some_and(|lane| !lane.hidden);
    map.cards.iter().filter(|card| at.contains(&card.touchpoint)).filter(is_shown)
}
