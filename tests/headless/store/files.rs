//! Maps on disk: loaded, saved, backed up, and left alone when something is wrong.

use crate::model::sample;
use pathlight::model::{Document, Edit, JourneyMap};
use pathlight::store::atomic::{Existing, WriteError, backup_path};
use pathlight::store::{StoreError, load, save, write};
use std::fs;
use std::io::ErrorKind;

fn titled(title: &str) -> JourneyMap {
    let mut document = Document::opened(sample::map());
    document.edit(&Edit::SetTitle(title.into())).expect("titled");
    document.map().clone()
}

#[test]
fn a_saved_map_is_loaded_again() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("İade – zwrot.journey.ron");
    save(&path, &sample::map()).expect("saved");
    assert_eq!(load(&path).expect("loaded"), sample::map());
    assert!(!backup_path(&path).exists());
}

#[test]
fn the_backup_is_the_map_before_the_last_save() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.journey.ron");
    for title in ["one", "two", "three"] {
        save(&path, &titled(title)).expect("saved");
    }
    assert_eq!(load(&path).expect("loaded"), titled("three"));
    assert_eq!(backup_path(&path), folder.path().join("a.journey.ron.bak"));
    assert_eq!(load(&backup_path(&path)).expect("loaded"), titled("two"));
    assert_eq!(fs::read_dir(folder.path()).expect("folder").count(), 2);
}

#[test]
fn a_broken_map_points_to_its_backup() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.journey.ron");
    save(&path, &titled("one")).expect("saved");
    save(&path, &titled("two")).expect("saved");
    let text = fs::read_to_string(&path).expect("text");
    fs::write(&path, &text[..text.len() / 2]).expect("cut off");
    let said = load(&path).expect_err("cut off").to_string();
    assert!(said.contains("go back to its backup a.journey.ron.bak"), "{said}");
}

#[test]
fn a_save_that_fails_leaves_the_old_file() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.journey.ron");
    save(&path, &titled("one")).expect("saved");
    let before = fs::read(&path).expect("bytes");
    // A folder stands where the backup has to go.
    fs::create_dir(backup_path(&path)).expect("folder");
    let error = save(&path, &titled("two")).expect_err("not saved");
    assert!(
        matches!(&error, StoreError::Write(WriteError::Io { path, .. }) if path.ends_with("a.journey.ron.bak"))
    );
    assert_eq!(fs::read(&path).expect("bytes"), before);
    assert_eq!(fs::read_dir(folder.path()).expect("folder").count(), 2);
}

#[test]
fn an_existing_map_is_only_replaced_when_told() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.journey.ron");
    save(&path, &titled("one")).expect("saved");
    let error = write(&path, &titled("two"), Existing::Refuse).expect_err("refused");
    assert!(matches!(error, StoreError::Write(WriteError::Exists(_))));
    assert_eq!(load(&path).expect("loaded"), titled("one"));
}

#[test]
fn newer_maps_are_left_as_they_are() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.journey.ron");
    let text = "(format: \"pathlight-journey\", version: 2, map: (waves: [1, 2]))";
    fs::write(&path, text).expect("written");
    assert!(matches!(load(&path), Err(StoreError::Newer { found: 2, .. })));
    assert_eq!(fs::read_to_string(&path).expect("text"), text);
    assert_eq!(fs::read_dir(folder.path()).expect("folder").count(), 1);
}

#[test]
fn what_is_no_file_with_text_is_told() {
    let folder = tempfile::tempdir().expect("folder");
    let missing = folder.path().join("missing.journey.ron");
    let error = load(&missing).expect_err("missing");
    assert!(matches!(&error, StoreError::Io { source, .. } if source.kind() == ErrorKind::NotFound));
    assert!(error.to_string().contains("missing.journey.ron could not be read"), "{error}");

    let error = load(folder.path()).expect_err("a folder");
    assert!(matches!(&error, StoreError::Folder(at) if at == folder.path()), "{error}");

    let binary = folder.path().join("binary.journey.ron");
    fs::write(&binary, [0x89, b'P', b'N', b'G', 0xff, 0xfe]).expect("written");
    let error = load(&binary).expect_err("binary");
    assert!(matches!(&error, StoreError::NotAMap { reason, .. } if reason.contains("UTF-8")), "{error}");

    let empty = folder.path().join("empty.journey.ron");
    fs::write(&empty, "").expect("written");
    let error = load(&empty).expect_err("empty");
    assert!(matches!(&error, StoreError::NotAMap { reason, .. } if reason.contains("empty")), "{error}");
}

#[test]
fn far_too_large_files_are_not_read() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("large.journey.ron");
    // A hole: it takes no room on the disk.
    fs::File::create(&path).and_then(|file| file.set_len(10 << 30)).expect("made");
    let error = load(&path).expect_err("large");
    assert!(matches!(&error, StoreError::NotAMap { reason, .. } if reason.contains("too large")), "{error}");
}

#[test]
fn a_failed_save_says_what_to_do() {
    let folder = tempfile::tempdir().expect("folder");
    let vanished = folder.path().join("gone/a.journey.ron");
    let said = save(&vanished, &titled("one")).expect_err("no folder").to_string();
    assert!(said.contains("its folder is not there; choose another one"), "{said}");
    let full = WriteError::io(&vanished, std::io::Error::from(ErrorKind::StorageFull)).to_string();
    assert!(full.contains("make room on the disk"), "{full}");
}
