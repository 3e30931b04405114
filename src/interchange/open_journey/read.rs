//! A file into a map.

use super::nodes::Node;
use super::{SCORE_PER_EMOTION, kept_key, list, other_keys, text};
use crate::base::{Warning, Warnings};
use crate::interchange::builder::Builder;
use crate::interchange::lane_names::{is_touchpoints, lane_kind};
use crate::interchange::{Imported, Unreadable};
use crate::model::{CardKind, LaneId, LaneKind, PersonaId, StageId, TouchpointId};
use crate::tr;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Reads an OpenJourney file; `name` is the map's title where the file has none.
///
/// # Errors
/// [`Unreadable`] when it is no JSON or has no stages.
pub fn read(text: &str, name: &str) -> Result<Imported, Unreadable> {
    let value: Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| Unreadable {
            line: Some(error.line()),
            problem: tr!("interchange-open-journey-not-json", problem = error.to_string()),
            hint: tr!("interchange-open-journey-not-json-hint"),
        })?;
    let empty = Map::new();
    let root = value.as_object().unwrap_or(&empty);
    if list(root, "stages").is_empty() && list(root, "nodes").is_empty() {
        return Err(Unreadable {
            line: None,
            problem: tr!("interchange-open-journey-no-stages"),
            hint: tr!("interchange-open-journey-no-stages-hint"),
        });
    }
    let mut reader = Reader::new(root, name);
    reader.stages(list(root, "stages"));
    let nodes = reader.nodes(list(root, "nodes"));
    let main = main_swimlane(list(root, "swimlanes"), &nodes);
    reader.touchpoints(&nodes, &main);
    reader.lanes(list(root, "swimlanes"), &main);
    reader.cards(&nodes, &main);
    reader.builder.show_all_curves();
    Ok(Imported { map: reader.builder.finish(), warnings: reader.warnings })
}

/// The swimlane whose nodes are the touchpoints: that of most nodes with this purpose, else the one that is named so,
/// else the first.
fn main_swimlane(swimlanes: &[Value], nodes: &[Node<'_>]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for node in nodes.iter().filter(|node| node.is_touchpoint()) {
        *counts.entry(node.swimlane).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count).map(|(id, _)| id.to_owned());
    let lanes: Vec<_> = swimlanes.iter().filter_map(Value::as_object).collect();
    let named = || lanes.iter().find(|lane| is_touchpoints(text(lane, "name")));
    let id = |lane: &&Map<String, Value>| text(lane, "id").to_owned();
    let first_of_nodes = || nodes.first().map(|node| node.swimlane.to_owned());
    most.or_else(|| named().or(lanes.first()).map(id)).or_else(first_of_nodes).unwrap_or_default()
}

struct Reader {
    builder: Builder,
    warnings: Warnings,
    persona: PersonaId,
    stages: BTreeMap<String, StageId>,
    lanes: BTreeMap<String, Lane>,
    /// Touchpoints by the name that our own files give them.
    own: BTreeMap<u64, TouchpointId>,
}

/// What the nodes of a swimlane become.
#[derive(Clone, Copy)]
enum Lane {
    Cards(LaneId, LaneKind),
    Channels,
}

impl Reader {
    fn new(root: &Map<String, Value>, name: &str) -> Self {
        let empty = Map::new();
        let about = root.get("metadata").and_then(Value::as_object).unwrap_or(&empty);
        let either = |first: &str, second: &str| {
            let found = [(about, first), (about, second), (root, first), (root, second)];
            found
                .map(|(object, key)| text(object, key))
                .into_iter()
                .find(|text| !text.trim().is_empty())
                .unwrap_or_default()
        };
        let title = either("title", "name");
        let mut builder = Builder::new(if title.trim().is_empty() { name } else { title });
        builder.set_description(either("pointOfView", "pov"));
        let persona = root.get("persona").or_else(|| about.get("persona"));
        let (name, quote) = match persona {
            Some(Value::Object(persona)) => (text(persona, "name"), text(persona, "quote")),
            Some(Value::String(name)) => (name.as_str(), ""),
            _ => ("", ""),
        };
        let name = if name.trim().is_empty() { tr!("interchange-persona") } else { name.to_owned() };
        let id = builder.persona(&name);
        builder.with_persona(id, |persona| quote.trim().clone_into(&mut persona.quote));
        let known = ["version", "persona", "pointOfView", "stages", "swimlanes", "nodes"];
        if let Some(kept) = other_keys(root, &known) {
            builder.keep(kept_key("root", 0), kept);
        }
        Self {
            builder,
            warnings: Warnings::new(),
            persona: id,
            stages: BTreeMap::new(),
            lanes: BTreeMap::new(),
            own: BTreeMap::new(),
        }
    }

    fn stages(&mut self, stages: &[Value]) {
        for stage in stages.iter().filter_map(Value::as_object) {
            let id = self.builder.stage(text(stage, "name"));
            self.stages.insert(text(stage, "id").to_owned(), id);
            if let Some(kept) = other_keys(stage, &["name"]) {
                self.builder.keep(kept_key("stage", id.0), kept);
            }
        }
    }

    /// The nodes that are objects; stages that nobody declared are made.
    fn nodes<'a>(&mut self, nodes: &'a [Value]) -> Vec<Node<'a>> {
        let mut found = Vec::new();
        for (index, value) in nodes.iter().enumerate() {
            let Some(object) = value.as_object() else {
                self.warn(
                    "not-a-node",
                    index,
                    &value.to_string(),
                    tr!("interchange-open-journey-not-a-node"),
                );
                continue;
            };
            let node = Node::new(index, object);
            if !self.stages.contains_key(node.stage) {
                self.warn("no-stage", index, node.stage, tr!("interchange-open-journey-no-stage"));
                let id = self.builder.stage(node.stage);
                self.stages.insert(node.stage.to_owned(), id);
            }
            found.push(node);
        }
        found
    }

    /// The columns of the map; a stage without any gets one of its own, which carries its cards.
    fn touchpoints(&mut self, nodes: &[Node<'_>], main: &str) {
        for node in nodes.iter().filter(|node| node.swimlane == main) {
            let Some(stage) = self.stages.get(node.stage).copied() else { continue };
            let id = self.builder.touchpoint(stage, node.title());
            self.own.insert(node.own_touchpoint.unwrap_or(u64::MAX - node.index as u64), id);
            let tags = node.tags();
            self.builder.with_touchpoint(id, |touchpoint| {
                node.description().clone_into(&mut touchpoint.description);
                touchpoint.moment_of_truth = node.is_moment_of_truth();
                touchpoint.tags.extend(tags);
            });
            self.score(node, id);
            self.blueprint(node, id);
            if let Some(kept) = node.kept() {
                self.builder.keep(kept_key("touchpoint", id.0), kept);
            }
        }
        let needed: Vec<_> = nodes.iter().filter_map(|node| self.stages.get(node.stage).copied()).collect();
        for stage in needed {
            if self.builder.touchpoints_of(stage).is_empty() {
                let name = self.builder.stage_name(stage);
                self.builder.touchpoint(stage, &name);
            }
        }
    }

    fn lanes(&mut self, swimlanes: &[Value], main: &str) {
        self.builder.lane(LaneKind::Emotion, "");
        for swimlane in swimlanes.iter().filter_map(Value::as_object) {
            let (id, name) = (text(swimlane, "id"), text(swimlane, "name"));
            if id == main {
                if let Some(kept) = other_keys(swimlane, &[]) {
                    self.builder.keep(kept_key("lane", 0), kept);
                }
                continue;
            }
            let lane = self.lane(id, name);
            if let (Lane::Cards(lane, _), Some(kept)) = (lane, other_keys(swimlane, &["name"])) {
                self.builder.keep(kept_key("lane", lane.0), kept);
            }
        }
    }

    fn lane(&mut self, id: &str, name: &str) -> Lane {
        let lane = match lane_kind(name) {
            Some(LaneKind::Channels) => {
                self.builder.lane(LaneKind::Channels, "");
                Lane::Channels
            }
            // Words about feelings; the curve is in a lane of its own.
            Some(LaneKind::Emotion) => {
                Lane::Cards(self.builder.lane(LaneKind::Thoughts, name), LaneKind::Thoughts)
            }
            found => {
                let kind = found.unwrap_or(LaneKind::Notes);
                Lane::Cards(self.builder.lane(kind, name), kind)
            }
        };
        self.lanes.insert(id.to_owned(), lane);
        lane
    }

    fn cards(&mut self, nodes: &[Node<'_>], main: &str) {
        // The nodes of a cell beside the touchpoints of its stage, in their order.
        let mut places: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for node in nodes.iter().filter(|node| node.swimlane != main) {
            let Some(stage) = self.stages.get(node.stage).copied() else { continue };
            let place = places.entry((node.stage, node.swimlane)).or_default();
            let columns = self.builder.touchpoints_of(stage);
            let beside = columns.get(*place).or(columns.last()).copied();
            *place += 1;
            let own = node.own_touchpoint.and_then(|id| self.own.get(&id).copied());
            let Some(touchpoint) = own.or(beside) else { continue };
            let lane = match self.lanes.get(node.swimlane) {
                Some(lane) => *lane,
                None => {
                    self.warn("no-lane", node.index, node.swimlane, tr!("interchange-open-journey-no-lane"));
                    self.lane(node.swimlane, node.swimlane)
                }
            };
            self.card(node, lane, touchpoint);
        }
    }

    fn card(&mut self, node: &Node<'_>, lane: Lane, touchpoint: TouchpointId) {
        if node.is_moment_of_truth() {
            self.builder.with_touchpoint(touchpoint, |touchpoint| touchpoint.moment_of_truth = true);
        }
        self.score(node, touchpoint);
        self.blueprint(node, touchpoint);
        let (lane, kind) = match lane {
            Lane::Channels => return self.builder.add_channel(touchpoint, node.title()),
            Lane::Cards(lane, kind) => (lane, kind),
        };
        let card = self.builder.card((lane, touchpoint), &node.words(), node.card_kind(kind));
        let tags = node.tags();
        self.builder.with_card(card, |card| card.tags.extend(tags));
        if let Some(kept) = node.kept() {
            self.builder.keep(kept_key("card", card.0), kept);
        }
    }

    /// The score of a touchpoint's own node counts before those of the cards at it.
    fn score(&mut self, node: &Node<'_>, touchpoint: TouchpointId) {
        let Some(score) = node.score() else { return };
        if !(-5.0..=5.0).contains(&score) {
            self.warn(
                "score-outside",
                node.index,
                &score.to_string(),
                tr!("interchange-open-journey-score-outside"),
            );
        }
        if !self.builder.has_emotion(self.persona, touchpoint) {
            self.builder.emotion(self.persona, touchpoint, score / SCORE_PER_EMOTION);
        }
    }

    /// What happens behind a node, as cards.
    fn blueprint(&mut self, node: &Node<'_>, touchpoint: TouchpointId) {
        for (part, text) in node.blueprint() {
            let (name, kind) = part.lane();
            let key = format!("blueprint/{name}");
            let lane = match self.lanes.get(&key) {
                Some(Lane::Cards(lane, _)) => *lane,
                _ => {
                    let lane = self.builder.lane(kind, &name);
                    self.lanes.insert(key, Lane::Cards(lane, kind));
                    lane
                }
            };
            self.builder.card((lane, touchpoint), &text, CardKind::for_lane(kind));
        }
    }

    /// A warning about the node with this index.
    fn warn(&mut self, kind: &'static str, index: usize, value: &str, message: String) {
        let line = u64::try_from(index + 1).ok();
        self.warnings.push(Warning { kind, line, column: None, value: Some(value.to_owned()), message });
    }
}
