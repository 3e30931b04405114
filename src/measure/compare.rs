//! Two sets of figures side by side: what has changed, and whether chance alone would do that.

use super::figures::{Measures, Rate, SatisfactionFigures};
use super::stats::{Moments, TwoByTwo, benjamini_hochberg, newcombe, welch};
use crate::model::TouchpointId;

/// A figure before and after, with the 95 % interval of the difference: Newcombe's for shares, Welch's for means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Value before.
    pub before: f64,
    /// Value after.
    pub after: f64,
    /// after − before.
    pub difference: f64,
    /// Lower limit of the difference.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
    /// Two-sided; among touchpoints adjusted by Benjamini and Hochberg's method for all that are compared.
    pub p: f64,
}

impl Change {
    /// Of a share.
    #[must_use]
    pub fn of_rates(before: &Rate, after: &Rate) -> Option<Self> {
        let (difference, low, high) = newcombe(after.count, after.of, before.count, before.of)?;
        let table = TwoByTwo {
            a: after.count,
            b: after.of - after.count,
            c: before.count,
            d: before.of - before.count,
        };
        Some(Self { before: before.value, after: after.value, difference, low, high, p: table.p_value() })
    }

    /// Of a mean score; none on different scales, with fewer than two scores, or when no score differs.
    #[must_use]
    pub fn of_scores(before: &SatisfactionFigures, after: &SatisfactionFigures) -> Option<Self> {
        let moments = |of: &SatisfactionFigures| {
            let variance = of.spread.as_ref()?.variance;
            Some(Moments { n: of.n, mean: of.mean, variance })
        };
        let welch = welch(&moments(after)?, &moments(before)?).filter(|_| before.scale == after.scale)?;
        let (low, high) = (welch.low, welch.high);
        Some(Self {
            before: before.mean,
            after: after.mean,
            difference: welch.difference,
            low,
            high,
            p: welch.p,
        })
    }

    /// True when the difference is to be marked: its interval excludes 0, and so does chance among so many comparisons.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        (self.low > 0.0 || self.high < 0.0) && self.p <= 0.05
    }
}

/// What has changed at a touchpoint.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // named as in docs/measures.md
pub struct TouchpointChanges {
    pub touchpoint: TouchpointId,
    pub exit_rate: Option<Change>,
    pub satisfied: Option<Change>,
    pub satisfaction: Option<Change>,
    pub contacted_again: Option<Change>,
}

/// What has changed between two sets of figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Of the share of closed journeys that reached a goal.
    pub goal_rate: Option<Change>,
    /// Of the share of closed journeys with one visit and no goal.
    pub bounce_rate: Option<Change>,
    /// Touchpoints in both, in the order before.
    pub touchpoints: Vec<TouchpointChanges>,
    /// How differently visits are spread over touchpoints: see [`drift`].
    pub drift: Option<f64>,
}

/// What figures are compared with, and what has changed since.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// Figures over the range before.
    pub measures: Measures,
    /// What has changed.
    pub comparison: Comparison,
}

impl Before {
    /// Compares figures with those before.
    #[must_use]
    pub fn of(measures: Measures, after: &Measures) -> Self {
        let comparison = compare(&measures, after);
        Self { measures, comparison }
    }
}

/// Compares figures of the same map, as a rule over two time ranges.
#[must_use]
pub fn compare(before: &Measures, after: &Measures) -> Comparison {
    let both = |one: Option<Rate>, other: Option<Rate>| Change::of_rates(&one?, &other?);
    let pairs = before.touchpoints.iter().filter_map(|of| Some((of, after.at(of.touchpoint)?)));
    let changes = pairs.map(|(before, after)| {
        let scored = before.satisfaction.as_ref().zip(after.satisfaction.as_ref());
        let satisfied_rate =
            |of: &SatisfactionFigures| of.spread.as_ref().map(|spread| spread.satisfied_rate);
        let satisfied =
            scored.and_then(|(before, after)| both(satisfied_rate(before), satisfied_rate(after)));
        TouchpointChanges {
            touchpoint: before.touchpoint,
            exit_rate: both(before.exit_rate, after.exit_rate),
            satisfied,
            satisfaction: scored.and_then(|(before, after)| Change::of_scores(before, after)),
            contacted_again: both(before.contacted_again, after.contacted_again),
        }
    });
    let mut touchpoints: Vec<_> = changes.collect();
    adjust(&mut touchpoints, |of| &mut of.exit_rate);
    adjust(&mut touchpoints, |of| &mut of.satisfied);
    adjust(&mut touchpoints, |of| &mut of.satisfaction);
    adjust(&mut touchpoints, |of| &mut of.contacted_again);
    Comparison {
        goal_rate: both(before.goal_rate, after.goal_rate),
        bounce_rate: both(before.bounce_rate, after.bounce_rate),
        touchpoints,
        drift: drift(before, after),
    }
}

/// Adjusts the p-values of one figure for the number of touchpoints compared.
fn adjust(touchpoints: &mut [TouchpointChanges], figure: fn(&mut TouchpointChanges) -> &mut Option<Change>) {
    let mut changes: Vec<&mut Change> = touchpoints.iter_mut().filter_map(|of| figure(of).as_mut()).collect();
    let p_values: Vec<f64> = changes.iter().map(|change| change.p).collect();
    changes.iter_mut().zip(benjamini_hochberg(&p_values)).for_each(|(change, p)| change.p = p);
}

/// The Jensen–Shannon distance (base 2) between two distributions of visits over touchpoints: 0 = alike, 1 = nothing in
/// common. None when one has no visits.
#[must_use]
pub fn drift(before: &Measures, after: &Measures) -> Option<f64> {
    let total = |measures: &Measures| measures.touchpoints.iter().map(|of| of.visits).sum::<u64>() as f64;
    let (total_before, total_after) = (total(before), total(after));
    if total_before == 0.0 || total_after == 0.0 {
        return None;
    }
    let visits = |measures: &Measures, id| measures.at(id).map_or(0.0, |of| of.visits as f64);
    let mut ids: Vec<TouchpointId> =
        before.touchpoints.iter().chain(&after.touchpoints).map(|of| of.touchpoint).collect();
    ids.sort_unstable();
    ids.dedup();
    let divergence: f64 = ids
        .into_iter()
        .map(|id| {
            let (p, q) = (visits(before, id) / total_before, visits(after, id) / total_after);
            let middle = f64::midpoint(p, q);
            let part = |share: f64| if share > 0.0 { share * (share / middle).log2() } else { 0.0 };
            f64::midpoint(part(p), part(q))
        })
        .sum();
    // Rounding must not leave 0…1.
    Some(divergence.clamp(0.0, 1.0).sqrt())
}
