//! What has been laid out before. A map is laid out anew at every letter typed and every step of a drag, and nearly all of it
//! is then made from what it was made from before: this is taken as it is.

use super::SceneOptions;
use super::build::build_again;
use super::card::{Facts, LaidOut, lay_out};
use super::labels::Words;
use super::names::{Names, Told};
use super::prim::Scene;
use super::sketch::Sketch;
use crate::model::{CardId, JourneyMap, TouchpointId};
use crate::text::Fonts;
use crate::theme::Theme;
use hashbrown::HashMap;
use hashbrown::hash_map::Entry;
use std::hash::Hash;
use std::sync::Arc;

/// What is not on the map is forgotten when there is so many times more of it than of what is: until then undo may bring
/// it back.
const MOST_UNUSED: usize = 2;

/// What [`build_again`] keeps from one layout to the next. Faces and language never change while the program runs.
#[derive(Debug, Default)]
pub struct Memory {
    cards: Shelf<CardId, LaidOut>,
    names: Shelf<TouchpointId, Names>,
    /// Made when the first map is laid out.
    words: Option<Words>,
    theme: Option<Theme>,
    /// Counts layouts.
    layout: u64,
    /// How many items and nodes the last layout had.
    room: (usize, usize),
}

/// Things of one kind, each of which knows the facts that it was made from.
#[derive(Debug)]
struct Shelf<K, T>(HashMap<K, Known<T>>);

#[derive(Debug)]
struct Known<T> {
    made: Arc<T>,
    /// The last layout that it was in.
    used_in: u64,
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
            self.cards = Shelf::default();
            self.theme = Some(theme.clone());
        }
        self.cards.forget_unused(self.layout);
        self.names.forget_unused(self.layout);
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

    /// A card as it was laid out before, else laid out now.
    pub(super) fn card(&mut self, sketch: &Sketch<'_>, facts: &Facts<'_>) -> Arc<LaidOut> {
        self.cards.get(facts.card.id, self.layout, |known| known.is_of(facts), || lay_out(sketch, facts))
    }

    /// Messages for the names of cells and cards.
    pub(super) fn words(&mut self) -> &mut Words {
        self.words.get_or_insert_default()
    }

    /// The names of a touchpoint and of what is measured there: the same as before while they tell the same.
    pub(super) fn names(&mut self, told: &Told<'_>) -> Arc<Names> {
        self.names.get(told.touchpoint.id, self.layout, |known| known.are_of(told), || Names::of(told))
    }
}

impl<K: Eq + Hash, T> Shelf<K, T> {
    /// What was made from the same facts before, else made now.
    fn get(
        &mut self,
        key: K,
        layout: u64,
        is_known: impl Fn(&T) -> bool,
        make: impl FnOnce() -> T,
    ) -> Arc<T> {
        let known = match self.0.entry(key) {
            Entry::Occupied(known) if is_known(&known.get().made) => known.into_mut(),
            entry => entry.insert(Known { made: Arc::new(make()), used_in: layout }).into_mut(),
        };
        known.used_in = layout;
        Arc::clone(&known.made)
    }

    fn forget_unused(&mut self, layout: u64) {
        let used = self.0.values().filter(|known| known.used_in == layout).count();
        if self.0.len() > used * (1 + MOST_UNUSED) {
            self.0.retain(|_, known| known.used_in == layout);
        }
    }
}

impl<K, T> Default for Shelf<K, T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}
