//! Pills of the channels drawn at each touchpoint, in as many lines as they need.

use super::build::Row;
use super::chips::{ChipStyle, Chips};
use super::columns::Column;
use super::context::Context;
use super::sketch::Sketch;
use super::style::{PILL, ROW_PADDING};
use crate::base::Color;
use crate::base::geom::pt;
use crate::model::Channel;

/// What the pills stand further in than the boxes.
const INSET: f32 = 5.0;
const PILLS: ChipStyle = ChipStyle { words: PILL, height: 22.0, padding: 10.0, gap: 5.0 };

/// Paints the row; it grows with the fullest cell.
pub(super) fn row(sketch: &mut Sketch<'_>, context: &Context<'_>, top: f32) -> Row {
    let first = top + ROW_PADDING;
    let heights = context.columns.columns.iter().map(|column| pills(sketch, context, column, first));
    let height = heights.fold(PILLS.height, f32::max);
    Row::ending(first + height + 16.0)
}

/// The pills of one cell; gives their height.
fn pills(sketch: &mut Sketch<'_>, context: &Context<'_>, column: &Column<'_>, top: f32) -> f32 {
    let channels = column.touchpoint.channels.iter().filter_map(|id| context.map.channels.get(*id));
    let channels: Vec<&Channel> = channels.collect();
    let names = channels.iter().map(|channel| channel.name.as_str());
    let chips = Chips::new(sketch, names, PILLS, column.box_width() - INSET);
    let colors: Vec<_> = channels.iter().map(|channel| colors(sketch, context, channel)).collect();
    chips.paint(sketch, pt(column.box_left() + INSET, top), |place| colors[place]);
    chips.height
}

/// Outline and text: a channel's own colour may be too pale to be read.
fn colors(sketch: &Sketch<'_>, context: &Context<'_>, channel: &Channel) -> (Color, Color) {
    let theme = sketch.theme;
    let outline = channel.color.unwrap_or_else(|| {
        let all = context.map.channels.iter().map(|channel| channel.name.as_str());
        theme.channel_among(&channel.name, all)
    });
    let text = if outline.contrast(theme.card) >= 4.5 { outline } else { theme.text_body };
    (outline, text)
}
