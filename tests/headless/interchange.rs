//! Tests of `interchange`: what other programs write becomes a map, and a map what they read.

mod mermaid;
mod mermaid_lexer;
mod open_journey;
mod table;

use pathlight::interchange::{Format, decoded};
use pathlight::model::JourneyMap;
use pathlight::model::check::check;

/// Every stage with its touchpoints, by name.
fn outline(map: &JourneyMap) -> Vec<(String, Vec<String>)> {
    let name = |id| map.touchpoints.get(id).map(|touchpoint| touchpoint.name.clone()).unwrap_or_default();
    let stages = map.stages_in_order();
    stages.map(|stage| (stage.name.clone(), stage.touchpoints.iter().map(|id| name(*id)).collect())).collect()
}

/// Each touchpoint with the emotion of the persona of this place in the order.
fn emotions(map: &JourneyMap, persona: usize) -> Vec<Option<f64>> {
    let persona = map.personas_in_order().nth(persona).expect("a persona");
    let touchpoints = map.touchpoints_in_order();
    touchpoints
        .map(|(_, touchpoint)| persona.emotions.get(&touchpoint.id).map(|emotion| emotion.value()))
        .collect()
}

/// The map is as sound as one that was drawn here.
fn sound(map: JourneyMap) -> JourneyMap {
    assert_eq!(check(&map), [], "{map:?}");
    map
}

#[test]
fn the_format_is_told_by_the_content() {
    assert_eq!(Format::of("\u{feff}%% a comment\n  Journey\n"), Format::Mermaid);
    assert_eq!(Format::of("---\ntitle: x\n---\n%%{init: {}}%%\njourney\n"), Format::Mermaid);
    assert_eq!(Format::of("Some words\n```mermaid\njourney\n```\n"), Format::Mermaid);
    assert_eq!(Format::of("\u{feff} {\"version\": \"1.0\"}"), Format::OpenJourney);
    assert_eq!(Format::of("Stage,Touchpoint\nBuy,Pays"), Format::Table);
    assert_eq!(Format::of("journeys,of,customers"), Format::Table);
}

#[test]
fn bytes_in_any_encoding_become_text() {
    let words = "Ödeme adımı, zażółć";
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(words.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(decoded(&utf16), words);
    assert_eq!(decoded(words.as_bytes()), words);
    let turkish = encoding_rs::WINDOWS_1254.encode("Müşteri ödeme adımını göremiyor, iade isteği açıyor").0;
    assert_eq!(decoded(&turkish), "Müşteri ödeme adımını göremiyor, iade isteği açıyor");
}
