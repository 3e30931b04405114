//! Where things stand: nothing is cut off, nothing covers anything else, whatever the words.

use super::{FONTS, page, runs, sample, scene, scene_with};
use pathlight::base::Rect;
use pathlight::base::geom::pt;
use pathlight::model::{
    CardId, CardKind, Channel, ChannelId, JourneyMap, Lane, LaneId, LaneKind, Stage, StageId, Touchpoint,
    TouchpointId,
};
use pathlight::scene::{Element, Grid, Prim, Scene, SceneOptions, TextRun};

const LONG: [&str; 4] = [
    "Çekoslovakyalılaştıramadıklarımızdanmışsınızcasına",
    "Konstantynopolitańczykowianeczka zażółciła gęślą jaźń w dwunastu częściach",
    "İADE İSTEĞİ ve ığdır",
    "配送料を見る a 👍",
];

/// Sixty touchpoints in six stages (the last of them empty), fourteen lanes, cards of all kinds with long words.
pub fn crowd() -> JourneyMap {
    let mut map = sample::map();
    let text = |index: u32| LONG[index as usize % LONG.len()].to_owned();
    let touchpoints = || (0..60).map(|i| TouchpointId(1000 + i));
    map.touchpoints = touchpoints()
        .map(|id| Touchpoint {
            channels: (50..56).map(ChannelId).collect(),
            goal: true,
            contact: true,
            moment_of_truth: true,
            ..Touchpoint::new(id, text(id.0))
        })
        .collect();
    map.channels = (50..56).map(|id| Channel::new(ChannelId(id), text(id))).collect();
    map.about.stages = (1..=6).map(StageId).collect();
    map.stages = (0..6)
        .map(|i| Stage {
            id: StageId(i + 1),
            name: text(i),
            touchpoints: touchpoints().skip(12 * i as usize).take(12).collect(),
            palette: None,
        })
        .collect();
    let kinds = LaneKind::ALL.iter().chain([&LaneKind::Pains, &LaneKind::Emotion, &LaneKind::Backstage]);
    map.lanes = (2000..)
        .zip(kinds)
        .map(|(id, kind)| Lane { name: text(id), ..Lane::new(LaneId(id), *kind) })
        .collect();
    map.about.lanes = map.lanes.iter().map(|lane| lane.id).collect();
    let lanes: Vec<Lane> = map.lanes.iter().filter(|lane| lane.kind.holds_cards()).cloned().collect();
    let mut id = 3000;
    let mut cards = Vec::new();
    for lane in &lanes {
        for touchpoint in touchpoints().step_by(7) {
            for slot in 0..3 {
                id += 1;
                let kind = match CardKind::for_lane(lane.kind) {
                    CardKind::Quote { .. } => CardKind::Quote { source: text(id + 1) },
                    CardKind::Metric { .. } => CardKind::Metric { value: text(id + 1) },
                    kind => kind,
                };
                let card = sample::card(id, lane.kind, 0, slot, &text(id));
                cards.push(pathlight::model::Card { lane: lane.id, touchpoint, kind, votes: id % 9, ..card });
            }
        }
    }
    map.cards = cards.into_iter().collect();
    map
}

fn extent(run: &TextRun) -> Rect {
    let metrics = FONTS.metrics(run.face, run.size);
    Rect {
        min: pt(run.origin.x, run.origin.y - metrics.cap_height),
        max: pt(run.origin.x + run.width, run.origin.y + metrics.descent * 0.5),
    }
}

/// What sums of places may be off by rounding.
const HAIR: f32 = 0.01;

fn holds(outer: Rect, inner: Rect) -> bool {
    let outer = outer.expanded(HAIR);
    outer.contains(inner.min) && outer.contains(inner.max)
}

fn overlap(a: Rect, b: Rect) -> bool {
    let a = a.expanded(-HAIR);
    a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y
}

fn cards(scene: &Scene) -> Vec<(Element, Rect)> {
    let nodes = scene.nodes.iter();
    nodes
        .filter(|node| matches!(node.element, Element::Card(_)))
        .map(|node| (node.element, node.rect))
        .collect()
}

/// Every text lies within its element and the sheet, every card within its row; no two texts and no two cards overlap.
pub fn assert_tidy(scene: &Scene) {
    for item in &scene.items {
        let (Prim::Text(run), Some(node)) = (&item.prim, item.node) else { continue };
        let node = &scene.nodes[node as usize];
        assert!(holds(node.rect, extent(run)), "`{}` sticks out of {:?}", run.text, node.element);
    }
    let sheet = Rect::from_xywh(0.0, 0.0, scene.size.width, scene.size.height);
    for run in runs(scene) {
        assert!(holds(sheet, extent(run)), "`{}` sticks out of the sheet", run.text);
    }
    let cards = cards(scene);
    for (index, (element, rect)) in cards.iter().enumerate() {
        for (other, place) in &cards[index + 1..] {
            assert!(!overlap(*rect, *place), "{element:?} covers {other:?}");
        }
        let row = scene.grid.row_at(rect.center().y).expect("a card lies in a row");
        assert!(rect.min.y > row.top && rect.max.y < row.bottom, "{element:?} sticks out of its row");
    }
    let mut texts: Vec<_> = runs(scene).map(|run| (extent(run), &run.text)).collect();
    texts.sort_by(|(a, _), (b, _)| a.min.y.total_cmp(&b.min.y));
    for (index, (place, text)) in texts.iter().enumerate() {
        let near = texts[index + 1..].iter().take_while(|(other, _)| other.min.y < place.max.y);
        for (other, words) in near {
            assert!(!overlap(*place, *other), "`{text}` and `{words}` overlap");
        }
    }
}

#[test]
fn the_sample_is_tidy() {
    assert_tidy(&scene(&sample::map(), Some(&sample::overlay())));
    assert_tidy(&scene_with(&sample::map(), Some(&sample::overlay()), &page()));
    assert_tidy(&scene_with(&sample::map(), None, &page()));
}

#[test]
fn sixty_touchpoints_with_long_words_are_tidy() {
    let map = crowd();
    assert_tidy(&scene_with(&map, None, &page()));
    let narrow = SceneOptions { column_width_pt: 70.0, ..SceneOptions::default() };
    assert_tidy(&scene_with(&map, None, &narrow));
}

#[test]
fn no_word_is_lost() {
    let map = crowd();
    let scene = scene(&map, None);
    for node in scene.nodes.iter().enumerate() {
        let (index, Element::Card(id)) = (node.0, node.1.element) else { continue };
        let card = map.cards.get(id).expect("a card of the map");
        let painted: String = scene
            .items
            .iter()
            .filter(|item| item.node == u32::try_from(index).ok())
            .filter_map(|item| match &item.prim {
                Prim::Text(run) => Some(run.text.replace(char::is_whitespace, "")),
                Prim::Rect(_) | Prim::Path(_) | Prim::Image(_) => None,
            })
            .collect();
        assert!(painted.contains(&card.text.replace(char::is_whitespace, "")), "{id}: {painted}");
    }
}

#[test]
fn rows_and_boxes_grow_with_what_they_hold() {
    let mut map = sample::map();
    let before = scene(&map, None);
    let more: Vec<_> = (0..4).map(|i| sample::card(300 + i, LaneKind::Pains, 0, i, LONG[1])).collect();
    map.cards = map.cards.iter().cloned().chain(more).collect();
    let mut touchpoints: Vec<Touchpoint> = map.touchpoints.iter().cloned().collect();
    touchpoints[0].name = LONG[1].to_owned();
    map.touchpoints = touchpoints.into_iter().collect();
    let after = scene(&map, None);

    let height = |scene: &Scene| {
        let row =
            scene.grid.rows.iter().find(|row| row.lane == sample::lane(LaneKind::Pains)).expect("pains");
        row.bottom - row.top
    };
    assert!(height(&after) > height(&before) + 100.0);
    assert!(after.grid.touchpoint_row.height() > before.grid.touchpoint_row.height() + 30.0);
    assert!(after.size.height > before.size.height + 130.0);
    let boxes = |scene: &Scene| -> Vec<f32> {
        let boxes = scene.nodes.iter().filter(|node| matches!(node.element, Element::Touchpoint(_)));
        boxes.map(|node| node.rect.height()).collect()
    };
    let first = boxes(&after)[0];
    assert!(boxes(&after).iter().all(|height| (height - first).abs() < 1e-3));
    assert!(boxes(&before).iter().all(|height| (height - 74.0).abs() < 1e-3));
}

#[test]
fn the_grid_is_without_holes_and_agrees_with_the_nodes() {
    let scene = scene(&crowd(), None);
    let grid = &scene.grid;
    assert_eq!((grid.columns.len(), grid.stages.len(), grid.rows.len()), (60, 6, LaneKind::ALL.len() + 3));
    for pair in grid.rows.windows(2) {
        assert!((pair[0].bottom - pair[1].top).abs() < 1e-3);
    }
    assert!((grid.touchpoint_row.max.y - grid.rows[0].top).abs() < 1e-3);
    for (stage, left) in grid.stages.iter().zip([153.0, 153.0 + 12.0 * 131.0]) {
        assert!((stage.band.min.x - left).abs() < 0.01 && (stage.area.min.x - left).abs() < 0.01);
    }
    let empty = grid.stages.last().expect("the empty stage");
    assert!((empty.band.width() - 125.0).abs() < 0.01, "one column but for the gap");
    for column in &grid.columns {
        let place = scene.node(Element::Touchpoint(column.touchpoint)).expect("a node").rect;
        assert!(column.left <= place.min.x && place.max.x <= column.right);
        for row in &grid.rows {
            let cell = scene.node(Element::Cell(row.lane, column.touchpoint)).expect("a cell").rect;
            assert!((cell.min.y - row.top).abs() < 1e-3 && (cell.max.y - row.bottom).abs() < 1e-3);
        }
    }
}

#[test]
fn cards_are_hit_before_the_cells_beneath_them() {
    let scene = scene(&sample::map(), Some(&sample::overlay()));
    for (element, rect) in cards(&scene) {
        assert_eq!(scene.hit(rect.center()).map(|node| node.element), Some(element));
    }
    let card = scene.node(Element::Card(CardId(101))).expect("a card").rect;
    let below = pt(card.center().x, card.max.y + 3.0);
    assert_eq!(
        scene.hit(below).map(|node| node.element),
        Some(Element::Cell(sample::lane(LaneKind::Pains), sample::touchpoint(1)))
    );
}

#[test]
fn the_same_input_gives_the_same_scene() {
    let (map, overlay) = (sample::map(), sample::overlay());
    assert_eq!(scene_with(&map, Some(&overlay), &page()), scene_with(&map, Some(&overlay), &page()));
}

#[test]
fn an_emotion_survives_the_way_to_the_screen_and_back() {
    let scene = scene(&sample::map(), None);
    let axis = scene.grid.rows.iter().find_map(|row| row.emotion_axis).expect("an emotion lane");
    for hundredths in -200..=200 {
        let emotion = f64::from(hundredths) / 100.0;
        let back = Grid::emotion_of_y(axis, Grid::y_of_emotion(axis, emotion));
        assert!((back - emotion).abs() < 1e-3, "{emotion} became {back}");
    }
}

#[test]
fn a_map_without_anything_is_a_small_scene() {
    for options in [SceneOptions::default(), page()] {
        let scene = scene_with(&JourneyMap::default(), None, &options);
        assert!(scene.size.width > 100.0 && scene.size.height > 50.0);
        assert!(scene.grid.columns.is_empty() && scene.grid.rows.is_empty());
    }
}
