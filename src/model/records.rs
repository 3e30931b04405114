//! What a map consists of; lanes, cards, personas, sources and the workshop have files of their own.
//! Plain data: rules about it are in `check`, changes in `edit`.

use super::card::Card;
use super::id::{CardId, ChannelId, LaneId, PersonaId, SnapshotId, StageId, TouchpointId};
use super::lane::Lane;
use super::persona::Persona;
use super::review::Review;
use super::snapshot::Snapshot;
use super::source::Source;
use super::table::{Record, Table};
use super::target::Target;
use super::workshop::Workshop;
use crate::base::Color;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A journey map: one persona's journey (or several side by side) for one scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JourneyMap {
    /// Title, kind, order of things and settings.
    pub about: About,
    /// Chapters of the journey.
    pub stages: Table<Stage>,
    /// Columns of the map.
    pub touchpoints: Table<Touchpoint>,
    /// Rows of the map.
    pub lanes: Table<Lane>,
    /// Items in the cells.
    #[serde(default)]
    pub cards: Table<Card>,
    /// Whose journey it is.
    #[serde(default)]
    pub personas: Table<Persona>,
    /// Where customer and company meet.
    #[serde(default)]
    pub channels: Table<Channel>,
    /// Where the interaction data is and how it is read.
    #[serde(default)]
    pub sources: Table<Source>,
    /// Agenda, guesses, votes and the parking lot.
    #[serde(default, skip_serializing_if = "is_default")]
    pub workshop: Workshop,
    /// The map as it was at moments that were given a name.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub snapshots: Table<Snapshot>,
    /// What another program's file had that a map has no place for, to be written back to it: by format and place.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub foreign: BTreeMap<String, String>,
}

/// Is the map what happens or what should happen?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MapKind {
    /// What happens today.
    #[default]
    AsIs,
    /// What should happen.
    ToBe,
}

/// The record of the map itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// Name of the map.
    pub title: String,
    /// As-is or to-be.
    #[serde(default)]
    pub kind: MapKind,
    /// The scenario in a sentence or two.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Stages from left to right.
    pub stages: Vec<StageId>,
    /// Lanes from top to bottom.
    pub lanes: Vec<LaneId>,
    /// Personas in order; the first is the one shown when none is chosen.
    #[serde(default)]
    pub personas: Vec<PersonaId>,
    /// Counts from 1 below this number are hidden in shared exports; 0 hides none.
    #[serde(default = "default_smallest_group")]
    pub smallest_group: u32,
    /// What figures should be by a day, in the order in which they were set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// How good or bad words are where moods are told from words: −5 (bad) … 5 (good), in small letters. They go before
    /// the word lists.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub word_moods: BTreeMap<String, i8>,
    /// When the map was reviewed, thresholds of signs, findings put aside.
    #[serde(default, skip_serializing_if = "is_default")]
    pub review: Review,
    /// The next unused id number.
    pub next_id: u32,
}

const fn default_smallest_group() -> u32 {
    5
}

impl Default for About {
    fn default() -> Self {
        Self {
            title: String::new(),
            kind: MapKind::AsIs,
            description: String::new(),
            stages: Vec::new(),
            lanes: Vec::new(),
            personas: Vec::new(),
            smallest_group: default_smallest_group(),
            targets: Vec::new(),
            word_moods: BTreeMap::new(),
            review: Review::default(),
            next_id: 1,
        }
    }
}

/// A chapter of the journey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Id.
    pub id: StageId,
    /// Name.
    pub name: String,
    /// Touchpoints from left to right; each touchpoint is in exactly one stage.
    pub touchpoints: Vec<TouchpointId>,
    /// Index into the theme's stage palette; none = by position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub palette: Option<u8>,
}

/// One step in which customer and company meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Touchpoint {
    /// Id.
    pub id: TouchpointId,
    /// Name.
    pub name: String,
    /// More about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Who in the company answers for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Channels the team drew, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelId>,
    /// Here the journey has succeeded.
    #[serde(default, skip_serializing_if = "is_default")]
    pub goal: bool,
    /// Here the customer asks for help.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contact: bool,
    /// This touchpoint decides: drawn with a star.
    #[serde(default, skip_serializing_if = "is_default")]
    pub moment_of_truth: bool,
    /// Free words to filter by.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub tags: BTreeSet<String>,
}

impl Touchpoint {
    /// A plain touchpoint.
    #[must_use]
    pub fn new(id: TouchpointId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            description: String::new(),
            owner: String::new(),
            channels: Vec::new(),
            goal: false,
            contact: false,
            moment_of_truth: false,
            tags: BTreeSet::new(),
        }
    }
}

/// A way in which customer and company meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Id.
    pub id: ChannelId,
    /// Name as shown; compared with the data's channel names by normalised key.
    pub name: String,
    /// Own colour; none = by name from the theme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,
    /// Customers help themselves here: nobody of the company takes part.
    #[serde(default, skip_serializing_if = "is_default")]
    pub self_service: bool,
}

impl Channel {
    /// A channel in which people are served, in the colour of its name.
    #[must_use]
    pub fn new(id: ChannelId, name: impl Into<String>) -> Self {
        Self { id, name: name.into(), color: None, self_service: false }
    }
}

macro_rules! record {
    ($($record:ident: $id:ident, $kind:literal;)*) => {
        $(impl Record for $record {
            type Id = $id;
            const KIND: &'static str = $kind;
            fn id(&self) -> $id {
                self.id
            }
        })*
    };
}
record! {
    Stage: StageId, "stage";
    Touchpoint: TouchpointId, "touchpoint";
    Lane: LaneId, "lane";
    Card: CardId, "card";
    Persona: PersonaId, "persona";
    Channel: ChannelId, "channel";
    Snapshot: SnapshotId, "snapshot";
}

impl JourneyMap {
    /// Stages from left to right.
    pub fn stages_in_order(&self) -> impl Iterator<Item = &Stage> {
        self.about.stages.iter().filter_map(|id| self.stages.get(*id))
    }

    /// Touchpoints from left to right, each with its stage.
    pub fn touchpoints_in_order(&self) -> impl Iterator<Item = (&Stage, &Touchpoint)> {
        self.stages_in_order().flat_map(move |stage| {
            let touchpoints = stage.touchpoints.iter();
            touchpoints.filter_map(move |id| Some((stage, self.touchpoints.get(*id)?)))
        })
    }

    /// A touchpoint's name; empty when it is gone.
    pub fn name_of(&self, id: TouchpointId) -> &str {
        self.touchpoints.get(id).map_or("", |touchpoint| touchpoint.name.as_str())
    }

    /// Lanes from top to bottom, hidden ones too.
    pub fn lanes_in_order(&self) -> impl Iterator<Item = &Lane> {
        self.about.lanes.iter().filter_map(|id| self.lanes.get(*id))
    }

    /// Personas in order.
    pub fn personas_in_order(&self) -> impl Iterator<Item = &Persona> {
        self.about.personas.iter().filter_map(|id| self.personas.get(*id))
    }

    /// The cards of a cell from top to bottom.
    #[must_use]
    pub fn cell(&self, lane: LaneId, touchpoint: TouchpointId) -> Vec<&Card> {
        let in_cell = |card: &&Card| card.lane == lane && card.touchpoint == touchpoint;
        let mut cards: Vec<_> = self.cards.iter().filter(in_cell).collect();
        cards.sort_by_key(|card| (card.slot, card.id));
        cards
    }

    /// The touchpoints that a card covers, from its own to the right; never empty for a card of the map.
    #[must_use]
    pub fn covered(&self, card: &Card) -> Vec<TouchpointId> {
        let columns = self.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id);
        columns.skip_while(|id| *id != card.touchpoint).take(card.span as usize + 1).collect()
    }

    /// Whose curves an emotion lane shows: those it names, else the shown persona's (none = the first's).
    #[must_use]
    pub fn personas_of(&self, lane: &Lane, shown: Option<PersonaId>) -> Vec<&Persona> {
        let named: Vec<_> = lane.personas.iter().filter_map(|id| self.personas.get(*id)).collect();
        if !named.is_empty() {
            return named;
        }
        let shown = shown.and_then(|id| self.personas.get(id));
        shown.or_else(|| self.personas_in_order().next()).into_iter().collect()
    }

    /// For whom a new dot in an emotion lane is drawn: the shown persona where the lane shows them, else its first.
    #[must_use]
    pub fn drawn_for(&self, lane: &Lane, shown: Option<PersonaId>) -> Option<PersonaId> {
        let personas: Vec<_> = self.personas_of(lane, shown).iter().map(|persona| persona.id).collect();
        shown.filter(|id| personas.contains(id)).or(personas.first().copied())
    }

    /// The stage that holds a touchpoint.
    #[must_use]
    pub fn stage_of(&self, touchpoint: TouchpointId) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.touchpoints.contains(&touchpoint))
    }
}
