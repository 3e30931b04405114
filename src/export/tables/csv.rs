//! Tables as CSV that spreadsheets open right.

use super::{Cell, Table, cards};
use crate::base::fmt::NumberFormat;
use crate::measure::Measures;
use crate::measure::small_groups::SmallGroups;
use crate::model::JourneyMap;

/// One line per opportunity, in the order of the action list; written as [`cards_csv`].
#[must_use]
pub fn actions_csv(map: &JourneyMap, format: &NumberFormat) -> String {
    csv(&cards::actions(map), format)
}

/// One line per card in the order in which one reads the map: quoted as RFC 4180 says, with CRLF and a byte order
/// mark, without which Excel takes UTF-8 for something else. Fields are parted by commas, and by semicolons where
/// the comma is the decimal mark, since Excel expects it so there.
#[must_use]
pub fn cards_csv(
    map: &JourneyMap,
    measures: Option<&Measures>,
    small: SmallGroups,
    format: &NumberFormat,
) -> String {
    csv(&cards::cards(map, measures, small), format)
}

fn csv(table: &Table, format: &NumberFormat) -> String {
    let delimiter = if format.decimal == ',' { b';' } else { b',' };
    let mut out = ::csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing into memory can't fail, and all records have the header's length.
    let _ = out.write_record(table.columns.iter().map(|column| &column.heading));
    for row in &table.rows {
        let _ = out.write_record(row.iter().map(|cell| field(cell, format)));
    }
    let text = out.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    format!("\u{feff}{text}")
}

fn field(cell: &Cell, format: &NumberFormat) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => plain(text),
        Cell::Hidden(shown) => shown.clone(),
        Cell::Number(value) => value.to_string().replace('.', &format.decimal.to_string()),
    }
}

/// Text that a spreadsheet does not take for a formula.
fn plain(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}
