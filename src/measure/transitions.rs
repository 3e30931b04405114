//! Which touchpoint directly follows which.

use super::bits::Bits;
use super::figures::TransitionFigures;
use super::journeys::Journeys;
use super::legs::{LegCounts, Legs};
use super::ranked::{Ranked, entry};
use crate::base::time::SECOND;
use crate::base::{Cancel, Cancelled};
use crate::events::EventLog;
use crate::model::Touchpoint;
use hashbrown::HashMap;
use rayon::prelude::*;
use std::cmp::Reverse;

/// How many events are handled between two looks at the cancel flag.
const EVENTS_PER_CHECK: usize = 1 << 16;

/// All steps from one visit to the next of the same journey, for any filter. A step has the place of its second visit.
#[derive(Default)]
pub struct Steps {
    /// Touchpoints by place in map order.
    pairs: Vec<(u32, u32)>,
    /// By pair, in the order of the time between.
    ranked: Ranked,
}

/// Microseconds from the visit before to the one at this place.
fn pause(log: &EventLog, journeys: &Journeys, legs: &Legs, place: usize) -> u64 {
    let before = (0..place).rev().find(|before| legs.legs.code(*before).is_some()).unwrap_or(place);
    let time = |place: usize| log.time(journeys.event(place)).0;
    time(place).saturating_sub(time(before)).unsigned_abs()
}

impl Steps {
    pub fn new(log: &EventLog, journeys: &Journeys, legs: &Legs, cancel: &Cancel) -> Result<Self, Cancelled> {
        let mut pairs = Vec::new();
        let mut known = HashMap::new();
        let pair_of_leg: Vec<Option<usize>> = legs
            .legs
            .list
            .iter()
            .map(|leg| {
                let pair = (leg.step?.from, leg.touchpoint);
                Some(*known.entry(pair).or_insert_with(|| {
                    pairs.push(pair);
                    pairs.len() - 1
                }))
            })
            .collect();
        let mut entries = Vec::new();
        for place in 0..legs.legs.len() {
            if place % EVENTS_PER_CHECK == 0 {
                cancel.check()?;
            }
            let pair = legs.legs.code(place).and_then(|leg| pair_of_leg[leg as usize]);
            entries.extend(pair.map(|pair| entry(pair, place, false)));
        }
        let key = |place| pause(log, journeys, legs, place);
        let ranked = Ranked::new(pairs.len(), &entries, key, cancel)?;
        Ok(Self { pairs, ranked })
    }

    /// All transitions of the selected places by count, then by names; `touchpoints` in map order.
    pub fn figures(
        &self,
        log: &EventLog,
        (journeys, legs): (&Journeys, &Legs),
        touchpoints: &[&Touchpoint],
        (counts, selected): (LegCounts<'_>, &Bits),
        cancel: &Cancel,
    ) -> Result<Vec<TransitionFigures>, Cancelled> {
        let mut sums: HashMap<(u32, u32), (u64, u64)> = HashMap::new();
        for (leg, step, count) in counts.steps() {
            let (visits, journeys) = sums.entry((step.from, leg.touchpoint)).or_default();
            *visits += count;
            *journeys += count * u64::from(step.is_new);
        }
        let secs = |place| pause(log, journeys, legs, place) as f64 / SECOND as f64;
        let of_pair = |(number, pair): (usize, &(u32, u32))| {
            let (count, distinct) = *sums.get(pair)?;
            let figures = cancel.check().map(|()| {
                let quantile = |p| self.ranked.quantile(number, selected, count, p, secs).unwrap_or_default();
                TransitionFigures {
                    from: touchpoints[pair.0 as usize].id,
                    to: touchpoints[pair.1 as usize].id,
                    count,
                    journeys: distinct,
                    median_secs: quantile(0.5),
                    p90_secs: quantile(0.9),
                }
            });
            Some(figures)
        };
        let figures: Result<Vec<_>, _> = self.pairs.par_iter().enumerate().filter_map(of_pair).collect();
        let mut figures = figures?;
        let name: HashMap<_, _> =
            touchpoints.iter().map(|touchpoint| (touchpoint.id, &touchpoint.name)).collect();
        figures.sort_by_key(|of| (Reverse(of.count), name[&of.from], name[&of.to], of.from, of.to));
        Ok(figures)
    }

    pub fn bytes_held(&self) -> usize {
        size_of::<(u32, u32)>() * self.pairs.capacity() + self.ranked.bytes_held()
    }
}
