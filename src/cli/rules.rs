//! Rules from a CSV file: `event,touchpoint[,channel]`, one rule a line, the first line being the header.
//! An event with `*` or `?` is a glob, one between slashes a regular expression, one after `~` a name however spelt,
//! anything else a whole name.

use super::error::CliError;
use super::resolved::touchpoint_named;
use crate::base::name_key;
use crate::model::{EventRule, JourneyMap, Pattern};
use csv::StringRecord;
use std::path::Path;

/// The rules of a file, for the touchpoints of a map.
pub fn read(path: &Path, map: &JourneyMap) -> Result<Vec<EventRule>, CliError> {
    let shown = path.display();
    let broken = |error: csv::Error| {
        let hint = "Write UTF-8 CSV with the columns event, touchpoint and perhaps channel.";
        CliError::input(format!("{shown}: {error}"), "", hint)
    };
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_path(path).map_err(broken)?;
    let header = reader.headers().map_err(broken)?.clone();
    let column =
        |name: &str| header.iter().position(|cell| name_key(cell.trim_start_matches('\u{FEFF}')) == name);
    let needed = |name: &str| {
        let hint = "The first line must be `event,touchpoint` or `event,touchpoint,channel`.";
        column(name)
            .ok_or_else(|| CliError::input(format!("{shown}:1: there is no column `{name}`"), "", hint))
    };
    let (event, touchpoint, channel) = (needed("event")?, needed("touchpoint")?, column("channel"));

    let mut rules = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let line = record.position().map_or(0, csv::Position::line);
        let place = format!("{shown}:{line}");
        let cell = |index: usize| record.get(index).filter(|cell| !cell.is_empty());
        let (Some(event), Some(touchpoint)) = (cell(event), cell(touchpoint)) else {
            let hint = "Fill both, or take the line out.";
            return Err(CliError::input(
                format!("{place}: event or touchpoint is empty"),
                shown_line(&record),
                hint,
            ));
        };
        let channel = channel.and_then(cell).map(str::to_owned);
        for touchpoint in touchpoint_named(map, touchpoint, &place)? {
            rules.push(EventRule { event: pattern(event), channel: channel.clone(), touchpoint });
        }
    }
    Ok(rules)
}

fn shown_line(record: &StringRecord) -> String {
    record.iter().collect::<Vec<_>>().join(",")
}

fn pattern(event: &str) -> Pattern {
    let inside_slashes = event.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
    if let Some(name) = event.strip_prefix('~').filter(|name| !name.trim().is_empty()) {
        return Pattern::Normalised(name.trim().to_owned());
    }
    match inside_slashes.filter(|inside| !inside.is_empty()) {
        Some(inside) => Pattern::Regex(inside.to_owned()),
        None if event.contains(['*', '?']) => Pattern::Glob(event.to_owned()),
        None => Pattern::Exact(event.to_owned()),
    }
}
