//! Databases: a script that makes any schema with any content, or the bytes of a damaged file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rusqlite::Connection;
use rusqlite::limits::Limit;
use std::path::Path;

/// What every SQLite file begins with.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Steps of SQLite's machine that a script may take, so that no script runs for ever.
const STEPS: i32 = 100_000;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("fuzz.db");
    if bytes.starts_with(MAGIC) {
        std::fs::write(&path, bytes).expect("room for the file");
    } else {
        let Ok(script) = std::str::from_utf8(bytes) else { return };
        if run(&path, script).is_err() {
            return;
        }
    }
    pathlight_fuzz::import(&path);
});

/// Runs the statements of a script, those that fail left out; attaches nothing and stays small.
fn run(path: &Path, script: &str) -> rusqlite::Result<()> {
    let mut database = Connection::open(path)?;
    database.set_limit(Limit::SQLITE_LIMIT_LENGTH, 100_000)?;
    database.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    database.execute_batch("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA max_page_count = 500;")?;
    database.progress_handler(STEPS, Some(|| true))?;
    for statement in script.split(';') {
        // A script with faults still makes a database.
        let _ = database.execute_batch(statement);
    }
    Ok(())
}
