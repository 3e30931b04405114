//! What the data says: pages of insights in the panel at the right, their answers, and the journeys behind numbers.
//! Answers are computed by jobs, for what is shown alone; here is what was asked, what has come, and what is stale.

mod answer;
mod asking;
mod commands;
mod journeys;
mod kept;
mod known;
mod options;
mod page;
pub mod pages;

pub use answer::{Answer, answer};
pub use journeys::Opened;
pub use options::{JourneyOrder, Options};
pub use page::InsightsPage;

use super::{Request, Session};
use crate::base::hash::stamp;
use crate::insights::customer::Story;
use crate::insights::patterns::Patterns;
use crate::insights::{Behind, JourneySet};
use crate::jobs::Slot;
use crate::model::TouchpointId;
use asking::{Asked, Of, Post};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is done in the panel besides commands and edits.
#[derive(Clone, Debug, PartialEq)]
pub enum InsightsAction {
    /// Shows a page.
    Open(InsightsPage),
    /// Shows the page from which this one was opened.
    Back,
    /// Gives the place back to the inspector.
    Close,
    /// Shows journeys: those that a number counts.
    OpenJourneys {
        /// What they are, as a heading.
        title: String,
        /// Which.
        journeys: JourneySet,
    },
    /// Shows the journeys behind a figure of the map.
    OpenBehind {
        /// What they are, as a heading.
        title: String,
        /// The figure.
        behind: Behind,
    },
    /// Looks at one of the journeys that are listed; none = at the list again.
    PickJourney(Option<u32>),
    /// Asks the pages otherwise.
    SetOptions(Box<Options>),
}

/// The panel and all that has been answered.
#[derive(Default)]
pub struct InsightsState {
    is_on: bool,
    page: InsightsPage,
    /// The page from which the present one was opened.
    from: Option<InsightsPage>,
    /// How often the panel was asked for: each time it is to get the keyboard.
    asked_for: u32,
    options: Options,
    /// Counts changes of the options, for the list of journeys.
    choices: u64,
    answers: BTreeMap<InsightsPage, Kept<Answer>>,
    before: Option<(Option<TouchpointId>, Kept<Arc<Patterns>>)>,
    has_no_patterns: bool,
    picked: Option<u32>,
    story: Option<Kept<Arc<Story>>>,
    /// The journey whose touchpoints were selected last.
    followed: Option<u32>,
    asked: BTreeMap<Slot, Asked>,
    failed: BTreeMap<Slot, String>,
    taken: u64,
    post: Post,
    known: known::Known,
    /// The inspector is to be seen.
    inspector_is_shown: bool,
}

/// An answer, and what it was asked of.
struct Kept<T> {
    answer: T,
    of: Of,
    /// Nothing more of it is coming.
    is_whole: bool,
}

impl InsightsState {
    /// Is the panel shown?
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.is_on
    }

    /// Its page.
    #[must_use]
    pub fn page(&self) -> InsightsPage {
        self.page
    }

    /// The page from which the present one was opened.
    #[must_use]
    pub fn from(&self) -> Option<InsightsPage> {
        self.from
    }

    /// How often the panel was asked for: each time it is to get the keyboard.
    #[must_use]
    pub fn asked_for(&self) -> u32 {
        self.asked_for
    }

    /// How pages are asked.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// What has come of a page's answer.
    #[must_use]
    pub fn answer(&self, page: InsightsPage) -> Option<&Answer> {
        self.answers.get(&page).map(|kept| &kept.answer)
    }

    /// True while there is more to come of a page's answer than is there.
    #[must_use]
    pub fn is_coming(&self, page: InsightsPage) -> bool {
        self.failed(Slot::Page).is_none() && self.answers.get(&page).is_none_or(|kept| !kept.is_whole)
            || self.is_stale(page)
    }

    /// True for an answer to an older filter, map or question: shown until the new one comes.
    #[must_use]
    pub fn is_stale(&self, page: InsightsPage) -> bool {
        self.answers.get(&page).is_some_and(|kept| kept.of != self.now_of(page))
    }

    /// Why there is no answer.
    #[must_use]
    pub fn failed(&self, slot: Slot) -> Option<&str> {
        self.failed.get(&slot).map(String::as_str)
    }

    /// Takes other choices over.
    fn choose(&mut self, options: Options) {
        if options != self.options {
            self.options = options;
            self.choices += 1;
        }
    }

    /// Counts answers of pages that have come: a page has another answer only when this is another number.
    #[must_use]
    pub fn taken(&self) -> u64 {
        self.taken
    }

    /// Of what a page's answer is to be: only what is chosen for this page makes it stale.
    fn now_of(&self, page: InsightsPage) -> Of {
        let chosen = &self.options;
        self.of(match page {
            InsightsPage::Journeys => self.choices,
            InsightsPage::Channels => stamp(&chosen.hours_of),
            InsightsPage::Worth => stamp(&chosen.scores_at),
            _ => 0,
        })
    }

    /// Of what patterns ahead of exits are to be.
    fn now_of_patterns(&self) -> Of {
        self.of(stamp(&self.options.items))
    }

    /// Of what a journey's story is to be.
    fn now_of_story(&self) -> Of {
        self.of(stamp(&self.options.identity))
    }

    const fn of(&self, options: u64) -> Of {
        Of { basis: self.known.basis(), options }
    }
}

impl Session {
    /// What the data says.
    #[must_use]
    pub fn insights(&self) -> &InsightsState {
        &self.insights
    }

    pub(super) fn act_in_insights(&mut self, action: InsightsAction) {
        self.finish_text();
        match action {
            InsightsAction::Open(page) => self.open_insights(page),
            InsightsAction::Back => {
                if let Some(page) = self.insights.from.take() {
                    self.insights.page = page;
                }
            }
            InsightsAction::Close => self.close_insights(),
            InsightsAction::OpenJourneys { title, journeys } => {
                self.open_journeys(title, Behind::Set(journeys));
            }
            InsightsAction::OpenBehind { title, behind } => self.open_journeys(title, behind),
            InsightsAction::PickJourney(journey) => self.pick_journey(journey),
            InsightsAction::SetOptions(options) => self.insights.choose(*options),
        }
    }

    /// Gives the place back to whatever stands there otherwise.
    pub(super) fn close_insights(&mut self) {
        self.insights.is_on = false;
    }

    /// Shows a page, in the inspector's place.
    pub(super) fn open_insights(&mut self, page: InsightsPage) {
        let state = &mut self.insights;
        state.page = page;
        state.from = None;
        state.asked_for = state.asked_for.wrapping_add(1);
        if !state.is_on {
            state.is_on = true;
            self.requests.push(Request::MakeRoom);
        }
    }
}
