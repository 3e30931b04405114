//! What jobs give, handed on to the session and the dialogs.

use super::App;
use crate::base::Cancelled;
use crate::export::ExportError;
use crate::ingest::IngestError;
use crate::jobs::{ExportFailure, JobId, Outcome};
use crate::measure::MeasureError;
use crate::model::Source;
use crate::session::Failure;
use crate::tr;
use crate::ui::Notice;
use std::path::Path;
use std::sync::Arc;

impl App {
    pub(super) fn take_outcomes(&mut self, ctx: &egui::Context) {
        for (id, outcome) in self.jobs.take_outcomes() {
            self.take_outcome(ctx, id, outcome);
        }
    }

    fn take_outcome(&mut self, ctx: &egui::Context, id: JobId, outcome: Outcome) {
        match outcome {
            Outcome::Profiled(_, Err(error)) => {
                self.import_failed(id);
                self.fail_reading(error);
            }
            Outcome::Profiled(path, Ok(profile)) => self.profiled(path, *profile),
            Outcome::Glimpsed(source, early) => {
                self.stop_measuring();
                self.session.data_glimpsed(source, *early);
            }
            Outcome::Loaded(source, Ok(loaded)) => {
                if let Some(loaded) = self.import_loaded(id, *loaded)
                    && self.session.document.map().sources.contains(source.id)
                {
                    self.stop_measuring();
                    self.session.data_loaded(source.id, Arc::new(loaded));
                }
            }
            Outcome::Loaded(source, Err(error)) => {
                self.loading_failed(id, &source, error);
            }
            Outcome::Measured(stamp, took, Ok(measures)) => {
                self.session.measured(stamp, *measures, took);
                self.measured(id);
            }
            Outcome::Measured(stamp, _, Err(MeasureError::Cancelled(Cancelled))) => {
                self.measured(id);
                self.session.measuring_stopped(stamp);
            }
            Outcome::Measured(_, _, Err(error)) => {
                self.measured(id);
                self.fail(tr!("ui-measure-failed"), error.to_string(), String::new());
            }
            Outcome::AnswerGrows(_) => self.session.answers_came(),
            Outcome::Answered(slot, ended) => self.answered(id, slot, &ended),
            Outcome::Trended(periods) => self.periods_measured(periods),
            Outcome::Painted(Ok(picture)) => self.painted(ctx, &picture),
            Outcome::PicturesRead(pictures, beside) => self.pictures_read(pictures, beside),
            Outcome::Exported(_, Ok(files)) => self.notify_exported(&files),
            Outcome::Previewed(stamp, Ok(preview)) => self.previewed(stamp, *preview),
            Outcome::LogoRead(Ok(png)) => self.logo_read(png),
            // Without it other windows paste the cells.
            Outcome::CopiedKept(_)
            | Outcome::Previewed(_, Err(Cancelled))
            | Outcome::Painted(Err(ExportError::Cancelled(Cancelled)))
            | Outcome::Exported(_, Err(ExportFailure::Export(ExportError::Cancelled(Cancelled)))) => {}
            Outcome::Painted(Err(error)) => {
                self.fail(tr!("ui-copy-picture-failed"), error.to_string(), String::new());
            }
            Outcome::Exported(_, Err(error)) => {
                self.fail(tr!("ui-export-failed"), error.to_string(), String::new());
            }
            Outcome::LogoRead(Err(error)) => {
                self.fail(tr!("ui-picture-failed", count = 1), error.to_string(), String::new());
            }
            Outcome::MapRead(path, read) => self.map_read(id, &path, read.map(|read| *read)),
            Outcome::ForeignRead(path, read) => self.foreign_read(id, &path, read.map(|read| *read)),
            Outcome::MapAsked(asked) => self.map_asked(ctx, id, asked),
            Outcome::MapSaved(saved) => self.map_saved(ctx, id, saved.map(|saved| *saved)),
            Outcome::LetGo => {}
            Outcome::UnsavedFound { leftovers, of } => self.unsaved_found(leftovers, of.as_deref()),
            Outcome::Gone(gone) => self.recent_gone(&gone),
            Outcome::FontsFound(found, sought) => self.fonts_found(ctx, found, &sought),
            Outcome::Failed { what, detail } => {
                self.measured(id);
                let _ = self.import_failed(id);
                self.file_work_broke(id);
                self.answer_broke(id, &detail);
                self.fail(what, detail, String::new());
            }
        }
    }

    /// Of the map's own data a banner tells, which offers to look for it; of an import the error dialog.
    fn loading_failed(&mut self, id: JobId, source: &Source, error: IngestError) {
        let is_import = self.import_failed(id);
        match error {
            error if is_import => self.fail_reading(error),
            IngestError::Cancelled(Cancelled) => self.session.loading_stopped(source.id),
            // What was read before is there still, so that no banner asks where it is.
            error if self.session.has_all_data() => self.fail_reading(error),
            error => self.session.data_unread(source.id, error.to_string()),
        }
    }

    /// Says where a file now is.
    pub(super) fn notify_written(&mut self, path: &Path) {
        let path = path.display().to_string();
        self.state.notice = Some(Notice::new(tr!("ui-written", path = path)));
    }

    fn fail_reading(&mut self, error: IngestError) {
        let failure = match error {
            IngestError::Cancelled(Cancelled) => return,
            IngestError::Io { .. } => Failure {
                headline: tr!("ui-data-failed"),
                detail: error.to_string(),
                hint: tr!("ui-data-failed-hint"),
            },
            IngestError::TooLarge { .. } => Failure {
                headline: tr!("ui-data-too-large"),
                detail: error.to_string(),
                hint: error.hint().to_owned(),
            },
            IngestError::Unusable { path, headline, detail, hint, .. } => {
                Failure { headline, detail: format!("{}\n{detail}", path.display()), hint }
            }
        };
        self.state.dialogs.failure = Some(failure);
    }
}
