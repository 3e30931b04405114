//! Data on its way: its first part is shown while the rest is being read, and is gone again when reading is stopped.

use super::{Data, Session, Unread};
use crate::ingest::{Early, Loaded};
use crate::measure::{Keep, Measures};
use crate::model::SourceId;
use crate::tr;
use std::sync::{Arc, OnceLock};

/// How much of the data has been read, while more is coming.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FirstPart {
    /// 0…1; none where nobody knows how much there is.
    pub share: Option<f32>,
    /// Rows.
    pub rows: u64,
}

impl Session {
    /// Takes over the first part of the data of a source, to be shown until all of it has been read. Where all of it is
    /// there already, because it is being read once more, nothing changes.
    pub fn data_glimpsed(&mut self, source: SourceId, early: Early) {
        if self.data.as_ref().is_some_and(|data| data.source == source && data.part.is_none()) {
            return;
        }
        let part = FirstPart { share: early.share, rows: early.loaded.report.rows };
        self.take_data(source, Arc::new(early.loaded), Some(part));
    }

    /// Takes over data; figures that are shown stay until there are others of the same source.
    pub(super) fn take_data(&mut self, source: SourceId, loaded: Arc<Loaded>, part: Option<FirstPart>) {
        if !self.document.map().sources.contains(source) {
            return;
        }
        let before = self.data.take().filter(|before| before.source == source);
        let shown = before.map(|old| (old.measures, old.before, old.overlay, old.shown_part));
        let (measures, before, overlay, shown_part) = shown.unwrap_or_default();
        self.data = Some(Data {
            source,
            loaded,
            part,
            keep: Keep::default(),
            tally: OnceLock::new(),
            measures,
            before,
            overlay,
            shown_part,
            update_took: None,
            is_outdated: false,
        });
        self.unread = None;
        self.wanted.begin_anew();
        self.reveal = self.reveal || !self.workshop.has_begun;
        self.want_measures();
    }

    /// Reading was stopped: nothing is left of it. What had been read before stays.
    pub fn loading_stopped(&mut self, source: SourceId) {
        let name = self.document.map().sources.get(source).map(|source| source.name.clone());
        if let Some(name) = name {
            let reason = tr!("session-reading-stopped", name = name);
            self.note_unread(Unread { source, reason, was_stopped: true });
        }
    }

    /// The first computation of figures was stopped: without them the data is of no use.
    pub fn measuring_stopped(&mut self, stamp: u64) {
        let Some(source) = self.data.as_ref().map(|data| data.source) else { return };
        if self.wanted.is_newest(stamp) {
            self.forget_data();
            self.loading_stopped(source);
        }
    }

    /// Drops data and figures.
    pub(super) fn forget_data(&mut self) {
        self.data = None;
        self.scene_key = None;
        self.wanted.begin_anew();
    }

    /// The data of a source has been read to its end.
    #[must_use]
    pub fn has_all_data(&self) -> bool {
        self.data.as_ref().is_some_and(|data| data.part.is_none())
    }

    /// The figures, when they are those of all data: nothing else leaves the program.
    #[must_use]
    pub fn whole_measures(&self) -> Option<&Measures> {
        self.data.as_ref().filter(|data| data.shown_part.is_none())?.measures.as_deref()
    }
}
