//! What the pointer is doing to the map, as a state machine: one file per tool, each of which turns an input into
//! the next tool and pushes actions. Tools work in map points on a snapshot taken when they began, so that a map
//! that is laid out anew under the pointer does not disturb them. They know neither egui nor the camera.

mod drag_cards;
mod drag_emotion;
mod drag_lane;
mod drag_span;
mod drag_stage;
mod drag_touchpoints;
mod marquee;
mod pressed;
#[cfg(test)]
pub mod testing;

use crate::base::{Point, Rect};
use crate::scene::Element;
use crate::session::{Action, View};
use drag_cards::DragCards;
use drag_emotion::DragEmotion;
use drag_lane::DragLane;
use drag_span::DragSpan;
pub use drag_span::is_on_edge;
use drag_stage::DragStage;
use drag_touchpoints::DragTouchpoints;
use marquee::Marquee;
use pressed::Pressed;

/// What happened to the pointer; places are map points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Input {
    /// The main button went down.
    Press(Press),
    /// The pointer is elsewhere.
    Move(Point),
    /// The main button went up.
    Release(Point),
    /// Escape, or the window lost the pointer.
    Cancel,
}

/// A button going down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Press {
    /// Where.
    pub at: Point,
    /// On what.
    pub on: Option<Element>,
    /// What a held key does to the selection.
    pub extend: Extend,
    /// How far the pointer moves before it drags.
    pub slop: f32,
}

/// Ends the gesture of a drag: a release keeps it, all else puts everything back.
fn end_gesture(input: &Input, actions: &mut Vec<Action>) -> Tool {
    let kept = matches!(input, Input::Release(_));
    actions.push(if kept { Action::CommitGesture } else { Action::CancelGesture });
    Tool::Idle
}

/// What becomes of the selection when something is clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extend {
    /// What is clicked takes its place.
    No,
    /// Ctrl is held: what is clicked joins or leaves it.
    Toggle,
    /// Shift is held: it goes from where it began to what is clicked.
    Stretch,
}

/// The tool in hand.
#[derive(Clone, Debug, Default)]
pub enum Tool {
    /// Nothing is going on.
    #[default]
    Idle,
    /// The button is down; it may become a click or a drag.
    Pressed(Pressed),
    /// Cards on their way to another cell.
    DragCards(DragCards),
    /// Touchpoints on their way along the journey.
    DragTouchpoints(DragTouchpoints),
    /// A stage on its way along the journey.
    DragStage(DragStage),
    /// A lane on its way up or down.
    DragLane(DragLane),
    /// The right edge of a card.
    DragSpan(DragSpan),
    /// A dot of the drawn curve.
    DragEmotion(DragEmotion),
    /// A rectangle that selects what it touches.
    Marquee(Marquee),
}

/// What to show of a tool at work, in map points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// What is being carried, where it would be if dropped freely.
    pub carried: Vec<Rect>,
    /// Where it will go: a bar between two things.
    pub drop: Option<Rect>,
    /// The selecting rectangle.
    pub marquee: Option<Rect>,
}

impl Tool {
    /// The tool after an input.
    #[must_use]
    pub fn step(self, input: Input, view: &View<'_>, actions: &mut Vec<Action>) -> Self {
        match (self, input) {
            (Self::Idle, Input::Press(press)) => Pressed::begin(press, view, actions),
            (Self::Idle, Input::Move(_) | Input::Release(_) | Input::Cancel) => Self::Idle,
            // A second press without a release in between: the release was lost.
            (tool, Input::Press(press)) => {
                let idle = tool.step(Input::Cancel, view, actions);
                idle.step(Input::Press(press), view, actions)
            }
            (Self::Pressed(tool), input) => tool.step(input, view, actions),
            (Self::DragCards(tool), input) => tool.step(input, view, actions),
            (Self::DragTouchpoints(tool), input) => tool.step(input, view, actions),
            (Self::DragStage(tool), input) => tool.step(input, view, actions),
            (Self::DragLane(tool), input) => tool.step(input, view, actions),
            (Self::DragSpan(tool), input) => tool.step(input, view, actions),
            (Self::DragEmotion(tool), input) => tool.step(input, view, actions),
            (Self::Marquee(tool), input) => tool.step(input, view, actions),
        }
    }

    /// What to show of it.
    #[must_use]
    pub fn preview(&self) -> Preview {
        match self {
            Self::Idle | Self::Pressed(_) | Self::DragEmotion(_) | Self::DragSpan(_) => Preview::default(),
            Self::DragCards(tool) => tool.preview(),
            Self::DragTouchpoints(tool) => tool.preview(),
            Self::DragStage(tool) => tool.preview(),
            Self::DragLane(tool) => tool.preview(),
            Self::Marquee(tool) => tool.preview(),
        }
    }

    /// The dot of the curve that is being drawn.
    #[must_use]
    pub fn dot(&self) -> Option<Element> {
        if let Self::DragEmotion(tool) = self { Some(tool.dot()) } else { None }
    }

    /// True while something is dragged: the map scrolls when the pointer comes to its edge.
    #[must_use]
    pub fn is_dragging(&self) -> bool {
        !matches!(self, Self::Idle | Self::Pressed(_))
    }
}

/// What is carried, moved from where it was taken to where the pointer is.
fn carried(taken: &[Rect], from: Point, to: Point) -> Vec<Rect> {
    taken.iter().map(|rect| rect.translated(to.x - from.x, to.y - from.y)).collect()
}
