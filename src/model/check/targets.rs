//! Targets: of figures that there are, at touchpoints that there are.

use super::source::is_date_or_time;
use super::{Problem, Problems};
use crate::model::records::JourneyMap;
use crate::model::target::Target;
use crate::tr;

/// Moods of words lie between −5 and 5.
const STRONGEST_MOOD: i8 = 5;

pub(super) fn check(map: &JourneyMap, problems: &mut Problems) {
    for wanted in &map.about.targets {
        problems.0.extend(target(wanted));
        if let Some(touchpoint) = wanted.touchpoint.filter(|id| !map.touchpoints.contains(*id)) {
            let message = tr!("model-problem-dangling", id = touchpoint.to_string());
            problems.add(&tr!("model-place-target"), message);
        }
    }
    for (word, mood) in &map.about.word_moods {
        problems.0.extend(word_mood(word, *mood));
    }
}

/// What is wrong with a target, whatever the map.
pub(in crate::model) fn target(target: &Target) -> Option<Problem> {
    let message = if target.figure.is_at_touchpoint() != target.touchpoint.is_some() {
        tr!("model-problem-target-place")
    } else if !target.value.is_finite() {
        tr!("model-problem-target-value", value = target.value.to_string())
    } else if !is_date_or_time(target.by.trim()) {
        tr!("model-problem-date", field = "by", value = target.by.clone())
    } else {
        return None;
    };
    Some(Problem { place: tr!("model-place-target"), message })
}

/// What is wrong with the mood of a word.
pub(in crate::model) fn word_mood(word: &str, mood: i8) -> Option<Problem> {
    let is_sound = (-STRONGEST_MOOD..=STRONGEST_MOOD).contains(&mood) && !word.trim().is_empty();
    (!is_sound).then(|| Problem {
        place: tr!("model-place-words"),
        message: tr!("model-problem-word-mood", word = word, mood = i64::from(mood)),
    })
}
