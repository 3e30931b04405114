//! Killed at random moments: nothing older than two seconds is lost, and no file is ever unreadable.
//!
//! The test starts itself anew as a process that edits, keeps and saves a map as fast as it can, tells each edit
//! through its output, and is killed. Several run at once, so that the disk is busy too.
//!
//! Two seconds are those in which the computer lets the process work: a thread of its own that does nothing but write a
//! few bytes to the same disk beats every 20 ms, and what is more than 100 ms between two beats does not count. A
//! computer that is busy with other things stands still for that thread as it does for the journal's; where it is not,
//! its seconds are those on the wall.

use pathlight::base::Timestamp;
use pathlight::model::{Edit, JourneyMap};
use pathlight::session::{Action, OthersWork, Safety, Session};
use pathlight::store;
use pathlight::store::atomic::backup_path;
use pathlight::store::lock::{Access, Holder, acquire};
use pathlight::store::recovery::Recovery;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Names the folder to a process that is to be killed.
const FOLDER_VARIABLE: &str = "PATHLIGHT_KILL_TEST_FOLDER";
const KILLS: u64 = 50;
const AT_ONCE: u64 = 4;
/// What may be lost.
const LOSS_MICROS: u64 = 2_000_000;
/// Between two beats of a process that may work.
const BEAT: Duration = Duration::from_millis(20);
/// More than this between two beats is the computer's doing.
const LONGEST_BEAT: Duration = Duration::from_millis(100);

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

/// Counts the microseconds in which the process may work, and tells each beat.
fn beat(folder: &Path, worked: &AtomicU64) {
    let mut file = fs::File::create(folder.join("heart")).expect("a file");
    loop {
        let begun = Instant::now();
        thread::sleep(BEAT);
        file.write_all(b"beat\n").and_then(|()| file.sync_data()).expect("written");
        let step = begun.elapsed().min(LONGEST_BEAT).as_micros() as u64;
        say(&format!("beat 0 {}", worked.fetch_add(step, Ordering::SeqCst) + step));
    }
}

/// One line to the test that listens.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).expect("the test listens");
}

/// The process that is killed; does nothing when run by hand.
#[test]
#[ignore = "started by `nothing_older_than_two_seconds_is_lost`"]
fn work_until_killed() {
    let Some(folder) = std::env::var_os(FOLDER_VARIABLE).map(PathBuf::from) else { return };
    let mut chance = Chance(u64::from(std::process::id()));
    let mut session = Session::of_new(JourneyMap::default());
    session.guard(&safety(&folder));
    let worked = Arc::new(AtomicU64::new(0));
    let (theirs, of) = (Arc::clone(&worked), folder.clone());
    thread::spawn(move || beat(&of, &theirs));
    for number in 1_u64.. {
        session.apply(Action::Edit(Edit::AddStage { name: number.to_string(), at: 0 }));
        session.apply(Action::Edit(Edit::SetTitle(number.to_string())));
        session.keep(now());
        say(&format!("edit {number} {}", worked.load(Ordering::SeqCst)));
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

/// What a process has told so far.
#[derive(Default)]
struct Told {
    /// Numbers of edits, and when they were made.
    edits: Vec<(u64, u64)>,
    /// How long it has worked, in microseconds.
    worked: u64,
}

impl Told {
    /// Listens until the process has worked so long, or has ended.
    fn listen(&mut self, lines: &mut impl BufRead, until: u64) {
        let mut line = String::new();
        // The last line may be torn: it is not whole before its line end.
        while self.worked < until && lines.read_line(&mut line).is_ok_and(|_| line.ends_with('\n')) {
            // The harness writes in the same line.
            let mut words = line.split_whitespace().rev();
            let at = words.next().and_then(|word| word.parse::<u64>().ok());
            let number = words.next().and_then(|word| word.parse::<u64>().ok());
            if let (Some(at), Some(number), Some("edit" | "beat")) = (at, number, words.next()) {
                self.edits.push((number, at));
                self.worked = self.worked.max(at);
            }
            line.clear();
        }
    }

    /// The last edit that must not be lost.
    fn last_old_enough(&self) -> u64 {
        let old = self.edits.iter().filter(|(_, at)| at + LOSS_MICROS <= self.worked);
        old.map(|(number, _)| *number).max().unwrap_or(0)
    }
}

/// Starts a process, kills it when it has worked so long and looks at what it left. Gives the last edit that must not
/// be lost.
fn kill_one(seed: u64, life: Duration) -> Result<u64, String> {
    let folder = tempfile::tempdir().expect("folder");
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["session::kill::work_until_killed", "--exact", "--ignored", "--nocapture"])
        .env(FOLDER_VARIABLE, folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("started");
    let mut lines = BufReader::new(child.stdout.take().expect("its output"));
    let mut told = Told::default();
    told.listen(&mut lines, life.as_micros() as u64);
    // At any moment between two lines, not just after one.
    thread::sleep(Duration::from_micros(seed * 7_919 % 40_000));
    child.kill().expect("killed");
    child.wait().expect("ended");
    told.listen(&mut lines, u64::MAX);
    let at_least = told.last_old_enough();
    judge(folder.path(), at_least).map_err(|wrong| format!("process {seed}, {life:?}: {wrong}"))?;
    Ok(at_least)
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
    let kept: Vec<Result<u64, String>> = thread::scope(|scope| {
        let kill = || {
            let next = || lives.lock().expect("the list of lives").next();
            std::iter::from_fn(next).map(|(life, seed)| kill_one(seed, life)).collect::<Vec<_>>()
        };
        let runs: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(kill)).collect();
        runs.into_iter().flat_map(|run| run.join().expect("a run that ends")).collect()
    });
    let wrong: Vec<_> = kept.iter().filter_map(|kept| kept.as_ref().err().cloned()).collect();
    assert!(wrong.is_empty(), "{} of {KILLS}:\n{}", wrong.len(), wrong.join("\n"));
    let with_old_edits = kept.iter().filter(|kept| kept.as_ref().is_ok_and(|at_least| *at_least > 0)).count();
    assert!(
        with_old_edits > 5,
        "only {with_old_edits} of {KILLS} processes had an edit that must not be lost"
    );
}
