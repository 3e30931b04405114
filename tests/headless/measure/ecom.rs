//! A shop's sessions with planted faults: a payment incident lowers the share of sessions that go on to buy.

use super::*;
use std::io::Read;

fn log() -> EventLog {
    let mut csv = String::new();
    let packed = include_bytes!("../../data/ecom.csv.gz");
    flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut csv).unwrap();
    let header = "customer,journey,event,time,platform,acquisition_channel,user_cohort,user_lifecycle";
    log_of(&format!("{header}\n{}", csv.split_once('\n').unwrap().1))
}

#[test]
fn sessions_by_start_with_payment_details_that_buy() {
    let log = log();
    let map = map(&["payment_details", "purchase"], |touchpoint| touchpoint.goal = touchpoint.id.0 == 2);
    let mut source = Source { open: "none".parse().unwrap(), ..source(&map, 30) };
    for (from, to, buy, of) in [
        ("2024-04-29", "2024-05-19", 88, 105),
        ("2024-05-19", "2024-06-08", 46, 130),
        ("2024-06-08", "2024-06-28", 127, 148),
    ] {
        source.filter.from = Some(from.to_owned());
        source.filter.to = Some(to.to_owned());
        let measures = measure(&log, &map, &source);
        let [details, purchase] = ["payment_details", "purchase"].map(|name| at(&measures, &map, name));
        assert_eq!(details.reached, of);
        // Every journey counted has one of the two; those with both are counted twice in the sum.
        assert_eq!(details.reached + purchase.reached - measures.journeys.total, buy);
    }
}

#[test]
fn whole_source() {
    let log = log();
    let map = map(&["home", "cart", "purchase"], |touchpoint| touchpoint.goal = touchpoint.id.0 == 3);
    let mut source = source(&map, 30);
    source.rules.push(rule(Pattern::Glob("*".to_owned()), 1));
    let all = measure(&log, &map, &source);
    assert_eq!((all.events, all.journeys.total, all.customers), (31_106, 3_605, 600));
    assert_eq!(all.unmapped_events, 0);
    // The parts by platform add up to the whole.
    let mut parts = 0;
    for platform in ["desktop", "mobile", "tablet"] {
        source.filter.segments.insert("platform".to_owned(), [platform.to_owned()].into());
        parts += measure(&log, &map, &source).journeys.total;
    }
    assert_eq!(parts, all.journeys.total);
}
