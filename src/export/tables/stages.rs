//! A line per stage with what is in it.

use super::{Cell, Kind, Table};
use crate::measure::Measures;
use crate::measure::small_groups::SmallGroups;
use crate::model::{Card, CardKind, JourneyMap, Stage};
use crate::tr;

/// The stages from left to right.
pub fn stages(map: &JourneyMap, measures: Option<&Measures>, small: SmallGroups) -> Table {
    let measures = measures.filter(|measures| !measures.is_summary);
    let mut columns = vec![
        (tr!("export-column-stage"), Kind::Name),
        (tr!("export-column-touchpoints"), Kind::Count),
        (tr!("export-column-cards"), Kind::Count),
        (tr!("export-column-pains"), Kind::Count),
        (tr!("export-column-opportunities"), Kind::Count),
        (tr!("export-column-drawn-mean"), Kind::Signed),
    ];
    if measures.is_some() {
        columns.push((tr!("export-column-visits"), Kind::Count));
        columns.push((tr!("export-column-exits"), Kind::Count));
    }
    Table::of(tr!("export-sheet-stages"), columns, map.stages_in_order(), |stage| {
        let here = |card: &&Card| stage.touchpoints.contains(&card.touchpoint);
        let count = |is: fn(&CardKind) -> bool| {
            Cell::count(map.cards.iter().filter(here).filter(|card| is(&card.kind)).count() as u64)
        };
        let mut row = vec![
            Cell::text(&stage.name),
            Cell::count(stage.touchpoints.len() as u64),
            count(|_| true),
            count(|kind| matches!(kind, CardKind::Pain(_))),
            count(|kind| matches!(kind, CardKind::Opportunity(_))),
            drawn_mean(map, stage),
        ];
        if let Some(measures) = measures {
            let here = measures.touchpoints.iter().filter(|of| stage.touchpoints.contains(&of.touchpoint));
            row.push(sum(here.clone().map(|of| (of.visits, small.hides(of.visits)))));
            row.push(sum(here.map(|of| (of.exits, small.hides_part(of.exits, of.closed)))));
        }
        row
    })
}

/// A sum of counts of which none is hidden, else those that are told would tell the hidden one.
fn sum(counts: impl Iterator<Item = (u64, bool)>) -> Cell {
    let add = |(sum, is_any_hidden), (count, is_hidden)| (sum + count, is_any_hidden || is_hidden);
    match counts.fold((0, false), add) {
        (_, true) => Cell::withheld(),
        (sum, false) => Cell::count(sum),
    }
}

/// Mean of what was drawn for the first persona.
fn drawn_mean(map: &JourneyMap, stage: &Stage) -> Cell {
    let Some(persona) = map.personas_in_order().next() else { return Cell::Empty };
    let drawn = stage.touchpoints.iter().filter_map(|id| persona.emotions.get(id));
    let drawn: Vec<f64> = drawn.map(|emotion| emotion.value()).collect();
    if drawn.is_empty() { Cell::Empty } else { Cell::Number(drawn.iter().sum::<f64>() / drawn.len() as f64) }
}
