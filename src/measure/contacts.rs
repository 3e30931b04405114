//! Who had to ask again: is a visit followed by one at a contact touchpoint within seven days?

use super::figures::Rate;
use super::mapping::UNMAPPED;
use super::paths::Paths;
use crate::base::time::DAY;
use crate::base::{Cancel, Cancelled, Timestamp};
use crate::events::EventLog;

/// How soon a further contact counts as asking again.
const WINDOW: i64 = 7 * DAY;

/// For each event of the whole log: does the same customer visit a contact touchpoint within (t, t + 7 days]?
pub fn followed_by_contact(
    log: &EventLog,
    touchpoints: &[u32],
    is_contact: &[bool],
    cancel: &Cancel,
) -> Result<Vec<bool>, Cancelled> {
    let mut followed = vec![false; log.len()];
    let mut customer = None;
    // The earliest contact after the time in hand, and the earliest at or after it.
    let (mut after, mut at_or_after): (Option<Timestamp>, Option<Timestamp>) = (None, None);
    let mut time = None;
    for event in (0..log.len()).rev() {
        if event % (1 << 16) == 0 {
            cancel.check()?;
        }
        if customer != Some(log.customer(event)) {
            customer = Some(log.customer(event));
            (after, at_or_after, time) = (None, None, None);
        }
        if time != Some(log.time(event)) {
            time = Some(log.time(event));
            after = at_or_after;
        }
        followed[event] = after.is_some_and(|contact| contact.0.saturating_sub(log.time(event).0) <= WINDOW);
        let touchpoint = touchpoints[event];
        if touchpoint != UNMAPPED && is_contact[touchpoint as usize] {
            at_or_after = Some(log.time(event));
        }
    }
    Ok(followed)
}

/// Contacted again per touchpoint (none where it is no contact) and over all contact touchpoints together. Only visits
/// whose seven days have been observed count, above and below the line.
pub fn contacted_again(
    log: &EventLog,
    is_contact: &[bool],
    paths: &Paths,
    followed: &[bool],
    observed_until: Timestamp,
) -> (Vec<Option<Rate>>, Option<Rate>) {
    let mut counts = vec![(0, 0); is_contact.len()];
    for visit in paths.visits() {
        let eligible = log.time(visit.event()).0.saturating_add(WINDOW) <= observed_until.0;
        if eligible && is_contact[visit.touchpoint()] {
            let (again, of) = &mut counts[visit.touchpoint()];
            *of += 1;
            *again += u64::from(followed[visit.event()]);
        }
    }
    let (again, of) = counts.iter().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    (counts.iter().map(|(again, of)| Rate::of(*again, *of)).collect(), Rate::of(again, of))
}
