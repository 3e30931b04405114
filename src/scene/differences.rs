//! What has changed since an earlier map, drawn on the later one: every record that is not as it was has an outline
//! and a sign of its own, so that no change is told by colour alone; the earlier curve stands beside the present one.

use super::columns::Column;
use super::context::Context;
use super::curve::{self, Dot};
use super::drawn_curves::Series;
use super::prim::{Element, Grid, PathSeg, Stroke};
use super::sketch::{Sketch, dashed, solid};
use crate::base::geom::pt;
use crate::base::{Color, Point, Rect};
use crate::model::compare::{Change, Item, Marks};
use crate::theme::Theme;
use crate::tr;
use std::collections::BTreeSet;

const BADGE_RADIUS: f32 = 8.0;
/// From one badge of a record to the next.
const BADGE_STEP: f32 = 18.0;
/// What an outline is larger than what it surrounds.
const OUTLINE_MARGIN: f32 = 2.0;
const OUTLINE_RADIUS: f32 = 9.0;
/// How much of what has gone is still to be seen.
const VEIL: f32 = 0.55;

/// What is drawn of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Differences {
    /// What became of each record of the map that is laid out.
    pub marks: Marks,
    /// What the earlier map is called.
    pub since: String,
}

/// What a change is called in lists and legends.
#[must_use]
pub fn change_name(change: Change) -> String {
    match change {
        Change::Added => tr!("scene-change-added"),
        Change::Removed => tr!("scene-change-removed"),
        Change::Moved => tr!("scene-change-moved"),
        Change::Changed => tr!("scene-change-changed"),
    }
}

/// The colour that goes with a change's sign.
#[must_use]
pub fn change_color(change: Change, theme: &Theme) -> Color {
    match change {
        Change::Added => theme.ok_text,
        Change::Removed => theme.exit_text,
        Change::Moved => theme.accent,
        Change::Changed => theme.warning_text,
    }
}

/// Marks everything that has been laid out and is not as it was; screen readers hear it, too.
pub(super) fn paint(sketch: &mut Sketch<'_>, differences: &Differences) {
    let mut marked = Vec::new();
    for node in &mut sketch.nodes {
        let Some(changes) = item_of(node.element).and_then(|item| differences.marks.changes.get(&item))
        else {
            continue;
        };
        let names: Vec<_> = changes.iter().map(|change| change_name(*change)).collect();
        node.label = format!("{}, {}", node.label, names.join(", ")).into();
        marked.push((node.rect, changes));
    }
    for (rect, changes) in marked {
        record(sketch, rect, changes);
    }
}

const fn item_of(element: Element) -> Option<Item> {
    Some(match element {
        Element::Title => Item::Map,
        Element::Stage(id) => Item::Stage(id),
        Element::Touchpoint(id) => Item::Touchpoint(id),
        Element::Lane(id) => Item::Lane(id),
        Element::Card(id) => Item::Card(id),
        Element::Emotion(..)
        | Element::Measured(..)
        | Element::Cell(..)
        | Element::Step(..)
        | Element::Wait(_)
        | Element::Figure(_) => return None,
    })
}

fn record(sketch: &mut Sketch<'_>, rect: Rect, changes: &BTreeSet<Change>) {
    let theme = sketch.theme;
    let Some(first) = changes.first() else { return };
    let color = change_color(*first, theme);
    if changes.contains(&Change::Removed) {
        sketch.rect(rect.expanded(1.0), OUTLINE_RADIUS, theme.canvas.faded(VEIL), None);
        sketch.line(pt(rect.min.x, rect.max.y), pt(rect.max.x, rect.min.y), stroke(color, 1.4));
    }
    let outline = match first {
        Change::Added => stroke(color, 2.0),
        Change::Removed => dashed(color, 1.4, 5.0, 4.0),
        Change::Moved => dashed(color, 1.8, 10.0, 4.0),
        Change::Changed => dashed(color, 1.8, 1.0, 4.0),
    };
    sketch.rect(rect.expanded(OUTLINE_MARGIN), OUTLINE_RADIUS, None, Some(outline));
    let mut center = pt(rect.min.x + 4.0, rect.min.y);
    for change in changes {
        badge(sketch, center, *change);
        center.x += BADGE_STEP;
    }
}

/// The sign of a change: a plus, a minus, an arrow, a triangle as the sign of difference.
pub(super) fn badge(sketch: &mut Sketch<'_>, center: Point, change: Change) {
    let theme = sketch.theme;
    sketch.circle(center, BADGE_RADIUS, change_color(change, theme), solid(theme.card, 1.5));
    let at = |x: f32, y: f32| pt(center.x + x, center.y + y);
    let (to, line) = (PathSeg::Line, PathSeg::Move);
    let sign = match change {
        Change::Added => vec![line(at(-4.0, 0.0)), to(at(4.0, 0.0)), line(at(0.0, -4.0)), to(at(0.0, 4.0))],
        Change::Removed => vec![line(at(-4.0, 0.0)), to(at(4.0, 0.0))],
        Change::Moved => vec![
            line(at(-4.2, 0.0)),
            to(at(4.2, 0.0)),
            line(at(1.2, -3.0)),
            to(at(4.2, 0.0)),
            to(at(1.2, 3.0)),
        ],
        Change::Changed => vec![line(at(0.0, -4.4)), to(at(4.2, 3.0)), to(at(-4.2, 3.0)), PathSeg::Close],
    };
    sketch.path(sign, None, Some(stroke(theme.card, 1.7)));
}

/// A curve as it was and, shaded, how far the present one has gone from it; nothing where it is as it was.
pub(super) fn earlier_curve(
    sketch: &mut Sketch<'_>,
    context: &Context<'_>,
    axis: (f32, f32),
    present: &Series<'_>,
) {
    let earlier = context.differences.map(|differences| &differences.marks.earlier);
    let Some(earlier) = earlier.and_then(|earlier| earlier.get(&(present.persona.id, present.curve))) else {
        return;
    };
    let dot = |column: &Column<'_>| {
        let value = earlier.get(&column.touchpoint.id)?.value();
        Some(Dot { at: pt(column.middle(), Grid::y_of_emotion(axis, value)), value })
    };
    let earlier: Vec<_> = context.columns.columns.iter().map(dot).collect();
    let color = sketch.theme.drawn;
    for shade in curve::between(&present.dots, &earlier) {
        sketch.path(shade, color.faded(0.2), None);
    }
    for stretch in curve::stretches(&earlier) {
        sketch.path(stretch.segments, None, Some(dashed(color, 1.8, 5.0, 4.0)));
    }
    for dot in earlier.iter().flatten() {
        sketch.circle(dot.at, 3.4, sketch.theme.canvas, solid(color, 1.4));
    }
}

const fn stroke(color: Color, width: f32) -> Stroke {
    Stroke { color, width, dash: None }
}
