//! What was chosen last for each kind of export, in the user's config folder. What the choices are is the affair of the layer that
//! offers them. Whatever is wrong with the file, the program goes on with what is usual.

use super::atomic::{self, Existing, WriteError};
use super::format;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

const FILE: &str = "exports.ron";

/// What was chosen, by kind; nothing when nothing was, or when the file is not sound.
#[must_use]
pub fn load<T: DeserializeOwned>(config: &Path) -> BTreeMap<String, T> {
    let text = fs::read_to_string(config.join(FILE)).unwrap_or_default();
    format::options().from_str(&text).unwrap_or_default()
}

/// Keeps what was chosen, by kind.
///
/// # Errors
/// [`WriteError`]; what was kept before is then untouched.
pub fn save<T: Serialize>(config: &Path, chosen: &BTreeMap<String, T>) -> Result<(), WriteError> {
    let path = config.join(FILE);
    fs::create_dir_all(config).map_err(|source| WriteError::io(config, source))?;
    let text = format::options()
        .to_string_pretty(chosen, ron::ser::PrettyConfig::new().new_line("\n"))
        .map_err(|error| WriteError::io(&path, io::Error::other(error)))?;
    atomic::write_bytes(&path, Existing::Replace, text.as_bytes())
}
