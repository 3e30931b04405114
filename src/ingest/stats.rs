//! What the values of a column look like, by the first rows.

use super::fields;
use super::numbers;
use super::report::{ColumnKind, Role};
use super::roles;
use super::row::Row;
use super::times::{self, Guessed};
use crate::model::DateOrder;
use std::collections::BTreeMap;

/// What many programs write for "no value". Told apart only where numbers or times are expected.
const NO_VALUE: [&str; 14] =
    ["?", "-", "--", "n/a", "na", "#n/a", "null", "none", "nan", "nil", "blank", "yok", "brak", "\\n"];

pub(super) fn means_no_value(text: &str) -> bool {
    NO_VALUE.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// A column of the sample.
pub(super) struct Column<'a> {
    pub name: &'a str,
    /// Distinct values with their counts, empty ones left out.
    pub values: BTreeMap<&'a str, usize>,
    pub empty: usize,
    pub kind: ColumnKind,
    /// How its times are written, when nearly all values are times.
    pub times: Option<Guessed>,
    /// Spellings of "no value" among its numbers or times.
    pub no_values: Vec<&'a str>,
    /// Every value is a time of day.
    pub is_clock: bool,
    /// Decimal mark of its numbers.
    decimal: char,
}

impl<'a> Column<'a> {
    pub(super) fn of(
        name: &'a str,
        index: usize,
        rows: &'a [Row],
        decimal: char,
        order: Option<DateOrder>,
    ) -> Self {
        let mut values = BTreeMap::new();
        let mut empty = 0;
        for row in rows {
            match row.cell(index) {
                "" => empty += 1,
                value => *values.entry(value).or_insert(0) += 1,
            }
        }
        let mut column = Self {
            name,
            values,
            empty,
            kind: ColumnKind::Empty,
            times: None,
            no_values: Vec::new(),
            is_clock: false,
            decimal,
        };
        if rows.iter().any(|row| row.is_number(index)) {
            column.decimal = '.';
        }
        column.find_kind(order);
        column
    }

    fn find_kind(&mut self, order: Option<DateOrder>) {
        let decimal = self.decimal;
        if self.values.is_empty() {
            return;
        }
        let no_values: Vec<&str> =
            self.values.keys().copied().filter(|value| means_no_value(value)).collect();
        let told = self.values.len() - no_values.len();
        let some_values = || self.values.keys().copied().filter(|value| !means_no_value(value));
        let numbers = || some_values().filter_map(|value| numbers::parse(value, decimal));
        // A column called a time is one, even where every other value is spoilt.
        let is_named_time = roles::suggested(self.name).iter().any(|(role, _)| *role == Role::Time);
        let needed = if is_named_time { 50 } else { 90 };
        let enough = |count: usize| count > 0 && count * 10 >= told * 9;
        let times = times::guess(some_values())
            .or_else(|| if is_named_time { times::guess_serials(some_values()) } else { None })
            .filter(|guessed| guessed.reads_percent >= needed);
        self.kind = match &times {
            Some(times) if times.has_clock => ColumnKind::Time,
            Some(_) => ColumnKind::Date,
            None if !enough(numbers().count()) => ColumnKind::Text,
            None if numbers().all(|number| number.fract() == 0.0) => ColumnKind::WholeNumber,
            None => ColumnKind::Number,
        };
        self.is_clock = some_values().next().is_some() && some_values().all(times::is_clock);
        self.times = times.map(|times| times.with_order(order));
        if self.kind != ColumnKind::Text {
            self.no_values = no_values;
        }
    }

    /// Rows with a value.
    pub(super) fn filled(&self) -> usize {
        self.values.values().sum()
    }

    pub(super) fn is_numeric(&self) -> bool {
        matches!(self.kind, ColumnKind::WholeNumber | ColumnKind::Number)
    }

    /// A value as a number.
    pub(super) fn number(&self, value: &str) -> Option<f64> {
        numbers::parse(value, self.decimal)
    }

    /// Seconds waited, as a value says.
    pub(super) fn wait_secs(&self, value: &str) -> Option<f64> {
        fields::wait_secs(value, self.decimal)
    }

    /// Distinct numbers with their counts.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (f64, usize)> {
        self.values.iter().filter_map(|(value, count)| Some((self.number(value)?, *count)))
    }

    /// Few enough different values to filter by, and each of them often enough.
    pub(super) fn is_segment_like(&self) -> bool {
        let short = self.values.keys().all(|value| value.chars().count() <= 40);
        self.kind == ColumnKind::Text
            && short
            && (2..=50).contains(&self.values.len())
            && self.values.len() * 2 <= self.filled()
    }
}

/// The decimal mark of the columns that hold mostly numbers; none when there is nothing to tell it by.
pub(super) fn decimal_of(columns: usize, rows: &[Row]) -> Option<char> {
    let reads = |cell: &str| numbers::parse(cell, '.').or_else(|| numbers::parse(cell, ',')).is_some();
    // What the source keeps as numbers says nothing about how people write them.
    let written =
        |index: usize| rows.iter().filter(move |row| !row.is_number(index)).map(move |row| row.cell(index));
    let is_numeric = |index: &usize| {
        let filled = written(*index).filter(|cell| !cell.is_empty() && !means_no_value(cell));
        let (numbers, others): (Vec<_>, Vec<_>) = filled.partition(|cell| reads(cell));
        numbers.len() >= others.len() * 9
    };
    let numeric: Vec<usize> = (0..columns).filter(is_numeric).collect();
    numbers::decimal_of(numeric.into_iter().flat_map(written))
}
