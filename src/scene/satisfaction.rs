//! The satisfaction lane: per touchpoint the shares of dissatisfied, neutral and satisfied customers, told by order,
//! faces and figures as well as by colour.

use super::build::Row;
use super::columns::Column;
use super::context::Context;
use super::headings::hint;
use super::label::Label;
use super::marks;
use super::names::NameOf;
use super::passage::Align;
use super::prim::Element;
use super::sketch::{Sketch, solid};
use super::style::{SHARE_LABEL, SHARE_NOTE};
use crate::base::Rect;
use crate::base::fmt::NumberFormat;
use crate::base::geom::pt;
use crate::model::Lane;
use crate::overlay::{SatisfactionBar, Step};

const HEIGHT: f32 = 82.0;
/// From the box to the bar and its words.
const INSET: f32 = 5.0;
const LABEL_BASELINE: f32 = 25.0;
const BAR_TOP: f32 = 34.0;
const BAR_HEIGHT: f32 = 12.0;
const NOTE_BASELINE: f32 = 64.0;
/// Width of a face, and of the room for it beside its share.
const FACE: f32 = 10.0;
const FACE_ROOM: f32 = 14.0;
/// For how far the mean score has gone.
const STEP: f32 = 26.0;

/// Paints the row.
pub(super) fn row(sketch: &mut Sketch<'_>, context: &Context<'_>, lane: &Lane, top: f32) -> Row {
    let columns = context.columns.columns.iter().zip(&context.names);
    let bars = columns.filter_map(|(column, names)| {
        Some((column, names, context.measured(column)?.satisfaction.as_ref()?))
    });
    let bars: Vec<_> = bars.collect();
    if bars.is_empty() {
        return Row::ending(hint(sketch, context, top));
    }
    let mut labelled = Vec::with_capacity(bars.len());
    for (column, names, bar) in bars {
        let was = context.measured(column).and_then(|measured| measured.before.satisfaction.as_ref());
        let label = was.map_or_else(|| bar.label.clone(), |was| format!("{} · {}", bar.label, was.label));
        let words = sketch.wrap(&label, SHARE_LABEL, column.box_width() - 2.0 * INSET);
        labelled.push((column, names, bar, words));
    }
    // All bars stand below the label with the most lines; where columns are narrow, the shares below each other.
    let drop = labelled.iter().map(|(.., words)| words.drop()).fold(0.0, f32::max);
    let format = context.format;
    let is_narrow = labelled
        .iter()
        .any(|(column, _, bar, _)| notes_width(sketch, bar, format) > column.box_width() - 2.0 * INSET);
    let second_note = if is_narrow { SHARE_NOTE.line_height_pt } else { 0.0 };
    let steps = labelled.iter().any(|(column, ..)| step_of(context, column).is_some());
    let words_bottom = top + HEIGHT + drop + second_note;
    let bottom = words_bottom + if steps { STEP } else { 0.0 };
    for (column, names, bar, words) in labelled {
        let rect = Rect { min: pt(column.box_left(), top + 8.0), max: pt(column.box_right(), bottom - 6.0) };
        let element = Element::Measured(lane.id, column.touchpoint.id);
        sketch.node(element, rect, Label::later(names, NameOf::Satisfaction), |sketch| {
            let color = if bar.small { sketch.theme.text_faint } else { sketch.theme.text_body };
            let first = top + LABEL_BASELINE + drop - words.drop();
            sketch.paragraph(&words, pt(rect.min.x + INSET, first), Align::Start, color);
            one(sketch, bar, rect, (top + drop, second_note), context);
            if let Some(step) = step_of(context, column) {
                marks::step(sketch, step, pt(column.middle(), words_bottom + 3.0));
            }
        });
    }
    Row::ending(bottom)
}

/// How far the mean score of a column has surely gone.
fn step_of<'a>(context: &'a Context<'_>, column: &Column<'_>) -> Option<&'a Step> {
    context.measured(column)?.before.satisfaction.as_ref()?.step.as_ref()
}

#[allow(clippy::cast_possible_truncation)] // screen coordinates
fn one(
    sketch: &mut Sketch<'_>,
    bar: &SatisfactionBar,
    room: Rect,
    (top, second_note): (f32, f32),
    context: &Context<'_>,
) {
    let theme = sketch.theme;
    let (left, right) = (room.min.x + INSET, room.max.x - INSET);
    let Some(shares) = bar.shares else {
        // Of a mean alone nobody knows who is satisfied: it is shown as far as it reaches on its scale.
        let whole = Rect::from_xywh(left, top + BAR_TOP, right - left, BAR_HEIGHT);
        let reach = (right - left) * bar.mean_unit.clamp(0.0, 1.0) as f32;
        sketch.rect(whole, 2.0, theme.field, None);
        let color = if bar.small { theme.measured.faded(0.35) } else { theme.measured };
        return sketch.rect(Rect::from_xywh(left, top + BAR_TOP, reach, BAR_HEIGHT), 2.0, color, None);
    };
    let parts = [
        (shares.dissatisfied, theme.dissatisfied),
        (shares.neutral, theme.neutral),
        (shares.satisfied, theme.satisfied),
    ];
    let mut x = left;
    for (share, color) in parts {
        let width = (right - left) * share.clamp(0.0, 1.0) as f32;
        let part = Rect::from_xywh(x, top + BAR_TOP, width, BAR_HEIGHT);
        x += width;
        // A hair of background between the parts, as far as they are wide enough.
        let part = Rect { min: part.min, max: pt(part.max.x - 1.5_f32.min(width / 2.0), part.max.y) };
        if width > 0.0 && bar.small {
            sketch.rect(part, 2.0, color.faded(0.35), solid(color, 1.0));
        } else if width > 0.0 && context.is_partial() {
            marks::hatched(sketch, part, 2.0, color);
        } else if width > 0.0 {
            sketch.rect(part, 2.0, color, None);
        }
    }
    let y = top + NOTE_BASELINE;
    let note = theme.text_muted;
    marks::face(sketch, pt(left + FACE / 2.0, y - 3.8), FACE / 2.0, false, note);
    sketch.text(
        &context.format.percent(shares.dissatisfied, 0),
        SHARE_NOTE,
        pt(left + FACE_ROOM, y),
        Align::Start,
        note,
    );
    let y = y + second_note;
    marks::face(sketch, pt(right - FACE / 2.0, y - 3.8), FACE / 2.0, true, note);
    sketch.text(
        &context.format.percent(shares.satisfied, 0),
        SHARE_NOTE,
        pt(right - FACE_ROOM, y),
        Align::End,
        note,
    );
}

/// What both shares with their faces need side by side.
fn notes_width(sketch: &Sketch<'_>, bar: &SatisfactionBar, format: NumberFormat) -> f32 {
    let width = |share| sketch.fonts.width(&format.percent(share, 0), SHARE_NOTE.face, SHARE_NOTE.size_pt);
    bar.shares.map_or(0.0, |of| 2.0 * FACE_ROOM + width(of.dissatisfied) + width(of.satisfied) + 6.0)
}
