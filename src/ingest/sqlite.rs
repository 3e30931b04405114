//! A table, view or SELECT of an SQLite file as a table. The file is never written to.

use super::IngestError;
use super::header;
use super::ocel::{self, ObjectLog};
use super::report::TableInfo;
use super::roles;
use super::row::{Cells, Item, Parts, Row, Sink, Table};
use super::sqlite_parts::{self, Numbered};
use crate::base::{Cancel, Progress, Warnings};
use crate::model::ReadOptions;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OpenFlags, Statement};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Up to this size counting the rows of every table takes no noticeable time.
const COUNTED_BYTES: u64 = 256 << 20;
/// How long another program's lock is waited for.
const PATIENCE: Duration = Duration::from_secs(2);
/// Between two attempts.
const PAUSE: Duration = Duration::from_millis(25);
const ROWS_PER_CHECK: u64 = 1024;

/// A SELECT ready to be run.
pub(super) struct SqliteTable {
    path: PathBuf,
    connection: Connection,
    select: String,
    columns: Vec<String>,
    /// The table with the column that numbers its rows, where that is all there is to read.
    numbered: Option<Numbered>,
    /// Counted.
    pub rows: Option<u64>,
    /// Estimated, where counting would take too long.
    pub about_rows: Option<u64>,
    cancel: Cancel,
}

/// A file that was opened: its tables, the one to read, and whether others fit as well.
pub(super) struct OpenedSqlite {
    pub table: SqliteTable,
    pub tables: Vec<TableInfo>,
    /// The chosen table.
    pub chosen: Option<String>,
    /// Other tables that look as fitting.
    pub rivals: Vec<String>,
    /// An object-centric log, which is read unless a table or query is wanted.
    pub object_log: Option<ObjectLog>,
    /// What is wrong with the database as a whole.
    pub problems: Warnings,
}

impl SqliteTable {
    pub(super) fn open(
        path: &Path,
        bytes: u64,
        options: &ReadOptions,
        cancel: &Cancel,
    ) -> Result<OpenedSqlite, IngestError> {
        let failed = |error| explain(path, error);
        let connection = connect(path, cancel)?;
        check_names(path, &connection)?;
        let tables = interruptible(&connection, cancel, || tables(&connection, bytes).map_err(failed))?;
        let mut rivals = Vec::new();
        let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
        let is_chosen = options.query.is_some() || options.table.is_some();
        if !is_chosen && ocel::is_log(&names) {
            let log = ObjectLog::read(&connection, options.object_type.as_deref()).map_err(failed)?;
            return Self::of_objects(path, bytes, connection, log, tables, options, cancel);
        }
        let (query, chosen) = match (&options.query, &options.table) {
            (Some(query), _) => (Some(checked_query(path, &connection, query)?), None),
            (None, Some(name)) => (None, Some(table_named(path, &tables, name)?)),
            (None, None) => {
                let mut best = best_tables(&connection, &tables).map_err(failed)?.into_iter();
                let name = best.next().ok_or_else(|| {
                    IngestError::unusable(path, "the database has no table", "", "Choose another file.")
                })?;
                rivals = best.collect();
                (None, Some(name))
            }
        };
        let numbered = chosen.as_deref().and_then(|table| Numbered::of(&connection, table));
        let all = || match &numbered {
            Some(numbered) => numbered.select_all(),
            None => select_all(chosen.as_deref().unwrap_or_default()),
        };
        let select = query.unwrap_or_else(all);
        let columns = {
            let statement = connection.prepare(&select).map_err(failed)?;
            header::names(statement.column_names())
        };
        let known = tables.iter().find(|table| Some(&table.name) == chosen.as_ref());
        let rows = known.and_then(|table| table.rows);
        let estimate = || numbered.as_ref().and_then(|numbered| numbered.about_rows(&connection));
        let about_rows = if rows.is_none() { estimate() } else { None };
        let (path, cancel) = (path.to_owned(), cancel.clone());
        let table = Self { path, connection, select, columns, numbered, rows, about_rows, cancel };
        Ok(OpenedSqlite { table, tables, chosen, rivals, object_log: None, problems: Warnings::new() })
    }

    /// An object-centric log, flattened.
    fn of_objects(
        path: &Path,
        bytes: u64,
        connection: Connection,
        log: ObjectLog,
        tables: Vec<TableInfo>,
        options: &ReadOptions,
        cancel: &Cancel,
    ) -> Result<OpenedSqlite, IngestError> {
        let failed = |error| explain(path, error);
        let select = log.select().ok_or_else(|| {
            let wanted = options.object_type.as_deref().unwrap_or_default();
            let headline = format!("the log has no events, or no objects of the type `{wanted}`");
            let detail = format!("Its object types are: {}.", log.object_types.join(", "));
            IngestError::unusable(
                path,
                headline,
                detail,
                "Choose the type of the objects that are the customers.",
            )
        })?;
        let columns = log.columns();
        interruptible(&connection, cancel, || connection.prepare(&select).map(drop).map_err(failed))?;
        let problems = match bytes {
            0..=COUNTED_BYTES => {
                interruptible(&connection, cancel, || ocel::check(&connection).map_err(failed))?
            }
            _ => Warnings::new(),
        };
        let (path, cancel) = (path.to_owned(), cancel.clone());
        let (numbered, rows, about_rows) = (None, None, None);
        let table = Self { path, connection, select, columns, numbered, rows, about_rows, cancel };
        let (chosen, rivals) = (None, Vec::new());
        Ok(OpenedSqlite { table, tables, chosen, rivals, object_log: Some(log), problems })
    }
}

impl Table for SqliteTable {
    fn columns(&self) -> &[String] {
        &self.columns
    }

    fn parts(&self, _part_bytes: usize, progress: &Progress) -> Result<Option<Parts>, IngestError> {
        let Some(numbered) = &self.numbered else { return Ok(None) };
        let failed = |error| explain(&self.path, error);
        if !sqlite_parts::hold_still(&self.connection).map_err(failed)? {
            return Ok(None);
        }
        let parts = numbered.parts(&self.path, &self.connection, &self.cancel);
        let Some((parts, width)) = parts.map_err(failed)? else { return Ok(None) };
        progress.expect(width);
        Ok(Some(parts))
    }

    fn scan(&mut self, progress: &Progress, sink: &mut Sink<'_>) -> Result<(), IngestError> {
        progress.expect(self.rows.or(self.about_rows).unwrap_or(0));
        let Self { path, connection, select, cancel, .. } = self;
        let mut statement = connection.prepare(select).map_err(|error| explain(path, error))?;
        interruptible(connection, cancel, || {
            scan_rows(path, &mut statement, cancel, progress, sink).map(drop)
        })
    }
}

/// Does work on a connection that stops when the flag is raised, even while SQLite sorts or counts and gives nothing.
fn interruptible<T>(
    connection: &Connection,
    cancel: &Cancel,
    work: impl FnOnce() -> Result<T, IngestError>,
) -> Result<T, IngestError> {
    let interrupt = connection.get_interrupt_handle();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let watch = || {
            while !done.load(Ordering::Relaxed) {
                if cancel.is_raised() {
                    interrupt.interrupt();
                }
                std::thread::park_timeout(Duration::from_millis(20));
            }
        };
        let watcher = scope.spawn(watch);
        let result = work();
        done.store(true, Ordering::Relaxed);
        watcher.thread().unpark();
        cancel.check()?;
        result
    })
}

/// Appends a value as a cell; what is NULL is empty.
pub(super) fn push_value(cells: &mut Cells, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => cells.push(b""),
        ValueRef::Integer(value) => cells.push_number(value),
        ValueRef::Real(value) => cells.push_number(value),
        ValueRef::Text(value) | ValueRef::Blob(value) => cells.push(value),
    }
}

/// Gives the rows of a statement to the sink until it has enough.
fn scan_rows(
    path: &Path,
    statement: &mut Statement<'_>,
    cancel: &Cancel,
    progress: &Progress,
    sink: &mut Sink<'_>,
) -> Result<u64, IngestError> {
    let failed = |error| explain(path, error);
    let columns = statement.column_count();
    let mut rows = statement.query([]).map_err(failed)?;
    let (mut cells, mut row) = (Cells::default(), Row::default());
    let mut number = 0;
    while let Some(record) = rows.next().map_err(failed)? {
        number += 1;
        if number % ROWS_PER_CHECK == 0 {
            cancel.check()?;
            progress.advance(ROWS_PER_CHECK);
        }
        cells.clear();
        for index in 0..columns {
            push_value(&mut cells, record.get_ref(index).map_err(failed)?);
        }
        row.take_cells(&mut cells);
        row.line = number;
        if sink(Item::Row(&row))?.is_break() {
            break;
        }
    }
    Ok(number)
}

/// Opens for reading only. Where the folder or another program forbids even the bookkeeping of that, the file
/// is taken as it stands, which is right as long as nobody has changes under way.
pub(super) fn connect(path: &Path, cancel: &Cancel) -> Result<Connection, IngestError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let is_busy = |error: &rusqlite::Error| {
        matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
    };
    // SQLite's own waiting begins anew with every lock that it wants, and can't be stopped.
    let given_up_at = Instant::now() + PATIENCE;
    let error = loop {
        let attempt = Connection::open_with_flags(path, flags).and_then(|connection| {
            connection.busy_timeout(Duration::ZERO)?;
            connection.execute_batch("PRAGMA query_only = ON; SELECT count(*) FROM sqlite_schema;")?;
            connection.busy_timeout(PATIENCE)?;
            Ok(connection)
        });
        match attempt {
            Ok(connection) => return Ok(connection),
            Err(error) if is_busy(&error) && Instant::now() < given_up_at => {
                cancel.check()?;
                std::thread::sleep(PAUSE);
            }
            Err(error) => break error,
        }
    };
    let beside = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        std::fs::metadata(PathBuf::from(name)).is_ok_and(|about| about.len() > 0)
    };
    let changes_under_way = beside("-wal") || beside("-journal");
    let blocked = matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::CannotOpen | ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::ReadOnly
        )
    );
    if !blocked || changes_under_way {
        return Err(explain(path, error));
    }
    let as_it_stands = || {
        let escaped = path.to_str()?.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
        let uri = format!("file:{escaped}?immutable=1");
        let connection = Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI).ok()?;
        connection.execute_batch("PRAGMA query_only = ON; SELECT count(*) FROM sqlite_schema;").ok()?;
        Some(connection)
    };
    as_it_stands().ok_or_else(|| explain(path, error))
}

pub(super) fn explain(path: &Path, error: rusqlite::Error) -> IngestError {
    let said = error.to_string();
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => IngestError::unusable(
            path,
            "another program is writing to this database",
            said,
            "Close that program, or take a copy of the file and read that.",
        ),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => IngestError::unusable(
            path,
            "the database is damaged",
            format!("SQLite says: {said}."),
            "Copy it once more, or repair it with `sqlite3 FILE .recover`.",
        ),
        Some(ErrorCode::OperationInterrupted) => IngestError::Cancelled(crate::base::Cancelled),
        _ => IngestError::unusable(
            path,
            "the database can't be read",
            format!("SQLite says: {said}."),
            "Check the table or the query.",
        )
        .option("--table or --query"),
    }
}

/// Refuses a database in which a table or column has a name that is no text: nothing could ask for it by that name.
fn check_names(path: &Path, connection: &Connection) -> Result<(), IngestError> {
    let failed = |error| explain(path, error);
    let mut statement = connection.prepare("SELECT name, sql FROM sqlite_schema").map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    while let Some(row) = rows.next().map_err(failed)? {
        for index in 0..2 {
            let ValueRef::Text(text) = row.get_ref(index).map_err(failed)? else { continue };
            if str::from_utf8(text).is_err() {
                return Err(IngestError::unusable(
                    path,
                    "the database has a table or column whose name is no text",
                    format!("It stands in: {}.", String::from_utf8_lossy(text)),
                    "Give it another name, or save the table as CSV and choose that file.",
                ));
            }
        }
    }
    Ok(())
}

pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

pub(super) fn select_all(table: &str) -> String {
    format!("SELECT * FROM {}", quoted(table))
}

fn tables(connection: &Connection, bytes: u64) -> rusqlite::Result<Vec<TableInfo>> {
    let mut statement = connection.prepare(
        "SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' \
         ESCAPE '\\' ORDER BY type, name",
    )?;
    let named = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let mut tables = Vec::new();
    for row in named {
        let (name, kind) = row?;
        let is_view = kind == "view";
        let count = || {
            let sql = format!("SELECT count(*) FROM {}", quoted(&name));
            connection.query_row(&sql, [], |row| row.get::<_, i64>(0)).ok()
        };
        let rows = if is_view || bytes > COUNTED_BYTES { None } else { count() };
        let rows = rows.and_then(|rows| u64::try_from(rows).ok());
        tables.push(TableInfo { name, is_view, rows });
    }
    Ok(tables)
}

fn table_named(path: &Path, tables: &[TableInfo], wanted: &str) -> Result<String, IngestError> {
    let names: Vec<String> = tables.iter().map(|table| table.name.clone()).collect();
    let found = header::position(&names, wanted).and_then(|index| names.get(index)).cloned();
    found.ok_or_else(|| {
        let detail = format!("It has: {}.", names.join(", "));
        let headline = format!("the database has no table or view `{wanted}`");
        IngestError::unusable(path, headline, detail, "Choose one of them.").option("--table")
    })
}

/// The tables whose columns name the most roles.
fn best_tables(connection: &Connection, tables: &[TableInfo]) -> rusqlite::Result<Vec<String>> {
    let mut scored = Vec::new();
    for table in tables {
        // A view over something that is gone does not concern the others.
        let Ok(statement) = connection.prepare(&select_all(&table.name)) else { continue };
        let names = statement.column_names();
        let found: std::collections::BTreeSet<_> =
            names.into_iter().flat_map(roles::suggested).map(|(role, _)| role).collect();
        scored.push((found.len(), table.name.clone()));
    }
    let best = scored.iter().map(|(score, _)| *score).max().unwrap_or(0);
    Ok(scored.into_iter().filter(|(score, _)| *score == best).map(|(_, name)| name).collect())
}

/// One SELECT and nothing else.
fn checked_query(path: &Path, connection: &Connection, query: &str) -> Result<String, IngestError> {
    let refused = |detail: &str| {
        IngestError::unusable(path, "this query is not run", detail.to_owned(), "Write one SELECT.")
            .option("--query")
    };
    let first_word = query.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty());
    if !first_word
        .is_some_and(|word| word.eq_ignore_ascii_case("select") || word.eq_ignore_ascii_case("with"))
    {
        return Err(refused("Only a SELECT is read from a database."));
    }
    match connection.prepare(query) {
        Ok(statement) if statement.readonly() && statement.column_count() > 0 => Ok(query.to_owned()),
        Ok(_) => Err(refused("It would change the database.")),
        Err(rusqlite::Error::MultipleStatement) => Err(refused("It holds more than one statement.")),
        Err(error) => Err(refused(&format!("SQLite says: {error}."))),
    }
}
