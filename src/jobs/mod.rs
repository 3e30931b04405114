//! The closed list of long work, each on its own thread with a cancel flag, progress and a typed outcome.
//! What the work is lies in the layers below; who starts it and shows its progress, above.

mod glimpses;
mod run;
mod slides;
mod tasks;
mod watch;

pub use run::{JobId, JobInfo, Jobs};
pub use slides::SlidesTask;
pub use tasks::{
    Export, ExportFailure, ExportFormat, ExportTask, Job, Look, MeasureTask, Outcome, PictureSource,
    Pictures, ReadMap,
};
pub use watch::FileWatch;
