//! The workshop mode without a window: time is told, edits are undone.

use pathlight::base::Timestamp;
use pathlight::base::time::SECOND;
use pathlight::draft;
use pathlight::model::{AgendaItem, CardId, Edit, JourneyMap};
use pathlight::scene::Prim;
use pathlight::session::{Action, Command, Session, VoteTerms, WorkshopAction, WorkshopPage};
use pathlight::text::Fonts;
use pathlight::theme::Theme;

fn session() -> Session {
    let mut session = Session::of_new(JourneyMap::default());
    let step =
        |name: &str, planned_minutes| AgendaItem { name: name.into(), planned_minutes, actual_seconds: 0 };
    session.apply(Action::Edit(Edit::SetAgenda(vec![step("Collect", 30), step("Draw", 20)])));
    run(&mut session, Command::ToggleWorkshop);
    session
}

fn run(session: &mut Session, command: Command) {
    session.apply(Action::Command(command));
}

fn at(session: &mut Session, secs: i64) {
    session.set_now(Timestamp(secs * SECOND));
}

fn left_secs(session: &Session) -> i64 {
    let agenda = &session.document.map().workshop.agenda;
    session.workshop.countdown(agenda).expect("a step that is being done").left_secs
}

#[test]
fn the_next_step_writes_down_how_long_this_one_took_and_the_clock_runs_on() {
    let mut session = session();
    at(&mut session, 1_000);
    run(&mut session, Command::ToggleTimer);
    at(&mut session, 1_000 + 25 * 60);
    assert_eq!(left_secs(&session), 5 * 60);
    run(&mut session, Command::NextStep);
    assert_eq!(session.document.map().workshop.agenda[0].actual_seconds, 25 * 60);
    at(&mut session, 1_000 + 26 * 60);
    assert_eq!(left_secs(&session), 19 * 60);
    run(&mut session, Command::Undo);
    assert_eq!(session.document.map().workshop.agenda[0].actual_seconds, 0);
}

#[test]
fn after_the_last_step_there_is_nothing_to_count() {
    let mut session = session();
    run(&mut session, Command::NextStep);
    run(&mut session, Command::NextStep);
    assert!(!session.can_run(Command::NextStep) && !session.can_run(Command::ToggleTimer));
    assert_eq!(session.workshop.countdown(&session.document.map().workshop.agenda), None);
    run(&mut session, Command::PreviousStep);
    assert_eq!(left_secs(&session), 20 * 60);
}

#[test]
fn leaving_the_mode_pauses_the_timer() {
    let mut session = session();
    run(&mut session, Command::ToggleTimer);
    at(&mut session, 60);
    run(&mut session, Command::ToggleWorkshop);
    at(&mut session, 6_000);
    run(&mut session, Command::ToggleWorkshop);
    assert_eq!(left_secs(&session), 29 * 60);
}

fn text_sizes(session: &Session) -> Vec<f32> {
    let sizes = session.scene.items.iter().filter_map(|item| match &item.prim {
        Prim::Text(run) => Some(run.size),
        _ => None,
    });
    sizes.collect()
}

#[test]
fn big_text_enlarges_words_more_than_columns_and_leaves_pictures_alone() {
    let (theme, fonts) = (Theme::light(), Fonts::bundled());
    let mut session = Session::of_new(draft::template("online-shop").expect("a built-in template"));
    session.refresh(&theme, &fonts);
    let smallest = |sizes: Vec<f32>| sizes.into_iter().fold(f32::INFINITY, f32::min);
    let (size, width) = (smallest(text_sizes(&session)), session.scene.size.width);
    let picture = session.picture(&theme, &fonts, false);
    run(&mut session, Command::ToggleBigText);
    session.refresh(&theme, &fonts);
    assert!((smallest(text_sizes(&session)) / size - 1.5).abs() < 0.01);
    assert!(session.scene.size.width < width * 1.5, "{} {width}", session.scene.size.width);
    assert_eq!(session.picture(&theme, &fonts, false), picture);
    let node = session.scene.nodes.last().expect("something to point at");
    assert!(node.rect.max.x <= session.scene.size.width && node.rect.max.y <= session.scene.size.height);
}

#[test]
fn a_workshop_begins_hidden_and_reveals_within_a_second() {
    let mut session = session();
    session.reveal = true;
    run(&mut session, Command::ToggleWorkshop);
    run(&mut session, Command::ToggleWorkshop);
    assert!(!session.reveal, "what was measured is hidden while the team draws");
    at(&mut session, 500);
    run(&mut session, Command::ToggleReveal);
    assert!(session.reveal && session.is_revealing());
    at(&mut session, 501);
    assert!(!session.is_revealing());
}

#[test]
fn revealing_is_skipped_and_with_reduced_motion_does_not_begin() {
    let mut session = session();
    run(&mut session, Command::ToggleReveal);
    session.skip_reveal();
    assert!(session.reveal && !session.is_revealing());
    run(&mut session, Command::ToggleReveal);
    session.reduced_motion = true;
    run(&mut session, Command::ToggleReveal);
    assert!(session.reveal && !session.is_revealing());
}

#[test]
fn what_is_being_done_stays_so_when_the_agenda_is_rearranged() {
    let mut session = session();
    run(&mut session, Command::NextStep);
    let agenda = session.document.map().workshop.agenda.clone();
    let turned: Vec<_> = agenda.iter().rev().cloned().collect();
    session.apply(Action::Edit(Edit::SetAgenda(turned)));
    assert_eq!(session.workshop.step(), 0, "Draw is being done and is the first now");
    run(&mut session, Command::Undo);
    assert_eq!(session.workshop.step(), 1);
    let renamed = AgendaItem { name: "Draw the curve".into(), ..agenda[1].clone() };
    session.apply(Action::Edit(Edit::SetAgenda(vec![agenda[0].clone(), renamed])));
    assert_eq!(session.workshop.step(), 1, "a new name is no new place");
}

#[test]
fn the_end_of_a_step_is_told_once() {
    let mut session = session();
    at(&mut session, 1_000);
    run(&mut session, Command::ToggleTimer);
    let mut rings = |secs: i64| {
        at(&mut session, 1_000 + secs);
        session.take_ring()
    };
    assert_eq!([30 * 60 - 1, 30 * 60, 30 * 60 + 1].map(&mut rings), [false, true, false]);
}

/// Two cards at one touchpoint, and an open vote with two dots each.
fn voting() -> (Session, [CardId; 2]) {
    let mut session = Session::of_new(draft::template("online-shop").expect("a template"));
    let cards: Vec<_> = session.document.map().cards.iter().map(|card| card.id).take(2).collect();
    session.apply(Action::Edit(Edit::OpenVoting { votes_per_person: 2 }));
    (session, [cards[0], cards[1]])
}

fn workshop(session: &mut Session, action: WorkshopAction) {
    session.apply(Action::Workshop(action));
}

#[test]
fn dots_are_cast_one_by_one_and_no_more_than_there_are() {
    let (mut session, [first, second]) = voting();
    workshop(&mut session, WorkshopAction::AddDot(first));
    assert_eq!(session.dots_left(), None, "nobody casts yet");
    workshop(&mut session, WorkshopAction::CastAs(Some(" Ola ".into())));
    for card in [first, second, second] {
        workshop(&mut session, WorkshopAction::AddDot(card));
    }
    assert_eq!(session.dots_left(), Some(0));
    let of = |session: &Session| {
        session.open_voting().and_then(|voting| voting.ballot("Ola")).map(|ballot| ballot.votes.clone())
    };
    assert_eq!(of(&session), Some([(first, 1), (second, 1)].into()), "the third dot was not given");
    workshop(&mut session, WorkshopAction::TakeDot(first));
    assert_eq!((session.dots_left(), of(&session)), (Some(1), Some([(second, 1)].into())));
    run(&mut session, Command::Undo);
    assert_eq!(session.dots_left(), Some(0));
}

#[test]
fn an_open_vote_is_told_neither_on_cards_nor_to_screen_readers() {
    let (mut session, [first, second]) = voting();
    let (theme, fonts) = (Theme::light(), Fonts::bundled());
    session.refresh(&theme, &fonts);
    let picture = |session: &mut Session| {
        session.refresh(&theme, &fonts);
        let labels = session.scene.nodes.iter().map(|node| node.label.to_string()).collect::<Vec<_>>();
        (session.scene.items.clone(), labels)
    };
    let before = picture(&mut session);
    for (name, card) in [("Ola", first), ("Ayşe", first), ("Jan", second)] {
        workshop(&mut session, WorkshopAction::CastAs(Some(name.into())));
        workshop(&mut session, WorkshopAction::AddDot(card));
    }
    assert_eq!(picture(&mut session), before);
    session.apply(Action::Edit(Edit::CloseVoting));
    assert_ne!(picture(&mut session), before);
}

#[test]
fn figures_stay_hidden_until_revealed_even_when_the_panel_is_left() {
    let mut session = Session::of_new(JourneyMap::default());
    assert!(!session.conceals(), "without a workshop nothing is secret");
    run(&mut session, Command::ToggleWorkshop);
    run(&mut session, Command::ToggleWorkshop);
    assert!(session.conceals() && session.view().conceals);
    run(&mut session, Command::ToggleWorkshop);
    run(&mut session, Command::ToggleReveal);
    assert!(!session.conceals());
}

#[test]
fn a_vote_is_opened_and_closed_by_one_command_and_asks_for_each_name() {
    let mut session = Session::of_new(draft::template("hotel-stay").expect("a template"));
    let card = session.document.map().cards.iter().next().expect("a card").id;
    session.apply(Action::Edit(Edit::SetVotes { cards: vec![card], votes: 7 }));
    let terms = VoteTerms { votes_per_person: 3, afresh: true };
    session.apply(Action::Workshop(WorkshopAction::SetVoteTerms(terms)));
    assert!(!session.can_run(Command::NextVoter));
    run(&mut session, Command::ToggleVote);
    assert_eq!(session.open_voting().map(|voting| voting.votes_per_person), Some(3));
    let votes = |session: &Session| session.document.map().cards.get(card).map(|card| card.votes);
    assert_eq!(votes(&session), Some(0), "begun afresh");
    assert_eq!((session.workshop.page, session.workshop.on), (WorkshopPage::Dots, true));
    assert_eq!(session.workshop.names_asked, 1);
    session.apply(Action::Workshop(WorkshopAction::CastAs(Some("Ola".into()))));
    session.apply(Action::Workshop(WorkshopAction::AddDot(card)));
    run(&mut session, Command::NextVoter);
    assert_eq!((session.workshop.casting.as_deref(), session.workshop.names_asked), (None, 2));
    run(&mut session, Command::ToggleVote);
    assert!(session.open_voting().is_none());
    assert_eq!(votes(&session), Some(1));
    run(&mut session, Command::Undo);
    assert!(session.open_voting().is_some(), "closing is one step");
}

#[test]
fn escape_gives_the_window_back_before_anything_else() {
    let mut session = session();
    let stage = session.document.map().about.stages.first().copied();
    run(&mut session, Command::ToggleBigTimer);
    run(&mut session, Command::SelectAll);
    let selected = session.selection.clone();
    assert!(session.has_big_timer(), "{stage:?}");
    run(&mut session, Command::SelectNone);
    assert!(!session.has_big_timer());
    assert_eq!(session.selection, selected);
    run(&mut session, Command::SelectNone);
    assert!(session.selection.is_empty());
}
