//! The account of what was not taken: one warning per row or field, with its place and reason.

use super::row::Row;
use crate::base::Warning;
use crate::tr;

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

/// Something about the whole file.
pub(super) fn of_file(kind: &'static str, message: String) -> Warning {
    Warning { kind, line: None, column: None, value: None, message }
}

/// A row with more or fewer fields than there are columns.
pub(super) fn ragged(row: &Row, columns: usize) -> Warning {
    let fields = row.len();
    let message = if fields < columns {
        tr!("ingest-field-missing", fields = fields, columns = columns)
    } else {
        tr!("ingest-field-too-many", fields = fields, columns = columns)
    };
    row_warning("ragged-row", row.line, Some(fields.to_string()), message)
}

/// The kind of warning about a quote that nobody closes.
pub(super) const UNCLOSED_QUOTE: &str = "unclosed-quote";

/// A line whose quote nobody closes.
pub(super) fn unclosed_quote(row: &Row) -> Warning {
    let message = tr!("ingest-quote-open");
    row_warning(UNCLOSED_QUOTE, row.line, Some(quoted(row.cell(0))), message)
}

/// A row that is taken although not all of its characters could be decoded.
pub(super) fn garbled(row: &Row) -> Warning {
    let cell = row.cells().find(|cell| cell.contains(char::REPLACEMENT_CHARACTER)).unwrap_or_default();
    row_warning("bad-characters", row.line, Some(quoted(cell)), tr!("ingest-garbled"))
}

/// A row of separators only.
pub(super) fn empty_row(line: u64) -> Warning {
    row_warning("empty-row", line, None, tr!("ingest-row-empty"))
}

/// A field that the row can't do without is empty.
pub(super) fn missing(kind: &'static str, line: u64, column: &str) -> Warning {
    let message = tr!("ingest-cell-empty", column = column);
    Warning { kind, line: Some(line), column: Some(column.to_owned()), value: None, message }
}

/// A row of a summary table that counts nothing.
pub(super) fn no_figures(line: u64, name: &str) -> Warning {
    row_warning("no-figures", line, Some(quoted(name)), tr!("ingest-no-figures"))
}

/// A field is not what its column should hold.
pub(super) fn unreadable(kind: &'static str, line: u64, column: &str, value: &str, wanted: &str) -> Warning {
    let value = quoted(value);
    let message = tr!("ingest-unreadable", value = value.as_str(), column = column, wanted = wanted);
    Warning { kind, line: Some(line), column: Some(column.to_owned()), value: Some(value), message }
}
