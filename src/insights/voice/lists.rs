//! The mood of text in other languages by lists of words (AFINN), and which language a text is in.

use super::vader::ALPHA;
use hashbrown::HashMap;

/// So many words show which language a text is in.
const TELLING_WORDS: usize = 40;

/// Languages whose moods can be told from words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Language {
    English,
    Turkish,
    Polish,
    German,
    Spanish,
    French,
    Italian,
    Dutch,
    Portuguese,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::English,
        Self::Turkish,
        Self::Polish,
        Self::German,
        Self::Spanish,
        Self::French,
        Self::Italian,
        Self::Dutch,
        Self::Portuguese,
    ];

    /// Two letters, as in tags of languages.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Turkish => "tr",
            Self::Polish => "pl",
            Self::German => "de",
            Self::Spanish => "es",
            Self::French => "fr",
            Self::Italian => "it",
            Self::Dutch => "nl",
            Self::Portuguese => "pt",
        }
    }

    /// A word in small letters: of I and İ Turkish has others.
    #[must_use]
    pub fn small_letters(self, word: &str) -> String {
        if self != Self::Turkish {
            // Of İ other languages make two letters, of which the second is a dot.
            return word.to_lowercase().replace("i\u{307}", "i");
        }
        let small = |letter: char| match letter {
            'I' => vec!['ı'],
            'İ' => vec!['i'],
            other => other.to_lowercase().collect(),
        };
        word.chars().flat_map(small).collect()
    }

    /// One of nine.
    const fn bit(self) -> u16 {
        1 << self as u16
    }

    /// Its list; English has rules of its own.
    const fn list(self) -> &'static str {
        match self {
            Self::English => "",
            Self::Turkish => include_str!("../../../assets/sentiment/tr-afinn.txt"),
            Self::Polish => include_str!("../../../assets/sentiment/pl-afinn.txt"),
            Self::German => include_str!("../../../assets/sentiment/de-afinn.txt"),
            Self::Spanish => include_str!("../../../assets/sentiment/es-afinn.txt"),
            Self::French => include_str!("../../../assets/sentiment/fr-afinn.txt"),
            Self::Italian => include_str!("../../../assets/sentiment/it-afinn.txt"),
            Self::Dutch => include_str!("../../../assets/sentiment/nl-afinn.txt"),
            Self::Portuguese => include_str!("../../../assets/sentiment/pt-afinn.txt"),
        }
    }

    /// Words that turn the mood of the word after them.
    const fn negations(self) -> &'static [&'static str] {
        match self {
            Self::English | Self::Turkish => &[],
            Self::Polish => &["nie", "bez"],
            Self::German => &["nicht", "kein", "keine", "keinen", "ohne"],
            Self::Spanish => &["no", "sin", "nunca"],
            Self::French => &["pas", "sans", "jamais"],
            Self::Italian => &["non", "senza", "mai"],
            Self::Dutch => &["niet", "geen", "zonder"],
            Self::Portuguese => &["não", "sem", "nunca"],
        }
    }

    /// Words that turn the mood of the word before them.
    const fn negations_behind(self) -> &'static [&'static str] {
        match self {
            Self::Turkish => &["değil", "degil", "yok"],
            _ => &[],
        }
    }
}

/// The words of a text in small letters, as they are compared; Turkish I and İ become ı and i where the text is Turkish.
pub fn words(text: &str, language: Language) -> Vec<String> {
    let is_inside = |letter: char| letter.is_alphanumeric() || letter == '\'' || letter == '’';
    let words = text.split(|letter| !is_inside(letter));
    let words = words.map(|word| word.trim_matches(['\'', '’'])).filter(|word| !word.is_empty());
    words.map(|word| language.small_letters(word)).collect()
}

/// A word as two writers mean the same by it, of whom one has no dotless i: `İYİ`, `IYI` and `iyi` are one.
pub fn with_dots(word: &str) -> String {
    /// What İ leaves behind in the small letters of other languages.
    const DOT: char = '\u{307}';
    let small = word.chars().flat_map(char::to_lowercase).filter(|letter| *letter != DOT);
    small.map(|letter| if letter == 'ı' { 'i' } else { letter }).collect()
}

/// All lists, made ready.
pub struct Lists {
    moods: Vec<(Language, HashMap<&'static str, f64>)>,
    emoji: HashMap<char, f64>,
    /// Frequent words, each with the languages that have it: a bit each.
    common: HashMap<&'static str, u16>,
}

impl Lists {
    /// Reads the lists that come with the program.
    pub fn new() -> Self {
        let entries = |text: &'static str| {
            let lines = text.lines().filter_map(|line| line.rsplit_once('\t'));
            lines.filter_map(|(word, mood)| Some((word, mood.parse::<f64>().ok()?)))
        };
        let emoji = entries(include_str!("../../../assets/sentiment/emoji.txt"));
        let mut common: HashMap<&str, u16> = HashMap::new();
        for line in include_str!("../../../assets/sentiment/common.txt").lines() {
            let mut words = line.split(' ');
            let tag = words.next().unwrap_or_default();
            let language = Language::ALL.into_iter().find(|language| language.tag() == tag);
            let bit = language.map_or(0, Language::bit);
            words.for_each(|word| *common.entry(word).or_default() |= bit);
        }
        Self {
            moods: Language::ALL
                .into_iter()
                .map(|language| (language, entries(language.list()).collect()))
                .collect(),
            emoji: emoji.filter_map(|(sign, mood)| Some((sign.chars().next()?, mood))).collect(),
            common,
        }
    }

    /// The language of a text by its frequent words; none where it has fewer than two, or as many of two languages.
    pub fn language(&self, text: &str) -> Option<Language> {
        let mut counts = Language::ALL.map(|language| (0_usize, language));
        // Only Turkish has small letters of its own.
        for (word_language, languages) in
            [(Language::English, !Language::Turkish.bit()), (Language::Turkish, Language::Turkish.bit())]
        {
            for word in words(text, word_language).iter().take(TELLING_WORDS) {
                let found = self.common.get(word.as_str()).copied().unwrap_or_default() & languages;
                counts
                    .iter_mut()
                    .for_each(|(count, language)| *count += usize::from(found & language.bit() != 0));
            }
        }
        counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        match counts {
            [(most, language), (second, _), ..] if most > second && most > 1 => Some(language),
            _ => None,
        }
    }

    /// True for words so frequent in the language that they tell nothing.
    pub fn is_common(&self, word: &str, language: Language) -> bool {
        self.common.get(word).is_some_and(|languages| languages & language.bit() != 0)
    }

    /// −1 (bad) … 1 (good): the sum of its words' moods, drawn together as VADER draws it.
    pub fn mood(&self, text: &str, language: Language, own: impl Fn(&str) -> Option<f64>) -> f64 {
        let list = self.moods.iter().find(|(known, _)| *known == language).map(|(_, list)| list);
        let words = words(text, language);
        let is_in = |list: &[&str], place: Option<usize>| {
            place.and_then(|place| words.get(place)).is_some_and(|word| list.contains(&word.as_str()))
        };
        let mut sum = 0.0;
        for (place, word) in words.iter().enumerate() {
            if is_in(language.negations(), Some(place)) || is_in(language.negations_behind(), Some(place)) {
                continue;
            }
            let mood = own(word).or_else(|| list?.get(word.as_str()).copied()).unwrap_or_default();
            let is_negated = is_in(language.negations(), place.checked_sub(1))
                || is_in(language.negations_behind(), Some(place + 1));
            sum += if is_negated { -mood } else { mood };
        }
        sum += text.chars().filter_map(|letter| self.emoji.get(&letter)).sum::<f64>();
        sum / (sum * sum + ALPHA).sqrt()
    }
}
