//! Many things at once in a window without a screen, by accessible name: selecting, dragging edges and lanes, the menus
//! of what is selected, the inspector.

use super::canvas::{Bench, add, click, drag, middle, sample, window};
use super::window::Window;
use egui::{Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use pathlight::model::edit::Created;
use pathlight::model::{CardId, CardKind, Edit, JourneyMap, LaneId, LaneKind};
use pathlight::scene::Element;
use pathlight::session::Command;

fn click_with(harness: &mut Harness<'_, Bench>, at: Pos2, modifiers: Modifiers) {
    harness.hover_at(at);
    harness.step();
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        harness
            .event_modifiers(egui::Event::PointerButton { pos: at, button, pressed, modifiers }, modifiers);
        harness.step();
    }
    harness.run_steps(12);
}

fn map(harness: &Harness<'_, Bench>) -> JourneyMap {
    harness.state().session.document.map().clone()
}

fn lane_order(harness: &Harness<'_, Bench>) -> Vec<LaneId> {
    map(harness).about.lanes.clone()
}

#[test]
fn shift_stretches_the_selection_and_ctrl_takes_one_out() {
    let (session, sample) = sample();
    let mut harness = window(session);
    let at = middle(&harness, "Touchpoint Sees cost");
    click_with(&mut harness, at, Modifiers::NONE);
    let at = middle(&harness, "Touchpoint Asks");
    click_with(&mut harness, at, Modifiers::SHIFT);
    assert_eq!(harness.state().session.selection.len(), 3);
    let at = middle(&harness, "Touchpoint Pays");
    click_with(&mut harness, at, Modifiers::COMMAND);
    let [first, _, third] = sample.touchpoints.map(Element::Touchpoint);
    assert_eq!(harness.state().session.selection.iter().copied().collect::<Vec<_>>(), [first, third]);
}

fn with_card() -> (Harness<'static, Bench>, CardId, LaneId) {
    let (mut session, sample) = sample();
    let edit = Edit::AddCard {
        lane: sample.pains,
        touchpoint: sample.touchpoints[0],
        slot: 0,
        text: "Too slow".into(),
        kind: CardKind::for_lane(LaneKind::Pains),
    };
    let Created::Card(card) = add(&mut session, edit) else { panic!("no card") };
    (window(session), card, sample.pains)
}

#[test]
fn a_card_is_pulled_over_touchpoints_by_its_right_edge_as_one_step() {
    let (mut harness, card, _) = with_card();
    let rect = harness.get_by_label_contains("Too slow").rect();
    let from = rect.right_center() - vec2(2.0, 0.0);
    let to = Pos2::new(middle(&harness, "Touchpoint Asks").x + 5.0, from.y);
    drag(&mut harness, from, to);
    let span = |harness: &Harness<'_, Bench>| map(harness).cards.get(card).map(|card| card.span);
    assert_eq!(span(&harness), Some(2));
    harness.state_mut().session.document.undo();
    assert_eq!(span(&harness), Some(0));
}

#[test]
fn a_lane_is_carried_by_its_heading_and_collapsed_by_its_triangle() {
    let (session, sample) = sample();
    let mut harness = window(session);
    assert_eq!(lane_order(&harness), [sample.emotion, sample.pains]);
    let from = middle(&harness, "Lane Pain points");
    let to = middle(&harness, "Lane Emotion") - vec2(0.0, 40.0);
    drag(&mut harness, from, to);
    assert_eq!(lane_order(&harness), [sample.pains, sample.emotion]);
    harness.get_by_label("Collapse lane Emotion").click();
    harness.run();
    assert!(map(&harness).lanes.get(sample.emotion).is_some_and(|lane| lane.collapsed));
    harness.get_by_label("Expand lane Emotion").click();
    harness.run();
    assert!(map(&harness).lanes.get(sample.emotion).is_some_and(|lane| !lane.collapsed));
}

#[test]
fn below_the_lanes_one_adds_a_lane_and_finds_the_hidden_ones() {
    let (session, sample) = sample();
    let mut harness = window(session);
    harness.get_by_label("+ Add lane").click();
    harness.run();
    harness.get_by_label("Quotes").click();
    harness.run();
    let kinds: Vec<_> = map(&harness).lanes_in_order().map(|lane| lane.kind).collect();
    assert_eq!(kinds, [LaneKind::Emotion, LaneKind::Pains, LaneKind::Quotes]);

    let at = middle(&harness, "Lane Pain points");
    click(&mut harness, at, PointerButton::Secondary);
    harness.run();
    harness.get_by_label("Hide lane").click();
    harness.run();
    assert!(map(&harness).lanes.get(sample.pains).is_some_and(|lane| lane.hidden));
    harness.get_by_label("1 hidden").click();
    harness.run();
    harness.get_by_label("Pain points").click();
    harness.run();
    assert!(map(&harness).lanes.iter().all(|lane| !lane.hidden));
}

#[test]
fn a_lane_is_renamed_in_place() {
    let (session, sample) = sample();
    let mut harness = window(session);
    let at = middle(&harness, "Lane Pain points");
    click(&mut harness, at, PointerButton::Primary);
    click(&mut harness, at, PointerButton::Primary);
    harness.run();
    harness.event(egui::Event::Text("Bóle".into()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(map(&harness).lanes.get(sample.pains).map(|lane| lane.name.clone()), Some("Bóle".into()));
}

#[test]
fn the_menu_of_several_merges_and_the_menu_of_one_duplicates() {
    let (session, sample) = sample();
    let mut harness = window(session);
    let [first, second, _] = sample.touchpoints;
    harness.state_mut().session.selection = [first, second].map(Element::Touchpoint).into();
    harness.run();
    let at = middle(&harness, "Touchpoint Pays");
    click(&mut harness, at, PointerButton::Secondary);
    harness.run();
    harness.get_by_label("Merge touchpoints").click();
    harness.run();
    let names = |harness: &Harness<'_, Bench>| -> Vec<String> {
        map(harness).touchpoints_in_order().map(|(_, touchpoint)| touchpoint.name.clone()).collect()
    };
    assert_eq!(names(&harness), ["Sees cost", "Asks"]);
    let at = middle(&harness, "Touchpoint Asks");
    click(&mut harness, at, PointerButton::Secondary);
    harness.run();
    harness.get_by_label("Duplicate").click();
    harness.run();
    assert_eq!(names(&harness), ["Sees cost", "Asks", "Asks"]);
}

/// A new map with two cards of one lane that are both selected.
fn two_cards() -> Window {
    let mut window = Window::new_map();
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::Enter);
    window.0.event(egui::Event::Text("Looks".to_owned()));
    window.0.run_ok();
    window.press(Modifiers::COMMAND, Key::Enter);
    window.press(Modifiers::NONE, Key::P);
    for text in ["slow", "dear"] {
        window.0.event(egui::Event::Text(text.to_owned()));
        window.0.run_ok();
        window.press(Modifiers::NONE, Key::Enter);
    }
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND, Key::A);
    window
}

#[test]
fn the_inspector_of_several_colours_tags_and_counts() {
    let mut window = two_cards();
    let cards = |window: &Window| window.session().document.map().cards.iter().cloned().collect::<Vec<_>>();
    assert_eq!(cards(&window).len(), 2);
    window.0.get_by_label_contains("· 2 cards");
    window.click("Colour: teal");
    assert!(cards(&window).iter().all(|card| card.palette == Some(2)));
    window.0.get_by_label("New tag").focus();
    window.0.run_ok();
    window.0.get_by_label("New tag").type_text("acil");
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::Enter);
    assert!(cards(&window).iter().all(|card| card.tags.contains("acil")));
    window.0.get_by_label("acil").click();
    window.0.run_ok();
    assert!(cards(&window).iter().all(|card| card.tags.is_empty()));
}

#[test]
fn tags_are_given_by_keyboard_alone() {
    let mut window = two_cards();
    window.press(Modifiers::COMMAND, Key::T);
    assert_eq!(window.0.get_all_by_label("New tag").count(), 2, "in the dialog and in the inspector");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.0.get_all_by_label("New tag").count(), 1);
}

#[test]
fn a_menu_opens_when_the_pointer_goes_over_it_while_another_is_open() {
    let mut window = Window::new_map();
    window.click("File");
    window.0.get_by_label("Arrange").hover();
    window.0.run_ok();
    window.0.get_by_label_contains(&Command::MoveLeft.label());
    assert!(window.0.query_by_label_contains(&Command::SaveAs.label()).is_none());
}

#[test]
fn a_lane_of_curves_shows_the_personas_that_its_inspector_says() {
    let mut window = Window::new_map();
    let lane = |window: &Window| {
        let map = window.session().document.map();
        map.lanes_in_order().find(|lane| lane.kind == LaneKind::Emotion).cloned()
    };
    if lane(&window).is_none() {
        window.0.get_by_label("+ Add lane").click();
        window.0.run_ok();
        window.0.get_all_by_label("Emotion").last().expect("in the menu").click();
        window.0.run_ok();
    }
    window.0.get_by_label_contains("Lane Emotion").click();
    window.0.run_ok();
    let persona = window.session().document.map().personas.iter().next().cloned();
    let persona = persona.expect("a new map has a persona");
    window.0.get_by_role_and_label(egui::Role::CheckBox, &persona.name).click();
    window.0.run_ok();
    assert_eq!(lane(&window).map(|lane| lane.personas), Some(vec![persona.id]));
    window.click("Whoever is shown");
    assert_eq!(lane(&window).map(|lane| lane.personas), Some(vec![]));
}
