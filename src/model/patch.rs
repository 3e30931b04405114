//! The difference between two states of a map: before and after of each record touched.
//! Undo is the inverted patch, for every edit alike.

use super::card::Card;
use super::id::{CardId, ChannelId, LaneId, PersonaId, SnapshotId, SourceId, StageId, TouchpointId};
use super::lane::Lane;
use super::persona::Persona;
use super::records::{About, Channel, JourneyMap, Stage, Touchpoint};
use super::snapshot::Snapshot;
use super::source::Source;
use super::workshop::Workshop;

/// One record of any kind, before and after; none = not there.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // the variants are the kinds of records
pub enum Change {
    About { before: Box<About>, after: Box<About> },
    Stage(StageId, Option<Stage>, Option<Stage>),
    Touchpoint(TouchpointId, Option<Touchpoint>, Option<Touchpoint>),
    Lane(LaneId, Option<Lane>, Option<Lane>),
    Card(CardId, Option<Card>, Option<Card>),
    Persona(PersonaId, Option<Persona>, Option<Persona>),
    Channel(ChannelId, Option<Channel>, Option<Channel>),
    Source(SourceId, Option<Box<Source>>, Option<Box<Source>>),
    Workshop { before: Box<Workshop>, after: Box<Workshop> },
    Snapshot(SnapshotId, Option<Snapshot>, Option<Snapshot>),
}

/// All records that a transaction touched, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patch {
    /// In the order of kinds and ids.
    pub changes: Vec<Change>,
}

impl Patch {
    /// True when nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The patch that leads back.
    #[must_use]
    pub fn inverted(&self) -> Self {
        let changes = self.changes.iter().cloned().map(|change| match change {
            Change::About { before, after } => Change::About { before: after, after: before },
            Change::Stage(id, before, after) => Change::Stage(id, after, before),
            Change::Touchpoint(id, before, after) => Change::Touchpoint(id, after, before),
            Change::Lane(id, before, after) => Change::Lane(id, after, before),
            Change::Card(id, before, after) => Change::Card(id, after, before),
            Change::Persona(id, before, after) => Change::Persona(id, after, before),
            Change::Channel(id, before, after) => Change::Channel(id, after, before),
            Change::Source(id, before, after) => Change::Source(id, after, before),
            Change::Workshop { before, after } => Change::Workshop { before: after, after: before },
            Change::Snapshot(id, before, after) => Change::Snapshot(id, after, before),
        });
        Self { changes: changes.collect() }
    }

    /// All states of data sources in it.
    pub(super) fn sources(&self) -> impl Iterator<Item = &Source> {
        self.changes.iter().flat_map(|change| match change {
            Change::Source(_, before, after) => [before.as_deref(), after.as_deref()].into_iter().flatten(),
            _ => [None, None].into_iter().flatten(),
        })
    }

    /// The same, to change them.
    pub(super) fn sources_mut(&mut self) -> impl Iterator<Item = &mut Source> {
        self.changes.iter_mut().flat_map(|change| match change {
            Change::Source(_, before, after) => {
                [before.as_deref_mut(), after.as_deref_mut()].into_iter().flatten()
            }
            _ => [None, None].into_iter().flatten(),
        })
    }

    /// Puts the map into the state after the patch.
    pub(in crate::model) fn apply_to(&self, map: &mut JourneyMap) {
        for change in self.changes.iter().cloned() {
            match change {
                Change::About { after, .. } => map.about = *after,
                Change::Stage(id, _, after) => drop(map.stages.set(id, after)),
                Change::Touchpoint(id, _, after) => drop(map.touchpoints.set(id, after)),
                Change::Lane(id, _, after) => drop(map.lanes.set(id, after)),
                Change::Card(id, _, after) => drop(map.cards.set(id, after)),
                Change::Persona(id, _, after) => drop(map.personas.set(id, after)),
                Change::Channel(id, _, after) => drop(map.channels.set(id, after)),
                Change::Source(id, _, after) => drop(map.sources.set(id, after.map(|s| *s))),
                Change::Workshop { after, .. } => map.workshop = *after,
                Change::Snapshot(id, _, after) => drop(map.snapshots.set(id, after)),
            }
        }
    }
}
