//! What is small or straight, as plain rectangles of one mesh: without round corners and soft edges, which cost much more than
//! they show when a map of thousands of things is seen from afar.

use super::{Brush, color32};
use crate::base::{Point, Rect};
use crate::scene::{RectPrim, Stroke};
use egui::emath::GuiRounding as _;
use egui::{Color32, pos2, vec2};

/// Corners of a smaller radius, in screen points, are painted square.
const SMALLEST_RADIUS: f32 = 2.0;

/// Outlines from this width on are painted as such.
const WIDEST_HAIRLINE: f32 = 1.05;

/// A dash and its gap together, in screen points: shorter ones can't be told apart.
const SHORTEST_PERIOD: f32 = 3.5;

impl Brush<'_> {
    pub(super) fn quad(&mut self, rect: egui::Rect, color: Color32) {
        if color.a() > 0 && rect.is_positive() {
            self.ink.mesh.add_colored_rect(rect, color);
        }
    }

    /// Paints a rectangle whose corners are too small to be seen; false when it is not one.
    pub(super) fn small_rect(&mut self, prim: &RectPrim, place: egui::Rect, radius: f32) -> bool {
        let zoom = self.camera.zoom();
        let is_thin = prim.stroke.is_none_or(|stroke| {
            stroke.width * zoom <= WIDEST_HAIRLINE && faintness(&stroke, zoom).is_some()
        });
        if radius >= SMALLEST_RADIUS || !is_thin {
            return false;
        }
        let snapped = place.round_to_pixels(self.painter.pixels_per_point());
        // What is thinner than a pixel keeps its extent.
        let place = if snapped.is_positive() { snapped } else { place };
        if let Some(fill) = prim.fill {
            self.quad(place, color32(fill));
        }
        if let Some(stroke) = prim.stroke {
            let pixel = 1.0 / self.painter.pixels_per_point();
            let share = (stroke.width * zoom / pixel).min(1.0) * faintness(&stroke, zoom).unwrap_or(1.0);
            self.frame(place, pixel, color32(stroke.color).gamma_multiply(share));
        }
        true
    }

    /// The edges of a rectangle, inside it.
    fn frame(&mut self, place: egui::Rect, width: f32, color: Color32) {
        let egui::Rect { min, max } = place;
        let inner = place.shrink(width);
        for (from, to) in [
            (min, pos2(max.x, inner.min.y)),
            (pos2(min.x, inner.max.y), max),
            (pos2(min.x, inner.min.y), pos2(inner.min.x, inner.max.y)),
            (pos2(inner.max.x, inner.min.y), pos2(max.x, inner.max.y)),
        ] {
            self.quad(egui::Rect::from_min_max(from, to), color);
        }
    }

    /// Paints a dashed level line, as far as it is in view; false when it is not one.
    pub(super) fn level_dashes(&mut self, from: Point, to: Point, stroke: &Stroke) -> bool {
        let Some((dash, gap)) = stroke.dash.filter(|(dash, gap)| dash + gap > 0.0) else { return false };
        let zoom = self.camera.zoom();
        let (left, right) = (from.x.min(to.x), from.x.max(to.x));
        if (from.y - to.y).abs() > f32::EPSILON || stroke.width * zoom > 2.0 * WIDEST_HAIRLINE {
            return false;
        }
        let pixel = 1.0 / self.painter.pixels_per_point();
        let share = (stroke.width * zoom / pixel).min(1.0);
        let height = (stroke.width * zoom).max(pixel);
        let color = color32(stroke.color).gamma_multiply(share);
        let y = self.camera.screen_from_map(from).y;
        let top = (y - height / 2.0).round_to_pixels(self.painter.pixels_per_point());
        let piece = |brush: &mut Self, start: f32, end: f32, color: Color32| {
            let (start, end) = (pt_x(brush, start), pt_x(brush, end));
            let place = egui::Rect::from_min_size(pos2(start, top), vec2(end - start, height));
            brush.quad(place, color);
        };
        let Rect { min: seen_from, max: seen_to } = self.visible;
        if let Some(faint) = faintness(stroke, zoom).filter(|_| (dash + gap) * zoom < SHORTEST_PERIOD) {
            let color = color.gamma_multiply(faint);
            piece(self, left.max(seen_from.x), right.min(seen_to.x), color);
            return true;
        }
        // The first dash that reaches into the view.
        let mut start = left + ((seen_from.x - left) / (dash + gap)).floor().max(0.0) * (dash + gap);
        while start < right.min(seen_to.x) {
            piece(self, start, (start + dash).min(right), color);
            start += dash + gap;
        }
        true
    }
}

/// How faint a line is that stands for dashes too short to be told apart; none when they can be. 1 without dashes.
pub(super) fn faintness(stroke: &Stroke, zoom: f32) -> Option<f32> {
    match stroke.dash {
        Some((dash, gap)) if dash + gap > 0.0 => {
            ((dash + gap) * zoom < SHORTEST_PERIOD).then_some(dash / (dash + gap))
        }
        _ => Some(1.0),
    }
}

fn pt_x(brush: &Brush<'_>, x: f32) -> f32 {
    brush.camera.screen_from_map(Point { x, y: 0.0 }).x
}
