//! The commands of insights.

use super::InsightsPage;
use crate::session::{Command, Session};

impl Session {
    /// Runs a command of insights; others do nothing here.
    pub(in crate::session) fn run_insights(&mut self, command: Command) {
        self.finish_text();
        match command {
            Command::ToggleInsights if self.insights.is_on => self.insights.is_on = false,
            Command::ToggleInsights => self.open_insights(self.insights.page),
            Command::NextJourney => self.step_journey(1),
            Command::PreviousJourney => self.step_journey(-1),
            _ => {
                if let Some(page) = InsightsPage::of(command) {
                    self.open_insights(page);
                }
            }
        }
    }

    /// True when a command of insights would do something now.
    pub(in crate::session) fn can_run_insights(&self, command: Command) -> bool {
        match command {
            Command::NextJourney => self.journey_beside(1).is_some(),
            Command::PreviousJourney => self.journey_beside(-1).is_some(),
            _ => true,
        }
    }
}
