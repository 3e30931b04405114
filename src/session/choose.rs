//! Selecting many at once: everything, a kind, a lane, a stage, and all that lies between two elements.

use super::selection::touchpoint_of;
use super::walk::Direction;
use super::{Command, Session};
use crate::model::{Card, JourneyMap, Lane, LaneId, LaneKind, StageId, TouchpointId};
use crate::scene::{Element, EmotionDot};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

impl Session {
    /// Runs a command that selects; others do nothing here.
    pub(super) fn run_choose(&mut self, command: Command) {
        self.finish_text();
        match command {
            Command::SelectAll => self.selection = everything(self.shown_map()).collect(),
            Command::SelectSameKind => self.selection = self.same_kind(),
            Command::SelectLane => self.selection = self.of_selected_lanes(),
            Command::SelectStage => self.selection = self.of_selected_stages(),
            Command::ExtendLeft => self.extend(Direction::Left),
            Command::ExtendRight => self.extend(Direction::Right),
            Command::ExtendUp => self.extend(Direction::Up),
            Command::ExtendDown => self.extend(Direction::Down),
            _ => {}
        }
    }

    /// False when a command that selects would change nothing.
    pub(super) fn can_run_choose(&self, command: Command) -> bool {
        match command {
            Command::SelectSameKind => !self.selection.is_empty(),
            Command::SelectLane => !self.selected_lanes().is_empty(),
            Command::SelectStage => !self.selected_stages().is_empty(),
            _ => true,
        }
    }

    /// Selects everything from where the selection began to an element.
    pub(super) fn select_to(&mut self, end: Element) {
        self.finish_text();
        let begin = self.range().map_or(end, |(begin, _)| begin);
        self.selection = between(self.shown_map(), begin, end);
        self.range = Some((begin, end));
    }

    fn extend(&mut self, direction: Direction) {
        match self.range().map(|(_, end)| self.beside(end, direction)) {
            Some(Some(end)) => self.select_to(end),
            Some(None) => {}
            None => self.go(direction),
        }
    }

    /// Where the selection began and where it ends.
    fn range(&self) -> Option<(Element, Element)> {
        let map = self.document.map();
        self.range.filter(|(begin, end)| between(map, *begin, *end) == self.selection).or_else(|| {
            let first = self.selection.first()?;
            let last = self.selection.last()?;
            Some((*first, *last))
        })
    }

    /// The lanes in which something is selected, from the top.
    pub(super) fn selected_lanes(&self) -> Vec<LaneId> {
        let map = self.document.map();
        let chosen: BTreeSet<_> =
            self.selection.iter().filter_map(|element| lane_of(map, *element)).collect();
        map.about.lanes.iter().copied().filter(|lane| chosen.contains(lane)).collect()
    }

    /// The stages in which something is selected, from the left.
    pub(super) fn selected_stages(&self) -> Vec<StageId> {
        let map = self.document.map();
        let stage_of = |element: &Element| match element {
            Element::Stage(stage) => Some(*stage),
            other => map.stage_of(touchpoint_of(map, *other)?).map(|stage| stage.id),
        };
        let chosen: BTreeSet<_> = self.selection.iter().filter_map(stage_of).collect();
        map.about.stages.iter().copied().filter(|stage| chosen.contains(stage)).collect()
    }

    fn same_kind(&self) -> BTreeSet<Element> {
        let map = self.document.map();
        let mut chosen = self.selection.clone();
        for element in &self.selection {
            match *element {
                Element::Stage(_) => chosen.extend(map.about.stages.iter().copied().map(Element::Stage)),
                Element::Touchpoint(_) => {
                    chosen
                        .extend(map.touchpoints.iter().map(|touchpoint| Element::Touchpoint(touchpoint.id)));
                }
                Element::Lane(_) => {
                    chosen.extend(shown_lanes(map).map(|lane| Element::Lane(lane.id)));
                }
                Element::Card(card) => {
                    let Some(card) = map.cards.get(card) else { continue };
                    let kind = std::mem::discriminant(&card.kind);
                    let alike = map.cards.iter().filter(|other| std::mem::discriminant(&other.kind) == kind);
                    chosen.extend(alike.map(|card| Element::Card(card.id)));
                }
                Element::Emotion(dot) => chosen.extend(curve_of(map, dot)),
                Element::Title
                | Element::Measured(..)
                | Element::Cell(..)
                | Element::Step(..)
                | Element::Wait(_)
                | Element::Figure(_) => {}
            }
        }
        chosen
    }

    /// Cards and dots of the lanes in which something is selected; the heading where a lane has neither.
    fn of_selected_lanes(&self) -> BTreeSet<Element> {
        let map = self.document.map();
        let mut chosen = BTreeSet::new();
        for lane in self.selected_lanes() {
            let cards = map.cards.iter().filter(|card| card.lane == lane).map(|card| Element::Card(card.id));
            let before = chosen.len();
            chosen.extend(cards);
            chosen.extend(self.dots_of_lane(lane));
            if chosen.len() == before {
                chosen.insert(Element::Lane(lane));
            }
        }
        chosen
    }

    /// The dots that can be drawn in an emotion lane.
    fn dots_of_lane(&self, lane: LaneId) -> Vec<Element> {
        let map = self.document.map();
        let shown = self.shown_persona().map(|persona| persona.id);
        let record = map.lanes.get(lane).filter(|lane| lane.kind == LaneKind::Emotion);
        let Some(persona) = record.and_then(|lane| map.drawn_for(lane, shown)) else { return Vec::new() };
        let Some((_, any)) = map.touchpoints_in_order().next() else { return Vec::new() };
        curve_of(map, EmotionDot { lane, persona, curve: self.drawn_curve(), touchpoint: any.id })
    }

    /// Touchpoints and cards of the stages in which something is selected; the band of an empty stage.
    fn of_selected_stages(&self) -> BTreeSet<Element> {
        let map = self.document.map();
        let mut chosen = BTreeSet::new();
        for stage in self.selected_stages().iter().filter_map(|stage| map.stages.get(*stage)) {
            let is_inside = |card: &&Card| stage.touchpoints.contains(&card.touchpoint);
            chosen.extend(map.cards.iter().filter(is_inside).map(|card| Element::Card(card.id)));
            chosen.extend(stage.touchpoints.iter().copied().map(Element::Touchpoint));
            if stage.touchpoints.is_empty() {
                chosen.insert(Element::Stage(stage.id));
            }
        }
        chosen
    }
}

/// Everything that can be moved or removed: touchpoints and cards.
fn everything(map: &JourneyMap) -> impl Iterator<Item = Element> {
    let touchpoints = map.touchpoints.iter().map(|touchpoint| Element::Touchpoint(touchpoint.id));
    touchpoints.chain(map.cards.iter().map(|card| Element::Card(card.id)))
}

pub(super) fn shown_lanes(map: &JourneyMap) -> impl Iterator<Item = &Lane> {
    map.lanes_in_order().filter(|lane| !lane.hidden)
}

/// The row of an element, if it has one.
fn lane_of(map: &JourneyMap, element: Element) -> Option<LaneId> {
    match element {
        Element::Lane(lane) | Element::Measured(lane, _) | Element::Cell(lane, _) => Some(lane),
        Element::Card(card) => Some(map.cards.get(card)?.lane),
        Element::Emotion(..) => {
            shown_lanes(map).find(|lane| lane.kind == LaneKind::Emotion).map(|lane| lane.id)
        }
        Element::Title
        | Element::Stage(_)
        | Element::Touchpoint(_)
        | Element::Step(..)
        | Element::Wait(_)
        | Element::Figure(_) => None,
    }
}

/// All dots of the curve to which a dot belongs.
fn curve_of(map: &JourneyMap, dot: EmotionDot) -> Vec<Element> {
    let drawn = map.personas.get(dot.persona).into_iter().flat_map(|persona| persona.curve(dot.curve).keys());
    drawn.map(|touchpoint| Element::Emotion(EmotionDot { touchpoint: *touchpoint, ..dot })).collect()
}

/// What lies between two elements, with both: a stretch of stages, touchpoints, lanes or a curve, else the cards in
/// the rectangle of which they are the corners.
fn between(map: &JourneyMap, begin: Element, end: Element) -> BTreeSet<Element> {
    let columns: Vec<_> = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect();
    let inside: BTreeSet<Element> = match (begin, end) {
        (Element::Stage(from), Element::Stage(to)) => {
            stretch(&map.about.stages, from, to).iter().copied().map(Element::Stage).collect()
        }
        (Element::Touchpoint(from), Element::Touchpoint(to)) => {
            stretch(&columns, from, to).iter().copied().map(Element::Touchpoint).collect()
        }
        (Element::Lane(from), Element::Lane(to)) => {
            let lanes: Vec<_> = shown_lanes(map).map(|lane| lane.id).collect();
            stretch(&lanes, from, to).iter().copied().map(Element::Lane).collect()
        }
        (Element::Emotion(from), Element::Emotion(to))
            if from == (EmotionDot { touchpoint: from.touchpoint, ..to }) =>
        {
            let inside = stretch(&columns, from.touchpoint, to.touchpoint);
            let dots = inside.iter().map(|touchpoint| EmotionDot { touchpoint: *touchpoint, ..from });
            dots.filter(|dot| dot.emotion(map).is_some()).map(Element::Emotion).collect()
        }
        _ => corner(map, begin)
            .zip(corner(map, end))
            .map(|(from, to)| rectangle(map, &columns, &from, &to))
            .unwrap_or_default(),
    };
    if inside.is_empty() { [begin, end].into() } else { inside }
}

/// A corner of a rectangle of cells.
struct Corner {
    lane: LaneId,
    touchpoint: TouchpointId,
    slots: RangeInclusive<u32>,
}

fn corner(map: &JourneyMap, element: Element) -> Option<Corner> {
    match element {
        Element::Card(card) => {
            let Card { lane, touchpoint, slot, .. } = *map.cards.get(card)?;
            Some(Corner { lane, touchpoint, slots: slot..=slot })
        }
        Element::Cell(lane, touchpoint) | Element::Measured(lane, touchpoint) => {
            Some(Corner { lane, touchpoint, slots: 0..=u32::MAX })
        }
        _ => None,
    }
}

fn rectangle(map: &JourneyMap, columns: &[TouchpointId], from: &Corner, to: &Corner) -> BTreeSet<Element> {
    let lanes: Vec<_> = shown_lanes(map).map(|lane| lane.id).collect();
    let (lanes, columns) =
        (stretch(&lanes, from.lane, to.lane), stretch(columns, from.touchpoint, to.touchpoint));
    // Within a cell it is a stretch of its cards.
    let is_cell = lanes.len() == 1 && columns.len() == 1;
    let first = *from.slots.start().min(to.slots.start());
    let last = *from.slots.end().max(to.slots.end());
    let is_inside = |card: &&Card| {
        lanes.contains(&card.lane)
            && columns.contains(&card.touchpoint)
            && (!is_cell || (first..=last).contains(&card.slot))
    };
    map.cards.iter().filter(is_inside).map(|card| Element::Card(card.id)).collect()
}

/// The part of an order from one item to another, whichever comes first.
fn stretch<T: PartialEq>(order: &[T], from: T, to: T) -> &[T] {
    let place = |item: T| order.iter().position(|other| *other == item);
    let Some((from, to)) = place(from).zip(place(to)) else { return &[] };
    order.get(from.min(to)..=from.max(to)).unwrap_or_default()
}
