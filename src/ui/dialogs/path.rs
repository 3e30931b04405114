//! A file to choose or name, where the system has no dialog of its own: a path and the files of its folder.

use super::frame::{buttons_ui, dialog_ui};
use crate::session::{Pick, Request};
use crate::store::EXTENSION;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{Key, ScrollArea, TextEdit};
use std::path::{Path, PathBuf};

/// Lists a folder: its sub-folders and files, by name. The app gives it; panels read no files.
pub type ListFolder = fn(&Path) -> Vec<FolderEntry>;

/// Something in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderEntry {
    /// Name.
    pub name: String,
    /// A folder.
    pub is_folder: bool,
}

/// What the dialog remembers.
pub struct PathDialog {
    pick: Pick,
    text: String,
    folder: PathBuf,
    entries: Vec<FolderEntry>,
    list: ListFolder,
    focused: bool,
    /// The file that is there already, while the user is asked whether to replace it.
    replacing: Option<PathBuf>,
}

impl PathDialog {
    /// A dialog that begins in a folder.
    #[must_use]
    pub fn new(pick: Pick, folder: PathBuf, list: ListFolder) -> Self {
        let text = match pick.file_name() {
            Some(file_name) => folder.join(file_name).to_string_lossy().into_owned(),
            None => folder_text(&folder),
        };
        let entries = list(&folder);
        Self { pick, text, folder, entries, list, focused: false, replacing: None }
    }

    fn enter(&mut self, folder: PathBuf) {
        let file_name = self.pick.file_name().and_then(|_| Path::new(&self.text).file_name());
        self.text = match file_name {
            Some(name) => folder.join(name).to_string_lossy().into_owned(),
            None => folder_text(&folder),
        };
        self.entries = (self.list)(&folder);
        self.folder = folder;
    }

    /// The file as it will be written, with the ending that belongs to it.
    fn written(&self, chosen: &Path) -> Option<PathBuf> {
        let proposed = Path::new(self.pick.file_name()?);
        let mut name = chosen.file_name()?.to_string_lossy().into_owned();
        if matches!(self.pick, Pick::SaveMap { .. }) {
            if !name.ends_with(EXTENSION) {
                name = format!("{name}.{EXTENSION}");
            }
        } else if chosen.extension().is_none() {
            return Some(chosen.with_extension(proposed.extension().unwrap_or_default()));
        }
        Some(chosen.with_file_name(name))
    }

    /// The file that would be overwritten and that the user has not said may be.
    fn in_the_way(&self, chosen: &Path) -> Option<PathBuf> {
        let written = self.written(chosen)?;
        let name = written.file_name()?.to_string_lossy();
        let there = (self.list)(written.parent()?);
        let is_there = there.iter().any(|entry| !entry.is_folder && entry.name == name);
        (is_there && self.replacing.as_ref() != Some(&written)).then_some(written)
    }
}

/// A folder's path with a separator at the end, so that typing goes on with a name.
fn folder_text(folder: &Path) -> String {
    folder.join("").to_string_lossy().into_owned()
}

pub fn path_ui(ctx: &egui::Context, dialog: &mut PathDialog, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let (title, action) = match &dialog.pick {
        Pick::Map => (tr!("ui-pick-map"), tr!("ui-open")),
        Pick::Data => (tr!("ui-pick-data"), tr!("ui-open")),
        Pick::MoreData => (tr!("ui-pick-more-data"), tr!("ui-open")),
        Pick::Attributes => (tr!("ui-pick-attributes"), tr!("ui-open")),
        Pick::Picture => (tr!("ui-pick-picture"), tr!("ui-open")),
        Pick::Logo => (tr!("ui-pick-logo"), tr!("ui-open")),
        Pick::Locate(_) => (tr!("ui-pick-data"), tr!("ui-open")),
        Pick::CompareWith => (tr!("ui-pick-compare"), tr!("ui-open")),
        Pick::SaveMap { .. } => (tr!("ui-pick-save"), tr!("ui-save")),
        Pick::Export { .. } => (tr!("ui-pick-export"), tr!("ui-export")),
        Pick::Report { .. } => (tr!("ui-pick-report"), tr!("ui-save")),
        Pick::Chart { .. } => (tr!("ui-pick-export"), tr!("ui-save")),
        Pick::Text { .. } => (tr!("ui-pick-text"), tr!("ui-save")),
        Pick::Actions { .. } => (tr!("ui-pick-actions"), tr!("ui-save")),
        Pick::Problems { .. } => (tr!("ui-pick-problems"), tr!("ui-save")),
    };
    let dismissed = dialog_ui(ctx, cx.theme, "path", &title, 560.0, |ui| {
        let label = ui.label(text(tr!("ui-path"), Face::Medium, 11.5, cx.theme.text_muted));
        let edit = TextEdit::singleline(&mut dialog.text).desired_width(f32::INFINITY);
        let field = ui.add(edit.margin(egui::Margin::symmetric(8, 6))).labelled_by(label.id);
        if !std::mem::replace(&mut dialog.focused, true) {
            field.request_focus();
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let mut go_to = None;
        ScrollArea::vertical().max_height(260.0).min_scrolled_height(260.0).auto_shrink(false).show(
            ui,
            |ui| {
                if let Some(parent) = dialog.folder.parent()
                    && ui.selectable_label(false, tr!("ui-folder-up")).clicked()
                {
                    go_to = Some(parent.to_owned());
                }
                for entry in &dialog.entries {
                    let path = dialog.folder.join(&entry.name);
                    let shown = if entry.is_folder { format!("{}/", entry.name) } else { entry.name.clone() };
                    let row = ui.selectable_label(Path::new(&dialog.text) == path, shown);
                    if row.clicked() && entry.is_folder {
                        go_to = Some(path);
                    } else if row.clicked() {
                        dialog.text = path.to_string_lossy().into_owned();
                    }
                }
            },
        );
        let chosen = PathBuf::from(dialog.text.trim());
        // Another name has been typed: ask anew.
        dialog.replacing =
            dialog.replacing.take().filter(|file| dialog.written(&chosen).as_ref() == Some(file));
        if let Some(file) = &dialog.replacing {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            ui.label(text(tr!("ui-exists", name = name), Face::Medium, 12.5, cx.theme.warning_text));
        }
        buttons_ui(ui, |ui| {
            let is_file_name = chosen.file_name().is_some() && !dialog.text.trim_end().ends_with(['/', '\\']);
            let action = if dialog.replacing.is_some() { tr!("ui-replace-file") } else { action };
            let done = ui.add_enabled_ui(is_file_name, |ui| primary_button_ui(ui, cx.theme, &action)).inner;
            if is_file_name && (done.clicked() || entered) {
                match dialog.in_the_way(&chosen) {
                    Some(file) => dialog.replacing = Some(file),
                    None => {
                        out.requests.push(Request::Picked(dialog.pick.clone(), chosen));
                        close = true;
                    }
                }
            }
            if button_ui(ui, &tr!("ui-cancel")).clicked() {
                close = true;
            }
        });
        if let Some(folder) = go_to {
            dialog.enter(folder);
        }
    });
    close || dismissed
}
