//! A line per card with the fields of its kind, and a line per action.

use super::{Cell, Kind, Table};
use crate::measure::small_groups::SmallGroups;
use crate::measure::{Measures, PainFigures};
use crate::model::ranking::actions as ranked_actions;
use crate::model::{Card, CardKind, Evidence, JourneyMap, Side, TouchpointId};
use crate::scene::lane_name;
use crate::tr;

/// The cards in the order in which one reads the map.
pub fn cards(map: &JourneyMap, measures: Option<&Measures>, small: SmallGroups) -> Table {
    let in_order = map.touchpoints_in_order().flat_map(|(stage, touchpoint)| {
        map.lanes_in_order().flat_map(move |lane| {
            map.cell(lane.id, touchpoint.id).into_iter().map(move |card| (stage, touchpoint, lane, card))
        })
    });
    let columns = vec![
        (tr!("export-column-stage"), Kind::Name),
        (tr!("export-column-touchpoint"), Kind::Name),
        (tr!("export-column-lane"), Kind::Name),
        (tr!("export-column-kind"), Kind::Name),
        (tr!("export-column-text"), Kind::Words),
        (tr!("export-column-evidence"), Kind::Name),
        (tr!("export-action-votes"), Kind::Count),
        (tr!("export-column-tags"), Kind::Name),
        (tr!("export-column-covers"), Kind::Count),
        (tr!("export-column-severity"), Kind::Count),
        (tr!("export-column-side"), Kind::Name),
        (tr!("export-column-assumed"), Kind::Share),
        (tr!("export-column-pain-share"), Kind::Share),
        (tr!("export-column-pain-journeys"), Kind::Count),
        (tr!("export-column-explained"), Kind::Number),
        (tr!("export-column-risk"), Kind::Number),
        (tr!("export-column-risk-low"), Kind::Number),
        (tr!("export-column-risk-high"), Kind::Number),
        (tr!("export-action-impact"), Kind::Count),
        (tr!("export-action-effort"), Kind::Count),
        (tr!("export-action-owner"), Kind::Name),
        (tr!("export-action-due"), Kind::Day),
        (tr!("export-column-said-by"), Kind::Name),
        (tr!("export-column-value"), Kind::Name),
    ];
    Table::of(tr!("export-sheet-cards"), columns, in_order, |(stage, touchpoint, lane, card)| {
        let mut row = vec![
            Cell::text(&stage.name),
            Cell::text(&touchpoint.name),
            Cell::text(lane_name(lane)),
            Cell::text(kind_name(card)),
            Cell::text(&card.text),
            card.evidence.map_or(Cell::Empty, |evidence| Cell::Text(evidence_name(evidence))),
            if card.votes == 0 { Cell::Empty } else { Cell::number(card.votes) },
            Cell::text(card.tags.iter().map(String::as_str).collect::<Vec<_>>().join(", ")),
            Cell::count(map.covered(card).len() as u64),
        ];
        let figures = measures.and_then(|of| of.pains.iter().find(|pain| pain.card == card.id));
        row.extend(of_pain(card));
        row.extend(of_pain_measured(figures, small));
        row.extend(of_opportunity(card));
        row.extend(of_others(card));
        row
    })
}

fn kind_name(card: &Card) -> String {
    match card.kind {
        CardKind::Note => tr!("export-kind-note"),
        CardKind::Pain(_) => tr!("export-kind-pain"),
        CardKind::Opportunity(_) => tr!("export-kind-opportunity"),
        CardKind::Quote { .. } => tr!("export-kind-quote"),
        CardKind::Thought => tr!("export-kind-thought"),
        CardKind::Backstage => tr!("export-kind-backstage"),
        CardKind::Metric { .. } => tr!("export-kind-metric"),
        CardKind::Image { .. } => tr!("export-kind-picture"),
    }
}

fn evidence_name(evidence: Evidence) -> String {
    match evidence {
        Evidence::Assumed => tr!("export-evidence-assumed"),
        Evidence::Quoted => tr!("export-md-evidence-quoted"),
        Evidence::Measured => tr!("export-md-evidence-measured"),
    }
}

/// Severity, side and assumed frequency.
fn of_pain(card: &Card) -> [Cell; 3] {
    let CardKind::Pain(pain) = &card.kind else { return Default::default() };
    let side = match pain.side {
        Side::Customer => tr!("export-side-customer"),
        Side::Staff => tr!("export-side-staff"),
    };
    [Cell::number(pain.severity), Cell::Text(side), pain.frequency.map_or(Cell::Empty, Cell::Number)]
}

/// Measured frequency, journeys, exits it may explain, risk ratio with its interval.
fn of_pain_measured(figures: Option<&PainFigures>, small: SmallGroups) -> [Cell; 6] {
    let Some((figures, share)) = figures.and_then(|figures| Some((figures, figures.share?))) else {
        return Default::default();
    };
    let shown = small.rate(share);
    let figure = |value: Option<f64>| match value {
        None => Cell::Empty,
        Some(_) if shown.is_hidden() => Cell::withheld(),
        Some(value) => Cell::Number(value),
    };
    let risk = figures.risk_ratio;
    [
        Cell::shown(shown, |share| Cell::Number(share.value)),
        Cell::shown(shown, |share| Cell::count(share.count)),
        figure(figures.exits_explained),
        figure(risk.map(|(ratio, ..)| ratio)),
        figure(risk.map(|(_, low, _)| low)),
        figure(risk.map(|(.., high)| high)),
    ]
}

/// Impact, effort, owner and due day.
fn of_opportunity(card: &Card) -> [Cell; 4] {
    let CardKind::Opportunity(of) = &card.kind else { return Default::default() };
    [Cell::number(of.impact), Cell::number(of.effort), Cell::text(&of.owner), Cell::text(&of.due)]
}

/// Who said a quote, and the value of a metric.
fn of_others(card: &Card) -> [Cell; 2] {
    match &card.kind {
        CardKind::Quote { source } => [Cell::text(source), Cell::Empty],
        CardKind::Metric { value } => [Cell::Empty, Cell::text(value)],
        _ => Default::default(),
    }
}

/// Who does what until when, in the order of the action list.
pub fn actions(map: &JourneyMap) -> Table {
    let columns = vec![
        (tr!("export-action"), Kind::Words),
        (tr!("export-action-owner"), Kind::Name),
        (tr!("export-action-due"), Kind::Day),
        (tr!("export-action-impact"), Kind::Count),
        (tr!("export-action-effort"), Kind::Count),
        (tr!("export-action-votes"), Kind::Count),
        (tr!("export-action-stage"), Kind::Name),
        (tr!("export-action-touchpoint"), Kind::Name),
        (tr!("export-action-pains"), Kind::Words),
    ];
    Table::of(tr!("export-sheet-actions"), columns, ranked_actions(map), |action| {
        let touchpoint = map.name_of(action.touchpoint);
        let stage = map.stage_of(action.touchpoint).map_or("", |stage| &stage.name);
        vec![
            Cell::text(&action.text),
            Cell::text(&action.owner),
            Cell::text(&action.due),
            Cell::number(action.impact),
            Cell::number(action.effort),
            Cell::number(action.votes),
            Cell::text(stage),
            Cell::text(touchpoint),
            Cell::text(pains_at(map, action.touchpoint)),
        ]
    })
}

/// What hurts at a touchpoint, one below the other.
fn pains_at(map: &JourneyMap, touchpoint: TouchpointId) -> String {
    let is_pain = |card: &&Card| card.touchpoint == touchpoint && matches!(card.kind, CardKind::Pain(_));
    let mut pains: Vec<_> = map.cards.iter().filter(is_pain).collect();
    pains.sort_by_key(|card| (card.lane, card.slot));
    pains.into_iter().map(|card| card.text.as_str()).collect::<Vec<_>>().join("\n")
}
