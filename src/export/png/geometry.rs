//! Outlines in pixels: closed polygons made of straight lines, with curves flattened and strokes widened.
//! Stroking and dashing are tiny-skia's.

use crate::base::Point;
use crate::scene::PathSeg;
use tiny_skia::{LineCap, LineJoin, Path, PathSegment, StrokeDash};

/// How far a flattened curve may lie from the true one, in pixels.
const TOLERANCE_PX: f32 = 0.05;

/// A rectangle in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PxRect {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl PxRect {
    /// Holds nothing yet.
    const EMPTY: Self =
        Self { left: f32::INFINITY, top: f32::INFINITY, right: f32::NEG_INFINITY, bottom: f32::NEG_INFINITY };

    fn include(&mut self, [x, y]: [f32; 2]) {
        self.left = self.left.min(x);
        self.right = self.right.max(x);
        self.top = self.top.min(y);
        self.bottom = self.bottom.max(y);
    }

    /// Moved by the given distances.
    pub fn translated(&self, dx: f32, dy: f32) -> Self {
        Self { left: self.left + dx, top: self.top + dy, right: self.right + dx, bottom: self.bottom + dy }
    }
}

/// From one point to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line([f32; 2], [f32; 2]);

impl Line {
    /// `[x0, y0, x1, y1]`, moved.
    pub fn map_points(&self, dx: f32, dy: f32) -> [f32; 4] {
        [self.0[0] + dx, self.0[1] + dy, self.1[0] + dx, self.1[1] + dy]
    }
}

/// Closed polygons as lines in any order; horizontal lines are left out, since they bound no area.
#[derive(Clone, Debug)]
pub struct Outline {
    pub lines: Vec<Line>,
    pub bounds: PxRect,
}

/// Collects path segments and flattens curves.
struct OutlineBuilder {
    outline: Outline,
    start: [f32; 2],
    at: [f32; 2],
}

impl OutlineBuilder {
    /// Nothing yet.
    fn new() -> Self {
        let outline = Outline { lines: Vec::new(), bounds: PxRect::EMPTY };
        Self { outline, start: [0.0; 2], at: [0.0; 2] }
    }

    /// Begins a contour; the one before is closed.
    fn move_to(&mut self, to: [f32; 2]) {
        self.close();
        self.start = to;
        self.at = to;
    }

    /// A straight line.
    fn line_to(&mut self, to: [f32; 2]) {
        let from = std::mem::replace(&mut self.at, to);
        let finite = from.iter().chain(&to).all(|value| value.is_finite());
        if from[1] != to[1] && finite {
            self.outline.bounds.include(from);
            self.outline.bounds.include(to);
            self.outline.lines.push(Line(from, to));
        }
    }

    /// A quadratic curve.
    fn quad_to(&mut self, control: [f32; 2], to: [f32; 2]) {
        let toward = |end: [f32; 2]| {
            [end[0] + (control[0] - end[0]) * 2.0 / 3.0, end[1] + (control[1] - end[1]) * 2.0 / 3.0]
        };
        self.cubic_to(toward(self.at), toward(to), to);
    }

    /// A cubic curve, as evenly many lines as its bend needs.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped
    fn cubic_to(&mut self, first: [f32; 2], second: [f32; 2], to: [f32; 2]) {
        let from = self.at;
        // The second differences bound the distance between curve and chord: d ≤ 6 · bend ÷ (8 n²).
        let bend_of = |a: [f32; 2], b: [f32; 2], c: [f32; 2]| {
            (a[0] - 2.0 * b[0] + c[0]).hypot(a[1] - 2.0 * b[1] + c[1])
        };
        let bend = bend_of(from, first, second).max(bend_of(first, second, to));
        let steps = (0.75 * bend / TOLERANCE_PX).sqrt().ceil().clamp(1.0, 256.0) as u16;
        for step in 1..steps {
            let t = f32::from(step) / f32::from(steps);
            let u = 1.0 - t;
            let weights = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
            let mix = |axis: usize| {
                weights[0] * from[axis]
                    + weights[1] * first[axis]
                    + weights[2] * second[axis]
                    + weights[3] * to[axis]
            };
            self.line_to([mix(0), mix(1)]);
        }
        self.line_to(to);
    }

    /// Back to the contour's beginning.
    fn close(&mut self) {
        self.line_to(self.start);
    }

    /// All contours closed.
    fn finish(mut self) -> Outline {
        self.close();
        self.outline
    }
}

/// The inside of segments in pixels.
pub fn outlined(segments: &[PathSeg]) -> Outline {
    let mut builder = OutlineBuilder::new();
    let xy = |point: Point| [point.x, point.y];
    for segment in segments {
        match *segment {
            PathSeg::Move(to) => builder.move_to(xy(to)),
            PathSeg::Line(to) => builder.line_to(xy(to)),
            PathSeg::Cubic(first, second, to) => builder.cubic_to(xy(first), xy(second), xy(to)),
            PathSeg::Close => builder.close(),
        }
    }
    builder.finish()
}

/// The inside of a path in pixels.
pub fn filled(path: &Path) -> Outline {
    let mut builder = OutlineBuilder::new();
    let xy = |point: tiny_skia::Point| [point.x, point.y];
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => builder.move_to(xy(to)),
            PathSegment::LineTo(to) => builder.line_to(xy(to)),
            PathSegment::QuadTo(control, to) => builder.quad_to(xy(control), xy(to)),
            PathSegment::CubicTo(first, second, to) => builder.cubic_to(xy(first), xy(second), xy(to)),
            PathSegment::Close => builder.close(),
        }
    }
    builder.finish()
}

/// The area of a stroke with round caps and joins along a path, everything in pixels.
pub fn stroked(path: &Path, width: f32, dash: Option<(f32, f32)>) -> Option<Outline> {
    let stroke = tiny_skia::Stroke {
        width,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        ..tiny_skia::Stroke::default()
    };
    let dashed =
        dash.and_then(|(on, off)| StrokeDash::new(vec![on, off], 0.0)).and_then(|dash| path.dash(&dash, 1.0));
    let outline = dashed.as_ref().unwrap_or(path).stroke(&stroke, 1.0)?;
    Some(filled(&outline))
}
