//! The veil over all of the map that a step of a presentation is not about. What is in the light is painted as ever.

use super::pins::Strip;
use crate::base::geom::pt;
use crate::base::{Color, Point, Rect};
use egui::Painter;

/// How much the veil covers; what is under it can be made out, but not more.
const VEIL: f32 = 0.8;

/// What is in the light, in map points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Light {
    /// What the step is about.
    target: Rect,
    /// What else is not covered.
    beside: Vec<Rect>,
    /// How much of the veil is there, 0…1.
    strength: f32,
}

impl Light {
    /// Everything is in the light.
    pub fn all(map: Rect) -> Self {
        Self { target: map, beside: Vec::new(), strength: 0.0 }
    }

    /// A part is in the light, and what belongs to it.
    pub fn on(target: Rect, beside: Vec<Rect>) -> Self {
        Self { target, beside, strength: 1.0 }
    }

    /// The light on its way to another, at a share 0…1.
    pub fn toward(&self, goal: &Self, share: f32) -> Self {
        let mix = |from: f32, to: f32| from + (to - from) * share;
        let point = |from: Point, to: Point| pt(mix(from.x, to.x), mix(from.y, to.y));
        let target = Rect {
            min: point(self.target.min, goal.target.min),
            max: point(self.target.max, goal.target.max),
        };
        Self { target, beside: goal.beside.clone(), strength: mix(self.strength, goal.strength) }
    }

    /// What the step is about, in map points.
    pub fn target(&self) -> Rect {
        self.target
    }

    /// Covers the rest of a strip of the screen with its ground.
    pub fn paint(&self, painter: &Painter, strip: Strip, ground: Color) {
        if self.strength <= 0.0 {
            return;
        }
        let veil = super::paint::color32(ground).gamma_multiply(VEIL * self.strength);
        let painter = painter.with_clip_rect(strip.clip.intersect(painter.clip_rect()));
        for rect in around(strip.camera.map_from_screen_rect(strip.clip), &self.bright()) {
            painter.rect_filled(strip.camera.screen_from_map_rect(rect), 0.0, veil);
        }
    }

    fn bright(&self) -> Vec<Rect> {
        std::iter::once(self.target).chain(self.beside.iter().copied()).collect()
    }
}

#[cfg(test)]
impl Light {
    pub fn strength(&self) -> f32 {
        self.strength
    }

    pub fn is_bright(&self, point: Point) -> bool {
        self.strength == 0.0 || self.bright().iter().any(|rect| rect.contains(point))
    }
}

/// All of `room` but `holes`, in rectangles that do not overlap.
fn around(room: Rect, holes: &[Rect]) -> Vec<Rect> {
    let mut levels: Vec<f32> = holes.iter().flat_map(|hole| [hole.min.y, hole.max.y]).collect();
    levels.extend([room.min.y, room.max.y]);
    levels.retain(|y| (room.min.y..=room.max.y).contains(y));
    levels.sort_by(f32::total_cmp);
    levels.dedup();
    let mut rest = Vec::new();
    for (top, bottom) in levels.iter().copied().zip(levels.iter().copied().skip(1)) {
        let middle = f32::midpoint(top, bottom);
        let mut across: Vec<_> =
            holes.iter().filter(|hole| hole.min.y < middle && middle < hole.max.y).collect();
        across.sort_by(|a, b| a.min.x.total_cmp(&b.min.x));
        let mut left = room.min.x;
        for hole in across {
            if hole.min.x > left {
                rest.push(Rect { min: pt(left, top), max: pt(hole.min.x.min(room.max.x), bottom) });
            }
            left = left.max(hole.max.x);
        }
        if left < room.max.x {
            rest.push(Rect { min: pt(left, top), max: pt(room.max.x, bottom) });
        }
    }
    rest.retain(|rect| rect.width() > 0.0);
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(rects: &[Rect]) -> f32 {
        rects.iter().map(|rect| rect.width() * rect.height()).sum()
    }

    #[test]
    fn the_veil_covers_everything_but_the_holes_once() {
        let room = Rect::from_xywh(0.0, 0.0, 100.0, 100.0);
        let apart = [Rect::from_xywh(10.0, 10.0, 20.0, 80.0), Rect::from_xywh(50.0, 30.0, 10.0, 10.0)];
        assert_eq!(area(&around(room, &apart)), 10_000.0 - 1_600.0 - 100.0);
        let crossing = [Rect::from_xywh(10.0, 10.0, 20.0, 80.0), Rect::from_xywh(20.0, 20.0, 40.0, 10.0)];
        assert_eq!(area(&around(room, &crossing)), 10_000.0 - 1_600.0 - 300.0);
        assert_eq!(area(&around(room, &[])), 10_000.0);
        assert_eq!(area(&around(room, &[Rect::from_xywh(-50.0, -50.0, 300.0, 300.0)])), 0.0);
        assert_eq!(area(&around(room, &[Rect::from_xywh(200.0, 20.0, 50.0, 50.0)])), 10_000.0);
    }

    #[test]
    fn the_light_goes_from_one_place_to_the_next() {
        let from = Light::all(Rect::from_xywh(0.0, 0.0, 100.0, 100.0));
        let to = Light::on(Rect::from_xywh(50.0, 0.0, 20.0, 100.0), Vec::new());
        assert_eq!(from.toward(&to, 1.0), to);
        let half = from.toward(&to, 0.5);
        assert_eq!((half.target, half.strength), (Rect::from_xywh(25.0, 0.0, 60.0, 100.0), 0.5));
    }
}
