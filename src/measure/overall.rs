//! Figures over all selected journeys, and what no rule takes.

use super::coded::Coded;
use super::figures::{GoalLengths, JourneyCounts, Rate, RetentionFigures, UnmappedEvent};
use super::journeys::{Journeys, Status};
use super::kinds::Kinds;
use super::legs::Standing;
use super::months::Months;
use super::stats::quantile_place;
use crate::base::{Cancel, Cancelled, Timestamp};
use crate::events::EventLog;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How the journeys stand.
#[derive(Default)]
pub struct Overall {
    pub counts: JourneyCounts,
    closed_goals: u64,
    bounces: u64,
    /// Journeys with a goal by number of visits, and by number of distinct touchpoints.
    visits: Lengths,
    touchpoints: Lengths,
}

impl Overall {
    /// From how many journeys stand in each way.
    pub fn of(standings: &Coded<Standing>, counts: &[u32]) -> Self {
        let mut sum = Self::default();
        for (standing, n) in standings.list.iter().zip(counts) {
            sum.add(standing, u64::from(*n));
        }
        sum
    }

    fn add(&mut self, standing: &Standing, n: u64) {
        let closed = n * u64::from(standing.closed);
        let is_goal = standing.status == Status::Goal;
        let of_status = match standing.status {
            Status::Goal => &mut self.counts.goal,
            Status::Open => &mut self.counts.open,
            Status::Returned => &mut self.counts.returned,
            Status::Left => &mut self.counts.left,
        };
        *of_status += n;
        self.counts.total += n;
        self.counts.closed += closed;
        self.closed_goals += closed * u64::from(is_goal);
        self.bounces += closed * u64::from(!is_goal && standing.is_single);
        if let Some((visits, touchpoints)) = standing.goal_lengths {
            self.visits.add(visits, n);
            self.touchpoints.add(touchpoints, n);
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
}

/// The months with customers: by month how many, and how many of them come again in the next.
pub fn retention(counts: &[(u64, u64)], months: &Months, observed_until: Timestamp) -> Vec<RetentionFigures> {
    let counted = months.iter().zip(counts).filter(|(_, (customers, _))| *customers > 0);
    let figures = counted.map(|(((year, month), next_over), (customers, retained))| RetentionFigures {
        year,
        month,
        customers: *customers,
        retained: Rate::of(*retained, *customers)
            .filter(|_| next_over.is_some_and(|over| over <= observed_until)),
    });
    figures.collect()
}

/// How many journeys have which length.
#[derive(Default)]
struct Lengths(BTreeMap<u32, u64>);

impl Lengths {
    fn add(&mut self, length: u32, n: u64) {
        if n > 0 {
            *self.0.entry(length).or_default() += n;
        }
    }

    fn count(&self) -> u64 {
        self.0.values().sum()
    }

    fn mean(&self) -> Option<f64> {
        let sum: f64 = self.0.iter().map(|(length, count)| f64::from(*length) * *count as f64).sum();
        (self.count() > 0).then(|| sum / self.count() as f64)
    }

    fn median(&self) -> Option<f64> {
        let (below, fraction) = quantile_place(self.count().checked_sub(1)? as usize, 0.5);
        let at = |place: usize| {
            let mut passed = 0;
            let reaches = |(_, count): &(&u32, &u64)| {
                passed += **count;
                passed > place as u64
            };
            self.0.iter().find(reaches).map(|(length, _)| f64::from(*length))
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
        if kinds.touchpoint(place).is_none() {
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
