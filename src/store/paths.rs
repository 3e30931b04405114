//! Where data files are, as a map writes it: seen from the map's folder, so that both can be moved together.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// A data file as the map writes it: with `/`, relative to the map's folder where the two have a folder in
/// common, else absolute. Relative input is taken from the working directory.
#[must_use]
pub fn relative_to(map_folder: &Path, file: &Path) -> String {
    let folder = canonical(map_folder);
    // The file itself may be a link that the user means as it is; only its folder is looked through.
    let file = match (file.parent(), file.file_name()) {
        (Some(parent), Some(name)) => canonical(parent).join(name),
        _ => canonical(file),
    };
    let shared = folder.components().zip(file.components()).take_while(|(a, b)| a == b).count();
    let has_shared_folder =
        folder.components().take(shared).any(|component| matches!(component, Component::Normal(_)));
    if !has_shared_folder {
        return slashed(file.components());
    }
    let up = folder.components().skip(shared).map(|_| Component::ParentDir);
    slashed(up.chain(file.components().skip(shared)))
}

/// The file that a map in this folder means.
#[must_use]
pub fn resolve(map_folder: &Path, written: &str) -> PathBuf {
    map_folder.join(written)
}

/// The same file as seen from another folder, for a map that is saved elsewhere.
#[must_use]
pub fn rebased(written: &str, from_folder: &Path, to_folder: &Path) -> String {
    if written.is_empty() {
        return String::new();
    }
    relative_to(to_folder, &resolve(from_folder, written))
}

/// Absolute and without links and `..` where it is there; else at least absolute.
fn canonical(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    fs::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

fn slashed<'a>(components: impl Iterator<Item = Component<'a>>) -> String {
    let path: PathBuf = components.collect();
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}
