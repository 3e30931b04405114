//! What keeps the work in an open map from being lost: a journal of what is not saved, the lock that says who has
//! the file, and the check that nobody else has written it. The one part of a session that touches the disk.

use super::{Request, Session};
use crate::base::Timestamp;
use crate::model::{Document, JourneyMap};
use crate::store::fingerprint::{Fingerprint, OnDisk};
use crate::store::lock::{self, Access, Holder, lock_path};
use crate::store::recovery::{Journal, Recovery, RecoveryError, Snapshot};
use crate::store::{self, StoreError, paths};
use std::path::{Path, PathBuf};

/// Where unsaved work is kept, and who we are to others. The default keeps nothing.
#[derive(Clone, Debug, Default)]
pub struct Safety {
    /// The user's journals; none = nowhere.
    pub recovery: Option<Recovery>,
    /// This process, as other windows shall see it.
    pub me: Holder,
}

/// The state of keeping one map.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    safety: Safety,
    journal: Option<Journal>,
    /// Revision of the document that the journal has.
    kept: Option<u64>,
    access: Access,
    /// The file's content as loaded or last saved.
    base: Option<Fingerprint>,
    /// The map was recovered or made from another: it would be missed although nobody has changed it here.
    is_work: bool,
    /// Why there is no journal.
    trouble: Option<String>,
}

impl Keeping {
    /// Of a map that is in no file and would be missed.
    pub(super) fn of_work_without_file() -> Self {
        Self { is_work: true, ..Self::default() }
    }
}

/// What to do when somebody else has written the file meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OthersWork {
    /// Stop and tell.
    Respect,
    /// Replace it; it stays as the backup.
    Overwrite,
}

/// Why a map was not saved. It is still unsaved, and its journal is in place.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Somebody else has the file open.
    #[error("{} is open in another window; save a copy under another name", .0.display())]
    InUse(PathBuf),
    /// Somebody else has written the file since it was opened or saved here.
    #[error("{} was changed by another program; save a copy under another name, or overwrite it", .0.display())]
    ChangedOnDisk(PathBuf),
    /// It could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Session {
    /// Opens a map file. [`Session::guard`] comes next, as soon as the former map is closed.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let (map, fingerprint) = store::load_with_fingerprint(path)?;
        let mut session = Self::of_file(map, path.to_owned());
        session.keeping.base = Some(fingerprint);
        Ok(session)
    }

    /// Opens what another process has left unsaved; it stays unsaved, and its journal goes on.
    ///
    /// # Errors
    /// [`RecoveryError`]; what is left over stays.
    pub fn recover(recovery: &Recovery, folder: &Path) -> Result<Self, RecoveryError> {
        let (journal, Snapshot { map, path, base, .. }) = recovery.recover(folder)?;
        let requests = data_request(&map);
        let document = Document::new_unsaved(map);
        let kept = Some(document.revision());
        let keeping = Keeping { journal: Some(journal), kept, base, is_work: true, ..Keeping::default() };
        Ok(Self { document, path, requests, keeping, ..Self::default() })
    }

    /// From now on unsaved work is kept, and others learn that the file is open here.
    pub fn guard(&mut self, safety: &Safety) {
        self.keeping.safety = safety.clone();
        if let Some(path) = &self.path {
            self.keeping.access = lock::acquire(path, &safety.me);
        }
    }

    /// Hands what has changed since the last call to the journal; to be called in every frame.
    pub fn keep(&mut self, now: Timestamp) {
        if !self.has_unsaved_work() {
            if self.keeping.kept.take().is_some()
                && let Some(journal) = &self.keeping.journal
            {
                journal.clear();
            }
            return;
        }
        let revision = self.document.revision();
        let keeping = &mut self.keeping;
        let Some(recovery) = keeping.safety.recovery.as_ref().filter(|_| keeping.kept != Some(revision))
        else {
            return;
        };
        if keeping.journal.is_none() {
            let started = recovery.start();
            keeping.trouble = started.as_ref().err().map(ToString::to_string);
            keeping.journal = started.ok();
        }
        if let Some(journal) = &keeping.journal {
            let map = self.document.map().clone();
            journal.keep(Snapshot { map, path: self.path.clone(), base: keeping.base, changed: now });
            keeping.kept = Some(revision);
        }
    }

    /// Saves to a file, the map's own or another one, which then is its own. Data beside the map is found from the new folder too.
    ///
    /// # Errors
    /// [`SaveError`]; nothing has changed then.
    pub fn save(&mut self, path: &Path, others: OthersWork, now: Timestamp) -> Result<(), SaveError> {
        let is_own = self.path.as_deref().is_some_and(|own| lock_path(own) == lock_path(path));
        let mut access = None;
        if !is_own || self.read_only().is_some() {
            // Also for a map of somebody else's, who may have closed it meanwhile.
            match lock::acquire(path, &self.keeping.safety.me) {
                Access::Theirs(_) => return Err(SaveError::InUse(path.to_owned())),
                gained => access = Some(gained),
            }
        }
        if is_own && others == OthersWork::Respect && self.is_changed_on_disk(path) {
            return Err(SaveError::ChangedOnDisk(path.to_owned()));
        }
        // What the journal has when the process ends right after saving is what was saved, and not offered again.
        self.keep(now);
        if let Some(journal) = &self.keeping.journal {
            journal.flush();
        }
        let document = self.seen_from(path);
        let map = document.as_ref().unwrap_or(&self.document).map();
        self.keeping.base = Some(store::save(path, map)?);
        if let Some(document) = document {
            self.document = document;
        }
        if let Some(access) = access {
            self.keeping.access = access;
        }
        self.path = Some(path.to_owned());
        self.document.mark_saved();
        self.keeping.is_work = false;
        self.keep(now);
        Ok(())
    }

    /// Gives the map up, saved or not: the journal goes, and others may have the file.
    pub fn close(&mut self) {
        let keeping = std::mem::take(&mut self.keeping);
        if let Some(journal) = &keeping.journal {
            journal.clear();
        }
    }

    /// Who else has the file open; changes here can only be saved as a copy.
    #[must_use]
    pub fn read_only(&self) -> Option<&Holder> {
        match &self.keeping.access {
            Access::Theirs(holder) => Some(holder),
            Access::Ours(_) | Access::Unknown => None,
        }
    }

    /// True when the one who has the file is on another computer, of which nobody here knows whether it still runs.
    #[must_use]
    pub fn can_take_over(&self) -> bool {
        self.read_only().is_some_and(|holder| holder.host != self.keeping.safety.me.host)
    }

    /// Has the file from now on, since the user says that nobody else does.
    pub fn take_over(&mut self) {
        if let Some(path) = self.path.as_ref().filter(|_| self.can_take_over()) {
            self.keeping.access = lock::take_over(path, &self.keeping.safety.me);
        }
    }

    /// Why unsaved work can't be kept at the moment; none when all is well.
    #[must_use]
    pub fn keeping_trouble(&self) -> Option<String> {
        let keeping = &self.keeping;
        keeping.journal.as_ref().map_or_else(|| keeping.trouble.clone(), Journal::trouble)
    }

    /// True when there is something that the user would miss. A new map that nobody has touched is not.
    #[must_use]
    pub fn has_unsaved_work(&self) -> bool {
        let history = self.document.history();
        let is_touched = history.next_undo().is_some()
            || history.next_redo().is_some()
            || self.document.is_changed_by_gesture();
        self.document.is_dirty() && (self.path.is_some() || is_touched || self.keeping.is_work)
    }

    /// A file that can't be looked at is left to the attempt to write it.
    fn is_changed_on_disk(&self, path: &Path) -> bool {
        self.keeping.base.is_some_and(|base| matches!(base.on_disk(path), Ok(OnDisk::Changed)))
    }

    /// The document with the paths of its data as seen from the folder it is saved into; none when that is
    /// the folder it is in.
    fn seen_from(&self, path: &Path) -> Option<Document> {
        let folder_of = |path: &Path| path.parent().map(Path::to_owned).unwrap_or_default();
        let (from, to) = (self.path.as_deref().map(folder_of).unwrap_or_default(), folder_of(path));
        if self.path.is_some() && from == to {
            return None;
        }
        let mut document = self.document.clone();
        document.relocate_sources(|written| paths::rebased(written, &from, &to));
        Some(document)
    }
}

/// The data of a map's first source is wanted as soon as it is open.
pub(super) fn data_request(map: &JourneyMap) -> Vec<Request> {
    map.sources.iter().next().map(|source| Request::LoadData(source.id)).into_iter().collect()
}
