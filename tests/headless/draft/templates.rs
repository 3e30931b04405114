//! Every template is a sound, complete and readable map.

use pathlight::draft::{Template, as_template, template, templates};
use pathlight::model::check::check;
use pathlight::model::{CardKind, Curve, Evidence, JourneyMap, LaneKind, Side};
use pathlight::scene::{Element, EmotionDot, Page, SceneOptions, build};
use pathlight::store::{self, format};
use pathlight::text::Fonts;
use pathlight::theme::Theme;
use std::path::Path;

fn map(of: &Template) -> JourneyMap {
    template(of.name).unwrap_or_else(|error| panic!("{}: {error}", of.name))
}

/// All but the empty one.
fn full() -> impl Iterator<Item = (&'static str, JourneyMap)> {
    templates().iter().filter(|template| template.name != "empty").map(|t| (t.name, map(t)))
}

fn cards(map: &JourneyMap, of_kind: impl Fn(&CardKind) -> bool) -> usize {
    map.cards.iter().filter(|card| of_kind(&card.kind)).count()
}

#[test]
fn files_are_as_the_program_writes_them() {
    for template in templates() {
        let map = map(template);
        assert_eq!(check(&map), [], "{}", template.name);
        assert_eq!(format::to_text(&map).expect("text"), template.text(), "{}", template.name);
        assert!(!template.title().starts_with("draft-"), "{}", template.title());
        assert!(!template.description().starts_with("draft-"), "{}", template.description());
    }
    assert!(full().count() >= 8);
}

#[test]
fn the_files_in_the_folder_are_the_templates() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/templates");
    let files = std::fs::read_dir(folder).expect("the folder").flatten();
    let mut found: Vec<_> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    let ending = store::EXTENSION;
    let mut listed: Vec<_> = templates().iter().map(|t| format!("{}.{ending}", t.name)).collect();
    found.sort();
    listed.sort();
    assert_eq!(found, listed);
}

#[test]
fn each_has_what_a_workshop_begins_with() {
    for (name, map) in full() {
        let touchpoints: Vec<_> = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint).collect();
        assert!((4..=6).contains(&map.about.stages.len()), "{name}");
        assert!((9..=14).contains(&touchpoints.len()), "{name}");
        assert!(!map.about.description.is_empty(), "{name}");
        for touchpoint in &touchpoints {
            assert!(
                !touchpoint.channels.is_empty() && !touchpoint.owner.is_empty(),
                "{name}: {touchpoint:?}"
            );
        }
        assert!(touchpoints.iter().any(|t| t.goal) && touchpoints.iter().any(|t| t.contact), "{name}");
        assert!(touchpoints.iter().any(|t| t.moment_of_truth), "{name}");

        for persona in map.personas_in_order() {
            assert!(!persona.quote.is_empty() && persona.initials().chars().count() == 2, "{name}");
            assert!(
                touchpoints.iter().all(|t| persona.emotions.contains_key(&t.id)),
                "{name}: {}",
                persona.name
            );
            let drawn = || persona.emotions.values().map(|emotion| emotion.value());
            assert!(drawn().any(|value| value >= 0.9) && drawn().any(|value| value <= -0.9), "{name}");
        }

        let pains = cards(&map, |kind| matches!(kind, CardKind::Pain(_)));
        let staff = |kind: &CardKind| matches!(kind, CardKind::Pain(pain) if pain.side == Side::Staff);
        let typed = |kind: &CardKind| matches!(kind, CardKind::Pain(pain) if pain.frequency.is_some());
        let ruled = |kind: &CardKind| matches!(kind, CardKind::Pain(pain) if pain.rule.is_some());
        assert!((5..=8).contains(&pains), "{name}");
        assert!(cards(&map, staff) > 0 && cards(&map, typed) > 0 && cards(&map, ruled) > 0, "{name}");
        let owned =
            |kind: &CardKind| matches!(kind, CardKind::Opportunity(answer) if !answer.owner.is_empty());
        assert!((3..=5).contains(&cards(&map, owned)), "{name}");
        assert!(cards(&map, |kind| matches!(kind, CardKind::Backstage)) >= 3, "{name}");
        let said = |kind: &CardKind| matches!(kind, CardKind::Quote { .. } | CardKind::Thought);
        assert!(cards(&map, said) >= 2, "{name}");
    }
}

/// A template's words are nobody's: nothing in it counts as heard or measured.
#[test]
fn nothing_claims_to_be_evidence() {
    for (name, map) in full() {
        assert!(map.sources.is_empty(), "{name}");
        for card in map.cards.iter() {
            assert_eq!(card.votes, 0, "{name}: {}", card.text);
            let quote = matches!(card.kind, CardKind::Quote { .. });
            assert_eq!(card.evidence, quote.then_some(Evidence::Assumed), "{name}: {}", card.text);
        }
    }
}

#[test]
fn words_are_short_and_everything_is_drawn() {
    let (fonts, theme) = (Fonts::bundled(), Theme::light());
    for (name, map) in full() {
        for (_, touchpoint) in map.touchpoints_in_order() {
            assert!(touchpoint.name.chars().count() <= 24, "{name}: {}", touchpoint.name);
        }
        for card in map.cards.iter() {
            assert!(card.text.chars().count() <= 46, "{name}: {}", card.text);
        }
        let lanes: Vec<_> = map.lanes_in_order().map(|lane| lane.kind).collect();
        assert_eq!(lanes[..2], [LaneKind::Channels, LaneKind::Emotion], "{name}");
        assert_eq!(lanes.last(), Some(&LaneKind::Backstage), "{name}");

        let options = SceneOptions { page: Some(Page::default()), ..SceneOptions::default() };
        let scene = build(&map, None, &options, &theme, &fonts);
        let drawn = |element: Element| scene.nodes.iter().any(|node| node.element == element);
        let touchpoints = map.touchpoints.iter().map(|touchpoint| Element::Touchpoint(touchpoint.id));
        let cards = map.cards.iter().map(|card| Element::Card(card.id));
        let lanes = map.lanes.iter().map(|lane| Element::Lane(lane.id));
        let persona = map.about.personas[0];
        let lane = map.lanes.iter().find(|lane| lane.kind == LaneKind::Emotion).expect("emotions").id;
        let dot = |touchpoint| EmotionDot { lane, persona, curve: Curve::AsIs, touchpoint };
        let dots = map.touchpoints.iter().map(|touchpoint| Element::Emotion(dot(touchpoint.id)));
        for element in touchpoints.chain(cards).chain(lanes).chain(dots) {
            assert!(drawn(element), "{name}: {element:?}");
        }
        assert!(scene.size.width / scene.size.height > 1.2, "{name} does not fit a slide");
    }
}

#[test]
fn a_map_becomes_a_template_without_its_data() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_maps");
    let sample = store::load(&folder.join("airport.journey.ron")).expect("the sample map");
    assert!(!sample.sources.is_empty() && sample.cards.iter().any(|card| card.votes > 0));
    let mut bound = sample.clone();
    bound.personas = bound
        .personas
        .iter()
        .map(|p| pathlight::model::Persona {
            segments: [("BAREA".to_owned(), ["1".to_owned()].into())].into(),
            ..p.clone()
        })
        .collect();
    let template = as_template(&bound);
    assert_eq!(check(&template), []);
    assert!(template.sources.is_empty());
    assert!(template.cards.iter().all(|card| card.votes == 0));
    assert!(template.personas.iter().all(|persona| persona.segments.is_empty()));
    assert_eq!(template.cards.iter().count(), sample.cards.iter().count());
    assert_eq!(template.touchpoints, sample.touchpoints);
}
