//! Files are written whole or not at all.

use pathlight::store::atomic::{Existing, WriteError, backup_path, write, write_bytes};
use std::fs;
use std::path::Path;

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("folder");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn new_files_appear_whole() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.txt");
    write_bytes(&path, Existing::Refuse, b"one").expect("written");
    assert_eq!(fs::read(&path).expect("read"), b"one");
    assert_eq!(names(folder.path()), ["a.txt"]);
}

#[test]
fn without_force_an_existing_file_stays() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.txt");
    fs::write(&path, "one").expect("written");
    let result = write_bytes(&path, Existing::with_force(false), b"two");
    assert!(matches!(result, Err(WriteError::Exists(named)) if named == path));
    assert_eq!(fs::read(&path).expect("read"), b"one");
    write_bytes(&path, Existing::with_force(true), b"two").expect("replaced");
    assert_eq!(fs::read(&path).expect("read"), b"two");
    assert_eq!(names(folder.path()), ["a.txt"]);
}

#[test]
fn a_failure_halfway_leaves_the_old_file_and_nothing_else() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.txt");
    fs::write(&path, "one").expect("written");
    let stopped = || WriteError::io(Path::new("stopped"), std::io::Error::other("stopped"));
    let result = write(&path, Existing::Backup, |out| {
        out.write_all(&[b'x'; 100_000]).map_err(|source| WriteError::io(&path, source))?;
        Err(stopped())
    });
    assert!(matches!(result, Err(WriteError::Io { path, .. }) if path == Path::new("stopped")));
    assert_eq!(fs::read(&path).expect("read"), b"one");
    assert_eq!(names(folder.path()), ["a.txt"]);
}

#[test]
fn the_backup_holds_the_former_content() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.txt");
    for content in ["one", "two", "three"] {
        write_bytes(&path, Existing::Backup, content.as_bytes()).expect("written");
    }
    assert_eq!(fs::read(&path).expect("read"), b"three");
    assert_eq!(fs::read(backup_path(&path)).expect("read"), b"two");
    assert_eq!(names(folder.path()), ["a.txt", "a.txt.bak"]);
}

#[test]
fn folders_and_missing_folders_are_errors() {
    let folder = tempfile::tempdir().expect("folder");
    assert!(matches!(write_bytes(folder.path(), Existing::Replace, b"x"), Err(WriteError::Io { .. })));
    let lost = folder.path().join("no/such/a.txt");
    let error = write_bytes(&lost, Existing::Replace, b"x").expect_err("no folder");
    let words = error.to_string();
    assert!(matches!(error, WriteError::Io { path, .. } if path == lost));
    assert!(words.contains("folder is not there") && !words.contains(".pathlight-"), "{words}");
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_permissions_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().expect("folder");
    let real = folder.path().join("real.txt");
    fs::write(&real, "one").expect("written");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("mode");
    let link = folder.path().join("link.txt");
    symlink("real.txt", &link).expect("link");
    write_bytes(&link, Existing::Replace, b"two").expect("written");
    assert!(fs::symlink_metadata(&link).expect("link").is_symlink());
    assert_eq!(fs::read(&real).expect("read"), b"two");
    assert_eq!(fs::metadata(&real).expect("metadata").permissions().mode() & 0o777, 0o640);

    let dangling = folder.path().join("dangling.txt");
    symlink("new.txt", &dangling).expect("link");
    write_bytes(&dangling, Existing::Refuse, b"three").expect("written");
    assert_eq!(fs::read(folder.path().join("new.txt")).expect("read"), b"three");

    let circle = folder.path().join("circle.txt");
    symlink("circle.txt", &circle).expect("link");
    assert!(matches!(write_bytes(&circle, Existing::Replace, b"x"), Err(WriteError::Io { .. })));
}

#[test]
fn read_only_files_are_not_replaced() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.txt");
    fs::write(&path, "one").expect("written");
    let mut permissions = fs::metadata(&path).expect("metadata").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("read-only");
    let result = write_bytes(&path, Existing::Replace, b"two");
    assert!(
        matches!(result, Err(WriteError::Io { source, .. }) if source.kind() == std::io::ErrorKind::PermissionDenied)
    );
    assert_eq!(fs::read(&path).expect("read"), b"one");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_replaced() {
    use std::os::unix::fs::FileTypeExt;
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("socket");
    let _socket = std::os::unix::net::UnixListener::bind(&path).expect("socket");
    // A socket can't be opened as a file; what matters is that it is still there.
    assert!(matches!(write_bytes(&path, Existing::Replace, b"x"), Err(WriteError::Io { .. })));
    assert!(fs::metadata(&path).expect("metadata").file_type().is_socket());
}

#[test]
fn what_a_process_left_half_written_is_swept_away_when_it_is_old() {
    let root = tempfile::tempdir().expect("folder");
    let path = root.path().join("map.journey.ron");
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(2 * 24 * 3600);
    for (name, is_old) in [(".pathlight-a1.tmp", true), (".pathlight-b2.tmp", false), ("mine.tmp", true)] {
        let file = std::fs::File::create(root.path().join(name)).expect("made");
        if is_old {
            file.set_modified(old).expect("a time");
        }
    }
    pathlight::store::save(&path, &pathlight::model::JourneyMap::default()).expect("saved");
    let mut left: Vec<_> = std::fs::read_dir(root.path())
        .expect("folder")
        .map(|entry| entry.expect("entry").file_name().into_string().expect("a name"))
        .collect();
    left.sort();
    assert_eq!(left, [".pathlight-b2.tmp", "map.journey.ron", "mine.tmp"]);
}
