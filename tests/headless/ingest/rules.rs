//! From event names to touchpoints.

use pathlight::ingest::{likest, suggest_rules, suggest_similar};
use pathlight::model::{JourneyMap, Pattern, Touchpoint, TouchpointId};

fn map(names: &[&str]) -> JourneyMap {
    let touchpoints = (1..).map(TouchpointId).zip(names).map(|(id, name)| Touchpoint::new(id, *name));
    JourneyMap { touchpoints: touchpoints.collect(), ..JourneyMap::default() }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn spellings_of_a_touchpoint_match() {
    let map = map(&["İade isteği", "Checkout init", "Zgłoszenie", "Twice", "TWICE"]);
    let events = names(&["IADE_ISTEGI", "CHECKOUT_INIT", "zgloszenie", "twice", "something else"]);
    let expected = [(0, 1), (1, 2), (2, 3)]
        .map(|(event, id): (usize, u32)| (Pattern::Exact(events[event].clone()), TouchpointId(id)));
    assert_eq!(suggest_rules(&events, &map), expected, "a name that two touchpoints share decides nothing");
}

#[test]
fn alike_names_are_only_suggested() {
    let map = map(&["Payment details", "Product view"]);
    let events = names(&["details of payment", "view product", "payment detail", "Product_View", "login"]);
    let found = suggest_similar(&events, &map);
    let pairs: Vec<(&str, u32)> = found.iter().map(|s| (s.event.as_str(), s.touchpoint.0)).collect();
    assert!(pairs.contains(&("payment detail", 1)) && pairs.contains(&("view product", 2)), "{found:?}");
    assert!(!pairs.iter().any(|(event, _)| ["Product_View", "login"].contains(event)), "{found:?}");
    assert!(found.is_sorted_by(|a, b| a.likeness >= b.likeness));
}

#[test]
fn every_name_gets_the_touchpoint_most_like_it_with_how_alike_they_are() {
    let map = map(&["Checkout", "Ürün detayı", "Zgłoszenie"]);
    let found = likest(&["urun_detayi", "page view checkout", "zgłoszenia", "xyz"], &map);
    let ids: Vec<_> = found.iter().map(|found| found.map(|(id, _)| id.0)).collect();
    assert_eq!(ids, [Some(2), Some(1), Some(3), None]);
    let likeness: Vec<_> = found.iter().flatten().map(|(_, likeness)| *likeness).collect();
    assert!(likeness[0] >= 1.0, "the same but for accents and separators: {likeness:?}");
    assert!(likeness[1..].iter().all(|likeness| (0.8..1.0).contains(likeness)), "{likeness:?}");
}
