//! The journeys behind a number, to be listed in an order of one's choice.

use crate::base::{Cancel, Timestamp};
use crate::insights::pseudonym::Pseudonyms;
use crate::insights::{Inputs, JourneySet};
use crate::measure::MeasureError;
use crate::model::JourneyStatus;
use crate::session::insights::{JourneyOrder, Opened, Options};
use std::cmp::Reverse;

/// What the page lists.
#[derive(Debug)]
pub struct JourneyList {
    /// What was opened.
    pub opened: Opened,
    /// In the order that was asked for.
    pub rows: Vec<Row>,
    /// Of so many customers.
    pub customers: u64,
    /// The same journeys, by number.
    pub journeys: JourneySet,
    /// Names customers, who are codes in rows.
    pub names: Pseudonyms,
}

/// A journey of the list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Its number in the data.
    pub journey: u32,
    /// Code of the customer.
    pub customer: u32,
    /// When it begins; none in data without times.
    pub begin: Option<Timestamp>,
    /// Visits at touchpoints of the map.
    pub visits: u32,
    /// From the first event to the last.
    pub secs: f64,
    /// How it stands.
    pub status: JourneyStatus,
}

/// Journeys between two looks at the stop flag.
const JOURNEYS_PER_CHECK: usize = 1 << 12;

/// Finds the journeys and puts them in order.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(inputs: &Inputs<'_>, options: &Options, cancel: &Cancel) -> Result<JourneyList, MeasureError> {
    let names = Pseudonyms::of(inputs);
    let opened = options.opened.clone();
    let journeys = opened.behind.journeys(inputs, cancel)?;
    let log = inputs.log;
    let mut rows = Vec::with_capacity(journeys.len());
    for (done, journey) in inputs.views(&journeys).enumerate() {
        if done % JOURNEYS_PER_CHECK == 0 {
            cancel.check()?;
        }
        let Some(status) = journey.status() else { continue };
        let mut events = journey.events();
        let ends = events.next().map(|first| (first, events.next_back().unwrap_or(first)));
        let micros = ends.map_or(0, |(first, last)| log.time(last).0.saturating_sub(log.time(first).0));
        rows.push(Row {
            journey: journey.number(),
            customer: journey.customer(),
            begin: (!log.is_undated).then(|| journey.begin()),
            visits: u32::try_from(journey.visits().count()).unwrap_or(u32::MAX),
            secs: micros as f64 / 1e6,
            status,
        });
    }
    cancel.check()?;
    let customers = rows.chunk_by(|one, next| one.customer == next.customer).count() as u64;
    // Rows come in the order of customers; what is alike stays so.
    match options.order {
        JourneyOrder::Customer => {}
        JourneyOrder::Newest => rows.sort_by_key(|row| Reverse(row.begin)),
        JourneyOrder::Oldest => rows.sort_by_key(|row| row.begin),
        JourneyOrder::MostVisits => rows.sort_by_key(|row| Reverse(row.visits)),
        JourneyOrder::Longest => rows.sort_by(|one, other| other.secs.total_cmp(&one.secs)),
        JourneyOrder::End => rows.sort_by_key(|row| end_rank(row.status)),
    }
    Ok(JourneyList { opened, rows, customers, journeys, names })
}

/// Those who left come first.
const fn end_rank(status: JourneyStatus) -> u8 {
    match status {
        JourneyStatus::Left => 0,
        JourneyStatus::Returned => 1,
        JourneyStatus::Open => 2,
        JourneyStatus::Goal => 3,
    }
}
