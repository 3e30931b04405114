//! Tags of what is selected, by keyboard alone.

use super::frame::{buttons_ui, dialog_ui};
use crate::tr;
use crate::ui::tags::tags_ui;
use crate::ui::widgets::primary_button_ui;
use crate::ui::{Context, Out};

pub fn tags_dialog_ui(ctx: &egui::Context, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let dismissed = dialog_ui(ctx, cx.theme, "tags", &tr!("ui-tags"), 420.0, |ui| {
        tags_ui(ui, "dialog", cx, out);
        buttons_ui(ui, |ui| close = primary_button_ui(ui, cx.theme, &tr!("ui-close")).clicked());
    });
    close || dismissed
}
