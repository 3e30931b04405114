//! A rectangle drawn over the map that selects the touchpoints, cards and dots it touches.

use super::{Input, Preview, Tool};
use crate::base::{Point, Rect};
use crate::scene::Element;
use crate::session::{Action, View};

/// The rectangle being drawn.
#[derive(Clone, Copy, Debug)]
pub struct Marquee {
    from: Point,
    to: Point,
    extend: bool,
}

impl Marquee {
    pub(super) fn begin(from: Point, extend: bool) -> Self {
        Self { from, to: from, extend }
    }

    fn rect(&self) -> Rect {
        let corner = |point| Rect { min: point, max: point };
        corner(self.from).union(&corner(self.to))
    }

    pub(super) fn step(self, input: Input, view: &View<'_>, actions: &mut Vec<Action>) -> Tool {
        match input {
            Input::Move(to) => Tool::Marquee(Self { to, ..self }),
            Input::Release(to) => {
                let rect = Self { to, ..self }.rect();
                let nodes = view.scene.nodes.iter().filter(|node| node.rect.intersects(&rect));
                let elements = nodes.map(|node| node.element).filter(|element| is_collected(*element));
                actions.push(Action::Select { elements: elements.collect(), extend: self.extend });
                Tool::Idle
            }
            Input::Press(_) | Input::Cancel => Tool::Idle,
        }
    }

    pub(super) fn preview(&self) -> Preview {
        Preview { marquee: Some(self.rect()), ..Preview::default() }
    }
}

fn is_collected(element: Element) -> bool {
    match element {
        Element::Touchpoint(_) | Element::Card(_) | Element::Emotion(..) => true,
        Element::Title
        | Element::Stage(_)
        | Element::Lane(_)
        | Element::Measured(..)
        | Element::Cell(..)
        | Element::Step(..)
        | Element::Wait(_)
        | Element::Figure(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::geom::pt;
    use crate::canvas::tools::testing::Bench;
    use crate::canvas::tools::{Extend, Press};

    #[test]
    fn what_it_touches_is_selected_whichever_way_it_is_drawn() {
        let bench = Bench::new();
        let boxes: Vec<_> = bench.touchpoints.iter().map(|id| Element::Touchpoint(*id)).collect();
        let (first, second) = (bench.middle(boxes[0]), bench.middle(boxes[1]));
        for (from, to) in [(first, second), (second, first)] {
            let press = Press { at: from, on: None, extend: Extend::No, slop: 4.0 };
            let actions = bench.run(&[Input::Press(press), Input::Move(to), Input::Release(to)]);
            assert_eq!(actions, [Action::Select { elements: boxes[..2].to_vec(), extend: false }]);
        }
    }

    #[test]
    fn escape_selects_nothing_new() {
        let bench = Bench::new();
        let press = Press { at: pt(0.0, 0.0), on: None, extend: Extend::No, slop: 4.0 };
        assert_eq!(bench.run(&[Input::Press(press), Input::Move(pt(900.0, 900.0)), Input::Cancel]), []);
    }
}
