//! Small shapes drawn by ourselves, since no font can be relied on for them.

use super::passage::Align;
use super::prim::{PathSeg, Stroke};
use super::sketch::{Sketch, solid};
use super::style::{BAR_NOTE, BEFORE_CHANGED};
use crate::base::geom::pt;
use crate::base::{Color, Point, Rect};
use crate::model::Evidence;
use crate::overlay::Step;
use std::f32::consts::{FRAC_PI_2, TAU};

/// Radius of the round badges on a box's upper edge.
const BADGE_RADIUS: f32 = 9.0;

/// A tick on green where data backs it, quotation marks where a customer said so, a dash on grey where it is assumed.
/// `rect` is 12 points wide and high.
pub(super) fn evidence(sketch: &mut Sketch<'_>, rect: Rect, evidence: Evidence) {
    let theme = sketch.theme;
    let at = |x: f32, y: f32| pt(rect.min.x + x, rect.min.y + y);
    match evidence {
        Evidence::Measured => {
            sketch.rect(rect, 3.0, theme.evidence_fill, None);
            let tick =
                vec![PathSeg::Move(at(3.0, 6.0)), PathSeg::Line(at(5.5, 9.0)), PathSeg::Line(at(9.5, 4.0))];
            sketch.path(tick, None, solid(theme.ok_text, 1.5));
        }
        Evidence::Quoted => {
            sketch.rect(rect, 3.0, theme.accent_soft, None);
            for left in [2.6, 6.6] {
                let mark = vec![
                    PathSeg::Move(at(left + 2.4, 3.4)),
                    PathSeg::Cubic(at(left + 0.6, 4.2), at(left, 5.4), at(left, 7.2)),
                    PathSeg::Line(at(left, 8.6)),
                    PathSeg::Line(at(left + 2.6, 8.6)),
                    PathSeg::Line(at(left + 2.6, 6.2)),
                    PathSeg::Line(at(left + 1.3, 6.2)),
                    PathSeg::Cubic(at(left + 1.3, 5.2), at(left + 1.7, 4.7), at(left + 2.6, 4.2)),
                    PathSeg::Close,
                ];
                sketch.path(mark, theme.accent_text, None);
            }
        }
        Evidence::Assumed => {
            sketch.rect(rect, 3.0, theme.field, None);
            let dash = vec![PathSeg::Move(at(3.5, 6.0)), PathSeg::Line(at(8.5, 6.0))];
            sketch.path(dash, None, solid(theme.text_faint, 1.5));
        }
    }
}

/// A pale shape with stripes and an outline: what it stands for is not complete.
pub(super) fn hatched(sketch: &mut Sketch<'_>, rect: Rect, radius: f32, color: Color) {
    const STEP: f32 = 6.0;
    sketch.rect(rect, radius, color.faded(0.25), solid(color, 1.2));
    let (width, height) = (rect.max.x - rect.min.x, rect.max.y - rect.min.y);
    let mut stripes = Vec::new();
    let mut reach = STEP;
    while reach < width + height {
        // A stripe from the left or lower side up to the upper or right one.
        let from = pt(rect.min.x + (reach - height).max(0.0), rect.min.y + reach.min(height));
        let to = pt(rect.min.x + reach.min(width), rect.min.y + (reach - width).max(0.0));
        stripes.extend([PathSeg::Move(from), PathSeg::Line(to)]);
        reach += STEP;
    }
    sketch.path(stripes, None, solid(color, 1.4));
}

/// A struck-out circle: there is nothing. `rect` is 12 points wide and high.
pub(super) fn nothing(sketch: &mut Sketch<'_>, rect: Rect) {
    let color = sketch.theme.text_muted;
    let at = |x: f32, y: f32| pt(rect.min.x + x, rect.min.y + y);
    sketch.circle(at(6.0, 6.0), 4.4, None, solid(color, 1.4));
    sketch.line(at(1.4, 10.6), at(10.6, 1.4), Stroke { color, width: 1.4, dash: None });
}

/// A five-pointed star.
pub(super) fn star(sketch: &mut Sketch<'_>, center: Point, radius: f32) {
    let theme = sketch.theme;
    let corner = |index: u8| {
        let angle = f32::from(index) * TAU / 10.0 - FRAC_PI_2;
        let reach = if index.is_multiple_of(2) { radius } else { radius * 0.47 };
        pt(center.x + reach * angle.cos(), center.y + reach * angle.sin())
    };
    sketch.path(polygon((0..10).map(corner)), theme.star, solid(theme.star_border, 1.0));
}

/// A flag in a round badge.
pub(super) fn goal(sketch: &mut Sketch<'_>, center: Point) {
    let theme = sketch.theme;
    badge(sketch, center, theme.ok_text);
    let at = |x: f32, y: f32| pt(center.x + x, center.y + y);
    sketch.line(at(-2.6, -4.6), at(-2.6, 4.8), Stroke { color: theme.ok_text, width: 1.5, dash: None });
    let cloth = [at(-2.6, -4.6), at(4.4, -2.2), at(-2.6, 0.4)];
    sketch.path(polygon(cloth), theme.ok_text, None);
}

/// A speech bubble in a round badge.
pub(super) fn contact(sketch: &mut Sketch<'_>, center: Point) {
    let theme = sketch.theme;
    badge(sketch, center, theme.accent);
    let at = |x: f32, y: f32| pt(center.x + x, center.y + y);
    let bubble = [
        at(-4.4, -3.8),
        at(4.4, -3.8),
        at(4.4, 2.0),
        at(-0.4, 2.0),
        at(-2.8, 4.6),
        at(-2.8, 2.0),
        at(-4.4, 2.0),
    ];
    sketch.path(polygon(bubble), None, solid(theme.accent, 1.4));
}

fn badge(sketch: &mut Sketch<'_>, center: Point, color: Color) {
    sketch.circle(center, BADGE_RADIUS, sketch.theme.card, solid(color, 1.2));
}

/// An arrow straight up or down from one dot to another, beside both; none when they are too close.
pub(super) fn arrow(sketch: &mut Sketch<'_>, from: Point, to: Point, color: Color) {
    const BESIDE: f32 = 9.0;
    const HEAD: f32 = 4.0;
    let x = from.x + BESIDE;
    let down = if to.y > from.y { 1.0 } else { -1.0 };
    if (to.y - from.y).abs() < 2.0 * HEAD {
        return;
    }
    sketch.line(pt(x, from.y), pt(x, to.y - down * HEAD), Stroke { color, width: 1.6, dash: None });
    let back = to.y - down * 1.5 * HEAD;
    sketch.path(polygon([pt(x, to.y), pt(x - HEAD, back), pt(x + HEAD, back)]), color, None);
}

/// How far a figure has gone: in words with its sign, and the interval below.
pub(super) fn step(sketch: &mut Sketch<'_>, step: &Step, first: Point) {
    let theme = sketch.theme;
    let color = if step.is_better { theme.ok_text } else { theme.exit_text };
    // The arrow and the words stand in the middle together.
    const ARROW: f32 = 9.0;
    sketch.text(&step.label, BEFORE_CHANGED, pt(first.x + ARROW / 2.0, first.y), Align::Middle, color);
    let width = sketch.fonts.width(&step.label, BEFORE_CHANGED.face, BEFORE_CHANGED.size_pt);
    let up = if step.is_up { 1.0 } else { -1.0 };
    let (x, y) = (first.x + ARROW / 2.0 - width / 2.0 - ARROW / 2.0 - 1.0, first.y - 3.5);
    let corners = [pt(x, y - 3.6 * up), pt(x + 3.4, y + 3.0 * up), pt(x - 3.4, y + 3.0 * up)];
    sketch.path(polygon(corners), color, None);
    let second = pt(first.x, first.y + BEFORE_CHANGED.line_height_pt + 1.0);
    sketch.text(&step.interval, BAR_NOTE, second, Align::Middle, theme.text_faint);
}

/// The shape of a curve's dots, by which one persona is told from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Circle,
    Square,
    Diamond,
    Triangle,
    Hexagon,
    PointedDown,
}

impl Shape {
    /// The shape at a place; they begin anew after the last.
    pub fn of(place: usize) -> Self {
        const ALL: [Shape; 6] = [
            Shape::Circle,
            Shape::Square,
            Shape::Diamond,
            Shape::Triangle,
            Shape::Hexagon,
            Shape::PointedDown,
        ];
        ALL[place % ALL.len()]
    }
}

/// A dot of a curve; all shapes look equally large.
pub(super) fn dot(
    sketch: &mut Sketch<'_>,
    shape: Shape,
    center: Point,
    radius: f32,
    fill: Color,
    stroke: Option<Stroke>,
) {
    // Corners, the angle of the first one, and the reach that gives a circle's area.
    let (corners, turn, reach) = match shape {
        Shape::Circle => return sketch.circle(center, radius, fill, stroke),
        Shape::Square => (4_u8, TAU / 8.0, 1.2),
        Shape::Diamond => (4, 0.0, 1.25),
        Shape::Triangle => (3, -FRAC_PI_2, 1.4),
        Shape::Hexagon => (6, 0.0, 1.08),
        Shape::PointedDown => (3, FRAC_PI_2, 1.4),
    };
    let corner = |index: u8| {
        let angle = turn + f32::from(index) * TAU / f32::from(corners);
        pt(center.x + radius * reach * angle.cos(), center.y + radius * reach * angle.sin())
    };
    sketch.path(polygon((0..corners).map(corner)), fill, stroke);
}

/// A triangle that points to what is folded away.
pub(super) fn collapsed(sketch: &mut Sketch<'_>, center: Point) {
    let at = |x: f32, y: f32| pt(center.x + x, center.y + y);
    let color = sketch.theme.text_muted;
    sketch.path(polygon([at(-2.5, -4.0), at(3.0, 0.0), at(-2.5, 4.0)]), color, None);
}

/// A drawing pin.
pub(super) fn pinned(sketch: &mut Sketch<'_>, center: Point) {
    let at = |x: f32, y: f32| pt(center.x + x, center.y + y);
    let color = sketch.theme.accent_text;
    let head = [at(-2.4, -5.0), at(2.4, -5.0), at(1.6, -1.0), at(3.6, 1.4), at(-3.6, 1.4), at(-1.6, -1.0)];
    sketch.path(polygon(head), color, None);
    sketch.line(at(0.0, 1.4), at(0.0, 5.4), Stroke { color, width: 1.2, dash: None });
}

/// A face that is glad or cross, told apart by its mouth.
pub(super) fn face(sketch: &mut Sketch<'_>, center: Point, radius: f32, glad: bool, color: Color) {
    sketch.circle(center, radius, None, solid(color, 1.2));
    let at = |x: f32, y: f32| pt(center.x + radius * x, center.y + radius * y);
    for side in [-0.36, 0.36] {
        sketch.circle(at(side, -0.24), radius * 0.13, color, None);
    }
    let (corner, middle) = if glad { (0.18, 0.72) } else { (0.55, 0.05) };
    let mouth = vec![
        PathSeg::Move(at(-0.48, corner)),
        PathSeg::Cubic(at(-0.25, middle), at(0.25, middle), at(0.48, corner)),
    ];
    sketch.path(mouth, None, solid(color, 1.2));
}

/// A row of dots that ends at `right`; gives its left end.
pub(super) fn dots(sketch: &mut Sketch<'_>, right: Point, count: u32, dots: Dots, color: Color) -> f32 {
    let mut x = right.x - dots.radius;
    for _ in 0..count {
        sketch.circle(pt(x, right.y), dots.radius, color, None);
        x -= dots.step;
    }
    right.x - dots.width(count)
}

/// Size of the dots of a row.
#[derive(Clone, Copy)]
pub(super) struct Dots {
    pub radius: f32,
    /// From one dot's middle to the next.
    pub step: f32,
}

impl Dots {
    /// Of a whole row.
    #[allow(clippy::cast_precision_loss)] // a handful
    pub fn width(self, count: u32) -> f32 {
        count.saturating_sub(1) as f32 * self.step + 2.0 * self.radius
    }
}

/// An interval: a line with a cap at both ends.
pub(super) fn whisker(sketch: &mut Sketch<'_>, x: f32, ends: (f32, f32), stroke: Stroke) {
    const CAP: f32 = 4.0;
    let (top, bottom) = ends;
    let mut segments = vec![PathSeg::Move(pt(x, top)), PathSeg::Line(pt(x, bottom))];
    for y in [top, bottom] {
        segments.extend([PathSeg::Move(pt(x - CAP, y)), PathSeg::Line(pt(x + CAP, y))]);
    }
    sketch.path(segments, None, Some(stroke));
}

fn polygon(corners: impl IntoIterator<Item = Point>) -> Vec<PathSeg> {
    let mut segments: Vec<_> = corners.into_iter().map(PathSeg::Line).collect();
    if let Some(first) = segments.first_mut()
        && let PathSeg::Line(start) = *first
    {
        *first = PathSeg::Move(start);
    }
    segments.push(PathSeg::Close);
    segments
}
