//! Values sorted into groups with one array for all of them.

use crate::base::{Cancel, Cancelled};

/// Items between two looks at the stop flag.
const ITEMS_PER_CHECK: usize = 1 << 16;

/// Values by group number, in the order in which they came.
#[derive(Default)]
pub struct Grouped<T> {
    starts: Vec<usize>,
    values: Vec<T>,
}

impl<T: Copy + Default> Grouped<T> {
    /// Collects (group, value) pairs by counting first; groups are numbered from 0 to below `groups`.
    pub fn new(
        groups: usize,
        items: impl Iterator<Item = (usize, T)> + Clone,
        cancel: &Cancel,
    ) -> Result<Self, Cancelled> {
        let mut starts = vec![0; groups + 1];
        for (group, _) in items.clone() {
            starts[group + 1] += 1;
        }
        for group in 0..groups {
            starts[group + 1] += starts[group];
        }
        let mut next = starts.clone();
        let mut values = vec![T::default(); starts[groups]];
        for (number, (group, value)) in items.enumerate() {
            if number % ITEMS_PER_CHECK == 0 {
                cancel.check()?;
            }
            values[next[group]] = value;
            next[group] += 1;
        }
        Ok(Self { starts, values })
    }

    /// How many groups there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The values of a group.
    pub fn group(&self, group: usize) -> &[T] {
        &self.values[self.starts[group]..self.starts[group + 1]]
    }

    /// All groups, to be put in any order.
    pub fn groups_mut(&mut self) -> Vec<&mut [T]> {
        let mut rest = self.values.as_mut_slice();
        let lengths = self.starts.windows(2).map(|pair| pair[1] - pair[0]);
        let take = |length| rest.split_off_mut(..length).unwrap_or_default();
        lengths.map(take).collect()
    }

    pub fn bytes_held(&self) -> usize {
        size_of::<usize>() * self.starts.capacity() + size_of::<T>() * self.values.capacity()
    }
}
