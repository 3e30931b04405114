//! The logo of pictures for others, as a file of its own in the user's config folder: it is the same in all maps.

use super::atomic::{self, Existing, WriteError};
use std::fs;
use std::path::{Path, PathBuf};

/// Where it is kept.
#[must_use]
pub fn path(config: &Path) -> PathBuf {
    config.join("logo.png")
}

/// Keeps a logo, in place of a former one.
///
/// # Errors
/// [`WriteError`]; the former one is then still there.
pub fn keep(config: &Path, png: &[u8]) -> Result<(), WriteError> {
    fs::create_dir_all(config).map_err(|source| WriteError::io(config, source))?;
    atomic::write_bytes(&path(config), Existing::Replace, png)
}

/// Forgets the logo, if there is one.
pub fn forget(config: &Path) {
    // That it can't be removed is no reason to stop anybody's work: it can be left out of every picture.
    let _ = fs::remove_file(path(config));
}
