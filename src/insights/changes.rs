//! What changed: the same figures over two ranges of time, how the mix of channels and entries has moved, and what
//! difference so many journeys could show at all.

use super::local::LocalTime;
use super::{Behind, Inputs, JourneySet};
use crate::base::time::DAY;
use crate::base::{Cancel, Timestamp};
use crate::measure::compare::{Change, Comparison, TouchpointChanges, compare};
use crate::measure::stats::{benjamini_hochberg, smallest_difference, smallest_difference_of_shares};
use crate::measure::{MeasureError, Measures, Rate};
use crate::model::{Filter, Period, TouchpointId, TrendFigure};

/// Two ranges of time in which journeys begin; `to` is the day after the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranges {
    /// Compared with.
    pub before: Period,
    /// What is looked at.
    pub after: Period,
}

/// A figure before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    /// Which one.
    pub figure: TrendFigure,
    /// Where; none = over the whole selection.
    pub touchpoint: Option<TouchpointId>,
    /// The values, and the difference with its 95 % interval. Its p is adjusted as on the map: for all touchpoints.
    pub change: Change,
    /// As it is without the other touchpoints.
    pub raw_p: f64,
    /// How many it rests on.
    pub n: (u64, u64),
    /// The smallest difference that so many would show four times out of five.
    pub detectable: Option<f64>,
}

impl Shift {
    /// The journeys of a range that this figure counts: those that `n` counts, or from which its visits and answers came.
    #[must_use]
    pub fn behind(&self, range: &JourneySet) -> Behind {
        Behind::Among(range.clone(), Box::new(Behind::of_figure(self.figure, self.touchpoint)))
    }
}

/// The share of a channel or of an entry before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareShift<T> {
    /// Of what.
    pub of: T,
    /// Of all before, of all after.
    pub change: Change,
}

impl ShareShift<Option<String>> {
    /// The journeys of a range with a visit in the channel.
    #[must_use]
    pub fn behind(&self, range: &JourneySet) -> Behind {
        Behind::Among(range.clone(), Box::new(Behind::Channel(self.of.clone())))
    }
}

impl ShareShift<TouchpointId> {
    /// The journeys of a range that begin at the touchpoint.
    #[must_use]
    pub fn behind(&self, range: &JourneySet) -> Behind {
        Behind::Among(range.clone(), Box::new(Behind::EnteredAt(self.of)))
    }
}

/// Everything that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// The two ranges.
    pub ranges: Ranges,
    /// Journeys that begin in the range before, and pass the rest of the filter.
    pub before: JourneySet,
    /// Those of the other range.
    pub after: JourneySet,
    /// All figures before.
    pub measures_before: Measures,
    /// All figures after.
    pub measures_after: Measures,
    /// As the map shows it with arrows.
    pub comparison: Comparison,
    /// All figures with their differences, those of the whole selection first, then by touchpoint.
    pub shifts: Vec<Shift>,
    /// Share of visits by channel; none = without a channel. A changed mix explains much.
    pub channels: Vec<ShareShift<Option<String>>>,
    /// Share of journeys by the touchpoint at which they begin.
    pub entries: Vec<ShareShift<TouchpointId>>,
}

/// The ranges that are compared unless others are given: those of the source, else the last weeks of the selected journeys with
/// as many whole weeks before. None for data without times, and when all of it lies in less than two weeks.
#[must_use]
pub fn usual_ranges(inputs: &Inputs<'_>) -> Option<Ranges> {
    if let Some(before) = inputs.source.before.clone() {
        let Filter { from, to, .. } = inputs.source.filter.clone();
        let (first, last) = inputs.measures.selected_first.zip(inputs.measures.selected_last)?;
        let after = Period {
            from: from.unwrap_or_else(|| first.to_iso()),
            to: to.unwrap_or_else(|| Timestamp(last.0 + 1).to_iso()),
        };
        return Some(Ranges { before, after });
    }
    // Ranges are read in the time zone of the source.
    let mut local = LocalTime::new(inputs);
    let mut days: Vec<i64> =
        inputs.views(&inputs.journeys).map(|journey| local.day(journey.begin())).collect();
    if inputs.log.is_undated || days.is_empty() {
        return None;
    }
    days.sort_unstable();
    let (first, last) = (*days.first()?, *days.last()?);
    let end = last + 1;
    let left_out = |weeks: i64| days.partition_point(|day| *day < end - 14 * weeks);
    let fitting = (end - first) / 14;
    if fitting == 0 {
        return None;
    }
    // Whole weeks rarely fill the time; what is left over is left out unless that is more than a tenth of the journeys.
    let weeks = if left_out(fitting) * 10 > days.len() { fitting + 1 } else { fitting };
    let day = |day: i64| {
        let (year, month, day) = Timestamp(day * DAY).ymd();
        format!("{year:04}-{month:02}-{day:02}")
    };
    let period = |from: i64, to: i64| Period { from: day(from), to: day(to) };
    Some(Ranges { before: period(end - 14 * weeks, end - 7 * weeks), after: period(end - 7 * weeks, end) })
}

/// Compares two ranges, over the journeys that pass the filter but for its range of time.
///
/// # Errors
/// [`MeasureError`]; partial results are never given.
pub fn changes(inputs: &Inputs<'_>, ranges: Ranges, cancel: &Cancel) -> Result<Changes, MeasureError> {
    let filter = |of: &Period| Filter {
        from: Some(of.from.clone()),
        to: Some(of.to.clone()),
        ..inputs.source.filter.clone()
    };
    let (before, measures_before) = inputs.filtered(&filter(&ranges.before), cancel)?;
    let (after, measures_after) = inputs.filtered(&filter(&ranges.after), cancel)?;
    let comparison = compare(&measures_before, &measures_after);
    cancel.check()?;
    Ok(Changes {
        shifts: shifts(&comparison, &measures_before, &measures_after),
        channels: channel_mix(&measures_before, &measures_after),
        entries: entry_mix(inputs, &before, &after),
        ranges,
        before,
        after,
        measures_before,
        measures_after,
        comparison,
    })
}

fn shifts(comparison: &Comparison, before: &Measures, after: &Measures) -> Vec<Shift> {
    let rates = |figure, touchpoint, change: Option<Change>, of: Option<(Rate, Rate)>| {
        let (change, (before, after)) = change.zip(of)?;
        let share = (before.count + after.count) as f64 / (before.of + after.of) as f64;
        Some(Shift {
            figure,
            touchpoint,
            change,
            raw_p: Change::of_rates(&before, &after)?.p,
            n: (before.of, after.of),
            detectable: smallest_difference_of_shares(share, before.of, after.of),
        })
    };
    let whole = [
        rates(TrendFigure::GoalRate, None, comparison.goal_rate, before.goal_rate.zip(after.goal_rate)),
        rates(
            TrendFigure::BounceRate,
            None,
            comparison.bounce_rate,
            before.bounce_rate.zip(after.bounce_rate),
        ),
    ];
    let at_touchpoint = |of: &TouchpointChanges| {
        let at = Some(of.touchpoint);
        let Some((one, other)) = before.at(of.touchpoint).zip(after.at(of.touchpoint)) else {
            return [None, None, None, None];
        };
        let scored = one.satisfaction.as_ref().zip(other.satisfaction.as_ref());
        let spread = scored.and_then(|(one, other)| one.spread.as_ref().zip(other.spread.as_ref()));
        let satisfied = spread.map(|(one, other)| (one.satisfied_rate, other.satisfied_rate));
        let mean = of.satisfaction.zip(scored).zip(spread).map(|((change, (one, other)), spread)| Shift {
            figure: TrendFigure::Satisfaction,
            touchpoint: at,
            change,
            raw_p: Change::of_scores(one, other).map_or(1.0, |raw| raw.p),
            n: (one.n, other.n),
            detectable: smallest_difference(
                f64::midpoint(spread.0.variance, spread.1.variance),
                one.n,
                other.n,
            ),
        });
        [
            rates(TrendFigure::ExitRate, at, of.exit_rate, one.exit_rate.zip(other.exit_rate)),
            rates(TrendFigure::Satisfied, at, of.satisfied, satisfied),
            mean,
            rates(
                TrendFigure::ContactedAgain,
                at,
                of.contacted_again,
                one.contacted_again.zip(other.contacted_again),
            ),
        ]
    };
    let touchpoints = comparison.touchpoints.iter().flat_map(at_touchpoint);
    whole.into_iter().chain(touchpoints).flatten().collect()
}

/// Shares of the same whole, tested together.
fn mix<T>(parts: impl IntoIterator<Item = (T, u64, u64)>) -> Vec<ShareShift<T>> {
    let parts: Vec<_> = parts.into_iter().collect();
    let (before, after) = parts.iter().fold((0, 0), |sum, part| (sum.0 + part.1, sum.1 + part.2));
    let mut shifts: Vec<_> = parts
        .into_iter()
        .filter_map(|(of, one, other)| {
            let change = Change::of_rates(&Rate::of(one, before)?, &Rate::of(other, after)?)?;
            Some(ShareShift { of, change })
        })
        .collect();
    let adjusted = benjamini_hochberg(&shifts.iter().map(|shift| shift.change.p).collect::<Vec<_>>());
    shifts.iter_mut().zip(adjusted).for_each(|(shift, p)| shift.change.p = p);
    shifts.sort_by(|one, other| other.change.difference.abs().total_cmp(&one.change.difference.abs()));
    shifts
}

fn channel_mix(before: &Measures, after: &Measures) -> Vec<ShareShift<Option<String>>> {
    let mut visits: Vec<(Option<String>, u64, u64)> = Vec::new();
    for (measures, is_after) in [(before, false), (after, true)] {
        for channel in measures.touchpoints.iter().flat_map(|of| &of.channels) {
            let known = visits.iter().position(|(name, ..)| *name == channel.channel);
            let place = known.unwrap_or_else(|| {
                visits.push((channel.channel.clone(), 0, 0));
                visits.len() - 1
            });
            *(if is_after { &mut visits[place].2 } else { &mut visits[place].1 }) += channel.visits;
        }
    }
    mix(visits)
}

fn entry_mix(inputs: &Inputs<'_>, before: &JourneySet, after: &JourneySet) -> Vec<ShareShift<TouchpointId>> {
    if inputs.measures.is_survey {
        return Vec::new();
    }
    let ids = inputs.prepared.touchpoint_ids();
    let counts = |set: &JourneySet| {
        let mut counts = vec![0; ids.len()];
        let firsts = inputs.views(set).filter_map(|journey| journey.visits().next());
        firsts.for_each(|visit| counts[visit.touchpoint as usize] += 1);
        counts
    };
    let (one, other) = (counts(before), counts(after));
    let used = (0..ids.len()).filter(|place| one[*place] + other[*place] > 0);
    mix(used.map(|place| (ids[place], one[place], other[place])))
}
