//! What is selected.

use super::Session;
use crate::model::{JourneyMap, TouchpointId};
use crate::scene::{Element, EmotionDot};

impl Session {
    pub(super) fn select(&mut self, elements: Vec<Element>, extend: bool) {
        self.finish_text();
        if !extend {
            if let [element] = elements.as_slice() {
                self.open_journeys_of(*element);
            }
            self.selection = elements.into_iter().collect();
            return;
        }
        for element in elements {
            if !self.selection.remove(&element) {
                self.selection.insert(element);
            }
        }
    }

    /// Forgets selected elements that the map no longer has.
    pub(super) fn drop_dead_selection(&mut self) {
        let map = self.comparing.as_ref().map_or_else(|| self.document.map(), |comparing| &comparing.map);
        self.selection.retain(|element| is_alive(map, *element));
        if self.persona.is_some_and(|persona| !map.personas.contains(persona)) {
            self.persona = None;
        }
    }
}

fn is_alive(map: &JourneyMap, element: Element) -> bool {
    match element {
        Element::Title => true,
        Element::Figure(_) => false,
        Element::Stage(id) => map.stages.contains(id),
        Element::Touchpoint(id) | Element::Wait(id) => map.touchpoints.contains(id),
        Element::Lane(id) => map.lanes.contains(id),
        Element::Card(id) => map.cards.contains(id),
        Element::Emotion(dot) => map.lanes.contains(dot.lane) && dot.emotion(map).is_some(),
        Element::Step(from, to) => map.touchpoints.contains(from) && map.touchpoints.contains(to),
        Element::Measured(lane, touchpoint) | Element::Cell(lane, touchpoint) => {
            map.lanes.contains(lane) && map.touchpoints.contains(touchpoint)
        }
    }
}

impl Session {
    /// The touchpoint in whose column an element of the map lies.
    #[must_use]
    pub fn touchpoint_at(&self, element: Element) -> Option<TouchpointId> {
        touchpoint_of(self.document.map(), element)
    }
}

/// The column of an element, if it has one.
pub(super) fn touchpoint_of(map: &JourneyMap, element: Element) -> Option<TouchpointId> {
    match element {
        Element::Touchpoint(touchpoint)
        | Element::Emotion(EmotionDot { touchpoint, .. })
        | Element::Measured(_, touchpoint)
        | Element::Cell(_, touchpoint)
        | Element::Step(touchpoint, _)
        | Element::Wait(touchpoint) => Some(touchpoint),
        Element::Card(card) => Some(map.cards.get(card)?.touchpoint),
        Element::Title | Element::Stage(_) | Element::Lane(_) | Element::Figure(_) => None,
    }
}
