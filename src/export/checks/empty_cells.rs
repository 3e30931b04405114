//! Places of a lane for cards in which nothing stands: what has not been talked about yet.

use super::{Check, Checked, Finding};
use crate::model::{Lane, TouchpointId};
use crate::scene::{Element, lane_name};
use crate::tr;
use std::collections::BTreeSet;

/// One for each lane that is shown and has room for more.
pub(super) fn find(of: &Checked<'_>) -> Vec<Finding> {
    let touchpoints: Vec<_> = of.map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect();
    let lanes = of.map.lanes_in_order().filter(|lane| lane.shows_cards());
    lanes.filter_map(|lane| in_lane(of, lane, &touchpoints)).collect()
}

fn in_lane(of: &Checked<'_>, lane: &Lane, touchpoints: &[TouchpointId]) -> Option<Finding> {
    let mut filled: BTreeSet<TouchpointId> = BTreeSet::new();
    for card in of.map.cards.iter().filter(|card| card.lane == lane.id) {
        let first = touchpoints.iter().position(|id| *id == card.touchpoint)?;
        filled.extend(touchpoints.iter().skip(first).take(1 + card.span as usize));
    }
    let empty: Vec<_> = touchpoints.iter().filter(|id| !filled.contains(id)).collect();
    let first = empty.first()?;
    let words = if filled.is_empty() {
        tr!("export-check-empty-lane", lane = lane_name(lane))
    } else {
        tr!("export-check-empty-cells", lane = lane_name(lane), count = empty.len(), of = touchpoints.len())
    };
    Some(Finding { check: Check::EmptyCells, words, at: Some(Element::Cell(lane.id, **first)) })
}
