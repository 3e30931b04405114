//! The mood of what customers write: as the data says, else estimated from words.

use super::lists::{Language, Lists, with_dots};
use super::vader::Vader;
use crate::base::{Cancel, Cancelled};
use crate::events::{EventLog, Sentiment};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Sums of moods beyond these are no longer neutral.
const NEUTRAL_UP_TO: f64 = 0.05;
/// Texts between two looks at the stop flag.
const TEXTS_PER_PART: usize = 1 << 8;

static VADER: LazyLock<Vader> = LazyLock::new(Vader::new);
static LISTS: LazyLock<Lists> = LazyLock::new(Lists::new);

/// The lists, read once.
pub(super) fn lists() -> &'static Lists {
    &LISTS
}

/// The language of a text, and its mood, −1 (bad) … 1 (good), estimated from its words. `own` are moods of words, −5 … 5,
/// that go before the lists; `usual` is the language of texts that do not show theirs.
#[must_use]
pub fn estimate(text: &str, usual: Language, own: &BTreeMap<String, i8>) -> (Language, f64) {
    estimated(text, usual, &OwnMoods::new(own))
}

/// Moods that the team gives to words. A map may have been written where I has another small letter than in the comment, so a word
/// that is not there as it stands is looked for with dots.
struct OwnMoods<'a> {
    as_written: &'a BTreeMap<String, i8>,
    with_dots: BTreeMap<String, i8>,
}

impl<'a> OwnMoods<'a> {
    fn new(as_written: &'a BTreeMap<String, i8>) -> Self {
        Self {
            as_written,
            with_dots: as_written.iter().map(|(word, mood)| (with_dots(word), *mood)).collect(),
        }
    }

    fn of(&self, word: &str) -> Option<f64> {
        if self.as_written.is_empty() {
            return None;
        }
        let found = self.as_written.get(word).or_else(|| self.with_dots.get(&with_dots(word)));
        found.map(|mood| f64::from(*mood))
    }
}

fn estimated(text: &str, usual: Language, own: &OwnMoods<'_>) -> (Language, f64) {
    let language = LISTS.language(text).unwrap_or(usual);
    let own = |word: &str| own.of(word);
    let mood = match language {
        Language::English => VADER.mood(text, own),
        other => LISTS.mood(text, other, own),
    };
    (language, mood)
}

/// The step of a mood.
#[must_use]
pub fn sentiment(mood: f64) -> Sentiment {
    if mood > NEUTRAL_UP_TO {
        Sentiment::Positive
    } else if mood < -NEUTRAL_UP_TO {
        Sentiment::Negative
    } else {
        Sentiment::Neutral
    }
}

/// The language in which most of the log's texts are; English where none shows its language.
#[must_use]
pub fn usual_language(log: &EventLog) -> Language {
    /// As many tell it.
    const SAMPLE: usize = 500;
    let mut counts: BTreeMap<Language, usize> = BTreeMap::new();
    for language in log.texts.iter().take(SAMPLE).filter_map(|text| LISTS.language(text)) {
        *counts.entry(language).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(language, count)| (*count, std::cmp::Reverse(*language)));
    most.map_or(Language::English, |(language, _)| language)
}

/// Languages and moods of all texts of a log, by code.
pub struct TextMoods(Vec<(Language, Sentiment)>);

impl TextMoods {
    /// Reads every distinct text once.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn new(log: &EventLog, own: &BTreeMap<String, i8>, cancel: &Cancel) -> Result<Self, Cancelled> {
        let usual = usual_language(log);
        let texts: Vec<&str> = log.texts.iter().collect();
        let own = OwnMoods::new(own);
        let of_part = |texts: &[&str]| {
            cancel.check()?;
            let of_text = |text: &&str| {
                let (language, mood) = estimated(text, usual, &own);
                (language, sentiment(mood))
            };
            Ok(texts.iter().map(of_text).collect::<Vec<_>>())
        };
        let parts: Vec<Vec<_>> =
            texts.par_chunks(TEXTS_PER_PART).map(of_part).collect::<Result<_, Cancelled>>()?;
        Ok(Self(parts.concat()))
    }

    /// The language of a text.
    #[must_use]
    pub fn language(&self, text: u32) -> Option<Language> {
        self.0.get(text as usize).map(|(language, _)| *language)
    }

    /// The mood of an event, and whether it is estimated from words; none where nothing tells it.
    #[must_use]
    pub fn of_event(&self, log: &EventLog, event: usize) -> Option<(Sentiment, bool)> {
        let given = log.sentiment(event).map(|sentiment| (sentiment, false));
        given.or_else(|| Some((self.0.get(log.text(event)? as usize)?.1, true)))
    }
}
