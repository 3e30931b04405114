//! Every figure over time: the selected journeys by when they began, measured day by day, week by week, month by month …

use super::dates::moment;
use super::figures::{Measures, Rate, TouchpointFigures};
use super::small_groups::SmallGroups;
use super::{Keep, MeasureError};
use crate::base::time::{civil_from_days, days_from_civil};
use crate::base::{Cancel, Progress, Scale, Timestamp};
use crate::events::EventLog;
pub use crate::model::TrendFigure;
use crate::model::{Filter, JourneyMap, Source, TouchpointId};

/// A stretch of time and what is measured of the journeys that began in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// Its first day, which names it: year, month and day.
    pub day: (i32, u8, u8),
    /// How long it is.
    pub step: Step,
    /// The figures.
    pub measures: Measures,
}

/// Lengths of periods, from short to long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Step {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Period {
    /// When it begins, in a time zone.
    ///
    /// # Errors
    /// [`MeasureError`] for a zone or a date that there is not.
    pub fn begin(&self, zone: Option<&str>) -> Result<Timestamp, MeasureError> {
        let (year, month, day) = self.day;
        moment(&format!("{year:04}-{month:02}-{day:02}"), zone)
    }
}

impl Step {
    const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];
    /// More points than these can't be told apart on a chart.
    const MOST: usize = 31;

    /// The first day of the period in which a day lies.
    fn first_day(self, day: i64) -> i64 {
        let (year, month, _) = civil_from_days(day);
        match self {
            Self::Day => day,
            // Day 0 was a Thursday; weeks begin on Mondays.
            Self::Week => day - (day + 3).rem_euclid(7),
            Self::Month => days_from_civil(year, month, 1),
            Self::Quarter => days_from_civil(year, (month - 1) / 3 * 3 + 1, 1),
            Self::Year => days_from_civil(year, 1, 1),
        }
    }

    /// The first day of the next period.
    #[must_use]
    pub fn next(self, first_day: i64) -> i64 {
        let longest = match self {
            Self::Day => 1,
            Self::Week => 7,
            Self::Month => 31,
            Self::Quarter => 92,
            Self::Year => 366,
        };
        self.first_day(first_day + longest)
    }

    /// First days of all periods that have a day from `first` to `last`; one more than [`Self::MOST`] at most. There is
    /// nothing longer than years: of too many the last ones count.
    #[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap)] // a small number
    fn periods(self, first: i64, last: i64) -> Vec<i64> {
        let (last_year, ..) = civil_from_days(last);
        let first = match self {
            Self::Year => first.max(days_from_civil(last_year + 1 - Self::MOST as i32, 1, 1)),
            Self::Day | Self::Week | Self::Month | Self::Quarter => first,
        };
        let all = std::iter::successors(Some(self.first_day(first)), |day| Some(self.next(*day)));
        all.take_while(|day| *day <= last).take(Self::MOST + 1).collect()
    }
}

/// The figures of all periods in which selected journeys begin, as short as can be told apart; empty for data without times.
///
/// # Errors
/// [`MeasureError`]; partial results are never given.
pub fn trend(
    keep: &Keep,
    (log, map, source): (&EventLog, &JourneyMap, &Source),
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Vec<Period>, MeasureError> {
    let whole = keep.measure(log, map, source, cancel)?;
    let (Some(first), Some(last)) = (whole.selected_first, whole.selected_last) else {
        return Ok(Vec::new());
    };
    let zone = source.read.timezone.as_deref();
    let begin = |day: i64| {
        let (year, month, day) = civil_from_days(day);
        moment(&format!("{year:04}-{month:02}-{day:02}"), zone)
    };
    let bound = |text: &Option<String>| text.as_deref().map(|text| moment(text, zone)).transpose();
    let (from, to) = (bound(&source.filter.from)?, bound(&source.filter.to)?);
    let day_of = |time: Timestamp| {
        let (year, month, day) = time.ymd();
        days_from_civil(year, month, day)
    };
    let fitting = Step::ALL.into_iter().map(|step| (step, step.periods(day_of(first), day_of(last))));
    let Some((step, days)) = fitting.into_iter().find(|(_, days)| days.len() <= Step::MOST) else {
        return Ok(Vec::new());
    };
    progress.expect(days.len() as u64);
    let mut periods = Vec::new();
    for day in days {
        let begins = from.map_or(begin(day)?, |from| from.max(begin(day).unwrap_or(from)));
        let end = begin(step.next(day))?;
        let ends = to.map_or(end, |to| to.min(end));
        let filter = Filter { from: Some(begins.to_iso()), to: Some(ends.to_iso()), ..source.filter.clone() };
        let measures = keep.measure(log, map, &Source { filter, ..source.clone() }, cancel)?;
        periods.push(Period { day: civil_from_days(day), step, measures: slim(measures) });
        progress.advance(1);
    }
    // Nothing begins before the first journey or after the last.
    let is_empty = |period: &Period| period.measures.journeys.total == 0;
    while periods.last().is_some_and(is_empty) {
        periods.pop();
    }
    let lead = periods.iter().take_while(|period| is_empty(period)).count();
    Ok(periods.split_off(lead))
}

/// Without what is large and says nothing over time.
fn slim(measures: Measures) -> Measures {
    Measures {
        transitions: Vec::new(),
        channel_switches: Vec::new(),
        unmapped: Vec::new(),
        retention: Vec::new(),
        histogram: super::Histogram::default(),
        ..measures
    }
}

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// Things.
    Count,
    /// 0…1.
    Share,
    /// Points of a scale.
    Score(Scale),
    /// −1…+1.
    Net,
    /// Seconds.
    Seconds,
}

/// A figure at one time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendValue {
    /// As [`Unit`] says.
    pub value: f64,
    /// Its 95 % interval, where there is one.
    pub interval: Option<(f64, f64)>,
    /// How many it rests on.
    pub n: u64,
    /// What it is counted in.
    pub unit: Unit,
}

impl TrendFigure {
    /// The figure in a period; none where it is not measured or would tell a small group.
    #[must_use]
    pub fn of(self, measures: &Measures, at: Option<TouchpointId>, small: SmallGroups) -> Option<TrendValue> {
        let figures = || measures.at(at?);
        match self {
            Self::Journeys => count(measures.journeys.total, small),
            Self::Customers => count(measures.customers, small),
            Self::GoalRate => rate(measures.goal_rate?, small),
            Self::BounceRate => rate(measures.bounce_rate?, small),
            Self::Visits => count(figures()?.visits, small),
            Self::ExitRate => rate(figures()?.exit_rate?, small),
            Self::DropOff => drop_off(figures()?, small),
            Self::Satisfaction => satisfaction(figures()?, small),
            Self::Satisfied => rate(figures()?.satisfaction.as_ref()?.spread.as_ref()?.satisfied_rate, small),
            Self::Sentiment => sentiment(figures()?, small),
            Self::Wait => wait(figures()?, small),
            Self::ContactedAgain => rate(figures()?.contacted_again?, small),
        }
    }
}

fn count(count: u64, small: SmallGroups) -> Option<TrendValue> {
    let value = small.count(count).value()? as f64;
    Some(TrendValue { value, interval: None, n: count, unit: Unit::Count })
}

fn rate(rate: Rate, small: SmallGroups) -> Option<TrendValue> {
    let Rate { of, value, low, high, .. } = small.rate(rate).value()?;
    Some(TrendValue { value, interval: Some((low, high)), n: of, unit: Unit::Share })
}

fn drop_off(figures: &TouchpointFigures, small: SmallGroups) -> Option<TrendValue> {
    let value = small.share(figures.drop_off?, figures.closed).value()?;
    Some(TrendValue { value, interval: None, n: figures.closed, unit: Unit::Share })
}

fn satisfaction(figures: &TouchpointFigures, small: SmallGroups) -> Option<TrendValue> {
    let of = figures.satisfaction.as_ref()?;
    let n = small.count(of.n).value()?;
    Some(TrendValue { value: of.mean, interval: of.interval(), n, unit: Unit::Score(of.scale) })
}

fn sentiment(figures: &TouchpointFigures, small: SmallGroups) -> Option<TrendValue> {
    let of = figures.sentiment?;
    let parts = [of.positive, of.neutral, of.negative];
    let is_hidden = small.parts(parts).iter().any(super::small_groups::Shown::is_hidden);
    let n = parts.iter().sum();
    (!is_hidden).then_some(TrendValue { value: of.net, interval: None, n, unit: Unit::Net })
}

fn wait(figures: &TouchpointFigures, small: SmallGroups) -> Option<TrendValue> {
    let of = figures.wait?;
    let n = small.count(of.n).value()?;
    Some(TrendValue { value: of.median_secs, interval: None, n, unit: Unit::Seconds })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(step: Step, first: (i32, u8, u8), last: (i32, u8, u8)) -> Vec<(i32, u8, u8)> {
        let day = |(year, month, day)| days_from_civil(year, month, day);
        step.periods(day(first), day(last)).into_iter().map(civil_from_days).collect()
    }

    #[test]
    fn periods_begin_where_the_calendar_says() {
        let (first, last) = ((2023, 12, 30), (2024, 2, 29));
        assert_eq!(days(Step::Month, first, last), [(2023, 12, 1), (2024, 1, 1), (2024, 2, 1)]);
        assert_eq!(days(Step::Quarter, first, last), [(2023, 10, 1), (2024, 1, 1)]);
        assert_eq!(days(Step::Year, first, last), [(2023, 1, 1), (2024, 1, 1)]);
        assert_eq!(days(Step::Week, first, last).first(), Some(&(2023, 12, 25)), "a Monday");
        assert_eq!(days(Step::Day, first, last).len(), Step::MOST + 1, "more than can be told apart");
        let years = days(Step::Year, (1970, 5, 1), (2024, 2, 29));
        assert_eq!(
            (years.len(), years.first(), years.last()),
            (31, Some(&(1994, 1, 1)), Some(&(2024, 1, 1)))
        );
    }
}
