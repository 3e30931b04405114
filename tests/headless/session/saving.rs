//! Saving beside the work: what is written is the map as it was when saving began, what comes meanwhile is unsaved.

use super::keeping::{Bench, NOW, retitle, title_on_disk};
use pathlight::model::Edit;
use pathlight::session::{Action, OthersWork, SaveError};
use pathlight::store::StoreError;
use pathlight::store::keeping::SaveTask;
use pathlight::store::lock::Holder;
use std::fs;

#[test]
fn what_is_changed_while_saving_stays_unsaved() {
    let bench = Bench::new();
    let path = bench.saved("a.journey.ron");
    let mut session = bench.open(&path);
    retitle(&mut session, "saved");
    let task = session.begin_save(&path, OthersWork::Respect, NOW);
    assert!(session.is_saving());
    retitle(&mut session, "meanwhile");
    session.end_save(task.run(), NOW).expect("saved");

    assert!(!session.is_saving());
    assert_eq!(title_on_disk(&path), "saved");
    assert!(session.has_unsaved_work());
    session.document.undo();
    assert!(!session.has_unsaved_work(), "back at the state that was saved");
    session.document.redo();
    session.keep(NOW);
    drop(session);
    assert_eq!(bench.left(), ["meanwhile"]);
}

#[test]
fn a_saved_state_that_was_left_by_another_way_meanwhile_is_not_the_present_one() {
    let bench = Bench::new();
    let path = bench.saved("a.journey.ron");
    let mut session = bench.open(&path);
    retitle(&mut session, "saved");
    let task = session.begin_save(&path, OthersWork::Respect, NOW);
    session.document.undo();
    retitle(&mut session, "another way");
    session.end_save(task.run(), NOW).expect("saved");
    assert!(session.has_unsaved_work(), "as many steps, but not the same");
    assert_eq!(session.document.history().saved(), None);
}

#[test]
fn the_journal_of_work_done_while_saving_elsewhere_belongs_to_the_new_file() {
    let bench = Bench::new();
    let mut session = bench.open(&bench.saved("a.journey.ron"));
    let copy = bench.path("copies/b.journey.ron");
    let task = session.begin_save(&copy, OthersWork::Respect, NOW);
    retitle(&mut session, "meanwhile");
    drop(session.end_save(task.run(), NOW).expect("saved"));
    drop(session);
    let mut session = bench.recover();
    assert_eq!(session.path.as_deref(), Some(copy.as_path()));
    session.save(&copy, OthersWork::Respect, NOW).expect("what was written last is known");
    assert_eq!(title_on_disk(&copy), "meanwhile");
}

#[test]
fn a_save_that_fails_late_changes_nothing() {
    let bench = Bench::new();
    let path = bench.saved("maps/a.journey.ron");
    let mut session = bench.open(&path);
    retitle(&mut session, "first");
    let task = session.begin_save(&path, OthersWork::Respect, NOW);
    fs::rename(bench.path("maps"), bench.path("elsewhere")).expect("taken away");
    retitle(&mut session, "second");
    let error = session.end_save(task.run(), NOW).expect_err("no folder");
    assert!(error.to_string().contains("its folder is not there"), "{error}");
    assert!(session.has_unsaved_work() && !session.is_saving());
    assert_eq!(session.document.history().saved(), Some(0));
    drop(session);
    assert_eq!(bench.left(), ["second"]);
}

#[test]
fn saving_ends_a_text_in_the_making_and_keeps_it() {
    let bench = Bench::new();
    let path = bench.saved("a.journey.ron");
    let mut session = bench.open(&path);
    let stages = session.document.map().about.stages.len();
    session.apply(Action::EditThenType(Edit::AddStage { name: String::new(), at: 0 }));
    session.apply(Action::SetText("Half".into()));
    session.save(&path, OthersWork::Respect, NOW).expect("saved");
    assert!(session.editing.is_none() && !session.has_unsaved_work());
    session.apply(Action::SetText("Half and more".into()));
    assert_eq!(session.document.map().about.stages.len(), stages + 1);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_a_message_that_says_what_to_do() {
    let bench = Bench::new();
    let path = bench.path("full.journey.ron");
    std::os::unix::fs::symlink("/dev/full", &path).expect("linked");
    let task = SaveTask {
        path: path.clone(),
        map: crate::model::sample::map(),
        from: Some(path),
        data: Default::default(),
        expected: None,
        is_read_only: false,
        me: Holder::default(),
        journal: None,
    };
    let error = task.run().expect_err("full");
    assert!(matches!(error, SaveError::Store(StoreError::Write(_))), "{error:?}");
    assert!(error.to_string().contains("make room on the disk or choose another one"), "{error}");
}
