//! The frame that all dialogs share: a title, content, and buttons at the lower right.

use crate::text::Face;
use crate::theme::Theme;
use crate::ui::style::{c, text};
use egui::{Align, Context, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Stroke, Ui};

/// Shows a dialog in the middle of the window; true when the user wants it gone with Escape. A click beside it
/// does nothing: what has been typed must not be lost by a slip of the hand.
pub fn dialog_ui(
    ctx: &Context,
    theme: &Theme,
    name: &str,
    title: &str,
    width: f32,
    content: impl FnOnce(&mut Ui),
) -> bool {
    let room = ctx.content_rect().size();
    let frame = Frame::new()
        .fill(c(theme.panel))
        .stroke(Stroke::new(1.0, c(theme.border)))
        .corner_radius(14)
        .shadow(ctx.global_style().visuals.window_shadow)
        .inner_margin(Margin::same(24));
    let response = Modal::new(Id::unique(("dialog", name))).frame(frame).show(ctx, |ui| {
        ui.set_width(width.min(room.x - 80.0));
        ui.set_max_height(room.y - 100.0);
        if !title.is_empty() {
            ui.label(text(title, Face::Bold, 18.0, theme.text));
            ui.add_space(8.0);
        }
        content(ui);
    });
    let escape = || ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    response.is_top_modal && !response.any_popup_open && escape()
}

/// The buttons of a dialog, from right to left.
pub fn buttons_ui(ui: &mut Ui, buttons: impl FnOnce(&mut Ui)) {
    ui.add_space(12.0);
    ui.allocate_ui_with_layout(
        egui::vec2(ui.available_width(), 30.0),
        Layout::right_to_left(Align::Center),
        buttons,
    );
}
