//! Diagrams as Mermaid itself takes them apart: the rules of its lexer for journeys (version 11), in their order, so that no name
//! can end a token, begin a comment or be taken for a word of the language.

use super::{outline, sound};
use pathlight::interchange::{read_mermaid, write_mermaid};
use pathlight::model::{JourneyMap, Stage, Touchpoint};
use proptest::prelude::*;
use regex::Regex;

/// What JavaScript takes for a blank.
const BLANK: &str =
    r"[\t\n\x0B\x0C\r \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}]";

/// Statements with their texts; what is passed over is left out.
fn tokens(text: &str) -> Vec<(&'static str, String)> {
    let rule = |name, pattern: &str| {
        let pattern = format!("^(?:{})", pattern.replace(r"\s", BLANK));
        (name, Regex::new(&pattern).expect("a rule"))
    };
    let rules = [
        // A `%` that no brace follows begins a comment; there is no looking ahead here, so this is asked below.
        rule("comment", r"%[^\n]*"),
        rule("comment", r"[^}]%%[^\n]*"),
        rule("line end", r"\n+"),
        rule("blank", r"\s+"),
        rule("comment", r"#[^\n]*"),
        rule("journey", r"(?i-u:journey\b)"),
        rule("title", r"(?i-u:title)\s[^#\n;]+"),
        rule("accTitle", r"(?i-u:accTitle)\s*:\s*[^\n]*"),
        rule("accDescr", r"(?i-u:accDescr)\s*:\s*[^\n]*"),
        rule("accDescr", r"(?i-u:accDescr)\s*\{\s*[^}]*\}"),
        rule("section", r"(?i-u:section)\s[^#:\n;]+"),
        rule("task", r"[^#:\n;]+"),
        rule("data", r":[^#\n;]+"),
        rule("invalid", r"(?s:.)"),
    ];
    let mut rest = text;
    let mut found = Vec::new();
    while !rest.is_empty() {
        let is_directive = rest.starts_with("%{");
        let matched = rules.iter().enumerate().find_map(|(index, (name, rule))| {
            let passed_over = index == 0 && is_directive;
            rule.find(rest).filter(|_| !passed_over).map(|matched| (*name, matched.as_str()))
        });
        let (name, matched) = matched.expect("any letter is invalid at least");
        if !matches!(name, "line end" | "blank") {
            found.push((name, matched.to_owned()));
        }
        rest = &rest[matched.len()..];
    }
    found
}

fn named(title: &str, stages: [&str; 2], touchpoints: [&str; 3], persona: &str) -> JourneyMap {
    let text = "journey\nsection A\nx: 1: Me\ny: 5\nsection B\nz: 2: Me\n";
    let mut map = sound(read_mermaid(text, "x").expect("a journey").map);
    title.clone_into(&mut map.about.title);
    title.clone_into(&mut map.about.description);
    let mut renamed = map.clone();
    let rename_stage = |(mut stage, name): (Stage, &str)| {
        name.clone_into(&mut stage.name);
        stage
    };
    renamed.stages = map.stages.iter().cloned().zip(stages).map(rename_stage).collect();
    let rename = |(mut touchpoint, name): (Touchpoint, &str)| {
        name.clone_into(&mut touchpoint.name);
        touchpoint
    };
    renamed.touchpoints = map.touchpoints.iter().cloned().zip(touchpoints).map(rename).collect();
    renamed.personas = map
        .personas
        .iter()
        .cloned()
        .map(|mut known| {
            persona.clone_into(&mut known.name);
            known
        })
        .collect();
    renamed
}

/// Mermaid finds every stage and touchpoint under the name that is read back here, and nothing else.
fn is_taken_apart_as_meant(map: &JourneyMap) {
    let text = write_mermaid(map);
    let tokens = tokens(&text);
    let of = |wanted: &str| -> Vec<String> {
        let words = tokens.iter().filter(|(name, _)| *name == wanted);
        words.map(|(_, words)| words.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    let outline = outline(&sound(read_mermaid(&text, "x").expect("a journey").map));
    let stages: Vec<String> = outline.iter().map(|(name, _)| format!("section {name}")).collect();
    let touchpoints: Vec<String> = outline.iter().flat_map(|(_, names)| names.clone()).collect();
    assert_eq!((of("section"), of("task")), (stages, touchpoints), "{text}");
    assert_eq!((of("data").len(), of("journey").len()), (map.touchpoints.len(), 1), "{text}");
    assert!(of("title").len() <= 1 && of("accDescr").len() <= 1, "{text}");
    assert_eq!((of("invalid"), of("comment")), (Vec::new(), Vec::new()), "{text}");
}

#[test]
fn names_that_look_like_the_language_are_names() {
    for name in [
        "% off the price",
        "%%",
        "%%%%%",
        "50 %%% sure",
        "%{init}%",
        "\u{feff}title x",
        "\u{feff}",
        "Journeyman",
        "Title page: pay; #1",
        "section\ntwo",
        "accTitle: x",
        "accDescr { y }",
        "}",
        ":",
        "10:30",
        "Müşteri hizmetlerine ulaşamadığı için İnternet şubesinden tekrar başvuru yapıyor",
        "👍🏽 مرحبا：確認；",
    ] {
        is_taken_apart_as_meant(&named(name, [name, "B"], [name, "y", name], name));
    }
}

proptest! {
    #[test]
    fn any_name_is_a_name(
        names in prop::collection::vec(
            "(title|section|journey|accTitle|accDescr)?[%{}#:; \n\t\u{feff}\u{a0}\u{2028}\"'`a-cİış,.–-]{0,6}[a-c%:]{0,3}",
            7,
        ),
    ) {
        let [title, one, two, x, y, z, persona] = &names[..] else { unreachable!("seven") };
        is_taken_apart_as_meant(&named(title, [one, two], [x, y, z], persona));
    }
}
