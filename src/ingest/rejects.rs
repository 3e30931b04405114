//! The account of what was not taken: one warning per row or field, with its place and reason.

use super::row::Row;
use crate::base::Warning;

/// Longest piece of a value that a warning quotes, in characters.
const QUOTED: usize = 60;

fn quoted(value: &str) -> String {
    match value.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
        None => value.to_owned(),
    }
}

fn row_warning(kind: &'static str, line: u64, value: Option<String>, message: String) -> Warning {
    Warning { kind, line: Some(line), column: None, value, message }
}

/// A row with more or fewer fields than there are columns.
pub(super) fn ragged(row: &Row, columns: usize) -> Warning {
    let fields = row.len();
    let reason =
        if fields < columns { "A separator or field is missing." } else { "A separator is too many." };
    let message = format!("{fields} of {columns} fields. {reason}");
    row_warning("ragged-row", row.line, Some(fields.to_string()), message)
}

/// A line whose quote nobody closes.
pub(super) fn unclosed_quote(row: &Row) -> Warning {
    let message = "A quotation mark is opened and never closed.".to_owned();
    row_warning("unclosed-quote", row.line, Some(quoted(row.cell(0))), message)
}

/// A row of separators only.
pub(super) fn empty_row(line: u64) -> Warning {
    row_warning("empty-row", line, None, "Every field is empty.".to_owned())
}

/// A field that the row can't do without is empty.
pub(super) fn missing(kind: &'static str, line: u64, column: &str) -> Warning {
    let message = format!("`{column}` is empty.");
    Warning { kind, line: Some(line), column: Some(column.to_owned()), value: None, message }
}

/// A field is not what its column should hold.
pub(super) fn unreadable(kind: &'static str, line: u64, column: &str, value: &str, wanted: &str) -> Warning {
    let value = quoted(value);
    let message = format!("`{value}` in `{column}` is not {wanted}.");
    Warning { kind, line: Some(line), column: Some(column.to_owned()), value: Some(value), message }
}
