//! The lanes that hold cards. A card is as high as its words need, and as wide as the touchpoints it covers; a row is
//! as high as its fullest cell.

use super::build::Row;
use super::card::Facts;
use super::context::Context;
use super::headings::VISIBILITY_STRIP;
use super::memory::Memory;
use super::prim::Element;
use super::sketch::Sketch;
use super::style::{MIN_ROW_HEIGHT, ROW_PADDING};
use crate::base::Rect;
use crate::model::{Lane, LaneKind};

/// Between two cards of a cell.
const GAP: f32 = 5.0;

/// Paints the row.
pub(super) fn row(
    sketch: &mut Sketch<'_>,
    context: &Context<'_>,
    memory: &mut Memory,
    lane: &Lane,
    top: f32,
) -> Row {
    let strip = if lane.kind == LaneKind::Backstage { VISIBILITY_STRIP } else { 0.0 };
    let first = top + strip + ROW_PADDING;
    let columns = &context.columns.columns;
    // Where the next card of each column goes. Taken slot by slot, a card finds in all the columns it covers what
    // stands above it there.
    let mut free = vec![first; columns.len()];
    let mut placed = Vec::new();
    for card in context.cards_of(lane.id) {
        let Some(covered) = columns.get(card.first..=card.last) else { continue };
        let Some(free) = free.get_mut(card.first..=card.last) else { continue };
        let (Some(begin), Some(end)) = (covered.first(), covered.last()) else { continue };
        let (left, right) = (begin.box_left(), end.box_right());
        let top = free.iter().copied().fold(first, f32::max);
        let laid_out = memory.card(sketch, &Facts::of(context, card.card, right - left));
        let place = memory.words().place(covered);
        let label = laid_out.words.at(&place);
        let rect = Rect::from_xywh(left, top, right - left, laid_out.height);
        free.fill(rect.max.y + GAP);
        placed.push((card, laid_out, label, rect));
    }
    let bottom = placed.iter().map(|(.., rect)| rect.max.y + ROW_PADDING);
    let bottom = bottom.fold(top + strip + MIN_ROW_HEIGHT, f32::max);
    // Read out column by column.
    placed.sort_by_key(|(card, ..)| (card.first, card.card.slot));
    for (card, laid_out, label, rect) in placed {
        let paint = |sketch: &mut Sketch<'_>| sketch.prims(&laid_out.prims, rect.min);
        sketch.node(Element::Card(card.card.id), rect, label, paint);
    }
    Row::ending(bottom)
}
