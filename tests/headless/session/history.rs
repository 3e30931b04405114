//! Going through the history: to any step, forwards and backwards, with the saved state known.

use super::{first_touchpoint, names, select, shop};
use pathlight::session::{Action, Command};

#[test]
fn any_step_can_be_gone_to_and_nothing_is_lost() {
    let mut session = shop();
    let start = session.document.map().clone();
    let first = first_touchpoint(&session);
    for command in [Command::ToggleGoal, Command::ToggleContact, Command::MoveRight] {
        select(&mut session, first);
        session.apply(Action::Command(command));
    }
    let end = session.document.map().clone();
    assert_eq!(session.document.history().steps().len(), 3);
    session.apply(Action::GoToStep(0));
    assert_eq!(*session.document.map(), start);
    assert_eq!(session.document.history().steps().len(), 3, "what is undone stays in the list");
    session.apply(Action::GoToStep(3));
    assert_eq!(*session.document.map(), end);
    session.apply(Action::GoToStep(99));
    assert_eq!(session.document.history().position(), 3, "there is no step behind the last");
}

#[test]
fn going_to_a_step_keeps_what_is_being_typed_as_a_step_of_its_own() {
    let mut session = shop();
    let first = first_touchpoint(&session);
    session.apply(Action::BeginText(first));
    session.apply(Action::SetText("Hears of the shop".to_owned()));
    session.apply(Action::GoToStep(0));
    assert_eq!(session.editing, None);
    assert_ne!(names(&session).first().map(String::as_str), Some("Hears of the shop"));
    session.apply(Action::GoToStep(1));
    assert_eq!(names(&session).first().map(String::as_str), Some("Hears of the shop"));
}

#[test]
fn the_selection_forgets_what_an_earlier_step_does_not_have() {
    let mut session = shop();
    let first = first_touchpoint(&session);
    select(&mut session, first);
    session.apply(Action::Command(Command::AddTouchpoint));
    session.apply(Action::SetText("Asks a friend".to_owned()));
    session.apply(Action::CommitText(pathlight::session::AfterText::Stay));
    assert_eq!(session.selection.len(), 1);
    session.apply(Action::GoToStep(0));
    assert!(session.selection.is_empty());
}

#[test]
fn the_history_knows_the_saved_step_until_it_is_out_of_reach() {
    let mut session = shop();
    let first = first_touchpoint(&session);
    assert_eq!(session.document.history().saved(), None, "never saved");
    select(&mut session, first);
    session.apply(Action::Command(Command::ToggleGoal));
    session.document.begin_save();
    session.document.end_save(true);
    session.apply(Action::Command(Command::ToggleContact));
    assert_eq!(session.document.history().saved(), Some(1));
    session.apply(Action::GoToStep(0));
    session.apply(Action::Command(Command::ToggleContact));
    assert_eq!(session.document.history().saved(), None);
}
