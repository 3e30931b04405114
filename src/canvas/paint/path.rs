//! Paths: curves made straight, dashes, and the filling of shapes that egui can't fill (not convex, or crossing themselves).

use super::quads::faintness;
use super::{Brush, color32};
use crate::base::Point;
use crate::scene::{PathPrim, PathSeg, RectPrim, round_rect};
use egui::epaint::PathShape;
use egui::{Color32, Pos2, Shape, Stroke, pos2};

/// How far a straight piece may run from its curve, in screen points.
const FLATNESS: f32 = 0.15;

/// A connected piece of a path, on the screen.
#[derive(Debug, Default, PartialEq)]
struct Polyline {
    points: Vec<Pos2>,
    closed: bool,
}

impl Brush<'_> {
    pub(super) fn path(&mut self, prim: &PathPrim) {
        let overhang = prim.stroke.map_or(0.0, |stroke| stroke.width);
        if !prim.bounds().is_some_and(|bounds| self.visible.intersects(&bounds.expanded(overhang))) {
            return;
        }
        if let ([PathSeg::Move(from), PathSeg::Line(to)], None, Some(stroke)) =
            (prim.segments.as_slice(), prim.fill, &prim.stroke)
            && self.level_dashes(*from, *to, stroke)
        {
            return;
        }
        let lines = flatten(&prim.segments, |point| self.camera.screen_from_map(point));
        if let Some(fill) = prim.fill {
            self.fill(&lines, color32(fill));
        }
        if let Some(style) = prim.stroke {
            let stroke = self.stroke(Some(style));
            for line in lines {
                let Some(dashes) = style.dash.filter(|(dash, gap)| dash + gap > 0.0) else {
                    self.add(PathShape {
                        points: line.points,
                        closed: line.closed,
                        fill: Color32::TRANSPARENT,
                        stroke: stroke.into(),
                    });
                    continue;
                };
                self.dashes(line, stroke, dashes, faintness(&style, self.camera.zoom()));
            }
        }
    }

    /// Dashes that can't be told apart are a line that is whole and fainter.
    fn dashes(&mut self, mut line: Polyline, stroke: Stroke, (dash, gap): (f32, f32), faint: Option<f32>) {
        if line.closed
            && let Some(first) = line.points.first().copied()
        {
            line.points.push(first);
        }
        let zoom = self.camera.zoom();
        match faint {
            Some(faint) => {
                let faint = Stroke::new(stroke.width, stroke.color.gamma_multiply(faint));
                self.add(PathShape::line(line.points, faint));
            }
            None => {
                let dashes = Shape::dashed_line(&line.points, stroke, dash * zoom, gap * zoom);
                dashes.into_iter().for_each(|dash| self.add(dash));
            }
        }
    }

    fn fill(&mut self, lines: &[Polyline], color: Color32) {
        if let [line] = lines
            && is_convex(&line.points)
        {
            self.add(PathShape::convex_polygon(line.points.clone(), color, Stroke::NONE));
            return;
        }
        let view = self.painter.clip_rect();
        let mesh = &mut self.ink.mesh;
        for [upper_left, upper_right, lower_right, lower_left] in strips(lines, (view.left(), view.right())) {
            let first = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
            for corner in [upper_left, upper_right, lower_right, lower_left] {
                mesh.colored_vertex(corner, color);
            }
            mesh.add_triangle(first, first + 1, first + 2);
            mesh.add_triangle(first, first + 2, first + 3);
        }
    }
}

/// The outline of a rectangle as a path, for dashes.
pub fn of_rect(prim: &RectPrim) -> PathPrim {
    PathPrim { segments: round_rect(prim.rect, prim.radius), fill: prim.fill, stroke: prim.stroke }
}

fn flatten(segments: &[PathSeg], on_screen: impl Fn(Point) -> Pos2) -> Vec<Polyline> {
    let mut lines: Vec<Polyline> = Vec::new();
    let mut line = Polyline::default();
    for segment in segments {
        match *segment {
            PathSeg::Move(to) => {
                lines.push(std::mem::take(&mut line));
                line.points.push(on_screen(to));
            }
            PathSeg::Line(to) => line.points.push(on_screen(to)),
            PathSeg::Cubic(a, b, to) => {
                if let Some(from) = line.points.last().copied() {
                    add_curve(&mut line.points, [from, on_screen(a), on_screen(b), on_screen(to)]);
                }
            }
            PathSeg::Close => {
                line.closed = true;
                lines.push(std::mem::take(&mut line));
            }
        }
    }
    lines.push(line);
    for line in &mut lines {
        line.points.dedup();
        if line.closed && line.points.len() > 1 && line.points.first() == line.points.last() {
            line.points.pop();
        }
    }
    lines.retain(|line| line.points.len() > 1);
    lines
}

/// Adds the end of equal steps of a cubic curve; their number follows from how much it bends (Wang's bound).
fn add_curve(points: &mut Vec<Pos2>, [a, b, c, d]: [Pos2; 4]) {
    let bend = (a - b * 2.0 + c.to_vec2()).length().max((b - c * 2.0 + d.to_vec2()).length());
    // At most 128, at least 1: the clamp keeps the conversion exact.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let steps = (0.75 * bend / FLATNESS).sqrt().ceil().clamp(1.0, 128.0) as u16;
    for step in 1..=steps {
        let t = f32::from(step) / f32::from(steps);
        let u = 1.0 - t;
        let point = a.to_vec2() * (u * u * u)
            + b.to_vec2() * (3.0 * u * u * t)
            + c.to_vec2() * (3.0 * u * t * t)
            + d.to_vec2() * (t * t * t);
        points.push(point.to_pos2());
    }
}

/// True when the polygon turns one way only, and once around: then it goes to the right once and to the left once.
fn is_convex(points: &[Pos2]) -> bool {
    let around = || points.iter().copied().cycle();
    let corners = around().zip(around().skip(1)).zip(around().skip(2)).take(points.len());
    let mut sign = 0.0_f32;
    for ((a, b), c) in corners {
        let (along, next) = (b - a, c - b);
        let cross = along.x * next.y - along.y * next.x;
        if cross * sign < 0.0 {
            return false;
        }
        if cross != 0.0 {
            sign = cross.signum();
        }
    }
    let directions = around().zip(around().skip(1)).take(points.len()).map(|(a, b)| b.x - a.x);
    let mut sideways = directions.filter(|along| *along != 0.0).map(f32::signum);
    let Some(first) = sideways.next() else { return true };
    let (last, turns) =
        sideways.fold((first, 0), |(last, turns), next| (next, turns + u32::from(next != last)));
    turns + u32::from(last != first) <= 2
}

/// An edge from left to right; `winding` tells the direction it was drawn in.
#[derive(Clone, Copy)]
struct Edge {
    left: Pos2,
    right: Pos2,
    winding: i32,
}

impl Edge {
    fn y_at(&self, x: f32) -> f32 {
        let part = ((x - self.left.x) / (self.right.x - self.left.x)).clamp(0.0, 1.0);
        self.left.y + (self.right.y - self.left.y) * part
    }
}

/// Cuts the inside (non-zero rule) of any polygons into upright strips within a range of x; each strip lies
/// between two edges that do not cross in it.
fn strips(lines: &[Polyline], (view_left, view_right): (f32, f32)) -> Vec<[Pos2; 4]> {
    let mut edges: Vec<Edge> = Vec::new();
    for line in lines {
        let ends = line.points.iter().copied().cycle().skip(1);
        for (a, b) in line.points.iter().copied().zip(ends) {
            if a.x < b.x {
                edges.push(Edge { left: a, right: b, winding: 1 });
            } else if b.x < a.x {
                edges.push(Edge { left: b, right: a, winding: -1 });
            }
        }
    }
    edges.sort_by(|a, b| a.left.x.total_cmp(&b.left.x));
    let mut cuts: Vec<f32> = edges.iter().flat_map(|edge| [edge.left.x, edge.right.x]).collect();
    cuts.sort_by(f32::total_cmp);
    cuts.dedup();

    let mut strips = Vec::new();
    let mut active: Vec<Edge> = Vec::new();
    let mut coming = edges.into_iter().peekable();
    for (from, to) in cuts.iter().copied().zip(cuts.iter().copied().skip(1)) {
        active.retain(|edge| edge.right.x > from);
        while let Some(edge) = coming.next_if(|edge| edge.left.x <= from) {
            active.push(edge);
        }
        if to < view_left || from > view_right {
            continue;
        }
        let mut inner = crossings(&active, from, to);
        inner.push(to);
        let mut left = from;
        for right in inner {
            fill_between(&mut active, left, right, &mut strips);
            left = right;
        }
    }
    strips
}

/// Where edges cross between two x, sorted.
fn crossings(edges: &[Edge], from: f32, to: f32) -> Vec<f32> {
    let mut found = Vec::new();
    for (index, a) in edges.iter().enumerate() {
        for b in edges.iter().skip(index + 1) {
            let (before, after) = (a.y_at(from) - b.y_at(from), a.y_at(to) - b.y_at(to));
            if before * after < 0.0 {
                found.push(from + (to - from) * before / (before - after));
            }
        }
    }
    found.sort_by(f32::total_cmp);
    found
}

fn fill_between(edges: &mut [Edge], left: f32, right: f32, strips: &mut Vec<[Pos2; 4]>) {
    let middle = (left + right) / 2.0;
    edges.sort_by(|a, b| a.y_at(middle).total_cmp(&b.y_at(middle)));
    let mut winding = 0;
    let mut upper: Option<Edge> = None;
    for edge in edges.iter() {
        winding += edge.winding;
        match upper {
            None if winding != 0 => upper = Some(*edge),
            Some(above) if winding == 0 => {
                strips.push([
                    pos2(left, above.y_at(left)),
                    pos2(right, above.y_at(right)),
                    pos2(right, edge.y_at(right)),
                    pos2(left, edge.y_at(left)),
                ]);
                upper = None;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::geom::pt;

    fn polygon(points: &[(f32, f32)]) -> Polyline {
        Polyline { points: points.iter().map(|&(x, y)| pos2(x, y)).collect(), closed: true }
    }

    fn area(strips: &[[Pos2; 4]]) -> f32 {
        strips.iter().map(|[a, b, c, d]| (b.x - a.x) * ((d.y - a.y) + (c.y - b.y)) / 2.0).sum()
    }

    const EVERYWHERE: (f32, f32) = (f32::NEG_INFINITY, f32::INFINITY);

    #[test]
    fn a_notched_shape_is_filled_without_its_notch() {
        // A square of 10 with a triangle of 10 × 5 / 2 cut out of its top.
        let notched = polygon(&[(0.0, 0.0), (5.0, 5.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]);
        assert!(!is_convex(&notched.points));
        assert!((area(&strips(&[notched], EVERYWHERE)) - 75.0).abs() < 1e-3);
    }

    #[test]
    fn curves_that_cross_are_filled_on_both_sides_of_the_crossing() {
        let bow = polygon(&[(0.0, 0.0), (10.0, 10.0), (10.0, 0.0), (0.0, 10.0)]);
        assert!(!is_convex(&bow.points));
        assert!((area(&strips(&[bow], EVERYWHERE)) - 50.0).abs() < 1e-3);
    }

    #[test]
    fn what_is_wound_twice_is_filled_once() {
        let (one, same) = (
            polygon(&[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]),
            [(1.0, 1.0), (3.0, 1.0), (3.0, 3.0), (1.0, 3.0)],
        );
        assert!((area(&strips(&[one, polygon(&same)], EVERYWHERE)) - 16.0).abs() < 1e-3);
        let hole: Vec<_> = same.iter().rev().copied().collect();
        let outer = polygon(&[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]);
        assert!((area(&strips(&[outer, polygon(&hole)], EVERYWHERE)) - 12.0).abs() < 1e-3);
    }

    #[test]
    fn nothing_is_cut_outside_the_view() {
        let wide: Vec<_> =
            (0..100_u8).map(|i| (f32::from(i), f32::from(i % 2))).chain([(50.0, 90.0)]).collect();
        let all = strips(&[polygon(&wide)], EVERYWHERE).len();
        assert!(strips(&[polygon(&wide)], (10.0, 20.0)).len() < all / 4);
    }

    #[test]
    fn convex_shapes_are_told_from_stars() {
        assert!(is_convex(&polygon(&[(0.0, 0.0), (4.0, 0.0), (5.0, 3.0), (2.0, 6.0)]).points));
        let pentagram = polygon(&[(0.0, -10.0), (6.0, 8.0), (-9.5, -3.0), (9.5, -3.0), (-6.0, 8.0)]);
        assert!(!is_convex(&pentagram.points), "turns one way, but twice around");
    }

    #[test]
    fn curves_are_followed_closely_and_end_where_they_end() {
        let segments =
            [PathSeg::Move(pt(0.0, 0.0)), PathSeg::Cubic(pt(0.0, 100.0), pt(100.0, 100.0), pt(100.0, 0.0))];
        let lines = flatten(&segments, |point| pos2(point.x, point.y));
        let points = &lines.first().expect("one line").points;
        assert_eq!(points.last(), Some(&pos2(100.0, 0.0)));
        assert!(points.iter().any(|point| (point.y - 75.0).abs() < 0.5), "the top of the arch is at 75");
        assert!(points.len() < 40, "{} points are too many for so little bend", points.len());
    }
}
