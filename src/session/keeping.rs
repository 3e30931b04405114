//! What keeps the work in an open map from being lost: a journal of what is not saved, and the lock that says who has
//! the file. Together with `saving.rs` the one part of a session that touches the disk.

use super::{Request, Session};
use crate::base::Timestamp;
use crate::model::{Document, JourneyMap};
use crate::scene::Memory;
use crate::store::fingerprint::Fingerprint;
use crate::store::keeping::{AskTask, Asked, Held};
use crate::store::lock::{Access, Holder};
use crate::store::recovery::{Journal, Recovery, RecoveryError, Snapshot};
use crate::store::{self, StoreError};
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
    pub(super) safety: Safety,
    pub(super) journal: Option<Journal>,
    /// Revision of the document that the journal has.
    kept: Option<u64>,
    pub(super) access: Access,
    /// The file's content as loaded or last saved.
    pub(super) base: Option<Fingerprint>,
    /// The map was recovered or made from another: it would be missed although nobody has changed it here.
    pub(super) is_work: bool,
    /// Why there is no journal.
    trouble: Option<String>,
}

impl Keeping {
    /// Of a map that is in no file and would be missed.
    pub(super) fn of_work_without_file() -> Self {
        Self { is_work: true, ..Self::default() }
    }
}

impl Session {
    /// Opens a map file. [`Session::guard`] comes next, as soon as the former map is closed.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let (map, fingerprint) = store::load_with_fingerprint(path)?;
        Ok(Self::of_read_file(map, path.to_owned(), fingerprint))
    }

    /// A map file that has been read, with by what its content is known again.
    #[must_use]
    pub fn of_read_file(map: JourneyMap, path: PathBuf, content: Fingerprint) -> Self {
        let mut session = Self::of_file(map, path);
        session.keeping.base = Some(content);
        session
    }

    /// The same with what has been laid out of its map before.
    #[must_use]
    pub fn with_memory(self, scene_memory: Memory) -> Self {
        Self { scene_memory, ..self }
    }

    /// What has been laid out of the map, for a session of a map much like it.
    #[must_use]
    pub fn take_memory(&mut self) -> Memory {
        std::mem::take(&mut self.scene_memory)
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
        self.protect(safety);
        if let Some(ask) = self.ask_for_file() {
            self.end_ask(ask.run());
        }
    }

    /// From now on unsaved work is kept.
    pub fn protect(&mut self, safety: &Safety) {
        self.keeping.safety = safety.clone();
    }

    /// What is to be asked so that others learn that the file is open here; [`Session::end_ask`] is to be told
    /// what came of it. None when there is no file, or it is ours.
    #[must_use]
    pub fn ask_for_file(&self) -> Option<AskTask> {
        let path = self.path.clone().filter(|_| !matches!(self.keeping.access, Access::Ours(_)))?;
        let me = self.keeping.safety.me.clone();
        Some(AskTask { path, me, takes_over: false, shown: self.keeping.base, former: Held::default() })
    }

    /// What has come of asking for a file. Gives back what is of no use any more.
    pub fn end_ask(&mut self, Asked { path, access, .. }: Asked) -> Held {
        let is_wanted = self.path.as_ref() == Some(&path) && !matches!(self.keeping.access, Access::Ours(_));
        let access = if is_wanted { std::mem::replace(&mut self.keeping.access, access) } else { access };
        Held { journal: None, access }
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
        // What is made for a text that is never typed is not to come back.
        let is_empty = self.types_nothing_yet();
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
            let map = if is_empty { self.document.map_before_gesture() } else { self.document.map().clone() };
            journal.keep(Snapshot { map, path: self.path.clone(), base: keeping.base, changed: now });
            keeping.kept = Some(revision);
        }
    }

    /// The same, since what the journal says of the map's file is not so any more.
    pub(super) fn keep_anew(&mut self, now: Timestamp) {
        if self.has_unsaved_work() {
            self.keeping.kept = None;
        }
        self.keep(now);
    }

    /// Gives the map up, saved or not: with what it gives the journal goes, and others may have the file.
    pub fn close(&mut self) -> Held {
        let held = self.leave_behind();
        if let Some(journal) = &held.journal {
            journal.clear();
        }
        held
    }

    /// Gives the map up, but leaves its journal to be found at the next start.
    pub fn leave_behind(&mut self) -> Held {
        let Keeping { journal, access, .. } = std::mem::take(&mut self.keeping);
        Held { journal, access }
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

    /// What is to be asked so that the file is ours from now on, since the user says that nobody else has it.
    #[must_use]
    pub fn take_over(&self) -> Option<AskTask> {
        let ask = self.ask_for_file().filter(|_| self.can_take_over())?;
        Some(AskTask { takes_over: true, ..ask })
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
        let by_gesture = self.document.is_changed_by_gesture() && !self.types_nothing_yet();
        let is_touched = history.next_undo().is_some() || history.next_redo().is_some() || by_gesture;
        (history.is_dirty() || by_gesture) && (self.path.is_some() || is_touched || self.keeping.is_work)
    }

    /// The folder that relative paths of the map are in.
    #[must_use]
    pub fn base_dir(&self) -> PathBuf {
        self.path.as_deref().and_then(Path::parent).map(Path::to_owned).unwrap_or_default()
    }
}

/// The data of a map's first source is wanted as soon as it is open.
pub(super) fn data_request(map: &JourneyMap) -> Vec<Request> {
    map.sources.iter().next().map(|source| Request::LoadData(source.id)).into_iter().collect()
}
