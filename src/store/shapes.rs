//! How files of each shape were read last, in the user's config folder: which column is what, and the like. No row of any
//! data is in it, only names of columns and codes that mean "no answer".

use super::atomic::{self, Existing, WriteError};
use super::format;
use crate::model::Source;
use std::path::Path;
use std::{fs, io};

const FILE: &str = "read_before.ron";

/// How many shapes are remembered, the newest ones.
const MOST: usize = 100;

type Known = Vec<(String, Source)>;

/// Remembers what was decided for files of a shape.
///
/// # Errors
/// [`WriteError`]; what was remembered before is then untouched.
pub fn remember(config: &Path, shape: &str, decisions: &Source) -> Result<(), WriteError> {
    let path = config.join(FILE);
    fs::create_dir_all(config).map_err(|source| WriteError::io(config, source))?;
    let mut known = read(config);
    known.retain(|(other, _)| other != shape);
    known.insert(0, (shape.to_owned(), decisions.clone()));
    known.truncate(MOST);
    let text = format::options()
        .to_string_pretty(&known, ron::ser::PrettyConfig::new().new_line("\n"))
        .map_err(|error| WriteError::io(&path, io::Error::other(error)))?;
    atomic::write_bytes(&path, Existing::Replace, text.as_bytes())
}

/// What was decided for files of a shape; none when there was none, or when the file is not sound.
#[must_use]
pub fn recall(config: &Path, shape: &str) -> Option<Source> {
    read(config).into_iter().find(|(known, _)| known == shape).map(|(_, decisions)| decisions)
}

fn read(config: &Path) -> Known {
    let text = fs::read_to_string(config.join(FILE)).unwrap_or_default();
    format::options().from_str(&text).unwrap_or_default()
}
