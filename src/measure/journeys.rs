//! Cuts customers' events into journeys and says how each one stands.

use super::mapping::UNMAPPED;
use crate::base::{Cancel, Cancelled, Micros, Timestamp};
use crate::events::EventLog;
use std::ops::Range;

/// How a journey stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It reached a goal.
    Goal,
    /// Too young to say.
    Open,
    /// Ended, but the customer came again.
    Returned,
    /// Ended.
    Left,
}

impl Status {
    /// True for journeys that ended without the goal.
    pub const fn is_exit(self) -> bool {
        matches!(self, Self::Returned | Self::Left)
    }
}

/// One journey of a customer.
#[derive(Clone, Debug)]
pub struct Journey {
    /// Its place in [`Journeys::events`].
    range: Range<u32>,
    /// Who.
    pub customer: u32,
    /// None when no rule takes any of its events: then it is not counted.
    pub status: Option<Status>,
    /// We have waited long enough after its last event.
    pub closed: bool,
}

/// When journeys are closed.
pub struct Spans {
    /// Wait after the last event before a journey is closed; none = no wait.
    pub open: Option<Micros>,
    /// Until when the source is complete.
    pub observed_until: Timestamp,
}

/// All journeys of a log, those of a customer together and in the order of their first events.
pub struct Journeys {
    /// Event numbers, those of a journey together and in (time, row) order.
    events: Vec<u32>,
    /// The journeys.
    pub list: Vec<Journey>,
}

/// How many events are handled between two looks at the cancel flag.
const EVENTS_PER_CHECK: usize = 1 << 16;

impl Journeys {
    /// The event numbers of a journey in (time, row) order.
    pub fn events(&self, journey: &Journey) -> impl DoubleEndedIterator<Item = usize> + Clone {
        let range = journey.range.start as usize..journey.range.end as usize;
        self.events[range].iter().map(|event| *event as usize)
    }

    /// Cuts the whole log. With a journey column, events that share customer and journey id belong together; events
    /// without an id are cut by the gap among themselves.
    pub fn cut(log: &EventLog, gap: Option<Micros>, cancel: &Cancel) -> Result<Self, Cancelled> {
        let mut journeys = Self { events: Vec::with_capacity(log.len()), list: Vec::new() };
        let mut keyed = Vec::new();
        let mut start = 0;
        let mut next_check = 0;
        while start < log.len() {
            if start >= next_check {
                cancel.check()?;
                next_check = start + EVENTS_PER_CHECK;
            }
            let customer = log.customer(start);
            let mut end = start + 1;
            while end < log.len() && log.customer(end) == customer {
                end += 1;
            }
            keyed.clear();
            keyed.extend((start..end).map(|event| (log.journey(event), event as u32)));
            if log.has_journeys() {
                keyed.sort_unstable();
            }
            journeys.cut_customer(log, customer, &keyed, gap);
            start = end;
        }
        Ok(journeys)
    }

    /// Adds the journeys of one customer, whose events come in (journey id, event) order.
    fn cut_customer(
        &mut self,
        log: &EventLog,
        customer: u32,
        keyed: &[(Option<u32>, u32)],
        gap: Option<Micros>,
    ) {
        let belongs = |one: &(Option<u32>, u32), next: &(Option<u32>, u32)| {
            let pause = log.time(next.1 as usize).0.saturating_sub(log.time(one.1 as usize).0);
            one.0 == next.0 && (one.0.is_some() || gap.is_none_or(|gap| pause <= gap))
        };
        let first = self.list.len();
        for events in keyed.chunk_by(belongs) {
            let start = self.events.len() as u32;
            self.events.extend(events.iter().map(|(_, event)| event));
            let range = start..self.events.len() as u32;
            self.list.push(Journey { range, customer, status: None, closed: false });
        }
        let events = &self.events;
        self.list[first..].sort_unstable_by_key(|journey| events[journey.range.start as usize]);
    }

    /// Says how each journey stands; `is_goal` by place in map order.
    pub fn judge(
        &mut self,
        log: &EventLog,
        touchpoints: &[u32],
        is_goal: &[bool],
        spans: &Spans,
        cancel: &Cancel,
    ) -> Result<(), Cancelled> {
        // From the last to the first: has the customer a later journey that counts?
        let mut came_again = None;
        for (index, journey) in self.list.iter_mut().enumerate().rev() {
            if index % EVENTS_PER_CHECK == 0 {
                cancel.check()?;
            }
            let range = journey.range.start as usize..journey.range.end as usize;
            let events = &self.events[range];
            let mapped =
                || events.iter().map(|event| touchpoints[*event as usize]).filter(|t| *t != UNMAPPED);
            let last = events.last().map_or(i64::MAX, |event| log.time(*event as usize).0);
            journey.closed =
                spans.open.is_none_or(|open| last.saturating_add(open) <= spans.observed_until.0);
            if mapped().next().is_none() {
                continue;
            }
            journey.status = Some(if mapped().any(|touchpoint| is_goal[touchpoint as usize]) {
                Status::Goal
            } else if !journey.closed {
                Status::Open
            } else if came_again == Some(journey.customer) {
                Status::Returned
            } else {
                Status::Left
            });
            came_again = Some(journey.customer);
        }
        Ok(())
    }
}
