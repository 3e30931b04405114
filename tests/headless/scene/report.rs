//! Reports: no page runs over, no line lies on another.

use super::{FONTS, runs, sample};
use pathlight::base::fmt::NumberFormat;
use pathlight::base::{Rect, Size};
use pathlight::model::{CardId, JourneyMap, Lane, LaneKind};
use pathlight::overlay::Overlay;
use pathlight::scene::report::{Block, chapters, pages};
use pathlight::scene::slides::{Deck, DeckCharts, SlideSize};
use pathlight::scene::{Page, Scene};
use pathlight::theme::Theme;

fn deck<'a>(map: &'a JourneyMap, overlay: &'a Overlay) -> Deck<'a> {
    Deck {
        map,
        measures: None,
        overlay: Some(overlay),
        persona: None,
        format: NumberFormat::default(),
        size: SlideSize::Wide,
        page: Page::full(),
        charts: DeckCharts::default(),
    }
}

fn report(map: &JourneyMap) -> Vec<Scene> {
    let overlay = sample::overlay();
    let deck = deck(map, &overlay);
    assert!(chapters(&deck, &Theme::light(), &FONTS).iter().all(|chapter| !chapter.blocks.is_empty()));
    pages(&deck, &Theme::light(), &FONTS)
}

fn boxes(page: &Scene) -> Vec<(Rect, String)> {
    let of = |run: &pathlight::scene::TextRun| {
        // Capitals and small letters without their tails.
        let height = 0.6 * run.size;
        let rect = Rect::from_xywh(run.origin.x, run.origin.y - height, run.width, height);
        (rect, run.text.to_string())
    };
    runs(page).map(of).collect()
}

#[test]
fn the_nine_signs_are_a_chapter_where_they_are_told() {
    let (map, overlay, signs) = (sample::map(), sample::overlay(), super::insight::told());
    let mut deck = deck(&map, &overlay);
    let has_signs = |deck: &Deck<'_>| {
        let chapters = chapters(deck, &Theme::light(), &FONTS);
        chapters.iter().any(|chapter| chapter.title == "Nine signs")
    };
    assert!(!has_signs(&deck));
    deck.charts = DeckCharts { signs: &signs, ..DeckCharts::default() };
    assert!(has_signs(&deck));
    let pages = pages(&deck, &Theme::light(), &FONTS);
    // The chapter's heading, not the list of chapters.
    let has_heading = |page: &&Scene| page.nodes.iter().any(|node| node.label.text() == "Nine signs");
    let page = pages.iter().find(has_heading).expect("a page");
    let figures = page.nodes.iter().filter(|node| node.label.text().contains("Staff drifting away"));
    assert_eq!(figures.count(), 1, "all on the page of their heading");
}

#[test]
fn a_long_title_is_whole_on_the_cover() {
    let mut map = sample::map();
    let title =
        "Müşteri hizmetlerine ulaşamadığı için İnternet şubesinden tekrar başvuru yapıyor ve bekliyor";
    title.clone_into(&mut map.about.title);
    let words: Vec<String> = runs(&report(&map)[0]).map(|run| run.text.trim().to_owned()).collect();
    assert!(words.join(" ").contains(title), "{words:?}");
}

#[test]
fn pages_are_a4_and_nothing_runs_over_or_lies_on_another() {
    let mut map = sample::map();
    // Enough to do for several pages.
    let lane = sample::lane(LaneKind::Opportunities);
    if map.lanes.get(lane).is_none() {
        map.lanes = map.lanes.iter().cloned().chain([Lane::new(lane, LaneKind::Opportunities)]).collect();
    }
    let more = (0..60).map(|number| {
        let mut card = sample::card(900 + number, LaneKind::Opportunities, number % 9, 5 + number, "");
        card.id = CardId(900 + number);
        card.text =
            format!("Measure number {number} that is told in so many words that they need several lines");
        card
    });
    map.cards = map.cards.iter().cloned().chain(more).collect();
    let pages = report(&map);
    assert!(pages.len() > 4, "{}", pages.len());
    for (number, page) in pages.iter().enumerate() {
        assert_eq!(page.size, Size { width: 595.276, height: 841.89 });
        let boxes = boxes(page);
        for (rect, words) in &boxes {
            let is_inside =
                rect.min.x >= 0.0 && rect.max.x <= page.size.width && rect.max.y <= page.size.height;
            assert!(is_inside, "page {number}: {words}");
        }
        for (place, (one, words)) in boxes.iter().enumerate() {
            for (other, other_words) in &boxes[place + 1..] {
                let is_apart = !one.intersects(other);
                assert!(is_apart, "page {number}: “{words}” lies on “{other_words}”");
            }
        }
    }
}

#[test]
fn the_same_map_makes_the_same_report() {
    let map = sample::map();
    assert!(report(&map) == report(&map));
    let overlay = sample::overlay();
    let chapters = chapters(&deck(&map, &overlay), &Theme::light(), &FONTS);
    let pictures = chapters.iter().flat_map(|chapter| &chapter.blocks);
    let pictures = pictures.filter(|block| matches!(block, Block::Picture(..))).count();
    assert_eq!(pictures, 2, "nine touchpoints in two parts that can be read");
}
