//! Typing faster than the window shows it: keys take effect in their order, wherever each of them leads.

use super::window::Window;
use egui::{Event, Key, Modifiers};

/// The keys of a text as a keyboard sends them.
fn strokes(text: &str) -> Vec<Event> {
    let key = |key, pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let strokes = |letter: char| {
        let name = letter.to_uppercase().to_string();
        match (letter, Key::from_name(&name)) {
            ('\n', _) => vec![key(Key::Enter, true), key(Key::Enter, false)],
            (letter, Some(code)) => {
                vec![key(code, true), Event::Text(letter.to_string()), key(code, false)]
            }
            (letter, None) => vec![Event::Text(letter.to_string())],
        }
    };
    text.chars().flat_map(strokes).collect()
}

fn in_one_frame(window: &mut Window, text: &str) {
    window.0.input_mut().events.extend(strokes(text));
    window.0.run_ok();
}

fn touchpoints(window: &Window) -> Vec<String> {
    let map = window.session().document.map();
    map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.name.clone()).collect()
}

#[test]
fn a_list_typed_within_one_frame_is_touchpoints_and_no_commands() {
    let mut window = Window::new_map();
    window.click("Touchpoint First touchpoint, stage Stage 1");
    in_one_frame(&mut window, "tpays\ngets it\n");
    let expected = ["First touchpoint", "pays", "gets it"];
    assert_eq!(touchpoints(&window)[..3], expected);
    assert_eq!(window.session().document.map().cards.len(), 0, "no letter was taken for a command");
}

#[test]
fn a_word_typed_on_an_empty_cell_is_whole() {
    let mut window = Window::new_map();
    window.click("Touchpoint First touchpoint, stage Stage 1");
    window.press(Modifiers::NONE, Key::P);
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::ArrowDown);
    let cell = |window: &Window| match window.session().selection.first() {
        Some(pathlight::scene::Element::Cell(lane, _)) => {
            window.session().document.map().lanes.get(*lane).is_some_and(|lane| lane.kind.holds_cards())
        }
        _ => false,
    };
    for _ in 0..12 {
        if cell(&window) {
            break;
        }
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    assert!(cell(&window), "a cell for cards is selected");
    in_one_frame(&mut window, "too slow\nfar too slow\n");
    window.press(Modifiers::NONE, Key::Escape);
    let texts: Vec<_> = window.session().document.map().cards.iter().map(|card| card.text.clone()).collect();
    assert_eq!(texts, ["too slow", "far too slow"]);
}

#[test]
fn what_is_typed_behind_the_keys_of_a_field_goes_into_the_field() {
    let mut window = Window::new_map();
    let ctrl_f = Event::Key {
        key: Key::F,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    };
    window.0.input_mut().events.push(ctrl_f);
    in_one_frame(&mut window, "touch");
    assert_eq!(window.session().view().search.query.words, "touch");
    assert!(window.session().editing.is_none());
}
