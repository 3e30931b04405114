//! The satisfaction lane: per touchpoint the shares of dissatisfied, neutral and satisfied customers, told by order,
//! faces and figures as well as by colour.

use super::build::{Context, Row};
use super::headings::hint;
use super::labels;
use super::marks;
use super::prim::Element;
use super::sketch::{Align, Sketch, solid};
use super::style::{SHARE_LABEL, SHARE_NOTE};
use crate::base::Rect;
use crate::base::fmt::NumberFormat;
use crate::base::geom::pt;
use crate::model::Lane;
use crate::overlay::SatisfactionBar;

const HEIGHT: f32 = 82.0;
const LABEL_BASELINE: f32 = 25.0;
const BAR_TOP: f32 = 34.0;
const BAR_HEIGHT: f32 = 12.0;
const NOTE_BASELINE: f32 = 64.0;

/// Paints the row.
pub(super) fn row(sketch: &mut Sketch<'_>, context: &Context<'_>, lane: &Lane, top: f32) -> Row {
    let bars = context
        .columns
        .columns
        .iter()
        .filter_map(|column| Some((column, context.measured(column)?.satisfaction.as_ref()?)));
    let bars: Vec<_> = bars.collect();
    if bars.is_empty() {
        return Row::ending(hint(sketch, context, top));
    }
    for (column, bar) in bars {
        let rect =
            Rect { min: pt(column.box_left(), top + 8.0), max: pt(column.box_right(), top + HEIGHT - 6.0) };
        let label = labels::satisfaction(column.touchpoint, bar);
        sketch.node(Element::Measured(lane.id, column.touchpoint.id), rect, label, |sketch| {
            one(sketch, bar, rect, top);
        });
    }
    Row::ending(top + HEIGHT)
}

#[allow(clippy::cast_possible_truncation)] // screen coordinates
fn one(sketch: &mut Sketch<'_>, bar: &SatisfactionBar, room: Rect, top: f32) {
    let theme = sketch.theme;
    let inset = 5.0;
    let (left, right) = (room.min.x + inset, room.max.x - inset);
    let label = sketch.fonts.ellipsize(&bar.label, SHARE_LABEL.face, SHARE_LABEL.size_pt, right - left);
    let color = if bar.small { theme.text_faint } else { theme.text_body };
    sketch.shaped(&label, SHARE_LABEL, pt(left, top + LABEL_BASELINE), Align::Start, color);

    let shares = [
        (bar.dissatisfied, theme.dissatisfied),
        (bar.neutral, theme.neutral),
        (bar.satisfied, theme.satisfied),
    ];
    let mut x = left;
    for (share, color) in shares {
        let width = (right - left) * share.clamp(0.0, 1.0) as f32;
        let part = Rect::from_xywh(x, top + BAR_TOP, width, BAR_HEIGHT);
        x += width;
        // A hair of background between the parts, as far as they are wide enough.
        let part = Rect { min: part.min, max: pt(part.max.x - 1.5_f32.min(width / 2.0), part.max.y) };
        if width > 0.0 && bar.small {
            sketch.rect(part, 2.0, color.faded(0.35), solid(color, 1.0));
        } else if width > 0.0 {
            sketch.rect(part, 2.0, color, None);
        }
    }
    let percent = |share: f64| NumberFormat::default().percent(share, 0);
    let y = top + NOTE_BASELINE;
    let note = theme.text_muted;
    marks::face(sketch, pt(left + 5.0, y - 3.8), 5.0, false, note);
    sketch.text(&percent(bar.dissatisfied), SHARE_NOTE, pt(left + 14.0, y), Align::Start, note);
    marks::face(sketch, pt(right - 5.0, y - 3.8), 5.0, true, note);
    sketch.text(&percent(bar.satisfied), SHARE_NOTE, pt(right - 14.0, y), Align::End, note);
}
