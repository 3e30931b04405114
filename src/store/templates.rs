//! The user's own templates: map files in the folder `templates` beside the preferences. A file that somebody
//! puts there by hand is one too.

use super::atomic::{Existing, WriteError};
use super::{EXTENSION, StoreError};
use crate::base::key::name_key;
use crate::model::JourneyMap;
use std::fs;
use std::path::{Path, PathBuf};

const FOLDER: &str = "templates";

/// Longest name of a file without its ending, in characters.
const LONGEST_NAME: usize = 60;

/// A template of the user's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OwnTemplate {
    /// What it is called on the command line: its file's name without the ending.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
}

/// The templates in a folder of preferences, by name; none where there is no such folder.
#[must_use]
pub fn list(config: &Path) -> Vec<OwnTemplate> {
    let Ok(entries) = fs::read_dir(config.join(FOLDER)) else { return Vec::new() };
    let own = entries.flatten().filter_map(|entry| {
        let file_name = entry.file_name().into_string().ok()?;
        let name = file_name.strip_suffix(EXTENSION)?.strip_suffix('.')?.to_owned();
        (!name.is_empty()).then(|| OwnTemplate { name, path: entry.path() })
    });
    let mut own: Vec<_> = own.collect();
    own.sort();
    own
}

/// Keeps a map as a template named after its title; one of that name is replaced and stays as its backup.
///
/// # Errors
/// [`StoreError::Write`]; the former template is then untouched.
pub fn save(config: &Path, map: &JourneyMap) -> Result<OwnTemplate, StoreError> {
    let folder = config.join(FOLDER);
    fs::create_dir_all(&folder).map_err(|source| WriteError::io(&folder, source))?;
    let name = file_name(&map.about.title);
    let path = folder.join(format!("{name}.{EXTENSION}"));
    super::save(&path, map)?;
    Ok(OwnTemplate { name, path })
}

/// Gives a template another title, and its file the name that goes with it. One that has that name stays.
///
/// # Errors
/// [`StoreError`]; the template is then as it was.
pub fn rename(config: &Path, name: &str, title: &str) -> Result<(), StoreError> {
    let from = path_of(config, name);
    let mut map = super::load(&from)?;
    title.trim().clone_into(&mut map.about.title);
    let to = path_of(config, &file_name(title));
    if to == from {
        super::save(&from, &map)?;
        return Ok(());
    }
    super::write(&to, &map, Existing::Refuse)?;
    remove(config, name)
}

/// Removes a template; its backup stays in the folder.
///
/// # Errors
/// [`StoreError::Write`].
pub fn remove(config: &Path, name: &str) -> Result<(), StoreError> {
    let path = path_of(config, name);
    fs::remove_file(&path).map_err(|source| WriteError::io(&path, source).into())
}

fn path_of(config: &Path, name: &str) -> PathBuf {
    config.join(FOLDER).join(format!("{name}.{EXTENSION}"))
}

/// `siparis-iadesi` for `Sipariş – İadesi`: easy to type, and a file name on every system.
#[must_use]
pub fn file_name(title: &str) -> String {
    let key = name_key(title);
    let words: Vec<_> = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(LONGEST_NAME).collect();
    if name.is_empty() { "template".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn names_can_be_typed_and_are_file_names_everywhere() {
        assert_eq!(file_name("Sipariş – İadesi"), "siparis-iadesi");
        assert_eq!(file_name("../Złóż: zamówienie?"), "zloz-zamowienie");
        assert_eq!(file_name("…"), "template");
        assert_eq!(file_name(&"long ".repeat(100)).chars().count(), 60);
    }
}
