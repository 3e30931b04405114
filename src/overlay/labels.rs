//! What is written on and under the drawing.

use super::SMALL_N;
use crate::base::fmt::NumberFormat;
use crate::measure::small_groups::{Shown, SmallGroups};
use crate::measure::{Measures, Rate, TouchpointFigures};
use crate::tr;

/// Writes labels in one number format and hides what is too small to tell.
pub struct Labels<'a> {
    pub format: &'a NumberFormat,
    pub small_groups: SmallGroups,
}

impl Labels<'_> {
    /// `561 k visits`; for a survey, `2 407 answers`; for a summary table, `12 k reached` or its answers.
    pub fn visits(&self, figures: &TouchpointFigures, measures: &Measures) -> String {
        let answers = figures.satisfaction.as_ref().map_or(0, |satisfaction| satisfaction.n);
        let count = match (measures.is_summary, figures.reached) {
            (true, 0) => answers,
            (true, reached) => reached,
            (false, _) => figures.visits,
        };
        // The word's form must not tell a hidden count either.
        let (n, shown) = match self.small_groups.count(count) {
            Shown::Value(count) => (count, self.format.short_count(count)),
            _ => (self.small_groups.0.into(), self.below()),
        };
        match () {
            () if measures.is_summary && count == 0 => tr!("overlay-not-in-table"),
            () if measures.is_summary && figures.reached > 0 => tr!("overlay-reached", n = n, shown = shown),
            () if measures.is_survey || measures.is_summary => tr!("overlay-answers", n = n, shown = shown),
            () => tr!("overlay-visits", n = n, shown = shown),
        }
    }

    /// `never in the data`.
    pub fn never_hit(&self) -> String {
        tr!("overlay-never-hit")
    }

    /// `46.4 %`; without decimals where the interval is wider than a point.
    pub fn rate(&self, rate: Rate) -> String {
        self.format.percent(rate.value, usize::from(half_width(rate) < 0.01))
    }

    /// `±0.2`, in percentage points.
    pub fn interval(&self, rate: Rate) -> String {
        let points = 100.0 * half_width(rate);
        tr!("overlay-interval", points = self.format.decimals(points, usize::from(points < 9.95)))
    }

    /// `n = 12`.
    pub fn few(&self, n: u64) -> String {
        tr!("overlay-few", n = self.format.count(n))
    }

    /// `4.1 · n 2 364`.
    pub fn mean_score(&self, mean: f64, n: u64) -> String {
        tr!("overlay-mean-score", mean = self.format.decimals(mean, 1), n = self.format.count(n))
    }

    /// `<5`.
    fn below(&self) -> String {
        tr!("overlay-below", n = self.format.count(self.small_groups.0.into()))
    }

    /// `46 % of journeys` (of answers for a survey), with the count where it is small; none when it would tell a hidden one.
    pub fn pain(&self, share: Rate, is_survey: bool) -> Option<String> {
        match self.small_groups.rate(share) {
            Shown::Below(_) if is_survey => Some(tr!("overlay-pain-below-answers", shown = self.below())),
            Shown::Below(_) => Some(tr!("overlay-pain-below", shown = self.below())),
            Shown::Withheld => None,
            Shown::Value(Rate { of, value, .. }) => {
                let share = self.format.percent(value, decimals(value));
                let share = if is_survey {
                    tr!("overlay-pain-answers", share = share)
                } else {
                    tr!("overlay-pain", share = share)
                };
                let few = || tr!("overlay-pain-few", share = share.as_str(), n = self.format.count(of));
                Some(if of < SMALL_N { few() } else { share })
            }
        }
    }
}

/// The wider side of an interval.
fn half_width(rate: Rate) -> f64 {
    (rate.value - rate.low).max(rate.high - rate.value)
}

/// Small shares need a decimal to tell them apart.
fn decimals(share: f64) -> usize {
    usize::from(share > 0.0 && share < 0.0995)
}
