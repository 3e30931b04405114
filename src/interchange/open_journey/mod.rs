//! OpenJourney files (`.ojf`, JSON): stages, swimlanes and nodes. The nodes of one swimlane are the touchpoints, those of the
//! others are cards. Keys that maps have no place for are kept and written back.

mod nodes;
mod read;
mod write;

pub use read::read;
pub use write::{losses, write};

use serde_json::{Map, Value};

/// Scores run from −5 to +5, emotions from −2 to +2.
const SCORE_PER_EMOTION: f64 = 2.5;

/// The keys of a node that a map has places for.
const NODE_KEYS: &[&str] = &[
    "stageId",
    "stage",
    "swimlaneId",
    "swimlane",
    "title",
    "description",
    "severity",
    "isMomentOfTruth",
    "tags",
    "pathlight",
];

/// Under which an object's other keys are kept: `kind` is root, stage, lane, touchpoint or card.
fn kept_key(kind: &str, id: u32) -> String {
    format!("open-journey/{kind}/{id}")
}

/// The keys of an object that are not among the known ones, as JSON; none when there are none.
fn other_keys(object: &Map<String, Value>, known: &[&str]) -> Option<String> {
    let others = object.iter().filter(|(key, _)| !known.contains(&key.as_str()));
    let others: Map<String, Value> = others.map(|(key, value)| (key.clone(), value.clone())).collect();
    (!others.is_empty()).then(|| Value::Object(others).to_string())
}

/// The text of a key; empty when it is missing or no text.
fn text<'a>(object: &'a Map<String, Value>, key: &str) -> &'a str {
    object.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The objects of a list.
fn list<'a>(object: &'a Map<String, Value>, key: &str) -> &'a [Value] {
    object.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
