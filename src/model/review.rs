//! How the map is looked after: when it was last reviewed, from where on a sign needs work, and which findings were put aside.

use super::records::is_default;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the nine signs and the findings need of the team.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Review {
    /// The day on which the map was last reviewed, as `YYYY-MM-DD`; none = never said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<String>,
    /// From where on signs need work.
    #[serde(skip_serializing_if = "is_default")]
    pub thresholds: Thresholds,
    /// Findings that were put aside, by key, each with why.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub dismissed: BTreeMap<String, String>,
    /// Findings that have a slide of their own, in the order of the slides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub slides: Vec<FindingSlide>,
}

/// A finding as it was when it was put on a slide: what is shown to others does not change by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingSlide {
    /// By which the finding is known.
    pub finding: String,
    /// A few words.
    pub title: String,
    /// The finding in a sentence.
    pub sentence: String,
    /// How sure it is.
    #[serde(default)]
    pub evidence: String,
    /// What the two shares are; empty where there are none.
    #[serde(default)]
    pub what: String,
    /// What it is about, then what it is compared with.
    #[serde(default)]
    pub shares: Vec<SlideShare>,
    /// A lower share is the better one.
    #[serde(default)]
    pub is_better_low: bool,
    /// Where the figures come from.
    #[serde(default)]
    pub source: String,
}

/// A share that a slide shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlideShare {
    /// Of whom.
    pub name: String,
    /// How many of them …
    pub count: u64,
    /// … of how many.
    pub of: u64,
}

/// From where on each of the nine signs needs work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Thresholds {
    /// Sign 1: days since the map was reviewed.
    pub outdated_days: f64,
    /// Sign 1: Jensen–Shannon distance of visits before and since the review.
    pub drift: f64,
    /// Sign 2: monthly retention as it should be at least; none = only compared with the months before.
    pub retention: Option<f64>,
    /// Sign 3: bounce rate.
    pub bounce: f64,
    /// Sign 4: satisfied share.
    pub satisfied: f64,
    /// Sign 5: how many times more behaviour tells than demographics.
    pub behaviour: f64,
    /// Sign 6: difference between channels, in points of the source's scale.
    pub uneven_points: f64,
    /// Sign 8: share of agents who left.
    pub agents_left: f64,
    /// Sign 8: growth of the load.
    pub load_growth: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            outdated_days: 365.0,
            drift: 0.2,
            retention: None,
            bounce: 0.4,
            satisfied: 0.7,
            behaviour: 2.0,
            uneven_points: 0.5,
            agents_left: 0.1,
            load_growth: 0.25,
        }
    }
}

impl Thresholds {
    /// The same with what is usual where a value is no number.
    #[must_use]
    pub fn sound(&self) -> Self {
        let usual = Self::default();
        let or = |value: f64, usual: f64| if value.is_finite() { value } else { usual };
        Self {
            outdated_days: or(self.outdated_days, usual.outdated_days),
            drift: or(self.drift, usual.drift),
            retention: self.retention.filter(|value| value.is_finite()),
            bounce: or(self.bounce, usual.bounce),
            satisfied: or(self.satisfied, usual.satisfied),
            behaviour: or(self.behaviour, usual.behaviour),
            uneven_points: or(self.uneven_points, usual.uneven_points),
            agents_left: or(self.agents_left, usual.agents_left),
            load_growth: or(self.load_growth, usual.load_growth),
        }
    }
}
