//! An error: what could not be done, why, what to do. The words can be selected and copied.

use super::frame::{buttons_ui, dialog_ui};
use crate::session::Failure;
use crate::text::Face;
use crate::tr;
use crate::ui::Context;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, primary_button_ui};
use egui::{Label, ScrollArea};

pub fn error_ui(ctx: &egui::Context, failure: &Failure, cx: &Context<'_>) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let dismissed = dialog_ui(ctx, theme, "error", &failure.headline, 480.0, |ui| {
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for (words, color) in [(&failure.detail, theme.text_body), (&failure.hint, theme.text)] {
                if !words.is_empty() {
                    ui.add(Label::new(text(words, Face::Regular, 13.0, color)).wrap().selectable(true));
                    ui.add_space(4.0);
                }
            }
        });
        buttons_ui(ui, |ui| {
            close = primary_button_ui(ui, theme, &tr!("ui-close")).clicked();
            if button_ui(ui, &tr!("ui-copy")).clicked() {
                let lines = [&failure.headline, &failure.detail, &failure.hint].map(String::as_str);
                ui.ctx().copy_text(lines.join("\n").trim().to_owned());
            }
        });
    });
    close || dismissed
}
