//! No work is lost: journals, locks, others' changes, and maps that are saved elsewhere.

use crate::model::sample;
use pathlight::base::Timestamp;
use pathlight::model::{Edit, JourneyMap, Source};
use pathlight::session::{Action, Command, OthersWork, Safety, SaveError, Session};
use pathlight::store::atomic::backup_path;
use pathlight::store::lock::{Holder, lock_path};
use pathlight::store::recovery::Recovery;
use pathlight::store::{self, paths};
use std::fs;
use std::path::{Path, PathBuf};

pub const NOW: Timestamp = Timestamp(1_700_000_000_000_000);

pub struct Bench {
    root: tempfile::TempDir,
    recovery: Recovery,
}

impl Bench {
    pub fn new() -> Self {
        let root = tempfile::tempdir().expect("folder");
        let recovery = Recovery::in_state_folder(&root.path().join("state"));
        Self { root, recovery }
    }

    pub fn safety(&self) -> Safety {
        let me = Holder::this_process("ayşe".into(), "here".into());
        Safety { recovery: Some(self.recovery.clone()), me }
    }

    /// A path below the bench's folder; the folders on the way are made.
    pub fn path(&self, name: &str) -> PathBuf {
        let path = self.root.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        path
    }

    /// A saved map, open.
    pub fn open(&self, path: &Path) -> Session {
        let mut session = Session::open(path).expect("opened");
        session.guard(&self.safety());
        session
    }

    pub fn saved(&self, name: &str) -> PathBuf {
        let path = self.path(name);
        store::save(&path, &sample::map()).expect("saved");
        path
    }

    /// Titles of what is left over.
    pub fn left(&self) -> Vec<String> {
        self.recovery
            .leftovers()
            .into_iter()
            .map(|l| l.content.map(|c| c.title).unwrap_or_default())
            .collect()
    }

    /// Opens the one map that is left over.
    pub fn recover(&self) -> Session {
        let leftovers = self.recovery.leftovers();
        assert_eq!(leftovers.len(), 1, "{leftovers:?}");
        let mut session = Session::recover(&self.recovery, &leftovers[0].folder).expect("recovered");
        session.guard(&self.safety());
        session
    }
}

pub fn retitle(session: &mut Session, title: &str) {
    session.apply(Action::Edit(Edit::SetTitle(title.into())));
    session.keep(NOW);
}

fn save(session: &mut Session, path: &Path) -> Result<(), SaveError> {
    session.save(path, OthersWork::Respect, NOW)
}

pub fn title_on_disk(path: &Path) -> String {
    store::load(path).expect("a map").about.title
}

#[test]
fn unsaved_changes_outlive_the_process_and_saved_ones_leave_no_journal() {
    let bench = Bench::new();
    let path = bench.saved("a.journey.ron");
    let mut session = bench.open(&path);
    session.keep(NOW);
    retitle(&mut session, "changed");
    drop(session);
    assert_eq!(bench.left(), ["changed"]);

    let mut session = bench.recover();
    assert!(session.has_unsaved_work(), "what comes back is not in the file yet");
    assert_eq!(session.path.as_deref(), Some(path.as_path()));
    save(&mut session, &path).expect("saved");
    drop(session);
    assert_eq!(title_on_disk(&path), "changed");
    assert_eq!(bench.left(), Vec::<String>::new());
}

#[test]
fn a_map_that_was_never_saved_comes_back_and_is_worth_a_question() {
    let bench = Bench::new();
    let mut session = Session::of_new(JourneyMap::default());
    session.guard(&bench.safety());
    session.keep(NOW);
    assert!(!session.has_unsaved_work());
    retitle(&mut session, "İlk harita");
    drop(session);

    let mut session = bench.recover();
    assert!(session.has_unsaved_work());
    assert_eq!(session.path, None);
    // It is left behind once more when the second process ends as well.
    session.keep(NOW);
    drop(session);
    assert_eq!(bench.left(), ["İlk harita"]);
    let mut session = bench.recover();
    session.close();
    drop(session);
    assert_eq!(bench.left(), Vec::<String>::new());
}

#[test]
fn going_back_to_the_saved_state_clears_the_journal() {
    let bench = Bench::new();
    let mut session = bench.open(&bench.saved("a.journey.ron"));
    retitle(&mut session, "changed");
    session.document.undo();
    session.keep(NOW);
    drop(session);
    assert_eq!(bench.left(), Vec::<String>::new());
}

#[test]
fn what_is_being_typed_is_kept_too() {
    let bench = Bench::new();
    let mut session = bench.open(&bench.saved("a.journey.ron"));
    session.apply(Action::BeginText(pathlight::scene::Element::Title));
    session.apply(Action::SetText("half a wor".into()));
    session.keep(NOW);
    drop(session);
    assert_eq!(bench.left(), ["half a wor"]);
}

#[test]
fn what_is_made_for_a_text_that_was_never_typed_does_not_come_back() {
    let bench = Bench::new();
    let begin = |session: &mut Session| {
        session.apply(Action::Command(Command::AddStage));
        session.keep(NOW);
        assert!(session.editing.as_ref().is_some_and(|editing| editing.is_new && editing.text.is_empty()));
    };
    let mut session = Session::of_new(JourneyMap::default());
    session.guard(&bench.safety());
    begin(&mut session);
    assert!(!session.has_unsaved_work(), "nothing would be missed");
    drop(session);
    assert_eq!(bench.left(), Vec::<String>::new());

    let path = bench.saved("a.journey.ron");
    let mut session = bench.open(&path);
    retitle(&mut session, "changed");
    let kept = session.document.map().clone();
    begin(&mut session);
    drop(session);
    assert_eq!(*bench.recover().document.map(), kept, "with the change before, without an empty stage");
}

#[test]
fn others_changes_are_not_overwritten_unasked() {
    let bench = Bench::new();
    let path = bench.saved("a.journey.ron");
    let mut session = bench.open(&path);
    retitle(&mut session, "ours");
    let mut theirs = sample::map();
    theirs.about.title = "theirs".into();
    store::save(&path, &theirs).expect("saved by others");

    let error = save(&mut session, &path).expect_err("changed");
    assert!(matches!(&error, SaveError::ChangedOnDisk(at) if *at == path), "{error}");
    assert!(session.has_unsaved_work());
    assert_eq!(title_on_disk(&path), "theirs");

    session.save(&path, OthersWork::Overwrite, NOW).expect("saved");
    assert_eq!(title_on_disk(&path), "ours");
    assert_eq!(title_on_disk(&backup_path(&path)), "theirs");
    retitle(&mut session, "ours again");
    save(&mut session, &path).expect("our own last save is no change of others");
}

#[test]
fn changes_by_others_are_noticed_after_a_crash_as_well() {
    let bench = Bench::new();
    let path = bench.saved("a.journey.ron");
    let mut session = bench.open(&path);
    retitle(&mut session, "ours");
    drop(session);
    let mut theirs = sample::map();
    theirs.about.title = "theirs".into();
    store::save(&path, &theirs).expect("saved by others");
    let mut session = bench.recover();
    assert!(matches!(save(&mut session, &path), Err(SaveError::ChangedOnDisk(_))));
}

#[test]
fn a_file_that_vanished_is_written_anew() {
    let bench = Bench::new();
    let path = bench.saved("a.journey.ron");
    let mut session = bench.open(&path);
    retitle(&mut session, "still here");
    fs::remove_file(&path).expect("removed");
    save(&mut session, &path).expect("saved");
    assert_eq!(title_on_disk(&path), "still here");
}

#[test]
fn a_failed_save_keeps_work_journal_and_lock() {
    let bench = Bench::new();
    let path = bench.saved("maps/a.journey.ron");
    let mut session = bench.open(&path);
    retitle(&mut session, "unsaved");
    let elsewhere = bench.root.path().join("missing/b.journey.ron");
    let error = save(&mut session, &elsewhere).expect_err("no folder");
    assert!(error.to_string().contains("choose another one"), "{error}");
    assert!(session.has_unsaved_work());
    assert_eq!(session.path.as_deref(), Some(path.as_path()));
    assert!(lock_path(&path).exists());
    drop(session);
    assert_eq!(bench.left(), ["unsaved"]);
}

#[test]
fn the_second_window_saves_copies_only_until_the_first_is_closed() {
    let bench = Bench::new();
    let path = bench.saved("a.journey.ron");
    let mut first = bench.open(&path);
    let mut second = bench.open(&path);
    assert_eq!(first.read_only(), None);
    assert_eq!(second.read_only().map(|holder| holder.user.as_str()), Some("ayşe"));
    assert!(!second.can_take_over(), "the system's lock on this computer is sure");
    retitle(&mut second, "second");
    assert!(matches!(save(&mut second, &path), Err(SaveError::InUse(_))));
    assert!(second.has_unsaved_work());

    let copy = bench.path("copy.journey.ron");
    save(&mut second, &copy).expect("a copy");
    assert_eq!(second.read_only(), None);
    // Nor may the first window write into the copy.
    assert!(matches!(save(&mut first, &copy), Err(SaveError::InUse(_))));

    let mut third = bench.open(&path);
    assert!(third.read_only().is_some());
    first.close();
    retitle(&mut third, "third");
    save(&mut third, &path).expect("free meanwhile");
    assert_eq!(third.read_only(), None);
}

#[test]
fn a_lock_of_another_computer_can_be_taken_over() {
    let bench = Bench::new();
    let path = bench.saved("a.journey.ron");
    fs::write(lock_path(&path), "(user: \"jan\", host: \"there\", pid: 7)").expect("left");
    let mut session = bench.open(&path);
    assert!(session.can_take_over());
    let asked = session.take_over().expect("to be asked").run();
    session.end_ask(asked);
    assert_eq!(session.read_only(), None);
    session.close();
    assert!(!lock_path(&path).exists());
}

#[test]
fn a_map_saved_elsewhere_finds_its_data_at_every_step_of_its_history() {
    let bench = Bench::new();
    let data = bench.path("project/data/çağrılar.csv");
    fs::write(&data, "x").expect("data");
    let mut session = Session::of_new(JourneyMap::default());
    session.guard(&bench.safety());
    let source = Source { path: data.to_string_lossy().into_owned(), ..sample_source() };
    session.apply(Action::Edit(Edit::AddSource(source)));
    retitle(&mut session, "after the import");

    let first = bench.path("project/a.journey.ron");
    save(&mut session, &first).expect("saved");
    assert_eq!(written(&session), "data/çağrılar.csv");
    let mut renamed = session.source().expect("a source").clone();
    renamed.name = "calls".into();
    session.apply(Action::Edit(Edit::SetSource(renamed)));

    let steps = |session: &Session| session.document.history().next_undo().map(|step| step.name.clone());
    let before = steps(&session);
    let second = bench.path("project/maps/b.journey.ron");
    save(&mut session, &second).expect("saved");
    assert_eq!(written(&session), "../data/çağrılar.csv");
    assert_eq!(steps(&session), before, "moving is no step of the user's");
    assert!(!session.has_unsaved_work());
    assert_eq!(store::load(&second).expect("loaded"), *session.document.map());
    assert_eq!(
        store::load(&first).expect("loaded").sources.iter().next().expect("it").path,
        "data/çağrılar.csv"
    );

    session.document.undo();
    assert_eq!(written(&session), "../data/çağrılar.csv", "also where undo leads");
    session.document.redo();
    let found = paths::resolve(&bench.root.path().join("project/maps"), &written(&session));
    assert_eq!(fs::read_to_string(found).expect("found"), "x");
}

/// Without rules, whose touchpoints would be missing.
fn sample_source() -> Source {
    let map = sample::map();
    let source = map.sources.iter().next().expect("a source in the sample");
    Source { rules: Vec::new(), filter: Default::default(), ..source.clone() }
}

fn written(session: &Session) -> String {
    session.source().expect("a source").path.clone()
}
