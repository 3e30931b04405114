//! The text of map files, and what is said when it is not one.

use crate::model::sample;
use pathlight::model::persona::Segments;
use pathlight::model::{JourneyMap, Persona};
use pathlight::store::StoreError;
use pathlight::store::format::{from_text, to_text};
use std::path::Path;

fn read(text: &str) -> Result<JourneyMap, StoreError> {
    from_text(Path::new("a.journey.ron"), text)
}

fn sample_text() -> String {
    to_text(&sample::map()).expect("text")
}

/// What is said about the sample's text with something replaced.
fn complaint(what: &str, by: &str) -> String {
    let text = sample_text();
    assert!(text.contains(what), "{what}");
    read(&text.replacen(what, by, 1)).expect_err("an error").to_string()
}

#[test]
fn a_map_survives_its_text() {
    let map = sample::map();
    let text = sample_text();
    assert_eq!(read(&text).expect("map"), map);
    let empty = JourneyMap::default();
    assert_eq!(read(&to_text(&empty).expect("text")).expect("map"), empty);
}

#[test]
fn the_text_is_for_people() {
    let text = sample_text();
    let lines: Vec<_> = text.lines().map(str::trim).collect();
    for line in [
        "format: \"pathlight-journey\",",
        "version: 1,",
        "title: \"İade isteği – zwrot zamówienia\",",
        "quote: \"'Just' tell me\",",
        "5: -1.25,",
        "kind: Pain(",
        "frequency: 0.25,",
        "rule: WaitOver(450.5),",
        "gap: \"none\",",
        "color: \"#4F46E5\",",
        "(event: Glob(\"pay*\"), channel: \"web\", touchpoint: 4),",
    ] {
        assert!(lines.contains(&line), "{line}\n{text}");
    }
    assert!(!text.contains("Some("), "{text}");
}

#[test]
fn a_small_change_is_a_small_difference() {
    use pathlight::model::{Edit, TouchpointId};
    let mut document = sample::document();
    let name = "Płaci".into();
    document.edit(&Edit::RenameTouchpoint { touchpoint: TouchpointId(4), name }).expect("renamed");
    let (before, after) = (sample_text(), to_text(document.map()).expect("text"));
    let changed = before.lines().zip(after.lines()).filter(|(a, b)| a != b).count();
    assert_eq!((before.lines().count(), changed), (after.lines().count(), 1));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_read() {
    let text = to_text(&JourneyMap::default()).expect("text").replace('\n', "\r\n");
    assert_eq!(read(&format!("\u{feff}{text}")).expect("map"), JourneyMap::default());
}

#[test]
fn comments_and_explicit_somes_are_read() {
    let text = sample_text().replacen("version: 1,", "version: 1, // by hand", 1);
    let text = text.replacen("frequency: 0.25", "frequency: Some(0.25)", 1);
    assert_eq!(read(&text).expect("map"), sample::map());
}

#[test]
fn newer_versions_are_told_before_their_map_is_looked_at() {
    let text = "(format: \"pathlight-journey\", version: 7, map: (swimlanes: {1: Curve(a: [1])}), extra: 3)";
    let error = read(text).expect_err("newer");
    assert!(matches!(error, StoreError::Newer { found: 7, known: 1, .. }), "{error}");
    assert!(error.to_string().contains("update Pathlight"), "{error}");
}

#[test]
fn what_is_no_map_is_told() {
    for (text, reason) in [
        ("", "it is empty"),
        (" \n\t\n", "it is empty"),
        ("customer,time,event\n1,2024-01-01,view\n", "does not begin with format"),
        ("{\"version\": 1}", "does not begin with format"),
        ("(format: \"other\", version: 1, map: \"pathlight-journey\")", "its format is not"),
    ] {
        let error = read(text).expect_err("no map");
        assert!(
            matches!(&error, StoreError::NotAMap { reason: found, .. } if found.contains(reason)),
            "{error}"
        );
    }
}

#[test]
fn mistakes_are_named_with_line_and_column() {
    let said = complaint("severity: 4", "severity: four");
    let line = sample_text().lines().position(|line| line.contains("severity: 4")).expect("line") + 1;
    assert!(said.starts_with(&format!("a.journey.ron:{line}:")), "{said}");
    assert!(said.ends_with("; correct the file here"), "{said}");
    for (what, by, reason) in [
        ("goal: true", "gaol: true", "unexpected field named `gaol`"),
        ("kind: Pains", "kind: Aches", "variant named `Aches`"),
        ("gap: \"none\"", "gap: \"a month\"", "write it like 30d, 12h, 45min, 90s or none"),
        ("color: \"#4F46E5\"", "color: \"blue\"", "write it as #RRGGBB"),
        ("id: 10,", "id: 9,", "the id c9 is used twice"),
        ("version: 1", "version: \"one\"", "integer"),
        ("severity: 4,", "", "the field `severity` is missing"),
    ] {
        let said = complaint(what, by);
        assert!(said.contains(reason), "{said}");
    }
}

#[test]
fn truncated_files_are_told_as_such() {
    let text = sample_text();
    for cut in (200..text.len() - 1).step_by(37).filter(|cut| text.is_char_boundary(*cut)) {
        let error = read(&text[..cut]).expect_err("cut off");
        assert!(matches!(error, StoreError::Syntax { .. }), "{cut}: {error}");
    }
    let said = read(&text[..text.len() - 20]).expect_err("cut off").to_string();
    assert!(said.contains("ends in the middle of the map; correct the file here"), "{said}");
}

#[test]
fn maps_that_do_not_hold_together_are_refused_with_all_problems() {
    let text = sample_text().replacen("next_id: 16", "next_id: 15", 1);
    let text = text.replacen("severity: 4", "severity: 40", 1);
    let error = read(&text).expect_err("refused");
    let StoreError::Invalid { problems, .. } = &error else { panic!("{error}") };
    assert_eq!(problems.len(), 2, "{error}");
    assert!(error.to_string().contains("card c9 “Czeka zbyt długo”: has severity 40; use 1 to 5"), "{error}");
}

#[test]
fn the_example_in_the_documentation_is_a_sound_map() {
    let page = include_str!("../../../docs/file-format.md");
    let example = page.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).expect("example");
    let map = read(example).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(map.cards.len(), 1);
    assert_eq!(read(&to_text(&map).expect("text")).expect("map"), map);
}

#[test]
fn the_one_segment_of_personas_of_earlier_files_is_read() {
    let mut map = sample::map();
    let bare = |persona: &Persona| Persona { segments: Segments::new(), ..persona.clone() };
    map.personas = map.personas.iter().map(bare).collect();
    let text = to_text(&map).expect("text");
    let with = |segments: &str| {
        let quote = "quote: \"'Just' tell me\",";
        assert!(text.contains(quote));
        read(&text.replacen(quote, &format!("{quote} {segments},"), 1)).expect("a map").personas
    };
    let one = with("segment: (\"plan\", \"gold\")");
    assert!(one.iter().any(|persona| persona.segments_text() == "plan = gold"));
    assert_eq!(one, with("segments: {\"plan\": [\"gold\"]}"));
}
