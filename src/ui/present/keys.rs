//! Keys of a presentation: those of clickers and of other programs that show slides.

use super::act;
use crate::session::{Command, PresentAction as Do};
use crate::ui::Out;
use egui::{Context, Key, Modifiers};

const KEYS: [(Key, Do); 16] = [
    (Key::ArrowRight, Do::Next),
    (Key::ArrowDown, Do::Next),
    (Key::PageDown, Do::Next),
    (Key::ArrowLeft, Do::Previous),
    (Key::ArrowUp, Do::Previous),
    (Key::PageUp, Do::Previous),
    (Key::Backspace, Do::Previous),
    (Key::Home, Do::First),
    (Key::End, Do::Last),
    (Key::B, Do::Black),
    (Key::Period, Do::Black),
    (Key::W, Do::White),
    (Key::Comma, Do::White),
    (Key::Escape, Do::Leave),
    // A button that has the keyboard is pressed by these.
    (Key::Space, Do::Next),
    (Key::Enter, Do::Enter),
];

const DIGITS: [Key; 10] = [
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// Takes the keys of a presentation out of the input of this window.
pub fn take_keys(ctx: &Context, out: &mut Out) {
    if ctx.text_edit_focused() || egui::Popup::is_any_open(ctx) {
        return;
    }
    let has_focus = ctx.memory(|memory| memory.focused().is_some());
    let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    for (key, action) in KEYS {
        let presses_button = has_focus && matches!(key, Key::Space | Key::Enter);
        if !presses_button && pressed(key) {
            act(out, action);
        }
    }
    for (digit, key) in (0..).zip(DIGITS) {
        if pressed(key) {
            act(out, Do::Digit(digit));
        }
    }
    for (key, command) in [(Key::R, Command::ToggleReveal), (Key::P, Command::TogglePresenterView)] {
        if pressed(key) {
            out.command(command);
        }
    }
}
