//! The difference between two states of a map: before and after of each record touched.
//! Undo is the way back, for every edit alike.

use super::card::Card;
use super::id::{CardId, ChannelId, LaneId, PersonaId, SnapshotId, SourceId, StageId, TouchpointId};
use super::lane::Lane;
use super::persona::Persona;
use super::records::{About, Channel, JourneyMap, Stage, Touchpoint};
use super::snapshot::Snapshot;
use super::source::Source;
use super::table::{Record, Table};
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
        self.bring(map, Side::After);
    }

    /// Puts the map into the state before the patch.
    pub(in crate::model) fn revert_on(&self, map: &mut JourneyMap) {
        self.bring(map, Side::Before);
    }

    fn bring(&self, map: &mut JourneyMap, side: Side) {
        for change in &self.changes {
            match change {
                Change::About { before, after } => map.about.clone_from(side.of(before, after)),
                Change::Stage(id, before, after) => put(&mut map.stages, *id, side.of(before, after)),
                Change::Touchpoint(id, before, after) => {
                    put(&mut map.touchpoints, *id, side.of(before, after))
                }
                Change::Lane(id, before, after) => put(&mut map.lanes, *id, side.of(before, after)),
                Change::Card(id, before, after) => put(&mut map.cards, *id, side.of(before, after)),
                Change::Persona(id, before, after) => put(&mut map.personas, *id, side.of(before, after)),
                Change::Channel(id, before, after) => put(&mut map.channels, *id, side.of(before, after)),
                Change::Source(id, before, after) => {
                    let source = side.of(before, after).as_deref();
                    map.sources.set(*id, source.cloned());
                }
                Change::Workshop { before, after } => map.workshop.clone_from(side.of(before, after)),
                Change::Snapshot(id, before, after) => put(&mut map.snapshots, *id, side.of(before, after)),
            }
        }
    }
}

fn put<R: Record>(table: &mut Table<R>, id: R::Id, record: &Option<R>) {
    table.set(id, record.clone());
}

/// One of the two states that a patch lies between.
#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

impl Side {
    fn of<T>(self, before: T, after: T) -> T {
        match self {
            Self::Before => before,
            Self::After => after,
        }
    }
}
