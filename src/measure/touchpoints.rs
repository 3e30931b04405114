//! What is counted per touchpoint: who got here, who went on, who met several agents, which journeys ended here.

use super::figures::{Rate, TouchpointFigures};
use super::journeys::Status;
use super::legs::{Agents, LegCounts};
use crate::model::TouchpointId;

/// Visits and journeys of one touchpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub visits: u64,
    /// Visits in closed journeys.
    pub closed_visits: u64,
    pub reached: u64,
    pub closed: u64,
    /// Closed journeys that later reach the next touchpoint of the drawn line.
    pub went_on: u64,
    /// Journeys with an agent here.
    pub with_agent: u64,
    /// Journeys with two or more distinct agents here.
    pub several_agents: u64,
    /// Journeys that ended here.
    pub left: u64,
    pub returned: u64,
    /// Open journeys whose last visit is here.
    pub open_here: u64,
}

/// Sums by touchpoint, in map order.
pub fn tallies(touchpoints: usize, legs: LegCounts<'_>) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); touchpoints];
    for (leg, count) in legs.iter() {
        let tally = &mut tallies[leg.touchpoint as usize];
        let closed = count * u64::from(leg.closed);
        tally.visits += count;
        tally.closed_visits += closed;
        if let Some(stay) = leg.stay {
            tally.reached += count;
            tally.closed += closed;
            tally.went_on += closed * u64::from(stay.went_on);
            tally.with_agent += count * u64::from(stay.agents != Agents::None);
            tally.several_agents += count * u64::from(stay.agents == Agents::Several);
        }
        match leg.end.map(|end| end.status) {
            Some(Status::Open) => tally.open_here += count,
            Some(Status::Returned) => tally.returned += count,
            Some(Status::Left) => tally.left += count,
            Some(Status::Goal) | None => {}
        }
    }
    tallies
}

impl TouchpointFigures {
    /// What follows from counts; the rest is still empty.
    pub(super) fn of_counts(touchpoint: TouchpointId, tally: &Tally, customers: u64, is_last: bool) -> Self {
        let exits = tally.left + tally.returned;
        let share = |count: u64, of: u64| (of > 0).then(|| count as f64 / of as f64);
        Self {
            touchpoint,
            visits: tally.visits,
            customers,
            reached: tally.reached,
            closed: tally.closed,
            left: tally.left,
            returned: tally.returned,
            exits,
            open_here: tally.open_here,
            exit_rate: Rate::of(exits, tally.closed),
            exit_rate_of_visits: share(exits, tally.closed_visits),
            drop_off: share(tally.closed - tally.went_on, tally.closed).filter(|_| !is_last),
            satisfaction: None,
            sentiment: None,
            wait: None,
            channels: Vec::new(),
            contacted_again: None,
            several_agents: Rate::of(tally.several_agents, tally.with_agent),
            response_rate: None,
        }
    }
}
