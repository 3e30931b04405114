//! Columns of values that occur again and again: each distinct value is kept once, and a small number at each place.

use crate::base::{Cancel, Cancelled};
use crate::events::Codes;
use hashbrown::HashMap;
use std::hash::Hash;
use std::ops::Range;

/// A column with gaps.
pub struct Coded<T> {
    /// The distinct values in the order of their first places, numbered from 0.
    pub list: Vec<T>,
    codes: Codes,
}

impl<T> Default for Coded<T> {
    fn default() -> Self {
        Self { list: Vec::new(), codes: Codes::default() }
    }
}

/// A value that a few words tell from all others: they are compared and hashed much faster than enums within options.
pub trait Told: Copy {
    type Words: Copy + Eq + Hash;

    /// Different for different values.
    fn words(self) -> Self::Words;
}

impl Told for u64 {
    type Words = Self;

    fn words(self) -> Self {
        self
    }
}

impl<T: Told> Coded<T> {
    /// Parts of a column, one after the other.
    pub fn of_parts(parts: Vec<Coder<T>>, cancel: &Cancel) -> Result<Self, Cancelled> {
        let mut all = Coder::default();
        let (parts, known): (Vec<_>, Vec<Vec<u32>>) = parts
            .into_iter()
            .map(|part| {
                let known = part.list.iter().map(|value| all.code(*value)).collect();
                (part.codes, known)
            })
            .unzip();
        let mut list = all.list;
        list.shrink_to_fit();
        let rename = |part: usize, code: u32| known[part][code as usize];
        Ok(Self { codes: Codes::concat(&parts, list.len(), rename, cancel)?, list })
    }
}

impl<T> Coded<T> {
    /// How many places there are.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// The number of the value at a place; none for a gap.
    pub fn code(&self, place: usize) -> Option<u32> {
        self.codes.get(place)
    }

    /// The value at a place; none for a gap.
    pub fn get(&self, place: usize) -> Option<&T> {
        self.list.get(self.codes.get(place)? as usize)
    }

    /// Of up to 64 places, a bit each: whether `holds` is true of the number of the value there.
    pub fn bits(&self, places: Range<usize>, holds: impl Fn(Option<u32>) -> bool) -> u64 {
        self.codes.bits(places, holds)
    }

    /// Hands on the numbers of the values at these places. At a gap, it is one that no value has.
    pub fn each(&self, places: Range<usize>, put: impl FnMut(usize)) {
        self.codes.each(places, put);
    }

    /// Adds one to the count of each value, by its number, at these places.
    pub fn count(&self, places: Range<usize>, counts: &mut [u32]) {
        self.codes.count(places, counts);
    }

    pub fn bytes_held(&self) -> usize {
        size_of::<T>() * self.list.capacity() + self.codes.bytes_held()
    }
}

/// A column that is being filled.
pub struct Coder<T: Told> {
    list: Vec<T>,
    codes: Vec<u32>,
    code_of: HashMap<T::Words, u32>,
}

impl<T: Told> Default for Coder<T> {
    fn default() -> Self {
        Self::with_gaps(0)
    }
}

impl<T: Told> Coder<T> {
    /// Beginning with so many gaps.
    pub fn with_gaps(places: usize) -> Self {
        Self { list: Vec::new(), codes: vec![Codes::GAP; places], code_of: HashMap::new() }
    }

    /// Adds a value or a gap.
    pub fn push(&mut self, value: Option<T>) {
        let code = value.map_or(Codes::GAP, |value| self.code(value));
        self.codes.push(code);
    }

    /// Puts a value to a place that there is.
    pub fn put(&mut self, place: usize, value: T) {
        self.codes[place] = self.code(value);
    }

    fn code(&mut self, value: T) -> u32 {
        let list = &mut self.list;
        *self.code_of.entry(value.words()).or_insert_with(|| {
            list.push(value);
            list.len() as u32 - 1
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_make_one_column() {
        let value = |place: usize| (!place.is_multiple_of(5)).then_some((place * place % 601) as u64);
        let part = |places: Range<usize>| {
            let mut part = Coder::default();
            places.for_each(|place| part.push(value(place)));
            part
        };
        let parts = vec![part(0..3), part(3..3), part(3..900), part(900..1000)];
        let column = Coded::of_parts(parts, &Cancel::new()).expect("nobody stops it");
        assert_eq!(column.len(), 1000);
        assert!((0..1000).all(|place| column.get(place).copied() == value(place)));
        let mut counts = vec![0; column.list.len()];
        column.count(100..700, &mut counts);
        for (counted, count) in column.list.iter().zip(counts) {
            assert_eq!(count as usize, (100..700).filter(|place| value(*place) == Some(*counted)).count());
        }
    }
}
