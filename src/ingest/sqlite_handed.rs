//! Rows of an SQLite table that are handed over by a function which SQLite itself calls for each of them. Fetched from a
//! statement, every cell costs several calls that look for it anew; here the cells of a row come at once.

use super::IngestError;
use super::row::{Cells, Item, Row, Sink};
use super::sqlite::{explain, push_value, quoted};
use crate::base::Cancel;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, Params, Statement};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What the function is called in a statement.
const NAME: &str = "pathlight_row";

/// So many rows are handed over before the statement pauses: few enough to stay in the processor's nearest memory.
const BATCH: usize = 64;

/// The condition that hands a row over; true for the last of a batch.
pub(super) fn hand_over(columns: &[String]) -> String {
    let columns: Vec<String> = columns.iter().map(|column| quoted(column)).collect();
    format!("{NAME}({})", columns.join(", "))
}

/// What the function of a connection has been handed.
pub(super) struct Handed(Arc<Mutex<Batch>>);

#[derive(Default)]
struct Batch {
    /// Filled again and again.
    rows: Vec<Cells>,
    filled: usize,
}

impl Handed {
    /// Teaches a connection the function.
    pub(super) fn by(connection: &Connection) -> rusqlite::Result<Self> {
        let batch = Arc::new(Mutex::new(Batch::default()));
        let filled = Arc::clone(&batch);
        connection.create_scalar_function(NAME, -1, FunctionFlags::SQLITE_UTF8, move |cells| {
            let mut batch = filled.lock().unwrap_or_else(PoisonError::into_inner);
            let row = batch.next();
            (0..cells.len()).for_each(|index| push_value(row, cells.get_raw(index)));
            Ok(batch.is_full())
        })?;
        Ok(Self(batch))
    }

    /// Gives the rows of a statement with the condition to the sink until it has enough. Gives their number.
    pub(super) fn scan(
        &self,
        path: &Path,
        statement: &mut Statement<'_>,
        parameters: impl Params,
        cancel: &Cancel,
        sink: &mut Sink<'_>,
    ) -> Result<u64, IngestError> {
        let failed = |error| explain(path, error);
        let mut batches = statement.query(parameters).map_err(failed)?;
        // What an earlier statement was stopped with.
        self.batch().filled = 0;
        let (mut row, mut number) = (Row::default(), 0);
        loop {
            let is_last = batches.next().map_err(failed)?.is_none();
            cancel.check()?;
            let mut batch = self.batch();
            for cells in batch.take() {
                number += 1;
                row.take_cells(cells);
                row.line = number;
                if sink(Item::Row(&row))?.is_break() {
                    return Ok(number);
                }
            }
            if is_last {
                return Ok(number);
            }
        }
    }

    fn batch(&self) -> MutexGuard<'_, Batch> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Batch {
    /// The next row, empty.
    fn next(&mut self) -> &mut Cells {
        if self.filled == self.rows.len() {
            self.rows.push(Cells::default());
        }
        let row = &mut self.rows[self.filled];
        self.filled += 1;
        row.clear();
        row
    }

    fn is_full(&self) -> bool {
        self.filled == BATCH
    }

    /// The rows that are there; then there are none.
    fn take(&mut self) -> &mut [Cells] {
        let filled = std::mem::take(&mut self.filled);
        &mut self.rows[..filled]
    }
}
