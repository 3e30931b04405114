//! Figures over all selected journeys, and what no rule takes.

use super::figures::{JourneyCounts, Measures, Rate, UnmappedEvent};
use super::filter::Selector;
use super::journeys::{Journeys, Status};
use super::mapping::UNMAPPED;
use super::paths::{Path, Paths};
use crate::events::EventLog;
use std::cmp::Reverse;

pub fn count_journeys(paths: &Paths) -> JourneyCounts {
    let mut counts = JourneyCounts::default();
    for path in paths.iter() {
        counts.total += 1;
        counts.closed += u64::from(path.closed);
        match path.status {
            Status::Goal => counts.goal += 1,
            Status::Open => counts.open += 1,
            Status::Returned => counts.returned += 1,
            Status::Left => counts.left += 1,
        }
    }
    counts
}

/// Distinct customers; their journeys stand together.
pub fn count_customers(paths: &Paths) -> u64 {
    let mut last = None;
    paths.iter().filter(|path| last.replace(path.customer) != Some(path.customer)).count() as u64
}

/// The share of closed journeys for which something holds.
fn share_of_closed(paths: &Paths, holds: impl Fn(&Path<'_>) -> bool) -> Option<Rate> {
    let closed = || paths.iter().filter(|path| path.closed);
    Rate::of(closed().filter(holds).count() as u64, closed().count() as u64)
}

pub fn goal_rate(paths: &Paths) -> Option<Rate> {
    share_of_closed(paths, |path| path.status == Status::Goal)
}

pub fn bounce_rate(paths: &Paths) -> Option<Rate> {
    share_of_closed(paths, |path| path.status != Status::Goal && path.visits.len() == 1)
}

/// Every event, mapped or not, of the journeys that pass, counted or not.
pub fn passing_events(journeys: &Journeys, selector: &Selector<'_>) -> impl Iterator<Item = usize> {
    let passing = journeys.list.iter().filter(|journey| selector.passes(journeys.events(journey)));
    passing.flat_map(|journey| journeys.events(journey))
}

/// Names of events that no rule takes, by count, then by name; of the whole log.
pub fn unmapped(log: &EventLog, touchpoints: &[u32]) -> Vec<UnmappedEvent> {
    let mut counts = vec![0; log.names.len()];
    for event in (0..log.len()).filter(|event| touchpoints[*event] == UNMAPPED) {
        counts[log.name(event) as usize] += 1;
    }
    let names = log.names.iter().zip(counts).filter(|(_, count)| *count > 0);
    let mut unmapped: Vec<_> =
        names.map(|(event, count)| UnmappedEvent { event: event.to_owned(), count }).collect();
    unmapped
        .sort_by(|one, other| (Reverse(one.count), &one.event).cmp(&(Reverse(other.count), &other.event)));
    unmapped
}

impl Measures {
    /// Takes away what has no meaning for a survey table, where nobody goes from one touchpoint to the next.
    pub(super) fn without_paths(&mut self) {
        self.journeys = JourneyCounts { total: self.journeys.total, ..JourneyCounts::default() };
        (self.goal_rate, self.bounce_rate, self.contacted_again) = (None, None, None);
        self.transitions.clear();
        self.channel_switches.clear();
        self.transitions_with_channels = 0;
        for touchpoint in &mut self.touchpoints {
            touchpoint.closed = 0;
            (touchpoint.left, touchpoint.returned, touchpoint.exits, touchpoint.open_here) = (0, 0, 0, 0);
            (touchpoint.exit_rate, touchpoint.contacted_again, touchpoint.several_agents) =
                (None, None, None);
            (touchpoint.exit_rate_of_visits, touchpoint.drop_off) = (None, None);
            // Unanswered questions leave no visit, so that this would always be 1.
            touchpoint.response_rate = None;
            for channel in &mut touchpoint.channels {
                channel.exits = 0;
            }
        }
    }
}
