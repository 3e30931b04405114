//! Reads the cells of a row as the roles of their columns say: no value, a value, or an unreadable one.

use super::header;
use super::numbers;
use super::row::Row;
use crate::base::Scale;
use crate::model::Source;
use std::collections::{BTreeMap, BTreeSet};

/// A column in use: where it is and which of its values mean "no answer".
#[derive(Clone)]
pub(super) struct Field {
    pub index: usize,
    pub name: String,
    codes: Vec<String>,
}

impl Field {
    /// The field of a column name; none when there is no such column.
    pub(super) fn find(columns: &[String], name: &str, source: &Source) -> Option<Self> {
        let index = header::position(columns, name)?;
        let name = columns.get(index)?.clone();
        Some(Self { index, codes: codes_of(&source.missing, columns, index), name })
    }

    /// The value, if there is one.
    #[inline]
    pub(super) fn text<'a>(&self, row: &'a Row) -> Option<&'a str> {
        self.value(row.cell(self.index))
    }

    /// The text, unless it means that there is no value.
    pub(super) fn value<'a>(&self, text: &'a str) -> Option<&'a str> {
        let is_code = || self.codes.iter().any(|code| code.eq_ignore_ascii_case(text));
        (!text.is_empty() && !is_code()).then_some(text)
    }
}

fn codes_of(missing: &BTreeMap<String, BTreeSet<String>>, columns: &[String], index: usize) -> Vec<String> {
    let concerns = |name: &str| name.trim() == "*" || header::position(columns, name) == Some(index);
    let codes = missing.iter().filter(|(name, _)| concerns(name)).flat_map(|(_, codes)| codes);
    codes.map(|code| code.trim().to_owned()).collect()
}

/// A score on its scale.
pub(super) fn score(text: &str, decimal: char, scale: Option<Scale>) -> Option<f64> {
    let score = numbers::parse(text, decimal)?;
    scale.is_none_or(|scale| (scale.min..=scale.max).contains(&score)).then_some(score)
}

/// A whole number from 0 on.
pub(super) fn count(text: &str, decimal: char) -> Option<u64> {
    /// Numbers up to this are exact.
    const MOST: f64 = 9e15;
    let count = numbers::parse(text, decimal)?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // checked before
    (count.fract() == 0.0 && (0.0..=MOST).contains(&count)).then_some(count as u64)
}

/// Seconds waited: a number, or `mm:ss`, or `hh:mm:ss`.
pub(super) fn wait_secs(text: &str, decimal: char) -> Option<f64> {
    if let Some(seconds) = numbers::parse(text, decimal) {
        return (seconds >= 0.0).then_some(seconds);
    }
    let parts: Vec<&str> = text.split(':').collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    parts.iter().try_fold(0.0, |total, part| {
        let count: u32 = part.parse().ok()?;
        Some(total * 60.0 + f64::from(count))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits() {
        assert_eq!(wait_secs("90", '.'), Some(90.0));
        assert_eq!(wait_secs("1:30", '.'), Some(90.0));
        assert_eq!(wait_secs("01:00:05", '.'), Some(3605.0));
        assert_eq!(wait_secs("-5", '.'), None);
        assert_eq!(wait_secs("1:2:3:4", '.'), None);
    }
}
