//! Several files of one shape as one source: which they are, and how their headers differ.

use super::attributes::beside;
use super::rejects;
use crate::base::{Warning, name_key};
use crate::model::ReadOptions;
use crate::tr;
use std::path::{Path, PathBuf};

/// The file itself and those that are read after it.
pub(super) fn files(path: &Path, read: &ReadOptions) -> impl Iterator<Item = PathBuf> {
    std::iter::once(path.to_owned()).chain(read.also.iter().map(|file| beside(path, file)))
}

/// How one of the files is read: what the first one's archive calls its file does not concern the others.
pub(super) fn options_of(read: &ReadOptions, is_first: bool) -> ReadOptions {
    let entry = read.entry.clone().filter(|_| is_first);
    ReadOptions { entry, ..read.clone() }
}

/// Bytes on disk; one of a file that can't be looked at, which reading it will say.
pub(super) fn bytes_of(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(1, |about| about.len().max(1))
}

/// A file's name without its folders.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// What is to be said of a file that lacks columns of the first one or has others; their order does not matter.
pub(super) fn difference(path: &Path, first: &[String], columns: &[String]) -> Option<Warning> {
    let not_in = |columns: &[String], others: &[String]| {
        let others: Vec<String> = others.iter().map(|name| name_key(name)).collect();
        let lost = columns.iter().filter(|name| !others.contains(&name_key(name))).cloned();
        lost.collect::<Vec<String>>().join("`, `")
    };
    let name = name_of(path);
    let message = match (not_in(first, columns), not_in(columns, first)) {
        (lacks, more) if lacks.is_empty() && more.is_empty() => return None,
        (lacks, more) if more.is_empty() => tr!("ingest-header-lacks", file = name, columns = lacks),
        (lacks, more) if lacks.is_empty() => tr!("ingest-header-more", file = name, columns = more),
        (lacks, more) => tr!("ingest-header-differs", file = name, lacks = lacks, more = more),
    };
    Some(rejects::of_file("header-differs", message))
}
