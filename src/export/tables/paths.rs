//! A line per transition between touchpoints, and a line per switch between channels.

use super::{Cell, Kind, Table};
use crate::measure::small_groups::SmallGroups;
use crate::measure::{Measures, SwitchFigures, TransitionFigures};
use crate::model::{JourneyMap, TouchpointId};
use crate::tr;

/// From where to where; none without paths.
pub fn transitions(map: &JourneyMap, measures: &Measures, small: SmallGroups) -> Option<Table> {
    let columns = vec![
        (tr!("export-column-from"), Kind::Name),
        (tr!("export-column-to"), Kind::Name),
        (tr!("export-column-count"), Kind::Count),
        (tr!("export-column-journeys"), Kind::Count),
        (tr!("export-column-median"), Kind::Seconds),
        (tr!("export-column-p90"), Kind::Seconds),
    ];
    let name = |id: TouchpointId| Cell::text(map.name_of(id));
    let row = |step: &TransitionFigures| {
        let count = small.count(step.count);
        let time = |seconds| if count.is_hidden() { Cell::withheld() } else { Cell::Number(seconds) };
        vec![
            name(step.from),
            name(step.to),
            Cell::shown(count, Cell::count),
            Cell::shown(small.count(step.journeys), Cell::count),
            time(step.median_secs),
            time(step.p90_secs),
        ]
    };
    let steps = &measures.transitions;
    (!steps.is_empty()).then(|| Table::of(tr!("export-sheet-transitions"), columns, steps, row))
}

/// From which channel to which; none without any.
pub fn switches(measures: &Measures, small: SmallGroups) -> Option<Table> {
    let columns = vec![
        (tr!("export-column-from"), Kind::Name),
        (tr!("export-column-to"), Kind::Name),
        (tr!("export-column-count"), Kind::Count),
        (tr!("export-column-switch-exits"), Kind::Share),
    ];
    let row = |switch: &SwitchFigures| {
        let rate = switch.exit_rate.map(|rate| small.share(rate, switch.count));
        vec![
            Cell::text(&switch.from),
            Cell::text(&switch.to),
            Cell::shown(small.count(switch.count), Cell::count),
            rate.map_or(Cell::Empty, |rate| Cell::shown(rate, Cell::Number)),
        ]
    };
    let switches = &measures.channel_switches;
    (!switches.is_empty()).then(|| Table::of(tr!("export-sheet-switches"), columns, switches, row))
}
