//! The journeys that a filter selects, as sets of their numbers.

use super::bits::Bits;
use super::filter::{Filtered, Selector};
use crate::base::{Cancel, Cancelled, Timestamp};
use rayon::prelude::*;

/// Words of 64 journeys between two looks at the cancel flag.
const WORDS_PER_CHECK: usize = 1 << 7;

/// Which journeys a filter selects.
pub struct Selection {
    /// Journeys that pass the filter, counted or not.
    pub passing: Bits,
    /// First and last event of those that are counted.
    pub period: Option<(Timestamp, Timestamp)>,
}

/// Some words of the set, and the period of their journeys.
#[derive(Default)]
struct Part {
    words: Vec<u64>,
    period: Option<(Timestamp, Timestamp)>,
}

impl Selection {
    pub fn new(of: Filtered<'_>, selector: &Selector<'_>, cancel: &Cancel) -> Result<Self, Cancelled> {
        let journeys = of.journeys.list.len();
        let words = journeys.div_ceil(64);
        let parts = (0..words.div_ceil(WORDS_PER_CHECK)).into_par_iter().map(|part| {
            cancel.check()?;
            let words = part * WORDS_PER_CHECK..((part + 1) * WORDS_PER_CHECK).min(words);
            let mut part = Part::default();
            for word in words {
                let numbers = word * 64..((word + 1) * 64).min(journeys);
                let passing = selector.passing(numbers.clone());
                part.words.push(passing);
                let counted = of.standings.bits(numbers.clone(), |code| code.is_some());
                part.add_period(of, numbers.start, passing & counted);
            }
            Ok(part)
        });
        let parts: Vec<Part> = parts.collect::<Result<_, Cancelled>>()?;
        let period = parts.iter().map(|part| part.period).fold(None, joined);
        let words = parts.into_iter().flat_map(|part| part.words).collect();
        Ok(Self { passing: Bits::of_words(words), period })
    }
}

impl Part {
    /// Of the journeys with a bit in a word whose first one has this number.
    fn add_period(&mut self, of: Filtered<'_>, first: usize, word: u64) {
        let mut left = word;
        while left != 0 {
            let number = first + left.trailing_zeros() as usize;
            left &= left - 1;
            let begin = of.facets.begins.get(number);
            // Hardly any journey begins first or ends last: the others are known by when they begin.
            let is_within = self.period.is_some_and(|(first, last)| {
                first <= begin && begin.0.saturating_add(of.facets.longest) <= last.0
            });
            if !is_within {
                let journey = &of.journeys.list[number];
                self.period = joined(self.period, Some(of.journeys.period(of.log, journey)));
            }
        }
    }
}

/// The period that covers both.
fn joined(
    one: Option<(Timestamp, Timestamp)>,
    other: Option<(Timestamp, Timestamp)>,
) -> Option<(Timestamp, Timestamp)> {
    match (one, other) {
        (Some(one), Some(other)) => Some((one.0.min(other.0), one.1.max(other.1))),
        (one, other) => one.or(other),
    }
}
