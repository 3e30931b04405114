//! The commands of mapping events.

use crate::session::{Command, Panel, Part, Request, Session};

impl Session {
    /// Runs a command that maps events; others do nothing here.
    pub(in crate::session) fn run_mapping(&mut self, command: Command) {
        match command {
            Command::ShowMapping => self.ask(Request::Show(Panel::Mapping)),
            Command::ToggleTray => self.ask(Request::Toggle(Part::Tray)),
            _ => {}
        }
    }

    /// False when a command that maps events has nothing to show.
    pub(in crate::session) fn can_run_mapping(&self, command: Command) -> bool {
        match command {
            Command::ShowMapping | Command::ToggleTray => self.data.is_some(),
            _ => true,
        }
    }
}
