//! Scenes and figures into files: PNG and SVG of a scene, CSV and JSON of the figures. Files are written atomically.

mod png;
mod svg;

pub use png::{Background, PngOptions, png};
pub use svg::svg;

use crate::base::Cancelled;
use std::path::PathBuf;

/// Why nothing was exported. No partial file is left.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Stopped by the user.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The operating system says no.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The picture would be empty or larger than can be made.
    #[error("a picture of {width} × {height} pixels can't be made")]
    BadSize {
        /// Pixels.
        width: u64,
        /// Pixels.
        height: u64,
    },
    /// There is already a file and nobody said to replace it.
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    /// The picture's encoder failed.
    #[error("the PNG could not be written: {0}")]
    Encode(String),
}
