//! Pasted tables: lists and blocks of cells become stages, touchpoints, lanes and cards.

use super::{cards, lanes, stages, touchpoints};
use crate::base::key::name_key;
use crate::model::card::CardKind;
use crate::model::edit::{Created, EditError, PasteTarget};
use crate::model::id::{LaneId, StageId, TouchpointId};
use crate::model::lane::LaneKind;
use crate::model::txn::Txn;

/// Gives what was made last.
pub(super) fn paste(
    txn: &mut Txn<'_>,
    cells: &[Vec<String>],
    into: PasteTarget,
) -> Result<Option<Created>, EditError> {
    let rows: Vec<Vec<&str>> = cells.iter().map(|row| row.iter().map(|cell| cell.trim()).collect()).collect();
    let width = rows.iter().filter_map(|row| row.iter().rposition(|cell| !cell.is_empty())).max();
    let Some(width) = width.map(|last| last + 1) else { return Ok(None) };
    let rows: Vec<_> = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
    let is_list = width == 1 || rows.len() == 1;
    let list = || rows.iter().flatten().copied().filter(|cell| !cell.is_empty());
    match into {
        PasteTarget::Touchpoints { stage, at } if is_list => add_touchpoints(txn, stage, at, list()),
        PasteTarget::Touchpoints { stage, at } if width > 2 => table(txn, &rows, stage, at),
        PasteTarget::Touchpoints { stage, .. } => {
            txn.map().stages.need(stage)?;
            let after = txn.map().about.stages.iter().position(|id| *id == stage).map_or(0, |at| at + 1);
            stages_and_touchpoints(txn, &rows, Some(stage), after)
        }
        PasteTarget::Stages { at } if is_list => {
            let mut last = None;
            for (at, name) in (at..).zip(list()) {
                last = Some(stages::add(txn, name, at)?);
            }
            Ok(last)
        }
        PasteTarget::Stages { at } if width > 2 => into_new_stage(txn, &rows, at, table),
        PasteTarget::Stages { at } => stages_and_touchpoints(txn, &rows, None, at),
        PasteTarget::EmptyMap if is_list => into_new_stage(txn, &rows, usize::MAX, |txn, _, stage, at| {
            add_touchpoints(txn, stage, at, list())
        }),
        PasteTarget::EmptyMap if width > 2 => into_new_stage(txn, &rows, usize::MAX, table),
        PasteTarget::EmptyMap => stages_and_touchpoints(txn, &rows, None, usize::MAX),
        PasteTarget::Cells { lane, touchpoint } => {
            cards::need_cell(txn, (lane, touchpoint))?;
            let mut lanes = card_lanes(txn);
            // A hidden lane can be pasted into, though others are passed over.
            let from = lanes.iter().position(|id| *id == lane).unwrap_or_default();
            lanes = if lanes.get(from) == Some(&lane) { lanes.split_off(from) } else { vec![lane] };
            let columns = txn.map().touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id);
            let columns: Vec<_> = columns.skip_while(|id| *id != touchpoint).collect();
            if width == 1 {
                lanes.truncate(1);
            }
            fill(txn, &rows, &lanes, &columns)
        }
    }
}

/// Puts rows into a new stage, which the user will name.
fn into_new_stage<'t>(
    txn: &mut Txn<'_>,
    rows: &[Vec<&'t str>],
    at: usize,
    put: impl Fn(&mut Txn<'_>, &[Vec<&'t str>], StageId, usize) -> Result<Option<Created>, EditError>,
) -> Result<Option<Created>, EditError> {
    let created = stages::add(txn, "", at)?;
    let Created::Stage(stage) = created else { return Ok(Some(created)) };
    put(txn, rows, stage, 0)
}

fn add_touchpoints<'t>(
    txn: &mut Txn<'_>,
    stage: StageId,
    at: usize,
    names: impl Iterator<Item = &'t str>,
) -> Result<Option<Created>, EditError> {
    let mut last = None;
    let end = txn.map().stages.need(stage)?.touchpoints.len();
    for (at, name) in (at.min(end)..).zip(names) {
        last = Some(touchpoints::add(txn, stage, at, name)?);
    }
    Ok(last)
}

/// Two columns. An empty stage is the one above; the first rows without one go into `stage`, if there is one.
fn stages_and_touchpoints(
    txn: &mut Txn<'_>,
    rows: &[Vec<&str>],
    mut stage: Option<StageId>,
    mut at: usize,
) -> Result<Option<Created>, EditError> {
    let mut last = None;
    for row in rows {
        let (stage_name, name) = (cell(row, 0), cell(row, 1));
        if !stage_name.is_empty() || stage.is_none() {
            let same = |id: &StageId| {
                let stage = txn.map().stages.get(*id);
                stage.is_some_and(|stage| name_key(&stage.name) == name_key(stage_name))
            };
            stage = stage.filter(&same).or_else(|| txn.map().about.stages.iter().copied().find(same));
            if stage.is_none() {
                last = Some(stages::add(txn, stage_name, at)?);
                at = at.saturating_add(1);
                if let Some(Created::Stage(new)) = last {
                    stage = Some(new);
                }
            }
        }
        if let Some(stage) = stage.filter(|_| !name.is_empty()) {
            last = Some(touchpoints::add(txn, stage, usize::MAX, name)?);
        }
    }
    Ok(last)
}

/// Touchpoints in the first row, a lane in each row below it.
fn table(
    txn: &mut Txn<'_>,
    rows: &[Vec<&str>],
    stage: StageId,
    at: usize,
) -> Result<Option<Created>, EditError> {
    let Some((names, below)) = rows.split_first() else { return Ok(None) };
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut columns = Vec::with_capacity(width);
    let end = txn.map().stages.need(stage)?.touchpoints.len();
    let mut last = None;
    for column in 0..width {
        // A column without a heading has a touchpoint only when something hangs below it.
        let name = cell(names, column);
        if name.is_empty() && below.iter().all(|row| cell(row, column).is_empty()) {
            columns.push(None);
            continue;
        }
        let place = at.min(end) + columns.iter().flatten().count();
        let created = touchpoints::add(txn, stage, place, name)?;
        last = Some(created);
        columns.push(if let Created::Touchpoint(id) = created { Some(id) } else { None });
    }
    let mut lanes = card_lanes(txn);
    while lanes.len() < below.len() {
        if let Created::Lane(lane) = lanes::add(txn, LaneKind::Notes, "", usize::MAX)? {
            lanes.push(lane);
        }
    }
    let kept = |row: &Vec<&str>| -> Vec<String> {
        let cells = columns.iter().enumerate().filter(|(_, column)| column.is_some());
        cells.map(|(at, _)| cell(row, at).to_owned()).collect()
    };
    let below: Vec<Vec<String>> = below.iter().map(kept).collect();
    let below: Vec<Vec<&str>> = below.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let columns: Vec<_> = columns.into_iter().flatten().collect();
    Ok(fill(txn, &below, &lanes, &columns)?.or(last))
}

/// Cards, row by row into the lanes; what finds no lane or touchpoint any more joins the last.
fn fill(
    txn: &mut Txn<'_>,
    rows: &[Vec<&str>],
    lanes: &[LaneId],
    columns: &[TouchpointId],
) -> Result<Option<Created>, EditError> {
    let mut last = None;
    for (at, row) in rows.iter().enumerate() {
        let Some(&lane) = lanes.get(at).or(lanes.last()) else { break };
        let kind = CardKind::for_lane(txn.map().lanes.need(lane)?.kind);
        for (at, text) in row.iter().enumerate() {
            let Some(&touchpoint) = columns.get(at).or(columns.last()) else { break };
            for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
                last = Some(cards::add(txn, (lane, touchpoint), usize::MAX, line, &kind)?);
            }
        }
    }
    Ok(last)
}

fn card_lanes(txn: &Txn<'_>) -> Vec<LaneId> {
    let lanes = txn.map().lanes_in_order();
    lanes.filter(|lane| lane.shows_cards()).map(|lane| lane.id).collect()
}

fn cell<'t>(row: &[&'t str], at: usize) -> &'t str {
    row.get(at).copied().unwrap_or_default()
}
