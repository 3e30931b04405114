//! Events, rules and a filter in; every number of `docs/measures.md` out. No drawing, no files, no clock.
//!
//! [`Prepared`] maps events to touchpoints, and cuts and judges journeys, once for all filters. Measuring selects some of
//! the journeys and counts them in one walk. Results do not depend on the number of threads.

mod bits;
mod channels;
mod coded;
pub mod compare;
mod contacts;
mod counts;
mod dates;
mod facets;
mod feelings;
mod figures;
mod filter;
mod fold;
mod grouped;
pub mod guesses;
mod handled;
mod histogram;
mod journeys;
mod kinds;
mod legs;
mod mapping;
mod matcher;
mod months;
mod moved;
mod overall;
mod pains;
mod paths;
mod prepared;
mod ranked;
mod reading;
mod satisfaction;
mod scores;
mod selection;
pub mod small_groups;
pub mod stats;
mod summary;
mod survey;
mod tally;
mod touchpoints;
mod transitions;
pub mod trend;
mod waits;

pub use figures::{
    ChannelFigures, GoalLengths, HandledFigures, Histogram, JourneyCounts, Measures, PainFigures, Rate,
    RetentionFigures, SatisfactionFigures, SentimentFigures, Spread, SwitchFigures, TouchpointFigures,
    TransitionFigures, UnmappedEvent, WaitFigures,
};
pub use fold::fold as folded_name;
pub use matcher::Matcher;
pub use moved::{MovedTouchpoint, moved};
pub use paths::Visit;
pub use prepared::Prepared;
pub use reading::JourneyView;
pub use satisfaction::Rated;
pub use tally::{EventTally, NameTally};

use crate::base::{Cancel, Cancelled};
use crate::events::EventLog;
use crate::model::{JourneyMap, Source};
use std::sync::{Arc, Mutex, PoisonError};

/// Why nothing could be measured.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum MeasureError {
    /// Stopped by the user.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// A rule's regular expression does not parse.
    #[error("the rule `{pattern}` is not a regular expression: {reason}")]
    BadPattern {
        /// As written.
        pattern: String,
        /// What the parser says.
        reason: String,
    },
    /// A date of the filter or of `observed_until` does not parse.
    #[error("`{0}` is not a date; write it as 2024-04-01 or 2024-04-01T10:00:00")]
    BadDate(String),
    /// The source's time zone is unknown, so that a date without a zone has no meaning.
    #[error("`{0}` is not a time zone; write it like Europe/Istanbul")]
    BadTimeZone(String),
    /// The filter names a segment column that the source does not have.
    #[error("the data has no segment column `{0}`")]
    NoSuchSegment(String),
    /// The filter names a day, but the data has none.
    #[error("the data does not say when anything happened, so no time range can be chosen")]
    Undated,
}

/// Every figure of a map over a log: the source gives rules, gap, open window, scale and filter,
/// the map touchpoints with their goal and contact flags, and pain rules.
///
/// # Errors
/// [`MeasureError`]; partial results are never given.
pub fn measure(
    log: &EventLog,
    map: &JourneyMap,
    source: &Source,
    cancel: &Cancel,
) -> Result<Measures, MeasureError> {
    Prepared::new(log, map, source, cancel)?.measure(log, map, source, cancel)
}

/// Figures of the selected journeys, and of those that they are compared with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Of the selected journeys.
    pub measures: Measures,
    /// Over the range before, when there is one.
    pub before: Option<Measures>,
}

/// Keeps what has been prepared for a log, so that a change of the filter is quick.
#[derive(Clone, Default)]
pub struct Keep(Arc<Mutex<Option<Arc<Prepared>>>>);

impl From<Arc<Prepared>> for Keep {
    /// With what has been prepared already.
    fn from(prepared: Arc<Prepared>) -> Self {
        Self(Arc::new(Mutex::new(Some(prepared))))
    }
}

impl Keep {
    /// True when what has been prepared fits this map and source, whatever the filter: figures are then quick.
    #[must_use]
    pub fn is_for(&self, map: &JourneyMap, source: &Source) -> bool {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().is_some_and(|prepared| prepared.is_for(map, source))
    }

    /// The log made ready for this map and source, whatever the filter; always the same log.
    ///
    /// # Errors
    /// [`MeasureError`], but for the filter.
    pub fn prepared(
        &self,
        log: &EventLog,
        map: &JourneyMap,
        source: &Source,
        cancel: &Cancel,
    ) -> Result<Arc<Prepared>, MeasureError> {
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let prepared = kept().clone().filter(|prepared| prepared.is_for(map, source));
        if let Some(prepared) = prepared {
            return Ok(prepared);
        }
        // The old one goes first: both would be twice the memory.
        drop(kept().take());
        let prepared = Arc::new(Prepared::new(log, map, source, cancel)?);
        *kept() = Some(Arc::clone(&prepared));
        Ok(prepared)
    }

    /// As [`measure`]; always with the same log.
    ///
    /// # Errors
    /// [`MeasureError`]; partial results are never given.
    pub fn measure(
        &self,
        log: &EventLog,
        map: &JourneyMap,
        source: &Source,
        cancel: &Cancel,
    ) -> Result<Measures, MeasureError> {
        let prepared = self.prepared(log, map, source, cancel)?;
        prepared.measure(log, map, source, cancel)
    }
}

impl Keep {
    /// As [`Keep::measure`], also over the range that the source is compared with.
    ///
    /// # Errors
    /// [`MeasureError`]; partial results are never given.
    pub fn figures(
        &self,
        log: &EventLog,
        map: &JourneyMap,
        source: &Source,
        cancel: &Cancel,
    ) -> Result<Figures, MeasureError> {
        let measures = self.measure(log, map, source, cancel)?;
        let Some(filter) = source.filter_before() else { return Ok(Figures { measures, before: None }) };
        let source = Source { filter, ..source.clone() };
        Ok(Figures { measures, before: Some(self.measure(log, map, &source, cancel)?) })
    }
}

impl std::fmt::Debug for Keep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keep").finish_non_exhaustive()
    }
}
