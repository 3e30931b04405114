//! A log made in memory with its map and source, for benchmarks of what is computed from events.

// The journeys are needed, not the truths planted in them.
#[allow(dead_code)]
#[path = "../examples/make_events/generator.rs"]
mod generator;

use pathlight::base::Timestamp;
use pathlight::base::time::SECOND;
use pathlight::events::{EventLog, LogBuilder, LogShape, RawEvent, Sentiment};
use pathlight::model::{
    EventRule, JourneyMap, Pattern, Source, SourceId, Stage, StageId, Touchpoint, TouchpointId,
};
use std::convert::Infallible;

/// About so many events, with every column that figures are computed from.
pub fn log(events: usize) -> EventLog {
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

/// One touchpoint per event name.
pub fn map() -> JourneyMap {
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

/// Each touchpoint takes the events of its own name.
pub fn source() -> Source {
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
