//! A sheet of an Excel workbook (.xlsx) as a table.

use super::IngestError;
use super::archive;
use super::header;
use super::input::Watched;
use super::report::TableInfo;
use super::roles;
use super::room::Room;
use super::row::{Item, Row, Sink, Table};
use crate::base::{Cancel, Progress};
use crate::model::ReadOptions;
use calamine::{Data, ExcelDateTime, Range, Reader, SheetType, Xlsx, XlsxError};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

const ROWS_PER_CHECK: u64 = 1024;

/// A sheet in memory takes about so many times what it unpacks to.
const BYTES_PER_UNPACKED: u64 = 2;

/// A sheet in memory.
pub(super) struct Sheet {
    cells: Range<Data>,
    /// Rows of the range before the first row of data.
    leading: usize,
    columns: Vec<String>,
    cancel: Cancel,
}

/// A workbook that was opened: its sheets, the one to read, and whether others fit as well.
pub(super) struct OpenedExcel {
    pub table: Sheet,
    pub tables: Vec<TableInfo>,
    pub chosen: String,
    pub rivals: Vec<String>,
}

impl Sheet {
    pub(super) fn open(
        path: &Path,
        options: &ReadOptions,
        cancel: &Cancel,
    ) -> Result<OpenedExcel, IngestError> {
        let explain = |error: XlsxError| match cancel.check() {
            Ok(()) => explain(path, &error),
            Err(cancelled) => cancelled.into(),
        };
        let wanted = archive::unpacked_bytes(path)?.saturating_mul(BYTES_PER_UNPACKED);
        Room::of_system().check(path, wanted, true)?;
        let file = File::open(path).map_err(|error| IngestError::io(path, error))?;
        let watched = Watched::new(file, cancel, &Progress::new());
        let mut book = Xlsx::new(BufReader::new(watched)).map_err(explain)?;
        let names: Vec<String> = book
            .sheets_metadata()
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| sheet.name.clone())
            .collect();
        let mut read = |name: &String| {
            cancel.check()?;
            let cells = book.worksheet_range(name).map_err(explain)?;
            Ok::<_, IngestError>((name.clone(), Self::of(cells, cancel)))
        };
        let mut sheets = match &options.table {
            Some(wanted) => {
                let found = header::position(&names, wanted).and_then(|index| names.get(index));
                let name = found.ok_or_else(|| {
                    let headline = format!("the workbook has no sheet `{wanted}`");
                    let detail = format!("It has: {}.", names.join(", "));
                    IngestError::unusable(path, headline, detail, "Choose one of them.").option("--table")
                })?;
                vec![read(name)?]
            }
            None => names.iter().map(read).collect::<Result<_, _>>()?,
        };
        let rows_of =
            |name: &String| sheets.iter().find(|(known, _)| known == name).map(|(_, sheet)| sheet.rows());
        let info = |name: &String| TableInfo { name: name.clone(), is_view: false, rows: rows_of(name) };
        let tables = names.iter().map(info).collect();
        sheets.retain(|(_, sheet)| !sheet.columns.is_empty());
        let best = sheets.iter().map(|(_, sheet)| sheet.known_columns()).max();
        sheets.retain(|(_, sheet)| Some(sheet.known_columns()) == best);
        let mut sheets = sheets.into_iter();
        let Some((chosen, table)) = sheets.next() else {
            return Err(IngestError::unusable(
                path,
                "the workbook has no filled sheet",
                "",
                "Choose another file.",
            ));
        };
        Ok(OpenedExcel { table, tables, chosen, rivals: sheets.map(|(name, _)| name).collect() })
    }

    /// The first rows that are not empty are the header, where there is one, and the data.
    fn of(cells: Range<Data>, cancel: &Cancel) -> Self {
        let mut first_rows = Vec::new();
        let mut skipped = 0;
        for (index, cells) in cells.rows().enumerate() {
            let mut row = Row::default();
            fill(&mut row, cells);
            match () {
                () if row.is_blank() && first_rows.is_empty() => skipped = index + 1,
                () if first_rows.len() > 100 => break,
                () => first_rows.push(row),
            }
        }
        let (has_header, columns) = match first_rows.split_first() {
            None => (false, Vec::new()),
            Some((first, others)) if header::is_header(first, others) => (true, header::names(first.cells())),
            Some((first, _)) => (false, header::numbered(first.len())),
        };
        Self { cells, leading: skipped + usize::from(has_header), columns, cancel: cancel.clone() }
    }

    pub(super) fn rows(&self) -> u64 {
        self.cells.height().saturating_sub(self.leading) as u64
    }

    /// How many roles its column names suggest.
    fn known_columns(&self) -> usize {
        let found: BTreeSet<_> =
            self.columns.iter().flat_map(|name| roles::suggested(name)).map(|(role, _)| role).collect();
        found.len()
    }
}

impl Table for Sheet {
    fn columns(&self) -> &[String] {
        &self.columns
    }

    fn scan(&mut self, progress: &Progress, sink: &mut Sink<'_>) -> Result<(), IngestError> {
        progress.expect(self.rows());
        let first_line = u64::from(self.cells.start().map_or(0, |(row, _)| row)) + 1;
        let mut row = Row::default();
        for (index, cells) in self.cells.rows().enumerate().skip(self.leading) {
            let index = index as u64;
            if index.is_multiple_of(ROWS_PER_CHECK) {
                self.cancel.check()?;
                progress.advance(ROWS_PER_CHECK);
            }
            row.clear();
            row.line = first_line + index;
            fill(&mut row, cells);
            let item =
                if row.is_blank() { Item::Bad(super::rejects::empty_row(row.line)) } else { Item::Row(&row) };
            if sink(item)?.is_break() {
                break;
            }
        }
        Ok(())
    }
}

fn fill(row: &mut Row, cells: &[Data]) {
    for cell in cells {
        match cell {
            Data::Empty => row.push(""),
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => row.push(text),
            Data::Int(number) => row.push_number(number),
            Data::Float(number) => row.push_number(number),
            Data::Bool(value) => row.push(if *value { "true" } else { "false" }),
            Data::DateTime(time) => row.push(&written(time)),
            Data::Error(error) => row.push(&error.to_string()),
        }
    }
}

/// A date as ISO text; a length of time as seconds; a time of day without a date as such.
fn written(time: &ExcelDateTime) -> String {
    let serial = time.as_f64();
    if time.is_duration() {
        return format!("{}", (serial * 86_400.0 * 1000.0).round() / 1000.0);
    }
    let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
    let clock = format!("{hour:02}:{minute:02}:{second:02}");
    match () {
        () if (0.0..1.0).contains(&serial) => clock,
        () if serial.fract() == 0.0 => format!("{year:04}-{month:02}-{day:02}"),
        () if milli == 0 => format!("{year:04}-{month:02}-{day:02} {clock}"),
        () => format!("{year:04}-{month:02}-{day:02} {clock}.{milli:03}"),
    }
}

fn explain(path: &Path, error: &XlsxError) -> IngestError {
    match error {
        XlsxError::Password => {
            IngestError::unusable(path, "the workbook is protected by a password", "", "Save it without one.")
        }
        XlsxError::Zip(_) => IngestError::unusable(
            path,
            "the workbook is damaged",
            format!("{error}."),
            "Copy it once more, or open it in Excel and save it again.",
        ),
        _ => IngestError::unusable(
            path,
            "this is no Excel workbook that can be read",
            format!("{error}."),
            "Open it in Excel and save it as .xlsx or CSV; unpack a .zip first.",
        ),
    }
}
