//! Saving the map: what is to be written is handed out, and what came of it taken back, so that a job can write while
//! the work goes on.

use super::Session;
use crate::base::Timestamp;
use crate::store::keeping::{Held, OthersWork, SaveError, SaveTask, Saved};
use std::path::Path;

impl Session {
    /// The map as it is now, to be saved to a file: its own or another one, which then is its own.
    /// [`Session::end_save`] is to be told what came of it; a further beginning takes the place of this one.
    #[must_use]
    pub fn begin_save(&mut self, path: &Path, others: OthersWork, now: Timestamp) -> SaveTask {
        // A text in the making ends here, so that what is saved is a state of the history.
        self.finish_text();
        self.keep(now);
        self.document.begin_save();
        SaveTask {
            path: path.to_owned(),
            map: self.document.map().clone(),
            from: self.path.clone(),
            data: self.document.sources().map(|source| source.path.clone()).collect(),
            expected: self.keeping.base.filter(|_| others == OthersWork::Respect),
            is_read_only: self.read_only().is_some(),
            me: self.keeping.safety.me.clone(),
            journal: self.keeping.journal.as_ref().map(|journal| journal.flusher()),
        }
    }

    /// What has come of saving. What was changed since its beginning is still unsaved. Gives what is to be let go of.
    ///
    /// # Errors
    /// The one given; the map is unsaved as before.
    pub fn end_save(&mut self, saved: Result<Saved, SaveError>, now: Timestamp) -> Result<Held, SaveError> {
        self.document.end_save(saved.is_ok());
        let Saved { path, fingerprint, access, moved } = saved?;
        if let Some(moved) = moved {
            let folder = self.base_dir();
            // What came into the map meanwhile is found from everywhere.
            let elsewhere = |written: &str| match std::path::absolute(folder.join(written)) {
                Ok(path) if !written.is_empty() => path.to_string_lossy().into_owned(),
                _ => written.to_owned(),
            };
            self.document.relocate_sources(|written| {
                moved.get(written).cloned().unwrap_or_else(|| elsewhere(written))
            });
        }
        let keeping = &mut self.keeping;
        keeping.base = Some(fingerprint);
        keeping.is_work = false;
        let former = access.map(|access| std::mem::replace(&mut keeping.access, access));
        self.path = Some(path);
        self.keep_anew(now);
        Ok(Held { journal: None, access: former.unwrap_or_default() })
    }

    /// Saves at once, for callers who may wait.
    ///
    /// # Errors
    /// [`SaveError`]; nothing has changed then.
    pub fn save(&mut self, path: &Path, others: OthersWork, now: Timestamp) -> Result<(), SaveError> {
        let saved = self.begin_save(path, others, now).run();
        self.end_save(saved, now).map(drop)
    }

    /// True while the map is being saved.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.document.is_saving()
    }
}
