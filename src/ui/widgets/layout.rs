//! Groups, headings and rows of label and value.

use crate::text::Face;
use crate::theme::Theme;
use crate::ui::style::{c, prose, text};
use egui::{Frame, Label, Margin, Response, Stroke, Ui};

/// A framed group with a heading.
pub fn card_ui<R>(ui: &mut Ui, theme: &Theme, title: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new()
        .fill(c(theme.panel_inset))
        .stroke(Stroke::new(1.0, c(theme.border)))
        .corner_radius(10)
        .inner_margin(Margin::symmetric(12, 10));
    let inner = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        if !title.is_empty() {
            ui.label(text(title, Face::SemiBold, 12.5, theme.text));
        }
        content(ui)
    });
    ui.add_space(4.0);
    inner.inner
}

/// A heading over fields.
pub fn section_ui(ui: &mut Ui, theme: &Theme, title: &str) {
    ui.add_space(6.0);
    ui.label(text(title, Face::SemiBold, 12.0, theme.text_muted));
}

/// A small line over a title: `TOUCHPOINT · BUY`.
pub fn eyebrow_ui(ui: &mut Ui, theme: &Theme, words: &str) {
    ui.label(text(words, Face::SemiBold, 11.0, theme.text_faint));
}

/// An explanation.
pub fn muted_ui(ui: &mut Ui, theme: &Theme, words: impl Into<String>) -> Response {
    ui.add(Label::new(prose(words, Face::Regular, 11.5, theme.text_muted)).wrap())
}

/// A name on the left and a value on the right, with the definition on hover.
pub fn row_ui(ui: &mut Ui, theme: &Theme, name: &str, value: &str, definition: &str) {
    let row = ui.horizontal(|ui| {
        ui.label(text(name, Face::Regular, 12.0, theme.text_body));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add(
                Label::new(prose(value, Face::Medium, 12.0, theme.text)).wrap().halign(egui::Align::RIGHT),
            );
        });
    });
    if !definition.is_empty() {
        row.response.on_hover_text(definition);
    }
}

/// How sliders look from here on: a rail that is seen on any ground.
pub fn slider_look(ui: &mut Ui, theme: &Theme) {
    ui.visuals_mut().widgets.inactive.bg_fill = c(theme.border_strong);
    ui.visuals_mut().selection.bg_fill = c(theme.accent);
    ui.visuals_mut().widgets.inactive.fg_stroke = Stroke::new(1.5, c(theme.text_muted));
}
