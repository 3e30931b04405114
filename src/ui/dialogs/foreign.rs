//! A map that another program wrote: what was read otherwise than it stands there, before the map opens.

use super::frame::{buttons_ui, dialog_ui};
use crate::base::Warning;
use crate::interchange::Imported;
use crate::session::Request;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{Label, ScrollArea};
use std::path::Path;

/// A map that has been read and is not open yet.
pub struct ForeignMap {
    /// Of its file.
    name: String,
    read: Imported,
}

impl ForeignMap {
    /// From the file at a path.
    #[must_use]
    pub fn new(path: &Path, read: Imported) -> Self {
        Self { name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(), read }
    }
}

pub fn foreign_ui(ctx: &egui::Context, foreign: &ForeignMap, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let title = tr!("ui-foreign", name = foreign.name.as_str());
    let dismissed = dialog_ui(ctx, theme, "foreign", &title, 560.0, |ui| {
        let warnings = &foreign.read.warnings;
        muted_ui(ui, theme, tr!("ui-foreign-differs", count = warnings.total()));
        ui.add_space(6.0);
        ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            for warning in warnings.examples() {
                let words = text(words(warning), Face::Regular, 12.5, theme.text_body);
                ui.add(Label::new(words).wrap().selectable(true));
            }
            let more = warnings.total() - warnings.examples().len() as u64;
            if more > 0 {
                muted_ui(ui, theme, tr!("ui-foreign-more", count = more));
            }
        });
        buttons_ui(ui, |ui| {
            if primary_button_ui(ui, theme, &tr!("ui-foreign-open")).clicked() {
                out.requests.push(Request::OpenForeign(Box::new(foreign.read.map.clone())));
                close = true;
            }
            close |= button_ui(ui, &tr!("ui-cancel")).clicked();
        });
    });
    close || dismissed
}

/// `Line 5: The score is outside 1 to 5 (9)`.
fn words(warning: &Warning) -> String {
    let value = warning.value.as_deref().filter(|value| !value.is_empty());
    let value = value.map(|value| format!(" ({value})")).unwrap_or_default();
    match warning.line {
        Some(line) => tr!("ui-foreign-line", line = line, words = format!("{}{value}", warning.message)),
        None => format!("{}{value}", warning.message),
    }
}
