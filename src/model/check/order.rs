//! What is where: every list of ids names each record once, and nothing that is not there.

use super::{Problems, place};
use crate::model::lane::LaneKind;
use crate::model::persona::Curve;
use crate::model::records::JourneyMap;
use crate::model::table::{Record, Table};
use crate::tr;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(map: &JourneyMap, problems: &mut Problems) {
    let about = &map.about;
    whole_order("stages", &about.stages, &map.stages, problems);
    whole_order("lanes", &about.lanes, &map.lanes, problems);
    whole_order("personas", &about.personas, &map.personas, problems);
    touchpoints_in_stages(map, problems);
    for touchpoint in map.touchpoints.iter() {
        let place = place("touchpoint", touchpoint.id, &touchpoint.name);
        known(&place, &touchpoint.channels, &map.channels, problems);
        repeated(&place, &touchpoint.channels, problems);
    }
    for persona in map.personas.iter() {
        let place = place("persona", persona.id, &persona.name);
        for curve in Curve::ALL {
            let touchpoints: Vec<_> = persona.curve(curve).keys().copied().collect();
            known(&place, &touchpoints, &map.touchpoints, problems);
        }
    }
    for lane in map.lanes.iter().filter(|lane| !lane.personas.is_empty()) {
        let place = place("lane", lane.id, &lane.name);
        known(&place, &lane.personas, &map.personas, problems);
        repeated(&place, &lane.personas, problems);
        let draws_none = lane.kind != LaneKind::Emotion;
        problems.add_if(draws_none, &place, || tr!("model-problem-lane-without-curves"));
    }
}

/// A list in the map's own record that orders all records of a kind.
fn whole_order<R: Record>(list: &'static str, order: &[R::Id], table: &Table<R>, problems: &mut Problems) {
    let place = tr!("model-place-order", list = list);
    known(&place, order, table, problems);
    repeated(&place, order, problems);
    for record in table.iter().filter(|record| !order.contains(&record.id())) {
        problems.add(&place, tr!("model-problem-not-listed", id = record.id().to_string()));
    }
}

/// Each touchpoint is in exactly one stage, once.
fn touchpoints_in_stages(map: &JourneyMap, problems: &mut Problems) {
    let mut homes: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for stage in map.stages.iter() {
        known(&place("stage", stage.id, &stage.name), &stage.touchpoints, &map.touchpoints, problems);
        for touchpoint in &stage.touchpoints {
            homes.entry(*touchpoint).or_default().push(stage.id.to_string());
        }
    }
    for touchpoint in map.touchpoints.iter() {
        let place = place("touchpoint", touchpoint.id, &touchpoint.name);
        match homes.get(&touchpoint.id).map(Vec::as_slice) {
            None | Some([]) => problems.add(&place, tr!("model-problem-no-stage")),
            Some([_]) => {}
            Some(stages) => {
                problems.add(&place, tr!("model-problem-several-stages", stages = stages.join(", ")));
            }
        }
    }
}

fn known<R: Record>(place: &str, ids: &[R::Id], table: &Table<R>, problems: &mut Problems) {
    for id in ids.iter().filter(|id| !table.contains(**id)) {
        problems.add(place, tr!("model-problem-dangling", id = id.to_string()));
    }
}

fn repeated<I: Ord + Copy + std::fmt::Display>(place: &str, ids: &[I], problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for id in ids {
        problems.add_if(!seen.insert(*id), place, || tr!("model-problem-repeated", id = id.to_string()));
    }
}
