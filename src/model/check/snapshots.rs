//! Snapshots: sound maps themselves, whose ids stay free for a return to them.

use super::source::is_date_or_time;
use super::{Problem, Problems, place, places};
use crate::model::records::JourneyMap;
use crate::model::snapshot::Snapshot;
use crate::tr;
use std::collections::BTreeSet;

pub(super) fn check(map: &JourneyMap, problems: &mut Problems) {
    let numbers: BTreeSet<_> = map.snapshots.iter().map(|snapshot| snapshot.id.0).collect();
    for snapshot in map.snapshots.iter() {
        let place = place_of(snapshot);
        problems.0.extend(made(snapshot));
        problems.add_if(!snapshot.map.snapshots.is_empty(), &place, || tr!("model-problem-snapshot-nested"));
        let taken = places(&snapshot.map).iter().any(|(id, _)| numbers.contains(id));
        problems.add_if(taken || snapshot.map.about.next_id > snapshot.id.0, &place, || {
            tr!("model-problem-snapshot-id")
        });
        // Nested ones are a problem already and not looked into.
        let inside = super::check(&snapshot.map.without_snapshots());
        problems.0.extend(inside.into_iter().map(|problem| Problem {
            place: tr!("model-place-in-snapshot", snapshot = snapshot.id.to_string(), place = problem.place),
            message: problem.message,
        }));
    }
}

fn place_of(snapshot: &Snapshot) -> String {
    place("snapshot", snapshot.id, &snapshot.name)
}

/// What is wrong with the time a snapshot was taken at.
pub(in crate::model) fn made(snapshot: &Snapshot) -> Option<Problem> {
    (!is_date_or_time(&snapshot.made)).then(|| Problem {
        place: place_of(snapshot),
        message: tr!("model-problem-date", field = "made", value = snapshot.made.clone()),
    })
}
