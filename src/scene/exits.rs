//! The exits lane: a bar per touchpoint with its value above, its uncertainty below and the interval as a whisker.

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
use super::style::{BAR_NOTE, BAR_VALUE, BEFORE_CHANGED, GRID_LEFT};
use crate::base::Rect;
use crate::base::geom::pt;
use crate::model::Lane;
use crate::overlay::{Bar, Was};

const HEIGHT: f32 = 126.0;
/// From the row's upper end to the bars' feet.
const BASE: f32 = 106.0;
/// Height of a bar at the upper end of the axis.
const FULL: f32 = 82.0;
const WIDTH: f32 = 52.0;
/// For what was before.
const BEFORE: f32 = 13.0;
/// For how far it has gone since.
const STEP: f32 = 26.0;
/// From a label's lower end, with what parts it from the bar, to its upper end.
const LABEL_REACH: f32 = 20.0;
/// Whiskers shorter than this would only blur the bar's edge.
const SHORTEST_WHISKER: f32 = 3.0;

/// Paints the row.
pub(super) fn row(sketch: &mut Sketch<'_>, context: &Context<'_>, lane: &Lane, top: f32) -> Row {
    let base = top + BASE;
    let columns = context.columns.columns.iter().zip(&context.names);
    let bars =
        columns.filter_map(|(column, names)| Some((column, names, context.measured(column)?.exit.as_ref()?)));
    let bars: Vec<_> = bars.collect();
    if bars.is_empty() {
        return Row::ending(hint(sketch, context, top));
    }
    let axis_max = context.overlay.map_or(0.0, |overlay| overlay.exit_axis_max);
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
    for (column, names, bar) in bars {
        let rect = Rect { min: pt(column.box_left(), top), max: pt(column.box_right(), bottom) };
        let was = was_of(column);
        let element = Element::Measured(lane.id, column.touchpoint.id);
        sketch.node(element, rect, Label::later(names, NameOf::Exit), |sketch| {
            let line = was.map(|was| base - height_of(was.value, axis_max));
            one(sketch, bar, column.middle(), line, (base, axis_max), context.is_partial());
            if let Some(was) = was {
                before(sketch, was, (column.middle(), bar.value), base, axis_max);
            }
            if let Some((rate, words)) = ghost_of(column) {
                let is_stale = context.ghost().is_some_and(|ghost| ghost.is_stale);
                ghost(sketch, (*rate, words, is_stale), column.middle(), (base, axis_max), ghost_line);
            }
        });
    }
    let stroke = Stroke { color: sketch.theme.border_strong, width: 1.0, dash: None };
    sketch.horizontal(context.left + GRID_LEFT - 3.0, context.columns.right, base, stroke);
    Row::ending(bottom)
}

/// The rate before as a dashed line across the bar, and in words below its note.
fn before(sketch: &mut Sketch<'_>, was: &Was, (middle, now): (f32, f64), base: f32, axis_max: f64) {
    let theme = sketch.theme;
    let y = base - height_of(was.value, axis_max);
    let reach = WIDTH / 2.0 + 7.0;
    sketch.line(pt(middle - reach, y), pt(middle + reach, y), dashed(theme.text_body, 1.6, 4.0, 2.5));
    let color = if was.turn.is_some() { theme.text } else { theme.text_muted };
    let style = if was.turn.is_some() { BEFORE_CHANGED } else { BAR_NOTE };
    sketch.text(&was.label, style, pt(middle, base + 14.0 + BEFORE), Align::Middle, color);
    let Some(step) = &was.step else { return };
    let color = if step.is_better { theme.ok_text } else { theme.exit_text };
    marks::arrow(sketch, pt(middle + WIDTH / 2.0, y), pt(middle, base - height_of(now, axis_max)), color);
    marks::step(sketch, step, pt(middle, base + 14.0 + 2.0 * BEFORE));
}

/// The bar as it would be, and the rate in words.
fn ghost(
    sketch: &mut Sketch<'_>,
    (rate, words, is_stale): (f64, &str, bool),
    middle: f32,
    (base, axis_max): (f32, f64),
    baseline: f32,
) {
    let theme = sketch.theme;
    let height = height_of(rate, axis_max);
    let rect = Rect::from_xywh(middle - WIDTH / 2.0 - 5.0, base - height, WIDTH + 10.0, height);
    let (color, ink) = if is_stale {
        (theme.accent.faded(0.4), theme.text_faint)
    } else {
        (theme.accent, theme.accent_text)
    };
    sketch.rect(rect, 4.0_f32.min(height / 2.0), color.faded(0.14), None);
    sketch.rect(rect, 4.0_f32.min(height / 2.0), None, Some(dashed(color, 1.8, 4.0, 3.0)));
    sketch.text(words, BEFORE_CHANGED, pt(middle, baseline), Align::Middle, ink);
}

/// Height of a rate on an axis that ends at `axis_max`.
#[allow(clippy::cast_possible_truncation)] // screen coordinates
fn height_of(rate: f64, axis_max: f64) -> f32 {
    let axis_max = if axis_max > 0.0 { axis_max } else { 1.0 };
    (rate / axis_max).clamp(0.0, 1.0) as f32 * FULL
}

/// `line` is where a line crosses the bar, which no word is to be struck out by.
fn one(
    sketch: &mut Sketch<'_>,
    bar: &Bar,
    middle: f32,
    line: Option<f32>,
    (base, axis_max): (f32, f64),
    is_partial: bool,
) {
    let theme = sketch.theme;
    let height = height_of(bar.value, axis_max);
    let rect = Rect::from_xywh(middle - WIDTH / 2.0, base - height, WIDTH, height);
    let fill = if bar.strong { theme.exit } else { theme.exit_light };
    let radius = 4.0_f32.min(height / 2.0);
    if bar.small {
        // Few journeys: an open bar.
        sketch.rect(rect, radius, fill.faded(0.35), Some(dashed(theme.exit, 1.2, 3.0, 2.5)));
    } else if is_partial {
        marks::hatched(sketch, rect, radius, fill);
    } else {
        sketch.rect(rect, radius, fill, None);
    }
    let (low, high) = (base - height_of(bar.low, axis_max), base - height_of(bar.high, axis_max));
    let mut label_bottom = rect.min.y;
    if low - high >= SHORTEST_WHISKER {
        marks::whisker(
            sketch,
            middle,
            (high, low),
            Stroke { color: theme.exit_interval, width: 1.2, dash: None },
        );
        label_bottom = label_bottom.min(high);
    }
    if let Some(line) = line.filter(|line| (label_bottom - LABEL_REACH..label_bottom).contains(line)) {
        label_bottom = line;
    }
    let color = if bar.strong { theme.exit_strong_text } else { theme.exit_text };
    sketch.text(&bar.label, BAR_VALUE, pt(middle, label_bottom - 7.0), Align::Middle, color);
    sketch.text(&bar.note, BAR_NOTE, pt(middle, base + 14.0), Align::Middle, theme.text_faint);
}
