//! What is counted per touchpoint along each journey: who got here, who went on, who met several agents.

use super::figures::{Rate, TouchpointFigures};
use super::kinds::KindCount;
use super::paths::{Kernel, Path};
use crate::events::EventLog;
use crate::model::TouchpointId;

/// Journeys of one touchpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub customers: u64,
    pub reached: u64,
    pub closed: u64,
    /// Closed journeys that later reach the next touchpoint of the drawn line.
    pub went_on: u64,
    /// Journeys with an agent here.
    pub with_agent: u64,
    /// Journeys with two or more distinct agents here.
    pub several_agents: u64,
}

/// What the journey in hand did at a touchpoint; valid only when `journey` is that journey.
#[derive(Clone, Copy)]
struct Stay {
    journey: usize,
    first: usize,
    last: usize,
    agent: Option<u32>,
    several_agents: bool,
}

/// Counts every touchpoint; places are in map order.
pub struct Tallies<'a> {
    log: &'a EventLog,
    pub list: Vec<Tally>,
    stays: Vec<Stay>,
    /// The customer who was last at each touchpoint.
    last_customer: Vec<Option<u32>>,
    /// Touchpoints of the journey in hand.
    here: Vec<usize>,
}

impl<'a> Tallies<'a> {
    pub fn new(log: &'a EventLog, touchpoints: usize) -> Self {
        let nowhere = Stay { journey: usize::MAX, first: 0, last: 0, agent: None, several_agents: false };
        Self {
            log,
            list: vec![Tally::default(); touchpoints],
            stays: vec![nowhere; touchpoints],
            last_customer: vec![None; touchpoints],
            here: Vec::new(),
        }
    }
}

impl Kernel for Tallies<'_> {
    fn add(&mut self, path: &Path<'_>) {
        let (journey, closed) = (path.number, u64::from(path.closed));
        self.here.clear();
        for (place, visit) in path.visits.iter().enumerate() {
            let touchpoint = visit.touchpoint();
            let (tally, stay) = (&mut self.list[touchpoint], &mut self.stays[touchpoint]);
            if stay.journey != journey {
                *stay = Stay { journey, first: place, last: place, agent: None, several_agents: false };
                tally.reached += 1;
                tally.closed += closed;
                let is_new = self.last_customer[touchpoint].replace(path.customer) != Some(path.customer);
                tally.customers += u64::from(is_new);
                self.here.push(touchpoint);
            }
            stay.last = place;
            if let Some(agent) = self.log.agent(visit.event()) {
                stay.several_agents |= *stay.agent.get_or_insert(agent) != agent;
            }
        }
        for &touchpoint in &self.here {
            let stay = self.stays[touchpoint];
            let next = self.stays.get(touchpoint + 1);
            let went_on = next.is_some_and(|next| next.journey == journey && next.last > stay.first);
            let tally = &mut self.list[touchpoint];
            tally.went_on += u64::from(went_on) * closed;
            tally.with_agent += u64::from(stay.agent.is_some());
            tally.several_agents += u64::from(stay.several_agents);
        }
    }

    fn merge(&mut self, other: Self) {
        for (sum, tally) in self.list.iter_mut().zip(other.list) {
            sum.customers += tally.customers;
            sum.reached += tally.reached;
            sum.closed += tally.closed;
            sum.went_on += tally.went_on;
            sum.with_agent += tally.with_agent;
            sum.several_agents += tally.several_agents;
        }
    }
}

impl TouchpointFigures {
    /// What follows from counts; the rest is still empty.
    pub(super) fn of_counts(
        touchpoint: TouchpointId,
        visits: &KindCount,
        tally: &Tally,
        is_last: bool,
    ) -> Self {
        let share = |count: u64, of: u64| (of > 0).then(|| count as f64 / of as f64);
        Self {
            touchpoint,
            visits: visits.visits,
            customers: tally.customers,
            reached: tally.reached,
            closed: tally.closed,
            left: visits.left,
            returned: visits.returned,
            exits: visits.exits(),
            open_here: visits.open_here,
            exit_rate: Rate::of(visits.exits(), tally.closed),
            exit_rate_of_visits: share(visits.exits(), visits.closed_visits),
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
