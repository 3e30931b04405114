//! Carrying a lane to another place in the map, by its heading.

use super::{Input, Preview, Tool, carried};
use crate::base::{Point, Rect};
use crate::model::{Edit, LaneId};
use crate::scene::{Element, GridRow};
use crate::session::{Action, View};

/// Height of the bar that shows where the lane will go.
const BAR: f32 = 3.0;

/// A lane in hand.
#[derive(Clone, Copy, Debug)]
pub struct DragLane {
    lane: LaneId,
    /// Where its heading was.
    taken: Rect,
    from: Point,
    to: Point,
    bar: Option<Rect>,
}

impl DragLane {
    pub(super) fn begin(lane: LaneId, from: Point, view: &View<'_>) -> Option<Self> {
        let taken = view.scene.node(Element::Lane(lane))?.rect;
        Some(Self { lane, taken, from, to: from, bar: None })
    }

    pub(super) fn step(self, input: Input, view: &View<'_>, actions: &mut Vec<Action>) -> Tool {
        match input {
            Input::Move(to) => {
                let bar = self.target_at(to, view).map(|(_, bar)| bar);
                Tool::DragLane(Self { to, bar, ..self })
            }
            Input::Release(to) => {
                let home = view.map.about.lanes.iter().position(|lane| *lane == self.lane);
                if let Some((at, _)) = self.target_at(to, view)
                    && home != Some(at)
                {
                    actions.push(Action::Edit(Edit::MoveLane { lane: self.lane, at }));
                }
                Tool::Idle
            }
            Input::Press(_) | Input::Cancel => Tool::Idle,
        }
    }

    /// The place among all lanes, counted without the lane itself, and the bar that shows it.
    fn target_at(&self, at: Point, view: &View<'_>) -> Option<(usize, Rect)> {
        let grid = &view.scene.grid;
        let rows: Vec<&GridRow> = grid.rows.iter().filter(|row| row.lane != self.lane).collect();
        let lanes: Vec<LaneId> =
            view.map.about.lanes.iter().copied().filter(|lane| *lane != self.lane).collect();
        let place_of = |row: &GridRow| lanes.iter().position(|lane| *lane == row.lane);
        let below = rows.iter().find(|row| at.y < (row.top + row.bottom) / 2.0);
        let (place, y) = match below {
            Some(below) => (place_of(below)?, below.top),
            None => (place_of(rows.last()?)? + 1, rows.last()?.bottom),
        };
        let right = grid.columns.last().map_or(grid.left, |column| column.right);
        Some((place, Rect::from_xywh(0.0, y - BAR / 2.0, right, BAR)))
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

    fn dragged(bench: &Bench, lane: LaneId, y: f32) -> Option<Action> {
        let to = pt(40.0, y);
        let inputs = [bench.press(Element::Lane(lane)), Input::Move(to), Input::Release(to)];
        bench.run(&inputs).into_iter().find(|action| matches!(action, Action::Edit(_)))
    }

    #[test]
    fn a_lane_changes_places_by_its_heading() {
        let bench = Bench::new();
        let moved = |lane, at| Some(Action::Edit(Edit::MoveLane { lane, at }));
        assert_eq!(dragged(&bench, bench.emotion_lane, 330.0), moved(bench.emotion_lane, 1));
        assert_eq!(dragged(&bench, bench.emotion_lane, 900.0), moved(bench.emotion_lane, 2));
        assert_eq!(dragged(&bench, bench.other_card_lane, 150.0), moved(bench.other_card_lane, 0));
        assert_eq!(dragged(&bench, bench.card_lane, 300.0), None, "it is at home there");
    }
}
