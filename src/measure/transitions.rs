//! Which touchpoint directly follows which.

use super::bits::Bits;
use super::figures::TransitionFigures;
use super::journeys::Journeys;
use super::kinds::Kinds;
use super::ranked::{Ranked, entry};
use crate::base::time::SECOND;
use crate::base::{Cancel, Cancelled};
use crate::events::EventLog;
use crate::model::Touchpoint;
use hashbrown::HashMap;
use rayon::prelude::*;
use std::cmp::Reverse;

/// All steps from one visit to the next of the same journey, for any filter. A step has the place of its second visit.
#[derive(Default)]
pub struct Steps {
    /// Touchpoints by place in map order.
    pairs: Vec<(usize, usize)>,
    /// By pair, in the order of the time between; the first of its pair in its journey is marked.
    ranked: Ranked,
}

/// How many journeys are handled between two looks at the cancel flag.
const JOURNEYS_PER_CHECK: usize = 1 << 13;

/// Microseconds from the visit before to the one at this place.
fn pause(log: &EventLog, journeys: &Journeys, kinds: &Kinds, place: usize) -> u64 {
    let before = (0..place).rev().find(|before| kinds.number(*before).is_some()).unwrap_or(place);
    let time = |place: usize| log.time(journeys.event(place)).0;
    time(place).saturating_sub(time(before)).unsigned_abs()
}

impl Steps {
    pub fn new(
        log: &EventLog,
        journeys: &Journeys,
        kinds: &Kinds,
        cancel: &Cancel,
    ) -> Result<Self, Cancelled> {
        /// A pair's number and the last journey that made it.
        #[derive(Clone, Copy)]
        struct Known(usize, usize);
        let mut pairs = Vec::new();
        let mut known: HashMap<(usize, usize), Known> = HashMap::new();
        let mut entries = Vec::new();
        for (number, journey) in journeys.list.iter().enumerate() {
            if number % JOURNEYS_PER_CHECK == 0 {
                cancel.check()?;
            }
            let mut before = None;
            for (place, to) in journey.places().filter_map(|place| Some((place, kinds.touchpoint(place)?))) {
                let Some(from) = before.replace(to) else { continue };
                let pair = known.entry((from, to)).or_insert_with(|| {
                    pairs.push((from, to));
                    Known(pairs.len() - 1, usize::MAX)
                });
                let is_first = std::mem::replace(&mut pair.1, number) != number;
                entries.push(entry(pair.0, place, is_first));
            }
        }
        let key = |place| pause(log, journeys, kinds, place);
        let ranked = Ranked::new(pairs.len(), &entries, key, cancel)?;
        Ok(Self { pairs, ranked })
    }

    /// All transitions of the selected places by count, then by names; `touchpoints` in map order.
    pub fn figures(
        &self,
        log: &EventLog,
        (journeys, kinds): (&Journeys, &Kinds),
        touchpoints: &[&Touchpoint],
        selected: &Bits,
        cancel: &Cancel,
    ) -> Result<Vec<TransitionFigures>, Cancelled> {
        let secs = |place| pause(log, journeys, kinds, place) as f64 / SECOND as f64;
        let of_pair = |(pair, (from, to)): (usize, &(usize, usize))| {
            cancel.check()?;
            let (mut count, mut distinct) = (0, 0);
            for (_, is_first) in self.ranked.group(pair).filter(|(place, _)| selected.contains(*place)) {
                count += 1;
                distinct += u64::from(is_first);
            }
            let quantile = |p| self.ranked.quantile(pair, selected, count, p, secs).unwrap_or_default();
            Ok(TransitionFigures {
                from: touchpoints[*from].id,
                to: touchpoints[*to].id,
                count,
                journeys: distinct,
                median_secs: quantile(0.5),
                p90_secs: quantile(0.9),
            })
        };
        let figures: Result<Vec<_>, _> = self.pairs.par_iter().enumerate().map(of_pair).collect();
        let mut figures = figures?;
        figures.retain(|of| of.count > 0);
        let name: HashMap<_, _> =
            touchpoints.iter().map(|touchpoint| (touchpoint.id, &touchpoint.name)).collect();
        figures.sort_by_key(|of| (Reverse(of.count), name[&of.from], name[&of.to], of.from, of.to));
        Ok(figures)
    }

    pub fn bytes_held(&self) -> usize {
        size_of::<(usize, usize)>() * self.pairs.capacity() + self.ranked.bytes_held()
    }
}
