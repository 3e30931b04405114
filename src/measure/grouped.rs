//! Values sorted into groups with one array for all of them.

/// Values by group number, in the order in which they came.
pub struct Grouped<T> {
    starts: Vec<usize>,
    values: Vec<T>,
}

impl<T: Copy + Default> Grouped<T> {
    /// Collects (group, value) pairs by counting first; groups are numbered from 0 to below `groups`.
    pub fn new(groups: usize, items: impl Iterator<Item = (usize, T)> + Clone) -> Self {
        let mut starts = vec![0; groups + 1];
        for (group, _) in items.clone() {
            starts[group + 1] += 1;
        }
        for group in 0..groups {
            starts[group + 1] += starts[group];
        }
        let mut next = starts.clone();
        let mut values = vec![T::default(); starts[groups]];
        for (group, value) in items {
            values[next[group]] = value;
            next[group] += 1;
        }
        Self { starts, values }
    }

    /// The values of a group, to be put in any order.
    pub fn group_mut(&mut self, group: usize) -> &mut [T] {
        &mut self.values[self.starts[group]..self.starts[group + 1]]
    }
}
