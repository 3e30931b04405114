//! What cards show: the touchpoints they cover, colours, tags, evidence, pictures; and lanes that are folded away.

use super::{page, runs, sample, scene, scene_with, shows};
use pathlight::base::Rect;
use pathlight::model::{
    Card, CardId, CardKind, Evidence, JourneyMap, Lane, LaneKind, Opportunity, Pain, Png,
};
use pathlight::scene::{Element, ImagePrim, Prim, Scene, SceneOptions};
use pathlight::theme::Theme;

/// The sample with other cards.
fn with_cards(cards: impl IntoIterator<Item = Card>) -> JourneyMap {
    JourneyMap { cards: cards.into_iter().collect(), ..sample::map() }
}

fn with_lane(mut map: JourneyMap, kind: LaneKind, change: impl Fn(&mut Lane)) -> JourneyMap {
    let id = sample::lane(kind);
    let mut lanes: Vec<Lane> = map.lanes.iter().cloned().collect();
    if !map.about.lanes.contains(&id) {
        lanes.push(Lane::new(id, kind));
        map.about.lanes.push(id);
    }
    lanes.iter_mut().filter(|lane| lane.id == id).for_each(change);
    map.lanes = lanes.into_iter().collect();
    map
}

fn place(scene: &Scene, card: u32) -> Rect {
    scene.node(Element::Card(CardId(card))).unwrap_or_else(|| panic!("card {card} is not drawn")).rect
}

fn row(scene: &Scene, kind: LaneKind) -> (f32, f32) {
    let row = scene.grid.rows.iter().find(|row| row.lane == sample::lane(kind)).expect("a row");
    (row.top, row.bottom)
}

fn prims_of(scene: &Scene, card: u32) -> Vec<&Prim> {
    let index = scene.nodes.iter().position(|node| node.element == Element::Card(CardId(card)));
    let index = index.and_then(|index| u32::try_from(index).ok());
    assert!(index.is_some(), "card {card} is not drawn");
    scene.items.iter().filter(|item| item.node == index).map(|item| &item.prim).collect()
}

fn picture_of(scene: &Scene, card: u32) -> Option<&ImagePrim> {
    prims_of(scene, card).into_iter().find_map(|prim| match prim {
        Prim::Image(image) => Some(image),
        Prim::Rect(_) | Prim::Path(_) | Prim::Text(_) => None,
    })
}

pub fn png(width: u32, height: u32) -> Png {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&vec![120; (width * height) as usize]).expect("pixels");
    writer.finish().expect("an end");
    Png::new(bytes).expect("a PNG file")
}

pub fn broken_png() -> Png {
    let whole = png(40, 30);
    Png::new(&whole.bytes()[..whole.bytes().len() / 2]).expect("it begins as a PNG file does")
}

fn image(id: u32, png: Png, caption: &str, alt: &str) -> Card {
    let card = sample::card(id, LaneKind::Images, 2, 0, caption);
    Card { kind: CardKind::Image { png, alt: alt.to_owned() }, ..card }
}

fn images(card: Card) -> JourneyMap {
    with_lane(with_cards([card]), LaneKind::Images, |_| ())
}

#[test]
fn a_card_covers_its_touchpoints_and_pushes_the_others_down() {
    let wide = Card { span: 2, ..sample::card(1, LaneKind::Pains, 1, 0, "Covers three") };
    let map = with_cards([
        wide,
        sample::card(2, LaneKind::Pains, 1, 1, "below"),
        sample::card(3, LaneKind::Pains, 3, 0, "below as well"),
        sample::card(4, LaneKind::Pains, 4, 0, "beside"),
    ]);
    let scene = scene(&map, None);
    let (wide, below, covered, beside) =
        (place(&scene, 1), place(&scene, 2), place(&scene, 3), place(&scene, 4));
    let touchpoint =
        |column| scene.node(Element::Touchpoint(sample::touchpoint(column))).expect("a box").rect;
    assert_eq!((wide.min.x, wide.max.x), (touchpoint(1).min.x, touchpoint(3).max.x));
    assert!(below.min.y > wide.max.y && covered.min.y > wide.max.y, "they stand below it");
    assert_eq!(beside.min.y, wide.min.y, "what it does not cover stays at the top");
    let label = scene.node(Element::Card(CardId(1))).expect("a card").label.text();
    assert!(label.contains("from Searches shoes to Adds to cart"), "{label}");
    let cell = Element::Cell(sample::lane(LaneKind::Pains), sample::touchpoint(2));
    let label = scene.node(cell).expect("a cell").label.text();
    assert!(label.ends_with("1 card"), "a covered cell is not empty: {label}");
}

#[test]
fn a_card_that_reaches_beyond_the_map_ends_with_it() {
    let map = with_cards([Card { span: 99, ..sample::card(1, LaneKind::Pains, 7, 0, "To the end") }]);
    let scene = scene(&map, None);
    let last = scene.node(Element::Touchpoint(sample::touchpoint(8))).expect("a box").rect;
    assert_eq!(place(&scene, 1).max.x, last.max.x);
}

#[test]
fn a_colour_of_its_own_is_seen_in_both_themes() {
    let plain = sample::card(1, LaneKind::Notes, 0, 0, "A note");
    let map =
        with_cards([Card { palette: Some(2), ..plain.clone() }, Card { id: CardId(2), slot: 1, ..plain }]);
    let map = with_lane(map, LaneKind::Notes, |_| ());
    for theme in [Theme::light(), Theme::dark()] {
        let scene = pathlight::scene::build(&map, None, &SceneOptions::default(), &theme, &super::FONTS);
        let fill = |card| match prims_of(&scene, card)[0] {
            Prim::Rect(rect) => rect.fill,
            Prim::Path(_) | Prim::Text(_) | Prim::Image(_) => None,
        };
        assert_eq!(fill(1), Some(theme.card_tint(2).fill));
        assert_eq!(fill(2), Some(theme.note_fill));
        assert!(prims_of(&scene, 1).len() > prims_of(&scene, 2).len(), "a stripe, not the tint alone");
    }
}

#[test]
fn tags_are_whole_and_named() {
    let long = "Çekoslovakyalılaştıramadıklarımızdanmışsınızcasına";
    let tags = ["delivery", "quick win", "2025", long].map(str::to_owned).into();
    let map = with_cards([Card { tags, ..sample::card(1, LaneKind::Pains, 0, 0, "Tagged") }]);
    let scene = scene(&map, None);
    let painted: String = prims_of(&scene, 1)
        .into_iter()
        .filter_map(|prim| match prim {
            Prim::Text(run) => Some(run.text.as_ref()),
            Prim::Rect(_) | Prim::Path(_) | Prim::Image(_) => None,
        })
        .collect();
    for tag in ["delivery", "quick win", "2025", long] {
        assert!(painted.contains(tag), "{tag} in {painted}");
    }
    let label = scene.node(Element::Card(CardId(1))).expect("a card").label.text();
    assert!(label.ends_with(&format!("tagged 2025, delivery, quick win, {long}")), "{label}");
    let rect = place(&scene, 1);
    for prim in prims_of(&scene, 1) {
        if let Prim::Rect(chip) = prim {
            assert!(
                rect.expanded(0.01).contains(chip.rect.min) && rect.expanded(0.01).contains(chip.rect.max)
            );
        }
    }
}

#[test]
fn evidence_is_marked_where_it_is_known() {
    let card = |id, evidence| Card { evidence, ..sample::card(id, LaneKind::Pains, id, 0, "Waits") };
    let grades = [Some(Evidence::Assumed), Some(Evidence::Quoted), Some(Evidence::Measured), None];
    let map = with_cards((0..).zip(grades).map(|(id, evidence)| card(id, evidence)));
    let plain = scene(&map, None);
    let count = |scene: &Scene, id| prims_of(scene, id).len();
    let labels: Vec<_> = (0..4)
        .map(|id| {
            plain
                .node(Element::Card(CardId(id)))
                .expect("a card")
                .label
                .text()
                .rsplit(", ")
                .next()
                .map(str::to_owned)
        })
        .collect();
    assert_eq!(labels[..3], ["assumed", "quoted", "measured"].map(|grade| Some(grade.to_owned())));
    assert!((0..3).all(|id| count(&plain, id) > count(&plain, 3)), "each grade has a mark");
    let marks: Vec<_> = (0..3).map(|id| format!("{:?}", prims_of(&plain, id).last())).collect();
    assert!(marks[0] != marks[1] && marks[1] != marks[2] && marks[0] != marks[2], "no two look alike");

    let mut overlay = sample::overlay();
    overlay.measured_cards = [CardId(3)].into();
    let measured = scene(&map, Some(&overlay));
    assert!(count(&measured, 3) > count(&plain, 3), "a rule that matched data is evidence");
}

#[test]
fn marks_stay_together_beside_the_note_or_below_it() {
    let card = |id: u32| {
        let pain = Pain { severity: id as u8 % 5 + 1, frequency: Some(0.5), ..Pain::default() };
        let card = sample::card(id, LaneKind::Pains, 1 + id % 4, id / 4, "Waits");
        Card { kind: CardKind::Pain(pain), votes: id / 5 % 4 + 1, evidence: Some(Evidence::Quoted), ..card }
    };
    let scene = scene(&with_cards((0..20).map(card)), None);
    let lines = |id| {
        let dots = prims_of(&scene, id).into_iter().filter_map(|prim| match prim {
            Prim::Rect(dot) if dot.rect.width() < 8.0 && dot.stroke.is_none() => Some(dot.rect.center().y),
            _ => None,
        });
        let mut lines: Vec<f32> = dots.collect();
        assert!(lines.len() >= 2, "severity and votes: {lines:?}");
        lines.sort_by(f32::total_cmp);
        lines.dedup_by(|a, b| (*a - *b).abs() < 0.01);
        lines.len()
    };
    let apart: Vec<u32> = (0..20).filter(|id| lines(*id) > 1).collect();
    assert!(apart.is_empty(), "one line has room for all: {apart:?}");
}

#[test]
fn the_header_tells_the_share_of_evidence_that_may_be_seen() {
    let map = sample::map();
    let overlay = sample::overlay();
    let share = |map, overlay, options: &SceneOptions| {
        let scene = scene_with(map, overlay, options);
        let share = runs(&scene).find(|run| run.text.ends_with("evidence")).map(|run| run.text.to_string());
        share.map(|words| words.replace(char::is_whitespace, " "))
    };
    assert_eq!(share(&map, Some(&overlay), &page()).as_deref(), Some("11 % evidence"), "one of nine");
    assert_eq!(share(&map, None, &page()).as_deref(), Some("0 % evidence"));
    let concealed = SceneOptions { show_measured: false, ..page() };
    assert_eq!(share(&map, Some(&overlay), &concealed).as_deref(), Some("0 % evidence"), "it would tell");
    assert_eq!(share(&with_cards([]), Some(&overlay), &page()), None, "no cards, no share");
}

#[test]
fn owner_and_due_date_stand_on_an_opportunity() {
    let kind = CardKind::Opportunity(Opportunity {
        impact: 4,
        effort: 2,
        owner: "Checkout team".to_owned(),
        due: "2026-03-01".to_owned(),
    });
    let card = Card { kind, ..sample::card(1, LaneKind::Opportunities, 0, 0, "Say it earlier") };
    let scene = scene(&with_cards([card]), None);
    let words: Vec<_> = runs(&scene).map(|run| run.text.to_string()).collect();
    let words = words.join(" ");
    for part in ["4 / 2", "Checkout", "2026-03-01"] {
        assert!(words.contains(part), "{part}");
    }
}

#[test]
fn a_picture_keeps_its_aspect_and_the_lane_grows() {
    let without = scene(&with_lane(with_cards([]), LaneKind::Images, |_| ()), None);
    for (width, height) in [(400, 300), (300, 900), (900, 30), (2000, 2000)] {
        let map = images(image(1, png(width, height), "Checkout page", "a form"));
        let scene = scene(&map, None);
        let picture = picture_of(&scene, 1).expect("a picture").rect;
        let aspect = picture.width() / picture.height() * height as f32 / width as f32;
        assert!((aspect - 1.0).abs() < 0.02, "{width} × {height} became {picture:?}");
        let (card, (top, bottom)) = (place(&scene, 1), row(&scene, LaneKind::Images));
        assert!(card.contains(picture.min) && card.contains(picture.max));
        assert!(top < card.min.y && card.max.y < bottom, "the lane holds it");
        assert!(shows(&scene, "Checkout page"), "the caption");
        let (empty_top, empty_bottom) = row(&without, LaneKind::Images);
        assert!(bottom - top >= empty_bottom - empty_top);
    }
}

#[test]
fn a_small_picture_is_not_blown_up() {
    let scene = scene(&images(image(1, png(16, 12), "", "")), None);
    let picture = picture_of(&scene, 1).expect("a picture").rect;
    assert!((picture.width() - 16.0).abs() < 0.01 && (picture.height() - 12.0).abs() < 0.01);
}

#[test]
fn a_picture_that_cant_be_decoded_says_so() {
    let scene = scene(&images(image(1, broken_png(), "Queue at the desk", "twelve people")), None);
    assert!(picture_of(&scene, 1).is_none());
    let words: Vec<_> = runs(&scene).map(|run| run.text.to_string()).collect();
    let words = words.join(" ");
    for part in ["picture can’t be", "twelve people", "Queue at the desk"] {
        assert!(words.contains(part), "{part} in {words}");
    }
    let label = scene.node(Element::Card(CardId(1))).expect("a card").label.text();
    assert!(label.contains("can’t be shown"), "{label}");
}

#[test]
fn a_collapsed_lane_is_a_heading_that_says_what_it_holds() {
    let open = scene(&sample::map(), None);
    let map = with_lane(sample::map(), LaneKind::Pains, |lane| lane.collapsed = true);
    let scene = scene(&map, None);
    assert!(shows(&scene, "Pain points") && shows(&scene, "6 cards"));
    assert!(!shows(&scene, "Cost shown late"));
    let height = |scene| {
        let (top, bottom) = row(scene, LaneKind::Pains);
        bottom - top
    };
    assert!(height(&scene) < height(&open));
    assert!(scene.node(Element::Card(CardId(102))).is_none());
    let pains = sample::lane(LaneKind::Pains);
    assert!(scene.node(Element::Cell(pains, sample::touchpoint(0))).is_none(), "nothing can be put there");
    assert_eq!(
        scene.node(Element::Lane(pains)).expect("a heading").label.to_string(),
        "Lane Pain points, 6 cards, collapsed"
    );
}

#[test]
fn a_collapsed_emotion_lane_has_no_axis() {
    let map = with_lane(sample::map(), LaneKind::Emotion, |lane| lane.collapsed = true);
    let scene = scene(&map, Some(&sample::overlay()));
    assert!(scene.grid.rows.iter().all(|row| row.emotion_axis.is_none()));
    assert!(shows(&scene, "1 curve") && !shows(&scene, "+2"));
}

#[test]
fn a_pinned_lane_shows_its_pin() {
    let items = |pinned| {
        let map = with_lane(sample::map(), LaneKind::Pains, |lane| lane.pinned = pinned);
        let scene = scene(&map, None);
        let lane = sample::lane(LaneKind::Pains);
        let label = scene.node(Element::Lane(lane)).expect("a heading").label.to_string();
        (scene.items.len(), label.contains("pinned"))
    };
    let (with, without) = (items(true), items(false));
    assert!(with.0 > without.0 && with.1 && !without.1);
}

#[test]
fn a_figure_keeps_room_for_the_words_that_explain_it() {
    let kind = CardKind::Metric { value: "46 %".into() };
    let metric = |text: &str| Card { kind: kind.clone(), ..sample::card(300, LaneKind::Metrics, 0, 0, text) };
    let map = |text: &str| with_lane(with_cards([metric(text)]), LaneKind::Metrics, |_| {});
    let (without, with) = (scene(&map(""), None), scene(&map("leave here"), None));
    assert_eq!(place(&without, 300), place(&with, 300), "the first letter typed moves nothing");
    assert!(place(&scene(&map(&"leave here ".repeat(9)), None), 300).height() > place(&with, 300).height());
}

#[test]
fn the_line_of_visibility_stands_above_what_staff_do() {
    let map = with_lane(sample::map(), LaneKind::Backstage, |_| {});
    let drawn = scene(&map, None);
    let (top, bottom) = row(&drawn, LaneKind::Backstage);
    let name = runs(&drawn).find(|run| &*run.text == "line of visibility").expect("the line's name");
    assert!(
        name.origin.y > top && name.origin.y < top + (bottom - top) / 2.0,
        "{top} {} {bottom}",
        name.origin.y
    );
    let map = with_lane(map, LaneKind::Backstage, |lane| lane.hidden = true);
    assert!(!runs(&scene(&map, None)).any(|run| &*run.text == "line of visibility"));
}
