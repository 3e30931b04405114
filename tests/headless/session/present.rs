//! Presenting without a window: which steps there are, going through them, and what is put back.

use super::*;
use pathlight::base::Timestamp;
use pathlight::base::time::SECOND;
use pathlight::session::{Picture, PresentAction, Presenting, Step, Tour, notes, steps};

fn act(session: &mut Session, action: PresentAction) {
    session.apply(Action::Present(action));
}

fn run(session: &mut Session, command: Command) {
    session.apply(Action::Command(command));
}

fn presenting(session: &Session) -> &Presenting {
    session.presenting().expect("a presentation")
}

#[test]
fn steps_go_from_the_whole_to_stages_and_their_touchpoints() {
    let session = shop();
    let map = session.document.map();
    let mut expected = vec![Step::Whole];
    for stage in map.stages_in_order() {
        expected.push(Step::Stage(stage.id));
        expected.extend(stage.touchpoints.iter().map(|id| Step::Touchpoint(*id)));
    }
    assert_eq!(steps(map, Tour::default(), false), expected);
    let stages = steps(map, Tour { stages_only: true, ..Tour::default() }, false);
    expected.retain(|step| !matches!(step, Step::Touchpoint(_)));
    assert_eq!(stages, expected);
    let place = |tour| steps(map, tour, true).iter().position(|step| *step == Step::Reveal);
    assert_eq!(place(Tour::default()), Some(1));
    let last = Tour { reveals_last: true, ..Tour::default() };
    assert_eq!(place(last), Some(steps(map, last, true).len() - 1));
}

#[test]
fn one_goes_on_and_back_and_stays_at_the_ends() {
    let mut session = shop();
    run(&mut session, Command::Present);
    let count = presenting(&session).steps().len();
    for (action, at) in [
        (PresentAction::Previous, 0),
        (PresentAction::Next, 1),
        (PresentAction::Enter, 2),
        (PresentAction::Previous, 1),
        (PresentAction::Last, count - 1),
        (PresentAction::Next, count - 1),
        (PresentAction::First, 0),
    ] {
        act(&mut session, action);
        assert_eq!(presenting(&session).at(), at, "{action:?}");
    }
}

#[test]
fn a_typed_number_leads_to_its_step_and_any_other_key_forgets_it() {
    let mut session = shop();
    run(&mut session, Command::Present);
    for digit in [1, 2] {
        act(&mut session, PresentAction::Digit(digit));
    }
    assert_eq!(presenting(&session).number, Some(12));
    act(&mut session, PresentAction::Enter);
    assert_eq!((presenting(&session).at(), presenting(&session).number), (11, None));
    act(&mut session, PresentAction::Digit(3));
    act(&mut session, PresentAction::Previous);
    act(&mut session, PresentAction::Enter);
    assert_eq!(presenting(&session).at(), 11);
    for _ in 0..30 {
        act(&mut session, PresentAction::Digit(9));
    }
    act(&mut session, PresentAction::Enter);
    assert_eq!(presenting(&session).at(), presenting(&session).steps().len() - 1, "no further than the last");
    act(&mut session, PresentAction::Digit(0));
    act(&mut session, PresentAction::Enter);
    assert_eq!(presenting(&session).at(), 0);
}

#[test]
fn hidden_is_seen_again_before_one_goes_on() {
    let mut session = shop();
    run(&mut session, Command::Present);
    act(&mut session, PresentAction::Black);
    act(&mut session, PresentAction::White);
    assert_eq!(presenting(&session).picture, Picture::White);
    act(&mut session, PresentAction::Next);
    assert_eq!((presenting(&session).at(), presenting(&session).picture), (0, Picture::Map));
    act(&mut session, PresentAction::Black);
    act(&mut session, PresentAction::Black);
    assert_eq!(presenting(&session).picture, Picture::Map);
}

#[test]
fn the_end_puts_back_what_was_selected_and_edits_stay() {
    let mut session = shop();
    let first = first_touchpoint(&session);
    select(&mut session, first);
    run(&mut session, Command::PresentFromSelection);
    assert_eq!(presenting(&session).step().element(), Some(first));
    assert!(session.selection.is_empty());
    run(&mut session, Command::EditText);
    type_text(&mut session, "Sees the ad", AfterText::Stay);
    act(&mut session, PresentAction::Next);
    act(&mut session, PresentAction::Leave);
    assert!(session.presenting().is_none());
    assert_eq!(session.selection.iter().copied().collect::<Vec<_>>(), [first]);
    assert_eq!(names(&session)[0], "Sees the ad");
}

#[test]
fn what_is_shown_stays_so_while_the_map_is_edited() {
    let mut session = shop();
    let first = first_touchpoint(&session);
    select(&mut session, first);
    run(&mut session, Command::PresentFromSelection);
    act(&mut session, PresentAction::Next);
    let shown = presenting(&session).step();
    let at = presenting(&session).at();
    let stage = session.document.map().about.stages[0];
    session.apply(Action::Edit(Edit::AddTouchpoint { stage, at: 0, name: "Dreams".into() }));
    assert_eq!((presenting(&session).step(), presenting(&session).at()), (shown, at + 1));
    let Step::Touchpoint(touchpoint) = shown else { panic!("{shown:?}") };
    session.apply(Action::Edit(Edit::RemoveTouchpoints { touchpoints: vec![touchpoint] }));
    assert_ne!(presenting(&session).step(), shown);
    assert_eq!(presenting(&session).at(), at + 1, "the place is kept");
}

#[test]
fn time_is_counted_from_the_beginning() {
    let mut session = shop();
    session.set_now(Timestamp(100 * SECOND));
    run(&mut session, Command::Present);
    assert_eq!(presenting(&session).elapsed_secs(Timestamp(161 * SECOND)), 61);
    assert_eq!(presenting(&session).elapsed_secs(Timestamp(0)), 0, "a clock set back");
}

#[test]
fn notes_say_what_the_map_says_at_a_step() {
    let session = shop();
    let map = session.document.map();
    let said = |step| {
        let notes = notes(&session.view(), step);
        assert!(notes.iter().all(|note| !note.lines.is_empty()));
        notes.into_iter().flat_map(|note| note.lines).collect::<Vec<_>>().join("\n")
    };
    for card in map.cards.iter().filter(|card| !map.lanes.get(card.lane).is_some_and(|lane| lane.hidden)) {
        let words = said(Step::Touchpoint(card.touchpoint));
        assert!(words.contains(card.text.trim()), "{words}");
    }
    let stage = map.stages_in_order().next().expect("a stage");
    let words = said(Step::Stage(stage.id));
    for id in &stage.touchpoints {
        assert!(words.contains(&map.touchpoints.get(*id).expect("there").name), "{words}");
    }
    let whole = said(Step::Whole);
    assert!(map.stages_in_order().all(|stage| whole.contains(&stage.name)), "{whole}");
}

#[test]
fn an_empty_map_has_nothing_to_present() {
    let session = Session::of_new(pathlight::model::JourneyMap::default());
    assert!(!session.can_run(Command::Present) && !session.can_run(Command::TogglePresenterView));
    assert!(shop().can_run(Command::Present));
}
