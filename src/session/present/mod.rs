//! Presenting: the map step by step before an audience. Here is where one is and what the screen shows; the canvas
//! moves the camera, the app has the screens.

mod commands;
mod notes;
mod steps;

pub use notes::{Note, notes};
pub use steps::{Step, Tour, steps};

use super::Session;
use crate::base::Timestamp;
use crate::base::time::SECOND;
use crate::model::TouchpointId;
use crate::scene::Element;
use std::collections::BTreeSet;
use steps::step_at;

/// A presentation that is going on.
#[derive(Clone, Debug)]
pub struct Presenting {
    steps: Vec<Step>,
    at: usize,
    /// What the audience sees.
    pub picture: Picture,
    /// The number of a step that is being typed.
    pub number: Option<usize>,
    /// How often a step was gone to, to tell a new one from the one before.
    pub shown: u32,
    since: Timestamp,
    before: Before,
}

/// What the audience sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Picture {
    /// The map.
    #[default]
    Map,
    /// Nothing, so that all look at who is speaking.
    Black,
    /// Nothing, in a bright room.
    White,
}

/// What a presenter does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresentAction {
    /// One step on.
    Next,
    /// One step back.
    Previous,
    /// To the beginning.
    First,
    /// To the end.
    Last,
    /// A digit of the number of a step.
    Digit(u8),
    /// To the step whose number was typed, else one step on.
    Enter,
    /// Black, or the map again.
    Black,
    /// White, or the map again.
    White,
    /// Back to the window as it was.
    Leave,
}

/// What is put back at the end.
#[derive(Clone, Debug)]
struct Before {
    selection: BTreeSet<Element>,
    reveal: bool,
}

impl Presenting {
    /// All steps, at least one.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Which of them is shown, counted from 0.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// The step that is shown.
    #[must_use]
    pub fn step(&self) -> Step {
        self.steps.get(self.at).copied().unwrap_or(Step::Whole)
    }

    /// The step behind it; none at the end.
    #[must_use]
    pub fn next(&self) -> Option<Step> {
        self.steps.get(self.at + 1).copied()
    }

    /// How long it has been going on, in whole seconds.
    #[must_use]
    pub fn elapsed_secs(&self, now: Timestamp) -> u32 {
        let secs = now.0.saturating_sub(self.since.0).max(0) / SECOND;
        u32::try_from(secs).unwrap_or(u32::MAX)
    }

    fn place(&self, wanted: Step) -> Option<usize> {
        self.steps.iter().position(|step| *step == wanted)
    }
}

impl Session {
    /// The presentation that is going on, if there is one.
    #[must_use]
    pub fn presenting(&self) -> Option<&Presenting> {
        self.presenting.as_ref()
    }

    /// Goes through maps like this from now on.
    pub fn set_tour(&mut self, tour: Tour) {
        if self.tour != tour {
            self.tour = tour;
            self.follow_map();
        }
    }

    /// Begins at a touchpoint, or at the beginning; what is being typed is kept.
    pub(super) fn begin_presenting(&mut self, from: Option<TouchpointId>) {
        self.finish_text();
        let selection = std::mem::take(&mut self.selection);
        let before = self.presenting.take().map(|presenting| presenting.before);
        let before = before.unwrap_or(Before { selection, reveal: self.reveal });
        let steps = steps(self.shown_map(), self.tour, self.has_figures_to_reveal(&before));
        let at = from.map_or(0, |touchpoint| step_at(self.shown_map(), &steps, touchpoint));
        self.reveal = before.reveal;
        self.presenting = Some(Presenting {
            steps,
            at: 0,
            picture: Picture::Map,
            number: None,
            shown: 0,
            since: self.now(),
            before,
        });
        self.show_step(at);
        self.skip_reveal();
    }

    pub(super) fn act_in_presentation(&mut self, action: PresentAction) {
        let Some(presenting) = &mut self.presenting else { return };
        let (at, last) = (presenting.at, presenting.steps.len().saturating_sub(1));
        let number = presenting.number.take();
        let hidden = presenting.picture != Picture::Map;
        let (step, picture) = match action {
            PresentAction::Leave => return self.leave_presentation(),
            PresentAction::Digit(digit) => {
                let typed = number.unwrap_or(0).saturating_mul(10).saturating_add(digit.into());
                presenting.number = Some(typed.min(999));
                return;
            }
            PresentAction::Black => (None, Picture::Black),
            PresentAction::White => (None, Picture::White),
            PresentAction::Enter if number.is_some() => {
                (number.map(|number| number.saturating_sub(1)), Picture::Map)
            }
            // What was hidden is first seen again.
            PresentAction::Next | PresentAction::Previous | PresentAction::Enter if hidden => {
                (None, Picture::Map)
            }
            PresentAction::Next | PresentAction::Enter => (Some(at + 1), Picture::Map),
            PresentAction::Previous => (Some(at.saturating_sub(1)), Picture::Map),
            PresentAction::First => (Some(0), Picture::Map),
            PresentAction::Last => (Some(last), Picture::Map),
        };
        presenting.picture = if presenting.picture == picture { Picture::Map } else { picture };
        if let Some(step) = step {
            self.show_step(step);
        }
    }

    /// Goes to a step, or to the last one. On the way past the reveal figures come in, on the way back they go.
    fn show_step(&mut self, at: usize) {
        self.finish_text();
        self.selection.clear();
        let Some(presenting) = &mut self.presenting else { return };
        let from = std::mem::replace(&mut presenting.at, at.min(presenting.steps.len().saturating_sub(1)));
        presenting.shown = presenting.shown.wrapping_add(1);
        let Some(reveal) = presenting.place(Step::Reveal) else { return };
        let (was_past, is_past) = (from >= reveal, presenting.at >= reveal);
        if was_past != is_past && self.reveal != is_past {
            self.toggle_reveal();
        }
    }

    fn leave_presentation(&mut self) {
        self.finish_text();
        let Some(presenting) = self.presenting.take() else { return };
        self.skip_reveal();
        self.reveal = presenting.before.reveal;
        self.selection = presenting.before.selection;
    }

    /// What is shown stays so when the map is edited; when it is gone, the place is kept.
    pub(super) fn follow_map(&mut self) {
        let Some(presenting) = &self.presenting else { return };
        let reveals = self.has_figures_to_reveal(&presenting.before);
        let steps = steps(self.shown_map(), self.tour, reveals);
        let Some(presenting) = &mut self.presenting else { return };
        if presenting.steps == steps {
            return;
        }
        let present = presenting.step();
        presenting.steps = steps;
        let last = presenting.steps.len().saturating_sub(1);
        presenting.at = presenting.place(present).unwrap_or(presenting.at).min(last);
    }

    /// There are figures, and they were hidden when the presentation began.
    fn has_figures_to_reveal(&self, before: &Before) -> bool {
        self.data.is_some() && !before.reveal
    }
}
