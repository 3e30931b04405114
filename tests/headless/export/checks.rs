//! What may be wrong with a picture is found before it is saved, with its place; a sound picture gives no alarm.

use super::super::scene::sample;
use pathlight::base::fmt::NumberFormat;
use pathlight::base::geom::pt;
use pathlight::base::{Cancel, Color};
use pathlight::export::checks::{Check, Checked, Finding, findings};
use pathlight::measure::{Measures, TouchpointFigures};
use pathlight::model::{CardKind, JourneyMap, LaneKind};
use pathlight::scene::slides::{Deck, DeckCharts, Slide, SlideSize, slides};
use pathlight::scene::{Element, Page, Prim, Scene, SceneOptions, build};
use pathlight::text::Fonts;
use pathlight::theme::{Theme, ThemeName};
use std::sync::LazyLock;

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::bundled);

fn picture(map: &JourneyMap, theme: &Theme) -> Slide {
    let options = SceneOptions { page: Some(Page::with_margin(24.0)), ..SceneOptions::default() };
    let scene = build(map, Some(&sample::overlay()), &options, theme, &FONTS);
    Slide { title: String::new(), scene, notes: String::new() }
}

fn found_in(slide: Slide, map: &JourneyMap, points_per_point: f32) -> Vec<Finding> {
    let checked = Checked {
        pictures: &[slide],
        map,
        measures: None,
        points_per_point,
        ground: Color::WHITE,
        format: Default::default(),
    };
    findings(&checked, &Cancel::new()).expect("not cancelled")
}

fn of(check: Check, found: &[Finding]) -> Vec<&Finding> {
    found.iter().filter(|finding| finding.check == check).collect()
}

/// The map with other words on its first card.
fn with_words(words: &str) -> (JourneyMap, Element) {
    let mut map = sample::map();
    let card = map.cards.iter().next().expect("a card").clone();
    let element = Element::Card(card.id);
    let changed = map.cards.iter().cloned().map(|mut one| {
        if one.id == card.id {
            one.text = words.to_owned();
        }
        one
    });
    map.cards = changed.collect();
    (map, element)
}

/// The first run of text that an element has.
fn run_of(scene: &mut Scene, element: Element) -> &mut pathlight::scene::TextRun {
    let node = scene.nodes.iter().position(|node| node.element == element).expect("its node");
    let node = u32::try_from(node).expect("few");
    let mut runs = scene.items.iter_mut().filter(|item| item.node == Some(node));
    runs.find_map(|item| match &mut item.prim {
        Prim::Text(run) => Some(run),
        _ => None,
    })
    .expect("a text")
}

#[test]
fn a_sound_picture_gives_no_alarm_in_any_theme() {
    let map = sample::map();
    for theme in ThemeName::ALL.map(Theme::named) {
        let found = found_in(picture(&map, &theme), &map, 1.0);
        let grave: Vec<_> = found.iter().filter(|finding| finding.check != Check::EmptyCells).collect();
        assert!(grave.is_empty(), "{grave:?}");
    }
}

#[test]
fn text_too_small_for_its_paper_is_found_at_its_size_there() {
    let map = sample::map();
    let found = found_in(picture(&map, &Theme::light()), &map, 0.5);
    let [finding] = of(Check::SmallText, &found)[..] else { panic!("one finding: {found:?}") };
    assert!(finding.words.contains("below 6 pt") || finding.words.contains("lower than 6 pt"), "{finding:?}");
    assert!(finding.words.contains("5.0 pt"), "{finding:?}");
    assert!(of(Check::SmallText, &found_in(picture(&map, &Theme::light()), &map, 0.7)).is_empty());
}

#[test]
fn text_that_reaches_out_of_its_card_or_the_picture_is_found_with_its_card() {
    let (map, card) = with_words("A short one");
    let mut slide = picture(&map, &Theme::light());
    run_of(&mut slide.scene, card).width += 60.0;
    let found = found_in(slide, &map, 1.0);
    let [finding] = of(Check::CutOff, &found)[..] else { panic!("one finding: {found:?}") };
    assert_eq!(finding.at, Some(card));
    assert!(finding.words.contains("“A short one” reaches out of its card"), "{finding:?}");

    let mut slide = picture(&map, &Theme::light());
    let right = slide.scene.size.width;
    run_of(&mut slide.scene, card).origin = pt(right - 10.0, 300.0);
    let found = found_in(slide, &map, 1.0);
    assert!(of(Check::CutOff, &found)[0].words.contains("out of the picture"), "{found:?}");
}

#[test]
fn text_without_contrast_is_found_with_its_ratio() {
    let (map, card) = with_words("Hardly seen");
    let mut slide = picture(&map, &Theme::light());
    run_of(&mut slide.scene, card).color = Theme::light().pain_border;
    let found = found_in(slide.clone(), &map, 1.0);
    let [finding] = of(Check::Contrast, &found)[..] else { panic!("one finding: {found:?}") };
    assert_eq!(finding.at, Some(card));
    let ratio = Theme::light().pain_border.contrast(Theme::light().pain_fill);
    assert!(finding.words.contains(&format!("{ratio:.1} : 1")), "{finding:?}");
    // Dark words may be read on nothing, but not on what is dark there.
    slide = picture(&map, &Theme::light());
    slide.scene.background = None;
    assert!(of(Check::Contrast, &found_in(slide.clone(), &map, 1.0)).is_empty());
    let light_words = picture(&map, &Theme::dark());
    let on_white = Scene { background: Some(Color::WHITE), ..light_words.scene.clone() };
    let on_white = Slide { scene: on_white, ..light_words };
    assert!(!of(Check::Contrast, &found_in(on_white, &map, 1.0)).is_empty());
}

#[test]
fn letters_that_no_font_has_are_found_with_the_font_that_has_them() {
    let (map, card) = with_words("ab \u{0E2A}\u{0E27}\u{0E31}\u{0E2A}");
    let found = found_in(picture(&map, &Theme::light()), &map, 1.0);
    let finding = of(Check::MissingGlyphs, &found);
    let finding = finding.first().expect("a finding");
    assert_eq!(finding.at, Some(card));
    assert!(finding.words.contains('\u{0E2A}') && finding.words.contains("Noto Sans Thai"), "{finding:?}");
}

#[test]
fn empty_cells_are_counted_by_lane() {
    let map = sample::map();
    let found = found_in(picture(&map, &Theme::light()), &map, 1.0);
    let empty = of(Check::EmptyCells, &found);
    let first_empty = Element::Cell(sample::lane(LaneKind::Pains), sample::touchpoint(0));
    assert_eq!(empty[0].at, Some(first_empty));
    assert_eq!(empty[0].words, "Pain points: 4 of 9 places are empty");
    let mut bare = map;
    let others = bare.cards.iter().filter(|card| !matches!(card.kind, CardKind::Pain(_))).cloned();
    bare.cards = others.collect();
    let found = found_in(picture(&bare, &Theme::light()), &bare, 1.0);
    assert_eq!(of(Check::EmptyCells, &found)[0].words, "Pain points: nothing stands in it");
}

#[test]
fn figures_of_few_are_told_of_whether_they_are_hidden_or_not() {
    let mut map = sample::map();
    let figures = |at, visits| TouchpointFigures {
        touchpoint: sample::touchpoint(at),
        visits,
        customers: visits,
        reached: visits,
        closed: visits,
        left: 0,
        returned: 0,
        exits: 0,
        open_here: 0,
        exit_rate: None,
        exit_rate_of_visits: None,
        drop_off: None,
        satisfaction: None,
        sentiment: None,
        wait: None,
        channels: Vec::new(),
        contacted_again: None,
        several_agents: None,
        response_rate: None,
    };
    let measures =
        Measures { touchpoints: vec![figures(0, 100), figures(1, 4), figures(2, 7)], ..Measures::default() };
    let pictures = [picture(&map, &Theme::light())];
    let mut found = |smallest_group| {
        map.about.smallest_group = smallest_group;
        let checked = Checked {
            pictures: &pictures,
            map: &map,
            measures: Some(&measures),
            points_per_point: 1.0,
            ground: Color::WHITE,
            format: Default::default(),
        };
        let found = findings(&checked, &Cancel::new()).expect("not cancelled");
        of(Check::SmallGroups, &found).into_iter().next().cloned().expect("a finding")
    };
    let hidden = found(10);
    assert_eq!(hidden.words, "Figures under 10 are hidden at 2 touchpoints");
    assert_eq!(hidden.at, Some(Element::Touchpoint(sample::touchpoint(1))));
    assert_eq!(found(0).words, "Figures under 5 are shown at one touchpoint; the map hides none");
}

#[test]
fn all_slides_can_be_read_in_both_themes() {
    let (map, overlay) = (sample::map(), sample::overlay());
    let deck = Deck {
        map: &map,
        measures: None,
        overlay: Some(&overlay),
        persona: None,
        format: NumberFormat::default(),
        size: SlideSize::Wide,
        page: Page::full(),
        charts: DeckCharts::default(),
    };
    for theme in [Theme::light(), Theme::dark()] {
        for slide in slides(&deck, &theme, &FONTS) {
            let title = slide.title.clone();
            let found = found_in(slide, &map, 1.0);
            assert_eq!(of(Check::Contrast, &found).len(), 0, "{title}: {found:#?}");
        }
    }
}
