//! A drive that does not answer: a pipe in the place of the map's file, which waits until somebody is at its other end.
#![cfg(unix)]

use super::keeping::User;
use super::window::Window;
use egui::{Key, Modifiers};
use pathlight::model::JourneyMap;
use pathlight::store::format;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Puts a pipe where the file is.
fn hang(path: &Path) {
    let _ = fs::remove_file(path);
    assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo").success());
}

/// The drive answers one reading: with nothing.
fn answer_reading(path: &Path) {
    drop(File::options().write(true).open(path).expect("a reader waits"));
}

/// The drive answers one writing; gives what was written.
fn answer_writing(path: &Path) -> JourneyMap {
    let text = fs::read_to_string(path).expect("a writer waits");
    format::from_text(path, &text).expect("a map")
}

impl Window {
    /// Presses keys without waiting for what jobs make of them.
    fn press_and_go_on(&mut self, modifiers: Modifiers, key: Key) {
        self.0.key_press_modifiers(modifiers, key);
        self.0.run_ok();
    }

    fn click_and_go_on(&mut self, label: &str) {
        self.wait_until(|window| window.has(label));
        use egui_kittest::kittest::Queryable;
        self.0.get_by_label(label).click();
        self.0.run_ok();
    }

    fn add_stage(&mut self, name: &str) {
        self.press_and_go_on(Modifiers::NONE, Key::S);
        self.0.event(egui::Event::Text(name.to_owned()));
        self.0.run_ok();
        self.press_and_go_on(Modifiers::NONE, Key::Enter);
        self.press_and_go_on(Modifiers::NONE, Key::Escape);
    }
}

fn has_stage(map: &JourneyMap, name: &str) -> bool {
    map.stages.iter().any(|stage| stage.name == name)
}

/// A changed map that is being saved to a drive that does not answer.
fn saving() -> (User, PathBuf, Window) {
    let user = User::new();
    let path = user.saved("mine");
    let mut window = user.window(Some(&path));
    window.add_stage("Before");
    hang(&path);
    // Has anybody else changed it? That is the first thing to wait for.
    window.press_and_go_on(Modifiers::COMMAND, Key::S);
    assert!(window.session().is_saving());
    answer_reading(&path);
    window.click_and_go_on("Overwrite");
    assert!(window.session().is_saving() && window.has("saving…"));
    (user, path, window)
}

#[test]
fn the_work_goes_on_while_the_drive_takes_its_time() {
    let (_user, path, mut window) = saving();
    window.add_stage("Meanwhile");
    let map = window.session().document.map();
    assert!(has_stage(map, "Meanwhile") && window.session().is_saving());
    // A second save comes after the first.
    window.press_and_go_on(Modifiers::COMMAND, Key::S);

    let written = answer_writing(&path);
    assert!(has_stage(&written, "Before") && !has_stage(&written, "Meanwhile"));
    // The second one asks whether others have changed the file.
    window.wait_until(|window| window.session().document.history().saved() == Some(1));
    answer_reading(&path);
    window.settle();
    assert!(window.session().has_unsaved_work(), "what came meanwhile is in no file");
    assert!(window.has("was changed by somebody else"), "the pipe has nothing of what was written");
}

#[test]
fn leaving_waits_for_the_save_and_then_goes_on_by_itself() {
    let (user, path, mut window) = saving();
    window.press_and_go_on(Modifiers::COMMAND, Key::N);
    window.wait_until(|window| window.has("Saving map.journey.ron"));
    assert!(window.has("Stay here"));
    answer_writing(&path);
    window.settle();
    assert_eq!(window.session().path, None, "the new map");
    drop(window);
    assert!(user.recovery().leftovers().is_empty());
}

#[test]
fn who_does_not_wait_finds_the_work_again() {
    let (user, path, mut window) = saving();
    window.press_and_go_on(Modifiers::COMMAND, Key::N);
    window.click_and_go_on("Leave without waiting");
    assert_eq!(window.session().path, None, "the new map");
    let pipe = user.path("pipe");
    fs::rename(&path, &pipe).expect("renamed");
    window.wait_until(|_| !user.recovery().leftovers().is_empty());
    answer_writing(&pipe);
    window.settle();
}

#[test]
fn who_stays_works_on_and_the_save_ends_all_the_same() {
    let (_user, path, mut window) = saving();
    window.press_and_go_on(Modifiers::COMMAND, Key::Q);
    window.click_and_go_on("Stay here");
    assert!(window.session().is_saving());
    window.add_stage("Stayed");
    answer_writing(&path);
    window.settle();
    assert_eq!(window.session().path, Some(path));
    assert!(!window.session().is_saving() && window.session().has_unsaved_work());
}

#[test]
fn saving_elsewhere_need_not_wait() {
    let (user, path, mut window) = saving();
    window.press_and_go_on(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.press_and_go_on(Modifiers::COMMAND, Key::A);
    let copy = user.path("copy.journey.ron");
    window.0.event(egui::Event::Text(copy.display().to_string()));
    window.0.run_ok();
    window.press_and_go_on(Modifiers::NONE, Key::Enter);
    window.wait_until(|window| !window.session().is_saving());
    assert_eq!(window.session().path.as_ref(), Some(&copy));
    assert!(!window.session().has_unsaved_work());
    answer_writing(&path);
    window.settle();
    assert_eq!(window.session().path, Some(copy), "the late end of the first save changes nothing");
}

#[test]
fn opening_can_be_given_up() {
    let user = User::new();
    let path = user.path("far.journey.ron");
    hang(&path);
    let mut window = Window::start(Some(&path), Some(user.0.path()));
    window.wait_until(|window| window.has("Opening far.journey.ron"));
    window.click_and_go_on("Cancel");
    assert!(window.has("New map"), "the welcome page");
    answer_reading(&path);
    window.settle();
    assert!(window.has("New map") && !window.has("could not be opened"));
}
