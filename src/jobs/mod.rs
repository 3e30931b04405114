//! The closed list of long work, each on its own thread with a cancel flag, progress and a typed outcome.
//! What the work is lies in the layers below; who starts it and shows its progress, above.

mod exports;
mod fonts;
mod glimpses;
mod insights;
mod previews;
mod report;
mod run;
mod tasks;
mod trends;
mod watch;

pub use exports::{Subject, account, write};
use fonts::with_fonts_of_system;
pub use insights::{InsightsTask, Slot, Work};
pub use previews::{Preview, PreviewTask};
pub use report::ReportTask;
pub use run::{JobId, JobInfo, Jobs};
pub use tasks::{
    Export, ExportFailure, ExportTask, ForeignError, Job, Look, MeasureTask, Outcome, PictureSource,
    Pictures, ReadMap,
};
pub use watch::FileWatch;
