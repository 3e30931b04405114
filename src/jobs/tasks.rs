//! What each job does and gives. One arm per kind; the work itself is in ingest, measure and export.

use super::exports::{self, Subject};
use super::glimpses::Glimpses;
use super::insights::{InsightsTask, Slot};
use super::previews::{Preview, PreviewTask};
use super::report::ReportTask;
use crate::base::{Cancel, Cancelled, Pixels, Progress};
use crate::export::{self, Choices, DocumentInfo, ExportError, ExportFormat, PngOptions};
use crate::ingest::picture::{self, PictureError};
use crate::ingest::{self, Audience, Early, IngestError, Loaded, Profile};
use crate::interchange::{self, Imported, Unreadable};
use crate::measure::trend::Period;
use crate::measure::{Figures, Keep, MeasureError};
use crate::model::clip::Clip;
use crate::model::edit::Beside;
use crate::model::{JourneyMap, Png, ReadOptions, Source, SourceId};
use crate::scene::{Memory, Scene, SceneOptions};
use crate::store::atomic::{self, Existing, WriteError};
use crate::store::fingerprint::Fingerprint;
use crate::store::keeping::{AskTask, Asked, Held, SaveError, SaveTask, Saved};
use crate::store::recovery::{Leftover, Recovery};
use crate::store::{self, StoreError};
use crate::text::{Fonts, OtherFamily};
use crate::theme::Theme;
use crate::tr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Long work.
#[derive(Debug)]
pub enum Job {
    /// Looks at a data file.
    ProfileFile { path: PathBuf, read: Box<ReadOptions> },
    /// Reads a source completely; with glimpses of its first part meanwhile, where they are wanted.
    LoadData { source: Box<Source>, base_dir: PathBuf, glimpses: bool },
    /// Computes all figures.
    Measure(Box<MeasureTask>),
    /// Computes all figures period by period.
    Trend(Box<MeasureTask>),
    /// Looks for what the data says.
    Insights(Box<InsightsTask>),
    /// Writes a file to show to others.
    Export(Box<ExportTask>),
    /// Lays out what an export will show and looks for what may be wrong with it.
    Preview(Box<PreviewTask>),
    /// Reads the logo of pictures; one that is new is kept in a folder.
    ReadLogo { path: PathBuf, keep_in: Option<PathBuf> },
    /// Paints a picture of so many pixels a point for the clipboard, or as many as a picture may have.
    Paint { scene: Arc<Scene>, scale: f32 },
    /// Reads pictures for cards that come beside something.
    ReadPictures { pictures: Vec<PictureSource>, beside: Beside },
    /// Keeps for other windows what was copied.
    KeepCopied { state: PathBuf, text: String, clip: Arc<Clip> },
    /// Reads a map file; to be shown, its cards are laid out as well.
    ReadMap { path: PathBuf, look: Option<Box<Look>> },
    /// Reads a map that another program wrote.
    ReadForeign(PathBuf),
    /// Asks for the file of the open map.
    AskForMap(Box<AskTask>),
    /// Saves the open map.
    SaveMap(Box<SaveTask>),
    /// Lets go of a map that was open.
    LetGo(Box<Held>),
    /// Looks for what former runs have left unsaved: of one map, or all.
    FindUnsaved { recovery: Recovery, of: Option<PathBuf> },
    /// Looks which of these files are not there.
    FindGone(Vec<PathBuf>),
    /// Looks for fonts of the system that have these letters.
    FindFonts(Vec<char>),
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

/// How a map will be shown.
#[derive(Debug)]
pub struct Look {
    /// What of it.
    pub options: SceneOptions,
    /// Colours.
    pub theme: Theme,
    /// Faces, with the lines already shaped: those of this map are as well then.
    pub fonts: Arc<Fonts>,
}

impl Look {
    fn lay_out(&self, map: &JourneyMap) -> Memory {
        Memory::of(map, &self.options, &self.theme, &self.fonts)
    }
}

/// A map that has been read.
#[derive(Debug)]
pub struct ReadMap {
    /// The map.
    pub map: JourneyMap,
    /// By what the file's content is known again.
    pub content: Fingerprint,
    /// Its cards as they are laid out, when it is to be shown.
    pub memory: Memory,
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
    /// They are the first part of the data, the rest of which is being read.
    pub is_glimpse: bool,
}

/// A file to write.
#[derive(Clone, Debug)]
pub struct ExportTask {
    /// Where to; pictures of several slides get numbers.
    pub path: PathBuf,
    /// What happens to files that are there.
    pub existing: Existing,
    /// What.
    pub export: Export,
}

/// Content of an export.
#[derive(Clone, Debug)]
pub enum Export {
    /// A map in a format.
    Map { subject: Box<Subject>, format: ExportFormat, choices: Choices },
    /// A chart, in the format of the file's ending.
    Chart { scene: Arc<Scene>, info: DocumentInfo },
    /// A report, as pages or a web page; with figures over time where they are to be computed first.
    Report { report: Box<ReportTask>, over_time: Option<Box<MeasureTask>>, is_page: bool },
    /// A text that is ready.
    Text(String),
}

/// What a job gives.
#[derive(Debug)]
pub enum Outcome {
    /// Of `ProfileFile`.
    Profiled(PathBuf, Result<Box<Profile>, IngestError>),
    /// Of `LoadData`, while it goes on: the first part of the source.
    Glimpsed(SourceId, Box<Early>),
    /// Of `LoadData`, with the source as given.
    Loaded(Box<Source>, Result<Box<Loaded>, IngestError>),
    /// Of `Measure`: the request's number and how long it took.
    Measured(u64, Duration, Result<Box<Figures>, MeasureError>),
    /// Of `Trend`.
    Trended(Result<Arc<[Period]>, MeasureError>),
    /// Of `Insights`, while it goes on: more of the answer has come.
    AnswerGrows(Slot),
    /// Of `Insights`: all of the answer has come.
    Answered(Slot, Result<(), MeasureError>),
    /// Of `Export`: the path as given, and the files.
    Exported(PathBuf, Result<Vec<PathBuf>, ExportFailure>),
    /// Of `Preview`: the request's number.
    Previewed(u64, Result<Box<Preview>, Cancelled>),
    /// Of `ReadLogo`.
    LogoRead(Result<Png, PictureError>),
    /// Of `Paint`.
    Painted(Result<Pixels, ExportError>),
    /// Of `ReadPictures`.
    PicturesRead(Pictures, Beside),
    /// Of `KeepCopied`.
    CopiedKept(Result<(), WriteError>),
    /// Of `ReadMap`.
    MapRead(PathBuf, Result<Box<ReadMap>, StoreError>),
    /// Of `ReadForeign`.
    ForeignRead(PathBuf, Result<Box<Imported>, ForeignError>),
    /// Of `AskForMap`.
    MapAsked(Asked),
    /// Of `SaveMap`.
    MapSaved(Result<Box<Saved>, SaveError>),
    /// Of `LetGo`.
    LetGo,
    /// Of `FindUnsaved`.
    UnsavedFound { leftovers: Vec<Leftover>, of: Option<PathBuf> },
    /// Of `FindGone`.
    Gone(Vec<PathBuf>),
    /// Of `FindFonts`, with the letters.
    FontsFound(Vec<OtherFamily>, Vec<char>),
    /// The job broke: a fault of ours.
    Failed { what: String, detail: String },
}

impl Outcome {
    /// False for what is handed on while the job goes on.
    pub(super) const fn is_last(&self) -> bool {
        !matches!(self, Self::Glimpsed(..) | Self::AnswerGrows(_))
    }
}

impl Job {
    /// What it does, in the user's words.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::ProfileFile { path, .. } => tr!("jobs-profile", name = file_name(path)),
            Self::LoadData { source, .. } => tr!("jobs-load", name = source.name.clone()),
            Self::Measure(_) => tr!("jobs-measure"),
            Self::Trend(_) => tr!("jobs-trend"),
            Self::Insights(_) => tr!("jobs-insights"),
            Self::Paint { .. } => tr!("jobs-paint"),
            Self::ReadPictures { pictures, .. } => tr!("jobs-read-pictures", count = pictures.len()),
            Self::KeepCopied { .. } => tr!("jobs-keep-copied"),
            Self::ReadMap { path, .. } | Self::ReadForeign(path) => {
                tr!("jobs-read-map", name = file_name(path))
            }
            Self::AskForMap(task) => tr!("jobs-ask-for-map", name = file_name(&task.path)),
            Self::SaveMap(task) => tr!("jobs-save-map", name = file_name(&task.path)),
            Self::LetGo(_) => tr!("jobs-let-go"),
            Self::FindUnsaved { .. } => tr!("jobs-find-unsaved"),
            Self::FindGone(_) => tr!("jobs-find-gone"),
            Self::FindFonts(_) => tr!("jobs-find-fonts"),
            Self::Export(task) => tr!("jobs-export", name = file_name(&task.path)),
            Self::Preview(_) => tr!("jobs-preview"),
            Self::ReadLogo { .. } => tr!("jobs-read-logo"),
        }
    }

    pub(super) fn is_quiet(&self) -> bool {
        match self {
            // Another filter is measured at once, other rules and new data are not.
            Self::Measure(task) => task.is_glimpse || task.keep.is_for(&task.map, &task.source),
            Self::ProfileFile { .. }
            | Self::LoadData { .. }
            | Self::Trend(_)
            | Self::Export(_)
            | Self::Paint { .. }
            | Self::ReadPictures { .. } => false,
            Self::KeepCopied { .. }
            // The panel that asks says so itself.
            | Self::Insights(_)
            | Self::Preview(_)
            | Self::ReadLogo { .. }
            | Self::ReadMap { .. }
            | Self::ReadForeign(_)
            | Self::AskForMap(_)
            | Self::SaveMap(_)
            | Self::LetGo(_)
            | Self::FindUnsaved { .. }
            | Self::FindGone(_)
            | Self::FindFonts(_) => true,
        }
    }

    /// The source of the map whose data it reads.
    pub(super) fn reads(&self) -> Option<SourceId> {
        match self {
            Self::LoadData { source, .. } => Some(source.id),
            _ => None,
        }
    }

    /// The outcome in case the job panics.
    pub(super) fn panicked(&self) -> Outcome {
        Outcome::Failed { what: self.label(), detail: tr!("jobs-panicked") }
    }

    /// Does the work. What is there before it is done is handed on meanwhile.
    #[must_use]
    pub fn run(self, cancel: &Cancel, progress: &Progress, hand_on: &(dyn Fn(Outcome) + Sync)) -> Outcome {
        match self {
            Self::ProfileFile { path, read } => {
                let profile = ingest::profile(&path, &read, cancel, progress).map(Box::new);
                Outcome::Profiled(path, profile)
            }
            Self::LoadData { source, base_dir, glimpses } => {
                let id = source.id;
                let onlooker = Glimpses::new(|early| hand_on(Outcome::Glimpsed(id, Box::new(early))));
                let audience = Audience::new(cancel, progress);
                let audience = if glimpses { audience.shown_to(&onlooker) } else { audience };
                let loaded = ingest::load_before(&source, &base_dir, &audience).map(Box::new);
                Outcome::Loaded(source, loaded)
            }
            Self::Measure(task) => {
                let started = Instant::now();
                let figures = measure(&task, cancel).map(Box::new);
                Outcome::Measured(task.stamp, started.elapsed(), figures)
            }
            Self::Trend(task) => Outcome::Trended(task.periods(cancel, progress)),
            Self::Insights(task) => {
                let on_more = || hand_on(Outcome::AnswerGrows(task.slot));
                Outcome::Answered(task.slot, task.run(cancel, &on_more))
            }
            Self::Export(mut task) => {
                let written = write(&mut task, cancel, progress);
                Outcome::Exported(task.path, written)
            }
            Self::Preview(task) => Outcome::Previewed(task.stamp, task.run(cancel).map(Box::new)),
            Self::ReadLogo { path, keep_in } => Outcome::LogoRead(read_logo(&path, keep_in.as_deref())),
            Self::Paint { scene, scale } => Outcome::Painted(paint(&scene, scale, cancel, progress)),
            Self::ReadPictures { pictures, beside } => {
                Outcome::PicturesRead(read_pictures(pictures, cancel, progress), beside)
            }
            Self::KeepCopied { state, text, clip } => {
                Outcome::CopiedKept(store::clip::keep(&state, &text, &clip))
            }
            Self::ReadMap { path, look } => {
                let read = store::load_with_fingerprint(&path);
                let read = read.map(|(map, content)| {
                    let memory = look.map(|look| look.lay_out(&map)).unwrap_or_default();
                    Box::new(ReadMap { map, content, memory })
                });
                Outcome::MapRead(path, read)
            }
            Self::ReadForeign(path) => {
                let read = read_foreign(&path).map(Box::new);
                Outcome::ForeignRead(path, read)
            }
            Self::AskForMap(task) => Outcome::MapAsked(task.run()),
            Self::SaveMap(task) => Outcome::MapSaved(task.run().map(Box::new)),
            Self::LetGo(held) => {
                drop(held);
                Outcome::LetGo
            }
            Self::FindUnsaved { recovery, of } => {
                let leftovers = match &of {
                    Some(map) => recovery.leftovers_of(map),
                    None => recovery.leftovers(),
                };
                Outcome::UnsavedFound { leftovers, of }
            }
            Self::FindGone(mut paths) => {
                paths.retain(|path| !path.is_file());
                Outcome::Gone(paths)
            }
            Self::FindFonts(letters) => Outcome::FontsFound(store::fonts::find(&letters), letters),
        }
    }
}

/// The threads that all work shares are busy as long as data is being read, so a part of it is measured on one of its own.
fn measure(task: &MeasureTask, cancel: &Cancel) -> Result<Figures, MeasureError> {
    let work = || task.keep.figures(&task.loaded.log, &task.map, &task.source, cancel);
    if !task.is_glimpse {
        return work();
    }
    match rayon::ThreadPoolBuilder::new().num_threads(1).build() {
        Ok(thread) => thread.install(work),
        Err(_) => work(),
    }
}

fn paint(scene: &Scene, scale: f32, cancel: &Cancel, progress: &Progress) -> Result<Pixels, ExportError> {
    let most = (MOST_PIXELS / (scene.size.width * scene.size.height).max(1.0)).sqrt();
    let options = PngOptions::with_scale(scene, scale.min(most));
    export::pixels(scene, &options, cancel, progress)
}

/// A logo that can't be kept is there until the program ends.
fn read_logo(path: &Path, keep_in: Option<&Path>) -> Result<Png, PictureError> {
    let logo = picture::read(path)?;
    if let Some(folder) = keep_in {
        let _ = store::logo::keep(folder, logo.bytes());
    }
    Ok(logo)
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

fn read_foreign(path: &Path) -> Result<Imported, ForeignError> {
    let bytes = std::fs::read(path)?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(interchange::read(&interchange::decoded(&bytes), &name)?)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Whole or not at all: a cancelled or failed export leaves the old file as it was. Gives the files.
fn write(
    ExportTask { path, existing, export }: &mut ExportTask,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Vec<PathBuf>, ExportFailure> {
    match export {
        Export::Map { subject, format, choices } => {
            let pictures = subject.pictures(*format, choices);
            exports::write((subject, &pictures), (*format, choices), (path, *existing), cancel, progress)
        }
        Export::Chart { scene, info } => {
            exports::write_chart((scene, info), (path, *existing), cancel, progress)
        }
        Export::Report { report, over_time, is_page } => {
            if let Some(task) = over_time {
                report.measure_periods(task, cancel).map_err(ExportError::from)?;
            }
            let bytes = if *is_page { report.html().into_bytes() } else { report.pdf(cancel, progress)? };
            atomic::write_bytes(path, *existing, &bytes)?;
            Ok(vec![path.clone()])
        }
        Export::Text(text) => {
            atomic::write_bytes(path, *existing, text.as_bytes())?;
            Ok(vec![path.clone()])
        }
    }
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

/// Why the map of another program could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ForeignError {
    /// The operating system says no.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// It is no map that can be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
}
