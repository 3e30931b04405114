//! Cards: in cells that hold cards, in slots without gaps, with fields within their limits.

use super::{Problem, Problems, place};
use crate::model::card::{Card, CardKind, PainRule};
use crate::model::id::{LaneId, TouchpointId};
use crate::model::records::JourneyMap;
use crate::tr;
use std::collections::BTreeMap;

pub(super) fn check(map: &JourneyMap, problems: &mut Problems) {
    let columns: BTreeMap<TouchpointId, usize> =
        map.touchpoints_in_order().zip(0..).map(|((_, touchpoint), at)| (touchpoint.id, at)).collect();
    let mut cells: BTreeMap<(LaneId, TouchpointId), Vec<&Card>> = BTreeMap::new();
    for card in map.cards.iter() {
        let place = place_of(card);
        match map.lanes.get(card.lane) {
            None => problems.add(&place, tr!("model-problem-dangling", id = card.lane.to_string())),
            Some(lane) => problems.add_if(!lane.kind.holds_cards(), &place, || {
                tr!("model-problem-lane-without-cards", lane = lane.id.to_string())
            }),
        }
        problems.add_if(!map.touchpoints.contains(card.touchpoint), &place, || {
            tr!("model-problem-dangling", id = card.touchpoint.to_string())
        });
        let most = columns.get(&card.touchpoint).map_or(0, |at| columns.len() - at - 1);
        problems.add_if(card.span as usize > most, &place, || {
            tr!("model-problem-span-of-card", found = card.span.to_string(), most = most.to_string())
        });
        problems.0.extend(card_kind(&place, &card.kind));
        cells.entry((card.lane, card.touchpoint)).or_default().push(card);
    }
    for mut cards in cells.into_values() {
        cards.sort_by_key(|card| card.slot);
        // The first card out of line tells it; the ones below it are only its consequence.
        if let Some((expected, card)) = (0u32..).zip(&cards).find(|(slot, card)| card.slot != *slot) {
            let (found, expected) = (card.slot.to_string(), expected.to_string());
            problems.add(&place_of(card), tr!("model-problem-slot", found = found, expected = expected));
        }
    }
}

fn place_of(card: &Card) -> String {
    place("card", card.id, &card.text)
}

/// Problems of the fields of a card's kind.
pub(in crate::model) fn card_kind(place: &str, kind: &CardKind) -> Vec<Problem> {
    let mut problems = Problems::default();
    let mut grade = |field: &'static str, value: u8| {
        problems.add_if(!(1..=5).contains(&value), place, || {
            tr!("model-problem-grade", field = field, value = value.to_string())
        });
    };
    match kind {
        CardKind::Pain(pain) => {
            grade("severity", pain.severity);
            if let Some(share) = pain.frequency {
                problems.add_if(!(0.0..=1.0).contains(&share), place, || {
                    tr!("model-problem-frequency", value = share.to_string())
                });
            }
            if let Some(PainRule::WaitOver(number) | PainRule::ScoreAtMost(number)) = pain.rule {
                problems.add_if(!number.is_finite(), place, || tr!("model-problem-rule-number"));
            }
        }
        CardKind::Opportunity(opportunity) => {
            grade("impact", opportunity.impact);
            grade("effort", opportunity.effort);
        }
        CardKind::Note
        | CardKind::Quote { .. }
        | CardKind::Thought
        | CardKind::Backstage
        | CardKind::Metric { .. } => {}
        // Bytes that are no picture don't become one in the first place.
        CardKind::Image { png, .. } => {
            if let Some(named) = png.place() {
                problems.add(place, tr!("model-problem-picture", card = named));
            }
        }
    }
    problems.0
}
