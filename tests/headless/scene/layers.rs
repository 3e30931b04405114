//! What is laid over the map: arcs of actual paths, time as width, exits as they would be, arrows of what changed.

use super::layout::{assert_tidy, crowd};
use super::{runs, sample, scene_with, shows};
use pathlight::base::Rect;
use pathlight::model::{JourneyMap, Lane, LaneId, LaneKind, TouchpointId};
use pathlight::overlay::{Bar, MeasuredEmotion, SatisfactionBar, Shares, Step, Turn, Was};
use pathlight::scene::{
    Element, Emphasis, Fit, Gap, Ghost, Layers, Node, Pace, PathSeg, Prim, RectPrim, Scene, SceneOptions,
    TwoBars, TwoCurves, TwoDots, TwoExits, TwoPersonas, Way, Ways,
};
use std::sync::Arc;

fn ids(map: &JourneyMap) -> Vec<TouchpointId> {
    map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect()
}

fn way(from: TouchpointId, to: TouchpointId, is_missing: bool, label: &str) -> Way {
    let spoken = format!("From {from} to {to}, {label}");
    Way { from, to, is_missing, label: label.to_owned(), spoken, weight: 0.5, emphasis: Emphasis::Usual }
}

/// Skips, steps back and again all over a map.
fn tangle(map: &JourneyMap, steps: usize) -> Ways {
    let ids = ids(map);
    let count = ids.len();
    let pairs = (0..steps).map(|step| (ids[step * 7 % count], ids[(step * step + 3 * step) % count]));
    let places = |id| ids.iter().position(|other| *other == id).unwrap();
    let mut arcs: Vec<Way> = Vec::new();
    for (from, to) in pairs {
        let is_missing = places(to) != places(from) + 1;
        if !arcs.iter().any(|arc| (arc.from, arc.to) == (from, to)) {
            arcs.push(way(from, to, is_missing, "again 10 119 691"));
        }
    }
    Ways { is_stale: false, note: "60 of 214 steps; dashed: not on the map".to_owned(), arcs }
}

fn with(layers: Layers) -> SceneOptions {
    SceneOptions { layers, ..SceneOptions::default() }
}

fn ways(ways: Ways) -> SceneOptions {
    with(Layers { ways: Some(Arc::new(ways)), ..Layers::default() })
}

fn steps(scene: &Scene) -> Vec<Rect> {
    let nodes = scene.nodes.iter().filter(|node| matches!(node.element, Element::Step(..)));
    nodes.map(|node| node.rect).collect()
}

#[test]
fn arcs_never_lie_on_each_other_or_on_words_whatever_the_map() {
    for (map, count) in [(sample::map(), 30), (crowd(), 60), (crowd(), 12)] {
        let scene = scene_with(&map, Some(&sample::overlay()), &ways(tangle(&map, count)));
        assert_tidy(&scene);
        let steps = steps(&scene);
        assert!(steps.len() > 8);
        for (index, one) in steps.iter().enumerate() {
            for other in &steps[index + 1..] {
                let apart = one.max.x <= other.min.x + 0.01
                    || other.max.x <= one.min.x + 0.01
                    || one.max.y <= other.min.y + 0.01
                    || other.max.y <= one.min.y + 0.01;
                assert!(apart, "{one:?} and {other:?}");
            }
        }
        let boxes = scene.nodes.iter().filter(|node| matches!(node.element, Element::Touchpoint(_)));
        for touchpoint in boxes {
            for step in &steps {
                let apart = step.max.y <= touchpoint.rect.min.y || step.min.y >= touchpoint.rect.max.y;
                assert!(apart, "{step:?} over {:?}", touchpoint.rect);
            }
        }
        let row = scene.grid.rows.first().expect("lanes");
        assert!(steps.iter().all(|step| step.max.y <= row.top), "the arcs below end above the lanes");
    }
}

#[test]
fn what_the_map_does_not_have_is_dashed_and_named() {
    let map = sample::map();
    let ids = ids(&map);
    let arcs = vec![
        way(ids[0], ids[1], false, "214"),
        way(ids[0], ids[3], true, "skip 71"),
        way(ids[2], ids[1], true, "back 12"),
        way(ids[1], ids[1], true, "again 9"),
    ];
    let scene = scene_with(&map, None, &ways(Ways { is_stale: false, note: "4 of 9 steps".into(), arcs }));
    for words in ["214", "skip 71", "back 12", "again 9", "Actual paths", "4 of 9 steps"] {
        assert!(shows(&scene, words), "{words}");
    }
    let dashes = |from: usize, to: usize| {
        let element = Element::Step(ids[from], ids[to]);
        let node = scene.nodes.iter().position(|node| node.element == element).expect("an arc");
        let lines = scene.items.iter().filter(|item| item.node == Some(node as u32));
        let strokes = lines.filter_map(|item| match &item.prim {
            Prim::Path(path) => path.stroke,
            Prim::Rect(_) | Prim::Text(_) | Prim::Image(_) => None,
        });
        strokes.map(|stroke| stroke.dash.is_some()).collect::<Vec<_>>()
    };
    assert_eq!(dashes(0, 1), [false]);
    assert_eq!((dashes(0, 3), dashes(2, 1), dashes(1, 1)), (vec![true], vec![true], vec![true]));
    let level = |from: usize, to: usize| scene.node(Element::Step(ids[from], ids[to])).unwrap().rect;
    let boxes = scene.node(Element::Touchpoint(ids[0])).unwrap().rect;
    assert!(level(0, 3).max.y < level(0, 1).max.y, "what is long is outside of what is short");
    assert!(level(0, 1).max.y < boxes.min.y && level(2, 1).min.y > boxes.max.y);
}

#[test]
fn arrows_point_where_customers_go() {
    let map = sample::map();
    let ids = ids(&map);
    let tip = |from: usize, to: usize| {
        let arcs = vec![way(ids[from], ids[to], true, "7")];
        let scene = scene_with(&map, None, &ways(Ways { is_stale: false, note: String::new(), arcs }));
        let heads = scene.items.iter().filter_map(|item| match &item.prim {
            Prim::Path(path) if item.node.is_some() && path.fill.is_some() => path.segments.first().copied(),
            Prim::Path(_) | Prim::Rect(_) | Prim::Text(_) | Prim::Image(_) => None,
        });
        let step = scene.nodes.iter().position(|node| matches!(node.element, Element::Step(..)));
        let of_step = scene.items.iter().filter(|item| item.node == step.map(|step| step as u32));
        let mut head = of_step.filter_map(|item| match &item.prim {
            Prim::Path(path) if path.fill.is_some() => path.segments.first().copied(),
            Prim::Path(_) | Prim::Rect(_) | Prim::Text(_) | Prim::Image(_) => None,
        });
        assert!(heads.count() >= 1);
        let Some(PathSeg::Move(tip)) = head.next_back() else { panic!("an arrow") };
        scene.grid.column_at(tip.x).map(|column| column.touchpoint)
    };
    assert_eq!(tip(0, 3), Some(ids[3]));
    assert_eq!(tip(3, 0), Some(ids[0]));
}

#[test]
fn the_map_makes_room_for_layers_and_takes_it_back() {
    let map = sample::map();
    let overlay = sample::overlay();
    let plain = scene_with(&map, Some(&overlay), &SceneOptions::default());
    let options = ways(tangle(&map, 8));
    let wide = scene_with(&map, Some(&overlay), &options);
    assert!(wide.size.height > plain.size.height && (wide.size.width - plain.size.width).abs() < 0.01);
    let hidden = SceneOptions { show_measured: false, ..options };
    let hidden = scene_with(&map, Some(&overlay), &hidden);
    assert!(steps(&hidden).is_empty(), "nothing of it is seen before the data is revealed");
}

fn gap(to: TouchpointId, width: f32, fit: Fit) -> Gap {
    Gap { to, width, label: "2 h 10 min".into(), spoken: "median 2 h 10 min".into(), fit }
}

#[test]
fn columns_are_as_wide_as_it_takes_to_go_on() {
    for map in [sample::map(), crowd()] {
        let ids = ids(&map);
        let widths = [1.0, 2.5, 4.0];
        let fits = [Fit::Shorter, Fit::True, Fit::Cut];
        let gaps = ids
            .windows(2)
            .enumerate()
            .map(|(place, pair)| (pair[0], gap(pair[1], widths[place % 3], fits[place % 3])));
        let pace = Pace {
            is_stale: false,
            note: "median; a usual column is 2 h, dashed: less".into(),
            gaps: gaps.collect(),
        };
        let layers = Layers {
            pace: Some(Arc::new(pace)),
            ways: Some(Arc::new(tangle(&map, 20))),
            ..Layers::default()
        };
        let scene = scene_with(&map, Some(&sample::overlay()), &with(layers));
        assert_tidy(&scene);
        let boxes: Vec<Rect> =
            ids.iter().map(|id| scene.node(Element::Touchpoint(*id)).unwrap().rect).collect();
        let step = |place: usize| boxes[place + 1].min.x - boxes[place].min.x;
        assert!((step(1) / step(0) - 2.5).abs() < 0.01, "distances are to scale");
        assert!((step(2) / step(0) - 4.0).abs() < 0.01);
        assert!(boxes.iter().all(|place| (place.width() - boxes[0].width()).abs() < 0.01));
        assert!(scene.node(Element::Wait(ids[0])).is_some() && shows(&scene, "2 h 10 min"));
        for (column, id) in scene.grid.columns.iter().zip(&ids) {
            assert_eq!(column.touchpoint, *id);
        }
    }
}

#[test]
fn exits_as_they_would_be_are_a_ghost_beside_those_that_are() {
    let map = sample::map();
    let overlay = sample::overlay();
    let at = overlay.touchpoints.iter().find(|(_, shown)| shown.exit.is_some()).map(|(id, _)| *id).unwrap();
    let ghost = Ghost {
        is_stale: false,
        note: "dashed: what if. Goal rate 46.0 % → 48.1 %".into(),
        rates: [(at, (0.05, "if 5.0 %".to_owned()))].into(),
    };
    let layers = Layers { ghost: Some(Arc::new(ghost)), ..Layers::default() };
    let scene = scene_with(&map, Some(&overlay), &with(layers));
    assert_tidy(&scene);
    let words: Vec<&str> = runs(&scene).map(|run| &*run.text).collect();
    assert!(words.contains(&"if 5.0 %"), "{words:?}");
    assert!(words.join(" ").contains("what if"));
}

#[test]
fn sure_changes_have_arrows_with_difference_interval_and_verdict() {
    let mut map = sample::map();
    let lane = Lane::new(LaneId(9000), LaneKind::Satisfaction);
    map.about.lanes.push(lane.id);
    map.lanes = map.lanes.iter().cloned().chain([lane]).collect();
    let mut overlay = sample::overlay();
    let step = |label: &str, is_better| Step {
        label: label.to_owned(),
        interval: "−20.1 to −11.9".to_owned(),
        is_up: label.starts_with('+'),
        is_better,
    };
    let was = |value, turn, step| Was { value, label: "was 61 % ↓".to_owned(), turn, step };
    for (place, shown) in overlay.touchpoints.values_mut().enumerate() {
        let is_better = place % 2 == 0;
        let words = if is_better { "−16.0 pts, better" } else { "+16.0 pts, worse" };
        let exit = shown.exit.is_some();
        shown.before.exit = exit.then(|| was(0.8, Some(Turn::Down), Some(step(words, is_better))));
        shown.satisfaction = Some(SatisfactionBar {
            shares: Some(Shares { satisfied: 0.5, neutral: 0.25, dissatisfied: 0.25 }),
            mean_unit: 0.6,
            label: "3.4 · n 2 364".into(),
            small: false,
        });
        shown.before.satisfaction = Some(was(3.0, Some(Turn::Up), Some(step("+0.41, better", true))));
    }
    overlay.before = Some("2024".into());
    let scene = scene_with(&map, Some(&overlay), &SceneOptions::default());
    assert_tidy(&scene);
    for words in ["−16.0 pts, better", "+16.0 pts, worse", "−20.1 to −11.9", "+0.41, better"] {
        assert!(shows(&scene, words), "{words}");
    }
    let bar = scene.nodes.iter().find(|node| node.label.text().contains("−16.0 pts, better"));
    assert!(
        bar.is_some_and(|node| node.label.text().contains("between −20.1 to −11.9")),
        "screen readers hear it"
    );
}

/// Both personas at every touchpoint; the last one is known by one persona alone, of few journeys.
fn two_personas(map: &JourneyMap) -> TwoPersonas {
    let ids = ids(map);
    let emotion = |value: f64| MeasuredEmotion {
        value,
        interval: Some((value - 0.2, value + 0.2)),
        small: false,
        n: 90,
    };
    let dots = ids.iter().map(|id| {
        let emotions = [Some(emotion(0.5)), Some(emotion(-0.5))];
        let told = ["Kuba +0.5, 90 answers".to_owned(), "Aylin −0.5, 90 answers".to_owned()];
        (*id, TwoDots { emotions, spoken: format!("both at {id}: {}", told.join(", ")), told })
    });
    let bar = |value: f64, label: &str| Bar {
        value,
        low: value - 0.1,
        high: value + 0.1,
        label: label.to_owned(),
        note: "±12".to_owned(),
        strong: false,
        small: false,
    };
    let few = Bar { note: "n = 12".to_owned(), small: true, ..bar(0.7, "70 %") };
    let bars = ids.iter().map(|id| {
        let both = [Some(bar(0.35, "35.1 %")), Some(bar(0.6, "60.4 %"))];
        let bars = if Some(id) == ids.last() { [None, Some(few.clone())] } else { both };
        (*id, TwoBars { bars, spoken: format!("exits of both at {id}") })
    });
    TwoPersonas {
        is_stale: false,
        curves: Some(TwoCurves {
            note: "measured of Kuba and Aylin".into(),
            names: ["Kuba, measured".into(), "Aylin, measured".into()],
            dots: dots.collect(),
        }),
        exits: Some(TwoExits { note: "● Kuba; ▲ Aylin".into(), axis_max: 0.8, bars: bars.collect() }),
    }
}

fn beside(two: TwoPersonas) -> SceneOptions {
    with(Layers { two: Some(Arc::new(two)), ..Layers::default() })
}

fn named<'a>(scene: &'a Scene, start: &str) -> Vec<&'a Node> {
    scene.nodes.iter().filter(|node| node.label.to_string().starts_with(start)).collect()
}

#[test]
fn two_personas_have_a_curve_each_told_apart_without_colour() {
    let map = sample::map();
    let two = two_personas(&map);
    let scene = scene_with(&map, Some(&sample::overlay()), &beside(two.clone()));
    assert_tidy(&scene);
    let words = runs(&scene).map(|run| run.text.to_string()).collect::<Vec<_>>().join(" ");
    assert!(words.contains("Kuba, measured") && words.contains("Aylin,"), "named at their ends: {words}");
    assert_eq!(named(&scene, "both at").len(), ids(&map).len(), "one for both dots of a touchpoint");
    let lines = |scene: &Scene| {
        let paths = scene.items.iter().filter_map(|item| match &item.prim {
            Prim::Path(path) => path.stroke,
            _ => None,
        });
        paths.filter(|stroke| stroke.width == 2.6 || stroke.width == 2.4).collect::<Vec<_>>()
    };
    let found = lines(&scene);
    assert!(
        found.iter().any(|stroke| stroke.dash.is_none()) && found.iter().any(|stroke| stroke.dash.is_some())
    );
    let stale = scene_with(&map, Some(&sample::overlay()), &beside(TwoPersonas { is_stale: true, ..two }));
    assert!(lines(&stale).iter().zip(&found).all(|(old, new)| old.color != new.color), "dimmed");
}

/// What both bars of a touchpoint are drawn with.
fn drawn_with(scene: &Scene, touchpoint: TouchpointId) -> Vec<&Prim> {
    let name = format!("exits of both at {touchpoint}");
    let node = scene.nodes.iter().position(|node| node.label.to_string() == name).map(|at| at as u32);
    let items = scene.items.iter().filter(|item| node.is_some() && item.node == node);
    items.map(|item| &item.prim).collect()
}

/// The bars among them: what is wider than a mark.
fn bars<'a>(drawn: &[&'a Prim]) -> Vec<&'a RectPrim> {
    let bars = drawn.iter().filter_map(|prim| match prim {
        Prim::Rect(of) if of.rect.width() > 20.0 => Some(of),
        _ => None,
    });
    bars.collect()
}

#[test]
fn two_personas_have_exit_bars_side_by_side_told_apart_without_colour() {
    let map = sample::map();
    let ids = ids(&map);
    let two = two_personas(&map);
    let scene = scene_with(&map, Some(&sample::overlay()), &beside(two.clone()));
    assert_tidy(&scene);
    assert_eq!(named(&scene, "exits of both at").len(), ids.len(), "one for both bars of a touchpoint");
    assert!(named(&scene, "Exit rate at").is_empty(), "the bar of all customers gives way");
    assert!(shows(&scene, "● Kuba; ▲ Aylin"), "the lane says which is which");
    let first = drawn_with(&scene, ids[0]);
    let [plain, hatched] = bars(&first)[..] else { panic!("two bars: {first:?}") };
    assert!(plain.rect.max.x < hatched.rect.min.x, "side by side");
    assert!((plain.rect.height() / hatched.rect.height() - 0.35 / 0.6).abs() < 0.01, "on one axis");
    assert!(plain.stroke.is_none() && hatched.stroke.is_some_and(|stroke| stroke.dash.is_none()));
    let rightmost = drawn_with(&scene, *ids.last().unwrap());
    let [open] = bars(&rightmost)[..] else { panic!("one bar: {rightmost:?}") };
    assert!(open.stroke.is_some_and(|stroke| stroke.dash.is_some()), "few journeys");
    let stale = TwoPersonas { is_stale: true, ..two };
    assert!(Layers { two: Some(Arc::new(stale.clone())), ..Layers::default() }.without_stale().two.is_none());
    let stale = scene_with(&map, Some(&sample::overlay()), &beside(stale));
    // Notes are faint anyway.
    let is_note = |prim: &Prim| matches!(prim, Prim::Text(run) if run.text.starts_with('±'));
    for (old, new) in drawn_with(&stale, ids[0]).into_iter().zip(first).filter(|(_, new)| !is_note(new)) {
        assert_ne!(old, new, "dimmed");
    }
}

#[test]
fn without_scores_two_personas_have_their_exit_bars_alone() {
    let map = sample::map();
    let two = two_personas(&map);
    let bars_alone = TwoPersonas { curves: None, ..two.clone() };
    let scene = scene_with(&map, Some(&sample::overlay()), &beside(bars_alone));
    assert_eq!(named(&scene, "exits of both at").len(), ids(&map).len());
    assert!(!named(&scene, "Emotion at").is_empty(), "the lane of emotions stays as it is");
    // A survey has nobody who leaves.
    let curves_alone = TwoPersonas { exits: None, ..two };
    let scene = scene_with(&map, Some(&sample::overlay()), &beside(curves_alone));
    assert!(named(&scene, "exits of both at").is_empty());
    assert!(!named(&scene, "Exit rate at").is_empty());
}

#[test]
fn arcs_of_an_older_filter_are_dimmed_and_in_no_picture_for_others() {
    let map = sample::map();
    let fresh = tangle(&map, 12);
    let stale = Ways { is_stale: true, ..fresh.clone() };
    let strokes = |of: Ways| {
        let scene = scene_with(&map, None, &ways(of));
        let paths = scene.items.iter().filter_map(|item| match &item.prim {
            Prim::Path(path) => path.stroke.filter(|stroke| stroke.dash.is_some()),
            _ => None,
        });
        paths.map(|stroke| stroke.color).collect::<Vec<_>>()
    };
    let (new, old) = (strokes(fresh.clone()), strokes(stale.clone()));
    assert_eq!(new.len(), old.len());
    assert!(new.iter().zip(&old).filter(|(new, old)| new != old).count() >= 8, "{new:?} {old:?}");
    let layers = |ways: Ways| Layers { ways: Some(Arc::new(ways)), ..Layers::default() };
    assert!(layers(stale).without_stale().ways.is_none());
    assert!(layers(fresh).without_stale().ways.is_some());
}
