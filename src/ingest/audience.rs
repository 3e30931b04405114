//! Those who wait for a load: they may stop it, see how far it has come, look at what there is so far, and say how much
//! memory there is for it.

use super::IngestError;
use super::report::{LoadReport, Loaded};
use super::room::{Room, bytes_wanted};
use crate::base::{Cancel, Progress};
use crate::events::LogBuilder;
use std::path::Path;

/// The first part of the data, while the rest is being read.
#[derive(Debug)]
pub struct Early {
    /// Its events and its account.
    pub loaded: Loaded,
    /// How much of the data it is, 0…1; none where nobody knows how much there is.
    pub share: Option<f32>,
}

/// Looks at data while it is being read. Each look costs a copy of what there is.
pub trait Onlooker: Sync {
    /// Asked again and again: would a look be welcome now that so much of the data is there?
    fn wants(&self, share: Option<f32>) -> bool;

    /// Gets what was wanted.
    fn show(&self, early: Early);
}

/// Those who wait for a load.
#[derive(Clone)]
pub struct Audience<'a> {
    pub(super) cancel: &'a Cancel,
    pub(super) progress: &'a Progress,
    room: Room,
    onlooker: Option<&'a dyn Onlooker>,
}

impl<'a> Audience<'a> {
    /// Nobody looks, and all memory that is free may be taken.
    #[must_use]
    pub fn new(cancel: &'a Cancel, progress: &'a Progress) -> Self {
        Self { cancel, progress, room: Room::of_system(), onlooker: None }
    }

    /// With this much memory.
    #[must_use]
    pub fn within(self, room: Room) -> Self {
        Self { room, ..self }
    }

    /// With somebody who looks.
    #[must_use]
    pub fn shown_to(self, onlooker: &'a dyn Onlooker) -> Self {
        Self { onlooker: Some(onlooker), ..self }
    }

    /// For a file whose rows come after those of others: what there is of it alone is nothing to look at.
    pub(super) fn unseen(&self) -> Self {
        Self { onlooker: None, ..self.clone() }
    }

    /// To be called every few thousand rows, and when a part is joined: stops, refuses, shows.
    pub(super) fn look(
        &self,
        path: &Path,
        builder: &LogBuilder,
        report: &LoadReport,
    ) -> Result<(), IngestError> {
        self.cancel.check()?;
        let share = self.progress.fraction();
        let wanted = bytes_wanted(builder, share);
        self.room.check(path, wanted, share.is_some())?;
        if let Some(onlooker) = self.onlooker
            && !builder.is_empty()
            && self.room.has_room_for_a_copy(wanted)
            && onlooker.wants(share)
        {
            let log = builder.clone().finish_unless(self.cancel)?;
            onlooker.show(Early { loaded: Loaded::new(log, report.clone(), Vec::new()), share });
        }
        Ok(())
    }
}
