//! What each job does and gives. One arm per kind; the work itself is in ingest, measure and export.

use crate::base::{Cancel, Pixels, Progress};
use crate::export::{self, ExportError, PngOptions};
use crate::ingest::picture::{self, PictureError};
use crate::ingest::{self, IngestError, Loaded, Profile};
use crate::measure::{Keep, MeasureError, Measures};
use crate::model::clip::Clip;
use crate::model::edit::Beside;
use crate::model::{JourneyMap, Png, ReadOptions, Source};
use crate::scene::Scene;
use crate::store;
use crate::store::atomic::{self, Existing, WriteError};
use crate::tr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Long work.
#[derive(Debug)]
pub enum Job {
    /// Looks at a data file.
    ProfileFile { path: PathBuf, read: Box<ReadOptions> },
    /// Reads a source completely.
    LoadData { source: Box<Source>, base_dir: PathBuf },
    /// Computes all figures.
    Measure(Box<MeasureTask>),
    /// Writes a file to show to others.
    Export(Box<ExportTask>),
    /// Paints a picture of so many pixels a point for the clipboard, or as many as a picture may have.
    Paint { scene: Arc<Scene>, scale: f32 },
    /// Reads pictures for cards that come beside something.
    ReadPictures { pictures: Vec<PictureSource>, beside: Beside },
    /// Keeps for other windows what was copied.
    KeepCopied { state: PathBuf, text: String, clip: Arc<Clip> },
}

/// Where a picture comes from.
#[derive(Clone, Debug)]
pub enum PictureSource {
    /// A file.
    File(PathBuf),
    /// The clipboard.
    Pasted(Pixels),
}

/// Pictures that have been read, and those that could not be.
#[derive(Debug, Default)]
pub struct Pictures {
    /// Each with its name.
    pub read: Vec<(String, Png)>,
    /// Why others are missing.
    pub failed: Vec<PictureError>,
}

/// A painted picture has at most so many pixels: 200 MB of memory.
const MOST_PIXELS: f32 = 50e6;

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
    /// Of `Paint`.
    Painted(Result<Pixels, ExportError>),
    /// Of `ReadPictures`.
    PicturesRead(Pictures, Beside),
    /// Of `KeepCopied`.
    CopiedKept(Result<(), WriteError>),
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
            Self::Paint { .. } => tr!("jobs-paint"),
            Self::ReadPictures { pictures, .. } => tr!("jobs-read-pictures", count = pictures.len()),
            Self::KeepCopied { .. } => tr!("jobs-keep-copied"),
            Self::Export(task) => tr!("jobs-export", name = file_name(&task.path)),
        }
    }

    pub(super) fn is_quiet(&self) -> bool {
        matches!(self, Self::Measure(_) | Self::ProfileFile { .. } | Self::KeepCopied { .. })
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
            Self::Paint { scene, scale } => Outcome::Painted(paint(&scene, scale, cancel, progress)),
            Self::ReadPictures { pictures, beside } => {
                Outcome::PicturesRead(read_pictures(pictures, cancel, progress), beside)
            }
            Self::KeepCopied { state, text, clip } => {
                Outcome::CopiedKept(store::clip::keep(&state, &text, &clip))
            }
        }
    }
}

fn paint(scene: &Scene, scale: f32, cancel: &Cancel, progress: &Progress) -> Result<Pixels, ExportError> {
    let most = (MOST_PIXELS / (scene.size.width * scene.size.height).max(1.0)).sqrt();
    let options = PngOptions::with_scale(scene, scale.min(most));
    export::pixels(scene, &options, cancel, progress)
}

/// What is cancelled is neither read nor failed.
fn read_pictures(pictures: Vec<PictureSource>, cancel: &Cancel, progress: &Progress) -> Pictures {
    progress.expect(pictures.len() as u64);
    let mut found = Pictures::default();
    for source in pictures {
        if cancel.check().is_err() {
            return Pictures::default();
        }
        let (name, png) = match source {
            PictureSource::File(path) => {
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                (name, picture::read(&path))
            }
            PictureSource::Pasted(pixels) => {
                let name = tr!("jobs-pasted-picture");
                let png = picture::pack(pixels, &name);
                (name, png)
            }
        };
        match png {
            Ok(png) => found.read.push((name, png)),
            Err(error) => found.failed.push(error),
        }
        progress.advance(1);
    }
    found
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
