//! What is held in memory for each event and journey, and that measuring stops at any point.

use super::{generated_log, generator, map, source};
use pathlight::base::Cancel;
use pathlight::measure::{MeasureError, Prepared, measure};

/// What may be held for each, as `docs/performance.md` says.
const BYTES_PER_EVENT: usize = 24;
const BYTES_PER_JOURNEY: usize = 32;

#[test]
fn a_log_and_what_is_made_of_it_take_few_bytes() {
    let log = generated_log(9000);
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
    let log = generated_log(3000);
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
