//! The map and its figures as tables for people who work on in a spreadsheet. A table knows what its columns hold, so
//! that CSV and workbook are two ways of writing one thing.

mod cards;
mod csv;
mod paths;
mod stages;
pub(super) mod touchpoints;
mod xlsx;

pub use csv::{actions_csv, cards_csv};
pub use xlsx::{Workbook, xlsx};

use crate::measure::small_groups::Shown;
use serde_json::Value;

/// A table with a name and a line per thing.
pub(super) struct Table {
    name: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
pub(super) struct Column {
    pub heading: String,
    pub kind: Kind,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A name or a word.
    Name,
    /// Sentences.
    Words,
    /// `YYYY-MM-DD`.
    Day,
    Count,
    /// 0…1, shown in per cent.
    Share,
    /// A number with two decimals.
    Number,
    /// A number whose sign matters.
    Signed,
    Seconds,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    /// What is written in place of the figure of a small group.
    Hidden(String),
}

impl Cell {
    fn text(text: impl AsRef<str>) -> Self {
        let text = text.as_ref().trim();
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    fn number(value: impl Into<f64>) -> Self {
        Self::Number(value.into())
    }

    fn count(count: u64) -> Self {
        Self::Number(count as f64)
    }

    /// A figure unless it is one of a small group.
    fn shown<T>(shown: Shown<T>, cell: impl FnOnce(T) -> Self) -> Self {
        match shown {
            Shown::Value(value) => cell(value),
            Shown::Below(smallest) => Self::Hidden(format!("<{smallest}")),
            Shown::Withheld => Self::withheld(),
        }
    }

    /// Of a figure that would tell a small group.
    fn withheld() -> Self {
        Self::Hidden(crate::tr!("export-hidden"))
    }

    /// A figure as it stands in the JSON of figures, where those of small groups are texts.
    fn of_json(value: Option<&Value>) -> Self {
        match value {
            Some(Value::Number(number)) => number.as_f64().map_or(Self::Empty, Self::Number),
            Some(Value::String(text)) if text.starts_with('<') => Self::Hidden(text.clone()),
            Some(Value::String(_)) => Self::withheld(),
            _ => Self::Empty,
        }
    }
}

impl Table {
    /// A table of things that each give a cell per column.
    fn of<T>(
        name: String,
        columns: Vec<(String, Kind)>,
        things: impl IntoIterator<Item = T>,
        row: impl Fn(T) -> Vec<Cell>,
    ) -> Self {
        let columns = columns.into_iter().map(|(heading, kind)| Column { heading, kind });
        Self { name, columns: columns.collect(), rows: things.into_iter().map(row).collect() }
    }
}
