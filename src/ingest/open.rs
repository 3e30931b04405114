//! Opens a source as a table, whatever kind of file it is, with everything known about how it is read.

use super::IngestError;
use super::delimited::Delimited;
use super::input::{Format, Input};
use super::report::TableInfo;
use super::row::{Row, Table, first_rows};
use super::stats;
use crate::base::{Cancel, Warnings};
use crate::model::ReadOptions;
use std::path::Path;

/// Rows by which columns are judged.
const SAMPLE_ROWS: usize = 5000;

/// A table with its first rows.
pub(super) struct Opened {
    pub format: &'static str,
    pub bytes: u64,
    pub tables: Vec<TableInfo>,
    pub table: Box<dyn Table>,
    /// As given, with encoding, delimiter and decimal mark filled in.
    pub read: ReadOptions,
    pub decimal: char,
    pub sample: Vec<Row>,
    /// Trouble among the first rows.
    pub problems: Warnings,
    pub rows: u64,
    pub rows_exact: bool,
}

/// Opens a file and reads its first rows.
pub(super) fn open(path: &Path, options: &ReadOptions, cancel: &Cancel) -> Result<Opened, IngestError> {
    let input = Input::open(path)?;
    let bytes = input.bytes;
    let mut read = options.clone();
    let mut problems = Warnings::new();
    match input.format {
        Format::Text | Format::GzippedText => {
            let mut table = Delimited::open(input, options, cancel)?;
            let (sample, rows) = first_rows(&mut table, SAMPLE_ROWS, &mut problems)?;
            read.encoding = Some(table.encoding.name().to_ascii_lowercase());
            read.delimiter = Some(char::from(table.delimiter));
            let guessed = stats::decimal_of(table.columns().len(), &sample);
            // Where a comma is the decimal mark, a semicolon separates.
            let usual = if table.delimiter == b';' { ',' } else { '.' };
            let decimal = options.decimal.or(guessed).unwrap_or(usual);
            read.decimal = Some(decimal);
            let (rows, rows_exact) = match rows {
                Some(rows) => (rows, true),
                None => (table.estimated_rows(&sample), false),
            };
            let tables = Vec::new();
            let table = Box::new(table);
            Ok(Opened {
                format: "csv",
                bytes,
                tables,
                table,
                read,
                decimal,
                sample,
                problems,
                rows,
                rows_exact,
            })
        }
        Format::Sqlite | Format::Excel => {
            Err(IngestError::unusable(path, "this kind of file is not read yet", "", ""))
        }
    }
}
