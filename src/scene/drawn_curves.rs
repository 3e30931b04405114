//! The curves that the team drew: one per persona, as it is and as it should be. Personas are told apart by the shape
//! of their dots, the two curves by solid and dashed lines, and every line by its name at the right end.

use super::context::Context;
use super::curve::{self, Dot};
use super::labels;
use super::marks::{self, Shape};
use super::prim::{Element, EmotionDot, Grid, Stroke};
use super::sketch::{NodeIndex, Sketch, dashed};
use crate::base::geom::pt;
use crate::base::{Color, Point, Rect};
use crate::model::{Curve, Lane, Persona};

/// Half the side of the square in which a dot is hit.
const DOT_REACH: f32 = 7.0;

/// A drawn curve.
pub(super) struct Series<'a> {
    pub persona: &'a Persona,
    pub curve: Curve,
    pub shape: Shape,
    /// By column; none where nothing is drawn.
    pub dots: Vec<Option<Dot>>,
    /// It is the shown persona's: drawn more strongly than the others.
    pub is_shown: bool,
}

/// The curves of a lane, those behind first. A persona's to-be curve is there once something of it is drawn.
pub(super) fn of_lane<'a>(context: &Context<'a>, lane: &Lane, axis: (f32, f32)) -> Vec<Series<'a>> {
    let shown = context.persona.map(|persona| persona.id);
    let personas = context.map.personas_of(lane, shown);
    let one = |place: usize, persona: &'a Persona, curve: Curve| {
        let drawn = persona.curve(curve);
        let dot = |column: &super::columns::Column<'_>| {
            let value = drawn.get(&column.touchpoint.id)?.value();
            Some(Dot { at: pt(column.middle(), Grid::y_of_emotion(axis, value)), value })
        };
        let dots = context.columns.columns.iter().map(dot).collect();
        Series { persona, curve, shape: Shape::of(place), dots, is_shown: Some(persona.id) == shown }
    };
    let mut all = Vec::new();
    for (place, persona) in personas.into_iter().enumerate() {
        all.push(one(place, persona, Curve::AsIs));
        if context.columns.columns.iter().any(|column| persona.to_be.contains_key(&column.touchpoint.id)) {
            all.push(one(place, persona, Curve::ToBe));
        }
    }
    all.sort_by_key(|series| (series.curve == Curve::AsIs, series.is_shown));
    all
}

/// True when a reader must be told which curve is which.
pub(super) fn are_several(series: &[Series<'_>]) -> bool {
    series.iter().any(|series| series.curve == Curve::ToBe || !series.is_shown)
}

impl Series<'_> {
    /// Width and dashes of the line.
    fn stroke(&self, color: Color) -> Stroke {
        let width = if self.is_shown { 3.0 } else { 2.0 };
        match self.curve {
            Curve::AsIs => Stroke { color, width, dash: None },
            Curve::ToBe => dashed(color, width - 0.6, 9.0, 6.0),
        }
    }

    /// The line through all dots.
    pub fn line(&self, sketch: &mut Sketch<'_>) {
        let color = sketch.theme.drawn;
        line(sketch, &self.dots, self.stroke(color));
    }

    /// Nodes of the dots: found before what is painted in front of them.
    pub fn nodes(
        &self,
        sketch: &mut Sketch<'_>,
        context: &Context<'_>,
        lane: &Lane,
    ) -> Vec<(NodeIndex, Point)> {
        let mut nodes = Vec::new();
        for (column, dot) in context.columns.columns.iter().zip(&self.dots) {
            let Some(dot) = dot else { continue };
            let touchpoint = column.touchpoint;
            let label =
                labels::drawn_emotion((self.persona, self.curve), touchpoint, dot.value, context.format);
            let element = Element::Emotion(EmotionDot {
                lane: lane.id,
                persona: self.persona.id,
                curve: self.curve,
                touchpoint: touchpoint.id,
            });
            let rect = Rect { min: dot.at, max: dot.at }.expanded(DOT_REACH);
            nodes.push((sketch.bare_node(element, rect, label), dot.at));
        }
        nodes
    }

    /// A dot in the persona's shape.
    pub fn dot(&self, sketch: &mut Sketch<'_>, at: Point) {
        let theme = sketch.theme;
        let (radius, width) = if self.curve == Curve::AsIs { (6.0, 2.6) } else { (4.8, 1.8) };
        let stroke = Stroke { color: theme.drawn, width, dash: None };
        marks::dot(sketch, self.shape, at, radius, theme.card, Some(stroke));
    }

    /// Where the line ends at the right.
    pub fn end(&self) -> Option<Point> {
        self.dots.iter().rev().flatten().map(|dot| dot.at).next()
    }
}

/// A curve through all dots; thin and dotted where it passes over touchpoints without one.
pub(super) fn line(sketch: &mut Sketch<'_>, dots: &[Option<Dot>], stroke: Stroke) {
    for stretch in curve::stretches(dots) {
        let stroke = if stretch.bridges { dashed(stroke.color.faded(0.7), 1.6, 2.0, 6.0) } else { stroke };
        sketch.path(stretch.segments, None, Some(stroke));
    }
}
