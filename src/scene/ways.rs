//! The ways customers really take, as arcs: steps ahead above the touchpoints, steps back and again below them. Each arc has a
//! track of its own wherever it would meet another, so that no line lies on a line and no word on a word; what the drawn line
//! does not have is dashed and named.

use super::columns::Column;
use super::context::Context;
use super::headings;
use super::layers::{Emphasis, Way};
use super::passage::Align;
use super::prim::{Element, PathSeg, Stroke};
use super::sketch::{Paragraph, Sketch, solid};
use super::style::{AXIS, GRID_LEFT, WAY};
use super::touchpoints::{ROW_BOTTOM, ROW_TOP};
use crate::base::geom::pt;
use crate::base::{Color, Rect};
use crate::tr;
use std::cmp::Ordering;

/// From one track to the next.
const TRACK: f32 = 23.0;
/// From the touchpoints' boxes to the first track.
const FIRST: f32 = 30.0;
/// Beyond the last track.
const MARGIN: f32 = 15.0;
const PILL_HEIGHT: f32 = 16.0;
const PILL_PADDING: f32 = 6.0;
/// Half the width of an arc that comes back to where it begins.
const LOOP: f32 = 13.0;
/// Between two arcs of one track.
const APART: f32 = 6.0;
/// Length of an arrow's head.
const HEAD: f32 = 6.0;
/// Lines of arcs.
const THINNEST: f32 = 1.3;
const THICKEST: f32 = 4.6;

/// Where arcs are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
}

impl Side {
    /// Up the screen or down.
    const fn sign(self) -> f32 {
        match self {
            Self::Above => -1.0,
            Self::Below => 1.0,
        }
    }
}

/// An arc with its ends among the columns.
struct Span<'a> {
    way: &'a Way,
    /// As the arc says itself, but that nothing stale stands out.
    emphasis: Emphasis,
    /// Columns of the left and the right end; equal for a step to the same touchpoint.
    columns: (usize, usize),
    /// The step goes from right to left.
    is_back: bool,
}

/// An arc that has its place.
struct Placed<'a> {
    span: Span<'a>,
    left: f32,
    right: f32,
    label: Paragraph,
    track: usize,
}

impl Placed<'_> {
    fn label_width(&self) -> f32 {
        self.label.width() + 2.0 * PILL_PADDING
    }

    fn middle(&self) -> f32 {
        f32::midpoint(self.left, self.right)
    }

    /// What no other arc of the track may touch.
    fn reach(&self) -> (f32, f32) {
        let half = self.label_width().max(self.right - self.left) / 2.0 + APART / 2.0;
        (self.middle() - half, self.middle() + half)
    }
}

/// The row of arcs above the touchpoints, with its heading; gives its lower end, which is `top` without the layer.
pub(super) fn above(sketch: &mut Sketch<'_>, context: &Context<'_>, top: f32) -> f32 {
    let Some(ways) = context.ways() else { return top };
    let heading = headings::layer(sketch, context, (&tr!("scene-ways"), &ways.note), top);
    let placed = placed(sketch, context, Side::Above);
    let bottom = (top + height(&placed)).max(heading);
    paint(sketch, placed, Side::Above, bottom + ROW_TOP - 1.0);
    bottom
}

/// The row of arcs below the touchpoints, whose row ends at `top`; gives its lower end.
pub(super) fn below(sketch: &mut Sketch<'_>, context: &Context<'_>, top: f32) -> f32 {
    if context.ways().is_none() {
        return top;
    }
    let placed = placed(sketch, context, Side::Below);
    if placed.is_empty() {
        return top;
    }
    let bottom = top + height(&placed);
    let at = pt(context.left + GRID_LEFT - 10.0, top + FIRST - ROW_BOTTOM + 4.0);
    sketch.text(&tr!("scene-ways-back"), AXIS, at, Align::End, sketch.theme.text_faint);
    paint(sketch, placed, Side::Below, top - ROW_BOTTOM + 1.0);
    bottom
}

/// Room for all tracks.
#[allow(clippy::cast_precision_loss)] // a few
fn height(placed: &[Placed<'_>]) -> f32 {
    let tracks = placed.iter().map(|arc| arc.track + 1).max();
    // The touchpoints' row leaves some room itself.
    tracks.map_or(0.0, |tracks| FIRST - ROW_BOTTOM + (tracks - 1) as f32 * TRACK + MARGIN)
}

/// The arcs of a side, each with its ends and its track.
fn placed<'a>(sketch: &Sketch<'_>, context: &'a Context<'_>, side: Side) -> Vec<Placed<'a>> {
    let columns = &context.columns.columns;
    let place = |id| columns.iter().position(|column| column.touchpoint.id == id);
    let ways = context.ways();
    let arcs = ways.map(|ways| ways.arcs.as_slice()).unwrap_or_default();
    let is_stale = ways.is_some_and(|ways| ways.is_stale);
    let spans: Vec<Span<'a>> = arcs
        .iter()
        .filter_map(|way| {
            let (from, to) = (place(way.from)?, place(way.to)?);
            let is_here = (from < to) == (side == Side::Above);
            let emphasis = if is_stale { Emphasis::Faded } else { way.emphasis };
            let columns = (from.min(to), from.max(to));
            is_here.then_some(Span { way, emphasis, columns, is_back: to < from })
        })
        .collect();
    let lefts: Vec<f32> = (0..spans.len()).map(|arc| left_end(&spans, arc, columns)).collect();
    let rights: Vec<f32> = (0..spans.len()).map(|arc| right_end(&spans, arc, columns)).collect();
    let mut placed: Vec<_> = spans
        .into_iter()
        .zip(lefts.into_iter().zip(rights))
        .map(|(span, (left, right))| {
            let room = (right - left).max(80.0) - 2.0 * PILL_PADDING;
            let label = sketch.wrap_short(&span.way.label, WAY, room, 1);
            Placed { span, left, right, label, track: 0 }
        })
        .collect();
    // What is short lies inside what is long.
    placed.sort_by(|one, other| {
        let length = |arc: &Placed<'_>| arc.right - arc.left;
        length(one).total_cmp(&length(other)).then(one.left.total_cmp(&other.left))
    });
    let mut tracks: Vec<Vec<(f32, f32)>> = Vec::new();
    for arc in &mut placed {
        let (left, right) = arc.reach();
        let is_free = |track: &Vec<(f32, f32)>| track.iter().all(|other| right <= other.0 || left >= other.1);
        arc.track = tracks.iter().position(is_free).unwrap_or(tracks.len());
        if arc.track == tracks.len() {
            tracks.push(Vec::new());
        }
        tracks[arc.track].push((left, right));
    }
    placed
}

/// True where an arc comes back to where it begins.
const fn is_loop(span: &Span<'_>) -> bool {
    span.columns.0 == span.columns.1
}

/// Half of what is kept free in the middle of a box.
fn middle_room(spans: &[Span<'_>], column: usize) -> f32 {
    let has_loop = spans.iter().any(|span| is_loop(span) && span.columns.0 == column);
    if has_loop { LOOP + 6.0 } else { 4.0 }
}

/// Left ends leave from the right half of a box, the shortest arc at the outside.
fn left_end(spans: &[Span<'_>], arc: usize, columns: &[Column<'_>]) -> f32 {
    let here = spans[arc].columns.0;
    let column = &columns[here];
    if is_loop(&spans[arc]) {
        return column.middle() - LOOP;
    }
    let (place, count) = rank(spans, arc, |span| span.columns.0);
    let room = (column.middle() + middle_room(spans, here), column.box_right() - 10.0);
    room.1 - (room.1 - room.0) * share(place, count)
}

/// Right ends come to the left half, the shortest arc at the outside.
fn right_end(spans: &[Span<'_>], arc: usize, columns: &[Column<'_>]) -> f32 {
    let here = spans[arc].columns.1;
    let column = &columns[here];
    if is_loop(&spans[arc]) {
        return column.middle() + LOOP;
    }
    let (place, count) = rank(spans, arc, |span| span.columns.1);
    let room = (column.box_left() + 10.0, column.middle() - middle_room(spans, here));
    room.0 + (room.1 - room.0) * share(place, count)
}

/// Where one of so many stands, from the outside to the middle.
#[allow(clippy::cast_precision_loss)] // a few
fn share(place: usize, count: usize) -> f32 {
    (place as f32 + 0.5) / count.max(1) as f32
}

/// The place of an arc among those with an end at the same box, the shortest first, and how many they are.
fn rank(spans: &[Span<'_>], arc: usize, end: impl Fn(&Span<'_>) -> usize) -> (usize, usize) {
    let key = |number: usize| (spans[number].columns.1 - spans[number].columns.0, number);
    let here = end(&spans[arc]);
    let others = (0..spans.len()).filter(|other| end(&spans[*other]) == here && !is_loop(&spans[*other]));
    others.fold((0, 0), |(place, count), other| {
        (place + usize::from(key(other).cmp(&key(arc)) == Ordering::Less), count + 1)
    })
}

/// All lines, then all words, so that no line runs through a word.
#[allow(clippy::cast_precision_loss)] // a few
fn paint(sketch: &mut Sketch<'_>, mut placed: Vec<Placed<'_>>, side: Side, base: f32) {
    // What is looked at is in front.
    placed.sort_by_key(|arc| match arc.span.emphasis {
        Emphasis::Faded => 0,
        Emphasis::Usual => 1,
        Emphasis::Strong => 2,
    });
    let level = |arc: &Placed<'_>| base + side.sign() * (FIRST + arc.track as f32 * TRACK);
    let mut nodes = Vec::with_capacity(placed.len());
    for arc in &placed {
        let (y, way) = (level(arc), arc.span.way);
        let half = arc.label_width() / 2.0;
        let (left, right) = (arc.left.min(arc.middle() - half), arc.right.max(arc.middle() + half));
        let rect = Rect { min: pt(left, y - TRACK / 2.0), max: pt(right, y + TRACK / 2.0) };
        let node = sketch.bare_node(Element::Step(way.from, way.to), rect, way.spoken.as_str());
        sketch.of_node(node, |sketch| line(sketch, arc, side, (base, y)));
        nodes.push(node);
    }
    for (arc, node) in placed.iter().zip(nodes) {
        sketch.of_node(node, |sketch| pill(sketch, arc, level(arc)));
    }
}

fn color(sketch: &Sketch<'_>, span: &Span<'_>) -> Color {
    let theme = sketch.theme;
    let color = if span.way.is_missing { theme.accent_text } else { theme.measured };
    match span.emphasis {
        Emphasis::Faded => color.faded(0.3),
        Emphasis::Usual | Emphasis::Strong => color,
    }
}

fn line(sketch: &mut Sketch<'_>, arc: &Placed<'_>, side: Side, (base, y): (f32, f32)) {
    let way = arc.span.way;
    let color = color(sketch, &arc.span);
    let width = THINNEST + (THICKEST - THINNEST) * way.weight.clamp(0.0, 1.0);
    let width = if arc.span.emphasis == Emphasis::Strong { width.max(2.6) } else { width };
    let (left, right) = (arc.left, arc.right);
    let bend = ((right - left) / 2.0).min(34.0);
    // The end of the line lies inside the arrow's head.
    let head = HEAD + width * 0.6;
    let back = base + side.sign() * (head - 1.0);
    let is_left_tip = arc.span.is_back;
    let (left_foot, right_foot) = if is_left_tip { (back, base) } else { (base, back) };
    const ROUND: f32 = 0.55;
    let up = |foot: f32| foot + (y - foot) * ROUND;
    let path = vec![
        PathSeg::Move(pt(left, left_foot)),
        PathSeg::Cubic(pt(left, up(left_foot)), pt(left + bend * (1.0 - ROUND), y), pt(left + bend, y)),
        PathSeg::Line(pt(right - bend, y)),
        PathSeg::Cubic(pt(right - bend * (1.0 - ROUND), y), pt(right, up(right_foot)), pt(right, right_foot)),
    ];
    let dash = way.is_missing.then_some((5.0 + width, 3.0 + width));
    sketch.path(path, None, Some(Stroke { color, width, dash }));
    let tip = pt(if is_left_tip { left } else { right }, base);
    let half = head * 0.52;
    let head = vec![
        PathSeg::Move(tip),
        PathSeg::Line(pt(tip.x - half, tip.y + side.sign() * head)),
        PathSeg::Line(pt(tip.x + half, tip.y + side.sign() * head)),
        PathSeg::Close,
    ];
    sketch.path(head, color, None);
}

fn pill(sketch: &mut Sketch<'_>, arc: &Placed<'_>, y: f32) {
    let way = arc.span.way;
    let theme = sketch.theme;
    let outline = color(sketch, &arc.span);
    let half = arc.label_width() / 2.0;
    let rect = Rect {
        min: pt(arc.middle() - half, y - PILL_HEIGHT / 2.0),
        max: pt(arc.middle() + half, y + PILL_HEIGHT / 2.0),
    };
    let (fill, words) = match arc.span.emphasis {
        Emphasis::Faded => (theme.card, theme.text_faint),
        Emphasis::Usual => (theme.card, theme.text_body),
        Emphasis::Strong if way.is_missing => (theme.accent_soft, theme.accent_text),
        Emphasis::Strong => (theme.evidence_fill, theme.text),
    };
    sketch.rect(rect, PILL_HEIGHT / 2.0, fill, solid(outline, 1.0));
    let first = pt(arc.middle(), y + 3.7);
    sketch.paragraph_on_rect(&arc.label, first, Align::Middle, words);
}
