//! The exit rates of two personas beside each other, in place of the one of all customers: told apart by their marks and by a plain
//! and a hatched bar.

use super::bar::{self, Axis, Look};
use super::context::Context;
use super::layers::{TwoBars, TwoExits};
use super::marks;
use super::prim::Element;
use super::sketch::Sketch;
use super::two_curves::SHAPES;
use crate::base::Rect;
use crate::base::geom::pt;
use crate::model::Lane;

/// The marks stand above the values.
pub(super) const MARK_ROOM: f32 = 12.0;
const WIDTH: f32 = 34.0;
const MARK_RADIUS: f32 = 3.6;

/// The two exit rates that are shown, and whether they are of an older filter or map.
pub(super) fn shown<'a>(context: &Context<'a>) -> Option<(&'a TwoExits, bool)> {
    let two = context.two()?;
    Some((two.exits.as_ref()?, two.is_stale))
}

/// Paints both bars of each column between two heights.
pub(super) fn bars(
    sketch: &mut Sketch<'_>,
    context: &Context<'_>,
    lane: &Lane,
    (exits, is_stale): (&TwoExits, bool),
    (top, base, bottom): (f32, f32, f32),
) {
    let axis = Axis { base, max: exits.axis_max };
    for column in &context.columns.columns {
        let Some(pair) = exits.bars.get(&column.touchpoint.id) else { continue };
        let rect = Rect { min: pt(column.box_left(), top), max: pt(column.box_right(), bottom) };
        let element = Element::Measured(lane.id, column.touchpoint.id);
        let aside = column.box_width() / 4.0;
        sketch.node(element, rect, pair.spoken.as_str(), |sketch| {
            both(sketch, pair, (column.middle(), aside), axis, is_stale);
        });
    }
}

fn both(sketch: &mut Sketch<'_>, pair: &TwoBars, (middle, aside): (f32, f32), axis: Axis, is_stale: bool) {
    let theme = sketch.theme;
    for (place, of) in pair.bars.iter().enumerate() {
        let Some(of) = of else { continue };
        let middle = if place == 0 { middle - aside } else { middle + aside };
        let width = WIDTH.min(2.0 * aside - 6.0);
        let look = Look { middle, width, is_hatched: place == 1, is_dimmed: is_stale, line: None };
        let above = bar::paint(sketch, of, axis, look);
        let color = if is_stale { theme.exit_text.faded(0.35) } else { theme.exit_text };
        marks::dot(sketch, SHAPES[place], pt(middle, above - MARK_RADIUS), MARK_RADIUS, color, None);
    }
}
