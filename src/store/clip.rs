//! What was copied last, exactly, in the user's state folder beside the plain text on the system's clipboard: another
//! window that is given this text finds it there with all that text can't say.

use super::atomic::{self, Existing, WriteError};
use super::format;
use crate::model::check;
use crate::model::clip::Clip;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::{fs, io};

const FILE: &str = "copied.ron";

#[derive(Serialize)]
struct Kept<'a> {
    text: &'a str,
    clip: &'a Clip,
}

#[derive(Deserialize)]
struct Found {
    text: String,
    clip: Clip,
}

/// Keeps what was copied, and as what text it went to the clipboard. The folder is made where it is missing.
///
/// # Errors
/// [`WriteError`]; what was kept before is then untouched.
pub fn keep(state: &Path, text: &str, clip: &Clip) -> Result<(), WriteError> {
    let path = state.join(FILE);
    fs::create_dir_all(state).map_err(|source| WriteError::io(state, source))?;
    let kept = format::options().to_string(&Kept { text, clip });
    let kept = kept.map_err(|error| WriteError::io(&path, io::Error::other(error)))?;
    atomic::write_bytes(&path, Existing::Replace, kept.as_bytes())
}

/// What was copied as this text, by whatever window; none when something else was copied since, or when the file is
/// not sound.
#[must_use]
pub fn find(state: &Path, text: &str) -> Option<Clip> {
    let kept = fs::read_to_string(state.join(FILE)).ok()?;
    let found: Found = format::options().from_str(&kept).ok()?;
    let is_sound = same_text(&found.text, text) && check::check(&found.clip.map).is_empty();
    is_sound.then_some(found.clip)
}

/// True for texts that differ at most in how their lines end, which clipboards change.
#[must_use]
pub fn same_text(one: &str, other: &str) -> bool {
    one.lines().eq(other.lines())
}
