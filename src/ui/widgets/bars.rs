//! Bars that show shares, with their legend.

use crate::base::Color;
use crate::base::fmt::NumberFormat;
use crate::text::Face;
use crate::theme::Theme;
use crate::tr;
use crate::ui::style::{c, font, text};
use egui::{Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// A part of a bar.
pub struct Segment {
    /// Its share of the whole, 0…1.
    pub share: f64,
    /// Colour.
    pub color: Color,
    /// Words for the legend, share included; empty = not in the legend.
    pub label: String,
}

/// A horizontal bar of parts. Screen readers hear the labels.
#[allow(clippy::cast_possible_truncation)] // pixels
pub fn split_bar_ui(ui: &mut Ui, height: f32, name: &str, segments: &[Segment]) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let parts: Vec<_> = segments.iter().filter(|s| !s.label.is_empty()).map(|s| s.label.as_str()).collect();
    let spoken = format!("{name}: {}", parts.join(", "));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    const GAP: f32 = 2.0;
    let shown = segments.iter().filter(|segment| segment.share > 0.0).count();
    let room = rect.width() - GAP * shown.saturating_sub(1) as f32;
    let mut left = rect.left();
    for segment in segments.iter().filter(|segment| segment.share > 0.0) {
        let width = room * segment.share as f32;
        let part = egui::Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom()));
        ui.painter().rect_filled(part, 4.0_f32.min(width / 2.0), c(segment.color));
        left += width + GAP;
    }
}

/// Dots with words below a bar, for the parts that are there. A dot and its words stay on one line. Gives the place of the
/// part that is clicked, where a click `opens` something.
pub fn legend_ui(ui: &mut Ui, theme: &Theme, segments: &[Segment], opens: Option<&str>) -> Option<usize> {
    let mut clicked = None;
    const DOT: f32 = 14.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 2.0);
        let shown = |(_, segment): &(usize, &Segment)| !segment.label.is_empty() && segment.share > 0.0;
        for (place, segment) in segments.iter().enumerate().filter(shown) {
            let color = c(theme.text_body);
            let words = ui.painter().layout_no_wrap(segment.label.clone(), font(Face::Regular, 11.5), color);
            let sense = if opens.is_some() { Sense::click() } else { Sense::hover() };
            let (rect, response) = ui.allocate_exact_size(words.size() + vec2(DOT, 2.0), sense);
            let role = if opens.is_some() { Role::Link } else { Role::Label };
            response.widget_info(|| WidgetInfo::labeled(role, true, &segment.label));
            ui.painter().circle_filled(pos2(rect.left() + 4.5, rect.center().y), 4.0, c(segment.color));
            ui.painter().galley(rect.min + vec2(DOT, 1.0), words, color);
            let Some(opens) = opens else { continue };
            if response.hovered() || response.has_focus() {
                let line = rect.left() + DOT..=rect.right();
                ui.painter().hline(line, rect.bottom() - 1.0, egui::Stroke::new(1.0, color));
            }
            if response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(opens).clicked() {
                clicked = Some(place);
            }
        }
    });
    clicked
}

/// A share for a legend: a part that is there is never called `0 %`.
pub fn share_words(share: f64, format: &NumberFormat) -> String {
    if share > 0.0 && share < 0.005 { tr!("ui-below-one-percent") } else { format.percent(share, 0) }
}

/// Width of a number behind a bar.
const NUMBER: f32 = 40.0;

/// A row of name, bar and words, as in a table of channels.
#[allow(clippy::cast_possible_truncation)] // pixels
pub fn bar_with_label_ui(ui: &mut Ui, theme: &Theme, name: &str, share: f64, color: Color, words: &[&str]) {
    ui.horizontal(|ui| {
        let column = |ui: &mut Ui, width: f32, layout: egui::Layout, words: egui::RichText| {
            ui.allocate_ui_with_layout(vec2(width, 18.0), layout, |ui| {
                ui.set_min_width(width);
                ui.add(egui::Label::new(words).truncate());
            });
        };
        let names = (ui.available_width() * 0.3).max(72.0);
        let start = egui::Layout::left_to_right(egui::Align::Center);
        column(ui, names, start, text(name, Face::Regular, 12.0, theme.text_body));
        let rest = (NUMBER + ui.spacing().item_spacing.x) * words.len() as f32;
        let room = (ui.available_width() - rest).max(20.0);
        let (rect, _) = ui.allocate_exact_size(vec2(room, 12.0), Sense::hover());
        let bar = egui::Rect::from_min_size(rect.min, vec2((room * share as f32).max(2.0), 12.0));
        ui.painter().rect_filled(bar, 4.0, c(color));
        for (index, word) in words.iter().enumerate() {
            let last = index + 1 == words.len();
            let (face, color) =
                if last { (Face::SemiBold, theme.measured) } else { (Face::Regular, theme.text_muted) };
            let end = egui::Layout::right_to_left(egui::Align::Center);
            column(ui, NUMBER, end, text(*word, face, 12.0, color));
        }
    });
}
