//! Tests of `measure`.

mod cases;
mod compare;
mod ecom;
mod filters;
mod fixture;
#[path = "../../examples/make_events/generator.rs"]
mod generator;
mod held;
mod planted;
mod second_computation;
mod worked_example;

use pathlight::base::{Cancel, Scale, Timestamp};
use pathlight::events::{EventLog, LogBuilder, LogShape, RawEvent, Sentiment};
use pathlight::measure::{Measures, Rate, TouchpointFigures};
use pathlight::model::{
    EventRule, Filter, JourneyMap, Pattern, Source, SourceId, Span, Stage, StageId, Touchpoint, TouchpointId,
};

/// A log of invented customers with every column that figures are computed from; truths are planted in it.
pub fn generated_log(customers: u64) -> EventLog {
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
            time: Timestamp(event.time_secs * pathlight::base::time::SECOND),
            name: event.name,
            channel: Some(event.channel),
            score: event.score.map(f64::from),
            sentiment: (event.sentiment == "negative").then_some(Sentiment::Negative),
            wait_secs: event.wait_secs.map(f64::from),
            agent: agent.as_deref(),
            outcome: Some(event.outcome),
            ..RawEvent::default()
        });
        Ok::<(), std::convert::Infallible>(())
    };
    let Ok(()) = generator::events(customers, 7, push);
    builder.finish()
}

/// A map of one stage with these touchpoints, in order; their ids are t1, t2 ….
pub fn map(names: &[&str], change: impl Fn(&mut Touchpoint)) -> JourneyMap {
    let ids = (1..).map(TouchpointId);
    let touchpoints = names.iter().zip(ids).map(|(name, id)| {
        let mut touchpoint = Touchpoint::new(id, *name);
        change(&mut touchpoint);
        touchpoint
    });
    let mut map = JourneyMap { touchpoints: touchpoints.collect(), ..JourneyMap::default() };
    let touchpoints = map.touchpoints.iter().map(|touchpoint| touchpoint.id).collect();
    let stage = Stage { id: StageId(1), name: "All".to_owned(), touchpoints, palette: None };
    map.about.stages = vec![stage.id];
    map.stages = [stage].into_iter().collect();
    map
}

fn rule(event: Pattern, touchpoint: u32) -> EventRule {
    EventRule { event, channel: None, touchpoint: TouchpointId(touchpoint) }
}

/// A source in which each touchpoint takes the events of its own name.
pub fn source(map: &JourneyMap, days: i64) -> Source {
    let of = |touchpoint: &Touchpoint| rule(Pattern::Exact(touchpoint.name.clone()), touchpoint.id.0);
    let span: Span = format!("{days}d").parse().unwrap();
    Source {
        id: SourceId(1),
        scale: Some(Scale::ONE_TO_FIVE),
        gap: span,
        open: span,
        rules: map.touchpoints.iter().map(of).collect(),
        ..Source::of_file("log.csv", "log.csv")
    }
}

fn measure(log: &EventLog, map: &JourneyMap, source: &Source) -> Measures {
    pathlight::measure::measure(log, map, source, &Cancel::new()).unwrap()
}

/// `2024-01-01 10:00` or with seconds.
fn time(text: &str) -> Timestamp {
    let civil: jiff::civil::DateTime = text.parse().unwrap();
    Timestamp(civil.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp().as_microsecond())
}

/// A log from CSV text whose header names roles: customer, time, event, journey, channel, score, sentiment, wait,
/// agent, text; every other column is a segment.
pub fn log_of(csv: &str) -> EventLog {
    const ROLES: [&str; 10] =
        ["customer", "time", "event", "journey", "channel", "score", "sentiment", "wait", "agent", "text"];
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header = reader.headers().unwrap().clone();
    let column = |role: &str| header.iter().position(|name| name == role);
    let segment_columns: Vec<usize> = (0..header.len()).filter(|i| !ROLES.contains(&&header[*i])).collect();
    let has = |role| column(role).is_some();
    let mut builder = LogBuilder::new(LogShape {
        journey: has("journey"),
        channel: has("channel"),
        score: has("score"),
        sentiment: has("sentiment"),
        text: has("text"),
        wait: has("wait"),
        agent: has("agent"),
        segments: segment_columns.iter().map(|i| header[*i].to_owned()).collect(),
        ..LogShape::default()
    });
    for record in reader.records() {
        let record = record.unwrap();
        let cell = |role| column(role).and_then(|i| record.get(i)).filter(|text| !text.is_empty());
        let segments: Vec<_> =
            segment_columns.iter().map(|i| record.get(*i).filter(|text| !text.is_empty())).collect();
        builder.push(&RawEvent {
            customer: cell("customer").unwrap(),
            time: time(cell("time").unwrap()),
            name: cell("event").unwrap(),
            journey: cell("journey"),
            channel: cell("channel"),
            score: cell("score").map(|text| text.parse().unwrap()),
            sentiment: cell("sentiment").map(|text| match text {
                "positive" => Sentiment::Positive,
                "negative" => Sentiment::Negative,
                _ => Sentiment::Neutral,
            }),
            text: cell("text"),
            wait_secs: cell("wait").map(|text| text.parse().unwrap()),
            agent: cell("agent"),
            segments: &segments,
            ..RawEvent::default()
        });
    }
    builder.finish()
}

/// The figures of a touchpoint by its name.
fn at<'a>(measures: &'a Measures, map: &JourneyMap, name: &str) -> &'a TouchpointFigures {
    let touchpoint = map.touchpoints.iter().find(|touchpoint| touchpoint.name == name).unwrap();
    measures.touchpoints.iter().find(|figures| figures.touchpoint == touchpoint.id).unwrap()
}

#[track_caller]
fn close(value: f64, expected: f64) {
    assert!((value - expected).abs() < 5.1e-5, "{value} is not {expected}");
}

/// count, of.
fn fraction(rate: Option<Rate>) -> Option<(u64, u64)> {
    rate.map(|rate| (rate.count, rate.of))
}

/// Transitions by names: from, to, count, median.
fn transitions(measures: &Measures, map: &JourneyMap) -> Vec<(String, String, u64, f64)> {
    let name = |id| map.touchpoints.get(id).unwrap().name.clone();
    let figures = measures.transitions.iter();
    figures.map(|of| (name(of.from), name(of.to), of.count, of.median_secs)).collect()
}
