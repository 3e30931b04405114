//! Takes events row by row and makes the sorted log.

use super::log::{EventLog, Sentiment};
use crate::base::Scale;
use crate::base::Timestamp;

/// Which optional columns there are.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)] // the optional roles
pub struct LogShape {
    pub journey: bool,
    pub channel: bool,
    pub score: bool,
    pub sentiment: bool,
    pub text: bool,
    pub wait: bool,
    pub agent: bool,
    pub outcome: bool,
    pub revenue: bool,
    /// Names of the segment columns.
    pub segments: Vec<String>,
    /// A survey table.
    pub is_survey: bool,
    /// Scales of single event names.
    pub own_scales: Vec<(String, Scale)>,
}

/// One row as read. Empty texts count as no value.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)] // the roles
pub struct RawEvent<'a> {
    pub customer: &'a str,
    pub time: Timestamp,
    pub name: &'a str,
    pub journey: Option<&'a str>,
    pub channel: Option<&'a str>,
    pub score: Option<f64>,
    pub sentiment: Option<Sentiment>,
    pub text: Option<&'a str>,
    pub wait_secs: Option<f64>,
    pub agent: Option<&'a str>,
    pub outcome: Option<&'a str>,
    pub revenue: Option<f64>,
    /// In the order of [`LogShape::segments`].
    pub segments: &'a [Option<&'a str>],
}

/// Collects events; the order of `push` is the row order that breaks ties of time.
#[derive(Clone, Debug, Default)]
pub struct LogBuilder {
    shape: LogShape,
    log: EventLog,
}

impl LogBuilder {
    /// A builder for a log with these columns.
    #[must_use]
    pub fn new(shape: LogShape) -> Self {
        Self { shape, log: EventLog::default() }
    }

    /// Adds a row.
    pub fn push(&mut self, _event: &RawEvent<'_>) {
        let _ = &self.shape;
    }

    /// Sorts and gives the log.
    #[must_use]
    pub fn finish(self) -> EventLog {
        self.log
    }
}
