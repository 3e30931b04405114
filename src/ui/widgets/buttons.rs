//! Buttons, chips and pills.

use crate::text::Face;
use crate::theme::Theme;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::style::{c, font, text};
use egui::{
    Atom, Button, Response, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2,
};

/// A plain button of the usual height.
pub fn button_ui(ui: &mut Ui, label: &str) -> Response {
    enabled_button_ui(ui, true, label)
}

/// A plain button that can be greyed out; in a row that wraps it goes to the next line as a whole.
pub fn enabled_button_ui(ui: &mut Ui, enabled: bool, label: &str) -> Response {
    let button = Button::new(RichText::new(label).font(font(Face::Medium, 12.5)));
    ui.add_enabled(enabled, button.min_size(vec2(0.0, 28.0)))
}

/// The one button that goes on.
pub fn primary_button_ui(ui: &mut Ui, theme: &Theme, label: &str) -> Response {
    let words = text(label, Face::SemiBold, 12.5, theme.on_accent);
    // A short word stands in the middle.
    let button = Button::new((Atom::grow(), words, Atom::grow())).gap(0.0);
    ui.add(button.fill(c(theme.accent)).stroke(Stroke::NONE).min_size(vec2(76.0, 28.0)))
}

/// Text that acts when clicked.
pub fn link_ui(ui: &mut Ui, theme: &Theme, label: &str) -> Response {
    ui.add(Button::new(text(label, Face::Medium, 12.0, theme.accent_text)).frame(false))
}

/// A round button that is on or off.
pub fn chip_ui(ui: &mut Ui, theme: &Theme, label: &str, on: bool) -> Response {
    let (face, color) =
        if on { (Face::SemiBold, theme.accent_text) } else { (Face::Regular, theme.text_body) };
    let (fill, border) =
        if on { (theme.accent_soft, theme.accent_soft_border) } else { (theme.panel, theme.border_strong) };
    let button =
        Button::new(text(label, face, 12.0, color)).fill(c(fill)).stroke(Stroke::new(1.0, c(border)));
    let response = ui.add(button.corner_radius(13).min_size(vec2(0.0, 26.0)));
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, on, label));
    response
}

/// The width of a chip with these words.
pub fn chip_width(ui: &Ui, label: &str) -> f32 {
    // The wider of the two faces that a chip can have.
    let font = font(Face::SemiBold, 12.0);
    let words = ui.painter().layout_no_wrap(label.to_owned(), font, egui::Color32::PLACEHOLDER);
    words.size().x + 2.0 * ui.spacing().button_padding.x
}

/// A quiet pill with a fact; it can be clicked.
pub fn pill_ui(ui: &mut Ui, words: RichText, fill: crate::base::Color) -> Response {
    let button = Button::new(words).fill(c(fill)).stroke(Stroke::NONE);
    ui.add(button.corner_radius(13).min_size(vec2(0.0, 26.0)))
}

/// A square button with a drawn icon; `name` is read out and shown on hover.
pub fn icon_button_ui(ui: &mut Ui, theme: &Theme, icon: Icon, on: bool, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(34.0, 34.0), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, on, name));
    if ui.is_rect_visible(rect) {
        let fill = if on {
            c(theme.accent_soft)
        } else if response.hovered() || response.has_focus() {
            c(theme.hover)
        } else {
            egui::Color32::TRANSPARENT
        };
        ui.painter().rect_filled(rect, 8.0, fill);
        if response.has_focus() {
            let stroke = Stroke::new(1.5, c(theme.accent));
            ui.painter().rect_stroke(rect, 8.0, stroke, StrokeKind::Inside);
        }
        paint_icon(ui.painter(), rect, icon, on, enabled, theme);
    }
    response.on_hover_text(name)
}
