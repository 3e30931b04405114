//! What holds for every edit, whatever came before it.

use super::random::{self, Draw};
use super::sample;
use pathlight::model::check::check;
use pathlight::model::{Document, JourneyMap};
use pathlight::store::format::{from_text, to_text};
use proptest::prelude::*;
use std::path::Path;

fn through_text(map: &JourneyMap) -> JourneyMap {
    let text = to_text(map).expect("text");
    from_text(Path::new("a.journey.ron"), &text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn steps() -> impl Strategy<Value = Vec<Vec<Draw>>> {
    // Mostly single edits, some batches.
    let step = prop_oneof![
        4 => prop::collection::vec(random::draw(), 1),
        1 => prop::collection::vec(random::draw(), 2..5),
    ];
    prop::collection::vec(step, 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_edit_can_be_undone_redone_saved_and_leaves_a_sound_map(steps in steps()) {
        let mut document = Document::opened(sample::map());
        let mut states = vec![document.map().clone()];
        for draws in steps {
            let before = document.map().clone();
            let edit = if let [draw] = &draws[..] { draw.edit(&before) } else { random::batch(&draws, &before) };
            let result = document.edit(&edit);
            let after = document.map().clone();
            if result.is_err() {
                prop_assert_eq!(&after, &before, "{:?}", edit);
                continue;
            }
            prop_assert_eq!(check(&after), [], "{:?}", edit);
            prop_assert_eq!(&through_text(&after), &after, "{:?}", edit);
            if after != before {
                document.undo();
                prop_assert_eq!(document.map(), &before, "{:?}", edit);
                document.redo();
                prop_assert_eq!(document.map(), &after, "{:?}", edit);
                states.push(after);
            }
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(document.undo().is_some());
            prop_assert_eq!(document.map(), state);
        }
        prop_assert!(document.undo().is_none());
        prop_assert!(!document.is_dirty());
        for state in states.iter().skip(1) {
            prop_assert!(document.redo().is_some());
            prop_assert_eq!(document.map(), state);
        }
        prop_assert!(document.redo().is_none());
    }

    #[test]
    fn a_gesture_is_one_step_or_nothing(draws in prop::collection::vec(random::draw(), 1..6), keep in any::<bool>()) {
        let mut document = Document::opened(sample::map());
        let before = document.map().clone();
        let edits: Vec<_> = draws.iter().map(|draw| draw.edit(&before)).collect();
        document.begin_gesture(edits[0].name());
        for edit in &edits {
            if document.update_gesture(edit).is_err() {
                prop_assert_eq!(document.map(), &before);
            }
            prop_assert_eq!(check(document.map()), []);
        }
        if keep {
            // Each update replaces the one before: only the last counts.
            let mut alone = Document::opened(before.clone());
            let _ = alone.edit(edits.last().expect("edits"));
            document.commit_gesture();
            prop_assert_eq!(document.map(), alone.map());
            document.undo();
        } else {
            document.cancel_gesture();
        }
        prop_assert_eq!(document.map(), &before);
        prop_assert!(document.undo().is_none());
    }
}
