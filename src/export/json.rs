//! The figures as JSON: the contract of `pathlight measure --json`, described field by field in
//! `docs/command-line.md`. Names and meaning change only together with [`FORMAT`].

use crate::base::Timestamp;
use crate::measure::small_groups::{Shown, SmallGroups};
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
    /// Rows left out as the source says.
    pub left_out: u64,
    /// Optional fields emptied.
    pub field_errors: u64,
    /// The filter as given.
    pub filter: Filter,
}

/// All figures of a map; counts of small groups, and what would tell them, are hidden. `SmallGroups(0)` hides none.
#[must_use]
pub fn figures_json(map: &JourneyMap, measures: &Measures, account: &Account, small: SmallGroups) -> Value {
    let counts = &measures.journeys;
    let [goal, open, returned, left] = small.parts([counts.goal, counts.open, counts.returned, counts.left]);
    let touchpoints = touchpoints_json(map, measures, small);
    let transitions = measures.transitions.iter().map(|transition| {
        let count = small.count(transition.count);
        json!({
            "from": transition.from.to_string(),
            "to": transition.to.to_string(),
            "count": count,
            "journeys": small.count(transition.journeys),
            "median_seconds": unless(count.is_hidden(), transition.median_secs),
            "p90_seconds": unless(count.is_hidden(), transition.p90_secs),
        })
    });
    let switches = measures.channel_switches.iter().map(|switch| {
        json!({
            "from": switch.from,
            "to": switch.to,
            "count": small.count(switch.count),
            "exit_rate": switch.exit_rate.map(|rate| small.share(rate, switch.count)),
        })
    });
    let unmapped =
        measures.unmapped.iter().map(|name| json!({"event": name.event, "count": small.count(name.count)}));
    let mut all = json!({
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
            "total": small.count(counts.total),
            "closed": part(small, counts.closed, counts.total),
            "goal": goal,
            "open": open,
            "returned": returned,
            "left": left,
        },
        "customers": small.count(measures.customers),
        "goal_rate": rate(measures.goal_rate, small),
        "bounce_rate": rate(measures.bounce_rate, small),
        "touchpoints": touchpoints,
        "transitions": transitions.collect::<Vec<_>>(),
        "channel_switches": switches.collect::<Vec<_>>(),
        "unmapped": unmapped.collect::<Vec<_>>(),
    });
    if account.left_out > 0 {
        all["source"]["left_out"] = account.left_out.into();
    }
    if measures.is_summary {
        all["source"]["summary"] = true.into();
        all["journeys"] = Value::Null;
        all["customers"] = Value::Null;
    }
    all
}

/// A map with its figures, if there are any: everything another program needs.
///
/// # Errors
/// When a record can't be written as JSON, which no record of a sound map does.
pub fn map_json(map: &JourneyMap, figures: Option<Value>) -> Result<Value, serde_json::Error> {
    Ok(json!({"format": FORMAT, "map": serde_json::to_value(map)?, "measures": figures}))
}

/// The figures of one touchpoint.
fn touchpoint(map: &JourneyMap, figures: &TouchpointFigures, small: SmallGroups) -> Value {
    let name = map.touchpoints.get(figures.touchpoint).map(|touchpoint| &touchpoint.name);
    let stage = map.stage_of(figures.touchpoint).map(|stage| &stage.name);
    let exits_hidden = small.hides_part(figures.exits, figures.closed);
    let [left, returned] = small.parts([figures.left, figures.returned]);
    json!({
        "id": figures.touchpoint.to_string(),
        "name": name,
        "stage": stage,
        "visits": small.count(figures.visits),
        "customers": small.count(figures.customers),
        "reached": small.count(figures.reached),
        "closed": part(small, figures.closed, figures.reached),
        "left": if exits_hidden { withheld(left) } else { left },
        "returned": if exits_hidden { withheld(returned) } else { returned },
        "exits": part(small, figures.exits, figures.closed),
        "open": part(small, figures.open_here, figures.reached),
        "exit_rate": rate(figures.exit_rate, small),
        "exit_rate_visits": figures.exit_rate_of_visits.map(|rate| unless(exits_hidden, rate)),
        "satisfaction": figures.satisfaction.as_ref().map(|figures| satisfaction(figures, small)),
        "sentiment": figures.sentiment.as_ref().map(|figures| sentiment(figures, small)),
        "wait": figures.wait.as_ref().map(|figures| wait(figures, small)),
        "channels": channels(&figures.channels, small),
        "contacted_again": figures.contacted_again.map(|rate| value_of(rate, small)),
        "several_agents": figures.several_agents.map(|rate| value_of(rate, small)),
    })
}

/// A summary table does not tell these.
const NOT_IN_A_SUMMARY: [&str; 6] = ["visits", "customers", "closed", "left", "returned", "open"];

/// A part of a whole that stands beside it.
fn part(small: SmallGroups, part: u64, whole: u64) -> Shown<u64> {
    match small.count(part) {
        Shown::Value(_) if small.hides_part(part, whole) => Shown::Withheld,
        shown => shown,
    }
}

/// Hidden, whatever it was.
fn withheld(shown: Shown<u64>) -> Shown<u64> {
    if shown.is_hidden() { shown } else { Shown::Withheld }
}

/// The figure, unless it would tell a small count.
fn unless<T>(hidden: bool, figure: T) -> Shown<T> {
    if hidden { Shown::Withheld } else { Shown::Value(figure) }
}

fn rate(rate: Option<Rate>, small: SmallGroups) -> Value {
    let Some(rate) = rate else { return Value::Null };
    let hidden = small.rate(rate).is_hidden();
    json!({
        "value": unless(hidden, rate.value),
        "low": unless(hidden, rate.low),
        "high": unless(hidden, rate.high),
    })
}

fn value_of(rate: Rate, small: SmallGroups) -> Shown<f64> {
    unless(small.rate(rate).is_hidden(), rate.value)
}

fn time(time: Option<Timestamp>) -> Option<String> {
    time.map(Timestamp::to_iso)
}

fn satisfaction(figures: &SatisfactionFigures, small: SmallGroups) -> Value {
    let hidden = small.hides(figures.n);
    let parts = figures.spread.as_ref().map(|of| small.parts([of.satisfied, of.neutral, of.dissatisfied]));
    let [satisfied, neutral, dissatisfied] = parts.map_or([None; 3], |parts| parts.map(Some));
    json!({
        "n": small.count(figures.n),
        "mean": unless(hidden, figures.mean),
        "low": figures.interval().map(|(low, _)| unless(hidden, low)),
        "high": figures.interval().map(|(_, high)| unless(hidden, high)),
        "satisfied": satisfied,
        "neutral": neutral,
        "dissatisfied": dissatisfied,
        "emotion": unless(hidden, figures.emotion),
        "nps": figures.nps.map(|nps| unless(hidden, nps)),
    })
}

fn sentiment(figures: &SentimentFigures, small: SmallGroups) -> Value {
    let parts @ [positive, neutral, negative] =
        small.parts([figures.positive, figures.neutral, figures.negative]);
    json!({
        "positive": positive,
        "neutral": neutral,
        "negative": negative,
        "net": unless(parts.iter().any(Shown::is_hidden), figures.net),
    })
}

fn wait(figures: &WaitFigures, small: SmallGroups) -> Value {
    let hidden = small.hides(figures.n);
    json!({
        "n": small.count(figures.n),
        "median": unless(hidden, figures.median_secs),
        "p90": unless(hidden, figures.p90_secs),
    })
}

/// The channels of a touchpoint, whose visits add up to those of the touchpoint.
fn channels(channels: &[ChannelFigures], small: SmallGroups) -> Vec<Value> {
    let visits: Vec<u64> = channels.iter().map(|channel| channel.visits).collect();
    let shown = channels.iter().zip(small.list(&visits));
    let lines = shown.map(|(channel, visits)| {
        let scores_hidden = visits.is_hidden() || small.hides_part(channel.score_n, channel.visits);
        let exits_hidden = visits.is_hidden() || small.hides_part(channel.exits, channel.visits);
        json!({
            "channel": channel.channel,
            "visits": visits,
            "score_n": unless(scores_hidden, channel.score_n),
            "score_mean": channel.score_mean.map(|mean| unless(scores_hidden, mean)),
            "exits": unless(exits_hidden, channel.exits),
        })
    });
    lines.collect()
}

/// The touchpoints of [`figures_json`] alone, for tables.
pub(super) fn touchpoints_json(map: &JourneyMap, measures: &Measures, small: SmallGroups) -> Vec<Value> {
    let known = |mut touchpoint: Value| {
        for key in NOT_IN_A_SUMMARY.iter().filter(|_| measures.is_summary) {
            touchpoint[key] = Value::Null;
        }
        touchpoint
    };
    measures.touchpoints.iter().map(|figures| known(touchpoint(map, figures, small))).collect()
}
