//! Targets: where figures are, where they are heading.

use crate::base::{Cancel, Progress as JobProgress, Timestamp};
use crate::insights::targets::{Progress, progress};
use crate::insights::{Behind, Inputs, JourneySet};
use crate::measure::small_groups::SmallGroups;
use crate::measure::trend::{Period, Step, trend};
use crate::measure::{Keep, MeasureError};
use std::sync::Arc;

/// What the page shows.
#[derive(Debug)]
pub struct Goals {
    /// In the order of the map's list.
    pub targets: Vec<Standing>,
    /// How long the periods are.
    pub step: Step,
}

/// A target as it stands.
#[derive(Debug)]
pub struct Standing {
    /// Its figures.
    pub progress: Progress,
    /// The journeys of the last whole period on which its figure rests.
    pub journeys: JourneySet,
}

/// Follows all targets.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Goals, MeasureError> {
    let targets = &inputs.map.about.targets;
    let data = (inputs.log, inputs.map, inputs.source);
    let keep = Keep::from(Arc::clone(&inputs.prepared));
    let periods = match targets.is_empty() {
        true => Vec::new(),
        false => trend(&keep, data, cancel, &JobProgress::default())?,
    };
    let until = inputs.prepared.observed_until();
    let mut standings = Vec::new();
    for target in targets {
        cancel.check()?;
        // On the team's own screen nothing is hidden.
        let progress = progress(target, &periods, (inputs.source, until), SmallGroups(0));
        let journeys = last_journeys(inputs, &progress, &periods, cancel)?;
        standings.push(Standing { progress, journeys });
    }
    let step = periods.first().map_or(Step::Month, |period| period.step);
    Ok(Goals { targets: standings, step })
}

/// The journeys that begin in the last whole period, as far as its figure counts them.
fn last_journeys(
    inputs: &Inputs<'_>,
    progress: &Progress,
    periods: &[Period],
    cancel: &Cancel,
) -> Result<JourneySet, MeasureError> {
    let Some(last) = progress.past.last() else { return Ok(JourneySet::default()) };
    let zone = inputs.source.read.timezone.as_deref();
    let place = periods.iter().position(|period| period.day == last.day);
    let begin = place.and_then(|place| periods.get(place)).map(|period| period.begin(zone)).transpose()?;
    let next = place.and_then(|place| periods.get(place + 1)).map(|period| period.begin(zone)).transpose()?;
    let (begin, next) = (begin.unwrap_or(Timestamp(i64::MIN)), next.unwrap_or(Timestamp(i64::MAX)));
    let is_in_it =
        |number: u32| inputs.journey(number).is_some_and(|journey| (begin..next).contains(&journey.begin()));
    let target = &progress.target;
    let figure = Behind::of_figure(target.figure, target.touchpoint);
    Behind::Among(inputs.journeys.filter(is_in_it), Box::new(figure)).journeys(inputs, cancel)
}
