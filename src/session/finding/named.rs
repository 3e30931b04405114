//! Everything that has a name and can be gone to, one after the other: cheap to pass over.

use super::Destination;
use crate::model::{Card, JourneyMap, Lane, LaneId, Persona, Stage, StageId, Touchpoint, TouchpointId};
use crate::scene::{Element, lane_name};
use crate::session::{Command, Menu, Session};
use crate::tr;
use std::borrow::Cow;

/// Something with a name.
pub(super) enum Named<'a> {
    Command(Command),
    Touchpoint(&'a Stage, &'a Touchpoint),
    Stage(&'a Stage),
    Lane(&'a Lane),
    Persona(&'a Persona),
    Card(&'a Card),
    Event(&'a str),
}

/// What has the same kind has the same key.
#[derive(PartialEq, Eq, Hash, Clone, Copy, Debug)]
pub(super) enum KindKey {
    Command(Menu),
    Touchpoint(StageId),
    Stage,
    Lane { hidden: bool },
    Persona,
    Card(LaneId, TouchpointId),
    Event,
}

/// Everything that a session has names for, always in the same order.
pub(super) fn named(session: &Session) -> impl Iterator<Item = Named<'_>> {
    let map = session.document.map();
    let commands = Command::ALL.iter().map(|command| Named::Command(*command));
    let touchpoints =
        map.touchpoints_in_order().map(|(stage, touchpoint)| Named::Touchpoint(stage, touchpoint));
    let events = session.data.iter().flat_map(|data| data.loaded.log.names.iter());
    commands
        .chain(touchpoints)
        .chain(map.stages_in_order().map(Named::Stage))
        .chain(map.lanes_in_order().map(Named::Lane))
        .chain(map.personas_in_order().map(Named::Persona))
        .chain(map.cards.iter().map(Named::Card))
        .chain(events.map(Named::Event))
}

impl Named<'_> {
    pub fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Command(command) => command.label().into(),
            Self::Touchpoint(_, touchpoint) => touchpoint.name.as_str().into(),
            Self::Stage(stage) => stage.name.as_str().into(),
            Self::Lane(lane) => lane_name(lane).into(),
            Self::Persona(persona) => persona.name.as_str().into(),
            Self::Card(card) => card.text.as_str().into(),
            Self::Event(event) => (*event).into(),
        }
    }

    pub fn target(&self) -> Destination {
        match self {
            Self::Command(command) => Destination::Command(*command),
            Self::Touchpoint(_, touchpoint) => Destination::Element(Element::Touchpoint(touchpoint.id)),
            Self::Stage(stage) => Destination::Element(Element::Stage(stage.id)),
            Self::Lane(lane) => Destination::Element(Element::Lane(lane.id)),
            Self::Persona(persona) => Destination::Persona(persona.id),
            Self::Card(card) => Destination::Element(Element::Card(card.id)),
            Self::Event(event) => Destination::Event((*event).to_owned()),
        }
    }

    pub fn kind_key(&self) -> KindKey {
        match self {
            Self::Command(command) => KindKey::Command(command.menu()),
            Self::Touchpoint(stage, _) => KindKey::Touchpoint(stage.id),
            Self::Stage(_) => KindKey::Stage,
            Self::Lane(lane) => KindKey::Lane { hidden: lane.hidden },
            Self::Persona(_) => KindKey::Persona,
            Self::Card(card) => KindKey::Card(card.lane, card.touchpoint),
            Self::Event(_) => KindKey::Event,
        }
    }

    /// What it is and where, in words.
    pub fn kind(&self, map: &JourneyMap) -> String {
        match self {
            Self::Command(command) => command.menu().label(),
            Self::Touchpoint(stage, _) => tr!("session-place-touchpoint", stage = stage.name.as_str()),
            Self::Stage(_) => tr!("session-place-stage"),
            Self::Lane(lane) if lane.hidden => tr!("session-place-hidden-lane"),
            Self::Lane(_) => tr!("session-place-lane"),
            Self::Persona(_) => tr!("session-place-persona"),
            Self::Card(card) => {
                let lane = map.lanes.get(card.lane).map(lane_name).unwrap_or_default();
                let touchpoint = map.touchpoints.get(card.touchpoint);
                let touchpoint = touchpoint.map_or("", |touchpoint| touchpoint.name.as_str());
                tr!("session-place-card", lane = lane, touchpoint = touchpoint)
            }
            Self::Event(_) => tr!("session-place-event"),
        }
    }
}
