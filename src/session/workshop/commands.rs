//! The commands of the menu Workshop.

use super::WorkshopPage;
use crate::model::{Card, CardKind};
use crate::session::{Command, Panel, Part, Pick, Request, Session};
use crate::tr;

impl Session {
    /// Runs a command of the workshop; others do nothing here.
    pub(in crate::session) fn run_workshop(&mut self, command: Command) {
        let now = self.workshop.now;
        match command {
            Command::ToggleWorkshop => self.toggle_workshop(),
            Command::ToggleTimer => self.workshop.timer.toggle(now),
            Command::AddMinute => self.workshop.timer.add_secs(60),
            Command::AddFiveMinutes => self.workshop.timer.add_secs(300),
            Command::NextStep => self.go_to_step(self.workshop.step().saturating_add(1)),
            Command::PreviousStep => self.go_to_step(self.workshop.step().saturating_sub(1)),
            Command::ToggleBigTimer => self.workshop.big_timer = !self.workshop.big_timer,
            Command::ToggleSound => self.ask(Request::Toggle(Part::Sound)),
            Command::TryBell => self.ask(Request::Ring),
            Command::ShowAgenda => self.show_workshop(WorkshopPage::Agenda),
            Command::ShowDots => self.show_workshop(WorkshopPage::Dots),
            Command::ToggleVote => self.toggle_vote(),
            Command::NextVoter => self.ask_for_voter(),
            Command::TypePaperVotes => self.ask(Request::Show(Panel::PaperVotes)),
            Command::ShowPriorities => {
                self.workshop.matrix = true;
                self.show_workshop(WorkshopPage::Priorities);
            }
            Command::ToggleMatrix => self.workshop.matrix = !self.workshop.matrix,
            Command::ExportActions => {
                let file_name = tr!("session-actions-file");
                self.ask(Request::Pick(Pick::Actions { file_name }));
            }
            Command::ShowGuesses => self.show_workshop(WorkshopPage::Guesses),
            Command::ShowParkingLot => self.show_workshop(WorkshopPage::ParkingLot),
            Command::Park => self.ask(Request::Show(Panel::Park)),
            _ => {}
        }
    }

    /// True when a command of the workshop would do something now.
    pub(in crate::session) fn can_run_workshop(&self, command: Command) -> bool {
        let agenda = &self.document.map().workshop.agenda;
        let step = self.workshop.step();
        match command {
            Command::ToggleTimer
            | Command::AddMinute
            | Command::AddFiveMinutes
            | Command::ToggleBigTimer
            | Command::NextStep => self.workshop.on && step < agenda.len(),
            Command::NextVoter => self.open_voting().is_some(),
            Command::ToggleVote => self.open_voting().is_some() || !self.document.map().cards.is_empty(),
            Command::TypePaperVotes => !self.document.map().cards.is_empty(),
            Command::ToggleMatrix => self.workshop.on && self.workshop.page == WorkshopPage::Priorities,
            Command::ExportActions => self.document.map().cards.iter().any(is_opportunity),
            Command::PreviousStep => self.workshop.on && step > 0 && !agenda.is_empty(),
            _ => true,
        }
    }

    fn toggle_workshop(&mut self) {
        if self.workshop.on {
            self.workshop.on = false;
            self.workshop.timer.pause(self.workshop.now);
        } else {
            self.begin_workshop();
        }
    }

    fn show_workshop(&mut self, page: WorkshopPage) {
        self.turn_to(page);
        self.workshop.asked = self.workshop.asked.wrapping_add(1);
    }

    /// Shows a page, but leaves the keyboard where it is.
    pub(super) fn turn_to(&mut self, page: WorkshopPage) {
        self.close_insights();
        if !self.workshop.on {
            self.begin_workshop();
        }
        self.workshop.page = page;
    }

    /// What was measured is hidden until the team has drawn and guessed.
    fn begin_workshop(&mut self) {
        self.close_insights();
        self.workshop.on = true;
        self.workshop.has_begun = true;
        self.reveal = false;
    }
}

fn is_opportunity(card: &Card) -> bool {
    matches!(card.kind, CardKind::Opportunity(_))
}
