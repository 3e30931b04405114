//! When a first part of the data is shown while the rest is being read: soon, then ever more seldom, and never so much in
//! all that reading takes noticeably longer.

use crate::ingest::{Early, Onlooker};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The first glimpse is wanted after so long.
const FIRST: Duration = Duration::from_millis(300);
/// The next one after so many times as long.
const SLOWER: u32 = 3;
/// All glimpses together may be so large a share of the data. To sort and measure a part costs about half of what reading it does.
const MOST_SHARES: f32 = 0.3;
/// Where nobody knows how much there is, so many glimpses are enough.
const MOST_BLIND: u32 = 3;

/// Decides when a glimpse is due.
#[derive(Debug)]
struct Pace {
    next: Duration,
    shares: f32,
    blind: u32,
}

impl Pace {
    const fn new() -> Self {
        Self { next: FIRST, shares: 0.0, blind: 0 }
    }

    /// True when a glimpse of so much is due after so long; it is then counted as given.
    fn is_due(&mut self, elapsed: Duration, share: Option<f32>) -> bool {
        let is_affordable = match share {
            Some(share) => self.shares + share <= MOST_SHARES,
            None => self.blind < MOST_BLIND,
        };
        if elapsed < self.next || !is_affordable {
            return false;
        }
        self.next = elapsed * SLOWER;
        self.shares += share.unwrap_or_default();
        self.blind += u32::from(share.is_none());
        true
    }
}

/// Hands glimpses on.
pub(super) struct Glimpses<F> {
    since: Instant,
    pace: Mutex<Pace>,
    hand_on: F,
}

impl<F: Fn(Early) + Sync> Glimpses<F> {
    pub(super) fn new(hand_on: F) -> Self {
        Self { since: Instant::now(), pace: Mutex::new(Pace::new()), hand_on }
    }
}

impl<F: Fn(Early) + Sync> Onlooker for Glimpses<F> {
    fn wants(&self, share: Option<f32>) -> bool {
        let mut pace = self.pace.lock().unwrap_or_else(PoisonError::into_inner);
        pace.is_due(self.since.elapsed(), share)
    }

    fn show(&self, early: Early) {
        (self.hand_on)(early);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shares of the data at which a glimpse is given when reading all of it takes so many seconds.
    fn given(all_secs: u32) -> Vec<f32> {
        let mut pace = Pace::new();
        let steps = 1000 * all_secs;
        let moments = (1..=steps).map(|ms| (Duration::from_millis(ms.into()), ms as f32 / steps as f32));
        moments
            .filter(|(elapsed, share)| pace.is_due(*elapsed, Some(*share)))
            .map(|(_, share)| share)
            .collect()
    }

    #[test]
    fn the_first_glimpse_comes_soon_and_all_are_a_small_part() {
        for all_secs in [2, 10, 60, 600] {
            let shares = given(all_secs);
            assert!((shares[0] * all_secs as f32 - 0.3).abs() < 0.01, "{all_secs} s: {shares:?}");
            assert!(shares.iter().sum::<f32>() <= MOST_SHARES, "{all_secs} s: {shares:?}");
        }
        assert_eq!(given(60).len(), 4);
    }

    #[test]
    fn what_is_read_at_once_gives_no_glimpse() {
        let mut pace = Pace::new();
        assert!(!pace.is_due(Duration::from_millis(200), Some(0.2)));
        assert!(!pace.is_due(Duration::from_millis(400), Some(0.4)));
    }

    #[test]
    fn few_glimpses_of_what_nobody_knows_the_length_of() {
        let mut pace = Pace::new();
        let due = (1..100).filter(|secs| pace.is_due(Duration::from_secs(*secs), None)).count();
        assert_eq!(due, 3);
    }
}
