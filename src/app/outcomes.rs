//! What jobs give, handed on to the session and the dialogs.

use super::App;
use crate::base::Cancelled;
use crate::export::ExportError;
use crate::ingest::IngestError;
use crate::jobs::{ExportFailure, JobId, Outcome};
use crate::measure::MeasureError;
use crate::session::Failure;
use crate::tr;
use std::sync::Arc;

impl App {
    pub(super) fn take_outcomes(&mut self) {
        for (id, outcome) in self.jobs.take_outcomes() {
            self.take_outcome(id, outcome);
        }
    }

    fn take_outcome(&mut self, id: JobId, outcome: Outcome) {
        match outcome {
            Outcome::Profiled(_, Err(error)) => self.fail_reading(error),
            Outcome::Profiled(path, Ok(profile)) => self.profiled(path, *profile),
            Outcome::Loaded(source, Ok(loaded)) => {
                if let Some(loaded) = self.import_loaded(id, *loaded)
                    && self.session.document.map().sources.contains(source.id)
                {
                    self.session.data_loaded(source.id, Arc::new(loaded));
                }
            }
            Outcome::Loaded(_, Err(error)) => {
                self.import_failed(id);
                self.fail_reading(error);
            }
            Outcome::Measured(stamp, took, Ok(measures)) => {
                self.session.measured(stamp, *measures, took);
                self.measured(id);
            }
            Outcome::Measured(_, _, Err(error)) => {
                self.measured(id);
                if !matches!(error, MeasureError::Cancelled(Cancelled)) {
                    self.fail(tr!("ui-measure-failed"), error.to_string(), String::new());
                }
            }
            Outcome::Exported(_, Ok(()))
            | Outcome::Exported(_, Err(ExportFailure::Export(ExportError::Cancelled(Cancelled)))) => {}
            Outcome::Exported(_, Err(error)) => {
                self.fail(tr!("ui-export-failed"), error.to_string(), String::new());
            }
            Outcome::Failed { what, detail } => {
                self.measured(id);
                self.import_failed(id);
                self.fail(what, detail, String::new());
            }
        }
    }

    fn fail_reading(&mut self, error: IngestError) {
        let failure = match error {
            IngestError::Cancelled(Cancelled) => return,
            IngestError::Io { .. } => Failure {
                headline: tr!("ui-data-failed"),
                detail: error.to_string(),
                hint: tr!("ui-data-failed-hint"),
            },
            IngestError::Unusable { path, headline, detail, hint } => {
                Failure { headline, detail: format!("{}\n{detail}", path.display()), hint }
            }
        };
        self.state.dialogs.failure = Some(failure);
    }
}
