//! What is held in memory for each event and journey, and that measuring stops at any point.

use super::generator;
// The tests need the journeys, not the truths planted in them.
#[allow(dead_code)]
use super::{map, source};
use pathlight::base::time::SECOND;
use pathlight::base::{Cancel, Timestamp};
use pathlight::events::{EventLog, LogBuilder, LogShape, RawEvent, Sentiment};
use pathlight::measure::{MeasureError, Prepared, measure};
use std::convert::Infallible;

/// The aims of the issue.
const BYTES_PER_EVENT: usize = 24;
const BYTES_PER_JOURNEY: usize = 32;

/// A log with every column that figures are computed from.
fn log(customers: u64) -> EventLog {
    let mut builder = LogBuilder::new(LogShape {
        channel: true,
        score: true,
        sentiment: true,
        wait: true,
        agent: true,
        outcome: true,
        ..LogShape::default()
    });
    let push = |event: &generator::Event| {
        let agent = event.agent.map(|agent| agent.to_string());
        builder.push(&RawEvent {
            customer: &format!("c{}", event.customer),
            time: Timestamp(event.time_secs * SECOND),
            name: event.name,
            channel: Some(event.channel),
            score: event.score.map(f64::from),
            sentiment: (event.sentiment == "negative").then_some(Sentiment::Negative),
            wait_secs: event.wait_secs.map(f64::from),
            agent: agent.as_deref(),
            outcome: Some(event.outcome),
            ..RawEvent::default()
        });
        Ok::<(), Infallible>(())
    };
    let Ok(()) = generator::events(customers, 7, push);
    builder.finish()
}

#[test]
fn a_log_and_what_is_made_of_it_take_few_bytes() {
    let log = log(9000);
    let events = log.len();
    assert!(events > 60_000);
    assert!(log.bytes_held() <= BYTES_PER_EVENT * events, "{} bytes for {events}", log.bytes_held());

    let map = map(&generator::NAMES, |touchpoint| {
        touchpoint.goal = touchpoint.name == "Order";
        touchpoint.contact = touchpoint.name == "Support";
    });
    let source = source(&map, 30);
    let prepared = Prepared::new(&log, &map, &source, &Cancel::new()).unwrap();
    let journeys = prepared.measure(&log, &map, &source, &Cancel::new()).unwrap().journeys.total as usize;
    let held = log.bytes_held() + prepared.bytes_held();
    let most = BYTES_PER_EVENT * events + BYTES_PER_JOURNEY * journeys;
    assert!(held <= most, "{held} bytes for {events} events and {journeys} journeys");
}

#[test]
fn measuring_stops_everywhere() {
    let log = log(3000);
    let map = map(&generator::NAMES, |touchpoint| touchpoint.goal = touchpoint.name == "Order");
    let source = source(&map, 30);
    let whole = Cancel::new();
    measure(&log, &map, &source, &whole).unwrap();
    let looks = whole.looks();
    assert!(looks > 30, "{looks}");
    for look in 1..=looks {
        let cancel = Cancel::at_look(look);
        let stopped = measure(&log, &map, &source, &cancel);
        assert!(matches!(stopped, Err(MeasureError::Cancelled(_))), "look {look} of {looks}");
        assert!(cancel.looks() <= look + 64, "{} looks after {look}", cancel.looks());
    }
}
