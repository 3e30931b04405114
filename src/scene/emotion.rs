//! The emotion lane: its axis, the curve the team drew and the measured one with intervals, the gap between them shaded.

use super::build::{Context, Row};
use super::columns::Column;
use super::curve::{self, Dot};
use super::labels;
use super::marks;
use super::prim::{Element, Grid, Stroke};
use super::sketch::{Align, NodeIndex, Sketch, dashed, solid};
use super::style::{AXIS, GRID_LEFT};
use crate::base::geom::pt;
use crate::base::{Color, Point, Rect};
use crate::model::Lane;
use crate::overlay::MeasuredEmotion;

const HEIGHT: f32 = 202.0;
/// From the row's upper end to +2 and to −2.
const AXIS_TOP: f32 = 18.0;
const AXIS_BOTTOM: f32 = 186.0;
/// Half the side of the square in which a dot is hit.
const DOT_REACH: f32 = 7.0;

/// Paints the row.
pub(super) fn row(sketch: &mut Sketch<'_>, context: &Context<'_>, lane: &Lane, top: f32) -> Row {
    let axis = (top + AXIS_TOP, top + AXIS_BOTTOM);
    scale(sketch, context, axis);
    let (drawn, measured) = (drawn_dots(context, axis), measured_dots(context, axis));
    let theme = sketch.theme;
    for shade in curve::between(&drawn, &measured) {
        sketch.path(shade, theme.gap, None);
    }
    line(sketch, &drawn, theme.drawn);
    line(sketch, &measured, theme.measured);
    // Drawn dots can be dragged, so they are hit first; measured ones are painted in front, being smaller.
    let measured_nodes = measured_nodes(sketch, context, lane, &measured);
    let drawn_nodes = drawn_nodes(sketch, context, &drawn);
    for (node, at) in drawn_nodes {
        sketch.of_node(node, |sketch| sketch.circle(at, 6.0, theme.card, solid(theme.drawn, 2.6)));
    }
    for (node, at, emotion) in measured_nodes {
        sketch.of_node(node, |sketch| measured_dot(sketch, at, emotion, axis));
    }
    Row { bottom: top + HEIGHT, emotion_axis: Some(axis) }
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

/// Dots by column; none where nothing is drawn.
fn drawn_dots(context: &Context<'_>, axis: (f32, f32)) -> Vec<Option<Dot>> {
    let emotions = context.persona.map(|persona| &persona.emotions);
    let dot = |column: &Column<'_>| {
        let value = emotions?.get(&column.touchpoint.id)?.value();
        Some(Dot { at: pt(column.middle(), Grid::y_of_emotion(axis, value)), value })
    };
    context.columns.columns.iter().map(dot).collect()
}

fn measured_dots(context: &Context<'_>, axis: (f32, f32)) -> Vec<Option<Dot>> {
    let dot = |column: &Column<'_>| {
        let value = context.measured(column)?.emotion.as_ref()?.value;
        Some(Dot { at: pt(column.middle(), Grid::y_of_emotion(axis, value)), value })
    };
    context.columns.columns.iter().map(dot).collect()
}

/// A curve through all dots; thin and dashed where it passes over touchpoints without one.
fn line(sketch: &mut Sketch<'_>, dots: &[Option<Dot>], color: Color) {
    for stretch in curve::stretches(dots) {
        let stroke = if stretch.bridges {
            dashed(color.faded(0.7), 1.6, 2.0, 6.0)
        } else {
            Stroke { color, width: 3.0, dash: None }
        };
        sketch.path(stretch.segments, None, Some(stroke));
    }
}

fn measured_nodes<'a>(
    sketch: &mut Sketch<'_>,
    context: &'a Context<'_>,
    lane: &Lane,
    dots: &[Option<Dot>],
) -> Vec<(NodeIndex, Point, &'a MeasuredEmotion)> {
    let mut nodes = Vec::new();
    for (column, dot) in context.columns.columns.iter().zip(dots) {
        let measured = context.measured(column).and_then(|measured| measured.emotion.as_ref());
        let (Some(dot), Some(measured)) = (dot, measured) else { continue };
        let label = labels::measured_emotion(column.touchpoint, measured);
        let element = Element::Measured(lane.id, column.touchpoint.id);
        nodes.push((sketch.bare_node(element, reach(dot.at), label), dot.at, measured));
    }
    nodes
}

fn drawn_nodes(
    sketch: &mut Sketch<'_>,
    context: &Context<'_>,
    dots: &[Option<Dot>],
) -> Vec<(NodeIndex, Point)> {
    let mut nodes = Vec::new();
    for (column, dot) in context.columns.columns.iter().zip(dots) {
        let (Some(dot), Some(persona)) = (dot, context.persona) else { continue };
        let label = labels::drawn_emotion(persona, column.touchpoint, dot.value);
        let element = Element::Emotion(persona.id, column.touchpoint.id);
        nodes.push((sketch.bare_node(element, reach(dot.at), label), dot.at));
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
