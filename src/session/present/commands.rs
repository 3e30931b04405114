//! The commands of a presentation.

use crate::scene::Element;
use crate::session::{Command, Part, Request, Session};

impl Session {
    /// Runs a command of a presentation; others do nothing here.
    pub(in crate::session) fn run_present(&mut self, command: Command) {
        match command {
            Command::Present => self.begin_presenting(None),
            Command::PresentFromSelection => {
                let stage = self.selection.iter().find_map(|element| match element {
                    Element::Stage(stage) => self.shown_map().stages.get(*stage),
                    _ => None,
                });
                let first = stage.and_then(|stage| stage.touchpoints.first().copied());
                let from = self.selected_touchpoints().first().copied().or(first);
                // Without a selection it goes on where it is.
                if from.is_some() || self.presenting.is_none() {
                    self.begin_presenting(from);
                }
            }
            Command::TogglePresenterView => self.ask(Request::Toggle(Part::PresenterView)),
            Command::SwapScreens => self.ask(Request::SwapScreens),
            Command::ToggleStagesOnly => self.ask(Request::Toggle(Part::StagesOnly)),
            Command::ToggleRevealsLast => self.ask(Request::Toggle(Part::RevealsLast)),
            _ => {}
        }
    }

    /// True when a command of a presentation would do something now.
    pub(in crate::session) fn can_run_present(&self, command: Command) -> bool {
        match command {
            Command::Present | Command::PresentFromSelection => !self.shown_map().about.stages.is_empty(),
            Command::TogglePresenterView | Command::SwapScreens => self.presenting.is_some(),
            _ => true,
        }
    }
}
