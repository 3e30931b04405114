//! What every insight is computed from.

use super::JourneySet;
use crate::base::Cancel;
use crate::events::EventLog;
use crate::measure::{JourneyView, Keep, MeasureError, Measures, Prepared};
use crate::model::{Filter, JourneyMap, Source, Touchpoint, TouchpointId};
use std::sync::Arc;

/// A map, its data, and the journeys that pass the source's filter.
pub struct Inputs<'a> {
    /// The events.
    pub log: &'a EventLog,
    /// The map.
    pub map: &'a JourneyMap,
    /// Says what is read as what, and which journeys count.
    pub source: &'a Source,
    /// The log made ready for the map and the source.
    pub prepared: Arc<Prepared>,
    /// Every figure of the journeys that pass.
    pub measures: Measures,
    /// The journeys that pass and are counted: as many as `measures.journeys.total`.
    pub journeys: JourneySet,
}

impl<'a> Inputs<'a> {
    /// Measures, unless what is kept can be used, and selects.
    ///
    /// # Errors
    /// [`MeasureError`]; partial results are never given.
    pub fn new(
        keep: &Keep,
        (log, map, source): (&'a EventLog, &'a JourneyMap, &'a Source),
        cancel: &Cancel,
    ) -> Result<Self, MeasureError> {
        let prepared = keep.prepared(log, map, source, cancel)?;
        let measures = prepared.measure(log, map, source, cancel)?;
        let journeys = JourneySet::from(prepared.selected(log, &source.filter, cancel)?);
        Ok(Self { log, map, source, prepared, measures, journeys })
    }

    /// A journey of the sets.
    #[must_use]
    pub fn journey(&self, number: u32) -> Option<JourneyView<'_>> {
        self.prepared.journey(number)
    }

    /// The journeys of a set, one by one.
    pub fn views<'b>(&'b self, set: &'b JourneySet) -> impl Iterator<Item = JourneyView<'b>> {
        set.iter().filter_map(|number| self.prepared.journey(number))
    }

    /// The touchpoints in map order, as visits number them.
    #[must_use]
    pub fn touchpoints(&self) -> Vec<&'a Touchpoint> {
        self.map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint).collect()
    }

    /// The place of a touchpoint in map order.
    #[must_use]
    pub fn place(&self, touchpoint: TouchpointId) -> Option<u32> {
        let mut touchpoints = self.map.touchpoints_in_order();
        touchpoints.position(|(_, of)| of.id == touchpoint).map(|place| place as u32)
    }

    /// Other journeys of the same data: those that pass another filter, and their figures.
    ///
    /// # Errors
    /// [`MeasureError`]; partial results are never given.
    pub fn filtered(&self, filter: &Filter, cancel: &Cancel) -> Result<(JourneySet, Measures), MeasureError> {
        let source = Source { filter: filter.clone(), ..self.source.clone() };
        let journeys = JourneySet::from(self.prepared.selected(self.log, filter, cancel)?);
        Ok((journeys, self.prepared.measure(self.log, self.map, &source, cancel)?))
    }
}
