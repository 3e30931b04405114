//! The journeys behind a number, so that whoever reads the number can open exactly those that it counts.

use std::sync::Arc;

/// Journeys by their numbers in [`crate::measure::Prepared`], ascending and each once. A number on the screen and the
/// length of its set are the same by construction: the number is taken from the set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct JourneySet(Arc<[u32]>);

impl JourneySet {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How many there are, as figures are counted.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.0.len() as u64
    }

    /// True when there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The numbers, ascending.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = u32> + ExactSizeIterator + Clone {
        self.0.iter().copied()
    }

    /// The numbers, ascending.
    #[must_use]
    pub fn numbers(&self) -> &[u32] {
        &self.0
    }

    /// The one at a place, from 0: "next of these".
    #[must_use]
    pub fn get(&self, place: usize) -> Option<u32> {
        self.0.get(place).copied()
    }

    /// True when the journey is one of them.
    #[must_use]
    pub fn contains(&self, journey: u32) -> bool {
        self.0.binary_search(&journey).is_ok()
    }

    /// Those for which `holds`.
    #[must_use]
    pub fn filter(&self, holds: impl Fn(u32) -> bool) -> Self {
        Self(self.iter().filter(|journey| holds(*journey)).collect())
    }

    /// Those that are in both.
    #[must_use]
    pub fn both(&self, other: &Self) -> Self {
        self.filter(|journey| other.contains(journey))
    }

    /// Those that are not in the other.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        self.filter(|journey| !other.contains(journey))
    }

    /// Those that are in one or the other.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        self.iter().chain(other.iter()).collect()
    }

    /// How many are in both.
    #[must_use]
    pub fn count_both(&self, other: &Self) -> usize {
        let (few, many) = if self.len() < other.len() { (self, other) } else { (other, self) };
        few.iter().filter(|journey| many.contains(*journey)).count()
    }
}

impl From<Vec<u32>> for JourneySet {
    /// In any order, with repetitions.
    fn from(mut numbers: Vec<u32>) -> Self {
        if !numbers.is_sorted_by(|one, next| one < next) {
            numbers.sort_unstable();
            numbers.dedup();
        }
        Self(numbers.into())
    }
}

impl FromIterator<u32> for JourneySet {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        Self::from(numbers.into_iter().collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn sets_are_what_sets_are(one: Vec<u8>, other: Vec<u8>) {
            let set = |numbers: &[u8]| numbers.iter().map(|number| u32::from(*number)).collect::<JourneySet>();
            let tree = |numbers: &[u8]| numbers.iter().map(|number| u32::from(*number)).collect::<BTreeSet<_>>();
            let ((a, b), (c, d)) = ((set(&one), set(&other)), (tree(&one), tree(&other)));
            let plain = |of: JourneySet| of.iter().collect::<Vec<_>>();
            prop_assert_eq!(plain(a.clone()), c.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(plain(a.both(&b)), c.intersection(&d).copied().collect::<Vec<_>>());
            prop_assert_eq!(plain(a.without(&b)), c.difference(&d).copied().collect::<Vec<_>>());
            prop_assert_eq!(plain(a.or(&b)), c.union(&d).copied().collect::<Vec<_>>());
            prop_assert_eq!(a.count_both(&b), a.both(&b).len());
            prop_assert_eq!(a.count(), c.len() as u64);
            prop_assert!((0..300).all(|number| a.contains(number) == c.contains(&number)));
        }
    }
}
