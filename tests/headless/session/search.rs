//! Find and replace in a session: going round, options, replacing one or all.

use pathlight::model::find::Query;
use pathlight::model::{CardKind, Edit, JourneyMap, LaneKind};
use pathlight::scene::Element;
use pathlight::session::{Action, Command, Request, SearchAction, Session};

/// Touchpoints "Pay by card" and "Card refused", cards "card, Card" and "Cardboard box", in this order.
fn session() -> Session {
    let mut session = Session::of_new(JourneyMap::default());
    let mut edit = |edit| {
        session.apply(Action::Edit(edit));
        session.document.map().clone()
    };
    edit(Edit::AddStage { name: "Buy".into(), at: 0 });
    let stage = edit(Edit::AddLane { kind: LaneKind::Notes, name: String::new(), at: 0 }).about.stages[0];
    edit(Edit::AddTouchpoint { stage, at: 0, name: "Pay by card".into() });
    let map = edit(Edit::AddTouchpoint { stage, at: 1, name: "Card refused".into() });
    let touchpoint = map.touchpoints_in_order().next().expect("two").1.id;
    for (slot, text) in ["card, Card", "Cardboard box"].into_iter().enumerate() {
        let (lane, kind) = (map.about.lanes[0], CardKind::Note);
        edit(Edit::AddCard { lane, touchpoint, slot, text: text.into(), kind });
    }
    session.apply(Action::Command(Command::Replace));
    session
}

fn search(session: &mut Session, action: SearchAction) {
    session.apply(Action::Search(action));
}

fn query(words: &str) -> Query {
    Query { words: words.into(), ..Query::default() }
}

fn look_for(session: &mut Session, words: &str) {
    search(session, SearchAction::Query(query(words)));
}

fn texts(session: &Session) -> Vec<String> {
    let map = session.document.map();
    let names = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.name.clone());
    names.chain(map.cards.iter().map(|card| card.text.clone())).collect()
}

#[test]
fn the_search_goes_from_place_to_place_and_round_again() {
    let mut session = session();
    look_for(&mut session, "CARD");
    assert_eq!((session.search.found.len(), session.search.at), (5, Some(0)));
    let mut seen = vec![session.selection.clone()];
    for _ in 0..5 {
        search(&mut session, SearchAction::Next);
        seen.push(session.selection.clone());
    }
    assert_eq!(seen.first(), seen.last(), "round the end of the map");
    assert_eq!(seen[2], seen[3], "two in one card");
    let touchpoints = session.document.map().touchpoints_in_order().map(|(_, t)| Element::Touchpoint(t.id));
    assert_eq!(seen[..2], touchpoints.map(|element| [element].into()).collect::<Vec<_>>());
    search(&mut session, SearchAction::Previous);
    assert_eq!(session.search.at, Some(4), "round the beginning");
    let revealed =
        session.take_requests().into_iter().filter(|request| matches!(request, Request::Reveal(_)));
    assert_eq!(revealed.count(), 7, "each place is brought into view");
}

#[test]
fn options_narrow_the_search() {
    let mut session = session();
    let mut count = |exact, whole_words| {
        search(&mut session, SearchAction::Query(Query { exact, whole_words, ..query("card") }));
        session.search.found.len()
    };
    assert_eq!(count(false, false), 5);
    assert_eq!(count(true, false), 2);
    assert_eq!(count(false, true), 4);
    assert_eq!(count(true, true), 2);
}

#[test]
fn replacing_one_goes_on_and_does_not_find_what_it_has_put_in() {
    let mut session = session();
    look_for(&mut session, "card");
    search(&mut session, SearchAction::With("card or card".into()));
    search(&mut session, SearchAction::Replace);
    assert_eq!(texts(&session)[0], "Pay by card or card");
    assert_eq!(session.search.found.len(), 6);
    assert_eq!(session.search.at, Some(2), "behind both cards of the new text");
    search(&mut session, SearchAction::Replace);
    assert_eq!(texts(&session)[1], "card or card refused");
    session.apply(Action::Command(Command::Undo));
    session.apply(Action::Command(Command::Undo));
    assert_eq!(session.search.found.len(), 5, "undo is searched anew");
    assert_eq!(texts(&session)[0], "Pay by card");
}

#[test]
fn replacing_all_is_one_step() {
    let mut session = session();
    let before = texts(&session);
    let steps = session.document.history().position();
    look_for(&mut session, "card");
    search(&mut session, SearchAction::With("kart".into()));
    search(&mut session, SearchAction::ReplaceAll);
    assert_eq!(texts(&session), ["Pay by kart", "kart refused", "kart, kart", "kartboard box"]);
    assert!(session.search.found.is_empty() && session.search.at.is_none());
    assert_eq!(session.document.history().position(), steps + 1);
    session.apply(Action::Command(Command::Undo));
    assert_eq!(texts(&session), before);
}

#[test]
fn what_the_map_does_not_show_is_said() {
    let mut session = session();
    session.apply(Action::Edit(Edit::SetDescription("Paying by voucher".into())));
    look_for(&mut session, "voucher");
    assert_eq!(session.search_hint().as_deref(), Some("in the map's scenario"));
    assert_eq!(session.selection, [Element::Title].into());
    let lane = session.document.map().about.lanes[0];
    session.apply(Action::Edit(Edit::SetLaneHidden { lane, hidden: true }));
    look_for(&mut session, "box");
    assert_eq!(session.search_hint().as_deref(), Some("in a hidden lane"));
    look_for(&mut session, "refused");
    assert_eq!(session.search_hint(), None);
}

#[test]
fn escape_leaves_the_selection_first_and_then_the_search() {
    let mut session = session();
    look_for(&mut session, "card");
    session.apply(Action::Command(Command::SelectNone));
    assert!(session.search.is_open && session.selection.is_empty());
    session.apply(Action::Command(Command::SelectNone));
    assert!(!session.search.is_open);
    session.apply(Action::Command(Command::FindNext));
    assert!(session.search.is_open, "F3 takes the search up again");
    assert_eq!(session.search.at, Some(1));
}
