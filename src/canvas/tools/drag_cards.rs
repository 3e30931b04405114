//! Carrying cards to another place in their cell, to another touchpoint or to another lane of cards.

use super::{Input, Preview, Tool, carried};
use crate::base::{Point, Rect};
use crate::model::{CardId, Edit, LaneId, TouchpointId};
use crate::scene::Element;
use crate::session::{Action, View};

/// Height of the bar that shows where cards will go.
const BAR: f32 = 3.0;

/// Cards in hand.
#[derive(Clone, Debug)]
pub struct DragCards {
    /// In map order.
    cards: Vec<CardId>,
    /// Where they were.
    taken: Vec<Rect>,
    from: Point,
    to: Point,
    target: Option<Target>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Target {
    lane: LaneId,
    touchpoint: TouchpointId,
    slot: usize,
    bar: Rect,
}

impl DragCards {
    /// Takes a card, and the other selected ones when it is selected.
    pub(super) fn begin(card: CardId, from: Point, view: &View<'_>) -> Option<Self> {
        let mut cards = vec![card];
        if view.selection.contains(&Element::Card(card)) {
            cards = view.selection.iter().filter_map(|element| card_of(*element)).collect();
        }
        let columns = &view.scene.grid.columns;
        let rows = &view.scene.grid.rows;
        cards.sort_by_key(|id| {
            let card = view.map.cards.get(*id);
            let row = card.and_then(|card| rows.iter().position(|row| row.lane == card.lane));
            let column =
                card.and_then(|card| columns.iter().position(|column| column.touchpoint == card.touchpoint));
            (row, column, card.map(|card| card.slot))
        });
        let taken: Vec<Rect> =
            cards.iter().filter_map(|id| Some(view.scene.node(Element::Card(*id))?.rect)).collect();
        (!taken.is_empty()).then_some(Self { cards, taken, from, to: from, target: None })
    }

    pub(super) fn step(self, input: Input, view: &View<'_>, actions: &mut Vec<Action>) -> Tool {
        match input {
            Input::Move(to) => Tool::DragCards(Self { to, target: self.target_at(to, view), ..self }),
            Input::Release(at) => {
                if let Some(target) = self.target_at(at, view)
                    && !self.is_home(&target, view)
                {
                    let Target { lane, touchpoint, slot, .. } = target;
                    actions.push(Action::Edit(Edit::MoveCards { cards: self.cards, lane, touchpoint, slot }));
                }
                Tool::Idle
            }
            Input::Press(_) | Input::Cancel => Tool::Idle,
        }
    }

    fn target_at(&self, at: Point, view: &View<'_>) -> Option<Target> {
        let column = view.scene.grid.column_at(at.x)?;
        let row = view.scene.grid.row_at(at.y)?;
        if !view.map.lanes.get(row.lane)?.kind.holds_cards() {
            return None;
        }
        let cards = view.map.cell(row.lane, column.touchpoint);
        let staying = cards.iter().filter(|card| !self.cards.contains(&card.id));
        let places: Vec<Rect> =
            staying.filter_map(|card| Some(view.scene.node(Element::Card(card.id))?.rect)).collect();
        let slot = places.iter().take_while(|place| place.center().y < at.y).count();
        let above = slot.checked_sub(1).and_then(|above| places.get(above));
        let y = match (above, places.get(slot)) {
            (Some(above), Some(below)) => (above.max.y + below.min.y) / 2.0,
            (Some(above), None) => above.max.y + BAR,
            (None, Some(below)) => below.min.y - BAR,
            (None, None) => row.top + 2.0 * BAR,
        };
        let width = column.right - column.left;
        let bar = Rect::from_xywh(column.left + width * 0.05, y - BAR / 2.0, width * 0.9, BAR);
        Some(Target { lane: row.lane, touchpoint: column.touchpoint, slot, bar })
    }

    /// True when nothing would change.
    fn is_home(&self, target: &Target, view: &View<'_>) -> bool {
        let ids = |card: &&crate::model::Card| card.id;
        let now: Vec<CardId> = view.map.cell(target.lane, target.touchpoint).iter().map(ids).collect();
        let mut then: Vec<CardId> = now.iter().copied().filter(|id| !self.cards.contains(id)).collect();
        let slot = target.slot.min(then.len());
        then.splice(slot..slot, self.cards.iter().copied());
        now == then
    }

    pub(super) fn preview(&self) -> Preview {
        Preview {
            carried: carried(&self.taken, self.from, self.to),
            drop: self.target.map(|target| target.bar),
            marquee: None,
        }
    }
}

fn card_of(element: Element) -> Option<CardId> {
    if let Element::Card(card) = element { Some(card) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::geom::pt;
    use crate::canvas::tools::testing::Bench;

    fn moves(actions: &[Action]) -> Vec<&Action> {
        actions.iter().filter(|action| matches!(action, Action::Edit(_))).collect()
    }

    #[test]
    fn a_card_goes_to_the_cell_under_the_pointer() {
        let bench = Bench::new();
        let to = bench.middle(Element::Cell(bench.other_card_lane, bench.touchpoints[2]));
        let inputs = [bench.press(Element::Card(bench.cards[0])), Input::Move(to), Input::Release(to)];
        let expected = Action::Edit(Edit::MoveCards {
            cards: vec![bench.cards[0]],
            lane: bench.other_card_lane,
            touchpoint: bench.touchpoints[2],
            slot: 0,
        });
        assert_eq!(moves(&bench.run(&inputs)), [&expected]);
    }

    #[test]
    fn within_its_cell_a_card_goes_below_the_one_it_is_dragged_past() {
        let bench = Bench::new();
        let below = bench.rect(Element::Card(bench.cards[1]));
        let to = pt(below.center().x, below.max.y - 1.0);
        let inputs = [bench.press(Element::Card(bench.cards[0])), Input::Move(to), Input::Release(to)];
        let expected = Action::Edit(Edit::MoveCards {
            cards: vec![bench.cards[0]],
            lane: bench.card_lane,
            touchpoint: bench.touchpoints[0],
            slot: 1,
        });
        assert_eq!(moves(&bench.run(&inputs)), [&expected]);
    }

    #[test]
    fn selected_cards_go_together_in_map_order() {
        let mut bench = Bench::new();
        bench.select(&[Element::Card(bench.cards[1]), Element::Card(bench.cards[0])]);
        let to = bench.middle(Element::Cell(bench.card_lane, bench.touchpoints[1]));
        let inputs = [bench.press(Element::Card(bench.cards[1])), Input::Move(to), Input::Release(to)];
        let actions = bench.run(&inputs);
        assert!(
            matches!(moves(&actions)[..], [Action::Edit(Edit::MoveCards { cards, .. })] if *cards == bench.cards)
        );
    }

    #[test]
    fn nothing_happens_at_home_on_a_lane_without_cards_or_after_escape() {
        let bench = Bench::new();
        let press = bench.press(Element::Card(bench.cards[0]));
        let home = bench.middle(Element::Card(bench.cards[0]));
        let emotion = bench.middle(Element::Cell(bench.emotion_lane, bench.touchpoints[1]));
        let elsewhere = bench.middle(Element::Cell(bench.card_lane, bench.touchpoints[1]));
        for inputs in [
            [press, Input::Move(pt(home.x + 9.0, home.y)), Input::Release(home)],
            [press, Input::Move(emotion), Input::Release(emotion)],
            [press, Input::Move(elsewhere), Input::Cancel],
        ] {
            assert_eq!(moves(&bench.run(&inputs)), Vec::<&Action>::new());
        }
    }
}
