//! Targets: where a figure is now, where it is heading, and whether it will be where it should be in time.

use super::forecast::{Foretold, Holt};
use crate::base::time::{DAY, days_from_civil};
use crate::base::{Micros, Timestamp};
use crate::measure::small_groups::SmallGroups;
use crate::measure::trend::{Period, Step, TrendValue};
use crate::model::{Source, Target};

/// How a target stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// What should be.
    pub target: Target,
    /// Over all selected journeys of the last whole period; none where nothing is measured.
    pub now: Option<TrendValue>,
    /// What was measured, period by period; those that say nothing yet are left out.
    pub past: Vec<Point>,
    /// Change from period to period; none with too few periods.
    pub trend: Option<f64>,
    /// From the first period to come to the one in which the target is due.
    pub forecast: Vec<(Day, Foretold)>,
    /// Judged by the forecast where there is one, else by what is now.
    pub course: Course,
}

/// Year, month and day.
pub type Day = (i32, u8, u8);

/// A figure in a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The first day of the period.
    pub day: Day,
    /// What was measured.
    pub value: TrendValue,
}

/// Will it be reached?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// It is reached now, and stays so by the forecast.
    Reached,
    /// By the forecast it will be reached.
    OnCourse,
    /// It may or may not: the target lies within the interval of the forecast, on the wrong side of its middle.
    Uncertain,
    /// By the forecast it will not be reached.
    OffCourse,
    /// The day has come, and it is not reached.
    Missed,
    /// There are too few periods to tell where it is heading, and it is not reached now.
    NotReachedYet,
    /// It is not measured.
    NoData,
}

/// Periods beyond these are not foretold: nobody knows what is so far away.
const MOST_AHEAD: u32 = 24;

/// How a target stands by the figures over time; `observed_until` tells which periods are whole.
#[must_use]
pub fn progress(
    target: &Target,
    periods: &[Period],
    (source, observed_until): (&Source, Timestamp),
    small: SmallGroups,
) -> Progress {
    // Journeys that began in it have had the time to end.
    let wait: Micros =
        if target.figure.is_of_closed_journeys() { source.open.0.unwrap_or_default() } else { 0 };
    let known_until = observed_until.0.saturating_sub(wait).div_euclid(DAY);
    let whole = periods.iter().filter(|period| next_day(period) <= known_until);
    let past: Vec<Point> = whole
        .filter_map(|period| {
            let value = target.figure.of(&period.measures, target.touchpoint, small)?;
            Some(Point { day: period.day, value })
        })
        .collect();
    let now = past.last().map(|point| point.value);
    let values: Vec<f64> = past.iter().map(|point| point.value.value).collect();
    let holt = Holt::of(&values);
    let forecast = match (&holt, past.last(), periods.first()) {
        (Some(holt), Some(last), Some(first)) => foretell(target, holt, last.day, first.step),
        _ => Vec::new(),
    };
    let course = course(target, now, &forecast, known_until);
    Progress { target: target.clone(), now, past, trend: holt.map(|holt| holt.trend), forecast, course }
}

fn next_day(period: &Period) -> i64 {
    let (year, month, day) = period.day;
    period.step.next(days_from_civil(year, month, day))
}

/// From the period after the last known one to the one in which the target is due.
fn foretell(target: &Target, holt: &Holt, last: Day, step: Step) -> Vec<(Day, Foretold)> {
    let due = due_day(target);
    let mut first_day = days_from_civil(last.0, last.1, last.2);
    let (low, high) = target.figure.limits();
    let limited = |value: f64| value.max(low.unwrap_or(f64::MIN)).min(high.unwrap_or(f64::MAX));
    let mut forecast = Vec::new();
    for ahead in 1..=MOST_AHEAD {
        first_day = step.next(first_day);
        // At least the next one, also when the day has come.
        if ahead > 1 && due.is_none_or(|due| first_day > due) {
            break;
        }
        let foretold = holt.ahead(ahead);
        let [value, low, high] = [foretold.value, foretold.low, foretold.high].map(limited);
        forecast.push((crate::base::time::civil_from_days(first_day), Foretold { value, low, high }));
    }
    forecast
}

/// The day by which it should be reached.
fn due_day(target: &Target) -> Option<i64> {
    let date = target.by.get(..10)?.parse::<jiff::civil::Date>().ok()?;
    Some(days_from_civil(i32::from(date.year()), date.month() as u8, date.day() as u8))
}

fn course(
    target: &Target,
    now: Option<TrendValue>,
    forecast: &[(Day, Foretold)],
    known_until: i64,
) -> Course {
    let Some(now) = now else { return Course::NoData };
    let is_met = target.is_met_by(now.value);
    if due_day(target).is_some_and(|due| due < known_until) {
        return if is_met { Course::Reached } else { Course::Missed };
    }
    let Some((_, then)) = forecast.last() else {
        return if is_met { Course::Reached } else { Course::NotReachedYet };
    };
    match (is_met, target.is_met_by(then.value)) {
        (true, true) => Course::Reached,
        (false, true) => Course::OnCourse,
        (_, false) if target.is_met_by(then.low) || target.is_met_by(then.high) => Course::Uncertain,
        (_, false) => Course::OffCourse,
    }
}
