//! The whole window: menus, panels, dialogs and the welcome page, by what they are called.

use egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use pathlight::app::{App, NoDialogs, Places};
use pathlight::base::time::DAY;
use pathlight::model::{Document, Edit, Source, Span};
use pathlight::session::{InsightsPage, Session};
use pathlight::text::Fonts;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

/// The window as it starts. Fonts are there before the first frame, as in the program.
pub struct Window(pub Harness<'static, Option<App>>, #[allow(dead_code)] TempDir);

/// The sample maps with their data in a folder of one's own: whoever opens a map has it for himself.
pub fn own_samples() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_maps");
    for file in std::fs::read_dir(samples).expect("the samples") {
        let file = file.expect("a file");
        // Not who else has one open just now.
        if !file.file_name().to_string_lossy().starts_with('.') {
            std::fs::copy(file.path(), folder.path().join(file.file_name())).expect("a copy");
        }
    }
    folder
}

impl Window {
    pub fn welcome() -> Self {
        Self::open(None, None)
    }

    /// With a map or on the welcome page; what is kept between runs is in `home`, where one is given.
    pub fn open(map: Option<&Path>, home: Option<&Path>) -> Self {
        let mut window = Self::start(map, home);
        window.settle();
        window
    }

    /// The same after its first frames, jobs still running.
    pub fn start(map: Option<&Path>, home: Option<&Path>) -> Self {
        let map = map.map(Path::to_owned);
        let samples = own_samples();
        let (preferences, state) =
            (home.map(|home| home.join("config")), home.map(|home| home.join("state")));
        let places =
            Places { samples: vec![samples.path().to_owned()], preferences, state, ..Places::default() };
        let show = move |ui: &mut egui::Ui, app: &mut Option<App>| {
            let start = || App::new(ui.ctx(), Box::new(NoDialogs::default()), places.clone(), map.clone());
            app.get_or_insert_with(start).frame_ui(ui);
        };
        let builder = Harness::builder().with_size([1440.0, 900.0]).with_max_steps(60);
        let mut window = Self(
            builder
                .with_context_setup(|ctx| pathlight::ui::install_fonts(ctx, &Fonts::bundled()))
                .build_ui_state(show, None),
            samples,
        );
        window.0.run_ok();
        window
    }

    /// Waits until nothing moves and no job runs, as a patient person does.
    pub fn settle(&mut self) {
        self.0.run_ok();
        while self.0.state().as_ref().is_some_and(App::is_working) {
            std::thread::sleep(Duration::from_millis(2));
            self.0.run_ok();
        }
    }

    /// A map drawn from the small fixture, with its figures; the folder is to be kept as long as the window.
    pub fn with_figures() -> (Self, TempDir) {
        Self::with_source(|source| source)
    }

    /// The same with another description of its data.
    pub fn with_source(change: impl FnOnce(Source) -> Source) -> (Self, TempDir) {
        let folder = tempfile::tempdir().expect("a folder");
        let map = folder.path().join("map.journey.ron");
        let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/fixture.csv");
        let mut draft = std::process::Command::new(env!("CARGO_BIN_EXE_pathlight"));
        assert!(draft.arg("draft").arg(data).arg("-o").arg(&map).output().expect("ran").status.success());
        let mut drafted = Document::opened(pathlight::store::load(&map).expect("a map"));
        let source = drafted.map().sources.iter().next().expect("its data").clone();
        let days = Span(Some(5 * DAY));
        let source = change(Source { gap: days, open: days, ..source });
        drafted.edit(&Edit::SetSource(source)).expect("set");
        pathlight::store::save(&map, drafted.map()).expect("saved");
        let window = Self::open(Some(&map), None);
        assert!(window.session().data.as_ref().is_some_and(|data| data.measures.is_some()));
        (window, folder)
    }

    /// Waits for what comes by itself, jobs still running.
    pub fn wait_until(&mut self, holds: impl Fn(&Self) -> bool) {
        for _ in 0..6000 {
            if holds(self) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
            self.0.run_ok();
        }
        panic!("what was waited for has not come");
    }

    /// Ends the open export dialog with this file; gives what is in it then.
    pub fn exported(&mut self, path: &Path) -> Vec<u8> {
        self.click("Export…");
        self.press(Modifiers::COMMAND, Key::A);
        self.0.event(Event::Text(path.display().to_string()));
        self.0.run_ok();
        self.0.get_all_by_label("Export").last().expect("the dialog's button").click();
        self.0.run_ok();
        self.wait_until(|_| path.exists());
        self.settle();
        std::fs::read(path).expect("the file")
    }

    /// The size in pixels of the picture that goes to the clipboard.
    pub fn copied(&mut self) -> [usize; 2] {
        // It is handed over in a single frame, which must not pass unseen.
        for _ in 0..6000 {
            self.0.step();
            let commands = &self.0.output().platform_output.commands;
            let size = commands.iter().find_map(|command| match command {
                OutputCommand::CopyImage(image) => Some(image.size),
                _ => None,
            });
            if let Some(size) = size {
                self.settle();
                return size;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("no picture came");
    }

    /// An empty new map.
    pub fn new_map() -> Self {
        let mut window = Self::welcome();
        window.click("New map");
        // It waits for the name of its first stage; then that is selected.
        window.press(Modifiers::NONE, Key::Escape);
        window.press(Modifiers::NONE, Key::Escape);
        window
    }

    pub fn click(&mut self, label: &str) {
        self.0.get_by_label(label).click();
        self.settle();
    }

    pub fn type_text(&mut self, text: &str) {
        self.0.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.0.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Runs a command by its name in the palette.
    pub fn run(&mut self, command: &str) {
        self.press(Modifiers::COMMAND, Key::K);
        self.type_text(command);
        self.press(Modifiers::NONE, Key::Enter);
    }

    /// Opens a page of insights by its command, and waits for what it says.
    pub fn open_insights(&mut self, command: &str, page: InsightsPage) {
        self.run(command);
        self.wait_until(|window| {
            let state = window.session().insights();
            state.is_on() && state.page() == page && state.answer(page).is_some() && !state.is_stale(page)
        });
        self.settle();
    }

    /// Drags with the left button, in a few steps as a hand does.
    pub fn drag(&mut self, from: Pos2, onto: Pos2, modifiers: Modifiers) {
        let button =
            |pos, pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers };
        let mut event = |event| {
            self.0.event_modifiers(event, modifiers);
            self.0.run_ok();
        };
        event(Event::PointerMoved(from));
        event(button(from, true));
        for share in [0.1, 0.6, 1.0, 1.0] {
            event(Event::PointerMoved(from.lerp(onto, share)));
        }
        event(button(onto, false));
        self.settle();
    }

    pub fn session(&self) -> &Session {
        self.0.state().as_ref().expect("the window has been shown").session()
    }

    fn stages(&self) -> usize {
        self.session().document.map().about.stages.len()
    }
}

#[test]
fn the_welcome_page_offers_samples_and_templates() {
    let window = Window::welcome();
    window.0.get_by_label("Online order and care");
    window.0.get_by_label("Two years at the airport");
    window.0.get_by_label("Templates");
    window.0.get_by_label("Import data…");
}

#[test]
fn in_a_new_map_typing_begins_at_once() {
    let mut window = Window::welcome();
    window.click("New map");
    window.0.event(egui::Event::Text("Discover".to_owned()));
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::Enter);
    window.0.event(egui::Event::Text("Sees the ad".to_owned()));
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::Enter);
    let map = window.session().document.map();
    let names: Vec<_> = map
        .touchpoints_in_order()
        .map(|(stage, touchpoint)| (stage.name.as_str(), touchpoint.name.as_str()))
        .collect();
    assert_eq!(names[0], ("Discover", "Sees the ad"));
}

#[test]
fn numbers_are_written_as_the_locale_does_in_every_map() {
    let mut window = Window::welcome();
    let decimal = |window: &Window| window.session().view().format.decimal;
    assert_eq!(decimal(&window), '.');
    let app = window.0.state_mut().as_mut().expect("the window has been shown");
    app.follow_locale(Some("tr-TR"));
    assert_eq!(decimal(&window), ',');
    window.click("New map");
    assert_eq!(decimal(&window), ',');
}

#[test]
fn a_map_becomes_a_template_that_the_welcome_page_offers() {
    let root = tempfile::tempdir().expect("a folder");
    let mut window = Window::open(None, Some(root.path()));
    assert!(window.0.query_by_label("Your templates").is_none());
    window.click("Hotel stay");
    window.click("File");
    window.0.get_all_by_label_contains("Save as template").last().expect("in the menu").click();
    window.0.run_ok();
    window.0.get_by_label("Save as template");
    window.0.event(egui::Event::Text(" of ours".to_owned()));
    window.0.run_ok();
    window.click("Save");
    window.0.get_by_label("Saved as a template");
    window.click("Close");

    let mut window = Window::open(None, Some(root.path()));
    window.0.get_by_label("Your templates");
    window.0.get_by_label("A stay at the hotel of ours");
    window.click("Rename…");
    window.0.event(egui::Event::Text(", anew".to_owned()));
    window.0.run_ok();
    window.click("Rename");
    window.0.get_by_label("A stay at the hotel of ours, anew");
    window.click("Delete");
    window.0.get_by_label("A stay at the hotel of ours, anew");
    window.click("Delete for good?");
    assert!(window.0.query_by_label("Your templates").is_none());
}

#[test]
fn a_command_runs_from_its_menu_and_an_empty_new_stage_vanishes() {
    let mut window = Window::new_map();
    let before = window.stages();
    window.click("Edit");
    window.0.get_all_by_label_contains("Add stage").last().expect("in the menu").click();
    window.0.run_ok();
    assert_eq!(window.stages(), before + 1);
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.stages(), before);
}

#[test]
fn leaving_unsaved_work_asks_and_cancel_stays() {
    let mut window = Window::new_map();
    window.press(Modifiers::NONE, Key::S);
    window.0.event(egui::Event::Text("Dream".to_owned()));
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::Escape);
    let stages = window.stages();
    window.press(Modifiers::COMMAND, Key::N);
    window.0.get_by_label("Don't save");
    window.click("Cancel");
    assert_eq!(window.stages(), stages);
    window.press(Modifiers::COMMAND, Key::N);
    window.click("Don't save");
    assert_ne!(window.stages(), stages);
}

#[test]
fn without_a_system_dialog_the_windows_own_asks_for_a_path() {
    let mut window = Window::new_map();
    window.press(Modifiers::COMMAND, Key::O);
    window.0.get_by_label("Open map");
    window.click("Cancel");
    assert!(window.0.query_by_label("Open map").is_none());
}

#[test]
fn the_palette_opens_by_its_keys_and_closes_with_escape() {
    let mut window = Window::new_map();
    window.press(Modifiers::COMMAND, Key::K);
    window.0.get_by_label("New map · File");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.0.query_by_label_contains("New map · File").is_none());
}

#[test]
fn keys_do_not_reach_the_map_behind_a_dialog() {
    let mut window = Window::new_map();
    let stage = window.session().document.map().about.stages[0];
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.session().editing.is_some(), "without a dialog Enter begins to type");
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND, Key::E);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.session().editing.is_none(), "the export dialog has the keyboard");
    assert!(window.session().document.map().stages.contains(stage));
}
