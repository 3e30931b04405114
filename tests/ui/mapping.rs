//! Mapping events in the window and from the tray, by accessible name.

use super::window::Window;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};
use pathlight::model::{EventRule, Pattern, Source, TouchpointId};

/// The fixture with the rules of two events taken away.
fn with_gaps() -> (Window, tempfile::TempDir) {
    Window::with_source(|source| {
        let is_kept = |rule: &EventRule| !["Browse", "Purchase"].contains(&rule.event.text());
        let rules = source.rules.iter().filter(|rule| is_kept(rule)).cloned().collect();
        Source { rules, ..source }
    })
}

fn touchpoint(window: &Window, name: &str) -> TouchpointId {
    let map = window.session().document.map();
    map.touchpoints.iter().find(|touchpoint| touchpoint.name == name).expect("on the map").id
}

fn goes_to(window: &Window, event: &str) -> Option<TouchpointId> {
    let rules = &window.session().source().expect("data").rules;
    rules.iter().find(|rule| rule.event == Pattern::Exact(event.to_owned())).map(|rule| rule.touchpoint)
}

fn undo_name(window: &Window) -> String {
    window.session().document.history().next_undo().map(|step| step.name.text()).unwrap_or_default()
}

/// Is this the row of an event in a list?
fn is_row(node: &AccessKitNode<'_>, event: &str) -> bool {
    node.role() == Role::ListItem
        && node.label().is_some_and(|label| label.starts_with(&format!("{event}, ")))
}

fn choose(window: &mut Window, event: &str, modifiers: Modifiers) {
    window.0.get_by(|node| is_row(node, event)).click_modifiers(modifiers);
    window.settle();
}

#[test]
fn names_are_listed_by_count_and_mapped_together_as_one_step() {
    let (mut window, _folder) = with_gaps();
    window.press(Modifiers::COMMAND, Key::M);
    window.0.get_by_label("Events and touchpoints");
    window.click("Unmapped 2");
    assert!(window.0.query_by(|node| is_row(node, "Sign-up")).is_none(), "it is mapped");
    choose(&mut window, "Browse", Modifiers::NONE);
    choose(&mut window, "Purchase", Modifiers::COMMAND);
    window.press(Modifiers::NONE, Key::Enter);
    window.type_text("sign");
    window.press(Modifiers::NONE, Key::Enter);
    let sign_up = touchpoint(&window, "Sign-up");
    assert_eq!([goes_to(&window, "Browse"), goes_to(&window, "Purchase")], [Some(sign_up); 2]);
    assert_eq!(undo_name(&window), "Map 2 events");
    window.0.get_by_label("Unmapped 0");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(goes_to(&window, "Browse"), None);
    window.0.get_by_label("Unmapped 2");
}

#[test]
fn shift_and_arrow_keys_choose_a_stretch() {
    let (mut window, _folder) = with_gaps();
    window.press(Modifiers::COMMAND, Key::M);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    window.press(Modifiers::SHIFT, Key::ArrowDown);
    window.0.get_by_label_contains("3 names, ");
    window.press(Modifiers::COMMAND, Key::A);
    let all = window.session().event_tally().expect("data").names.len();
    window.0.get_by_label_contains(&format!("{all} names, "));
}

#[test]
fn suggestions_are_accepted_alone_and_all_above_a_likeness() {
    let (mut window, _folder) = with_gaps();
    window.press(Modifiers::COMMAND, Key::M);
    window.0.get_by_label("Suggested 2");
    window.click("Accept Browse for Browse");
    assert_eq!(goes_to(&window, "Browse"), Some(touchpoint(&window, "Browse")));
    assert_eq!(undo_name(&window), "Accept suggestion");
    window.press(Modifiers::COMMAND, Key::Z);
    window.click("Accept all 2");
    assert_eq!(goes_to(&window, "Purchase"), Some(touchpoint(&window, "Purchase")));
    assert_eq!(undo_name(&window), "Accept 2 suggestions");
}

#[test]
fn it_is_told_why_an_event_is_where_it_is() {
    let (mut window, _folder) = Window::with_source(|mut source| {
        let touchpoint = source.rules[0].touchpoint;
        source
            .rules
            .insert(0, EventRule { event: Pattern::Glob("Sign*".to_owned()), channel: None, touchpoint });
        source
    });
    window.press(Modifiers::COMMAND, Key::M);
    choose(&mut window, "Sign-up", Modifiers::NONE);
    assert!(window.0.query_all_by_label_contains("an earlier rule takes them").next().is_some());
    let is_reason = |node: &AccessKitNode<'_>| {
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("1. Sign* (with"))
    };
    window.0.get_by(is_reason).click();
    window.settle();
    window.0.get_by_label_contains("Rule 1 of ");
    window.click("Ask later");
    let rules = &window.session().source().expect("data").rules;
    assert_eq!(rules[1].event, Pattern::Glob("Sign*".to_owned()));
}

#[test]
fn a_rule_is_counted_while_it_is_typed_and_a_broken_one_says_where() {
    let (mut window, _folder) = with_gaps();
    window.press(Modifiers::COMMAND, Key::M);
    window.click("Rules");
    window.click("Add rule");
    window.type_text("*r*s*");
    window.0.get_by_label_contains("Matches 2 names");
    window.0.get_by_label("How the name is matched").click();
    window.settle();
    window.click("Regular expression");
    window.0.get_by_label_contains("Wrong at letter 1: repetition operator missing expression");
    window.0.get_by_label("Event name or pattern").click();
    window.settle();
    window.press(Modifiers::COMMAND, Key::A);
    window.type_text("^b.owse$");
    window.0.get_by_label_contains("Matches 1 name");
    window.press(Modifiers::NONE, Key::Enter);
    let rules = &window.session().source().expect("data").rules;
    assert_eq!(rules.last().map(|rule| rule.event.clone()), Some(Pattern::Regex("^b.owse$".to_owned())));
    assert_eq!(undo_name(&window), "Add mapping rule");
}

#[test]
fn an_event_is_dragged_from_the_tray_onto_a_touchpoint() {
    let (mut window, _folder) = with_gaps();
    window.press(Modifiers::COMMAND, Key::U);
    let from = window.0.get_by(|node| is_row(node, "Purchase")).rect().center();
    let onto = window.0.get_by_label_contains("Touchpoint Sign-up").rect().center();
    window.drag(from, onto, Modifiers::NONE);
    assert_eq!(goes_to(&window, "Purchase"), Some(touchpoint(&window, "Sign-up")));
    assert_eq!(undo_name(&window), "Map event");
    assert!(window.0.query_by(|node| is_row(node, "Purchase")).is_none(), "it has left the tray");
}

#[test]
fn the_map_scrolls_while_an_event_is_held_over_its_edge() {
    use egui::{Event, PointerButton};
    let (mut window, _folder) = with_gaps();
    window.press(Modifiers::COMMAND, Key::U);
    for _ in 0..3 {
        window.press(Modifiers::COMMAND, Key::Plus);
    }
    let from = window.0.get_by(|node| is_row(node, "Purchase")).rect().center();
    let tray = window.0.get_by_label("Unmapped events").rect();
    let place = |window: &Window| window.0.get_by_label_contains("Touchpoint Sign-up").rect().left();
    let before = place(&window);
    let edge = egui::pos2(tray.left() - 30.0, from.y);
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    for event in [Event::PointerMoved(from), button(from, true), Event::PointerMoved(from.lerp(edge, 0.5))] {
        window.0.event(event);
        window.0.step();
    }
    window.0.event(Event::PointerMoved(edge));
    for _ in 0..20 {
        window.0.step();
    }
    assert!(place(&window) < before - 20.0, "{} is no less than {before}", place(&window));
    window.0.event(button(edge, false));
    window.settle();
}

#[test]
fn it_is_told_that_a_pattern_takes_an_event_whatever_is_taken_off() {
    let (mut window, _folder) = Window::with_source(|mut source| {
        let touchpoint = source.rules[0].touchpoint;
        source.rules.push(EventRule { event: Pattern::Glob("Sign*".to_owned()), channel: None, touchpoint });
        source
    });
    window.press(Modifiers::COMMAND, Key::M);
    choose(&mut window, "Browse", Modifiers::NONE);
    assert!(window.0.query_by_label_contains("takes them anyway").is_none());
    choose(&mut window, "Sign-up", Modifiers::NONE);
    window.0.get_by_label_contains("Sign* (with * and ?), takes them anyway");
    window.click("Unmap");
    assert_eq!(goes_to(&window, "Sign-up"), None);
    window.0.get_by_label_contains("Sign* (with * and ?), takes them anyway");
}

#[test]
fn from_the_tray_the_keyboard_maps_to_what_is_selected() {
    let (mut window, _folder) = with_gaps();
    window.0.get_by_label_contains("Touchpoint Sign-up").click();
    window.settle();
    window.press(Modifiers::COMMAND, Key::U);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.click("Map to Sign-up");
    let mapped = ["Browse", "Purchase"].map(|event| goes_to(&window, event).is_some());
    assert_eq!(mapped.iter().filter(|mapped| **mapped).count(), 1);
}

#[test]
fn a_touchpoint_that_no_event_ever_hit_says_so() {
    let (window, _folder) = with_gaps();
    let named = window.0.get_by_label_contains("Touchpoint Browse");
    let label = named.accesskit_node().label().unwrap_or_default();
    assert!(label.contains("never in the data"), "{label}");
    let other = window.0.get_by_label_contains("Touchpoint Sign-up");
    assert!(!other.accesskit_node().label().unwrap_or_default().contains("never"));
}
