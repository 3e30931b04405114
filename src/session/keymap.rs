//! Everything that keys and mouse do, as groups of rows: the commands by menu, then what the map, typing and searching
//! know beside them. The shortcut sheet shows these rows and docs/shortcuts.md is written from them.

use super::command::{Command, Menu};
use super::shortcut::Shortcut;
use crate::tr;

/// Keys that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyGroup {
    /// Where they work: the name of a menu, or `While typing`.
    pub title: String,
    /// Never empty.
    pub rows: Vec<KeyRow>,
}

/// Keys, or something done with the mouse, and what it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// Such as `Ctrl+S`, or `Drag a dot`.
    pub keys: String,
    /// Such as `Save`.
    pub does: String,
}

/// All groups, in the order of the menus. `name` says how a shortcut is written, `ctrl` what the key is called that
/// goes with clicks (on a Mac ⌘).
#[must_use]
pub fn key_groups(name: impl Fn(Shortcut) -> String, ctrl: &str) -> Vec<KeyGroup> {
    let mut groups: Vec<_> = Menu::ALL.into_iter().map(|menu| of_menu(menu, &name)).collect();
    groups.extend([
        on_the_map(ctrl),
        while_typing(ctrl),
        while_searching(),
        while_presenting(),
        in_the_data_bar(ctrl),
        among_events(ctrl),
    ]);
    groups.retain(|group| !group.rows.is_empty());
    groups
}

fn of_menu(menu: Menu, name: impl Fn(Shortcut) -> String) -> KeyGroup {
    let commands = menu.groups().iter().flat_map(|group| group.iter().copied());
    let row = |command: Command| {
        let keys = name(command.shortcut()?);
        let keys = match command.other_shortcut().map(&name) {
            Some(other) => tr!("session-keys-or", keys = keys, other = other),
            None => keys,
        };
        Some(KeyRow { keys, does: command.label() })
    };
    KeyGroup { title: menu.label(), rows: commands.filter_map(row).collect() }
}

/// What the ranges of time and the chart over time do.
fn in_the_data_bar(ctrl: &str) -> KeyGroup {
    group(
        tr!("session-keys-data-bar"),
        [
            (tr!("session-keys-drag"), tr!("session-keys-range-draw")),
            (tr!("session-keys-shift-drag"), tr!("session-keys-range-draw-before")),
            (tr!("session-keys-drag-name"), tr!("session-keys-range-move")),
            (tr!("session-keys-double-click"), tr!("session-keys-range-none")),
            (tr!("session-keys-left-right"), tr!("session-keys-range-by-day")),
            (tr!("session-keys-shift-left-right"), tr!("session-keys-range-end")),
            (tr!("session-keys-ctrl-left-right", ctrl = ctrl), tr!("session-keys-range-begin")),
        ],
    )
}

/// What the list of event names does, in its window and in the tray.
fn among_events(ctrl: &str) -> KeyGroup {
    group(
        tr!("session-keys-events"),
        [
            (tr!("session-keys-enter"), tr!("session-keys-events-map")),
            (tr!("session-keys-delete"), tr!("session-keys-events-unmap")),
            (tr!("session-keys-shift-up-down"), tr!("session-keys-events-stretch")),
            (tr!("session-keys-ctrl-a", ctrl = ctrl), tr!("session-keys-events-all")),
            (tr!("session-keys-drag"), tr!("session-keys-events-drag")),
        ],
    )
}

/// What `canvas::keyboard`, `canvas::pointer` and the tools do.
fn on_the_map(ctrl: &str) -> KeyGroup {
    group(
        tr!("session-keys-map"),
        [
            (tr!("session-keys-enter"), tr!("session-keys-map-enter")),
            (tr!("session-keys-letters"), tr!("session-keys-map-letters")),
            (tr!("session-keys-sign"), tr!("session-keys-map-sign")),
            (tr!("session-keys-click"), tr!("session-keys-map-click")),
            (tr!("session-keys-ctrl-click", ctrl = ctrl), tr!("session-keys-map-ctrl-click")),
            (tr!("session-keys-shift-click"), tr!("session-keys-map-shift-click")),
            (tr!("session-keys-double-click"), tr!("session-keys-map-double-click")),
            (tr!("session-keys-right-click"), tr!("session-keys-map-right-click")),
            (tr!("session-keys-drag"), tr!("session-keys-map-drag")),
            (tr!("session-keys-drag-area"), tr!("session-keys-map-drag-area")),
            (tr!("session-keys-drag-area-more", ctrl = ctrl), tr!("session-keys-map-drag-area-more")),
            (tr!("session-keys-drag-edge"), tr!("session-keys-map-drag-edge")),
            (tr!("session-keys-drag-dot"), tr!("session-keys-map-drag-dot")),
            (tr!("session-keys-escape"), tr!("session-keys-map-escape")),
            (tr!("session-keys-wheel"), tr!("session-keys-map-wheel")),
            (tr!("session-keys-shift-wheel"), tr!("session-keys-map-shift-wheel")),
            (tr!("session-keys-pan"), tr!("session-keys-map-pan")),
            (tr!("session-keys-zoom", ctrl = ctrl), tr!("session-keys-map-zoom")),
        ],
    )
}

/// What `canvas::text_entry` does.
fn while_typing(ctrl: &str) -> KeyGroup {
    group(
        tr!("session-keys-typing"),
        [
            (tr!("session-keys-enter"), tr!("session-keys-typing-enter")),
            (tr!("session-keys-shift-enter"), tr!("session-keys-typing-shift-enter")),
            (tr!("session-keys-tab"), tr!("session-keys-typing-tab")),
            (tr!("session-keys-shift-tab"), tr!("session-keys-typing-shift-tab")),
            (tr!("session-keys-ctrl-enter", ctrl = ctrl), tr!("session-keys-typing-ctrl-enter")),
            (tr!("session-keys-alt-enter"), tr!("session-keys-typing-alt-enter")),
            (tr!("session-keys-escape"), tr!("session-keys-typing-escape")),
        ],
    )
}

/// What `ui::find_bar` does.
fn while_searching() -> KeyGroup {
    group(
        tr!("session-keys-searching"),
        [
            (tr!("session-keys-enter"), tr!("session-keys-searching-enter")),
            (tr!("session-keys-shift-enter"), tr!("session-keys-searching-shift-enter")),
            (tr!("session-keys-escape"), tr!("session-keys-searching-escape")),
        ],
    )
}

/// What `ui::present` does.
fn while_presenting() -> KeyGroup {
    group(
        tr!("session-keys-presenting"),
        [
            (tr!("session-keys-present-next"), tr!("session-keys-presenting-next")),
            (tr!("session-keys-present-previous"), tr!("session-keys-presenting-previous")),
            (tr!("session-keys-present-ends"), tr!("session-keys-presenting-ends")),
            (tr!("session-keys-present-number"), tr!("session-keys-presenting-number")),
            (tr!("session-keys-present-black"), tr!("session-keys-presenting-black")),
            (tr!("session-keys-present-white"), tr!("session-keys-presenting-white")),
            (tr!("session-keys-present-reveal"), tr!("session-keys-presenting-reveal")),
            (tr!("session-keys-present-view"), tr!("session-keys-presenting-view")),
            (tr!("session-keys-click"), tr!("session-keys-presenting-click")),
            (tr!("session-keys-double-click"), tr!("session-keys-presenting-double-click")),
            (tr!("session-keys-escape"), tr!("session-keys-presenting-escape")),
        ],
    )
}

fn group<const N: usize>(title: String, rows: [(String, String); N]) -> KeyGroup {
    KeyGroup { title, rows: rows.into_iter().map(|(keys, does)| KeyRow { keys, does }).collect() }
}
