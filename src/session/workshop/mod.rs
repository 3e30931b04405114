//! The workshop mode of an open map: the panel that is shown, the agenda's timer and what is about to be revealed.
//! What a workshop leaves behind (agenda, guesses, votes, parking lot) is in the map, not here.

mod commands;
mod reveal;
mod timer;

pub use timer::{Countdown, Timer};

use super::Session;
use crate::base::Timestamp;
use crate::model::{AgendaItem, Edit};

/// Pages of the workshop's panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum WorkshopPage {
    #[default]
    Agenda,
    Guesses,
    ParkingLot,
}

impl WorkshopPage {
    /// All pages in the order of a workshop.
    pub const ALL: &[Self] = &[Self::Agenda, Self::Guesses, Self::ParkingLot];
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
    /// Who is guessing; empty = the whole room.
    pub team: String,
    timer: Timer,
    /// Since when the figures come in; none = they are as they will be.
    revealing_since: Option<Timestamp>,
    now: Timestamp,
}

/// What is done in the mode besides edits and commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkshopAction {
    /// Guesses are those of this team from now on; no name = the whole room.
    GuessAs(String),
}

impl WorkshopMode {
    pub(super) fn act(&mut self, action: WorkshopAction) {
        match action {
            WorkshopAction::GuessAs(team) => team.trim().clone_into(&mut self.team),
        }
    }

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
    /// Says what time it is; once a frame, by whoever has a clock.
    pub fn set_now(&mut self, now: Timestamp) {
        self.workshop.now = now;
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
