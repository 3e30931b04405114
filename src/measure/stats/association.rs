//! How much a grouping tells about an outcome.

use super::random::Random;
use super::{Z_95, quantile};
use crate::base::{Cancel, Cancelled};

/// How often groups are dealt out anew.
const PERMUTATIONS: usize = 199;

/// Theil's uncertainty coefficient of an outcome with two values, given a group: the share of the outcome's entropy that
/// the group takes away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncertainty {
    /// As it is in the data; never below 0, even where group and outcome have nothing to do with each other.
    pub raw: f64,
    /// Less what chance alone would give on average.
    pub corrected: f64,
    /// Where 95 % of the raw coefficients lie when chance alone deals out the outcomes.
    pub by_chance: (f64, f64),
    /// Share of such deals that tell as much as the data, this one included.
    pub p: f64,
    /// How many it rests on.
    pub n: u64,
}

/// The coefficient from the groups: each with how many it has, and how many of these have the outcome. None when there are
/// fewer than two groups with somebody in them, or everybody has the same outcome. Permutations are the same each time.
///
/// # Errors
/// [`Cancelled`].
pub fn uncertainty(groups: &[(u64, u64)], cancel: &Cancel) -> Result<Option<Uncertainty>, Cancelled> {
    let groups: Vec<_> = groups.iter().copied().filter(|(n, _)| *n > 0).collect();
    let (n, k) = groups.iter().fold((0, 0), |(n, k), group| (n + group.0, k + group.1));
    if groups.len() < 2 || k == 0 || k == n {
        return Ok(None);
    }
    let whole = entropy(n, k);
    let coefficient = |groups: &[(u64, u64)]| {
        let left: f64 = groups.iter().map(|(n, k)| entropy(*n, *k)).sum();
        ((whole - left) / whole).max(0.0)
    };
    let raw = coefficient(&groups);
    let mut random = Random::new(n ^ k << 32);
    let mut dealt = groups.clone();
    let mut by_chance = Vec::with_capacity(PERMUTATIONS);
    for _ in 0..PERMUTATIONS {
        cancel.check()?;
        deal(&mut dealt, k, &mut random);
        by_chance.push(coefficient(&dealt));
    }
    let mean = by_chance.iter().sum::<f64>() / PERMUTATIONS as f64;
    // Sums in another order differ in their last digits.
    let as_much = by_chance.iter().filter(|chance| **chance >= raw - 1e-12).count();
    let mut limit = |p| quantile(&mut by_chance, p).unwrap_or_default();
    let by_chance = (limit(0.025), limit(0.975));
    let p = (as_much + 1) as f64 / (PERMUTATIONS + 1) as f64;
    Ok(Some(Uncertainty { raw, corrected: (raw - mean).max(0.0), by_chance, p, n }))
}

/// n times the entropy of k among n.
fn entropy(n: u64, k: u64) -> f64 {
    let part = |count: u64| if count == 0 { 0.0 } else { count as f64 * (n as f64 / count as f64).ln() };
    part(k) + part(n - k)
}

/// Deals `k` outcomes to the places of the groups, every place as likely as any other.
pub fn deal(groups: &mut [(u64, u64)], k: u64, random: &mut Random) {
    let mut places: u64 = groups.iter().map(|(n, _)| n).sum();
    let mut outcomes = k;
    for (n, k) in groups {
        *k = hypergeometric(places, outcomes, *n, random);
        places -= *n;
        outcomes -= *k;
    }
}

/// How many of `outcomes` among `places` are within `drawn` of them.
fn hypergeometric(places: u64, outcomes: u64, drawn: u64, random: &mut Random) -> u64 {
    // The rarer of the two is dealt out one by one.
    let few = drawn.min(outcomes);
    let many = drawn.max(outcomes);
    let (mut free, mut met) = (many, 0);
    for dealt in 0..few {
        if random.below(places - dealt) < free {
            free -= 1;
            met += 1;
        }
    }
    met
}

/// The smallest difference between two shares that so many would show four times out of five, at 5 %; none for an empty group.
#[must_use]
pub fn smallest_difference_of_shares(share: f64, n1: u64, n2: u64) -> Option<f64> {
    smallest_difference(share * (1.0 - share), n1, n2)
}

/// The 80 % point of the standard normal distribution.
const Z_80_ONE_SIDED: f64 = 0.841_621_233_572_914_3;

/// The smallest difference between two means with this variance in each group that so many would show four times out of
/// five, at 5 %; none for an empty group.
#[must_use]
pub fn smallest_difference(variance: f64, n1: u64, n2: u64) -> Option<f64> {
    if n1 == 0 || n2 == 0 {
        return None;
    }
    Some((Z_95 + Z_80_ONE_SIDED) * (variance * (1.0 / n1 as f64 + 1.0 / n2 as f64)).sqrt())
}
