//! Cuts customers' events into journeys and says how each one stands. What is said here holds for any filter.

use super::mapping::Mapping;
use super::months::Months;
use crate::base::{Cancel, Cancelled, Micros, Timestamp};
use crate::events::EventLog;
pub use crate::model::JourneyStatus as Status;
use rayon::prelude::*;
use std::ops::Range;

/// One journey of a customer.
#[derive(Clone, Debug)]
pub struct Journey {
    start: u32,
    end: u32,
    /// Who.
    pub customer: u32,
    /// None when no rule takes any of its events: then it is not counted.
    pub status: Option<Status>,
    /// We have waited long enough after its last event.
    pub closed: bool,
    /// The number in [`Months`] of the month in which it starts.
    pub month: u16,
    /// The customer starts a further counted journey in the next month.
    pub comes_next_month: bool,
}

impl Journey {
    /// The places of its events.
    pub const fn places(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// By what journeys are cut and judged.
pub struct Cut<'a> {
    /// The events.
    pub log: &'a EventLog,
    /// Their touchpoints.
    pub mapping: &'a Mapping,
    /// Goals by place in map order.
    pub is_goal: &'a [bool],
    /// A longer pause ends a journey; none = no pause does.
    pub gap: Option<Micros>,
    /// Wait after the last event before a journey is closed; none = no wait.
    pub open: Option<Micros>,
    /// Until when the source is complete.
    pub observed_until: Timestamp,
    /// Calendar months of the source.
    pub months: &'a Months,
}

/// All journeys of a log, those of a customer together and in the order of their first events. Events have a place:
/// those of a journey stand together in (time, row) order.
#[derive(Default)]
pub struct Journeys {
    /// The journeys.
    pub list: Vec<Journey>,
    /// Runs of journeys of whole customers, for working side by side.
    pub chunks: Vec<Range<usize>>,
    /// Event numbers by place; none = places are event numbers.
    order: Option<Vec<u32>>,
}

/// How many events are handled between two looks at the cancel flag.
const EVENTS_PER_CHUNK: usize = 1 << 16;

/// The journeys of some customers.
#[derive(Default)]
struct Part {
    list: Vec<Journey>,
    order: Vec<u32>,
}

impl Journeys {
    /// Cuts the whole log. With a journey column, events that share customer and journey id belong together; events
    /// without an id are cut by the gap among themselves.
    pub fn cut(cut: &Cut<'_>, cancel: &Cancel) -> Result<Self, Cancelled> {
        let parts: Vec<Part> = customer_chunks(cut.log)
            .into_par_iter()
            .map(|customers| cancel.check().map(|()| Part::cut(cut, customers)))
            .collect::<Result<_, _>>()?;
        let mut all = Self { order: cut.log.has_journeys().then(Vec::new), ..Self::default() };
        all.list.reserve_exact(parts.iter().map(|part| part.list.len()).sum());
        if let Some(order) = &mut all.order {
            order.reserve_exact(cut.log.len());
        }
        for part in parts {
            let start = all.list.len();
            all.list.extend(part.list);
            all.chunks.push(start..all.list.len());
            all.order.iter_mut().for_each(|order| order.extend(&part.order));
        }
        Ok(all)
    }

    /// The number of the event at a place.
    pub fn event(&self, place: usize) -> usize {
        self.order.as_ref().map_or(place, |order| order[place] as usize)
    }

    /// The event numbers of a journey in (time, row) order.
    pub fn events(&self, journey: &Journey) -> impl DoubleEndedIterator<Item = usize> + Clone {
        journey.places().map(|place| self.event(place))
    }

    /// When the first and the last event of a journey are.
    pub fn period(&self, log: &EventLog, journey: &Journey) -> (Timestamp, Timestamp) {
        let time = |place: u32| log.time(self.event(place as usize));
        (time(journey.start), time(journey.end - 1))
    }

    /// The places of the journeys of a chunk.
    pub fn places(&self, chunk: &Range<usize>) -> Range<usize> {
        let chunk = &self.list[chunk.clone()];
        let start = chunk.iter().map(|journey| journey.start).min().unwrap_or_default();
        let end = chunk.iter().map(|journey| journey.end).max().unwrap_or_default();
        start as usize..end as usize
    }

    /// What `of_chunk` makes of every chunk, side by side, in their order.
    pub fn by_chunk<T: Send>(
        &self,
        cancel: &Cancel,
        of_chunk: impl Fn(&Range<usize>) -> T + Sync + Send,
    ) -> Result<Vec<T>, Cancelled> {
        self.chunks.par_iter().map(|chunk| cancel.check().map(|()| of_chunk(chunk))).collect()
    }

    pub fn bytes_held(&self) -> usize {
        size_of::<Journey>() * self.list.capacity()
            + size_of::<Range<usize>>() * self.chunks.capacity()
            + self.order.as_ref().map_or(0, |order| size_of::<u32>() * order.capacity())
    }
}

/// Runs of customers with about as many events each.
pub fn customer_chunks(log: &EventLog) -> Vec<Range<u32>> {
    let mut chunks = Vec::new();
    let (mut first, mut events) = (0, 0);
    let customers = log.customers.len() as u32;
    for customer in 0..customers {
        events += log.customer_events(customer).len();
        if events >= EVENTS_PER_CHUNK || customer + 1 == customers {
            chunks.push(first..customer + 1);
            (first, events) = (customer + 1, 0);
        }
    }
    chunks
}

impl Part {
    fn cut(cut: &Cut<'_>, customers: Range<u32>) -> Self {
        let mut part = Self::default();
        let mut keyed = Vec::new();
        for customer in customers {
            let events = cut.log.customer_events(customer);
            let first_place = events.start;
            keyed.clear();
            keyed.extend(events.map(|event| (cut.log.journey(event), event as u32)));
            if cut.log.has_journeys() {
                keyed.sort_unstable();
                part.order.extend(keyed.iter().map(|(_, event)| *event));
            }
            let first = part.list.len();
            part.cut_customer(cut, customer, &keyed, first_place as u32);
            part.judge_customer(cut, &keyed, first_place, first);
        }
        part
    }

    /// Adds the journeys of one customer, whose events come in (journey id, event) order.
    fn cut_customer(&mut self, cut: &Cut<'_>, customer: u32, keyed: &[(Option<u32>, u32)], first_place: u32) {
        let log = cut.log;
        let belongs = |one: &(Option<u32>, u32), next: &(Option<u32>, u32)| {
            let pause = log.time(next.1 as usize).0.saturating_sub(log.time(one.1 as usize).0);
            one.0 == next.0 && (one.0.is_some() || cut.gap.is_none_or(|gap| pause <= gap))
        };
        let first = self.list.len();
        let mut start = first_place;
        for events in keyed.chunk_by(belongs) {
            let end = start + events.len() as u32;
            let month = cut.months.of(log.time(events[0].1 as usize));
            let fresh =
                Journey { start, end, customer, status: None, closed: false, month, comes_next_month: false };
            self.list.push(fresh);
            start = end;
        }
        self.list[first..].sort_unstable_by_key(|journey| keyed[(journey.start - first_place) as usize].1);
    }

    /// Says how each journey of the customer stands.
    fn judge_customer(
        &mut self,
        cut: &Cut<'_>,
        keyed: &[(Option<u32>, u32)],
        first_place: usize,
        first: usize,
    ) {
        // From the last to the first: is there a later journey that counts, and when do the later ones start?
        let mut came_again = false;
        let (mut month, mut month_after) = (None, None);
        for journey in self.list[first..].iter_mut().rev() {
            let events =
                keyed[journey.start as usize - first_place..journey.end as usize - first_place].iter();
            let events = events.map(|(_, event)| *event as usize);
            let last = events.clone().next_back().map_or(i64::MAX, |event| cut.log.time(event).0);
            journey.closed = cut.open.is_none_or(|open| last.saturating_add(open) <= cut.observed_until.0);
            let mut mapped = events.filter_map(|event| cut.mapping.touchpoint(cut.log, event)).peekable();
            if mapped.peek().is_none() {
                continue;
            }
            journey.status = Some(if mapped.any(|touchpoint| cut.is_goal[touchpoint as usize]) {
                Status::Goal
            } else if !journey.closed {
                Status::Open
            } else if came_again {
                Status::Returned
            } else {
                Status::Left
            });
            if month != Some(journey.month) {
                (month, month_after) = (Some(journey.month), month);
            }
            journey.comes_next_month = month_after == journey.month.checked_add(1);
            came_again = true;
        }
    }
}
