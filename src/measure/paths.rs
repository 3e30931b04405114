//! Journeys reduced to their visits.

use super::journeys::{Journey, Journeys};
use super::kinds::Kinds;

/// An event that a rule takes.
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    /// Where it stands in its journeys' order.
    pub place: usize,
    /// Its number in the log.
    pub event: usize,
    /// Its touchpoint's place in map order.
    pub touchpoint: u32,
    /// Code of its channel.
    pub channel: Option<u32>,
}

impl Visit {
    /// At a place of the journeys' order; none when no rule takes the event there.
    pub(super) fn at(journeys: &Journeys, kinds: &Kinds, place: usize) -> Option<Self> {
        let kind = kinds.get(place)?;
        let event = journeys.event(place);
        Some(Self { place, event, touchpoint: kind.touchpoint?, channel: kind.channel })
    }
}

/// Puts the visits of a journey, in order, into `visits`, whose former content goes.
pub fn put_visits(journeys: &Journeys, kinds: &Kinds, journey: &Journey, visits: &mut Vec<Visit>) {
    visits.clear();
    visits.extend(journey.places().filter_map(|place| Visit::at(journeys, kinds, place)));
}
