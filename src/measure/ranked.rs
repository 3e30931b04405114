//! Places sorted into groups and by a value once, so that counts and quantiles of any selection are read off by
//! walking along, without sorting anew.

use super::bits::Bits;
use super::grouped::Grouped;
use super::stats::quantile_place;
use crate::base::{Cancel, Cancelled};
use rayon::prelude::*;

/// The highest bit of an entry marks it; the others are the place.
const MARK: u32 = 1 << 31;

/// Below this many entries, plain sorting is quicker than by digits.
const FEW: usize = 2048;

/// Entries between two looks at the stop flag.
const ENTRIES_PER_CHECK: usize = 1 << 16;

/// Entries that are counted at one go on the way to a quantile.
const ENTRIES_PER_STEP: usize = 64;

/// An entry before it is sorted: its group, and its place with or without a mark.
pub fn entry(group: usize, place: usize, is_marked: bool) -> (u32, u32) {
    (group as u32, place as u32 & !MARK | if is_marked { MARK } else { 0 })
}

/// Places by group, in the order of their values.
#[derive(Default)]
pub struct Ranked(Grouped<u32>);

impl Ranked {
    /// Sorts (group, entry) pairs; `key` gives a number that orders places as their values do.
    pub fn new(
        groups: usize,
        entries: &[(u32, u32)],
        key: impl Fn(usize) -> u64 + Sync,
        cancel: &Cancel,
    ) -> Result<Self, Cancelled> {
        let items = entries.iter().map(|(group, entry)| (*group as usize, *entry));
        let mut grouped = Grouped::new(groups, items, cancel)?;
        grouped.groups_mut().into_par_iter().try_for_each(|group| sort(group, &key, cancel))?;
        Ok(Self(grouped))
    }

    /// Marks the first place of every run of equal values.
    pub fn mark_runs(mut self, key: impl Fn(usize) -> u64, cancel: &Cancel) -> Result<Self, Cancelled> {
        for group in self.0.groups_mut() {
            let mut before = None;
            for some in group.chunks_mut(ENTRIES_PER_CHECK) {
                cancel.check()?;
                for entry in some {
                    let key = key(place(*entry));
                    *entry |= if before.replace(key) == Some(key) { 0 } else { MARK };
                }
            }
        }
        Ok(self)
    }

    /// How many groups there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The places of a group and whether they are marked, in order.
    pub fn group(&self, group: usize) -> impl DoubleEndedIterator<Item = (usize, bool)> {
        self.0.group(group).iter().map(|entry| (place(*entry), entry & MARK != 0))
    }

    /// The `p` quantile of the values of the group's `n` selected places; none when there are none.
    pub fn quantile(
        &self,
        group: usize,
        selected: &Bits,
        n: u64,
        p: f64,
        value: impl Fn(usize) -> f64,
    ) -> Option<f64> {
        let last = usize::try_from(n).ok()?.checked_sub(1)?;
        let (below, fraction) = quantile_place(last, p);
        let entries = self.0.group(group);
        let is_selected = |entry: &u32| selected.contains(place(*entry));
        let at = if n as usize == entries.len() {
            below
        } else if below > last / 2 {
            // From the end it is not so far.
            let steps = entries.rchunks(ENTRIES_PER_STEP).map(|step| step.iter().rev());
            entries.len() - 1 - nth(steps, last - below, is_selected)?
        } else {
            nth(entries.chunks(ENTRIES_PER_STEP).map(|step| step.iter()), below, is_selected)?
        };
        let (low, rest) = entries.get(at..)?.split_first()?;
        let low = value(place(*low));
        let high = || rest.iter().find(|entry| is_selected(entry)).map_or(low, |high| value(place(*high)));
        Some(if fraction == 0.0 { low } else { low + fraction * (high() - low) })
    }

    pub fn bytes_held(&self) -> usize {
        self.0.bytes_held()
    }
}

/// How many entries lie before the one that is the `n`th, from 0, of those that are selected; counted by whole steps first.
fn nth<'a, S: Iterator<Item = &'a u32> + Clone>(
    steps: impl Iterator<Item = S>,
    n: usize,
    is_selected: impl Fn(&u32) -> bool,
) -> Option<usize> {
    let mut left = n;
    for (number, step) in steps.enumerate() {
        let selected = step.clone().filter(|entry| is_selected(entry)).count();
        if left < selected {
            let mut selected = step.enumerate().filter(|(_, entry)| is_selected(entry));
            return Some(number * ENTRIES_PER_STEP + selected.nth(left)?.0);
        }
        left -= selected;
    }
    None
}

const fn place(entry: u32) -> usize {
    (entry & !MARK) as usize
}

/// Orders numbers as the floats they stand for.
pub const fn key_of_float(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// By digits of eleven bits from the lowest, looking at the cancel flag after each; digits that are the same in all keys are skipped.
fn sort(group: &mut [u32], key: &(impl Fn(usize) -> u64 + Sync), cancel: &Cancel) -> Result<(), Cancelled> {
    const BITS: u32 = 11;
    cancel.check()?;
    if group.len() < FEW {
        group.sort_unstable_by_key(|entry| (key(place(*entry)), *entry));
        return Ok(());
    }
    let mut from: Vec<(u64, u32)> = Vec::with_capacity(group.len());
    for some in group.chunks(ENTRIES_PER_CHECK) {
        cancel.check()?;
        from.extend(some.iter().map(|entry| (key(place(*entry)), *entry)));
    }
    let first = from[0].0;
    let varying = from.iter().fold(0, |bits, (key, _)| bits | (key ^ first));
    let mut to = vec![(0, 0); from.len()];
    for shift in (0..u64::BITS).step_by(BITS as usize) {
        let digit = |key: u64| (key >> shift) as usize & ((1 << BITS) - 1);
        if digit(varying) == 0 {
            continue;
        }
        cancel.check()?;
        let mut next = [0_usize; 1 << BITS];
        from.iter().for_each(|(key, _)| next[digit(*key)] += 1);
        let mut start = 0;
        for count in &mut next {
            start += std::mem::replace(count, start);
        }
        for some in from.chunks(ENTRIES_PER_CHECK) {
            cancel.check()?;
            for item in some {
                let place = &mut next[digit(item.0)];
                to[*place] = *item;
                *place += 1;
            }
        }
        std::mem::swap(&mut from, &mut to);
    }
    group.iter_mut().zip(from).for_each(|(entry, (_, sorted))| *entry = sorted);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::stats::quantile;

    #[test]
    fn selections_have_the_quantiles_of_their_values() {
        // Enough for sorting by digits in the first group, few in the second.
        let value = |place: usize| ((place * 7919) % 5003) as f64 - 2500.0;
        let entries: Vec<_> =
            (0..6000).map(|place| entry(usize::from(place % 5 == 0), place, false)).collect();
        let key = |place| key_of_float(value(place));
        let ranked = Ranked::new(3, &entries, key, &Cancel::new()).unwrap();
        let mut selected = Bits::none(6000);
        for start in (0..6000).step_by(13) {
            selected.insert_range(start, start + 4);
        }
        for group in 0..3 {
            let mut values: Vec<f64> = (0..6000)
                .filter(|place| group < 2 && (place % 5 == 0) == (group == 1) && selected.contains(*place))
                .map(value)
                .collect();
            let n = values.len() as u64;
            for p in [0.0, 0.1, 0.5, 0.9, 1.0] {
                assert_eq!(ranked.quantile(group, &selected, n, p, value), quantile(&mut values, p));
            }
        }
        let runs = ranked.mark_runs(|place| (place % 2 == 0).into(), &Cancel::new()).unwrap();
        assert!(runs.group(1).next().unwrap().1);
    }

    #[test]
    fn keys_order_as_floats_do() {
        let floats = [f64::NEG_INFINITY, -2.0, -0.5, 0.0, 0.5, 3.0, f64::INFINITY];
        assert!(floats.windows(2).all(|pair| key_of_float(pair[0]) < key_of_float(pair[1])));
    }
}
