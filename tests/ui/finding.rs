//! Finding one's way in the window: the history panel, ticks in menus, the search.

use crate::window::Window;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use pathlight::scene::Element;

const COMMAND_SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// Types a new stage of this name.
fn add_stage(window: &mut Window, name: &str) {
    window.press(Modifiers::NONE, Key::S);
    window.0.event(egui::Event::Text(name.to_owned()));
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::Escape);
}

fn position(window: &Window) -> usize {
    window.session().document.history().position()
}

#[test]
fn the_history_goes_to_a_step_by_click_and_by_arrow_keys() {
    let mut window = Window::new_map();
    add_stage(&mut window, "Dream");
    add_stage(&mut window, "Plan");
    window.click("Edit");
    window.0.get_by_label_contains("Undo: Add stage");
    window.press(Modifiers::NONE, Key::Escape);
    let end = position(&window);
    assert!(end >= 2, "{end}");
    window.press(COMMAND_SHIFT, Key::H);
    window.click("Step 1: Add stage");
    assert_eq!(position(&window), 1);
    window.press(COMMAND_SHIFT, Key::H);
    window.press(COMMAND_SHIFT, Key::H);
    window.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(position(&window), 0);
    window.press(Modifiers::NONE, Key::End);
    assert_eq!(position(&window), end);
    window.click("Close history");
    assert!(window.0.query_by_label("Step 0: Beginning").is_none());
    window.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(position(&window), end, "without the history, arrows go through the map");
}

#[test]
fn menus_tick_what_is_on() {
    let mut window = Window::new_map();
    let is_ticked = |window: &mut Window, label: &str| {
        window.click("View");
        let item = window.0.get_by_role_and_label(egui::Role::CheckBox, label);
        let ticked = item.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True);
        window.press(Modifiers::NONE, Key::Escape);
        ticked
    };
    assert!(is_ticked(&mut window, "Inspector"));
    assert!(!is_ticked(&mut window, "Big text"));
    let is_dark = window.0.ctx.theme() == egui::Theme::Dark;
    assert_eq!(is_ticked(&mut window, "Dark theme"), is_dark);
    window.press(Modifiers::COMMAND, Key::I);
    window.press(COMMAND_SHIFT, Key::B);
    assert!(!is_ticked(&mut window, "Inspector"));
    assert!(is_ticked(&mut window, "Big text"));
}

fn type_into_search(window: &mut Window, words: &str) {
    window.press(Modifiers::COMMAND, Key::K);
    window.0.event(egui::Event::Text(words.to_owned()));
    window.0.run_ok();
}

#[test]
fn enter_in_the_search_goes_to_what_the_letters_mean() {
    let mut window = Window::new_map();
    add_stage(&mut window, "Ödeme İadesi");
    let stage = window.session().document.map().stages_in_order().find(|stage| stage.name == "Ödeme İadesi");
    let stage = stage.expect("the new stage").id;
    type_into_search(&mut window, "odeme iade");
    window.0.get_by_label("Ödeme İadesi · Stage");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.session().selection, [Element::Stage(stage)].into());
    assert!(window.session().editing.is_none(), "Enter meant the search alone");
    assert!(window.0.query_by_label("Ödeme İadesi · Stage").is_none(), "the search has closed");
}

#[test]
fn arrows_choose_in_the_search_and_what_cannot_run_stays() {
    let mut window = Window::new_map();
    type_into_search(&mut window, "reveal data");
    window.press(Modifiers::NONE, Key::Enter);
    window.0.get_by_label("Reveal data · View");
    window.press(Modifiers::NONE, Key::Escape);
    type_into_search(&mut window, "zoom");
    let chosen = |window: &Window| {
        let rows = window.0.get_all_by_role(egui::Role::ListItem);
        let label = |row: egui_kittest::Node<'_>| row.accesskit_node().label().unwrap_or_default();
        rows.filter(|row| row.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True))
            .map(label)
            .collect::<Vec<_>>()
    };
    let first = chosen(&window);
    assert_eq!(first.len(), 1);
    window.press(Modifiers::NONE, Key::ArrowDown);
    let second = chosen(&window);
    assert!(second.len() == 1 && second != first, "{first:?} {second:?}");
    window.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(chosen(&window), first);
}

#[test]
fn find_and_replace_by_keyboard() {
    let mut window = Window::new_map();
    add_stage(&mut window, "Check card");
    add_stage(&mut window, "Card back");
    let type_text = |window: &mut Window, words: &str| {
        window.0.event(egui::Event::Text(words.to_owned()));
        window.0.run_ok();
    };
    window.press(Modifiers::COMMAND, Key::H);
    type_text(&mut window, "card");
    window.0.get_by_label("1 of 2");
    window.press(Modifiers::NONE, Key::Enter);
    window.0.get_by_label("2 of 2");
    assert!(window.session().editing.is_none(), "Enter meant the search alone");
    window.press(Modifiers::SHIFT, Key::Enter);
    window.0.get_by_label("1 of 2");
    window.0.get_by_label("Replace with").focus();
    window.0.run_ok();
    type_text(&mut window, "token");
    window.click("Replace all");
    let map = window.session().document.map();
    let names: Vec<_> = map.stages_in_order().map(|stage| stage.name.as_str()).collect();
    assert!(names.contains(&"Check token") && names.contains(&"token back"), "{names:?}");
    window.0.get_by_label("Nothing found");
    window.click("Close search");
    assert!(window.0.query_by_label("Replace with").is_none());
}

#[test]
fn tab_goes_from_the_words_to_what_replaces_them() {
    let mut window = Window::new_map();
    window.press(Modifiers::COMMAND, Key::H);
    window.type_text("First");
    window.press(Modifiers::NONE, Key::Tab);
    window.type_text("Second");
    let search = window.session().view().search;
    assert_eq!((search.query.words.as_str(), search.with.as_str()), ("First", "Second"));
}
