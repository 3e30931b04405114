//! Data of the map that could not be read: told beside the map until it is found again.

use super::{Request, Session};
use crate::model::{Edit, Source, SourceId};

/// Data that is not there, or can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Which source of the map.
    pub source: SourceId,
    /// What is the matter, with the file's name.
    pub reason: String,
    /// It was there, but nobody wanted to wait for it.
    pub was_stopped: bool,
}

impl Session {
    /// Remembers that the data of a source could not be read. A part of it is dropped; all of it, read before, stays.
    pub fn data_unread(&mut self, source: SourceId, reason: String) {
        self.note_unread(Unread { source, reason, was_stopped: false });
    }

    pub(super) fn note_unread(&mut self, unread: Unread) {
        if !self.has_all_data() {
            self.forget_data();
        }
        self.unread = Some(unread);
    }

    /// The data that could not be read, as long as the map still wants it and has no other.
    #[must_use]
    pub fn unread(&self) -> Option<&Unread> {
        let unread = self.unread.as_ref().filter(|_| self.data.is_none())?;
        self.document.map().sources.contains(unread.source).then_some(unread)
    }

    /// Takes the data of a source from another file, as one undo step, and reads it.
    pub fn locate(&mut self, source: SourceId, path: String) {
        let Some(known) = self.document.map().sources.get(source) else { return };
        let located = Source { path, ..known.clone() };
        self.edit(&Edit::SetSource(located));
        self.unread = None;
        self.requests.push(Request::LoadData(source));
    }
}
