//! The scale of a score.

use serde::{Deserialize, Serialize};

/// Lowest and highest possible score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Worst.
    pub min: f64,
    /// Best.
    pub max: f64,
}

impl Scale {
    /// 1–5, the commonest.
    pub const ONE_TO_FIVE: Self = Self { min: 1.0, max: 5.0 };

    /// 0 at the worst score, 1 at the best.
    #[must_use]
    pub fn unit(&self, score: f64) -> f64 {
        (score - self.min) / (self.max - self.min)
    }
}
