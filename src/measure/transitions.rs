//! Which touchpoint directly follows which.

use super::figures::TransitionFigures;
use super::grouped::Grouped;
use super::paths::Paths;
use super::stats::quantile;
use crate::base::time::SECOND;
use crate::base::{Cancel, Cancelled};
use crate::events::EventLog;
use crate::model::Touchpoint;
use hashbrown::HashMap;
use std::cmp::Reverse;

/// A pair of touchpoints, counted.
struct Pair {
    from: usize,
    to: usize,
    count: u64,
    journeys: u64,
    last_journey: usize,
}

/// All transitions by count, then by names; `touchpoints` in map order.
pub fn transitions(
    log: &EventLog,
    touchpoints: &[&Touchpoint],
    paths: &Paths,
    cancel: &Cancel,
) -> Result<Vec<TransitionFigures>, Cancelled> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut place_of_pair: HashMap<(usize, usize), usize> = HashMap::new();
    let mut times: Vec<(u32, f64)> = Vec::new();
    paths.try_for_each(cancel, |journey, path| {
        for step in path.visits.windows(2) {
            let (from, to) = (step[0].touchpoint(), step[1].touchpoint());
            let place = *place_of_pair.entry((from, to)).or_insert_with(|| {
                pairs.push(Pair { from, to, count: 0, journeys: 0, last_journey: usize::MAX });
                pairs.len() - 1
            });
            let pair = &mut pairs[place];
            pair.count += 1;
            pair.journeys += u64::from(pair.last_journey != journey);
            pair.last_journey = journey;
            let micros = log.time(step[1].event()).0.saturating_sub(log.time(step[0].event()).0);
            times.push((place as u32, micros as f64 / SECOND as f64));
        }
    })?;
    let mut times = Grouped::new(pairs.len(), times.iter().map(|(pair, secs)| (*pair as usize, *secs)));
    let mut figures = Vec::with_capacity(pairs.len());
    for (place, pair) in pairs.iter().enumerate() {
        cancel.check()?;
        let secs = times.group_mut(place);
        figures.push(TransitionFigures {
            from: touchpoints[pair.from].id,
            to: touchpoints[pair.to].id,
            count: pair.count,
            journeys: pair.journeys,
            median_secs: quantile(secs, 0.5).unwrap_or_default(),
            p90_secs: quantile(secs, 0.9).unwrap_or_default(),
        });
    }
    let name: HashMap<_, _> =
        touchpoints.iter().map(|touchpoint| (touchpoint.id, &touchpoint.name)).collect();
    figures.sort_by_key(|of| (Reverse(of.count), name[&of.from], name[&of.to], of.from, of.to));
    Ok(figures)
}
