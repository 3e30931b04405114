//! What is read out of values as they are written: shown beside them before everything is read.

use super::fields::{self, Field};
use super::report::{Profile, Role};
use super::times::{self, Shape, TimeReader, Zone};
use super::{guess, moods, numbers};
use crate::base::Timestamp;
use crate::base::fmt::NumberFormat;
use crate::events::Sentiment;
use crate::model::Source;
use crate::tr;

/// What a value is read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The text itself, a number that reads as it is written, or nothing.
    AsWritten,
    /// A time, a number or a mood, in words.
    Value(String),
    /// One of the codes for "no answer".
    NoAnswer,
    /// Nothing that the column should hold.
    Unreadable,
    /// Dates read in more than one way, and nobody has said which.
    Undecided,
}

/// Reads values of a column in a role, as the source says. Times are those of the source's own zone.
#[must_use]
pub fn readings<'a>(
    profile: &Profile,
    source: &Source,
    (column, role): (usize, Role),
    values: impl Iterator<Item = &'a str>,
    format: &NumberFormat,
) -> Vec<Reading> {
    let names: Vec<String> = profile.columns.iter().map(|column| column.name.clone()).collect();
    let Some(field) = names.get(column).and_then(|name| Field::find(&names, name, source)) else {
        return values.map(|_| Reading::AsWritten).collect();
    };
    let decimal = profile.read.decimal.unwrap_or('.');
    let own = source.survey.iter().flat_map(|survey| &survey.ratings);
    let own = own.filter(|rating| rating.column == field.name).find_map(|rating| rating.scale);
    let scale = own.or(source.scale);
    let number = |number: f64| {
        // As many decimals as it takes, two at most.
        let is_exact = |places: i32| (number * 10_f64.powi(places)).fract().abs() < 1e-9;
        format.decimals(number, (0..2).find(|places| is_exact(*places)).map_or(2, |places| places as usize))
    };
    let times = (role == Role::Time).then(|| time_shape(profile, column, &field.name));
    let mut clock = None;
    let mut read = |text: &str| -> Reading {
        let value = match role {
            Role::Time => match &times {
                Some(Times::Read(shape)) => {
                    let reader = clock.get_or_insert_with(|| TimeReader::new(shape.clone(), Zone::Utc));
                    reader.read(text).map(time_words)
                }
                Some(Times::Undecided) => return Reading::Undecided,
                _ => None,
            },
            Role::Score | Role::Rating => fields::score(text, decimal, scale).map(number),
            Role::Revenue => numbers::parse(text, decimal).map(number),
            Role::Reached | Role::Exits | Role::Answers => {
                fields::count(text, decimal).map(|count| format.count(count))
            }
            Role::Wait => {
                fields::wait_secs(text, decimal).map(|secs| tr!("ingest-seconds", count = number(secs)))
            }
            Role::Sentiment => moods::mood(text, decimal).map(mood_words),
            _ => return Reading::AsWritten,
        };
        match value {
            None => Reading::Unreadable,
            Some(value) if is_same(text, &value) => Reading::AsWritten,
            Some(value) => Reading::Value(value),
        }
    };
    values
        .map(|text| match field.value(text) {
            _ if text.is_empty() => Reading::AsWritten,
            None => Reading::NoAnswer,
            Some(text) => read(text),
        })
        .collect()
}

/// Nothing but the blanks between thousands tells them apart.
fn is_same(text: &str, value: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    bare(text) == bare(value)
}

enum Times {
    Read(Shape),
    Undecided,
    None,
}

/// How the times of a column are written, by the first rows and by what the profile found out or was told.
fn time_shape(profile: &Profile, column: usize, name: &str) -> Times {
    if let Some(format) = &profile.read.time_format {
        return Times::Read(Shape::Format(format.clone()));
    }
    let rows = profile.preview.iter();
    let values = rows.filter_map(|row| row.get(column)).map(String::as_str).filter(|value| !value.is_empty());
    let Some(guessed) = times::guess(values.clone()).or_else(|| times::guess_serials(values)) else {
        return Times::None;
    };
    match (profile.read.date_order, &guessed.shape) {
        (Some(order), Shape::Calendar(_)) => Times::Read(Shape::Calendar(order)),
        _ if guess::date_doubt(name, &guessed).is_some() => Times::Undecided,
        _ => Times::Read(guessed.shape),
    }
}

/// `2024-03-01 09:05`, with seconds where there are any.
fn time_words(time: Timestamp) -> String {
    let iso = time.to_iso().replace('T', " ");
    let iso = iso.trim_end_matches('Z');
    iso.strip_suffix(":00").unwrap_or(iso).to_owned()
}

fn mood_words(mood: Sentiment) -> String {
    match mood {
        Sentiment::Positive => tr!("ingest-positive"),
        Sentiment::Neutral => tr!("ingest-neutral"),
        Sentiment::Negative => tr!("ingest-negative"),
    }
}

/// True for the name of a time zone, such as `Europe/Istanbul`.
#[must_use]
pub fn is_time_zone(name: &str) -> bool {
    Zone::named(name).is_some()
}
