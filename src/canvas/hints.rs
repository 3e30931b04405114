//! Quiet offers under the pointer: a new card in an empty cell, a new touchpoint between two, and how to begin an empty map.

use crate::base::geom::pt;
use crate::base::{Point, Rect};
use crate::model::{CardKind, Edit, LaneId, LaneKind, StageId, TouchpointId};
use crate::scene::{Element, EmotionDot};
use crate::session::View;
use crate::tr;

/// Radius of the “+” between touchpoints, in map points.
pub const PLUS_RADIUS: f32 = 9.0;

/// How near to the gap between two touchpoints the pointer must be, in map points.
const GAP_REACH: f32 = 9.0;

/// Something that a click or double click would make.
#[derive(Clone, Debug, PartialEq)]
pub enum Hint {
    /// A card in an empty cell: where it would be and what it is called.
    Card { place: Rect, label: String },
    /// A touchpoint between two: the middle of the “+” and the place it would have in its stage.
    Touchpoint { center: Point, stage: StageId, at: usize },
}

/// What is offered at a place of the map.
pub fn hint_at(at: Point, on: Option<Element>, view: &View<'_>) -> Option<Hint> {
    touchpoint_at(at, view).or_else(|| match on {
        Some(Element::Cell(lane, touchpoint)) => card_in(lane, touchpoint, view),
        _ => None,
    })
}

fn card_in(lane: LaneId, touchpoint: TouchpointId, view: &View<'_>) -> Option<Hint> {
    let label = card_name(view.map.lanes.get(lane)?.kind)?;
    let mut cards = view.map.cards.iter().filter(|card| card.lane == lane);
    if cards.any(|card| view.map.covered(card).contains(&touchpoint)) {
        return None;
    }
    let cell = view.scene.node(Element::Cell(lane, touchpoint))?.rect;
    let height = (cell.height() - 12.0).clamp(16.0, 30.0);
    let place = Rect::from_xywh(cell.min.x + 7.0, cell.min.y + 6.0, cell.width() - 14.0, height);
    Some(Hint::Card { place, label: format!("+ {label}") })
}

/// What a card of a lane is called.
fn card_name(kind: LaneKind) -> Option<String> {
    Some(match kind {
        LaneKind::Pains => tr!("canvas-card-pain"),
        LaneKind::Opportunities => tr!("canvas-card-opportunity"),
        LaneKind::Quotes => tr!("canvas-card-quote"),
        LaneKind::Thoughts => tr!("canvas-card-thought"),
        LaneKind::Backstage => tr!("canvas-card-backstage"),
        LaneKind::Metrics => tr!("canvas-card-metric"),
        LaneKind::Notes | LaneKind::Images => tr!("canvas-card-note"),
        LaneKind::Channels | LaneKind::Emotion | LaneKind::Exits | LaneKind::Satisfaction => return None,
    })
}

fn touchpoint_at(at: Point, view: &View<'_>) -> Option<Hint> {
    let grid = &view.scene.grid;
    let row = grid.touchpoint_row;
    // Only around the upper half of the boxes, so that their lower parts can be reached from the side.
    if at.y < row.min.y || at.y > row.max.y {
        return None;
    }
    let center_y = row.center().y;
    if (at.y - center_y).abs() > PLUS_RADIUS * 1.6 {
        return None;
    }
    for stage in &grid.stages {
        let columns: Vec<_> = grid.columns.iter().filter(|column| column.stage == stage.stage).collect();
        let lefts = columns.iter().map(|column| column.left);
        let ends = lefts.chain(columns.last().map(|column| column.right));
        for (place, x) in ends.enumerate() {
            // Half of the gap at the ends of a stage belongs to it, half to its neighbour.
            let is_near = (at.x - x).abs() <= GAP_REACH
                && at.x >= stage.area.min.x - 1.0
                && at.x <= stage.area.max.x + 1.0;
            if is_near {
                return Some(Hint::Touchpoint { center: pt(x, center_y), stage: stage.stage, at: place });
            }
        }
    }
    None
}

/// A new card at the end of a cell; none when the lane holds no cards.
pub fn new_card(lane: LaneId, touchpoint: TouchpointId, view: &View<'_>) -> Option<Edit> {
    let kind = view.map.lanes.get(lane)?.kind;
    kind.holds_cards().then(|| Edit::AddCard {
        lane,
        touchpoint,
        slot: usize::MAX,
        text: String::new(),
        kind: CardKind::for_lane(kind),
    })
}

/// The dot that a click in a cell of an emotion lane is about, drawn or not.
pub fn new_dot(lane: LaneId, touchpoint: TouchpointId, view: &View<'_>) -> Option<EmotionDot> {
    let record = view.map.lanes.get(lane).filter(|record| record.kind == LaneKind::Emotion)?;
    let persona = view.map.drawn_for(record, view.persona.map(|persona| persona.id))?;
    Some(EmotionDot { lane, persona, curve: view.curve, touchpoint })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::tools::testing::Bench;

    #[test]
    fn an_empty_cell_offers_a_card_of_its_lane() {
        let bench = Bench::new();
        let cell = Element::Cell(bench.card_lane, bench.touchpoints[1]);
        let hint = hint_at(bench.middle(cell), Some(cell), &bench.view());
        assert!(matches!(hint, Some(Hint::Card { label, .. }) if label == "+ Pain point"));
        let full = Element::Cell(bench.card_lane, bench.touchpoints[0]);
        assert_eq!(hint_at(bench.middle(full), Some(full), &bench.view()), None);
        let emotion = Element::Cell(bench.emotion_lane, bench.touchpoints[1]);
        assert_eq!(hint_at(bench.middle(emotion), Some(emotion), &bench.view()), None);
    }

    #[test]
    fn between_two_touchpoints_a_plus_inserts_one() {
        let bench = Bench::new();
        let row = bench.scene.grid.touchpoint_row;
        let between = bench.scene.grid.columns[1].left;
        let hint = hint_at(pt(between + 2.0, row.center().y), None, &bench.view());
        let center = pt(between, row.center().y);
        assert_eq!(hint, Some(Hint::Touchpoint { center, stage: bench.stages[0], at: 1 }));
        let middle = bench.middle(Element::Touchpoint(bench.touchpoints[0]));
        assert_eq!(hint_at(middle, None, &bench.view()), None);
    }
}
