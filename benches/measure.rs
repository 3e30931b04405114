//! How long figures take and how much memory the events do, on logs made in memory:
//! `cargo bench --bench measure`.

mod generated;

use divan::Bencher;
use pathlight::base::Cancel;
use pathlight::events::EventLog;
use pathlight::measure::Prepared;
use pathlight::model::{JourneyMap, Source};
use std::sync::OnceLock;

const MILLION: usize = 1_000_000;
const SIZES: [usize; 2] = [MILLION, 10 * MILLION];

/// A log, made ready.
struct Ready {
    log: EventLog,
    map: JourneyMap,
    source: Source,
    prepared: Prepared,
}

fn main() {
    for size in SIZES {
        let Ready { log, map, source, prepared } = ready(size);
        let measures = prepared.measure(log, map, source, &Cancel::new()).expect("nothing is wrong with it");
        let per_event = |bytes: usize| bytes as f64 / log.len() as f64;
        println!(
            "{} events, {} journeys, {} customers: {:.1} bytes per event in the log, {:.1} in what is prepared",
            log.len(),
            measures.journeys.total,
            log.customers.len(),
            per_event(log.bytes_held()),
            per_event(prepared.bytes_held()),
        );
    }
    divan::main();
}

/// Mapping, cutting, judging and sorting: after a change of rules.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn prepare(size: usize) -> Prepared {
    let Ready { log, map, source, .. } = ready(size);
    Prepared::new(log, map, source, &Cancel::new()).expect("nothing is wrong with it")
}

/// All figures without a filter.
#[divan::bench(args = SIZES, sample_count = 15, sample_size = 1)]
fn all_journeys(bencher: Bencher<'_, '_>, size: usize) {
    bench_filter(bencher, size, |_| ());
}

/// All figures after a change of the channel: about half of the journeys.
#[divan::bench(args = SIZES, sample_count = 15, sample_size = 1)]
fn one_channel(bencher: Bencher<'_, '_>, size: usize) {
    bench_filter(bencher, size, |source| source.filter.channels = ["app".to_owned()].into());
}

/// All figures after a change of the time range: a year of two.
#[divan::bench(args = SIZES, sample_count = 15, sample_size = 1)]
fn one_year(bencher: Bencher<'_, '_>, size: usize) {
    bench_filter(bencher, size, |source| {
        source.filter.from = Some("2023-07-01".to_owned());
        source.filter.to = Some("2024-07-01".to_owned());
    });
}

/// All figures after a change of the segment: two thirds of the journeys.
#[divan::bench(args = SIZES, sample_count = 15, sample_size = 1)]
fn two_segments(bencher: Bencher<'_, '_>, size: usize) {
    bench_filter(bencher, size, |source| {
        let plans = ["basic", "business"].map(str::to_owned);
        source.filter.segments = [("Plan".to_owned(), plans.into())].into();
    });
}

/// All figures of all filters together.
#[divan::bench(args = SIZES, sample_count = 15, sample_size = 1)]
fn year_channel_and_segments(bencher: Bencher<'_, '_>, size: usize) {
    bench_filter(bencher, size, |source| {
        let plans = ["basic", "business"].map(str::to_owned);
        source.filter.segments = [("Plan".to_owned(), plans.into())].into();
        source.filter.channels = ["app".to_owned()].into();
        source.filter.from = Some("2023-07-01".to_owned());
        source.filter.to = Some("2024-07-01".to_owned());
    });
}

fn bench_filter(bencher: Bencher<'_, '_>, size: usize, change: impl Fn(&mut Source)) {
    let Ready { log, map, source, prepared } = ready(size);
    let mut source = source.clone();
    change(&mut source);
    bencher.bench_local(|| prepared.measure(log, map, &source, &Cancel::new()));
}

fn ready(size: usize) -> &'static Ready {
    static READY: [OnceLock<Ready>; 2] = [const { OnceLock::new() }; 2];
    let place = usize::from(size > MILLION);
    READY[place].get_or_init(|| {
        let (log, map, source) = (generated::log(size), generated::map(), generated::source());
        let prepared = Prepared::new(&log, &map, &source, &Cancel::new()).expect("nothing is wrong with it");
        Ready { log, map, source, prepared }
    })
}
