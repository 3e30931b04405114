//! The commands about versions.

use crate::session::{Command, Leave, Panel, Request, Session};

impl Session {
    /// Runs a command about versions; others do nothing here.
    pub(in crate::session) fn run_versions(&mut self, command: Command) {
        match command {
            Command::ShowVersions => self.ask(Request::Show(Panel::Versions)),
            Command::CopyAsToBe => self.ask(Request::Leave(Leave::ToBe)),
            Command::CloseComparison => self.close_comparison(),
            _ => {}
        }
    }

    /// True when a command about versions would do something now.
    pub(in crate::session) fn can_run_versions(&self, command: Command) -> bool {
        match command {
            Command::CloseComparison => self.comparing.is_some(),
            Command::CopyAsToBe => !self.document.map().about.stages.is_empty(),
            _ => true,
        }
    }
}
