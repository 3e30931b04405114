//! The workshop's data: guesses and ballots about what is on the map, within their limits.

use super::source::is_date_or_time;
use super::{Problem, Problems};
use crate::model::records::JourneyMap;
use crate::model::workshop::{Parked, Voting};
use crate::tr;
use std::collections::BTreeSet;

pub(super) fn check(map: &JourneyMap, problems: &mut Problems) {
    let place = tr!("model-place-workshop", part = "guesses");
    for (touchpoint, rate) in map.workshop.guesses.values().flatten() {
        problems.add_if(!map.touchpoints.contains(*touchpoint), &place, || {
            tr!("model-problem-dangling", id = touchpoint.to_string())
        });
        problems.add_if(!(0.0..=1.0).contains(rate), &place, || {
            tr!("model-problem-guess", value = rate.to_string(), touchpoint = touchpoint.to_string())
        });
    }
    if let Some(voting) = &map.workshop.voting {
        ballots(map, voting, problems);
    }
    problems.0.extend(map.workshop.parking.iter().filter_map(parked));
}

fn ballots(map: &JourneyMap, voting: &Voting, problems: &mut Problems) {
    let place = tr!("model-place-workshop", part = "voting");
    let mut names = BTreeSet::new();
    for ballot in &voting.ballots {
        let name = || ballot.name.clone();
        problems
            .add_if(!names.insert(&ballot.name), &place, || tr!("model-problem-ballot-twice", name = name()));
        let (cast, allowed) = (ballot.cast(), voting.votes_per_person);
        problems.add_if(cast > allowed, &place, || {
            let (cast, allowed) = (cast.to_string(), allowed.to_string());
            tr!("model-problem-ballot-size", name = name(), cast = cast, allowed = allowed)
        });
        for (card, votes) in &ballot.votes {
            let card_id = || card.to_string();
            problems
                .add_if(!map.cards.contains(*card), &place, || tr!("model-problem-dangling", id = card_id()));
            problems.add_if(*votes == 0, &place, || {
                tr!("model-problem-no-votes", name = name(), card = card_id())
            });
        }
    }
}

/// What is wrong with something parked, whatever the map.
pub(in crate::model) fn parked(parked: &Parked) -> Option<Problem> {
    let is_sound = parked.when.is_empty() || is_date_or_time(&parked.when);
    (!is_sound).then(|| Problem {
        place: tr!("model-place-parked"),
        message: tr!("model-problem-date", field = "when", value = parked.when.clone()),
    })
}
