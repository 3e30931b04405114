//! The window and work that could be lost: left over, locked by others, changed by others.

use super::window::Window;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use pathlight::base::Timestamp;
use pathlight::draft;
use pathlight::model::{Edit, EventRule, JourneyMap, Pattern, Roles, Source, SourceId};
use pathlight::session::{Action, OthersWork, Safety, Session};
use pathlight::store::lock::Holder;
use pathlight::store::prefs::{self, Preferences};
use pathlight::store::recovery::Recovery;
use pathlight::store::{self, StoreError};
use std::fs;
use std::path::{Path, PathBuf};

/// Folders of one user.
pub struct User(pub tempfile::TempDir);

impl User {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("folder"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn recovery(&self) -> Recovery {
        Recovery::in_state_folder(&self.path("state"))
    }

    /// A map file with this title.
    pub fn saved(&self, title: &str) -> PathBuf {
        let path = self.path("map.journey.ron");
        save_titled(&path, title).expect("saved");
        path
    }

    /// Leaves a changed map behind, as a process that ends.
    pub fn leave_behind(&self, title: &str) {
        let mut session = Session::of_new(JourneyMap::default());
        session.guard(&Safety { recovery: Some(self.recovery()), me: Holder::default() });
        session.apply(Action::Edit(Edit::SetTitle(title.into())));
        session.apply(Action::Edit(Edit::AddStage { name: "Added".into(), at: 0 }));
        session.keep(Timestamp(0));
    }

    pub fn window(&self, map: Option<&Path>) -> Window {
        Window::open(map, Some(self.0.path()))
    }
}

pub fn save_titled(path: &Path, title: &str) -> Result<(), StoreError> {
    let mut map = draft::template("online-shop").expect("a template");
    map.about.title = title.to_owned();
    store::save(path, &map).map(drop)
}

pub fn title_on_disk(path: &Path) -> String {
    store::load(path).expect("a map").about.title
}

impl Window {
    pub fn has(&self, part: &str) -> bool {
        self.0.query_all_by_label_contains(part).next().is_some()
    }

    /// Adds a stage by its key and name.
    pub fn change(&mut self) {
        self.press(Modifiers::NONE, Key::S);
        self.type_text("Added");
        self.press(Modifiers::NONE, Key::Enter);
        self.press(Modifiers::NONE, Key::Escape);
        assert!(self.session().has_unsaved_work(), "the key has added a stage");
    }

    pub fn save(&mut self) {
        self.press(Modifiers::COMMAND, Key::S);
    }

    pub fn title(&self) -> &str {
        &self.session().document.map().about.title
    }
}

#[test]
fn what_is_left_over_is_offered_and_opened() {
    let user = User::new();
    user.leave_behind("İade haritası");
    let mut window = user.window(None);
    window.0.get_by_label("Not saved when Pathlight ended");
    assert!(window.has("İade haritası – Added…") && window.has("never saved"));
    window.click("Open");
    assert_eq!(window.title(), "İade haritası");
    assert!(window.session().has_unsaved_work());
    drop(window);
    assert_eq!(user.recovery().leftovers().len(), 1, "ended once more without saving");
}

#[test]
fn discarding_takes_two_clicks() {
    let user = User::new();
    user.leave_behind("not wanted");
    let mut window = user.window(None);
    window.click("Discard");
    assert_eq!(user.recovery().leftovers().len(), 1);
    window.click("Discard for good?");
    assert!(!window.has("not wanted"));
    assert!(user.recovery().leftovers().is_empty());
}

#[test]
fn a_window_that_starts_with_a_map_offers_what_is_left_over_in_a_dialog() {
    let user = User::new();
    let path = user.saved("opened");
    user.leave_behind("left over");
    let mut window = user.window(Some(&path));
    assert_eq!(window.title(), "opened");
    assert!(window.has("left over"));
    window.click("Later");
    assert!(!window.has("left over"));
    assert_eq!(user.recovery().leftovers().len(), 1);
}

#[test]
fn unsaved_work_is_kept_while_it_is_made_and_gone_when_it_is_given_up() {
    let user = User::new();
    let path = user.saved("mine");
    let mut window = user.window(Some(&path));
    window.change();
    drop(window);
    assert_eq!(user.recovery().leftovers().len(), 1);
    let mut window = user.window(None);
    window.click("Open");
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.0.run_ok();
    window.click("Don't save");
    drop(window);
    assert!(user.recovery().leftovers().is_empty());
}

#[test]
fn a_map_that_is_open_elsewhere_says_by_whom_and_saves_copies() {
    let user = User::new();
    let path = user.saved("shared");
    let mut other = Session::open(&path).expect("opened");
    let me = Holder::this_process("jan".into(), "office".into());
    other.guard(&Safety { recovery: None, me });
    let mut window = user.window(Some(&path));
    assert!(window.has("jan on office has this map open"));
    window.0.get_by_label("Save a copy…");
    window.change();
    window.save();
    window.0.get_by_label("Save map");
    assert!(window.session().has_unsaved_work());
    assert_eq!(store::load(&path).expect("a map"), *other.document.map());
}

#[test]
fn a_file_that_others_have_changed_is_overwritten_or_reloaded_when_told() {
    let user = User::new();
    let path = user.saved("mine");
    let mut window = user.window(Some(&path));
    window.change();
    save_titled(&path, "theirs").expect("saved by others");
    window.save();
    assert!(window.has("was changed by somebody else"));
    window.click("Cancel");
    assert_eq!(title_on_disk(&path), "theirs");
    window.save();
    window.click("Overwrite");
    assert_eq!(title_on_disk(&path), "mine");
    assert!(!window.session().has_unsaved_work());

    window.change();
    save_titled(&path, "theirs again").expect("saved by others");
    window.save();
    window.click("Reload");
    assert_eq!(window.title(), "theirs again");
    assert!(!window.session().has_unsaved_work());
}

#[test]
fn a_map_that_others_have_closed_can_be_saved_from_then_on() {
    let user = User::new();
    let path = user.saved("shared");
    let other = || {
        let mut other = Session::open(&path).expect("opened");
        let me = Holder::this_process("jan".into(), "office".into());
        other.guard(&Safety { recovery: None, me });
        other
    };
    let mut first = other();
    let mut window = user.window(Some(&path));
    assert!(window.has("jan on office has this map open"));
    first.apply(Action::Edit(Edit::SetTitle("by jan".into())));
    first.save(&path, OthersWork::Respect, Timestamp(0)).expect("saved");
    drop(first.close());
    window.wait_until(|window| !window.has("has this map open"));
    window.wait_until(|window| window.title() == "by jan");
    assert!(window.has("The other window has closed this map"));
    window.change();
    window.save();
    assert!(!window.session().has_unsaved_work());
}

#[test]
fn two_maps_of_one_crash_are_offered_and_one_left_for_later() {
    let user = User::new();
    user.leave_behind("Ödeme");
    user.leave_behind("");
    let mut window = user.window(None);
    assert!(window.has("Ödeme") && window.has("Untitled map"));
    window.0.get_all_by_label("Open").next().expect("of the first").click();
    window.settle();
    drop(window);
    assert_eq!(user.recovery().leftovers().len(), 2, "the opened one is not saved yet");
}

#[test]
fn a_folder_that_is_gone_is_a_message_with_a_way_out() {
    let user = User::new();
    let folder = user.path("maps");
    fs::create_dir(&folder).expect("made");
    let path = folder.join("map.journey.ron");
    save_titled(&path, "mine").expect("saved");
    let mut window = user.window(Some(&path));
    window.change();
    fs::remove_dir_all(&folder).expect("removed");
    window.save();
    assert!(window.has("The map could not be saved") && window.has("its folder is not there"));
    assert!(window.has("in the journal on this computer"));
    assert!(window.session().has_unsaved_work());
    fs::create_dir(&folder).expect("made");
    window.click("Try again");
    assert!(!window.session().has_unsaved_work());
    assert_eq!(title_on_disk(&path), "mine");

    window.change();
    fs::remove_dir_all(&folder).expect("removed");
    window.save();
    window.click("Save as…");
    window.0.get_by_label("Save map");
}

#[test]
fn recent_maps_that_are_gone_are_taken_off_the_list() {
    let user = User::new();
    let mut preferences = Preferences::default();
    preferences.recent.remember(&user.path("gone.journey.ron"));
    preferences.recent.remember(&user.saved("there"));
    prefs::save(&user.path("config"), &preferences).expect("written");
    let mut window = user.window(None);
    window.0.get_by_label("gone");
    window.click("Remove from list");
    assert!(!window.has("gone"));
    let (now, _) = prefs::load(&user.path("config"));
    assert_eq!(now.recent.paths(), [user.path("map.journey.ron")]);
    fs::remove_dir_all(user.path("config")).expect("only there");
}

#[test]
fn data_that_is_not_found_is_located_and_the_way_to_it_kept() {
    let user = User::new();
    let path = user.path("map.journey.ron");
    let data = "customer_id,timestamp,event\na,2024-03-01T10:00:00Z,visit\na,2024-03-01T10:05:00Z,pay\n";
    fs::write(user.path("moved.csv"), data).expect("written");
    let mut map = draft::template("online-shop").expect("a template");
    let touchpoint = map.touchpoints_in_order().next().expect("one").1.id;
    map.sources = [Source {
        id: SourceId(map.about.next_id),
        roles: Roles {
            customer: Some("customer_id".to_owned()),
            time: Some("timestamp".to_owned()),
            event: Some("event".to_owned()),
            ..Roles::default()
        },
        rules: vec![EventRule { event: Pattern::Exact("visit".to_owned()), channel: None, touchpoint }],
        ..Source::of_file("orders.csv", "orders.csv")
    }]
    .into_iter()
    .collect();
    map.about.next_id += 1;
    store::save(&path, &map).expect("saved");

    let mut window = user.window(Some(&path));
    assert!(window.has("orders.csv"));
    window.click("Locate…");
    window.0.get_by_label("moved.csv").click();
    window.0.run_ok();
    window.0.get_all_by_label("Open").last().expect("of the dialog").click();
    window.settle();
    assert!(window.session().data.is_some());
    assert!(!window.has("Locate…"));
    let written = || window.session().document.map().sources.iter().next().expect("it").path.clone();
    assert_eq!(written(), "moved.csv");
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.0.run_ok();
    let written = window.session().document.map().sources.iter().next().expect("it").path.clone();
    assert_eq!(written, "orders.csv");
}
