//! What touchpoints and stages are called; stages by what their steps are about, by a word that their steps share, else by where
//! they lie. Never after one of their steps, which is but a part of them.

use super::dictionary::Chapter;
use super::order::Step;
use super::stages::Group;
use crate::base::key::name_key;
use crate::base::readable::readable;
use crate::tr;

/// Shorter words are prefixes and particles.
const SHORTEST_WORD: usize = 4;
const LONGEST_ABBREVIATION: usize = 4;

/// Groups with names; neighbours that turn out to be one chapter become one stage.
pub(super) fn named(steps: &[Step], parts: Vec<(Vec<usize>, Vec<Option<Chapter>>)>) -> Vec<Group> {
    let mut joined: Vec<(Vec<usize>, Option<Chapter>)> = Vec::new();
    for (members, known) in parts {
        let chapter = most_common(&known);
        match joined.last_mut().filter(|(_, last)| chapter.is_some() && *last == chapter) {
            Some((last, _)) => last.extend(members),
            None => joined.push((members, chapter)),
        }
    }
    let count = joined.len();
    let mut groups: Vec<Group> = Vec::new();
    for (place, (members, chapter)) in joined.iter().enumerate() {
        let others =
            || joined.iter().enumerate().filter(|(other, _)| *other != place).flat_map(|(_, of)| &of.0);
        let is_free = |name: &String| groups.iter().all(|group| group.name != *name);
        let name = chapter.map(chapter_name).filter(is_free);
        let name = name.or_else(|| shared_word(steps, members, others()).filter(is_free));
        let name = name.unwrap_or_else(|| place_name(place, count));
        groups.push(Group { name, members: members.clone() });
    }
    groups
}

/// The chapter that most of the steps with a known one belong to: a third of all steps, two at least.
fn most_common(known: &[Option<Chapter>]) -> Option<Chapter> {
    let count = |of: Chapter| known.iter().filter(|chapter| **chapter == Some(of)).count();
    let most = known.iter().flatten().copied().max_by_key(|chapter| count(*chapter))?;
    (count(most) >= 2 && 3 * count(most) >= known.len()).then_some(most)
}

/// A word of more than half of the steps, of two at least, that no step of another stage has. It must begin a name, as what an event
/// is about does (`report shared`), unlike what is done there (`pricing view`).
fn shared_word<'a>(
    steps: &[Step],
    members: &[usize],
    mut others: impl Iterator<Item = &'a usize>,
) -> Option<String> {
    let words = |index: usize| steps[index].key.split(|letter: char| !letter.is_alphanumeric());
    let has = |index: usize, word: &str| words(index).any(|own| own == word);
    let count = |word: &str| members.iter().filter(|index| has(**index, word)).count();
    let candidates = members.iter().filter_map(|index| words(*index).next());
    let word = candidates
        .filter(|word| word.chars().count() >= SHORTEST_WORD && word.chars().all(char::is_alphabetic))
        .filter(|word| count(word) >= 2 && 2 * count(word) > members.len())
        .max_by_key(|word| count(word))?;
    if others.any(|index| has(*index, word)) {
        return None;
    }
    // As it is written, with its accents.
    let name = members.iter().map(|index| readable(&steps[*index].name)).find_map(|name| {
        let mut written = name.split(|letter: char| !letter.is_alphanumeric());
        written.find(|own| name_key(own) == word).map(readable)
    });
    name.or_else(|| Some(readable(word)))
}

/// A name for a stage of which nothing is known but where it lies.
fn place_name(place: usize, count: usize) -> String {
    match (place, count - place - 1) {
        (0, 0) => tr!("draft-stage-whole"),
        (0, _) => tr!("draft-stage-start"),
        (_, 0) => tr!("draft-stage-end"),
        (before, after) if before < after => tr!("draft-stage-early"),
        (before, after) if before > after => tr!("draft-stage-late"),
        _ => tr!("draft-stage-middle"),
    }
}

/// The names of touchpoints, by step. A short word in capitals among names in small letters is an abbreviation, and stays one.
pub(super) fn touchpoint_names(steps: &[Step]) -> Vec<String> {
    let is_small = |name: &str| name.contains(char::is_lowercase);
    let small = steps.iter().filter(|step| is_small(&step.name)).count();
    let is_abbreviation = |name: &str| {
        2 * small > steps.len()
            && !is_small(name)
            && name.chars().count() <= LONGEST_ABBREVIATION
            && name.chars().all(char::is_uppercase)
    };
    let name = |name: &str| if is_abbreviation(name) { name.to_owned() } else { readable(name) };
    steps.iter().map(|step| name(step.name.trim())).collect()
}

/// What a chapter is called.
pub(super) fn chapter_name(chapter: Chapter) -> String {
    match chapter {
        Chapter::Discover => tr!("draft-stage-discover"),
        Chapter::Choose => tr!("draft-stage-choose"),
        Chapter::Join => tr!("draft-stage-join"),
        Chapter::Apply => tr!("draft-stage-apply"),
        Chapter::Agree => tr!("draft-stage-agree"),
        Chapter::Buy => tr!("draft-stage-buy"),
        Chapter::Receive => tr!("draft-stage-receive"),
        Chapter::Use => tr!("draft-stage-use"),
        Chapter::Detours => tr!("draft-stage-detours"),
        Chapter::GetHelp => tr!("draft-stage-get-help"),
        Chapter::Leave => tr!("draft-stage-leave"),
    }
}
