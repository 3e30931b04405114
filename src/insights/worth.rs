//! What satisfaction is worth: customers' mean satisfaction against what they spend and against whether they come again; and
//! satisfaction beside what the house does, over time.

use super::walk::{self, Passage};
use super::{Inputs, JourneySet};
use crate::base::time::{DAY, SECOND};
use crate::base::{Cancel, Cancelled, Micros, Timestamp};
use crate::measure::stats::{Moments, Spearman, quantile, spearman};
use crate::measure::trend::Period;
use crate::measure::{JourneyView, MeasureError, Rate};
use crate::model::TouchpointId;
use std::collections::BTreeSet;

/// How soon a later journey counts as coming again.
pub const RETURN_WITHIN: Micros = 90 * DAY;
/// Bins of satisfaction, each as wide.
const BINS: usize = 5;

/// Satisfaction against revenue and returning.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Worth {
    /// None without a revenue column.
    pub revenue: Option<Curve<Moments>>,
    /// None while nobody has been observed for long enough.
    pub returning: Option<Curve<Rate>>,
}

/// A figure by satisfaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve<T> {
    /// From the least to the most satisfied; bins without customers are left out.
    pub bins: Vec<Bin<T>>,
    /// Over customers, not over bins.
    pub rank: Option<Spearman>,
    /// In all bins.
    pub customers: u64,
}

/// Customers of about the same satisfaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Bin<T> {
    /// Where the bin begins and ends, on the source's scale.
    pub range: (f64, f64),
    /// Mean satisfaction of its customers, on the source's scale.
    pub satisfaction: f64,
    /// How many customers.
    pub customers: u64,
    /// Their selected journeys.
    pub journeys: JourneySet,
    /// Their mean revenue, or the share that comes again.
    pub figure: T,
}

/// What is known of a customer with a score.
struct Customer {
    /// Mean, 0…1.
    satisfaction: f64,
    revenue: f64,
    /// None while the 90 days are not over.
    returns: Option<bool>,
    journeys: Vec<u32>,
}

/// What is known of a journey.
struct Trip {
    customer: u32,
    number: u32,
    scores: f64,
    scored: u32,
    revenue: f64,
}

/// Over the customers of the selected journeys who gave a score at a touchpoint: at the one given, or at any.
///
/// # Errors
/// [`Cancelled`].
pub fn worth(of: &Inputs<'_>, touchpoint: Option<TouchpointId>, cancel: &Cancel) -> Result<Worth, Cancelled> {
    let place = touchpoint.and_then(|touchpoint| of.place(touchpoint));
    let each = |trips: &mut Vec<Trip>, passage: &Passage<'_>| {
        let here = passage.visits.iter().filter(|visit| place.is_none_or(|place| visit.touchpoint == place));
        let scores = here.filter_map(|visit| of.prepared.unit_score(of.log, visit.event));
        let (scored, scores) = scores.fold((0, 0.0), |(n, sum), score| (n + 1, sum + score));
        let view = of.journey(passage.number);
        let revenue =
            view.iter().flat_map(JourneyView::events).filter_map(|event| of.log.revenue(event)).sum();
        trips.push(Trip { customer: passage.customer, number: passage.number, scores, scored, revenue });
    };
    let trips = walk::fold(of, cancel, Vec::new, each, |all, part| all.extend(part))?;
    let mut customers = Vec::new();
    for trips in trips.chunk_by(|one, other| one.customer == other.customer) {
        let scored: u32 = trips.iter().map(|trip| trip.scored).sum();
        let Some(first) = trips.iter().find(|trip| trip.scored > 0) else { continue };
        customers.push(Customer {
            satisfaction: trips.iter().map(|trip| trip.scores).sum::<f64>() / f64::from(scored),
            revenue: trips.iter().map(|trip| trip.revenue).sum(),
            returns: returns(of, first.number),
            journeys: trips.iter().map(|trip| trip.number).collect(),
        });
    }
    let revenue = |customer: &Customer| Some(customer.revenue);
    let returning = |customer: &Customer| customer.returns.map(|returns| f64::from(u8::from(returns)));
    let share = |values: &[f64]| Rate::of(values.iter().sum::<f64>() as u64, values.len() as u64);
    Ok(Worth {
        revenue: of.log.has_revenue().then(|| curve(of, &customers, revenue, Moments::of)).flatten(),
        returning: curve(of, &customers, returning, share),
    })
}

/// Does a further journey begin within 90 days after the end of this one? None while they are not over, and without times.
fn returns(of: &Inputs<'_>, journey: u32) -> Option<bool> {
    let view = of.journey(journey)?;
    let end = of.log.time(view.events().next_back()?).0;
    let is_over = end.saturating_add(RETURN_WITHIN) <= of.prepared.observed_until().0;
    let next = walk::next_begins(of, journey);
    let soon = next.is_some_and(|next| next.0.saturating_sub(end) <= RETURN_WITHIN);
    (is_over && !of.log.is_undated && !of.log.is_survey).then_some(soon)
}

fn curve<T>(
    of: &Inputs<'_>,
    customers: &[Customer],
    value: impl Fn(&Customer) -> Option<f64>,
    figure: impl Fn(&[f64]) -> Option<T>,
) -> Option<Curve<T>> {
    let scale = of.prepared.usual_scale();
    let on_scale = |unit: f64| scale.min + unit * (scale.max - scale.min);
    let mut bins: Vec<Vec<(&Customer, f64)>> = (0..BINS).map(|_| Vec::new()).collect();
    for customer in customers {
        if let Some(value) = value(customer) {
            let bin = (customer.satisfaction * BINS as f64) as usize;
            bins[bin.min(BINS - 1)].push((customer, value));
        }
    }
    let pairs: Vec<(f64, f64)> =
        bins.iter().flatten().map(|(customer, value)| (customer.satisfaction, *value)).collect();
    let bin = |(number, members): (usize, Vec<(&Customer, f64)>)| {
        let values: Vec<f64> = members.iter().map(|(_, value)| *value).collect();
        let satisfaction: f64 = members.iter().map(|(customer, _)| customer.satisfaction).sum();
        let at = |number: usize| on_scale(number as f64 / BINS as f64);
        Some(Bin {
            range: (at(number), at(number + 1)),
            satisfaction: on_scale(satisfaction / members.len().max(1) as f64),
            customers: members.len() as u64,
            journeys: members.iter().flat_map(|(customer, _)| customer.journeys.iter().copied()).collect(),
            figure: figure(&values)?,
        })
    };
    let bins: Vec<_> = bins.into_iter().enumerate().filter_map(bin).collect();
    (!bins.is_empty()).then(|| Curve { bins, rank: spearman(&pairs), customers: pairs.len() as u64 })
}

/// Satisfaction and what the house does, in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// The first day of the period.
    pub day: (i32, u8, u8),
    /// Scores on the source's scale.
    pub satisfaction: Option<Moments>,
    /// Visits that say how long the customer waited, and the median in seconds.
    pub wait: Option<(u64, f64)>,
    /// Events with an agent and an outcome ÷ distinct pairs of an agent and a clock hour.
    pub handled_per_hour: Option<f64>,
    /// Selected journeys that begin in it.
    pub journeys: JourneySet,
}

#[derive(Clone, Default)]
struct Sum {
    scores: Vec<f64>,
    waits: Vec<f64>,
    handled: u64,
    agent_hours: BTreeSet<(u32, i64)>,
    journeys: Vec<u32>,
}

/// On one time axis, over the periods of a trend, at a touchpoint or everywhere. Journeys belong to the period in which they
/// begin, as in every trend.
///
/// # Errors
/// [`MeasureError`].
pub fn beside(
    of: &Inputs<'_>,
    periods: &[Period],
    touchpoint: Option<TouchpointId>,
    cancel: &Cancel,
) -> Result<Vec<Beside>, MeasureError> {
    let zone = of.source.read.timezone.as_deref();
    let starts: Vec<Timestamp> = periods.iter().map(|period| period.begin(zone)).collect::<Result<_, _>>()?;
    let place = touchpoint.and_then(|touchpoint| of.place(touchpoint));
    let scale = of.prepared.usual_scale();
    let log = of.log;
    let each = |sums: &mut Vec<Sum>, passage: &Passage<'_>| {
        let Some(begin) = of.journey(passage.number).map(|journey| journey.begin()) else { return };
        let Some(period) = starts.partition_point(|start| *start <= begin).checked_sub(1) else { return };
        let sum = &mut sums[period];
        sum.journeys.push(passage.number);
        for visit in passage.visits.iter().filter(|visit| place.is_none_or(|place| visit.touchpoint == place))
        {
            let unit = of.prepared.unit_score(log, visit.event);
            sum.scores.extend(unit.map(|unit| scale.min + unit * (scale.max - scale.min)));
            sum.waits.extend(log.wait_secs(visit.event));
            if let Some(agent) = log.agent(visit.event) {
                sum.agent_hours.insert((agent, log.time(visit.event).0.div_euclid(3600 * SECOND)));
                sum.handled += u64::from(log.outcome(visit.event).is_some());
            }
        }
    };
    let join = |all: &mut Vec<Sum>, part: Vec<Sum>| {
        for (sum, more) in all.iter_mut().zip(part) {
            sum.scores.extend(more.scores);
            sum.waits.extend(more.waits);
            sum.handled += more.handled;
            sum.agent_hours.extend(more.agent_hours);
            sum.journeys.extend(more.journeys);
        }
    };
    let sums = walk::fold(of, cancel, || vec![Sum::default(); starts.len()], each, join)?;
    let told = |(period, mut sum): (&Period, Sum)| {
        let hours = sum.agent_hours.len();
        let waited = sum.waits.len() as u64;
        Beside {
            day: period.day,
            satisfaction: Moments::of(&sum.scores),
            wait: quantile(&mut sum.waits, 0.5).map(|median| (waited, median)),
            handled_per_hour: (hours > 0 && log.has_outcomes()).then(|| sum.handled as f64 / hours as f64),
            journeys: JourneySet::from(sum.journeys),
        }
    };
    Ok(periods.iter().zip(sums).map(told).collect())
}
