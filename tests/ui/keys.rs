//! The shortcut sheet, the context menu's greyed entries, and the names of submenus.

use crate::canvas::{click, middle, sample, window};
use crate::window::Window;
use egui::{Key, Modifiers, PointerButton};
use egui_kittest::kittest::{NodeT, Queryable};
use pathlight::scene::Element;
use pathlight::session::{Action, Command, key_groups};

#[test]
fn the_sheet_names_every_command_that_has_a_key() {
    let mut window = Window::new_map();
    let count = |window: &Window, label: &str| window.0.query_all_by_label(label).count();
    let groups = key_groups(|shortcut| shortcut.to_string(), "Ctrl");
    let rows: Vec<_> = groups.iter().flat_map(|group| &group.rows).collect();
    let before: Vec<_> =
        rows.iter().map(|row| (count(&window, &row.does), count(&window, &row.keys))).collect();
    window.press(Modifiers::NONE, Key::F1);
    for (row, (words, keys)) in rows.iter().zip(before) {
        assert!(count(&window, &row.does) > words && count(&window, &row.keys) > keys, "{row:?}");
    }
    for command in Command::ALL.iter().filter(|command| command.shortcut().is_some()) {
        assert!(rows.iter().any(|row| row.does == command.label()), "{command:?}");
    }
    window.click("Close");
    assert_eq!(count(&window, "While typing"), 0);
}

#[test]
fn the_context_menu_has_the_clipboard_and_greys_out_what_would_do_nothing() {
    let (session, sample) = sample();
    let mut harness = window(session);
    let at = middle(&harness, "Touchpoint Sees cost");
    click(&mut harness, at, PointerButton::Secondary);
    harness.run();
    let is_disabled = |label: &str| harness.get_by_label(label).accesskit_node().is_disabled();
    for command in [Command::Cut, Command::Copy, Command::Paste, Command::MoveRight] {
        assert!(!is_disabled(&command.label()), "{command:?}");
    }
    assert!(is_disabled(&Command::SplitStage.label()), "the stage begins with it");
    harness.get_by_label(&Command::Cut.label()).click();
    harness.run();
    let bench = harness.state();
    assert!(bench.actions.contains(&Action::Command(Command::Cut)));
    assert!(!bench.session.document.map().touchpoints.contains(sample.touchpoints[0]));
}

#[test]
fn every_thing_on_the_map_can_be_copied_from_its_menu() {
    let (session, sample) = sample();
    let mut harness = window(session);
    let scene = harness.state().session.scene.clone();
    let stage = harness.state().session.document.map().about.stages[0];
    for element in [Element::Stage(stage), Element::Lane(sample.pains)] {
        let at = middle(&harness, &scene.node(element).expect("on the map").label);
        click(&mut harness, at, PointerButton::Secondary);
        harness.run();
        harness.get_by_label(&Command::Copy.label()).click();
        harness.run();
        assert_eq!(harness.state().actions.last(), Some(&Action::Command(Command::Copy)), "{element:?}");
    }
}

#[test]
fn extending_the_selection_stands_in_a_menu_of_its_own() {
    let mut window = Window::new_map();
    window.click("View");
    let shown = |window: &Window| window.0.query_all_by_label_contains(&Command::ExtendLeft.label()).count();
    assert_eq!(shown(&window), 0);
    window.0.get_all_by_label_contains("Extend selection").last().expect("in the menu").click();
    window.0.run_ok();
    assert_eq!(shown(&window), 1);
}
