//! SQLite files and Excel workbooks.

use super::*;
use pathlight::base::Timestamp;
use rusqlite::Connection;

fn database(sql: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("calls 100% #1?.db");
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch(sql).unwrap();
    connection.close().unwrap();
    (folder, path)
}

const CALLS: &str = "CREATE TABLE calls (customer_id INTEGER, created_at TEXT, event TEXT, score REAL, agent TEXT);
    INSERT INTO calls VALUES (1, '2024-01-01 10:00:00', 'Call', 4.5, 'Ayşe'), (1, '2024-01-02', 'Chat', NULL, NULL),
                             (2, 'never', 'Call', 1, 'Ali');
    CREATE VIEW good AS SELECT * FROM calls WHERE score > 2;
    CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);";

#[test]
fn tables_views_and_queries() {
    let (_folder, path) = database(CALLS);
    let profile = profiled(&path);
    assert_eq!(profile.format, "sqlite");
    let tables: Vec<_> = profile.tables.iter().map(|t| (t.name.as_str(), t.is_view, t.rows)).collect();
    assert_eq!(tables, [("calls", false, Some(3)), ("notes", false, Some(0)), ("good", true, None)]);
    assert_eq!(unsafe_options(&profile), ["--table"], "table and view have the same columns");
    let mut source = profile.guess.source.unwrap();
    source.read.table = Some("Calls".to_owned());
    let loaded_whole = loaded(&source).unwrap();
    assert_eq!(
        (loaded_whole.report.rows, loaded_whole.report.events, loaded_whole.report.rejected),
        (3, 2, 1)
    );
    assert_eq!(loaded_whole.report.problems.examples()[0].line, Some(3));
    assert_eq!(loaded_whole.log.score(0), Some(4.5));
    source.read.table = Some("good".to_owned());
    assert_eq!(loaded(&source).unwrap().report.events, 1);
    source.read.table = Some("gone".to_owned());
    assert!(headline(loaded(&source).unwrap_err()).contains("gone"));
    source.read.table = None;
    source.read.query = Some(
        "SELECT customer_id, created_at, event, score, agent FROM calls WHERE customer_id = 1;".to_owned(),
    );
    assert_eq!(loaded(&source).unwrap().report.events, 2);
    for refused in [
        "DELETE FROM calls",
        "SELECT 1; DELETE FROM calls",
        "PRAGMA journal_mode = DELETE",
        "ATTACH 'x.db' AS x",
        "WITH gone AS (SELECT 1) DELETE FROM calls",
        "SELECT nothing FROM calls",
        "",
    ] {
        source.read.query = Some(refused.to_owned());
        assert!(headline(loaded(&source).unwrap_err()).contains("not run"), "{refused}");
    }
}

/// What is read of a table that `table` creates, filled with numbered rows, some of them far from the others and the
/// first at the end of the file. Every third time is none.
fn order_of_rows(table: &str) -> (Vec<String>, Vec<Option<u64>>) {
    let (_folder, path) = database(&format!(
        "{table};
         WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 2999)
         INSERT INTO log (id, customer, time, event)
            SELECT (i * 7 + 5) % 3000 * 10 - 9000 + (i = 1) * 1000000000000, 'c',
                   iif(i % 3, '2024-01-01', 'never'), 'e' || ((i * 7 + 5) % 3000 * 10 - 9000) FROM n;"
    ));
    let loaded = loaded(&guessed(&path)).unwrap();
    let log = &loaded.log;
    let names = (0..log.len()).map(|event| log.names.text(log.name(event)).to_owned()).collect();
    assert_eq!((loaded.report.rows, loaded.report.events), (3000, 2000));
    (names, loaded.report.problems.examples().iter().map(|problem| problem.line).collect())
}

#[test]
fn a_table_read_by_several_cores_gives_its_rows_in_their_order() {
    let in_parts =
        order_of_rows("CREATE TABLE log (id INTEGER PRIMARY KEY, customer TEXT, time TEXT, event TEXT)");
    let in_order = order_of_rows(
        "CREATE TABLE log (id INTEGER PRIMARY KEY, customer TEXT, time TEXT, event TEXT) WITHOUT ROWID",
    );
    let with_names_taken = order_of_rows(
        "CREATE TABLE log (id INTEGER PRIMARY KEY, customer TEXT, time TEXT, event TEXT, rowid TEXT, OID TEXT)",
    );
    let while_written_ahead = order_of_rows(
        "PRAGMA journal_mode = WAL; CREATE TABLE log (id INTEGER PRIMARY KEY, customer TEXT, time TEXT, event TEXT)",
    );
    assert!(in_parts == in_order && in_parts == with_names_taken && in_parts == while_written_ahead);
    assert_eq!(in_parts.0.first().map(String::as_str), Some("e-9000"));
}

#[test]
fn numbers_of_a_database_have_a_point_whatever_its_texts_have() {
    let (_folder, path) = database(
        "CREATE TABLE calls (customer TEXT, time TEXT, event TEXT, score REAL, revenue TEXT);
         INSERT INTO calls VALUES ('a', '2024-01-01', 'Call', 4.125, '1.234,50'), ('b', '2024-01-02', 'Call', 3.5, '7,25');",
    );
    let profile = profiled(&path);
    assert_eq!(profile.read.decimal, Some(','));
    let log = loaded(&profile.guess.source.unwrap()).unwrap().log;
    assert_eq!((log.score(0), log.score(1)), (Some(4.125), Some(3.5)));
    assert_eq!((log.revenue(0), log.revenue(1)), (Some(1234.5), Some(7.25)));
}

#[test]
fn looking_at_a_file_can_be_stopped() {
    let (_folder, path) = database(CALLS);
    let sheet = format!("<row>{}</row>", text_cell("customer"));
    let workbook = file(workbook(&[("A", &sheet)]));
    let cancel = Cancel::new();
    cancel.raise();
    for path in [path.as_path(), workbook.path(), &data("fixture.csv")] {
        let result = profile(path, &ReadOptions::default(), &cancel, &Progress::new());
        assert!(matches!(result, Err(IngestError::Cancelled(_))), "{}", path.display());
    }
}

#[test]
fn open_writers_and_locks() {
    let (_folder, path) = database(CALLS);
    let mut source = guessed(&path);
    source.read.table = Some("calls".to_owned());
    let writer = Connection::open(&path).unwrap();
    writer
        .execute_batch(
            "PRAGMA journal_mode = WAL; INSERT INTO calls VALUES (3, '2024-01-03', 'Call', 1, '');",
        )
        .unwrap();
    assert_eq!(loaded(&source).unwrap().report.rows, 4, "what a writer has only in its log counts");
    writer.execute_batch("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE;").unwrap();
    assert_eq!(loaded(&source).unwrap().report.rows, 4, "locked, but nothing under way");
}

#[test]
fn a_database_that_is_being_written_is_given_up_or_stopped() {
    let (_folder, path) = database(CALLS);
    let source = guessed(&path);
    let writer = Connection::open(&path).unwrap();
    writer
        .execute_batch("BEGIN EXCLUSIVE; INSERT INTO calls VALUES (3, '2024-01-03', 'Call', 1, '');")
        .unwrap();
    let mut journal = path.clone().into_os_string();
    journal.push("-journal");
    assert!(Path::new(&journal).is_file(), "a change is under way");
    assert!(headline(loaded(&source).unwrap_err()).contains("another program is writing"));
    let cancel = Cancel::new();
    cancel.raise();
    assert!(matches!(
        load(&source, Path::new("/"), &cancel, &Progress::new()),
        Err(IngestError::Cancelled(_))
    ));
}

#[test]
fn damaged_databases() {
    let (_folder, path) = database(CALLS);
    let whole = std::fs::read(&path).unwrap();
    for length in [100, 2000, 5000, whole.len() - 4096] {
        let cut = file(&whole[..length]);
        let result = profile(cut.path(), &ReadOptions::default(), &Cancel::new(), &Progress::new());
        assert!(result.is_err(), "{length} of {}", whole.len());
    }
}

#[test]
fn a_column_whose_name_is_no_text_is_refused_with_a_remedy() {
    let (_folder, path) = database(CALLS);
    let mut bytes = std::fs::read(&path).unwrap();
    let place = bytes.windows(10).position(|part| part == b"event TEXT").unwrap();
    bytes[place + 2] = 0xFF;
    let broken = file(&bytes);
    let error =
        profile(broken.path(), &ReadOptions::default(), &Cancel::new(), &Progress::new()).unwrap_err();
    let told = error.to_string();
    assert!(told.contains("whose name is no text"), "{told}");
    // Also where a query asks for all columns.
    let options = ReadOptions { query: Some("SELECT * FROM calls".to_owned()), ..ReadOptions::default() };
    assert!(profile(broken.path(), &options, &Cancel::new(), &Progress::new()).is_err());
}

/// A zip archive with uncompressed files, as little as a workbook needs.
fn zip(files: &[(&str, String)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let mut crc = flate2::Crc::new();
        crc.update(content.as_bytes());
        let offset = archive.len() as u32;
        let mut about = Vec::new();
        about.extend([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]);
        about.extend(crc.sum().to_le_bytes());
        about.extend((content.len() as u32).to_le_bytes());
        about.extend((content.len() as u32).to_le_bytes());
        about.extend((name.len() as u16).to_le_bytes());
        about.extend([0, 0]);
        archive.extend(b"PK\x03\x04");
        archive.extend(&about);
        archive.extend(name.as_bytes());
        archive.extend(content.as_bytes());
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&about);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, length, count) = (archive.len() as u32, directory.len() as u32, files.len() as u16);
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(length.to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0, 0]);
    archive
}

pub(super) fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
    let part = |body: &str| format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>{body}");
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let (mut list, mut relations) = (String::new(), String::new());
    let mut files = Vec::new();
    for (index, (name, rows)) in sheets.iter().enumerate() {
        let number = index + 1;
        list += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        relations += &format!(
            "<Relationship Id=\"rId{number}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        let sheet = part(&format!("<worksheet {main}><sheetData>{rows}</sheetData></worksheet>"));
        files.push((format!("xl/worksheets/sheet{number}.xml"), sheet));
    }
    relations += &format!("<Relationship Id=\"rId99\" Type=\"{office}/styles\" Target=\"styles.xml\"/>");
    files.extend([
        (
            "[Content_Types].xml".to_owned(),
            part(&format!("<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>")),
        ),
        (
            "_rels/.rels".to_owned(),
            part(&format!("<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
        ),
        ("xl/workbook.xml".to_owned(), part(&format!("<workbook {main} xmlns:r=\"{office}\"><sheets>{list}</sheets></workbook>"))),
        ("xl/_rels/workbook.xml.rels".to_owned(), part(&format!("<Relationships xmlns=\"{package}/relationships\">{relations}</Relationships>"))),
        (
            "xl/styles.xml".to_owned(),
            part(&format!("<styleSheet {main}><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>")),
        ),
    ]);
    let files: Vec<(&str, String)> =
        files.iter().map(|(name, content)| (name.as_str(), content.clone())).collect();
    zip(&files)
}

pub(super) fn text_cell(text: &str) -> String {
    format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn excel_sheets_with_serial_dates() {
    let header: String = ["Klient", "Data", "Zdarzenie", "Ocena"].map(text_cell).concat();
    let row = |customer: &str, serial: &str, event: &str, score: &str| {
        format!(
            "<row>{}<c s=\"1\"><v>{serial}</v></c>{}<c><v>{score}</v></c></row>",
            text_cell(customer),
            text_cell(event)
        )
    };
    let rows = format!(
        "<row>{header}</row>{}{}",
        row("Łucja", "45352.375", "Zakup", "4"),
        row("Łucja", "45353", "Zwrot", "2.5")
    );
    let notes = format!("<row>{}</row>", text_cell("just words"));
    let file = file(workbook(&[("Uwagi", &notes), ("Dane", &rows)]));
    let profile = profiled(file.path());
    assert_eq!(profile.format, "xlsx");
    assert_eq!(profile.read.table.as_deref(), Some("Dane"));
    assert_eq!(unsafe_options(&profile), Vec::<&str>::new());
    let source = profile.guess.source.unwrap();
    let loaded = loaded(&source).unwrap();
    assert_eq!((loaded.report.rows, loaded.report.events), (2, 2), "{:?}", loaded.report.problems);
    assert_eq!(loaded.log.time(0), Timestamp::from_ymd(2024, 3, 1).at(9, 0, 0));
    assert_eq!(loaded.log.time(1), Timestamp::from_ymd(2024, 3, 2));
    assert_eq!(loaded.log.score(1), Some(2.5));
}

#[test]
fn archives_that_are_no_workbooks() {
    let other = file(zip(&[("readme.txt", "hello".to_owned())]));
    assert!(
        headline(
            profile(other.path(), &ReadOptions::default(), &Cancel::new(), &Progress::new()).unwrap_err()
        )
        .contains("no rows"),
        "an archive with a text in it is no workbook"
    );
    let whole = workbook(&[("A", "")]);
    let cut = file(&whole[..whole.len() / 2]);
    assert!(
        headline(profile(cut.path(), &ReadOptions::default(), &Cancel::new(), &Progress::new()).unwrap_err())
            .contains("workbook")
    );
    let empty = file(whole);
    assert!(
        headline(
            profile(empty.path(), &ReadOptions::default(), &Cancel::new(), &Progress::new()).unwrap_err()
        )
        .contains("no filled sheet")
    );
}
