//! Where journeys visit each event name: the mean place of the first visit among a journey's distinct names,
//! 0 (always first) … 1 (always last). Being bounded, one odd journey can't pull it away.

use crate::base::key::name_key;
use crate::base::time::SECOND;
use crate::events::EventLog;
use crate::model::Span;
use std::collections::{BTreeMap, HashMap};

/// An event name with all its spellings.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    /// Normalised name.
    pub key: String,
    /// Its commonest spelling.
    pub name: String,
    /// All spellings, commonest first.
    pub spellings: Vec<String>,
    pub visits: u64,
    /// Visits with a score.
    pub scored: u64,
    /// Visits by channel code.
    pub channels: BTreeMap<u32, u64>,
    /// 0 … 1.
    pub position: f64,
    /// Visits between two visits of one other step ÷ visits: a detour from there and back.
    pub detours: f64,
    /// How long it usually takes to get here: the mean of ln(1 + seconds since the event before) over first visits.
    pub pause: f64,
}

impl Step {
    /// A step with one spelling, in the middle.
    pub fn new(key: String, name: &str, visits: u64) -> Self {
        Self {
            key,
            name: name.to_owned(),
            spellings: vec![name.to_owned()],
            visits,
            scored: 0,
            channels: BTreeMap::new(),
            position: 0.5,
            detours: 0.0,
            pause: 0.0,
        }
    }
}

/// All steps of a log by position; ties by count, then by name.
pub(super) fn steps_of_log(log: &EventLog, gap: Span) -> Vec<Step> {
    let (mut steps, step_of_name) = collect(log);
    let mut places = vec![(0.0_f64, 0_u64); steps.len()];
    let mut pauses = vec![(0.0_f64, 0_u64); steps.len()];
    let mut detours = vec![0_u64; steps.len()];
    // The journey in which a step was seen last, so that only first visits count.
    let mut seen_in = vec![0_u64; steps.len()];
    let mut journey_number = 0;
    for_each_journey(log, gap, |events| {
        journey_number += 1;
        let mut distinct = Vec::new();
        let step_of = |event: usize| step_of_name[log.name(event) as usize];
        for (place, event) in events.iter().enumerate() {
            let step = step_of(*event);
            if seen_in[step] != journey_number {
                seen_in[step] = journey_number;
                distinct.push(step);
                if let Some(before) = place.checked_sub(1).filter(|_| !log.is_undated) {
                    let micros = log.time(*event).0.saturating_sub(log.time(events[before]).0);
                    pauses[step].0 += (micros.max(0) as f64 / SECOND as f64).ln_1p();
                    pauses[step].1 += 1;
                }
            }
        }
        for three in events.windows(3) {
            let [before, here, after] = [three[0], three[1], three[2]].map(step_of);
            detours[here] += u64::from(before == after && here != before);
        }
        // A journey of one step says nothing about order.
        if distinct.len() > 1 {
            let last = (distinct.len() - 1) as f64;
            for (rank, step) in distinct.into_iter().enumerate() {
                places[step].0 += rank as f64 / last;
                places[step].1 += 1;
            }
        }
    });
    for (step, (sum, count)) in steps.iter_mut().zip(places) {
        if count > 0 {
            step.position = sum / count as f64;
        }
    }
    for ((step, (sum, count)), detours) in steps.iter_mut().zip(pauses).zip(detours) {
        step.pause = sum / count.max(1) as f64;
        step.detours = detours as f64 / step.visits.max(1) as f64;
    }
    steps.sort_by(|a, b| {
        let by_count = b.visits.cmp(&a.visits);
        a.position.total_cmp(&b.position).then(by_count).then_with(|| a.name.cmp(&b.name))
    });
    steps
}

/// The steps with their counts, and the step of each name code.
fn collect(log: &EventLog) -> (Vec<Step>, Vec<usize>) {
    let mut visits = vec![0_u64; log.names.len()];
    for event in 0..log.len() {
        visits[log.name(event) as usize] += 1;
    }
    let mut by_count: Vec<usize> = (0..visits.len()).collect();
    by_count.sort_by_key(|code| std::cmp::Reverse(visits[*code]));

    let mut steps: Vec<Step> = Vec::new();
    let mut step_of_key: HashMap<String, usize> = HashMap::new();
    let mut step_of_name = vec![0; visits.len()];
    for code in by_count {
        let name = log.names.text(code as u32);
        let step = *step_of_key.entry(name_key(name)).or_insert_with_key(|key| {
            let mut step = Step::new(key.clone(), name, 0);
            step.spellings.clear();
            steps.push(step);
            steps.len() - 1
        });
        step_of_name[code] = step;
        steps[step].visits += visits[code];
        steps[step].spellings.push(name.to_owned());
    }
    for event in 0..log.len() {
        let step = &mut steps[step_of_name[log.name(event) as usize]];
        step.scored += u64::from(log.score(event).is_some());
        if let Some(channel) = log.channel(event) {
            *step.channels.entry(channel).or_default() += 1;
        }
    }
    (steps, step_of_name)
}

/// Calls back with the events of each journey in order: by journey code where there is one, else cut at gaps.
fn for_each_journey(log: &EventLog, gap: Span, mut each: impl FnMut(&[usize])) {
    for customer in 0..log.customers.len() {
        let mut events: Vec<usize> = log.customer_events(customer as u32).collect();
        if log.has_journeys() {
            events.sort_by_key(|event| log.journey(*event));
            events.chunk_by(|a, b| log.journey(*a) == log.journey(*b)).for_each(&mut each);
        } else {
            let together = |a: &usize, b: &usize| {
                gap.0.is_none_or(|gap| log.time(*b).0.saturating_sub(log.time(*a).0) <= gap)
            };
            events.chunk_by(together).for_each(&mut each);
        }
    }
}
