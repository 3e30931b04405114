//! Edits of the map's own record.

use super::trimmed;
use crate::model::check;
use crate::model::edit::EditError;
use crate::model::records::MapKind;
use crate::model::review::{FindingSlide, Thresholds};
use crate::model::txn::Txn;

pub(super) fn set_title(txn: &mut Txn<'_>, title: &str) -> Result<(), EditError> {
    txn.about().title = trimmed(title);
    Ok(())
}

pub(super) fn set_kind(txn: &mut Txn<'_>, kind: MapKind) -> Result<(), EditError> {
    txn.about().kind = kind;
    Ok(())
}

pub(super) fn set_description(txn: &mut Txn<'_>, description: &str) -> Result<(), EditError> {
    txn.about().description = trimmed(description);
    Ok(())
}

pub(super) fn set_smallest_group(txn: &mut Txn<'_>, count: u32) -> Result<(), EditError> {
    txn.about().smallest_group = count;
    Ok(())
}

/// Words are told apart as they are compared: in small letters.
pub(super) fn set_word_mood(txn: &mut Txn<'_>, word: &str, mood: Option<i8>) -> Result<(), EditError> {
    // Without the dot that İ would leave behind.
    let small = word.trim().to_lowercase();
    let word = small.replace('\u{307}', "");
    match mood {
        None => {
            let moods = &mut txn.about().word_moods;
            moods.remove(&word).or_else(|| moods.remove(&small));
        }
        Some(mood) => match check::word_mood(&word, mood) {
            Some(problem) => return Err(EditError::Invalid(problem)),
            None => {
                txn.about().word_moods.insert(word, mood);
            }
        },
    }
    Ok(())
}

pub(super) fn set_reviewed(txn: &mut Txn<'_>, day: Option<&str>) -> Result<(), EditError> {
    txn.about().review.reviewed = day.map(trimmed).filter(|day| !day.is_empty());
    Ok(())
}

pub(super) fn set_thresholds(txn: &mut Txn<'_>, thresholds: &Thresholds) -> Result<(), EditError> {
    txn.about().review.thresholds = thresholds.sound();
    Ok(())
}

pub(super) fn set_slide(
    txn: &mut Txn<'_>,
    finding: &str,
    slide: Option<&FindingSlide>,
) -> Result<(), EditError> {
    let slides = &mut txn.about().review.slides;
    let place = slides.iter().position(|other| other.finding == finding);
    match (place, slide) {
        (Some(place), Some(slide)) => slides[place] = slide.clone(),
        (Some(place), None) => drop(slides.remove(place)),
        (None, Some(slide)) => slides.push(slide.clone()),
        (None, None) => {}
    }
    Ok(())
}

pub(super) fn set_dismissed(txn: &mut Txn<'_>, finding: &str, why: Option<&str>) -> Result<(), EditError> {
    let dismissed = &mut txn.about().review.dismissed;
    match why {
        Some(why) => dismissed.insert(finding.to_owned(), trimmed(why)),
        None => dismissed.remove(finding),
    };
    Ok(())
}
