//! What this program is.

use super::frame::{buttons_ui, dialog_ui};
use crate::text::Face;
use crate::tr;
use crate::ui::Context;
use crate::ui::icons::paint_logo;
use crate::ui::style::text;
use crate::ui::widgets::primary_button_ui;
use egui::{Sense, vec2};

pub fn about_ui(ctx: &egui::Context, cx: &Context<'_>) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let dismissed = dialog_ui(ctx, theme, "about", "", 380.0, |ui| {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(44.0, 44.0), Sense::hover());
            paint_logo(ui.painter(), rect, theme);
            ui.vertical(|ui| {
                ui.label(text(tr!("ui-app-name"), Face::Bold, 19.0, theme.text));
                let version = tr!("ui-version", version = env!("CARGO_PKG_VERSION"));
                ui.label(text(version, Face::Regular, 12.5, theme.text_muted));
            });
        });
        ui.add_space(8.0);
        ui.label(text(tr!("ui-about"), Face::Regular, 13.0, theme.text_body));
        buttons_ui(ui, |ui| close = primary_button_ui(ui, theme, &tr!("ui-close")).clicked());
    });
    close || dismissed
}
