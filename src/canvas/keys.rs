//! Shortcuts as keys of the toolkit, and as words in menus and tooltips.

use crate::session::{Command, Shortcut};
use egui::{Context, Key, KeyboardShortcut, Modifiers};

/// The toolkit's keys; none for a key that it does not know.
#[must_use]
pub fn toolkit_shortcut(shortcut: Shortcut) -> Option<KeyboardShortcut> {
    let modifiers =
        Modifiers { alt: shortcut.alt, shift: shortcut.shift, command: shortcut.command, ..Modifiers::NONE };
    Some(KeyboardShortcut::new(modifiers, Key::from_name(shortcut.key)?))
}

/// Keys as people know them: `Ctrl+S`, on a Mac `⌘S`.
#[must_use]
pub fn keys_text(ctx: &Context, shortcut: Shortcut) -> String {
    toolkit_shortcut(shortcut).map(|shortcut| ctx.format_shortcut(&shortcut)).unwrap_or_default()
}

/// The keys of a command; empty when it has none.
#[must_use]
pub fn shortcut_text(ctx: &Context, command: Command) -> String {
    command.shortcut().map(|shortcut| keys_text(ctx, shortcut)).unwrap_or_default()
}
