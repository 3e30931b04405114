//! Which event names belong to which touchpoints of a map, by their names.

use crate::base::name_key;
use crate::model::{JourneyMap, Pattern, TouchpointId};
use rapidfuzz::distance::jaro_winkler;
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// Below this likeness two names are too different to be shown side by side.
const LEAST_LIKENESS: f64 = 0.8;

/// Names that are not the same are at most so like.
const MOST_LIKENESS: f64 = 0.99;

/// A name that holds nearly all words of the other, such as `product detail view` and `product view`, is at most so like.
const WORDS_LIKENESS: f64 = 0.95;

/// Letters are told apart by their remainder: what falls into one bin counts as the same.
const BINS: usize = 32;

/// Shorter words, such as `to`, are in many names.
const TELLING_WORD: usize = 4;

/// An event name and a touchpoint whose names are alike but not the same: for the user to confirm.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Event name.
    pub event: String,
    /// The touchpoint whose name is most like it.
    pub touchpoint: TouchpointId,
    /// How alike, 0…1.
    pub likeness: f64,
}

/// Touchpoints by the key of their name; a name that two of them share decides nothing.
fn touchpoints_by_key(map: &JourneyMap) -> HashMap<String, TouchpointId> {
    let mut known: HashMap<String, TouchpointId> = HashMap::new();
    let mut doubled = HashSet::new();
    for touchpoint in map.touchpoints.iter() {
        let key = name_key(&touchpoint.name);
        if !key.is_empty() && known.insert(key.clone(), touchpoint.id).is_some() {
            doubled.insert(key);
        }
    }
    known.retain(|key, _| !doubled.contains(key));
    known
}

/// Rules from event names to touchpoints of a map, by normalised names; what matches nothing safely is left out.
#[must_use]
pub fn suggest_rules(event_names: &[String], map: &JourneyMap) -> Vec<(Pattern, TouchpointId)> {
    let known = touchpoints_by_key(map);
    let rule = |name: &String| Some((Pattern::Exact(name.clone()), *known.get(&name_key(name))?));
    event_names.iter().filter_map(rule).collect()
}

/// Event names that match no touchpoint exactly, each with the touchpoint most like it, the likest first.
#[must_use]
pub fn suggest_similar(event_names: &[String], map: &JourneyMap) -> Vec<Suggestion> {
    let names: Vec<&str> = event_names.iter().map(String::as_str).collect();
    let found = event_names.iter().zip(likest(&names, map));
    let mut found: Vec<Suggestion> = found
        .filter_map(|(event, likest)| {
            let (touchpoint, likeness) = likest.filter(|(_, likeness)| *likeness < 1.0)?;
            Some(Suggestion { event: event.clone(), touchpoint, likeness })
        })
        .collect();
    found.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then_with(|| a.event.cmp(&b.event)));
    found
}

/// For each event name the touchpoint most like it and how alike they are: 1 when both are the same but for case,
/// accents and separators. None where no touchpoint is alike enough.
#[must_use]
pub fn likest(event_names: &[&str], map: &JourneyMap) -> Vec<Option<(TouchpointId, f64)>> {
    let known = touchpoints_by_key(map);
    let mut touchpoints: Vec<(Name, TouchpointId)> =
        known.iter().map(|(key, id)| (Name::of_key(key.clone()), *id)).collect();
    touchpoints.sort_by_key(|(_, id)| *id);
    let likest = |event: &&str| {
        let key = name_key(event);
        if let Some(id) = known.get(&key) {
            return Some((*id, 1.0));
        }
        let event = Name::of_key(key);
        let likenesses = touchpoints.iter().map(|(name, id)| (*id, event.likeness(name)));
        let best = likenesses.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        best.filter(|(_, likeness)| *likeness >= LEAST_LIKENESS)
    };
    event_names.par_iter().map(likest).collect()
}

/// A name made ready to be compared with many others.
struct Name {
    /// Letters of the key, and of its words in alphabetical order.
    letters: Vec<char>,
    sorted: Vec<char>,
    /// In alphabetical order.
    words: Vec<String>,
    /// How many of the letters fall into each of some bins.
    bins: [u8; BINS],
}

impl Name {
    fn of_key(key: String) -> Self {
        let mut words: Vec<String> = key.split(' ').map(str::to_owned).collect();
        words.sort_unstable();
        let sorted = words.join(" ").chars().collect();
        let mut bins = [0_u8; BINS];
        for letter in key.chars() {
            let bin = &mut bins[letter as usize % BINS];
            *bin = bin.saturating_add(1);
        }
        Self { letters: key.chars().collect(), sorted, words, bins }
    }

    /// 0…1, whatever the order of the words; below 1, since the keys differ. 0 where they are surely less alike than is
    /// asked for.
    fn likeness(&self, other: &Self) -> f64 {
        let shared: usize =
            self.bins.iter().zip(&other.bins).map(|(one, other)| usize::from(*one.min(other))).sum();
        let spelt = |one: &[char], other: &[char]| {
            let is_hopeless = most_likeness(one, other, shared) < LEAST_LIKENESS;
            if is_hopeless {
                0.0
            } else {
                jaro_winkler::similarity(one.iter().copied(), other.iter().copied())
            }
        };
        let letters = spelt(&self.letters, &other.letters).max(spelt(&self.sorted, &other.sorted));
        let holds_all = shared >= self.letters.len().min(other.letters.len());
        let words = if holds_all { self.shared_words(other) } else { 0.0 };
        letters.max(words).min(MOST_LIKENESS)
    }

    /// When all words of one name are in the other: the more of them, the liker.
    fn shared_words(&self, other: &Self) -> f64 {
        let (few, many) = if self.words.len() < other.words.len() { (self, other) } else { (other, self) };
        let says_something = few.words.iter().any(|word| word.chars().count() >= TELLING_WORD);
        if !says_something || !few.words.iter().all(|word| many.words.binary_search(word).is_ok()) {
            return 0.0;
        }
        let share = few.words.len() as f64 / many.words.len() as f64;
        LEAST_LIKENESS + share * (WORDS_LIKENESS - LEAST_LIKENESS)
    }
}

/// The likeness that two names would have if all letters that they may share stood in the same order. Far quicker to tell
/// than the likeness itself, it spares nearly all comparisons.
fn most_likeness(one: &[char], other: &[char], shared: usize) -> f64 {
    let share =
        |letters: &[char]| if letters.is_empty() { 1.0 } else { shared as f64 / letters.len() as f64 };
    let jaro = ((share(one) + share(other) + 1.0) / 3.0).min(1.0);
    let beginning = one.iter().zip(other).take(4).take_while(|(one, other)| one == other).count();
    jaro + 0.1 * beginning as f64 * (1.0 - jaro)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_more_alike_than_it_can_be() {
        let names = [
            "iade istegi",
            "istek iadesi",
            "urun detayi",
            "zgloszenie",
            "checkout",
            "check out now",
            "a",
            "",
            "aaab",
        ];
        for one in names.map(|name| Name::of_key(name.to_owned())) {
            for other in names.map(|name| Name::of_key(name.to_owned())) {
                let shared = one.bins.iter().zip(&other.bins).map(|(a, b)| usize::from(*a.min(b))).sum();
                let (a, b) = (&one.letters, &other.letters);
                let is = jaro_winkler::similarity(a.iter().copied(), b.iter().copied());
                assert!(is <= most_likeness(a, b, shared) + 1e-9, "{:?} {:?}", one.words, other.words);
            }
        }
    }
}
