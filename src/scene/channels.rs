//! Pills of the channels drawn at each touchpoint, in as many lines as they need.

use super::build::{Context, Row};
use super::columns::Column;
use super::sketch::{Align, Sketch, solid};
use super::style::{PILL, ROW_PADDING};
use crate::base::geom::pt;
use crate::base::{Color, Rect};
use crate::model::Channel;

/// What the pills stand further in than the boxes.
const INSET: f32 = 5.0;
const GAP: f32 = 5.0;
const HEIGHT: f32 = 22.0;
const PADDING: f32 = 10.0;

/// Paints the row; it grows with the fullest cell.
pub(super) fn row(sketch: &mut Sketch<'_>, context: &Context<'_>, top: f32) -> Row {
    let first = top + ROW_PADDING;
    let bottoms = context.columns.columns.iter().map(|column| pills(sketch, context, column, first));
    Row::ending(bottoms.fold(first + HEIGHT, f32::max) + 16.0)
}

/// The pills of one cell; gives the lower end.
fn pills(sketch: &mut Sketch<'_>, context: &Context<'_>, column: &Column<'_>, top: f32) -> f32 {
    let (left, right) = (column.box_left() + INSET, column.box_right());
    let (mut x, mut y, mut bottom) = (left, top, top);
    let channels = column.touchpoint.channels.iter().filter_map(|id| context.map.channels.get(*id));
    for channel in channels {
        let name = sketch.wrap(&channel.name, PILL, right - left - 2.0 * PADDING);
        let (width, height) = (name.width() + 2.0 * PADDING, HEIGHT + name.drop());
        if x > left && x + width > right {
            (x, y) = (left, bottom + GAP);
        }
        let pill = Rect::from_xywh(x, y, width, height);
        let (outline, text) = colors(sketch, channel, context);
        sketch.rect(pill, HEIGHT / 2.0, sketch.theme.card, solid(outline, 1.0));
        sketch.paragraph(&name, pt(pill.center().x, y + 15.0), Align::Middle, text);
        x += width + GAP;
        bottom = bottom.max(pill.max.y);
    }
    bottom
}

/// Outline and text: a channel's own colour may be too pale to be read.
fn colors(sketch: &Sketch<'_>, channel: &Channel, context: &Context<'_>) -> (Color, Color) {
    let theme = sketch.theme;
    let outline = channel.color.unwrap_or_else(|| {
        let all = context.map.channels.iter().map(|channel| channel.name.as_str());
        theme.channel_among(&channel.name, all)
    });
    let text = if outline.contrast(theme.card) >= 4.5 { outline } else { theme.text_body };
    (outline, text)
}
