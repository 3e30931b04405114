//! Waiting for a load: it can be stopped at any point, shows its first part, and refuses what does not fit into memory.

use super::archives::packed;
use super::databases::{text_cell, workbook};
use super::xes::gzipped;
use super::*;
use pathlight::ingest::{Audience, Early, Onlooker, Room, load_before};
use std::fmt::Write as _;
use std::sync::Mutex;
use zip::CompressionMethod;

/// Beyond this many rows nobody looks at the stop flag for too long.
const MOST_ROWS_BETWEEN_LOOKS: u64 = 4096;
/// Each thread that works may look once more after the flag is up, and the parts that it had in hand.
const LAST_LOOKS: u64 = 64;

const ROWS: usize = 14_000;

fn csv() -> String {
    // Wide enough for more than one part.
    let mut text = "customer,time,event,channel,score,filler\n".to_owned();
    let filler = "nothing but room ".repeat(3);
    for row in 0..ROWS {
        let (day, name, score) = (1 + row % 28, ["Search", "Cart", "Pay"][row % 3], row % 5 + 1);
        writeln!(text, "c{},2024-01-{day:02} 10:00:00,{name},web,{score},{filler}", row % 900).unwrap();
    }
    text
}

/// Everything that was taken, in words.
fn told(loaded: &Loaded) -> String {
    let log = &loaded.log;
    let event = |event: usize| {
        let codes = (log.customer(event), log.name(event), log.channel(event));
        (codes, log.time(event), log.score(event))
    };
    let names: Vec<_> =
        [&log.customers, &log.names].iter().map(|all| all.iter().collect::<Vec<_>>()).collect();
    let events: Vec<_> = (0..log.len()).map(event).collect();
    format!("{names:?} {events:?} {:?} {:?}", loaded.report, loaded.name_counts)
}

/// Stops a load at points all over its length; nothing comes of it, and it ends at once.
#[track_caller]
fn stops_everywhere(source: &Source, rows: u64) {
    let (base, progress) = (Path::new("/"), Progress::new());
    let whole = Cancel::new();
    load(source, base, &whole, &progress).unwrap();
    let looks = whole.looks();
    assert!(looks >= rows / MOST_ROWS_BETWEEN_LOOKS, "{rows} rows and only {looks} looks");
    for look in [looks / 3, looks * 2 / 3, looks] {
        let cancel = Cancel::at_look(look);
        let stopped = load(source, base, &cancel, &progress);
        assert!(matches!(stopped, Err(IngestError::Cancelled(_))), "look {look} of {looks}: {stopped:?}");
        assert!(cancel.looks() <= look + LAST_LOOKS, "{} looks after {look}", cancel.looks());
    }
}

#[test]
fn text_stops_everywhere_packed_or_not() {
    let text = csv().into_bytes();
    let utf16: Vec<u8> = csv().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let zipped = packed(&[("calls.csv", text.clone())], CompressionMethod::Deflated);
    for bytes in [text.clone(), gzipped(&text), zipped, utf16] {
        let file = file(bytes);
        stops_everywhere(&guessed(file.path()), ROWS as u64);
    }
}

#[test]
fn databases_workbooks_and_logs_stop_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("calls.db");
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute_batch(
            "CREATE TABLE calls (customer TEXT, time TEXT, event TEXT);
             WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
             INSERT INTO calls SELECT 'c' || i % 70, '2024-01-02 10:00:00', 'Call' FROM n;",
        )
        .unwrap();
    drop(connection);
    stops_everywhere(&guessed(&path), 10_000);

    let header = format!("<row>{}</row>", ["customer", "time", "event"].map(text_cell).concat());
    let row = format!("<row>{}</row>", ["ann", "2024-01-02 10:00:00", "Call"].map(text_cell).concat());
    let book = file(workbook(&[("Calls", &format!("{header}{}", row.repeat(3000)))]));
    stops_everywhere(&guessed(book.path()), 3000);

    let event = "<event><string key='concept:name' value='Call'/>\
                 <date key='time:timestamp' value='2024-01-02T10:00:00Z'/></event>";
    let trace = format!("<trace><string key='concept:name' value='a'/>{}</trace>", event.repeat(5000));
    let log = file(format!("<?xml version='1.0'?><log>{trace}</log>"));
    stops_everywhere(&guessed(log.path()), 5000);
}

#[test]
fn surveys_several_files_and_attributes_stop_everywhere() {
    stops_everywhere(&guessed(&data("sfo_survey_2017.csv")), 2500);

    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("1.csv", &csv());
    write("2.csv", &csv());
    let customers: String =
        (0..5000).map(|number| format!("c{number},{}\n", ["gold", "basic"][number % 2])).collect();
    write("plans.csv", &format!("customer,plan\n{customers}"));
    let mut source = guessed(&folder.path().join("1.csv"));
    source.read.also = vec!["2.csv".to_owned()];
    let attributes = pathlight::model::Attributes { file: "plans.csv".to_owned(), ..Default::default() };
    source.read.attributes = Some(attributes);
    stops_everywhere(&source, 2 * ROWS as u64);
}

/// Wants to see everything at every opportunity.
#[derive(Default)]
struct Curious(Mutex<Vec<Early>>);

impl Onlooker for Curious {
    fn wants(&self, _: Option<f32>) -> bool {
        true
    }

    fn show(&self, early: Early) {
        self.0.lock().unwrap().push(early);
    }
}

#[test]
fn each_glimpse_is_what_the_beginning_alone_would_give_and_the_end_is_the_same() {
    let text = csv();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (cancel, progress) = (Cancel::new(), Progress::new());
    for bytes in [text.clone().into_bytes(), gzipped(text.as_bytes())] {
        let file = file(bytes);
        let source = guessed(file.path());
        let curious = Curious::default();
        let audience = Audience::new(&cancel, &progress).shown_to(&curious);
        let whole = load_before(&source, Path::new("/"), &audience).unwrap();
        assert_eq!(told(&whole), told(&loaded(&source).unwrap()));
        let glimpses = curious.0.into_inner().unwrap();
        assert!(glimpses.len() >= 2, "{} glimpses", glimpses.len());
        let rows: Vec<u64> = glimpses.iter().map(|early| early.loaded.report.rows).collect();
        assert!(rows.is_sorted() && rows.last() <= Some(&whole.report.rows), "{rows:?}");
        let shares: Vec<_> = glimpses.iter().filter_map(|early| early.share).collect();
        assert!(shares.len() == rows.len() && shares.is_sorted(), "{shares:?}");

        let first = &glimpses[0].loaded;
        let beginning = self::file(lines[..=first.report.rows as usize].concat());
        let mut same = source.clone();
        same.path = beginning.path().to_string_lossy().into_owned();
        assert_eq!(told(first), told(&loaded(&same).unwrap()));
    }
}

#[test]
fn data_that_is_read_in_order_gives_glimpses_too() {
    let event = "<event><string key='concept:name' value='Call'/>\
                 <date key='time:timestamp' value='2024-01-02T10:00:00Z'/></event>";
    let trace = format!("<trace><string key='concept:name' value='a'/>{}</trace>", event.repeat(5000));
    let log = file(format!("<?xml version='1.0'?><log>{trace}</log>"));
    let (cancel, progress, curious) = (Cancel::new(), Progress::new(), Curious::default());
    let audience = Audience::new(&cancel, &progress).shown_to(&curious);
    let whole = load_before(&guessed(log.path()), Path::new("/"), &audience).unwrap();
    assert_eq!(whole.report.events, 5000);
    let glimpses = curious.0.into_inner().unwrap();
    let rows: Vec<u64> = glimpses.iter().map(|early| early.loaded.report.rows).collect();
    assert_eq!(rows, [2048, 4096]);
}

#[test]
fn what_does_not_fit_is_refused_with_what_it_would_take() {
    let (cancel, progress) = (Cancel::new(), Progress::new());
    let file = file(csv());
    let source = guessed(file.path());
    let within = |bytes: u64| {
        let audience = Audience::new(&cancel, &progress).within(Room::of_bytes(bytes));
        load_before(&source, Path::new("/"), &audience)
    };
    let Err(IngestError::TooLarge { wanted, free, .. }) = within(100_000) else { panic!("it was read") };
    assert_eq!(free, 100_000);
    // 14 000 events of some 40 bytes, and 900 customers.
    assert!((400_000..1_500_000).contains(&wanted), "{wanted}");
    assert_eq!(within(wanted * 2).unwrap().report.events, ROWS as u64);

    let refusal = within(100_000).unwrap_err();
    let words = refusal.to_string();
    assert!(words.contains("needs about 1 MB of memory") && words.contains("0 MB are free"), "{words}");
    assert!(refusal.hint().contains("columns"));
}

#[test]
fn of_a_view_it_is_told_that_it_takes_more_than_what_was_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("calls.db");
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch(
            "CREATE TABLE raw (customer TEXT, time TEXT, event TEXT);
             WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999)
             INSERT INTO raw SELECT 'c' || i % 70, '2024-01-02 10:00:00', 'Call' FROM n;
             CREATE VIEW calls AS SELECT * FROM raw;",
        )
        .unwrap();
    let (cancel, progress) = (Cancel::new(), Progress::new());
    let refused = |table: &str| {
        let mut source = guessed(&path);
        source.read.table = Some(table.to_owned());
        let audience = Audience::new(&cancel, &progress).within(Room::of_bytes(600_000));
        load_before(&source, Path::new("/"), &audience).unwrap_err()
    };
    let (table, view) = (refused("raw"), refused("calls"));
    assert!(table.to_string().contains("needs about"), "{table}");
    assert!(view.to_string().contains("needs more than"), "{view}");
    assert_eq!(view.hint(), table.hint());
}

#[test]
fn a_part_is_not_shown_where_memory_is_short() {
    let (cancel, progress, curious) = (Cancel::new(), Progress::new(), Curious::default());
    let file = file(csv());
    let source = guessed(file.path());
    let tight = Audience::new(&cancel, &progress).within(Room::of_bytes(100_000));
    let Err(IngestError::TooLarge { wanted, .. }) = load_before(&source, Path::new("/"), &tight) else {
        panic!()
    };
    let audience =
        Audience::new(&cancel, &progress).within(Room::of_bytes(wanted * 11 / 10)).shown_to(&curious);
    load_before(&source, Path::new("/"), &audience).unwrap();
    assert_eq!(curious.0.into_inner().unwrap().len(), 0);
}
