//! How long it takes from a file to the figures, whatever the kind of file, to the first of them and to the end of what is
//! stopped: `cargo bench --bench ingest -- [CUSTOMERS]`, seven events each; 1 400 000 make ten million events.
//!
//! Makes its own files in a temporary folder, which needs about 250 bytes an event.

// The bench needs the journeys, not the truths planted in them.
#[allow(dead_code)]
#[path = "../examples/make_events/files.rs"]
mod files;
#[allow(dead_code)]
#[path = "../examples/make_events/generator.rs"]
mod generator;

use pathlight::base::{Cancel, Progress};
use pathlight::draft::draft;
use pathlight::ingest::{self, Loaded};
use pathlight::jobs::{Job, Jobs, MeasureTask, Outcome};
use pathlight::measure::{Keep, Measures, measure};
use pathlight::model::{JourneyMap, ReadOptions, Source, Touchpoint};
use rusqlite::OpenFlags;
use rusqlite::types::ValueRef;
use rustix::time::{ClockId, clock_gettime};
use std::error::Error;
use std::fs::File;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

type Fallible<T> = Result<T, Box<dyn Error>>;

/// Customers unless told otherwise: a million events.
const CUSTOMERS: u64 = 130_000;
/// Each is done so often; the fastest counts.
const RUNS: usize = 3;
/// Reading is stopped after each of so many equal shares of the time that it takes.
const STOPS: u32 = 10;
const LONGEST_WAIT: Duration = Duration::from_secs(60);

fn main() -> Fallible<()> {
    // Cargo passes `--bench`.
    let customers = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let customers = customers.map_or(Ok(CUSTOMERS), |customers| customers.parse())?;
    let folder = tempfile::tempdir()?;
    let [csv, packed, database] =
        ["events.csv", "events.csv.gz", "events.sqlite"].map(|name| folder.path().join(name));
    for path in [&csv, &packed, &database] {
        files::write(path, customers, 1)?;
    }

    let source = source_of(&csv)?;
    let map = drafted(&source)?;
    let of_csv = best(|| figures(&source, &map))?;
    let events = of_csv.result.events;
    println!("{events} events, {} MB as CSV; fastest of {RUNS} runs", std::fs::metadata(&csv)?.len() >> 20);
    of_csv.tell("CSV to all figures");
    let piped = best(|| {
        let copy = ingest::spool(File::open(&csv)?, &Cancel::new())?;
        figures(&Source { path: copy.path().to_string_lossy().into_owned(), ..source.clone() }, &map)
    })?;
    piped.tell("the same from a pipe");
    let packed = source_of(&packed)?;
    let of_packed = best(|| figures(&packed, &map))?;
    of_packed.tell("the same from gzip");
    let stepped = best(|| stepped(&database))?;
    stepped.tell("SQLite steps through its rows");
    let database = source_of(&database)?;
    let of_database = best(|| figures(&database, &map))?;
    of_database.tell("SQLite to all figures");
    println!("{:40} {:7.2} x stepping", "", of_database.took.as_secs_f64() / stepped.took.as_secs_f64());
    for (name, of) in
        [("a pipe", &piped.result), ("gzip", &of_packed.result), ("SQLite", &of_database.result)]
    {
        assert_eq!(of, &of_csv.result, "the figures of {name} are others");
    }

    for (name, source) in [("CSV", &source), ("gzip", &packed), ("SQLite", &database)] {
        let first = (0..RUNS).map(|_| first_figures(source, &map)).collect::<Fallible<Vec<_>>>()?;
        let longest = first.into_iter().max().unwrap_or_default().as_secs_f64();
        println!("{:40} {longest:7.2} s at most", format!("{name} to first figures"));
        let whole = best(|| loaded(source).map(drop))?.took;
        let held_before = resident_bytes()?;
        let stop = |share| stopped(reading(source, false), whole * share / STOPS);
        tell_stops(name, (0..STOPS).map(stop).collect::<Fallible<Vec<_>>>()?);
        let left = resident_bytes()?.saturating_sub(held_before);
        println!("{:40} {:7} MB more are held", "", left >> 20);
    }
    let loaded = Arc::new(loaded(&source)?);
    let whole = best(|| Ok(measure(&loaded.log, &map, &measured_as(&map, &source), &Cancel::new())?))?.took;
    let stop = |share| stopped(measuring(&loaded, &map, &source, false), whole * share / STOPS);
    tell_stops("measuring", (0..STOPS).map(stop).collect::<Fallible<Vec<_>>>()?);
    Ok(())
}

fn tell_stops(what: &str, took: Vec<Duration>) {
    let longest = took.into_iter().max().unwrap_or_default();
    println!("{:40} {:7.0} ms at most", format!("{what}: to stop"), longest.as_secs_f64() * 1e3);
}

/// What work gave, how long it took and how much time on all processors.
struct Run<T> {
    result: T,
    took: Duration,
    processors: Duration,
}

impl<T> Run<T> {
    fn tell(&self, what: &str) {
        let [took, processors] = [self.took, self.processors].map(|time| time.as_secs_f64());
        println!("{what:40} {took:7.2} s, {processors:6.2} s of processors ({:.2} cores)", processors / took);
    }
}

fn best<T>(mut work: impl FnMut() -> Fallible<T>) -> Fallible<Run<T>> {
    let mut run = || -> Fallible<Run<T>> {
        let (started, before) = (Instant::now(), processor_time());
        let result = work()?;
        Ok(Run { result, took: started.elapsed(), processors: processor_time() - before })
    };
    let mut best = run()?;
    for _ in 1..RUNS {
        let next = run()?;
        if next.took < best.took {
            best = next;
        }
    }
    Ok(best)
}

/// The time that all threads have had on processors.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let (secs, nanos) = (u64::try_from(time.tv_sec), u32::try_from(time.tv_nsec));
    Duration::new(secs.unwrap_or(0), nanos.unwrap_or(0))
}

/// Memory of this process that is really there.
fn resident_bytes() -> Fallible<u64> {
    let mut system = sysinfo::System::new();
    let own = sysinfo::get_current_pid()?;
    system.refresh_processes(sysinfo::ProcessesToUpdate::Some(&[own]), true);
    Ok(system.process(own).map_or(0, sysinfo::Process::memory))
}

/// A file as it is guessed.
fn source_of(path: &Path) -> Fallible<Source> {
    let profile = ingest::profile(path, &ReadOptions::default(), &Cancel::new(), &Progress::new())?;
    let source = profile.guess.source.ok_or("nothing is guessed of the file")?;
    Ok(Source { path: path.to_string_lossy().into_owned(), ..source })
}

fn loaded(source: &Source) -> Fallible<Loaded> {
    Ok(ingest::load(source, Path::new(""), &Cancel::new(), &Progress::new())?)
}

/// A map of the data with its goal and its contacts.
fn drafted(source: &Source) -> Fallible<JourneyMap> {
    let mut map = draft(&loaded(source)?.log, source, "bench");
    let flagged = |touchpoint: &Touchpoint| {
        let name = touchpoint.name.as_str();
        Touchpoint { goal: name == "Order", contact: name == "Support", ..touchpoint.clone() }
    };
    map.touchpoints = map.touchpoints.iter().map(flagged).collect();
    Ok(map)
}

/// How a map measures other data than its own.
fn measured_as(map: &JourneyMap, source: &Source) -> Source {
    let own = map.sources.iter().next();
    Source { rules: own.map(|own| own.rules.clone()).unwrap_or_default(), ..source.clone() }
}

fn figures(source: &Source, map: &JourneyMap) -> Fallible<Measures> {
    let loaded = loaded(source)?;
    Ok(measure(&loaded.log, map, &measured_as(map, source), &Cancel::new())?)
}

/// Every row of the table, each of its cells looked at, by one thread as SQLite gives them. Gives the bytes of all texts.
fn stepped(database: &Path) -> Fallible<usize> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = rusqlite::Connection::open_with_flags(database, flags)?;
    let mut statement = connection.prepare("SELECT * FROM events")?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut bytes = 0;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            if let ValueRef::Text(text) = black_box(row.get_ref(column)?) {
                bytes += text.len();
            }
        }
    }
    Ok(bytes)
}

fn reading(source: &Source, glimpses: bool) -> Job {
    Job::LoadData { source: Box::new(source.clone()), base_dir: PathBuf::new(), glimpses }
}

fn measuring(loaded: &Arc<Loaded>, map: &JourneyMap, source: &Source, is_glimpse: bool) -> Job {
    let (loaded, map, source) = (Arc::clone(loaded), map.clone(), measured_as(map, source));
    Job::Measure(Box::new(MeasureTask { stamp: 1, loaded, map, source, keep: Keep::default(), is_glimpse }))
}

/// Reads in the background as the window does, until the figures of a first part are there.
fn first_figures(source: &Source, map: &JourneyMap) -> Fallible<Duration> {
    let mut jobs = Jobs::new(|| ());
    let started = Instant::now();
    jobs.start(reading(source, true));
    let took = loop {
        let next = match jobs.wait().ok_or("there are no figures")?.1 {
            Outcome::Glimpsed(_, early) => measuring(&Arc::new(early.loaded), map, source, true),
            // So little that no part of it was worth showing.
            Outcome::Loaded(_, loaded) => measuring(&Arc::new(*loaded?), map, source, false),
            Outcome::Measured(_, _, figures) => {
                black_box(figures?);
                break started.elapsed();
            }
            other => return Err(format!("{other:?}").into()),
        };
        jobs.start(next);
    };
    jobs.cancel_all();
    jobs.wait_for_all(LONGEST_WAIT);
    Ok(took)
}

/// Does a job in the background and stops it after some time. Gives how long it took from there until it had ended.
fn stopped(job: Job, after: Duration) -> Fallible<Duration> {
    let mut jobs = Jobs::new(|| ());
    let job = jobs.start(job);
    std::thread::sleep(after);
    let stopped = Instant::now();
    jobs.cancel(job);
    jobs.wait_for_all(LONGEST_WAIT);
    Ok(stopped.elapsed())
}
