//! The emotion lane: its axis, the curves the team drew and the measured one with intervals, the gap between the shown
//! persona's curve and the measured one shaded.

use super::build::Row;
use super::columns::Column;
use super::context::Context;
use super::curve::{self, Dot};
use super::differences;
use super::drawn_curves::{self, Series};
use super::label::Label;
use super::line_ends;
use super::marks;
use super::names::NameOf;
use super::passage::Align;
use super::prim::{Element, Grid, Stroke};
use super::sketch::{NodeIndex, Sketch, dashed, solid};
use super::style::{AXIS, GRID_LEFT};
use super::two_curves;
use crate::base::geom::pt;
use crate::base::{Point, Rect};
use crate::model::{Curve, Lane};
use crate::overlay::MeasuredEmotion;
use crate::theme::Theme;
use crate::tr;

const HEIGHT: f32 = 202.0;
/// From the row's upper end to +2 and to −2.
const AXIS_TOP: f32 = 18.0;
const AXIS_BOTTOM: f32 = 186.0;
/// For how far emotions have gone.
const STEP: f32 = 26.0;
/// Half the side of the square in which a measured dot is hit.
const DOT_REACH: f32 = 7.0;

/// Paints the row.
pub(super) fn row(sketch: &mut Sketch<'_>, context: &Context<'_>, lane: &Lane, top: f32) -> Row {
    let axis = (top + AXIS_TOP, top + AXIS_BOTTOM);
    scale(sketch, context, axis);
    let drawn = drawn_curves::of_lane(context, lane, axis);
    let two = two_curves::Placed::of(context, axis);
    let measured = if two.is_some() { Vec::new() } else { measured_dots(context, axis) };
    let theme = sketch.theme;
    if let Some(compared) = compared(&drawn) {
        for shade in curve::between(&compared.dots, &measured) {
            sketch.path(shade, theme.gap, None);
        }
    }
    for series in &drawn {
        differences::earlier_curve(sketch, context, axis, series);
    }
    for series in &drawn {
        series.line(sketch);
    }
    match &two {
        Some(two) => two.lines(sketch),
        None => before(sketch, context, axis, &measured),
    }
    let stroke = if context.is_partial() {
        dashed(theme.measured, 3.0, 7.0, 5.0)
    } else {
        Stroke { color: theme.measured, width: 3.0, dash: None }
    };
    drawn_curves::line(sketch, &measured, stroke);
    let mut bottom = top + HEIGHT;
    if two.is_some() || drawn_curves::are_several(&drawn) {
        let ends = match &two {
            Some(two) => two.ends(theme),
            None => measured_end(&measured, theme).into_iter().collect(),
        };
        bottom = bottom.max(line_ends::paint(sketch, context, &drawn, ends, top) + 8.0);
    }
    if two.is_none() {
        bottom = bottom.max(steps(sketch, context, top + HEIGHT));
    }
    // Drawn dots can be dragged, so they are hit first; measured ones are painted in front, being smaller.
    let measured_nodes = measured_nodes(sketch, context, lane, &measured);
    let two_nodes = two.as_ref().map(|two| two.nodes(sketch, context, lane)).unwrap_or_default();
    for series in &drawn {
        for (node, at) in series.nodes(sketch, context, lane) {
            sketch.of_node(node, |sketch| series.dot(sketch, at));
        }
    }
    for (node, at, emotion) in measured_nodes {
        sketch.of_node(node, |sketch| measured_dot(sketch, at, emotion, axis));
    }
    for node in &two_nodes {
        two_curves::dots(sketch, node, axis);
    }
    Row { bottom, emotion_axis: Some(axis) }
}

/// Where the measured curve ends at the right.
fn measured_end(dots: &[Option<Dot>], theme: &Theme) -> Option<line_ends::Measured> {
    let from = dots.iter().rev().flatten().next()?.at;
    let (name, shape) = (tr!("scene-curve-measured"), marks::Shape::Circle);
    Some(line_ends::Measured { from, name, shape, color: theme.measured })
}

/// Below the axis, how far emotions have surely gone; gives the lower end, which is `top` where none have.
fn steps(sketch: &mut Sketch<'_>, context: &Context<'_>, top: f32) -> f32 {
    let mut bottom = top;
    for column in &context.columns.columns {
        let was = context.measured(column).and_then(|measured| measured.before.emotion.as_ref());
        if let Some(step) = was.and_then(|was| was.step.as_ref()) {
            marks::step(sketch, step, pt(column.middle(), top + 3.0));
            bottom = top + STEP;
        }
    }
    bottom
}

/// The curve that stands against the measured one: the shown persona's, else the only one.
fn compared<'a, 'b>(drawn: &'b [Series<'a>]) -> Option<&'b Series<'a>> {
    let mut present = drawn.iter().filter(|series| series.curve == Curve::AsIs);
    match (present.clone().find(|series| series.is_shown), present.next(), present.next()) {
        (None, Some(only), None) => Some(only),
        (shown, ..) => shown,
    }
}

fn scale(sketch: &mut Sketch<'_>, context: &Context<'_>, axis: (f32, f32)) {
    let theme = sketch.theme;
    let (left, right) = (context.left + GRID_LEFT - 3.0, context.columns.right);
    for (step, label) in [(2, "+2"), (1, "+1"), (0, "0"), (-1, "−1"), (-2, "−2")] {
        let y = Grid::y_of_emotion(axis, f64::from(step));
        let stroke = if step == 0 {
            Stroke { color: theme.border_strong, width: 1.0, dash: None }
        } else {
            dashed(theme.grid_line, 1.0, 3.0, 5.0)
        };
        sketch.horizontal(left, right, y, stroke);
        sketch.text(label, AXIS, pt(left - 10.0, y + 4.0), Align::End, theme.text_faint);
    }
}

fn measured_dots(context: &Context<'_>, axis: (f32, f32)) -> Vec<Option<Dot>> {
    let dot = |column: &Column<'_>| {
        let value = context.measured(column)?.emotion.as_ref()?.value;
        Some(Dot { at: pt(column.middle(), Grid::y_of_emotion(axis, value)), value })
    };
    context.columns.columns.iter().map(dot).collect()
}

/// The curve as it was measured before, dashed with open dots, and arrows from there to where it has surely gone.
fn before(sketch: &mut Sketch<'_>, context: &Context<'_>, axis: (f32, f32), now: &[Option<Dot>]) {
    let was = |column: &Column<'_>| context.measured(column)?.before.emotion.as_ref();
    let dot = |column: &Column<'_>| {
        let value = was(column)?.value;
        Some(Dot { at: pt(column.middle(), Grid::y_of_emotion(axis, value)), value })
    };
    let dots: Vec<Option<Dot>> = context.columns.columns.iter().map(dot).collect();
    let theme = sketch.theme;
    drawn_curves::line(sketch, &dots, dashed(theme.measured, 1.6, 5.0, 4.0));
    for ((column, dot), now) in context.columns.columns.iter().zip(&dots).zip(now) {
        let Some(dot) = dot else { continue };
        if let Some(now) = now
            && was(column).is_some_and(|was| was.turn.is_some())
        {
            marks::arrow(sketch, dot.at, now.at, theme.measured);
        }
        sketch.circle(dot.at, 3.4, theme.card, solid(theme.measured, 1.4));
    }
}

fn measured_nodes<'a>(
    sketch: &mut Sketch<'_>,
    context: &'a Context<'_>,
    lane: &Lane,
    dots: &[Option<Dot>],
) -> Vec<(NodeIndex, Point, &'a MeasuredEmotion)> {
    let mut nodes = Vec::new();
    for ((column, names), dot) in context.columns.columns.iter().zip(&context.names).zip(dots) {
        let measured = context.measured(column).and_then(|measured| measured.emotion.as_ref());
        let (Some(dot), Some(measured)) = (dot, measured) else { continue };
        let element = Element::Measured(lane.id, column.touchpoint.id);
        let node = sketch.bare_node(element, reach(dot.at), Label::later(names, NameOf::Emotion));
        nodes.push((node, dot.at, measured));
    }
    nodes
}

/// The square in which a dot is hit.
fn reach(at: Point) -> Rect {
    Rect { min: at, max: at }.expanded(DOT_REACH)
}

fn measured_dot(sketch: &mut Sketch<'_>, at: Point, emotion: &MeasuredEmotion, axis: (f32, f32)) {
    let theme = sketch.theme;
    if let Some((low, high)) = emotion.interval {
        let ends = (Grid::y_of_emotion(axis, high), Grid::y_of_emotion(axis, low));
        marks::whisker(sketch, at.x, ends, Stroke { color: theme.measured, width: 1.4, dash: None });
    }
    // Few answers: an open dot.
    if emotion.small {
        sketch.circle(at, 4.0, theme.card, solid(theme.measured, 1.8));
    } else {
        sketch.circle(at, 4.5, theme.measured, None);
    }
}
