//! The commands that help to find one's way.

use crate::session::{Command, Part, Request, Session, Zoom};

impl Session {
    /// Runs a command of finding one's way; others do nothing here.
    pub(in crate::session) fn run_finding(&mut self, command: Command) {
        match command {
            Command::ToggleHistory => self.ask(Request::Toggle(Part::History)),
            Command::ZoomSelection => self.ask(Request::Zoom(Zoom::Selection)),
            _ => {}
        }
    }

    /// True when a command of finding one's way would do something now.
    pub(in crate::session) fn can_run_finding(&self, command: Command) -> bool {
        match command {
            Command::ZoomSelection => !self.selection.is_empty(),
            _ => true,
        }
    }

    /// Undoes or does again until so many steps of the history are done.
    pub(in crate::session) fn go_to_step_of_history(&mut self, position: usize) {
        self.finish_text();
        self.document.go_to(position);
    }
}
