//! Copy, cut and paste between maps, and what a spreadsheet gives.

use pathlight::draft;
use pathlight::model::clipboard::parse_cells;
use pathlight::model::edit::Beside;
use pathlight::model::{CardKind, JourneyMap, LaneKind, Png};
use pathlight::scene::Element;
use pathlight::session::{Action, Command, Copied, Request, Session};
use pathlight::text::Fonts;
use pathlight::theme::Theme;

fn shop() -> Session {
    Session::of_new(draft::template("online-shop").expect("a built-in template"))
}

fn empty() -> Session {
    Session::of_new(JourneyMap::default())
}

fn select(session: &mut Session, elements: Vec<Element>) {
    session.apply(Action::Select { elements, extend: false });
}

fn run(session: &mut Session, command: Command) {
    session.apply(Action::Command(command));
}

fn paste_text(session: &mut Session, text: &str) {
    session.apply(Action::PasteText(text.to_owned()));
}

fn copied(session: &mut Session) -> Copied {
    let requests = session.take_requests();
    let found = requests.into_iter().find_map(|request| match request {
        Request::Copy(copied) => Some(copied),
        _ => None,
    });
    found.expect("something was copied")
}

fn cards_of(session: &Session, kind: LaneKind) -> Vec<Element> {
    let map = session.document.map();
    let lane = map.lanes_in_order().find(|lane| lane.kind == kind).expect("such a lane").id;
    map.cards.iter().filter(|card| card.lane == lane).map(|card| Element::Card(card.id)).collect()
}

fn drawn(session: &Session) -> Vec<(String, Vec<String>)> {
    let map = session.document.map();
    let names = |ids: &[pathlight::model::TouchpointId]| {
        ids.iter().filter_map(|id| map.touchpoints.get(*id)).map(|t| t.name.clone()).collect()
    };
    map.stages_in_order().map(|stage| (stage.name.clone(), names(&stage.touchpoints))).collect()
}

fn last_step(session: &Session) -> String {
    session.document.history().next_undo().expect("a step").name.text()
}

#[test]
fn cards_go_to_another_map_and_are_selected_there() {
    let mut session = shop();
    let pains = cards_of(&session, LaneKind::Pains);
    assert!(pains.len() > 1);
    select(&mut session, pains.clone());
    run(&mut session, Command::Copy);
    let copied = copied(&mut session);
    let words = session.document.map().cards.iter().filter(|card| pains.contains(&Element::Card(card.id)));
    for card in words {
        assert!(copied.text.contains(&card.text), "{}", copied.text);
    }
    let mut other = shop();
    let before = other.document.map().cards.len();
    other.apply(Action::PasteClip(copied.clip));
    assert_eq!(other.document.map().cards.len(), before + pains.len());
    assert_eq!(last_step(&other), format!("Paste {} cards", pains.len()));
    assert_eq!(other.selection.len(), pains.len());
    assert!(other.selection.iter().all(|element| matches!(element, Element::Card(_))));
    run(&mut other, Command::Undo);
    assert_eq!(other.document.map().cards.len(), before);
}

#[test]
fn cutting_is_one_step_and_removes_only_what_was_copied() {
    let mut session = shop();
    let map = session.document.map();
    let (_, touchpoint) = map.touchpoints_in_order().next().expect("a touchpoint");
    let touchpoint = touchpoint.id;
    let elsewhere = map.cards.iter().find(|card| card.touchpoint != touchpoint).expect("a card").id;
    select(&mut session, vec![Element::Touchpoint(touchpoint), Element::Card(elsewhere)]);
    run(&mut session, Command::Cut);
    assert!(!session.document.map().touchpoints.contains(touchpoint));
    assert!(session.document.map().cards.contains(elsewhere), "what is not on the clipboard stays");
    assert_eq!(last_step(&session), "Cut");
    let clip = copied(&mut session).clip;
    run(&mut session, Command::Undo);
    assert!(session.document.map().touchpoints.contains(touchpoint));
    run(&mut session, Command::Redo);
    session.apply(Action::PasteClip(clip));
    assert_eq!(session.document.map().touchpoints.len(), shop().document.map().touchpoints.len());
}

#[test]
fn the_whole_map_selected_and_copied_makes_the_same_map_elsewhere() {
    let mut session = shop();
    run(&mut session, Command::SelectAll);
    run(&mut session, Command::Copy);
    let mut other = empty();
    other.apply(Action::PasteClip(copied(&mut session).clip));
    assert_eq!(drawn(&other), drawn(&session));
    assert_eq!(other.document.map().cards.len(), session.document.map().cards.len());
}

#[test]
fn nothing_selected_is_nothing_copied() {
    let mut session = shop();
    assert!(!session.can_run(Command::Copy) && !session.can_run(Command::Cut));
    let before = session.document.map().clone();
    run(&mut session, Command::Cut);
    assert!(session.take_requests().is_empty());
    assert_eq!(session.document.map(), &before);
}

#[test]
fn a_card_without_words_still_reaches_the_clipboard() {
    let mut session = shop();
    let png = Png::new(b"\x89PNG\r\n\x1a\nrest".to_vec()).expect("a picture");
    session.add_pictures(vec![("basket".into(), png)], Beside::Nothing);
    run(&mut session, Command::Copy);
    let copied = copied(&mut session);
    assert!(!copied.text.is_empty(), "an empty text would leave what was there before");
    assert!(parse_cells(&copied.text).concat().concat().is_empty());
}

#[test]
fn a_list_becomes_touchpoints_of_an_empty_map() {
    let mut session = empty();
    paste_text(&mut session, "1. Sees the ad\n2. Öder; ₺89,90\n3. Łączy się\n");
    let names = ["Sees the ad", "Öder; ₺89,90", "Łączy się"].map(String::from).to_vec();
    assert_eq!(drawn(&session), [(String::new(), names)]);
    assert!(session.selection.iter().all(|element| matches!(element, Element::Stage(_))));
    run(&mut session, Command::Undo);
    assert!(session.document.map().about.stages.is_empty(), "one step");
}

#[test]
fn a_spreadsheet_becomes_a_whole_map() {
    let mut session = empty();
    paste_text(&mut session, "See\tBuy\t\"Get\nhelp\"\nad unclear\t\"two pains:\nslow\"\t\n\tidea\t\n");
    let map = session.document.map();
    assert_eq!(map.touchpoints.len(), 3);
    let names: Vec<_> = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.name.as_str()).collect();
    assert_eq!(names, ["See", "Buy", "Get\nhelp"]);
    assert_eq!(map.cards.len(), 4, "each line of a cell is a card");
    let mut session = empty();
    paste_text(&mut session, "Before\tSees\nBefore\tCompares\nAfter\tAsks\n");
    let expected = [("Before", vec!["Sees", "Compares"]), ("After", vec!["Asks"])];
    let drawn = drawn(&session);
    let drawn: Vec<_> =
        drawn.iter().map(|(s, t)| (s.as_str(), t.iter().map(String::as_str).collect())).collect();
    assert_eq!(drawn, expected);
}

#[test]
fn text_goes_where_the_selection_says() {
    let mut session = shop();
    let map = session.document.map().clone();
    let (stage, touchpoint) = map.touchpoints_in_order().next().expect("a touchpoint");
    let pains = map.lanes_in_order().find(|lane| lane.kind == LaneKind::Pains).expect("pains").id;

    select(&mut session, vec![Element::Touchpoint(touchpoint.id)]);
    paste_text(&mut session, "one\ntwo");
    assert_eq!(drawn(&session)[0].1[1..3], ["one", "two"]);
    assert_eq!(last_step(&session), "Paste 2 cells");
    run(&mut session, Command::Undo);

    select(&mut session, vec![Element::Stage(stage.id)]);
    paste_text(&mut session, "one\ntwo");
    assert_eq!((drawn(&session)[1].0.as_str(), drawn(&session)[2].0.as_str()), ("one", "two"));
    run(&mut session, Command::Undo);

    select(&mut session, vec![Element::Cell(pains, touchpoint.id)]);
    paste_text(&mut session, "one\ntwo");
    let there = session.document.map().cell(pains, touchpoint.id).len();
    assert_eq!(there, map.cell(pains, touchpoint.id).len() + 2);
    assert!(session.selection.iter().all(|element| matches!(element, Element::Card(_))));
    run(&mut session, Command::Undo);

    select(&mut session, vec![Element::Lane(pains)]);
    paste_text(&mut session, "one\ntwo");
    for (text, (_, touchpoint)) in ["one", "two"].into_iter().zip(map.touchpoints_in_order()) {
        let texts: Vec<_> = session.document.map().cell(pains, touchpoint.id);
        assert_eq!(texts.last().map(|card| card.text.as_str()), Some(text), "a lane is filled from the left");
    }
    run(&mut session, Command::Undo);
    assert_eq!(session.document.map().cards, map.cards);
}

#[test]
fn blank_text_is_no_step() {
    let mut session = shop();
    paste_text(&mut session, " \t\n \n");
    assert!(session.document.history().next_undo().is_none());
}

#[test]
fn pictures_become_cards_in_a_lane_of_their_own() {
    let mut session = shop();
    let png = Png::new(b"\x89PNG\r\n\x1a\nrest".to_vec()).expect("a picture");
    let (_, touchpoint) = session.document.map().touchpoints_in_order().next().expect("a touchpoint");
    let touchpoint = touchpoint.id;
    let beside = session.place_for_pictures(Some(Element::Touchpoint(touchpoint)));
    session.add_pictures(vec![("front".into(), png.clone()), ("back".into(), png.clone())], beside);
    let map = session.document.map();
    let lane = map.lanes_in_order().find(|lane| lane.kind == LaneKind::Images).expect("a lane for pictures");
    let cards = map.cell(lane.id, touchpoint);
    let alts: Vec<_> = cards
        .iter()
        .map(|card| match &card.kind {
            CardKind::Image { alt, png: kept } => (alt.as_str(), kept == &png),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(alts, [("front", true), ("back", true)]);
    assert_eq!(last_step(&session), "Add 2 pictures");
    assert_eq!(session.selection.len(), 2);
    run(&mut session, Command::Undo);
    assert!(session.document.map().lanes_in_order().all(|lane| lane.kind != LaneKind::Images), "one step");
}

#[test]
fn a_picture_of_the_selection_shows_it_and_no_more_than_its_surroundings() {
    let (theme, fonts) = (Theme::light(), Fonts::bundled());
    let mut session = shop();
    session.refresh(&theme, &fonts);
    let whole = session.picture_of_selection(&theme, &fonts);
    let (_, touchpoint) = session.document.map().touchpoints_in_order().next().expect("a touchpoint");
    let (id, name) = (touchpoint.id, touchpoint.name.clone());
    select(&mut session, vec![Element::Touchpoint(id)]);
    let part = session.picture_of_selection(&theme, &fonts);
    assert!(part.size.width < whole.size.width / 2.0 && part.size.height < whole.size.height / 2.0);
    let words: Vec<_> = part
        .items
        .iter()
        .filter_map(|item| match &item.prim {
            pathlight::scene::Prim::Text(run) => Some(run.text.to_string()),
            _ => None,
        })
        .collect();
    assert!(name.starts_with(words.iter().find(|word| name.starts_with(*word)).expect("its name").as_str()));
    assert_eq!(part.background, whole.background);
}
