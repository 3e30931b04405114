//! Clipboard text and cells; find and replace.

use super::sample;
use pathlight::model::clipboard::{copy_cells, parse_cells, write_cells};
use pathlight::model::edit::PasteTarget;
use pathlight::model::find::{Query, TextPlace, find, replace};
use pathlight::model::{CardId, Document, Edit, JourneyMap, LaneId, StageId, TouchpointId};
use std::collections::BTreeSet;

fn cells(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

#[test]
fn spreadsheets_are_read_as_they_write() {
    let text = "\u{feff}Ara\t\"two\r\nlines\"\r\n\"say \"\"hi\"\"\"\t\r\n\"open quote\tb\r\n\r\n";
    let expected = cells(&[&["Ara", "two\nlines"], &["say \"hi\"", ""], &["\"open quote", "b"]]);
    assert_eq!(parse_cells(text), expected);
    assert_eq!(parse_cells("a\rb"), cells(&[&["a"], &["b"]]));
    assert_eq!(parse_cells(""), cells(&[]));
}

#[test]
fn lists_lose_their_bullets_and_numbers() {
    for text in [
        "- Search\n- Pay",
        "1. Search\r\n\r\n12) Pay\r\n",
        "•\tSearch\n•\tPay",
        "  * Search\n\t* Pay",
        "- [ ] Search\n- [x] Pay",
    ] {
        assert_eq!(parse_cells(text), cells(&[&["Search"], &["Pay"]]), "{text:?}");
    }
    // One line without a bullet, or a number that is none, and it is no list.
    for text in ["- Search\nPay", "3.5\n4.5", "-2\n-1"] {
        assert_eq!(parse_cells(text).concat().join("\n"), text);
    }
}

#[test]
fn written_cells_are_read_back() {
    let all = cells(&[&["a", "two\nlines", "tab\there"], &["\"quoted\"", "", "ğ"]]);
    assert_eq!(parse_cells(&write_cells(&all)), all);
}

fn paste(text: &str, into: PasteTarget) -> JourneyMap {
    let mut document = sample::document();
    let before = document.map().clone();
    document.edit(&Edit::PasteTable { cells: parse_cells(text), into }).expect("pasted");
    let after = document.map().clone();
    document.undo();
    assert_eq!(document.map(), &before, "one step");
    after
}

fn drawing(map: &JourneyMap) -> Vec<(String, Vec<String>)> {
    let names = |ids: &[TouchpointId]| {
        ids.iter().map(|id| map.touchpoints.get(*id).expect("t").name.clone()).collect()
    };
    map.stages_in_order().map(|stage| (stage.name.clone(), names(&stage.touchpoints))).collect()
}

fn stage(name: &str, touchpoints: &[&str]) -> (String, Vec<String>) {
    (name.to_owned(), touchpoints.iter().map(|name| (*name).to_owned()).collect())
}

fn card_texts(map: &JourneyMap, lane: u32, touchpoint: u32) -> Vec<String> {
    map.cell(LaneId(lane), TouchpointId(touchpoint)).iter().map(|card| card.text.clone()).collect()
}

#[test]
fn a_pasted_list_becomes_touchpoints_stages_or_cards() {
    let map = paste("New\n\nNewer", PasteTarget::Touchpoints { stage: StageId(1), at: 1 });
    assert_eq!(drawing(&map)[0], stage("Satın alma", &["Sees", "New", "Newer", "Öder"]));
    let map = paste("A\tB\tC", PasteTarget::Stages { at: 1 });
    let names: Vec<_> = drawing(&map).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Satın alma", "A", "B", "C", "Pomoc"]);
    let map = paste("- one\n- two", PasteTarget::Cells { lane: LaneId(7), touchpoint: TouchpointId(3) });
    assert_eq!(card_texts(&map, 7, 3), ["one", "two"]);
}

#[test]
fn two_columns_are_stage_and_touchpoint() {
    let text = "\tFirst\nSATIN ALMA\tSecond\nNew\tThird\n\tFourth";
    let map = paste(text, PasteTarget::Touchpoints { stage: StageId(2), at: 0 });
    let expected = [
        stage("Satın alma", &["Sees", "Öder", "Second"]),
        stage("Pomoc", &["Dzwoni", "First"]),
        stage("New", &["Third", "Fourth"]),
    ];
    assert_eq!(drawing(&map), expected);
}

#[test]
fn a_table_is_touchpoints_over_lanes() {
    let text = "A\tB\tC\np1\t\"p2\np3\"\t\n\to1\t\nn1\t\tn3";
    let map = paste(text, PasteTarget::Touchpoints { stage: StageId(1), at: 0 });
    assert_eq!(drawing(&map)[0], stage("Satın alma", &["A", "B", "C", "Sees", "Öder"]));
    let [a, b, c] = map.stages.get(StageId(1)).expect("stage").touchpoints[..3] else { panic!() };
    assert_eq!(card_texts(&map, 7, b.0), ["p2", "p3"]);
    assert_eq!(card_texts(&map, 8, b.0), ["o1"]);
    let notes = *map.about.lanes.last().expect("a lane");
    assert!(notes.0 > 15, "the third row has a lane of its own");
    assert_eq!(
        (card_texts(&map, notes.0, a.0), card_texts(&map, notes.0, c.0)),
        (vec!["n1".into()], vec!["n3".into()])
    );
}

#[test]
fn what_is_copied_pastes_back() {
    let map = sample::map();
    let none = BTreeSet::new();
    let cards: BTreeSet<CardId> = map.cards.iter().map(|card| card.id).collect();
    let copied = copy_cells(&map, &BTreeSet::new(), &none, &cards);
    assert_eq!(copied, cells(&[&["Asks twice\nCzeka zbyt długo"], &["Call back"]]));
    let touchpoints = map.touchpoints.iter().map(|touchpoint| touchpoint.id).collect();
    let copied = copy_cells(&map, &BTreeSet::new(), &touchpoints, &cards);
    assert_eq!(copied[0], ["Sees", "Öder", "Dzwoni"]);
    let text = write_cells(&copied[1..]);
    let pasted = paste(&text, PasteTarget::Cells { lane: LaneId(7), touchpoint: TouchpointId(3) });
    assert_eq!(
        card_texts(&pasted, 7, 5),
        ["Asks twice", "Czeka zbyt długo", "Asks twice", "Czeka zbyt długo"]
    );
    assert_eq!(card_texts(&pasted, 8, 5), ["Call back", "Call back"]);
    let stages = [StageId(1)].into();
    let copied = copy_cells(&map, &stages, &BTreeSet::new(), &BTreeSet::new());
    assert_eq!(copied, cells(&[&["Satın alma", "Sees"], &["Satın alma", "Öder"]]));
}

fn query(words: &str) -> Query {
    Query { words: words.into(), ..Query::default() }
}

#[test]
fn words_are_found_whatever_their_case_and_accents() {
    let map = sample::map();
    let places = |words: &str| -> Vec<_> {
        find(&map, &query(words)).into_iter().map(|found| (found.place, found.range)).collect()
    };
    assert_eq!(places("IADE"), [(TextPlace::Title, 0..5)]);
    assert_eq!(places("iadé"), [(TextPlace::Title, 0..5)]);
    assert_eq!(places("DLUGO"), [(TextPlace::Card(CardId(9)), 11..17)]);
    assert_eq!(places("ayse"), [(TextPlace::CardDetail(CardId(11)), 0..5)]);
    assert_eq!(places(""), []);
    let exact = Query { exact: true, ..query("iade") };
    assert_eq!(find(&map, &exact), []);
    let whole = Query { whole_words: true, ..query("call") };
    assert_eq!(find(&map, &whole).len(), 1);
    assert_eq!(find(&map, &Query { whole_words: true, ..query("cal") }), []);
}

#[test]
fn replacing_is_one_step() {
    let mut document = Document::opened(sample::map());
    let edit = Edit::SetTitle("ana AnaNAS e\u{301}a".into());
    document.edit(&edit).expect("titled");
    let found = find(document.map(), &query("ana"));
    assert_eq!(found.len(), 2);
    let before = document.map().clone();
    let edit = replace(document.map(), &found, "x").expect("something to replace");
    document.edit(&edit).expect("replaced");
    assert_eq!(document.map().about.title, "x xNAS e\u{301}a");
    document.undo();
    assert_eq!(document.map(), &before);
    // An accent of its own goes with its letter.
    let found = find(document.map(), &query("e"));
    let edit = replace(document.map(), &found, "o").expect("something to replace");
    document.edit(&edit).expect("replaced");
    assert!(document.map().about.title.ends_with("oa"), "{}", document.map().about.title);
    assert_eq!(replace(document.map(), &[], "x"), None);
}
