//! Targets: what a figure should be by a day.

use super::id::TouchpointId;
use crate::tr;
use serde::{Deserialize, Serialize};

/// Figures that can be followed over time and have a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)] // named as in docs/measures.md
pub enum TrendFigure {
    Journeys,
    Customers,
    #[default]
    GoalRate,
    BounceRate,
    Visits,
    ExitRate,
    DropOff,
    Satisfaction,
    Satisfied,
    Sentiment,
    Wait,
    ContactedAgain,
}

impl TrendFigure {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 12] = [
        Self::GoalRate,
        Self::BounceRate,
        Self::Journeys,
        Self::Customers,
        Self::ExitRate,
        Self::DropOff,
        Self::Visits,
        Self::Satisfaction,
        Self::Satisfied,
        Self::Sentiment,
        Self::Wait,
        Self::ContactedAgain,
    ];

    /// What it is called.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Journeys => tr!("model-figure-journeys"),
            Self::Customers => tr!("model-figure-customers"),
            Self::GoalRate => tr!("model-figure-goal-rate"),
            Self::BounceRate => tr!("model-figure-bounce-rate"),
            Self::Visits => tr!("model-figure-visits"),
            Self::ExitRate => tr!("model-figure-exit-rate"),
            Self::DropOff => tr!("model-figure-drop-off"),
            Self::Satisfaction => tr!("model-figure-satisfaction"),
            Self::Satisfied => tr!("model-figure-satisfied"),
            Self::Sentiment => tr!("model-figure-sentiment"),
            Self::Wait => tr!("model-figure-wait"),
            Self::ContactedAgain => tr!("model-figure-again"),
        }
    }

    /// False for figures of whole journeys.
    #[must_use]
    pub const fn is_at_touchpoint(self) -> bool {
        !matches!(self, Self::Journeys | Self::Customers | Self::GoalRate | Self::BounceRate)
    }

    /// True for shares of closed journeys, which are known only once the open window is over.
    #[must_use]
    pub const fn is_of_closed_journeys(self) -> bool {
        matches!(self, Self::GoalRate | Self::BounceRate | Self::ExitRate | Self::DropOff)
    }

    /// True where less is better.
    #[must_use]
    pub const fn is_better_low(self) -> bool {
        matches!(self, Self::BounceRate | Self::ExitRate | Self::DropOff | Self::Wait | Self::ContactedAgain)
    }

    /// The lowest and the highest value that there can be, where the figure alone tells.
    #[must_use]
    pub const fn limits(self) -> (Option<f64>, Option<f64>) {
        match self {
            Self::GoalRate
            | Self::BounceRate
            | Self::ExitRate
            | Self::DropOff
            | Self::Satisfied
            | Self::ContactedAgain => (Some(0.0), Some(1.0)),
            Self::Sentiment => (Some(-1.0), Some(1.0)),
            Self::Journeys | Self::Customers | Self::Visits | Self::Wait => (Some(0.0), None),
            // The scale tells.
            Self::Satisfaction => (None, None),
        }
    }
}

/// What a figure should be by a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Which figure.
    pub figure: TrendFigure,
    /// Where; none for figures of whole journeys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<TouchpointId>,
    /// As it should be at least, or at most where less is better: shares from 0 to 1, times in seconds.
    pub value: f64,
    /// By when: an ISO date.
    pub by: String,
}

impl Target {
    /// True when a value is as good as wanted.
    #[must_use]
    pub fn is_met_by(&self, value: f64) -> bool {
        if self.figure.is_better_low() { value <= self.value } else { value >= self.value }
    }
}
