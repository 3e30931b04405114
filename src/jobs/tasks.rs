//! What each job does and gives. One arm per kind; the work itself is in ingest, measure and export.

use crate::base::{Cancel, Progress};
use crate::export::{self, ExportError, PngOptions};
use crate::ingest::{self, IngestError, Loaded, Profile};
use crate::measure::{Keep, MeasureError, Measures};
use crate::model::{JourneyMap, ReadOptions, Source};
use crate::scene::Scene;
use crate::store::atomic::{self, Existing, WriteError};
use crate::tr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Long work.
#[derive(Debug)]
pub enum Job {
    /// Looks at a data file.
    ProfileFile { path: PathBuf, read: ReadOptions },
    /// Reads a source completely.
    LoadData { source: Box<Source>, base_dir: PathBuf },
    /// Computes all figures.
    Measure(Box<MeasureTask>),
    /// Writes a file to show to others.
    Export(Box<ExportTask>),
}

/// What figures are computed from.
#[derive(Clone, Debug)]
pub struct MeasureTask {
    /// Number of the request, ascending.
    pub stamp: u64,
    /// The events.
    pub loaded: Arc<Loaded>,
    /// The map.
    pub map: JourneyMap,
    /// Rules and filter.
    pub source: Source,
    /// What has been prepared for these events.
    pub keep: Keep,
}

/// A file to write.
#[derive(Clone, Debug)]
pub struct ExportTask {
    /// Where to.
    pub path: PathBuf,
    /// What.
    pub export: Export,
}

/// Content of an export.
#[derive(Clone, Debug)]
pub enum Export {
    /// A picture of so many pixels.
    Png { scene: Arc<Scene>, width_px: u32 },
    /// A picture of shapes and real text.
    Svg { scene: Arc<Scene>, title: String },
    /// A text that is ready: a table or JSON.
    Text(String),
}

/// Kinds of files that can be exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum ExportFormat {
    #[default]
    Png,
    Svg,
    Csv,
    Json,
}

/// What a job gives.
#[derive(Debug)]
pub enum Outcome {
    /// Of `ProfileFile`.
    Profiled(PathBuf, Result<Box<Profile>, IngestError>),
    /// Of `LoadData`, with the source as given.
    Loaded(Box<Source>, Result<Box<Loaded>, IngestError>),
    /// Of `Measure`: the request's number and how long it took.
    Measured(u64, Duration, Result<Box<Measures>, MeasureError>),
    /// Of `Export`: the file.
    Exported(PathBuf, Result<(), ExportFailure>),
    /// The job broke: a fault of ours.
    Failed { what: String, detail: String },
}

impl Job {
    /// What it does, in the user's words.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::ProfileFile { path, .. } => tr!("jobs-profile", name = file_name(path)),
            Self::LoadData { source, .. } => tr!("jobs-load", name = source.name.clone()),
            Self::Measure(_) => tr!("jobs-measure"),
            Self::Export(task) => tr!("jobs-export", name = file_name(&task.path)),
        }
    }

    pub(super) fn is_quiet(&self) -> bool {
        matches!(self, Self::Measure(_) | Self::ProfileFile { .. })
    }

    /// The outcome in case the job panics.
    pub(super) fn panicked(&self) -> Outcome {
        Outcome::Failed { what: self.label(), detail: tr!("jobs-panicked") }
    }

    /// Does the work.
    #[must_use]
    pub fn run(self, cancel: &Cancel, progress: &Progress) -> Outcome {
        match self {
            Self::ProfileFile { path, read } => {
                let profile = ingest::profile(&path, &read, cancel).map(Box::new);
                Outcome::Profiled(path, profile)
            }
            Self::LoadData { source, base_dir } => {
                let loaded = ingest::load(&source, &base_dir, cancel, progress).map(Box::new);
                Outcome::Loaded(source, loaded)
            }
            Self::Measure(task) => {
                let started = Instant::now();
                let MeasureTask { loaded, map, source, keep, .. } = &*task;
                let measures = keep.measure(&loaded.log, map, source, cancel).map(Box::new);
                Outcome::Measured(task.stamp, started.elapsed(), measures)
            }
            Self::Export(task) => {
                let written = write(&task, cancel, progress);
                Outcome::Exported(task.path, written)
            }
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Whole or not at all: a cancelled or failed export leaves the old file as it was.
fn write(task: &ExportTask, cancel: &Cancel, progress: &Progress) -> Result<(), ExportFailure> {
    let io = |source| ExportFailure::Write(WriteError::io(&task.path, source));
    atomic::write(&task.path, Existing::Replace, |out| match &task.export {
        Export::Png { scene, width_px } => {
            Ok(export::png(scene, &PngOptions::with_width(*width_px), out, cancel, progress)?)
        }
        Export::Svg { scene, title } => out.write_all(export::svg(scene, title).as_bytes()).map_err(io),
        Export::Text(text) => out.write_all(text.as_bytes()).map_err(io),
    })
}

/// Why nothing was exported. What was there before is untouched.
#[derive(Debug, thiserror::Error)]
pub enum ExportFailure {
    /// It could not be painted.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// It could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}
