//! What is selected, and moving through the map by keyboard.

use super::Session;
use crate::model::{JourneyMap, LaneId, TouchpointId};
use crate::scene::{Element, EmotionDot};

/// A step of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Left,
    Right,
    Up,
    Down,
}

impl Session {
    pub(super) fn select(&mut self, elements: Vec<Element>, extend: bool) {
        self.finish_text();
        if !extend {
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

    /// Selects the neighbour of what is selected.
    pub(super) fn go(&mut self, direction: Direction) {
        self.finish_text();
        let map = self.shown_map();
        let from = self.selection.iter().next_back().filter(|element| place_of(map, **element).is_some());
        let target = match from {
            Some(from) => self.beside(*from, direction),
            None => map.touchpoints_in_order().next().map(|(_, t)| Element::Touchpoint(t.id)),
        };
        if let Some(target) = target {
            self.selection = [target].into();
        }
    }

    /// The neighbour of an element.
    pub(super) fn beside(&self, element: Element, direction: Direction) -> Option<Element> {
        let map = self.shown_map();
        neighbour(map, place_of(map, element)?, direction)
    }
}

fn is_alive(map: &JourneyMap, element: Element) -> bool {
    match element {
        Element::Title => true,
        Element::Stage(id) => map.stages.contains(id),
        Element::Touchpoint(id) => map.touchpoints.contains(id),
        Element::Lane(id) => map.lanes.contains(id),
        Element::Card(id) => map.cards.contains(id),
        Element::Emotion(dot) => map.lanes.contains(dot.lane) && dot.emotion(map).is_some(),
        Element::Measured(lane, touchpoint) | Element::Cell(lane, touchpoint) => {
            map.lanes.contains(lane) && map.touchpoints.contains(touchpoint)
        }
    }
}

/// The column of an element, if it has one.
pub(super) fn touchpoint_of(map: &JourneyMap, element: Element) -> Option<TouchpointId> {
    match element {
        Element::Touchpoint(touchpoint)
        | Element::Emotion(EmotionDot { touchpoint, .. })
        | Element::Measured(_, touchpoint)
        | Element::Cell(_, touchpoint) => Some(touchpoint),
        Element::Card(card) => Some(map.cards.get(card)?.touchpoint),
        Element::Title | Element::Stage(_) | Element::Lane(_) => None,
    }
}

/// Where the keyboard is.
#[derive(Clone, Copy)]
enum Place {
    Stage(usize),
    Touchpoint(TouchpointId),
    Cell { lane: LaneId, touchpoint: TouchpointId, slot: usize },
}

fn place_of(map: &JourneyMap, element: Element) -> Option<Place> {
    Some(match element {
        Element::Stage(id) => Place::Stage(map.about.stages.iter().position(|other| *other == id)?),
        Element::Touchpoint(id) => Place::Touchpoint(id),
        Element::Card(id) => {
            let card = map.cards.get(id)?;
            Place::Cell { lane: card.lane, touchpoint: card.touchpoint, slot: card.slot as usize }
        }
        Element::Measured(lane, touchpoint) | Element::Cell(lane, touchpoint) => {
            Place::Cell { lane, touchpoint, slot: 0 }
        }
        Element::Emotion(EmotionDot { touchpoint, .. }) => Place::Touchpoint(touchpoint),
        Element::Title | Element::Lane(_) => return None,
    })
}

fn neighbour(map: &JourneyMap, from: Place, direction: Direction) -> Option<Element> {
    match (from, direction) {
        (Place::Stage(place), Direction::Left | Direction::Right) => {
            map.about.stages.get(step(place, direction)?).map(|id| Element::Stage(*id))
        }
        (Place::Stage(_), Direction::Up) => None,
        (Place::Stage(place), Direction::Down) => {
            let stage = map.stages.get(*map.about.stages.get(place)?)?;
            stage.touchpoints.first().map(|id| Element::Touchpoint(*id))
        }
        (Place::Touchpoint(touchpoint), Direction::Left | Direction::Right) => {
            beside(map, touchpoint, direction).map(Element::Touchpoint)
        }
        (Place::Touchpoint(touchpoint), Direction::Up) => {
            map.stage_of(touchpoint).map(|stage| Element::Stage(stage.id))
        }
        (Place::Touchpoint(touchpoint), Direction::Down) => {
            card_lanes(map).first().map(|lane| in_cell(map, *lane, touchpoint, 0))
        }
        (Place::Cell { lane, touchpoint, slot }, Direction::Left | Direction::Right) => {
            Some(in_cell(map, lane, beside(map, touchpoint, direction)?, slot))
        }
        (Place::Cell { lane, touchpoint, slot }, Direction::Up) => {
            if let Some(above) = slot.checked_sub(1) {
                return Some(in_cell(map, lane, touchpoint, above));
            }
            let lanes = card_lanes(map);
            let place = lanes.iter().position(|other| *other == lane).unwrap_or(0);
            Some(match place.checked_sub(1).and_then(|above| lanes.get(above)) {
                Some(above) => in_cell(map, *above, touchpoint, usize::MAX),
                None => Element::Touchpoint(touchpoint),
            })
        }
        (Place::Cell { lane, touchpoint, slot }, Direction::Down) => {
            if slot + 1 < map.cell(lane, touchpoint).len() {
                return Some(in_cell(map, lane, touchpoint, slot + 1));
            }
            let lanes = card_lanes(map);
            let below = lanes.iter().position(|other| *other == lane).map_or(0, |place| place + 1);
            lanes.get(below).map(|lane| in_cell(map, *lane, touchpoint, 0))
        }
    }
}

fn step(place: usize, direction: Direction) -> Option<usize> {
    if direction == Direction::Left { place.checked_sub(1) } else { Some(place + 1) }
}

/// The touchpoint to the left or right, across stages.
fn beside(map: &JourneyMap, touchpoint: TouchpointId, direction: Direction) -> Option<TouchpointId> {
    let order: Vec<_> = map.touchpoints_in_order().map(|(_, t)| t.id).collect();
    let place = order.iter().position(|id| *id == touchpoint)?;
    order.get(step(place, direction)?).copied()
}

fn card_lanes(map: &JourneyMap) -> Vec<LaneId> {
    map.lanes_in_order().filter(|lane| lane.shows_cards()).map(|lane| lane.id).collect()
}

/// The card at a slot, the last one when there are fewer, the empty cell when there is none.
fn in_cell(map: &JourneyMap, lane: LaneId, touchpoint: TouchpointId, slot: usize) -> Element {
    let cards = map.cell(lane, touchpoint);
    match cards.get(slot).or(cards.last()) {
        Some(card) => Element::Card(card.id),
        None => Element::Cell(lane, touchpoint),
    }
}
