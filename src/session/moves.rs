//! Moving what is selected by one place: the edits of each direction, without those that would leave all as it is.

use super::Session;
use super::arrange::Chosen;
use super::choose::shown_lanes;
use super::walk::Direction;
use crate::model::{Card, CardId, Edit, Emotion, JourneyMap, LaneId, TouchpointId};
use crate::scene::EmotionDot;

/// How far a key moves a dot of the curve.
const NUDGE: f64 = 0.1;

impl Session {
    /// True when something of what is selected has room there.
    pub(super) fn can_move(&self, direction: Direction) -> bool {
        !self.selection.is_empty() && !self.moves(direction).is_empty()
    }

    /// The edits that move what is selected; none at the map's edge.
    pub(super) fn moves(&self, direction: Direction) -> Vec<Edit> {
        let Chosen { stages, lanes, touchpoints, cards, dots } = self.chosen();
        let map = self.document.map();
        let forward = matches!(direction, Direction::Right | Direction::Down);
        let mut edits = Vec::new();
        match direction {
            Direction::Left | Direction::Right => {
                let moves = shifted(&map.about.stages, &stages, forward);
                edits.extend(moves.into_iter().map(|(stage, at)| Edit::MoveStage { stage, at }));
                if touchpoints_have_room(map, &touchpoints, forward) {
                    let places = if forward { 1 } else { -1 };
                    edits.push(Edit::MoveTouchpointsBy { touchpoints, places });
                }
            }
            Direction::Up | Direction::Down => {
                edits.extend(lane_moves(map, &lanes, forward));
                edits.extend(dots.into_iter().filter_map(|dot| nudged(map, dot, !forward)));
            }
        }
        edits.extend(card_move(map, cards, direction));
        edits
    }
}

/// False when the chosen ones already are the first or the last of the map, also without a stage to cross.
fn touchpoints_have_room(map: &JourneyMap, chosen: &[TouchpointId], forward: bool) -> bool {
    // Beginnings of stages count as places; only that of the first can't be crossed.
    let mut line: Vec<Option<TouchpointId>> = map
        .stages_in_order()
        .flat_map(|stage| std::iter::once(None).chain(stage.touchpoints.iter().copied().map(Some)))
        .skip(1)
        .collect();
    if forward {
        line.reverse();
    }
    line.iter().take(chosen.len()).any(|place| place.is_none_or(|id| !chosen.contains(&id)))
}

/// The moves that bring each chosen item one place on, as far as there is room, in the order in which they are done;
/// places are counted without the item.
fn shifted<T: Copy + PartialEq>(order: &[T], chosen: &[T], forward: bool) -> Vec<(T, usize)> {
    let mut order = order.to_vec();
    let mut moves = Vec::new();
    let mut places: Vec<usize> = (0..order.len()).collect();
    if forward {
        places.reverse();
    }
    for place in places {
        let next = if forward { place.checked_add(1) } else { place.checked_sub(1) };
        let Some((item, next)) = order.get(place).copied().zip(next) else { continue };
        let makes_room = order.get(next).is_some_and(|other| !chosen.contains(other));
        if chosen.contains(&item) && makes_room {
            order.swap(place, next);
            moves.push((item, next));
        }
    }
    moves
}

/// Lanes pass over those that are hidden.
fn lane_moves(map: &JourneyMap, chosen: &[LaneId], down: bool) -> Vec<Edit> {
    let shown: Vec<_> = shown_lanes(map).map(|lane| lane.id).collect();
    let mut all = map.about.lanes.clone();
    let mut edits = Vec::new();
    let mut order = shown.clone();
    for (lane, place) in shifted(&shown, chosen, down) {
        let Some(passed) = order.get(place).copied() else { continue };
        let Some(at) = all.iter().position(|id| *id == passed) else { continue };
        edits.push(Edit::MoveLane { lane, at });
        all.retain(|id| *id != lane);
        all.insert(at.min(all.len()), lane);
        order = all.iter().copied().filter(|id| shown.contains(id)).collect();
    }
    edits
}

/// None where the dot is at the end of the scale.
fn nudged(map: &JourneyMap, dot: EmotionDot, up: bool) -> Option<Edit> {
    let drawn = dot.emotion(map)?;
    let nudged = Emotion::new(drawn.value() + if up { NUDGE } else { -NUDGE });
    (nudged != drawn).then(|| dot.edit(Some(nudged)))
}

/// Sideways to the next touchpoint; up and down within the cell first, then to the next lane. None without room.
fn card_move(map: &JourneyMap, cards: Vec<CardId>, direction: Direction) -> Option<Edit> {
    let (columns, lanes) = match direction {
        Direction::Left => (-1, 0),
        Direction::Right => (1, 0),
        Direction::Up => (0, -1),
        Direction::Down => (0, 1),
    };
    let within = if lanes == 0 { None } else { move_in_column(map, &cards, lanes > 0) };
    let as_block = within.is_none() && cards_have_room(map, &cards, direction);
    if as_block { Some(Edit::MoveCardsBy { cards, columns, lanes }) } else { within }
}

/// False when one of the cards stands at the edge: as a block, none of them moves then.
fn cards_have_room(map: &JourneyMap, cards: &[CardId], direction: Direction) -> bool {
    let records = || cards.iter().filter_map(|card| map.cards.get(*card));
    let none_at = |is_at_edge: &dyn Fn(&Card) -> bool| !cards.is_empty() && !records().any(is_at_edge);
    let touchpoints = || map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id);
    let lanes = || shown_lanes(map).filter(|lane| lane.kind.holds_cards()).map(|lane| lane.id);
    let (touchpoint, lane) = match direction {
        Direction::Left => (touchpoints().next(), None),
        Direction::Right => (touchpoints().last(), None),
        Direction::Up => (None, lanes().next()),
        Direction::Down => (None, lanes().last()),
    };
    none_at(&|card| Some(card.touchpoint) == touchpoint || Some(card.lane) == lane)
}

/// Cards of one cell move together past the card above or below them, or into the lane there.
fn move_in_column(map: &JourneyMap, chosen: &[CardId], down: bool) -> Option<Edit> {
    let first = map.cards.get(*chosen.first()?)?;
    let (lane, touchpoint) = (first.lane, first.touchpoint);
    let there: Vec<_> = map.cell(lane, touchpoint).iter().map(|card| card.id).collect();
    if !chosen.iter().all(|card| there.contains(card)) {
        return None;
    }
    let is_chosen = |card: &CardId| chosen.contains(card);
    let cards: Vec<_> = there.iter().copied().filter(is_chosen).collect();
    let staying = there.len() - cards.len();
    let before =
        |card: CardId| there.iter().take_while(|id| **id != card).filter(|id| !is_chosen(id)).count();
    let slot = if down {
        Some(before(*cards.last()?) + 1).filter(|slot| *slot <= staying)
    } else {
        before(*cards.first()?).checked_sub(1)
    };
    if let Some(slot) = slot {
        return Some(Edit::MoveCards { cards, lane, touchpoint, slot });
    }
    let lanes: Vec<_> = shown_lanes(map).filter(|lane| lane.kind.holds_cards()).map(|lane| lane.id).collect();
    let place = lanes.iter().position(|id| *id == lane)?;
    let next = if down { place.checked_add(1) } else { place.checked_sub(1) };
    let lane = *lanes.get(next?)?;
    Some(Edit::MoveCards { cards, lane, touchpoint, slot: if down { 0 } else { usize::MAX } })
}
