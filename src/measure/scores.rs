//! How often each score was given at visits of each kind.

use super::kinds::Kind;
use super::paths::{Kernel, Path};
use crate::events::EventLog;
use hashbrown::HashMap;

/// Counts by kind and score.
pub struct Scores<'a> {
    log: &'a EventLog,
    counts: HashMap<(u32, u64), u64>,
}

impl<'a> Scores<'a> {
    pub fn new(log: &'a EventLog) -> Self {
        Self { log, counts: HashMap::new() }
    }

    /// Kind, score and how often, in the order of kinds and scores.
    pub fn in_order<'k>(&self, kinds: &'k [Kind]) -> Vec<(&'k Kind, f64, u64)> {
        let mut counts: Vec<_> =
            self.counts.iter().map(|((kind, bits), n)| (*kind, f64::from_bits(*bits), *n)).collect();
        counts.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
        counts.into_iter().map(|(kind, score, n)| (&kinds[kind as usize], score, n)).collect()
    }
}

impl Kernel for Scores<'_> {
    fn add(&mut self, path: &Path<'_>) {
        for visit in path.visits {
            if let Some(score) = self.log.score(visit.event()) {
                *self.counts.entry((visit.kind, score.to_bits())).or_default() += 1;
            }
        }
    }

    fn merge(&mut self, other: Self) {
        for (score, n) in other.counts {
            *self.counts.entry(score).or_default() += n;
        }
    }
}
