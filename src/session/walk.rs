//! Walking over the map by arrow keys: title, stages, touchpoints, headings of lanes, and all that lies in their cells.

use super::Session;
use super::selection::touchpoint_of;
use crate::model::{JourneyMap, Lane, LaneId, TouchpointId};
use crate::scene::{Element, Node, Scene};

/// A step of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Left,
    Right,
    Up,
    Down,
}

impl Session {
    /// Selects the neighbour of what is selected.
    pub(super) fn go(&mut self, direction: Direction) {
        self.finish_text();
        let from = self.selection.iter().next_back();
        let target = match from.filter(|element| self.ground().place_of(**element).is_some()) {
            Some(from) => self.beside(*from, direction),
            None => self.ground().touchpoints().next().map(Element::Touchpoint),
        };
        if let Some(target) = target {
            self.selection = [target].into();
        }
    }

    /// The neighbour of an element.
    pub(super) fn beside(&self, element: Element, direction: Direction) -> Option<Element> {
        let ground = self.ground();
        ground.neighbour(ground.place_of(element)?, direction)
    }

    fn ground(&self) -> Ground<'_> {
        Ground { map: self.shown_map(), scene: &self.scene }
    }
}

/// Where the keyboard is.
#[derive(Clone, Copy)]
enum Place {
    Title,
    Stage(usize),
    Touchpoint(TouchpointId),
    Lane(LaneId),
    /// `slot` counts what lies in a cell from top to bottom.
    Cell {
        lane: LaneId,
        touchpoint: TouchpointId,
        slot: usize,
    },
}

/// What is walked over. The scene tells which dots and figures are shown.
struct Ground<'a> {
    map: &'a JourneyMap,
    scene: &'a Scene,
}

impl Ground<'_> {
    fn touchpoints(&self) -> impl Iterator<Item = TouchpointId> {
        self.map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id)
    }

    fn lanes(&self) -> impl Iterator<Item = &Lane> {
        self.map.lanes_in_order().filter(|lane| !lane.hidden)
    }

    fn place_of(&self, element: Element) -> Option<Place> {
        Some(match element {
            Element::Title => Place::Title,
            Element::Figure(_) => return None,
            Element::Stage(id) => Place::Stage(self.map.about.stages.iter().position(|other| *other == id)?),
            Element::Touchpoint(id) | Element::Step(id, _) | Element::Wait(id) => Place::Touchpoint(id),
            Element::Lane(id) => Place::Lane(id),
            Element::Cell(lane, touchpoint) => Place::Cell { lane, touchpoint, slot: 0 },
            Element::Card(_) | Element::Measured(..) | Element::Emotion(..) => {
                let touchpoint = touchpoint_of(self.map, element)?;
                let lane = self.lane_of(element)?;
                let slot = self.in_cell(lane, touchpoint).iter().position(|other| *other == element);
                Place::Cell { lane, touchpoint, slot: slot.unwrap_or(0) }
            }
        })
    }

    fn lane_of(&self, element: Element) -> Option<LaneId> {
        match element {
            Element::Card(card) => Some(self.map.cards.get(card)?.lane),
            Element::Measured(lane, _) | Element::Cell(lane, _) => Some(lane),
            Element::Emotion(dot) => Some(dot.lane),
            Element::Title
            | Element::Stage(_)
            | Element::Touchpoint(_)
            | Element::Lane(_)
            | Element::Step(..)
            | Element::Wait(_)
            | Element::Figure(_) => None,
        }
    }

    /// What lies in a cell from top to bottom; the cell itself when there is nothing.
    fn in_cell(&self, lane: LaneId, touchpoint: TouchpointId) -> Vec<Element> {
        let holds_cards = self.map.lanes.get(lane).is_some_and(Lane::shows_cards);
        let mut found: Vec<Element> = if holds_cards {
            self.map.cell(lane, touchpoint).iter().map(|card| Element::Card(card.id)).collect()
        } else {
            let is_in_cell = |node: &&Node| {
                matches!(node.element, Element::Emotion(..) | Element::Measured(..))
                    && touchpoint_of(self.map, node.element) == Some(touchpoint)
                    && self.lane_of(node.element) == Some(lane)
            };
            let mut nodes: Vec<&Node> = self.scene.nodes.iter().filter(is_in_cell).collect();
            nodes.sort_by(|a, b| a.rect.center().y.total_cmp(&b.rect.center().y));
            nodes.iter().map(|node| node.element).collect()
        };
        if found.is_empty() {
            found.push(Element::Cell(lane, touchpoint));
        }
        found
    }

    /// What lies at a slot of a cell, the last one when there are fewer.
    fn at(&self, lane: LaneId, touchpoint: TouchpointId, slot: usize) -> Option<Element> {
        let found = self.in_cell(lane, touchpoint);
        found.get(slot).or(found.last()).copied()
    }

    fn neighbour(&self, from: Place, direction: Direction) -> Option<Element> {
        use Direction::{Down, Left, Right, Up};
        match (from, direction) {
            (Place::Title, Down) => self.map.about.stages.first().map(|id| Element::Stage(*id)),
            (Place::Title, Left | Right | Up) | (Place::Lane(_), Left) => None,
            (Place::Stage(place), Left | Right) => {
                self.map.about.stages.get(step(place, direction)?).map(|id| Element::Stage(*id))
            }
            (Place::Stage(_), Up) => Some(Element::Title),
            (Place::Stage(place), Down) => {
                let stage = self.map.stages.get(*self.map.about.stages.get(place)?)?;
                stage.touchpoints.first().map(|id| Element::Touchpoint(*id))
            }
            (Place::Touchpoint(touchpoint), Left | Right) => match self.beside(touchpoint, direction) {
                Some(beside) => Some(Element::Touchpoint(beside)),
                // The headings of lanes can be reached where no lane has cells, too.
                None if direction == Left => self.lanes().next().map(|lane| Element::Lane(lane.id)),
                None => None,
            },
            (Place::Touchpoint(touchpoint), Up) => {
                self.map.stage_of(touchpoint).map(|stage| Element::Stage(stage.id))
            }
            (Place::Touchpoint(touchpoint), Down) => {
                self.at(self.lanes().find(|lane| has_cells(lane))?.id, touchpoint, 0)
            }
            (Place::Lane(lane), Right) => {
                let lane = self.lanes().find(|other| other.id == lane && has_cells(other))?.id;
                self.at(lane, self.touchpoints().next()?, 0)
            }
            (Place::Lane(lane), Up | Down) => match self.next_lane(lane, direction, |_| true) {
                Some(next) => Some(Element::Lane(next)),
                None if direction == Up => self.touchpoints().next().map(Element::Touchpoint),
                None => None,
            },
            (Place::Cell { lane, touchpoint, slot }, Left | Right) => {
                match self.beside(touchpoint, direction) {
                    Some(beside) => self.at(lane, beside, slot),
                    // Before the first column stands the lane's heading.
                    None if direction == Left => Some(Element::Lane(lane)),
                    None => None,
                }
            }
            (Place::Cell { lane, touchpoint, slot }, Up) => match slot.checked_sub(1) {
                Some(above) => self.at(lane, touchpoint, above),
                None => match self.next_lane(lane, Up, has_cells) {
                    Some(above) => self.at(above, touchpoint, usize::MAX),
                    None => Some(Element::Touchpoint(touchpoint)),
                },
            },
            (Place::Cell { lane, touchpoint, slot }, Down) => {
                match self.in_cell(lane, touchpoint).get(slot + 1) {
                    Some(below) => Some(*below),
                    None => self.at(self.next_lane(lane, Down, has_cells)?, touchpoint, 0),
                }
            }
        }
    }

    /// The nearest such lane above or below, hidden ones left out.
    fn next_lane(&self, from: LaneId, direction: Direction, is: fn(&Lane) -> bool) -> Option<LaneId> {
        let lanes: Vec<_> = self.lanes().collect();
        let place = lanes.iter().position(|lane| lane.id == from)?;
        let (above, below) = (lanes.get(..place)?, lanes.get(place + 1..)?);
        let next = match direction {
            Direction::Up => above.iter().rev().find(|lane| is(lane)),
            _ => below.iter().find(|lane| is(lane)),
        };
        next.map(|lane| lane.id)
    }

    /// The touchpoint to the left or right, across stages.
    fn beside(&self, touchpoint: TouchpointId, direction: Direction) -> Option<TouchpointId> {
        let place = self.touchpoints().position(|id| id == touchpoint)?;
        self.touchpoints().nth(step(place, direction)?)
    }
}

/// Of a collapsed lane only the heading is there.
fn has_cells(lane: &Lane) -> bool {
    !lane.collapsed
}

fn step(place: usize, direction: Direction) -> Option<usize> {
    if direction == Direction::Left { place.checked_sub(1) } else { Some(place + 1) }
}
