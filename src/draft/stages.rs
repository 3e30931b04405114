//! Groups steps into stages: by what their names mean where the dictionary knows most of them, else where
//! the order has its widest breaks and the time its longest pauses. Detours, asking for help and leaving can happen anywhere,
//! so they stand at the end.

use super::dictionary::{Chapter, chapter, is_contact, is_goal};
use super::order::Step;
use crate::base::readable::readable;
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

/// A map reads well with at most this many chapters.
const MOST_STAGES: usize = 6;

/// Stages of a log whose steps are in order.
pub(super) fn by_meaning_or_breaks(steps: &[Step]) -> Vec<Group> {
    by_meaning(steps).unwrap_or_else(|| by_breaks(steps))
}

/// None where the dictionary knows fewer than three names in five, or finds one chapter only.
fn by_meaning(steps: &[Step]) -> Option<Vec<Group>> {
    let detour = |step: &Step| is_detour(step).then_some(Chapter::Detours);
    let known: Vec<Option<Chapter>> =
        steps.iter().map(|step| chapter(&step.key).or_else(|| detour(step))).collect();
    let hits = known.iter().flatten().count();
    if hits * 5 < steps.len() * 3 {
        return None;
    }
    // An unknown name belongs to the chapter that it follows; the first ones to the chapter they precede.
    let mut current = known.iter().flatten().copied().find(|chapter| !chapter.is_aside())?;
    let mut members: Vec<(Chapter, Vec<usize>)> = Vec::new();
    for (index, chapter) in known.into_iter().enumerate() {
        let chapter = chapter.unwrap_or(current);
        if !chapter.is_aside() {
            current = chapter;
        }
        match members.iter_mut().find(|(known, _)| *known == chapter) {
            Some((_, indices)) => indices.push(index),
            None => members.push((chapter, vec![index])),
        }
    }
    if members.len() < 2 {
        return None;
    }
    members.sort_by(|(a, a_members), (b, b_members)| {
        let position = |members: &[usize]| mean_position(steps, members);
        a.is_aside().cmp(&b.is_aside()).then_with(|| {
            if a.is_aside() { a.cmp(b) } else { position(a_members).total_cmp(&position(b_members)) }
        })
    });
    let mut groups: Vec<Group> = members
        .into_iter()
        .map(|(chapter, members)| Group { name: chapter_name(chapter), members })
        .collect();
    while groups.len() > MOST_STAGES {
        merge_smallest(&mut groups);
    }
    Some(groups)
}

/// Where a chapter lies, by where most of its visits are.
fn mean_position(steps: &[Step], members: &[usize]) -> f64 {
    let members = || members.iter().filter_map(|index| steps.get(*index));
    let visits: u64 = members().map(|step| step.visits).sum();
    members().map(|step| step.position * step.visits as f64).sum::<f64>() / visits.max(1) as f64
}

/// Puts the smallest group into the one before it (the first into the second).
fn merge_smallest(groups: &mut Vec<Group>) {
    let Some(smallest) = (0..groups.len()).min_by_key(|index| groups[*index].members.len()) else { return };
    let group = groups.remove(smallest);
    if smallest == 0 {
        if let Some(first) = groups.first_mut() {
            first.members.splice(0..0, group.members);
        }
    } else {
        groups[smallest - 1].members.extend(group.members);
    }
}

/// A way there and back again rather than a step ahead; not where journeys succeed.
fn is_detour(step: &Step) -> bool {
    step.detours >= DETOUR_SHARE && !is_goal(&step.key)
}

/// Stages cut where the positions lie furthest apart and it takes the longest to go on, each named after its most visited
/// step.
fn by_breaks(steps: &[Step]) -> Vec<Group> {
    let is_aside = |index: &usize| is_contact(&steps[*index].key) || is_detour(&steps[*index]);
    let (aside, spine): (Vec<usize>, Vec<usize>) = (0..steps.len()).partition(is_aside);
    let (aside, spine) = if spine.is_empty() { (spine, aside) } else { (aside, spine) };
    let wanted = match spine.len() {
        0..=2 => 1,
        3..=5 => 2,
        count => (count / 3).clamp(3, MOST_STAGES - 1),
    };
    let ahead = |at: usize| steps[spine[at]].position - steps[spine[at - 1]].position;
    let pause = |at: usize| steps[spine[at]].pause;
    let (mean_ahead, mean_pause) = (mean(spine.len(), ahead), mean(spine.len(), pause));
    // Each by its own mean, so that neither outweighs the other.
    let part = |value: f64, mean: f64| if mean > 0.0 { value / mean } else { 0.0 };
    let gap_before = |at: usize| part(ahead(at), mean_ahead) + part(pause(at), mean_pause);
    let mut cuts: Vec<usize> = (1..spine.len()).collect();
    cuts.sort_by(|a, b| gap_before(*b).total_cmp(&gap_before(*a)).then(a.cmp(b)));
    let mut cuts = chosen(&cuts, spine.len(), wanted);
    cuts.sort_unstable();
    cuts.push(spine.len());

    let mut groups = Vec::new();
    let mut start = 0;
    for end in cuts {
        let members = spine[start..end].to_vec();
        let most_visited =
            members.iter().max_by_key(|index| (steps[**index].visits, std::cmp::Reverse(**index)));
        if let Some(index) = most_visited {
            groups.push(Group { name: readable(&steps[*index].name), members });
        }
        start = end;
    }
    let (contacts, detours): (Vec<usize>, Vec<usize>) =
        aside.into_iter().partition(|index| is_contact(&steps[*index].key));
    for (chapter, members) in [(Chapter::Detours, detours), (Chapter::GetHelp, contacts)] {
        if !members.is_empty() {
            groups.push(Group { name: chapter_name(chapter), members });
        }
    }
    groups
}

/// The widest cuts, the widest first. Where there are enough steps, no stage is left with a single one: a chapter of one step
/// is no chapter.
fn chosen(widest_first: &[usize], steps: usize, wanted: usize) -> Vec<usize> {
    let least = if steps > 2 * wanted { 2 } else { 1 };
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

/// Stages of a survey: neighbouring columns of one question (`Q7ART`, `Q7FOOD`), if that divides it sensibly.
pub(super) fn by_question(steps: &[Step]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let name = question(&step.name);
        match groups.last_mut().filter(|group| group.name == name) {
            Some(group) => group.members.push(index),
            None => groups.push(Group { name, members: vec![index] }),
        }
    }
    if (2..=MOST_STAGES).contains(&groups.len()) && groups.iter().all(|group| !group.name.is_empty()) {
        return groups;
    }
    vec![Group { name: tr!("draft-stage-ratings"), members: (0..steps.len()).collect() }]
}

/// The leading letters and digits of `Q7ART`: `Q7`; empty where there are no such.
fn question(name: &str) -> String {
    let letters = name.chars().take_while(|c| c.is_ascii_alphabetic()).count();
    let digits = name.chars().skip(letters).take_while(char::is_ascii_digit).count();
    if letters == 0 || digits == 0 { String::new() } else { name.chars().take(letters + digits).collect() }
}

fn chapter_name(chapter: Chapter) -> String {
    match chapter {
        Chapter::Discover => tr!("draft-stage-discover"),
        Chapter::Choose => tr!("draft-stage-choose"),
        Chapter::Join => tr!("draft-stage-join"),
        Chapter::Buy => tr!("draft-stage-buy"),
        Chapter::Receive => tr!("draft-stage-receive"),
        Chapter::Detours => tr!("draft-stage-detours"),
        Chapter::GetHelp => tr!("draft-stage-get-help"),
        Chapter::Leave => tr!("draft-stage-leave"),
    }
}
