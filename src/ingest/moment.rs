//! When a row happened: one column with the whole time, or a date and a time of day beside it.

use super::fields::Field;
use super::rejects;
use super::row::Row;
use super::times::TimeReader;
use crate::base::{Timestamp, Warning};
use crate::tr;

/// Reads the time of each row.
#[derive(Clone)]
pub(super) struct Moment {
    pub date: Field,
    /// Time of day, where the date stands alone. A row without one counts from midnight.
    pub clock: Option<Field>,
    pub reader: TimeReader,
    /// Date and time of day together, filled again and again.
    pub joined: String,
}

impl Moment {
    pub(super) fn read(&mut self, row: &Row) -> Result<Timestamp, Warning> {
        let Self { date, clock, reader, joined } = self;
        let text = date.text(row).ok_or_else(|| rejects::missing("no-time", row.line, &date.name))?;
        let text = match clock.as_ref().and_then(|clock| clock.text(row)) {
            Some(clock) => {
                joined.clear();
                joined.extend([text, " ", clock]);
                joined.as_str()
            }
            None => text,
        };
        reader.read(text).ok_or_else(|| {
            rejects::unreadable("bad-time", row.line, &date.name, text, &tr!("ingest-wanted-time"))
        })
    }
}
