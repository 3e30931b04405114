//! A map into a file.

use super::{SCORE_PER_EMOTION, kept_key};
use crate::model::{Card, CardKind, Emotion, JourneyMap, Lane, LaneKind, Stage, Touchpoint, TouchpointId};
use crate::tr;
use serde_json::{Map, Value, json};

/// The version of the format that is written.
const VERSION: &str = "1.0";
/// The swimlane of the touchpoints, unless a file named it.
const MAIN: &str = "touchpoints";
const CHANNELS: &str = "channels";

/// The map as an OpenJourney file; `lane_name` names the lanes that have no name of their own.
#[must_use]
pub fn write(map: &JourneyMap, lane_name: &dyn Fn(&Lane) -> String) -> String {
    let writer = Writer { map, main: kept(map, "lane", 0) };
    let persona = map.personas_in_order().next().map(|persona| persona.name.as_str()).unwrap_or_default();
    let mut root = Map::new();
    root.insert("version".to_owned(), json!(VERSION));
    root.insert("persona".to_owned(), json!(persona));
    root.insert("pointOfView".to_owned(), json!(map.about.description));
    let mut others = kept(map, "root", 0);
    let mut about = match others.remove("metadata") {
        Some(Value::Object(about)) => about,
        _ => Map::new(),
    };
    about.insert("title".to_owned(), json!(map.about.title));
    for (key, value) in [("persona", persona), ("pov", map.about.description.as_str())] {
        if about.contains_key(key) {
            about.insert(key.to_owned(), json!(value));
        }
    }
    root.insert("metadata".to_owned(), Value::Object(about));
    root.extend(others);
    root.insert("stages".to_owned(), map.stages_in_order().map(|stage| writer.stage(stage)).collect());
    root.insert("swimlanes".to_owned(), Value::Array(writer.swimlanes(lane_name)));
    root.insert("nodes".to_owned(), Value::Array(writer.nodes()));
    format!("{:#}\n", Value::Object(root))
}

/// What an OpenJourney file of this map does not hold, a sentence for each.
#[must_use]
pub fn losses(map: &JourneyMap) -> Vec<String> {
    let mut losses = Vec::new();
    let mut add_if = |lost: bool, words: String| losses.extend(lost.then_some(words));
    add_if(map.personas.len() > 1, tr!("interchange-loss-personas"));
    let to_be = map.personas.iter().filter(|persona| !persona.to_be.is_empty()).count();
    add_if(to_be > 0, tr!("interchange-loss-to-be", count = to_be));
    let pictures = map.cards.iter().filter(|card| matches!(card.kind, CardKind::Image { .. })).count();
    add_if(pictures > 0, tr!("interchange-loss-pictures", count = pictures));
    add_if(map.workshop != crate::model::Workshop::default(), tr!("interchange-loss-votes"));
    add_if(!map.snapshots.is_empty(), tr!("interchange-loss-snapshots", count = map.snapshots.len()));
    add_if(!map.sources.is_empty(), tr!("interchange-loss-data"));
    losses
}

/// What a file had that maps have no place for.
fn kept(map: &JourneyMap, kind: &str, id: u32) -> Map<String, Value> {
    let kept = map.foreign.get(&kept_key(kind, id));
    match kept.and_then(|text| serde_json::from_str(text).ok()) {
        Some(Value::Object(object)) => object,
        _ => Map::new(),
    }
}

struct Writer<'a> {
    map: &'a JourneyMap,
    /// The swimlane of the touchpoints as a file had it.
    main: Map<String, Value>,
}

impl Writer<'_> {
    /// An object with the keys that a file had, and ours over them.
    fn object<const N: usize>(&self, kind: &str, id: u32, keys: [(&str, Value); N]) -> Value {
        let mut object = kept(self.map, kind, id);
        for (key, value) in keys {
            if value.is_null() {
                object.shift_remove(key);
            } else {
                object.insert(key.to_owned(), value);
            }
        }
        Value::Object(object)
    }

    fn id(&self, kind: &str, id: u32) -> String {
        match kept(self.map, kind, id).get("id") {
            Some(Value::String(known)) => known.clone(),
            _ => format!("{kind}-{id}"),
        }
    }

    fn main_id(&self) -> Value {
        self.main.get("id").cloned().unwrap_or_else(|| json!(MAIN))
    }

    fn stage(&self, stage: &Stage) -> Value {
        let id = self.id("stage", stage.id.0);
        self.object("stage", stage.id.0, [("id", json!(id)), ("name", json!(stage.name))])
    }

    fn swimlanes(&self, lane_name: &dyn Fn(&Lane) -> String) -> Vec<Value> {
        let mut main = self.main.clone();
        if main.is_empty() {
            main.insert("id".to_owned(), json!(MAIN));
            main.insert("name".to_owned(), json!("Touchpoints"));
        }
        let mut lanes = vec![Value::Object(main)];
        for lane in self.map.lanes_in_order() {
            if lane.kind.holds_cards() {
                let id = self.id("lane", lane.id.0);
                lanes.push(self.object(
                    "lane",
                    lane.id.0,
                    [("id", json!(id)), ("name", json!(lane_name(lane)))],
                ));
            } else if lane.kind == LaneKind::Channels {
                lanes.push(json!({"id": CHANNELS, "name": lane_name(lane)}));
            }
        }
        lanes
    }

    /// Stage by stage: its touchpoints, then their channels and cards from top to bottom.
    fn nodes(&self) -> Vec<Value> {
        let mut nodes = Vec::new();
        for stage in self.map.stages_in_order() {
            let id = self.id("stage", stage.id.0);
            let touchpoints: Vec<_> =
                stage.touchpoints.iter().filter_map(|id| self.map.touchpoints.get(*id)).collect();
            nodes.extend(touchpoints.iter().map(|touchpoint| self.touchpoint(&id, touchpoint)));
            for touchpoint in touchpoints {
                for lane in self.map.lanes_in_order() {
                    if lane.kind == LaneKind::Channels {
                        nodes.extend(self.channels(&id, touchpoint));
                    }
                    let cards = self.map.cell(lane.id, touchpoint.id);
                    nodes.extend(cards.into_iter().map(|card| self.card(&id, lane, card)));
                }
            }
        }
        nodes
    }

    fn touchpoint(&self, stage: &str, touchpoint: &Touchpoint) -> Value {
        let kept = kept(self.map, "touchpoint", touchpoint.id.0);
        let purpose = kept.get("purpose").cloned().unwrap_or_else(|| json!("touchpoint"));
        let score = self.score(touchpoint, kept.get("score"));
        self.object(
            "touchpoint",
            touchpoint.id.0,
            [
                ("id", json!(self.id("touchpoint", touchpoint.id.0))),
                ("stageId", json!(stage)),
                ("swimlaneId", self.main_id()),
                ("title", json!(touchpoint.name)),
                ("description", some_text(&touchpoint.description)),
                ("score", score),
                ("purpose", purpose),
                ("isMomentOfTruth", json!(touchpoint.moment_of_truth)),
                ("tags", json!(touchpoint.tags)),
                ("pathlight", own(touchpoint.id)),
            ],
        )
    }

    /// The score as it was read, while the emotion is still the one that it became.
    fn score(&self, touchpoint: &Touchpoint, read: Option<&Value>) -> Value {
        let persona = self.map.personas_in_order().next();
        let Some(emotion) = persona.and_then(|persona| persona.emotions.get(&touchpoint.id)) else {
            return Value::Null;
        };
        let is_same = |score: f64| Emotion::new(score / SCORE_PER_EMOTION) == *emotion;
        match read {
            Some(score) if score.as_f64().is_some_and(is_same) => score.clone(),
            _ => json!((emotion.value() * SCORE_PER_EMOTION * 100.0).round() / 100.0),
        }
    }

    fn channels(&self, stage: &str, touchpoint: &Touchpoint) -> Vec<Value> {
        let channels = touchpoint.channels.iter().filter_map(|id| self.map.channels.get(*id));
        let node = |name: &str| {
            json!({
                "stageId": stage, "swimlaneId": CHANNELS, "title": name, "purpose": "channel", "pathlight": own(touchpoint.id),
            })
        };
        channels.map(|channel| node(&channel.name)).collect()
    }

    fn card(&self, stage: &str, lane: &Lane, card: &Card) -> Value {
        let kept = kept(self.map, "card", card.id.0);
        let purpose = kept.get("purpose").cloned().unwrap_or_else(|| json!(purpose(&card.kind)));
        let severity = match &card.kind {
            CardKind::Pain(pain) => json!(match pain.severity {
                0..=2 => "low",
                3 => "medium",
                _ => "high",
            }),
            _ => Value::Null,
        };
        let (title, description) = card.text.split_once('\n').unwrap_or((&card.text, ""));
        let title = match &card.kind {
            CardKind::Metric { value } if !value.is_empty() => format!("{value} {title}"),
            _ => title.to_owned(),
        };
        self.object(
            "card",
            card.id.0,
            [
                ("id", json!(self.id("card", card.id.0))),
                ("stageId", json!(stage)),
                ("swimlaneId", json!(self.id("lane", lane.id.0))),
                ("title", json!(title.trim())),
                ("description", some_text(description)),
                ("severity", severity),
                ("purpose", purpose),
                ("tags", json!(card.tags)),
                ("pathlight", own(card.touchpoint)),
            ],
        )
    }
}

/// Our own key: a cell of the format may hold several touchpoints, and their cards must find them again.
fn own(touchpoint: TouchpointId) -> Value {
    json!({"touchpoint": touchpoint.0})
}

fn some_text(text: &str) -> Value {
    if text.trim().is_empty() { Value::Null } else { json!(text.trim()) }
}

fn purpose(kind: &CardKind) -> &'static str {
    match kind {
        CardKind::Pain(_) => "pain-point",
        CardKind::Opportunity(_) => "opportunity",
        CardKind::Quote { .. } => "quote",
        CardKind::Thought => "thought",
        CardKind::Backstage => "backstage",
        CardKind::Metric { .. } => "metric",
        CardKind::Image { .. } => "image",
        CardKind::Note => "note",
    }
}
