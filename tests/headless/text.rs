//! Tests of `text`.

use pathlight::text::{Face, Fonts};
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
            assert_eq!(shaped.glyphs.len(), 1);
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
    assert_eq!(fonts.missing_glyphs("Łódź İŞĞ ₺ → ★ ✓ 46.4\u{202f}%\n", Face::Regular), Vec::<char>::new());
    assert_eq!(fonts.missing_glyphs("a 東京 東", Face::Regular), ['東', '京']);
    let shaped = fonts.shape("東京", Face::Regular, 10.0);
    assert!(shaped.glyphs.iter().all(|glyph| glyph.glyph == 0));
    assert!(shaped.width > 5.0 && shaped.width < 40.0, "{}", shaped.width);
}

#[test]
fn metrics_are_those_of_inter() {
    let metrics = Fonts::bundled().metrics(Face::Regular, 100.0);
    assert!((metrics.cap_height - 72.7).abs() < 0.5, "{metrics:?}");
    assert!(metrics.ascent > 90.0 && metrics.descent > 20.0 && metrics.descent < 40.0, "{metrics:?}");
}
