//! Mermaid journeys in and out.

use super::{emotions, outline, sound};
use pathlight::interchange::{mermaid_losses, read_mermaid, write_mermaid};
use pathlight::model::{Emotion, JourneyMap, LaneKind};
use proptest::prelude::*;

fn read(text: &str) -> JourneyMap {
    sound(read_mermaid(text, "from its file").expect("a journey").map)
}

#[test]
fn sections_tasks_scores_and_actors_are_stages_touchpoints_emotions_and_personas() {
    let map = read(
        "journey\n    title My working day\n    section Go to work\n      Make tea: 5: Me\n      Go upstairs: 3: Me\n      \
         Do work: 1: Me, Cat\n    section Go home\n      Go downstairs: 5: Me\n      Sit down: 5: Me\n",
    );
    assert_eq!(map.about.title, "My working day");
    let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        outline(&map),
        [
            ("Go to work".to_owned(), names(&["Make tea", "Go upstairs", "Do work"])),
            ("Go home".to_owned(), names(&["Go downstairs", "Sit down"])),
        ]
    );
    let personas: Vec<_> = map.personas_in_order().map(|persona| persona.name.as_str()).collect();
    assert_eq!(personas, ["Me", "Cat"]);
    assert_eq!(emotions(&map, 0), [Some(2.0), Some(0.0), Some(-2.0), Some(2.0), Some(2.0)]);
    assert_eq!(emotions(&map, 1), [None, None, Some(-2.0), None, None]);
    let lane =
        map.lanes_in_order().find(|lane| lane.kind == LaneKind::Emotion).expect("a lane for the curves");
    assert_eq!(lane.personas.len(), 2, "both curves are seen");
}

#[test]
fn the_whole_grammar_is_read() {
    let text = "---\nconfig:\n  theme: dark\n---\n%%{init: {\n 'theme': 'base' }}%%\n%% note\nJOURNEY\n\
                accTitle: For readers\naccDescr {\n  How it is\n  today\n}\n\
                Alone : 4.5\nSECTION Buy; Looks: 2: Ada,, Bo :ignored; Pays<br>twice: 4 # not this\nWaits: soon: Ada\n\
                what is this\nSection buy\nLeaves: 7\n";
    let imported = read_mermaid(text, "x").expect("a journey");
    let map = sound(imported.map);
    assert_eq!(map.about.title, "For readers");
    assert_eq!(map.about.description, "How it is\ntoday");
    let stages: Vec<_> = outline(&map).into_iter().map(|(stage, names)| (stage, names.join("|"))).collect();
    assert_eq!(
        stages,
        [
            (String::new(), "Alone".to_owned()),
            // A repeated name right after itself is one band.
            ("Buy".to_owned(), "Looks|Pays twice|Waits|Leaves".to_owned()),
        ]
    );
    let kinds: Vec<_> =
        imported.warnings.examples().iter().map(|warning| (warning.kind, warning.line)).collect();
    assert_eq!(kinds, [("no-score", Some(16)), ("not-understood", Some(17)), ("score-outside", Some(19))]);
    assert_eq!(
        emotions(&map, 0),
        [Some(1.5), None, Some(1.0), None, Some(2.0)],
        "who is not named is one persona"
    );
    assert_eq!(
        write_mermaid(&map).lines().last().map(str::trim),
        Some("Leaves: 7: Customer"),
        "the score is kept"
    );
}

#[test]
fn a_diagram_in_a_markdown_file_is_found() {
    let map = read("# Notes\n\n```mermaid\ngraph TD\n```\n\n```mermaid\njourney\n  Pays: 1\n```\nEnd: 5\n");
    assert_eq!(outline(&map), [(String::new(), vec!["Pays".to_owned()])]);
}

#[test]
fn what_is_no_journey_says_what_to_do() {
    for text in ["", "graph TD\n A-->B", "journey", "journey\n title Nothing yet"] {
        let error = read_mermaid(text, "x").expect_err("nothing to read");
        assert!(!error.hint.is_empty(), "{text}: {error}");
    }
}

#[test]
fn signs_and_keywords_of_the_format_do_not_break_the_diagram() {
    let mut map = read("journey\nsection A\nx: 1\ny: 5\n");
    let awkward = ["Title page: pay; #1", "section\ntwo"];
    let mut touchpoints: Vec<_> = map.touchpoints.iter().cloned().collect();
    touchpoints.iter_mut().zip(awkward).for_each(|(touchpoint, name)| name.clone_into(&mut touchpoint.name));
    map.touchpoints = touchpoints.into_iter().collect();
    let again = read(&write_mermaid(&map));
    let (_, names) = &outline(&again)[0];
    assert_eq!(names, &["“Title page – pay, №1”", "“section two”"]);
    assert_eq!(emotions(&again, 0), [Some(-2.0), Some(2.0)]);
    assert!(
        mermaid_losses(&map).iter().any(|loss| loss.starts_with("2 names")),
        "{:?}",
        mermaid_losses(&map)
    );
}

#[test]
fn what_a_diagram_can_not_hold_is_named() {
    let text = include_str!("../../../sample_maps/airport.journey.ron");
    let map = pathlight::store::format::from_text("airport".as_ref(), text).expect("the sample");
    let losses = mermaid_losses(&map).join("; ");
    for word in ["cards", "channels of", "figures"] {
        assert!(losses.contains(word), "{word}: {losses}");
    }
    let again = read(&write_mermaid(&map));
    assert_eq!(outline(&again), outline(&map));
    assert_eq!(mermaid_losses(&again), Vec::<String>::new(), "what came out of a diagram fits into one");
}

proptest! {
    /// Stages, touchpoints, personas and emotions come back as they were.
    #[test]
    fn a_journey_comes_back(
        stages in prop::collection::vec(
            ("[A-Zİı][a-zşğ ]{0,8}[a-zł]", prop::collection::vec(("[b-h][a-zäöü ]{0,12}z", -200i32..=200), 1..5)),
            1..5,
        ),
    ) {
        let mut text = String::from("journey\ntitle T\n");
        for (index, (stage, tasks)) in stages.iter().enumerate() {
            text += &format!("section {stage} {index}\n");
            for (name, hundredths) in tasks {
                text += &format!("{name}: {}: Ada\n", f64::from(*hundredths) / 100.0 + 3.0);
            }
        }
        let map = read(&text);
        let again = read(&write_mermaid(&map));
        prop_assert_eq!(outline(&again), outline(&map));
        prop_assert_eq!(emotions(&again, 0), emotions(&map, 0));
        let given: Vec<_> = stages.iter().flat_map(|(_, tasks)| tasks).collect();
        let drawn: Vec<_> = given.iter().map(|(_, hundredths)| Some(Emotion::new(f64::from(*hundredths) / 100.0).value())).collect();
        prop_assert_eq!(emotions(&map, 0), drawn);
    }

    /// No text makes it panic, and what it reads is sound.
    #[test]
    fn any_text_is_read_or_refused(text in "(?s)(journey\n)?([a-z:;#%{}\\- \n0-9]|section |accDescr|```){0,80}") {
        if let Ok(imported) = read_mermaid(&text, "x") {
            sound(imported.map);
        }
    }
}
