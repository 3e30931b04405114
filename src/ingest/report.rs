//! What is told about a file: its profile, the guesses with their reasons, and the account of a load.

use super::stamp::{self, FileStamp};
use crate::base::fmt::NumberFormat;
use crate::base::{Scale, Warnings};
use crate::events::EventLog;
use crate::model::{ReadOptions, Roles, Source};
use crate::tr;

/// What a file holds, as far as a look at its beginning tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// File name.
    pub name: String,
    /// `csv`, `xlsx`, `sqlite`, `ocel` or `xes`.
    pub format: String,
    /// Bytes of the file.
    pub bytes: u64,
    /// Files of a zip archive.
    pub entries: Vec<EntryInfo>,
    /// Object types of an object-centric log.
    pub object_types: Vec<String>,
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
    /// Columns of the table of customers, where one is joined.
    pub attribute_columns: Vec<String>,
    /// First rows as read, raw text, for the preview.
    pub preview: Vec<Vec<String>>,
    /// Trouble within the sample.
    pub problems: Warnings,
    /// What the guesses are and why, and what is not safe.
    pub guess: Guess,
}

/// A file in a zip archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryInfo {
    /// Name with its folders.
    pub name: String,
    /// Bytes once it is unpacked.
    pub bytes: u64,
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
    /// Cells with a value in the sample.
    pub filled: u64,
    /// Empty cells in the sample.
    pub empty: u64,
    /// The narrowest common scale that holds its numbers.
    pub scale: Option<Scale>,
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
    /// Time of day, where the time column holds the date alone.
    Clock,
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
    /// Journeys that got here, in a summary table.
    Reached,
    /// Journeys that ended here, in a summary table.
    Exits,
    /// How many scores a mean is of, in a summary table.
    Answers,
    Segment,
    /// A rating column of a survey table.
    Rating,
}

impl Role {
    /// The roles that one column alone can have.
    pub const SINGLE: [Self; 16] = [
        Self::Customer,
        Self::Time,
        Self::Clock,
        Self::Event,
        Self::Journey,
        Self::Channel,
        Self::Score,
        Self::Sentiment,
        Self::Text,
        Self::Wait,
        Self::Agent,
        Self::Outcome,
        Self::Revenue,
        Self::Reached,
        Self::Exits,
        Self::Answers,
    ];

    /// Where the name of its column stands; none for roles that several columns can have.
    pub fn place_in(self, roles: &mut Roles) -> Option<&mut Option<String>> {
        Some(match self {
            Self::Customer => &mut roles.customer,
            Self::Time => &mut roles.time,
            Self::Clock => &mut roles.clock,
            Self::Event => &mut roles.event,
            Self::Journey => &mut roles.journey,
            Self::Channel => &mut roles.channel,
            Self::Score => &mut roles.score,
            Self::Sentiment => &mut roles.sentiment,
            Self::Text => &mut roles.text,
            Self::Wait => &mut roles.wait,
            Self::Agent => &mut roles.agent,
            Self::Outcome => &mut roles.outcome,
            Self::Revenue => &mut roles.revenue,
            Self::Reached => &mut roles.reached,
            Self::Exits => &mut roles.exits,
            Self::Answers => &mut roles.answers,
            Self::Segment | Self::Rating => return None,
        })
    }
}

/// The guessed description of a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guess {
    /// Roles, survey ratings, scale, missing codes and read options; name and path filled in, id 0, no rules.
    pub source: Option<Source>,
    /// What can't be decided safely.
    pub unsafe_guesses: Vec<UnsafeGuess>,
    /// Why each role was guessed: column, role, reason.
    pub reasons: Vec<(String, Role, String)>,
}

/// Something that values and names leave open, or that speaks against the guess.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message} {remedy}")]
pub struct UnsafeGuess {
    /// What is to be decided.
    pub doubt: Doubt,
    /// The command line option that decides it, such as `--time`.
    pub option: &'static str,
    /// One or more sentences, naming the columns in question.
    pub message: String,
    /// A sentence that says how to use the option.
    pub remedy: String,
}

/// A question about a file, with the answers that come into question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Which of these columns has the role; none of them when the list is empty.
    Role(Role, Vec<String>),
    /// Whether the day or the month comes first.
    DateOrder,
    /// Which phase of each step is kept, of those in this column: the end of a step first.
    Phase(String, Vec<String>),
    /// Which of these tables is read, the likeliest first.
    Table(Vec<String>),
    /// Which of these files of an archive is read, the likeliest first.
    Entry(Vec<String>),
    /// Which of these columns of the table of customers tells the customer.
    AttributesCustomer(Vec<String>),
    /// Objects of which of these types are the customers, the likeliest first.
    ObjectType(Vec<String>),
}

/// A log with the account of its reading.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The events.
    pub log: EventLog,
    /// The account.
    pub report: LoadReport,
    /// How often each event name comes, by its code; in a summary table, how many got there or answered.
    pub name_counts: Vec<u64>,
    /// The files as they were when reading began.
    pub files: Vec<FileStamp>,
    /// By what their content can be known again; empty when there are none.
    pub fingerprint: String,
}

impl Loaded {
    pub(super) fn new(log: EventLog, report: LoadReport, files: Vec<FileStamp>) -> Self {
        let mut name_counts = vec![0_u64; log.names.len()];
        for event in 0..log.len() {
            if let Some(count) = name_counts.get_mut(log.name(event) as usize) {
                *count += 1;
            }
        }
        for row in &log.summary {
            if let Some(count) = name_counts.get_mut(row.name as usize) {
                *count += row.reached.or(row.scores.map(|(n, _)| n)).unwrap_or_default();
            }
        }
        let fingerprint = stamp::fingerprint(&files);
        Self { log, report, name_counts, files, fingerprint }
    }

    /// Event names with how often each comes.
    pub fn names(&self) -> impl Iterator<Item = (&str, u64)> {
        self.log.names.iter().zip(self.name_counts.iter().copied())
    }
}

/// What became of the rows. Event logs: rows = events + rejected + left out;
/// survey tables: rows = respondents + rejected + left out, and each answered rating is an event; summary tables: rows =
/// events + rejected + left out, each "event" being a row with figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadReport {
    /// Rows in the source.
    pub rows: u64,
    /// Events taken.
    pub events: u64,
    /// Rows of a survey table taken, answered or not; 0 for an event log.
    pub respondents: u64,
    /// Rows not taken because something is wrong with them.
    pub rejected: u64,
    /// Rows not taken because the source keeps only others (`Source::keep_rows`).
    pub left_out: u64,
    /// Optional fields emptied because unreadable or out of scale.
    pub field_errors: u64,
    /// Rows taken with characters that could not be decoded (`�`).
    pub garbled: u64,
    /// Rejected rows, field errors and garbled rows with line, column, value and reason.
    pub problems: Warnings,
}

impl LoadReport {
    /// Every row is either taken, rejected or left out: `100 rows = 97 taken + 3 rejected`.
    #[must_use]
    pub fn words(&self, format: &NumberFormat) -> String {
        let taken = self.rows - self.rejected - self.left_out;
        let [rows, taken, rejected, left_out] =
            [self.rows, taken, self.rejected, self.left_out].map(|count| format.count(count));
        if self.left_out == 0 {
            tr!("ingest-account", rows = rows, taken = taken, rejected = rejected)
        } else {
            tr!("ingest-account-left-out", rows = rows, taken = taken, rejected = rejected, left = left_out)
        }
    }

    /// Takes over the account of the rows that follow, whose lines were counted from their own first.
    pub(super) fn append(&mut self, other: Self, lines_before: u64) {
        self.rows += other.rows;
        self.events += other.events;
        self.respondents += other.respondents;
        self.rejected += other.rejected;
        self.left_out += other.left_out;
        self.field_errors += other.field_errors;
        self.garbled += other.garbled;
        self.problems.append(other.problems.after_lines(lines_before));
    }
}
