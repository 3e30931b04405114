//! Snapshots: the map as it was at a moment worth a name, kept in the map itself.

use super::id::SnapshotId;
use super::records::JourneyMap;
use super::table::Table;
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
        }
    }
}
