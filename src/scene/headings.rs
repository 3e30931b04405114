//! The column at the left: what each row is.

use super::context::Context;
use super::labels;
use super::marks;
use super::passage::Align;
use super::prim::Element;
use super::sketch::{Sketch, dashed};
use super::style::{
    AXIS, BOX_INSET, GRID_LEFT, HAIRLINE_LEFT, HEADING_BASELINE, HEADING_LEFT, HINT, LANE_EXPLANATION,
    LANE_NAME, MIN_ROW_HEIGHT,
};
use crate::base::geom::pt;
use crate::base::{Point, Rect};
use crate::model::{Lane, LaneKind, Persona};
use crate::tr;

/// Width of a heading's words.
const ROOM: f32 = GRID_LEFT - HEADING_LEFT - 8.0;
const ROOM_BESIDE_AXIS: f32 = 104.0;
/// Middle of the signs left of a lane's name.
const SIGNS_MIDDLE: f32 = 9.5;

/// Room above the backstage lane for the line of visibility and its name.
pub(super) const VISIBILITY_STRIP: f32 = 20.0;

/// The heading of the touchpoints' row; gives the lower end of the room it needs.
pub(super) fn steps(sketch: &mut Sketch<'_>, context: &Context<'_>, top: f32) -> f32 {
    let explanation = match context.persona.map(Persona::short_name).filter(|name| !name.is_empty()) {
        Some(persona) => tr!("scene-steps-what", name = persona),
        None => tr!("scene-steps-what-customers"),
    };
    heading(sketch, context, ROOM, (&tr!("scene-steps"), &explanation), top)
}

/// The heading of a row that is laid over the map; gives the lower end of the room it needs.
pub(super) fn layer(sketch: &mut Sketch<'_>, context: &Context<'_>, words: (&str, &str), top: f32) -> f32 {
    heading(sketch, context, ROOM, words, top)
}

/// The heading of a lane; gives the lower end of the room it needs.
pub(super) fn lane(sketch: &mut Sketch<'_>, context: &Context<'_>, lane: &Lane, top: f32) -> f32 {
    let explanation = if lane.collapsed {
        labels::held_back(context, lane)
    } else {
        let two = context.two();
        let note = match lane.kind {
            LaneKind::Exits => two
                .and_then(|two| two.exits.as_ref())
                .map(|exits| &exits.note)
                .or_else(|| context.ghost().map(|ghost| &ghost.note)),
            LaneKind::Emotion => two.and_then(|two| two.curves.as_ref()).map(|curves| &curves.note),
            _ => None,
        };
        note.map_or_else(|| labels::lane_explanation(lane.kind, context.measures_emotion()), String::clone)
    };
    let mut text_top = top;
    if lane.kind == LaneKind::Backstage {
        text_top += VISIBILITY_STRIP;
        line_of_visibility(sketch, context, text_top);
    }
    // The emotion axis has its numbers at the right end of the column.
    let room = if lane.kind == LaneKind::Emotion && !lane.collapsed { ROOM_BESIDE_AXIS } else { ROOM };
    let node =
        Rect { min: pt(context.left + HAIRLINE_LEFT, text_top), max: pt(context.left + GRID_LEFT, text_top) };
    let mut bottom = text_top;
    let index = sketch.nodes.len();
    sketch.node(Element::Lane(lane.id), node, labels::lane(lane, &explanation), |sketch| {
        bottom = heading(sketch, context, room, (&labels::lane_name(lane), &explanation), text_top);
        signs(sketch, lane, pt(context.left + SIGNS_MIDDLE, text_top + HEADING_BASELINE - 4.6));
    });
    if let Some(node) = sketch.nodes.get_mut(index) {
        node.rect.max.y = bottom;
    }
    bottom
}

/// Left of a lane's name, below each other: that it is collapsed, that it is pinned.
fn signs(sketch: &mut Sketch<'_>, lane: &Lane, first: Point) {
    let mut at = first;
    if lane.collapsed {
        marks::collapsed(sketch, at);
        at.y += 14.0;
    }
    if lane.pinned {
        marks::pinned(sketch, at);
    }
}

/// Name and explanation below each other; gives the lower end with its padding.
fn heading(
    sketch: &mut Sketch<'_>,
    context: &Context<'_>,
    room: f32,
    (name, explanation): (&str, &str),
    top: f32,
) -> f32 {
    let x = context.left + HEADING_LEFT;
    let (text, muted) = (sketch.theme.text, sketch.theme.text_muted);
    let name = sketch.wrap(name, LANE_NAME, room);
    let last = sketch.paragraph(&name, pt(x, top + HEADING_BASELINE), Align::Start, text);
    let explanation = sketch.wrap(explanation, LANE_EXPLANATION, room);
    let last = sketch.paragraph(&explanation, pt(x, last + 18.0), Align::Start, muted);
    last + 12.0
}

fn line_of_visibility(sketch: &mut Sketch<'_>, context: &Context<'_>, y: f32) {
    let stroke = dashed(sketch.theme.text_faint, 1.2, 6.0, 4.0);
    sketch.horizontal(context.left + HAIRLINE_LEFT, context.columns.right, y, stroke);
    let at = pt(context.left + HEADING_LEFT, y - 6.0);
    sketch.text(&tr!("scene-line-of-visibility"), AXIS, at, Align::Start, sketch.theme.text_faint);
}

/// Says in a measured row that there is nothing to show; gives the row's lower end.
pub(super) fn hint(sketch: &mut Sketch<'_>, context: &Context<'_>, top: f32) -> f32 {
    let text = if context.concealed { tr!("scene-concealed") } else { tr!("scene-no-data") };
    let at = pt(context.left + GRID_LEFT + BOX_INSET + 5.0, top + HEADING_BASELINE + 9.0);
    let text = sketch.wrap(&text, HINT, context.columns.right - at.x);
    sketch.paragraph(&text, at, Align::Start, sketch.theme.text_faint);
    top + MIN_ROW_HEIGHT + text.drop()
}
