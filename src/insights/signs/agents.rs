//! Sign 8: staff drifting away, seen from the agents in the data and from the pain points of staff.

use super::{Inputs, Missing, Reading, Sign, SignKind, Verdict, last_whole_month, month_name, month_of};
use crate::base::time::SECOND;
use crate::base::{Cancel, Cancelled};
use crate::insights::JourneySet;
use crate::insights::pains::pains;
use crate::measure::Rate;
use hashbrown::HashSet;

/// Microseconds of an hour.
const HOUR: i64 = 3600 * SECOND;
/// Journeys between two looks at the stop flag.
const JOURNEYS_PER_CHECK: usize = 1 << 12;

/// A month's agents and their load.
#[derive(Default)]
struct Month {
    agents: HashSet<u32>,
    hours: HashSet<(u32, i64)>,
    contacts: u64,
}

impl Month {
    fn load(&self) -> Option<f64> {
        (!self.hours.is_empty()).then(|| self.contacts as f64 / self.hours.len() as f64)
    }
}

pub fn drifting(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Sign, Cancelled> {
    let kind = SignKind::StaffDriftingAway;
    let staff = pains(inputs).staff;
    let votes = Reading::StaffVotes { pains: staff.len(), votes: staff.iter().map(|pain| pain.votes).sum() };
    let touchpoints = staff.iter().filter(|pain| pain.votes > 0).map(|pain| pain.touchpoint).collect();
    let month = last_whole_month(inputs.prepared.observed_until());
    let (mut before, mut now) = (Month::default(), Month::default());
    for (done, journey) in inputs.views(&inputs.journeys).enumerate() {
        if done % JOURNEYS_PER_CHECK == 0 {
            cancel.check()?;
        }
        for event in journey.events() {
            let Some(agent) = inputs.log.agent(event) else { continue };
            let time = inputs.log.time(event);
            let of = match month_of(time) - month {
                0 => &mut now,
                -1 => &mut before,
                _ => continue,
            };
            of.agents.insert(agent);
            of.hours.insert((agent, time.0.div_euclid(HOUR)));
            of.contacts += 1;
        }
    }
    let gone = before.agents.difference(&now.agents).count() as u64;
    let Some(rate) = Rate::of(gone, before.agents.len() as u64) else {
        let missing = if inputs.log.agents.is_empty() { Missing::Agents } else { Missing::Months };
        let mut sign = Sign::no_data(kind, missing, JourneySet::default());
        sign.readings.push(votes);
        sign.touchpoints = touchpoints;
        return Ok(sign);
    };
    let thresholds = &inputs.map.about.review.thresholds;
    let load = before.load().zip(now.load());
    let growth = load.map_or(0.0, |(before, now)| now / before - 1.0);
    let verdict = if rate.value > thresholds.agents_left || growth >= thresholds.load_growth {
        Verdict::NeedsWork
    } else if rate.value > thresholds.agents_left / 2.0 || growth >= thresholds.load_growth / 2.0 {
        Verdict::Watch
    } else {
        Verdict::Fine
    };
    let left = Reading::AgentsLeft { month: month_name(month), rate, threshold: thresholds.agents_left };
    let load = load.map(|(before, now)| Reading::Load { before, now, threshold: thresholds.load_growth });
    let readings = [left].into_iter().chain(load).chain([votes]).collect();
    let mut sign = Sign::told(kind, verdict, readings, JourneySet::default());
    sign.touchpoints = touchpoints;
    Ok(sign)
}
