//! Journals of unsaved work: what a process that ended leaves, and what it does not.

use crate::model::sample;
use pathlight::base::Timestamp;
use pathlight::model::{Document, Edit, JourneyMap};
use pathlight::store::fingerprint::Fingerprint;
use pathlight::store::recovery::{Leftover, Recovery, RecoveryError, Snapshot};
use pathlight::store::save;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

fn titled(title: &str) -> JourneyMap {
    let mut document = Document::opened(sample::map());
    document.edit(&Edit::SetTitle(title.into())).expect("titled");
    document.map().clone()
}

fn state(title: &str, second: i64) -> Snapshot {
    let base = Some(Fingerprint::of(b"as loaded"));
    let path = Some(PathBuf::from("/maps/zwrot.journey.ron"));
    Snapshot { map: titled(title), path, base, changed: Timestamp(second * 1_000_000) }
}

fn bench() -> (tempfile::TempDir, Recovery) {
    let folder = tempfile::tempdir().expect("folder");
    let recovery = Recovery::in_state_folder(folder.path());
    (folder, recovery)
}

/// Leaves states behind as a process that ends, one after the other.
fn leave(recovery: &Recovery, states: &[Snapshot]) {
    let journal = recovery.start().expect("a journal");
    for state in states {
        journal.keep(state.clone());
        journal.flusher().wait();
    }
    assert_eq!(journal.trouble(), None);
}

fn titles(leftovers: &[Leftover]) -> Vec<&str> {
    leftovers.iter().map(|l| l.content.as_ref().map_or("damaged", |c| c.title.as_str())).collect()
}

/// What processes that have ended left. Programs that other tests start hold every lock of this process for the moment
/// until they begin, and what is locked is not left over.
fn left_over(recovery: &Recovery) -> Vec<Leftover> {
    let given_up = Instant::now() + Duration::from_secs(10);
    loop {
        let leftovers = recovery.leftovers();
        if !leftovers.is_empty() || Instant::now() > given_up {
            return leftovers;
        }
        thread::sleep(Duration::from_millis(10));
    }
}

fn only(recovery: &Recovery) -> PathBuf {
    let leftovers = left_over(recovery);
    assert_eq!(leftovers.len(), 1, "{leftovers:?}");
    leftovers[0].folder.clone()
}

#[test]
fn the_last_state_comes_back_as_it_was() {
    let (_folder, recovery) = bench();
    let last = Snapshot { path: None, base: None, ..state("İade \"iki\"\nsatır", 3) };
    leave(&recovery, &[state("one", 1), state("two", 2), last.clone()]);
    let leftovers = left_over(&recovery);
    let content = leftovers[0].content.as_ref().expect("readable");
    assert_eq!((content.path.as_deref(), content.changed), (None, last.changed));
    let (_journal, found) = recovery.recover(&leftovers[0].folder).expect("recovered");
    assert_eq!(found, last);
}

#[test]
fn a_map_that_is_open_is_not_left_over() {
    let (_folder, recovery) = bench();
    let journal = recovery.start().expect("a journal");
    journal.keep(state("open", 1));
    journal.flusher().wait();
    assert_eq!(recovery.leftovers(), []);
    drop(journal);
    let folder = only(&recovery);
    let (journal, _) = recovery.recover(&folder).expect("recovered");
    assert_eq!(recovery.leftovers(), [], "somebody has it again");
    assert!(matches!(recovery.recover(&folder), Err(RecoveryError::InUse)));
    assert!(matches!(recovery.discard(&folder), Err(RecoveryError::InUse)));
    drop(journal);
    recovery.discard(&folder).expect("discarded");
    assert!(!folder.exists());
}

#[test]
fn a_cleared_journal_leaves_nothing_and_can_go_on() {
    let (root, recovery) = bench();
    let journal = recovery.start().expect("a journal");
    journal.clear();
    journal.keep(state("one", 1));
    journal.clear();
    journal.flusher().wait();
    let left = || fs::read_dir(root.path().join("recovery")).map_or(0, Iterator::count);
    assert_eq!(left(), 0);
    journal.keep(state("two", 2));
    drop(journal);
    assert_eq!(titles(&left_over(&recovery)), ["two"]);
}

#[test]
fn a_recovered_map_goes_on_in_the_same_journal() {
    let (_folder, recovery) = bench();
    leave(&recovery, &[state("one", 1)]);
    let folder = only(&recovery);
    for (number, title) in ["two", "three", "four"].into_iter().enumerate() {
        let (journal, _) = recovery.recover(&folder).expect("recovered");
        journal.keep(state(title, 10 + number as i64));
        drop(journal);
        assert_eq!(titles(&left_over(&recovery)), [title]);
        assert_eq!(only(&recovery), folder);
    }
}

#[test]
fn a_torn_state_gives_way_to_the_one_before() {
    let (_folder, recovery) = bench();
    leave(&recovery, &[state("one", 1), state("two", 2)]);
    let folder = only(&recovery);
    // The first state went into `a`, the second into `b`, or the other way round.
    let newest = ["a.journal", "b.journal"].map(|name| folder.join(name)).into_iter().find(|path| {
        fs::read_to_string(path).expect("text").lines().next().expect("a header").contains("\"two\"")
    });
    let newest = newest.expect("the second state");
    let whole = fs::read(&newest).expect("bytes");
    for length in [0, 1, 40, whole.len() / 2, whole.len() - 1] {
        fs::write(&newest, &whole[..length]).expect("torn");
        let leftovers = recovery.leftovers();
        assert_eq!(titles(&leftovers), ["one"], "{length}");
    }
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    fs::write(&newest, flipped).expect("damaged");
    let (journal, found) = recovery.recover(&folder).expect("recovered");
    assert_eq!(found, state("one", 1));
    // What is kept next goes where the damage is, and the whole state stays.
    journal.keep(state("three", 3));
    journal.flusher().wait();
    assert!(fs::read_to_string(&newest).expect("text").contains("three"));
}

#[test]
fn damaged_journals_hide_no_others_and_can_be_discarded() {
    let (root, recovery) = bench();
    leave(&recovery, &[state("good", 1)]);
    leave(&recovery, &[state("bad", 2)]);
    let parent = root.path().join("recovery");
    let bad = left_over(&recovery)[0].folder.clone();
    for name in ["a.journal", "b.journal"] {
        fs::write(bad.join(name), [0xff, 0x00, 0x80]).expect("damaged");
    }
    // Things that are no journals at all.
    fs::write(parent.join("notes.txt"), "x").expect("written");
    fs::create_dir(parent.join("empty")).expect("folder");
    let leftovers = recovery.leftovers();
    assert_eq!(titles(&leftovers), ["good", "damaged"]);
    assert!(!parent.join("empty").exists(), "what a process left that ended at once is cleared away");
    assert!(matches!(recovery.recover(&bad), Err(RecoveryError::Damaged(_))));
    assert!(bad.exists(), "damaged work is not thrown away by itself");
    recovery.discard(&bad).expect("discarded");
    assert_eq!(titles(&left_over(&recovery)), ["good"]);
}

#[test]
fn a_state_of_a_newer_program_is_left_alone() {
    let (_folder, recovery) = bench();
    leave(&recovery, &[state("future", 1)]);
    let folder = only(&recovery);
    let path = ["a.journal", "b.journal"].map(|name| folder.join(name)).into_iter().find(|p| p.exists());
    let path = path.expect("a state");
    let text = fs::read_to_string(&path).expect("text").replacen("version:1", "version:2", 1);
    assert!(text.lines().next().expect("a header").contains("version:2"));
    fs::write(&path, text).expect("written");
    assert_eq!(titles(&left_over(&recovery)), ["damaged"]);
    assert!(path.exists());
}

#[test]
fn what_was_saved_is_not_offered() {
    let (root, recovery) = bench();
    let path = root.path().join("a.journey.ron");
    let saved = Snapshot { path: Some(path.clone()), ..state("saved", 1) };
    leave(&recovery, std::slice::from_ref(&saved));
    save(&path, &titled("older")).expect("saved");
    assert_eq!(titles(&left_over(&recovery)), ["saved"]);
    save(&path, &saved.map).expect("saved");
    assert_eq!(recovery.leftovers(), []);
    assert_eq!(fs::read_dir(root.path().join("recovery")).expect("folder").count(), 0);
}

#[test]
fn new_maps_are_told_apart_by_their_first_words() {
    let (_folder, recovery) = bench();
    let mut document = Document::opened(JourneyMap::default());
    let new = |map: &JourneyMap| Snapshot { map: map.clone(), path: None, ..state("", 1) };
    leave(&recovery, &[new(document.map())]);
    let begins = || left_over(&recovery)[0].content.clone().expect("readable").begins;
    assert_eq!(begins(), "");
    recovery.discard(&only(&recovery)).expect("discarded");
    document.edit(&Edit::AddStage { name: String::new(), at: 0 }).expect("a stage");
    document.edit(&Edit::AddStage { name: "Satın alma".into(), at: 1 }).expect("a stage");
    leave(&recovery, &[new(document.map())]);
    assert_eq!(begins(), "Satın alma");
}

#[cfg(unix)]
#[test]
fn a_drive_that_does_not_answer_does_not_delay_the_list() {
    let (root, recovery) = bench();
    let hung = root.path().join("hung.journey.ron");
    // Whoever opens a pipe waits until somebody is at its other end: here for ever.
    assert!(std::process::Command::new("mkfifo").arg(&hung).status().expect("mkfifo").success());
    let saved = root.path().join("saved.journey.ron");
    leave(&recovery, &[Snapshot { path: Some(hung), ..state("hung", 1) }]);
    leave(&recovery, &[Snapshot { path: Some(saved.clone()), ..state("saved", 2) }]);
    save(&saved, &titled("saved")).expect("saved");
    assert_eq!(titles(&left_over(&recovery)), ["hung"]);
}

#[test]
fn only_the_newest_of_many_states_is_sure_to_be_written() {
    let (_folder, recovery) = bench();
    let journal = recovery.start().expect("a journal");
    for number in 0..500 {
        journal.keep(state(&format!("state {number}"), number));
    }
    drop(journal);
    assert_eq!(titles(&left_over(&recovery)), ["state 499"]);
    let header = fs::read_dir(only(&recovery)).expect("folder").flatten().find_map(|entry| {
        let text = fs::read_to_string(entry.path()).ok()?;
        text.lines().next().filter(|line| line.contains("state 499")).map(str::to_owned)
    });
    let generation = header.expect("the state").split("generation:").nth(1).map(|rest| {
        rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<u32>().expect("a number")
    });
    assert!(generation.expect("counted") < 50, "states that wait are passed over");
}

#[test]
fn a_folder_that_was_cleaned_up_is_made_anew() {
    let (root, recovery) = bench();
    let journal = recovery.start().expect("a journal");
    journal.keep(state("one", 1));
    journal.flusher().wait();
    fs::remove_dir_all(root.path().join("recovery")).expect("cleaned up");
    journal.keep(state("two", 2));
    journal.flusher().wait();
    assert_eq!(journal.trouble(), None);
    drop(journal);
    assert_eq!(titles(&left_over(&recovery)), ["two"]);
}

#[test]
fn trouble_is_told_and_gone_when_it_is_over() {
    let root = tempfile::tempdir().expect("folder");
    let state_folder = root.path().join("state");
    fs::write(&state_folder, "a file where the folder should be").expect("written");
    let recovery = Recovery::in_state_folder(&state_folder);
    let journal = recovery.start().expect("a journal");
    journal.keep(state("one", 1));
    journal.flusher().wait();
    let trouble = journal.trouble().expect("told");
    assert!(trouble.contains(&*Path::new("state").join("recovery").to_string_lossy()), "{trouble}");
    assert_eq!(recovery.leftovers(), []);
    fs::remove_file(&state_folder).expect("removed");
    journal.keep(state("two", 2));
    journal.flusher().wait();
    assert_eq!(journal.trouble(), None);
}

#[test]
fn what_could_not_be_kept_is_kept_as_soon_as_there_is_room() {
    let root = tempfile::tempdir().expect("folder");
    let state_folder = root.path().join("state");
    fs::write(&state_folder, "a file where the folder should be").expect("written");
    let recovery = Recovery::in_state_folder(&state_folder);
    let journal = recovery.start().expect("a journal");
    journal.keep(state("nobody types any more", 1));
    journal.flusher().wait();
    assert!(journal.trouble().is_some());
    fs::remove_file(&state_folder).expect("removed");
    while journal.trouble().is_some() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    drop(journal);
    assert_eq!(titles(&left_over(&recovery)), ["nobody types any more"]);
}
