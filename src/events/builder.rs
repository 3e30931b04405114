//! Takes events row by row and makes the sorted log.

use super::log::{EventLog, NONE, Segment, Sentiment};
use super::names::Names;
use crate::base::Scale;
use crate::base::Timestamp;
use rayon::prelude::*;

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

/// The code of a text, or [`NONE`] for no or an empty one.
fn code_of(names: &mut Names, text: Option<&str>) -> u32 {
    text.filter(|text| !text.is_empty()).map_or(NONE, |text| names.intern(text))
}

impl LogBuilder {
    /// A builder for a log with these columns.
    #[must_use]
    pub fn new(shape: LogShape) -> Self {
        let segment =
            |name: &String| Segment { name: name.clone(), values: Names::default(), codes: Vec::new() };
        let segments = shape.segments.iter().map(segment).collect();
        let log = EventLog { is_survey: shape.is_survey, segments, ..EventLog::default() };
        Self { shape, log }
    }

    /// Adds a row. Values of columns that the shape does not have are left out.
    pub fn push(&mut self, event: &RawEvent<'_>) {
        let Self { shape, log } = self;
        log.customer.push(log.customers.intern(event.customer));
        log.time.push(event.time);
        log.name.push(log.names.intern(event.name));
        if shape.journey {
            log.journey.push(code_of(&mut log.journeys, event.journey));
        }
        if shape.channel {
            log.channel.push(code_of(&mut log.channels, event.channel));
        }
        if shape.agent {
            log.agent.push(code_of(&mut log.agents, event.agent));
        }
        if shape.outcome {
            log.outcome.push(code_of(&mut log.outcomes, event.outcome));
        }
        if shape.text {
            log.text.push(code_of(&mut log.texts, event.text));
        }
        if shape.score {
            log.score.push(event.score.unwrap_or(f64::NAN));
        }
        if shape.wait {
            log.wait_secs.push(event.wait_secs.unwrap_or(f64::NAN));
        }
        if shape.revenue {
            log.revenue.push(event.revenue.unwrap_or(f64::NAN));
        }
        if shape.sentiment {
            log.sentiment.push(event.sentiment);
        }
        for (index, segment) in log.segments.iter_mut().enumerate() {
            let value = event.segments.get(index).copied().flatten();
            segment.codes.push(code_of(&mut segment.values, value));
        }
    }

    /// Sorts by (customer, time, row) and gives the log.
    #[must_use]
    pub fn finish(self) -> EventLog {
        let Self { shape, mut log } = self;
        log.own_scales = shape
            .own_scales
            .iter()
            .filter_map(|(name, scale)| Some((log.names.code(name)?, *scale)))
            .collect();
        if let Some(order) = sorted_order(&log) {
            reorder(&mut log, &order);
        }
        log
    }
}

/// Row numbers in (customer, time, row) order; none when the rows already stand in it.
fn sorted_order(log: &EventLog) -> Option<Vec<u32>> {
    let key = |row: usize| (log.customer[row], log.time[row]);
    if (1..log.len()).all(|row| key(row - 1) <= key(row)) {
        return None;
    }
    // Customer codes are dense, so counting places every row beside its customer's others in one pass.
    let mut next = vec![0_u32; log.customers.len() + 1];
    for customer in &log.customer {
        next[*customer as usize + 1] += 1;
    }
    for index in 1..next.len() {
        next[index] += next[index - 1];
    }
    let mut order = vec![0_u32; log.len()];
    for (row, customer) in (0_u32..).zip(&log.customer) {
        let place = &mut next[*customer as usize];
        order[*place as usize] = row;
        *place += 1;
    }
    // Rows stand in source order within a customer, so a stable sort by time keeps the order of ties.
    let same_customer = |a: &u32, b: &u32| log.customer[*a as usize] == log.customer[*b as usize];
    order
        .chunk_by_mut(same_customer)
        .par_bridge()
        .for_each(|rows| rows.sort_by_key(|row| log.time[*row as usize]));
    Some(order)
}

fn reorder(log: &mut EventLog, order: &[u32]) {
    permute(&mut log.customer, order);
    permute(&mut log.time, order);
    permute(&mut log.name, order);
    for codes in [&mut log.journey, &mut log.channel, &mut log.agent, &mut log.outcome, &mut log.text] {
        permute(codes, order);
    }
    for numbers in [&mut log.score, &mut log.wait_secs, &mut log.revenue] {
        permute(numbers, order);
    }
    permute(&mut log.sentiment, order);
    for segment in &mut log.segments {
        permute(&mut segment.codes, order);
    }
}

/// Puts a column into the given row order; an absent column stays absent.
fn permute<T: Copy + Send + Sync>(column: &mut Vec<T>, order: &[u32]) {
    if !column.is_empty() {
        *column = order.par_iter().map(|row| column[*row as usize]).collect();
    }
}
