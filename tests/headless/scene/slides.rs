//! Slides: which there are, what they say, and that nothing runs off them.

use super::{FONTS, layout, runs, sample};
use pathlight::base::fmt::NumberFormat;
use pathlight::model::{JourneyMap, Stage, TouchpointId};
use pathlight::overlay::Overlay;
use pathlight::scene::slides::{Deck, DeckCharts, Slide, SlideSize, slides};
use pathlight::scene::{Element, Page};
use pathlight::theme::Theme;

fn set(map: &JourneyMap, overlay: Option<&Overlay>, size: SlideSize) -> Vec<Slide> {
    let format = NumberFormat::default();
    let charts = DeckCharts::default();
    let deck = Deck { map, measures: None, overlay, persona: None, format, size, page: Page::full(), charts };
    slides(&deck, &Theme::light(), &FONTS)
}

fn titles(slides: &[Slide]) -> Vec<&str> {
    slides.iter().map(|slide| slide.title.as_str()).collect()
}

#[test]
fn a_set_tells_the_map_from_the_whole_to_what_is_done() {
    let slides = set(&sample::map(), Some(&sample::overlay()), SlideSize::Wide);
    let expected = [
        "Online order & care",
        "Discover",
        "Choose",
        "Buy",
        "Receive",
        "Get help",
        "61 % leave at “Asks for refund”",
        "46.4 % leave at “Sees delivery cost”",
        "31 % leave at “Compares pairs”",
        "27 % leave at “Parcel arrives”",
        "25 % leave at “Adds to cart”",
        "Customers feel worse than drawn at 9 of 9 touchpoints",
        "The 9 largest gaps",
        "What we do next",
    ];
    assert_eq!(titles(&slides), expected);
    assert!(slides.iter().all(|slide| slide.scene.size == SlideSize::Wide.size()));
    let gaps = slides.iter().find(|slide| slide.title.contains("gaps")).expect("a slide");
    let first = gaps.notes.lines().nth(2).expect("a gap");
    assert_eq!(first, "Sees delivery cost: drawn +0.5, measured −1.2 (−1.8)");
}

#[test]
fn the_nine_signs_have_a_slide_where_they_are_told() {
    let (map, overlay, signs) = (sample::map(), sample::overlay(), super::insight::told());
    for size in [SlideSize::Wide, SlideSize::Standard] {
        let charts = DeckCharts { signs: &signs, ..DeckCharts::default() };
        let (format, page) = (NumberFormat::default(), Page::full());
        let deck = Deck {
            map: &map,
            measures: None,
            overlay: Some(&overlay),
            persona: None,
            format,
            size,
            page,
            charts,
        };
        let slides = slides(&deck, &Theme::light(), &FONTS);
        let slide = slides.iter().find(|slide| slide.title == "Nine signs").expect("a slide");
        let figures = slide.scene.nodes.iter().filter(|node| matches!(node.element, Element::Figure(_)));
        let rects: Vec<_> = figures.map(|node| node.rect).collect();
        assert_eq!(rects.len(), 9);
        let extent = size.size();
        assert!(
            rects.iter().all(|rect| rect.max.x <= extent.width - 90.0 && rect.max.y <= extent.height - 90.0)
        );
        assert!(
            slide.notes.contains("High bounce") && slide.notes.contains("3 need work"),
            "{}",
            slide.notes
        );
    }
}

#[test]
fn a_chart_alone_stands_in_the_middle_of_its_slide() {
    let signs = super::insight::told();
    let sheet = pathlight::scene::signs::sheet(&signs, ("A map", ""), &Theme::light(), &FONTS);
    let slide = pathlight::scene::slides::picture_alone(&sheet, "Nine signs");
    assert_eq!(slide.scene.size, SlideSize::Wide.size());
    for run in runs(&slide.scene) {
        let is_inside = run.origin.x >= 40.0 && run.origin.x + run.width <= 1880.0 && run.origin.y <= 1040.0;
        assert!(is_inside, "`{}` at {:?}", run.text, run.origin);
    }
    assert!(slide.notes.contains("High bounce"));
}

#[test]
fn what_there_is_nothing_to_say_about_has_no_slide() {
    let mut map = sample::map();
    map.cards = map.cards.iter().take(0).cloned().collect();
    let slides = set(&map, None, SlideSize::Wide);
    assert_eq!(titles(&slides), ["Online order & care", "Discover", "Choose", "Buy", "Receive", "Get help"]);
}

#[test]
fn exits_that_rest_on_few_are_not_told_as_the_largest() {
    let mut overlay = sample::overlay();
    let few = overlay.touchpoints.get_mut(&sample::touchpoint(8)).expect("figures");
    few.exit.as_mut().expect("a bar").small = true;
    let slides = set(&sample::map(), Some(&overlay), SlideSize::Wide);
    let exits: Vec<_> = titles(&slides).into_iter().filter(|title| title.contains("leave at")).collect();
    assert_eq!(exits.len(), 5);
    assert!(!exits.iter().any(|title| title.contains("Asks for refund")), "{exits:?}");
}

#[test]
fn a_long_stage_is_parted_and_no_touchpoint_is_left_out() {
    let map = layout::crowd();
    let slides = set(&map, None, SlideSize::Wide);
    let shown: Vec<TouchpointId> = slides
        .iter()
        .skip(1)
        .flat_map(|slide| &slide.scene.nodes)
        .filter_map(|node| match node.element {
            Element::Touchpoint(id) => Some(id),
            _ => None,
        })
        .collect();
    let in_order: Vec<_> = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect();
    assert_eq!(shown, in_order);
    let stages = map.stages.iter().filter(|stage: &&Stage| !stage.touchpoints.is_empty()).count();
    let actions = slides.iter().filter(|slide| slide.title == "What we do next").count();
    // Twelve touchpoints a stage are two slides of six.
    assert_eq!(slides.len(), 1 + 2 * stages + actions);
    assert!(actions > 1, "more actions than one slide holds");
}

#[test]
fn no_word_runs_off_a_slide() {
    let overlay = sample::overlay();
    for size in [SlideSize::Wide, SlideSize::Standard] {
        let sets = [set(&sample::map(), Some(&overlay), size), set(&layout::crowd(), None, size)];
        for slide in sets.iter().flatten() {
            let extent = size.size();
            for run in runs(&slide.scene) {
                let is_inside = run.origin.x >= 0.0
                    && run.origin.x + run.width <= extent.width
                    && run.origin.y - run.size >= -1.0
                    && run.origin.y <= extent.height;
                assert!(is_inside, "{}: `{}` at {:?}", slide.title, run.text, run.origin);
            }
        }
    }
}

#[test]
fn speakers_are_told_where_figures_come_from() {
    for slide in set(&sample::map(), Some(&sample::overlay()), SlideSize::Wide) {
        assert!(slide.notes.starts_with(&slide.title), "{}", slide.notes);
        assert!(slide.notes.contains("Source: orders.db"), "{}", slide.notes);
    }
}
