//! Reading map files, to show them or to compare with them, by a job: a drive may take its time.

use super::App;
use crate::interchange::{self, Imported};
use crate::jobs::{ForeignError, Job, JobId, Look, ReadMap};
use crate::model::JourneyMap;
use crate::scene::SceneOptions;
use crate::session::Session;
use crate::store::StoreError;
use crate::tr;
use crate::ui::{Dialog, ForeignMap, Waiting};
use std::path::Path;
use std::sync::Arc;

/// A map file that is being read.
pub(super) struct Reading {
    pub job: JobId,
    purpose: Purpose,
}

/// What it is read for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// The program starts with it.
    Start,
    Open,
    Compare,
}

impl App {
    /// Opens a map file; when it is not a map but data, imports it.
    pub(super) fn open(&mut self, ctx: &egui::Context, path: &Path) {
        if interchange::is_named_like_one(path) {
            let job = self.jobs.start(Job::ReadForeign(path.to_owned()));
            self.reading = Some(Reading { job, purpose: Purpose::Open });
            self.state.dialogs.open = Some(Dialog::Waiting(Waiting::opening(path)));
            return;
        }
        let look = self.look(ctx);
        self.read_map(path, Purpose::Open, Some(look));
    }

    /// Opens the map that the program was started with.
    pub(super) fn start_with(&mut self, ctx: &egui::Context, path: &Path) {
        let look = self.look(ctx);
        self.read_map(path, Purpose::Start, Some(look));
    }

    /// Shows what is different in the open map from that of another file.
    pub(super) fn compare_with(&mut self, path: &Path) {
        self.read_map(path, Purpose::Compare, None);
    }

    /// How a map that is opened now will be shown.
    fn look(&self, ctx: &egui::Context) -> Look {
        let theme = if ctx.theme() == egui::Theme::Dark { &self.dark } else { &self.light };
        let options = SceneOptions { format: self.format, ..SceneOptions::default() };
        Look { options, theme: theme.clone(), fonts: Arc::clone(&self.fonts) }
    }

    fn read_map(&mut self, path: &Path, purpose: Purpose, look: Option<Look>) {
        // The journal must find it from wherever the program is started next.
        let path = &std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let job = self.jobs.start(Job::ReadMap { path: path.clone(), look: look.map(Box::new) });
        // What was being read before is not wanted any more.
        self.reading = Some(Reading { job, purpose });
        self.state.dialogs.open = Some(Dialog::Waiting(Waiting::opening(path)));
    }

    /// A file has been read; a late one that nobody waits for any more is dropped.
    pub(super) fn map_read(&mut self, job: JobId, path: &Path, read: Result<ReadMap, StoreError>) {
        let Some(Reading { purpose, .. }) = self.reading.take_if(|reading| reading.job == job) else {
            return;
        };
        self.state.dialogs.close_waiting();
        match (purpose, read) {
            (Purpose::Compare, Ok(ReadMap { map, .. })) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.session.compare_with_file(&map, name);
            }
            (Purpose::Compare, Err(error)) => {
                self.fail(tr!("ui-compare-failed"), error.to_string(), String::new());
            }
            (_, Ok(ReadMap { map, content, memory })) => {
                let session = Session::of_read_file(map, path.to_owned(), content);
                self.enter(session.with_memory(memory));
                self.remember(path);
                self.places.documents = path.parent().map(Path::to_owned).unwrap_or_default();
                let of = (purpose == Purpose::Open).then(|| path.to_owned());
                self.look_for_unsaved(of);
            }
            (_, Err(StoreError::NotAMap { .. })) => {
                self.show_something();
                self.begin_import(path.to_owned());
            }
            (_, Err(error)) => {
                self.show_something();
                self.fail(tr!("ui-open-failed"), error.to_string(), String::new());
            }
        }
    }

    /// The map of another program has been read. What is otherwise in it than in that program is said before it opens.
    pub(super) fn foreign_read(&mut self, job: JobId, path: &Path, read: Result<Imported, ForeignError>) {
        if self.reading.take_if(|reading| reading.job == job).is_none() {
            return;
        }
        self.state.dialogs.close_waiting();
        match read {
            Ok(Imported { map, warnings }) if warnings.total() == 0 => self.enter_foreign(map),
            Ok(imported) => {
                self.state.dialogs.open = Some(Dialog::Foreign(Box::new(ForeignMap::new(path, imported))));
            }
            Err(error) => {
                self.show_something();
                let hint = match &error {
                    ForeignError::Unreadable(unreadable) => unreadable.hint.clone(),
                    ForeignError::Io(_) => String::new(),
                };
                self.fail(tr!("ui-open-failed"), format!("{}: {error}", path.display()), hint);
            }
        }
    }

    /// Shows a map that another program wrote: in no file yet, and missed if it were lost.
    pub(super) fn enter_foreign(&mut self, map: JourneyMap) {
        self.enter(Session::of_copy(map));
    }

    /// The user does not want to wait for a file any longer.
    pub(super) fn stop_reading(&mut self) {
        self.reading = None;
        self.show_something();
    }

    /// The welcome page, where there is no map worth showing.
    fn show_something(&mut self) {
        if self.state.welcome.is_none() && self.session.path.is_none() && !self.has_unsaved_work() {
            self.show_welcome();
        }
    }
}
