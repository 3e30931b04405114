//! Carrying touchpoints to another place in the journey, within their stage or into another.

use super::{Input, Preview, Tool, carried};
use crate::base::{Point, Rect};
use crate::model::{Edit, StageId, TouchpointId};
use crate::scene::Element;
use crate::session::{Action, View};

/// Width of the bar that shows where touchpoints will go.
const BAR: f32 = 3.0;

/// Touchpoints in hand.
#[derive(Clone, Debug)]
pub struct DragTouchpoints {
    /// In map order.
    touchpoints: Vec<TouchpointId>,
    /// Where they were.
    taken: Vec<Rect>,
    from: Point,
    to: Point,
    target: Option<Target>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Target {
    stage: StageId,
    at: usize,
    bar: Rect,
}

impl DragTouchpoints {
    /// Takes a touchpoint, and the other selected ones when it is selected.
    pub(super) fn begin(touchpoint: TouchpointId, from: Point, view: &View<'_>) -> Option<Self> {
        let takes_all = view.selection.contains(&Element::Touchpoint(touchpoint));
        let is_taken = |id: TouchpointId| {
            id == touchpoint || takes_all && view.selection.contains(&Element::Touchpoint(id))
        };
        let columns = view.scene.grid.columns.iter();
        let touchpoints: Vec<_> =
            columns.map(|column| column.touchpoint).filter(|id| is_taken(*id)).collect();
        let taken: Vec<Rect> = touchpoints
            .iter()
            .filter_map(|id| Some(view.scene.node(Element::Touchpoint(*id))?.rect))
            .collect();
        (!taken.is_empty()).then_some(Self { touchpoints, taken, from, to: from, target: None })
    }

    pub(super) fn step(self, input: Input, view: &View<'_>, actions: &mut Vec<Action>) -> Tool {
        match input {
            Input::Move(to) => Tool::DragTouchpoints(Self { to, target: self.target_at(to, view), ..self }),
            Input::Release(at) => {
                if let Some(Target { stage, at, .. }) = self.target_at(at, view)
                    && !self.is_home(stage, at, view)
                {
                    let touchpoints = self.touchpoints;
                    actions.push(Action::Edit(Edit::MoveTouchpoints { touchpoints, stage, at }));
                }
                Tool::Idle
            }
            Input::Press(_) | Input::Cancel => Tool::Idle,
        }
    }

    fn target_at(&self, at: Point, view: &View<'_>) -> Option<Target> {
        let grid = &view.scene.grid;
        let distance = |area: &Rect| (area.min.x - at.x).max(at.x - area.max.x).max(0.0);
        let stages = grid.stages.iter();
        let stage = stages.min_by(|a, b| distance(&a.area).total_cmp(&distance(&b.area)))?;
        let is_staying = |id| !self.touchpoints.contains(&id);
        let columns = grid.columns.iter().filter(|c| c.stage == stage.stage && is_staying(c.touchpoint));
        let staying: Vec<_> = columns.collect();
        let place = staying.iter().take_while(|column| (column.left + column.right) / 2.0 < at.x).count();
        let before = place.checked_sub(1).and_then(|before| staying.get(before));
        let x = match (before, staying.get(place)) {
            (_, Some(after)) => after.left,
            (Some(before), None) => before.right,
            (None, None) => stage.area.min.x + BAR,
        };
        let row = grid.touchpoint_row;
        Some(Target {
            stage: stage.stage,
            at: place,
            bar: Rect::from_xywh(x - BAR / 2.0, row.min.y, BAR, row.height()),
        })
    }

    /// True when nothing would change.
    fn is_home(&self, stage: StageId, at: usize, view: &View<'_>) -> bool {
        let Some(stage) = view.map.stages.get(stage) else { return true };
        let staying = stage.touchpoints.iter().copied().filter(|id| !self.touchpoints.contains(id));
        let mut then: Vec<TouchpointId> = staying.collect();
        let at = at.min(then.len());
        then.splice(at..at, self.touchpoints.iter().copied());
        then == stage.touchpoints
    }

    pub(super) fn preview(&self) -> Preview {
        Preview {
            carried: carried(&self.taken, self.from, self.to),
            drop: self.target.map(|target| target.bar),
            marquee: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::geom::pt;
    use crate::canvas::tools::testing::Bench;

    #[test]
    fn a_touchpoint_goes_between_those_of_another_stage() {
        let bench = Bench::new();
        let last = bench.rect(Element::Touchpoint(bench.touchpoints[2]));
        let to = pt(last.max.x - 1.0, last.center().y);
        let inputs =
            [bench.press(Element::Touchpoint(bench.touchpoints[0])), Input::Move(to), Input::Release(to)];
        let expected =
            Edit::MoveTouchpoints { touchpoints: vec![bench.touchpoints[0]], stage: bench.stages[1], at: 1 };
        assert_eq!(bench.run(&inputs).last(), Some(&Action::Edit(expected)));
    }

    #[test]
    fn selected_touchpoints_go_together_counted_without_themselves() {
        let mut bench = Bench::new();
        bench.select(&[Element::Touchpoint(bench.touchpoints[0]), Element::Touchpoint(bench.touchpoints[1])]);
        let third = bench.rect(Element::Touchpoint(bench.touchpoints[2]));
        let to = pt(third.max.x - 1.0, third.center().y);
        let inputs =
            [bench.press(Element::Touchpoint(bench.touchpoints[1])), Input::Move(to), Input::Release(to)];
        let touchpoints = bench.touchpoints[..2].to_vec();
        let expected = Edit::MoveTouchpoints { touchpoints, stage: bench.stages[1], at: 1 };
        assert_eq!(bench.run(&inputs), [Action::Edit(expected)]);
    }

    #[test]
    fn dropped_at_home_nothing_moves() {
        let bench = Bench::new();
        let first = Element::Touchpoint(bench.touchpoints[0]);
        let home = bench.middle(first);
        let inputs = [
            bench.press(first),
            Input::Move(pt(home.x + 9.0, home.y)),
            Input::Release(pt(home.x + 9.0, home.y)),
        ];
        assert!(!bench.run(&inputs).iter().any(|action| matches!(action, Action::Edit(_))));
    }

    #[test]
    fn the_bar_stands_where_the_touchpoint_will() {
        let bench = Bench::new();
        let second = bench.rect(Element::Touchpoint(bench.touchpoints[1]));
        let to = pt(second.max.x - 1.0, second.center().y);
        let tool =
            bench.tool_after(&[bench.press(Element::Touchpoint(bench.touchpoints[2])), Input::Move(to)]);
        let drop = tool.preview().drop.expect("a bar");
        let column = bench.scene.grid.columns[1].right;
        assert!((drop.center().x - column).abs() < 0.01, "{drop:?}, not at {column}");
    }
}
