//! Finding one's way in the window: the history panel, ticks in menus.

use crate::window::Window;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

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
    assert!(!is_ticked(&mut window, "Dark theme"));
    window.press(Modifiers::COMMAND, Key::I);
    window.press(COMMAND_SHIFT, Key::B);
    assert!(!is_ticked(&mut window, "Inspector"));
    assert!(is_ticked(&mut window, "Big text"));
}
