//! The export dialog, charts on the clipboard, and maps of other programs, by what they are called.

use super::window::Window;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable};
use pathlight::scene::Element;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn exported(window: &mut Window, path: &Path) -> String {
    String::from_utf8(window.exported(path)).expect("a text")
}

fn is_ticked(window: &Window, label: &str) -> bool {
    let node = window.0.get_by_role_and_label(Role::CheckBox, label);
    node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
}

#[test]
fn what_is_chosen_is_in_the_file_and_remembered_for_its_format() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = tempfile::tempdir().expect("a folder");
    let open = || {
        let mut window = Window::open(None, Some(home.path()));
        window.click("Hotel stay");
        window.press(Modifiers::COMMAND, Key::E);
        window
    };
    let mut window = open();
    let title = window.session().document.map().about.title.clone();
    window.click("Drawing (SVG)");
    let usual = exported(&mut window, &folder.path().join("usual.svg"));
    assert!(usual.contains(&title) && usual.contains("severity 1–5"), "title and legend");

    window.press(Modifiers::COMMAND, Key::E);
    window.click("Title, description and persona");
    window.click("Meaning of the signs");
    window.0.get_by_role_and_label(Role::ComboBox, "Colours").click();
    window.settle();
    window.click("For print");
    let bare = exported(&mut window, &folder.path().join("bare.svg"));
    assert!(!bare.contains("severity 1–5") && bare.len() < usual.len());
    assert!(bare.contains("#FFFFFF"), "on white");

    // Another start of the program, another map.
    let mut window = open();
    assert!(
        !is_ticked(&window, "Meaning of the signs"),
        "the format is remembered, and what was chosen for it"
    );
    window.click("Document (PDF)");
    assert!(is_ticked(&window, "Meaning of the signs"), "not for other formats");
}

#[test]
fn a_part_of_the_map_is_exported() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::welcome();
    window.click("Hotel stay");
    let map = window.session().document.map().clone();
    let stages: Vec<_> = map.stages_in_order().map(|stage| stage.name.clone()).collect();
    let names: Vec<_> = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.name.clone()).collect();
    let (first, last) = (&names[0], &names[names.len() - 1]);
    window.press(Modifiers::COMMAND, Key::E);
    window.click("Drawing (SVG)");
    window.click("Some stages");
    window.0.get_by_role_and_label(Role::CheckBox, &stages[0]).click();
    window.settle();
    let part = exported(&mut window, &folder.path().join("part.svg"));
    assert!(!part.contains(first.as_str()) && part.contains(last.as_str()));

    window.0.get_by_label_contains(&format!("Touchpoint {first}, ")).click();
    window.settle();
    window.press(Modifiers::COMMAND, Key::E);
    window.click("What is selected");
    let selected = exported(&mut window, &folder.path().join("selected.svg"));
    assert!(selected.contains(first.as_str()) && !selected.contains(last.as_str()));
}

#[test]
fn what_may_be_wrong_is_listed_and_leads_to_its_place() {
    let mut window = Window::new_map();
    window.press(Modifiers::COMMAND, Key::E);
    window.click("Pain points: nothing stands in it");
    assert!(window.0.query_by_label("Export…").is_none(), "the dialog has gone");
    let selected: Vec<_> = window.session().selection.iter().collect();
    assert!(matches!(selected[..], [Element::Cell(..)]), "{selected:?}");
}

#[test]
fn slides_are_looked_at_one_by_one() {
    let mut window = Window::welcome();
    window.click("Hotel stay");
    window.press(Modifiers::COMMAND, Key::E);
    window.click("Slides (PowerPoint)");
    let is_at = |window: &Window, place: &str| {
        let mut labels = window.0.get_all_by_label_contains(place);
        labels.any(|node| {
            let words = node.accesskit_node().label().or(node.value());
            words.is_some_and(|words| words.contains(" · "))
        })
    };
    assert!(is_at(&window, "1 of "));
    window.click("Next slide");
    assert!(is_at(&window, "2 of "));
    window.click("All slides");
    assert!(window.0.query_by_label("Next slide").is_none());
}

#[test]
fn a_chart_goes_to_the_clipboard_as_a_picture() {
    let (mut window, _data) = Window::with_figures();
    let charts = window.0.get_all_by_role(Role::Image);
    let chart = charts.max_by(|one, other| one.rect().top().total_cmp(&other.rect().top())).expect("a chart");
    let (width, height) = (chart.rect().width(), chart.rect().height());
    chart.click_secondary();
    window.0.run_ok();
    window.0.get_by_label("Copy as a picture").click();
    let [wide, high] = window.copied();
    assert!((wide as f32 - 2.0 * width).abs() <= 2.0 && (high as f32 - 2.0 * height).abs() <= 2.0);
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_dropped_diagram_opens_after_what_is_otherwise_in_it_was_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let drop_file = |window: &mut Window, name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        window.0.input_mut().dropped_files.push(Arc::new(Dropped(path)));
        window.settle();
    };
    let title = |window: &Window| window.session().document.map().about.title.clone();
    let mut window = Window::welcome();
    drop_file(&mut window, "sound.mmd", "journey\n  title Çay\n  section Go\n    Make tea: 5: Me\n");
    assert_eq!(title(&window), "Çay", "nothing to say: it opens at once");
    assert!(window.session().has_unsaved_work(), "it is in no file of ours");

    let mut window = Window::welcome();
    drop_file(&mut window, "odd.mmd", "journey\n  title Kahve\n  section Go\n    Wait: 9: Me\n");
    window.0.get_by_label("Open odd.mmd");
    window.0.get_by_label_contains("Line 4: The score is outside 1 to 5");
    window.click("Cancel");
    assert_ne!(title(&window), "Kahve");
    drop_file(&mut window, "odd.mmd", "journey\n  title Kahve\n  section Go\n    Wait: 9: Me\n");
    window.click("Open the map");
    assert_eq!(title(&window), "Kahve");

    let mut window = Window::welcome();
    drop_file(&mut window, "broken.ojf", "{");
    window.0.get_by_label_contains("broken.ojf: ");
}
