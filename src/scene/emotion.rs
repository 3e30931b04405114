//! The emotion lane: its axis, the curve the team drew and the measured one with intervals, the gap between them shaded.

use super::build::{Context, Row};
use super::columns::Column;
use super::curve::{self, Dot};
use super::labels;
use super::marks;
use super::prim::{Element, Grid, Stroke};
use super::sketch::{Align, Sketch, dashed, solid};
use super::style::{AXIS, GRID_LEFT};
use crate::base::geom::pt;
use crate::base::{Color, Rect};
use crate::model::Lane;

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
    measured_nodes(sketch, context, lane, &measured, axis);
    drawn_nodes(sketch, context, &drawn);
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

fn measured_nodes(
    sketch: &mut Sketch<'_>,
    context: &Context<'_>,
    lane: &Lane,
    dots: &[Option<Dot>],
    axis: (f32, f32),
) {
    let theme = sketch.theme;
    for (column, dot) in context.columns.columns.iter().zip(dots) {
        let measured = context.measured(column).and_then(|measured| measured.emotion.as_ref());
        let (Some(dot), Some(measured)) = (dot, measured) else { continue };
        let rect = Rect { min: dot.at, max: dot.at }.expanded(DOT_REACH);
        let label = labels::measured_emotion(column.touchpoint, measured);
        sketch.node(Element::Measured(lane.id, column.touchpoint.id), rect, label, |sketch| {
            if let Some((low, high)) = measured.interval {
                let ends = (Grid::y_of_emotion(axis, high), Grid::y_of_emotion(axis, low));
                let stroke = Stroke { color: theme.measured, width: 1.4, dash: None };
                marks::whisker(sketch, dot.at.x, ends, stroke);
            }
            // Few answers: an open dot.
            if measured.small {
                sketch.circle(dot.at, 4.0, theme.card, solid(theme.measured, 1.8));
            } else {
                sketch.circle(dot.at, 4.5, theme.measured, None);
            }
        });
    }
}

fn drawn_nodes(sketch: &mut Sketch<'_>, context: &Context<'_>, dots: &[Option<Dot>]) {
    let theme = sketch.theme;
    let Some(persona) = context.persona else {
        return;
    };
    for (column, dot) in context.columns.columns.iter().zip(dots) {
        let Some(dot) = dot else { continue };
        let rect = Rect { min: dot.at, max: dot.at }.expanded(DOT_REACH);
        let label = labels::drawn_emotion(persona, column.touchpoint, dot.value);
        sketch.node(Element::Emotion(persona.id, column.touchpoint.id), rect, label, |sketch| {
            sketch.circle(dot.at, 6.0, theme.card, solid(theme.drawn, 2.6));
        });
    }
}
