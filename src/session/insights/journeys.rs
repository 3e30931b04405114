//! The journeys behind a number, opened one by one.

use super::{Answer, InsightsPage, InsightsState, Options};
use crate::insights::Behind;
use crate::insights::customer::Story;
use crate::model::TouchpointId;
use crate::scene::Element;
use crate::session::{Request, Session};
use std::collections::BTreeSet;

/// Journeys that were opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// What they are; empty = all that are selected.
    pub title: String,
    /// The figure that counts them.
    pub behind: Behind,
}

impl Opened {
    /// True for those that are known by number alone.
    pub(super) const fn is_of_numbers(&self) -> bool {
        matches!(self.behind, Behind::Set(_) | Behind::Among(..))
    }
}

impl InsightsState {
    /// The number of the journey that is looked at.
    #[must_use]
    pub fn picked(&self) -> Option<u32> {
        self.picked
    }

    /// The place of a journey in the list, from 0, and how many are listed.
    #[must_use]
    pub fn place_in_list(&self, journey: u32) -> Option<(usize, usize)> {
        let Some(Answer::Journeys(list)) = self.answer(InsightsPage::Journeys) else { return None };
        let place = list.rows.iter().position(|row| row.journey == journey)?;
        Some((place, list.rows.len()))
    }
}

impl Session {
    /// The journey that is looked at, from event to event; none when none is, or it has not come yet.
    #[must_use]
    pub fn shown_journey(&self) -> Option<&Story> {
        let state = &self.insights;
        let is_open = state.is_on && state.page == InsightsPage::Journeys && !self.conceals();
        let story = state.story.as_ref().filter(|_| is_open)?;
        (state.picked == Some(story.answer.journey)).then_some(&*story.answer)
    }

    pub(in crate::session) fn open_journeys(&mut self, title: String, behind: Behind) {
        let options = Options { opened: Opened { title, behind }, ..self.insights.options.clone() };
        self.insights.choose(options);
        let from = if self.insights.is_on { self.insights.page } else { InsightsPage::Journeys };
        self.open_insights(InsightsPage::Journeys);
        self.insights.from = Some(from).filter(|page| *page != InsightsPage::Journeys);
        self.insights.picked = None;
    }

    pub(super) fn pick_journey(&mut self, journey: Option<u32>) {
        self.insights.followed = None;
        self.insights.picked = journey;
    }

    /// The journey so many places on in the list.
    pub(super) fn journey_beside(&self, by: isize) -> Option<u32> {
        let state = &self.insights;
        let picked = state.picked.filter(|_| state.is_on && state.page == InsightsPage::Journeys)?;
        let Some(Answer::Journeys(list)) = state.answer(InsightsPage::Journeys) else { return None };
        let (place, _) = state.place_in_list(picked)?;
        list.rows.get(place.checked_add_signed(by)?).map(|row| row.journey)
    }

    pub(super) fn step_journey(&mut self, by: isize) {
        if let Some(journey) = self.journey_beside(by) {
            self.insights.picked = Some(journey);
        }
    }

    /// Selects on the map where the journey that has come went, once.
    pub(super) fn follow_story(&mut self) {
        let Some(story) = self.shown_journey() else { return };
        if self.insights.followed == Some(story.journey) {
            return;
        }
        let number = story.journey;
        let met: BTreeSet<TouchpointId> =
            story.moments.iter().filter_map(|moment| moment.touchpoint).collect();
        let first = story.moments.iter().find_map(|moment| moment.touchpoint);
        self.insights.followed = Some(number);
        self.selection = met.into_iter().map(Element::Touchpoint).collect();
        if let Some(first) = first {
            self.requests.push(Request::Reveal(Element::Touchpoint(first)));
        }
    }
}
