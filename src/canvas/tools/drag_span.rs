//! Pulling a card by its right edge over the touchpoints it covers; the map follows while it is pulled.

use super::{Input, Tool, end_gesture};
use crate::base::{Point, Rect};
use crate::model::{CardId, Edit};
use crate::scene::Element;
use crate::session::{Action, View};

/// How far inside its right edge a card is taken by it, in map points.
const GRIP: f32 = 8.0;

/// A card's edge in hand; the gesture is open as long as this lives.
#[derive(Clone, Copy, Debug)]
pub struct DragSpan {
    card: CardId,
    /// Column of the card's own touchpoint.
    column: usize,
}

impl DragSpan {
    /// Takes the edge of a card when it was pressed there.
    pub(super) fn begin(card: CardId, at: Point, view: &View<'_>, actions: &mut Vec<Action>) -> Option<Self> {
        let record = view.map.cards.get(card)?;
        if !is_on_edge(view.scene.node(Element::Card(card))?.rect, at) {
            return None;
        }
        let columns = &view.scene.grid.columns;
        let column = columns.iter().position(|column| column.touchpoint == record.touchpoint)?;
        actions.push(Action::BeginGesture(Edit::SetSpan { card, span: record.span }.name()));
        Some(Self { card, column })
    }

    pub(super) fn step(self, input: Input, view: &View<'_>, actions: &mut Vec<Action>) -> Tool {
        match input {
            Input::Move(at) => {
                actions.push(Action::UpdateGesture(Edit::SetSpan {
                    card: self.card,
                    span: self.span(at, view),
                }));
                Tool::DragSpan(self)
            }
            input => end_gesture(&input, actions),
        }
    }

    /// As many touchpoints as the pointer has come halfway over.
    fn span(&self, at: Point, view: &View<'_>) -> u32 {
        let right = view.scene.grid.columns.iter().skip(self.column + 1);
        let covered = right.take_while(|column| (column.left + column.right) / 2.0 < at.x).count();
        u32::try_from(covered).unwrap_or(u32::MAX)
    }
}

/// True where a card is taken by its right edge.
pub fn is_on_edge(card: Rect, at: Point) -> bool {
    card.contains(at) && at.x > card.max.x - GRIP.min(card.width() / 4.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::geom::pt;
    use crate::canvas::tools::testing::Bench;
    use crate::canvas::tools::{Extend, Press};

    fn spans(actions: &[Action]) -> Vec<u32> {
        let set = actions.iter().filter_map(|action| match action {
            Action::UpdateGesture(Edit::SetSpan { span, .. }) => Some(*span),
            _ => None,
        });
        set.collect()
    }

    fn press_edge(bench: &Bench) -> (Input, Point) {
        let card = Element::Card(bench.cards[0]);
        let rect = bench.rect(card);
        let at = pt(rect.max.x - 2.0, rect.center().y);
        (Input::Press(Press { at, on: Some(card), extend: Extend::No, slop: 4.0 }), at)
    }

    #[test]
    fn a_card_covers_the_touchpoints_over_which_its_edge_is_pulled() {
        let bench = Bench::new();
        let (press, at) = press_edge(&bench);
        let (second, third) = (bench.touchpoints[1], bench.touchpoints[2]);
        let over = |touchpoint| pt(bench.middle(Element::Touchpoint(touchpoint)).x + 5.0, at.y);
        let home = pt(at.x - 20.0, at.y);
        let inputs = [
            press,
            Input::Move(over(second)),
            Input::Move(over(third)),
            Input::Move(home),
            Input::Release(home),
        ];
        let actions = bench.run(&inputs);
        assert_eq!(spans(&actions), [1, 2, 0]);
        assert_eq!(actions.last(), Some(&Action::CommitGesture));
    }

    #[test]
    fn escape_puts_the_edge_back() {
        let bench = Bench::new();
        let (press, at) = press_edge(&bench);
        let actions = bench.run(&[press, Input::Move(pt(at.x + 200.0, at.y)), Input::Cancel]);
        assert_eq!(actions.last(), Some(&Action::CancelGesture));
    }
}
