//! Edits of touchpoints. A touchpoint takes along all that hangs on it.

use super::{cards, distinct, existing, insert_at, spans, targets, trimmed, workshop};
use crate::model::edit::{Created, EditError, Flag};
use crate::model::id::{ChannelId, StageId, TouchpointId};
use crate::model::persona::Curve;
use crate::model::records::Touchpoint;
use crate::model::txn::Txn;
use std::collections::BTreeSet;

pub(super) fn add(txn: &mut Txn<'_>, stage: StageId, at: usize, name: &str) -> Result<Created, EditError> {
    let id = TouchpointId(txn.fresh_id()?);
    txn.update_stage(stage, |stage| insert_at(&mut stage.touchpoints, at, id))?;
    txn.put_touchpoint(Touchpoint::new(id, name.trim()));
    spans::opened(txn, id)?;
    Ok(Created::Touchpoint(id))
}

/// Copies of touchpoints at a place of a stage, with cards and emotions; gives the last. Rules stay with the
/// originals: the first that matches an event counts, so those of a copy never would.
pub(super) fn copy_into(
    txn: &mut Txn<'_>,
    originals: &[TouchpointId],
    stage: StageId,
    at: usize,
) -> Result<Option<Created>, EditError> {
    let mut copies = Vec::new();
    for (place, original) in (at..).zip(originals) {
        let id = TouchpointId(txn.fresh_id()?);
        let touchpoint = txn.map().touchpoints.need(*original)?.clone();
        txn.put_touchpoint(Touchpoint { id, ..touchpoint });
        txn.update_stage(stage, |stage| insert_at(&mut stage.touchpoints, place, id))?;
        spans::opened(txn, id)?;
        copies.push((*original, id));
    }
    // Only now, as cards among the copies reach over nothing new.
    for (original, copy) in &copies {
        let there = txn.map().cards.iter().filter(|card| card.touchpoint == *original);
        for card in there.cloned().collect::<Vec<_>>() {
            let cell = (card.lane, *copy);
            cards::put_copy(txn, card, cell)?;
        }
        let personas: Vec<_> = txn.map().personas.iter().map(|persona| persona.id).collect();
        for persona in personas {
            txn.update_persona(persona, |persona| {
                for curve in Curve::ALL {
                    let drawn = persona.curve_mut(curve);
                    if let Some(emotion) = drawn.get(original).copied() {
                        drawn.insert(*copy, emotion);
                    }
                }
            })?;
        }
    }
    Ok(copies.last().map(|(_, copy)| Created::Touchpoint(*copy)))
}

pub(super) fn rename(txn: &mut Txn<'_>, touchpoint: TouchpointId, name: &str) -> Result<(), EditError> {
    txn.update_touchpoint(touchpoint, |touchpoint| touchpoint.name = trimmed(name))
}

pub(super) fn move_to(
    txn: &mut Txn<'_>,
    touchpoints: &[TouchpointId],
    stage: StageId,
    at: usize,
) -> Result<(), EditError> {
    txn.map().stages.need(stage)?;
    let chosen = existing(&txn.map().touchpoints, touchpoints)?;
    let in_map_order = txn.map().touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id);
    let moved: Vec<_> = in_map_order.filter(|id| chosen.contains(id)).collect();
    take_out_of_stages(txn, &chosen)?;
    txn.update_stage(stage, |stage| {
        let at = at.min(stage.touchpoints.len());
        stage.touchpoints.splice(at..at, moved);
    })
}

pub(super) fn set_flag(
    txn: &mut Txn<'_>,
    touchpoint: TouchpointId,
    flag: Flag,
    on: bool,
) -> Result<(), EditError> {
    txn.update_touchpoint(touchpoint, |touchpoint| match flag {
        Flag::Goal => touchpoint.goal = on,
        Flag::Contact => touchpoint.contact = on,
        Flag::MomentOfTruth => touchpoint.moment_of_truth = on,
    })
}

pub(super) fn set_channels(
    txn: &mut Txn<'_>,
    touchpoint: TouchpointId,
    channels: &[ChannelId],
) -> Result<(), EditError> {
    for channel in channels {
        txn.map().channels.need(*channel)?;
    }
    txn.update_touchpoint(touchpoint, |touchpoint| touchpoint.channels = distinct(channels))
}

pub(super) fn set_owner(txn: &mut Txn<'_>, touchpoint: TouchpointId, owner: &str) -> Result<(), EditError> {
    txn.update_touchpoint(touchpoint, |touchpoint| touchpoint.owner = trimmed(owner))
}

pub(super) fn set_description(
    txn: &mut Txn<'_>,
    touchpoint: TouchpointId,
    description: &str,
) -> Result<(), EditError> {
    txn.update_touchpoint(touchpoint, |touchpoint| touchpoint.description = trimmed(description))
}

pub(super) fn set_roles(
    txn: &mut Txn<'_>,
    goals: &[TouchpointId],
    contacts: &[TouchpointId],
) -> Result<(), EditError> {
    let (goals, contacts) =
        (existing(&txn.map().touchpoints, goals)?, existing(&txn.map().touchpoints, contacts)?);
    let all: Vec<_> = txn.map().touchpoints.iter().map(|touchpoint| touchpoint.id).collect();
    for id in all {
        txn.update_touchpoint(id, |touchpoint| {
            touchpoint.goal = goals.contains(&id);
            touchpoint.contact = contacts.contains(&id);
        })?;
    }
    Ok(())
}

pub(super) fn remove(txn: &mut Txn<'_>, touchpoints: &[TouchpointId]) -> Result<(), EditError> {
    let gone = existing(&txn.map().touchpoints, touchpoints)?;
    spans::closing(txn, &gone)?;
    take_out_of_stages(txn, &gone)?;
    let map = txn.map();
    let cards = map.cards.iter().filter(|card| gone.contains(&card.touchpoint));
    let cards = cards.map(|card| card.id).collect();
    let personas: Vec<_> = map.personas.iter().map(|persona| persona.id).collect();
    let sources = map.sources.iter();
    let sources = sources.filter(|source| source.rules.iter().any(|rule| gone.contains(&rule.touchpoint)));
    let sources: Vec<_> = sources.map(|source| source.id).collect();
    // Whole cells go, so no slots need new numbers.
    cards::take_away(txn, &cards);
    for persona in personas {
        txn.update_persona(persona, |persona| {
            for curve in Curve::ALL {
                persona.curve_mut(curve).retain(|touchpoint, _| !gone.contains(touchpoint));
            }
        })?;
    }
    for source in sources {
        txn.update_source(source, |source| source.rules.retain(|rule| !gone.contains(&rule.touchpoint)))?;
    }
    workshop::forget_touchpoints(txn, &gone);
    targets::forget_touchpoints(txn, &gone);
    for touchpoint in gone {
        txn.remove_touchpoint(touchpoint);
    }
    Ok(())
}

pub(super) fn take_out_of_stages(
    txn: &mut Txn<'_>,
    touchpoints: &BTreeSet<TouchpointId>,
) -> Result<(), EditError> {
    let holds_some = |ids: &[TouchpointId]| ids.iter().any(|id| touchpoints.contains(id));
    let stages = txn.map().stages.iter().filter(|stage| holds_some(&stage.touchpoints));
    let stages: Vec<_> = stages.map(|stage| stage.id).collect();
    for stage in stages {
        txn.update_stage(stage, |stage| stage.touchpoints.retain(|id| !touchpoints.contains(id)))?;
    }
    Ok(())
}
