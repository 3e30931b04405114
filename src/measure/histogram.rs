//! Events over time in slices of a round width.

use super::figures::Histogram;
use super::journeys::Journeys;
use crate::base::Timestamp;
use crate::base::time::{DAY, Micros, SECOND, days_from_civil};
use crate::base::{Cancel, Cancelled};
use crate::events::{Codes, EventLog};

/// At most this many slices; the widths below make it half as many at the least.
const MOST_SLICES: i64 = 180;

const MINUTE: Micros = 60 * SECOND;
const HOUR: Micros = 60 * MINUTE;
const WEEK: Micros = 7 * DAY;

/// Widths people count in, ascending. Beyond the last it is doubled.
const WIDTHS: [Micros; 25] = [
    SECOND,
    2 * SECOND,
    5 * SECOND,
    10 * SECOND,
    15 * SECOND,
    30 * SECOND,
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    3 * HOUR,
    4 * HOUR,
    6 * HOUR,
    8 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    3 * DAY,
    4 * DAY,
    WEEK,
    2 * WEEK,
];

/// Slices begin at multiples of their width from here: a Monday, so that weeks do.
const ORIGIN: Micros = days_from_civil(1970, 1, 5) * DAY;

impl Histogram {
    /// Empty slices that cover a period.
    pub(super) fn covering(period: Option<(Timestamp, Timestamp)>) -> Self {
        let Some((first, last)) = period else { return Self::default() };
        let slice_of = |time: Timestamp, width: Micros| time.0.saturating_sub(ORIGIN).div_euclid(width);
        let slices = |width: &Micros| slice_of(last, *width) - slice_of(first, *width) + 1;
        let wider = std::iter::successors(Some(4 * WEEK), |width| width.checked_mul(2));
        let width = WIDTHS.into_iter().chain(wider).find(|width| slices(width) <= MOST_SLICES);
        let slice = width.unwrap_or(Micros::MAX);
        let start = Timestamp((slice_of(first, slice).saturating_mul(slice)).saturating_add(ORIGIN));
        let empty = vec![0; slices(&slice) as usize];
        Self { start, slice, all: empty.clone(), selected: empty }
    }

    fn place(&self, time: Timestamp) -> usize {
        let place = time.0.saturating_sub(self.start.0) / self.slice.max(1);
        (place.max(0) as usize).min(self.all.len().saturating_sub(1))
    }

    /// Counts every event of the log, and gives the slices of all places.
    pub(super) fn count_all(
        &mut self,
        log: &EventLog,
        journeys: &Journeys,
        cancel: &Cancel,
    ) -> Result<Codes, Cancelled> {
        if self.all.is_empty() {
            // An undated log has no slices.
            return Ok(Codes::default());
        }
        let parts = journeys.by_chunk(cancel, |chunk| {
            // Events mostly lie in the slice of the one before: to divide takes longer than to look.
            let (mut slice, mut start) = (0, Timestamp(i64::MAX));
            let slice_of = |place| {
                let time = log.time(journeys.event(place));
                if time < start || time.0.saturating_sub(start.0) >= self.slice {
                    slice = self.place(time);
                    start = Timestamp(self.start.0.saturating_add(slice as i64 * self.slice));
                }
                slice as u32
            };
            journeys.places(chunk).map(slice_of).collect()
        })?;
        let slices = Codes::concat(&parts, self.all.len(), |_, slice| slice, cancel)?;
        let mut counts = vec![0; self.all.len()];
        slices.count(0..slices.len(), &mut counts);
        self.all = counts.into_iter().map(u64::from).collect();
        Ok(slices)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_round_and_slices_few() {
        let first = Timestamp::from_ymd(2024, 1, 1).at(7, 30, 0);
        let mut days = 0.001;
        while days < 4e6 {
            let last = Timestamp(first.0 + (days * DAY as f64) as i64);
            let histogram = Histogram::covering(Some((first, last)));
            assert!(histogram.all.len() as i64 <= MOST_SLICES);
            assert!(histogram.all.len() >= 70, "{days} days give {} slices", histogram.all.len());
            assert!(histogram.start <= first && histogram.place(last) == histogram.all.len() - 1);
            days *= 1.37;
        }
        let weeks = Histogram::covering(Some((first, Timestamp(first.0 + 800 * DAY))));
        assert_eq!((weeks.slice, weeks.start), (WEEK, Timestamp::from_ymd(2024, 1, 1)));
    }

    #[test]
    fn no_event_and_extreme_times() {
        assert_eq!(Histogram::covering(None).slice, 0);
        let one = Histogram::covering(Some((Timestamp(5), Timestamp(5))));
        assert_eq!(one.all.len(), 1);
        let ends = Histogram::covering(Some((Timestamp(i64::MIN), Timestamp(i64::MAX))));
        assert!(!ends.all.is_empty());
    }
}
