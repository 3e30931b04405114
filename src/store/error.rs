//! Why a map could not be loaded or saved.

use super::atomic::WriteError;
use crate::model::check::Problem;
use std::path::PathBuf;

/// Why a map could not be loaded or saved. The file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The operating system does not let it be read.
    #[error("{} could not be read: {source}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// It was not written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// Something that has no content to read.
    #[error("{} is a folder; choose a file in it", .0.display())]
    Folder(PathBuf),
    /// Something else than a map.
    #[error("{}: this is not a Pathlight map: {reason}", path.display())]
    NotAMap {
        /// Which file.
        path: PathBuf,
        /// How one can tell, and what to do.
        reason: String,
    },
    /// A map, but its text is broken.
    #[error("{}:{line}:{column}: {reason}", path.display())]
    Syntax {
        /// Which file.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// From 1, in characters.
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
    /// Its text is in order, but its records do not fit together.
    #[error("{}: the map does not hold together:\n{}", path.display(), lines(problems))]
    Invalid {
        /// Which file.
        path: PathBuf,
        /// All that is wrong; at least one.
        problems: Vec<Problem>,
    },
}

fn lines(problems: &[Problem]) -> String {
    let lines: Vec<_> = problems.iter().map(|problem| format!("  {problem}")).collect();
    lines.join("\n")
}
