//! Map files on disk: the envelope, loading with errors that name line and column, atomic saving; what keeps
//! unsaved work and others' work from being lost; recent files, preferences and own templates.

pub mod atomic;
pub mod choices;
pub mod clip;
pub mod fingerprint;
pub mod folders;
pub mod fonts;
pub mod format;
pub mod keeping;
pub mod lock;
pub mod logo;
pub mod paths;
pub mod prefs;
pub mod recent;
pub mod recovery;
pub mod shapes;
pub mod templates;

mod error;
mod migrate;

pub use error::StoreError;

use crate::model::JourneyMap;
use atomic::{Existing, WriteError};
use fingerprint::Fingerprint;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// How the name of a map file ends.
pub const EXTENSION: &str = "journey.ron";

/// No map is as large as this; whatever is, is data that was taken for a map.
const LARGEST_MAP_BYTES: u64 = 256 << 20;

/// Reads a map file.
///
/// # Errors
/// [`StoreError`]; nothing is changed on disk.
pub fn load(path: &Path) -> Result<JourneyMap, StoreError> {
    Ok(load_with_fingerprint(path)?.0)
}

/// Reads a map file, and by what its content is known again.
///
/// # Errors
/// As [`load`].
pub fn load_with_fingerprint(path: &Path) -> Result<(JourneyMap, Fingerprint), StoreError> {
    let not_a_map = |reason: &str| StoreError::NotAMap { path: path.to_owned(), reason: reason.to_owned() };
    let io = |source| StoreError::Io { path: path.to_owned(), source };
    let mut file = File::open(path).map_err(io)?;
    let metadata = file.metadata().map_err(io)?;
    if metadata.is_dir() {
        return Err(StoreError::Folder(path.to_owned()));
    }
    if metadata.len() > LARGEST_MAP_BYTES {
        return Err(not_a_map("it is far too large; import it as data instead"));
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(io)?;
    let fingerprint = Fingerprint::of(&bytes);
    let text = String::from_utf8(bytes).map_err(|_| {
        not_a_map(
            "it is not text in UTF-8; if it holds data, import it; if it was a map, go back to its backup",
        )
    })?;
    Ok((format::from_text(path, &text)?, fingerprint))
}

/// Writes a map file whole or not at all and keeps the former one as its backup, `NAME.journey.ron.bak`.
/// Gives by what the written content is known again.
///
/// # Errors
/// [`StoreError::Write`]; the old file is then untouched.
pub fn save(path: &Path, map: &JourneyMap) -> Result<Fingerprint, StoreError> {
    let written = write(path, map, Existing::Backup)?;
    atomic::sweep_beside(path);
    Ok(written)
}

/// Writes a map file whole or not at all; a file that is already there is treated as told.
///
/// # Errors
/// [`StoreError::Write`]; the old file is then untouched.
pub fn write(path: &Path, map: &JourneyMap, existing: Existing) -> Result<Fingerprint, StoreError> {
    let text = format::to_text(map).map_err(|error| WriteError::io(path, io::Error::other(error)))?;
    atomic::write_bytes(path, existing, text.as_bytes())?;
    Ok(Fingerprint::of(text.as_bytes()))
}
