//! Signs 1, 5 and 9: is the map itself up to date, about what matters, and aimed at something?

use super::{Inputs, Missing, Reading, Sign, SignKind, Verdict};
use crate::base::time::DAY;
use crate::base::{Cancel, Progress, Timestamp};
use crate::insights::JourneySet;
use crate::insights::behaviour::{ColumnTells, behaviour, nature};
use crate::insights::targets::{Course, progress};
use crate::measure::compare::drift;
use crate::measure::small_groups::SmallGroups;
use crate::measure::trend::trend;
use crate::measure::{Keep, MeasureError};
use crate::model::{Filter, Nature};
use std::collections::BTreeSet;
use std::sync::Arc;

pub fn outdated(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Sign, MeasureError> {
    let kind = SignKind::OutdatedJourney;
    let review = &inputs.map.about.review;
    let reviewed = review.reviewed.as_deref().and_then(|text| Some((text, day_of(text)?)));
    let Some((text, reviewed)) = reviewed else {
        return Ok(Sign::no_data(kind, Missing::DayOfReview, JourneySet::default()));
    };
    let Some(newest) = inputs.measures.last else {
        return Ok(Sign::no_data(kind, Missing::Times, JourneySet::default()));
    };
    let days = ((newest.0 - reviewed.0) as f64 / DAY as f64).max(0.0);
    let filter = &inputs.source.filter;
    let (_, before) =
        inputs.filtered(&Filter { from: None, to: Some(text.to_owned()), ..filter.clone() }, cancel)?;
    let (since, after) =
        inputs.filtered(&Filter { from: Some(text.to_owned()), to: None, ..filter.clone() }, cancel)?;
    let distance = drift(&before, &after);
    let limits = &review.thresholds;
    let exceeds = |part: f64| {
        days > limits.outdated_days * part || distance.is_some_and(|distance| distance >= limits.drift * part)
    };
    let verdict = if exceeds(1.0) {
        Verdict::NeedsWork
    } else if exceeds(0.5) {
        Verdict::Watch
    } else {
        Verdict::Fine
    };
    let mut readings = vec![Reading::DaysSinceReview { days, threshold: limits.outdated_days }];
    readings.extend(distance.map(|distance| Reading::Drift { distance, threshold: limits.drift }));
    Ok(Sign::told(kind, verdict, readings, since))
}

/// Midnight of an ISO date.
fn day_of(text: &str) -> Option<Timestamp> {
    let date: jiff::civil::Date = text.get(..10)?.parse().ok()?;
    Some(Timestamp::from_ymd(i32::from(date.year()), date.month() as u8, date.day() as u8))
}

pub fn demographics(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Sign, MeasureError> {
    let kind = SignKind::DemographicsOnly;
    let columns = behaviour(inputs, cancel)?;
    if columns.iter().all(|column| column.tells.is_none()) {
        return Ok(Sign::no_data(kind, Missing::Segments, JourneySet::default()));
    }
    let of_personas = inputs.map.personas.iter().flat_map(|persona| persona.segments.keys());
    let bound: BTreeSet<&String> = of_personas.chain(inputs.source.filter.segments.keys()).collect();
    let is_demographic = |column: &&&String| nature(inputs.source, column) == Nature::Demographic;
    let demographic = bound.iter().filter(is_demographic).count();
    let best = |nature: Nature| columns.iter().find(|of| of.nature == nature && of.tells.is_some()).cloned();
    let (doing, being) = (best(Nature::Behavioural), best(Nature::Demographic));
    let tells = |of: &Option<ColumnTells>| of.as_ref().map_or(0.0, ColumnTells::corrected);
    let threshold = inputs.map.about.review.thresholds.behaviour;
    let tells_more = |times: f64| tells(&doing) > 0.0 && tells(&doing) >= times * tells(&being);
    let is_only_demographic = !bound.is_empty() && demographic == bound.len();
    let verdict = if is_only_demographic && tells_more(threshold) {
        Verdict::NeedsWork
    } else if demographic > 0 && tells_more(threshold / 2.0) {
        Verdict::Watch
    } else {
        Verdict::Fine
    };
    let readings = vec![
        Reading::Tells { behaviour: doing, demographics: being, threshold },
        Reading::Bound { all: bound.len(), demographic },
    ];
    Ok(Sign::told(kind, verdict, readings, JourneySet::default()))
}

pub fn goals(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Sign, MeasureError> {
    let kind = SignKind::NoGoals;
    let touchpoints: Vec<_> =
        inputs.map.touchpoints_in_order().filter(|(_, of)| of.goal).map(|(_, of)| of.id).collect();
    let targets = &inputs.map.about.targets;
    let periods = if targets.is_empty() {
        Vec::new()
    } else {
        let data = (inputs.log, inputs.map, inputs.source);
        trend(&Keep::from(Arc::clone(&inputs.prepared)), data, cancel, &Progress::default())?
    };
    let until = inputs.prepared.observed_until();
    let courses: Vec<_> = targets
        .iter()
        .map(|target| (target, progress(target, &periods, (inputs.source, until), SmallGroups(0)).course))
        .collect();
    let is_missed = |course: &Course| matches!(course, Course::Missed | Course::OffCourse);
    let missed: Vec<_> = courses.iter().filter(|(_, course)| is_missed(course)).collect();
    let is_unsure = |course: &Course| matches!(course, Course::Uncertain | Course::NotReachedYet);
    let verdict = if (touchpoints.is_empty() && targets.is_empty()) || !missed.is_empty() {
        Verdict::NeedsWork
    } else if touchpoints.is_empty() || targets.is_empty() || courses.iter().any(|(_, of)| is_unsure(of)) {
        Verdict::Watch
    } else {
        Verdict::Fine
    };
    let reading =
        Reading::Goals { touchpoints: touchpoints.len(), targets: targets.len(), missed: missed.len() };
    let mut sign = Sign::told(kind, verdict, vec![reading], JourneySet::default());
    sign.touchpoints = missed.iter().filter_map(|(target, _)| target.touchpoint).collect();
    Ok(sign)
}
