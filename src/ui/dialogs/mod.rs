//! Dialogs over the window: one at a time, and above it a file to choose or an error.

mod about;
mod charts;
mod error;
mod export;
mod foreign;
mod frame;
mod import;
mod keeping;
mod palette;
mod paper;
mod park;
mod path;
mod persona;
mod rejected;
mod shortcuts;
mod tags;
mod template;
mod template_saved;
mod unsaved;
mod versions;
mod waiting;

pub use charts::{ChartsForm, DrawnChart, Periods};
pub use export::{Asked, ExportForm};
pub use foreign::ForeignMap;
pub use frame::{buttons_ui, dialog_ui};
pub use import::{ImportState, Step};
pub use keeping::SaveFailed;
pub use palette::{KeptDirectory, Palette};
pub use paper::PaperForm;
pub use park::ParkForm;
pub use path::{FolderEntry, PathDialog};
pub use persona::PersonaForm;
pub use template::TemplateForm;
pub use versions::Versions;
pub use waiting::Waiting;

use super::mapping::{MappingForm, mapping_ui};
use super::{Context, Out, Unsaved};
use crate::session::{Failure, Leave};

/// One dialog with what it remembers.
pub enum Dialog {
    /// Bringing data.
    Import(Box<ImportState>),
    /// A picture or table for others.
    Export(Box<ExportForm>),
    /// A map of another program, and what is otherwise in it.
    Foreign(Box<ForeignMap>),
    /// Charts of what is measured.
    Charts(Box<ChartsForm>),
    /// Events and touchpoints.
    Mapping(Box<MappingForm>),
    /// What could not be read.
    Rejected,
    /// Search for a command.
    Palette(Palette),
    /// A persona's fields.
    Persona(PersonaForm),
    /// Dots from paper.
    PaperVotes(PaperForm),
    /// Tags of what is selected.
    Tags,
    /// What former runs have left.
    Recovery(Unsaved),
    /// Somebody else has written the file; after saving, perhaps leaves.
    ChangedOnDisk(Option<Leave>),
    /// The map could not be saved.
    SaveFailed(SaveFailed),
    /// A file is being read or written.
    Waiting(Waiting),
    /// Save before leaving?
    Unsaved(Leave),
    /// What a template is called.
    Template(TemplateForm),
    /// The map is now a template, called like this.
    TemplateSaved(String),
    /// Snapshots of the map.
    Versions(Versions),
    /// All keys.
    Shortcuts,
    /// Version and licences.
    About,
}

/// The dialogs that are open.
#[derive(Default)]
pub struct Dialogs {
    /// The dialog, if any.
    pub open: Option<Dialog>,
    /// The file to choose, above it.
    pub path: Option<PathDialog>,
    /// The error, above all.
    pub failure: Option<Failure>,
    /// A thought for the parking lot. It has the window for itself; what else is open comes back after it as it was.
    pub park: Option<ParkForm>,
    /// What can be searched; to be forgotten with the map.
    pub directory: KeptDirectory,
    /// What gets the keyboard again after that.
    focus_back: Option<egui::Id>,
}

impl Dialogs {
    /// What was waited for has come.
    pub fn close_waiting(&mut self) {
        if matches!(self.open, Some(Dialog::Waiting(_))) {
            self.open = None;
        }
    }

    /// True when a dialog takes all input.
    #[must_use]
    pub fn is_any_open(&self) -> bool {
        self.open.is_some() || self.path.is_some() || self.failure.is_some() || self.park.is_some()
    }
}

pub fn dialogs_ui(ctx: &egui::Context, dialogs: &mut Dialogs, cx: &Context<'_>, out: &mut Out) {
    if let Some(form) = &mut dialogs.park {
        if park::park_ui(ctx, form, cx, out) {
            dialogs.focus_back = form.focus();
            dialogs.park = None;
        }
        return;
    }
    let close = match &mut dialogs.open {
        None => false,
        Some(Dialog::Import(state)) => import::import_ui(ctx, state, cx, out),
        Some(Dialog::Export(form)) => export::export_ui(ctx, form, cx, out),
        Some(Dialog::Foreign(foreign)) => foreign::foreign_ui(ctx, foreign, cx, out),
        Some(Dialog::Charts(form)) => charts::charts_ui(ctx, form, cx, out),
        Some(Dialog::Mapping(form)) => mapping_ui(ctx, form, cx, out),
        Some(Dialog::Rejected) => rejected::rejected_ui(ctx, cx),
        Some(Dialog::Palette(palette)) => palette::palette_ui(ctx, palette, &mut dialogs.directory, cx, out),
        Some(Dialog::Persona(form)) => persona::persona_ui(ctx, form, cx, out),
        Some(Dialog::PaperVotes(form)) => paper::paper_ui(ctx, form, cx, out),
        Some(Dialog::Tags) => tags::tags_dialog_ui(ctx, cx, out),
        Some(Dialog::Recovery(unsaved)) => keeping::recovery_ui(ctx, unsaved, cx, out),
        Some(Dialog::ChangedOnDisk(then)) => keeping::changed_ui(ctx, then, cx, out),
        Some(Dialog::SaveFailed(failed)) => keeping::save_failed_ui(ctx, failed, cx, out),
        Some(Dialog::Waiting(waiting)) => waiting::waiting_ui(ctx, waiting, cx, out),
        Some(Dialog::Unsaved(leave)) => unsaved::unsaved_ui(ctx, leave, cx, out),
        Some(Dialog::Template(form)) => template::template_ui(ctx, form, cx, out),
        Some(Dialog::TemplateSaved(name)) => template_saved::template_saved_ui(ctx, name, cx),
        Some(Dialog::Versions(form)) => versions::versions_ui(ctx, form, cx, out),
        Some(Dialog::Shortcuts) => shortcuts::shortcuts_ui(ctx, cx),
        Some(Dialog::About) => about::about_ui(ctx, cx),
    };
    if close {
        dialogs.open = None;
    }
    if let Some(path) = &mut dialogs.path
        && path::path_ui(ctx, path, cx, out)
    {
        dialogs.path = None;
    }
    if let Some(failure) = &dialogs.failure
        && error::error_ui(ctx, failure, cx)
    {
        dialogs.failure = None;
    }
    // In the first frame without it nothing below can have the keyboard yet.
    if let Some(focus) = dialogs.focus_back.take() {
        ctx.memory_mut(|memory| memory.request_focus(focus));
    }
}
