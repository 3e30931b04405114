//! The shortcut sheet, the context menu's greyed entries, and the names of submenus.

use crate::canvas::{Bench, add, click, middle, sample, window};
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
        let at = middle(&harness, &scene.node(element).expect("on the map").label.text());
        click(&mut harness, at, PointerButton::Secondary);
        harness.run();
        harness.get_by_label(&Command::Copy.label()).click();
        harness.run();
        assert_eq!(harness.state().actions.last(), Some(&Action::Command(Command::Copy)), "{element:?}");
    }
}

/// Opens the menu at a place and clicks an entry.
fn choose(harness: &mut egui_kittest::Harness<'_, Bench>, at: egui::Pos2, entry: &str) {
    click(harness, at, PointerButton::Secondary);
    harness.run();
    harness.get_by_label(entry).click();
    harness.run();
}

#[test]
fn a_cell_makes_a_card_from_its_menu_and_the_card_has_a_menu_of_its_own() {
    let (session, sample) = sample();
    let mut harness = window(session);
    let cell = harness.get_by_label_contains("Pain points at Pays").rect().center();
    choose(&mut harness, cell, "Add card here");
    harness.event(egui::Event::Text("Too slow".into()));
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run();
    let cards = |harness: &egui_kittest::Harness<'_, Bench>| {
        let map = harness.state().session.document.map();
        map.cards.iter().map(|card| (card.touchpoint, card.text.clone(), card.span)).collect::<Vec<_>>()
    };
    assert_eq!(cards(&harness), [(sample.touchpoints[1], "Too slow".into(), 0)]);
    let card = harness.get_by_label_contains("Too slow").rect().center();
    choose(&mut harness, card, &Command::WidenCard.label());
    choose(&mut harness, card, &Command::MoveLeft.label());
    assert_eq!(cards(&harness), [(sample.touchpoints[0], "Too slow".into(), 1)]);
    let card = harness.get_by_label_contains("Too slow").rect().left_center() + egui::vec2(8.0, 0.0);
    choose(&mut harness, card, &Command::Delete.label());
    assert_eq!(cards(&harness), []);
}

#[test]
fn the_empty_map_around_has_a_menu() {
    let (session, _) = sample();
    let mut harness = window(session);
    let below = harness.state().canvas.place_of(
        &harness.state().session.view(),
        Element::Lane(*harness.state().session.document.map().about.lanes.last().expect("a lane")),
    );
    let (lane, view) = below.expect("shown");
    let beside = egui::pos2(view.center().x.max(lane.right() + 200.0), lane.bottom() + 80.0);
    choose(&mut harness, beside, &Command::SelectAll.label());
    assert!(harness.state().session.selection.len() >= 3);
    choose(&mut harness, beside, &Command::AddStage.label());
    assert!(harness.state().session.editing.is_some(), "the new stage waits for its name");
}

#[test]
fn while_versions_are_compared_the_menus_change_nothing() {
    let (mut session, _) = sample();
    let made = "2026-05-01T10:00:00Z".to_owned();
    add(&mut session, pathlight::model::Edit::TakeSnapshot { name: "v1".into(), made });
    let snapshot = session.document.map().snapshots.iter().next().expect("one").id;
    let before = pathlight::session::Version::Snapshot(snapshot);
    session.apply(Action::Compare { before, after: pathlight::session::Version::Now });
    let mut harness = window(session);
    assert!(harness.query_by_label("+ Add lane").is_none());
    let cell = harness.get_by_label_contains("Pain points at Pays").rect().center();
    click(&mut harness, cell, PointerButton::Secondary);
    harness.run();
    for entry in ["Add card here", "Hide lane"] {
        assert!(harness.get_by_label(entry).accesskit_node().is_disabled(), "{entry}");
    }
}

#[test]
fn a_menu_higher_than_the_window_scrolls() {
    let (session, _) = sample();
    let mut harness = window(session);
    harness.set_size(egui::vec2(900.0, 420.0));
    harness.run();
    let at = middle(&harness, "Touchpoint Sees cost");
    click(&mut harness, at, PointerButton::Secondary);
    harness.run();
    let window = harness.ctx.content_rect();
    assert!(window.contains_rect(harness.get_by_label(&Command::EditText.label()).rect()));
    let delete =
        |harness: &egui_kittest::Harness<'_, Bench>| harness.get_by_label(&Command::Delete.label()).rect();
    assert!(!window.contains_rect(delete(&harness)));
    let over = harness.get_by_label(&Command::EditText.label()).rect().center();
    harness.hover_at(over);
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -900.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    harness.run();
    assert!(window.contains_rect(delete(&harness)), "{:?}", delete(&harness));
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
