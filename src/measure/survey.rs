//! What survey tables cannot tell.

use super::figures::{JourneyCounts, Measures};

impl Measures {
    /// Takes away what has no meaning for a survey table, where nobody goes from one touchpoint to the next.
    pub(super) fn without_paths(&mut self) {
        self.journeys = JourneyCounts { total: self.journeys.total, ..JourneyCounts::default() };
        (self.goal_rate, self.bounce_rate, self.contacted_again) = (None, None, None);
        self.goal_lengths = None;
        self.retention.clear();
        self.handled.clear();
        self.transitions.clear();
        self.channel_switches.clear();
        self.transitions_with_channels = 0;
        for touchpoint in &mut self.touchpoints {
            touchpoint.closed = 0;
            (touchpoint.left, touchpoint.returned, touchpoint.exits, touchpoint.open_here) = (0, 0, 0, 0);
            (touchpoint.exit_rate, touchpoint.contacted_again, touchpoint.several_agents) =
                (None, None, None);
            (touchpoint.exit_rate_of_visits, touchpoint.drop_off) = (None, None);
            // Unanswered questions leave no visit, so that this would always be 1.
            touchpoint.response_rate = None;
            for channel in &mut touchpoint.channels {
                channel.exits = 0;
            }
        }
    }
}
