//! The telling words of all texts of a log, numbered, so that counting them is counting numbers.

use super::lists::words;
use super::moods::{TextMoods, lists};
use crate::base::{Cancel, Cancelled};
use crate::events::EventLog;
use hashbrown::HashMap;
use rayon::prelude::*;

/// Texts between two looks at the stop flag.
const TEXTS_PER_PART: usize = 1 << 11;
/// Shorter words tell nothing.
const LEAST_LETTERS: usize = 3;

/// Words, and which of them each text has.
#[derive(Default)]
pub struct Vocabulary {
    words: Vec<String>,
    /// By text code: numbers of distinct words, ascending.
    texts: Vec<Box<[u32]>>,
}

/// Words of some texts, numbered among themselves.
#[derive(Default)]
struct Part {
    words: Vec<String>,
    numbers: HashMap<String, u32>,
    texts: Vec<Vec<u32>>,
}

impl Part {
    fn add(&mut self, text: &str, code: u32, moods: &TextMoods) {
        let mut said = Vec::new();
        if let Some(language) = moods.language(code) {
            let is_long = |word: &String| word.chars().nth(LEAST_LETTERS - 1).is_some();
            let is_word = |word: &String| !word.contains(|letter: char| letter.is_ascii_digit());
            let is_telling =
                |word: &String| is_long(word) && is_word(word) && !lists().is_common(word, language);
            for word in words(text, language).into_iter().filter(is_telling) {
                said.push(*self.numbers.entry(word).or_insert_with_key(|word| {
                    self.words.push(word.clone());
                    self.words.len() as u32 - 1
                }));
            }
        }
        self.texts.push(said);
    }
}

impl Vocabulary {
    /// Reads every distinct text once.
    pub fn new(log: &EventLog, moods: &TextMoods, cancel: &Cancel) -> Result<Self, Cancelled> {
        let texts: Vec<(u32, &str)> = (0..).zip(log.texts.iter()).collect();
        let of_part = |texts: &[(u32, &str)]| {
            cancel.check()?;
            let mut part = Part::default();
            texts.iter().for_each(|(code, text)| part.add(text, *code, moods));
            Ok(part)
        };
        let parts: Vec<Part> =
            texts.par_chunks(TEXTS_PER_PART).map(of_part).collect::<Result<_, Cancelled>>()?;
        let mut vocabulary = Self::default();
        let mut numbers: HashMap<String, u32> = HashMap::new();
        for part in parts {
            cancel.check()?;
            let known: Vec<u32> = part
                .words
                .into_iter()
                .map(|word| {
                    *numbers.entry(word).or_insert_with_key(|word| {
                        vocabulary.words.push(word.clone());
                        vocabulary.words.len() as u32 - 1
                    })
                })
                .collect();
            vocabulary.texts.extend(part.texts.into_iter().map(|text| {
                let mut text: Vec<u32> = text.into_iter().map(|word| known[word as usize]).collect();
                text.sort_unstable();
                text.dedup();
                text.into_boxed_slice()
            }));
        }
        Ok(vocabulary)
    }

    /// How many different words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The word of a number.
    pub fn word(&self, number: u32) -> &str {
        self.words.get(number as usize).map_or("", String::as_str)
    }

    /// The number of a word.
    pub fn number(&self, word: &str) -> Option<u32> {
        self.words.iter().position(|known| known == word).map(|number| number as u32)
    }

    /// The words of a text, each once.
    pub fn of_text(&self, code: u32) -> &[u32] {
        self.texts.get(code as usize).map_or(&[], |text| text)
    }
}
