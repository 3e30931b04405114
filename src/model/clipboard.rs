//! Clipboard text to and from cells: tab-separated as spreadsheets write it, or a list with bullets or numbers.

use super::id::{CardId, StageId, TouchpointId};
use super::records::JourneyMap;
use std::collections::BTreeSet;

/// The cells of clipboard text, row by row; rows may differ in length. Quoted cells may hold tabs and line
/// breaks. In a list each row is one cell, without its bullet or number.
#[must_use]
pub fn parse_cells(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = rows(text);
    while rows.last().is_some_and(|row| is_blank(row)) {
        rows.pop();
    }
    list_items(&rows).unwrap_or(rows)
}

/// Cells as tab-separated text that spreadsheets and [`parse_cells`] read back; lines end in `\n`.
#[must_use]
pub fn write_cells(cells: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in cells {
        let row: Vec<_> = row.iter().map(|cell| quoted_where_needed(cell)).collect();
        text += &row.join("\t");
        text.push('\n');
    }
    text
}

/// What is selected, as cells that paste back to the same places: a grid of lanes and touchpoints for cards (below
/// the names of touchpoints, if any is selected too), one column of names for touchpoints, two columns for stages.
#[must_use]
pub fn copy_cells(
    map: &JourneyMap,
    stages: &BTreeSet<StageId>,
    touchpoints: &BTreeSet<TouchpointId>,
    cards: &BTreeSet<CardId>,
) -> Vec<Vec<String>> {
    if !cards.is_empty() {
        return grid(map, touchpoints, cards);
    }
    let columns = || map.touchpoints_in_order();
    if touchpoints.is_empty() {
        let chosen = columns().filter(|(stage, _)| stages.contains(&stage.id));
        return chosen.map(|(stage, touchpoint)| vec![stage.name.clone(), touchpoint.name.clone()]).collect();
    }
    let chosen = columns().filter(|(_, touchpoint)| touchpoints.contains(&touchpoint.id));
    chosen.map(|(_, touchpoint)| vec![touchpoint.name.clone()]).collect()
}

fn grid(
    map: &JourneyMap,
    touchpoints: &BTreeSet<TouchpointId>,
    cards: &BTreeSet<CardId>,
) -> Vec<Vec<String>> {
    let chosen: Vec<_> = cards.iter().filter_map(|card| map.cards.get(*card)).collect();
    let columns: Vec<_> = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint).collect();
    let has_column = |id| touchpoints.contains(&id) || chosen.iter().any(|card| card.touchpoint == id);
    let columns = between(&columns, |touchpoint| has_column(touchpoint.id));
    let lanes = map.lanes_in_order().filter(|lane| lane.kind.holds_cards());
    let has_row = |id| chosen.iter().any(|card| card.lane == id);
    let lanes: Vec<_> = lanes.filter(|lane| !lane.hidden || has_row(lane.id)).collect();
    let lanes = between(&lanes, |lane| has_row(lane.id));
    let names = || columns.iter().map(|touchpoint| touchpoint.name.clone()).collect();
    let mut rows: Vec<Vec<String>> = if touchpoints.is_empty() { Vec::new() } else { vec![names()] };
    for lane in lanes {
        let cell = |touchpoint: TouchpointId| {
            let there = map.cell(lane.id, touchpoint).into_iter().filter(|card| cards.contains(&card.id));
            // A line is a card when it is pasted.
            let lines: Vec<_> = there.map(|card| card.text.replace(['\r', '\n'], " ")).collect();
            lines.join("\n")
        };
        rows.push(columns.iter().map(|touchpoint| cell(touchpoint.id)).collect());
    }
    rows
}

/// From the first to the last that is wanted.
fn between<T>(all: &[T], is_wanted: impl Fn(&T) -> bool) -> &[T] {
    let first = all.iter().position(&is_wanted).unwrap_or(all.len());
    let end = all.iter().rposition(&is_wanted).map_or(first, |last| last + 1);
    all.get(first..end).unwrap_or_default()
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    loop {
        let (cell, after) = quoted_cell(rest).unwrap_or_else(|| plain_cell(rest));
        row.push(cell);
        rest = after;
        if let Some(next) = rest.strip_prefix('\t') {
            rest = next;
            continue;
        }
        rows.push(std::mem::take(&mut row));
        match rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])) {
            Some(next) if !next.is_empty() => rest = next,
            _ => return rows,
        }
    }
}

fn plain_cell(text: &str) -> (String, &str) {
    let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
    let (cell, rest) = text.split_at(end);
    (cell.to_owned(), rest)
}

/// A cell in quotes with quotes doubled inside; none when the quotes are only part of the words.
fn quoted_cell(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (inside, after) = rest.split_once('"')?;
        cell += inside;
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None if after.is_empty() || after.starts_with(['\t', '\n', '\r']) => {
                return Some((cell.replace("\r\n", "\n"), after));
            }
            None => return None,
        }
    }
}

fn quoted_where_needed(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r']) || cell.starts_with('"') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn is_blank(row: &[String]) -> bool {
    row.iter().all(|cell| cell.trim().is_empty())
}

/// The items when every line begins with a bullet or number; word processors put a tab behind it.
fn list_items(rows: &[Vec<String>]) -> Option<Vec<Vec<String>>> {
    let items = rows.iter().filter(|row| !is_blank(row)).map(|row| {
        let mut cells = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        let item = match (cells.next()?, cells.next(), cells.next()) {
            (marker, Some(item), None) if without_marker(marker)?.is_empty() => item,
            (line, None, None) => without_marker(line)?,
            _ => return None,
        };
        Some(vec![item.to_owned()])
    });
    let items: Vec<_> = items.collect::<Option<_>>()?;
    Some(items).filter(|items| !items.is_empty())
}

/// A line without its bullet, number or checkbox; none when it has none.
fn without_marker(line: &str) -> Option<&str> {
    const BULLETS: &[char] = &['-', '*', '•', '–', '—', '·', '▪', '◦', '‣', '●', '○', '■', '□', '☐', '☑'];
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = match digits {
        0 => line.strip_prefix(BULLETS)?,
        _ => line.get(digits..)?.strip_prefix(['.', ')'])?,
    };
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let item = rest.trim_start();
    let checkbox = ["[ ] ", "[x] ", "[X] "].into_iter().find_map(|checkbox| item.strip_prefix(checkbox));
    Some(checkbox.unwrap_or(item).trim_start())
}
