//! Sentences and labels of what is told of ways, channels, targets, what-ifs, voices and suggestions.

use super::channels::Share;
use super::paths::ArcKind;
use super::suggestions::Finding;
use super::targets::Course;
use super::voice::{Language, Silent};
use super::what_if::{Worth, WouldBe};
use crate::base::fmt::NumberFormat;
use crate::measure::Rate;
use crate::model::JourneyMap;
use crate::tr;

/// `40 % [31–50 %], 38 of 95`.
fn rate(rate: &Rate, format: &NumberFormat) -> String {
    let (share, low, high) = (rate.value, rate.low, rate.high);
    tr!(
        "insights-rate",
        share = format.percent(share, 0),
        low = format.decimals(100.0 * low, 0),
        high = format.percent(high, 0),
        count = format.count(rate.count),
        of = format.count(rate.of)
    )
}

impl ArcKind {
    /// What it is to the drawn line.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Drawn => tr!("insights-arc-drawn"),
            Self::Skip => tr!("insights-arc-skip"),
            Self::Loop => tr!("insights-arc-loop"),
            Self::Back => tr!("insights-arc-back"),
        }
    }
}

impl Course {
    /// In a few words.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Reached => tr!("insights-course-reached"),
            Self::OnCourse => tr!("insights-course-on"),
            Self::Uncertain => tr!("insights-course-uncertain"),
            Self::OffCourse => tr!("insights-course-off"),
            Self::Missed => tr!("insights-course-missed"),
            Self::NotReachedYet => tr!("insights-course-not-yet"),
            Self::NoData => tr!("insights-course-no-data"),
        }
    }
}

impl Finding {
    /// What the data says, and what could be done.
    #[must_use]
    pub fn sentence(&self, map: &JourneyMap, journeys: u64, format: &NumberFormat) -> String {
        match self {
            Self::Missing { event, events, after } => tr!(
                "insights-suggestion-missing",
                event = event.as_str(),
                events = format.count(*events),
                journeys = format.count(journeys),
                place = if after.is_some() { "after" } else { "first" },
                after = after.map_or("", |after| map.name_of(after))
            ),
            Self::Unvisited { touchpoint } => {
                tr!("insights-suggestion-unvisited", name = map.name_of(*touchpoint))
            }
            Self::Order { first, then, so, of } => tr!(
                "insights-suggestion-order",
                first = map.name_of(*first),
                then = map.name_of(*then),
                so = format.count(*so),
                of = format.count(*of)
            ),
        }
    }
}

/// What the Markov chain takes for granted, to be written beside every what-if.
#[must_use]
pub fn what_if_assumption() -> String {
    tr!("insights-what-if-assumption")
}

impl WouldBe {
    /// From which goal rate to which.
    #[must_use]
    pub fn sentence(&self, format: &NumberFormat) -> String {
        tr!(
            "insights-what-if",
            now = format.percent(self.now, 1),
            then = format.percent(self.then, 1),
            more = format.decimals(self.more_goals, 0)
        )
    }
}

impl Worth {
    /// What one point here is worth.
    #[must_use]
    pub fn sentence(&self, map: &JourneyMap, format: &NumberFormat) -> String {
        let points = format.decimals(100.0 * self.gain_per_point, 2);
        tr!("insights-what-if-worth", name = map.name_of(self.touchpoint), points = points)
    }
}

/// Contacts that need one channel only.
#[must_use]
pub fn solved_sentence(share: &Share, format: &NumberFormat) -> String {
    tr!("insights-solved", rate = rate(&share.rate, format))
}

/// Self-service that needs nobody's help.
#[must_use]
pub fn contained_sentence(share: &Share, format: &NumberFormat) -> String {
    tr!("insights-contained", rate = rate(&share.rate, format))
}

impl Language {
    /// What it is called.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::English => tr!("insights-language-english"),
            Self::Turkish => tr!("insights-language-turkish"),
            Self::Polish => tr!("insights-language-polish"),
            Self::German => tr!("insights-language-german"),
            Self::Spanish => tr!("insights-language-spanish"),
            Self::French => tr!("insights-language-french"),
            Self::Italian => tr!("insights-language-italian"),
            Self::Dutch => tr!("insights-language-dutch"),
            Self::Portuguese => tr!("insights-language-portuguese"),
        }
    }
}

impl Silent {
    /// Low scores that nobody heard more of.
    #[must_use]
    pub fn sentence(&self, format: &NumberFormat) -> String {
        tr!("insights-silent", rate = rate(&self.rate, format))
    }
}

/// The mark of moods that the data does not give.
#[must_use]
pub fn estimated_mark() -> String {
    tr!("insights-estimated")
}
