//! A map in the making: gives out ids and keeps the order in which things come.

use crate::base::key::name_key;
use crate::model::{
    Card, CardId, CardKind, Channel, ChannelId, Emotion, JourneyMap, Lane, LaneId, LaneKind, Persona,
    PersonaId, Stage, StageId, Touchpoint, TouchpointId,
};
use std::collections::BTreeMap;

/// What is known of the map so far.
pub(super) struct Builder {
    map: JourneyMap,
    stages: Vec<Stage>,
    touchpoints: BTreeMap<TouchpointId, Touchpoint>,
    lanes: Vec<Lane>,
    cards: Vec<Card>,
    personas: BTreeMap<PersonaId, Persona>,
    channels: Vec<Channel>,
}

impl Builder {
    pub(super) fn new(title: &str) -> Self {
        let mut map = JourneyMap::default();
        map.about.title = title.trim().to_owned();
        Self {
            map,
            stages: Vec::new(),
            touchpoints: BTreeMap::new(),
            lanes: Vec::new(),
            cards: Vec::new(),
            personas: BTreeMap::new(),
            channels: Vec::new(),
        }
    }

    pub(super) fn set_title(&mut self, title: &str) {
        self.map.about.title = title.trim().to_owned();
    }

    pub(super) fn set_description(&mut self, description: &str) {
        self.map.about.description = description.trim().to_owned();
    }

    /// Keeps what the other format has and maps have not.
    pub(super) fn keep(&mut self, key: String, value: String) {
        self.map.foreign.insert(key, value);
    }

    fn fresh_id(&mut self) -> u32 {
        let id = self.map.about.next_id;
        self.map.about.next_id += 1;
        id
    }

    /// A new stage at the end.
    pub(super) fn stage(&mut self, name: &str) -> StageId {
        let id = StageId(self.fresh_id());
        self.map.about.stages.push(id);
        self.stages.push(Stage { id, name: name.trim().to_owned(), touchpoints: Vec::new(), palette: None });
        id
    }

    /// The last stage if it has this name, else a new one.
    pub(super) fn stage_named(&mut self, name: &str) -> StageId {
        match self.stages.last() {
            Some(last) if name_key(&last.name) == name_key(name) => last.id,
            _ => self.stage(name),
        }
    }

    /// A new touchpoint at the end of a stage.
    pub(super) fn touchpoint(&mut self, stage: StageId, name: &str) -> TouchpointId {
        let id = TouchpointId(self.fresh_id());
        if let Some(stage) = self.stages.iter_mut().find(|known| known.id == stage) {
            stage.touchpoints.push(id);
        }
        self.touchpoints.insert(id, Touchpoint::new(id, name.trim()));
        id
    }

    /// The touchpoints of a stage so far.
    pub(super) fn touchpoints_of(&self, stage: StageId) -> &[TouchpointId] {
        self.stages.iter().find(|known| known.id == stage).map_or(&[], |stage| &stage.touchpoints)
    }

    /// What a stage is called.
    pub(super) fn stage_name(&self, stage: StageId) -> String {
        self.stages.iter().find(|known| known.id == stage).map(|stage| stage.name.clone()).unwrap_or_default()
    }

    /// Changes a touchpoint.
    pub(super) fn with_touchpoint(&mut self, id: TouchpointId, change: impl FnOnce(&mut Touchpoint)) {
        if let Some(touchpoint) = self.touchpoints.get_mut(&id) {
            change(touchpoint);
        }
    }

    /// A channel of a touchpoint; the same name is the same channel.
    pub(super) fn add_channel(&mut self, touchpoint: TouchpointId, name: &str) {
        let key = name_key(name);
        let known =
            self.channels.iter().find(|channel| name_key(&channel.name) == key).map(|channel| channel.id);
        let id = known.unwrap_or_else(|| {
            let id = ChannelId(self.fresh_id());
            self.channels.push(Channel::new(id, name.trim().to_owned()));
            id
        });
        self.with_touchpoint(touchpoint, |touchpoint| {
            if !touchpoint.channels.contains(&id) {
                touchpoint.channels.push(id);
            }
        });
    }

    /// A new lane at the bottom; an empty name is the kind's usual one.
    pub(super) fn lane(&mut self, kind: LaneKind, name: &str) -> LaneId {
        let id = LaneId(self.fresh_id());
        self.map.about.lanes.push(id);
        self.lanes.push(Lane { name: name.trim().to_owned(), ..Lane::new(id, kind) });
        id
    }

    /// A card below those that are in its cell.
    pub(super) fn card(&mut self, cell: (LaneId, TouchpointId), text: &str, kind: CardKind) -> CardId {
        let id = CardId(self.fresh_id());
        let in_cell = self.cards.iter().filter(|card| (card.lane, card.touchpoint) == cell).count();
        let slot = u32::try_from(in_cell).unwrap_or(u32::MAX);
        self.cards.push(Card { slot, ..Card::new(id, cell, text.trim(), kind) });
        id
    }

    /// Changes a card.
    pub(super) fn with_card(&mut self, id: CardId, change: impl FnOnce(&mut Card)) {
        if let Some(card) = self.cards.iter_mut().rfind(|card| card.id == id) {
            change(card);
        }
    }

    /// The persona of this name, made if there is none.
    pub(super) fn persona(&mut self, name: &str) -> PersonaId {
        let key = name_key(name);
        if let Some(known) = self.personas.values().find(|persona| name_key(&persona.name) == key) {
            return known.id;
        }
        let id = PersonaId(self.fresh_id());
        self.map.about.personas.push(id);
        self.personas.insert(id, Persona::new(id, name.trim()));
        id
    }

    /// Changes a persona.
    pub(super) fn with_persona(&mut self, id: PersonaId, change: impl FnOnce(&mut Persona)) {
        if let Some(persona) = self.personas.get_mut(&id) {
            change(persona);
        }
    }

    /// A dot of a persona's curve.
    pub(super) fn emotion(&mut self, persona: PersonaId, touchpoint: TouchpointId, value: f64) {
        self.with_persona(persona, |persona| {
            persona.emotions.insert(touchpoint, Emotion::new(value));
        });
    }

    /// True when the persona's curve has a dot there.
    pub(super) fn has_emotion(&self, persona: PersonaId, touchpoint: TouchpointId) -> bool {
        self.personas.get(&persona).is_some_and(|persona| persona.emotions.contains_key(&touchpoint))
    }

    /// All curves on the emotion lanes, where there are several.
    pub(super) fn show_all_curves(&mut self) {
        if self.map.about.personas.len() > 1 {
            let personas = &self.map.about.personas;
            let lanes = self.lanes.iter_mut().filter(|lane| lane.kind == LaneKind::Emotion);
            lanes.for_each(|lane| lane.personas.clone_from(personas));
        }
    }

    pub(super) fn finish(mut self) -> JourneyMap {
        self.map.stages = self.stages.into_iter().collect();
        self.map.touchpoints = self.touchpoints.into_values().collect();
        self.map.lanes = self.lanes.into_iter().collect();
        self.map.cards = self.cards.into_iter().collect();
        self.map.personas = self.personas.into_values().collect();
        self.map.channels = self.channels.into_iter().collect();
        self.map
    }
}
