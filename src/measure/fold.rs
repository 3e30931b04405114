//! When two names are the same although their letters differ in case: Unicode case folding, with the four
//! Turkish forms of i (İ, I, ı, i) alike. Accents, blanks and punctuation still tell names apart, unlike in
//! `base::key`, which finds likely pairs: two events that the data tells apart must not be counted as one.

use unicode_normalization::UnicodeNormalization;

/// A combining dot above: what lower-casing İ leaves behind, and how İ is written in decomposed text.
const DOT_ABOVE: char = '\u{307}';

/// The text with every form of i written `i`, composed; its case is otherwise kept.
pub fn plain_i(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.nfc() {
        match letter {
            'İ' | 'ı' | 'I' => plain.push('i'),
            DOT_ABOVE if plain.ends_with('i') => {}
            other => plain.push(other),
        }
    }
    plain
}

/// A text that is equal for names that differ only in case.
pub fn fold(text: &str) -> String {
    // Through upper case, so that ß meets SS and final ς meets Σ.
    plain_i(text).chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_is_folded_and_accents_are_not() {
        for (one, other) in [
            ("İADE İSTEĞİ", "iade isteği"),
            ("IADE", "ıade"),
            ("CHECKOUT_INIT", "checkout_init"),
            ("STRASSE", "straße"),
            ("ΟΔΟΣ", "οδος"),
            ("ŁÓDŹ", "łódź"),
            ("I\u{307}ade", "iade"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
        assert_ne!(fold("łódź"), fold("lodz"));
        assert_ne!(fold("add-to-cart"), fold("add_to_cart"));
    }
}
