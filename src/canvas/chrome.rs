//! What is drawn over the scene and never leaves the program: hover and selection, what a tool carries, hints, the tooltip.

use super::hints::{Hint, PLUS_RADIUS, new_dot};
use super::paint::{Boxes, Faces, color32};
use super::pins::{Pins, Strip};
use super::tools::Preview;
use crate::model::Curve;
use crate::scene::{Element, EmotionDot, Node};
use crate::session::View;
use crate::text::Face;
use crate::theme::Theme;
use crate::tr;
use egui::epaint::RectShape;
use egui::{Align2, Color32, Mesh, Painter, Rect, Shape, Stroke, StrokeKind, pos2, vec2};
use hashbrown::HashSet;

/// Words of a tooltip are broken to this width.
const WIDEST_TOOLTIP: f32 = 360.0;

/// Paints everything over the scene.
pub struct Chrome<'a> {
    pub painter: &'a Painter,
    pub pins: &'a Pins,
    pub theme: &'a Theme,
    pub faces: Faces,
}

impl Chrome<'_> {
    /// The outline of what a click would select.
    pub fn hover(&self, element: Element, view: &View<'_>) {
        let color = color32(self.theme.accent).gamma_multiply(0.35);
        self.outline(element, view, Stroke::new(1.5, color));
    }

    /// Frames around what is selected.
    pub fn selection(&self, view: &View<'_>, boxes: &mut Boxes) {
        let stroke = Stroke::new(2.5, color32(self.theme.accent));
        // One mesh for all that lie in one part of the screen: there may be hundreds, and a map has thousands of elements.
        let mut frames: Vec<(Rect, Mesh)> = Vec::new();
        let selected: HashSet<&Element> = view.selection.iter().collect();
        for node in view.scene.nodes.iter().filter(|node| selected.contains(&node.element)) {
            let Some((clip, outline)) = self.outline_of(node, stroke) else { continue };
            if frames.last().is_none_or(|(last, _)| *last != clip) {
                frames.push((clip, Mesh::default()));
            }
            let is_added = match (&outline, frames.last_mut()) {
                (Shape::Rect(shape), Some((_, mesh))) => {
                    let is_first = mesh.is_empty();
                    let is_added = boxes.add(shape, mesh);
                    if is_first {
                        // The others are alike.
                        let others = view.selection.len() - 1;
                        mesh.reserve_vertices(mesh.vertices.len() * others);
                        mesh.reserve_triangles(mesh.indices.len() / 3 * others);
                    }
                    is_added
                }
                _ => false,
            };
            if !is_added {
                self.painter.with_clip_rect(clip).add(outline);
            }
        }
        for (clip, mesh) in frames.into_iter().filter(|(_, mesh)| !mesh.is_empty()) {
            self.painter.with_clip_rect(clip).add(mesh);
        }
        if view.selection.len() == 1 {
            view.selection.iter().for_each(|element| self.edge(*element, view));
        }
    }

    fn outline(&self, element: Element, view: &View<'_>, stroke: Stroke) {
        let outline = view.scene.node(element).and_then(|node| self.outline_of(node, stroke));
        if let Some((clip, outline)) = outline {
            self.painter.with_clip_rect(clip).add(outline);
        }
    }

    /// The outline of an element and the part of the screen in which it is seen; none out of view.
    fn outline_of(&self, node: &Node, stroke: Stroke) -> Option<(Rect, Shape)> {
        let strip = self.pins.strip_of(node);
        let zoom = strip.camera.zoom();
        let frame = strip.camera.screen_from_map_rect(node.rect);
        if !frame.expand(12.0).intersects(strip.clip) {
            return None;
        }
        let outline = match node.element {
            Element::Emotion(..) => {
                let radius = frame.width().min(frame.height()) / 2.0 + 3.0 * zoom.max(1.0);
                Shape::circle_stroke(frame.center(), radius, stroke)
            }
            Element::Cell(..) | Element::Measured(..) | Element::Step(..) | Element::Wait(_) => {
                Shape::rect_stroke(frame.shrink(2.0), 6.0 * zoom, stroke, StrokeKind::Inside)
            }
            _ => Shape::rect_stroke(frame.expand(2.0), 9.0 * zoom + 2.0, stroke, StrokeKind::Middle),
        };
        Some((strip.clip.intersect(self.painter.clip_rect()), outline))
    }

    /// The handle at a card's right edge, by which it is pulled over more touchpoints.
    pub fn edge(&self, element: Element, view: &View<'_>) {
        let (Element::Card(_), Some(node)) = (element, view.scene.node(element)) else { return };
        let Strip { camera, clip } = self.pins.strip_of(node);
        let frame = camera.screen_from_map_rect(node.rect);
        let zoom = camera.zoom();
        let size = vec2(3.0 * zoom.clamp(0.7, 1.5), (frame.height() * 0.5).min(18.0 * zoom));
        let handle = Rect::from_center_size(frame.right_center() - vec2(4.0 * zoom, 0.0), size);
        let color = color32(self.theme.accent).gamma_multiply(0.7);
        self.painter.with_clip_rect(clip.intersect(self.painter.clip_rect())).rect_filled(handle, 2.0, color);
    }

    /// What a tool carries and where it will go.
    pub fn preview(&self, preview: &Preview, boxes: &mut Boxes) {
        let accent = color32(self.theme.accent);
        let mut ghosts = Mesh::default();
        for carried in &preview.carried {
            let camera = self.pins.strip_at(carried.center()).camera;
            let ghost = camera.screen_from_map_rect(*carried);
            if !ghost.intersects(self.painter.clip_rect()) {
                continue;
            }
            let radius = 8.0 * camera.zoom();
            let outline = Stroke::new(1.5, accent.gamma_multiply(0.6));
            let inside = RectShape::filled(ghost, radius, accent.gamma_multiply(0.14));
            for shape in [inside, RectShape::stroke(ghost, radius, outline, StrokeKind::Inside)] {
                if !boxes.add(&shape, &mut ghosts) {
                    self.painter.add(shape);
                }
            }
        }
        if !ghosts.is_empty() {
            self.painter.add(ghosts);
        }
        // These may reach over what is pinned and what is not: each part shows its own share.
        for Strip { camera, clip } in self.pins.sheets() {
            let painter = self.painter.with_clip_rect(clip);
            if let Some(bar) = preview.drop {
                let bar = camera.screen_from_map_rect(bar);
                let thickening = if bar.width().min(bar.height()) < 3.0 { 1.0 } else { 0.0 };
                painter.rect_filled(bar.expand(thickening), 2.0, accent);
            }
            if let Some(marquee) = preview.marquee {
                let marquee = camera.screen_from_map_rect(marquee);
                painter.rect_filled(marquee, 2.0, accent.gamma_multiply(0.08));
                painter.rect_stroke(marquee, 2.0, Stroke::new(1.0, accent), StrokeKind::Inside);
            }
        }
    }

    /// What could be made under the pointer.
    pub fn hint(&self, hint: &Hint) {
        let place = match hint {
            Hint::Card { place, .. } => place.center(),
            Hint::Touchpoint { center, .. } => *center,
        };
        let Strip { camera, clip } = self.pins.strip_at(place);
        let painter = self.painter.with_clip_rect(clip);
        let zoom = camera.zoom();
        match hint {
            Hint::Card { place, label } => {
                let place = camera.screen_from_map_rect(*place);
                let quiet = Stroke::new(1.0, color32(self.theme.border_strong));
                let corners = [
                    place.left_top(),
                    place.right_top(),
                    place.right_bottom(),
                    place.left_bottom(),
                    place.left_top(),
                ];
                painter.extend(egui::Shape::dashed_line(&corners, quiet, 4.0, 4.0));
                let font = self.faces.font(Face::Medium, 11.5 * zoom);
                let color = color32(self.theme.text_muted);
                painter.text(
                    place.left_center() + vec2(8.0 * zoom, 0.0),
                    Align2::LEFT_CENTER,
                    label,
                    font,
                    color,
                );
            }
            Hint::Touchpoint { center, .. } => {
                let center = camera.screen_from_map(*center);
                let radius = PLUS_RADIUS * zoom.clamp(0.7, 1.5);
                painter.circle_filled(center, radius, color32(self.theme.accent));
                let stroke = Stroke::new(1.8, color32(self.theme.on_accent));
                let arm = radius * 0.5;
                painter.line_segment([center - vec2(arm, 0.0), center + vec2(arm, 0.0)], stroke);
                painter.line_segment([center - vec2(0.0, arm), center + vec2(0.0, arm)], stroke);
            }
        }
    }

    /// What the team drew and what was measured at a touchpoint, beside the dot.
    pub fn emotion_tooltip(&self, element: Element, view: &View<'_>) {
        let dot = match element {
            Element::Emotion(dot) => Some(dot),
            // Beside a bar of exits the curve is not what one asks about: only emotion lanes have dots.
            Element::Measured(lane, touchpoint) | Element::Cell(lane, touchpoint) => {
                new_dot(lane, touchpoint, view)
            }
            _ => None,
        };
        let Some(dot) = dot else { return };
        let Some(node) = view.scene.node(element) else { return };
        let overlay = view.data.filter(|_| view.reveal).and_then(|data| data.overlay);
        let measured = overlay.and_then(|overlay| overlay.touchpoints.get(&dot.touchpoint)?.emotion.as_ref());
        let format = view.format;
        let mut lines = Vec::new();
        if let Some(drawn) = dot.emotion(view.map) {
            let value = format.signed(drawn.value(), 1);
            let said = match dot.curve {
                Curve::AsIs => tr!("canvas-team-said", value = value),
                Curve::ToBe => tr!("canvas-team-wants", value = value),
            };
            lines.extend(name_among_several(dot, view).map(|name| (name, self.theme.on_tooltip)));
            lines.push((said, self.theme.tooltip_drawn));
        }
        let two = view.two.and_then(|two| two.curves.as_ref()?.dots.get(&dot.touchpoint));
        if let Some(two) = two {
            let said = two.told.iter().filter(|words| !words.is_empty());
            lines.extend(said.map(|words| (words.clone(), self.theme.tooltip_measured)));
        } else if let Some(measured) = measured {
            let value = format.signed(measured.value, 1);
            lines.push((tr!("canvas-customers-say", value = value), self.theme.tooltip_measured));
        }
        let camera = self.pins.strip_of(node).camera;
        let anchor = camera.screen_from_map_rect(node.rect);
        self.tooltip(anchor, &lines);
    }

    /// What an arc or a ruler tells in full.
    pub fn ways_tooltip(&self, element: Element, view: &View<'_>) {
        let (Element::Step(..) | Element::Wait(_), Some(node)) = (element, view.scene.node(element)) else {
            return;
        };
        let anchor = self.pins.strip_of(node).camera.screen_from_map_rect(node.rect);
        // Arcs may be longer than the window: the words stand by their middle.
        let anchor = Rect::from_center_size(anchor.center(), vec2(72.0, anchor.height()));
        self.tooltip(anchor, &[(node.label.to_string(), self.theme.on_tooltip)]);
    }

    fn tooltip(&self, anchor: Rect, lines: &[(String, crate::base::Color)]) {
        if lines.is_empty() {
            return;
        }
        let font = self.faces.font(Face::Medium, 11.5);
        let galleys: Vec<_> = lines
            .iter()
            .map(|(text, color)| {
                self.painter.layout(text.clone(), font.clone(), color32(*color), WIDEST_TOOLTIP)
            })
            .collect();
        let width = galleys.iter().map(|galley| galley.size().x).fold(0.0, f32::max) + 24.0;
        let height = galleys.iter().fold(12.0, |height, galley| height + galley.size().y + 2.0);
        let view = self.pins.free().clip;
        let right = pos2(anchor.right() + 8.0, anchor.center().y + 4.0);
        let left = if right.x + width > view.right() { anchor.left() - 8.0 - width } else { right.x };
        let place = Rect::from_min_size(pos2(left, right.y.min(view.bottom() - height)), vec2(width, height));
        self.painter.rect_filled(place, 8.0, color32(self.theme.tooltip));
        let mut at = place.min + vec2(12.0, 6.0);
        for galley in galleys {
            let height = galley.size().y;
            self.painter.galley(at, galley, Color32::PLACEHOLDER);
            at.y += height + 2.0;
        }
    }

    /// How to begin, in the middle of an empty map.
    pub fn empty_map(&self) {
        let view = self.painter.clip_rect();
        let title = self.faces.font(Face::SemiBold, 20.0);
        let body = self.faces.font(Face::Regular, 14.0);
        let middle = view.center();
        let (strong, quiet) = (color32(self.theme.text), color32(self.theme.text_muted));
        self.painter.text(
            middle - vec2(0.0, 34.0),
            Align2::CENTER_CENTER,
            tr!("canvas-empty-title"),
            title,
            strong,
        );
        let keys = [tr!("canvas-empty-stage"), tr!("canvas-empty-open")];
        let mut y = middle.y;
        for line in keys {
            self.painter.text(pos2(middle.x, y), Align2::CENTER_CENTER, line, body.clone(), quiet);
            y += 24.0;
        }
    }
}

/// Whose dot it is, where a lane shows the curves of several personas.
fn name_among_several(dot: EmotionDot, view: &View<'_>) -> Option<String> {
    let lane = view.map.lanes.get(dot.lane)?;
    let personas = view.map.personas_of(lane, view.persona.map(|persona| persona.id));
    let persona = personas.iter().find(|persona| persona.id == dot.persona).filter(|_| personas.len() > 1)?;
    Some(persona.short_name().to_owned())
}
