//! Data that is read once more: what has moved is listed, and each entry leads to its place.

use super::window::Window;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use pathlight::scene::Element;
use std::path::{Path, PathBuf};

/// A map drawn from a copy of the small fixture, both in a folder of their own.
fn window_with_data() -> (Window, PathBuf, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let (map, data) = (folder.path().join("map.journey.ron"), folder.path().join("calls.csv"));
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fixture.csv");
    std::fs::copy(fixture, &data).expect("copied");
    let mut draft = std::process::Command::new(env!("CARGO_BIN_EXE_pathlight"));
    assert!(draft.arg("draft").arg(&data).arg("-o").arg(&map).output().expect("ran").status.success());
    (Window::open(Some(&map), None), data, folder)
}

#[test]
fn reading_once_more_lists_what_moved_and_leads_there() {
    let (mut window, data, _folder) = window_with_data();
    let text = std::fs::read_to_string(&data).expect("read");
    let last = text.lines().last().expect("a row").to_owned();
    let name = |event: usize| {
        let log = &window.session().data.as_ref().expect("data").loaded.log;
        log.names.text(log.name(event)).to_owned()
    };
    let known = name(0);
    let renamed = ["Callback", known.as_str()].map(|event| {
        let fields: Vec<&str> = last.split(',').collect();
        let header: Vec<&str> = text.lines().next().expect("a header").split(',').collect();
        let place = header.iter().position(|name| *name == "touchpoint").expect("the events");
        let swap =
            |(at, field): (usize, &&str)| if at == place { event.to_owned() } else { (*field).to_owned() };
        fields.iter().enumerate().map(swap).collect::<Vec<_>>().join(",")
    });
    std::fs::write(&data, format!("{}\n{}\n", text.trim_end(), renamed.join("\n"))).expect("written");

    window.press(Modifiers::COMMAND, Key::R);
    window.0.get_by_label("What moved");
    window.0.get_by_label("New event names (1)");
    window.click("Show event Callback");
    window.press(Modifiers::NONE, Key::Escape);

    let touchpoint = {
        let map = window.session().document.map();
        map.touchpoints.iter().find(|touchpoint| touchpoint.name == known).expect("drafted").id
    };
    window.click(&format!("Touchpoint {known}"));
    assert!(window.session().selection.contains(&Element::Touchpoint(touchpoint)));
    window.click("Close");
    assert!(window.0.query_by_label("What moved").is_none());
}

#[test]
fn a_changed_file_is_offered_to_be_read_again() {
    let (mut window, data, _folder) = window_with_data();
    assert!(window.0.query_by_label("Refresh data").is_none());
    let text = std::fs::read_to_string(&data).expect("read");
    std::fs::write(&data, format!("{text}{text}")).expect("written");
    // The file is looked at every two seconds, on a thread of its own.
    while !window.session().view().data.expect("data").is_outdated {
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.0.step();
    }
    window.settle();
    window.0.get_by_label("calls.csv has changed since it was read.");
    window.click("Not now");
    assert!(window.0.query_by_label("Refresh data").is_none());
}
