//! Columns of numbers and of times, narrow where the values allow it.

use super::codes::{Codes, settle};
use crate::base::time::SECOND;
use crate::base::{Cancel, Cancelled, Timestamp};
use hashbrown::HashMap;
use std::ops::Range;

/// Up to so many distinct values are kept once each, with a code per event.
const MOST_DISTINCT: usize = u16::MAX as usize;

/// A column of numbers with gaps.
#[derive(Clone, Debug)]
pub(super) enum Numbers {
    /// Distinct values, and the code of each event's.
    Few { values: Vec<f64>, codes: Codes, code_of: HashMap<u64, u32> },
    /// A value each; not-a-number is a gap.
    Many(Vec<f64>),
}

impl Default for Numbers {
    fn default() -> Self {
        Self::Few { values: Vec::new(), codes: Codes::default(), code_of: HashMap::new() }
    }
}

impl Numbers {
    pub fn push(&mut self, value: Option<f64>) {
        // Adding zero makes −0 and 0 the same value.
        let value = value.filter(|value| !value.is_nan()).map(|value| value + 0.0);
        match self {
            Self::Many(column) => column.push(value.unwrap_or(f64::NAN)),
            Self::Few { values, codes, code_of } => {
                codes.push(value.map(|value| code(value, values, code_of)));
                self.spread();
            }
        }
    }

    /// Adds another column.
    pub fn append(&mut self, other: &Self) {
        match (&mut *self, other) {
            (Self::Few { values, codes, code_of }, Self::Few { values: more, codes: more_codes, .. }) => {
                let known: Vec<u32> = more.iter().map(|value| code(*value, values, code_of)).collect();
                codes.extend_with(more_codes, &known);
                self.spread();
            }
            _ => (0..other.len()).for_each(|event| self.push(other.get(event))),
        }
    }

    /// Keeps each value by itself once there are too many distinct ones.
    fn spread(&mut self) {
        if let Self::Few { values, codes, .. } = self
            && values.len() > MOST_DISTINCT
        {
            let all = (0..codes.len()).map(|event| self.get(event).unwrap_or(f64::NAN));
            *self = Self::Many(all.collect());
        }
    }

    /// True for a column without places.
    pub fn is_absent(&self) -> bool {
        self.len() == 0
    }

    fn len(&self) -> usize {
        match self {
            Self::Few { codes, .. } => codes.len(),
            Self::Many(column) => column.len(),
        }
    }

    pub fn get(&self, event: usize) -> Option<f64> {
        match self {
            Self::Few { values, codes, .. } => codes.get(event).map(|code| values[code as usize]),
            Self::Many(column) => column.get(event).copied().filter(|value| !value.is_nan()),
        }
    }

    pub fn settle(&mut self, order: Option<&[u32]>, cancel: &Cancel) -> Result<(), Cancelled> {
        match self {
            Self::Few { codes, code_of, values } => {
                values.shrink_to_fit();
                *code_of = HashMap::new();
                codes.settle(order, cancel)
            }
            Self::Many(column) => settle(column, order, cancel),
        }
    }

    /// Bytes that each number takes; 0 for an absent column.
    pub fn bytes_each(&self) -> usize {
        match self {
            Self::Few { codes, .. } => codes.bytes_each(),
            Self::Many(_) => size_of::<f64>(),
        }
    }

    pub fn bytes_held(&self) -> usize {
        match self {
            Self::Few { values, codes, code_of } => {
                codes.bytes_held() + size_of::<f64>() * values.capacity() + code_of.allocation_size()
            }
            Self::Many(column) => size_of::<f64>() * column.capacity(),
        }
    }
}

/// The code of a value, new or known.
fn code(value: f64, values: &mut Vec<f64>, code_of: &mut HashMap<u64, u32>) -> u32 {
    *code_of.entry(value.to_bits()).or_insert_with(|| {
        values.push(value);
        values.len() as u32 - 1
    })
}

/// A column of times.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // said of the variant
pub enum Times {
    /// Whole seconds after `first_secs`.
    Seconds { first_secs: i64, after: Vec<u32> },
    /// Any.
    Micros(Vec<Timestamp>),
}

impl Default for Times {
    fn default() -> Self {
        Self::Micros(Vec::new())
    }
}

impl Times {
    /// Times in the given order of rows, in seconds when all are whole ones within 136 years.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn new(mut times: Vec<Timestamp>, order: Option<&[u32]>, cancel: &Cancel) -> Result<Self, Cancelled> {
        settle(&mut times, order, cancel)?;
        let first_secs = times.iter().min().map_or(0, |first| first.0.div_euclid(SECOND));
        let after = |time: &Timestamp| {
            let whole = time.0.rem_euclid(SECOND) == 0;
            u32::try_from(time.0.div_euclid(SECOND) - first_secs).ok().filter(|_| whole)
        };
        cancel.check()?;
        Ok(match times.iter().map(after).collect::<Option<Vec<u32>>>() {
            Some(mut after) => {
                after.shrink_to_fit();
                Self::Seconds { first_secs, after }
            }
            None => Self::Micros(times),
        })
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Seconds { after, .. } => after.len(),
            Self::Micros(times) => times.len(),
        }
    }

    /// The time at a place.
    #[must_use]
    pub fn get(&self, event: usize) -> Timestamp {
        match self {
            Self::Seconds { first_secs, after } => moment(*first_secs, after[event]),
            Self::Micros(times) => times[event],
        }
    }

    /// Of up to 64 places, a bit each: whether the time there holds.
    pub fn bits(&self, places: Range<usize>, holds: impl Fn(Timestamp) -> bool) -> u64 {
        places.rev().fold(0, |bits, place| bits << 1 | u64::from(holds(self.get(place))))
    }

    /// The first and the last.
    pub(super) fn period(&self) -> Option<(Timestamp, Timestamp)> {
        match self {
            Self::Seconds { first_secs, after } => {
                let (first, last) = (after.iter().min()?, after.iter().max()?);
                Some((moment(*first_secs, *first), moment(*first_secs, *last)))
            }
            Self::Micros(times) => Some((*times.iter().min()?, *times.iter().max()?)),
        }
    }

    /// Bytes held, for the memory figures.
    #[must_use]
    pub fn bytes_held(&self) -> usize {
        match self {
            Self::Seconds { after, .. } => 4 * after.capacity(),
            Self::Micros(times) => 8 * times.capacity(),
        }
    }
}

fn moment(first_secs: i64, after: u32) -> Timestamp {
    Timestamp((first_secs + i64::from(after)) * SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_values_however_many_there_are() {
        let mut numbers = Numbers::default();
        let value = |event: usize| (!event.is_multiple_of(7)).then_some(event as f64 / 3.0);
        for event in 0..80_000 {
            numbers.push(value(event));
        }
        assert!(matches!(numbers, Numbers::Many(_)));
        numbers.settle(None, &Cancel::new()).expect("nobody stops it");
        assert!((0..80_000).all(|event| numbers.get(event) == value(event)));

        let mut few = Numbers::default();
        [Some(0.0), Some(-0.0), Some(f64::NAN), None, Some(2.5)]
            .into_iter()
            .for_each(|value| few.push(value));
        few.settle(Some(&[4, 3, 2, 1, 0]), &Cancel::new()).expect("nobody stops it");
        assert_eq!(
            [0, 1, 2, 3, 4].map(|event| few.get(event)),
            [Some(2.5), None, None, Some(0.0), Some(0.0)]
        );
        assert!(few.bytes_held() < 40);
    }

    #[test]
    fn times_are_narrow_when_they_are_whole_seconds() {
        let seconds = [5, -3, 4_000_000_000].map(|secs| Timestamp(secs * SECOND));
        let times = |times: &[Timestamp], order| {
            Times::new(times.to_vec(), order, &Cancel::new()).expect("nobody stops it")
        };
        let narrow = times(&seconds, None);
        assert!(matches!(narrow, Times::Seconds { .. }));
        assert_eq!([0, 1, 2].map(|event| narrow.get(event)), seconds);
        assert_eq!(narrow.period(), Some((seconds[1], seconds[2])));
        for other in [Timestamp(1), Timestamp(5_000_000_000 * SECOND), Timestamp(i64::MIN)] {
            let wide = times(&[seconds[0], other], Some(&[1, 0]));
            assert!(matches!(wide, Times::Micros(_)));
            assert_eq!((wide.get(0), wide.get(1)), (other, seconds[0]));
            assert_eq!(wide.period(), Some((other.min(seconds[0]), other.max(seconds[0]))));
        }
    }
}
