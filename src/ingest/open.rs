//! Opens a source as a table, whatever kind of file it is, with everything known about how it is read.

use super::archive::Archive;
use super::delimited::Delimited;
use super::excel::{OpenedExcel, Sheet};
use super::input::{Format, Input};
use super::ocel::ObjectLog;
use super::report::{Doubt, EntryInfo, TableInfo, UnsafeGuess};
use super::row::{Row, Sink, Table, first_rows};
use super::sqlite::{OpenedSqlite, SqliteTable};
use super::stats;
use super::xes::{self, XesLog};
use super::{IngestError, rejects};
use crate::base::{Cancel, Progress, Warnings};
use crate::model::ReadOptions;
use crate::tr;
use std::path::Path;

/// Rows by which columns are judged.
const SAMPLE_ROWS: usize = 5000;

/// How far columns are looked for where each row may bring new ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    /// In the first rows, which nearly always name all of them.
    Beginning,
    /// In every row.
    Whole,
}

/// A table with its first rows.
pub(super) struct Opened {
    pub format: &'static str,
    pub bytes: u64,
    /// Files of the archive.
    pub entries: Vec<EntryInfo>,
    /// Object types of an object-centric log.
    pub object_types: Vec<String>,
    pub tables: Vec<TableInfo>,
    pub table: Box<dyn Table>,
    /// Later rows may bring further columns.
    pub may_have_more_columns: bool,
    /// As given, with what was found out filled in.
    pub read: ReadOptions,
    pub decimal: char,
    pub sample: Vec<Row>,
    /// Trouble among the first rows.
    pub problems: Warnings,
    pub rows: u64,
    pub rows_exact: bool,
    /// Another table, file or type may be meant.
    pub doubts: Vec<UnsafeGuess>,
}

/// Opens a file and reads its first rows. Where all of it is looked through, that is seen in the progress.
pub(super) fn open(
    path: &Path,
    options: &ReadOptions,
    depth: Depth,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Opened, IngestError> {
    cancel.check()?;
    open_input(Input::open(path)?, options, depth, cancel, progress)
}

fn open_input(
    input: Input,
    options: &ReadOptions,
    depth: Depth,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Opened, IngestError> {
    let path = &input.path.clone();
    match input.format {
        Format::Archive => open_archive(path, options, depth, cancel, progress),
        Format::Text | Format::GzippedText if input.is_xml() => {
            open_xes(input, options, depth, cancel, progress)
        }
        Format::Text | Format::GzippedText => open_text(input, options, cancel),
        Format::Sqlite => {
            let opened = SqliteTable::open(path, input.bytes, options, cancel)?;
            let OpenedSqlite { table, tables, chosen, rivals, object_log, problems } = opened;
            let (rows, about_rows) = (table.rows, table.about_rows);
            let format = if object_log.is_some() { "ocel" } else { "sqlite" };
            let chosen = Chosen { format, tables, chosen, rivals, rows, about_rows };
            let mut opened = open_database(input.bytes, options, Box::new(table), chosen)?;
            opened.problems.append(problems);
            if let Some(log) = object_log {
                take_object_log(&mut opened, &log, options);
            }
            Ok(opened)
        }
        Format::Excel => {
            let OpenedExcel { table, tables, chosen, rivals } = Sheet::open(path, options, cancel)?;
            let rows = Some(table.rows());
            let chosen =
                Chosen { format: "xlsx", tables, chosen: Some(chosen), rivals, rows, about_rows: None };
            open_database(input.bytes, options, Box::new(table), chosen)
        }
    }
}

/// Text in an archive is read while it is unpacked; what must be jumped about in is unpacked first.
fn open_archive(
    path: &Path,
    options: &ReadOptions,
    depth: Depth,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Opened, IngestError> {
    let Archive { entries, chosen, rivals } = Archive::open(path, options.entry.as_deref())?;
    let name = chosen.name.clone();
    let bytes = chosen.packed_bytes;
    let input = Input::open_packed(path, chosen)?;
    let mut opened = match input.format {
        Format::Text | Format::GzippedText => open_input(input, options, depth, cancel, progress)?,
        Format::Sqlite | Format::Excel | Format::Archive => {
            let file = input.unpack(cancel, progress)?;
            let unpacked = Input::open(file.path())?;
            if unpacked.format == Format::Archive {
                let headline = format!("`{name}` in the archive is an archive itself");
                return Err(IngestError::unusable(path, headline, "", "Unpack the outer one first."));
            }
            let mut opened =
                open_input(unpacked, options, depth, cancel, progress).map_err(|error| error.at(path))?;
            opened.table = Box::new(Unpacked { table: opened.table, _file: file });
            opened
        }
    };
    if !rivals.is_empty() {
        let names: Vec<String> = std::iter::once(name.clone()).chain(rivals).collect();
        let message = tr!("ingest-several-files", files = names.join("`, `"));
        let remedy = tr!("ingest-choose", option = "--entry");
        opened.doubts.push(UnsafeGuess { doubt: Doubt::Entry(names), option: "--entry", message, remedy });
    }
    opened.read.entry = Some(name);
    opened.bytes = bytes;
    opened.entries = entries;
    Ok(opened)
}

/// A table of a file that was unpacked and is kept as long as the table.
struct Unpacked {
    table: Box<dyn Table>,
    _file: tempfile::NamedTempFile,
}

impl Table for Unpacked {
    fn columns(&self) -> &[String] {
        self.table.columns()
    }

    fn scan(&mut self, progress: &Progress, sink: &mut Sink<'_>) -> Result<(), IngestError> {
        self.table.scan(progress, sink)
    }
}

fn open_xes(
    input: Input,
    options: &ReadOptions,
    depth: Depth,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Opened, IngestError> {
    let (path, bytes) = (input.path.clone(), input.bytes);
    let log = XesLog::open(input, options, depth, cancel, progress)?;
    if log.events == Some(0) {
        let hint = "Export the log once more, with its events.";
        return Err(IngestError::unusable(&path, "the log has no event in it", "", hint));
    }
    let (is_cut, may_have_more_columns) = (log.is_cut, log.events.is_none());
    let chosen = Chosen { format: "xes", rows: log.events, ..Chosen::default() };
    let mut opened = open_database(bytes, options, Box::new(log), chosen)?;
    opened.may_have_more_columns = may_have_more_columns;
    if is_cut {
        opened.problems.push(rejects::of_file("many-attributes", xes::cut_words()));
    }
    Ok(opened)
}

/// Which objects are the customers is asked, where there is more than one type.
fn take_object_log(opened: &mut Opened, log: &ObjectLog, options: &ReadOptions) {
    let types = log.object_types.clone();
    if options.object_type.is_none() && types.len() > 1 {
        let message = tr!("ingest-several-types", types = types.join("`, `"));
        let remedy = tr!("ingest-choose", option = "--object-type");
        let doubt = Doubt::ObjectType(types.clone());
        opened.doubts.push(UnsafeGuess { doubt, option: "--object-type", message, remedy });
    }
    opened.read.object_type = log.customer_type().map(str::to_owned);
    opened.object_types = types;
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
        header: Some(table.layout.has_header),
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
        entries: Vec::new(),
        object_types: Vec::new(),
        tables: Vec::new(),
        table: Box::new(table),
        may_have_more_columns: false,
        read,
        decimal,
        sample,
        problems,
        rows,
        rows_exact,
        doubts: Vec::new(),
    })
}

/// What was chosen of a file with several tables.
#[derive(Default)]
struct Chosen {
    format: &'static str,
    tables: Vec<TableInfo>,
    chosen: Option<String>,
    rivals: Vec<String>,
    /// Counted.
    rows: Option<u64>,
    /// Estimated.
    about_rows: Option<u64>,
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
        entries: Vec::new(),
        object_types: Vec::new(),
        tables: of.tables,
        table,
        may_have_more_columns: false,
        read: ReadOptions { table: of.chosen, decimal: options.decimal.or(guessed), ..options.clone() },
        decimal,
        rows: exact.or(of.about_rows).unwrap_or(sample.len() as u64),
        rows_exact: exact.is_some(),
        sample,
        problems,
        doubts: doubt.into_iter().collect(),
    })
}
