//! Cuts a table of an SQLite file by its row numbers, so that several cores read it at the same time.

use super::IngestError;
use super::row::{Part, Parts, Sink};
use super::sqlite::{connect, explain, quoted, select_all};
use super::sqlite_handed::{Handed, hand_over};
use crate::base::Cancel;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// A table is cut into so many parts: enough that all cores have work to the end wherever its rows lie.
const PARTS: i128 = 64;

/// Names under which SQLite knows the number of a row, unless a column of the table has the same.
const NUMBERS: [&str; 3] = ["rowid", "_rowid_", "oid"];

/// Half of what SQLite gives a function at most.
const MOST_COLUMNS: usize = 500;

/// A large table is estimated by so many windows, each of so many row numbers.
const WINDOWS: i128 = 16;
const WINDOW: i128 = 4096;
/// Fewer rows than these in all windows tell nothing.
const TELLING_ROWS: i128 = 256;

/// A table whose rows SQLite keeps in the order of their numbers.
pub(super) struct Numbered {
    table: String,
    columns: Vec<String>,
    number: &'static str,
}

/// Keeps other programs from changing the database while this connection lives, so that connections which open later
/// see the same rows. False where that is not possible: those who write ahead may go on writing.
pub(super) fn hold_still(connection: &Connection) -> rusqlite::Result<bool> {
    let mode: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    if mode.eq_ignore_ascii_case("wal") {
        return Ok(false);
    }
    if connection.is_autocommit() {
        connection.execute_batch("BEGIN")?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    }
    Ok(true)
}

impl Numbered {
    /// None for views and for tables that are kept in another order.
    pub(super) fn of(connection: &Connection, table: &str) -> Option<Self> {
        let is_table = "SELECT type = 'table' FROM sqlite_schema WHERE name = ?1";
        let is_table = connection.query_row(is_table, [table], |row| row.get(0)).unwrap_or(false);
        let all = connection.prepare(&select_all(table)).ok()?;
        let columns: Vec<&str> = all.column_names().collect();
        let is_free = |number: &&str| !columns.iter().any(|column| column.eq_ignore_ascii_case(number));
        let number = NUMBERS.into_iter().find(is_free)?;
        let columns: Vec<_> = columns.iter().map(|column| (*column).to_owned()).collect();
        // Wider ones are read row by row, from the first.
        if columns.len() > MOST_COLUMNS {
            return None;
        }
        let found = Self { table: table.to_owned(), columns, number };
        (is_table && connection.prepare(&found.select_all()).is_ok()).then_some(found)
    }

    /// All rows in the order of their numbers.
    pub(super) fn select_all(&self) -> String {
        format!("{} ORDER BY {}", select_all(&self.table), self.number)
    }

    /// Numbers of the first and the last row.
    fn bounds(&self, connection: &Connection) -> rusqlite::Result<Option<(i64, i64)>> {
        let (table, number) = (quoted(&self.table), self.number);
        // Two questions: asked in one, SQLite would look at every row.
        let bound = |function: &str| -> rusqlite::Result<Option<i64>> {
            connection.query_row(&format!("SELECT {function}({number}) FROM {table}"), [], |row| row.get(0))
        };
        Ok(bound("min")?.zip(bound("max")?))
    }

    /// About how many rows there are, by how densely numbers are given in some places; none where that tells nothing.
    pub(super) fn about_rows(&self, connection: &Connection) -> Option<u64> {
        let (first, last) = self.bounds(connection).ok()??;
        let (first, numbers) = (i128::from(first), i128::from(last) - i128::from(first) + 1);
        let (table, number) = (quoted(&self.table), self.number);
        let select = format!("SELECT count(*) FROM {table} WHERE {number} BETWEEN ?1 AND ?2");
        let mut statement = connection.prepare(&select).ok()?;
        let mut rows_between = |first: i128, last: i128| -> Option<i128> {
            let bounds = [i64::try_from(first).ok()?, i64::try_from(last).ok()?];
            statement.query_row(bounds, |row| row.get(0)).ok().map(|rows: i64| rows.into())
        };
        if numbers <= WINDOWS * WINDOW {
            return rows_between(first, first + numbers - 1)?.try_into().ok();
        }
        let at = |window: i128| first + (numbers - WINDOW) * window / (WINDOWS - 1);
        let seen: Option<i128> =
            (0..WINDOWS).map(|window| rows_between(at(window), at(window) + WINDOW - 1)).sum();
        let seen = seen.filter(|rows| *rows >= TELLING_ROWS)?;
        u64::try_from(numbers * seen / (WINDOWS * WINDOW)).ok()
    }

    /// The parts and the width of all of them; none for a table without rows.
    pub(super) fn parts(
        &self,
        path: &Path,
        connection: &Connection,
        cancel: &Cancel,
    ) -> rusqlite::Result<Option<(Parts, u64)>> {
        let (table, number) = (quoted(&self.table), self.number);
        let Some((first, last)) = self.bounds(connection)? else { return Ok(None) };
        let batch_is_full = hand_over(&self.columns);
        let select = format!(
            "SELECT 1 FROM {table} WHERE {number} BETWEEN ?1 AND ?2 AND {batch_is_full} ORDER BY {number}"
        );
        let select = select.into();
        let lines: Arc<Lines> =
            Arc::new(Lines { path: path.to_owned(), cancel: cancel.clone(), free: Mutex::default() });
        let ranges = ranges(first, last);
        let width = ranges.iter().map(|range| range.width()).sum();
        let part = move |range: Range| {
            let part = RangePart { lines: Arc::clone(&lines), select: Arc::clone(&select), range };
            Ok(Box::new(part) as Box<dyn Part>)
        };
        Ok(Some((Box::new(ranges.into_iter().map(part)), width)))
    }
}

/// Row numbers from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    first: i64,
    last: i64,
}

impl Range {
    /// About how many rows it may have, in units that add up for all ranges of a table.
    fn width(self) -> u64 {
        self.last.abs_diff(self.first) / PARTS as u64 + 1
    }
}

/// Ranges that together hold all numbers from the first to the last, each once.
fn ranges(first: i64, last: i64) -> Vec<Range> {
    let (start, count) = (i128::from(first), i128::from(last) - i128::from(first) + 1);
    let cut = |index: i128| start + count * index / PARTS;
    let range = |index: i128| {
        let (first, last) = (cut(index), cut(index + 1) - 1);
        Some(Range { first: first.try_into().ok()?, last: last.try_into().ok()? })
    };
    (0..PARTS).filter_map(range).filter(|range| range.first <= range.last).collect()
}

/// Connections to one file. Whoever reads a part takes one that nobody uses: it has its memory already.
struct Lines {
    path: PathBuf,
    cancel: Cancel,
    free: Mutex<Vec<Line>>,
}

/// A connection, and the rows that it hands over.
struct Line {
    connection: Connection,
    handed: Handed,
}

impl Lines {
    fn take(&self) -> Result<Line, IngestError> {
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner).pop();
        free.map_or_else(|| Line::new(&self.path, &self.cancel), Ok)
    }

    fn give_back(&self, line: Line) {
        self.free.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }
}

impl Line {
    fn new(path: &Path, cancel: &Cancel) -> Result<Self, IngestError> {
        let connection = connect(path, cancel)?;
        let handed = Handed::by(&connection).map_err(|error| explain(path, error))?;
        Ok(Self { connection, handed })
    }
}

/// The rows of a range of numbers.
struct RangePart {
    lines: Arc<Lines>,
    select: Arc<str>,
    range: Range,
}

impl Part for RangePart {
    fn scan(&self, sink: &mut Sink<'_>) -> Result<u64, IngestError> {
        let Lines { path, cancel, .. } = &*self.lines;
        let line = self.lines.take()?;
        let Range { first, last } = self.range;
        let mut statement = line.connection.prepare(&self.select).map_err(|error| explain(path, error))?;
        let rows = line.handed.scan(path, &mut statement, [first, last], cancel, sink)?;
        drop(statement);
        self.lines.give_back(line);
        Ok(rows)
    }

    fn uncounted(&self) -> u64 {
        self.range.width()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ranges_hold_every_number_once(first: i64, last: i64) {
            let (first, last) = (first.min(last), first.max(last));
            let ranges = ranges(first, last);
            prop_assert_eq!(ranges.first().map(|range| range.first), Some(first));
            prop_assert_eq!(ranges.last().map(|range| range.last), Some(last));
            for pair in ranges.windows(2) {
                prop_assert_eq!(pair[0].last + 1, pair[1].first);
            }
        }
    }

    #[test]
    fn rows_are_estimated_with_the_gaps_between_their_numbers() {
        let connection = Connection::open_in_memory().unwrap();
        let about = |numbers: &str| {
            let table = "DROP TABLE IF EXISTS t; CREATE TABLE t (id INTEGER PRIMARY KEY)";
            connection.execute_batch(&format!("{table}; INSERT INTO t {numbers};")).unwrap();
            Numbered::of(&connection, "t").unwrap().about_rows(&connection)
        };
        let numbers = |count: u32, step: u64| {
            format!(
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < {count}) SELECT x * {step} FROM n"
            )
        };
        assert_eq!(about("SELECT 1 WHERE 0"), None);
        assert_eq!(about(&numbers(1000, 1)), Some(1000));
        assert_eq!(about(&numbers(200_000, 1)), Some(200_000));
        let estimated = about(&numbers(100_000, 3)).unwrap();
        assert!(estimated.abs_diff(100_000) < 2000, "{estimated}");
        assert_eq!(about(&numbers(1000, 1 << 40)), None, "numbers so far apart tell nothing");
    }

    #[test]
    fn few_rows_make_few_ranges() {
        assert_eq!(ranges(7, 7), [Range { first: 7, last: 7 }]);
        assert_eq!(ranges(-1, 1).len(), 3);
        assert_eq!(ranges(1, 6400).len(), 64);
    }
}
