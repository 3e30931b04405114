//! What a workshop left in a map, as text that can stand in a list of differences: agenda, guesses, parking lot.
//! Dots are compared card by card; while they are cast they are a secret here too.

use super::fields::{Field, FieldDifference};
use super::settings::only_in_one;
use crate::base::fmt::NumberFormat;
use crate::model::id::TouchpointId;
use crate::model::records::JourneyMap;
use crate::tr;
use std::collections::BTreeMap;

/// What is in one of the two workshops only. A guess stays the same when its touchpoint has another name.
pub(super) fn workshop(
    before: &JourneyMap,
    after: &JourneyMap,
    touchpoints: &BTreeMap<TouchpointId, TouchpointId>,
) -> impl Iterator<Item = FieldDifference> {
    let name = |map: &JourneyMap, id| map.name_of(id).to_owned();
    let then = guesses(before, |id| match touchpoints.get(&id) {
        Some(partner) => name(after, *partner),
        None => name(before, id),
    });
    let now = guesses(after, |id| name(after, id));
    let differences = [
        only_in_one(Field::Agenda, &agenda(before), &agenda(after)),
        only_in_one(Field::Guesses, &then, &now),
        only_in_one(Field::Parking, &parking(before), &parking(after)),
    ];
    differences.into_iter().flatten()
}

fn agenda(map: &JourneyMap) -> Vec<String> {
    let words = |minutes: u32, name: &str| tr!("model-agenda-step", name = name, minutes = minutes);
    map.workshop.agenda.iter().map(|step| words(step.planned_minutes, &step.name)).collect()
}

fn guesses(map: &JourneyMap, name: impl Fn(TouchpointId) -> String) -> Vec<String> {
    let format = NumberFormat::default();
    let of_team = |(team, guesses): (&String, &BTreeMap<TouchpointId, f64>)| {
        let words = |(id, guess): (&TouchpointId, &f64)| {
            let guess = format!("{} {}", name(*id), format.percent(*guess, 0));
            if team.is_empty() { guess } else { format!("{team}: {guess}") }
        };
        guesses.iter().map(words).collect::<Vec<_>>()
    };
    map.workshop.guesses.iter().flat_map(of_team).collect()
}

fn parking(map: &JourneyMap) -> Vec<String> {
    map.workshop.parking.iter().map(|parked| parked.text.clone()).collect()
}
