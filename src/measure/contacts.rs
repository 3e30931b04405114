//! Who had to ask again: is a visit followed by one at a contact touchpoint within seven days?

use super::figures::Rate;
use super::journeys::customer_chunks;
use super::kinds::KindCounts;
use super::mapping::Mapping;
use crate::base::time::DAY;
use crate::base::{Cancel, Cancelled, Timestamp};
use crate::events::EventLog;
use rayon::prelude::*;
use std::ops::Range;

/// How soon a further contact counts as asking again.
const WINDOW: i64 = 7 * DAY;

/// For each event of the whole log: does the same customer visit a contact touchpoint within (t, t + 7 days]?
pub fn followed_by_contact(
    log: &EventLog,
    mapping: &Mapping,
    is_contact: &[bool],
    cancel: &Cancel,
) -> Result<Vec<bool>, Cancelled> {
    let of_chunk = |customers: Range<u32>| {
        cancel.check()?;
        let mut followed = Vec::new();
        for customer in customers {
            let start = followed.len();
            let events = log.customer_events(customer);
            // The earliest contact after the time in hand, and the earliest at or after it.
            let (mut after, mut at_or_after): (Option<Timestamp>, Option<Timestamp>) = (None, None);
            let mut time = None;
            for event in events.rev() {
                if time != Some(log.time(event)) {
                    time = Some(log.time(event));
                    after = at_or_after;
                }
                let soon = |contact: Timestamp| contact.0.saturating_sub(log.time(event).0) <= WINDOW;
                followed.push(after.is_some_and(soon));
                if mapping.touchpoint(log, event).is_some_and(|touchpoint| is_contact[touchpoint as usize]) {
                    at_or_after = Some(log.time(event));
                }
            }
            followed[start..].reverse();
        }
        Ok(followed)
    };
    let parts: Result<Vec<_>, _> = customer_chunks(log).into_par_iter().map(of_chunk).collect();
    Ok(parts?.concat())
}

/// Contacted again or not, at a visit to a contact touchpoint whose seven days have been observed.
pub fn again(time: Timestamp, is_followed: bool, observed_until: Timestamp) -> Option<bool> {
    (time.0.saturating_add(WINDOW) <= observed_until.0).then_some(is_followed)
}

/// Contacted again per touchpoint (none where it is no contact) and over all contact touchpoints together.
pub fn contacted_again(touchpoints: usize, counts: KindCounts<'_>) -> (Vec<Option<Rate>>, Option<Rate>) {
    let mut sums = vec![(0, 0); touchpoints];
    for of in counts.visits() {
        if let Some(again) = of.kind.again {
            let (sum, visits) = &mut sums[of.touchpoint];
            *visits += of.visits;
            *sum += of.visits * u64::from(again);
        }
    }
    let (again, of) = sums.iter().fold((0, 0), |all, sum| (all.0 + sum.0, all.1 + sum.1));
    (sums.iter().map(|(again, of)| Rate::of(*again, *of)).collect(), Rate::of(again, of))
}
