//! Every undo step has a name that people can read.

use super::{random, sample};
use pathlight::model::edit::EditName;
use pathlight::model::{Curve, Edit, PersonaId, TouchpointId};

#[test]
fn every_edit_has_words() {
    let map = sample::map();
    let mut edits: Vec<_> = (0..random::KINDS).map(|kind| random::Draw::of_kind(kind).edit(&map)).collect();
    edits.push(Edit::SetEmotion {
        persona: PersonaId(1),
        curve: Curve::AsIs,
        touchpoint: TouchpointId(1),
        emotion: None,
    });
    for lane in map.lanes.iter() {
        let lane = lane.id;
        for on in [true, false] {
            edits.push(Edit::SetLaneHidden { lane, hidden: on });
            edits.push(Edit::SetLanePinned { lane, pinned: on });
            edits.push(Edit::SetLaneCollapsed { lane, collapsed: on });
        }
    }
    for on in [true, false] {
        edits.push(Edit::SetTag { cards: Vec::new(), touchpoints: Vec::new(), tag: "a".into(), on });
    }
    for touchpoint in map.touchpoints.iter().map(|touchpoint| touchpoint.id) {
        use pathlight::model::edit::Flag;
        for flag in [Flag::Goal, Flag::Contact, Flag::MomentOfTruth] {
            edits.extend([true, false].map(|on| Edit::SetFlag { touchpoint, flag, on }));
        }
    }
    for edit in edits {
        let name = edit.name();
        assert!(name.key.starts_with("model-edit-"), "{edit:?}");
        // A key without a message would be shown as it is.
        assert_ne!(name.text(), name.key, "{edit:?}");
    }
}

#[test]
fn plurals_say_how_many() {
    let name = |count| EditName { key: "model-edit-move-cards", count }.text();
    assert_eq!(name(1), "Move card");
    assert_eq!(name(3), "Move 3 cards");
    let cards = sample::map().cards.iter().map(|card| card.id).collect();
    assert_eq!(Edit::RemoveCards { cards }.name().text(), "Delete 3 cards");
}
