//! The map has become a template: where it is found and what is not in it.

use super::frame::{buttons_ui, dialog_ui};
use crate::text::Face;
use crate::tr;
use crate::ui::Context;
use crate::ui::style::text;
use crate::ui::widgets::primary_button_ui;
use egui::Label;

pub fn template_saved_ui(ctx: &egui::Context, name: &str, cx: &Context<'_>) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let dismissed = dialog_ui(ctx, theme, "template saved", &tr!("ui-template-saved"), 440.0, |ui| {
        let detail = tr!("ui-template-saved-detail", name = name);
        ui.add(Label::new(text(detail, Face::Regular, 13.0, theme.text_body)).wrap().selectable(true));
        buttons_ui(ui, |ui| close = primary_button_ui(ui, theme, &tr!("ui-close")).clicked());
    });
    close || dismissed
}
