//! Names at the right ends of the curves, beside the map: each with the sign of its curve, none over another.

use super::context::Context;
use super::drawn_curves::Series;
use super::labels;
use super::marks::{self, Shape};
use super::passage::Align;
use super::prim::Stroke;
use super::sketch::{Paragraph, Sketch};
use super::style::LINE_END;
use crate::base::geom::pt;
use crate::base::{Color, Point};

/// Width of the strip at the right of the map that holds the names.
pub(super) const GUTTER: f32 = 118.0;

/// From the map to the sign of a curve.
const SIGN_LEFT: f32 = 16.0;
/// From the map to the name.
const NAME_LEFT: f32 = 28.0;
/// Between two names.
const GAP: f32 = 4.0;
/// A leader longer than this would be taken for a curve; the sign alone tells then.
const LONGEST_LEADER: f32 = 280.0;

/// The end of a measured curve.
pub(super) struct Measured {
    /// Where it ends.
    pub from: Point,
    /// What it is called.
    pub name: String,
    /// The shape of its dots.
    pub shape: Shape,
    /// Its colour.
    pub color: Color,
}

/// A name in the making.
struct End<'a> {
    /// Where the curve ends.
    from: Point,
    name: Paragraph,
    color: Color,
    sign: Sign<'a>,
}

/// By what a curve is known.
enum Sign<'a> {
    Drawn(&'a Series<'a>),
    Measured(Shape),
}

/// Names all curves of a lane from `top` down; gives the lower end.
pub(super) fn paint(
    sketch: &mut Sketch<'_>,
    context: &Context<'_>,
    series: &[Series<'_>],
    measured: Vec<Measured>,
    top: f32,
) -> f32 {
    let left = context.columns.right;
    let has_to_be = series.iter().any(|series| series.curve == crate::model::Curve::ToBe);
    let mut ends: Vec<End<'_>> = series
        .iter()
        .filter_map(|series| {
            let name = labels::curve_name(series.persona, has_to_be.then_some(series.curve));
            let name = sketch.wrap(&name, LINE_END, GUTTER - NAME_LEFT);
            Some(End { from: series.end()?, name, color: sketch.theme.drawn, sign: Sign::Drawn(series) })
        })
        .collect();
    ends.extend(measured.into_iter().map(|end| {
        let name = sketch.wrap(&end.name, LINE_END, GUTTER - NAME_LEFT);
        End { from: end.from, name, color: end.color, sign: Sign::Measured(end.shape) }
    }));
    ends.sort_by(|one, other| one.from.y.total_cmp(&other.from.y));
    let mut bottom = top;
    for end in &ends {
        // The middle of the name's first line is level with the end of the curve, where there is room.
        let first = (end.from.y + LINE_END.size_pt * 0.36).max(bottom + LINE_END.line_height_pt);
        let level = pt(left + SIGN_LEFT, first - LINE_END.size_pt * 0.36);
        if level.x - end.from.x <= LONGEST_LEADER {
            leader(sketch, end, level);
        }
        match end.sign {
            Sign::Drawn(series) => series.dot(sketch, level),
            Sign::Measured(shape) => marks::dot(sketch, shape, level, 4.5, end.color, None),
        }
        let color = sketch.theme.text_body;
        bottom = sketch.paragraph(&end.name, pt(left + NAME_LEFT, first), Align::Start, color) + GAP;
    }
    bottom
}

/// From the end of a curve to its name.
fn leader(sketch: &mut Sketch<'_>, end: &End<'_>, to: Point) {
    let stroke = Stroke { color: end.color.faded(0.45), width: 1.0, dash: None };
    sketch.line(pt(end.from.x + 8.0, end.from.y), pt(to.x - 7.0, to.y), stroke);
}
