//! The workshop mode of an open map: the panel that is shown, the agenda's timer and what is about to be revealed.
//! What a workshop leaves behind (agenda, guesses, votes, parking lot) is in the map, not here.

mod commands;
mod dots;
mod reveal;
mod timer;

pub use dots::VoteTerms;
pub use timer::{Countdown, Timer};

use super::Session;
use crate::base::Timestamp;
use crate::model::{AgendaItem, CardId, Edit};

/// Pages of the workshop's panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum WorkshopPage {
    #[default]
    Agenda,
    Guesses,
    Dots,
    Priorities,
    ParkingLot,
}

impl WorkshopPage {
    /// All pages in the order of a workshop.
    pub const ALL: &[Self] = &[Self::Agenda, Self::Guesses, Self::Dots, Self::Priorities, Self::ParkingLot];
}

/// The mode as it is while a map is open; it is not saved.
#[derive(Clone, Debug, Default)]
pub struct WorkshopMode {
    /// The panel stands in the inspector's place.
    pub on: bool,
    /// It was on at some time since the map was opened.
    pub(super) has_begun: bool,
    /// Its page.
    pub page: WorkshopPage,
    /// How often a page was asked for: each time it is to get the keyboard.
    pub asked: u32,
    /// Who is guessing; empty = the whole room.
    pub team: String,
    /// The count-down has the window for itself.
    pub big_timer: bool,
    /// How the next vote is held.
    pub terms: VoteTerms,
    /// How often somebody was asked for a name to cast dots: each time its field is to get the keyboard.
    pub names_asked: u32,
    /// Who casts dots by clicking on cards; none = nobody.
    pub casting: Option<String>,
    /// Whoever casts dots sees on the cards where their own are; the others' stay secret.
    pub shows_own_dots: bool,
    /// The page of priorities has the matrix in the map's place.
    pub matrix: bool,
    timer: Timer,
    /// The time of the present step has just ended.
    rings: bool,
    /// Since when the figures come in; none = they are as they will be.
    revealing_since: Option<Timestamp>,
    now: Timestamp,
}

/// What is done in the mode besides edits and commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkshopAction {
    /// Guesses are those of this team from now on; no name = the whole room.
    GuessAs(String),
    /// The next vote is held like this.
    SetVoteTerms(VoteTerms),
    /// Dots are those of this person from now on; none = nobody's.
    CastAs(Option<String>),
    /// Gives a card one dot of the person who casts.
    AddDot(CardId),
    /// Takes one of that person's dots back.
    TakeDot(CardId),
    /// Shows those who cast where their own dots are.
    ShowOwnDots(bool),
}

impl WorkshopMode {
    /// The agenda's step that is being done, counted from 0; the agenda's length when all are done.
    #[must_use]
    pub fn step(&self) -> usize {
        self.timer.step
    }

    /// How the present step is doing; none when the agenda is over or empty.
    #[must_use]
    pub fn countdown(&self, agenda: &[AgendaItem]) -> Option<Countdown> {
        Some(self.timer.countdown(agenda.get(self.timer.step)?, self.now))
    }
}

impl Session {
    pub(super) fn act_in_workshop(&mut self, action: WorkshopAction) {
        match action {
            WorkshopAction::GuessAs(team) => team.trim().clone_into(&mut self.workshop.team),
            WorkshopAction::SetVoteTerms(terms) => self.workshop.terms = terms,
            WorkshopAction::CastAs(name) => self.cast_as(name),
            WorkshopAction::AddDot(card) => self.change_dots(card, |dots| dots.saturating_add(1)),
            WorkshopAction::TakeDot(card) => self.change_dots(card, |dots| dots.saturating_sub(1)),
            WorkshopAction::ShowOwnDots(shows) => self.workshop.shows_own_dots = shows,
        }
    }

    /// True while the count-down has the window for itself.
    #[must_use]
    pub fn has_big_timer(&self) -> bool {
        let agenda = &self.document.map().workshop.agenda;
        self.workshop.on && self.workshop.big_timer && self.workshop.step() < agenda.len()
    }

    /// Says what time it is; once a frame, by whoever has a clock.
    pub fn set_now(&mut self, now: Timestamp) {
        self.workshop.now = now;
        let agenda = &self.document.map().workshop.agenda;
        if let Some(item) = agenda.get(self.workshop.timer.step) {
            self.workshop.rings |= self.workshop.timer.rings(item, now);
        }
    }

    /// The count-down runs.
    #[must_use]
    pub fn is_timer_running(&self) -> bool {
        let agenda = &self.document.map().workshop.agenda;
        self.workshop.countdown(agenda).is_some_and(|countdown| countdown.running)
    }

    /// True once after the time of a step has ended.
    #[must_use]
    pub fn take_ring(&mut self) -> bool {
        std::mem::take(&mut self.workshop.rings)
    }

    /// What is being done stays so when steps are added, removed or put into another order.
    pub(super) fn follow_step(&mut self, before: &[AgendaItem]) {
        let agenda = &self.document.map().workshop.agenda;
        if agenda.len() == before.len()
            && agenda.get(self.workshop.timer.step) == before.get(self.workshop.timer.step)
        {
            return;
        }
        let present = before.get(self.workshop.timer.step);
        if let Some(place) = present.and_then(|present| agenda.iter().position(|item| item == present)) {
            self.workshop.timer.step = place;
        }
    }

    /// What time it is, as last said.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.workshop.now
    }

    /// Goes to a step of the agenda and writes down how long the one before took.
    pub(super) fn go_to_step(&mut self, step: usize) {
        let agenda = &self.document.map().workshop.agenda;
        let step = step.min(agenda.len());
        let took = self.workshop.countdown(agenda).map(|countdown| countdown.spent_secs);
        let from = self.workshop.timer.step;
        if let Some((item, took)) = agenda.get(from).zip(took)
            && item.actual_seconds != took
        {
            let mut agenda = agenda.clone();
            if let Some(item) = agenda.get_mut(from) {
                item.actual_seconds = took;
            }
            self.edit(&Edit::SetAgenda(agenda));
        }
        self.workshop.timer.begin(step, self.workshop.now);
    }
}
