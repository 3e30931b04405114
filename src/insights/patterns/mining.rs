//! Frequent ordered patterns, gaps allowed, counted once per sequence: PrefixSpan (Pei and others 2001) on numbers.

use crate::base::{Cancel, Cancelled};

/// Sequences of steps, each of which has any number of items.
#[derive(Default)]
pub struct Sequences {
    /// Where the items of each sequence end.
    ends: Vec<u32>,
    /// The step of each item, counted on over all sequences, and its number.
    items: Vec<(u32, u32)>,
    step: u32,
}

/// Which patterns are sought.
#[derive(Clone, Copy)]
pub struct Limits {
    /// Most items.
    pub longest: usize,
    /// In so many sequences.
    pub least_journeys: u64,
    /// So many of which are exits.
    pub least_exits: u64,
}

/// A pattern that is frequent enough.
pub struct Frequent {
    /// Its items in order.
    pub codes: Vec<u32>,
    /// Exits with it.
    pub exits: u64,
    /// Others with it.
    pub controls: u64,
}

/// A sequence that has a prefix, and where the items after its first match begin.
#[derive(Clone, Copy)]
struct Suffix {
    sequence: u32,
    from: u32,
}

impl Sequences {
    /// The items that follow happen later than those before.
    pub const fn begin_step(&mut self) {
        self.step += 1;
    }

    /// Adds an item to the step.
    pub fn push(&mut self, code: u32) {
        self.items.push((self.step, code));
    }

    /// What follows belongs to the next sequence.
    pub fn end_sequence(&mut self) {
        self.ends.push(self.items.len() as u32);
    }

    /// Some sequences of one and some of another.
    pub fn of_both(one: (&Self, &[u32]), other: (&Self, &[u32])) -> Self {
        let mut both = Self::default();
        for (sequences, chosen) in [one, other] {
            for sequence in chosen {
                both.items.extend_from_slice(sequences.items(*sequence, 0));
                both.end_sequence();
            }
        }
        both
    }

    fn start(&self, sequence: u32) -> u32 {
        sequence.checked_sub(1).map_or(0, |before| self.ends[before as usize])
    }

    /// The items of a sequence from a place on.
    fn items(&self, sequence: u32, from: u32) -> &[(u32, u32)] {
        let start = self.start(sequence).max(from) as usize;
        &self.items[start..self.ends[sequence as usize] as usize]
    }

    /// All frequent patterns; the first `exits` sequences are exits, and items are numbered below `codes`.
    pub fn frequent(
        &self,
        exits: usize,
        codes: usize,
        limits: Limits,
        cancel: &Cancel,
    ) -> Result<Vec<Frequent>, Cancelled> {
        let all = (0..self.ends.len() as u32).map(|sequence| Suffix { sequence, from: self.start(sequence) });
        let mut search = Search { sequences: self, exits, codes, limits, cancel, found: Vec::new() };
        search.grow(&mut Vec::new(), &all.collect::<Vec<_>>())?;
        Ok(search.found)
    }

    /// The sequences that have a pattern, ascending.
    pub fn with(&self, codes: &[u32]) -> Vec<u32> {
        let has = |sequence: &u32| {
            let mut last_step = None;
            let mut wanted = codes.iter();
            let mut next = wanted.next();
            for (step, code) in self.items(*sequence, 0) {
                if next == Some(code) && last_step != Some(*step) {
                    last_step = Some(*step);
                    next = wanted.next();
                }
            }
            next.is_none()
        };
        (0..self.ends.len() as u32).filter(has).collect()
    }
}

/// A search in progress.
struct Search<'a> {
    sequences: &'a Sequences,
    exits: usize,
    codes: usize,
    limits: Limits,
    cancel: &'a Cancel,
    found: Vec<Frequent>,
}

/// Sequences between two looks at the stop flag.
const SEQUENCES_PER_CHECK: usize = 1 << 16;

impl Search<'_> {
    /// Adds all frequent patterns that begin with a prefix and are longer; `suffixes` are what is left of the sequences that
    /// have it.
    fn grow(&mut self, prefix: &mut Vec<u32>, suffixes: &[Suffix]) -> Result<(), Cancelled> {
        if prefix.len() == self.limits.longest {
            return Ok(());
        }
        // By item: the sequence that has it last, and how many do.
        let mut counts = vec![(u32::MAX, 0_u64, 0_u64); self.codes];
        for some in suffixes.chunks(SEQUENCES_PER_CHECK) {
            self.cancel.check()?;
            for suffix in some {
                let is_exit = (suffix.sequence as usize) < self.exits;
                for (_, code) in self.sequences.items(suffix.sequence, suffix.from) {
                    let (last, exits, controls) = &mut counts[*code as usize];
                    if *last != suffix.sequence {
                        *last = suffix.sequence;
                        *(if is_exit { exits } else { controls }) += 1;
                    }
                }
            }
        }
        let is_frequent = |(_, exits, controls): &(u32, u64, u64)| {
            *exits >= self.limits.least_exits
                && exits + controls >= self.limits.least_journeys
                && *exits + *controls > 0
        };
        let frequent: Vec<u32> =
            (0..self.codes as u32).filter(|code| is_frequent(&counts[*code as usize])).collect();
        for code in frequent {
            let (_, exits, controls) = counts[code as usize];
            prefix.push(code);
            self.found.push(Frequent { codes: prefix.clone(), exits, controls });
            if prefix.len() < self.limits.longest {
                let rest = self.after(suffixes, code)?;
                self.grow(prefix, &rest)?;
            }
            prefix.pop();
        }
        Ok(())
    }

    /// What is left of the suffixes behind the first step that has an item.
    fn after(&self, suffixes: &[Suffix], code: u32) -> Result<Vec<Suffix>, Cancelled> {
        let mut rest = Vec::new();
        for some in suffixes.chunks(SEQUENCES_PER_CHECK) {
            self.cancel.check()?;
            rest.extend(some.iter().filter_map(|suffix| {
                let items = self.sequences.items(suffix.sequence, suffix.from);
                let (step, _) = items.iter().find(|(_, item)| *item == code)?;
                let later = items.iter().position(|(later, _)| later > step)?;
                Some(Suffix { from: suffix.from + later as u32, ..*suffix })
            }));
        }
        Ok(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// Every ordered choice of items of different steps.
    fn patterns(steps: &[Vec<u32>], longest: usize) -> BTreeSet<Vec<u32>> {
        let mut all: BTreeSet<Vec<u32>> = BTreeSet::new();
        for step in steps {
            let before: Vec<_> = all.iter().filter(|of| of.len() < longest).cloned().collect();
            for item in step {
                all.extend(before.iter().map(|of| [of.as_slice(), &[*item]].concat()));
                all.insert(vec![*item]);
            }
        }
        all
    }

    proptest! {
        #[test]
        fn finds_what_counting_finds(
            exits in prop::collection::vec(prop::collection::vec(prop::collection::vec(0_u32..5, 0..3), 0..6), 0..12),
            controls in prop::collection::vec(prop::collection::vec(prop::collection::vec(0_u32..5, 0..3), 0..6), 0..12),
            longest in 1_usize..4,
            least in 0_u64..5,
        ) {
            let mut sequences = Sequences::default();
            let mut counts: BTreeMap<Vec<u32>, (u64, u64, Vec<u32>)> = BTreeMap::new();
            for (number, steps) in exits.iter().chain(&controls).enumerate() {
                for step in steps {
                    sequences.begin_step();
                    step.iter().for_each(|code| sequences.push(*code));
                }
                sequences.end_sequence();
                for pattern in patterns(steps, longest) {
                    let count = counts.entry(pattern).or_default();
                    if number < exits.len() { count.0 += 1 } else { count.1 += 1 }
                    count.2.push(number as u32);
                }
            }
            let limits = Limits { longest, least_journeys: least, least_exits: least / 2 };
            let mut found = sequences.frequent(exits.len(), 5, limits, &Cancel::new()).unwrap();
            found.sort_by(|one, other| one.codes.cmp(&other.codes));
            let expected: Vec<_> = counts
                .into_iter()
                .filter(|(_, (exits, controls, _))| exits + controls >= least && *exits >= least / 2)
                .collect();
            let found: Vec<_> =
                found.into_iter().map(|of| (of.codes.clone(), (of.exits, of.controls, sequences.with(&of.codes)))).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
