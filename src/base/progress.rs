//! How far long work has come: two counters that any thread may read at any time.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Shared counters, in whatever unit the work counts (bytes, rows, tiles).
#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<Counters>);

#[derive(Debug, Default)]
struct Counters {
    done: AtomicU64,
    total: AtomicU64,
    /// Units of the parts that are over, of the one in hand, and of all; all 0 where the work is one piece.
    before: AtomicU64,
    part: AtomicU64,
    parts: AtomicU64,
}

impl Progress {
    /// Nothing done of an unknown total.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins work of so many units, or of unknown length with 0; what was counted before counts no more.
    pub fn expect(&self, total: u64) {
        self.0.done.store(0, Ordering::Relaxed);
        self.0.total.store(total, Ordering::Relaxed);
    }

    /// Says that the work comes in parts, whose units add up to so many.
    pub fn expect_parts(&self, units: u64) {
        self.0.parts.store(units, Ordering::Relaxed);
    }

    /// Begins the next part; within it things are counted in whatever unit they are.
    pub fn begin_part(&self, units: u64) {
        let over = self.0.part.swap(units, Ordering::Relaxed);
        self.0.before.fetch_add(over, Ordering::Relaxed);
        self.expect(0);
    }

    /// Adds to what is done.
    pub fn advance(&self, by: u64) {
        self.0.done.fetch_add(by, Ordering::Relaxed);
    }

    /// What is done so far.
    #[must_use]
    pub fn done(&self) -> u64 {
        self.0.done.load(Ordering::Relaxed)
    }

    /// What there is to do; 0 = not known.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.0.total.load(Ordering::Relaxed)
    }

    /// The share done, 0…1; none while the total is unknown.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // a progress bar needs no more than 24 bits
    pub fn fraction(&self) -> Option<f32> {
        let total = self.total();
        let of_part = (total > 0).then(|| (self.done() as f32 / total as f32).min(1.0));
        let units = |counter: &AtomicU64| counter.load(Ordering::Relaxed) as f32;
        let Counters { before, part, parts, .. } = &*self.0;
        match units(parts) {
            all if all > 0.0 => Some(((units(before) + of_part.unwrap_or(0.0) * units(part)) / all).min(1.0)),
            _ => of_part,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_count_by_their_size() {
        let progress = Progress::new();
        assert_eq!(progress.fraction(), None);
        progress.expect_parts(100);
        progress.begin_part(75);
        assert_eq!(progress.fraction(), Some(0.0));
        progress.expect(10);
        progress.advance(4);
        assert_eq!(progress.fraction(), Some(0.3));
        progress.begin_part(25);
        assert_eq!(progress.fraction(), Some(0.75));
        progress.expect(2);
        progress.advance(1);
        // Reading the part once more begins it anew.
        progress.expect(2);
        assert_eq!(progress.fraction(), Some(0.75));
        progress.advance(3);
        assert_eq!(progress.fraction(), Some(1.0));
    }
}
