//! What a session asks of its surroundings: files, dialogs, jobs and the view. The app carries it out.

use super::{Copied, OthersWork};
use crate::jobs::{ExportTask, InsightsTask, MeasureTask, PictureSource};
use crate::model::edit::Beside;
use crate::model::{JourneyMap, ReadOptions, SnapshotId, Source, SourceId, TouchpointId};
use crate::scene::{Element, Scene};
use std::path::PathBuf;
use std::sync::Arc;

/// One thing that the session can't do itself.
#[derive(Clone, Debug)]
pub enum Request {
    /// Closes the map for something else; asks first when there is unsaved work.
    Leave(Leave),
    /// Saves to the map's file; asks for one when it has none.
    Save,
    /// Asks for a file and saves to it; then perhaps leaves.
    SaveAs { then: Option<Leave> },
    /// Saves to a file; then perhaps leaves.
    SaveTo { path: PathBuf, others: OthersWork, then: Option<Leave> },
    /// Stays, though a file that is being read or written was to be waited for.
    StopWaiting,
    /// Leaves the map though it is still being saved; its journal stays.
    LeaveWithoutWaiting,
    /// Asks for a name under which the map becomes a template of the user's own.
    SaveAsTemplate,
    /// Keeps the map as a template called like this.
    KeepTemplate(String),
    /// Asks for another name of one of the user's own templates.
    AskTemplateName { name: String, title: String },
    /// Gives one of the user's own templates another title.
    RenameTemplate { name: String, title: String },
    /// Removes one of the user's own templates.
    RemoveTemplate(String),
    /// Has the file from now on, though another computer seems to have it.
    TakeOver,
    /// Throws away what a former run has left in this folder.
    Discard(PathBuf),
    /// Takes a map off the list of recent ones.
    Forget(PathBuf),
    /// Shows the map of another program that has been read.
    OpenForeign(Box<JourneyMap>),
    /// Closes the map without asking, saved before or not.
    LeaveNow { leave: Leave, save: bool },
    /// Puts what was copied on the clipboard.
    Copy(Copied),
    /// Puts a text on the clipboard.
    CopyText(String),
    /// Says something for a while.
    Tell(String),
    /// Asks for what is on the clipboard.
    Paste,
    /// Puts the selection, or the whole map, on the clipboard as a picture.
    CopyPicture,
    /// Puts a chart on the clipboard as a picture.
    CopyChart(Arc<Scene>),
    /// Reads pictures for cards beside something.
    AddPictures { pictures: Vec<PictureSource>, beside: Beside },
    /// Asks for a file.
    Pick(Pick),
    /// The user has chosen a file.
    Picked(Pick, PathBuf),
    /// Shows a dialog or panel.
    Show(Panel),
    /// Brings an element into view.
    Reveal(Element),
    /// Shows which touchpoint an event of the data belongs to.
    ShowEvent(String),
    /// Rings the bell, to hear whether it is heard.
    Ring,
    /// Shows the rules that lead to a touchpoint.
    ShowRulesOf(TouchpointId),
    /// Moves the camera.
    Zoom(Zoom),
    /// Presents on the other screen.
    SwapScreens,
    /// Shows or hides a part of the window, or changes the theme.
    Toggle(Part),
    /// Looks at a data file for the import dialog.
    Profile { path: PathBuf, read: Box<ReadOptions> },
    /// Reads the described file completely, to become the data of the map.
    Import(Box<Source>),
    /// Puts the import that is open into the map.
    FinishImport,
    /// Reads the source of the map.
    LoadData(SourceId),
    /// Goes on with the data as it was read, though a file has changed.
    KeepOutdated,
    /// Computes all figures anew.
    Measure(Box<MeasureTask>),
    /// Looks for what the data says.
    Insights(Box<InsightsTask>),
    /// Closes what else stands in the inspector's place.
    MakeRoom,
    /// Asks where to write a chart, and writes it.
    SaveChart { title: String, scene: Arc<Scene> },
    /// Asks where to write a text, and writes it.
    SaveText { file_name: String, text: String },
    /// Writes a picture or table.
    Export(Box<ExportTask>),
    /// Exported pictures have no logo any more.
    ForgetLogo,
    /// Stops a job.
    CancelJob(u64),
    /// Something could not be done.
    Fail(Failure),
}

/// What a file is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A map to open.
    Map,
    /// Data to import.
    Data,
    /// A file of the same shape to import as well.
    MoreData,
    /// A table of customers to import with the data.
    Attributes,
    /// A picture for a card.
    Picture,
    /// A picture for the corner of exported pictures.
    Logo,
    /// Where to save the map; then perhaps to leave it.
    SaveMap { file_name: String, then: Option<Leave> },
    /// Where to write an export.
    Export { file_name: String },
    /// Where the data of the map now is.
    Locate(SourceId),
    /// A map to compare the open one with.
    CompareWith,
    /// Where to write the list of what is to be done.
    Actions { file_name: String },
    /// Where to write a report.
    Report { file_name: String },
    /// Where to write a chart.
    Chart { file_name: String },
    /// Where to write a text.
    Text { file_name: String },
    /// Where to write the list of what could not be read.
    Problems { file_name: String },
}

impl Pick {
    /// The name that is proposed for a file to be written; none when a file is chosen to be read.
    #[must_use]
    pub fn file_name(&self) -> Option<&str> {
        match self {
            Self::SaveMap { file_name, .. }
            | Self::Export { file_name }
            | Self::Actions { file_name }
            | Self::Chart { file_name }
            | Self::Text { file_name }
            | Self::Report { file_name }
            | Self::Problems { file_name } => Some(file_name),
            Self::Map
            | Self::Data
            | Self::MoreData
            | Self::Attributes
            | Self::Picture
            | Self::Logo
            | Self::CompareWith
            | Self::Locate(_) => None,
        }
    }
}

/// Where to go after leaving a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leave {
    /// An empty map.
    NewMap,
    /// The map of a template, by its name.
    Template(String),
    /// A map file.
    Open(PathBuf),
    /// What a former run has left unsaved in this folder.
    Recover(PathBuf),
    /// What should happen, begun from the present map.
    ToBe,
    /// A snapshot of the present map, as a map of its own.
    Snapshot(SnapshotId),
    /// The welcome page.
    Welcome,
    /// Out of the program.
    Quit,
}

/// Dialogs and pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Panel {
    Export,
    Charts,
    Mapping,
    Rejected,
    Palette,
    Shortcuts,
    About,
    /// Quick capture into the parking lot.
    Park,
    /// Snapshots of the map.
    Versions,
    /// The persona that is shown.
    Persona,
    /// Tags of what is selected.
    Tags,
    /// Dots from paper.
    PaperVotes,
}

/// Movements of the camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Zoom {
    In,
    Out,
    Fit,
    Whole,
    Selection,
}

/// Parts of the window that come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Part {
    Inspector,
    DataBar,
    History,
    /// Unmapped events.
    Tray,
    Minimap,
    DarkTheme,
    ReducedMotion,
    /// The bell at the end of a step.
    Sound,
    /// What a presenter sees, in a window of its own.
    PresenterView,
    /// Presenting goes from stage to stage.
    StagesOnly,
    /// Presenting ends with the reveal.
    RevealsLast,
}

/// An error for people: what could not be done, why, and what to do about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failure {
    /// What could not be done.
    pub headline: String,
    /// Why; may be empty.
    pub detail: String,
    /// What to do; may be empty.
    pub hint: String,
}
