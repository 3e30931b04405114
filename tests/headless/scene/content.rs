//! What is painted and how it is named.

use super::{page, sample, scene, scene_with, shows};
use pathlight::base::Point;
use pathlight::model::{CardId, JourneyMap, LaneKind, StageId, Touchpoint};
use pathlight::overlay::TouchpointOverlay;
use pathlight::scene::{Element, PathSeg, Prim, Scene, SceneOptions};
use pathlight::theme::Theme;

fn label(scene: &Scene, element: Element) -> String {
    scene.node(element).unwrap_or_else(|| panic!("no node for {element:?}")).label.to_string()
}

/// Ends of the curve segments of all strokes in a colour.
fn curve_points(scene: &Scene, color: pathlight::base::Color) -> Vec<Point> {
    let paths = scene.items.iter().filter_map(|item| match &item.prim {
        Prim::Path(path) if path.stroke.is_some_and(|s| s.color == color && s.dash.is_none()) => Some(path),
        Prim::Path(_) | Prim::Rect(_) | Prim::Text(_) | Prim::Image(_) => None,
    });
    let curves = paths.filter(|path| path.segments.iter().any(|s| matches!(s, PathSeg::Cubic(..))));
    curves
        .flat_map(|path| &path.segments)
        .filter_map(|segment| match *segment {
            PathSeg::Move(at) | PathSeg::Line(at) | PathSeg::Cubic(_, _, at) => Some(at),
            PathSeg::Close => None,
        })
        .collect()
}

fn with_touchpoint(map: &mut JourneyMap, index: u32, change: impl Fn(&mut Touchpoint)) {
    let id = sample::touchpoint(index);
    map.touchpoints = map
        .touchpoints
        .iter()
        .cloned()
        .map(|mut touchpoint| {
            if touchpoint.id == id {
                change(&mut touchpoint);
            }
            touchpoint
        })
        .collect();
}

#[test]
fn everything_that_can_be_pointed_at_has_a_named_node() {
    let (map, overlay) = (sample::map(), sample::overlay());
    let scene = scene_with(&map, Some(&overlay), &page());
    let mut wanted = vec![Element::Title];
    wanted.extend(map.about.stages.iter().map(|id| Element::Stage(*id)));
    wanted.extend(map.about.lanes.iter().map(|id| Element::Lane(*id)));
    wanted.extend(map.cards.iter().map(|card| Element::Card(card.id)));
    for touchpoint in map.touchpoints.iter().map(|touchpoint| touchpoint.id) {
        wanted.push(Element::Touchpoint(touchpoint));
        wanted.push(sample::dot(touchpoint));
        wanted.extend(
            [LaneKind::Emotion, LaneKind::Exits]
                .map(|kind| Element::Measured(sample::lane(kind), touchpoint)),
        );
        wanted.extend(map.about.lanes.iter().map(|lane| Element::Cell(*lane, touchpoint)));
    }
    for element in wanted {
        assert!(!label(&scene, element).is_empty());
    }
    let mut elements: Vec<_> = scene.nodes.iter().map(|node| node.element).collect();
    elements.sort();
    elements.dedup();
    assert_eq!(elements.len(), scene.nodes.len(), "an element has two nodes");
    assert!(scene.items.iter().filter_map(|item| item.node).all(|node| (node as usize) < scene.nodes.len()));
}

#[test]
fn labels_say_all_that_the_eye_sees() {
    let scene = scene(&sample::map(), Some(&sample::overlay()));
    assert_eq!(
        label(&scene, Element::Touchpoint(sample::touchpoint(4))),
        "Touchpoint Sees delivery cost, stage Buy, moment of truth, channels web, emotion plus 0.5, \
         measured emotion minus 1.2, exit rate 46 percent, 561 k visits"
    );
    assert_eq!(
        label(&scene, Element::Card(CardId(102))),
        "Pain point Cost shown late, severity 5, at Sees delivery cost, 46 % leave, measured"
    );
    assert_eq!(
        label(&scene, Element::Card(CardId(107))),
        "Opportunity Show cost on product, impact 5, effort 2, at Sees delivery cost, 3 votes"
    );
    assert_eq!(label(&scene, Element::Stage(StageId(3))), "Stage Buy, 2 touchpoints");
}

#[test]
fn curves_pass_through_their_dots() {
    let (map, overlay) = (sample::map(), sample::overlay());
    let (scene, theme) = (scene(&map, Some(&overlay)), Theme::light());
    let (drawn, measured) = (curve_points(&scene, theme.drawn), curve_points(&scene, theme.measured));
    assert_eq!((drawn.len(), measured.len()), (9, 9));
    for (index, (drawn, measured)) in (0..9).zip(drawn.iter().zip(&measured)) {
        let touchpoint = sample::touchpoint(index);
        let dot = |element| scene.node(element).expect("a dot").rect.center();
        let lane = sample::lane(LaneKind::Emotion);
        for (at, dot) in
            [(drawn, dot(sample::dot(touchpoint))), (measured, dot(Element::Measured(lane, touchpoint)))]
        {
            assert!((at.x - dot.x).abs() < 0.01 && (at.y - dot.y).abs() < 0.01, "{at:?} ≠ {dot:?}");
        }
    }
}

#[test]
fn a_curve_is_open_where_nothing_is_drawn() {
    let mut map = sample::map();
    let mut personas: Vec<_> = map.personas.iter().cloned().collect();
    personas[0].emotions.remove(&sample::touchpoint(3));
    map.personas = personas.into_iter().collect();
    let scene = scene(&map, Some(&sample::overlay()));
    assert_eq!(curve_points(&scene, Theme::light().drawn).len(), 8);
    assert_eq!(curve_points(&scene, Theme::light().measured).len(), 9);
    assert!(scene.node(sample::dot(sample::touchpoint(3))).is_none());
    assert!(scene.node(Element::Cell(sample::lane(LaneKind::Emotion), sample::touchpoint(3))).is_some());
    let shades = scene.items.iter().filter(|item| match &item.prim {
        Prim::Path(path) => path.fill == Some(Theme::light().gap),
        Prim::Rect(_) | Prim::Text(_) | Prim::Image(_) => false,
    });
    assert_eq!(shades.count(), 2);
}

#[test]
fn hidden_figures_leave_no_trace() {
    let (map, overlay) = (sample::map(), sample::overlay());
    let concealed = SceneOptions { show_measured: false, ..page() };
    let scene = scene_with(&map, Some(&overlay), &concealed);
    assert!(!scene.nodes.iter().any(|node| matches!(node.element, Element::Measured(..))));
    for text in ["46.4", "561 k", "46 % leave", "orders.db", "± 0.2"] {
        assert!(!shows(&scene, text), "{text}");
        assert!(!scene.nodes.iter().any(|node| node.label.text().contains(text)), "{text} in a label");
    }
    assert!(shows(&scene, "Measured figures are hidden"));
    let theme = Theme::light();
    assert!(curve_points(&scene, theme.measured).is_empty());
    // The drawing keeps its place when the figures are revealed.
    let revealed = scene_with(&map, Some(&overlay), &page());
    let rows = |scene: &Scene| -> Vec<_> { scene.grid.rows.iter().map(|row| row.lane).collect() };
    assert_eq!(rows(&scene), rows(&revealed));
}

#[test]
fn measured_lanes_without_data_say_so() {
    let scene = scene(&sample::map(), None);
    assert!(shows(&scene, "No data yet"));
    assert!(shows(&scene, "Exits"));
}

#[test]
fn hidden_lanes_are_absent() {
    let mut map = sample::map();
    let pains = sample::lane(LaneKind::Pains);
    map.lanes = map
        .lanes
        .iter()
        .cloned()
        .map(|mut lane| {
            lane.hidden = lane.id == pains;
            lane
        })
        .collect();
    let scene = scene(&map, Some(&sample::overlay()));
    assert!(!shows(&scene, "Pain points") && !shows(&scene, "Cost shown late"));
    assert!(scene.node(Element::Lane(pains)).is_none() && scene.node(Element::Card(CardId(102))).is_none());
    assert_eq!(scene.grid.rows.len(), 4);
}

#[test]
fn an_unvisited_touchpoint_is_told_apart() {
    let mut overlay = sample::overlay();
    let unvisited =
        TouchpointOverlay { visits_label: "never visited".to_owned(), unvisited: true, ..Default::default() };
    overlay.touchpoints.insert(sample::touchpoint(0), unvisited);
    let scene = scene(&sample::map(), Some(&overlay));
    assert!(shows(&scene, "never visited"));
    assert!(scene.node(Element::Measured(sample::lane(LaneKind::Exits), sample::touchpoint(0))).is_none());
    assert!(scene.node(Element::Measured(sample::lane(LaneKind::Exits), sample::touchpoint(1))).is_some());
}

#[test]
fn a_page_shows_who_what_and_whence() {
    let scene = scene_with(&sample::map(), Some(&sample::overlay()), &page());
    for text in ["Online order & care", "as-is", "Elif, 34", "“Needs shoes", "running shoes", "orders.db"] {
        assert!(shows(&scene, text), "{text}");
    }
    for text in ["drawn by the team", "measured", "95 % interval", "moment of truth", "goal", "votes"] {
        assert!(shows(&scene, text), "{text} in the legend");
    }
    assert!(!shows(&scene, "fewer than 30"), "the legend explains what does not occur");
}

#[test]
fn marks_follow_the_touchpoint() {
    let mut map = sample::map();
    let items = |map: &JourneyMap| scene(map, None).items.len();
    let before = items(&map);
    with_touchpoint(&mut map, 0, |touchpoint| touchpoint.moment_of_truth = true);
    assert_eq!(items(&map), before + 1);
}

#[test]
fn figures_on_their_way_are_not_told() {
    let (map, overlay) = (sample::map(), sample::overlay());
    let growing = scene(&map, Some(&overlay.grown(0.5)));
    let measured = |scene: &Scene| {
        let nodes = scene.nodes.iter().filter(|node| matches!(node.element, Element::Measured(..)));
        nodes.map(|node| node.label.to_string()).collect::<Vec<_>>()
    };
    let names = measured(&growing);
    assert!(!names.is_empty());
    assert!(names.iter().all(|name| name.ends_with("are on their way")), "{names:?}");
    let touchpoints = growing.nodes.iter().filter(|node| matches!(node.element, Element::Touchpoint(_)));
    let told: Vec<_> = touchpoints.filter(|node| node.label.text().contains("exit rate")).collect();
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(measured(&scene(&map, Some(&overlay.grown(1.0)))), measured(&scene(&map, Some(&overlay))));
}
