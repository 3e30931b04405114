//! *Data › Charts…* by what it is called.

use super::window::Window;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;

/// Runs a command by its name in the palette.
fn run(window: &mut Window, command: &str) {
    window.press(Modifiers::COMMAND, Key::K);
    window.type_text(command);
    window.press(Modifiers::NONE, Key::Enter);
}

fn shows(window: &Window, picture: &str) -> bool {
    window.0.query_by_role_and_label(Role::Image, picture).is_some()
}

#[test]
fn a_survey_begins_with_what_it_has() {
    let mut window = Window::welcome();
    window.click("A day at the airport");
    run(&mut window, "Charts");
    assert!(shows(&window, "How satisfied customers are"), "it has no exits");
    window.click("Where customers leave");
    window.0.get_by_label("The data has nothing for this chart");
}
