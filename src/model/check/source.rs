//! Data sources: scales, times and patterns that can be used, rules that lead somewhere.

use super::{Problem, Problems, place};
use crate::base::Scale;
use crate::base::time::SECOND;
use crate::model::records::JourneyMap;
use crate::model::source::{Source, Span};
use crate::tr;

pub(super) fn check(map: &JourneyMap, source: &Source, problems: &mut Problems) {
    let place = place_of(source);
    for rule in source.rules.iter().filter(|rule| !map.touchpoints.contains(rule.touchpoint)) {
        problems.add(&place, tr!("model-problem-dangling", id = rule.touchpoint.to_string()));
    }
    problems.0.extend(self::source(source));
}

fn place_of(source: &Source) -> String {
    place("source", source.id, &source.name)
}

/// Problems of a source in itself, whatever the map.
pub(in crate::model) fn source(source: &Source) -> Vec<Problem> {
    let mut problems = Problems::default();
    let place = place_of(source);
    let ratings = source.survey.iter().flat_map(|survey| &survey.ratings);
    for scale in source.scale.iter().chain(ratings.filter_map(|rating| rating.scale.as_ref())) {
        problems.add_if(!is_usable(*scale), &place, || {
            tr!("model-problem-scale", min = scale.min.to_string(), max = scale.max.to_string())
        });
    }
    for (field, span) in [("gap", source.gap), ("open", source.open)] {
        problems.add_if(!is_whole_seconds(span), &place, || tr!("model-problem-span", field = field));
    }
    let dates = [
        ("observed_until", source.observed_until.as_deref()),
        ("from", source.filter.from.as_deref()),
        ("to", source.filter.to.as_deref()),
        ("before", source.before.as_ref().map(|before| before.from.as_str())),
        ("before", source.before.as_ref().map(|before| before.to.as_str())),
        ("date", source.survey.as_ref().and_then(|survey| survey.date.as_deref())),
    ];
    for (field, text) in dates {
        let Some(text) = text.filter(|text| !is_date_or_time(text)) else { continue };
        problems.add(&place, tr!("model-problem-date", field = field, value = text));
    }
    for rule in &source.rules {
        let Err(error) = rule.event.check() else { continue };
        let (pattern, reason) = (rule.event.text().to_owned(), error.reason);
        problems.add(&place, tr!("model-problem-regex", pattern = pattern, reason = reason));
    }
    problems.0
}

fn is_usable(scale: Scale) -> bool {
    scale.min.is_finite() && scale.max.is_finite() && scale.min < scale.max
}

/// Only such a span survives being written down.
fn is_whole_seconds(span: Span) -> bool {
    span.0.is_none_or(|micros| micros >= 0 && micros % SECOND == 0)
}

/// `2024-03-01`, `2024-03-01T09:00`, with seconds, with `Z` or an offset.
pub(super) fn is_date_or_time(text: &str) -> bool {
    text.parse::<jiff::civil::DateTime>().is_ok() || text.parse::<jiff::Timestamp>().is_ok()
}
