//! Smooth curves through dots at rising x: horizontal tangents at every dot, so that no curve leaves the range of its dots.

use super::prim::PathSeg;
use crate::base::Point;
use crate::base::geom::pt;

/// Length of the control arms as a share of the distance between two dots.
const TENSION: f32 = 0.45;

/// A dot of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dot {
    pub at: Point,
    /// −2 … +2.
    pub value: f64,
}

/// A part of a curve painted in one way.
pub(super) struct Stretch {
    pub segments: Vec<PathSeg>,
    /// It passes over columns without a dot.
    pub bridges: bool,
}

fn arc(from: Point, to: Point) -> PathSeg {
    let arm = (to.x - from.x) * TENSION;
    PathSeg::Cubic(pt(from.x + arm, from.y), pt(to.x - arm, to.y), to)
}

/// The curve in stretches over neighbouring columns and bridges over columns without a dot.
pub(super) fn stretches(dots: &[Option<Dot>]) -> Vec<Stretch> {
    let present: Vec<(usize, Point)> =
        dots.iter().enumerate().filter_map(|(column, dot)| Some((column, (*dot)?.at))).collect();
    let mut stretches: Vec<Stretch> = Vec::new();
    for pair in present.windows(2) {
        let &[(column, from), (next, to)] = pair else { continue };
        let bridges = next > column + 1;
        match stretches.last_mut().filter(|last| !last.bridges && !bridges) {
            Some(last) => last.segments.push(arc(from, to)),
            None => stretches.push(Stretch { segments: vec![PathSeg::Move(from), arc(from, to)], bridges }),
        }
    }
    stretches
}

/// Closed outlines of the room between two curves, over each run of columns in which both have dots.
pub(super) fn between(upper: &[Option<Dot>], lower: &[Option<Dot>]) -> Vec<Vec<PathSeg>> {
    let pairs: Vec<Option<(Point, Point)>> =
        upper.iter().zip(lower).map(|(upper, lower)| Some(((*upper)?.at, (*lower)?.at))).collect();
    pairs
        .split(Option::is_none)
        .map(|run| outline(&run.iter().copied().flatten().collect::<Vec<_>>()))
        .filter(|outline| !outline.is_empty())
        .collect()
}

fn outline(run: &[(Point, Point)]) -> Vec<PathSeg> {
    let (Some((first, _)), Some((_, last)), true) = (run.first(), run.last(), run.len() > 1) else {
        return Vec::new();
    };
    let mut segments = vec![PathSeg::Move(*first)];
    segments.extend(run.windows(2).map(|pair| arc(pair[0].0, pair[1].0)));
    segments.push(PathSeg::Line(*last));
    segments.extend(run.windows(2).rev().map(|pair| arc(pair[1].1, pair[0].1)));
    segments.push(PathSeg::Close);
    segments
}
