//! Keys that mean something on the map itself. What is a command (arrows, Delete, F2, letters) comes from the app's
//! table of shortcuts; here are Enter, signed emotions, and typing into a selected empty cell.

use super::hints::new_card;
use crate::scene::Element;
use crate::session::{Action, Command, View};
use egui::{Event, Key, Modifiers, Ui};

/// A sign that waits for its digit: `-` and then `2` is an emotion of −2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keyboard {
    sign: Option<Sign>,
    /// Something else had the keyboard in the frame before: Enter that has just ended its typing is not for the map.
    was_elsewhere: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Minus,
    Plus,
}

impl Keyboard {
    /// Pushes what the keys of this frame ask for; only while nothing else has the keyboard.
    pub fn ui(&mut self, ui: &Ui, view: &View<'_>, actions: &mut Vec<Action>) {
        let is_elsewhere = ui.memory(|memory| memory.focused()).is_some();
        let was_elsewhere = std::mem::replace(&mut self.was_elsewhere, is_elsewhere);
        let is_free = view.editing.is_none()
            && !is_elsewhere
            && !was_elsewhere
            && !egui::Popup::is_any_open(ui.ctx())
            && ui.memory(|memory| memory.top_modal_layer()).is_none();
        if !is_free {
            self.sign = None;
            return;
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            actions.extend(on_enter(view));
        }
        if let Some(cell) = typed_into(view) {
            let typed = ui.input_mut(take_text);
            if !typed.is_empty() {
                actions.push(Action::EditThenType(cell));
                actions.push(Action::SetText(typed));
            }
            return;
        }
        let signs = ui.input_mut(|input| take_emotion_keys(input, self.sign.is_some()));
        for key in signs {
            actions.extend(self.emotion_key(&key, view));
        }
    }

    /// `-`, `+` and the digit after it.
    fn emotion_key(&mut self, key: &str, view: &View<'_>) -> Option<Action> {
        let command = match (self.sign.take(), key) {
            (_, "-" | "−") => {
                self.sign = Some(Sign::Minus);
                return None;
            }
            (_, "+") => {
                self.sign = Some(Sign::Plus);
                return None;
            }
            (Some(Sign::Minus), "2") => Command::EmotionMinus2,
            (Some(Sign::Minus), "1") => Command::EmotionMinus1,
            (_, "0") => Command::EmotionZero,
            (Some(Sign::Plus), "1") => Command::EmotionPlus1,
            (Some(Sign::Plus), "2") => Command::EmotionPlus2,
            _ => return None,
        };
        (!view.selection.is_empty()).then_some(Action::Command(command))
    }
}

/// The new card that typing would begin: one empty cell of a card lane is selected.
pub fn typed_into(view: &View<'_>) -> Option<crate::model::Edit> {
    let mut selected = view.selection.iter();
    match (selected.next(), selected.next()) {
        (Some(Element::Cell(lane, touchpoint)), None) => new_card(*lane, *touchpoint, view),
        _ => None,
    }
}

/// What Enter does with the selection: a new card in a cell, else typing. With nothing selected it begins at the first
/// stage, which an empty map gets.
pub fn on_enter(view: &View<'_>) -> Option<Action> {
    if view.map.about.stages.is_empty() {
        return Some(Action::Command(Command::AddStage));
    }
    if view.selection.is_empty() {
        return view.map.about.stages.first().map(|stage| Action::BeginText(Element::Stage(*stage)));
    }
    match typed_into(view) {
        Some(edit) => Some(Action::EditThenType(edit)),
        None => Some(Action::Command(Command::EditText)),
    }
}

/// Takes all typed text out of the input, with the keys that typed it.
fn take_text(input: &mut egui::InputState) -> String {
    let mut typed = String::new();
    let is_plain = !input.modifiers.command && !input.modifiers.alt;
    input.events.retain(|event| match event {
        Event::Text(text) if is_plain => {
            typed.push_str(text);
            false
        }
        _ => true,
    });
    typed
}

/// Takes signs and zeros, and the digit that follows a sign, out of the input; other digits are shortcuts.
fn take_emotion_keys(input: &mut egui::InputState, mut has_sign: bool) -> Vec<String> {
    let mut taken = Vec::new();
    input.events.retain(|event| {
        let Event::Text(text) = event else { return true };
        let is_sign = matches!(text.as_str(), "-" | "−" | "+");
        let is_wanted = is_sign || text == "0" || has_sign && matches!(text.as_str(), "1" | "2");
        has_sign = is_sign;
        if is_wanted {
            taken.push(text.clone());
        }
        !is_wanted
    });
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::tools::testing::Bench;

    fn typed(keys: &[&str]) -> Vec<Action> {
        let mut bench = Bench::new();
        bench.select(&[Element::Touchpoint(bench.touchpoints[0])]);
        let mut keyboard = Keyboard::default();
        keys.iter().filter_map(|key| keyboard.emotion_key(key, &bench.view())).collect()
    }

    #[test]
    fn a_sign_and_a_digit_are_an_emotion() {
        assert_eq!(typed(&["-", "2"]), [Action::Command(Command::EmotionMinus2)]);
        assert_eq!(typed(&["−", "1"]), [Action::Command(Command::EmotionMinus1)]);
        assert_eq!(
            typed(&["+", "1", "0"]),
            [Action::Command(Command::EmotionPlus1), Action::Command(Command::EmotionZero)]
        );
        assert_eq!(typed(&["-", "+", "2"]), [Action::Command(Command::EmotionPlus2)], "the last sign counts");
        assert_eq!(typed(&["2", "-", "9"]), []);
    }

    #[test]
    fn enter_begins_what_the_selection_suggests() {
        let mut bench = Bench::new();
        assert_eq!(on_enter(&bench.view()), Some(Action::BeginText(Element::Stage(bench.stages[0]))));
        bench.select(&[Element::Touchpoint(bench.touchpoints[0])]);
        assert_eq!(on_enter(&bench.view()), Some(Action::Command(Command::EditText)));
        bench.select(&[Element::Cell(bench.card_lane, bench.touchpoints[1])]);
        assert!(matches!(
            on_enter(&bench.view()),
            Some(Action::EditThenType(crate::model::Edit::AddCard { .. }))
        ));
        bench.select(&[Element::Cell(bench.emotion_lane, bench.touchpoints[1])]);
        assert_eq!(typed_into(&bench.view()), None);
    }
}
