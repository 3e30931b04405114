//! Tables as people read them on a page, and the figures that are shown beside the pointer.

use crate::base::fmt::NumberFormat;
use crate::export::tables::{Cell, Column, Kind, Table};
use crate::export::xml::escaped;
use crate::model::{JourneyMap, TouchpointId};
use crate::scene::{Element, Scene};
use crate::tr;
use serde_json::{Map, Value, json};

/// What of a table is told on a page: columns that say nothing are left out, and of a survey those about journeys.
pub fn for_page(mut table: Table, is_survey: bool) -> Table {
    let (columns, rows) = (std::mem::take(&mut table.columns), std::mem::take(&mut table.rows));
    let of_journeys =
        [tr!("export-column-customers"), tr!("export-column-reached"), tr!("export-column-closed")];
    let is_told = |(at, column): (usize, &Column)| {
        let says_something = |cell: &Cell| match cell {
            Cell::Empty => false,
            Cell::Number(value) => column.kind != Kind::Count || *value != 0.0,
            Cell::Text(_) | Cell::Hidden(_) => true,
        };
        let is_about_journeys = is_survey && of_journeys.contains(&column.heading);
        !is_about_journeys && rows.iter().any(|row| row.get(at).is_some_and(says_something))
    };
    let told: Vec<bool> = columns.iter().enumerate().map(is_told).collect();
    table.rows = rows.into_iter().map(|row| kept(row, &told)).collect();
    let columns = kept(columns, &told).into_iter().map(|column| match column.heading {
        visits if is_survey && visits == tr!("export-column-visits") => {
            Column { heading: tr!("export-column-answers"), kind: column.kind }
        }
        heading => Column { heading, kind: column.kind },
    });
    table.columns = columns.collect();
    table
}

fn kept<T>(all: Vec<T>, told: &[bool]) -> Vec<T> {
    all.into_iter().zip(told).filter(|(_, told)| **told).map(|(one, _)| one).collect()
}

/// A table.
pub fn table_html(table: &Table, format: &NumberFormat) -> String {
    let mut html = "<div class=\"table\" tabindex=\"0\">\n<table>\n<thead><tr>".to_owned();
    for column in &table.columns {
        let class = if is_text(column.kind) { " class=\"name\"" } else { "" };
        html += &format!("<th scope=\"col\"{class}>{}</th>", escaped(&column.heading));
    }
    html += "</tr></thead>\n<tbody>\n";
    for row in &table.rows {
        html += "<tr>";
        for (column, cell) in table.columns.iter().zip(row) {
            let words = words(cell, column.kind, format);
            let words = escaped(&words);
            let is_heading = column.kind == Kind::Name && column.heading == tr!("export-column-touchpoint");
            html += &match (is_heading, cell) {
                (true, _) => format!("<th scope=\"row\">{words}</th>"),
                (false, Cell::Hidden(_)) => format!("<td class=\"hidden-figure\">{words}</td>"),
                (false, _) if is_text(column.kind) => format!("<td class=\"name\">{words}</td>"),
                (false, _) => format!("<td>{words}</td>"),
            };
        }
        html += "</tr>\n";
    }
    html + "</tbody>\n</table>\n</div>\n"
}

const fn is_text(kind: Kind) -> bool {
    matches!(kind, Kind::Name | Kind::Words | Kind::Day)
}

/// What stands in a cell, for people.
pub fn words(cell: &Cell, kind: Kind, format: &NumberFormat) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Hidden(text) => text.clone(),
        Cell::Number(value) => match kind {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // counts
            Kind::Count => format.count(value.max(0.0).round() as u64),
            Kind::Share => format.percent(*value, 1),
            Kind::Signed => format.signed(*value, 2),
            Kind::Seconds => format.duration(*value),
            Kind::Number | Kind::Name | Kind::Words | Kind::Day => format.decimals(*value, 2),
        },
    }
}

/// Beside the pointer: by the name of each thing of a touchpoint in the picture, what it is called and its figures (what, how
/// much); of other things only what the name begins with, where that is not what stands before the first comma.
pub fn tips(map: &JourneyMap, scene: &Scene, table: &Table, format: &NumberFormat) -> Value {
    let headings = [
        tr!("export-column-visits"),
        tr!("export-column-answers"),
        tr!("export-column-reached"),
        tr!("export-column-exits"),
        tr!("export-column-rate"),
        tr!("export-column-rate-low"),
        tr!("export-column-rate-high"),
        tr!("export-column-scores"),
        tr!("export-column-score-mean"),
        tr!("export-column-satisfied"),
        tr!("export-column-emotion"),
        tr!("export-column-wait-median"),
        tr!("export-column-again"),
    ];
    let columns: Vec<_> =
        table.columns.iter().enumerate().filter(|(_, column)| headings.contains(&column.heading)).collect();
    let figures_at = |touchpoint: TouchpointId| -> Option<Value> {
        let place = map.touchpoints_in_order().position(|(_, known)| known.id == touchpoint)?;
        let row = table.rows.get(place)?;
        let told = columns.iter().filter_map(|(at, column)| {
            let cell = row.get(*at).filter(|cell| **cell != Cell::Empty)?;
            Some(json!([column.heading, words(cell, column.kind, format)]))
        });
        let told: Vec<Value> = told.collect();
        let name = map.touchpoints.get(touchpoint)?.name.trim();
        Some(json!([name, told])).filter(|_| !told.is_empty())
    };
    let tips = scene.nodes.iter().filter_map(|node| {
        let label = node.label.to_string();
        let figures = match node.element {
            Element::Touchpoint(touchpoint) | Element::Measured(_, touchpoint) => figures_at(touchpoint),
            _ => None,
        };
        let told = figures.or_else(|| Some(json!([beginning(&label, name_of(map, node.element)?)?])))?;
        Some((label, told))
    });
    Value::Object(tips.collect::<Map<_, _>>())
}

/// What people have called it.
fn name_of(map: &JourneyMap, element: Element) -> Option<&str> {
    match element {
        Element::Touchpoint(touchpoint) => Some(&map.touchpoints.get(touchpoint)?.name),
        Element::Card(card) => Some(&map.cards.get(card)?.text),
        Element::Stage(stage) => Some(&map.stages.get(stage)?.name),
        Element::Lane(lane) => Some(&map.lanes.get(lane)?.name),
        _ => None,
    }
}

/// A label up to the end of a name with commas in it.
fn beginning<'a>(label: &'a str, name: &str) -> Option<&'a str> {
    let name = name.trim();
    let start = label.find(name).filter(|_| name.contains(", "))?;
    label.get(..start + name.len())
}
