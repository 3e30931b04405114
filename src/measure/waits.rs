//! How long customers wait at each touchpoint.

use super::bits::Bits;
use super::figures::WaitFigures;
use super::journeys::Journeys;
use super::kinds::{KindCounts, Kinds};
use super::ranked::{Ranked, entry, key_of_float};
use crate::base::{Cancel, Cancelled};
use crate::events::EventLog;
use rayon::prelude::*;

/// How many events are handled between two looks at the cancel flag.
const EVENTS_PER_CHECK: usize = 1 << 16;

/// All visits with a wait by touchpoint, for any filter.
#[derive(Default)]
pub struct Waits(Ranked);

impl Waits {
    pub fn new(
        log: &EventLog,
        (journeys, kinds): (&Journeys, &Kinds),
        touchpoints: usize,
        cancel: &Cancel,
    ) -> Result<Self, Cancelled> {
        let wait = |place: usize| log.wait_secs(journeys.event(place));
        let mut entries = Vec::new();
        for place in 0..log.len() {
            if place % EVENTS_PER_CHECK == 0 {
                cancel.check()?;
            }
            let kind = kinds.get(place).filter(|kind| kind.has_wait);
            if let Some(touchpoint) = kind.and_then(|kind| kind.touchpoint) {
                entries.push(entry(touchpoint as usize, place, false));
            }
        }
        let key = |place| key_of_float(wait(place).unwrap_or_default());
        Ok(Self(Ranked::new(touchpoints, &entries, key, cancel)?))
    }

    /// Those of every touchpoint at the selected places.
    pub fn figures(
        &self,
        log: &EventLog,
        journeys: &Journeys,
        (counts, selected): (KindCounts<'_>, &Bits),
        cancel: &Cancel,
    ) -> Result<Vec<Option<WaitFigures>>, Cancelled> {
        let mut sums = vec![0; self.0.len()];
        counts.visits().filter(|of| of.kind.has_wait).for_each(|of| sums[of.touchpoint] += of.visits);
        let secs = |place: usize| log.wait_secs(journeys.event(place)).unwrap_or_default();
        let of_touchpoint = |touchpoint| {
            cancel.check()?;
            let n = sums[touchpoint];
            let quantile = |p| self.0.quantile(touchpoint, selected, n, p, secs);
            let both = quantile(0.5).zip(quantile(0.9));
            Ok(both.map(|(median_secs, p90_secs)| WaitFigures { n, median_secs, p90_secs }))
        };
        (0..self.0.len()).into_par_iter().map(of_touchpoint).collect()
    }

    pub fn bytes_held(&self) -> usize {
        self.0.bytes_held()
    }
}
