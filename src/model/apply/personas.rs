//! Edits of personas and their drawn emotions.

use super::trimmed;
use crate::model::edit::{Created, EditError};
use crate::model::id::{PersonaId, TouchpointId};
use crate::model::persona::{Curve, Emotion, Persona, Segments};
use crate::model::txn::Txn;

pub(super) fn add(txn: &mut Txn<'_>, persona: &Persona) -> Result<Created, EditError> {
    for touchpoint in persona.emotions.keys().chain(persona.to_be.keys()) {
        txn.map().touchpoints.need(*touchpoint)?;
    }
    let id = PersonaId(txn.fresh_id()?);
    let Persona { name, quote, segments, .. } = persona;
    let segments = without_empty(segments);
    txn.put_persona(Persona { id, name: trimmed(name), quote: trimmed(quote), segments, ..persona.clone() });
    txn.about().personas.push(id);
    Ok(Created::Persona(id))
}

pub(super) fn set(
    txn: &mut Txn<'_>,
    persona: PersonaId,
    name: &str,
    quote: &str,
    segments: &Segments,
) -> Result<(), EditError> {
    txn.update_persona(persona, |persona| {
        persona.name = trimmed(name);
        persona.quote = trimmed(quote);
        persona.segments = without_empty(segments);
    })
}

/// A column of which no value is allowed says nothing.
fn without_empty(segments: &Segments) -> Segments {
    let said = segments.iter().filter(|(column, values)| !column.is_empty() && !values.is_empty());
    said.map(|(column, values)| (column.clone(), values.clone())).collect()
}

pub(super) fn rename(txn: &mut Txn<'_>, persona: PersonaId, name: &str) -> Result<(), EditError> {
    txn.update_persona(persona, |persona| persona.name = trimmed(name))
}

pub(super) fn set_quote(txn: &mut Txn<'_>, persona: PersonaId, quote: &str) -> Result<(), EditError> {
    txn.update_persona(persona, |persona| persona.quote = trimmed(quote))
}

pub(super) fn set_emotion(
    txn: &mut Txn<'_>,
    persona: PersonaId,
    curve: Curve,
    touchpoint: TouchpointId,
    emotion: Option<Emotion>,
) -> Result<(), EditError> {
    txn.map().touchpoints.need(touchpoint)?;
    txn.update_persona(persona, |persona| {
        match emotion {
            Some(emotion) => persona.curve_mut(curve).insert(touchpoint, emotion),
            None => persona.curve_mut(curve).remove(&touchpoint),
        };
    })
}

pub(super) fn remove(txn: &mut Txn<'_>, persona: PersonaId) -> Result<(), EditError> {
    txn.map().personas.need(persona)?;
    txn.remove_persona(persona);
    let lanes = txn.map().lanes.iter().filter(|lane| lane.personas.contains(&persona));
    for lane in lanes.map(|lane| lane.id).collect::<Vec<_>>() {
        txn.update_lane(lane, |lane| lane.personas.retain(|id| *id != persona))?;
    }
    txn.about().personas.retain(|id| *id != persona);
    Ok(())
}
