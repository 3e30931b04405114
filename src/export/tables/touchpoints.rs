//! A line per touchpoint with all that was drawn and measured there, and a line per channel of each.

use super::{Cell, Column, Kind, Table};
use crate::export::json::touchpoints_json;
use crate::measure::small_groups::SmallGroups;
use crate::measure::{Measures, TouchpointFigures};
use crate::model::{JourneyMap, Persona, Touchpoint};
use crate::tr;
use serde_json::Value;

/// What is known of a touchpoint.
struct Of<'a> {
    map: &'a JourneyMap,
    touchpoint: &'a Touchpoint,
    figures: Option<&'a TouchpointFigures>,
    json: Option<&'a Value>,
    small: SmallGroups,
}

impl Of<'_> {
    fn figure(&self, pointer: &str) -> Cell {
        Cell::of_json(self.json.and_then(|json| json.pointer(pointer)))
    }

    fn drawn_emotion(&self, persona: &Persona) -> Option<f64> {
        persona.emotions.get(&self.touchpoint.id).map(|emotion| emotion.value())
    }
}

/// A column and what stands in it.
struct Filled<'a> {
    column: Column,
    cell: Box<dyn Fn(&Of<'_>) -> Cell + 'a>,
}

fn filled<'a>(heading: String, kind: Kind, cell: impl Fn(&Of<'_>) -> Cell + 'a) -> Filled<'a> {
    Filled { column: Column { heading, kind }, cell: Box::new(cell) }
}

/// The table of touchpoints; figures only where something is measured.
pub fn touchpoints(map: &JourneyMap, measures: Option<&Measures>, small: SmallGroups) -> Table {
    let mut columns = drawn(map);
    if measures.is_some() {
        columns.extend(FIGURES.iter().map(|(heading, kind, pointer)| {
            let pointer = *pointer;
            filled(heading(), *kind, move |of| of.figure(pointer))
        }));
        columns.extend(further(map));
    }
    let json = measures.map(|measures| touchpoints_json(map, measures, small)).unwrap_or_default();
    let rows = map.touchpoints_in_order().map(|(_, touchpoint)| {
        let place = measures.and_then(|measures| {
            measures.touchpoints.iter().position(|figures| figures.touchpoint == touchpoint.id)
        });
        let of = Of {
            map,
            touchpoint,
            figures: measures.zip(place).and_then(|(measures, place)| measures.touchpoints.get(place)),
            json: place.and_then(|place| json.get(place)),
            small,
        };
        columns.iter().map(|column| (column.cell)(&of)).collect()
    });
    let rows = rows.collect();
    let columns = columns.into_iter().map(|of| of.column).collect();
    Table { name: tr!("export-sheet-touchpoints"), columns, rows }
}

/// What the team has written and drawn.
fn drawn(map: &JourneyMap) -> Vec<Filled<'_>> {
    let yes = |is: bool| if is { Cell::Text(tr!("export-yes")) } else { Cell::Empty };
    let mut columns = vec![
        filled(tr!("export-column-stage"), Kind::Name, |of| {
            of.map.stage_of(of.touchpoint.id).map_or(Cell::Empty, |stage| Cell::text(&stage.name))
        }),
        filled(tr!("export-column-touchpoint"), Kind::Name, |of| Cell::text(&of.touchpoint.name)),
        filled(tr!("export-column-owner"), Kind::Name, |of| Cell::text(&of.touchpoint.owner)),
        filled(tr!("export-column-channels"), Kind::Name, |of| {
            let channels = of.touchpoint.channels.iter().filter_map(|id| of.map.channels.get(*id));
            Cell::text(channels.map(|channel| channel.name.trim()).collect::<Vec<_>>().join(", "))
        }),
        filled(tr!("export-column-goal"), Kind::Name, move |of| yes(of.touchpoint.goal)),
        filled(tr!("export-column-contact"), Kind::Name, move |of| yes(of.touchpoint.contact)),
        filled(tr!("export-column-moment"), Kind::Name, move |of| yes(of.touchpoint.moment_of_truth)),
    ];
    columns.extend(map.personas_in_order().map(|persona| {
        let heading = tr!("export-column-drawn", persona = persona.short_name());
        filled(heading, Kind::Signed, |of| of.drawn_emotion(persona).map_or(Cell::Empty, Cell::Number))
    }));
    columns
}

type Figure = (fn() -> String, Kind, &'static str);

/// Figures and where each stands in the JSON of a touchpoint, from which they are taken so that the two can't differ.
const FIGURES: [Figure; 28] = [
    (|| tr!("export-column-visits"), Kind::Count, "/visits"),
    (|| tr!("export-column-customers"), Kind::Count, "/customers"),
    (|| tr!("export-column-reached"), Kind::Count, "/reached"),
    (|| tr!("export-column-closed"), Kind::Count, "/closed"),
    (|| tr!("export-column-left"), Kind::Count, "/left"),
    (|| tr!("export-column-returned"), Kind::Count, "/returned"),
    (|| tr!("export-column-exits"), Kind::Count, "/exits"),
    (|| tr!("export-column-open"), Kind::Count, "/open"),
    (|| tr!("export-column-rate"), Kind::Share, "/exit_rate/value"),
    (|| tr!("export-column-rate-low"), Kind::Share, "/exit_rate/low"),
    (|| tr!("export-column-rate-high"), Kind::Share, "/exit_rate/high"),
    (|| tr!("export-column-rate-visits"), Kind::Share, "/exit_rate_visits"),
    (|| tr!("export-column-scores"), Kind::Count, "/satisfaction/n"),
    (|| tr!("export-column-score-mean"), Kind::Number, "/satisfaction/mean"),
    (|| tr!("export-column-score-low"), Kind::Number, "/satisfaction/low"),
    (|| tr!("export-column-score-high"), Kind::Number, "/satisfaction/high"),
    (|| tr!("export-column-satisfied"), Kind::Count, "/satisfaction/satisfied"),
    (|| tr!("export-column-neutral"), Kind::Count, "/satisfaction/neutral"),
    (|| tr!("export-column-dissatisfied"), Kind::Count, "/satisfaction/dissatisfied"),
    (|| tr!("export-column-emotion"), Kind::Signed, "/satisfaction/emotion"),
    (|| tr!("export-column-nps"), Kind::Signed, "/satisfaction/nps"),
    (|| tr!("export-column-positive"), Kind::Count, "/sentiment/positive"),
    (|| tr!("export-column-neither"), Kind::Count, "/sentiment/neutral"),
    (|| tr!("export-column-negative"), Kind::Count, "/sentiment/negative"),
    (|| tr!("export-column-wait-median"), Kind::Seconds, "/wait/median"),
    (|| tr!("export-column-wait-p90"), Kind::Seconds, "/wait/p90"),
    (|| tr!("export-column-again"), Kind::Share, "/contacted_again"),
    (|| tr!("export-column-agents"), Kind::Share, "/several_agents"),
];

/// Figures that follow from several others.
fn further(map: &JourneyMap) -> Vec<Filled<'_>> {
    let persona = map.personas_in_order().next();
    vec![
        filled(tr!("export-column-gap"), Kind::Signed, move |of| {
            let drawn = persona.and_then(|persona| of.drawn_emotion(persona));
            match (drawn, of.figure("/satisfaction/emotion")) {
                (Some(drawn), Cell::Number(measured)) => Cell::Number(drawn - measured),
                (Some(_), hidden @ Cell::Hidden(_)) => hidden,
                _ => Cell::Empty,
            }
        }),
        filled(tr!("export-column-drop-off"), Kind::Share, |of| {
            of.figures.map_or(Cell::Empty, |figures| drop_off(figures, of.small))
        }),
        filled(tr!("export-column-response"), Kind::Share, |of| {
            of.figures.map_or(Cell::Empty, |figures| response(figures, of.small))
        }),
    ]
}

fn drop_off(figures: &TouchpointFigures, small: SmallGroups) -> Cell {
    let shown = figures.drop_off.map(|share| small.share(share, figures.closed));
    shown.map_or(Cell::Empty, |shown| Cell::shown(shown, Cell::Number))
}

fn response(figures: &TouchpointFigures, small: SmallGroups) -> Cell {
    let shown = figures.response_rate.map(|share| small.share(share, figures.visits));
    shown.map_or(Cell::Empty, |shown| Cell::shown(shown, Cell::Number))
}

/// The channels of each touchpoint as the data has them; none when nothing tells channels.
pub fn channels(map: &JourneyMap, measures: &Measures, small: SmallGroups) -> Option<Table> {
    let json = touchpoints_json(map, measures, small);
    let lines = json.iter().flat_map(|touchpoint| {
        let channels = touchpoint["channels"].as_array().map(Vec::as_slice).unwrap_or_default();
        channels.iter().map(move |channel| (touchpoint, channel))
    });
    let known: Vec<_> = lines.filter(|(_, channel)| channel["channel"].is_string()).collect();
    let columns = vec![
        (tr!("export-column-stage"), Kind::Name),
        (tr!("export-column-touchpoint"), Kind::Name),
        (tr!("export-column-channel"), Kind::Name),
        (tr!("export-column-visits"), Kind::Count),
        (tr!("export-column-scores"), Kind::Count),
        (tr!("export-column-score-mean"), Kind::Number),
        (tr!("export-column-exits"), Kind::Count),
    ];
    let text = |value: &Value| Cell::text(value.as_str().unwrap_or_default());
    let row = |(touchpoint, channel): (&Value, &Value)| {
        let figure = |name: &str| Cell::of_json(channel.get(name));
        vec![
            text(&touchpoint["stage"]),
            text(&touchpoint["name"]),
            text(&channel["channel"]),
            figure("visits"),
            figure("score_n"),
            figure("score_mean"),
            figure("exits"),
        ]
    };
    (!known.is_empty()).then(|| Table::of(tr!("export-sheet-channels"), columns, known, row))
}
