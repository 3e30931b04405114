//! Figures over all selected journeys, and what no rule takes.

use super::figures::{GoalLengths, JourneyCounts, Rate, RetentionFigures, UnmappedEvent};
use super::journeys::{Journeys, Status};
use super::kinds::Kinds;
use super::months::Months;
use super::paths::{Kernel, Path};
use super::stats::quantile_place;
use crate::base::{Cancel, Cancelled, Timestamp};
use crate::events::{Codes, EventLog};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Journeys, customers, and when their events are.
pub struct Overall<'a> {
    log: &'a EventLog,
    journeys: &'a Journeys,
    /// The slice of the histogram by event.
    slices: &'a Codes,
    pub counts: JourneyCounts,
    closed_goals: u64,
    bounces: u64,
    pub customers: u64,
    last_customer: Option<u32>,
    pub period: Option<(Timestamp, Timestamp)>,
    /// Events by slice.
    pub histogram: Vec<u64>,
    /// Journeys with a goal by number of visits, and by number of distinct touchpoints.
    visits: Lengths,
    touchpoints: Lengths,
    /// Touchpoints of the journey in hand.
    here: Vec<usize>,
    /// Customers by month, and those who come again in the next.
    months: Vec<(u64, u64)>,
    last_month: Option<(u32, u16)>,
}

impl<'a> Overall<'a> {
    pub fn new(
        log: &'a EventLog,
        journeys: &'a Journeys,
        (slices, slice_count): (&'a Codes, usize),
        months: usize,
    ) -> Self {
        Self {
            log,
            journeys,
            slices,
            counts: JourneyCounts::default(),
            closed_goals: 0,
            bounces: 0,
            customers: 0,
            last_customer: None,
            period: None,
            histogram: vec![0; slice_count],
            visits: Lengths::default(),
            touchpoints: Lengths::default(),
            here: Vec::new(),
            months: vec![(0, 0); months],
            last_month: None,
        }
    }

    pub fn goal_rate(&self) -> Option<Rate> {
        Rate::of(self.closed_goals, self.counts.closed)
    }

    pub fn bounce_rate(&self) -> Option<Rate> {
        Rate::of(self.bounces, self.counts.closed)
    }

    /// How long journeys with a goal are.
    pub fn goal_lengths(&self) -> Option<GoalLengths> {
        Some(GoalLengths {
            journeys: self.counts.goal,
            visits_mean: self.visits.mean()?,
            visits_median: self.visits.median()?,
            touchpoints_mean: self.touchpoints.mean()?,
            touchpoints_median: self.touchpoints.median()?,
        })
    }

    /// Months with customers.
    pub fn retention(&self, months: &Months, observed_until: Timestamp) -> Vec<RetentionFigures> {
        let counted = months.iter().zip(&self.months).filter(|(_, (customers, _))| *customers > 0);
        let figures = counted.map(|(((year, month), next_over), (customers, retained))| RetentionFigures {
            year,
            month,
            customers: *customers,
            retained: Rate::of(*retained, *customers)
                .filter(|_| next_over.is_some_and(|over| over <= observed_until)),
        });
        figures.collect()
    }
}

impl Kernel for Overall<'_> {
    fn add(&mut self, path: &Path<'_>) {
        self.counts.total += 1;
        self.counts.closed += u64::from(path.closed);
        let count = match path.status {
            Status::Goal => &mut self.counts.goal,
            Status::Open => &mut self.counts.open,
            Status::Returned => &mut self.counts.returned,
            Status::Left => &mut self.counts.left,
        };
        *count += 1;
        let is_goal = path.status == Status::Goal;
        self.closed_goals += u64::from(path.closed && is_goal);
        self.bounces += u64::from(path.closed && !is_goal && path.visits.len() == 1);
        self.customers += u64::from(self.last_customer.replace(path.customer) != Some(path.customer));
        if self.last_month.replace((path.customer, path.month)) != Some((path.customer, path.month))
            && let Some((customers, retained)) = self.months.get_mut(usize::from(path.month))
        {
            *customers += 1;
            *retained += u64::from(path.comes_next_month);
        }
        if is_goal {
            self.here.clear();
            self.here.extend(path.visits.iter().map(|visit| visit.touchpoint()));
            self.visits.add(self.here.len());
            self.here.sort_unstable();
            self.here.dedup();
            self.touchpoints.add(self.here.len());
        }
        for place in path.places.clone() {
            if let Some(slice) = self.slices.get(self.journeys.event(place)) {
                self.histogram[slice as usize] += 1;
            }
        }
        // Events of a journey are in order of time.
        let time = |place: usize| self.log.time(self.journeys.event(place));
        self.period = joined(self.period, Some((time(path.places.start), time(path.places.end - 1))));
    }

    fn merge(&mut self, other: Self) {
        let (sum, counts) = (&mut self.counts, other.counts);
        sum.total += counts.total;
        sum.closed += counts.closed;
        sum.goal += counts.goal;
        sum.open += counts.open;
        sum.returned += counts.returned;
        sum.left += counts.left;
        self.closed_goals += other.closed_goals;
        self.bounces += other.bounces;
        self.customers += other.customers;
        self.period = joined(self.period, other.period);
        self.histogram.iter_mut().zip(other.histogram).for_each(|(sum, count)| *sum += count);
        self.visits.merge(other.visits);
        self.touchpoints.merge(other.touchpoints);
        for (sum, count) in self.months.iter_mut().zip(other.months) {
            *sum = (sum.0 + count.0, sum.1 + count.1);
        }
    }
}

/// The period that covers both.
fn joined(
    one: Option<(Timestamp, Timestamp)>,
    other: Option<(Timestamp, Timestamp)>,
) -> Option<(Timestamp, Timestamp)> {
    match (one, other) {
        (Some(one), Some(other)) => Some((one.0.min(other.0), one.1.max(other.1))),
        (one, other) => one.or(other),
    }
}

/// How many journeys have which length.
#[derive(Default)]
struct Lengths(BTreeMap<usize, u64>);

impl Lengths {
    fn add(&mut self, length: usize) {
        *self.0.entry(length).or_default() += 1;
    }

    fn merge(&mut self, other: Self) {
        for (length, count) in other.0 {
            *self.0.entry(length).or_default() += count;
        }
    }

    fn count(&self) -> u64 {
        self.0.values().sum()
    }

    fn mean(&self) -> Option<f64> {
        let sum: f64 = self.0.iter().map(|(length, count)| *length as f64 * *count as f64).sum();
        (self.count() > 0).then(|| sum / self.count() as f64)
    }

    fn median(&self) -> Option<f64> {
        let (below, fraction) = quantile_place(self.count().checked_sub(1)? as usize, 0.5);
        let at = |place: usize| {
            let mut passed = 0;
            let reaches = |(_, count): &(&usize, &u64)| {
                passed += **count;
                passed > place as u64
            };
            self.0.iter().find(reaches).map(|(length, _)| *length as f64)
        };
        let low = at(below)?;
        Some(low + fraction * (at(below + 1).unwrap_or(low) - low))
    }
}

/// Names of events that no rule takes, by count, then by name; of the whole log.
pub fn unmapped(
    log: &EventLog,
    journeys: &Journeys,
    kinds: &Kinds,
    cancel: &Cancel,
) -> Result<Vec<UnmappedEvent>, Cancelled> {
    let mut counts = vec![0; log.names.len()];
    for place in 0..log.len() {
        if place % (1 << 16) == 0 {
            cancel.check()?;
        }
        if kinds.number(place).is_none() {
            counts[log.name(journeys.event(place)) as usize] += 1;
        }
    }
    let names = log.names.iter().zip(counts).filter(|(_, count)| *count > 0);
    let mut unmapped: Vec<_> =
        names.map(|(event, count)| UnmappedEvent { event: event.to_owned(), count }).collect();
    unmapped
        .sort_by(|one, other| (Reverse(one.count), &one.event).cmp(&(Reverse(other.count), &other.event)));
    Ok(unmapped)
}
