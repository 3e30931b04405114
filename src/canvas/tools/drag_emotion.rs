//! Drawing the emotion curve: a dot follows the pointer up and down in steps of a tenth; the curve follows while it moves.

use super::{Input, Tool, end_gesture};
use crate::base::Point;
use crate::canvas::hints;
use crate::model::{Edit, Emotion, LaneId, TouchpointId};
use crate::scene::{Element, EmotionDot, Grid};
use crate::session::{Action, View};

/// A dot in hand; the gesture is open as long as this lives.
#[derive(Clone, Copy, Debug)]
pub struct DragEmotion {
    dot: EmotionDot,
    /// y of +2 and of −2.
    axis: (f32, f32),
    /// From the pointer to the middle of the dot where it was taken.
    grip: f32,
}

impl DragEmotion {
    /// Takes a dot that is there.
    pub(super) fn begin(
        dot: EmotionDot,
        at: Point,
        view: &View<'_>,
        actions: &mut Vec<Action>,
    ) -> Option<Self> {
        let axis = axis_of(dot.lane, view)?;
        let drawn = dot.emotion(view.map)?;
        let drag = Self { dot, axis, grip: Grid::y_of_emotion(axis, drawn.value()) - at.y };
        actions.push(Action::BeginGesture(drag.edit(at).name()));
        Some(drag)
    }

    /// Draws a new dot in an emotion cell that has none.
    pub(super) fn draw(
        lane: LaneId,
        touchpoint: TouchpointId,
        at: Point,
        view: &View<'_>,
        actions: &mut Vec<Action>,
    ) -> Option<Self> {
        let axis = axis_of(lane, view)?;
        let dot = hints::new_dot(lane, touchpoint, view).filter(|dot| dot.emotion(view.map).is_none())?;
        let drag = Self { dot, axis, grip: 0.0 };
        actions.push(Action::BeginGesture(drag.edit(at).name()));
        actions.push(Action::UpdateGesture(drag.edit(at)));
        Some(drag)
    }

    pub(super) fn dot(&self) -> Element {
        Element::Emotion(self.dot)
    }

    fn edit(&self, at: Point) -> Edit {
        let exact = Grid::emotion_of_y(self.axis, at.y + self.grip);
        self.dot.edit(Some(Emotion::new((exact * 10.0).round() / 10.0)))
    }

    pub(super) fn step(self, input: Input, _view: &View<'_>, actions: &mut Vec<Action>) -> Tool {
        match input {
            Input::Move(at) => {
                actions.push(Action::UpdateGesture(self.edit(at)));
                Tool::DragEmotion(self)
            }
            input => end_gesture(&input, actions),
        }
    }
}

fn axis_of(lane: LaneId, view: &View<'_>) -> Option<(f32, f32)> {
    view.scene.grid.rows.iter().find(|row| row.lane == lane)?.emotion_axis
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::geom::pt;
    use crate::canvas::tools::testing::Bench;
    use crate::canvas::tools::{Extend, Press};

    fn emotions(actions: &[Action]) -> Vec<f64> {
        let drawn = actions.iter().filter_map(|action| match action {
            Action::UpdateGesture(Edit::SetEmotion { emotion, .. }) => emotion.map(Emotion::value),
            _ => None,
        });
        drawn.collect()
    }

    #[test]
    fn a_dot_follows_the_pointer_in_tenths_wherever_it_was_gripped() {
        let bench = Bench::new();
        let dot = Element::Emotion(bench.dot());
        let at = bench.middle(dot);
        let (top, bottom) = bench.axis;
        let one = (bottom - top) / 4.0;
        let press = Press { at: pt(at.x, at.y + 3.0), on: Some(dot), extend: Extend::No, slop: 4.0 };
        let down = pt(at.x + 40.0, at.y + 3.0 + one * 1.52);
        let actions = bench.run(&[Input::Press(press), Input::Move(down), Input::Release(down)]);
        assert_eq!(emotions(&actions), [-1.0], "from +0.5 by 1.52 down, rounded");
        assert_eq!(actions.last(), Some(&Action::CommitGesture));
        assert!(
            matches!(&actions[..2], [Action::Select { .. }, Action::BeginGesture(name)] if name.key == "model-edit-set-emotion")
        );
    }

    #[test]
    fn it_stays_on_the_axis() {
        let bench = Bench::new();
        let dot = Element::Emotion(bench.dot());
        let actions = bench.run(&[bench.press(dot), Input::Move(pt(0.0, -9e5)), Input::Move(pt(0.0, 9e5))]);
        assert_eq!(emotions(&actions), [2.0, -2.0]);
    }

    #[test]
    fn escape_puts_it_back() {
        let bench = Bench::new();
        let dot = Element::Emotion(bench.dot());
        let actions = bench.run(&[bench.press(dot), Input::Move(pt(0.0, 0.0)), Input::Cancel]);
        assert_eq!(actions.last(), Some(&Action::CancelGesture));
        assert!(!actions.contains(&Action::CommitGesture));
    }

    #[test]
    fn a_click_in_an_empty_cell_draws_a_dot_there() {
        let bench = Bench::new();
        let cell = Element::Cell(bench.emotion_lane, bench.touchpoints[1]);
        let (top, bottom) = bench.axis;
        let at = pt(bench.middle(cell).x, top + (bottom - top) * 0.25);
        let press = Press { at, on: Some(cell), extend: Extend::No, slop: 4.0 };
        let actions = bench.run(&[Input::Press(press), Input::Release(at)]);
        assert_eq!(emotions(&actions), [1.0]);
        assert_eq!(actions.last(), Some(&Action::CommitGesture));
    }
}
