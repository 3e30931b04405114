//! The boxes of the touchpoints: name, visits, how well founded, and marks for what is special about them.

use super::columns::Column;
use super::context::Context;
use super::label::Label;
use super::marks;
use super::names::NameOf;
use super::passage::Align;
use super::prim::Element;
use super::sketch::{Paragraph, Sketch, dashed, solid};
use super::style::{TOUCHPOINT, VISITS};
use crate::base::Rect;
use crate::base::geom::pt;
use crate::model::Evidence;

/// Above the boxes.
pub(super) const ROW_TOP: f32 = 14.0;
/// Below the boxes.
pub(super) const ROW_BOTTOM: f32 = 8.0;

const MIN_HEIGHT: f32 = 74.0;
const PADDING: f32 = 11.0;
/// Words may come closer to the right end, since few lines reach it.
const PADDING_RIGHT: f32 = 7.0;
const NAME_BASELINE: f32 = 22.0;
/// From the name's last baseline to the first of the visits.
const VISITS_BELOW_NAME: f32 = 25.0;
/// Side of the evidence mark, and its distance from the box's right and lower end.
const MARK: f32 = 12.0;
const MARK_INSET: f32 = 10.0;

/// What stands in a box.
pub(super) struct Words {
    name: Paragraph,
    visits: Option<Paragraph>,
}

/// What stands in the boxes, column by column.
pub(super) fn words(sketch: &Sketch<'_>, context: &Context<'_>) -> Vec<Words> {
    context.columns.columns.iter().map(|column| words_of(sketch, context, column)).collect()
}

fn words_of(sketch: &Sketch<'_>, context: &Context<'_>, column: &Column<'_>) -> Words {
    let name = sketch.wrap(&column.touchpoint.name, TOUCHPOINT, column.box_width() - PADDING - PADDING_RIGHT);
    let label = context.measured(column).map(|measured| measured.visits_label.as_str());
    let room = column.box_width() - PADDING - MARK - MARK_INSET - 4.0;
    let visits = label.filter(|label| !label.is_empty()).map(|label| sketch.wrap(label, VISITS, room));
    Words { name, visits }
}

impl Words {
    fn height(&self) -> f32 {
        let visits = self.visits.as_ref().map_or(0.0, Paragraph::drop);
        NAME_BASELINE + self.name.drop() + VISITS_BELOW_NAME + visits + PADDING
    }
}

/// Height of all boxes: that of the fullest.
pub(super) fn height(words: &[Words]) -> f32 {
    words.iter().map(Words::height).fold(MIN_HEIGHT, f32::max)
}

/// Paints all boxes from `top` on.
pub(super) fn paint(
    sketch: &mut Sketch<'_>,
    context: &Context<'_>,
    words: &[Words],
    (top, height): (f32, f32),
) {
    for ((column, names), words) in context.columns.columns.iter().zip(&context.names).zip(words) {
        let rect = Rect::from_xywh(column.box_left(), top, column.box_width(), height);
        let name = Label::later(names, NameOf::Touchpoint);
        sketch.node(Element::Touchpoint(column.touchpoint.id), rect, name, |sketch| {
            one(sketch, context, (column, words), rect);
        });
    }
}

fn one(sketch: &mut Sketch<'_>, context: &Context<'_>, (column, words): (&Column<'_>, &Words), rect: Rect) {
    let theme = sketch.theme;
    sketch.rect(rect.translated(0.0, 1.5), 9.0, theme.card_shadow, None);
    let measured = context.measured(column);
    let is_never_hit = measured.is_some_and(|measured| measured.never_hit);
    if is_never_hit {
        // Not backed by anything: an outline that is not closed.
        sketch.rect(rect, 9.0, theme.panel_inset, Some(dashed(theme.text_faint, 1.4, 5.0, 4.0)));
    } else {
        sketch.rect(rect, 9.0, theme.card, solid(theme.card_border, 1.0));
    }
    let left = rect.min.x + PADDING;
    sketch.paragraph_on_rect(&words.name, pt(left, rect.min.y + NAME_BASELINE), Align::Start, theme.text);
    let visited = measured.is_some_and(|measured| !measured.unvisited);
    if let Some(visits) = &words.visits {
        let color = if visited { theme.measured } else { theme.text_faint };
        let first = rect.max.y - PADDING - visits.drop();
        sketch.paragraph(visits, pt(left, first), Align::Start, color);
    }
    // A mark at every touchpoint says nothing while there is no data at all.
    if context.overlay.is_some() {
        let corner = pt(rect.max.x - MARK_INSET - MARK, rect.max.y - MARK_INSET - MARK);
        let evidence = if visited { Evidence::Measured } else { Evidence::Assumed };
        let place = Rect::from_xywh(corner.x, corner.y, MARK, MARK);
        if is_never_hit {
            marks::nothing(sketch, place);
        } else {
            marks::evidence(sketch, place, evidence);
        }
    }

    let touchpoint = column.touchpoint;
    let mut corner = pt(rect.max.x - 9.0, rect.min.y);
    if touchpoint.moment_of_truth {
        marks::star(sketch, corner, 10.0);
        corner.x -= 22.0;
    }
    if touchpoint.goal {
        marks::goal(sketch, corner);
        corner.x -= 21.0;
    }
    if touchpoint.contact {
        marks::contact(sketch, corner);
    }
}
