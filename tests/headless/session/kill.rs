//! Killed at random moments: nothing older than two seconds is lost, and no file is ever unreadable.
//!
//! The test starts itself anew as a process that edits, keeps and saves a map as fast as it can, tells each edit
//! through its output, and is killed. Several run at once, so that the disk is busy too.

use pathlight::base::Timestamp;
use pathlight::model::{Edit, JourneyMap};
use pathlight::session::{Action, OthersWork, Safety, Session};
use pathlight::store;
use pathlight::store::atomic::backup_path;
use pathlight::store::lock::{Access, Holder, acquire};
use pathlight::store::recovery::Recovery;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Names the folder to a process that is to be killed.
const FOLDER_VARIABLE: &str = "PATHLIGHT_KILL_TEST_FOLDER";
const KILLS: u64 = 50;
const AT_ONCE: u64 = 4;
/// What may be lost.
const LOSS_MICROS: i64 = 2_000_000;

fn now() -> Timestamp {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970");
    Timestamp(i64::try_from(elapsed.as_micros()).expect("a time before the year 290000"))
}

/// A sequence of numbers that looks like chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

fn map_path(folder: &Path) -> PathBuf {
    folder.join("harita.journey.ron")
}

fn safety(folder: &Path) -> Safety {
    let me = Holder::this_process("jan".into(), "here".into());
    Safety { recovery: Some(Recovery::in_state_folder(&folder.join("state"))), me }
}

/// The process that is killed; does nothing when run by hand.
#[test]
#[ignore = "started by `nothing_older_than_two_seconds_is_lost`"]
fn work_until_killed() {
    let Some(folder) = std::env::var_os(FOLDER_VARIABLE).map(PathBuf::from) else { return };
    let mut chance = Chance(u64::from(std::process::id()));
    let mut session = Session::of_new(JourneyMap::default());
    session.guard(&safety(&folder));
    let mut out = std::io::stdout().lock();
    for number in 1_u64.. {
        session.apply(Action::Edit(Edit::AddStage { name: number.to_string(), at: 0 }));
        session.apply(Action::Edit(Edit::SetTitle(number.to_string())));
        let at = now();
        session.keep(at);
        writeln!(out, "edit {number} {}", at.0).and_then(|()| out.flush()).expect("the test listens");
        // Some save at once, some after a while, some maps are never saved.
        if !std::process::id().is_multiple_of(4) && chance.below(12) == 0 {
            session.save(&map_path(&folder), OthersWork::Respect, now()).expect("saved");
        }
        thread::sleep(Duration::from_millis(chance.below(40)));
    }
}

/// Number of the last edit in a map.
fn number(map: &JourneyMap) -> u64 {
    map.about.title.parse().expect("a number")
}

/// Starts a process, kills it after so long and looks at what it left.
fn kill_one(seed: u64, life: Duration) -> Result<(), String> {
    let folder = tempfile::tempdir().expect("folder");
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["session::kill::work_until_killed", "--exact", "--ignored", "--nocapture"])
        .env(FOLDER_VARIABLE, folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("started");
    let mut stdout = child.stdout.take().expect("its output");
    let listener = thread::spawn(move || {
        let mut said = Vec::new();
        stdout.read_to_end(&mut said).map(|_| String::from_utf8_lossy(&said).into_owned())
    });
    thread::sleep(life);
    let killed = now();
    child.kill().expect("killed");
    child.wait().expect("ended");
    let said = listener.join().expect("heard").expect("heard");
    // The last line may be torn: it is not whole before its line end.
    let edits = said.rsplit_once('\n').map_or("", |(whole, _)| whole).lines();
    let edits = edits.filter_map(|line| {
        let mut words = line.split_once("edit ")?.1.split(' ');
        Some((words.next()?.parse::<u64>().ok()?, words.next()?.parse::<i64>().ok()?))
    });
    let old_enough = edits.filter(|(_, at)| *at <= killed.0 - LOSS_MICROS).map(|(number, _)| number).max();
    judge(folder.path(), old_enough.unwrap_or(0))
        .map_err(|wrong| format!("process {seed}, {life:?}: {wrong}"))
}

/// Every file is readable, nothing that is old enough is missing, and the map is free to be opened again.
fn judge(folder: &Path, at_least: u64) -> Result<(), String> {
    let path = map_path(folder);
    let mut found = 0;
    let mut saved = 0;
    for file in [&path, &backup_path(&path)] {
        if file.exists() {
            let map = store::load(file).map_err(|error| error.to_string())?;
            saved = saved.max(number(&map));
        }
    }
    let safety = safety(folder);
    let recovery = safety.recovery.as_ref().expect("journals");
    let leftovers = recovery.leftovers();
    for leftover in &leftovers {
        let (_journal, snapshot) =
            recovery.recover(&leftover.folder).map_err(|error| format!("{leftover:?}: {error}"))?;
        let kept = number(&snapshot.map);
        if kept <= saved {
            return Err(format!("edit {kept} is offered, though {saved} is saved"));
        }
        found = found.max(kept);
    }
    if leftovers.len() > 1 {
        return Err(format!("one map has left {} journals", leftovers.len()));
    }
    if found.max(saved) < at_least {
        return Err(format!("edit {at_least} is lost; saved {saved}, kept {found}"));
    }
    if path.exists() && !matches!(acquire(&path, &safety.me), Access::Ours(_)) {
        return Err("the lock outlived its process".to_owned());
    }
    let hidden = fs::read_dir(folder.join("state/recovery")).into_iter().flatten().flatten().count();
    if hidden > leftovers.len() {
        return Err(format!("{hidden} journals on disk, {} offered", leftovers.len()));
    }
    Ok(())
}

#[test]
fn nothing_older_than_two_seconds_is_lost() {
    let mut chance = Chance(now().0.unsigned_abs());
    let lives: Vec<_> = (0..KILLS).map(|_| Duration::from_millis(100 + chance.below(4_000))).collect();
    let lives = std::sync::Mutex::new(lives.into_iter().zip(1..));
    let wrong: Vec<String> = thread::scope(|scope| {
        let kill = || {
            let next = || lives.lock().expect("the list of lives").next();
            std::iter::from_fn(next).filter_map(|(life, seed)| kill_one(seed, life).err()).collect::<Vec<_>>()
        };
        let runs: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(kill)).collect();
        runs.into_iter().flat_map(|run| run.join().expect("a run that ends")).collect()
    });
    assert!(wrong.is_empty(), "{} of {KILLS}:\n{}", wrong.len(), wrong.join("\n"));
}
