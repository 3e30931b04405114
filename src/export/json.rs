//! The figures as JSON: the contract of `pathlight measure --json`, described field by field in
//! `docs/command-line.md`. Names and meaning change only together with [`FORMAT`].

use crate::base::Timestamp;
use crate::measure::{
    ChannelFigures, Measures, Rate, SatisfactionFigures, SentimentFigures, TouchpointFigures, WaitFigures,
};
use crate::model::{Filter, JourneyMap};
use serde_json::{Value, json};

/// Version of the field names and their meaning.
pub const FORMAT: u32 = 1;

/// What became of a source's rows, and which journeys were counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// Name of the source.
    pub name: String,
    /// Rows in the source.
    pub rows: u64,
    /// Rows not taken.
    pub rejected: u64,
    /// Optional fields emptied.
    pub field_errors: u64,
    /// The filter as given.
    pub filter: Filter,
}

/// All figures of a map, exact.
#[must_use]
pub fn figures_json(map: &JourneyMap, measures: &Measures, account: &Account) -> Value {
    let journeys = &measures.journeys;
    let touchpoints = measures.touchpoints.iter().map(|figures| touchpoint(map, figures));
    let transitions = measures.transitions.iter().map(|transition| {
        json!({
            "from": transition.from.to_string(),
            "to": transition.to.to_string(),
            "count": transition.count,
            "journeys": transition.journeys,
            "median_seconds": transition.median_secs,
            "p90_seconds": transition.p90_secs,
        })
    });
    let switches = measures.channel_switches.iter().map(|switch| {
        json!({
            "from": switch.from,
            "to": switch.to,
            "count": switch.count,
            "exit_rate": switch.exit_rate,
        })
    });
    let unmapped = measures.unmapped.iter();
    json!({
        "format": FORMAT,
        "source": {
            "name": account.name,
            "rows": account.rows,
            "events": measures.events,
            "rejected": account.rejected,
            "field_errors": account.field_errors,
            "unmapped_events": measures.unmapped_events,
            "first": time(measures.first),
            "last": time(measures.last),
            "observed_until": time(measures.observed_until),
        },
        "filter": account.filter,
        "journeys": {
            "total": journeys.total,
            "closed": journeys.closed,
            "goal": journeys.goal,
            "open": journeys.open,
            "returned": journeys.returned,
            "left": journeys.left,
        },
        "customers": measures.customers,
        "goal_rate": rate(measures.goal_rate),
        "bounce_rate": rate(measures.bounce_rate),
        "touchpoints": touchpoints.collect::<Vec<_>>(),
        "transitions": transitions.collect::<Vec<_>>(),
        "channel_switches": switches.collect::<Vec<_>>(),
        "unmapped": unmapped.map(|name| json!({"event": name.event, "count": name.count})).collect::<Vec<_>>(),
    })
}

/// A map with its figures, if there are any: everything another program needs.
///
/// # Errors
/// When a record can't be written as JSON, which no record of a sound map does.
pub fn map_json(map: &JourneyMap, figures: Option<Value>) -> Result<Value, serde_json::Error> {
    Ok(json!({"format": FORMAT, "map": serde_json::to_value(map)?, "measures": figures}))
}

fn touchpoint(map: &JourneyMap, figures: &TouchpointFigures) -> Value {
    let name = map.touchpoints.get(figures.touchpoint).map(|touchpoint| &touchpoint.name);
    let stage = map.stage_of(figures.touchpoint).map(|stage| &stage.name);
    json!({
        "id": figures.touchpoint.to_string(),
        "name": name,
        "stage": stage,
        "visits": figures.visits,
        "customers": figures.customers,
        "reached": figures.reached,
        "closed": figures.closed,
        "left": figures.left,
        "returned": figures.returned,
        "exits": figures.exits,
        "open": figures.open_here,
        "exit_rate": rate(figures.exit_rate),
        "exit_rate_visits": figures.exit_rate_of_visits,
        "satisfaction": figures.satisfaction.as_ref().map(satisfaction),
        "sentiment": figures.sentiment.as_ref().map(sentiment),
        "wait": figures.wait.as_ref().map(wait),
        "channels": figures.channels.iter().map(channel).collect::<Vec<_>>(),
        "contacted_again": figures.contacted_again.map(|rate| rate.value),
        "several_agents": figures.several_agents.map(|rate| rate.value),
    })
}

fn rate(rate: Option<Rate>) -> Value {
    rate.map_or(Value::Null, |rate| json!({"value": rate.value, "low": rate.low, "high": rate.high}))
}

fn time(time: Option<Timestamp>) -> Option<String> {
    time.map(Timestamp::to_iso)
}

fn satisfaction(figures: &SatisfactionFigures) -> Value {
    json!({
        "n": figures.n,
        "mean": figures.mean,
        "low": figures.interval.map(|(low, _)| low),
        "high": figures.interval.map(|(_, high)| high),
        "satisfied": figures.satisfied,
        "neutral": figures.neutral,
        "dissatisfied": figures.dissatisfied,
        "emotion": figures.emotion,
        "nps": figures.nps,
    })
}

fn sentiment(figures: &SentimentFigures) -> Value {
    json!({
        "positive": figures.positive,
        "neutral": figures.neutral,
        "negative": figures.negative,
        "net": figures.net,
    })
}

fn wait(figures: &WaitFigures) -> Value {
    json!({"n": figures.n, "median": figures.median_secs, "p90": figures.p90_secs})
}

fn channel(figures: &ChannelFigures) -> Value {
    json!({
        "channel": figures.channel,
        "visits": figures.visits,
        "score_n": figures.score_n,
        "score_mean": figures.score_mean,
        "exits": figures.exits,
    })
}
