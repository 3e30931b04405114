//! Shapes by their lines: what painters need that know paths only, and where a primitive lies.

use super::prim::{PathPrim, PathSeg, Prim};
use crate::base::geom::pt;
use crate::base::{Point, Rect};

/// From a corner to the control point of its quarter circle as a Bézier curve, for radius 1.
const CORNER_TO_CONTROL: f32 = 1.0 - 0.552_285;

/// The outline of a rectangle with round corners, as far as its sides have room for them.
#[must_use]
pub fn round_rect(rect: Rect, radius: f32) -> Vec<PathSeg> {
    let Rect { min, max } = rect;
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    if radius <= 0.0 {
        return vec![
            PathSeg::Move(min),
            PathSeg::Line(pt(max.x, min.y)),
            PathSeg::Line(max),
            PathSeg::Line(pt(min.x, max.y)),
            PathSeg::Close,
        ];
    }
    let pull = radius * CORNER_TO_CONTROL;
    vec![
        PathSeg::Move(pt(min.x + radius, min.y)),
        PathSeg::Line(pt(max.x - radius, min.y)),
        PathSeg::Cubic(pt(max.x - pull, min.y), pt(max.x, min.y + pull), pt(max.x, min.y + radius)),
        PathSeg::Line(pt(max.x, max.y - radius)),
        PathSeg::Cubic(pt(max.x, max.y - pull), pt(max.x - pull, max.y), pt(max.x - radius, max.y)),
        PathSeg::Line(pt(min.x + radius, max.y)),
        PathSeg::Cubic(pt(min.x + pull, max.y), pt(min.x, max.y - pull), pt(min.x, max.y - radius)),
        PathSeg::Line(pt(min.x, min.y + radius)),
        PathSeg::Cubic(pt(min.x, min.y + pull), pt(min.x + pull, min.y), pt(min.x + radius, min.y)),
        PathSeg::Close,
    ]
}

impl PathPrim {
    /// A rectangle that holds its line (that of the control points); none when it has no points.
    #[must_use]
    pub fn bounds(&self) -> Option<Rect> {
        let points = self.segments.iter().flat_map(|segment| match *segment {
            PathSeg::Move(a) | PathSeg::Line(a) => [Some(a), None, None],
            PathSeg::Cubic(a, b, c) => [Some(a), Some(b), Some(c)],
            PathSeg::Close => [None; 3],
        });
        points.flatten().map(|point| Rect { min: point, max: point }).reduce(|all, point| all.union(&point))
    }
}

impl Prim {
    /// Where it surely lies within, lines as thick as they are; none when there is nothing to see of it.
    #[must_use]
    pub fn extent(&self) -> Option<Rect> {
        match self {
            Self::Rect(shape) => Some(shape.rect.expanded(shape.stroke.map_or(0.0, |stroke| stroke.width))),
            Self::Path(path) => Some(path.bounds()?.expanded(path.stroke.map_or(0.0, |stroke| stroke.width))),
            Self::Text(run) => {
                let Point { x, y } = run.origin;
                Some(Rect {
                    min: pt(x - run.size, y - 2.0 * run.size),
                    max: pt(x + run.width + run.size, y + run.size),
                })
            }
            Self::Image(image) => Some(image.rect),
        }
    }
}
