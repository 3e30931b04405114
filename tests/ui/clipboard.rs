//! The clipboard, dropped pictures and input methods in the whole window.

use super::window::Window;
use egui::{Color32, ColorImage, Event, ImeEvent, Key, Modifiers, OutputCommand, Role};
use egui_kittest::kittest::Queryable;
use pathlight::model::{CardKind, LaneKind};
use pathlight::scene::Element;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

fn copied_text(window: &Window) -> Option<String> {
    let commands = &window.0.output().platform_output.commands;
    commands.iter().rev().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

/// Steps frame by frame, as jobs need time, until something is seen.
fn wait_until<T>(window: &mut Window, mut seen: impl FnMut(&Window) -> Option<T>) -> T {
    for _ in 0..6000 {
        window.0.step();
        if let Some(found) = seen(window) {
            return found;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("it never came");
}

fn touchpoint_names(window: &Window) -> Vec<String> {
    let map = window.session().document.map();
    map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.name.clone()).collect()
}

fn pictures(window: &Window) -> Vec<(u32, u32, String)> {
    let map = window.session().document.map();
    let size = |bytes: &[u8]| {
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        (side(16), side(20))
    };
    map.cards
        .iter()
        .filter_map(|card| match &card.kind {
            CardKind::Image { png, alt } => {
                let (width, height) = size(png.bytes());
                Some((width, height, alt.clone()))
            }
            _ => None,
        })
        .collect()
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_touchpoint_is_copied_and_pasted_with_its_keys() {
    let mut window = Window::new_map();
    window.click("Touchpoint First touchpoint, stage Stage 1");
    window.0.event(Event::Copy);
    window.0.step();
    assert_eq!(copied_text(&window).as_deref(), Some("First touchpoint"));
    window.0.event(Event::Paste("First touchpoint".into()));
    window.0.run_ok();
    assert_eq!(touchpoint_names(&window), ["First touchpoint", "First touchpoint"]);
    let step = window.session().document.history().next_undo().expect("a step").name.text();
    assert_eq!(step, "Paste touchpoint", "known again, not taken for text");
    window.0.event(Event::Cut);
    window.0.run_ok();
    assert_eq!(touchpoint_names(&window), ["First touchpoint"]);
}

#[test]
fn a_touchpoint_goes_to_another_window_as_it_is() {
    let home = tempfile::tempdir().expect("a folder");
    let new_map = || {
        let mut window = Window::open(None, Some(home.path()));
        window.click("New map");
        window.press(Modifiers::NONE, Key::Escape);
        window.press(Modifiers::NONE, Key::Escape);
        window
    };
    let (mut from, mut to) = (new_map(), new_map());
    from.click("Touchpoint First touchpoint, stage Stage 1");
    from.press(Modifiers::NONE, Key::M);
    from.0.event(Event::Copy);
    from.0.step();
    let text = copied_text(&from).expect("copied");
    from.settle();
    to.0.event(Event::Paste(text));
    to.settle();
    let map = to.session().document.map();
    let pasted: Vec<_> =
        map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.moment_of_truth).collect();
    assert_eq!(pasted, [false, true], "text alone would have no star");
}

#[test]
fn pasting_while_typing_goes_into_the_text() {
    let mut window = Window::new_map();
    window.click("Touchpoint First touchpoint, stage Stage 1");
    window.press(Modifiers::NONE, Key::F2);
    window.0.event(Event::Paste("two\nlines".into()));
    window.0.run_ok();
    window.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(touchpoint_names(&window), ["two\nlines"]);
}

#[test]
fn a_pasted_list_is_touchpoints() {
    let mut window = Window::new_map();
    window.0.event(Event::Paste("Öder\nSzuka pomocy".into()));
    window.0.run_ok();
    assert_eq!(touchpoint_names(&window), ["First touchpoint", "Öder", "Szuka pomocy"]);
}

#[test]
fn a_pasted_picture_becomes_a_card() {
    let mut window = Window::new_map();
    window.click("Touchpoint First touchpoint, stage Stage 1");
    let image = ColorImage::filled([40, 20], Color32::from_rgb(200, 30, 30));
    window.0.event(Event::PasteImage(Arc::new(image)));
    wait_until(&mut window, |window| (!pictures(window).is_empty()).then_some(()));
    assert_eq!(pictures(&window), [(40, 20, "Pasted picture".to_owned())]);
    let map = window.session().document.map();
    assert!(map.lanes_in_order().any(|lane| lane.kind == LaneKind::Images));
}

#[test]
fn a_dropped_picture_hangs_on_the_touchpoint_under_the_pointer() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("Sepet ekranı.png");
    let png = pathlight::ingest::picture::pack(
        pathlight::base::Pixels { width_px: 2, height_px: 3, rgba: vec![128; 24] },
        "picture",
    );
    std::fs::write(&path, png.expect("a picture").bytes()).expect("written");
    let mut window = Window::new_map();
    window.0.event(Event::Paste("Öder".into()));
    window.0.run_ok();
    let at = window.0.get_by_label("Touchpoint Öder, stage Stage 1").rect().center();
    window.0.hover_at(at);
    window.0.step();
    window.0.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    wait_until(&mut window, |window| (!pictures(window).is_empty()).then_some(()));
    assert_eq!(pictures(&window), [(2, 3, "Sepet ekranı".to_owned())]);
    let map = window.session().document.map();
    let (_, touchpoint) = map.touchpoints_in_order().nth(1).expect("the second");
    assert!(map.cards.iter().all(|card| card.touchpoint == touchpoint.id));
}

#[test]
fn a_dropped_file_that_is_no_picture_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("broken.png");
    std::fs::write(&path, b"\x89PNG\r\n\x1a\nno more").expect("written");
    let mut window = Window::new_map();
    window.0.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    wait_until(&mut window, |window| window.0.query_by_label("A picture could not be added").map(drop));
    window.0.get_by_label_contains("broken.png");
    assert!(pictures(&window).is_empty());
}

#[test]
fn the_map_goes_to_the_clipboard_as_a_picture() {
    let mut window = Window::new_map();
    // The picture is handed over in a single frame, which must not pass unseen.
    window.0.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    let image = wait_until(&mut window, |window| {
        let commands = &window.0.output().platform_output.commands;
        commands.iter().find_map(|command| match command {
            OutputCommand::CopyImage(image) => Some(image.clone()),
            _ => None,
        })
    });
    let [width, height] = image.size;
    assert!(width > 400 && height > 400, "{width} × {height}");
    window.0.step();
    window.0.get_by_label_contains("Copied as a picture");
}

#[test]
fn an_input_method_composes_in_place_and_enter_belongs_to_it() {
    let mut window = Window::new_map();
    let touchpoints = touchpoint_names(&window).len();
    window.click("Touchpoint First touchpoint, stage Stage 1");
    window.press(Modifiers::NONE, Key::F2);
    let preedit = |text: &str| Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: None });
    window.0.event(preedit("a"));
    window.0.run_ok();
    window.0.event(preedit("żółć"));
    window.0.run_ok();
    let editing = |window: &Window| window.session().editing.as_ref().map(|editing| editing.text.clone());
    assert_eq!(editing(&window).as_deref(), Some("żółć"), "seen while it is composed");
    // Some systems pass the key that chooses a suggestion on.
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.session().editing.is_some(), "composing goes on");
    let enter = Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    window.0.input_mut().events.extend([Event::Ime(ImeEvent::Commit("żółć".into())), enter]);
    window.0.run_ok();
    assert_eq!(editing(&window).as_deref(), Some("żółć"), "the key that ends composing ends nothing else");
    assert_eq!(touchpoint_names(&window).len(), touchpoints);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(touchpoint_names(&window), ["żółć", ""], "the next one goes on to the next touchpoint");
}

#[test]
fn fifteen_touchpoints_in_five_stages_by_keyboard_alone() {
    let mut window = Window::new_map();
    window.press(Modifiers::COMMAND, Key::A);
    window.press(Modifiers::NONE, Key::Delete);
    let stage = window.session().document.map().about.stages[0];
    window.0.get_by_label_contains("Stage Stage 1").click();
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::Delete);
    assert!(!window.session().document.map().stages.contains(stage), "the map is empty");
    window.press(Modifiers::NONE, Key::Enter);
    for stage in 1..=5 {
        window.0.event(Event::Text(format!("Stage {stage}")));
        window.0.run_ok();
        for touchpoint in 1..=3 {
            window.press(Modifiers::NONE, Key::Enter);
            window.0.event(Event::Text(format!("Touchpoint {stage}.{touchpoint}")));
            window.0.run_ok();
        }
        // An Enter too many does no harm.
        window.press(Modifiers::NONE, Key::Enter);
        if stage < 5 {
            window.press(Modifiers::SHIFT, Key::Enter);
        } else {
            window.press(Modifiers::NONE, Key::Escape);
        }
    }
    let map = window.session().document.map();
    let drawn: Vec<_> =
        map.touchpoints_in_order().map(|(stage, t)| format!("{}: {}", stage.name, t.name)).collect();
    let expected: Vec<_> = (1..=5)
        .flat_map(|stage| (1..=3).map(move |at| format!("Stage {stage}: Touchpoint {stage}.{at}")))
        .collect();
    assert_eq!(drawn, expected);
    assert_eq!(window.session().editing, None);
}

#[test]
fn tab_walks_down_the_lanes_and_shift_tab_back() {
    let mut window = Window::new_map();
    window.click("Touchpoint First touchpoint, stage Stage 1");
    window.press(Modifiers::NONE, Key::F2);
    window.press(Modifiers::NONE, Key::Tab);
    window.0.event(Event::Text("first".into()));
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::Tab);
    window.0.event(Event::Text("second".into()));
    window.0.run_ok();
    window.press(Modifiers::SHIFT, Key::Tab);
    let editing = window.session().editing.as_ref().expect("typing goes on");
    assert_eq!((editing.text.as_str(), editing.is_new), ("first", false), "back to the card above");
    window.press(Modifiers::SHIFT, Key::Tab);
    let editing = window.session().editing.as_ref().expect("typing goes on");
    assert!(matches!(editing.element, Element::Touchpoint(_)), "above the lanes is the touchpoint");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.session().document.map().cards.len(), 2);
}

#[test]
fn commands_that_need_a_map_do_nothing_on_the_welcome_page() {
    let mut window = Window::welcome();
    window.press(Modifiers::COMMAND, Key::E);
    assert!(window.0.query_by_label("Export…").is_none());
    window.press(Modifiers::NONE, Key::S);
    assert!(window.session().document.map().about.stages.is_empty());
    window.press(Modifiers::NONE, Key::F1);
    assert!(window.0.query_all_by_label("Keyboard shortcuts").next().is_some());
}

#[test]
fn the_windows_own_dialog_asks_before_it_replaces_a_file_and_tells_where_the_export_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::new_map();
    let file = folder.path().join("map.svg");
    std::fs::write(&file, "precious").expect("written");
    let export_to = |window: &mut Window, name: &str| {
        window.press(Modifiers::COMMAND, Key::E);
        window.click("Drawing (SVG)");
        window.click("Export…");
        window.press(Modifiers::COMMAND, Key::A);
        window.0.event(Event::Text(folder.path().join(name).display().to_string()));
        window.0.run_ok();
        window.0.get_all_by_label("Export").last().expect("the dialog's button").click();
        window.0.run_ok();
    };
    // The ending that is added counts.
    export_to(&mut window, "map");
    window.0.get_by_label("map.svg exists already. Replace it?");
    assert_eq!(std::fs::read_to_string(&file).expect("text"), "precious");
    window.click("Replace");
    wait_until(&mut window, |window| window.0.query_by_label_contains("Written to").map(drop));
    assert!(std::fs::read_to_string(&file).expect("a picture").contains("<svg"));
    export_to(&mut window, "other");
    assert!(window.0.query_by_label_contains("exists already").is_none(), "nothing in the way");
}

#[test]
fn a_document_on_paper_and_the_map_as_text_are_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut window, _data) = Window::with_figures();
    let written = |window: &mut Window, format: &str, name: &str| {
        window.click(format);
        window.exported(&folder.path().join(name))
    };
    window.press(Modifiers::COMMAND, Key::E);
    window.click("Document (PDF)");
    window.0.get_by_role_and_label(Role::ComboBox, "Paper").click();
    window.settle();
    window.click("A3");
    window.0.get_by_label("Sheets side by side");
    let document = written(&mut window, "Document (PDF)", "map.pdf");
    assert!(document.starts_with(b"%PDF-"));

    window.press(Modifiers::COMMAND, Key::E);
    let text = written(&mut window, "Text (Markdown)", "map.md");
    assert!(text.starts_with(b"# "));

    window.press(Modifiers::COMMAND, Key::E);
    window.click("Diagram (Mermaid)");
    window.0.get_by_label("Such a file does not hold");
    let text = written(&mut window, "Diagram (Mermaid)", "map.mmd");
    assert!(text.starts_with(b"journey\n"));
}

#[test]
fn a_presentation_is_written_with_all_slides_or_with_the_map_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::new_map();
    let slides_in = |window: &mut Window, name: &str, all: bool| {
        window.press(Modifiers::COMMAND, Key::E);
        window.click("Slides (PowerPoint)");
        window.click("4 : 3");
        if !all {
            window.click("All slides");
        }
        let presentation = window.exported(&folder.path().join(name));
        let zip = zip::ZipArchive::new(std::io::Cursor::new(presentation)).expect("an archive");
        let names = zip.file_names().filter_map(Result::ok);
        names.filter(|name| name.starts_with("ppt/slides/slide")).count()
    };
    assert_eq!(slides_in(&mut window, "map.pptx", false), 1);
    assert!(slides_in(&mut window, "all.pptx", true) > 1);
}
