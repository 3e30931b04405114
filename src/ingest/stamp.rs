//! What a file looks like from outside, to tell whether it has changed since it was read.

use super::attributes::beside;
use super::several::files;
use crate::model::Source;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Size and time of a file; two that are equal are taken for the same content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileStamp {
    /// Which file.
    pub path: PathBuf,
    /// Bytes and the time of the last change; none when there is no such file.
    state: Option<(u64, Option<SystemTime>)>,
}

impl FileStamp {
    /// As it is now.
    #[must_use]
    pub fn of(path: PathBuf) -> Self {
        let state = std::fs::metadata(&path).ok().map(|about| (about.len(), about.modified().ok()));
        Self { path, state }
    }

    /// The same file as it is now.
    #[must_use]
    pub fn renewed(&self) -> Self {
        Self::of(self.path.clone())
    }
}

/// All files of a source as they are now, with what SQLite writes beside a database.
pub(super) fn stamps(path: &Path, source: &Source) -> Vec<FileStamp> {
    let attributes = source.read.attributes.iter().map(|attributes| beside(path, &attributes.file));
    let all = files(path, &source.read).chain(attributes);
    all.flat_map(|path| {
        let mut log = OsString::from(&path);
        log.push("-wal");
        [FileStamp::of(path), FileStamp::of(log.into())]
    })
    .collect()
}
