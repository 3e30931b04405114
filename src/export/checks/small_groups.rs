//! Figures that rest on so few people that they may point at single ones.

use super::{Check, Checked, Finding};
use crate::measure::TouchpointFigures;
use crate::measure::small_groups::SmallGroups;
use crate::scene::Element;
use crate::tr;

/// What is told of when the map hides nothing by itself.
const USUAL_SMALLEST: u32 = 5;

/// One: how many touchpoints it concerns, and whether the figures are hidden or shown.
pub(super) fn find(of: &Checked<'_>) -> Vec<Finding> {
    let smallest = of.map.about.smallest_group;
    let is_hiding = smallest > 1;
    let groups = SmallGroups(if is_hiding { smallest } else { USUAL_SMALLEST });
    let figures = of.measures.map_or(&[][..], |measures| &measures.touchpoints);
    let is_small = |at: &&TouchpointFigures| {
        let answers = at.satisfaction.as_ref().map_or(0, |satisfaction| satisfaction.n);
        let has_few = groups.hides(at.visits) || groups.hides(at.exits) || groups.hides(answers);
        has_few && of.map.touchpoints.contains(at.touchpoint)
    };
    let small: Vec<_> = figures.iter().filter(is_small).collect();
    let Some(first) = small.first() else { return Vec::new() };
    let (count, least) = (small.len(), groups.0);
    let words = if is_hiding {
        tr!("export-check-groups-hidden", count = count, least = least)
    } else {
        tr!("export-check-groups-shown", count = count, least = least)
    };
    vec![Finding { check: Check::SmallGroups, words, at: Some(Element::Touchpoint(first.touchpoint)) }]
}
