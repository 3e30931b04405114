//! The measured curves of two personas beside each other, in place of the one of all customers: told apart by the shape of
//! their dots and by solid and dashed lines, each a little to its side of the column, so that their intervals do not meet.

use super::columns::Column;
use super::context::Context;
use super::curve::Dot;
use super::drawn_curves;
use super::layers::TwoCurves;
use super::line_ends::Measured;
use super::marks::{self, Shape};
use super::prim::{Element, Grid, Stroke};
use super::sketch::{NodeIndex, Sketch, dashed, solid};
use crate::base::geom::pt;
use crate::base::{Color, Rect};
use crate::model::Lane;
use crate::overlay::MeasuredEmotion;
use crate::theme::Theme;

/// From the middle of a column.
const ASIDE: f32 = 6.0;
/// Around a dot, where it is hit.
const REACH: f32 = 7.0;
/// The marks of the first and the second, as on the page that compares them.
pub(super) const SHAPES: [Shape; 2] = [Shape::Circle, Shape::Triangle];

/// Both curves with their dots at their places.
pub(super) struct Placed<'a> {
    of: &'a TwoCurves,
    is_stale: bool,
    /// By curve, by column.
    dots: [Vec<Option<Dot>>; 2],
}

/// A column's dots: the node that both belong to, and the dots.
pub(super) struct Node<'a> {
    index: NodeIndex,
    dots: [Option<(Dot, &'a MeasuredEmotion)>; 2],
    is_stale: bool,
}

fn color(theme: &Theme, place: usize, is_stale: bool) -> Color {
    let color = if place == 0 { theme.measured } else { theme.accent_text };
    if is_stale { color.faded(0.35) } else { color }
}

impl<'a> Placed<'a> {
    /// None where no two personas with scores stand beside each other.
    pub fn of(context: &Context<'a>, axis: (f32, f32)) -> Option<Self> {
        let two = context.two()?;
        let of = two.curves.as_ref()?;
        let dots = [(0, -ASIDE), (1, ASIDE)].map(|(place, aside)| {
            let dot = |column: &Column<'_>| {
                let value = of.dots.get(&column.touchpoint.id)?.emotions[place].as_ref()?.value;
                Some(Dot { at: pt(column.middle() + aside, Grid::y_of_emotion(axis, value)), value })
            };
            context.columns.columns.iter().map(dot).collect()
        });
        Some(Self { of, is_stale: two.is_stale, dots })
    }

    /// The lines, the second dashed.
    pub fn lines(&self, sketch: &mut Sketch<'_>) {
        for (place, dots) in self.dots.iter().enumerate() {
            let color = color(sketch.theme, place, self.is_stale);
            let solid = Stroke { color, width: 2.6, dash: None };
            drawn_curves::line(sketch, dots, if place == 0 { solid } else { dashed(color, 2.4, 7.0, 4.0) });
        }
    }

    /// Where the curves end at the right, to be named there.
    pub fn ends(&self, theme: &Theme) -> Vec<Measured> {
        let end = |place: usize| {
            let from = self.dots[place].iter().rev().flatten().next()?.at;
            let (name, shape) = (self.of.names[place].clone(), SHAPES[place]);
            Some(Measured { from, name, shape, color: color(theme, place, self.is_stale) })
        };
        [0, 1].into_iter().filter_map(end).collect()
    }

    /// A node for the dots of each column.
    pub fn nodes(&self, sketch: &mut Sketch<'_>, context: &Context<'_>, lane: &Lane) -> Vec<Node<'a>> {
        let mut nodes = Vec::new();
        for (number, column) in context.columns.columns.iter().enumerate() {
            let Some(pair) = self.of.dots.get(&column.touchpoint.id) else { continue };
            let dot = |place: usize| Some((self.dots[place][number]?, pair.emotions[place].as_ref()?));
            let both = [dot(0), dot(1)];
            let rects = both.iter().flatten().map(|(dot, _)| Rect { min: dot.at, max: dot.at });
            let Some(rect) = rects.reduce(|all, one| all.union(&one)) else { continue };
            let element = Element::Measured(lane.id, column.touchpoint.id);
            let index = sketch.bare_node(element, rect.expanded(REACH), pair.spoken.as_str());
            nodes.push(Node { index, dots: both, is_stale: self.is_stale });
        }
        nodes
    }
}

/// Both dots of a column with their intervals.
pub(super) fn dots(sketch: &mut Sketch<'_>, node: &Node<'_>, axis: (f32, f32)) {
    sketch.of_node(node.index, |sketch| {
        for (place, (dot, emotion)) in node.dots.iter().enumerate().filter_map(|(at, of)| Some((at, (*of)?)))
        {
            let color = color(sketch.theme, place, node.is_stale);
            if let Some((low, high)) = emotion.interval {
                let ends = (Grid::y_of_emotion(axis, high), Grid::y_of_emotion(axis, low));
                let stroke = Stroke { color: color.faded(0.7), width: 1.4, dash: None };
                marks::whisker(sketch, dot.at.x, ends, stroke);
            }
            // Few answers: an open dot.
            let (fill, stroke) =
                if emotion.small { (sketch.theme.card, solid(color, 1.8)) } else { (color, None) };
            marks::dot(sketch, SHAPES[place], dot.at, 4.8, fill, stroke);
        }
    });
}
