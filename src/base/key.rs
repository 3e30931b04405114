//! The key under which two spellings are one name: letter case, Turkish dotted and dotless i, accents, and
//! the difference between `_`, `-` and blanks do not count. Rules, headers and suggestions match by it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_canonical;

/// The key of a name: `İADE_İSTEĞİ`, `iade istegi` and `Iade-İsteği` have the same.
#[must_use]
pub fn name_key(name: &str) -> String {
    if name.is_ascii() {
        return join_words(name.chars().map(|letter| letter.to_ascii_lowercase()));
    }
    let lower = name.nfd().filter(|letter| !is_accent(*letter)).flat_map(char::to_lowercase);
    // Lower case may bring back a combining dot (`İ`), so accents are dropped once more.
    join_words(lower.filter(|letter| !is_accent(*letter)).flat_map(plain_letters))
}

/// The letters that a letter has in a key, for those who need to know where they came from: none for a combining
/// accent, two for `ß`.
pub fn fold_letter(letter: char, mut each: impl FnMut(char)) {
    if letter.is_ascii() {
        return each(letter.to_ascii_lowercase());
    }
    decompose_canonical(letter, |part| {
        let lower = part.to_lowercase().filter(|letter| !is_accent(*letter));
        lower.flat_map(plain_letters).for_each(&mut each);
    });
}

/// Combining diacritical marks; vowel signs of other scripts are letters and stay.
fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&letter)
}

/// Letters whose stroke or ligature no decomposition takes apart.
fn plain_letters(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'ı' => ('i', None),
        'ł' => ('l', None),
        'ø' => ('o', None),
        'đ' | 'ð' => ('d', None),
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'ς' => ('σ', None),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

/// Words separated by one blank each.
fn join_words(letters: impl Iterator<Item = char>) -> String {
    let mut key = String::new();
    let mut pending_blank = false;
    for letter in letters {
        if letter.is_whitespace() || matches!(letter, '_' | '-') {
            pending_blank = !key.is_empty();
        } else {
            if std::mem::take(&mut pending_blank) {
                key.push(' ');
            }
            key.push(letter);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::name_key;

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for (one, other) in [
            ("İADE İSTEĞİ", "iade_isteği"),
            ("CHECKOUT_INIT", "Checkout-Init"),
            ("ISPARTA", "ısparta"),
            ("Zgłoszenie", "ZGLOSZENIE"),
            ("Straße", "STRASSE"),
            ("Smørrebrød", "smorrebrod"),
            ("  Sign   up ", "sign-up"),
            ("cafe\u{301}", "Café"),
        ] {
            assert_eq!(name_key(one), name_key(other), "{one} and {other}");
        }
    }

    #[test]
    fn letters_fold_one_by_one_as_in_a_name() {
        for name in ["İADEISTEĞİ", "Straße", "cafe\u{301}", "Łódź", "कि"] {
            let mut folded = String::new();
            name.chars().for_each(|letter| super::fold_letter(letter, |letter| folded.push(letter)));
            assert_eq!(folded, name_key(name));
        }
    }

    #[test]
    fn different_names_stay_apart() {
        assert_ne!(name_key("signup"), name_key("sign up"));
        assert_ne!(name_key("कि"), name_key("का"));
        assert_eq!(name_key("__ -"), "");
    }
}
