//! Signs 2 and 7: do customers come again, and do they fall silent?

use super::{Inputs, Missing, Reading, Sign, SignKind, Verdict, last_whole_month, month_of};
use crate::base::{Cancel, Cancelled};
use crate::insights::JourneySet;
use crate::measure::stats::{mann_kendall, newcombe, quantile};
use crate::measure::{JourneyView, Rate};
use std::collections::BTreeMap;

/// Months that the last one is compared with.
const MONTHS_BEFORE: usize = 3;
/// So many journeys tell how often a customer comes.
const LEAST_JOURNEYS: usize = 3;
/// Not yet sure, but worth a look.
const WATCH_P: f64 = 0.2;
/// Journeys between two looks at the stop flag.
const JOURNEYS_PER_CHECK: usize = 1 << 12;

pub fn retention(inputs: &Inputs<'_>) -> Sign {
    let kind = SignKind::LowRetention;
    let figures = &inputs.measures.retention;
    let known: Vec<_> = figures.iter().filter_map(|of| Some(((of.year, of.month), of.retained?))).collect();
    let Some(((month, now), earlier)) =
        known.split_last().filter(|(_, before)| before.len() >= MONTHS_BEFORE)
    else {
        return Sign::no_data(kind, Missing::Months, JourneySet::default());
    };
    let three = &earlier[earlier.len() - MONTHS_BEFORE..];
    let sum = three.iter().fold((0, 0), |sum, (_, rate)| (sum.0 + rate.count, sum.1 + rate.of));
    let compared = Rate::of(sum.0, sum.1).zip(newcombe(now.count, now.of, sum.0, sum.1));
    let Some((before, difference)) = compared else {
        return Sign::no_data(kind, Missing::Months, JourneySet::default());
    };
    let target = inputs.map.about.review.thresholds.retention;
    let is_lower = difference.2 < 0.0;
    let verdict = if is_lower || target.is_some_and(|target| now.value < target) {
        Verdict::NeedsWork
    } else if three.iter().all(|(_, rate)| now.value < rate.value) {
        Verdict::Watch
    } else {
        Verdict::Fine
    };
    let lost = not_seen_again(inputs, *month);
    Sign::told(
        kind,
        verdict,
        vec![Reading::Retention { month: *month, now: *now, before, difference, target }],
        lost,
    )
}

/// The last journey in a month of each customer who begins none in the next.
fn not_seen_again(inputs: &Inputs<'_>, (year, month): (i32, u8)) -> JourneySet {
    let month = year * 12 + i32::from(month) - 1;
    let mut lost = Vec::new();
    by_customer(inputs, |journeys| {
        let of_month = |wanted: i32| move |journey: &&JourneyView<'_>| month_of(journey.begin()) == wanted;
        let last = journeys.iter().rfind(of_month(month));
        if !journeys.iter().any(|journey| of_month(month + 1)(&journey)) {
            lost.extend(last.map(JourneyView::number));
        }
    });
    lost.into()
}

pub fn drifting(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Sign, Cancelled> {
    let kind = SignKind::CustomersDriftingAway;
    if inputs.measures.is_survey {
        return Ok(Sign::no_data(kind, Missing::Returns, JourneySet::default()));
    }
    if inputs.log.is_undated || inputs.measures.is_summary {
        return Ok(Sign::no_data(kind, Missing::Times, JourneySet::default()));
    }
    let until = inputs.prepared.observed_until();
    let mut months: BTreeMap<i32, u64> = BTreeMap::new();
    let (mut regular, mut silent) = (0, Vec::new());
    let mut looks = 0;
    let mut outcome = Ok(());
    by_customer(inputs, |journeys| {
        looks += journeys.len();
        if looks >= JOURNEYS_PER_CHECK && outcome.is_ok() {
            looks = 0;
            outcome = cancel.check();
        }
        let mut last_month = None;
        for month in journeys.iter().map(|journey| month_of(journey.begin())) {
            if last_month.replace(month) != Some(month) {
                *months.entry(month).or_default() += 1;
            }
        }
        if journeys.len() >= LEAST_JOURNEYS {
            let mut pauses: Vec<f64> =
                journeys.windows(2).map(|pair| (pair[1].begin().0 - pair[0].begin().0) as f64).collect();
            if let (Some(usual), Some(last)) =
                (quantile(&mut pauses, 0.5).filter(|usual| *usual > 0.0), journeys.last())
            {
                regular += 1;
                if (until.0 - last.begin().0) as f64 > 2.0 * usual {
                    silent.push(last.number());
                }
            }
        }
    });
    outcome?;
    let last_month = last_whole_month(until);
    // The first month may have begun before the data did.
    let first = months.keys().next().copied().unwrap_or_default();
    let begins_late = inputs.measures.selected_first.is_some_and(|first| first.ymd().2 > 7);
    let first = first + i32::from(begins_late);
    let series: Vec<f64> =
        (first..=last_month).map(|month| months.get(&month).copied().unwrap_or_default() as f64).collect();
    let trend = mann_kendall(&series);
    let silent = JourneySet::from(silent);
    let silence = Rate::of(silent.count(), regular);
    if trend.is_none() && silence.is_none() {
        return Ok(Sign::no_data(kind, Missing::Months, JourneySet::default()));
    }
    let falling = trend.filter(|trend| trend.s < 0).map(|trend| trend.p);
    let verdict = match falling {
        Some(p) if p < 0.05 => Verdict::NeedsWork,
        Some(p) if p < WATCH_P => Verdict::Watch,
        _ if silence.is_some_and(|rate| rate.low > 0.5) => Verdict::Watch,
        _ => Verdict::Fine,
    };
    let months = series.len();
    let trend = trend.map(|trend| Reading::MonthlyTrend { months, slope: trend.slope, p: trend.p });
    let readings = trend.into_iter().chain(silence.map(|rate| Reading::Silent { rate })).collect();
    Ok(Sign::told(kind, verdict, readings, silent))
}

/// Hands on the selected journeys of one customer after the other, in the order of their first events.
fn by_customer<'a>(inputs: &'a Inputs<'_>, mut each: impl FnMut(&[JourneyView<'a>])) {
    let mut journeys: Vec<JourneyView<'a>> = Vec::new();
    for number in inputs.journeys.iter() {
        let Some(journey) = inputs.prepared.journey(number) else { continue };
        if journeys.last().is_some_and(|last| last.customer() != journey.customer()) {
            each(&journeys);
            journeys.clear();
        }
        journeys.push(journey);
    }
    if !journeys.is_empty() {
        each(&journeys);
    }
}
