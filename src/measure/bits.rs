//! Sets of numbers, one bit each.

/// A set of numbers below a bound.
#[derive(Clone, Debug, Default)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// No number below `bound`.
    pub fn none(bound: usize) -> Self {
        Self(vec![0; bound.div_ceil(64)])
    }

    /// Every number below `bound`.
    pub fn all(bound: usize) -> Self {
        Self(vec![u64::MAX; bound.div_ceil(64)])
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
        }
    }
}
