//! What keys and mouse do: docs/shortcuts.md is what the list gives, and the list has everything.

use pathlight::session::{Command, KeyGroup, Shortcut, key_groups};
use std::fmt::Write as _;
use std::path::Path;

const HEAD: &str = "# Keys and mouse

**F1** shows this list in the app, **Ctrl+K** finds commands by their name. On a Mac ⌘ takes the place of Ctrl.
";

fn groups() -> Vec<KeyGroup> {
    key_groups(|shortcut: Shortcut| shortcut.to_string(), "Ctrl")
}

fn markdown(groups: &[KeyGroup]) -> String {
    let mut text = HEAD.to_owned();
    for group in groups {
        let _ = write!(text, "\n## {}\n\n| Keys | What they do |\n|---|---|\n", group.title);
        for row in &group.rows {
            let _ = writeln!(text, "| {} | {} |", row.keys, row.does);
        }
    }
    text
}

#[test]
fn the_docs_say_what_the_list_of_keys_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/shortcuts.md");
    let expected = markdown(&groups());
    let found = std::fs::read_to_string(path).unwrap_or_default();
    assert!(found == expected, "docs/shortcuts.md is to be:\n{expected}");
}

#[test]
fn every_command_with_keys_is_in_the_list_once() {
    let groups = groups();
    for command in Command::ALL {
        let rows = groups.iter().filter(|group| group.title == command.menu().label());
        let rows = rows.flat_map(|group| &group.rows).filter(|row| row.does == command.label());
        let keys: Vec<_> = rows.map(|row| row.keys.as_str()).collect();
        match command.shortcut().map(|shortcut| shortcut.to_string()) {
            Some(shortcut) => {
                assert!(matches!(keys[..], [one] if one.starts_with(&shortcut)), "{command:?}: {keys:?}");
            }
            None => assert!(keys.is_empty(), "{command:?}: {keys:?}"),
        }
    }
    let redo = Command::Redo.label();
    let mut rows = groups.iter().flat_map(|group| &group.rows);
    assert_eq!(
        rows.find(|row| row.does == redo).map(|row| row.keys.as_str()),
        Some("Ctrl+Shift+Z or Ctrl+Y")
    );
}

#[test]
fn no_key_stands_twice_in_a_group() {
    for group in groups() {
        let mut keys: Vec<_> = group.rows.iter().map(|row| &row.keys).collect();
        keys.sort_unstable();
        assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "{}: {keys:?}", group.title);
    }
}
