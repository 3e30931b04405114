//! A node of a file, and what its keys mean on a map.

use super::{NODE_KEYS, list, other_keys, text};
use crate::base::key::name_key;
use crate::model::{CardKind, LaneKind, Pain};
use crate::tr;
use serde_json::{Map, Value};

/// A node.
pub(super) struct Node<'a> {
    /// Its place in the list.
    pub index: usize,
    pub stage: &'a str,
    pub swimlane: &'a str,
    /// The touchpoint that our own files name, since a cell of the format may hold several.
    pub own_touchpoint: Option<u64>,
    object: &'a Map<String, Value>,
}

/// A part of a node's blueprint.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Onstage,
    Backstage,
    Support,
    Evidence,
}

impl Part {
    /// Name and kind of the lane that it goes to; an empty name is the kind's own.
    pub(super) fn lane(self) -> (String, LaneKind) {
        match self {
            Self::Onstage => (tr!("interchange-open-journey-onstage"), LaneKind::Notes),
            Self::Backstage => (String::new(), LaneKind::Backstage),
            Self::Support => (tr!("interchange-open-journey-support"), LaneKind::Backstage),
            Self::Evidence => (tr!("interchange-open-journey-evidence"), LaneKind::Notes),
        }
    }
}

impl<'a> Node<'a> {
    pub(super) fn new(index: usize, object: &'a Map<String, Value>) -> Self {
        let either = |long: &str, short: &str| match text(object, long) {
            "" => text(object, short),
            found => found,
        };
        let own = object.get("pathlight").and_then(|own| own.get("touchpoint")).and_then(Value::as_u64);
        Self {
            index,
            stage: either("stageId", "stage"),
            swimlane: either("swimlaneId", "swimlane"),
            own_touchpoint: own,
            object,
        }
    }

    pub(super) fn title(&self) -> &'a str {
        match text(self.object, "title").trim() {
            "" => self.description(),
            title => title,
        }
    }

    pub(super) fn description(&self) -> &'a str {
        text(self.object, "description").trim()
    }

    /// Title and description, as a card says them.
    pub(super) fn words(&self) -> String {
        let (title, description) = (self.title(), self.description());
        if description.is_empty() || title == description {
            title.to_owned()
        } else {
            format!("{title}\n{description}")
        }
    }

    pub(super) fn is_moment_of_truth(&self) -> bool {
        self.object.get("isMomentOfTruth").and_then(Value::as_bool).unwrap_or(false)
    }

    pub(super) fn is_touchpoint(&self) -> bool {
        name_key(text(self.object, "purpose")) == "touchpoint"
    }

    /// As given; none when it is missing: 0 is then only the default.
    pub(super) fn score(&self) -> Option<f64> {
        self.object.get("score").and_then(Value::as_f64).filter(|score| score.is_finite())
    }

    pub(super) fn tags(&self) -> Vec<String> {
        let tags = list(self.object, "tags").iter().filter_map(Value::as_str);
        tags.map(str::trim).filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
    }

    /// What a card of this node is, in a lane of a kind; what the node says of itself counts first.
    pub(super) fn card_kind(&self, lane: LaneKind) -> CardKind {
        let severity = match name_key(text(self.object, "severity")).as_str() {
            "low" => Some(1),
            "medium" => Some(3),
            "high" => Some(5),
            _ => None,
        };
        let purpose = name_key(text(self.object, "purpose"));
        let kind = match purpose.as_str() {
            "pain point" | "pain" => CardKind::for_lane(LaneKind::Pains),
            "opportunity" => CardKind::for_lane(LaneKind::Opportunities),
            "quote" => CardKind::for_lane(LaneKind::Quotes),
            _ => CardKind::for_lane(lane),
        };
        match kind {
            CardKind::Pain(pain) => {
                CardKind::Pain(Pain { severity: severity.unwrap_or(pain.severity), ..pain })
            }
            other => other,
        }
    }

    /// What happens on stage, behind it, and what supports and proves it, a sentence for each.
    pub(super) fn blueprint(&self) -> Vec<(Part, String)> {
        let Some(blueprint) = self.object.get("blueprint").and_then(Value::as_object) else {
            return Vec::new();
        };
        let parts = [
            (Part::Onstage, "onstage", "actor", "action"),
            (Part::Backstage, "backstage", "actor", "action"),
            (Part::Support, "support", "system", "description"),
            (Part::Evidence, "evidence", "type", "item"),
        ];
        let mut found = Vec::new();
        for (part, key, who, what) in parts {
            for entry in list(blueprint, key).iter().filter_map(Value::as_object) {
                let (who, what) = (text(entry, who).trim(), text(entry, what).trim());
                let words =
                    [who, what].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(": ");
                if !words.is_empty() {
                    found.push((part, words));
                }
            }
        }
        found
    }

    /// The keys that a map has no places for; the blueprint becomes cards.
    pub(super) fn kept(&self) -> Option<String> {
        let known: Vec<&str> = NODE_KEYS.iter().copied().chain(["blueprint"]).collect();
        other_keys(self.object, &known)
    }
}
