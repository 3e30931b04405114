//! One customer's journey.

use super::row;
use crate::events::Sentiment;
use crate::export::FORMAT;
use crate::insights::customer::{Moment, Story};
use crate::insights::findings::Teller;
use crate::model::JourneyStatus;
use crate::tr;
use serde_json::{Value, json};

const fn status(status: JourneyStatus) -> &'static str {
    match status {
        JourneyStatus::Goal => "goal",
        JourneyStatus::Open => "open",
        JourneyStatus::Returned => "returned",
        JourneyStatus::Left => "left",
    }
}

const fn mood(mood: Sentiment) -> &'static str {
    match mood {
        Sentiment::Negative => "negative",
        Sentiment::Neutral => "neutral",
        Sentiment::Positive => "positive",
    }
}

/// Everything that happened.
#[must_use]
pub fn story_json(story: &Story) -> Value {
    let moments = story.moments.iter().map(|moment| {
        json!({
            "time": moment.time.map(|time| time.to_iso()),
            "touchpoint": moment.touchpoint.map(|id| id.to_string()),
            "event": moment.event, "channel": moment.channel, "wait_seconds": moment.wait_secs,
            "score": moment.score, "sentiment": moment.sentiment.map(mood), "comment": moment.comment,
            "outcome": moment.outcome, "revenue": moment.revenue,
        })
    });
    json!({
        "format": FORMAT,
        "customer": story.customer,
        "journey": {"place": story.place.0, "of": story.place.1, "status": status(story.status)},
        "events": moments.collect::<Vec<_>>(),
    })
}

/// A table in time.
#[must_use]
pub fn story_markdown(story: &Story, teller: &Teller<'_>) -> String {
    let format = &teller.format;
    let mut text = format!("# {}\n\n", tr!("insights-customer", name = story.customer.as_str()));
    let (place, of) = (story.place.0 as u64, story.place.1 as u64);
    let (place, of) = (format.count(place), format.count(of));
    text += &tr!("export-story-place", place = place, of = of, status = status(story.status));
    text += "\n\n";
    text += &row([
        tr!("export-story-time"),
        tr!("export-story-event"),
        tr!("export-story-channel"),
        tr!("export-story-wait"),
        tr!("export-story-score"),
        tr!("export-story-comment"),
    ]);
    text += "| --- | --- | --- | --: | --: | --- |\n";
    let line = |moment: &Moment| {
        let name = moment.touchpoint.map(|id| teller.touchpoint(id).to_owned());
        let channel = moment.channel.clone().unwrap_or_default();
        row([
            moment.time.map(|time| time.to_iso().replace('T', " ").replace('Z', "")).unwrap_or_default(),
            name.unwrap_or_else(|| tr!("export-story-unmapped", event = moment.event.as_str())),
            if moment.is_switch { format!("→ {channel}") } else { channel },
            moment.wait_secs.map(|secs| format.duration(secs)).unwrap_or_default(),
            moment.score.map(|score| format.decimals(score, 1)).unwrap_or_default(),
            moment.comment.clone().unwrap_or_default(),
        ])
    };
    text + &story.moments.iter().map(line).collect::<String>()
}
