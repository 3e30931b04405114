//! Which event names belong to which touchpoints of a map, by their names.

use crate::base::name_key;
use crate::model::{JourneyMap, Pattern, TouchpointId};
use rapidfuzz::distance::jaro_winkler;
use std::collections::{HashMap, HashSet};

/// Below this likeness two names are too different to be shown side by side.
const LEAST_LIKENESS: f64 = 0.8;

/// An event name and a touchpoint whose names are alike but not the same: for the user to confirm.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Event name.
    pub event: String,
    /// The touchpoint whose name is most like it.
    pub touchpoint: TouchpointId,
    /// How alike, 0…1.
    pub likeness: f64,
}

/// Touchpoints by the key of their name; a name that two of them share decides nothing.
fn touchpoints_by_key(map: &JourneyMap) -> HashMap<String, TouchpointId> {
    let mut known: HashMap<String, TouchpointId> = HashMap::new();
    let mut doubled = HashSet::new();
    for touchpoint in map.touchpoints.iter() {
        let key = name_key(&touchpoint.name);
        if !key.is_empty() && known.insert(key.clone(), touchpoint.id).is_some() {
            doubled.insert(key);
        }
    }
    known.retain(|key, _| !doubled.contains(key));
    known
}

/// Rules from event names to touchpoints of a map, by normalised names; what matches nothing safely is left out.
#[must_use]
pub fn suggest_rules(event_names: &[String], map: &JourneyMap) -> Vec<(Pattern, TouchpointId)> {
    let known = touchpoints_by_key(map);
    let rule = |name: &String| Some((Pattern::Exact(name.clone()), *known.get(&name_key(name))?));
    event_names.iter().filter_map(rule).collect()
}

/// Event names that match no touchpoint exactly, each with the touchpoint most like it, the likest first.
#[must_use]
pub fn suggest_similar(event_names: &[String], map: &JourneyMap) -> Vec<Suggestion> {
    let known = touchpoints_by_key(map);
    let mut found = Vec::new();
    for event in event_names {
        let key = name_key(event);
        if known.contains_key(&key) {
            continue;
        }
        let likenesses = known.iter().map(|(other, id)| (likeness(&key, other), *id));
        let best = likenesses.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((likeness, touchpoint)) = best.filter(|(likeness, _)| *likeness >= LEAST_LIKENESS) {
            found.push(Suggestion { event: event.clone(), touchpoint, likeness });
        }
    }
    found.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then_with(|| a.event.cmp(&b.event)));
    found
}

/// Likeness of two keys, whatever the order of their words.
fn likeness(one: &str, other: &str) -> f64 {
    let sorted = |key: &str| {
        let mut words: Vec<&str> = key.split(' ').collect();
        words.sort_unstable();
        words.join(" ")
    };
    let as_written = jaro_winkler::similarity(one.chars(), other.chars());
    as_written.max(jaro_winkler::similarity(sorted(one).chars(), sorted(other).chars()))
}
