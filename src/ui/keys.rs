//! Keys that have been pressed become commands; keys in tooltips and on the sheet.

use crate::canvas::{keys_text, shortcut_text, toolkit_shortcut};
use crate::session::{Command, KeyGroup, Shortcut, key_groups};
use egui::{Context, Modifiers};

/// All that keys and mouse do, with the keys as this computer's keyboard has them.
#[must_use]
pub fn all_keys(ctx: &Context) -> Vec<KeyGroup> {
    let ctrl = ctx.format_modifiers(Modifiers::COMMAND);
    key_groups(|shortcut| keys_text(ctx, shortcut), &ctrl)
}

/// The command's name with its keys, for tooltips.
#[must_use]
pub fn label_with_keys(ctx: &Context, command: Command) -> String {
    let keys = shortcut_text(ctx, command);
    if keys.is_empty() { command.label() } else { format!("{}  {keys}", command.label()) }
}

/// What the map makes of keys.
#[derive(Clone, Copy, Debug)]
pub struct MapKeys {
    /// A text of the map is being typed, also while its field does not have the keyboard yet.
    pub typing: bool,
    /// Letters and digits begin a card.
    pub letters_are_text: bool,
}

/// The commands whose keys have just been pressed. Keys that type stay with a text field that has the focus or with
/// the map, arrows with any widget that has the focus.
#[must_use]
pub fn pressed_commands(ctx: &Context, on_map: MapKeys) -> Vec<Command> {
    // An open menu has Escape and the arrow keys for itself.
    let typing = on_map.typing || ctx.text_edit_focused() || egui::Popup::is_any_open(ctx);
    let in_history = super::history::has_arrow_keys(ctx);
    let in_tray = super::mapping::has_tray_keys(ctx);
    let has_focus = ctx.memory(|memory| memory.focused().is_some());
    let commands = Command::ALL.iter().copied().flat_map(|command| {
        command.shortcut().into_iter().chain(command.other_shortcut()).map(move |keys| (command, keys))
    });
    let mut commands: Vec<_> = commands
        .filter(|(_, shortcut)| !(typing && is_text_key(*shortcut)))
        .filter(|(_, shortcut)| !(in_history && is_vertical_arrow(*shortcut)))
        .filter(|(_, shortcut)| !(has_focus && is_arrow(*shortcut)))
        .filter(|(command, _)| !(in_tray && matches!(command, Command::SelectAll | Command::Delete)))
        .filter(|(_, shortcut)| !(on_map.letters_are_text && is_letter(*shortcut)))
        .collect();
    // Ctrl+Shift+Z also matches Ctrl+Z: the one with more modifiers goes first and takes the key.
    commands
        .sort_by_key(|(_, s)| std::cmp::Reverse(u8::from(s.command) + u8::from(s.shift) + u8::from(s.alt)));
    ctx.input_mut(|input| {
        let mut pressed = Vec::new();
        for (command, shortcut) in commands {
            if toolkit_shortcut(shortcut).is_some_and(|shortcut| input.consume_shortcut(&shortcut)) {
                pressed.push(command);
            }
        }
        pressed
    })
}

/// True when a command's key has just been pressed, whatever is open.
#[must_use]
pub fn is_pressed(ctx: &Context, command: Command) -> bool {
    let keys = command.shortcut().and_then(toolkit_shortcut);
    keys.is_some_and(|keys| ctx.input_mut(|input| input.consume_shortcut(&keys)))
}

/// Keys that go through a list.
fn is_vertical_arrow(shortcut: Shortcut) -> bool {
    !shortcut.command && !shortcut.alt && matches!(shortcut.key, "ArrowUp" | "ArrowDown")
}

/// Keys that write something.
fn is_letter(shortcut: Shortcut) -> bool {
    !shortcut.command && !shortcut.alt && shortcut.key.chars().count() == 1
}

/// Keys that move a slider, or go from one field to the next.
fn is_arrow(shortcut: Shortcut) -> bool {
    !shortcut.command && !shortcut.alt && shortcut.key.starts_with("Arrow")
}

/// Keys that a text field needs for itself.
fn is_text_key(shortcut: Shortcut) -> bool {
    shortcut.is_for_typing()
        || shortcut.command && matches!(shortcut.key, "A" | "Y" | "Z")
        || shortcut.command && !shortcut.shift && matches!(shortcut.key, "C" | "V" | "X")
        || shortcut.alt && shortcut.key.starts_with("Arrow")
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::ModifierNames;

    #[test]
    fn every_shortcut_is_a_key_of_the_toolkit() {
        for command in Command::ALL {
            if let Some(shortcut) = command.shortcut() {
                assert!(toolkit_shortcut(shortcut).is_some(), "{command:?}: {shortcut:?}");
            }
        }
    }

    #[test]
    fn the_window_writes_shortcuts_as_the_docs_do() {
        for command in Command::ALL {
            for shortcut in command.shortcut().into_iter().chain(command.other_shortcut()) {
                let shown = toolkit_shortcut(shortcut).map(|keys| keys.format(&ModifierNames::NAMES, false));
                assert_eq!(shown, Some(shortcut.to_string()), "{command:?}");
            }
        }
    }
}
