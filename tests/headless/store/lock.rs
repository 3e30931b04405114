//! Who has a map open.

use pathlight::store::lock::{Access, Holder, acquire, lock_path, take_over};
use std::fs;
use std::path::PathBuf;

fn me() -> Holder {
    Holder::this_process("ayşe".into(), "here".into())
}

fn map() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("folder");
    let map = folder.path().join("İade.journey.ron");
    fs::write(&map, "").expect("a map");
    (folder, map)
}

fn is_ours(access: &Access) -> bool {
    matches!(access, Access::Ours(_))
}

#[test]
fn the_second_window_learns_who_has_the_map() {
    let (_folder, map) = map();
    let first = acquire(&map, &me());
    assert!(is_ours(&first));
    let other = Holder { user: "jan".into(), ..me() };
    let Access::Theirs(holder) = acquire(&map, &other) else { panic!("locked twice") };
    assert_eq!(holder, me());
    drop(first);
    assert!(!lock_path(&map).exists());
    assert!(is_ours(&acquire(&map, &other)));
}

#[test]
fn what_a_dead_process_left_is_taken_over() {
    let (_folder, map) = map();
    for left in ["(user: \"ayşe\", host: \"here\", pid: 4194305)", "", "no ron at all"] {
        fs::write(lock_path(&map), left).expect("left");
        assert!(is_ours(&acquire(&map, &me())), "{left:?}");
    }
}

#[test]
fn another_computers_lock_counts_until_the_user_says_otherwise() {
    let (_folder, map) = map();
    fs::write(lock_path(&map), "(user: \"jan\", host: \"there\", pid: 7)").expect("left");
    let Access::Theirs(holder) = acquire(&map, &me()) else { panic!("not theirs") };
    assert_eq!(holder, Holder { user: "jan".into(), host: "there".into(), pid: 7 });
    assert!(lock_path(&map).exists());
    let taken = take_over(&map, &me());
    assert!(is_ours(&taken));
    let Access::Theirs(holder) = acquire(&map, &me()) else { panic!("not held") };
    assert_eq!(holder, me());
}

#[cfg(unix)]
#[test]
fn a_link_leads_to_the_same_lock() {
    let (folder, map) = map();
    let link = folder.path().join("link.journey.ron");
    std::os::unix::fs::symlink(&map, &link).expect("linked");
    let first = acquire(&map, &me());
    assert!(is_ours(&first));
    assert!(matches!(acquire(&link, &me()), Access::Theirs(_)));
}

#[test]
fn a_folder_where_nothing_can_be_made_is_no_error() {
    let (folder, map) = map();
    assert!(matches!(acquire(&folder.path().join("missing/a.journey.ron"), &me()), Access::Unknown));
    // A folder stands where the lock would be.
    fs::create_dir(lock_path(&map)).expect("folder");
    assert!(matches!(acquire(&map, &me()), Access::Unknown));
}
