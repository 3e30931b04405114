//! Takes events row by row and makes the sorted log.

use super::codes::{Codes, settle};
use super::log::{EventLog, Segment, Sentiment, SummaryRow};
use super::names::Names;
use super::numbers::Times;
use crate::base::{Cancel, Cancelled, Scale, Timestamp};
use rayon::prelude::*;

/// Rows between two looks at the stop flag.
const ROWS_PER_CHECK: usize = 1 << 16;

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
    /// A summary table.
    pub is_summary: bool,
    /// Nothing says when: every time is the same stand-in.
    pub is_undated: bool,
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
    /// Customer code and time of each row.
    customer: Vec<u32>,
    time: Vec<Timestamp>,
}

/// The code of a text; none for no or an empty one.
fn code_of(names: &mut Names, text: Option<&str>) -> Option<u32> {
    text.filter(|text| !text.is_empty()).map(|text| names.intern(text))
}

impl LogBuilder {
    /// A builder for a log with these columns.
    #[must_use]
    pub fn new(shape: LogShape) -> Self {
        let segment =
            |name: &String| Segment { name: name.clone(), values: Names::default(), codes: Codes::default() };
        let segments = shape.segments.iter().map(segment).collect();
        let log = EventLog {
            is_survey: shape.is_survey,
            is_summary: shape.is_summary,
            is_undated: shape.is_undated,
            segments,
            ..EventLog::default()
        };
        Self { shape, log, ..Self::default() }
    }

    /// Adds a row. Values of columns that the shape does not have are left out.
    pub fn push(&mut self, event: &RawEvent<'_>) {
        let Self { shape, log, customer, time } = self;
        customer.push(log.customers.intern(event.customer));
        time.push(event.time);
        log.name.push(Some(log.names.intern(event.name)));
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
            log.score.push(event.score);
        }
        if shape.wait {
            log.wait_secs.push(event.wait_secs);
        }
        if shape.revenue {
            log.revenue.push(event.revenue);
        }
        if shape.sentiment {
            log.sentiment.push(event.sentiment);
        }
        for (index, segment) in log.segments.iter_mut().enumerate() {
            let value = event.segments.get(index).copied().flatten();
            segment.codes.push(code_of(&mut segment.values, value));
        }
    }

    /// Adds a row of a summary table; its code is given by the name.
    pub fn push_summary(&mut self, name: &str, row: SummaryRow) {
        let name = self.log.names.intern(name);
        self.log.summary.push(SummaryRow { name, ..row });
    }

    /// Adds all rows of another builder of the same shape, as if they were pushed one by one.
    pub fn append(&mut self, other: Self) {
        let Self { log, customer, time, .. } = self;
        let from = other.log;
        let customers = log.customers.intern_all(&from.customers);
        let names = log.names.intern_all(&from.names);
        log.summary
            .extend(from.summary.iter().map(|row| SummaryRow { name: names[row.name as usize], ..*row }));
        customer.extend(other.customer.iter().map(|code| customers[*code as usize]));
        time.extend(other.time);
        let columns = [
            (&mut log.names, &mut log.name, &from.names, &from.name),
            (&mut log.journeys, &mut log.journey, &from.journeys, &from.journey),
            (&mut log.channels, &mut log.channel, &from.channels, &from.channel),
            (&mut log.agents, &mut log.agent, &from.agents, &from.agent),
            (&mut log.outcomes, &mut log.outcome, &from.outcomes, &from.outcome),
            (&mut log.texts, &mut log.text, &from.texts, &from.text),
        ];
        let segments = log.segments.iter_mut().zip(&from.segments);
        let segments =
            segments.map(|(into, from)| (&mut into.values, &mut into.codes, &from.values, &from.codes));
        for (names, codes, more_names, more_codes) in columns.into_iter().chain(segments) {
            let known = names.intern_all(more_names);
            codes.extend_with(more_codes, &known);
        }
        log.score.append(&from.score);
        log.wait_secs.append(&from.wait_secs);
        log.revenue.append(&from.revenue);
        log.sentiment.extend(from.sentiment);
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.time.len()
    }

    /// True when there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.time.is_empty()
    }

    /// Bytes that a further row takes, without new names.
    #[must_use]
    pub fn bytes_per_row(&self) -> usize {
        size_of::<u32>() + size_of::<Timestamp>() + self.log.bytes_per_event()
    }

    /// Bytes that all names take.
    #[must_use]
    pub fn bytes_of_names(&self) -> usize {
        self.log.bytes_of_names()
    }

    /// As [`LogBuilder::finish_unless`], for logs so small that nobody stops it.
    #[must_use]
    pub fn finish(self) -> EventLog {
        self.finish_unless(&Cancel::new()).unwrap_or_default()
    }

    /// Sorts by (customer, time, row) and gives the log.
    ///
    /// # Errors
    /// [`Cancelled`] when the flag is raised.
    pub fn finish_unless(self, cancel: &Cancel) -> Result<EventLog, Cancelled> {
        let Self { shape, mut log, customer, time } = self;
        log.own_scales = shape
            .own_scales
            .iter()
            .filter_map(|(name, scale)| Some((log.names.code(name)?, *scale)))
            .collect();
        log.customer_starts = starts(log.customers.len(), &customer, cancel)?;
        let order = sorted_order(&customer, &time, &log.customer_starts, cancel)?;
        drop(customer);
        let order = order.as_deref();
        log.time = Times::new(time, order, cancel)?;
        settle(&mut log.sentiment, order, cancel)?;
        let EventLog { name, journey, channel, agent, outcome, text, segments, .. } = &mut log;
        let segments = segments.iter_mut().map(|segment| &mut segment.codes);
        for codes in [name, journey, channel, agent, outcome, text].into_iter().chain(segments) {
            codes.settle(order, cancel)?;
        }
        for numbers in [&mut log.score, &mut log.wait_secs, &mut log.revenue] {
            numbers.settle(order, cancel)?;
        }
        let EventLog { customers, names, journeys, channels, agents, outcomes, texts, .. } = &mut log;
        let all_names = [customers, names, journeys, channels, agents, outcomes, texts];
        all_names.into_iter().for_each(Names::settle);
        Ok(log)
    }
}

/// The number of the first event of each customer once they are sorted, and the number of all.
fn starts(customers: usize, customer: &[u32], cancel: &Cancel) -> Result<Vec<u32>, Cancelled> {
    let mut starts = vec![0_u32; customers + 1];
    for rows in customer.chunks(ROWS_PER_CHECK) {
        cancel.check()?;
        for customer in rows {
            starts[*customer as usize + 1] += 1;
        }
    }
    for index in 1..starts.len() {
        starts[index] += starts[index - 1];
    }
    Ok(starts)
}

/// Row numbers in (customer, time, row) order; none when the rows already stand in it.
fn sorted_order(
    customer: &[u32],
    time: &[Timestamp],
    starts: &[u32],
    cancel: &Cancel,
) -> Result<Option<Vec<u32>>, Cancelled> {
    let key = |row: usize| (customer[row], time[row]);
    if (1..time.len()).all(|row| key(row - 1) <= key(row)) {
        return Ok(None);
    }
    // Customer codes are dense, so every row finds its place beside its customer's others in one pass.
    let mut next = starts.to_vec();
    let mut order = vec![0_u32; time.len()];
    for (row, customer) in (0_u32..).zip(customer) {
        if (row as usize).is_multiple_of(ROWS_PER_CHECK) {
            cancel.check()?;
        }
        let place = &mut next[*customer as usize];
        order[*place as usize] = row;
        *place += 1;
    }
    // Rows stand in source order within a customer, so a stable sort by time keeps the order of ties.
    runs_of_customers(&mut order, starts).into_par_iter().try_for_each(|run| {
        cancel.check()?;
        let same_customer = |a: &u32, b: &u32| customer[*a as usize] == customer[*b as usize];
        run.chunk_by_mut(same_customer).for_each(|rows| rows.sort_by_key(|row| time[*row as usize]));
        Ok(())
    })?;
    Ok(Some(order))
}

/// Cuts rows that stand by customer into runs of whole customers with about as many rows each.
fn runs_of_customers<'a>(mut rows: &'a mut [u32], starts: &[u32]) -> Vec<&'a mut [u32]> {
    let mut runs = Vec::new();
    let mut from = 0;
    for end in starts.iter().map(|start| *start as usize) {
        if end - from >= ROWS_PER_CHECK {
            let (run, rest) = rows.split_at_mut(end - from);
            runs.push(run);
            (rows, from) = (rest, end);
        }
    }
    runs.push(rows);
    runs
}
