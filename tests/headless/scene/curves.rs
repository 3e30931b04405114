//! Emotion lanes with several curves: one per persona, as it is and as it should be.

use super::{page, sample, scene, scene_with, shows};
use pathlight::base::Rect;
use pathlight::model::{Curve, Emotion, JourneyMap, LaneKind, Persona, PersonaId};
use pathlight::scene::{Element, EmotionDot, Prim, Scene, SceneOptions};
use pathlight::theme::Theme;

const OTHER: PersonaId = PersonaId(61);

/// The sample with a second persona, lower by one everywhere; the first one's curve as it should be at +1.
fn two_personas() -> JourneyMap {
    let mut map = sample::map();
    let mut elif = map.personas.get(sample::PERSONA).expect("a persona").clone();
    let lower = |at: &Emotion| Emotion::new(at.value() - 1.0);
    let emotions = elif.emotions.iter().map(|(id, at)| (*id, lower(at))).collect();
    elif.to_be = elif.emotions.keys().map(|id| (*id, Emotion::new(1.0))).collect();
    let anna = Persona { emotions, ..Persona::new(OTHER, "Anna Łucka, 61 · calls the shop") };
    map.personas = [elif, anna].into_iter().collect();
    map.about.personas = vec![sample::PERSONA, OTHER];
    let emotion = sample::lane(LaneKind::Emotion);
    map.lanes = map
        .lanes
        .iter()
        .cloned()
        .map(|mut lane| {
            if lane.id == emotion {
                lane.personas = vec![sample::PERSONA, OTHER];
            }
            lane
        })
        .collect();
    map
}

fn dot(persona: PersonaId, curve: Curve, column: u32) -> Element {
    let lane = sample::lane(LaneKind::Emotion);
    Element::Emotion(EmotionDot { lane, persona, curve, touchpoint: sample::touchpoint(column) })
}

fn place(scene: &Scene, element: Element) -> Rect {
    scene.node(element).unwrap_or_else(|| panic!("no node for {element:?}")).rect
}

/// Strokes in the colour of what is drawn, without those of dots: dash and width of each.
fn lines(scene: &Scene) -> Vec<(bool, f32)> {
    let drawn = Theme::light().drawn;
    let lines = scene.items.iter().filter_map(|item| match &item.prim {
        Prim::Path(path) if path.fill.is_none() => path.stroke.filter(|stroke| stroke.color == drawn),
        Prim::Path(_) | Prim::Rect(_) | Prim::Text(_) | Prim::Image(_) => None,
    });
    lines.map(|stroke| (stroke.dash.is_some(), stroke.width)).collect()
}

#[test]
fn each_dot_of_each_curve_can_be_pointed_at() {
    let map = two_personas();
    let scene = scene(&map, Some(&sample::overlay()));
    for (persona, curve, others) in [
        (sample::PERSONA, Curve::AsIs, "Emotion of Elif, 34 · returning shopper at Pays, drawn plus 0.2"),
        (
            sample::PERSONA,
            Curve::ToBe,
            "Wanted emotion of Elif, 34 · returning shopper at Pays, to-be plus 1",
        ),
        (OTHER, Curve::AsIs, "Emotion of Anna Łucka, 61 · calls the shop at Pays, drawn minus 0.8"),
    ] {
        let element = dot(persona, curve, 5);
        assert_eq!(scene.node(element).expect("a dot").label.text(), others);
        assert_eq!(scene.hit(place(&scene, element).center()).map(|node| node.element), Some(element));
    }
    assert!(scene.node(dot(OTHER, Curve::ToBe, 5)).is_none(), "nothing of it is drawn");
}

#[test]
fn curves_are_told_apart_without_colour() {
    let scene = scene(&two_personas(), None);
    assert_eq!(
        lines(&scene),
        [(true, 2.4), (false, 2.0), (false, 3.0)],
        "to-be dashed, the shown one strong"
    );
    for name in ["Elif · as-is", "Elif · to-be", "Anna Łucka"] {
        assert!(shows(&scene, name), "no line is named {name}");
    }
    let first_shape = |element| {
        let index = scene.nodes.iter().position(|node| node.element == element).expect("a dot");
        scene.items.iter().find(|item| item.node == u32::try_from(index).ok()).expect("it is painted")
    };
    assert!(matches!(first_shape(dot(sample::PERSONA, Curve::AsIs, 0)).prim, Prim::Rect(_)));
    assert!(matches!(first_shape(dot(OTHER, Curve::AsIs, 0)).prim, Prim::Path(_)), "not a circle as well");
}

#[test]
fn names_stand_beside_the_map_and_not_over_each_other() {
    let mut map = two_personas();
    let personas = map.personas.iter().cloned().map(|persona| {
        // All lines end at one place.
        let emotions = map.touchpoints.iter().map(|at| (at.id, Emotion::new(-1.9))).collect();
        Persona { emotions, ..persona }
    });
    map.personas = personas.collect();
    for options in [SceneOptions::default(), page()] {
        let scene = scene_with(&map, Some(&sample::overlay()), &options);
        let right = scene.grid.stages.last().expect("a stage").band.max.x;
        let mut names: Vec<_> = super::runs(&scene).filter(|run| run.origin.x > right).collect();
        names.sort_by(|one, other| one.origin.y.total_cmp(&other.origin.y));
        assert!(names.len() >= 4, "two curves of one persona, one of the other, the measured one");
        for pair in names.windows(2) {
            assert!(pair[1].origin.y - pair[0].origin.y > 13.0, "{} over {}", pair[0].text, pair[1].text);
        }
        let row = &scene.grid.rows[1];
        for name in names {
            assert!(name.origin.x + name.width < scene.size.width, "{} is cut off", name.text);
            assert!(name.origin.y < row.bottom, "{} is below its row", name.text);
        }
    }
}

#[test]
fn one_persona_alone_needs_no_name_beside_the_line() {
    let plain = scene(&sample::map(), None);
    let several = scene(&two_personas(), None);
    assert!(several.size.width > plain.size.width);
    assert!(!shows(&plain, "Elif · as-is"));
}

#[test]
fn the_gap_is_that_of_the_shown_persona() {
    let map = two_personas();
    let shades = |persona| {
        let options = SceneOptions { persona: Some(persona), ..SceneOptions::default() };
        let scene = scene_with(&map, Some(&sample::overlay()), &options);
        let shades = scene.items.iter().filter_map(|item| match &item.prim {
            Prim::Path(path) if path.fill == Some(Theme::light().gap) => Some(path.segments.clone()),
            Prim::Path(_) | Prim::Rect(_) | Prim::Text(_) | Prim::Image(_) => None,
        });
        shades.collect::<Vec<_>>()
    };
    assert_eq!(shades(sample::PERSONA).len(), 1);
    assert_ne!(shades(sample::PERSONA), shades(OTHER));
}
