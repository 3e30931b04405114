//! Preferences come back, and never stop the program.

use pathlight::store::prefs::{Preferences, ThemeChoice, WindowPlace, WindowSize, load, save};
use pathlight::store::recent::Recent;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn preferences_come_back() {
    let root = tempfile::tempdir().expect("folder");
    let folder = root.path().join("not/yet/there");
    assert_eq!(load(&folder), (Preferences::default(), None));
    let mut preferences = Preferences {
        reduced_motion: Some(true),
        silent: true,
        without_minimap: true,
        theme: ThemeChoice::Dark,
        language: Some("pl-PL".into()),
        export_as: Some("pdf".into()),
        present_stages_only: true,
        present_reveals_last: true,
        presenter_window: Some(WindowPlace {
            left_pt: -1280.0,
            top_pt: 24.5,
            size: WindowSize { width_pt: 900.0, height_pt: 600.0 },
        }),
        window: Some(WindowSize { width_pt: 1280.0, height_pt: 800.5 }),
        recent: Recent::default(),
    };
    preferences.recent.remember(Path::new("/mapy/zwrot.journey.ron"));
    preferences.recent.remember(Path::new("/haritalar/iade.journey.ron"));
    save(&folder, &preferences).expect("saved");
    assert_eq!(load(&folder), (preferences, None));
}

#[test]
fn broken_preferences_are_set_aside_and_told() {
    let root = tempfile::tempdir().expect("folder");
    let path = root.path().join("preferences.ron");
    for broken in [&b"(theme: Purple)"[..], b"(theme", b"\xff\xfe\x00", b""] {
        fs::write(&path, broken).expect("written");
        let (preferences, told) = load(root.path());
        assert_eq!(preferences, Preferences::default());
        assert!(told.expect("told").contains("preferences.broken.ron"));
        assert!(!path.exists());
        assert_eq!(fs::read(root.path().join("preferences.broken.ron")).expect("kept"), broken);
    }
}

#[test]
fn what_another_version_wrote_is_passed_over() {
    let root = tempfile::tempdir().expect("folder");
    fs::write(root.path().join("preferences.ron"), "(theme: Light, animal: \"owl\")").expect("written");
    let (preferences, told) = load(root.path());
    assert_eq!((preferences.theme, told), (ThemeChoice::Light, None));
}

#[test]
fn preferences_that_cannot_be_opened_are_told() {
    let root = tempfile::tempdir().expect("folder");
    fs::create_dir(root.path().join("preferences.ron")).expect("folder");
    let (preferences, told) = load(root.path());
    assert_eq!(preferences, Preferences::default());
    assert!(told.expect("told").contains("could not be read"));
}

#[test]
fn recent_maps_are_newest_first_once_each_and_few() {
    let mut recent = Recent::default();
    for number in 0..30 {
        recent.remember(Path::new(&format!("/m/{number}")));
    }
    recent.remember(Path::new("/m/25"));
    assert_eq!(recent.paths().len(), 12);
    assert_eq!(recent.paths()[..3], ["/m/25", "/m/29", "/m/28"].map(PathBuf::from));
    recent.forget(Path::new("/m/29"));
    assert_eq!(recent.paths()[..2], ["/m/25", "/m/28"].map(PathBuf::from));
}
