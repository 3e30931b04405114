//! The signs as a page tells them: the figure that stands large, the sentences below it and where it points.

use super::{Reading, Sign, Verdict};
use crate::insights::behaviour::ColumnTells;
use crate::insights::findings::Teller;
use crate::measure::small_groups::SmallGroups;
use crate::tr;

/// A sign with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldSign {
    /// The figures.
    pub sign: Sign,
    /// What decides, in short: `41.3 %`; empty when it cannot be told.
    pub figure: String,
    /// What it rests on, or what would settle it, a sentence each.
    pub lines: Vec<String>,
    /// The names of the touchpoints to which it points.
    pub places: Vec<String>,
}

/// Signs in words; counts of small groups are not told.
#[must_use]
pub fn told(signs: &[Sign], teller: &Teller<'_>, small: SmallGroups) -> Vec<ToldSign> {
    signs.iter().map(|sign| told_one(sign, teller, small)).collect()
}

fn told_one(sign: &Sign, teller: &Teller<'_>, small: SmallGroups) -> ToldSign {
    let words = |reading: &Reading| {
        let words =
            if reading.tells_small(small) { tr!("insights-reading-hidden") } else { teller.reading(reading) };
        capitalised(&words)
    };
    // What cannot be told has no figure, whatever else is known.
    let shown = sign.readings.first().filter(|reading| !reading.tells_small(small));
    let shown = shown.filter(|_| sign.verdict != Verdict::NoData);
    ToldSign {
        figure: shown.map(|reading| capitalised(&teller.figure(reading))).unwrap_or_default(),
        lines: sign.readings.iter().map(words).chain(sign.missing.map(super::Missing::remedy)).collect(),
        places: sign.touchpoints.iter().map(|id| teller.touchpoint(*id).trim().to_owned()).collect(),
        sign: sign.clone(),
    }
}

/// With a first letter as at the beginning of a sentence.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + letters.as_str()
}

impl Reading {
    /// True when its words would tell a count that is too small to leave the program.
    #[must_use]
    pub fn tells_small(&self, small: SmallGroups) -> bool {
        match self {
            Self::Retention { now, before, .. } => {
                small.rate(*now).is_hidden() || small.rate(*before).is_hidden()
            }
            Self::Bounce { rate, .. }
            | Self::Satisfied { rate, .. }
            | Self::TwoChannels { rate }
            | Self::Silent { rate }
            | Self::AgentsLeft { rate, .. } => small.rate(*rate).is_hidden(),
            Self::DaysSinceReview { .. }
            | Self::Drift { .. }
            | Self::WeeklyTrend { .. }
            | Self::Tells { .. }
            | Self::Bound { .. }
            | Self::Uneven { .. }
            | Self::MonthlyTrend { .. }
            | Self::Load { .. }
            | Self::StaffVotes { .. }
            | Self::Goals { .. } => false,
        }
    }
}

impl Teller<'_> {
    /// A reading in short, to stand large.
    #[must_use]
    pub fn figure(&self, reading: &Reading) -> String {
        let percent = |share: f64| self.format.percent(share, 1);
        let count = |count: usize| self.format.count(count as u64);
        match reading {
            Reading::DaysSinceReview { days, .. } => {
                tr!("insights-figure-days", days = days.round(), shown = self.format.decimals(*days, 0))
            }
            Reading::Drift { distance, .. } => self.format.decimals(*distance, 2),
            Reading::Retention { now, .. } => percent(now.value),
            Reading::Bounce { rate, .. }
            | Reading::Satisfied { rate, .. }
            | Reading::TwoChannels { rate }
            | Reading::Silent { rate } => percent(rate.value),
            Reading::WeeklyTrend { slope, .. } => {
                tr!("insights-figure-weekly", slope = self.format.signed(100.0 * slope, 2))
            }
            Reading::Tells { behaviour, demographics, .. } => {
                let told = |of: &Option<ColumnTells>| of.as_ref().map_or(0.0, ColumnTells::corrected);
                let (does, is) = (told(behaviour), told(demographics));
                let more = if does >= is { "does" } else { "is" };
                let (most, least) = (does.max(is), does.min(is));
                if most <= 0.0 {
                    tr!("insights-figure-neither-tells")
                } else if least <= 0.0 {
                    tr!("insights-figure-one-tells", more = more)
                } else {
                    let times = self.format.decimals(most / least, 1);
                    tr!("insights-figure-tells-more", more = more, times = times)
                }
            }
            Reading::Bound { all, demographic } => {
                tr!("insights-figure-of", part = count(*demographic), whole = count(*all))
            }
            Reading::Uneven { difference, .. } => {
                tr!("insights-figure-points", points = self.format.decimals(difference.0, 2))
            }
            Reading::MonthlyTrend { slope, .. } => {
                tr!("insights-figure-monthly", slope = self.format.signed(*slope, 1))
            }
            Reading::AgentsLeft { rate, .. } => tr!(
                "insights-figure-of",
                part = self.format.count(rate.count),
                whole = self.format.count(rate.of)
            ),
            Reading::Load { now, .. } => self.format.decimals(*now, 1),
            Reading::StaffVotes { votes, .. } => self.format.count(u64::from(*votes)),
            Reading::Goals { touchpoints, targets, .. } => {
                tr!("insights-figure-goals", touchpoints = *touchpoints, targets = *targets)
            }
        }
    }
}
