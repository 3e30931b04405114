//! The lanes that hold cards. A card is as high as its words need, and as wide as the touchpoints it covers; a row is
//! as high as its fullest cell.

use super::build::Row;
use super::card::Content;
use super::context::Context;
use super::headings::VISIBILITY_STRIP;
use super::labels;
use super::prim::Element;
use super::sketch::Sketch;
use super::style::{MIN_ROW_HEIGHT, ROW_PADDING};
use crate::base::Rect;
use crate::base::geom::pt;
use crate::model::{Lane, LaneKind};

/// Between two cards of a cell.
const GAP: f32 = 5.0;

/// Paints the row.
pub(super) fn row(sketch: &mut Sketch<'_>, context: &Context<'_>, lane: &Lane, top: f32) -> Row {
    let strip = if lane.kind == LaneKind::Backstage { VISIBILITY_STRIP } else { 0.0 };
    let first = top + strip + ROW_PADDING;
    let columns = &context.columns.columns;
    // Where the next card of each column goes. Taken slot by slot, a card finds in all the columns it covers what
    // stands above it there.
    let mut free = vec![first; columns.len()];
    let mut placed = Vec::new();
    for card in context.cards_of(lane.id) {
        let covered = card.first..=card.last;
        let (Some(left), Some(right)) = (columns.get(card.first), columns.get(card.last)) else { continue };
        let Some(free) = free.get_mut(covered) else { continue };
        let top = free.iter().copied().fold(first, f32::max);
        let content = Content::new(sketch, context, card.card, right.box_right() - left.box_left());
        let rect = Rect { min: pt(left.box_left(), top), max: pt(right.box_right(), top + content.height) };
        free.fill(rect.max.y + GAP);
        placed.push((card, content, rect, (left.touchpoint, right.touchpoint)));
    }
    let bottom = placed.iter().map(|(_, _, rect, _)| rect.max.y + ROW_PADDING);
    let bottom = bottom.fold(top + strip + MIN_ROW_HEIGHT, f32::max);
    // Read out column by column.
    placed.sort_by_key(|(card, ..)| (card.first, card.card.slot));
    for (card, content, rect, covered) in placed {
        let label = labels::card(context, card.card, covered);
        sketch.node(Element::Card(card.card.id), rect, label, |sketch| content.paint(sketch, rect));
    }
    Row::ending(bottom)
}
