//! What is shown one after the other: the whole map, each stage, each of its touchpoints.

use crate::model::{JourneyMap, StageId, TouchpointId};
use crate::scene::Element;
use crate::tr;

/// One step of a presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The whole map.
    Whole,
    /// The whole map, into which the measured figures come.
    Reveal,
    /// A stage with all its touchpoints.
    Stage(StageId),
    /// A touchpoint with all that stands below it.
    Touchpoint(TouchpointId),
}

/// How one goes through a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tour {
    /// From stage to stage, without a stop at each touchpoint.
    pub stages_only: bool,
    /// Figures that are hidden come in at the end, not behind the whole map.
    pub reveals_last: bool,
}

/// All steps in order; `reveals` when there are figures to come in.
#[must_use]
pub fn steps(map: &JourneyMap, tour: Tour, reveals: bool) -> Vec<Step> {
    let mut steps = vec![Step::Whole];
    if reveals && !tour.reveals_last {
        steps.push(Step::Reveal);
    }
    for stage in map.stages_in_order() {
        steps.push(Step::Stage(stage.id));
        if !tour.stages_only {
            steps.extend(stage.touchpoints.iter().map(|id| Step::Touchpoint(*id)));
        }
    }
    if reveals && tour.reveals_last {
        steps.push(Step::Reveal);
    }
    steps
}

/// The step that shows a touchpoint, else its stage; else the first.
#[must_use]
pub fn step_at(map: &JourneyMap, steps: &[Step], touchpoint: TouchpointId) -> usize {
    let stage = map.stage_of(touchpoint).map(|stage| stage.id);
    let place = |wanted: Step| steps.iter().position(|step| *step == wanted);
    place(Step::Touchpoint(touchpoint)).or_else(|| place(Step::Stage(stage?))).unwrap_or(0)
}

impl Step {
    /// The element whose text is what the step is called; none where the map itself is.
    #[must_use]
    pub const fn element(self) -> Option<Element> {
        match self {
            Self::Whole | Self::Reveal => None,
            Self::Stage(stage) => Some(Element::Stage(stage)),
            Self::Touchpoint(touchpoint) => Some(Element::Touchpoint(touchpoint)),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, map: &JourneyMap) -> String {
        match self {
            Self::Whole => tr!("session-present-whole"),
            Self::Reveal => tr!("session-present-reveal"),
            Self::Stage(stage) => map.stages.get(stage).map_or_else(String::new, |stage| named(&stage.name)),
            Self::Touchpoint(id) => map.touchpoints.get(id).map_or_else(String::new, |of| named(&of.name)),
        }
    }

    /// The stage that a touchpoint's step belongs to, by name.
    #[must_use]
    pub fn within(self, map: &JourneyMap) -> Option<String> {
        let Self::Touchpoint(touchpoint) = self else { return None };
        map.stage_of(touchpoint).map(|stage| named(&stage.name))
    }
}

fn named(name: &str) -> String {
    if name.trim().is_empty() { tr!("session-present-unnamed") } else { name.to_owned() }
}
