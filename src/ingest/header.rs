//! Whether a table's first row names its columns, and names that are all different.

use super::row::Row;
use super::{numbers, roles, times};
use crate::base::name_key;
use std::collections::HashSet;

/// True when the first row names the columns: a known name is in it, or it alone holds no number and no time.
pub(super) fn is_header(first: &Row, others: &[Row]) -> bool {
    if first.cells().any(roles::is_known_name) {
        return true;
    }
    let is_value = |cell: &str| {
        numbers::parse(cell, '.').is_some()
            || numbers::parse(cell, ',').is_some()
            || times::guess(std::iter::once(cell)).is_some()
    };
    if first.cells().any(is_value) {
        return false;
    }
    // Texts only: a name is not among its column's values.
    first.len() > 0
        && (0..first.len()).all(|index| {
            let name = first.cell(index);
            name.is_empty() || !others.iter().any(|row| row.cell(index) == name)
        })
}

/// Names without blanks around them; `column 3` for none, `name 2` for the second of a name.
pub(super) fn names<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut unique = |wanted: String| {
        let repeats = (2_u32..).map(|count| format!("{wanted} {count}"));
        std::iter::once(wanted.clone())
            .chain(repeats)
            .find(|name| seen.insert(name_key(name)))
            .unwrap_or(wanted)
    };
    cells
        .enumerate()
        .map(|(index, cell)| {
            let name = cell.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{FEFF}');
            unique(if name.is_empty() { format!("column {}", index + 1) } else { name.to_owned() })
        })
        .collect()
}

/// Names for a table without a header.
pub(super) fn numbered(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("column {number}")).collect()
}

/// True for two spellings of one column: blanks around them and letter case do not matter.
pub(super) fn is_same(column: &str, name: &str) -> bool {
    column == name.trim() || name_key(column) == name_key(name.trim())
}

/// The column of a name: as written, else whatever the blanks around it and its letter case.
pub(super) fn position(columns: &[String], name: &str) -> Option<usize> {
    let name = name.trim();
    columns
        .iter()
        .position(|column| column == name)
        .or_else(|| columns.iter().position(|column| name_key(column) == name_key(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Row {
        let mut row = Row::default();
        cells.iter().for_each(|cell| row.push(cell));
        row
    }

    #[test]
    fn header_or_none() {
        assert!(is_header(&row(&["customer", "2024"]), &[row(&["a", "1"])]));
        assert!(!is_header(&row(&["c1", "2024-01-01", "Browse"]), &[row(&["c2", "2024-01-02", "Buy"])]));
        assert!(is_header(&row(&["wer", "wann"]), &[row(&["c2", "x"])]));
        assert!(!is_header(&row(&["c1", "Browse"]), &[row(&["c1", "Buy"])]));
    }

    #[test]
    fn names_are_trimmed_and_unique() {
        let found = names([" Q14FIND ", "", "a", "A", "a", "\u{FEFF}b"].into_iter());
        assert_eq!(found, ["Q14FIND", "column 2", "a", "A 2", "a 3", "b"]);
        assert_eq!(position(&found, "q14find  "), Some(0));
        assert_eq!(position(&found, "c"), None);
    }
}
