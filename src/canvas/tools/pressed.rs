//! The button is down and nothing has moved yet: a click selects, a drag becomes the tool that fits what was pressed.

use super::{
    DragCards, DragEmotion, DragLane, DragSpan, DragStage, DragTouchpoints, Extend, Input, Marquee, Press,
    Tool,
};
use crate::base::Point;
use crate::scene::Element;
use crate::session::{Action, View};

/// A press that is still undecided.
#[derive(Clone, Copy, Debug)]
pub struct Pressed {
    press: Press,
}

impl Pressed {
    pub(super) fn begin(press: Press, view: &View<'_>, actions: &mut Vec<Action>) -> Tool {
        // An emotion that nobody has drawn yet is drawn where the cell was pressed.
        if let Some(Element::Cell(lane, touchpoint)) = press.on
            && press.extend == Extend::No
            && let Some(drag) = DragEmotion::draw(lane, touchpoint, press.at, view, actions)
        {
            return Tool::DragEmotion(drag);
        }
        Tool::Pressed(Self { press })
    }

    pub(super) fn step(self, input: Input, view: &View<'_>, actions: &mut Vec<Action>) -> Tool {
        match input {
            Input::Move(at) if self.is_within_slop(at) => Tool::Pressed(self),
            Input::Move(at) => self.drag(view, actions).step(Input::Move(at), view, actions),
            Input::Release(_) => {
                actions.push(match (self.press.on, self.press.extend) {
                    (Some(element), Extend::Stretch) => Action::SelectTo(element),
                    (on, extend) => {
                        Action::Select { elements: on.into_iter().collect(), extend: extend != Extend::No }
                    }
                });
                Tool::Idle
            }
            Input::Press(_) | Input::Cancel => Tool::Idle,
        }
    }

    fn is_within_slop(&self, at: Point) -> bool {
        (at.x - self.press.at.x).hypot(at.y - self.press.at.y) < self.press.slop
    }

    fn drag(self, view: &View<'_>, actions: &mut Vec<Action>) -> Tool {
        let at = self.press.at;
        let Some(element) = self.press.on.filter(|element| !is_area(*element)) else {
            return Tool::Marquee(Marquee::begin(at, self.press.extend != Extend::No));
        };
        if !view.selection.contains(&element) {
            actions.push(Action::Select { elements: vec![element], extend: false });
        }
        let tool = match element {
            Element::Card(card) => DragSpan::begin(card, at, view, actions)
                .map(Tool::DragSpan)
                .or_else(|| DragCards::begin(card, at, view).map(Tool::DragCards)),
            Element::Touchpoint(touchpoint) => {
                DragTouchpoints::begin(touchpoint, at, view).map(Tool::DragTouchpoints)
            }
            Element::Stage(stage) => DragStage::begin(stage, at, view).map(Tool::DragStage),
            Element::Emotion(dot) => DragEmotion::begin(dot, at, view, actions).map(Tool::DragEmotion),
            Element::Lane(lane) => DragLane::begin(lane, at, view).map(Tool::DragLane),
            Element::Title
            | Element::Measured(..)
            | Element::Cell(..)
            | Element::Step(..)
            | Element::Wait(_)
            | Element::Figure(_) => None,
        };
        tool.unwrap_or_default()
    }
}

/// True for what lies behind everything else: a drag over it selects.
fn is_area(element: Element) -> bool {
    match element {
        Element::Title
        | Element::Measured(..)
        | Element::Cell(..)
        | Element::Step(..)
        | Element::Wait(_)
        | Element::Figure(_) => true,
        Element::Stage(_)
        | Element::Lane(_)
        | Element::Touchpoint(_)
        | Element::Card(_)
        | Element::Emotion(..) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::geom::pt;
    use crate::canvas::tools::testing::Bench;

    #[test]
    fn a_click_selects_ctrl_adds_and_shift_stretches() {
        let bench = Bench::new();
        let first = Element::Touchpoint(bench.touchpoints[0]);
        let actions = bench.run(&[bench.press(first), Input::Release(pt(0.0, 0.0))]);
        assert_eq!(actions, [Action::Select { elements: vec![first], extend: false }]);
        let actions = bench.run(&[bench.press_extending(first), Input::Release(pt(0.0, 0.0))]);
        assert_eq!(actions, [Action::Select { elements: vec![first], extend: true }]);
        let press = Press { at: bench.middle(first), on: Some(first), extend: Extend::Stretch, slop: 4.0 };
        let actions = bench.run(&[Input::Press(press), Input::Release(press.at)]);
        assert_eq!(actions, [Action::SelectTo(first)]);
    }

    #[test]
    fn a_click_beside_everything_selects_nothing() {
        let bench = Bench::new();
        let press = Press { at: pt(-5.0, -5.0), on: None, extend: Extend::No, slop: 4.0 };
        let actions = bench.run(&[Input::Press(press), Input::Release(press.at)]);
        assert_eq!(actions, [Action::Select { elements: vec![], extend: false }]);
    }

    #[test]
    fn a_trembling_hand_still_clicks() {
        let bench = Bench::new();
        let first = Element::Touchpoint(bench.touchpoints[0]);
        let at = bench.middle(first);
        let inputs = [bench.press(first), Input::Move(pt(at.x + 2.0, at.y - 2.0)), Input::Release(at)];
        assert_eq!(bench.run(&inputs), [Action::Select { elements: vec![first], extend: false }]);
    }

    #[test]
    fn escape_forgets_the_press() {
        let bench = Bench::new();
        let inputs = [
            bench.press(Element::Touchpoint(bench.touchpoints[0])),
            Input::Cancel,
            Input::Release(pt(0.0, 0.0)),
        ];
        assert_eq!(bench.run(&inputs), []);
    }
}
