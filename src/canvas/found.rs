//! What the search has found, marked on the map: the words themselves where they are written.

use super::chrome::Chrome;
use super::paint::color32;
use super::pins::Strip;
use crate::base::geom::pt;
use crate::base::{Color, Rect};
use crate::model::find::ranges;
use crate::scene::{Element, Prim, TextRun};
use crate::session::View;
use egui::vec2;
use std::collections::BTreeMap;

/// How far a mark reaches above the baseline and below it, in ems.
const ABOVE: f32 = 0.95;
const BELOW: f32 = 0.27;

impl Chrome<'_> {
    /// Marks everything found, and the place that is looked at most of all.
    pub fn found(&self, view: &View<'_>) {
        if !view.search.is_open || view.search.found.is_empty() {
            return;
        }
        let elements = view.search.elements();
        let current = view.search.current();
        let mut seen: BTreeMap<Element, usize> = BTreeMap::new();
        for item in &view.scene.items {
            let (Some(node), Prim::Text(run)) = (item.node, &item.prim) else { continue };
            let Some(node) = view.scene.nodes.get(node as usize) else { continue };
            if !elements.contains_key(&node.element) {
                continue;
            }
            let strip = self.pins.strip_of(node);
            let count = seen.entry(node.element).or_default();
            for range in ranges(&run.text, &view.search.query) {
                let is_current = current == Some((node.element, *count));
                *count += 1;
                let color = if is_current { self.theme.found_current } else { self.theme.found };
                self.mark(run, range, color, is_current, &strip);
            }
        }
    }

    fn mark(
        &self,
        run: &TextRun,
        range: std::ops::Range<usize>,
        color: Color,
        is_current: bool,
        strip: &Strip,
    ) {
        let Some((left, right)) = run.extent_of(&range) else { return };
        let (left, width) = (run.origin.x + left, right - left);
        let top = run.origin.y - ABOVE * run.size;
        let place = Rect { min: pt(left, top), max: pt(left + width, top + (ABOVE + BELOW) * run.size) };
        let place = strip.camera.screen_from_map_rect(place).expand2(vec2(1.5, 0.0));
        let painter = self.painter.with_clip_rect(strip.clip.intersect(self.painter.clip_rect()));
        painter.rect_filled(place, 2.5, color32(color));
        if is_current {
            let stroke = egui::Stroke::new(1.5, color32(self.theme.star_border));
            painter.rect_stroke(place, 2.5, stroke, egui::StrokeKind::Outside);
        }
    }
}
