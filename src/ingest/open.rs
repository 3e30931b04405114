//! Opens a source as a table, whatever kind of file it is, with everything known about how it is read.

use super::delimited::Delimited;
use super::excel::{OpenedExcel, Sheet};
use super::input::{Format, Input};
use super::report::{Doubt, TableInfo, UnsafeGuess};
use super::row::{Row, Table, first_rows};
use super::sqlite::{OpenedSqlite, SqliteTable};
use super::stats;
use super::xes::{self, XesLog};
use super::{IngestError, rejects};
use crate::base::{Cancel, Warnings};
use crate::model::ReadOptions;
use crate::tr;
use std::path::Path;

/// Rows by which columns are judged.
const SAMPLE_ROWS: usize = 5000;

/// A table with its first rows.
pub(super) struct Opened {
    pub format: &'static str,
    pub bytes: u64,
    pub tables: Vec<TableInfo>,
    pub table: Box<dyn Table>,
    /// As given, with what was found out filled in.
    pub read: ReadOptions,
    pub decimal: char,
    pub sample: Vec<Row>,
    /// Trouble among the first rows.
    pub problems: Warnings,
    pub rows: u64,
    pub rows_exact: bool,
    /// Another table may be meant.
    pub doubt: Option<UnsafeGuess>,
}

/// Opens a file and reads its first rows.
pub(super) fn open(path: &Path, options: &ReadOptions, cancel: &Cancel) -> Result<Opened, IngestError> {
    cancel.check()?;
    let input = Input::open(path)?;
    match input.format {
        Format::Text | Format::GzippedText if input.is_xml() => open_xes(input, options, cancel),
        Format::Text | Format::GzippedText => open_text(input, options, cancel),
        Format::Sqlite => {
            let opened = SqliteTable::open(path, input.bytes, options, cancel)?;
            let OpenedSqlite { table, tables, chosen, rivals } = opened;
            let rows = table.rows;
            let chosen = Chosen { format: "sqlite", tables, chosen, rivals, rows };
            open_database(input.bytes, options, Box::new(table), chosen)
        }
        Format::Excel => {
            let OpenedExcel { table, tables, chosen, rivals } = Sheet::open(path, options, cancel)?;
            let rows = Some(table.rows());
            let chosen = Chosen { format: "xlsx", tables, chosen: Some(chosen), rivals, rows };
            open_database(input.bytes, options, Box::new(table), chosen)
        }
    }
}

fn open_xes(input: Input, options: &ReadOptions, cancel: &Cancel) -> Result<Opened, IngestError> {
    let (path, bytes) = (input.path.clone(), input.bytes);
    let log = XesLog::open(input, options, cancel)?;
    if log.events == Some(0) {
        let hint = "Export the log once more, with its events.";
        return Err(IngestError::unusable(&path, "the log has no event in it", "", hint));
    }
    let is_cut = log.is_cut;
    let chosen = Chosen { format: "xes", rows: log.events, ..Chosen::default() };
    let mut opened = open_database(bytes, options, Box::new(log), chosen)?;
    if is_cut {
        opened.problems.push(rejects::of_file("many-attributes", xes::cut_words()));
    }
    Ok(opened)
}

fn open_text(input: Input, options: &ReadOptions, cancel: &Cancel) -> Result<Opened, IngestError> {
    let (path, bytes) = (input.path.clone(), input.bytes);
    let mut problems = Warnings::new();
    let mut table = Delimited::open(input, options, cancel)?;
    let (sample, rows) = first_rows(&mut table, SAMPLE_ROWS, &mut problems)?;
    if rows == Some(0) {
        let detail = format!("Its columns are: {}.", table.columns().join(", "));
        let hint = "Export it once more, with its rows.";
        return Err(IngestError::unusable(&path, "the file has column names but no rows", detail, hint));
    }
    let guessed = stats::decimal_of(table.columns().len(), &sample);
    // Where a comma is the decimal mark, a semicolon separates.
    let usual = if table.layout.delimiter == b';' { ',' } else { '.' };
    let decimal = options.decimal.or(guessed).unwrap_or(usual);
    let read = ReadOptions {
        encoding: Some(table.layout.encoding.name().to_ascii_lowercase()),
        delimiter: Some(char::from(table.layout.delimiter)),
        decimal: Some(decimal),
        ..options.clone()
    };
    let (rows, rows_exact) = match rows {
        Some(rows) => (rows, true),
        None => (table.estimated_rows(&sample), false),
    };
    Ok(Opened {
        format: "csv",
        bytes,
        tables: Vec::new(),
        table: Box::new(table),
        read,
        decimal,
        sample,
        problems,
        rows,
        rows_exact,
        doubt: None,
    })
}

/// What was chosen of a file with several tables.
#[derive(Default)]
struct Chosen {
    format: &'static str,
    tables: Vec<TableInfo>,
    chosen: Option<String>,
    rivals: Vec<String>,
    rows: Option<u64>,
}

fn open_database(
    bytes: u64,
    options: &ReadOptions,
    mut table: Box<dyn Table>,
    of: Chosen,
) -> Result<Opened, IngestError> {
    let mut problems = Warnings::new();
    let (sample, rows) = first_rows(table.as_mut(), SAMPLE_ROWS, &mut problems)?;
    let guessed = stats::decimal_of(table.columns().len(), &sample);
    let decimal = options.decimal.or(guessed).unwrap_or('.');
    let doubt = (!of.rivals.is_empty()).then(|| {
        let tables: Vec<String> = of.chosen.iter().chain(&of.rivals).cloned().collect();
        let message = tr!("ingest-several-tables", tables = tables.join("`, `"));
        let remedy = tr!("ingest-choose", option = "--table");
        UnsafeGuess { doubt: Doubt::Table(tables), option: "--table", message, remedy }
    });
    let exact = rows.or(of.rows);
    Ok(Opened {
        format: of.format,
        bytes,
        tables: of.tables,
        table,
        read: ReadOptions { table: of.chosen, decimal: options.decimal.or(guessed), ..options.clone() },
        decimal,
        rows: exact.unwrap_or(sample.len() as u64),
        rows_exact: exact.is_some(),
        sample,
        problems,
        doubt,
    })
}
