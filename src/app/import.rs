//! The import dialog's jobs: looking at a file, reading it, putting it into the map.

use super::App;
use crate::export::problems_csv;
use crate::ingest::{Loaded, Profile};
use crate::jobs::{Job, JobId};
use crate::model::{Attributes, ReadOptions, Source, SourceId};
use crate::session::{Import, Pick, Session};
use crate::store::{paths, shapes};
use crate::ui::{Dialog, ImportState, Step};
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    /// Looks at a data file; the dialog opens when the look is done.
    pub(super) fn begin_import(&mut self, path: PathBuf) {
        self.jobs.start(Job::ProfileFile { path, read: Box::default() });
    }

    /// Takes another file into the import that is open, and looks at all of it anew.
    pub(super) fn add_to_import(&mut self, pick: &Pick, path: &Path) {
        let Some(Dialog::Import(state)) = &self.state.dialogs.open else { return };
        let import = &state.import;
        let mut read = import.read().clone();
        let folder = import.path.parent().unwrap_or(Path::new(""));
        let file = paths::relative_to(folder, path);
        if *pick == Pick::Attributes {
            read.attributes = Some(Attributes { file, ..Attributes::default() });
        } else if path != import.path && !read.also.contains(&file) {
            read.also.push(file);
        }
        let path = import.path.clone();
        self.look_at(path, read);
    }

    /// Looks at a file; a dialog about it shows how far that is and waits.
    pub(super) fn look_at(&mut self, path: PathBuf, read: ReadOptions) {
        let job = self.jobs.start(Job::ProfileFile { path, read: Box::new(read) });
        if let Some(Dialog::Import(state)) = &mut self.state.dialogs.open {
            state.job = Some(job);
        }
    }

    pub(super) fn profiled(&mut self, path: PathBuf, profile: Profile) {
        if let Some(Dialog::Import(before)) = &mut self.state.dialogs.open
            && before.import.path == path
        {
            **before = before.looked_at_anew(profile);
            return;
        }
        let (import, read_otherwise) = self.begun(path.clone(), profile);
        self.state.dialogs.open = Some(Dialog::Import(Box::new(ImportState::new(import))));
        if let Some(read) = read_otherwise {
            self.look_at(path, read);
        }
    }

    /// Begins with the guesses about a file, or with what was decided for one of its shape; with how it is to be looked at
    /// anew for that.
    fn begun(&self, path: PathBuf, profile: Profile) -> (Import, Option<ReadOptions>) {
        let mut import = Import::new(path, profile);
        let config = self.places.preferences.as_deref();
        let before = config.and_then(|config| shapes::recall(config, &import.shape()));
        let read = before.and_then(|before| import.take_over(&before));
        (import, read)
    }

    /// Reads the file as the dialog describes it.
    pub(super) fn read_import(&mut self, source: Source) {
        let base_dir = PathBuf::new();
        let job = self.jobs.start(Job::LoadData { source: Box::new(source), base_dir, glimpses: false });
        if let Some(Dialog::Import(state)) = &mut self.state.dialogs.open {
            state.job = Some(job);
        }
    }

    /// Hands events to the dialog when it has asked for them; gives them back when not.
    pub(super) fn import_loaded(&mut self, job: JobId, loaded: Loaded) -> Option<Loaded> {
        let Some(Dialog::Import(state)) = &mut self.state.dialogs.open else { return Some(loaded) };
        if state.job != Some(job) {
            return Some(loaded);
        }
        state.job = None;
        state.import.take_loaded(Arc::new(loaded), self.session.document.map());
        state.step = Step::Touchpoints;
        None
    }

    /// A job has ended without giving anything; true when the dialog waited for it.
    pub(super) fn import_failed(&mut self, job: JobId) -> bool {
        let Some(Dialog::Import(state)) = &mut self.state.dialogs.open else { return false };
        let is_import = state.job == Some(job);
        if is_import {
            state.job = None;
        }
        is_import
    }

    /// Takes the data of a source of the map from this file.
    pub(super) fn locate(&mut self, source: SourceId, path: &Path) {
        let written = match self.session.path.as_deref().and_then(Path::parent) {
            Some(folder) => paths::relative_to(folder, path),
            None => path.to_string_lossy().into_owned(),
        };
        self.session.locate(source, written);
    }

    /// Writes the list of what could not be read: of the import that is open, else of the map's data.
    pub(super) fn save_problems(&mut self, path: PathBuf) {
        let problems = match (&self.state.dialogs.open, &self.session.data) {
            (Some(Dialog::Import(state)), _) => state.import.problems(),
            (_, Some(data)) => &data.loaded.report.problems,
            (_, None) => return,
        };
        // The dialog that asked for the path has asked about a file that is there.
        let list = problems_csv(problems);
        self.write_text(path, list);
    }

    pub(super) fn finish_import(&mut self) {
        let Some(Dialog::Import(state)) = self.state.dialogs.open.take() else { return };
        if self.state.welcome.is_some() {
            self.enter(Session::default());
        }
        let folder = self.session.path.as_deref().and_then(std::path::Path::parent);
        let written = match folder {
            Some(folder) => paths::relative_to(folder, &state.import.path),
            None => state.import.path.to_string_lossy().into_owned(),
        };
        // That it can't be remembered is no reason to stop anybody's work.
        if let Some(config) = &self.places.preferences {
            let _ = shapes::remember(config, &state.import.shape(), &state.import.decisions());
        }
        self.session.finish_import(state.import, written);
        self.canvas = crate::canvas::Canvas::default();
    }
}
