//! Keys take effect one after the other, however slow a frame is: a key may begin or end typing or open a field, and
//! then the keys behind it are meant for another place. They wait until that place has the keyboard.

use egui::{Context, Event, Key, Plugin, RawInput, Ui};

/// What waits for a later frame.
#[derive(Default)]
pub struct Keystrokes {
    waiting: Vec<Event>,
    /// The frame before had a key after which the keyboard may be somewhere else: what it opened is shown, and asks for
    /// the keyboard, in this one.
    is_opening: bool,
}

impl Plugin for Keystrokes {
    fn debug_name(&self) -> &'static str {
        "keystrokes"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        // Keys wait for the map; other windows have none to wait for.
        if input.viewport_id != egui::ViewportId::ROOT {
            return;
        }
        let mut events = std::mem::take(&mut self.waiting);
        events.append(&mut input.events);
        let is_press = |event: &Event| matches!(event, Event::Key { pressed: true, .. } | Event::Text(_));
        if std::mem::take(&mut self.is_opening) && events.iter().any(is_press) {
            self.waiting = events;
            return;
        }
        let typing = ctx.text_edit_focused();
        // A key that is held down is no new one; else its repeats would pile up where frames are slow.
        let is_held = |key| ctx.input(|input| input.key_down(key));
        let turn = one_turn(&events, typing, is_held);
        self.is_opening = turn.is_some();
        self.waiting = events.split_off(turn.unwrap_or(events.len()));
        input.events = events;
    }

    fn on_begin_pass(&mut self, ui: &mut Ui) {
        if !self.waiting.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}

/// How many of the events come up to the first key after which the keyboard may be somewhere else, with the text that
/// this key types; none when there is no such key.
fn one_turn(events: &[Event], typing: bool, is_held: impl Fn(Key) -> bool) -> Option<usize> {
    let turns = |event: &Event| match event {
        Event::Key { key, pressed: true, modifiers, .. } => {
            let ends_typing = matches!(key, Key::Enter | Key::Tab | Key::Escape) || modifiers.command;
            !is_held(*key) && (!typing || ends_typing)
        }
        _ => false,
    };
    let belongs = |event: &Event| matches!(event, Event::Text(_) | Event::Key { pressed: false, .. });
    let turn = events.iter().position(turns)?;
    Some(turn + 1 + events.iter().skip(turn + 1).take_while(|event| belongs(event)).count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    fn key(key: Key, pressed: bool) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE }
    }

    fn typed(letter: Key, text: &str) -> [Event; 3] {
        [key(letter, true), Event::Text(text.into()), key(letter, false)]
    }

    #[test]
    fn each_key_has_its_turn_until_a_text_field_has_the_keyboard() {
        let events = [typed(Key::T, "t"), typed(Key::P, "p"), typed(Key::A, "a")].concat();
        assert_eq!(one_turn(&events, false, |_| false), Some(3));
        assert_eq!(one_turn(&events, true, |_| false), None);
    }

    #[test]
    fn what_is_typed_behind_enter_waits() {
        let events = [typed(Key::P, "p"), typed(Key::Enter, ""), typed(Key::A, "a")].concat();
        assert_eq!(one_turn(&events, true, |_| false), Some(6));
    }

    #[test]
    fn a_key_held_down_does_not_pile_up() {
        let events = vec![key(Key::ArrowRight, true); 5];
        assert_eq!(one_turn(&events, false, |_| true), None);
    }
}
