//! A part of a map as a map of its own, for showing it to others: some of its stages or touchpoints, some of its lanes.

use super::id::{LaneId, StageId, TouchpointId};
use super::records::{JourneyMap, Stage};
use super::table::Table;
use std::collections::BTreeSet;

/// Which part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The touchpoints that are in it; none = all, and stages without any too.
    pub touchpoints: Option<BTreeSet<TouchpointId>>,
    /// The lanes that are in it, even if they are hidden on the map; none = those that are not.
    pub lanes: Option<BTreeSet<LaneId>>,
}

impl JourneyMap {
    /// A part of the map. What is left has the colours that it has on the whole map.
    #[must_use]
    pub fn excerpt(&self, of: &Excerpt) -> Self {
        let mut part = self.clone();
        if let Some(wanted) = &of.touchpoints {
            part.stages = stages_with(self, wanted);
            part.about.stages.retain(|stage| part.stages.contains(*stage));
            part.touchpoints = self
                .touchpoints
                .iter()
                .filter(|touchpoint| wanted.contains(&touchpoint.id))
                .cloned()
                .collect();
            part.cards =
                self.cards.iter().filter(|card| wanted.contains(&card.touchpoint)).cloned().collect();
        }
        if let Some(wanted) = &of.lanes {
            let shown = self.lanes.iter().cloned().map(|mut lane| {
                lane.hidden = !wanted.contains(&lane.id);
                lane
            });
            part.lanes = shown.collect();
        }
        part
    }

    /// The touchpoints of some stages.
    #[must_use]
    pub fn touchpoints_of(&self, stages: &BTreeSet<StageId>) -> BTreeSet<TouchpointId> {
        let chosen = self.stages.iter().filter(|stage| stages.contains(&stage.id));
        chosen.flat_map(|stage| stage.touchpoints.iter().copied()).collect()
    }
}

/// The stages that hold some of these touchpoints, each with the colour that its place gives it.
fn stages_with(map: &JourneyMap, wanted: &BTreeSet<TouchpointId>) -> Table<Stage> {
    let stage = |(place, stage): (usize, &Stage)| {
        let touchpoints: Vec<_> =
            stage.touchpoints.iter().copied().filter(|id| wanted.contains(id)).collect();
        let palette = stage.palette.or_else(|| u8::try_from(place).ok());
        (!touchpoints.is_empty()).then(|| Stage { touchpoints, palette, ..stage.clone() })
    };
    map.stages_in_order().enumerate().filter_map(stage).collect()
}
