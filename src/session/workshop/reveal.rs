//! Reveal: what was measured comes in within a second, so that the room sees it happen.

use crate::base::time::SECOND;
use crate::session::Session;

/// How long the figures take to come in.
const TAKES: i64 = SECOND * 9 / 10;
/// Steps of the way, so that a map at rest is not laid out anew.
const STEPS: f64 = 60.0;

impl Session {
    /// Shows or hides what was measured; before an audience it comes in slowly, unless motion is not wanted.
    pub(in crate::session) fn toggle_reveal(&mut self) {
        self.reveal = !self.reveal;
        let has_audience = self.workshop.on || self.presenting.is_some();
        let slowly = self.reveal && has_audience && !self.reduced_motion;
        self.workshop.revealing_since = slowly.then_some(self.workshop.now);
    }

    /// What was measured is kept from the room, wherever it could be read: a workshop has begun and nothing has
    /// been revealed. Leaving the workshop's panel gives nothing away.
    #[must_use]
    pub fn conceals(&self) -> bool {
        self.workshop.has_begun && !self.reveal
    }

    /// The figures are still coming in.
    #[must_use]
    pub fn is_revealing(&self) -> bool {
        self.revealed_share() < 1.0
    }

    /// Shows the figures as they are at once.
    pub fn skip_reveal(&mut self) {
        self.workshop.revealing_since = None;
    }

    /// How much of the figures' heights is shown, 0…1: fast at first, then gently to the end.
    pub(in crate::session) fn revealed_share(&self) -> f64 {
        let Some(since) = self.workshop.revealing_since else { return 1.0 };
        #[allow(clippy::cast_precision_loss)] // below a second
        let time = (self.workshop.now.0.saturating_sub(since.0).clamp(0, TAKES)) as f64 / TAKES as f64;
        let share = 1.0 - (1.0 - time).powi(3);
        (share * STEPS).round() / STEPS
    }
}
