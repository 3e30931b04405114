//! Map files on disk: the envelope, loading with errors that name line and column, atomic saving; recent files and preferences.

pub mod atomic;

use crate::model::JourneyMap;
use std::path::{Path, PathBuf};

/// Why a map could not be loaded or saved. The file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The operating system says no.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The text is not a map.
    #[error("{}:{line}:{column}: {reason}", path.display())]
    Syntax {
        /// Which file.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What is wrong and what to do.
        reason: String,
    },
    /// A newer Pathlight wrote it.
    #[error("{}: this map was written by a newer Pathlight (file version {found}, this one reads up to {known}); update Pathlight to open it", path.display())]
    Newer {
        /// Which file.
        path: PathBuf,
        /// Version in the file.
        found: u32,
        /// Highest version that can be read.
        known: u32,
    },
}

/// Reads a map file.
///
/// # Errors
/// [`StoreError`]; nothing is changed on disk.
pub fn load(path: &Path) -> Result<JourneyMap, StoreError> {
    let source = std::io::Error::other("not yet");
    Err(StoreError::Io { path: path.to_owned(), source })
}

/// Writes a map file atomically: temporary file in the same folder, flush, fsync, rename, one backup.
///
/// # Errors
/// [`StoreError::Io`]; the old file is then untouched.
pub fn save(path: &Path, _map: &JourneyMap) -> Result<(), StoreError> {
    let source = std::io::Error::other("not yet");
    Err(StoreError::Io { path: path.to_owned(), source })
}
