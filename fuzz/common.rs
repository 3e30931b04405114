//! What all targets do with a file of data: look at it, take it as guessed, and count what became of every row.

use pathlight::base::{Cancel, Progress};
use pathlight::ingest;
use pathlight::model::{ReadOptions, Source};
use std::path::Path;

/// Reads a data file as a person would who agrees to everything, even to what the program only supposes.
///
/// # Panics
/// When a row is neither an event nor rejected, or a problem is not told.
pub fn import(path: &Path) {
    let cancel = Cancel::default();
    let Ok(profile) = ingest::profile(path, &ReadOptions::default(), &cancel, &Progress::default()) else { return };
    let columns: Vec<String> = profile.columns.iter().map(|column| column.name.clone()).collect();
    let mut source = profile.guess.source.unwrap_or_else(|| first_columns(path, &columns));
    source.path = path.to_string_lossy().into_owned();
    let Ok(loaded) = ingest::load(&source, Path::new(""), &cancel, &Progress::default()) else { return };
    let report = loaded.report;
    let taken = if source.survey.is_some() { report.respondents } else { report.events };
    assert_eq!(report.rows, taken + report.rejected + report.left_out);
    assert_eq!(report.problems.total(), report.rejected + report.field_errors + report.garbled);
    assert_eq!(loaded.log.len() as u64, report.events);
}

/// A table that nobody could guess at is still read: as customer, time and event, in the order they stand.
fn first_columns(path: &Path, columns: &[String]) -> Source {
    let mut source = Source::of_file("fuzz", path.to_string_lossy());
    let column = |index: usize| columns.get(index).cloned();
    source.roles.customer = column(0);
    source.roles.time = column(1);
    source.roles.event = column(2);
    source.roles.score = column(3);
    source
}
