//! Events, rules and a filter in; every number of `docs/measures.md` out. No drawing, no files, no clock.
//!
//! [`measure`] maps events to touchpoints, cuts and judges journeys, selects some of them, and hands their visits to
//! one small kernel per kind of figure. Results do not depend on the number of threads.

mod channels;
mod contacts;
mod dates;
mod feelings;
mod figures;
mod filter;
mod fold;
mod grouped;
mod histogram;
mod journeys;
mod mapping;
mod overall;
mod pains;
mod paths;
mod satisfaction;
pub mod small_groups;
pub mod stats;
mod touchpoints;
mod transitions;

pub use figures::{
    ChannelFigures, Histogram, JourneyCounts, Measures, PainFigures, Rate, SatisfactionFigures,
    SentimentFigures, SwitchFigures, TouchpointFigures, TransitionFigures, UnmappedEvent, WaitFigures,
};

use crate::base::{Cancel, Cancelled, Timestamp};
use crate::events::EventLog;
use crate::model::{JourneyMap, Source, Touchpoint};
use feelings::Feelings;
use filter::Selector;
use journeys::{Journeys, Spans};
use paths::Paths;
use satisfaction::Scales;
use touchpoints::Tally;

/// Why nothing could be measured.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum MeasureError {
    /// Stopped by the user.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// A rule's regular expression does not parse.
    #[error("the rule `{pattern}` is not a regular expression: {reason}")]
    BadPattern {
        /// As written.
        pattern: String,
        /// What the parser says.
        reason: String,
    },
    /// A date of the filter or of `observed_until` does not parse.
    #[error("`{0}` is not a date; write it as 2024-04-01 or 2024-04-01T10:00:00")]
    BadDate(String),
    /// The source's time zone is unknown, so that a date without a zone has no meaning.
    #[error("`{0}` is not a time zone; write it like Europe/Istanbul")]
    BadTimeZone(String),
    /// The filter names a segment column that the source does not have.
    #[error("the data has no segment column `{0}`")]
    NoSuchSegment(String),
}

/// Every figure of a map over a log: the source gives rules, gap, open window, scale and filter,
/// the map touchpoints with their goal and contact flags, and pain rules.
///
/// # Errors
/// [`MeasureError`]; partial results are never given.
pub fn measure(
    log: &EventLog,
    map: &JourneyMap,
    source: &Source,
    cancel: &Cancel,
) -> Result<Measures, MeasureError> {
    cancel.check()?;
    let zone = source.read.timezone.as_deref();
    let declared_end = source.observed_until.as_deref().map(|text| dates::moment(text, zone)).transpose()?;
    let selector = Selector::new(log, &source.filter, zone)?;
    let touchpoints: Vec<&Touchpoint> =
        map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint).collect();
    let is_goal: Vec<bool> = touchpoints.iter().map(|touchpoint| touchpoint.goal).collect();
    let is_contact: Vec<bool> = touchpoints.iter().map(|touchpoint| touchpoint.contact).collect();
    let period = log.period();
    let observed_until = period.map(|(_, last)| last).max(declared_end).unwrap_or_default();

    let mapping = mapping::touchpoint_of_events(log, map, &source.rules)?;
    cancel.check()?;
    let mut journeys = Journeys::cut(log, source.gap.0, cancel)?;
    let spans = Spans { open: source.open.0, observed_until };
    journeys.judge(log, &mapping, &is_goal, &spans, cancel)?;

    let mut histogram = Histogram::covering(period);
    histogram.count_all(log);
    let mut selected_period: Option<(Timestamp, Timestamp)> = None;
    let paths = Paths::select(&journeys, &mapping, &selector, cancel, |event| {
        let time = log.time(event);
        histogram.count_selected(time);
        let (first, last) = selected_period.unwrap_or((time, time));
        selected_period = Some((first.min(time), last.max(time)));
    })?;

    let scales = Scales::new(log, source.scale);
    let followed = if is_contact.contains(&true) || pains::need_contacts(map) {
        contacts::followed_by_contact(log, &mapping, &is_contact, cancel)?
    } else {
        Vec::new()
    };
    let count = touchpoints.len();
    let (tallies, (feelings, transitions)) = rayon::join(
        || touchpoints::tally(log, count, &paths, cancel),
        || {
            rayon::join(
                || feelings::feelings(log, count, &paths, &scales, cancel),
                || transitions::transitions(log, &touchpoints, &paths, cancel),
            )
        },
    );
    let (tallies, feelings, transitions) = (tallies?, feelings?, transitions?);
    let shown: Vec<_> = feelings.iter().map(|of| of.scale).collect();
    let (channels, (switches, pains)) = rayon::join(
        || channels::channels(log, &shown, &paths, &scales, cancel),
        || {
            rayon::join(
                || channels::switches(log, &paths, cancel),
                || {
                    let place = |id| touchpoints.iter().position(|touchpoint| touchpoint.id == id);
                    pains::pains(log, map, place, &paths, &followed, cancel)
                },
            )
        },
    );
    let (channel_switches, transitions_with_channels) = switches?;
    let (again, again_overall) =
        contacts::contacted_again(log, &is_contact, &paths, &followed, observed_until);

    let per_touchpoint = tallies.iter().zip(feelings).zip(channels?).zip(again).enumerate();
    let figures = per_touchpoint.map(|(place, (((tally, feelings), channels), again))| {
        let is_last = place + 1 == touchpoints.len();
        let figures = touchpoint_figures(touchpoints[place], tally, is_last, feelings);
        TouchpointFigures { channels, contacted_again: again, ..figures }
    });
    let unmapped = overall::unmapped(log, &mapping);
    let mut measures = Measures {
        is_survey: log.is_survey,
        journeys: overall::count_journeys(&paths),
        customers: overall::count_customers(&paths),
        events: log.len() as u64,
        unmapped_events: unmapped.iter().map(|event| event.count).sum(),
        first: period.map(|(first, _)| first),
        last: period.map(|(_, last)| last),
        observed_until: period.map(|_| observed_until),
        selected_first: selected_period.map(|(first, _)| first),
        selected_last: selected_period.map(|(_, last)| last),
        goal_rate: overall::goal_rate(&paths),
        bounce_rate: overall::bounce_rate(&paths),
        nps: scales.net_promoter(log, overall::passing_events(&journeys, &selector)),
        no_goal_set: !is_goal.contains(&true),
        touchpoints: figures.collect(),
        transitions,
        channel_switches,
        transitions_with_channels,
        contacted_again: again_overall,
        unmapped,
        pains: pains?,
        histogram,
    };
    if log.is_survey {
        measures.without_paths();
    }
    Ok(measures)
}

fn touchpoint_figures(
    touchpoint: &Touchpoint,
    tally: &Tally,
    is_last: bool,
    feelings: Feelings,
) -> TouchpointFigures {
    let share = |count: u64, of: u64| (of > 0).then(|| count as f64 / of as f64);
    let scored = feelings.satisfaction.as_ref().map_or(0, |satisfaction| satisfaction.n);
    TouchpointFigures {
        touchpoint: touchpoint.id,
        visits: tally.visits,
        customers: tally.customers,
        reached: tally.reached,
        closed: tally.closed,
        left: tally.left,
        returned: tally.returned,
        exits: tally.exits(),
        open_here: tally.open_here,
        exit_rate: Rate::of(tally.exits(), tally.closed),
        exit_rate_of_visits: share(tally.exits(), tally.closed_visits),
        drop_off: share(tally.closed - tally.went_on, tally.closed).filter(|_| !is_last),
        satisfaction: feelings.satisfaction,
        sentiment: feelings.sentiment,
        wait: feelings.wait,
        channels: Vec::new(),
        contacted_again: None,
        several_agents: Rate::of(tally.several_agents, tally.with_agent),
        response_rate: share(scored, tally.visits),
    }
}
