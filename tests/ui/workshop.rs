//! The workshop mode by accessible name: agenda, timer, parking lot.

use super::window::Window;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use pathlight::model::Workshop;

fn workshop(window: &Window) -> &Workshop {
    &window.session().document.map().workshop
}

#[test]
fn the_usual_agenda_counts_down_and_the_presenter_sees_what_comes_next() {
    let mut window = Window::new_map();
    window.press(Modifiers::NONE, Key::F5);
    window.click("Use the usual agenda");
    window.0.get_by_label("Time left 10:00");
    window.0.get_by_label("Next: Collect stages and touchpoints");
    window.click("+5 min");
    window.0.get_by_label("Time left 15:00");
    window.press(Modifiers::NONE, Key::F7);
    window.0.get_by_label("Time left 30:00");
    window.press(Modifiers::NONE, Key::F5);
    assert!(window.0.query_by_label("Time left 30:00").is_none(), "the inspector is back");
}

#[test]
fn a_step_of_the_agenda_is_renamed_moved_and_the_moving_undone() {
    let mut window = Window::new_map();
    window.press(Modifiers::NONE, Key::F5);
    window.click("Add step");
    window.click("Add step");
    window.0.get_by_label("Step 2").click();
    window.0.run_ok();
    window.0.event(egui::Event::Text("Draw".to_owned()));
    window.press(Modifiers::NONE, Key::Enter);
    window.click("Move step 2 up");
    let names =
        |window: &Window| workshop(window).agenda.iter().map(|step| step.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&window), ["Draw", ""]);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(names(&window), ["", "Draw"]);
}

#[test]
fn a_thought_is_parked_by_keyboard_from_anywhere_and_becomes_a_card() {
    let mut window = Window::new_map();
    window.press(Modifiers::NONE, Key::S);
    window.0.event(egui::Event::Text("Dream".to_owned()));
    window.0.run_ok();
    window.press(Modifiers::COMMAND, Key::J);
    window.0.event(egui::Event::Text("Returns by post?".to_owned()));
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.0.query_by_label("Park").is_none(), "the dialog has closed");
    let parked: Vec<_> = workshop(&window).parking.iter().map(|parked| parked.text.clone()).collect();
    assert_eq!(parked, ["Returns by post?"]);
    window.press(Modifiers::NONE, Key::F5);
    window.click("Parking lot");
    window.click("Remove");
    assert!(workshop(&window).parking.is_empty());
}

#[test]
fn a_guess_is_dragged_and_undone_at_once() {
    let mut window = Window::new_map();
    window.press(Modifiers::NONE, Key::S);
    window.0.event(egui::Event::Text("Dream".to_owned()));
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::T);
    window.0.event(egui::Event::Text("Sees cost".to_owned()));
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::F5);
    window.click("Guesses");
    let slider = window.0.get_all_by_label("Guessed exit rate of Sees cost").next().expect("a slider").rect();
    window.0.hover_at(slider.center());
    window.0.step();
    window.0.drag_at(slider.center());
    window.0.step();
    window.0.drop_at(slider.center());
    window.0.run_ok();
    let guesses: Vec<_> =
        workshop(&window).guesses.values().flat_map(|team| team.values().copied()).collect();
    assert!(guesses.len() == 1 && (0.0..=1.0).contains(&guesses[0]), "{guesses:?}");
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(workshop(&window).guesses.is_empty());
}
