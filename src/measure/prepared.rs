//! What holds for any filter, computed once and kept: how events map to touchpoints, how journeys are cut and stand,
//! and the orders from which quantiles are read. A change of the filter only counts anew.

use super::channels::{channels, switches};
use super::contacts;
use super::counts::{Counted, Counts};
use super::facets::Facets;
use super::feelings::feelings;
use super::figures::{Histogram, Measures, TouchpointFigures, UnmappedEvent};
use super::filter::{Filtered, Selector};
use super::handled::AgentHours;
use super::journeys::{Cut, Journeys};
use super::kinds::{Kinds, Telling};
use super::legs::Legs;
use super::mapping::Mapping;
use super::months::Months;
use super::overall::{Overall, retention, unmapped};
use super::pains::{self, Pains, RuledPain};
use super::satisfaction::Scales;
use super::scores::scores;
use super::selection::Selection;
use super::summary::Given;
use super::touchpoints::tallies;
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
    pub(super) scales: Scales,
    months: Months,
    period: Option<(Timestamp, Timestamp)>,
    pub(super) observed_until: Timestamp,
    /// All events counted, none selected yet.
    histogram: Histogram,
    /// The slice of the histogram by place.
    slices: Codes,
    unmapped: Vec<UnmappedEvent>,
    pub(super) journeys: Journeys,
    /// Those that are counted.
    all_journeys: u64,
    pub(super) facets: Facets,
    pub(super) kinds: Kinds,
    pub(super) legs: Legs,
    steps: Steps,
    waits: Waits,
    agent_hours: AgentHours,
    pub(super) pains: Pains,
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
        let mut histogram = Histogram::covering(period);
        let slices = histogram.count_all(log, &journeys, cancel)?;
        let facets = Facets::new(log, &journeys, cancel)?;
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
        let legs = Legs::new(log, told, is_goal.len(), cancel)?;
        let place = |id| basis.touchpoints.iter().position(|(touchpoint, _, _)| *touchpoint == id);
        let (steps, (waits, (agent_hours, pains))) = rayon::join(
            || Steps::new(log, &journeys, &legs, cancel),
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
            facets,
            kinds,
            legs,
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
            + self.facets.bytes_held()
            + self.kinds.bytes_held()
            + self.legs.bytes_held()
            + self.steps.bytes_held()
            + self.waits.bytes_held()
            + self.agent_hours.bytes_held()
            + self.pains.bytes_held()
    }

    /// The zone of times without one.
    pub(super) fn zone(&self) -> Option<&str> {
        self.basis.timezone.as_deref()
    }

    /// In map order, each with whether it is a goal and whether it is a contact.
    pub(super) fn touchpoints(&self) -> impl Iterator<Item = (TouchpointId, bool, bool)> {
        self.basis.touchpoints.iter().copied()
    }

    /// Touchpoints that none of the events belongs to.
    fn never_hit(&self) -> Vec<TouchpointId> {
        let mut is_hit = vec![false; self.basis.touchpoints.len()];
        for touchpoint in self.kinds.list().iter().filter_map(|kind| kind.touchpoint) {
            is_hit[touchpoint as usize] = true;
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
        let (journeys, kinds, legs) = (&self.journeys, &self.kinds, &self.legs);
        let filtered = Filtered { log, journeys, facets: &self.facets, standings: &legs.standings };
        let selector = Selector::new(filtered, &source.filter, self.basis.timezone.as_deref())?;
        let selection = Selection::new(filtered, &selector, cancel)?;
        let touchpoints: Vec<&Touchpoint> =
            map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint).collect();
        let count = touchpoints.len();
        let counted = Counted {
            journeys,
            kinds,
            legs,
            slices: &self.slices,
            slice_count: self.histogram.all.len(),
            months: self.months.len(),
            touchpoints: count,
        };
        let counts = Counts::new(counted, &selection, cancel)?;
        let (places, of_kinds, of_legs) = (&counts.places, counts.of_kinds(kinds), counts.of_legs(legs));
        let (transitions, (waits, (handled, pains))) = rayon::join(
            || self.steps.figures(log, (journeys, legs), &touchpoints, (of_legs, places), cancel),
            || {
                let waits = self.waits.figures(log, journeys, (of_kinds, places), cancel);
                let handled = self.agent_hours.figures(log, places, cancel);
                let pains = self.pains.figures(journeys, &selection.passing, log.is_survey, cancel);
                (waits, (handled, pains))
            },
        );

        let overall = Overall::of(&legs.standings, &counts.standings);
        let scores = scores(of_kinds);
        let feelings = feelings(count, of_kinds, &scores, &self.scales);
        let shown: Vec<_> = feelings.iter().map(|of| of.scale).collect();
        let channels = channels(log, &shown, (of_kinds, of_legs), &scores, &self.scales);
        let (again, contacted_again) = contacts::contacted_again(count, of_kinds);
        let (transitions_with_channels, channel_switches) = switches(log, of_legs);
        let tallies = tallies(count, of_legs);
        let in_order = touchpoints.iter().zip(&tallies).zip(&counts.customers_here).enumerate();
        let figures = in_order.map(|(place, ((touchpoint, tally), customers))| {
            TouchpointFigures::of_counts(touchpoint.id, tally, *customers, place + 1 == count)
        });
        let more = feelings.into_iter().zip(channels).zip(waits?).zip(again);
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
            customers: counts.customers,
            events: log.len() as u64,
            unmapped_events: self.unmapped.iter().map(|event| event.count).sum(),
            first: self.period.map(|(first, _)| first),
            last: self.period.map(|(_, last)| last),
            observed_until: self.period.map(|_| self.observed_until),
            selected_first: self.period.and(selection.period).map(|(first, _)| first),
            selected_last: self.period.and(selection.period).map(|(_, last)| last),
            goal_rate: overall.goal_rate(),
            bounce_rate: overall.bounce_rate(),
            goal_lengths: overall.goal_lengths(),
            retention: retention(&counts.months, &self.months, self.observed_until),
            handled: handled?,
            nps: self.scales.net_promoter(of_kinds),
            no_goal_set: !self.basis.touchpoints.iter().any(|(_, is_goal, _)| *is_goal),
            touchpoints: figures.collect(),
            transitions: transitions?,
            transitions_with_channels,
            channel_switches,
            contacted_again,
            unmapped: self.unmapped.clone(),
            never_hit: self.never_hit(),
            pains: pains?,
            histogram: Histogram {
                selected: counts.slices.iter().copied().map(u64::from).collect(),
                ..self.histogram.clone()
            },
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
