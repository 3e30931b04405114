//! OpenJourney files in and out.

use super::{emotions, outline, sound};
use pathlight::interchange::{open_journey_losses, read_open_journey, write_open_journey};
use pathlight::model::{CardKind, JourneyMap, LaneKind};
use pathlight::scene::lane_name;
use serde_json::{Value, json};

fn read(value: &Value) -> JourneyMap {
    sound(read_open_journey(&value.to_string(), "from its file").expect("a journey").map)
}

fn written(map: &JourneyMap) -> Value {
    serde_json::from_str(&write_open_journey(map, &|lane| lane_name(lane))).expect("JSON")
}

/// As other programs write it.
fn sample() -> Value {
    json!({
        "version": "1.0",
        "persona": "Ada",
        "pointOfView": "Books a trip",
        "exporter": {"name": "another"},
        "stages": [{"id": "s1", "name": "Discovery", "color": "#f00"}, {"id": "s2", "name": "Booking"}],
        "swimlanes": [
            {"id": "a", "name": "User Action", "icon": "hand"},
            {"id": "p", "name": "Pain points"},
            {"id": "f", "name": "Feelings"},
            {"id": "c", "name": "Channels"},
        ],
        "nodes": [
            {"stageId": "s1", "swimlaneId": "a", "title": "Search", "score": 5, "isMomentOfTruth": true, "icon": "search",
             "iconColor": "#4f46e5", "tags": ["Desktop"]},
            {"stage": "s1", "swimlane": "a", "title": "Compare", "description": "Three tabs open", "score": -2.5},
            {"stageId": "s1", "swimlaneId": "p", "title": "Too many results", "severity": "high"},
            {"stageId": "s1", "swimlaneId": "p", "title": "No prices", "severity": "low", "sentiment": "frustrated"},
            {"stageId": "s2", "swimlaneId": "f", "title": "Unsure", "score": -5,
             "blueprint": {"backstage": [{"actor": "Clerk", "action": "checks the seat"}],
                           "support": [{"system": "Crm", "description": "holds the offer"}]}},
            {"stageId": "s1", "swimlaneId": "c", "title": "Web"},
        ],
    })
}

#[test]
fn nodes_become_touchpoints_and_cards() {
    let map = read(&sample());
    assert_eq!(map.about.title, "from its file");
    assert_eq!(map.about.description, "Books a trip");
    let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        outline(&map),
        [
            ("Discovery".to_owned(), names(&["Search", "Compare"])),
            // A stage without actions gets a column that carries its cards.
            ("Booking".to_owned(), names(&["Booking"])),
        ]
    );
    assert_eq!(emotions(&map, 0), [Some(2.0), Some(-1.0), Some(-2.0)]);
    let (_, search) = map.touchpoints_in_order().next().expect("a touchpoint");
    assert!(search.moment_of_truth && search.tags.contains("Desktop") && search.channels.len() == 1);

    let cards: Vec<_> = map
        .cards
        .iter()
        .map(|card| {
            let lane = map.lanes.get(card.lane).expect("its lane");
            let at = map.touchpoints.get(card.touchpoint).expect("its touchpoint");
            let severity = match &card.kind {
                CardKind::Pain(pain) => pain.severity,
                _ => 0,
            };
            (lane.kind, at.name.as_str(), card.text.as_str(), severity)
        })
        .collect();
    let backstage = (LaneKind::Backstage, "Booking", "Clerk: checks the seat", 0);
    assert!(cards.contains(&(LaneKind::Pains, "Search", "Too many results", 5)), "{cards:?}");
    assert!(cards.contains(&(LaneKind::Pains, "Compare", "No prices", 1)), "{cards:?}");
    assert!(cards.contains(&(LaneKind::Thoughts, "Booking", "Unsure", 0)), "{cards:?}");
    assert!(cards.contains(&backstage), "{cards:?}");
    assert!(cards.contains(&(LaneKind::Backstage, "Booking", "Crm: holds the offer", 0)), "{cards:?}");
}

#[test]
fn the_newer_form_with_metadata_is_read() {
    let map = read(&json!({
        "metadata": {"title": "A trip", "persona": {"name": "Bo", "quote": "Quick!"}, "pov": "By train", "version": "1.1.0"},
        "stages": [{"id": "s", "name": "Go"}],
        "swimlanes": [{"id": "x", "name": "Anything"}],
        "nodes": [{"id": "n1", "stageId": "s", "swimlaneId": "x", "title": "Boards"}],
    }));
    assert_eq!((map.about.title.as_str(), map.about.description.as_str()), ("A trip", "By train"));
    let persona = map.personas_in_order().next().expect("a persona");
    assert_eq!((persona.name.as_str(), persona.quote.as_str()), ("Bo", "Quick!"));
    assert_eq!(written(&map)["metadata"]["version"], "1.1.0");
    assert_eq!(written(&map)["nodes"][0]["id"], "n1");
}

#[test]
fn keys_that_maps_have_no_place_for_are_written_back() {
    let map = read(&sample());
    let again = written(&map);
    assert_eq!(again["exporter"], json!({"name": "another"}));
    assert_eq!(again["stages"][0], json!({"id": "s1", "color": "#f00", "name": "Discovery"}));
    assert_eq!(again["swimlanes"][0], json!({"id": "a", "name": "User Action", "icon": "hand"}));
    let search = &again["nodes"][0];
    assert_eq!(
        (&search["icon"], &search["iconColor"], &search["score"]),
        (&json!("search"), &json!("#4f46e5"), &json!(5))
    );
    let nodes = again["nodes"].as_array().expect("nodes");
    assert!(nodes.iter().any(|node| node["sentiment"] == "frustrated" && node["severity"] == "low"));
}

#[test]
fn a_map_comes_back_with_each_card_at_its_touchpoint() {
    for text in [
        include_str!("../../../sample_maps/airport.journey.ron"),
        include_str!("../../../sample_maps/online-shop.journey.ron"),
    ] {
        let map = pathlight::store::format::from_text("sample".as_ref(), text).expect("the sample");
        let again = read(&written(&map));
        assert_eq!(outline(&again), outline(&map));
        assert_eq!(emotions(&again, 0), emotions(&map, 0));
        let cards = |map: &JourneyMap| {
            let mut cards: Vec<_> = map
                .cards
                .iter()
                .map(|card| {
                    let at = map.touchpoints.get(card.touchpoint).expect("its touchpoint").name.clone();
                    let lane = map.lanes.get(card.lane).expect("its lane").kind;
                    (at, lane, card.slot, card.text.clone())
                })
                .collect();
            cards.sort();
            cards
        };
        assert_eq!(cards(&again), cards(&map));
        // Touchpoints have other numbers, all else is the same.
        let without_ours = |map: &JourneyMap| {
            let mut file = written(map);
            for node in file["nodes"].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
                node.remove("pathlight");
            }
            file
        };
        assert_eq!(without_ours(&again), without_ours(&map));
        assert!(open_journey_losses(&map).iter().any(|loss| loss.contains("figures")));
    }
}

#[test]
fn what_is_wrong_is_named_and_nothing_is_lost() {
    let mut file = sample();
    let nodes = file["nodes"].as_array_mut().expect("nodes");
    nodes.push(json!({"stageId": "gone", "swimlaneId": "nowhere", "title": "Lost?", "score": 50}));
    nodes.push(json!("no node"));
    let imported = read_open_journey(&file.to_string(), "x").expect("a journey");
    let map = sound(imported.map);
    let kinds: Vec<_> = imported.warnings.counts().collect();
    assert_eq!(kinds, [("no-lane", 1), ("no-stage", 1), ("not-a-node", 1), ("score-outside", 1)]);
    assert!(map.cards.iter().any(|card| card.text == "Lost?"));

    let broken = read_open_journey("{\n  \"stages\": [,]\n}", "x").expect_err("no JSON");
    assert_eq!(broken.line, Some(2));
    for empty in ["{}", "{\"stages\": []}", "{\"stages\": 5, \"nodes\": null}"] {
        assert!(!read_open_journey(empty, "x").expect_err("no stages").hint.is_empty());
    }
}
