//! Groups steps into stages: by what their names mean where the dictionary knows most of them, else where
//! the order has its widest breaks and the time its longest pauses. Detours, asking for help and leaving can happen anywhere,
//! so they stand at the end.

use super::dictionary::{Chapter, chapter, is_goal};
use super::naming::{chapter_name, named};
use super::order::Step;
use crate::tr;

/// A stage in the making.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub name: String,
    /// Indices of steps.
    pub members: Vec<usize>,
}

/// A step is a detour when so many of its visits lie between two visits of one other step.
const DETOUR_SHARE: f64 = 0.5;
/// A map reads well with at most this many chapters on the way ahead, and with so many in all.
const MOST_STAGES: usize = 6;
const MOST_IN_ALL: usize = 8;
/// In a map of fewer steps a chapter may have a single one.
const MANY_STEPS: usize = 8;
/// Chapters whose steps lie closer than this are met in either order.
const NEAR: f64 = 0.25;
/// A step that lies further from the rest of its chapter means something else by the same word.
const FAR: f64 = 0.4;
/// A pause ten times as long as usual parts stages; pauses are logarithms.
const LONG_PAUSE: f64 = std::f64::consts::LN_10;

/// Stages of a log whose steps are in order.
pub(super) fn by_meaning_or_breaks(steps: &[Step]) -> Vec<Group> {
    if steps.is_empty() {
        return Vec::new();
    }
    let (spine, asides) = asides(steps);
    let known = known(steps, &spine);
    let most = MOST_STAGES.min(MOST_IN_ALL - asides.len());
    let groups = by_meaning(steps, &spine, &known, most);
    let mut groups = groups.unwrap_or_else(|| by_breaks(steps, &spine, &known, most));
    groups
        .extend(asides.into_iter().map(|(chapter, members)| Group { name: chapter_name(chapter), members }));
    groups
}

/// The steps that make the way ahead, and by chapter those that can happen anywhere on it.
fn asides(steps: &[Step]) -> (Vec<usize>, Vec<(Chapter, Vec<usize>)>) {
    let mut asides: Vec<(Chapter, Vec<usize>)> = Vec::new();
    let mut spine = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        match aside(step) {
            Some(chapter) => match asides.iter_mut().find(|(known, _)| *known == chapter) {
                Some((_, members)) => members.push(index),
                None => asides.push((chapter, vec![index])),
            },
            None => spine.push(index),
        }
    }
    asides.sort_by_key(|(chapter, _)| *chapter);
    if spine.is_empty() { ((0..steps.len()).collect(), Vec::new()) } else { (spine, asides) }
}

/// What a step can be besides the way ahead, by its name or because customers go there and back again. Where most journeys begin
/// and where they succeed is the way itself.
fn aside(step: &Step) -> Option<Chapter> {
    if step.is_beginning || is_goal(&step.key) {
        return None;
    }
    match chapter(&step.key) {
        Some(chapter) if chapter.is_aside() => Some(chapter),
        _ => (step.detours >= DETOUR_SHARE).then_some(Chapter::Detours),
    }
}

/// The chapter of each step of the spine, as far as its words tell it and it lies where the chapter lies.
fn known(steps: &[Step], spine: &[usize]) -> Vec<Option<Chapter>> {
    let chapters: Vec<Option<Chapter>> =
        spine.iter().map(|index| chapter(&steps[*index].key).filter(|chapter| !chapter.is_aside())).collect();
    let of = |wanted: Chapter| -> Vec<usize> {
        let members = spine.iter().zip(&chapters).filter(|(_, chapter)| **chapter == Some(wanted));
        members.map(|(index, _)| *index).collect()
    };
    let lies_there = |index: usize, chapter: Chapter| {
        (steps[index].position - mean_position(steps, &of(chapter))).abs() <= FAR
    };
    spine.iter().zip(&chapters).map(|(index, of)| of.filter(|chapter| lies_there(*index, *chapter))).collect()
}

/// None where the dictionary knows fewer than three names in five, or finds one chapter only.
fn by_meaning(steps: &[Step], spine: &[usize], known: &[Option<Chapter>], most: usize) -> Option<Vec<Group>> {
    let hits = known.iter().flatten().count();
    if hits * 5 < spine.len() * 3 {
        return None;
    }
    // An unknown name belongs to the chapter that it follows; the first ones to the chapter they precede.
    let mut current = known.iter().flatten().copied().next()?;
    let mut chapters: Vec<(Chapter, Vec<usize>)> = Vec::new();
    for (index, chapter) in spine.iter().zip(known) {
        current = chapter.unwrap_or(current);
        match chapters.iter_mut().find(|(known, _)| *known == current) {
            Some((_, members)) => members.push(*index),
            None => chapters.push((current, vec![*index])),
        }
    }
    if chapters.len() < 2 {
        return None;
    }
    let position = |(_, members): &(Chapter, Vec<usize>)| mean_position(steps, members);
    chapters.sort_by(|a, b| position(a).total_cmp(&position(b)));
    // Where customers come back, what they choose from is often their first step: they have discovered it before.
    for right in 1..chapters.len() {
        let (left, right) = (&chapters[right - 1], right);
        let is_unusual = left.0 == Chapter::Choose && chapters[right].0 == Chapter::Discover;
        if is_unusual && position(&chapters[right]) - position(left) < NEAR {
            chapters.swap(right - 1, right);
        }
    }
    join_strays(steps, spine, &mut chapters, most);
    let group = |(chapter, members)| Group { name: chapter_name(chapter), members };
    Some(chapters.into_iter().map(group).collect())
}

/// Where a chapter lies, by where most of its visits are.
fn mean_position(steps: &[Step], members: &[usize]) -> f64 {
    let members = || members.iter().filter_map(|index| steps.get(*index));
    let visits: u64 = members().map(|step| step.visits).sum();
    members().map(|step| step.position * step.visits as f64).sum::<f64>() / visits.max(1) as f64
}

/// Where there are enough steps, a chapter of a single one joins its nearer neighbour, unless a long pause parts it; and the
/// smallest do as long as there are too many.
fn join_strays(steps: &[Step], spine: &[usize], chapters: &mut Vec<(Chapter, Vec<usize>)>, most: usize) {
    let usual = spine.iter().map(|index| steps[*index].pause).sum::<f64>() / spine.len().max(1) as f64;
    let is_late = |members: &[usize]| members.first().is_some_and(|at| steps[*at].pause > usual + LONG_PAUSE);
    loop {
        let is_stray = |at: usize| {
            let after = chapters.get(at + 1).map_or(&[][..], |(_, members)| members);
            let is_parted = is_late(&chapters[at].1) || is_late(after);
            chapters[at].1.len() == 1 && chapters.len() > 2 && spine.len() >= MANY_STEPS && !is_parted
        };
        let smallest = || (0..chapters.len()).min_by_key(|at| chapters[*at].1.len());
        let too_many = chapters.len() > most;
        let Some(at) =
            (0..chapters.len()).find(|at| is_stray(*at)).or_else(|| smallest().filter(|_| too_many))
        else {
            return;
        };
        let (_, members) = chapters.remove(at);
        let distance = |to: usize| {
            let (_, others) = &chapters[to];
            (mean_position(steps, others) - mean_position(steps, &members)).abs()
        };
        let neighbours = [at.checked_sub(1), Some(at).filter(|at| *at < chapters.len())];
        let nearer = neighbours.into_iter().flatten().min_by(|a, b| distance(*a).total_cmp(&distance(*b)));
        let Some((_, joined)) = nearer.and_then(|to| chapters.get_mut(to)) else { return };
        joined.extend(members);
        joined.sort_unstable();
    }
}

/// Stages cut where the positions lie furthest apart and it takes the longest to go on, rather between two chapters than within one.
fn by_breaks(steps: &[Step], spine: &[usize], known: &[Option<Chapter>], most: usize) -> Vec<Group> {
    let wanted = match spine.len() {
        0..=2 => 1,
        3..=5 => 2,
        count => (count / 3).clamp(3, most.min(MOST_STAGES - 1)),
    };
    let ahead = |at: usize| steps[spine[at]].position - steps[spine[at - 1]].position;
    let pause = |at: usize| steps[spine[at]].pause;
    let (mean_ahead, mean_pause) = (mean(spine.len(), ahead), mean(spine.len(), pause));
    // Each by its own mean, so that neither outweighs the other.
    let part = |value: f64, mean: f64| if mean > 0.0 { value / mean } else { 0.0 };
    let meaning = |at: usize| match (known[at - 1], known[at]) {
        (Some(one), Some(other)) => {
            if one == other {
                -1.0
            } else {
                1.0
            }
        }
        _ => 0.0,
    };
    let gap_before = |at: usize| part(ahead(at), mean_ahead) + part(pause(at), mean_pause) + meaning(at);
    let mut cuts: Vec<usize> = (1..spine.len()).collect();
    cuts.sort_by(|a, b| gap_before(*b).total_cmp(&gap_before(*a)).then(a.cmp(b)));
    let mut cuts = chosen(&cuts, spine.len(), wanted);
    cuts.sort_unstable();
    cuts.push(spine.len());
    let mut start = 0;
    let parts = cuts.into_iter().map(|end| std::mem::replace(&mut start, end)..end);
    named(steps, parts.map(|part| (spine[part.clone()].to_vec(), known[part].to_vec())).collect())
}

/// The widest cuts, the widest first. Where there are enough steps, no stage is left with a single one: a chapter of one step
/// is no chapter.
fn chosen(widest_first: &[usize], steps: usize, wanted: usize) -> Vec<usize> {
    let least = if steps >= 2 * wanted { 2 } else { 1 };
    let mut chosen: Vec<usize> = Vec::new();
    for cut in widest_first {
        let is_apart = |other: usize| cut.abs_diff(other) >= least;
        if chosen.len() + 1 < wanted
            && is_apart(0)
            && is_apart(steps)
            && chosen.iter().all(|other| is_apart(*other))
        {
            chosen.push(*cut);
        }
    }
    chosen
}

/// The mean over all places that have one before them.
fn mean(count: usize, value: impl Fn(usize) -> f64) -> f64 {
    (1..count).map(value).sum::<f64>() / count.saturating_sub(1).max(1) as f64
}

/// Stages of a survey: the rating columns of one question (`Q7ART`, `Q7FOOD`), and last those that stand alone, if that divides
/// it sensibly.
pub(super) fn by_question(steps: &[Step]) -> Vec<Group> {
    let mut groups: Vec<(u32, Vec<usize>)> = Vec::new();
    let mut alone = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let Some(number) = question(&step.name) else {
            alone.push(index);
            continue;
        };
        match groups.iter_mut().find(|(known, _)| *known == number) {
            Some((_, members)) => members.push(index),
            None => groups.push((number, vec![index])),
        }
    }
    for (_, members) in groups.extract_if(.., |(_, members)| members.len() == 1) {
        alone.extend(members);
    }
    alone.sort_unstable();
    if groups.is_empty() || groups.len() + usize::from(!alone.is_empty()) > MOST_STAGES {
        return vec![Group { name: tr!("draft-stage-ratings"), members: (0..steps.len()).collect() }];
    }
    let named = |(number, members)| Group { name: tr!("draft-stage-question", number = number), members };
    let mut groups: Vec<Group> = groups.into_iter().map(named).collect();
    if !alone.is_empty() {
        groups.push(Group { name: tr!("draft-stage-other-ratings"), members: alone });
    }
    groups
}

/// The number of the question of `Q7ART`, which is 7.
fn question(name: &str) -> Option<u32> {
    let rest = name.strip_prefix(['Q', 'q'])?;
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    rest.get(..digits)?.parse().ok()
}
