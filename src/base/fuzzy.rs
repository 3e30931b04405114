//! Finding names by a few of their letters. Letters are compared as [`super::key`] folds them, so that case, accents
//! and dotted or dotless i do not count.

use super::key::fold_letter;
use std::ops::Range;

/// A letter at the beginning of a word.
const BEGINS_WORD: i32 = 20;
/// A letter right after the one found before it.
const FOLLOWS: i32 = 16;
/// Any other letter.
const LOOSE: i32 = 8;
/// The first letter of the text.
const BEGINS_TEXT: i32 = 6;
/// The last letter of a word: `pay` is rather *Pay* than *Payment*.
const ENDS_WORD: i32 = 3;
/// What so many letters before the first one found take away at most.
const LATE: usize = 4;
/// Fewer points a letter than this are chance.
const ENOUGH: i32 = 10;
/// What letters that stand together are worth more than the same letters scattered over the beginnings of words, which
/// may have all points that there are: for the word as a whole, and for each of its letters.
const TOGETHER: (i32, i32) = (BEGINS_TEXT + ENDS_WORD + LATE as i32 + FOLLOWS, BEGINS_WORD - FOLLOWS);

/// A text that is searched, folded once.
#[derive(Clone, Debug, Default)]
pub struct Haystack {
    letters: Vec<char>,
    /// One for each letter. Apart from the letters, so that these are compared in one go.
    marks: Vec<Mark>,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    /// The bytes that the letter came from.
    from: u32,
    to: u32,
    begins_word: bool,
    ends_word: bool,
}

/// A wanted letter at a place of the text.
#[derive(Clone, Copy)]
struct Step {
    at: usize,
    /// The best sum up to here.
    sum: i32,
    /// The step before it on the way there.
    before: usize,
}

/// Memory for the search.
#[derive(Default)]
pub struct Room(Vec<Step>);

/// The words that are wanted, folded once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needle {
    words: Vec<Vec<char>>,
}

impl Needle {
    /// The words of a query, in any order.
    #[must_use]
    pub fn new(query: &str) -> Self {
        let folded = |word: &str| {
            let mut letters = Vec::new();
            word.chars().for_each(|letter| fold_letter(letter, |folded| letters.push(folded)));
            letters
        };
        Self { words: query.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect() }
    }

    /// Without words everything is found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words one by one.
    pub fn words(&self) -> impl Iterator<Item = Word<'_>> {
        self.words.iter().map(|letters| Word(letters))
    }
}

/// One word of a needle.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a>(&'a [char]);

/// Where a word was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The more, the better.
    pub score: i32,
    /// The bytes of the text that were meant, in order and without overlaps.
    pub ranges: Vec<Range<usize>>,
}

/// Where all letters of a word stand together.
struct Together {
    /// Index of the first letter.
    at: usize,
    points: i32,
}

impl Haystack {
    /// Folds a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let (mut letters, mut marks) =
            (Vec::with_capacity(text.len()), Vec::<Mark>::with_capacity(text.len()));
        let mut before = ' ';
        for (at, original) in text.char_indices() {
            let is_word = original.is_alphanumeric();
            let begins_word = is_word
                && (!before.is_alphanumeric()
                    || before.is_lowercase() && original.is_uppercase()
                    || before.is_numeric() != original.is_numeric());
            if (begins_word || !is_word)
                && let Some(last) = marks.last_mut()
            {
                last.ends_word = true;
            }
            let (from, to) = (bytes(at), bytes(at + original.len_utf8()));
            let mut is_first = true;
            fold_letter(original, |letter| {
                let begins_word = std::mem::take(&mut is_first) && begins_word;
                letters.push(letter);
                marks.push(Mark { from, to, begins_word, ends_word: false });
            });
            before = original;
        }
        if let Some(last) = marks.last_mut() {
            last.ends_word = true;
        }
        Self { letters, marks }
    }

    /// How many letters it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// True when there is nothing to be found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// The best place of a word: where it stands as it is, else its letters in order, best at the beginning of words.
    #[must_use]
    pub fn find(&self, word: Word<'_>) -> Option<Match> {
        let Word(wanted) = word;
        if let Some(Together { at, points }) = self.find_together(wanted) {
            let here = self.marks.get(at..at + wanted.len())?;
            let ranges = std::iter::once(here.first()?.from as usize..here.last()?.to as usize).collect();
            return Some(Match { score: score_together(points, wanted), ranges });
        }
        let mut steps = Vec::new();
        let end = self.find_scattered(wanted, &mut steps)?;
        self.traced(&steps, end, wanted.len())
    }

    /// The points of [`Self::find`] alone, for searching among thousands of texts; `room` is used again and again.
    #[must_use]
    pub fn score(&self, word: Word<'_>, room: &mut Room) -> Option<i32> {
        let Word(wanted) = word;
        match self.find_together(wanted) {
            Some(together) => Some(score_together(together.points, wanted)),
            None => Some(self.find_scattered(wanted, &mut room.0)?.sum),
        }
    }

    /// The best of the places where all letters stand together; none when it is no better than chance.
    fn find_together(&self, wanted: &[char]) -> Option<Together> {
        let first = wanted.first()?;
        let begins = self.letters.iter().enumerate().filter(|(_, letter)| *letter == first);
        let places =
            begins.filter(|(at, _)| self.letters.get(*at..).is_some_and(|rest| rest.starts_with(wanted)));
        let scored = places.filter_map(|(at, _)| {
            let points = points_together(at, self.marks.get(at..at + wanted.len())?);
            Some(Together { at, points })
        });
        // The first of equals.
        let best = scored.max_by_key(|together| (together.points, std::cmp::Reverse(together.at)))?;
        (best.points >= ENOUGH.saturating_mul(int(wanted.len()))).then_some(best)
    }

    /// The end of the best way to take all letters in order, whatever lies between them; none when it is no better than chance.
    fn find_scattered(&self, wanted: &[char], steps: &mut Vec<Step>) -> Option<Step> {
        if !self.holds_in_order(wanted) {
            return None;
        }
        steps.clear();
        let mut row = 0..0;
        for (number, letter) in wanted.iter().enumerate() {
            let mut above = std::mem::replace(&mut row, steps.len()..steps.len());
            // The best of the row above, with a point for each letter before it: those passed over from there cost one each.
            let mut reach: Option<(i32, usize)> = None;
            let here =
                self.letters.iter().zip(&self.marks).enumerate().filter(|(_, (here, _))| *here == letter);
            for (at, (_, here)) in here {
                let mut close = None;
                while let Some(step) = steps.get(above.start).filter(|step| !above.is_empty() && step.at < at)
                {
                    reach = reach.max(Some((step.sum + int(step.at), above.start)));
                    close = Some((step.sum, above.start)).filter(|_| step.at + 1 == at);
                    above.start += 1;
                }
                let alone = if here.begins_word { BEGINS_WORD } else { LOOSE };
                let best = if number == 0 {
                    Some((alone + points_of_place(at), 0))
                } else {
                    let follows = close.map(|(sum, from)| (sum + alone.max(FOLLOWS), from));
                    follows.max(reach.map(|(sum, from)| (sum - int(at - 1) + alone, from)))
                };
                let ends = number + 1 == wanted.len() && here.ends_word;
                let bonus = if ends { ENDS_WORD } else { 0 };
                steps.extend(best.map(|(sum, before)| Step { at, sum: sum + bonus, before }));
            }
            row.end = steps.len();
        }
        // The first of equals.
        let end = steps.get(row)?.iter().max_by_key(|step| (step.sum, std::cmp::Reverse(step.at)))?;
        (end.sum >= ENOUGH.saturating_mul(int(wanted.len()))).then_some(*end)
    }

    fn holds_in_order(&self, wanted: &[char]) -> bool {
        let mut letters = self.letters.iter();
        !wanted.is_empty() && wanted.iter().all(|wanted| letters.any(|letter| letter == wanted))
    }

    /// The way back from an end.
    fn traced(&self, steps: &[Step], end: Step, count: usize) -> Option<Match> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut step = end;
        for _ in 0..count {
            let Mark { from, to, .. } = *self.marks.get(step.at)?;
            let (from, to) = (from as usize, to as usize);
            match ranges.last_mut() {
                Some(next) if next.start <= to => next.start = from,
                _ => ranges.push(from..to),
            }
            step = *steps.get(step.before)?;
        }
        ranges.reverse();
        Some(Match { score: end.sum, ranges })
    }
}

/// What the place of the first letter adds or takes away.
fn points_of_place(at: usize) -> i32 {
    if at == 0 { BEGINS_TEXT } else { -int(at.min(LATE)) }
}

/// What a word is worth whose letters stand together with these points.
fn score_together(points: i32, wanted: &[char]) -> i32 {
    points.saturating_add(TOGETHER.1.saturating_mul(int(wanted.len()))).saturating_add(TOGETHER.0)
}

/// The points of letters that stand together, the first of them at a place.
fn points_together(at: usize, letters: &[Mark]) -> i32 {
    let first = letters.first().map_or(0, |letter| if letter.begins_word { BEGINS_WORD } else { LOOSE });
    let following = letters.iter().skip(1);
    let following = following.map(|letter| if letter.begins_word { BEGINS_WORD } else { FOLLOWS });
    let ends = letters.last().is_some_and(|letter| letter.ends_word);
    first + points_of_place(at) + following.sum::<i32>() + if ends { ENDS_WORD } else { 0 }
}

fn int(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn bytes(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(text: &str, query: &str) -> Option<i32> {
        let (haystack, mut room) = (Haystack::new(text), Room::default());
        let score = |word| {
            let score = haystack.score(word, &mut room);
            assert_eq!(score, haystack.find(word).map(|found| found.score), "{query} in {text}");
            score
        };
        Needle::new(query).words().map(score).sum()
    }

    fn marked(text: &str, query: &str) -> String {
        let haystack = Haystack::new(text);
        let needle = Needle::new(query);
        let mut found: Vec<_> =
            needle.words().filter_map(|word| haystack.find(word)).flat_map(|found| found.ranges).collect();
        found.sort_by_key(|range| std::cmp::Reverse(range.start));
        let mut text = text.to_owned();
        for range in found {
            text.insert(range.end, ']');
            text.insert(range.start, '[');
        }
        text
    }

    #[test]
    fn beginnings_and_whole_words_rank_first() {
        let order = |query: &str, texts: &[&str]| {
            let scores: Vec<_> = texts.iter().map(|text| score(text, query)).collect();
            assert!(scores.is_sorted_by(|a, b| a > b), "{query}: {texts:?} {scores:?}");
        };
        order("pay", &["Pay", "Payment", "Can't pay", "Repays"]);
        order("add", &["Add stage", "Paddle"]);
        order("atp", &["Add touchpoint", "Adapt step"]);
        order("zoom in", &["Zoom in", "Zoom to inner"]);
    }

    #[test]
    fn a_word_as_it_is_ranks_before_its_letters_scattered_over_beginnings() {
        for (query, whole, scattered) in [
            ("sep", "Waits separately", "Select emotion point"),
            ("at", "Repeats", "Add touchpoint"),
            ("sp", "Grasps", "Some place"),
            ("istep", "Kriz: mistepi", "Is Told Every Price"),
        ] {
            assert!(score(scattered, query).is_some(), "{query}: {scattered}");
            assert!(score(whole, query) > score(scattered, query), "{query}: {whole} / {scattered}");
        }
        assert!(score("Add stage", "add") > score("Paddle", "add"), "the beginning of a word still counts");
    }

    #[test]
    fn scattered_letters_of_long_texts_are_chance() {
        assert_eq!(score("Customers need a discount code now", "undo"), None);
        assert_eq!(score("Select nothing", "zzz"), None);
        assert!(score("Add touchpoint", "adtp").is_some());
        assert!(score("checkoutPaymentFailed", "cpf").is_some());
    }

    #[test]
    fn words_are_found_in_any_order_and_all_are_needed() {
        assert!(score("Add pain point", "pain add").is_some());
        assert!(score("Add pain point", "pain gain").is_none());
    }

    #[test]
    fn turkish_and_polish_letters_are_found_by_plain_ones_and_back() {
        for (text, query) in [
            ("İADE İSTEĞİ", "iade istegi"),
            ("ısparta mağazası", "ISPARTA"),
            ("Zgłoszenie wysłane", "zgloszenie wyslane"),
            ("Zgloszenie", "ZGŁOSZENIE"),
            ("Straße", "strasse"),
            ("cafe\u{301}", "CAFÉ"),
        ] {
            assert!(score(text, query).is_some(), "{query} in {text}");
        }
    }

    #[test]
    fn what_is_marked_lies_at_letters_borders() {
        assert_eq!(marked("İade isteği", "iade"), "[İade] isteği");
        assert_eq!(marked("Add touchpoint", "adtp"), "[Ad]d [t]ouch[p]oint");
        assert_eq!(marked("Zgłoszenie", "glo"), "Z[gło]szenie");
        assert_eq!(marked("Straße frei", "asse"), "Str[aße] frei");
        assert_eq!(marked("Payment and pay", "pay"), "[Pay]ment and pay");
    }
}
