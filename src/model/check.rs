//! The integrity check: what must hold in every map, whoever wrote the file. Edits keep it; files are held to it.

mod cells;
mod order;
mod snapshots;
mod source;
mod targets;
mod workshop;

use super::records::JourneyMap;
use crate::tr;
use std::collections::BTreeMap;
use std::fmt::Display;

pub(in crate::model) use cells::card_kind;
pub(in crate::model) use snapshots::made;
pub(in crate::model) use source::source;
pub(in crate::model) use targets::{target, word_mood};
pub(in crate::model) use workshop::parked;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The record, as `touchpoint t4 “Pays”`.
    pub place: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// All problems of a map; empty = sound.
#[must_use]
pub fn check(map: &JourneyMap) -> Vec<Problem> {
    let mut problems = Problems::default();
    ids(map, &mut problems);
    order::check(map, &mut problems);
    cells::check(map, &mut problems);
    for source in map.sources.iter() {
        self::source::check(map, source, &mut problems);
    }
    targets::check(map, &mut problems);
    workshop::check(map, &mut problems);
    snapshots::check(map, &mut problems);
    problems.0
}

/// Ids are unique in the whole map, whatever the kind of record, and none is yet to be given out.
fn ids(map: &JourneyMap, problems: &mut Problems) {
    let mut owners: BTreeMap<u32, String> = BTreeMap::new();
    for (id, place) in places(map) {
        if id >= map.about.next_id {
            let next = map.about.next_id.to_string();
            problems.add(&place, tr!("model-problem-id-not-below-next", next = next, above = id.to_string()));
        }
        if let Some(other) = owners.get(&id) {
            problems.add(&place, tr!("model-problem-id-shared", other = other.clone()));
        }
        owners.insert(id, place);
    }
}

/// Every record's id number with its name for people.
fn places(map: &JourneyMap) -> Vec<(u32, String)> {
    let mut places = Vec::new();
    places.extend(map.stages.iter().map(|stage| (stage.id.0, place("stage", stage.id, &stage.name))));
    let touchpoints = map.touchpoints.iter();
    places.extend(touchpoints.map(|t| (t.id.0, place("touchpoint", t.id, &t.name))));
    places.extend(map.lanes.iter().map(|lane| (lane.id.0, place("lane", lane.id, &lane.name))));
    places.extend(map.cards.iter().map(|card| (card.id.0, place("card", card.id, &card.text))));
    let personas = map.personas.iter();
    places.extend(personas.map(|persona| (persona.id.0, place("persona", persona.id, &persona.name))));
    let channels = map.channels.iter();
    places.extend(channels.map(|channel| (channel.id.0, place("channel", channel.id, &channel.name))));
    places.extend(map.sources.iter().map(|source| (source.id.0, place("source", source.id, &source.name))));
    let snapshots = map.snapshots.iter();
    places.extend(snapshots.map(|snapshot| (snapshot.id.0, place("snapshot", snapshot.id, &snapshot.name))));
    places
}

/// A record as people know it: `touchpoint t4 “Pays”`.
fn place(kind: &'static str, id: impl Display, name: &str) -> String {
    const LONGEST_NAME: usize = 40;
    let mut name: String = name.lines().next().unwrap_or_default().to_owned();
    if let Some((end, _)) = name.char_indices().nth(LONGEST_NAME) {
        name.truncate(end);
        name.push('…');
    }
    let kind = tr!("model-kind", kind = kind);
    if name.is_empty() {
        tr!("model-place-unnamed", kind = kind, id = id.to_string())
    } else {
        tr!("model-place", kind = kind, id = id.to_string(), name = name)
    }
}

/// The problems found so far.
#[derive(Default)]
struct Problems(Vec<Problem>);

impl Problems {
    fn add(&mut self, place: &str, message: String) {
        self.0.push(Problem { place: place.to_owned(), message });
    }

    fn add_if(&mut self, wrong: bool, place: &str, message: impl FnOnce() -> String) {
        if wrong {
            self.add(place, message());
        }
    }
}
