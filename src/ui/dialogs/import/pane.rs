//! A framed part of a step, of a given size.

use crate::text::Face;
use crate::theme::Theme;
use crate::ui::style::{c, text};
use egui::{Align, Layout, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, vec2};

pub fn pane_ui(ui: &mut Ui, theme: &Theme, title: &str, size: Vec2, content: impl FnOnce(&mut Ui)) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let stroke = Stroke::new(1.0, c(theme.border));
    ui.painter().rect(rect, 10.0, c(theme.panel_inset), stroke, StrokeKind::Inside);
    let inner = rect.shrink2(vec2(14.0, 10.0));
    let layout = Layout::top_down(Align::Min);
    let builder = UiBuilder::new().id_salt(("pane", title)).max_rect(inner).layout(layout);
    let mut ui = ui.new_child(builder);
    ui.set_clip_rect(ui.clip_rect().intersect(rect));
    if !title.is_empty() {
        ui.label(text(title, Face::SemiBold, 12.5, theme.text));
        ui.add_space(2.0);
    }
    content(&mut ui);
}
