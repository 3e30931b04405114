//! Reads moods: words in several languages, or numbers.

use super::numbers;
use crate::base::name_key;
use crate::events::Sentiment;
use hashbrown::HashMap;
use std::sync::LazyLock;

const POSITIVE: [&str; 14] = [
    "positive",
    "pos",
    "good",
    "happy",
    "satisfied",
    "olumlu",
    "pozitif",
    "iyi",
    "mutlu",
    "pozytywny",
    "pozytywna",
    "pozytywne",
    "positiv",
    "positivo",
];
const NEUTRAL: [&str; 12] = [
    "neutral",
    "neu",
    "mixed",
    "ok",
    "nötr",
    "tarafsız",
    "karışık",
    "neutralny",
    "neutralna",
    "neutralne",
    "neutre",
    "neutro",
];
const NEGATIVE: [&str; 14] = [
    "negative",
    "neg",
    "bad",
    "unhappy",
    "dissatisfied",
    "olumsuz",
    "negatif",
    "kötü",
    "mutsuz",
    "negatywny",
    "negatywna",
    "negatywne",
    "negativ",
    "negativo",
];

/// The moods of all words, by the words' keys.
static WORDS: LazyLock<HashMap<String, Sentiment>> = LazyLock::new(|| {
    let of = |words: &'static [&str], mood| words.iter().map(move |word| (name_key(word), mood));
    let positive = of(&POSITIVE, Sentiment::Positive);
    positive.chain(of(&NEUTRAL, Sentiment::Neutral)).chain(of(&NEGATIVE, Sentiment::Negative)).collect()
});

/// Most texts whose mood is remembered: a column of words holds a handful.
const MOST_KNOWN: usize = 64;

/// Reads the moods of one column, each distinct text once where there are few.
#[derive(Clone, Default)]
pub(super) struct MoodReader {
    known: HashMap<String, Option<Sentiment>>,
}

impl MoodReader {
    /// The mood; none when the text is none.
    pub(super) fn read(&mut self, text: &str, decimal: char) -> Option<Sentiment> {
        if let Some(mood) = self.known.get(text) {
            return *mood;
        }
        let mood = mood(text, decimal);
        if self.known.len() < MOST_KNOWN {
            self.known.insert(text.to_owned(), mood);
        }
        mood
    }
}

/// A mood by its word, or by its number: positive above 0.05, negative below −0.05.
pub(super) fn mood(text: &str, decimal: char) -> Option<Sentiment> {
    if let Some(number) = numbers::parse(text, decimal) {
        return Some(match number {
            number if number > 0.05 => Sentiment::Positive,
            number if number < -0.05 => Sentiment::Negative,
            _ => Sentiment::Neutral,
        });
    }
    WORDS.get(&name_key(text)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moods() {
        for (text, decimal, expected) in [
            ("Olumsuz", '.', Some(Sentiment::Negative)),
            ("POZYTYWNY", '.', Some(Sentiment::Positive)),
            ("0,05", ',', Some(Sentiment::Neutral)),
            ("0,06", ',', Some(Sentiment::Positive)),
            ("-0.051", '.', Some(Sentiment::Negative)),
            ("perhaps", '.', None),
        ] {
            let mut moods = MoodReader::default();
            assert_eq!([moods.read(text, decimal), moods.read(text, decimal)], [expected; 2], "{text}");
        }
    }

    #[test]
    fn more_moods_than_are_remembered() {
        let mut moods = MoodReader::default();
        for number in 1..200 {
            assert_eq!(moods.read(&number.to_string(), '.'), Some(Sentiment::Positive));
        }
        assert_eq!(moods.read("kötü", '.'), Some(Sentiment::Negative));
    }
}
