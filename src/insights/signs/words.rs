//! The nine signs in words.

use super::{Missing, Reading, SignKind, Verdict};
use crate::insights::behaviour::ColumnTells;
use crate::insights::findings::Teller;
use crate::tr;

impl SignKind {
    /// What it is called.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::OutdatedJourney => tr!("insights-sign-outdated-journey"),
            Self::LowRetention => tr!("insights-sign-low-retention"),
            Self::HighBounce => tr!("insights-sign-high-bounce"),
            Self::WeakSatisfaction => tr!("insights-sign-weak-satisfaction"),
            Self::DemographicsOnly => tr!("insights-sign-demographics-only"),
            Self::InconsistentService => tr!("insights-sign-inconsistent-service"),
            Self::CustomersDriftingAway => tr!("insights-sign-customers-drifting-away"),
            Self::StaffDriftingAway => tr!("insights-sign-staff-drifting-away"),
            Self::NoGoals => tr!("insights-sign-no-goals"),
        }
    }
}

impl Verdict {
    /// What it is called.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::NoData => tr!("insights-verdict-no-data"),
            Self::Fine => tr!("insights-verdict-fine"),
            Self::Watch => tr!("insights-verdict-watch"),
            Self::NeedsWork => tr!("insights-verdict-needs-work"),
        }
    }

    /// The key in machine-readable output.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoData => "no_data",
            Self::Fine => "fine",
            Self::Watch => "watch",
            Self::NeedsWork => "needs_work",
        }
    }
}

impl Missing {
    /// What would settle the sign.
    #[must_use]
    pub fn remedy(self) -> String {
        match self {
            Self::DayOfReview => tr!("insights-missing-day-of-review"),
            Self::Times => tr!("insights-missing-times"),
            Self::Returns => tr!("insights-missing-returns"),
            Self::Months => tr!("insights-missing-months"),
            Self::ClosedJourneys => tr!("insights-missing-closed-journeys"),
            Self::Scores => tr!("insights-missing-scores"),
            Self::Segments => tr!("insights-missing-segments"),
            Self::ChannelsAndScores => tr!("insights-missing-channels-and-scores"),
            Self::Agents => tr!("insights-missing-agents"),
        }
    }
}

impl Teller<'_> {
    /// What is read off for a sign, against what.
    #[must_use]
    pub fn reading(&self, reading: &Reading) -> String {
        let percent = |share: f64| self.format.percent(share, 1);
        let count = |count: u64| self.format.count(count);
        let number = |value: f64, decimals| self.format.decimals(value, decimals);
        match reading {
            Reading::DaysSinceReview { days, threshold } => {
                tr!("insights-reading-review", days = number(*days, 0), limit = number(*threshold, 0))
            }
            Reading::Drift { distance, threshold } => {
                tr!("insights-reading-drift", distance = number(*distance, 2), limit = number(*threshold, 2))
            }
            Reading::Retention { month: (year, month), now, before, difference, target } => tr!(
                "insights-reading-retention",
                month = format!("{year:04}-{month:02}"),
                now = percent(now.value),
                before = percent(before.value),
                low = self.format.signed(100.0 * difference.1, 1),
                high = self.format.signed(100.0 * difference.2, 1),
                n = count(now.of),
                wanted = if target.is_some() { "yes" } else { "no" },
                target = percent(target.unwrap_or_default())
            ),
            Reading::Bounce { rate, threshold } => tr!(
                "insights-reading-bounce",
                share = percent(rate.value),
                low = percent(rate.low),
                high = percent(rate.high),
                n = count(rate.of),
                limit = percent(*threshold)
            ),
            Reading::Satisfied { rate, threshold } => tr!(
                "insights-reading-satisfied",
                share = percent(rate.value),
                low = percent(rate.low),
                high = percent(rate.high),
                n = count(rate.of),
                limit = percent(*threshold)
            ),
            Reading::WeeklyTrend { weeks, slope, p } => tr!(
                "insights-reading-weekly-trend",
                slope = self.format.signed(100.0 * slope, 2),
                weeks = count(*weeks as u64),
                p = self.format.chance(*p)
            ),
            Reading::Tells { behaviour, demographics, threshold } => {
                let told = |of: &Option<ColumnTells>| {
                    of.as_ref().map_or_else(
                        || tr!("insights-reading-tells-nothing"),
                        |of| {
                            tr!(
                                "insights-reading-tells-column",
                                column = of.column.as_str(),
                                share = percent(of.corrected())
                            )
                        },
                    )
                };
                tr!(
                    "insights-reading-tells",
                    behaviour = told(behaviour),
                    demographics = told(demographics),
                    limit = number(*threshold, 1)
                )
            }
            Reading::Bound { all, demographic } => tr!(
                "insights-reading-bound",
                n = *all as u64,
                all = count(*all as u64),
                demographic = count(*demographic as u64)
            ),
            Reading::Uneven { touchpoint, better, worse, difference, .. } => tr!(
                "insights-reading-uneven",
                name = self.touchpoint(*touchpoint),
                better = better.as_str(),
                worse = worse.as_str(),
                points = number(difference.0, 2),
                low = number(difference.1, 2),
                high = number(difference.2, 2)
            ),
            Reading::TwoChannels { rate } => {
                tr!("insights-reading-two-channels", share = percent(rate.value), n = count(rate.of))
            }
            Reading::MonthlyTrend { months, slope, p } => tr!(
                "insights-reading-monthly-trend",
                slope = self.format.signed(*slope, 1),
                months = count(*months as u64),
                p = self.format.chance(*p)
            ),
            Reading::Silent { rate } => {
                tr!("insights-reading-silent", share = percent(rate.value), n = count(rate.of))
            }
            Reading::AgentsLeft { month: (year, month), rate, threshold } => tr!(
                "insights-reading-agents-left",
                month = format!("{year:04}-{month:02}"),
                gone = count(rate.count),
                of = count(rate.of),
                limit = percent(*threshold)
            ),
            Reading::Load { before, now, threshold } => tr!(
                "insights-reading-load",
                before = number(*before, 1),
                now = number(*now, 1),
                limit = percent(*threshold)
            ),
            Reading::StaffVotes { pains, votes } => {
                tr!("insights-reading-staff-votes", votes = count(u64::from(*votes)), pains = *pains)
            }
            Reading::Goals { touchpoints, targets, missed } => tr!(
                "insights-reading-goals",
                touchpoints = *touchpoints,
                targets = *targets,
                missed = *missed
            ),
        }
    }
}
