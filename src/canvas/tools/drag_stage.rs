//! Carrying a stage with all its touchpoints to another place in the journey, by its band.

use super::{Input, Preview, Tool, carried};
use crate::base::{Point, Rect};
use crate::model::{Edit, StageId};
use crate::session::{Action, View};

/// Width of the bar that shows where the stage will go.
const BAR: f32 = 3.0;

/// A stage in hand.
#[derive(Clone, Copy, Debug)]
pub struct DragStage {
    stage: StageId,
    /// Where its band was.
    taken: Rect,
    from: Point,
    to: Point,
    bar: Option<Rect>,
}

impl DragStage {
    pub(super) fn begin(stage: StageId, from: Point, view: &View<'_>) -> Option<Self> {
        let taken = view.scene.grid.stages.iter().find(|other| other.stage == stage)?.band;
        Some(Self { stage, taken, from, to: from, bar: None })
    }

    pub(super) fn step(self, input: Input, view: &View<'_>, actions: &mut Vec<Action>) -> Tool {
        match input {
            Input::Move(to) => {
                let bar = self.target_at(to, view).map(|(_, bar)| bar);
                Tool::DragStage(Self { to, bar, ..self })
            }
            Input::Release(to) => {
                let home = view.map.about.stages.iter().position(|stage| *stage == self.stage);
                if let Some((at, _)) = self.target_at(to, view)
                    && home != Some(at)
                {
                    actions.push(Action::Edit(Edit::MoveStage { stage: self.stage, at }));
                }
                Tool::Idle
            }
            Input::Press(_) | Input::Cancel => Tool::Idle,
        }
    }

    /// The place, counted without the stage itself, and the bar that shows it.
    fn target_at(&self, at: Point, view: &View<'_>) -> Option<(usize, Rect)> {
        let staying = view.scene.grid.stages.iter().filter(|stage| stage.stage != self.stage);
        let bands: Vec<Rect> = staying.map(|stage| stage.band).collect();
        let place = bands.iter().take_while(|band| band.center().x < at.x).count();
        let x = match bands.get(place) {
            Some(after) => after.min.x - BAR,
            None => bands.last()?.max.x + BAR,
        };
        Some((place, Rect::from_xywh(x - BAR / 2.0, self.taken.min.y, BAR, self.taken.height())))
    }

    pub(super) fn preview(&self) -> Preview {
        Preview { carried: carried(&[self.taken], self.from, self.to), drop: self.bar, marquee: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::geom::pt;
    use crate::canvas::tools::testing::Bench;
    use crate::scene::Element;

    #[test]
    fn a_stage_changes_places() {
        let bench = Bench::new();
        let second = bench.rect(Element::Stage(bench.stages[1]));
        let to = pt(second.max.x - 1.0, second.center().y);
        let press = bench.press(Element::Stage(bench.stages[0]));
        let expected = Action::Edit(Edit::MoveStage { stage: bench.stages[0], at: 1 });
        assert_eq!(bench.run(&[press, Input::Move(to), Input::Release(to)]).last(), Some(&expected));
        let near = pt(bench.middle(Element::Stage(bench.stages[0])).x + 9.0, to.y);
        let actions = bench.run(&[press, Input::Move(near), Input::Release(near)]);
        assert!(!actions.iter().any(|action| matches!(action, Action::Edit(_))), "{actions:?}");
    }
}
