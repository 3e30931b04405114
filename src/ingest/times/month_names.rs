//! Dates with the month as a word, long or short, in English, German, Polish and Turkish.

use crate::base::name_key;

/// The names of each month as [`name_key`] writes them; Polish ones also as in a date.
const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "januar", "janner", "ocak", "oca", "styczen", "stycznia", "sty"],
    &["feb", "february", "februar", "subat", "sub", "luty", "lutego", "lut"],
    &["mar", "march", "marz", "maerz", "mrz", "mart", "marzec", "marca"],
    &["apr", "april", "nisan", "nis", "kwiecien", "kwietnia", "kwi"],
    &["may", "mai", "mayis", "maj", "maja"],
    &["jun", "june", "juni", "haziran", "haz", "czerwiec", "czerwca", "cze"],
    &["jul", "july", "juli", "temmuz", "tem", "lipiec", "lipca", "lip"],
    &["aug", "august", "agustos", "agu", "sierpien", "sierpnia", "sie"],
    &["sep", "sept", "september", "eylul", "eyl", "wrzesien", "wrzesnia", "wrz"],
    &["oct", "october", "okt", "oktober", "ekim", "eki", "pazdziernik", "pazdziernika", "paz"],
    &["nov", "november", "kasim", "kas", "listopad", "listopada", "lis"],
    &["dec", "december", "dez", "dezember", "aralik", "ara", "grudzien", "grudnia", "gru"],
];

fn month(word: &str) -> Option<usize> {
    let key = name_key(word);
    MONTHS.iter().position(|names| names.contains(&key.as_str())).map(|index| index + 1)
}

/// The first piece of a text whose letters are all alike in one respect, and the rest.
fn take(text: &str, belongs: fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|letter| !belongs(letter)).unwrap_or(text.len()))
}

/// The same moment in digits, year first: `1 Mar 2024 9:05`, `01-mar-2024`, `March 1, 2024` and `1. März 2024`
/// become `2024-3-1 …`. None for anything else.
pub(super) fn in_digits(text: &str) -> Option<String> {
    let is_between = |letter: char| matches!(letter, ' ' | '.' | ',' | '-' | '/');
    let digits = |text| take(text, |letter| letter.is_ascii_digit());
    let word = |text| take(text, char::is_alphabetic);
    let pass = |text| take(text, is_between).1;
    let (day, name, rest) = match digits(text) {
        ("", _) => {
            let (name, rest) = word(text);
            let (day, rest) = digits(pass(rest));
            (day, name, rest)
        }
        (day, rest) => {
            let (name, rest) = word(pass(rest));
            (day, name, rest)
        }
    };
    let (year, rest) = digits(pass(rest));
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    let ends_here = rest.is_empty() || rest.starts_with([' ', 'T']);
    let is_date = (1..=2).contains(&day.len()) && year.len() == 4 && ends_here;
    is_date.then(|| Some(format!("{year}-{}-{day}{rest}", month(name)?)))?
}

#[cfg(test)]
mod tests {
    use super::in_digits;

    #[test]
    fn four_languages() {
        for (text, expected) in [
            ("1 Mar 2024 9:05", Some("2024-3-1 9:05")),
            ("01-MAR-2024", Some("2024-3-01")),
            ("March 1, 2024, 9:05 PM", Some("2024-3-1 9:05 PM")),
            ("1. März 2024", Some("2024-3-1")),
            ("15 Ağustos 2024 13:00", Some("2024-8-15 13:00")),
            ("3 ŞUBAT 2024", Some("2024-2-3")),
            ("3 Kasım 2024", Some("2024-11-3")),
            ("7 października 2024", Some("2024-10-7")),
            ("7 paź 2024", Some("2024-10-7")),
            ("31 Dez. 2023", Some("2023-12-31")),
            ("March 2024", None),
            ("1 Mar 24", None),
            ("1 Martian 2024", None),
            ("1 Mar 2024x", None),
            ("hello", None),
            ("", None),
        ] {
            assert_eq!(in_digits(text).as_deref(), expected, "{text}");
        }
    }
}
