//! Reads interaction data as it is: finds out what a file is, guesses what its columns mean, and turns
//! its rows into an event log with every rejected row accounted for. Rows in = events + rejected.

use crate::base::{Cancel, Cancelled, Progress, Warnings};
use crate::events::EventLog;
use crate::model::{JourneyMap, Pattern, ReadOptions, Source, TouchpointId};
use std::path::{Path, PathBuf};

/// Why data could not be read at all.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// Stopped by the user.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The operating system says no.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file is not what can be read, or a column that is needed is not there or not clear.
    #[error("{}: {headline}", path.display())]
    Unusable {
        /// Which file.
        path: PathBuf,
        /// What is wrong.
        headline: String,
        /// Where and why, in as many sentences as needed; may be empty.
        detail: String,
        /// What to do, naming the command line option where there is one.
        hint: String,
    },
}

/// What a file holds, as far as a look at its beginning tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// File name.
    pub name: String,
    /// `csv`, `xlsx` or `sqlite`.
    pub format: String,
    /// Bytes of the file.
    pub bytes: u64,
    /// Tables and views (SQLite) or sheets (Excel); empty for CSV.
    pub tables: Vec<TableInfo>,
    /// How the file is read: everything guessed is filled in.
    pub read: ReadOptions,
    /// Rows, exact where cheap, else estimated.
    pub rows: u64,
    /// False when `rows` is an estimate.
    pub rows_exact: bool,
    /// Columns of the chosen table.
    pub columns: Vec<ColumnInfo>,
    /// First rows as read, raw text, for the preview.
    pub preview: Vec<Vec<String>>,
    /// Trouble within the sample.
    pub problems: Warnings,
    /// What the guesses are and why, and what is not safe.
    pub guess: Guess,
}

/// A table that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableInfo {
    /// Name.
    pub name: String,
    /// A view, not a table.
    pub is_view: bool,
    /// Rows, when cheap to know.
    pub rows: Option<u64>,
}

/// A column as profiled.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnInfo {
    /// Header, trimmed; `column 3` where there is none.
    pub name: String,
    /// Guessed role's name (`customer`, `time` …), if any.
    pub role: Option<Role>,
    /// `text`, `whole number`, `number`, `time`, `date`.
    pub kind: ColumnKind,
    /// A few distinct values.
    pub examples: Vec<String>,
    /// Distinct values in the sample.
    pub distinct: u64,
    /// Empty cells in the sample.
    pub empty: u64,
}

/// What the values of a column look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ColumnKind {
    Empty,
    Text,
    WholeNumber,
    Number,
    Date,
    Time,
}

/// What a column may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Role {
    Customer,
    Time,
    Event,
    Journey,
    Channel,
    Score,
    Sentiment,
    Text,
    Wait,
    Agent,
    Outcome,
    Revenue,
    Segment,
    /// A rating column of a survey table.
    Rating,
}

/// The guessed description of a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guess {
    /// Roles, survey ratings, scale, missing codes and read options; name and path filled in, id 0, no rules.
    pub source: Option<Source>,
    /// What can't be decided safely: a sentence each, naming the option that decides it.
    pub unsafe_guesses: Vec<String>,
    /// Why each role was guessed: column, role, reason.
    pub reasons: Vec<(String, Role, String)>,
}

/// A log with the account of its reading.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The events.
    pub log: EventLog,
    /// The account.
    pub report: LoadReport,
}

/// What became of the rows: rows = events + rejected (for survey tables: respondents read + rejected).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadReport {
    /// Rows in the source.
    pub rows: u64,
    /// Events taken.
    pub events: u64,
    /// Rows not taken.
    pub rejected: u64,
    /// Optional fields emptied because unreadable or out of scale.
    pub field_errors: u64,
    /// Rejected rows and field errors with line, column, value and reason.
    pub problems: Warnings,
}

/// Looks at a file and guesses what it is. Reads at most a few megabytes.
///
/// # Errors
/// [`IngestError`] when it can't be read as data at all.
pub fn profile(path: &Path, options: &ReadOptions) -> Result<Profile, IngestError> {
    let _ = options;
    Err(IngestError::Io { path: path.to_owned(), source: std::io::Error::other("not yet") })
}

/// Reads a whole source as its description says; relative paths are taken from `base_dir`.
///
/// # Errors
/// [`IngestError`]; a few bad rows are no error but part of the report.
pub fn load(
    source: &Source,
    base_dir: &Path,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Loaded, IngestError> {
    cancel.check()?;
    progress.expect(1);
    let path = base_dir.join(&source.path);
    Err(IngestError::Io { path, source: std::io::Error::other("not yet") })
}

/// Rules from event names to touchpoints of a map, by normalised names; what matches nothing safely is left out.
#[must_use]
pub fn suggest_rules(_event_names: &[String], _map: &JourneyMap) -> Vec<(Pattern, TouchpointId)> {
    Vec::new()
}
