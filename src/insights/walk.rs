//! The selected journeys with their visits, looked at one by one and side by side.

use super::{Inputs, JourneySet};
use crate::base::{Cancel, Cancelled, Timestamp};
use crate::measure::{JourneyView, Visit};
use crate::model::JourneyStatus;
use rayon::prelude::*;

/// Journeys between two looks at the stop flag.
const JOURNEYS_PER_PART: usize = 1 << 12;

/// A counted journey with its visits.
pub struct Passage<'a> {
    /// Its number among all journeys of the log.
    pub number: u32,
    /// Code of the customer.
    pub customer: u32,
    /// How it stands.
    pub status: JourneyStatus,
    /// We have waited long enough after its last event.
    pub closed: bool,
    /// In time order; never empty.
    pub visits: &'a [Visit],
}

impl Passage<'_> {
    /// Closed, and reached the goal.
    pub fn is_closed_goal(&self) -> bool {
        self.closed && self.status == JourneyStatus::Goal
    }

    /// Closed without the goal.
    pub const fn is_exit(&self) -> bool {
        self.status.is_exit()
    }
}

/// Looks at every selected journey, side by side; the parts are joined in the order of the journeys.
pub fn fold<T: Send>(
    of: &Inputs<'_>,
    cancel: &Cancel,
    new: impl Fn() -> T + Sync,
    each: impl Fn(&mut T, &Passage<'_>) + Sync,
    join: impl FnMut(&mut T, T),
) -> Result<T, Cancelled> {
    fold_journeys(of, &of.journeys, cancel, new, each, join)
}

/// The same for any journeys.
pub fn fold_journeys<T: Send>(
    of: &Inputs<'_>,
    journeys: &JourneySet,
    cancel: &Cancel,
    new: impl Fn() -> T + Sync,
    each: impl Fn(&mut T, &Passage<'_>) + Sync,
    mut join: impl FnMut(&mut T, T),
) -> Result<T, Cancelled> {
    let of_part = |numbers: &[u32]| {
        cancel.check()?;
        let mut part = new();
        let mut visits = Vec::new();
        let journeys = numbers.iter().filter_map(|number| of.journey(*number));
        journeys.for_each(|journey| look(&journey, &mut visits, |passage| each(&mut part, passage)));
        Ok(part)
    };
    let parts = journeys.numbers().par_chunks(JOURNEYS_PER_PART).map(of_part);
    let parts: Vec<T> = parts.collect::<Result<_, Cancelled>>()?;
    let mut parts = parts.into_iter();
    let mut all = parts.next().unwrap_or_else(&new);
    parts.for_each(|part| join(&mut all, part));
    Ok(all)
}

/// Looks at one journey; none when it is not counted.
pub fn with<T>(of: &Inputs<'_>, number: u32, look_at: impl FnOnce(&Passage<'_>) -> T) -> Option<T> {
    let mut seen = None;
    look(&of.journey(number)?, &mut Vec::new(), |passage| seen = Some(look_at(passage)));
    seen
}

/// The selected journeys of a customer, by code.
pub fn of_customer(of: &Inputs<'_>, customer: u32) -> JourneySet {
    let numbers = of.journeys.numbers();
    // Those of a customer stand together.
    let customer_of = |number: &u32| of.journey(*number).map(|journey| journey.customer());
    let start = numbers.partition_point(|number| customer_of(number) < Some(customer));
    let end = numbers.partition_point(|number| customer_of(number) <= Some(customer));
    JourneySet::from(numbers[start..end].to_vec())
}

/// When the customer's next counted journey begins, whether it is selected or not.
pub fn next_begins(of: &Inputs<'_>, number: u32) -> Option<Timestamp> {
    let customer = of.journey(number)?.customer();
    let later = (number + 1..).map_while(|number| of.journey(number));
    let mut later = later.take_while(|next| next.customer() == customer);
    later.find(|next| next.status().is_some()).map(|next| next.begin())
}

fn look(journey: &JourneyView<'_>, visits: &mut Vec<Visit>, see: impl FnOnce(&Passage<'_>)) {
    let Some(status) = journey.status() else { return };
    visits.clear();
    visits.extend(journey.visits());
    let (number, customer, closed) = (journey.number(), journey.customer(), journey.is_closed());
    see(&Passage { number, customer, status, closed, visits });
}
