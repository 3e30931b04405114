//! The data laid over the map: which figures are wanted, which have come, what of them is drawn.

use super::refresh::Before;
use super::{Request, Session};
use crate::base::fmt::NumberFormat;
use crate::ingest::Loaded;
use crate::jobs::MeasureTask;
use crate::measure::{EventTally, Figures, compare};
use crate::model::{CardId, CardKind, Edit, Filter, JourneyMap, PainRule, Source, SourceId, TouchpointId};
use crate::overlay::{FooterParts, Provenance, overlay};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// Everything of a map that the figures depend on. Two equal ones have equal figures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MeasureInput {
    source: Source,
    /// In map order, with the goal and contact flags.
    touchpoints: Vec<(TouchpointId, bool, bool)>,
    pains: Vec<(CardId, TouchpointId, PainRule)>,
}

impl MeasureInput {
    fn of(map: &JourneyMap, source: Source) -> Self {
        let touchpoints = map.touchpoints_in_order().map(|(_, t)| (t.id, t.goal, t.contact)).collect();
        let pains = map.cards.iter().filter_map(|card| match &card.kind {
            CardKind::Pain(pain) => Some((card.id, card.touchpoint, pain.rule.clone()?)),
            _ => None,
        });
        Self { source, touchpoints, pains: pains.collect() }
    }

    /// The same for all filters: by this, journeys are cut.
    pub(super) fn whatever_the_filter(&self) -> Self {
        let source = Source {
            filter: Filter::default(),
            before: None,
            natures: BTreeMap::new(),
            ..self.source.clone()
        };
        Self { source, ..self.clone() }
    }
}

/// Figures on the way: what they are computed from, counted so that late ones are known.
#[derive(Default)]
pub(super) struct Wanted {
    input: Option<MeasureInput>,
    /// Number of the last request.
    stamp: u64,
    /// Number of the request whose figures are shown.
    shown: u64,
}

impl Wanted {
    /// What the newest figures are computed from.
    pub(super) const fn input(&self) -> Option<&MeasureInput> {
        self.input.as_ref()
    }

    /// The number of the figures that are shown.
    pub(super) const fn shown(&self) -> u64 {
        self.shown
    }

    /// Figures that are still on their way are those of other data: they are late from now on.
    pub(super) fn begin_anew(&mut self) {
        self.input = None;
        self.shown = self.stamp;
    }

    /// The request of this number is the newest, and its figures have not come.
    pub(super) const fn is_newest(&self, stamp: u64) -> bool {
        stamp == self.stamp && self.shown < stamp
    }
}

impl Session {
    /// The source whose data is, or will be, laid over the map: the first one.
    #[must_use]
    pub fn source(&self) -> Option<&Source> {
        let sources = &self.document.map().sources;
        match &self.data {
            Some(data) => sources.get(data.source),
            None => sources.iter().next(),
        }
    }

    /// Takes over data that has been read to its end. Its figures are computed next; where all of it was there before,
    /// it is told what has moved.
    pub fn data_loaded(&mut self, source: SourceId, loaded: Arc<Loaded>) {
        let before = self.data.as_ref().filter(|before| before.source == source && before.part.is_none());
        self.before = before.map(|before| Before::of(before, self.wanted.input()));
        self.moved = None;
        self.take_data(source, loaded, None);
    }

    /// How often each event name of the data occurs; none without data.
    #[must_use]
    pub fn event_tally(&self) -> Option<Arc<EventTally>> {
        let data = self.data.as_ref()?;
        Some(Arc::clone(data.tally.get_or_init(|| Arc::new(EventTally::of(&data.loaded.log)))))
    }

    /// Takes over data together with the edit that makes its source part of the map.
    pub(super) fn data_imported(&mut self, edit: &Edit, loaded: Arc<Loaded>) {
        let selection = self.selection.clone();
        self.data = None;
        self.edit(edit);
        self.selection = selection;
        if let Some(source) = self.source().map(|source| source.id) {
            self.data_loaded(source, loaded);
        }
    }

    /// Takes over figures; those of an older state than the ones shown are dropped.
    pub fn measured(&mut self, stamp: u64, figures: Figures, took: Duration) {
        if stamp <= self.wanted.shown {
            return;
        }
        // On the team's own screen nothing is hidden.
        let Some(provenance) = self.provenance(0) else { return };
        let map = self.document.map();
        let Some(data) = &mut self.data else { return };
        let mut measures = figures.measures;
        if data.part.is_some() {
            // Its events may be in the part that has not been read.
            measures.never_hit.clear();
        }
        let before = figures.before.map(|before| compare::Before::of(before, &measures));
        let mut overlay = overlay(map, &measures, &provenance, &self.format);
        if let Some(before) = &before {
            overlay = overlay.beside(before, &provenance, &self.format);
        }
        overlay.is_partial = data.part.is_some();
        data.overlay = Some(Arc::new(overlay));
        data.shown_part = data.part;
        data.before = before.map(Arc::new);
        data.measures = Some(Arc::new(measures));
        data.update_took = Some(took);
        self.wanted.shown = stamp;
        self.scene_key = None;
        self.note_moved();
    }

    /// Where the figures come from; counts from 1 below `smallest_group` are to be hidden.
    pub(super) fn provenance(&self, smallest_group: u32) -> Option<Provenance> {
        let (source, data) = (self.source()?, self.data.as_ref()?);
        Some(Provenance {
            source_name: source.name.clone(),
            fingerprint: data.loaded.fingerprint.clone(),
            rows: data.loaded.report.rows,
            filter: self.as_measured(source).filter,
            date: self.today.clone(),
            smallest_group,
            footer: FooterParts::default(),
        })
    }

    /// True while figures are on their way.
    #[must_use]
    pub fn is_measuring(&self) -> bool {
        self.wanted.shown < self.wanted.stamp
    }

    /// The marks of numbers shown to people.
    pub fn set_format(&mut self, format: NumberFormat) {
        self.format = format;
        self.scene_key = None;
    }

    /// Asks for figures when something has changed that they depend on.
    pub(super) fn want_measures(&mut self) {
        let Some(data) = &self.data else { return };
        let map = self.document.map();
        let Some(source) = map.sources.get(data.source) else {
            // The source was removed, perhaps by undo.
            self.forget_data();
            return;
        };
        let input = MeasureInput::of(map, self.as_measured(source));
        if self.wanted.input.as_ref() == Some(&input) {
            return;
        }
        self.wanted.stamp += 1;
        let task = MeasureTask {
            stamp: self.wanted.stamp,
            loaded: Arc::clone(&data.loaded),
            map: map.clone(),
            source: input.source.clone(),
            keep: data.keep.clone(),
            is_glimpse: data.part.is_some(),
        };
        self.wanted.input = Some(input);
        self.requests.push(Request::Measure(Box::new(task)));
    }

    /// What the figures on the screen are computed from; none as long as not all data has been read.
    #[must_use]
    pub fn measure_task(&self) -> Option<MeasureTask> {
        let data = self.data.as_ref().filter(|data| data.part.is_none())?;
        Some(MeasureTask {
            stamp: self.wanted.stamp,
            loaded: Arc::clone(&data.loaded),
            map: self.document.map().clone(),
            source: self.as_measured(self.source()?),
            keep: data.keep.clone(),
            is_glimpse: false,
        })
    }
}
