//! Joins parts that were read at the same time into one log, in their order and while others are still being read.

use super::IngestError;
use super::audience::Audience;
use super::event_rows::EventRows;
use super::load::Taken;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError, TryLockError};

/// What was read of a part.
pub(super) struct ReadPart {
    pub rows: EventRows,
    /// How many lines it has.
    pub lines: u64,
    /// What it adds to the progress.
    pub counted: u64,
}

/// The log as it grows.
pub(super) struct Joining<'a> {
    path: &'a Path,
    audience: &'a Audience<'a>,
    /// Parts whose turn has not come, by number.
    waiting: Mutex<BTreeMap<usize, ReadPart>>,
    joined: Mutex<Joined>,
}

struct Joined {
    rows: EventRows,
    /// Number of the part that comes next, and lines of those before.
    next: usize,
    lines: u64,
}

impl<'a> Joining<'a> {
    /// Nothing is joined yet.
    pub(super) fn new(path: &'a Path, rows: EventRows, audience: &'a Audience<'a>) -> Self {
        let joined = Joined { rows, next: 0, lines: 0 };
        Self { path, audience, waiting: Mutex::default(), joined: Mutex::new(joined) }
    }

    /// Takes a part, by its number from 0. While somebody is joining, nobody else waits for it: they read on, and what they
    /// bring is joined with the next one.
    pub(super) fn take(&self, number: usize, part: ReadPart) -> Result<(), IngestError> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(number, part);
        match self.joined.try_lock() {
            Ok(mut joined) => self.join_waiting(&mut joined),
            Err(TryLockError::Poisoned(joined)) => self.join_waiting(&mut joined.into_inner()),
            Err(TryLockError::WouldBlock) => Ok(()),
        }
    }

    /// What was taken of all parts, once all have come.
    pub(super) fn finish(self) -> Result<Taken, IngestError> {
        let mut joined = self.joined.lock().unwrap_or_else(PoisonError::into_inner);
        self.join_waiting(&mut joined)?;
        drop(joined);
        let Joined { rows, .. } = self.joined.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(rows.taken())
    }

    fn join_waiting(&self, joined: &mut Joined) -> Result<(), IngestError> {
        let waiting = |number| self.waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(&number);
        while let Some(part) = waiting(joined.next) {
            let Joined { rows, next, lines } = joined;
            rows.append(part.rows, *lines);
            *lines += part.lines;
            *next += 1;
            self.audience.progress.advance(part.counted);
            self.audience.look(self.path, &rows.builder, &rows.report)?;
        }
        Ok(())
    }
}
