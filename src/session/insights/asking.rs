//! Asks for answers to what is shown, and takes them over as they come; those to older questions are dropped.

use super::{Answer, InsightsPage, InsightsState, Kept, Opened, Options, answer};
use crate::base::Cancel;
use crate::insights::Inputs;
use crate::insights::customer::{Story, story};
use crate::insights::patterns::{Patterns, Question, patterns};
use crate::insights::pseudonym::Pseudonyms;
use crate::jobs::{InsightsTask, Slot, Work};
use crate::measure::MeasureError;
use crate::model::TouchpointId;
use crate::session::layers::MapLayers;
use crate::session::{Request, Session};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

/// So many patterns are worth listing beside the map.
const MOST_PATTERNS: usize = 60;

/// Of which state of data, map and choices something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Of {
    pub basis: u64,
    pub options: u64,
}

/// A question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Page(InsightsPage),
    /// A page's answer for what is laid over the map.
    Layer(InsightsPage),
    /// Of journeys through a touchpoint, or all.
    BeforeExits(Option<TouchpointId>),
    Story(u32),
}

/// A question, and of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked(Wish, Of);

/// What has come.
enum Come {
    Page(Answer),
    BeforeExits(Option<Box<Patterns>>),
    Story(Option<Box<Story>>),
}

/// An answer on its way to the session; the last of a question is whole.
struct Letter {
    asked: Asked,
    come: Come,
    is_whole: bool,
}

/// Where jobs put answers.
pub(super) struct Post {
    sender: Sender<Letter>,
    receiver: Mutex<Receiver<Letter>>,
}

impl Default for Post {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver: Mutex::new(receiver) }
    }
}

impl Wish {
    const fn slot(self) -> Slot {
        match self {
            Self::Page(_) => Slot::Page,
            Self::Layer(InsightsPage::Paths) => Slot::Paths,
            Self::Layer(_) => Slot::Chain,
            Self::BeforeExits(_) => Slot::BeforeExits,
            Self::Story(_) => Slot::Story,
        }
    }

    fn look_for(
        self,
        inputs: &Inputs<'_>,
        options: &Options,
        cancel: &Cancel,
        on_more: &mut dyn FnMut(Come),
    ) -> Result<Come, MeasureError> {
        Ok(match self {
            Self::Page(page) | Self::Layer(page) => {
                let mut more = |answer| on_more(Come::Page(answer));
                Come::Page(answer(page, inputs, options, cancel, &mut more)?)
            }
            Self::BeforeExits(base) => {
                let items = options.items.clone();
                let question = Question { base, items, most_listed: MOST_PATTERNS, ..Question::default() };
                Come::BeforeExits(patterns(inputs, &question, cancel)?.map(Box::new))
            }
            Self::Story(journey) => {
                let names = Pseudonyms::of(inputs);
                Come::Story(story(inputs, journey, (&names, options.identity)).map(Box::new))
            }
        })
    }
}

impl InsightsState {
    fn wishes(&self, base: Option<TouchpointId>, layers: &MapLayers) -> Vec<Wish> {
        let wanted =
            [(InsightsPage::Paths, layers.wants_paths()), (InsightsPage::WhatIf, layers.wants_chain())];
        // What the open page asks for anyway is not asked for twice.
        let is_open = |page: InsightsPage| self.is_on && self.page == page;
        let for_map =
            wanted.into_iter().filter(|(page, is_wanted)| *is_wanted && !is_open(*page) && !self.has(*page));
        let for_map = for_map.map(|(page, _)| Wish::Layer(page));
        let page = (self.is_on && !self.has(self.page)).then_some(Wish::Page(self.page));
        let before = self.inspector_is_shown.then_some(Wish::BeforeExits(base));
        let story = self.picked.filter(|_| self.is_on && self.page == InsightsPage::Journeys);
        page.into_iter().chain(before).chain(story.map(Wish::Story)).chain(for_map).collect()
    }

    /// All of a page's answer, to the present question.
    fn has(&self, page: InsightsPage) -> bool {
        self.answers.get(&page).is_some_and(|kept| kept.is_whole && kept.of == self.now_of(page))
    }

    fn take(&mut self, Letter { asked, come, is_whole }: Letter) {
        let Asked(wish, of) = asked;
        if self.asked.get(&wish.slot()) != Some(&asked) {
            return;
        }
        match (wish, come) {
            (Wish::Page(page) | Wish::Layer(page), Come::Page(answer)) => {
                // What is stale shows more than the first of what comes in its place.
                let is_less = !is_whole && self.answers.get(&page).is_some_and(|kept| kept.of != of);
                if !is_less {
                    self.taken = self.taken.wrapping_add(1);
                    self.answers.insert(page, Kept { answer, of, is_whole });
                }
            }
            (Wish::BeforeExits(base), Come::BeforeExits(found)) => {
                self.has_no_patterns = found.is_none();
                let found = found.map(|found| Kept { answer: Arc::from(found), of, is_whole });
                self.before = found.map(|found| (base, found));
            }
            (Wish::Story(_), Come::Story(found)) => {
                self.story = found.map(|found| Kept { answer: Arc::from(found), of, is_whole });
            }
            _ => {}
        }
    }
}

impl Session {
    /// Says whether the inspector is to be seen, which has answers of its own.
    pub fn note_inspector(&mut self, is_shown: bool) {
        self.insights.inspector_is_shown = is_shown;
    }

    /// Asks for what is shown and not known; costs next to nothing when all of it is.
    pub(in crate::session) fn want_insights(&mut self) {
        let loaded = self.data.as_ref().map(|data| Arc::clone(&data.loaded));
        if self.insights.known.is_other_data(loaded.as_ref()) {
            self.insights.forget();
        }
        let has_figures = self.whole_measures().is_some_and(|measures| !measures.is_summary);
        let is_ready = has_figures && self.has_all_data() && !self.is_measuring();
        let (Some(loaded), true) = (loaded, is_ready && !self.conceals() && self.comparing.is_none()) else {
            return;
        };
        let figures = (self.document.revision(), self.wanted.shown());
        if self.insights.known.is_cut_anew(self.document.map(), figures, self.wanted.input()) {
            self.insights.forget_numbers();
        }
        let base = match self.selected_touchpoints().as_slice() {
            [one] => Some(*one),
            _ => None,
        };
        for wish in self.insights.wishes(base, &self.layers) {
            let of = match wish {
                Wish::Page(page) | Wish::Layer(page) => self.insights.now_of(page),
                Wish::BeforeExits(_) => self.insights.now_of_patterns(),
                Wish::Story(_) => self.insights.now_of_story(),
            };
            let asked = Asked(wish, of);
            if self.insights.asked.get(&wish.slot()) != Some(&asked) {
                self.ask_data(asked, &loaded);
            }
        }
    }

    fn ask_data(&mut self, asked: Asked, loaded: &Arc<crate::ingest::Loaded>) {
        let Some((source, data)) = self.source().cloned().zip(self.data.as_ref()) else { return };
        let Asked(wish, _) = asked;
        // Whoever is shown, personas beside each other are each measured by their own rule.
        let source = match wish {
            Wish::Page(InsightsPage::Personas) => source,
            Wish::Page(_) | Wish::Layer(_) | Wish::BeforeExits(_) | Wish::Story(_) => {
                self.as_measured(&source)
            }
        };
        let (sender, options) = (self.insights.post.sender.clone(), self.insights.options.clone());
        let work: Work = Arc::new(move |inputs, cancel, on_more| {
            // Who does not wait any more has no use for it.
            let send = |come, is_whole| drop(sender.send(Letter { asked, come, is_whole }));
            let whole = wish.look_for(inputs, &options, cancel, &mut |come| {
                send(come, false);
                on_more();
            })?;
            send(whole, true);
            Ok(())
        });
        let task = InsightsTask {
            slot: wish.slot(),
            loaded: Arc::clone(loaded),
            map: Arc::new(self.document.map().clone()),
            source,
            keep: data.keep.clone(),
            work,
        };
        self.insights.asked.insert(wish.slot(), asked);
        self.insights.failed.remove(&wish.slot());
        self.requests.push(Request::Insights(Box::new(task)));
    }

    /// Takes over what jobs have found.
    pub fn answers_came(&mut self) {
        let letters: Vec<Letter> = {
            let receiver = self.insights.post.receiver.lock().unwrap_or_else(PoisonError::into_inner);
            receiver.try_iter().collect()
        };
        for letter in letters {
            self.insights.take(letter);
        }
        self.follow_story();
    }

    /// A question has ended without an answer.
    pub fn answer_failed(&mut self, slot: Slot, why: &str) {
        self.insights.failed.insert(slot, why.to_owned());
    }
}

impl InsightsState {
    /// Everything of other data goes.
    fn forget(&mut self) {
        self.answers.clear();
        self.asked.clear();
        self.failed.clear();
        (self.before, self.has_no_patterns) = (None, false);
        self.forget_numbers();
    }

    /// Journeys have other numbers now.
    fn forget_numbers(&mut self) {
        (self.picked, self.story) = (None, None);
        if self.options.opened.is_of_numbers() {
            let options = Options { opened: Opened::default(), ..self.options.clone() };
            self.choose(options);
        }
    }

    /// What happens ahead of exits, of journeys through a touchpoint or all of them; none as long as it is not known.
    #[must_use]
    pub fn before_exits(&self, base: Option<TouchpointId>) -> Option<&Arc<Patterns>> {
        self.before.as_ref().filter(|(of, _)| *of == base).map(|(_, kept)| &kept.answer)
    }

    /// There are no paths to a goal, so that nothing can be said of what happens ahead of exits.
    #[must_use]
    pub fn has_no_patterns(&self) -> bool {
        self.has_no_patterns
    }

    /// What happens ahead of exits is of an older filter, map or choice of items.
    #[must_use]
    pub fn before_is_stale(&self) -> bool {
        self.before.as_ref().is_some_and(|(_, kept)| kept.of != self.now_of_patterns())
    }
}
