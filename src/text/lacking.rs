//! Which font has letters that none here has, by the name under which people find and install it.

/// Scripts and signs by their first and last letter, and a free font for each.
const FONTS: &[(char, char, &str)] = &[
    ('\u{530}', '\u{58F}', "Noto Sans Armenian"),
    ('\u{590}', '\u{5FF}', "Noto Sans Hebrew"),
    ('\u{600}', '\u{6FF}', "Noto Sans Arabic"),
    ('\u{700}', '\u{74F}', "Noto Sans Syriac"),
    ('\u{750}', '\u{77F}', "Noto Sans Arabic"),
    ('\u{780}', '\u{7BF}', "Noto Sans Thaana"),
    ('\u{8A0}', '\u{8FF}', "Noto Sans Arabic"),
    ('\u{900}', '\u{97F}', "Noto Sans Devanagari"),
    ('\u{980}', '\u{9FF}', "Noto Sans Bengali"),
    ('\u{A00}', '\u{A7F}', "Noto Sans Gurmukhi"),
    ('\u{A80}', '\u{AFF}', "Noto Sans Gujarati"),
    ('\u{B00}', '\u{B7F}', "Noto Sans Oriya"),
    ('\u{B80}', '\u{BFF}', "Noto Sans Tamil"),
    ('\u{C00}', '\u{C7F}', "Noto Sans Telugu"),
    ('\u{C80}', '\u{CFF}', "Noto Sans Kannada"),
    ('\u{D00}', '\u{D7F}', "Noto Sans Malayalam"),
    ('\u{D80}', '\u{DFF}', "Noto Sans Sinhala"),
    ('\u{E00}', '\u{E7F}', "Noto Sans Thai"),
    ('\u{E80}', '\u{EFF}', "Noto Sans Lao"),
    ('\u{F00}', '\u{FFF}', "Noto Serif Tibetan"),
    ('\u{1000}', '\u{109F}', "Noto Sans Myanmar"),
    ('\u{10A0}', '\u{10FF}', "Noto Sans Georgian"),
    ('\u{1100}', '\u{11FF}', "Noto Sans CJK KR"),
    ('\u{1200}', '\u{139F}', "Noto Sans Ethiopic"),
    ('\u{13A0}', '\u{13FF}', "Noto Sans Cherokee"),
    ('\u{1780}', '\u{17FF}', "Noto Sans Khmer"),
    ('\u{1800}', '\u{18AF}', "Noto Sans Mongolian"),
    ('\u{1C90}', '\u{1CBF}', "Noto Sans Georgian"),
    ('\u{2190}', '\u{23FF}', "Noto Sans Symbols 2"),
    ('\u{2400}', '\u{25FF}', "Noto Sans Symbols 2"),
    ('\u{2600}', '\u{27BF}', "Noto Color Emoji"),
    ('\u{2900}', '\u{2BFF}', "Noto Sans Symbols 2"),
    ('\u{2E80}', '\u{303F}', "Noto Sans CJK SC"),
    ('\u{3040}', '\u{30FF}', "Noto Sans CJK JP"),
    ('\u{3100}', '\u{312F}', "Noto Sans CJK TC"),
    ('\u{3130}', '\u{318F}', "Noto Sans CJK KR"),
    ('\u{3190}', '\u{9FFF}', "Noto Sans CJK SC"),
    ('\u{A960}', '\u{A97F}', "Noto Sans CJK KR"),
    ('\u{AC00}', '\u{D7FF}', "Noto Sans CJK KR"),
    ('\u{F900}', '\u{FAFF}', "Noto Sans CJK SC"),
    ('\u{FB1D}', '\u{FB4F}', "Noto Sans Hebrew"),
    ('\u{FB50}', '\u{FDFF}', "Noto Sans Arabic"),
    ('\u{FE0F}', '\u{FE0F}', "Noto Color Emoji"),
    ('\u{FE30}', '\u{FE4F}', "Noto Sans CJK SC"),
    ('\u{FE70}', '\u{FEFE}', "Noto Sans Arabic"),
    ('\u{FF00}', '\u{FFEF}', "Noto Sans CJK SC"),
    ('\u{1D400}', '\u{1D7FF}', "Noto Sans Math"),
    ('\u{1F000}', '\u{1FAFF}', "Noto Color Emoji"),
    ('\u{20000}', '\u{3FFFF}', "Noto Sans CJK SC"),
];

/// A font that has a letter which the bundled faces lack; `Noto Sans` where nothing better is known.
#[must_use]
pub fn font_for(letter: char) -> &'static str {
    let place = FONTS.partition_point(|(first, ..)| *first <= letter);
    let known = place.checked_sub(1).and_then(|place| FONTS.get(place));
    known.filter(|(_, last, _)| letter <= *last).map_or("Noto Sans", |(.., name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_their_font() {
        let told = ['東', '한', 'ש', 'س', '😀', 'ก', '\u{10FFFF}'].map(font_for);
        let [hebrew, arabic] = ["Noto Sans Hebrew", "Noto Sans Arabic"];
        let [chinese, korean] = ["Noto Sans CJK SC", "Noto Sans CJK KR"];
        assert_eq!(
            told,
            [chinese, korean, hebrew, arabic, "Noto Color Emoji", "Noto Sans Thai", "Noto Sans"]
        );
        assert!(FONTS.is_sorted_by(|one, next| one.1 < next.0), "in order and apart");
    }
}
