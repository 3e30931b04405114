//! What answers rest on, watched so that stale ones are known: data, rules and filter, and what else of the map plays a part.

use crate::ingest::Loaded;
use crate::model::{CardId, CardKind, Channel, ChannelId, JourneyMap, Pain, PersonaId, Target, Thresholds};
use crate::session::data::MeasureInput;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Weak};

/// What has been seen last.
#[derive(Default)]
pub(super) struct Known {
    /// Of which data; held so that its place in memory is given to nothing else.
    data: Option<Weak<Loaded>>,
    /// Revision of the map and number of its figures.
    seen: Option<(u64, u64)>,
    facts: Option<Facts>,
    /// By what journeys are numbered: those of another cut have nothing to do with them.
    cut: Option<MeasureInput>,
    basis: u64,
}

/// What of the map answers depend on besides what figures do.
#[derive(PartialEq)]
struct Facts {
    channels: Vec<Channel>,
    drawn: Vec<Vec<ChannelId>>,
    pains: Vec<(CardId, Pain, u32)>,
    personas: Vec<(PersonaId, BTreeMap<String, BTreeSet<String>>)>,
    thresholds: Thresholds,
    reviewed: Option<String>,
    targets: Vec<Target>,
    word_moods: BTreeMap<String, i8>,
}

impl Facts {
    fn of(map: &JourneyMap) -> Self {
        let pains = map.cards.iter().filter_map(|card| match &card.kind {
            CardKind::Pain(pain) => Some((card.id, pain.clone(), card.votes)),
            _ => None,
        });
        Self {
            channels: map.channels.iter().cloned().collect(),
            drawn: map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.channels.clone()).collect(),
            pains: pains.collect(),
            personas: map.personas_in_order().map(|of| (of.id, of.segments.clone())).collect(),
            thresholds: map.about.review.thresholds.clone(),
            reviewed: map.about.review.reviewed.clone(),
            targets: map.about.targets.clone(),
            word_moods: map.about.word_moods.clone(),
        }
    }
}

impl Known {
    /// Grows with each change.
    pub(super) const fn basis(&self) -> u64 {
        self.basis
    }

    /// True when the data is another one than before.
    pub(super) fn is_other_data(&mut self, loaded: Option<&Arc<Loaded>>) -> bool {
        let is_same = match (&self.data, loaded) {
            (Some(before), Some(now)) => std::ptr::eq(before.as_ptr(), Arc::as_ptr(now)),
            (before, now) => before.is_none() && now.is_none(),
        };
        if !is_same {
            *self = Self { data: loaded.map(Arc::downgrade), basis: self.basis + 1, ..Self::default() };
        }
        !is_same
    }

    /// Looks at the map, if anything may have changed; figures are known by their number. True when journeys have other
    /// numbers than before.
    pub(super) fn is_cut_anew(
        &mut self,
        map: &JourneyMap,
        (revision, figures): (u64, u64),
        input: Option<&MeasureInput>,
    ) -> bool {
        if self.seen == Some((revision, figures)) {
            return false;
        }
        let same_figures = self.seen.is_some_and(|(_, before)| before == figures);
        self.seen = Some((revision, figures));
        let facts = Facts::of(map);
        if same_figures && self.facts.as_ref() == Some(&facts) {
            return false;
        }
        self.facts = Some(facts);
        self.basis += 1;
        let cut = input.map(MeasureInput::whatever_the_filter);
        let is_anew = self.cut.is_some() && self.cut != cut;
        self.cut = cut;
        is_anew
    }
}
