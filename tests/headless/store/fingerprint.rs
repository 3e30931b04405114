//! Knowing a file again.

use crate::model::sample;
use pathlight::store::fingerprint::{Fingerprint, OnDisk};
use pathlight::store::{load_with_fingerprint, save};
use std::fs;

#[test]
fn a_file_is_known_again_whatever_its_time_says() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.journey.ron");
    let saved = save(&path, &sample::map()).expect("saved");
    let (_, loaded) = load_with_fingerprint(&path).expect("loaded");
    assert_eq!(saved, loaded);
    let content = fs::read(&path).expect("content");
    fs::write(&path, &content).expect("touched");
    assert_eq!(saved.on_disk(&path).expect("looked"), OnDisk::Same);
}

#[test]
fn any_other_content_is_a_change_also_of_the_same_length() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a");
    let known = Fingerprint::of(b"Pathlight");
    for other in ["Pathlighu", "Pathligh", "Pathlight ", ""] {
        fs::write(&path, other).expect("written");
        assert_eq!(known.on_disk(&path).expect("looked"), OnDisk::Changed, "{other:?}");
    }
    fs::remove_file(&path).expect("removed");
    assert_eq!(known.on_disk(&path).expect("looked"), OnDisk::Gone);
}
