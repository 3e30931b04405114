//! Versions in the window: kept, compared, and the copy of what should be.

use crate::window::Window;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use pathlight::model::{Document, Edit, MapKind};
use pathlight::scene::Element;

fn file_menu(window: &mut Window, command: &str) {
    window.click("File");
    window.0.get_all_by_label_contains(command).last().expect("in the menu").click();
    window.0.run_ok();
}

fn type_text(window: &mut Window, text: &str) {
    window.0.event(egui::Event::Text(text.to_owned()));
    window.0.run_ok();
}

#[test]
fn a_version_is_kept_compared_and_gone_back_to() {
    let mut window = Window::new_map();
    file_menu(&mut window, "Versions");
    type_text(&mut window, "after the workshop");
    window.click("Keep this version");
    assert_eq!(window.session().document.map().snapshots.len(), 1);
    window.click("Close");

    window.press(Modifiers::NONE, Key::S);
    type_text(&mut window, "Dream");
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::Escape);
    file_menu(&mut window, "Versions");
    window.0.get_by_label_contains("since then: ");
    window.0.get_all_by_label("Compare").next().expect("the version's").click();
    window.0.run_ok();
    window.0.get_by_label("What has changed from “after the workshop” to “now”");
    window.0.get_by_label("Stage Dream");
    window.0.get_by_label_contains("Stage Dream, ");
    window.press(Modifiers::NONE, Key::T);
    window.0.get_by_label("Close the comparison to change the map");
    window.click("Close comparison");
    assert!(window.session().comparing.is_none());

    file_menu(&mut window, "Versions");
    window.click("Restore");
    assert!(window.0.query_all_by_label_contains("Stage Dream").next().is_none());
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.0.query_all_by_label_contains("Stage Dream").next().is_some());
}

#[test]
fn the_to_be_map_is_a_new_one_and_asks_before_the_other_is_given_up() {
    let mut window = Window::new_map();
    window.press(Modifiers::NONE, Key::S);
    type_text(&mut window, "Dream");
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::Escape);
    file_menu(&mut window, "Copy as to-be map");
    window.click("Don't save");
    let map = window.session().document.map();
    assert_eq!(map.about.kind, MapKind::ToBe);
    assert!(map.stages.iter().any(|stage| stage.name == "Dream"), "the copy has what was not saved");
    assert!(window.session().path.is_none() && window.session().has_unsaved_work());
}

#[test]
fn another_file_is_compared_on_the_map_and_as_a_list() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mine, theirs) = (folder.path().join("mine.journey.ron"), folder.path().join("theirs.journey.ron"));
    let mut document = Document::opened(pathlight::draft::template("hotel-stay").expect("a template"));
    pathlight::store::save(&mine, document.map()).expect("saved");
    let stage = document.map().about.stages[0];
    document.edit(&Edit::RenameStage { stage, name: "Wyszukuje".into() }).expect("renamed");
    pathlight::store::save(&theirs, document.map()).expect("saved");
    let mut window = Window::open(Some(&mine), None);
    file_menu(&mut window, "Versions");
    window.click("Compare with a file…");
    window.press(Modifiers::COMMAND, Key::A);
    window.type_text(&theirs.to_string_lossy());
    window.press(Modifiers::NONE, Key::Enter);
    window.0.get_by_label("What has changed from “theirs.journey.ron” to “now”");
    window.0.get_by_label("Stage Find").click();
    window.settle();
    assert!(window.session().selection.contains(&Element::Stage(stage)), "the list leads to the map");
    window.click("Close comparison");
    assert!(!window.session().has_unsaved_work());
}
