//! Tests of `events`.

use pathlight::base::{Scale, Timestamp};
use pathlight::events::{EventLog, LogBuilder, LogShape, RawEvent, Sentiment};
use proptest::prelude::*;

fn rows_of(log: &EventLog) -> Vec<(String, i64, String)> {
    let row = |event| {
        let customer = log.customers.text(log.customer(event)).to_owned();
        (customer, log.time(event).0, log.names.text(log.name(event)).to_owned())
    };
    (0..log.len()).map(row).collect()
}

#[test]
fn every_column_follows_the_sort() {
    let shape = LogShape {
        journey: true,
        channel: true,
        score: true,
        sentiment: true,
        wait: true,
        segments: vec!["plan".to_owned()],
        own_scales: vec![("late".to_owned(), Scale { min: 0.0, max: 10.0 })],
        ..LogShape::default()
    };
    let mut builder = LogBuilder::new(shape);
    builder.push(&RawEvent {
        customer: "a",
        time: Timestamp(20),
        name: "late",
        journey: Some("j2"),
        channel: Some("web"),
        score: Some(4.0),
        sentiment: Some(Sentiment::Positive),
        wait_secs: Some(7.0),
        segments: &[Some("gold")],
        ..RawEvent::default()
    });
    builder.push(&RawEvent { customer: "b", time: Timestamp(5), name: "only", ..RawEvent::default() });
    builder.push(&RawEvent {
        customer: "a",
        time: Timestamp(10),
        name: "early",
        journey: Some(""),
        ..RawEvent::default()
    });
    let log = builder.finish();
    let expected = [("a", 10, "early"), ("a", 20, "late"), ("b", 5, "only")];
    let found = rows_of(&log);
    assert_eq!(found.iter().map(|(c, t, n)| (c.as_str(), *t, n.as_str())).collect::<Vec<_>>(), expected);
    assert_eq!(log.journey(0), None, "an empty text is no value");
    assert_eq!(log.journey(1).map(|code| log.journeys.text(code)), Some("j2"));
    assert_eq!(log.channel(1).map(|code| log.channels.text(code)), Some("web"));
    assert_eq!((log.score(0), log.score(1)), (None, Some(4.0)));
    assert_eq!((log.sentiment(1), log.wait_secs(1)), (Some(Sentiment::Positive), Some(7.0)));
    assert_eq!(log.segment(0, 1).map(|code| log.segments[0].values.text(code)), Some("gold"));
    assert_eq!(log.segment(0, 2), None);
    assert_eq!((log.agent(1), log.revenue(1)), (None, None), "absent columns have no values");
    assert_eq!(log.own_scales, [(log.name(1), Scale { min: 0.0, max: 10.0 })]);
    assert_eq!(log.period(), Some((Timestamp(5), Timestamp(20))));
    assert!(log.bytes_held() > 0);
}

proptest! {
    #[test]
    fn order_is_customer_time_row(rows in prop::collection::vec((0_u8..6, 0_i64..8), 0..200)) {
        let mut builder = LogBuilder::new(LogShape::default());
        let mut first_seen = Vec::new();
        let mut expected = Vec::new();
        for (row, (customer, time)) in rows.iter().enumerate() {
            if !first_seen.contains(customer) {
                first_seen.push(*customer);
            }
            let (customer_name, name) = (format!("c{customer}"), format!("e{row}"));
            builder.push(&RawEvent {
                customer: &customer_name,
                time: Timestamp(*time),
                name: &name,
                ..RawEvent::default()
            });
            let rank = first_seen.iter().position(|seen| seen == customer);
            expected.push((rank, *time, row, (customer_name.clone(), *time, name.clone())));
        }
        expected.sort_by_key(|(rank, time, row, _)| (*rank, *time, *row));
        let expected: Vec<_> = expected.into_iter().map(|(.., row)| row).collect();
        prop_assert_eq!(rows_of(&builder.finish()), expected);
    }
}
