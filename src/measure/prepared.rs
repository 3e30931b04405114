//! What holds for any filter, computed once and kept: how events map to touchpoints, how journeys are cut and stand,
//! and the orders from which quantiles are read. A change of the filter only counts anew.

use super::channels::{self, Switches};
use super::contacts;
use super::feelings::feelings;
use super::figures::{Histogram, Measures, TouchpointFigures, UnmappedEvent};
use super::filter::Selector;
use super::handled::AgentHours;
use super::journeys::{Cut, Journeys};
use super::kinds::{ByKind, Kinds, Telling};
use super::mapping::Mapping;
use super::months::Months;
use super::overall::{Overall, unmapped};
use super::pains::{self, Pains, RuledPain};
use super::paths::{self, Kernel, Path, Selection};
use super::satisfaction::Scales;
use super::scores::Scores;
use super::summary::Given;
use super::touchpoints::Tallies;
use super::transitions::Steps;
use super::waits::Waits;
use super::{MeasureError, dates};
use crate::base::{Cancel, Scale, Timestamp};
use crate::events::{Codes, EventLog};
use crate::model::{EventRule, JourneyMap, PainRule, Source, Span, Touchpoint, TouchpointId};

/// Everything of a map and its source that the prepared part depends on.
#[derive(PartialEq)]
struct Basis {
    rules: Vec<EventRule>,
    gap: Span,
    open: Span,
    observed_until: Option<String>,
    timezone: Option<String>,
    scale: Option<Scale>,
    /// In map order, with the goal and contact flags.
    touchpoints: Vec<(TouchpointId, bool, bool)>,
    pains: Vec<RuledPain>,
}

impl Basis {
    fn of(map: &JourneyMap, source: &Source) -> Self {
        Self {
            rules: source.rules.clone(),
            gap: source.gap,
            open: source.open,
            observed_until: source.observed_until.clone(),
            timezone: source.read.timezone.clone(),
            scale: source.scale,
            touchpoints: map.touchpoints_in_order().map(|(_, t)| (t.id, t.goal, t.contact)).collect(),
            pains: pains::rules(map),
        }
    }
}

/// A log made ready for a map: measures any filter quickly.
pub struct Prepared {
    basis: Basis,
    scales: Scales,
    months: Months,
    period: Option<(Timestamp, Timestamp)>,
    observed_until: Timestamp,
    /// All events counted, none selected yet.
    histogram: Histogram,
    /// The slice of the histogram by event.
    slices: Codes,
    unmapped: Vec<UnmappedEvent>,
    journeys: Journeys,
    /// Those that are counted.
    all_journeys: u64,
    kinds: Kinds,
    steps: Steps,
    waits: Waits,
    agent_hours: AgentHours,
    pains: Pains,
    given: Given,
}

impl Prepared {
    /// Makes a log ready for a map and a source, whose filter plays no part.
    ///
    /// # Errors
    /// [`MeasureError`], but for the filter.
    pub fn new(
        log: &EventLog,
        map: &JourneyMap,
        source: &Source,
        cancel: &Cancel,
    ) -> Result<Self, MeasureError> {
        cancel.check()?;
        let basis = Basis::of(map, source);
        let zone = basis.timezone.as_deref();
        let declared_end =
            basis.observed_until.as_deref().map(|text| dates::moment(text, zone)).transpose()?;
        let period = log.period();
        let observed_until = period.map(|(_, last)| last).max(declared_end).unwrap_or_default();
        let months = Months::covering(period.map(|(first, _)| (first, observed_until)), zone)?;
        let mapping = Mapping::new(log, map, &basis.rules)?;
        let scales = Scales::new(log, basis.scale);
        let given = Given::of(log, &mapping, basis.touchpoints.len());
        let mut histogram = Histogram::covering(period);
        let slices = histogram.count_all(log, cancel)?;

        let is_goal: Vec<bool> = basis.touchpoints.iter().map(|(_, is_goal, _)| *is_goal).collect();
        let is_contact: Vec<bool> = basis.touchpoints.iter().map(|(_, _, is_contact)| *is_contact).collect();
        let cut = Cut {
            log,
            mapping: &mapping,
            is_goal: &is_goal,
            gap: basis.gap.0,
            open: basis.open.0,
            observed_until,
            months: &months,
        };
        let journeys = Journeys::cut(&cut, cancel)?;
        let needs_contacts = is_contact.contains(&true)
            || basis.pains.iter().any(|(_, _, rule)| *rule == PainRule::ContactedAgain);
        let followed = if needs_contacts {
            contacts::followed_by_contact(log, &mapping, &is_contact, cancel)?
        } else {
            Vec::new()
        };
        let telling = Telling {
            mapping: &mapping,
            scales: &scales,
            is_contact: &is_contact,
            followed: &followed,
            observed_until,
        };
        let kinds = Kinds::new(log, &journeys, &telling, cancel)?;
        let told = (&journeys, &kinds);
        let place = |id| basis.touchpoints.iter().position(|(touchpoint, _, _)| *touchpoint == id);
        let (steps, (waits, (agent_hours, pains))) = rayon::join(
            || Steps::new(log, &journeys, &kinds, cancel),
            || {
                let waits = Waits::new(log, told, is_goal.len(), cancel);
                let hours = AgentHours::new(log, &journeys, cancel);
                (waits, (hours, Pains::new(log, told, &basis.pains, place, &followed, cancel)))
            },
        );
        Ok(Self {
            unmapped: unmapped(log, &journeys, &kinds, cancel)?,
            steps: steps?,
            waits: waits?,
            agent_hours: agent_hours?,
            pains: pains?,
            basis,
            given,
            scales,
            months,
            period,
            observed_until,
            histogram,
            slices,
            all_journeys: journeys.list.iter().filter(|journey| journey.status.is_some()).count() as u64,
            journeys,
            kinds,
        })
    }

    /// True when it is ready for this map and source, whatever the filter.
    #[must_use]
    pub fn is_for(&self, map: &JourneyMap, source: &Source) -> bool {
        self.basis == Basis::of(map, source)
    }

    /// Bytes held besides the log, for the memory figures.
    #[must_use]
    pub fn bytes_held(&self) -> usize {
        self.slices.bytes_held()
            + self.journeys.bytes_held()
            + self.kinds.bytes_held()
            + self.steps.bytes_held()
            + self.waits.bytes_held()
            + self.agent_hours.bytes_held()
            + self.pains.bytes_held()
    }

    /// Touchpoints that none of the events belongs to.
    fn never_hit(&self) -> Vec<TouchpointId> {
        let mut is_hit = vec![false; self.basis.touchpoints.len()];
        for kind in &self.kinds.list {
            if let Some(is_hit) = is_hit.get_mut(kind.touchpoint as usize) {
                *is_hit = true;
            }
        }
        let touchpoints = self.basis.touchpoints.iter().zip(is_hit);
        touchpoints.filter(|(_, is_hit)| !is_hit).map(|((touchpoint, ..), _)| *touchpoint).collect()
    }

    /// Every figure over the journeys that pass the source's filter. Log, map and source are those it was made for, but
    /// for the filter.
    ///
    /// # Errors
    /// [`MeasureError`]; partial results are never given.
    pub fn measure(
        &self,
        log: &EventLog,
        map: &JourneyMap,
        source: &Source,
        cancel: &Cancel,
    ) -> Result<Measures, MeasureError> {
        let selector = Selector::new(log, &source.filter, self.basis.timezone.as_deref())?;
        let (journeys, kinds) = (&self.journeys, &self.kinds);
        let selection = Selection::new(journeys, log.len(), &selector, cancel)?;
        let (passing, places) = (&selection.passing, &selection.places);
        let touchpoints: Vec<&Touchpoint> =
            map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint).collect();
        let count = touchpoints.len();

        let slices = (&self.slices, self.histogram.all.len());
        let fresh = || Counters {
            overall: Overall::new(log, journeys, slices, self.months.len()),
            tallies: Tallies::new(log, count),
            by_kind: ByKind::new(kinds),
            scores: Scores::new(log),
            switches: Switches::default(),
        };
        let (counters, transitions) = rayon::join(
            || paths::count(journeys, kinds, passing, fresh, cancel),
            || self.steps.figures(log, (journeys, kinds), &touchpoints, places, cancel),
        );
        let Counters { overall, tallies, by_kind, scores, switches } = counters?;
        let counts = by_kind.counts(kinds);
        let feelings = feelings(count, &counts, &scores, &self.scales);
        let shown: Vec<_> = feelings.iter().map(|of| of.scale).collect();
        let channels = channels::channels(log, &shown, &counts, &scores, &self.scales);
        let (again, contacted_again) = contacts::contacted_again(count, &counts);
        let waits = self.waits.figures(log, journeys, places, cancel)?;

        let visits = counts.by_touchpoint(count);
        let places_in_order = touchpoints.iter().zip(&visits).zip(&tallies.list).enumerate();
        let figures = places_in_order.map(|(place, ((touchpoint, visits), tally))| {
            TouchpointFigures::of_counts(touchpoint.id, visits, tally, place + 1 == count)
        });
        let more = feelings.into_iter().zip(channels).zip(waits).zip(again);
        let figures = figures.zip(more).map(|(of, (((feelings, channels), wait), contacted_again))| {
            let scored = feelings.satisfaction.as_ref().map_or(0, |satisfaction| satisfaction.n);
            TouchpointFigures {
                response_rate: (of.visits > 0).then(|| scored as f64 / of.visits as f64),
                satisfaction: feelings.satisfaction,
                sentiment: feelings.sentiment,
                wait,
                channels,
                contacted_again,
                ..of
            }
        });
        let mut measures = Measures {
            is_survey: log.is_survey,
            is_summary: false,
            journeys: overall.counts,
            all_journeys: self.all_journeys,
            customers: overall.customers,
            events: log.len() as u64,
            unmapped_events: self.unmapped.iter().map(|event| event.count).sum(),
            first: self.period.map(|(first, _)| first),
            last: self.period.map(|(_, last)| last),
            observed_until: self.period.map(|_| self.observed_until),
            selected_first: self.period.and(overall.period).map(|(first, _)| first),
            selected_last: self.period.and(overall.period).map(|(_, last)| last),
            goal_rate: overall.goal_rate(),
            bounce_rate: overall.bounce_rate(),
            goal_lengths: overall.goal_lengths(),
            retention: overall.retention(&self.months, self.observed_until),
            handled: self.agent_hours.figures(log, journeys, places, cancel)?,
            nps: self.scales.net_promoter(log, journeys, passing, cancel)?,
            no_goal_set: !self.basis.touchpoints.iter().any(|(_, is_goal, _)| *is_goal),
            touchpoints: figures.collect(),
            transitions: transitions?,
            transitions_with_channels: switches.both_known,
            channel_switches: switches.figures(log),
            contacted_again,
            unmapped: self.unmapped.clone(),
            never_hit: self.never_hit(),
            pains: self.pains.figures(journeys, passing, log.is_survey, cancel)?,
            histogram: Histogram { selected: overall.histogram, ..self.histogram.clone() },
        };
        if log.is_survey {
            measures.without_paths();
        }
        if log.is_summary {
            self.given.put(&mut measures, self.scales.usual());
        }
        Ok(measures)
    }
}

/// All that is counted along journeys.
struct Counters<'a> {
    overall: Overall<'a>,
    tallies: Tallies<'a>,
    by_kind: ByKind,
    scores: Scores<'a>,
    switches: Switches,
}

impl Kernel for Counters<'_> {
    fn add(&mut self, path: &Path<'_>) {
        self.overall.add(path);
        self.tallies.add(path);
        self.by_kind.add(path);
        self.scores.add(path);
        self.switches.add(path);
    }

    fn merge(&mut self, other: Self) {
        self.overall.merge(other.overall);
        self.tallies.merge(other.tallies);
        self.by_kind.merge(other.by_kind);
        self.scores.merge(other.scores);
        self.switches.merge(other.switches);
    }
}
