//! Edits of touchpoints. A touchpoint takes along all that hangs on it.

use super::{distinct, insert_at, trimmed};
use crate::model::edit::{Created, EditError, Flag};
use crate::model::id::{ChannelId, StageId, TouchpointId};
use crate::model::persona::Emotion;
use crate::model::records::Touchpoint;
use crate::model::txn::Txn;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn add(txn: &mut Txn<'_>, stage: StageId, at: usize, name: &str) -> Result<Created, EditError> {
    let id = TouchpointId(txn.fresh_id()?);
    txn.update_stage(stage, |stage| insert_at(&mut stage.touchpoints, at, id))?;
    txn.put_touchpoint(Touchpoint::new(id, name.trim()));
    Ok(Created::Touchpoint(id))
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
    let chosen = existing(txn, touchpoints)?;
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
    let (goals, contacts) = (existing(txn, goals)?, existing(txn, contacts)?);
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
    let gone = existing(txn, touchpoints)?;
    take_out_of_stages(txn, &gone)?;
    let map = txn.map();
    let cards = map.cards.iter().filter(|card| gone.contains(&card.touchpoint));
    let cards: Vec<_> = cards.map(|card| card.id).collect();
    let feels = |emotions: &BTreeMap<TouchpointId, Emotion>| {
        emotions.keys().any(|touchpoint| gone.contains(touchpoint))
    };
    let personas = map.personas.iter().filter(|persona| feels(&persona.emotions));
    let personas: Vec<_> = personas.map(|persona| persona.id).collect();
    let sources = map.sources.iter();
    let sources = sources.filter(|source| source.rules.iter().any(|rule| gone.contains(&rule.touchpoint)));
    let sources: Vec<_> = sources.map(|source| source.id).collect();
    // Whole cells go, so no slots need new numbers.
    for card in cards {
        txn.remove_card(card);
    }
    for persona in personas {
        txn.update_persona(persona, |persona| {
            persona.emotions.retain(|touchpoint, _| !gone.contains(touchpoint));
        })?;
    }
    for source in sources {
        txn.update_source(source, |source| source.rules.retain(|rule| !gone.contains(&rule.touchpoint)))?;
    }
    for touchpoint in gone {
        txn.remove_touchpoint(touchpoint);
    }
    Ok(())
}

/// The touchpoints as a set, when all are there.
fn existing(txn: &Txn<'_>, touchpoints: &[TouchpointId]) -> Result<BTreeSet<TouchpointId>, EditError> {
    for touchpoint in touchpoints {
        txn.map().touchpoints.need(*touchpoint)?;
    }
    Ok(touchpoints.iter().copied().collect())
}

fn take_out_of_stages(txn: &mut Txn<'_>, touchpoints: &BTreeSet<TouchpointId>) -> Result<(), EditError> {
    let holds_some = |ids: &[TouchpointId]| ids.iter().any(|id| touchpoints.contains(id));
    let stages = txn.map().stages.iter().filter(|stage| holds_some(&stage.touchpoints));
    let stages: Vec<_> = stages.map(|stage| stage.id).collect();
    for stage in stages {
        txn.update_stage(stage, |stage| stage.touchpoints.retain(|id| !touchpoints.contains(id)))?;
    }
    Ok(())
}
