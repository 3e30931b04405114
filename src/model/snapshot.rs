//! Snapshots: the map as it was at a moment worth a name, kept in the map itself.

use super::card::Card;
use super::id::SnapshotId;
use super::persona::Persona;
use super::records::{JourneyMap, MapKind};
use super::source::Source;
use super::table::Table;
use super::workshop::Workshop;
use crate::tr;
use serde::{Deserialize, Serialize};

/// The map as it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// Id.
    pub id: SnapshotId,
    /// Name, such as `after the workshop`.
    pub name: String,
    /// When it was taken: ISO date or time.
    pub made: String,
    /// The map without its snapshots.
    pub map: Box<JourneyMap>,
}

impl JourneyMap {
    /// A map of what should happen, begun from this one: the curve that should be becomes the drawn one, and what
    /// belongs to the present (votes, data, workshop, snapshots) stays behind.
    #[must_use]
    pub fn as_to_be(&self) -> Self {
        let mut map = self.without_snapshots();
        map.about.kind = MapKind::ToBe;
        map.about.title = tr!("model-to-be-title", title = self.about.title.as_str());
        map.workshop = Workshop::default();
        map.sources = Table::default();
        let unvoted = |card: &Card| Card { votes: 0, ..card.clone() };
        map.cards = self.cards.iter().map(unvoted).collect();
        let hoped = |persona: &Persona| {
            let mut persona = persona.clone();
            let to_be = std::mem::take(&mut persona.to_be);
            persona.emotions.extend(to_be);
            persona
        };
        map.personas = self.personas.iter().map(hoped).collect();
        map
    }

    /// Writes the paths of all data anew, for a map seen from another folder.
    pub fn relocate_sources(&mut self, relocate: impl Fn(&str) -> String) {
        let moved = |source: &Source| Source { path: relocate(&source.path), ..source.clone() };
        self.sources = self.sources.iter().map(moved).collect();
    }

    /// The map as a snapshot holds it.
    #[must_use]
    pub fn without_snapshots(&self) -> Self {
        // Snapshots hold whole maps: cloned only to be dropped they would cost the most.
        Self {
            about: self.about.clone(),
            stages: self.stages.clone(),
            touchpoints: self.touchpoints.clone(),
            lanes: self.lanes.clone(),
            cards: self.cards.clone(),
            personas: self.personas.clone(),
            channels: self.channels.clone(),
            sources: self.sources.clone(),
            workshop: self.workshop.clone(),
            snapshots: Table::default(),
            // Belongs to the file that the map came from, not to one of its states.
            foreign: std::collections::BTreeMap::new(),
        }
    }
}
