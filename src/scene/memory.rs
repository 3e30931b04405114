//! What has been laid out before. A map is laid out anew at every letter typed and every step of a drag, and all of its
//! cards but few are then made from what they were made from before: these are taken as they are.

use super::SceneOptions;
use super::build::build_again;
use super::card::{Facts, LaidOut, Place, lay_out};
use super::labels::PlaceWords;
use super::prim::Scene;
use super::sketch::Sketch;
use crate::base::fmt::NumberFormat;
use crate::model::{Card, CardId, Evidence, JourneyMap};
use crate::text::Fonts;
use crate::theme::Theme;
use hashbrown::HashMap;
use hashbrown::hash_map::Entry;
use std::sync::Arc;

/// Cards that are not on the map are forgotten when there are so many times more of them than of others: until then
/// undo may bring them back.
const MOST_UNUSED: usize = 2;

/// What [`build_again`] keeps from one layout to the next. Faces and language never change while the program runs.
#[derive(Debug, Default)]
pub struct Memory {
    cards: HashMap<CardId, Known>,
    /// Made when the first card is.
    place_words: Option<PlaceWords>,
    theme: Option<Theme>,
    /// Counts layouts.
    layout: u64,
    /// How many items and nodes the last layout had.
    room: (usize, usize),
}

/// A card with its full name, and what they were made from.
#[derive(Debug)]
struct Known {
    facts: OwnFacts,
    laid_out: Arc<LaidOut>,
    place: OwnPlace,
    label: Arc<str>,
    used_in: u64,
}

/// As [`Facts`].
#[derive(Debug)]
struct OwnFacts {
    card: Card,
    width: f32,
    evidence: Evidence,
    measured: Option<String>,
    waits_for_data: bool,
    format: NumberFormat,
}

/// As [`Place`].
#[derive(Debug)]
struct OwnPlace {
    first: String,
    last: Option<String>,
}

impl Memory {
    /// What a map that is laid out for the first time leaves behind: made ahead, by another thread, it spares the thread that
    /// shows the map most of that work.
    #[must_use]
    pub fn of(map: &JourneyMap, options: &SceneOptions, theme: &Theme, fonts: &Fonts) -> Self {
        let mut memory = Self::default();
        drop(build_again(&mut memory, map, None, options, theme, fonts));
        memory
    }

    /// Begins a layout.
    pub(super) fn begin(&mut self, theme: &Theme) {
        if self.theme.as_ref() != Some(theme) {
            self.cards.clear();
            self.theme = Some(theme.clone());
        }
        let used = self.cards.values().filter(|known| known.used_in == self.layout).count();
        if self.cards.len() > used * (1 + MOST_UNUSED) {
            self.cards.retain(|_, known| known.used_in == self.layout);
        }
        self.layout += 1;
    }

    /// Makes room for as much as there was the last time: a layout that grows bit by bit copies all of it again and again.
    pub(super) fn make_room(&self, sketch: &mut Sketch<'_>) {
        let with_some_more = |count: usize| count + count / 16;
        sketch.items.reserve_exact(with_some_more(self.room.0));
        sketch.nodes.reserve_exact(with_some_more(self.room.1));
    }

    /// Ends a layout.
    pub(super) fn end(&mut self, scene: &Scene) {
        self.room = (scene.items.len(), scene.nodes.len());
    }

    /// A card as it was laid out before, else laid out now; and its full name at its place.
    pub(super) fn card(
        &mut self,
        sketch: &Sketch<'_>,
        facts: &Facts<'_>,
        place: Place<'_>,
    ) -> (Arc<LaidOut>, Arc<str>) {
        let words = self.place_words.get_or_insert_default();
        let known = match self.cards.entry(facts.card.id) {
            Entry::Occupied(known) if known.get().facts.borrowed() == *facts => known.into_mut(),
            entry => entry.insert(Known::new(sketch, facts, place, words)).into_mut(),
        };
        known.used_in = self.layout;
        if known.place.borrowed() != place {
            known.place = OwnPlace::of(place);
            known.label = known.laid_out.words.at(words.of(place)).into();
        }
        (Arc::clone(&known.laid_out), Arc::clone(&known.label))
    }
}

impl Known {
    fn new(sketch: &Sketch<'_>, facts: &Facts<'_>, place: Place<'_>, words: &PlaceWords) -> Self {
        let laid_out = Arc::new(lay_out(sketch, facts));
        let label = laid_out.words.at(words.of(place)).into();
        Self { facts: OwnFacts::of(facts), laid_out, place: OwnPlace::of(place), label, used_in: 0 }
    }
}

impl OwnPlace {
    fn of(place: Place<'_>) -> Self {
        Self { first: place.first.to_owned(), last: place.last.map(str::to_owned) }
    }

    fn borrowed(&self) -> Place<'_> {
        Place { first: &self.first, last: self.last.as_deref() }
    }
}

impl OwnFacts {
    fn of(facts: &Facts<'_>) -> Self {
        let Facts { card, width, evidence, measured, waits_for_data, format } = *facts;
        Self {
            card: card.clone(),
            width,
            evidence,
            measured: measured.map(str::to_owned),
            waits_for_data,
            format,
        }
    }

    fn borrowed(&self) -> Facts<'_> {
        Facts {
            card: &self.card,
            width: self.width,
            evidence: self.evidence,
            measured: self.measured.as_deref(),
            waits_for_data: self.waits_for_data,
            format: self.format,
        }
    }
}
