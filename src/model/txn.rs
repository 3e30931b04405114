//! The only way to change a map. A transaction remembers each record as it was at the first touch
//! and gives the difference at the end; dropped without `commit`, it puts everything back.

use super::card::Card;
use super::edit::EditError;
use super::id::{CardId, ChannelId, LaneId, PersonaId, SnapshotId, SourceId, StageId, TouchpointId};
use super::lane::Lane;
use super::patch::{Change, Patch};
use super::persona::Persona;
use super::records::{About, Channel, JourneyMap, Stage, Touchpoint};
use super::snapshot::Snapshot;
use super::source::Source;
use super::workshop::Workshop;
use std::collections::BTreeMap;

/// A transaction on a map.
pub struct Txn<'a> {
    map: &'a mut JourneyMap,
    before: Before,
}

#[derive(Default)]
struct Before {
    about: Option<Box<About>>,
    workshop: Option<Box<Workshop>>,
    stages: BTreeMap<StageId, Option<Stage>>,
    touchpoints: BTreeMap<TouchpointId, Option<Touchpoint>>,
    lanes: BTreeMap<LaneId, Option<Lane>>,
    cards: BTreeMap<CardId, Option<Card>>,
    personas: BTreeMap<PersonaId, Option<Persona>>,
    channels: BTreeMap<ChannelId, Option<Channel>>,
    sources: BTreeMap<SourceId, Option<Source>>,
    snapshots: BTreeMap<SnapshotId, Option<Snapshot>>,
}

macro_rules! access {
    ($($table:ident: $record:ident $id:ident, $change:ident, $put:ident, $remove:ident, $update:ident, $kind:literal;)*) => {
        $(
            #[doc = concat!("Puts a ", $kind, " in the place of its id.")]
            pub fn $put(&mut self, record: $record) {
                let id = record.id;
                let before = self.map.$table.set(id, Some(record));
                self.before.$table.entry(id).or_insert(before);
            }

            #[doc = concat!("Takes a ", $kind, " away; nothing happens when it is not there.")]
            pub fn $remove(&mut self, id: $id) -> Option<$record> {
                let removed = self.map.$table.set(id, None);
                self.before.$table.entry(id).or_insert_with(|| removed.clone());
                removed
            }

            #[doc = concat!("Changes a ", $kind, " in place.")]
            ///
            /// # Errors
            /// [`EditError::Missing`] when it is not there.
            pub fn $update(&mut self, id: $id, change: impl FnOnce(&mut $record)) -> Result<(), EditError> {
                let record = self.map.$table.need_mut(id)?;
                self.before.$table.entry(id).or_insert_with(|| Some(record.clone()));
                change(record);
                Ok(())
            }
        )*

        /// Ends the transaction and gives what it changed; records equal to before are left out.
        #[must_use]
        pub fn commit(mut self) -> Patch {
            let before = std::mem::take(&mut self.before);
            let mut changes = Vec::new();
            if let Some(about) = before.about {
                if *about != self.map.about {
                    changes.push(Change::About { before: about, after: Box::new(self.map.about.clone()) });
                }
            }
            if let Some(workshop) = before.workshop {
                if *workshop != self.map.workshop {
                    let after = Box::new(self.map.workshop.clone());
                    changes.push(Change::Workshop { before: workshop, after });
                }
            }
            $(for (id, before) in before.$table {
                let after = self.map.$table.get(id).cloned();
                if before != after {
                    changes.push(Change::$change(id, before.map(Into::into), after.map(Into::into)));
                }
            })*
            Patch { changes }
        }
    };
}

impl<'a> Txn<'a> {
    /// Begins a transaction.
    pub fn begin(map: &'a mut JourneyMap) -> Self {
        Self { map, before: Before::default() }
    }

    /// The map as it stands inside the transaction.
    #[must_use]
    pub fn map(&self) -> &JourneyMap {
        self.map
    }

    /// The map's own record, to change.
    pub fn about(&mut self) -> &mut About {
        let about = &mut self.map.about;
        self.before.about.get_or_insert_with(|| Box::new(about.clone()));
        about
    }

    /// The workshop's data, to change.
    pub fn workshop(&mut self) -> &mut Workshop {
        let workshop = &mut self.map.workshop;
        self.before.workshop.get_or_insert_with(|| Box::new(workshop.clone()));
        workshop
    }

    /// A fresh id number.
    ///
    /// # Errors
    /// [`EditError::OutOfIds`] after four billion of them.
    pub fn fresh_id(&mut self) -> Result<u32, EditError> {
        let about = self.about();
        let id = about.next_id;
        about.next_id = id.checked_add(1).ok_or(EditError::OutOfIds)?;
        Ok(id)
    }

    access! {
        stages: Stage StageId, Stage, put_stage, remove_stage, update_stage, "stage";
        touchpoints: Touchpoint TouchpointId, Touchpoint, put_touchpoint, remove_touchpoint, update_touchpoint, "touchpoint";
        lanes: Lane LaneId, Lane, put_lane, remove_lane, update_lane, "lane";
        cards: Card CardId, Card, put_card, remove_card, update_card, "card";
        personas: Persona PersonaId, Persona, put_persona, remove_persona, update_persona, "persona";
        channels: Channel ChannelId, Channel, put_channel, remove_channel, update_channel, "channel";
        sources: Source SourceId, Source, put_source, remove_source, update_source, "source";
        snapshots: Snapshot SnapshotId, Snapshot, put_snapshot, remove_snapshot, update_snapshot, "snapshot";
    }
}

impl Drop for Txn<'_> {
    /// Puts back whatever was not committed.
    fn drop(&mut self) {
        let before = std::mem::take(&mut self.before);
        if let Some(about) = before.about {
            self.map.about = *about;
        }
        if let Some(workshop) = before.workshop {
            self.map.workshop = *workshop;
        }
        macro_rules! put_back {
            ($($table:ident),*) => {
                $(for (id, record) in before.$table {
                    self.map.$table.set(id, record);
                })*
            };
        }
        put_back!(stages, touchpoints, lanes, cards, personas, channels, sources, snapshots);
    }
}
