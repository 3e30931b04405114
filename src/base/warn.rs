//! Partial failure as data: what went wrong where, bounded, counted by kind, never lost silently.

use std::collections::BTreeMap;

/// How many examples of each kind are kept; further ones are only counted.
pub const EXAMPLES_PER_KIND: usize = 100;

/// One thing that went wrong at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A short stable word, such as `bad-time`; groups the list.
    pub kind: &'static str,
    /// Line or row number in the input, from 1, when there is one.
    pub line: Option<u64>,
    /// Column name, when there is one.
    pub column: Option<String>,
    /// The offending text, shortened.
    pub value: Option<String>,
    /// One sentence for the user.
    pub message: String,
}

/// A bounded list of warnings: every one counted, the first [`EXAMPLES_PER_KIND`] of each kind kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Warnings {
    counts: BTreeMap<&'static str, u64>,
    examples: Vec<Warning>,
}

impl Warnings {
    /// An empty list.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts a warning and keeps it while there is room for its kind.
    pub fn push(&mut self, warning: Warning) {
        let count = self.counts.entry(warning.kind).or_default();
        *count += 1;
        if *count <= EXAMPLES_PER_KIND as u64 {
            self.examples.push(warning);
        }
    }

    /// The same list for a piece of input that begins after so many lines.
    #[must_use]
    pub fn after_lines(mut self, lines: u64) -> Self {
        self.examples.iter_mut().filter_map(|warning| warning.line.as_mut()).for_each(|line| *line += lines);
        self
    }

    /// The same list with the name of the file it is about in front of each message.
    #[must_use]
    pub fn of_file(mut self, name: &str) -> Self {
        self.examples.iter_mut().for_each(|warning| warning.message = format!("{name}: {}", warning.message));
        self
    }

    /// Takes over all of another list, in order.
    pub fn append(&mut self, other: Self) {
        for (kind, count) in other.counts {
            *self.counts.entry(kind).or_default() += count;
        }
        for warning in other.examples {
            let kept = self.examples.iter().filter(|kept| kept.kind == warning.kind).count();
            if kept < EXAMPLES_PER_KIND {
                self.examples.push(warning);
            }
        }
    }

    /// Adds what there is to add.
    pub fn extend(&mut self, warnings: impl IntoIterator<Item = Warning>) {
        warnings.into_iter().for_each(|warning| self.push(warning));
    }

    /// How many there were in all, kept or not.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.values().sum()
    }

    /// How many of one kind there were, kept or not.
    #[must_use]
    pub fn count(&self, kind: &str) -> u64 {
        self.counts.get(kind).copied().unwrap_or(0)
    }

    /// Kinds with their counts, by kind.
    pub fn counts(&self) -> impl Iterator<Item = (&'static str, u64)> + '_ {
        self.counts.iter().map(|(kind, count)| (*kind, *count))
    }

    /// The kept ones in the order they came.
    #[must_use]
    pub fn examples(&self) -> &[Warning] {
        &self.examples
    }

    /// True when nothing went wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }
}
