//! The same picture in every format: what the painter of PNGs paints is the reference; SVG is painted by resvg, PDF by Poppler,
//! presentations by LibreOffice, for every sample map and one that is hard to write. What the window's canvas shows is compared in
//! `tests/ui/canvas_picture.rs`; where browsers show each text is asked in `export/browsers.rs`.
//!
//! That the comparison can fail is shown on the spot: a picture without one card, or with one text moved by some pixels, must
//! not pass for the same, by the limits that the formats are held to.

mod damage;
mod likeness;
pub mod maps;
mod ocr;
mod painters;
mod torture;
mod words;

pub use damage::with_a_text_moved;
use damage::without_a_card;
use likeness::{Likeness, Picture};
use maps::Pictured;
use painters::Shown;
use pathlight::base::fmt::NumberFormat;
use pathlight::base::geom::pt;
use pathlight::base::{Cancel, Progress, Rect};
use pathlight::export::{PngOptions, pixels};
use pathlight::scene::slides::{Deck, DeckCharts, Slide, SlideSize, overview};
use pathlight::scene::{Page, Prim, Scene, TextRun};
use pathlight::text::Fonts;
use pathlight::theme::Theme;

/// Pixels to the point, enough for small letters to be more than a smudge.
const SCALE: f32 = 1.5;

/// Words in presentations may stand so many pixels elsewhere: whoever shows them breaks and spaces lines by himself.
const WORDS_NEAR_PX: f32 = 6.0;
/// A text that is moved so far is to be told.
const MOVED_PX: f32 = 10.0;

/// The slide with the map.
fn slide(pictured: &Pictured, fonts: &Fonts) -> Slide {
    let deck = Deck {
        map: &pictured.map,
        measures: None,
        overlay: pictured.overlay.as_ref(),
        persona: None,
        format: NumberFormat::default(),
        size: SlideSize::Wide,
        page: Page::full(),
        charts: DeckCharts::default(),
    };
    overview(&deck, &Theme::light(), fonts)
}

/// The reference.
fn painted(scene: &Scene, scale: f32) -> Picture {
    let options = PngOptions::with_scale(scene, scale);
    let pixels = pixels(scene, &options, &Cancel::new(), &Progress::new()).expect("painted");
    Picture::of_rgba(pixels.width_px, pixels.height_px, &pixels.rgba)
}

/// Lines that are not wholly in Inter.
fn lines_in_other_fonts(scene: &Scene) -> Vec<Rect> {
    let runs = || {
        scene.items.iter().filter_map(|item| match &item.prim {
            Prim::Text(run) => Some((item.node, run)),
            _ => None,
        })
    };
    let line_of = |(node, other): (Option<u32>, &TextRun)| {
        let is_beside =
            |(of, run): &(Option<u32>, &TextRun)| *of == node && (run.origin.y - other.origin.y).abs() < 0.5;
        let line = runs().filter(is_beside).map(|(_, run)| Rect {
            min: pt(run.origin.x - 2.0, run.origin.y - 1.2 * run.size),
            max: pt(run.origin.x + run.width + 2.0, run.origin.y + 0.5 * run.size),
        });
        line.reduce(|one, next| one.union(&next))
    };
    runs().filter(|(_, run)| run.font.is_some()).filter_map(line_of).collect()
}

/// What is compared.
struct Compared<'a> {
    map: &'a str,
    format: &'a str,
    scene: &'a Scene,
    /// Pixels to the point.
    scale: f32,
    /// What is not looked at.
    left_out: Vec<Rect>,
}

/// Compares what another program has painted, and shows that worse would be told. Gives what is wrong.
fn problems(compared: &Compared<'_>, other: Picture, likeness: Likeness) -> Vec<String> {
    let Compared { map, format, scene, scale, left_out } = compared;
    let what = format!("{map}-{format}");
    let painted = |scene: &Scene| painted(scene, *scale).covered(left_out, *scale);
    let (reference, other) = (painted(scene), other.covered(left_out, *scale));
    let found = likeness.worst(&reference, &other);
    let mut damages = Vec::new();
    // Painted anew for one map of each format only: it takes a while.
    if *map == maps::SAMPLES[0] {
        damages.push(("a card is missing", without_a_card(scene)));
        let moved = likeness.notices_px.map(|by_px| with_a_text_moved(scene, by_px / scale));
        damages.extend(moved.map(|moved| ("a text is moved", moved)));
    }
    let damaged: Vec<(&str, f32)> =
        damages.iter().map(|(damage, scene)| (*damage, likeness.worst(&painted(scene), &other))).collect();
    println!("{what}: {found:.1} of at most {}; {damaged:.1?}", likeness.limit);
    let mut problems = Vec::new();
    if found > likeness.limit {
        let kept = std::env::temp_dir().join("pathlight-same-picture");
        reference.save(&kept, &format!("{what}-reference.png"));
        other.save(&kept, &format!("{what}-other.png"));
        let kept = kept.display();
        problems.push(format!("{what}: {found:.1} is more than {}; both are in {kept}", likeness.limit));
    }
    for (damage, found) in damaged.iter().filter(|(_, found)| *found <= likeness.limit) {
        problems.push(format!("{what}: {damage}, and that is told by {found:.1} only"));
    }
    problems
}

#[test]
fn svg_looks_like_the_png() {
    let fonts = painters::fonts();
    let exact = Likeness { blur: 1, limit: 32.0, notices_px: Some(5.0) };
    // resvg reads no embedded fonts, but takes the same faces from the system as it were; and it counts the room between
    // letters twice when a line's length is given, which makes long lines narrower by a pixel or two.
    let near = Likeness { blur: 6, limit: 26.0, notices_px: None };
    let mut wrong = Vec::new();
    for pictured in maps::all() {
        let (name, scene) = (pictured.name, pictured.page(&fonts));
        // The largest map takes long enough as it is.
        let scale = if maps::SAMPLES.contains(&name) { SCALE } else { 1.0 };
        for (kind, other) in painters::svg(&scene, scale) {
            let format = format!("svg-{kind}");
            let compared =
                Compared { map: name, format: &format, scene: &scene, scale, left_out: Vec::new() };
            let likeness = if kind == "outlines" { exact } else { near };
            wrong.extend(problems(&compared, other, likeness));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn pdf_looks_like_the_png() {
    let fonts = painters::fonts();
    // Poppler puts letters on whole pixels.
    let likeness = Likeness { blur: 2, limit: 36.0, notices_px: Some(5.0) };
    let mut wrong = Vec::new();
    for pictured in maps::all() {
        let (name, scene) = (pictured.name, pictured.page(&fonts));
        let other = painters::pdf(&scene, SCALE);
        let compared =
            Compared { map: name, format: "pdf", scene: &scene, scale: SCALE, left_out: Vec::new() };
        wrong.extend(problems(&compared, other, likeness));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn slides_look_like_the_png() {
    let fonts = painters::fonts();
    let slide = |pictured: &Pictured| (pictured.name, slide(pictured, &fonts));
    let slides: Vec<(&str, Slide)> = maps::all().iter().map(slide).collect();
    let Some(shown) = painters::pptx(&slides) else { return };
    let likeness = Likeness { blur: 6, limit: 26.0, notices_px: None };
    let mut wrong = Vec::new();
    for ((name, slide), Shown { picture, words }) in slides.iter().zip(shown) {
        let scene = &slide.scene;
        // LibreOffice writes what Inter lacks as it sees fit: letters over each other, emoji not at all. What follows on such a line
        // stands elsewhere, too.
        let left_out = lines_in_other_fonts(scene);
        let elsewhere = |scene: &Scene| words::elsewhere(scene, &words, 1.0, &left_out, WORDS_NEAR_PX);
        wrong.extend(
            elsewhere(scene).into_iter().map(|(word, by)| format!("{name}-pptx: {word} is {by:.1} px away")),
        );
        // In the other map it may be a part of a word that is too long for its line.
        let is_sample = maps::SAMPLES.contains(name);
        if is_sample && elsewhere(&with_a_text_moved(scene, MOVED_PX)).is_empty() {
            wrong.push(format!("{name}-pptx: nothing tells a text that is moved"));
        }
        let compared = Compared { map: name, format: "pptx", scene, scale: 1.0, left_out };
        wrong.extend(problems(&compared, picture, likeness));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
