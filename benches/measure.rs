//! How long figures take and how much memory the events do, on logs made in memory:
//! `cargo bench --bench measure`.

// The bench needs the journeys, not the truths planted in them.
#[allow(dead_code)]
#[path = "../examples/make_events/generator.rs"]
mod generator;

use divan::Bencher;
use pathlight::base::time::SECOND;
use pathlight::base::{Cancel, Timestamp};
use pathlight::events::{EventLog, LogBuilder, LogShape, RawEvent, Sentiment};
use pathlight::measure::Prepared;
use pathlight::model::{
    EventRule, JourneyMap, Pattern, Source, SourceId, Stage, StageId, Touchpoint, TouchpointId,
};
use std::convert::Infallible;
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
        let (log, map, source) = (log(size), map(), source());
        let prepared = Prepared::new(&log, &map, &source, &Cancel::new()).expect("nothing is wrong with it");
        Ready { log, map, source, prepared }
    })
}

/// About so many events, with every column that figures are computed from.
fn log(events: usize) -> EventLog {
    let mut builder = LogBuilder::new(LogShape {
        channel: true,
        score: true,
        sentiment: true,
        wait: true,
        agent: true,
        outcome: true,
        segments: vec!["Plan".to_owned()],
        ..LogShape::default()
    });
    let customers = events as u64 / EVENTS_PER_CUSTOMER;
    let push = |event: &generator::Event| {
        let agent = event.agent.map(|agent| agent.to_string());
        let plan = PLANS[event.customer as usize % PLANS.len()];
        builder.push(&RawEvent {
            customer: &format!("c{}", event.customer),
            time: Timestamp(event.time_secs * SECOND),
            name: event.name,
            channel: Some(event.channel),
            score: event.score.map(f64::from),
            sentiment: match event.sentiment {
                "negative" => Some(Sentiment::Negative),
                "neutral" => Some(Sentiment::Neutral),
                "positive" => Some(Sentiment::Positive),
                _ => None,
            },
            wait_secs: event.wait_secs.map(f64::from),
            agent: agent.as_deref(),
            outcome: Some(event.outcome),
            segments: &[Some(plan)],
            ..RawEvent::default()
        });
        Ok::<(), Infallible>(())
    };
    let Ok(()) = generator::events(customers, 1, push);
    builder.finish()
}

/// On average, as generated.
const EVENTS_PER_CUSTOMER: u64 = 7;

/// Values of the segment column.
const PLANS: [&str; 3] = ["basic", "family", "business"];

fn map() -> JourneyMap {
    let ids = (1..).map(TouchpointId);
    let touchpoints = generator::NAMES.iter().zip(ids).map(|(name, id)| {
        let touchpoint = Touchpoint::new(id, *name);
        Touchpoint { goal: *name == "Order", contact: *name == "Support", ..touchpoint }
    });
    let mut map = JourneyMap { touchpoints: touchpoints.collect(), ..JourneyMap::default() };
    let touchpoints = map.touchpoints.iter().map(|touchpoint| touchpoint.id).collect();
    let stage = Stage { id: StageId(1), name: "All".to_owned(), touchpoints, palette: None };
    map.about.stages = vec![stage.id];
    map.stages = [stage].into_iter().collect();
    map
}

fn source() -> Source {
    let rule = |(name, id): (&&str, u32)| EventRule {
        event: Pattern::Exact((*name).to_owned()),
        channel: None,
        touchpoint: TouchpointId(id),
    };
    let days: pathlight::model::Span = "30d".parse().expect("a span");
    Source {
        id: SourceId(1),
        gap: days,
        open: days,
        rules: generator::NAMES.iter().zip(1..).map(rule).collect(),
        ..Source::of_file("generated", "generated")
    }
}
