//! What is counted per touchpoint along each journey: visits, who got here, who left here, who went on.

use super::journeys::Status;
use super::paths::{Path, Paths};
use crate::base::{Cancel, Cancelled};
use crate::events::EventLog;

/// Counts of one touchpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub visits: u64,
    /// Visits in closed journeys.
    pub closed_visits: u64,
    pub customers: u64,
    pub reached: u64,
    pub closed: u64,
    pub left: u64,
    pub returned: u64,
    pub open_here: u64,
    /// Closed journeys that later reach the next touchpoint of the drawn line.
    pub went_on: u64,
    /// Journeys with an agent here.
    pub with_agent: u64,
    /// Journeys with two or more distinct agents here.
    pub several_agents: u64,
}

impl Tally {
    pub fn exits(&self) -> u64 {
        self.left + self.returned
    }
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

struct Counter<'a> {
    log: &'a EventLog,
    tallies: Vec<Tally>,
    stays: Vec<Stay>,
    /// The customer who was last at each touchpoint.
    last_customer: Vec<Option<u32>>,
    /// Touchpoints of the journey in hand.
    here: Vec<usize>,
}

/// Counts every touchpoint; places are in map order.
pub fn tally(
    log: &EventLog,
    touchpoints: usize,
    paths: &Paths,
    cancel: &Cancel,
) -> Result<Vec<Tally>, Cancelled> {
    let nowhere = Stay { journey: usize::MAX, first: 0, last: 0, agent: None, several_agents: false };
    let mut counter = Counter {
        log,
        tallies: vec![Tally::default(); touchpoints],
        stays: vec![nowhere; touchpoints],
        last_customer: vec![None; touchpoints],
        here: Vec::new(),
    };
    paths.try_for_each(cancel, |journey, path| counter.count(journey, &path))?;
    Ok(counter.tallies)
}

impl Counter<'_> {
    fn count(&mut self, journey: usize, path: &Path<'_>) {
        let closed = u64::from(path.closed);
        self.here.clear();
        for (place, visit) in path.visits.iter().enumerate() {
            let touchpoint = visit.touchpoint();
            let (tally, stay) = (&mut self.tallies[touchpoint], &mut self.stays[touchpoint]);
            tally.visits += 1;
            tally.closed_visits += closed;
            if self.last_customer[touchpoint] != Some(path.customer) {
                self.last_customer[touchpoint] = Some(path.customer);
                tally.customers += 1;
            }
            if stay.journey != journey {
                *stay = Stay { journey, first: place, last: place, agent: None, several_agents: false };
                tally.reached += 1;
                tally.closed += closed;
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
            let tally = &mut self.tallies[touchpoint];
            tally.went_on += u64::from(went_on) * closed;
            tally.with_agent += u64::from(stay.agent.is_some());
            tally.several_agents += u64::from(stay.several_agents);
        }
        if let Some(last) = path.visits.last() {
            let tally = &mut self.tallies[last.touchpoint()];
            match path.status {
                Status::Goal => {}
                Status::Open => tally.open_here += 1,
                Status::Returned => tally.returned += 1,
                Status::Left => tally.left += 1,
            }
        }
    }
}
