//! Where interaction data is and how it is read: everything but the rows themselves.

use super::id::{SourceId, TouchpointId};
use super::pattern::Pattern;
use super::table::Record;
pub use crate::base::Scale;
use crate::base::time::{DAY, Micros};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A data source of a map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id.
    pub id: SourceId,
    /// Name as shown, usually the file name.
    pub name: String,
    /// The file, relative to the map's folder where that is possible.
    pub path: String,
    /// How the file is read.
    #[serde(default)]
    pub read: ReadOptions,
    /// Which column is what.
    #[serde(default)]
    pub roles: Roles,
    /// For survey tables: the rating columns. Present = one row per respondent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<Survey>,
    /// Lowest and highest possible score.
    #[serde(default)]
    pub scale: Option<Scale>,
    /// Values that mean "no answer", per column; column `*` = all.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub missing: BTreeMap<String, BTreeSet<String>>,
    /// Only rows with one of these values are read, per column, or every row where `*` is one of them; for logs that
    /// record each step's start and end.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub keep_rows: BTreeMap<String, BTreeSet<String>>,
    /// Longest pause within a journey, where there is no journey column.
    #[serde(default)]
    pub gap: Span,
    /// How long a journey stays open after its last event.
    #[serde(default)]
    pub open: Span,
    /// Until when the source is complete, when later than its last event: ISO date or time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed_until: Option<String>,
    /// Which event is which touchpoint; the first rule that matches wins.
    #[serde(default)]
    pub rules: Vec<EventRule>,
    /// Which journeys are counted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub filter: Filter,
    /// The range of time with which that of the filter is compared; none = with nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Period>,
    /// What segment columns say of customers, where it is not as their names say.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub natures: BTreeMap<String, Nature>,
}

/// What a segment column says of customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Nature {
    /// What they do: how often they come, what they use.
    Behavioural,
    /// Who they are: age, gender, where they live.
    Demographic,
}

impl Source {
    /// A source about which nothing is known but its name and where it is; its id is 0 until it is part of a map.
    #[must_use]
    pub fn of_file(name: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            id: SourceId(0),
            name: name.into(),
            path: path.into(),
            read: ReadOptions::default(),
            roles: Roles::default(),
            survey: None,
            scale: None,
            missing: BTreeMap::new(),
            keep_rows: BTreeMap::new(),
            gap: Span::default(),
            open: Span::default(),
            observed_until: None,
            rules: Vec::new(),
            filter: Filter::default(),
            before: None,
            natures: BTreeMap::new(),
        }
    }

    /// A summary table: one row per touchpoint, with figures that somebody else has counted.
    #[must_use]
    pub fn is_summary(&self) -> bool {
        let Roles { time, reached, answers, .. } = &self.roles;
        self.survey.is_none() && time.is_none() && (reached.is_some() || answers.is_some())
    }

    /// The same filter over the range that is compared with; none when nothing is compared.
    #[must_use]
    pub fn filter_before(&self) -> Option<Filter> {
        let Period { from, to } = self.before.clone()?;
        Some(Filter { from: Some(from), to: Some(to), ..self.filter.clone() })
    }
}

impl Record for Source {
    type Id = SourceId;
    const KIND: &'static str = "data source";
    fn id(&self) -> SourceId {
        self.id
    }
}

/// A length of time as the user writes it: `30d`, `12h`, `45min`, `90s`, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Span(pub Option<Micros>);

/// The text is not a span.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a length of time; write it like 30d, 12h, 45min, 90s or none")]
pub struct BadSpan(pub String);

impl Default for Span {
    fn default() -> Self {
        Self(Some(30 * DAY))
    }
}

impl std::str::FromStr for Span {
    type Err = BadSpan;

    fn from_str(text: &str) -> Result<Self, BadSpan> {
        let bad = || BadSpan(text.to_owned());
        let trimmed = text.trim();
        if trimmed.eq_ignore_ascii_case("none") {
            return Ok(Self(None));
        }
        let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = trimmed.split_at(digits);
        let number: i64 = number.parse().map_err(|_| bad())?;
        let unit_micros = match unit.trim() {
            "d" => DAY,
            "h" => DAY / 24,
            "min" | "m" => DAY / 1440,
            "s" => DAY / 86_400,
            _ => return Err(bad()),
        };
        number.checked_mul(unit_micros).map(|micros| Self(Some(micros))).ok_or_else(bad)
    }
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            None => f.write_str("none"),
            Some(micros) if micros % DAY == 0 => write!(f, "{}d", micros / DAY),
            Some(micros) if micros % (DAY / 24) == 0 => write!(f, "{}h", micros / (DAY / 24)),
            Some(micros) if micros % (DAY / 1440) == 0 => write!(f, "{}min", micros / (DAY / 1440)),
            Some(micros) => write!(f, "{}s", micros / (DAY / 86_400)),
        }
    }
}

impl TryFrom<String> for Span {
    type Error = BadSpan;
    fn try_from(text: String) -> Result<Self, BadSpan> {
        text.parse()
    }
}

impl From<Span> for String {
    fn from(span: Span) -> Self {
        span.to_string()
    }
}

/// How a file is read. Whatever is none is guessed anew each time it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReadOptions {
    /// File in a zip archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
    /// Files of the same shape that are read after this one: relative to its folder, or absolute.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// A table of customers whose columns become segments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attributes: Option<Attributes>,
    /// Type of the objects that count as customers, in an object-centric log (OCEL).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object_type: Option<String>,
    /// SQLite table or view.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// One SELECT on an SQLite file, instead of a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// The first row of a text file names the columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<bool>,
    /// Between fields.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// WHATWG label such as `utf-8` or `windows-1254`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// `.` or `,`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<char>,
    /// Order of day, month and year where only digits are written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// `strptime` format of times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_format: Option<String>,
    /// IANA zone of times without one; none = UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
}

/// A table with one row per customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attributes {
    /// Relative to the folder of the data, or absolute.
    pub file: String,
    /// The column that tells the customer; none = guessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// The columns that become segments; none = all that hold few different words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
}

/// Order of the parts of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

/// Column names by role. An event log needs customer, time and event; a survey needs none of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Roles {
    /// Who.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Time of day, where the time column holds the date alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clock: Option<String>,
    /// What.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Which journey, session or case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub journey: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// A rating.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<String>,
    /// A mood: a word or a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentiment: Option<String>,
    /// What the customer wrote or said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Seconds waited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait: Option<String>,
    /// Who served.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agent: Option<String>,
    /// How it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// Money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue: Option<String>,
    /// Journeys that got here, in a summary table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reached: Option<String>,
    /// Journeys that ended here, in a summary table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exits: Option<String>,
    /// How many scores the mean in the score column is of, in a summary table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<String>,
    /// Columns to filter and compare by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<String>,
}

/// A survey table: each rating column is a touchpoint's score.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// The rating columns; the column name is the event name that rules match.
    pub ratings: Vec<Rating>,
    /// The day of the answers where no column says it: ISO date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// One rating column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// Column name, blanks around it ignored.
    pub column: String,
    /// Own scale, when it differs from the source's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Scale>,
}

/// A rule from events to a touchpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventRule {
    /// Which event names.
    pub event: Pattern,
    /// Only in this channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// Where they belong.
    pub touchpoint: TouchpointId,
}

/// Which journeys are counted: whole journeys, never parts. All conditions must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// The first event at or after this: ISO date or time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The first event before this: ISO date or time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Segment column → allowed values.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub segments: BTreeMap<String, BTreeSet<String>>,
    /// At least one event in one of these channels.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub channels: BTreeSet<String>,
    /// How the journey stands.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub statuses: BTreeSet<JourneyStatus>,
}

/// A range of time in which journeys begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first event at or after this: ISO date or time.
    pub from: String,
    /// The first event before this: ISO date or time.
    pub to: String,
}

/// How a journey stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JourneyStatus {
    /// It reached a goal.
    Goal,
    /// Too young to say.
    Open,
    /// Ended, but the customer came again.
    Returned,
    /// Ended.
    Left,
}

impl JourneyStatus {
    /// All of them; every counted journey has exactly one.
    pub const ALL: [Self; 4] = [Self::Goal, Self::Open, Self::Returned, Self::Left];

    /// True for journeys that ended without the goal.
    #[must_use]
    pub const fn is_exit(self) -> bool {
        matches!(self, Self::Returned | Self::Left)
    }
}

impl Filter {
    /// True when every journey passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
