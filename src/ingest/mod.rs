//! Reads interaction data as it is: finds out what a file is, guesses what its columns mean, and turns
//! its rows into an event log with every rejected row accounted for. Rows in = events + rejected.
//!
//! From the bottom: `input`, `archive` and `encoding` give text, `records` rows with line numbers, `delimited` a table,
//! as do `sqlite`, `excel` and `xes`;
//! `numbers`, `times` and `stats` tell what values are; `roles`, `scales`, `survey` and `guess` what
//! columns mean; `profile` shows all that, `load` reads everything as a source says.

mod archive;
mod attributes;
mod audience;
mod date_order;
mod delimited;
mod encoding;
mod error;
mod event_rows;
mod excel;
mod fields;
mod guess;
mod header;
mod input;
mod joining;
mod lifecycle;
mod load;
mod mapped;
mod moment;
mod moods;
mod numbers;
mod ocel;
mod open;
mod parts;
pub mod picture;
mod profile;
mod reading;
mod records;
mod rejects;
mod report;
mod roles;
mod room;
mod row;
mod rules;
mod scales;
mod several;
mod sqlite;
mod sqlite_handed;
mod sqlite_parts;
mod stamp;
mod stats;
mod summary;
mod summary_rows;
mod survey;
mod survey_rows;
mod times;
mod xes;

pub use audience::{Audience, Early, Onlooker};
pub use error::IngestError;
pub use input::spool;
pub use lifecycle::EVERY_ROW;
pub use load::{load, load_before};
pub use profile::profile;
pub use reading::{Reading, is_time_zone, readings};
pub use report::{
    ColumnInfo, ColumnKind, Doubt, EntryInfo, Guess, LoadReport, Loaded, Profile, Role, TableInfo,
    UnsafeGuess,
};
pub use room::Room;
pub use rules::{Suggestion, likest, suggest_rules, suggest_similar};
pub use stamp::FileStamp;
pub use survey::ratings_like;
