//! Signs 3, 4 and 6: bounces, satisfaction, and the same service in every channel.

use super::super::channels::same_touchpoint;
use super::{Inputs, Missing, Reading, Sign, SignKind, Verdict};
use crate::base::time::DAY;
use crate::base::{Cancel, Cancelled, Micros};
use crate::insights::JourneySet;
use crate::measure::stats::mann_kendall;
use crate::measure::{Rate, Rated, Visit};
use crate::model::JourneyStatus;
use std::collections::BTreeMap;

/// A week with fewer answers says nothing.
const LEAST_ANSWERS: u64 = 5;
/// How soon a contact in another channel is about the same thing.
const SAME_THING: Micros = 7 * DAY;
/// Journeys between two looks at the stop flag.
const JOURNEYS_PER_CHECK: usize = 1 << 12;

pub fn bounce(inputs: &Inputs<'_>) -> Sign {
    let kind = SignKind::HighBounce;
    let Some(rate) = inputs.measures.bounce_rate else {
        return Sign::no_data(kind, Missing::ClosedJourneys, JourneySet::default());
    };
    let threshold = inputs.map.about.review.thresholds.bounce;
    let is_bounce = |number: u32| {
        inputs.journey(number).is_some_and(|journey| {
            let is_without_goal = journey.status() != Some(JourneyStatus::Goal);
            journey.is_closed() && is_without_goal && journey.visits().nth(1).is_none()
        })
    };
    let verdict = if rate.low > threshold {
        Verdict::NeedsWork
    } else if rate.value > threshold {
        Verdict::Watch
    } else {
        Verdict::Fine
    };
    let bounced = inputs.journeys.filter(is_bounce);
    let mut sign = Sign::told(kind, verdict, vec![Reading::Bounce { rate, threshold }], bounced);
    // Where most of them begin and end.
    let ids = inputs.prepared.touchpoint_ids();
    let mut here = vec![0_u64; ids.len()];
    let firsts = inputs.views(&sign.journeys).filter_map(|journey| journey.visits().next());
    firsts.for_each(|visit| here[visit.touchpoint as usize] += 1);
    let most = (0..ids.len()).rev().max_by_key(|place| here[*place]).filter(|place| here[*place] > 0);
    sign.touchpoints.extend(most.map(|place| ids[place]));
    sign
}

pub fn satisfaction(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Sign, Cancelled> {
    let kind = SignKind::WeakSatisfaction;
    let spreads: Vec<_> = inputs
        .measures
        .touchpoints
        .iter()
        .filter_map(|of| Some((of.touchpoint, of.satisfaction.as_ref()?.spread.as_ref()?.satisfied_rate)))
        .collect();
    let (satisfied, of) = spreads.iter().fold((0, 0), |sum, (_, rate)| (sum.0 + rate.count, sum.1 + rate.of));
    let Some(rate) = Rate::of(satisfied, of) else {
        return Ok(Sign::no_data(kind, Missing::Scores, JourneySet::default()));
    };
    let threshold = inputs.map.about.review.thresholds.satisfied;
    // By week: answers, and those of satisfied customers.
    let mut weeks: BTreeMap<i64, (u64, u64)> = BTreeMap::new();
    let mut unhappy = Vec::new();
    for (done, journey) in inputs.views(&inputs.journeys).enumerate() {
        if done % JOURNEYS_PER_CHECK == 0 {
            cancel.check()?;
        }
        let mut is_unhappy = false;
        for visit in journey.visits() {
            let Some(unit) = inputs.prepared.unit_score(inputs.log, visit.event) else { continue };
            let (answers, satisfied) =
                weeks.entry(inputs.log.time(visit.event).0.div_euclid(7 * DAY)).or_default();
            *answers += 1;
            *satisfied += u64::from(Rated::of(unit) == Rated::Satisfied);
            is_unhappy |= Rated::of(unit) == Rated::Dissatisfied;
        }
        unhappy.extend(is_unhappy.then_some(journey.number()));
    }
    let shares: Vec<f64> = weeks
        .values()
        .filter(|(answers, _)| *answers >= LEAST_ANSWERS)
        .map(|(answers, satisfied)| *satisfied as f64 / *answers as f64)
        .collect();
    let trend = if inputs.log.is_undated { None } else { mann_kendall(&shares) };
    let is_falling = trend.is_some_and(|trend| trend.s < 0 && trend.p < 0.05);
    let verdict = if rate.high < threshold || is_falling {
        Verdict::NeedsWork
    } else if rate.value < threshold {
        Verdict::Watch
    } else {
        Verdict::Fine
    };
    let mut readings = vec![Reading::Satisfied { rate, threshold }];
    let weeks = shares.len();
    readings.extend(trend.map(|trend| Reading::WeeklyTrend { weeks, slope: trend.slope, p: trend.p }));
    let mut sign = Sign::told(kind, verdict, readings, unhappy.into());
    let weakest = spreads.iter().min_by(|one, other| one.1.high.total_cmp(&other.1.high));
    sign.touchpoints.extend(weakest.map(|(touchpoint, _)| *touchpoint));
    Ok(sign)
}

pub fn consistency(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Sign, Cancelled> {
    let kind = SignKind::InconsistentService;
    let least_points = inputs.map.about.review.thresholds.uneven_points;
    let pairs = same_touchpoint(inputs, cancel)?.pairs;
    let (two_channels, journeys) = two_channels(inputs, cancel)?;
    if pairs.is_empty() && two_channels.is_none() {
        return Ok(Sign::no_data(kind, Missing::ChannelsAndScores, JourneySet::default()));
    }
    let uneven: Vec<_> =
        pairs.iter().filter(|pair| pair.q <= 0.05 && pair.test.difference >= least_points).collect();
    let half = pairs.iter().any(|pair| pair.q <= 0.05 && pair.test.difference >= least_points / 2.0);
    let is_moving = two_channels.is_some_and(|rate| rate.count > 0);
    let verdict = match (uneven.is_empty(), half || is_moving) {
        (false, _) => Verdict::NeedsWork,
        (true, true) => Verdict::Watch,
        (true, false) => Verdict::Fine,
    };
    let mut readings: Vec<_> = uneven
        .iter()
        .map(|pair| Reading::Uneven {
            touchpoint: pair.touchpoint,
            better: pair.better.channel.clone(),
            worse: pair.worse.channel.clone(),
            difference: (pair.test.difference, pair.test.low, pair.test.high),
            q: pair.q,
        })
        .collect();
    readings.extend(two_channels.map(|rate| Reading::TwoChannels { rate }));
    // Those of the worst pair, else those who went on in another channel.
    let journeys = uneven.first().map_or(journeys, |pair| pair.worse.journeys.clone());
    let mut sign = Sign::told(kind, verdict, readings, journeys);
    // Worst first, each once.
    for pair in &uneven {
        if !sign.touchpoints.contains(&pair.touchpoint) {
            sign.touchpoints.push(pair.touchpoint);
        }
    }
    Ok(sign)
}

/// Of journeys with a contact whose seven days have been observed, those with one that the customer followed up in another
/// channel.
fn two_channels(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<(Option<Rate>, JourneySet), Cancelled> {
    let is_contact = inputs.prepared.contacts();
    let until = inputs.prepared.observed_until().0;
    let time = |visit: &Visit| inputs.log.time(visit.event).0;
    // Of one customer after the other.
    let mut contacts: Vec<(u32, Visit)> = Vec::new();
    let (mut observed, mut moved) = (Vec::new(), Vec::new());
    let mut judge = |contacts: &mut Vec<(u32, Visit)>| {
        contacts.sort_unstable_by_key(|(_, visit)| visit.event);
        for (place, (journey, visit)) in contacts.iter().enumerate() {
            let begin = time(visit);
            if begin.saturating_add(SAME_THING) <= until {
                observed.push(*journey);
                let mut soon =
                    contacts[place + 1..].iter().take_while(|(_, later)| time(later) - begin <= SAME_THING);
                if soon.any(|(_, later)| time(later) > begin && later.channel != visit.channel) {
                    moved.push(*journey);
                }
            }
        }
        contacts.clear();
    };
    let mut customer = None;
    for (done, journey) in inputs.views(&inputs.journeys).enumerate() {
        if done % JOURNEYS_PER_CHECK == 0 {
            cancel.check()?;
        }
        if customer.replace(journey.customer()) != Some(journey.customer()) {
            judge(&mut contacts);
        }
        let here = journey.visits().filter(|visit| is_contact[visit.touchpoint as usize]);
        contacts.extend(here.filter(|visit| visit.channel.is_some()).map(|visit| (journey.number(), visit)));
    }
    judge(&mut contacts);
    let (observed, moved) = (JourneySet::from(observed), JourneySet::from(moved));
    Ok((Rate::of(moved.count(), observed.count()), moved))
}
