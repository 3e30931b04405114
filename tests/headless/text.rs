//! Tests of `text`.

use crate::fonts::{other, with_others};
use pathlight::text::{Face, Fonts, Shaped};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

const HARD_TEXTS: [&str; 9] = [
    "",
    " ",
    "Çekoslovakyalılaştıramadıklarımızdanmışsınızcasına",
    "Zażółć gęślą jaźń — 1 234,5 zł\n\nKonstantynopolitańczykowianeczka",
    "Sees delivery cost",
    "配送料を見る 👩‍👩‍👧‍👦 e\u{301}\u{327}",
    "a\tb\r\nc\u{7}",
    "لا أعرف",
    "\u{200b}\u{feff}\u{fffd}",
];

#[test]
fn widths_are_the_sums_of_the_fonts_own_advances() {
    let fonts = Fonts::bundled();
    for face in Face::ALL {
        let font = FontRef::new(Fonts::data(face)).expect("a font");
        let size = Size::new(100.0);
        let (charmap, metrics) = (font.charmap(), font.glyph_metrics(size, LocationRef::default()));
        for letter in "nİłŞğ€".chars() {
            let glyph = charmap.map(letter).expect("Inter has the letter");
            let advance = metrics.advance_width(glyph).expect("an advance");
            let shaped = fonts.shape(&letter.to_string(), face, 100.0);
            assert!(
                (shaped.width - advance).abs() < 0.01,
                "{letter} in {face:?}: {} ≠ {advance}",
                shaped.width
            );
            assert_eq!((shaped.runs.len(), shaped.runs[0].glyphs.len()), (1, 1));
        }
        // No kerning between upright stems.
        let advance = metrics.advance_width(charmap.map('n').expect("n")).expect("an advance");
        assert!((fonts.width("nnnn", face, 100.0) - 4.0 * advance).abs() < 0.01);
    }
}

#[test]
fn width_is_linear_in_size() {
    let fonts = Fonts::bundled();
    for text in HARD_TEXTS {
        let (small, large) =
            (fonts.shape(text, Face::SemiBold, 12.8), fonts.shape(text, Face::SemiBold, 128.0));
        assert!((small.width * 10.0 - large.width).abs() < 0.01 * large.width.max(1.0), "{text}");
        assert!((fonts.width(text, Face::SemiBold, 12.8) - small.width).abs() < 1e-3);
    }
}

#[test]
fn wrapped_lines_fit_and_lose_no_letter() {
    let fonts = Fonts::bundled();
    for text in HARD_TEXTS {
        for width in [20.0_f32, 45.0, 97.0, 300.0] {
            let lines = fonts.wrap(text, Face::Medium, 12.8, width);
            assert!(!lines.is_empty());
            for line in lines.iter() {
                let single =
                    unicode_segmentation::UnicodeSegmentation::graphemes(&*line.text, true).count() < 2;
                assert!(line.width <= width || single, "`{}` is {} wide, not {width}", line.text, line.width);
            }
            let letters = |text: &str| -> String {
                text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
            };
            let joined: String = lines.iter().map(|line| &*line.text).collect();
            assert_eq!(letters(&joined), letters(text));
        }
    }
}

#[test]
fn lines_break_between_words_before_inside_them() {
    let fonts = Fonts::bundled();
    let lines = |text, width| -> Vec<String> {
        fonts.wrap(text, Face::SemiBold, 12.8, width).iter().map(|line| line.text.to_string()).collect()
    };
    assert_eq!(lines("Sees delivery cost", 95.1), ["Sees delivery", "cost"]);
    assert_eq!(lines("Sees delivery cost", 500.0), ["Sees delivery cost"]);
    assert_eq!(lines("Two\n\nlines\n", 500.0), ["Two", "", "lines"]);
    let broken = lines("An Übergrößenträgerinnenvereinigung", 80.0);
    assert_eq!(broken[0], "An");
    assert!(broken.len() > 2);
}

#[test]
fn ellipsis_keeps_what_fits() {
    let fonts = Fonts::bundled();
    assert_eq!(&*fonts.ellipsize("Pays", Face::Regular, 12.0, 100.0).text, "Pays");
    for text in HARD_TEXTS.iter().filter(|text| text.chars().count() > 15) {
        let line = fonts.ellipsize(text, Face::Regular, 12.0, 60.0);
        assert!(line.width <= 60.0, "{}", line.text);
        assert!(line.text.ends_with('…') && line.text.chars().count() > 3, "{}", line.text);
    }
}

#[test]
fn letters_without_glyph_are_named_and_keep_a_place() {
    let fonts = Fonts::bundled();
    let usual = fonts.shape("Łódź İŞĞ ₺ → ★ ✓ 46.4\u{202f}%\n", Face::Regular, 10.0);
    assert_eq!((usual.runs.len(), fonts.take_wanted()), (1, vec![]));
    let shaped = fonts.shape("a 東京 東", Face::Regular, 10.0);
    assert_eq!(fonts.take_wanted(), ['京', '東']);
    assert!(fonts.take_wanted().is_empty(), "told once");
    let texts: Vec<&str> = shaped.runs.iter().map(|run| &*run.text).collect();
    assert_eq!(texts, ["a ", "東京", " ", "東"], "others can write them without moving what follows");
    assert!(shaped.runs[1].glyphs.iter().all(|glyph| glyph.glyph == 0));
    assert!((5.0..40.0).contains(&shaped.runs[1].width), "{}", shaped.runs[1].width);
}

#[test]
fn metrics_are_those_of_inter() {
    let metrics = Fonts::bundled().metrics(Face::Regular, 100.0);
    assert!((metrics.cap_height - 72.7).abs() < 0.5, "{metrics:?}");
    assert!(metrics.ascent > 90.0 && metrics.descent > 20.0 && metrics.descent < 40.0, "{metrics:?}");
}

/// The runs of a line from left to right: what each says and which font it is in.
fn runs(line: &Shaped) -> Vec<(&str, &str)> {
    line.runs
        .iter()
        .map(|run| (&*run.text, run.font.as_ref().map_or("Inter", |font| font.family())))
        .collect()
}

#[test]
fn a_line_is_cut_into_runs_of_one_font() {
    let fonts = with_others();
    let line = fonts.shape("Ürün 配送料 😀👍 ok", Face::SemiBold, 20.0);
    let (cjk, emoji) = ("Droid Sans Fallback", "Noto Color Emoji");
    let expected = [("Ürün ", "Inter"), ("配送料 ", cjk), ("😀👍", emoji), (" ok", "Inter")];
    assert_eq!(runs(&line), expected);
    assert!(fonts.take_wanted().is_empty(), "nothing is missing");
    let mut x = 0.0;
    for run in line.runs.iter() {
        assert!((run.x - x).abs() < 1e-3, "runs follow each other");
        assert!(run.glyphs.iter().all(|glyph| glyph.glyph != 0));
        x += run.width;
    }
    assert!((line.width - x).abs() < 1e-3);
    // Signs of Chinese are an em wide.
    let signs = fonts.width("配送料", Face::SemiBold, 20.0);
    assert!((signs - 60.0).abs() < 0.5, "{signs}");
    // A heart is a sign of Inter's, and an emoji where that is asked for.
    assert_eq!(runs(&fonts.shape("❤", Face::Regular, 10.0)), [("❤", "Inter")]);
    assert_eq!(runs(&fonts.shape("❤\u{FE0F}", Face::Regular, 10.0)), [("❤\u{FE0F}", emoji)]);
}

#[test]
fn letters_that_join_and_people_that_stand_together_are_one() {
    let fonts = with_others();
    let family = fonts.shape("👩\u{200D}👧", Face::Regular, 20.0);
    assert_eq!(family.runs.len(), 1);
    assert_eq!(fonts.shape("e\u{301}", Face::Regular, 20.0).runs.len(), 1);
    // Arabic letters change with their neighbours, and lam with alef is one glyph.
    let glyphs = |text: &str| -> Vec<u16> {
        fonts
            .shape(text, Face::Regular, 20.0)
            .runs
            .iter()
            .flat_map(|run| run.glyphs.to_vec())
            .map(|at| at.glyph)
            .collect()
    };
    let alone: Vec<u16> = "سلم".chars().rev().flat_map(|letter| glyphs(&letter.to_string())).collect();
    assert_ne!(glyphs("سلم"), alone);
    assert_eq!(glyphs("لا").len(), 1);
}

#[test]
fn what_is_read_from_right_to_left_stands_so() {
    let fonts = with_others();
    let words = |text: &str| -> Vec<String> {
        fonts.shape(text, Face::Regular, 20.0).runs.iter().map(|run| run.text.trim().to_owned()).collect()
    };
    assert_eq!(words("Says שלום עולם twice"), ["Says", "שלום עולם", "twice"]);
    // A line that begins in Hebrew begins at its right end.
    assert_eq!(words("שלום Anna"), ["Anna", "שלום"]);
    // Numbers stay numbers.
    assert_eq!(words("אבג 123"), ["123", "אבג"]);
    let hebrew = fonts.shape("אבג", Face::Regular, 20.0);
    let clusters: Vec<u32> = hebrew.runs[0].glyphs.iter().map(|glyph| glyph.cluster).collect();
    assert_eq!(clusters, [4, 2, 0], "the last letter is the leftmost");
}

#[test]
fn wrapped_paragraphs_keep_the_order_of_reading() {
    let fonts = with_others();
    let text = "שלום עולם אבג Anna says 123 שלום לעולם";
    let lines = fonts.wrap(text, Face::Regular, 20.0, 150.0);
    assert!(lines.len() > 2, "{} lines", lines.len());
    let joined: Vec<&str> = lines.iter().map(|line| &*line.text).collect();
    assert_eq!(joined.join(" "), text, "lines are cut in the order of reading");
    assert!(lines.iter().all(|line| line.width <= 150.0));
    // The paragraph begins in Hebrew, and so its lines do at their right ends, even those that begin in English.
    let mixed = lines.iter().find(|line| line.text.contains("Anna")).expect("a line with the name");
    if mixed.text.starts_with("Anna") && mixed.runs.len() > 1 {
        assert!(mixed.runs.last().expect("runs").text.contains("Anna"), "{mixed:?}");
    }
    // The comma belongs between the Hebrew words, wherever the line ends.
    let comma = fonts.wrap("Elif says אבג, אבג", Face::Regular, 20.0, 125.0);
    let first = &comma[0];
    assert_eq!(&*first.text, "Elif says אבג,");
    let at = |letter| first.runs.iter().position(|run| run.text.contains(letter)).expect("a run");
    assert!(
        at(',') < at('א') || (at(',') == at('א') && first.runs[at(',')].glyphs[0].cluster > 0),
        "{first:?}"
    );
}

#[test]
fn glyphs_in_layers_are_painted_in_their_colours() {
    for (family, data) in [
        ("Flat Layers", include_bytes!("../data/fonts/FlatLayers.ttf").as_slice()),
        ("Shaded Layers", include_bytes!("../data/fonts/ShadedLayers.ttf").as_slice()),
    ] {
        let fonts = Fonts::bundled().with_others(vec![other(family, data)], &[]);
        let line = fonts.shape("😀", Face::Regular, 10.0);
        let run = &line.runs[0];
        let font = run.font.as_ref().expect("the font");
        assert!(font.is_colored());
        let picture = font.picture(run.glyphs[0].glyph).expect("a picture");
        let image = image::load_from_memory(&picture.png).expect("a PNG").to_rgba8();
        let place = picture.place_em;
        let at = |x_em: f32, y_em: f32| {
            let x = (x_em - place.min.x) / place.width() * image.width() as f32;
            let y = (y_em - place.min.y) / place.height() * image.height() as f32;
            image.get_pixel(x as u32, y as u32).0
        };
        assert_eq!(at(0.25, -0.4), [255, 0, 0, 255], "{family}: red at left");
        let [r, _, b, a] = at(0.55, -0.4);
        assert!(b > 200 && r < 60 && a == 255, "{family}: blue right of the middle");
        assert_eq!(at(0.5, 0.1)[3], 0, "{family}: nothing below the baseline");
        let [r, _, b, _] = at(0.95, -0.4);
        let is_red = r > 200 && b < 60;
        assert_eq!(is_red, family == "Shaded Layers", "{family}: a gradient goes back to red");
    }
    let plain = with_others();
    let hebrew = plain.shape("א", Face::Regular, 10.0);
    let font = hebrew.runs[0].font.as_ref().expect("the font");
    assert!(font.picture(hebrew.runs[0].glyphs[0].glyph).is_none());
}
