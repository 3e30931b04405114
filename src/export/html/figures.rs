//! Tables as people read them on a page, and the figures that are shown beside the pointer.

use crate::base::fmt::NumberFormat;
use crate::export::tables::{Cell, Kind, Table};
use crate::export::xml::escaped;
use crate::model::{JourneyMap, TouchpointId};
use crate::scene::{Element, Scene};
use crate::tr;
use serde_json::{Map, Value, json};

/// A table; columns in which nothing stands are left out.
pub fn table_html(table: &Table, format: &NumberFormat) -> String {
    let is_empty =
        |column: usize| table.rows.iter().all(|row| row.get(column).is_none_or(|cell| *cell == Cell::Empty));
    let shown: Vec<usize> = (0..table.columns.len()).filter(|column| !is_empty(*column)).collect();
    let mut html = "<div class=\"table\" tabindex=\"0\">\n<table>\n<thead><tr>".to_owned();
    for column in shown.iter().filter_map(|column| table.columns.get(*column)) {
        let class = if is_text(column.kind) { " class=\"name\"" } else { "" };
        html += &format!("<th scope=\"col\"{class}>{}</th>", escaped(&column.heading));
    }
    html += "</tr></thead>\n<tbody>\n";
    for row in &table.rows {
        html += "<tr>";
        for (column, cell) in shown.iter().filter_map(|at| Some((table.columns.get(*at)?, row.get(*at)?))) {
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

/// By the name of each thing of a touchpoint in the picture, its figures: what, how much.
pub fn tips(map: &JourneyMap, scene: &Scene, table: &Table, format: &NumberFormat) -> Value {
    let headings = [
        tr!("export-column-visits"),
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
    let figures_at = |touchpoint: TouchpointId| -> Option<Vec<Value>> {
        let place = map.touchpoints_in_order().position(|(_, known)| known.id == touchpoint)?;
        let row = table.rows.get(place)?;
        let told = columns.iter().filter_map(|(at, column)| {
            let cell = row.get(*at).filter(|cell| **cell != Cell::Empty)?;
            Some(json!([column.heading, words(cell, column.kind, format)]))
        });
        Some(told.collect()).filter(|told: &Vec<Value>| !told.is_empty())
    };
    let tips = scene.nodes.iter().filter_map(|node| match node.element {
        Element::Touchpoint(touchpoint) | Element::Measured(_, touchpoint) => {
            Some((node.label.to_string(), Value::Array(figures_at(touchpoint)?)))
        }
        _ => None,
    });
    Value::Object(tips.collect::<Map<_, _>>())
}
