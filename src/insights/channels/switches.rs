//! Who switches from which channel to which, and how often they leave, against those who stay in one channel.

use super::super::walk::{self, Passage};
use super::super::{Inputs, JourneySet};
use super::Known;
use crate::base::{Cancel, Cancelled};
use crate::measure::Rate;
use crate::measure::stats::{TwoByTwo, benjamini_hochberg, newcombe};
use hashbrown::HashMap;
use std::cmp::Reverse;

/// Switches of the selected journeys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Switches {
    /// By count, then by name.
    pub pairs: Vec<Switch>,
    /// Journeys with a transition between known channels, and without any switch.
    pub staying: JourneySet,
    /// Exits among the closed ones of them.
    pub staying_exit_rate: Option<Rate>,
    /// Transitions between two known and different channels.
    pub switches: u64,
    /// Transitions between two known channels.
    pub transitions: u64,
}

/// A switch from one channel to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Switch {
    /// Channel before.
    pub from: String,
    /// Channel after.
    pub to: String,
    /// How often.
    pub count: u64,
    /// Who made it.
    pub journeys: JourneySet,
    /// Exits ÷ closed journeys that made it.
    pub exit_rate: Option<Rate>,
    /// That minus the rate of those who stay in one channel, with its 95 % interval.
    pub difference: Option<(f64, f64, f64)>,
    /// Adjusted over all switches shown.
    pub q: Option<f64>,
}

#[derive(Default)]
struct Sum {
    count: u64,
    journeys: Vec<u32>,
    closed: u64,
    exits: u64,
}

impl Sum {
    fn add(&mut self, passage: &Passage<'_>) {
        if self.journeys.last() != Some(&passage.number) {
            self.journeys.push(passage.number);
            self.closed += u64::from(passage.closed);
            self.exits += u64::from(passage.is_exit());
        }
    }

    fn join(&mut self, more: Self) {
        self.count += more.count;
        self.journeys.extend(more.journeys);
        self.closed += more.closed;
        self.exits += more.exits;
    }
}

#[derive(Default)]
struct Part {
    pairs: HashMap<(usize, usize), Sum>,
    staying: Sum,
    transitions: u64,
}

/// The switch matrix.
///
/// # Errors
/// [`Cancelled`].
pub fn switches(of: &Inputs<'_>, cancel: &Cancel) -> Result<Switches, Cancelled> {
    let known = Known::new(of.log, of.map);
    let each = |part: &mut Part, passage: &Passage<'_>| {
        let (mut known_steps, mut switched) = (0, false);
        for pair in passage.visits.windows(2) {
            let (Some(from), Some(to)) = (known.place(pair[0].channel), known.place(pair[1].channel)) else {
                continue;
            };
            known_steps += 1;
            if from != to {
                switched = true;
                let sum = part.pairs.entry((from, to)).or_default();
                sum.count += 1;
                sum.add(passage);
            }
        }
        part.transitions += known_steps;
        if known_steps > 0 && !switched {
            part.staying.add(passage);
        }
    };
    let join = |all: &mut Part, part: Part| {
        part.pairs.into_iter().for_each(|(pair, sum)| all.pairs.entry(pair).or_default().join(sum));
        all.staying.join(part.staying);
        all.transitions += part.transitions;
    };
    let part = walk::fold(of, cancel, Part::default, each, join)?;
    let staying = &part.staying;
    let mut sums: Vec<_> = part.pairs.into_iter().collect();
    sums.sort_by_key(|((from, to), sum)| (Reverse(sum.count), known.name(*from), known.name(*to)));
    let can_test = |sum: &Sum| sum.closed > 0 && staying.closed > 0;
    let table = |sum: &Sum| TwoByTwo {
        a: sum.exits,
        b: sum.closed - sum.exits,
        c: staying.exits,
        d: staying.closed - staying.exits,
    };
    let tested = sums.iter().filter(|(_, sum)| can_test(sum));
    let p_values: Vec<f64> = tested.map(|(_, sum)| table(sum).p_value()).collect();
    let mut q_values = benjamini_hochberg(&p_values).into_iter();
    let switches = sums.iter().map(|(_, sum)| sum.count).sum();
    let pair = |((from, to), sum): ((usize, usize), Sum)| Switch {
        from: known.name(from),
        to: known.name(to),
        count: sum.count,
        exit_rate: Rate::of(sum.exits, sum.closed),
        difference: newcombe(sum.exits, sum.closed, staying.exits, staying.closed),
        q: if can_test(&sum) { q_values.next() } else { None },
        journeys: JourneySet::from(sum.journeys),
    };
    Ok(Switches {
        pairs: sums.into_iter().map(pair).collect(),
        staying_exit_rate: Rate::of(staying.exits, staying.closed),
        transitions: part.transitions,
        switches,
        staying: JourneySet::from(part.staying.journeys),
    })
}
