//! Drawing the emotion by command, and the two curves of a persona: as it is and as it should be.

use super::selection::touchpoint_of;
use super::{Command, Session};
use crate::model::edit::EditName;
use crate::model::{Curve, Edit, Emotion, LaneKind, PersonaId};
use crate::scene::Element;
use std::collections::BTreeSet;

impl Session {
    /// Runs a command that draws the emotion; others do nothing here.
    pub(super) fn run_emotion(&mut self, command: Command) {
        self.finish_text();
        match command {
            Command::BeginToBe => self.begin_to_be(),
            Command::ToggleCurve => {
                self.curve = match self.drawn_curve() {
                    Curve::AsIs => Curve::ToBe,
                    Curve::ToBe => Curve::AsIs,
                };
            }
            _ => {
                if let Some(value) = value_set(command) {
                    self.set_emotion(value);
                }
            }
        }
    }

    /// False when a command that draws the emotion would change nothing.
    pub(super) fn can_run_emotion(&self, command: Command) -> bool {
        let persona = self.shown_persona();
        match command {
            Command::BeginToBe => persona.is_some_and(|p| p.to_be.is_empty() && !p.emotions.is_empty()),
            Command::ToggleCurve => persona.is_some_and(|persona| !persona.to_be.is_empty()),
            command if value_set(command).is_some() => persona.is_some() && self.has_selected_touchpoint(),
            _ => true,
        }
    }

    /// The curve that keys and clicks draw: as it is, unless the shown persona has another and it was chosen.
    #[must_use]
    pub fn drawn_curve(&self) -> Curve {
        match self.shown_persona() {
            Some(persona) if !persona.to_be.is_empty() => self.curve,
            _ => Curve::AsIs,
        }
    }

    /// The curve that should be begins as a copy of the one that is.
    fn begin_to_be(&mut self) {
        let Some(persona) = self.shown_persona().filter(|persona| persona.to_be.is_empty()) else { return };
        let set = |(touchpoint, emotion): (&_, &Emotion)| Edit::SetEmotion {
            persona: persona.id,
            curve: Curve::ToBe,
            touchpoint: *touchpoint,
            emotion: Some(*emotion),
        };
        let edits: Vec<_> = persona.emotions.iter().map(set).collect();
        let name = EditName { key: "session-step-begin-to-be", count: edits.len() };
        self.edit(&Edit::Batch { name, edits });
        self.curve = Curve::ToBe;
    }

    /// The selected dots, and those that would be drawn where something else is selected.
    fn set_emotion(&mut self, value: f64) {
        let map = self.document.map();
        let emotion = Some(Emotion::new(value));
        // Two elements of one touchpoint set one dot.
        let mut dots = BTreeSet::new();
        for element in &self.selection {
            match *element {
                Element::Emotion(dot) => dots.insert((dot.persona, dot.curve, dot.touchpoint)),
                _ => match self.drawn_for(*element).zip(touchpoint_of(map, *element)) {
                    Some((persona, touchpoint)) => dots.insert((persona, self.drawn_curve(), touchpoint)),
                    None => false,
                },
            };
        }
        let set = |(persona, curve, touchpoint)| Edit::SetEmotion { persona, curve, touchpoint, emotion };
        let edits = dots.into_iter().map(set).collect();
        self.edit_as_one("session-step-set-emotion", edits);
    }

    /// For whom a dot is drawn at an element.
    fn drawn_for(&self, element: Element) -> Option<PersonaId> {
        let map = self.document.map();
        let shown = self.shown_persona().map(|persona| persona.id);
        let lane = match element {
            Element::Cell(lane, _) | Element::Measured(lane, _) => map.lanes.get(lane),
            _ => None,
        };
        match lane.filter(|lane| lane.kind == LaneKind::Emotion) {
            Some(lane) => map.drawn_for(lane, shown),
            None => shown,
        }
    }
}

/// The emotion that a command sets.
const fn value_set(command: Command) -> Option<f64> {
    Some(match command {
        Command::EmotionMinus2 => -2.0,
        Command::EmotionMinus1 => -1.0,
        Command::EmotionZero => 0.0,
        Command::EmotionPlus1 => 1.0,
        Command::EmotionPlus2 => 2.0,
        _ => return None,
    })
}
