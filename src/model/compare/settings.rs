//! Rules and filters as text that can stand in a list of differences.

use super::fields::{Field, FieldDifference};
use crate::model::card::PainRule;
use crate::model::id::TouchpointId;
use crate::model::records::JourneyMap;
use crate::model::source::{EventRule, Filter, Source};
use crate::model::target::Target;
use crate::tr;
use std::collections::BTreeMap;

/// How the data tells that a visit met a pain point.
pub(super) fn pain_rule(rule: &PainRule) -> String {
    match rule {
        PainRule::WaitOver(seconds) => tr!("model-rule-wait-over", seconds = seconds.to_string()),
        PainRule::ScoreAtMost(score) => tr!("model-rule-score-at-most", score = score.to_string()),
        PainRule::SentimentNegative => tr!("model-rule-sentiment-negative"),
        PainRule::ContactedAgain => tr!("model-rule-contacted-again"),
        PainRule::ChannelSwitch => tr!("model-rule-channel-switch"),
        PainRule::TextContains(words) => tr!("model-rule-text-contains", words = words.as_str()),
        PainRule::EventName(name) => tr!("model-rule-event-name", name = name.as_str()),
    }
}

/// Which journeys are counted; empty = all.
pub(super) fn filter(filter: &Filter) -> String {
    let mut parts = Vec::new();
    if filter.from.is_some() || filter.to.is_some() {
        let end = |end: &Option<String>| end.clone().unwrap_or_default();
        parts.push(format!("{} – {}", end(&filter.from), end(&filter.to)));
    }
    let joined = |values: &std::collections::BTreeSet<String>| {
        values.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
    };
    parts.extend(filter.segments.iter().map(|(column, values)| format!("{column} = {}", joined(values))));
    if !filter.channels.is_empty() {
        parts.push(joined(&filter.channels));
    }
    parts.join("; ")
}

/// What figures should be by a day.
pub(super) fn targets(map: &JourneyMap) -> String {
    let one = |target: &Target| {
        let at = target.touchpoint.and_then(|id| Some(map.touchpoints.get(id)?.name.as_str()));
        let figure = target.figure.label();
        let value = target.value.to_string();
        let at = at.map(|name| format!(" ({name})")).unwrap_or_default();
        tr!("model-target", figure = format!("{figure}{at}"), value = value, by = target.by.as_str())
    };
    map.about.targets.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// How good or bad the team finds words.
pub(super) fn word_moods(map: &JourneyMap) -> String {
    let moods = map.about.word_moods.iter();
    moods.map(|(word, mood)| format!("{word} {mood:+}")).collect::<Vec<_>>().join(", ")
}

/// The range that is compared with; empty = none.
pub(super) fn before(source: &Source) -> String {
    source.before.as_ref().map(|before| format!("{} – {}", before.from, before.to)).unwrap_or_default()
}

/// The rules that are in one of the two sources only. A rule stays the same when its touchpoint has another name.
pub(super) fn event_rules(
    before: (&JourneyMap, &Source),
    after: (&JourneyMap, &Source),
    touchpoints: &BTreeMap<TouchpointId, TouchpointId>,
) -> Option<FieldDifference> {
    let name = |map: &JourneyMap, id| map.name_of(id).to_owned();
    let then: Vec<_> = before
        .1
        .rules
        .iter()
        .map(|rule| {
            let partner = touchpoints.get(&rule.touchpoint);
            event_rule(
                rule,
                &partner.map_or_else(|| name(before.0, rule.touchpoint), |id| name(after.0, *id)),
            )
        })
        .collect();
    let now: Vec<_> =
        after.1.rules.iter().map(|rule| event_rule(rule, &name(after.0, rule.touchpoint))).collect();
    only_in_one(Field::EventRules, &then, &now)
}

/// What of two lists is in one of them only; none when they hold the same.
pub(super) fn only_in_one(field: Field, then: &[String], now: &[String]) -> Option<FieldDifference> {
    let without = |texts: &[String], others: &[String]| {
        let only = texts.iter().filter(|text| !others.contains(text));
        only.map(String::as_str).collect::<Vec<_>>().join("; ")
    };
    let (before, after) = (without(then, now), without(now, then));
    (before != after).then_some(FieldDifference { field, before, after })
}

fn event_rule(rule: &EventRule, touchpoint: &str) -> String {
    let event = rule.event.text();
    match &rule.channel {
        Some(channel) => format!("{event} ({channel}) → {touchpoint}"),
        None => format!("{event} → {touchpoint}"),
    }
}
