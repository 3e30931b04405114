//! Zip archives: which file is read, whatever kind it is, and archives that are broken or made to do harm.

use super::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub(super) fn packed(files: &[(&str, Vec<u8>)], method: CompressionMethod) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, content) in files {
        archive.start_file(*name, options).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn content(name: &str) -> Vec<u8> {
    std::fs::read(data(name)).unwrap()
}

fn refused(bytes: &[u8], options: &ReadOptions) -> String {
    headline(profile(file(bytes).path(), options, &Cancel::new(), &Progress::new()).unwrap_err())
}

#[test]
fn the_only_data_file_is_read_as_if_it_stood_alone() {
    for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
        let beside = b"What is in here".to_vec();
        let files = [
            ("README.txt", beside.clone()),
            ("__MACOSX/._fixture.csv", beside),
            ("export/fixture.csv", content("fixture.csv")),
        ];
        let file = file(packed(&files, method));
        let profile = profiled(file.path());
        assert_eq!(unsafe_options(&profile), Vec::<&str>::new());
        assert_eq!((profile.format.as_str(), profile.rows), ("csv", 20));
        assert_eq!(profile.read.entry.as_deref(), Some("export/fixture.csv"));
        let entries: Vec<_> = profile.entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(entries, ["README.txt", "export/fixture.csv"]);
        let loaded = loaded(&profile.guess.source.unwrap()).unwrap();
        assert_eq!((loaded.report.rows, loaded.report.events), (20, 20));
    }
}

#[test]
fn one_of_several_files_is_chosen_by_the_user() {
    let files = [
        ("calls.csv", content("fixture.csv")),
        ("shop.csv.gz", content("ecom.csv.gz")),
        (
            "log.xes",
            b"<log><trace><event><string key='concept:name' value='x'/></event></trace></log>".to_vec(),
        ),
    ];
    let file = file(packed(&files, CompressionMethod::Deflated));
    let asked = profiled(file.path());
    assert_eq!(unsafe_options(&asked), ["--entry"]);
    let Doubt::Entry(names) = &asked.guess.unsafe_guesses[0].doubt else { panic!("{asked:?}") };
    assert_eq!(names, &["shop.csv.gz", "calls.csv", "log.xes"], "the largest is the likeliest");
    for (entry, format, rows) in
        [("calls.csv", "csv", 20), ("SHOP.csv.gz", "csv", 31_106), ("log.xes", "xes", 1)]
    {
        let options = ReadOptions { entry: Some(entry.to_owned()), ..ReadOptions::default() };
        let profile = profile(file.path(), &options, &Cancel::new(), &Progress::new()).unwrap();
        assert!(!unsafe_options(&profile).contains(&"--entry"));
        assert_eq!(profile.format, format);
        if profile.rows_exact {
            assert_eq!(profile.rows, rows);
        }
        if format == "csv" {
            assert_eq!(loaded(&profile.guess.source.unwrap()).unwrap().report.rows, rows);
        }
    }
    let options = ReadOptions { entry: Some("gone.csv".to_owned()), ..ReadOptions::default() };
    let error = profile(file.path(), &options, &Cancel::new(), &Progress::new()).unwrap_err();
    assert!(headline(error).contains("gone.csv"));
}

#[test]
fn a_database_in_an_archive_is_unpacked_for_reading() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("calls.db");
    let database = rusqlite::Connection::open(&path).unwrap();
    let sql = "CREATE TABLE calls (customer TEXT, time TEXT, event TEXT);
               INSERT INTO calls VALUES ('a', '2024-01-01', 'Call'), ('b', '2024-01-02', 'Call');";
    database.execute_batch(sql).unwrap();
    database.close().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let file = file(packed(&[("calls.db", bytes)], CompressionMethod::Deflated));
    let profile = profiled(file.path());
    assert_eq!((profile.format.as_str(), profile.read.table.as_deref()), ("sqlite", Some("calls")));
    assert_eq!(loaded(&profile.guess.source.unwrap()).unwrap().report.events, 2);
}

#[test]
fn archives_that_cannot_be_read_say_why() {
    let options = ReadOptions::default();
    let whole = packed(&[("fixture.csv", content("fixture.csv"))], CompressionMethod::Deflated);
    assert!(refused(&whole[..whole.len() / 2], &options).contains("damaged"));
    let mut spoilt = whole.clone();
    spoilt[100..140].fill(0x5A);
    let said = refused(&spoilt, &options);
    assert!(said.contains("damaged") || said.contains("ends too early"), "{said}");
    let stored = packed(&[("fixture.csv", content("fixture.csv"))], CompressionMethod::Stored);
    let mut changed = stored.clone();
    let at = changed.windows(5).position(|bytes| bytes == b"Brows").unwrap();
    changed[at] = b'b';
    assert!(refused(&changed, &options).contains("damaged"), "the check sum tells");
    let nested = packed(&[("inner.csv", whole.clone())], CompressionMethod::Stored);
    assert!(refused(&nested, &options).contains("archive itself"));
    assert!(refused(&packed(&[], CompressionMethod::Stored), &options).contains("no file in it"));
}

#[test]
fn an_archive_that_would_fill_the_computer_is_not_unpacked() {
    let mut archive =
        packed(&[("calls.csv", b"customer,time,event\n".repeat(100))], CompressionMethod::Deflated);
    let directory = archive.windows(4).rposition(|bytes| bytes == b"PK\x01\x02").unwrap();
    archive[directory + 24..directory + 28].copy_from_slice(&4_000_000_000_u32.to_le_bytes());
    assert!(refused(&archive, &ReadOptions::default()).contains("not unpacked"));
    // One that says less than it holds ends where it should have ended.
    archive[directory + 24..directory + 28].copy_from_slice(&50_u32.to_le_bytes());
    assert!(refused(&archive, &ReadOptions::default()).contains("damaged"));
}
