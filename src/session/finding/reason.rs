//! Why a command does nothing now, in a few words for those who look for it.

use crate::session::{Command, Menu, Session};
use crate::tr;

impl Session {
    /// What is missing for a command that can't run now.
    #[must_use]
    pub fn why_not(&self, command: Command) -> String {
        match command {
            Command::Undo => tr!("session-nothing-to-undo"),
            Command::Redo => tr!("session-nothing-to-redo"),
            Command::AddTouchpoint => tr!("session-needs-stage"),
            Command::ToggleReveal | Command::ShowMapping | Command::ShowRejected | Command::ShowCharts => {
                tr!("session-needs-data")
            }
            Command::MeasureAllCustomers => tr!("session-needs-persona-rule"),
            Command::ResetFilter => tr!("session-no-filter"),
            _ if self.selection.is_empty() && command.menu() != Menu::Workshop => {
                tr!("session-needs-selection")
            }
            _ => tr!("session-not-now"),
        }
    }
}
