//! Tests of `session`.

mod clipboard;
mod finding;
mod history;
mod keeping;
mod keymap;
mod kill;
mod loading;
mod many;
mod mapping;
mod present;
mod saving;
mod search;
mod versions;
mod workshop;

use pathlight::draft;
use pathlight::model::edit::Flag;
use pathlight::model::{CardKind, Edit, LaneKind};
use pathlight::scene::Element;
use pathlight::session::{Action, AfterText, Command, Leave, Panel, Request, Session};
use pathlight::text::Fonts;
use pathlight::theme::Theme;

fn shop() -> Session {
    Session::of_new(draft::template("online-shop").expect("a built-in template"))
}

fn first_touchpoint(session: &Session) -> Element {
    let map = session.document.map();
    Element::Touchpoint(map.touchpoints_in_order().next().expect("the template has touchpoints").1.id)
}

fn select(session: &mut Session, element: Element) {
    session.apply(Action::Select { elements: vec![element], extend: false });
}

fn names(session: &Session) -> Vec<String> {
    session.document.map().touchpoints_in_order().map(|(_, t)| t.name.clone()).collect()
}

fn type_text(session: &mut Session, text: &str, after: AfterText) {
    session.apply(Action::SetText(text.to_owned()));
    session.apply(Action::CommitText(after));
}

#[test]
fn enter_makes_one_touchpoint_after_the_other_and_an_empty_one_vanishes() {
    let mut session = shop();
    let before = names(&session);
    let first = first_touchpoint(&session);
    select(&mut session, first);
    session.apply(Action::Command(Command::AddTouchpoint));
    type_text(&mut session, "  Reads reviews ", AfterText::Next);
    type_text(&mut session, "Asks a friend", AfterText::Next);
    type_text(&mut session, "", AfterText::Next);

    assert_eq!(session.editing, None);
    let mut expected = before.clone();
    expected.splice(1..1, ["Reads reviews".to_owned(), "Asks a friend".to_owned()]);
    assert_eq!(names(&session), expected);

    session.apply(Action::Command(Command::Undo));
    expected.remove(2);
    assert_eq!(names(&session), expected, "one typed text is one undo step");
    session.apply(Action::Command(Command::Undo));
    assert_eq!(names(&session), before);
    session.apply(Action::Command(Command::Redo));
    assert_eq!(names(&session).get(1).map(String::as_str), Some("Reads reviews"));
}

#[test]
fn enter_goes_from_a_stage_into_it_and_escape_back_to_where_one_was() {
    let mut session = shop();
    let first = first_touchpoint(&session);
    let stage = session.document.map().about.stages[0];
    session.apply(Action::BeginText(Element::Stage(stage)));
    type_text(&mut session, "Find", AfterText::Next);
    let editing = session.editing.clone().expect("the first touchpoint is typed");
    assert_eq!((editing.element, editing.is_new), (first, false));
    type_text(&mut session, "Sees the ad", AfterText::Next);
    assert!(session.editing.as_ref().is_some_and(|editing| editing.is_new));
    session.apply(Action::Command(Command::SelectNone));
    assert_eq!(session.editing, None);
    session.apply(Action::Command(Command::AddPain));
    assert_eq!(session.editing, None, "Escape as a command leaves nothing selected");

    select(&mut session, first);
    session.apply(Action::Command(Command::AddTouchpoint));
    session.apply(Action::CancelText);
    assert_eq!(session.selection.iter().collect::<Vec<_>>(), [&first]);
    session.apply(Action::Command(Command::AddTouchpoint));
    session.apply(Action::CommitText(AfterText::Stay));
    assert_eq!(session.selection.iter().collect::<Vec<_>>(), [&first], "an empty one vanishes likewise");
    assert_eq!(names(&session)[0], "Sees the ad");
}

#[test]
fn what_is_made_becomes_the_selection_and_is_typed() {
    let mut session = shop();
    let first = first_touchpoint(&session);
    select(&mut session, first);
    session.apply(Action::Command(Command::AddPain));
    let editing = session.editing.clone().expect("the new card is typed");
    assert!(editing.is_new);
    assert_eq!(session.selection.iter().collect::<Vec<_>>(), [&editing.element]);
    type_text(&mut session, "Too slow", AfterText::Next);
    type_text(&mut session, "Too dear", AfterText::Stay);

    let map = session.document.map();
    let lane = map.lanes_in_order().find(|lane| lane.kind == LaneKind::Pains).expect("pains");
    let Element::Touchpoint(touchpoint) = first else { unreachable!("selected above") };
    let cards = map.cell(lane.id, touchpoint);
    let texts: Vec<_> = cards.iter().map(|card| card.text.as_str()).collect();
    assert!(texts.ends_with(&["Too slow", "Too dear"]), "{texts:?}");
    assert!(cards.iter().all(|card| matches!(card.kind, CardKind::Pain(_))));
}

#[test]
fn tab_goes_to_the_next_lane_and_shift_enter_to_a_new_stage() {
    let mut session = shop();
    let first = first_touchpoint(&session);
    let stages = session.document.map().about.stages.len();
    session.apply(Action::BeginText(first));
    session.apply(Action::CommitText(AfterText::NextLane));
    assert!(matches!(session.editing.as_ref().map(|e| e.element), Some(Element::Card(_))));
    let lane_of = |session: &Session| match session.editing.as_ref().map(|e| e.element) {
        Some(Element::Card(card)) => session.document.map().cards.get(card).map(|card| card.lane),
        _ => None,
    };
    let lane = lane_of(&session);
    // Nothing is typed: the card vanishes, and typing goes on one lane below.
    session.apply(Action::CommitText(AfterText::NextLane));
    assert!(lane_of(&session).is_some() && lane_of(&session) != lane);
    session.apply(Action::CancelText);
    assert!(session.document.history().next_undo().is_none(), "nothing was kept");

    session.apply(Action::BeginText(first));
    session.apply(Action::CommitText(AfterText::NextStage));
    type_text(&mut session, "Dream", AfterText::Stay);
    let map = session.document.map();
    assert_eq!(map.about.stages.len(), stages + 1);
    assert_eq!(map.stages_in_order().nth(1).map(|stage| stage.name.as_str()), Some("Dream"));
}

#[test]
fn undo_while_typing_drops_the_text_only() {
    let mut session = shop();
    let first = first_touchpoint(&session);
    let before = names(&session);
    session.apply(Action::BeginText(first));
    session.apply(Action::SetText("Something else".to_owned()));
    assert_eq!(names(&session).first().map(String::as_str), Some("Something else"), "shown as typed");
    session.apply(Action::Command(Command::Undo));
    assert_eq!(names(&session), before);
    assert_eq!(session.editing, None);
}

#[test]
fn flags_are_toggled_for_all_selected_at_once() {
    let mut session = shop();
    let all: Vec<_> =
        session.document.map().touchpoints_in_order().map(|(_, t)| Element::Touchpoint(t.id)).collect();
    session.apply(Action::Select { elements: all, extend: false });
    session.apply(Action::Command(Command::ToggleMomentOfTruth));
    assert!(session.document.map().touchpoints.iter().all(|t| t.moment_of_truth));
    session.apply(Action::Command(Command::ToggleMomentOfTruth));
    assert!(session.document.map().touchpoints.iter().all(|t| !t.moment_of_truth));
    session.apply(Action::Command(Command::Undo));
    assert!(session.document.map().touchpoints.iter().all(|t| t.moment_of_truth));
}

#[test]
fn deleting_everything_selected_is_one_step_and_clears_the_selection() {
    let mut session = shop();
    let before = session.document.map().clone();
    session.apply(Action::Command(Command::SelectAll));
    session.apply(Action::Command(Command::Delete));
    assert!(session.document.map().touchpoints.is_empty() && session.document.map().cards.is_empty());
    assert!(session.selection.is_empty());
    session.apply(Action::Command(Command::Undo));
    assert_eq!(*session.document.map(), before);
}

#[test]
fn the_keyboard_walks_through_columns_and_rows() {
    let mut session = shop();
    session.apply(Action::Command(Command::GoRight));
    let first = first_touchpoint(&session);
    assert_eq!(session.selection.iter().copied().collect::<Vec<_>>(), [first]);
    session.apply(Action::Command(Command::GoRight));
    assert_ne!(session.selection.first().copied(), Some(first));
    session.apply(Action::Command(Command::GoLeft));
    session.apply(Action::Command(Command::GoDown));
    assert!(matches!(session.selection.first(), Some(Element::Card(_) | Element::Cell(..))));
    session.apply(Action::Command(Command::GoUp));
    assert_eq!(session.selection.first().copied(), Some(first));
    session.apply(Action::Command(Command::GoUp));
    assert!(matches!(session.selection.first(), Some(Element::Stage(_))));
}

#[test]
fn moving_past_the_end_of_a_stage_goes_into_the_next_one() {
    let mut session = shop();
    let stage = session.document.map().stages_in_order().next().expect("a stage").clone();
    let last = *stage.touchpoints.last().expect("a touchpoint");
    select(&mut session, Element::Touchpoint(last));
    session.apply(Action::Command(Command::MoveRight));
    let map = session.document.map();
    let next = map.stages_in_order().nth(1).expect("a second stage");
    assert_eq!(next.touchpoints.first(), Some(&last));
    session.apply(Action::Command(Command::MoveLeft));
    assert_eq!(session.document.map().stages.get(stage.id).map(|s| &s.touchpoints), Some(&stage.touchpoints));
}

#[test]
fn the_scene_is_rebuilt_only_when_something_changed() {
    let (theme, fonts) = (Theme::light(), Fonts::bundled());
    let mut session = shop();
    session.refresh(&theme, &fonts);
    let scene = std::sync::Arc::clone(&session.scene);
    assert!(!scene.items.is_empty());
    let first = first_touchpoint(&session);
    select(&mut session, first);
    session.refresh(&theme, &fonts);
    assert!(std::sync::Arc::ptr_eq(&scene, &session.scene), "a selection is not in the scene");
    let Element::Touchpoint(touchpoint) = first else { unreachable!("selected above") };
    session.apply(Action::Edit(Edit::SetFlag { touchpoint, flag: Flag::Goal, on: true }));
    session.refresh(&theme, &fonts);
    assert!(!std::sync::Arc::ptr_eq(&scene, &session.scene));
}

#[test]
fn files_and_dialogs_are_asked_for() {
    let mut session = shop();
    session.apply(Action::Command(Command::Save));
    session.apply(Action::Command(Command::Quit));
    session.apply(Action::Command(Command::About));
    let requests = session.take_requests();
    assert!(matches!(
        requests.as_slice(),
        [Request::Save, Request::Leave(Leave::Quit), Request::Show(Panel::About)]
    ));
    assert!(session.take_requests().is_empty());
}

#[test]
fn commands_that_would_do_nothing_can_not_be_run() {
    let session = shop();
    for command in [Command::Undo, Command::Redo, Command::Delete, Command::ToggleReveal, Command::AddPain] {
        assert!(!session.can_run(command), "{command:?}");
    }
}
