//! Journeys one by one, for what is found out about them beyond counting: what was visited, when, how they ended.

use super::MeasureError;
use super::filter::{Filtered, Selector};
use super::journeys::{Journey, Status};
use super::paths::Visit;
use super::prepared::Prepared;
use super::selection::Selection;
use crate::base::{Cancel, Scale, Timestamp};
use crate::events::EventLog;
use crate::model::{CardId, Filter, TouchpointId};

impl Prepared {
    /// The numbers of the counted journeys that pass a filter, ascending. The log is the one it was made for.
    ///
    /// # Errors
    /// [`MeasureError`]; partial results are never given.
    pub fn selected(
        &self,
        log: &EventLog,
        filter: &Filter,
        cancel: &Cancel,
    ) -> Result<Vec<u32>, MeasureError> {
        let (journeys, standings) = (&self.journeys, &self.legs.standings);
        let filtered = Filtered { log, journeys, facets: &self.facets, standings };
        let selector = Selector::new(filtered, filter, self.zone())?;
        let selection = Selection::new(filtered, &selector, cancel)?;
        let passing = selection.passing.within(0..journeys.list.len());
        Ok(passing.filter(|number| standings.code(*number).is_some()).map(|number| number as u32).collect())
    }

    /// A journey by its number, counted or not; none beyond the last.
    #[must_use]
    pub fn journey(&self, number: u32) -> Option<JourneyView<'_>> {
        let journey = self.journeys.list.get(number as usize)?;
        Some(JourneyView { prepared: self, journey, number })
    }

    /// The touchpoints of the map it was made for; visits name them by their place here.
    #[must_use]
    pub fn touchpoint_ids(&self) -> Vec<TouchpointId> {
        self.touchpoints().map(|(id, ..)| id).collect()
    }

    /// By place in map order: is it a goal?
    #[must_use]
    pub fn goals(&self) -> Vec<bool> {
        self.touchpoints().map(|(_, is_goal, _)| is_goal).collect()
    }

    /// By place in map order: is it a contact?
    #[must_use]
    pub fn contacts(&self) -> Vec<bool> {
        self.touchpoints().map(|(_, _, is_contact)| is_contact).collect()
    }

    /// An event's score as a share of the way from the lowest possible to the highest, 0…1; none where it has none.
    #[must_use]
    pub fn unit_score(&self, log: &EventLog, event: usize) -> Option<f64> {
        log.score(event).map(|score| self.scales.unit(self.scales.of(log.name(event)), score))
    }

    /// The scale of scores that have none of their own.
    #[must_use]
    pub fn usual_scale(&self) -> Scale {
        self.scales.usual()
    }

    /// The counted journeys with a visit that meets a pain's rule, ascending, whatever the filter.
    #[must_use]
    pub fn journeys_with_pain(&self, card: CardId) -> Vec<u32> {
        self.pains.journeys_with(card)
    }

    /// Until when the source is complete.
    #[must_use]
    pub const fn observed_until(&self) -> Timestamp {
        self.observed_until
    }
}

/// A journey to look into.
#[derive(Clone, Copy)]
pub struct JourneyView<'a> {
    prepared: &'a Prepared,
    journey: &'a Journey,
    number: u32,
}

impl<'a> JourneyView<'a> {
    /// Its number; the journeys of a customer follow one another in the order of their first events.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// Code of the customer.
    #[must_use]
    pub const fn customer(&self) -> u32 {
        self.journey.customer
    }

    /// How it stands; none when no rule takes any of its events: then no figure counts it.
    #[must_use]
    pub const fn status(&self) -> Option<Status> {
        self.journey.status
    }

    /// We have waited long enough after its last event.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.journey.closed
    }

    /// It ended without the goal.
    #[must_use]
    pub fn is_exit(&self) -> bool {
        self.journey.status.is_some_and(Status::is_exit)
    }

    /// When its first event is.
    #[must_use]
    pub fn begin(&self) -> Timestamp {
        self.prepared.facets.begins.get(self.number as usize)
    }

    /// The code of the first value on its events in a segment column, by the column's index.
    #[must_use]
    pub fn segment(&self, column: usize) -> Option<u32> {
        self.prepared.facets.segments.get(column)?.get(self.number as usize)
    }

    /// Its events in (time, row) order, by their numbers in the log.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = usize> + Clone + 'a {
        self.prepared.journeys.events(self.journey)
    }

    /// The events that a rule takes, in order.
    pub fn visits(&self) -> impl DoubleEndedIterator<Item = Visit> + Clone + 'a {
        let prepared = self.prepared;
        self.journey.places().filter_map(move |place| Visit::at(&prepared.journeys, &prepared.kinds, place))
    }

    /// Of a visit at a contact touchpoint whose seven days have been observed: did the customer contact us again?
    #[must_use]
    pub fn contacted_again(&self, visit: &Visit) -> Option<bool> {
        self.prepared.kinds.get(visit.place)?.again
    }
}
