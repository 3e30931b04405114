//! What is selected, with all its fields and figures.

use super::style::c;
use super::{Context, Out};
use egui::{Frame, Margin, ScrollArea, Ui};

mod map;

pub fn inspector_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        Frame::new().fill(c(cx.theme.panel)).inner_margin(Margin::symmetric(16, 14)).show(ui, |ui| {
            map::map_ui(ui, cx, out);
        });
    });
}
