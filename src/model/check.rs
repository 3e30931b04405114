//! The integrity check: what must hold in every map, whoever wrote the file.

use super::records::JourneyMap;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The record, as `touchpoint t4 “Pays”`.
    pub place: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// All problems of a map; empty = sound.
#[must_use]
pub fn check(_map: &JourneyMap) -> Vec<Problem> {
    Vec::new()
}
