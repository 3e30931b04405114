//! The same figures of data that was read once more: which touchpoints have moved.

use super::compare::compare;
use super::figures::{Measures, TouchpointFigures};
use crate::model::TouchpointId;

/// A touchpoint whose figures are others than before. Each is before, after.
#[derive(Clone, Debug, PartialEq)]
pub struct MovedTouchpoint {
    /// Which.
    pub touchpoint: TouchpointId,
    /// Journeys that reached it.
    pub reached: (u64, u64),
    /// Exits.
    pub exits: (u64, u64),
    /// Exits ÷ closed journeys that reached it.
    pub exit_rate: (Option<f64>, Option<f64>),
    /// Mean score.
    pub satisfaction: (Option<f64>, Option<f64>),
    /// The exit rate or the satisfaction has changed by more than chance would do.
    pub is_marked: bool,
}

impl MovedTouchpoint {
    fn of(before: &TouchpointFigures, after: &TouchpointFigures) -> Option<Self> {
        let rate = |of: &TouchpointFigures| of.exit_rate.map(|rate| rate.value);
        let mean = |of: &TouchpointFigures| of.satisfaction.as_ref().map(|of| of.mean);
        let moved = Self {
            touchpoint: before.touchpoint,
            reached: (before.reached, after.reached),
            exits: (before.exits, after.exits),
            exit_rate: (rate(before), rate(after)),
            satisfaction: (mean(before), mean(after)),
            is_marked: false,
        };
        let is_same = moved.reached.0 == moved.reached.1
            && moved.exits.0 == moved.exits.1
            && moved.exit_rate.0 == moved.exit_rate.1
            && moved.satisfaction.0 == moved.satisfaction.1;
        (!is_same).then_some(moved)
    }
}

/// Touchpoints in both whose figures differ, those first that chance does not explain, then in the order of the map.
#[must_use]
pub fn moved(before: &Measures, after: &Measures) -> Vec<MovedTouchpoint> {
    let comparison = compare(before, after);
    let is_marked = |id: TouchpointId| {
        let changes = comparison.touchpoints.iter().find(|of| of.touchpoint == id);
        changes.is_some_and(|of| {
            [of.exit_rate, of.satisfied, of.satisfaction].iter().flatten().any(|change| change.is_marked())
        })
    };
    let moved = |after: &TouchpointFigures| MovedTouchpoint::of(before.at(after.touchpoint)?, after);
    let mut moved: Vec<_> = after.touchpoints.iter().filter_map(moved).collect();
    for of in &mut moved {
        of.is_marked = is_marked(of.touchpoint);
    }
    moved.sort_by_key(|of| !of.is_marked);
    moved
}
