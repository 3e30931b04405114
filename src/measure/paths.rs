//! The selected journeys reduced to their visits: what all path figures are counted on.

use super::filter::Selector;
use super::journeys::{Journeys, Status};
use super::mapping::UNMAPPED;
use crate::base::{Cancel, Cancelled};

/// A mapped event of a selected journey.
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    event: u32,
    touchpoint: u32,
}

impl Visit {
    /// Its number in the log.
    pub const fn event(self) -> usize {
        self.event as usize
    }

    /// Its touchpoint's place in map order.
    pub const fn touchpoint(self) -> usize {
        self.touchpoint as usize
    }
}

/// A selected journey.
#[derive(Clone, Copy, Debug)]
pub struct Path<'a> {
    /// Its mapped events in order; at least one.
    pub visits: &'a [Visit],
    /// Who.
    pub customer: u32,
    /// How it stands.
    pub status: Status,
    /// We have waited long enough after its last event.
    pub closed: bool,
}

struct Head {
    end: usize,
    customer: u32,
    status: Status,
    closed: bool,
}

/// All selected journeys; those of a customer stand together.
#[derive(Default)]
pub struct Paths {
    visits: Vec<Visit>,
    heads: Vec<Head>,
}

/// How many journeys are handled between two looks at the cancel flag.
const JOURNEYS_PER_CHECK: usize = 1 << 13;

impl Paths {
    /// Takes the counted journeys that pass; `selected` is told each event of theirs, mapped or not.
    pub fn select(
        journeys: &Journeys,
        touchpoints: &[u32],
        selector: &Selector<'_>,
        cancel: &Cancel,
        mut selected: impl FnMut(usize),
    ) -> Result<Self, Cancelled> {
        let mut paths = Self::default();
        for (index, journey) in journeys.list.iter().enumerate() {
            if index % JOURNEYS_PER_CHECK == 0 {
                cancel.check()?;
            }
            let Some(status) = journey.status else { continue };
            if !selector.passes(journeys.events(journey)) {
                continue;
            }
            for event in journeys.events(journey) {
                selected(event);
                if touchpoints[event] != UNMAPPED {
                    paths.visits.push(Visit { event: event as u32, touchpoint: touchpoints[event] });
                }
            }
            let (customer, closed) = (journey.customer, journey.closed);
            paths.heads.push(Head { end: paths.visits.len(), customer, status, closed });
        }
        Ok(paths)
    }

    /// All visits, journey by journey.
    pub fn visits(&self) -> &[Visit] {
        &self.visits
    }

    /// The journeys one after the other.
    pub fn iter(&self) -> impl Iterator<Item = Path<'_>> {
        let starts = std::iter::once(0).chain(self.heads.iter().map(|head| head.end));
        starts.zip(&self.heads).map(|(start, head)| Path {
            visits: &self.visits[start..head.end],
            customer: head.customer,
            status: head.status,
            closed: head.closed,
        })
    }

    /// Hands out the journeys with their running numbers, and stops when asked to.
    pub fn try_for_each(
        &self,
        cancel: &Cancel,
        mut each: impl FnMut(usize, Path<'_>),
    ) -> Result<(), Cancelled> {
        for (index, path) in self.iter().enumerate() {
            if index % JOURNEYS_PER_CHECK == 0 {
                cancel.check()?;
            }
            each(index, path);
        }
        Ok(())
    }
}
