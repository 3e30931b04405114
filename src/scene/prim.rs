//! The primitives, the elements they belong to and the grid that tools work on. Points, y down.

use super::label::Label;
use super::passage::Section;
use super::run::TextRun;
use crate::base::geom::pt;
use crate::base::{Color, Point, Rect, Size};
use crate::model::{CardId, Curve, Edit, Emotion, JourneyMap, LaneId, PersonaId, StageId, TouchpointId};
use std::sync::Arc;

/// A laid-out map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Extent; the upper left corner is (0, 0).
    pub size: Size,
    /// Behind everything.
    pub background: Option<Color>,
    /// What to paint, back to front.
    pub items: Vec<Item>,
    /// What a person can point at, back to front, with names for screen readers.
    pub nodes: Vec<Node>,
    /// What belongs together among the items.
    pub sections: Vec<Section>,
    /// Where columns and rows are.
    pub grid: Grid,
}

/// A primitive and the node it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What to paint.
    pub prim: Prim,
    /// Index into [`Scene::nodes`]; none for the background of lanes and stages.
    pub node: Option<u32>,
}

/// The closed list of primitives. Painters match without a `_` arm.
#[derive(Clone, Debug, PartialEq)]
pub enum Prim {
    /// A rectangle, perhaps with round corners (a circle when the radius is half its side).
    Rect(RectPrim),
    /// Lines and curves.
    Path(PathPrim),
    /// A run of text in one font on one line.
    Text(TextRun),
    /// A picture.
    Image(ImagePrim),
}

impl Prim {
    /// Moves it by these distances.
    pub(super) fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Self::Rect(shape) => shape.rect = shape.rect.translated(dx, dy),
            Self::Path(path) => {
                path.segments.iter_mut().for_each(|segment| *segment = segment.shifted(dx, dy));
            }
            Self::Text(run) => run.origin = pt(run.origin.x + dx, run.origin.y + dy),
            Self::Image(image) => image.rect = image.rect.translated(dx, dy),
        }
    }
}

/// A rectangle.
#[derive(Clone, Debug, PartialEq)]
pub struct RectPrim {
    /// Where.
    pub rect: Rect,
    /// Corner radius.
    pub radius: f32,
    /// Inside; none = not filled.
    pub fill: Option<Fill>,
    /// Outline, centred on the edge.
    pub stroke: Option<Stroke>,
}

/// Lines and cubic curves.
#[derive(Clone, Debug, PartialEq)]
pub struct PathPrim {
    /// Segments; the first is a `Move`.
    pub segments: Vec<PathSeg>,
    /// Inside, by the non-zero rule.
    pub fill: Option<Fill>,
    /// Outline with round caps and joins.
    pub stroke: Option<Stroke>,
}

/// A part of a path, in absolute points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PathSeg {
    /// Begin here.
    Move(Point),
    /// Straight to.
    Line(Point),
    /// Cubic Bézier: first control, second control, end.
    Cubic(Point, Point, Point),
    /// Back to the beginning.
    Close,
}

impl PathSeg {
    /// The same part, moved by these distances.
    #[must_use]
    pub fn shifted(self, dx: f32, dy: f32) -> Self {
        let by = |at: Point| pt(at.x + dx, at.y + dy);
        match self {
            Self::Move(to) => Self::Move(by(to)),
            Self::Line(to) => Self::Line(by(to)),
            Self::Cubic(first, second, to) => Self::Cubic(by(first), by(second), by(to)),
            Self::Close => Self::Close,
        }
    }
}

/// A plain fill.
pub type Fill = Color;

/// A line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Width in points.
    pub width: f32,
    /// Lengths of dash and gap; none = solid.
    pub dash: Option<(f32, f32)>,
}

/// A picture, kept as the encoded file.
#[derive(Clone, Debug, PartialEq)]
pub struct ImagePrim {
    /// Where.
    pub rect: Rect,
    /// PNG bytes.
    pub png: Arc<[u8]>,
}

/// What a person can point at.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub element: Element,
    /// Where it is, for hit tests, selection frames and accessibility.
    pub rect: Rect,
    /// Its full name: `Touchpoint Sees delivery cost, stage Buy, emotion plus 0.5, exit rate 46 percent`.
    pub label: Label,
}

/// The parts of a map that can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Element {
    /// Title of the page.
    Title,
    /// A stage's band.
    Stage(StageId),
    /// A touchpoint's box.
    Touchpoint(TouchpointId),
    /// A lane's heading.
    Lane(LaneId),
    /// A card.
    Card(CardId),
    /// A dot of a drawn curve.
    Emotion(EmotionDot),
    /// A measured thing: bar, dot or share at a touchpoint.
    Measured(LaneId, TouchpointId),
    /// A cell with nothing else under the pointer.
    Cell(LaneId, TouchpointId),
    /// A step of the ways customers take, from one touchpoint to another.
    Step(TouchpointId, TouchpointId),
    /// The time from a touchpoint to the next.
    Wait(TouchpointId),
    /// A figure of a chart, by its place in it; no part of a map.
    Figure(u32),
}

/// Which dot of which drawn curve, and in which lane: a curve may be drawn in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the types say it
pub struct EmotionDot {
    pub lane: LaneId,
    pub persona: PersonaId,
    pub curve: Curve,
    pub touchpoint: TouchpointId,
}

impl EmotionDot {
    /// The edit that draws, moves or (none) removes it.
    #[must_use]
    pub fn edit(self, emotion: Option<Emotion>) -> Edit {
        let Self { persona, curve, touchpoint, .. } = self;
        Edit::SetEmotion { persona, curve, touchpoint, emotion }
    }

    /// Where it is drawn, if it is.
    #[must_use]
    pub fn emotion(self, map: &JourneyMap) -> Option<Emotion> {
        map.personas.get(self.persona)?.curve(self.curve).get(&self.touchpoint).copied()
    }
}

/// Where columns and rows are, for tools: drop targets, drags of dots, new cards.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Right end of the lane headings, left end of the first column.
    pub left: f32,
    /// Stages from left to right.
    pub stages: Vec<GridStage>,
    /// Touchpoints from left to right.
    pub columns: Vec<GridColumn>,
    /// Rows from top to bottom.
    pub rows: Vec<GridRow>,
    /// The row of touchpoint boxes.
    pub touchpoint_row: Rect,
}

/// A stage's place.
#[derive(Clone, Debug, PartialEq)]
pub struct GridStage {
    /// Which.
    pub stage: StageId,
    /// Its band (the coloured heading).
    pub band: Rect,
    /// The whole column area below the band, empty stages included.
    pub area: Rect,
}

/// A touchpoint's place.
#[derive(Clone, Debug, PartialEq)]
pub struct GridColumn {
    /// Which.
    pub touchpoint: TouchpointId,
    /// Its stage.
    pub stage: StageId,
    /// Left end.
    pub left: f32,
    /// Right end.
    pub right: f32,
}

/// A lane's place.
#[derive(Clone, Debug, PartialEq)]
pub struct GridRow {
    /// Which.
    pub lane: LaneId,
    /// Upper end.
    pub top: f32,
    /// Lower end.
    pub bottom: f32,
    /// For emotion lanes: y of +2 and of −2.
    pub emotion_axis: Option<(f32, f32)>,
    /// It stays in sight while the map is scrolled.
    pub pinned: bool,
}

impl Grid {
    /// y of an emotion in a lane with an axis.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)] // screen coordinates
    pub fn y_of_emotion(axis: (f32, f32), emotion: f64) -> f32 {
        let (top, bottom) = axis;
        top + (bottom - top) * ((2.0 - emotion.clamp(-2.0, 2.0)) / 4.0) as f32
    }

    /// The emotion at a y in a lane with an axis, −2 … +2.
    #[must_use]
    pub fn emotion_of_y(axis: (f32, f32), y: f32) -> f64 {
        let (top, bottom) = axis;
        (2.0 - 4.0 * f64::from((y - top) / (bottom - top))).clamp(-2.0, 2.0)
    }

    /// The column under an x; the nearest one within the grid when `x` lies between two.
    #[must_use]
    pub fn column_at(&self, x: f32) -> Option<&GridColumn> {
        self.columns.iter().find(|column| x >= column.left && x < column.right)
    }

    /// The row under a y.
    #[must_use]
    pub fn row_at(&self, y: f32) -> Option<&GridRow> {
        self.rows.iter().find(|row| y >= row.top && y < row.bottom)
    }
}

impl Scene {
    /// The topmost node at a point.
    #[must_use]
    pub fn hit(&self, point: Point) -> Option<&Node> {
        self.nodes.iter().rev().find(|node| node.rect.contains(point))
    }

    /// The node of an element.
    #[must_use]
    pub fn node(&self, element: Element) -> Option<&Node> {
        self.nodes.iter().find(|node| node.element == element)
    }
}
