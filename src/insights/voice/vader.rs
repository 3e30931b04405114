//! The mood of English text by VADER's rules: a lexicon, and what stands around a word: negation, degree, capitals, "but".
//!
//! Follows Hutto and Gilbert's published rules so closely that it gives their program's figures, quirks and all.

use hashbrown::HashMap;

const BOOST: f64 = 0.293;
const CAPITALS: f64 = 0.733;
const NEGATION: f64 = -0.74;
/// How quickly the sum of moods nears 1.
pub(super) const ALPHA: f64 = 15.0;

const NEGATIONS: &[&str] = &[
    "aint",
    "arent",
    "cannot",
    "cant",
    "couldnt",
    "darent",
    "didnt",
    "doesnt",
    "ain't",
    "aren't",
    "can't",
    "couldn't",
    "daren't",
    "didn't",
    "doesn't",
    "dont",
    "hadnt",
    "hasnt",
    "havent",
    "isnt",
    "mightnt",
    "mustnt",
    "neither",
    "don't",
    "hadn't",
    "hasn't",
    "haven't",
    "isn't",
    "mightn't",
    "mustn't",
    "neednt",
    "needn't",
    "never",
    "none",
    "nope",
    "nor",
    "not",
    "nothing",
    "nowhere",
    "oughtnt",
    "shant",
    "shouldnt",
    "uhuh",
    "wasnt",
    "werent",
    "oughtn't",
    "shan't",
    "shouldn't",
    "uh-uh",
    "wasn't",
    "weren't",
    "without",
    "wont",
    "wouldnt",
    "won't",
    "wouldn't",
    "rarely",
    "seldom",
    "despite",
];

const MORE: &[&str] = &[
    "absolutely",
    "amazingly",
    "awfully",
    "completely",
    "considerable",
    "considerably",
    "decidedly",
    "deeply",
    "effing",
    "enormous",
    "enormously",
    "entirely",
    "especially",
    "exceptional",
    "exceptionally",
    "extreme",
    "extremely",
    "fabulously",
    "flipping",
    "flippin",
    "frackin",
    "fracking",
    "fricking",
    "frickin",
    "frigging",
    "friggin",
    "fully",
    "fuckin",
    "fucking",
    "fuggin",
    "fugging",
    "greatly",
    "hella",
    "highly",
    "hugely",
    "incredible",
    "incredibly",
    "intensely",
    "major",
    "majorly",
    "more",
    "most",
    "particularly",
    "purely",
    "quite",
    "really",
    "remarkably",
    "so",
    "substantially",
    "thoroughly",
    "total",
    "totally",
    "tremendous",
    "tremendously",
    "uber",
    "unbelievably",
    "unusually",
    "utter",
    "utterly",
    "very",
];

const LESS: &[&str] = &[
    "almost",
    "barely",
    "hardly",
    "just enough",
    "kind of",
    "kinda",
    "kindof",
    "kind-of",
    "less",
    "little",
    "marginal",
    "marginally",
    "occasional",
    "occasionally",
    "partly",
    "scarce",
    "scarcely",
    "slight",
    "slightly",
    "somewhat",
    "sort of",
    "sorta",
    "sortof",
    "sort-of",
];

const PHRASES: &[(&str, f64)] = &[
    ("the shit", 3.0),
    ("the bomb", 3.0),
    ("bad ass", 1.5),
    ("badass", 1.5),
    ("bus stop", 0.0),
    ("yeah right", -2.0),
    ("kiss of death", -1.5),
    ("to die for", 3.0),
    ("beating heart", 3.5),
];

/// The lexicon, made ready.
pub struct Vader {
    moods: HashMap<&'static str, f64>,
    emoji: HashMap<char, &'static str>,
    degrees: HashMap<&'static str, f64>,
}

/// The words of a text, as written and in small letters.
struct Words<'a> {
    written: Vec<&'a str>,
    small: Vec<String>,
    /// Some words are in capitals and others are not.
    capitals_tell: bool,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Self {
        let bare = |word: &'a str| {
            let stripped = word.trim_matches(|letter: char| letter.is_ascii_punctuation());
            // So short, it was a smiley.
            if stripped.chars().nth(2).is_none() { word } else { stripped }
        };
        let written: Vec<&str> = text.split_whitespace().map(bare).collect();
        let capitals = written.iter().filter(|word| is_capital(word)).count();
        let capitals_tell = 0 < capitals && capitals < written.len();
        Self { small: written.iter().map(|word| word.to_lowercase()).collect(), written, capitals_tell }
    }

    /// The small words of a range, with blanks between them.
    fn joined(&self, range: std::ops::Range<usize>) -> String {
        self.small.get(range).unwrap_or_default().join(" ")
    }
}

fn is_capital(word: &str) -> bool {
    word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
}

fn is_negation(word: &str) -> bool {
    NEGATIONS.contains(&word) || word.contains("n't")
}

impl Vader {
    /// Reads the lexicon that comes with the program.
    pub fn new() -> Self {
        let lines = |text: &'static str| text.lines().filter_map(|line| line.rsplit_once('\t'));
        let moods = lines(include_str!("../../../assets/sentiment/en-vader.txt"));
        let emoji = lines(include_str!("../../../assets/sentiment/en-emoji.txt"));
        let more = MORE.iter().map(|word| (*word, BOOST));
        Self {
            moods: moods.filter_map(|(word, mood)| Some((word, mood.parse().ok()?))).collect(),
            emoji: emoji.filter_map(|(sign, words)| Some((sign.chars().next()?, words))).collect(),
            degrees: more.chain(LESS.iter().map(|word| (*word, -BOOST))).collect(),
        }
    }

    /// −1 (bad) … 1 (good); `own` gives moods that go before the lexicon's.
    pub fn mood(&self, text: &str, own: impl Fn(&str) -> Option<f64>) -> f64 {
        let text = self.without_emoji(text);
        let words = Words::of(text.trim());
        let known = |word: &str| own(word).or_else(|| self.moods.get(word).copied());
        let mut moods: Vec<f64> =
            (0..words.small.len()).map(|place| self.mood_at(&words, place, &known)).collect();
        weigh_but(&words.small, &mut moods);
        let sum: f64 = moods.iter().sum();
        let emphasis = emphasis(&text);
        let sum = if sum > 0.0 {
            sum + emphasis
        } else if sum < 0.0 {
            sum - emphasis
        } else {
            sum
        };
        sum / (sum * sum + ALPHA).sqrt()
    }

    /// What emoji show, in words.
    fn without_emoji(&self, text: &str) -> String {
        let mut words = String::with_capacity(text.len());
        let mut after_blank = true;
        for letter in text.chars() {
            if let Some(shown) = self.emoji.get(&letter) {
                if !after_blank {
                    words.push(' ');
                }
                words.push_str(shown);
                after_blank = false;
            } else {
                words.push(letter);
                after_blank = letter == ' ';
            }
        }
        words
    }

    fn mood_at(&self, words: &Words<'_>, at: usize, known: &impl Fn(&str) -> Option<f64>) -> f64 {
        let small = &words.small;
        let word = small[at].as_str();
        let next = small.get(at + 1).map(String::as_str);
        if self.degrees.contains_key(word) || (word == "kind" && next == Some("of")) {
            return 0.0;
        }
        let Some(lexical) = known(word) else { return 0.0 };
        let mut mood = lexical;
        if word == "no" && next.is_some_and(|next| known(next).is_some()) {
            mood = 0.0;
        }
        let before = |steps: usize| at.checked_sub(steps).map(|place| small[place].as_str());
        let is_nor = matches!(before(1), Some("or" | "nor"));
        if before(1) == Some("no") || before(2) == Some("no") || (before(3) == Some("no") && is_nor) {
            mood = lexical * NEGATION;
        }
        if is_capital(words.written[at]) && words.capitals_tell {
            mood += if mood > 0.0 { CAPITALS } else { -CAPITALS };
        }
        for steps in 1..=3 {
            let Some(word) = before(steps).filter(|word| known(word).is_none()) else { continue };
            let degree = self.degree(word, words.written[at - steps], mood, words.capitals_tell);
            mood += degree * [1.0, 0.95, 0.9][steps - 1];
            mood = negated(mood, steps, &before);
            if steps == 3 {
                mood = self.phrase(mood, words, at);
            }
        }
        least(mood, &before, known)
    }

    /// How much a word before strengthens or weakens a mood.
    fn degree(&self, word: &str, written: &str, mood: f64, capitals_tell: bool) -> f64 {
        let Some(degree) = self.degrees.get(word) else { return 0.0 };
        let degree = if mood < 0.0 { -degree } else { *degree };
        let loud = if is_capital(written) && capitals_tell { CAPITALS } else { 0.0 };
        degree + if mood > 0.0 { loud } else { -loud }
    }

    /// Phrases that mean something else than their words.
    fn phrase(&self, mood: f64, words: &Words<'_>, at: usize) -> f64 {
        let phrase = |range: std::ops::Range<usize>| {
            let joined = words.joined(range);
            PHRASES.iter().find(|(phrase, _)| *phrase == joined).map(|(_, mood)| *mood)
        };
        let around = [at - 1..at + 1, at - 2..at + 1, at - 2..at, at - 3..at, at - 3..at - 1];
        let mut mood = around.into_iter().find_map(phrase).unwrap_or(mood);
        let last = words.small.len() - 1;
        for (end, is_there) in [(at + 2, last > at), (at + 3, last > at + 1)] {
            mood = is_there.then(|| phrase(at..end)).flatten().unwrap_or(mood);
        }
        let degrees = [at - 3..at, at - 3..at - 1, at - 2..at];
        mood + degrees
            .into_iter()
            .filter_map(|range| self.degrees.get(words.joined(range).as_str()))
            .sum::<f64>()
    }
}

/// "not", "never so", "without doubt" and their like before a word.
fn negated<'a>(mood: f64, steps: usize, before: &impl Fn(usize) -> Option<&'a str>) -> f64 {
    let is_so = |steps: usize| matches!(before(steps), Some("so" | "this"));
    let (stressed, doubtless) = match steps {
        2 => (
            before(2) == Some("never") && is_so(1),
            before(2) == Some("without") && before(1) == Some("doubt"),
        ),
        3 => (
            (before(3) == Some("never") && is_so(2)) || is_so(1),
            before(3) == Some("without") && (before(2) == Some("doubt") || before(1) == Some("doubt")),
        ),
        _ => (false, false),
    };
    if stressed {
        mood * 1.25
    } else if !doubtless && before(steps).is_some_and(is_negation) {
        mood * NEGATION
    } else {
        mood
    }
}

/// "least" before a word, but not "at least" and "very least".
fn least<'a>(
    mood: f64,
    before: &impl Fn(usize) -> Option<&'a str>,
    known: &impl Fn(&str) -> Option<f64>,
) -> f64 {
    let is_least = before(1) == Some("least") && known("least").is_none();
    let is_figure = matches!(before(2), Some("at" | "very"));
    if is_least && !is_figure { mood * NEGATION } else { mood }
}

/// What comes before "but" counts half, what comes after half as much again. Of equal moods only the first is looked at, as
/// in the authors' program.
fn weigh_but(words: &[String], moods: &mut [f64]) {
    let Some(but) = words.iter().position(|word| word == "but") else { return };
    for place in 0..moods.len() {
        let mood = moods[place];
        let Some(first) = moods.iter().position(|other| *other == mood) else { continue };
        if first < but {
            moods[first] = mood * 0.5;
        } else if first > but {
            moods[first] = mood * 1.5;
        }
    }
}

/// Exclamation and question marks.
fn emphasis(text: &str) -> f64 {
    let count = |mark: char| text.chars().filter(|letter| *letter == mark).count();
    let exclamations = count('!').min(4) as f64 * 0.292;
    let questions = match count('?') {
        0 | 1 => 0.0,
        few @ 2..=3 => few as f64 * 0.18,
        _ => 0.96,
    };
    exclamations + questions
}
