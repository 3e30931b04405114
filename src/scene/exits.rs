//! The exits lane: a bar per touchpoint, with what was before and what would be; or those of two personas.

use super::bar::{self, Axis, Look, NOTE};
use super::build::Row;
use super::columns::Column;
use super::context::Context;
use super::headings::hint;
use super::label::Label;
use super::marks;
use super::names::NameOf;
use super::passage::Align;
use super::prim::{Element, Stroke};
use super::sketch::{Sketch, dashed};
use super::style::{BAR_NOTE, BEFORE_CHANGED, GRID_LEFT};
use super::two_bars;
use crate::base::Rect;
use crate::base::geom::pt;
use crate::model::Lane;
use crate::overlay::Was;

const HEIGHT: f32 = 126.0;
/// From the row's upper end to the bars' feet.
const BASE: f32 = 106.0;
const WIDTH: f32 = 52.0;
/// For what was before.
const BEFORE: f32 = 13.0;
/// For how far it has gone since.
const STEP: f32 = 26.0;

/// Paints the row.
pub(super) fn row(sketch: &mut Sketch<'_>, context: &Context<'_>, lane: &Lane, top: f32) -> Row {
    if let Some(two) = two_bars::shown(context) {
        let (base, bottom) = (top + BASE + two_bars::MARK_ROOM, top + HEIGHT + two_bars::MARK_ROOM);
        two_bars::bars(sketch, context, lane, two, (top, base, bottom));
        foot(sketch, context, base);
        return Row::ending(bottom);
    }
    let base = top + BASE;
    let columns = context.columns.columns.iter().zip(&context.names);
    let bars =
        columns.filter_map(|(column, names)| Some((column, names, context.measured(column)?.exit.as_ref()?)));
    let bars: Vec<_> = bars.collect();
    if bars.is_empty() {
        return Row::ending(hint(sketch, context, top));
    }
    let axis = Axis { base, max: context.overlay.map_or(0.0, |overlay| overlay.exit_axis_max) };
    let compares = context.overlay.is_some_and(|overlay| overlay.before.is_some());
    let was_of = |column| context.measured(column).and_then(|measured| measured.before.exit.as_ref());
    let ghost_of = |column: &Column<'_>| context.ghost()?.rates.get(&column.touchpoint.id);
    let steps = bars.iter().any(|(column, ..)| was_of(*column).is_some_and(|was| was.step.is_some()));
    let mut bottom = top + HEIGHT + if compares { BEFORE } else { 0.0 } + if steps { STEP } else { 0.0 };
    // What would be stands below what is and what was.
    let ghost_line = bottom + BEFORE - 6.0;
    if context.ghost().is_some_and(|ghost| !ghost.rates.is_empty()) {
        bottom += BEFORE;
    }
    for (column, names, of) in bars {
        let rect = Rect { min: pt(column.box_left(), top), max: pt(column.box_right(), bottom) };
        let was = was_of(column);
        let element = Element::Measured(lane.id, column.touchpoint.id);
        sketch.node(element, rect, Label::later(names, NameOf::Exit), |sketch| {
            let middle = column.middle();
            let line = was.map(|was| axis.y(was.value));
            let is_hatched = context.is_partial();
            bar::paint(sketch, of, axis, Look { middle, width: WIDTH, is_hatched, is_dimmed: false, line });
            if let Some(was) = was {
                before(sketch, was, (middle, of.value), axis);
            }
            if let Some((rate, words)) = ghost_of(column) {
                let is_stale = context.ghost().is_some_and(|ghost| ghost.is_stale);
                ghost(sketch, (*rate, words, is_stale), middle, axis, ghost_line);
            }
        });
    }
    foot(sketch, context, base);
    Row::ending(bottom)
}

/// What the bars stand on.
fn foot(sketch: &mut Sketch<'_>, context: &Context<'_>, base: f32) {
    let stroke = Stroke { color: sketch.theme.border_strong, width: 1.0, dash: None };
    sketch.horizontal(context.left + GRID_LEFT - 3.0, context.columns.right, base, stroke);
}

/// The rate before as a dashed line across the bar, and in words below its note.
fn before(sketch: &mut Sketch<'_>, was: &Was, (middle, now): (f32, f64), axis: Axis) {
    let theme = sketch.theme;
    let (y, note) = (axis.y(was.value), axis.base + NOTE);
    let reach = WIDTH / 2.0 + 7.0;
    sketch.line(pt(middle - reach, y), pt(middle + reach, y), dashed(theme.text_body, 1.6, 4.0, 2.5));
    let color = if was.turn.is_some() { theme.text } else { theme.text_muted };
    let style = if was.turn.is_some() { BEFORE_CHANGED } else { BAR_NOTE };
    sketch.text(&was.label, style, pt(middle, note + BEFORE), Align::Middle, color);
    let Some(step) = &was.step else { return };
    let color = if step.is_better { theme.ok_text } else { theme.exit_text };
    marks::arrow(sketch, pt(middle + WIDTH / 2.0, y), pt(middle, axis.y(now)), color);
    marks::step(sketch, step, pt(middle, note + 2.0 * BEFORE));
}

/// The bar as it would be, and the rate in words.
fn ghost(
    sketch: &mut Sketch<'_>,
    (rate, words, is_stale): (f64, &str, bool),
    middle: f32,
    axis: Axis,
    baseline: f32,
) {
    let theme = sketch.theme;
    let height = axis.height(rate);
    let rect = Rect::from_xywh(middle - WIDTH / 2.0 - 5.0, axis.base - height, WIDTH + 10.0, height);
    let (color, ink) = if is_stale {
        (theme.accent.faded(0.4), theme.text_faint)
    } else {
        (theme.accent, theme.accent_text)
    };
    sketch.rect(rect, 4.0_f32.min(height / 2.0), color.faded(0.14), None);
    sketch.rect(rect, 4.0_f32.min(height / 2.0), None, Some(dashed(color, 1.8, 4.0, 3.0)));
    sketch.text(words, BEFORE_CHANGED, pt(middle, baseline), Align::Middle, ink);
}
