//! In what order journeys visit the event names. Each two are compared by the journeys that visit both, so that neither steps which
//! few take nor journeys that end early pull anything to another place.

use super::numbered::Numbered;
use super::precedence::Precedence;
use crate::base::time::SECOND;
use crate::events::EventLog;
use crate::model::{Pattern, Span};
use std::collections::{BTreeMap, HashMap};

/// An event name with all its spellings.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    /// Normalised name.
    pub key: String,
    /// Its commonest spelling.
    pub name: String,
    /// What takes its events: all its spellings, commonest first.
    pub events: Vec<Pattern>,
    pub visits: u64,
    /// Visits with a score.
    pub scored: u64,
    /// Visits by channel code.
    pub channels: BTreeMap<u32, u64>,
    /// 0 (before all others) … 1 (behind them).
    pub position: f64,
    /// Most journeys begin here.
    pub is_beginning: bool,
    /// Visits between two visits of one other step ÷ visits: a detour from there and back.
    pub detours: f64,
    /// How long it usually takes to get here: the mean of ln(1 + seconds since the customer's event before) over first visits.
    pub pause: f64,
}

impl Step {
    /// A step with one spelling, in the middle.
    pub fn new(key: String, name: &str, visits: u64) -> Self {
        Self {
            key,
            name: name.to_owned(),
            events: vec![Pattern::Exact(name.to_owned())],
            visits,
            scored: 0,
            channels: BTreeMap::new(),
            position: 0.5,
            is_beginning: false,
            detours: 0.0,
            pause: 0.0,
        }
    }
}

/// The steps of a log in their order, the commonest alone where there are more than `most`.
pub(super) fn steps_of_log(log: &EventLog, gap: Span, most: usize) -> Vec<Step> {
    let (steps, step_of_name) = collect(log, most);
    let mut walk = Walk::new(steps.len());
    for customer in 0..log.customers.len() {
        let mut events: Vec<usize> = log.customer_events(customer as u32).collect();
        let visits = |events: &[usize]| -> Vec<Visit> {
            let visit = |event: &usize| Some((step_of_name[log.name(*event) as usize]?, log.time(*event).0));
            events.iter().filter_map(visit).collect()
        };
        walk.customer(&visits(&events), !log.is_undated);
        for_each_journey(log, &mut events, gap, |events| walk.journey(&visits(events)));
    }
    walk.ordered(steps)
}

/// A step and when it was met, in microseconds.
type Visit = (usize, i64);

/// What is counted on the way through all journeys; everything by step.
struct Walk {
    journeys: u64,
    begins: Vec<u64>,
    /// Visits between two visits of one other step.
    detours: Vec<u64>,
    /// Sum and count of ln(1 + seconds).
    pauses: Vec<(f64, u64)>,
    /// Which step is met before which in a journey, and by a customer at all: what comes long after is a journey of its own.
    within: Precedence,
    across: Precedence,
}

impl Walk {
    fn new(steps: usize) -> Self {
        Self {
            journeys: 0,
            begins: vec![0; steps],
            detours: vec![0; steps],
            pauses: vec![(0.0, 0); steps],
            within: Precedence::new(steps),
            across: Precedence::new(steps),
        }
    }

    fn customer(&mut self, visits: &[Visit], is_dated: bool) {
        self.across.note(visits.iter().map(|(step, _)| *step), |place| {
            let Some(before) = place.checked_sub(1).filter(|_| is_dated) else { return };
            let (step, micros) = (visits[place].0, visits[place].1.saturating_sub(visits[before].1));
            self.pauses[step].0 += (micros.max(0) as f64 / SECOND as f64).ln_1p();
            self.pauses[step].1 += 1;
        });
    }

    fn journey(&mut self, visits: &[Visit]) {
        let Some((first, _)) = visits.first() else { return };
        self.journeys += 1;
        self.begins[*first] += 1;
        for three in visits.windows(3) {
            let [before, here, after] = [three[0].0, three[1].0, three[2].0];
            self.detours[here] += u64::from(before == after && here != before);
        }
        self.within.note(visits.iter().map(|(step, _)| *step), |_| ());
    }

    fn ordered(self, mut steps: Vec<Step>) -> Vec<Step> {
        let order = self.within.order(&self.across);
        for (number, step) in steps.iter_mut().enumerate() {
            let (sum, count) = self.pauses[number];
            step.pause = sum / count.max(1) as f64;
            step.detours = self.detours[number] as f64 / step.visits.max(1) as f64;
            step.is_beginning = 2 * self.begins[number] > self.journeys;
        }
        let mut steps: Vec<Option<Step>> = steps.into_iter().map(Some).collect();
        let placed = order.into_iter().filter_map(|(number, position)| {
            let step = steps.get_mut(number)?.take()?;
            Some(Step { position, ..step })
        });
        placed.collect()
    }
}

/// The commonest steps with their counts, commonest first, and the step of each name code.
fn collect(log: &EventLog, most: usize) -> (Vec<Step>, Vec<Option<usize>>) {
    let mut visits = vec![0_u64; log.names.len()];
    for event in 0..log.len() {
        visits[log.name(event) as usize] += 1;
    }
    let mut by_count: Vec<usize> = (0..visits.len()).collect();
    by_count.sort_by_key(|code| std::cmp::Reverse(visits[*code]));

    let numbered = Numbered::of(log.names.iter());
    let mut steps: Vec<Step> = Vec::new();
    let mut step_of_key: HashMap<String, usize> = HashMap::new();
    let mut step_of_name = vec![0; visits.len()];
    for code in by_count {
        let name = log.names.text(code as u32);
        let (key, name, event) = numbered.read(name);
        let step = *step_of_key.entry(key).or_insert_with_key(|key| {
            let mut step = Step::new(key.clone(), &name, 0);
            step.events.clear();
            steps.push(step);
            steps.len() - 1
        });
        step_of_name[code] = step;
        steps[step].visits += visits[code];
        if !steps[step].events.contains(&event) {
            steps[step].events.push(event);
        }
    }
    let kept = commonest(&mut steps, most);
    let step_of_name: Vec<Option<usize>> = step_of_name.into_iter().map(|step: usize| kept[step]).collect();
    for event in 0..log.len() {
        let Some(step) = step_of_name[log.name(event) as usize].and_then(|at| steps.get_mut(at)) else {
            continue;
        };
        step.scored += u64::from(log.score(event).is_some());
        if let Some(channel) = log.channel(event) {
            *step.channels.entry(channel).or_default() += 1;
        }
    }
    (steps, step_of_name)
}

/// Sorts the steps, the commonest first, and drops the rarest beyond so many; gives where each of the old ones is now.
fn commonest(steps: &mut Vec<Step>, most: usize) -> Vec<Option<usize>> {
    let mut by_count: Vec<usize> = (0..steps.len()).collect();
    by_count.sort_by(|a, b| {
        steps[*b].visits.cmp(&steps[*a].visits).then_with(|| steps[*a].name.cmp(&steps[*b].name))
    });
    by_count.truncate(most);
    let mut kept = vec![None; steps.len()];
    for (now, old) in by_count.iter().enumerate() {
        kept[*old] = Some(now);
    }
    *steps = by_count.into_iter().map(|old| steps[old].clone()).collect();
    kept
}

/// Calls back with the events of each of a customer's journeys in order: by journey code where there is one, else cut at gaps.
fn for_each_journey(log: &EventLog, events: &mut [usize], gap: Span, mut each: impl FnMut(&[usize])) {
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
