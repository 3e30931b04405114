//! Sets of numbers, one bit each.

use std::ops::Range;

/// A set of numbers below a bound.
#[derive(Clone, Debug, Default)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// No number below `bound`.
    pub fn none(bound: usize) -> Self {
        Self(vec![0; bound.div_ceil(64)])
    }

    /// From words of 64 numbers each.
    pub const fn of_words(words: Vec<u64>) -> Self {
        Self(words)
    }

    pub fn contains(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// Adds `start` … `end` − 1.
    pub fn insert_range(&mut self, start: usize, end: usize) {
        let mut next = start;
        while next < end {
            let (word, from) = (next / 64, next % 64);
            let count = (64 - from).min(end - next);
            let ones = if count == 64 { u64::MAX } else { (1 << count) - 1 };
            self.0[word] |= ones << from;
            next += count;
        }
    }

    /// Adds the numbers of another set, each 64 × `words` higher.
    pub fn insert_all(&mut self, other: &Self, words: usize) {
        self.0[words..].iter_mut().zip(&other.0).for_each(|(word, more)| *word |= more);
    }

    /// The numbers within a range, ascending.
    pub fn within(&self, range: Range<usize>) -> impl Iterator<Item = usize> {
        let words = range.start / 64..range.end.div_ceil(64).min(self.0.len());
        words.flat_map(move |place| {
            let first = place * 64;
            let mut word = self.0[place];
            if first < range.start {
                word &= u64::MAX << (range.start - first);
            }
            if range.end - first < 64 {
                word &= !(u64::MAX << (range.end - first));
            }
            std::iter::from_fn(move || {
                let bit = word.trailing_zeros();
                word &= word.wrapping_sub(1);
                (bit < u64::BITS).then_some(first + bit as usize)
            })
        })
    }

    pub fn bytes_held(&self) -> usize {
        size_of::<u64>() * self.0.capacity()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_filled_and_nothing_else() {
        for (start, end) in [(0, 0), (0, 64), (3, 5), (60, 70), (63, 65), (1, 200), (64, 128)] {
            let mut bits = Bits::none(200);
            bits.insert_range(start, end);
            assert!((0..300).all(|number| bits.contains(number) == (start..end).contains(&number)));
            for range in [0..200, 0..0, 2..4, 10..64, 64..64, 63..130, 199..200] {
                let within: Vec<_> = bits.within(range.clone()).collect();
                assert_eq!(within, range.filter(|number| bits.contains(*number)).collect::<Vec<_>>());
            }
            let mut higher = Bits::none(400);
            higher.insert_all(&bits, 2);
            assert!(
                (0..400).all(|number| higher.contains(number) == (start + 128..end + 128).contains(&number))
            );
        }
    }
}
