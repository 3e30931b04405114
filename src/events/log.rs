//! The log itself: one array per column, all of the same length, in (customer, time, row) order.

use super::names::Names;
use crate::base::Scale;
use crate::base::Timestamp;

/// Stands for "no value" in columns of codes.
pub const NONE: u32 = u32::MAX;

/// A mood in three steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sentiment {
    /// Bad.
    Negative,
    /// Neither.
    Neutral,
    /// Good.
    Positive,
}

/// A segment column: its name, its values and the value of each event.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Column name.
    pub name: String,
    /// Distinct values.
    pub values: Names,
    pub(super) codes: Vec<u32>,
}

/// Events in (customer, time, row) order. An absent optional column takes no memory.
#[derive(Clone, Debug, Default)]
pub struct EventLog {
    /// Customer names.
    pub customers: Names,
    /// Event names.
    pub names: Names,
    /// Journey names, where the source has a journey column.
    pub journeys: Names,
    /// Channel names.
    pub channels: Names,
    /// Agent names.
    pub agents: Names,
    /// Outcomes.
    pub outcomes: Names,
    /// Customers' words.
    pub texts: Names,
    /// Segment columns.
    pub segments: Vec<Segment>,
    /// True for a survey table: scores, but no paths.
    pub is_survey: bool,
    /// Scale of single event names that differs from the source's: name code, scale.
    pub own_scales: Vec<(u32, Scale)>,
    pub(super) customer: Vec<u32>,
    pub(super) time: Vec<Timestamp>,
    pub(super) name: Vec<u32>,
    pub(super) journey: Vec<u32>,
    pub(super) channel: Vec<u32>,
    pub(super) agent: Vec<u32>,
    pub(super) outcome: Vec<u32>,
    pub(super) text: Vec<u32>,
    pub(super) score: Vec<f64>,
    pub(super) wait_secs: Vec<f64>,
    pub(super) revenue: Vec<f64>,
    pub(super) sentiment: Vec<Option<Sentiment>>,
}

fn code(column: &[u32], index: usize) -> Option<u32> {
    column.get(index).copied().filter(|code| *code != NONE)
}

fn number(column: &[f64], index: usize) -> Option<f64> {
    column.get(index).copied().filter(|value| !value.is_nan())
}

impl EventLog {
    /// How many events there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.time.len()
    }

    /// True when there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.time.is_empty()
    }

    /// Customer code of an event.
    #[must_use]
    pub fn customer(&self, event: usize) -> u32 {
        self.customer[event]
    }

    /// Time of an event.
    #[must_use]
    pub fn time(&self, event: usize) -> Timestamp {
        self.time[event]
    }

    /// Code of the event's name.
    #[must_use]
    pub fn name(&self, event: usize) -> u32 {
        self.name[event]
    }

    /// Journey code, where the source has a journey column and the event a value in it.
    #[must_use]
    pub fn journey(&self, event: usize) -> Option<u32> {
        code(&self.journey, event)
    }

    /// True when the source has a journey column.
    #[must_use]
    pub fn has_journeys(&self) -> bool {
        !self.journey.is_empty()
    }

    /// True when the source has a channel column, though perhaps an empty one.
    #[must_use]
    pub fn has_channels(&self) -> bool {
        !self.channel.is_empty()
    }

    /// Channel code.
    #[must_use]
    pub fn channel(&self, event: usize) -> Option<u32> {
        code(&self.channel, event)
    }

    /// Agent code.
    #[must_use]
    pub fn agent(&self, event: usize) -> Option<u32> {
        code(&self.agent, event)
    }

    /// Outcome code.
    #[must_use]
    pub fn outcome(&self, event: usize) -> Option<u32> {
        code(&self.outcome, event)
    }

    /// Code of what the customer wrote.
    #[must_use]
    pub fn text(&self, event: usize) -> Option<u32> {
        code(&self.text, event)
    }

    /// Score in the source's own scale.
    #[must_use]
    pub fn score(&self, event: usize) -> Option<f64> {
        number(&self.score, event)
    }

    /// Seconds waited.
    #[must_use]
    pub fn wait_secs(&self, event: usize) -> Option<f64> {
        number(&self.wait_secs, event)
    }

    /// Money.
    #[must_use]
    pub fn revenue(&self, event: usize) -> Option<f64> {
        number(&self.revenue, event)
    }

    /// Mood.
    #[must_use]
    pub fn sentiment(&self, event: usize) -> Option<Sentiment> {
        self.sentiment.get(event).copied().flatten()
    }

    /// Value code of an event in a segment column (by its index).
    #[must_use]
    pub fn segment(&self, column: usize, event: usize) -> Option<u32> {
        code(&self.segments.get(column)?.codes, event)
    }

    /// First and last time of all events.
    #[must_use]
    pub fn period(&self) -> Option<(Timestamp, Timestamp)> {
        Some((*self.time.iter().min()?, *self.time.iter().max()?))
    }

    /// Bytes held, for the memory figures.
    #[must_use]
    pub fn bytes_held(&self) -> usize {
        let names = [
            &self.customers,
            &self.names,
            &self.journeys,
            &self.channels,
            &self.agents,
            &self.outcomes,
            &self.texts,
        ];
        let codes = [
            &self.customer,
            &self.name,
            &self.journey,
            &self.channel,
            &self.agent,
            &self.outcome,
            &self.text,
        ];
        let numbers = [&self.score, &self.wait_secs, &self.revenue];
        names.iter().map(|names| names.bytes_held()).sum::<usize>()
            + codes.iter().map(|column| size_of_val(column.as_slice())).sum::<usize>()
            + numbers.iter().map(|column| size_of_val(column.as_slice())).sum::<usize>()
            + size_of_val(self.time.as_slice())
            + size_of_val(self.sentiment.as_slice())
            + self
                .segments
                .iter()
                .map(|segment| segment.values.bytes_held() + size_of_val(segment.codes.as_slice()))
                .sum::<usize>()
    }
}
