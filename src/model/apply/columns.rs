//! Touchpoints as columns of the map: moved by places, duplicated, split and merged.

use super::{cards, distinct, existing, insert_at, spans, targets, touchpoints, trimmed, workshop};
use crate::model::edit::{Created, EditError};
use crate::model::id::{PersonaId, StageId, TouchpointId};
use crate::model::persona::{Curve, Emotion, Persona};
use crate::model::records::{JourneyMap, Touchpoint};
use crate::model::txn::Txn;
use std::collections::BTreeSet;

/// What lies along the map from left to right: the beginning of a stage, or a touchpoint.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Stage(StageId),
    Touchpoint(TouchpointId),
}

pub(super) fn move_by(txn: &mut Txn<'_>, touchpoints: &[TouchpointId], places: i32) -> Result<(), EditError> {
    let chosen = in_map_order(txn, touchpoints)?;
    let foremost = if places < 0 { chosen.first() } else { chosen.last() };
    let Some(foremost) = foremost.filter(|_| places != 0) else { return Ok(()) };
    let all = along(txn.map());
    let is_chosen = |place: &Place| matches!(place, Place::Touchpoint(id) if chosen.contains(id));
    let before = all.iter().take_while(|place| **place != Place::Touchpoint(*foremost));
    let before = before.filter(|place| !is_chosen(place)).count();
    let mut line: Vec<_> = all.iter().copied().filter(|place| !is_chosen(place)).collect();
    // Never before the first stage begins.
    let by = isize::try_from(places).unwrap_or_default();
    let at = before.saturating_add_signed(by).clamp(1, line.len().max(1)).min(line.len());
    line.splice(at..at, chosen.iter().copied().map(Place::Touchpoint));
    lay_along(txn, &line)
}

fn along(map: &JourneyMap) -> Vec<Place> {
    let of_stage = |stage: &crate::model::records::Stage| {
        let touchpoints = stage.touchpoints.iter().copied().map(Place::Touchpoint);
        std::iter::once(Place::Stage(stage.id)).chain(touchpoints).collect::<Vec<_>>()
    };
    map.stages_in_order().flat_map(of_stage).collect()
}

/// Gives each stage the touchpoints that follow its beginning.
fn lay_along(txn: &mut Txn<'_>, line: &[Place]) -> Result<(), EditError> {
    let mut stage = None;
    for place in line {
        match (*place, stage) {
            (Place::Stage(begun), _) => {
                txn.update_stage(begun, |stage| stage.touchpoints.clear())?;
                stage = Some(begun);
            }
            (Place::Touchpoint(id), Some(stage)) => {
                txn.update_stage(stage, |stage| stage.touchpoints.push(id))?;
            }
            (Place::Touchpoint(_), None) => {}
        }
    }
    Ok(())
}

pub(super) fn duplicate(
    txn: &mut Txn<'_>,
    touchpoints: &[TouchpointId],
) -> Result<Option<Created>, EditError> {
    let chosen = existing(&txn.map().touchpoints, touchpoints)?;
    let stages: Vec<_> = txn.map().stages_in_order().cloned().collect();
    let mut last = None;
    for stage in stages {
        let is_chosen = |id: &TouchpointId| chosen.contains(id);
        let Some(place) = stage.touchpoints.iter().rposition(is_chosen) else { continue };
        let originals: Vec<_> = stage.touchpoints.iter().copied().filter(is_chosen).collect();
        last = touchpoints::copy_into(txn, &originals, stage.id, place + 1)?.or(last);
    }
    Ok(last)
}

pub(super) fn split(txn: &mut Txn<'_>, touchpoint: TouchpointId, name: &str) -> Result<Created, EditError> {
    let original = txn.map().touchpoints.need(touchpoint)?;
    let (channels, owner) = (original.channels.clone(), original.owner.clone());
    let stage = txn.map().stage_of(touchpoint).map(|stage| stage.id);
    let stage = stage.ok_or_else(|| EditError::Missing { kind: "touchpoint", id: touchpoint.to_string() })?;
    let id = TouchpointId(txn.fresh_id()?);
    txn.put_touchpoint(Touchpoint { channels, owner, ..Touchpoint::new(id, trimmed(name)) });
    txn.update_stage(stage, |stage| {
        let after = stage.touchpoints.iter().position(|other| *other == touchpoint);
        insert_at(&mut stage.touchpoints, after.map_or(usize::MAX, |at| at + 1), id);
    })?;
    spans::opened(txn, id)?;
    Ok(Created::Touchpoint(id))
}

pub(super) fn merge(txn: &mut Txn<'_>, touchpoints: &[TouchpointId]) -> Result<(), EditError> {
    let parts = in_map_order(txn, touchpoints)?;
    let Some((&into, rest)) = parts.split_first() else { return Ok(()) };
    let gone: BTreeSet<_> = rest.iter().copied().collect();
    spans::closing(txn, &gone)?;
    join_fields(txn, into, rest)?;
    join_cards(txn, into, rest)?;
    let personas: Vec<PersonaId> = txn.map().personas.iter().map(|persona| persona.id).collect();
    for persona in personas {
        txn.update_persona(persona, |persona| join_emotions(persona, into, &parts))?;
    }
    let sources: Vec<_> = txn.map().sources.iter().map(|source| source.id).collect();
    for source in sources {
        txn.update_source(source, |source| {
            for rule in source.rules.iter_mut().filter(|rule| gone.contains(&rule.touchpoint)) {
                rule.touchpoint = into;
            }
        })?;
    }
    workshop::merge_guesses(txn, into, &parts.iter().copied().collect());
    targets::merge(txn, into, &gone);
    touchpoints::take_out_of_stages(txn, &gone)?;
    for touchpoint in gone {
        txn.remove_touchpoint(touchpoint);
    }
    Ok(())
}

fn join_fields(txn: &mut Txn<'_>, into: TouchpointId, rest: &[TouchpointId]) -> Result<(), EditError> {
    for part in rest {
        let part = txn.map().touchpoints.need(*part)?.clone();
        txn.update_touchpoint(into, |into| {
            into.channels.extend(part.channels);
            into.channels = distinct(&into.channels);
            into.tags.extend(part.tags);
            into.goal |= part.goal;
            into.contact |= part.contact;
            into.moment_of_truth |= part.moment_of_truth;
            if into.owner.is_empty() {
                into.owner = part.owner;
            }
            let both = !into.description.is_empty() && !part.description.is_empty();
            into.description += if both { "\n" } else { "" };
            into.description += &part.description;
        })?;
    }
    Ok(())
}

fn join_cards(txn: &mut Txn<'_>, into: TouchpointId, rest: &[TouchpointId]) -> Result<(), EditError> {
    let lanes: Vec<_> = txn.map().lanes.iter().map(|lane| lane.id).collect();
    for lane in lanes {
        let mut joined = cards::cards_of(txn, (lane, into));
        for part in rest {
            let moved = cards::cards_of(txn, (lane, *part));
            for card in &moved {
                txn.update_card(*card, |card| card.touchpoint = into)?;
            }
            joined.extend(moved);
        }
        cards::number(txn, &joined)?;
    }
    Ok(())
}

fn join_emotions(persona: &mut Persona, into: TouchpointId, parts: &[TouchpointId]) {
    for curve in Curve::ALL {
        let drawn = persona.curve_mut(curve);
        let found: Vec<f64> =
            parts.iter().filter_map(|part| drawn.remove(part)).map(Emotion::value).collect();
        if !found.is_empty() {
            #[allow(clippy::cast_precision_loss)] // a handful
            drawn.insert(into, Emotion::new(found.iter().sum::<f64>() / found.len() as f64));
        }
    }
}

/// The touchpoints as they follow each other on the map, each once, when all are there.
fn in_map_order(txn: &Txn<'_>, touchpoints: &[TouchpointId]) -> Result<Vec<TouchpointId>, EditError> {
    let chosen = existing(&txn.map().touchpoints, touchpoints)?;
    let order = txn.map().touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id);
    Ok(order.filter(|id| chosen.contains(id)).collect())
}
