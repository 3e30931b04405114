//! *Data › Charts…* and *File › Report…* by what they are called.

use super::window::Window;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable};
use pathlight::scene::chart::ChartKind;
use std::path::Path;

const SHOP: &str = "Online order and care";

/// Runs a command by its name in the palette.
fn shows(window: &Window, picture: &str) -> bool {
    window.0.query_by_role_and_label(Role::Image, picture).is_some()
}

/// Ends the dialog that asks for a file; gives what is in it then.
fn saved(window: &mut Window, path: &Path) -> Vec<u8> {
    window.press(Modifiers::COMMAND, Key::A);
    window.type_text(&path.display().to_string());
    window.0.key_press(Key::Enter);
    window.0.run_ok();
    window.wait_until(|_| path.exists());
    window.settle();
    std::fs::read(path).expect("the file")
}

/// A chart goes to the clipboard twice as large as it is drawn, and into a file as it is.
fn goes_out(window: &mut Window, chart: &str) {
    // The picture has the same name as what chooses it.
    window.0.get_by_role_and_label(Role::CheckBox, chart).click();
    window.settle();
    window.wait_until(|window| shows(window, chart));
    window.0.get_by_label("Copy picture").click();
    let [width, height] = window.copied().map(|pixels| pixels as f32);
    window.click("Save as…");
    let folder = tempfile::tempdir().expect("a folder");
    let svg = String::from_utf8(saved(window, &folder.path().join("chart.svg"))).expect("a text");
    let drawn = |name: &str| {
        let value = svg.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        value.and_then(|value| value.trim_end_matches("px").parse::<f32>().ok()).expect("a size")
    };
    let apart = [width - 2.0 * drawn("width"), height - 2.0 * drawn("height")];
    assert!(apart.iter().all(|pixels| pixels.abs() <= 2.0), "{chart}: {width} × {height} pixels");
}

#[test]
fn every_chart_can_be_looked_at_copied_and_saved() {
    let (_, folder) = Window::with_figures();
    // The fixture's groups are small.
    let path = folder.path().join("map.journey.ron");
    let mut map = pathlight::store::load(&path).expect("a map");
    map.about.smallest_group = 1;
    pathlight::store::save(&path, &map).expect("saved");
    let mut window = Window::open(Some(&path), None);
    window.run("Charts");
    assert!(shows(&window, "Where customers leave"), "what there are figures for comes first");
    for chart in ChartKind::ALL {
        goes_out(&mut window, &chart.name());
    }
}

#[test]
fn any_figure_can_be_followed_over_time() {
    let mut window = Window::welcome();
    window.click(SHOP);
    let first = window.session().document.map().touchpoints_in_order().next().expect("one").1.name.clone();
    window.run("Charts");
    window.click("Over time");
    window.wait_until(|window| shows(window, "Over time"));
    window.0.get_by_role_and_label(Role::ComboBox, "Figure").click();
    window.settle();
    window.click("Exit rate");
    let at = window.0.get_by_role_and_label(Role::ComboBox, "Touchpoint");
    assert_eq!(at.accesskit_node().value().as_deref(), Some(first.as_str()), "the first one");
    let folder = tempfile::tempdir().expect("a folder");
    window.click("Save as…");
    let svg = String::from_utf8(saved(&mut window, &folder.path().join("trend.svg"))).expect("a text");
    assert!(svg.contains(&first), "the chart of that touchpoint");
}

#[test]
fn a_survey_begins_with_what_it_has() {
    let mut window = Window::welcome();
    window.click("A day at the airport");
    window.run("Charts");
    assert!(shows(&window, "How satisfied customers are"), "it has no exits");
    window.click("Where customers leave");
    window.0.get_by_label("The data has nothing for this chart");
}

#[test]
fn a_report_is_written_as_document_and_as_web_page() {
    let mut window = Window::welcome();
    window.click(SHOP);
    let title = window.session().document.map().about.title.clone();
    let folder = tempfile::tempdir().expect("a folder");
    window.run("Report");
    let pdf = saved(&mut window, &folder.path().join("report.pdf"));
    assert!(pdf.starts_with(b"%PDF-"));
    window.run("Report");
    let html = String::from_utf8(saved(&mut window, &folder.path().join("report.html"))).expect("a text");
    assert!(html.contains(&title) && html.contains("over time"), "with figures over time");
}
