//! The log itself: one array per column, all of the same length, in (customer, time, row) order.

use super::codes::Codes;
use super::names::Names;
use super::numbers::{Numbers, Times};
use crate::base::Scale;
use crate::base::Timestamp;
use std::ops::Range;

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
    pub(super) codes: Codes,
}

/// A row of a summary table: what somebody else has counted at a touchpoint.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SummaryRow {
    /// Code of the touchpoint's name among [`EventLog::names`].
    pub name: u32,
    /// Journeys that got here.
    pub reached: Option<u64>,
    /// Those of them that ended here.
    pub exits: Option<u64>,
    /// How many scores there are, and their mean on the source's scale.
    pub scores: Option<(u64, f64)>,
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
    /// True for a summary table: no events, but figures as somebody else has counted them.
    pub is_summary: bool,
    /// The rows of a summary table.
    pub summary: Vec<SummaryRow>,
    /// True when nothing says when: times mean nothing then, and there is no period.
    pub is_undated: bool,
    /// Scale of single event names that differs from the source's: name code, scale.
    pub own_scales: Vec<(u32, Scale)>,
    /// Number of the first event of each customer, and the number of events.
    pub(super) customer_starts: Vec<u32>,
    pub(super) time: Times,
    pub(super) name: Codes,
    pub(super) journey: Codes,
    pub(super) channel: Codes,
    pub(super) agent: Codes,
    pub(super) outcome: Codes,
    pub(super) text: Codes,
    pub(super) score: Numbers,
    pub(super) wait_secs: Numbers,
    pub(super) revenue: Numbers,
    pub(super) sentiment: Vec<Option<Sentiment>>,
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
        self.len() == 0
    }

    /// Customer code of an event, found by search: go through [`EventLog::customer_events`] where all are wanted.
    #[must_use]
    pub fn customer(&self, event: usize) -> u32 {
        self.customer_starts.partition_point(|start| *start as usize <= event).saturating_sub(1) as u32
    }

    /// The events of a customer, by code.
    #[must_use]
    pub fn customer_events(&self, customer: u32) -> Range<usize> {
        let start =
            |customer: usize| self.customer_starts.get(customer).map_or(self.len(), |start| *start as usize);
        start(customer as usize)..start(customer as usize + 1)
    }

    /// Time of an event.
    #[must_use]
    pub fn time(&self, event: usize) -> Timestamp {
        self.time.get(event)
    }

    /// Code of the event's name.
    #[must_use]
    pub fn name(&self, event: usize) -> u32 {
        self.name.get(event).unwrap_or_default()
    }

    /// Journey code, where the source has a journey column and the event a value in it.
    #[must_use]
    pub fn journey(&self, event: usize) -> Option<u32> {
        self.journey.get(event)
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
        self.channel.get(event)
    }

    /// Agent code.
    #[must_use]
    pub fn agent(&self, event: usize) -> Option<u32> {
        self.agent.get(event)
    }

    /// Outcome code.
    #[must_use]
    pub fn outcome(&self, event: usize) -> Option<u32> {
        self.outcome.get(event)
    }

    /// True when the source has an outcome column, though perhaps an empty one.
    #[must_use]
    pub fn has_outcomes(&self) -> bool {
        !self.outcome.is_empty()
    }

    /// True when the source has a column of texts, though perhaps an empty one.
    #[must_use]
    pub fn has_texts(&self) -> bool {
        !self.text.is_empty()
    }

    /// True when the source has a column of moods, though perhaps an empty one.
    #[must_use]
    pub const fn has_sentiments(&self) -> bool {
        !self.sentiment.is_empty()
    }

    /// Code of what the customer wrote.
    #[must_use]
    pub fn text(&self, event: usize) -> Option<u32> {
        self.text.get(event)
    }

    /// Score in the source's own scale.
    #[must_use]
    pub fn score(&self, event: usize) -> Option<f64> {
        self.score.get(event)
    }

    /// Seconds waited.
    #[must_use]
    pub fn wait_secs(&self, event: usize) -> Option<f64> {
        self.wait_secs.get(event)
    }

    /// Money.
    #[must_use]
    pub fn revenue(&self, event: usize) -> Option<f64> {
        self.revenue.get(event)
    }

    /// True when the source has a revenue column, though perhaps an empty one.
    #[must_use]
    pub fn has_revenue(&self) -> bool {
        !self.revenue.is_absent()
    }

    /// Mood.
    #[must_use]
    pub fn sentiment(&self, event: usize) -> Option<Sentiment> {
        self.sentiment.get(event).copied().flatten()
    }

    /// Value code of an event in a segment column (by its index).
    #[must_use]
    pub fn segment(&self, column: usize, event: usize) -> Option<u32> {
        self.segments.get(column)?.codes.get(event)
    }

    /// First and last time of all events; none for an undated log.
    #[must_use]
    pub fn period(&self) -> Option<(Timestamp, Timestamp)> {
        if self.is_undated {
            return None;
        }
        self.time.period()
    }

    /// Bytes held, for the memory figures.
    #[must_use]
    pub fn bytes_held(&self) -> usize {
        let codes = self.codes().map(Codes::bytes_held).sum::<usize>();
        let numbers = self.numbers().map(Numbers::bytes_held);
        self.bytes_of_names()
            + codes
            + numbers.iter().sum::<usize>()
            + self.time.bytes_held()
            + size_of::<u32>() * self.customer_starts.capacity()
            + self.sentiment.capacity()
    }

    /// Bytes of all names.
    pub(super) fn bytes_of_names(&self) -> usize {
        let names = [
            &self.customers,
            &self.names,
            &self.journeys,
            &self.channels,
            &self.agents,
            &self.outcomes,
            &self.texts,
        ];
        let of_segments = self.segments.iter().map(|segment| &segment.values);
        names.into_iter().chain(of_segments).map(Names::bytes_held).sum()
    }

    /// Bytes of an event in the columns that are filled, without its time.
    pub(super) fn bytes_per_event(&self) -> usize {
        let numbers = self.numbers().map(Numbers::bytes_each);
        self.codes().map(Codes::bytes_each).sum::<usize>()
            + numbers.iter().sum::<usize>()
            + usize::from(!self.sentiment.is_empty())
    }

    fn codes(&self) -> impl Iterator<Item = &Codes> {
        let codes = [&self.name, &self.journey, &self.channel, &self.agent, &self.outcome, &self.text];
        codes.into_iter().chain(self.segments.iter().map(|segment| &segment.codes))
    }

    const fn numbers(&self) -> [&Numbers; 3] {
        [&self.score, &self.wait_secs, &self.revenue]
    }
}
