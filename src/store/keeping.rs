//! The file of an open map: asking for it, saving to it, letting it go. Everything that may wait for a drive that does
//! not answer, as plain values, so that a thread of its own can do it.

use super::fingerprint::{Fingerprint, OnDisk};
use super::lock::{self, Access, Holder, lock_path};
use super::recovery::{Flush, Journal};
use super::{StoreError, paths};
use crate::model::{JourneyMap, Source};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What to do when somebody else has written the file meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OthersWork {
    /// Stop and tell.
    Respect,
    /// Replace it; it stays as the backup.
    Overwrite,
}

/// Why a map was not saved. It is still unsaved, and its journal is in place.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Somebody else has the file open.
    #[error("{} is open in another window; save a copy under another name", .0.display())]
    InUse(PathBuf),
    /// Somebody else has written the file since it was opened or saved here.
    #[error("{} was changed by another program; save a copy under another name, or overwrite it", .0.display())]
    ChangedOnDisk(PathBuf),
    /// It could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What an open map has on disk besides its file. Dropping it lets others have the map.
#[derive(Debug, Default)]
pub struct Held {
    /// First, since it is on this computer, and a drive that does not answer must not keep it from being finished.
    pub journal: Option<Journal>,
    /// The lock.
    pub access: Access,
}

impl Held {
    /// True when there is nothing to let go of.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.journal.is_none() && !matches!(self.access, Access::Ours(_))
    }
}

/// Asks for a map, so that others learn that it is open here.
#[derive(Debug)]
pub struct AskTask {
    /// The map's file.
    pub path: PathBuf,
    /// This process.
    pub me: Holder,
    /// The user says that the other computer does not have it any more.
    pub takes_over: bool,
    /// By what the file's content as it is shown is known again.
    pub shown: Option<Fingerprint>,
    /// What was open before, perhaps the same file: let go first.
    pub former: Held,
}

/// What came of asking for a map.
#[derive(Debug)]
pub struct Asked {
    /// The map's file.
    pub path: PathBuf,
    /// Whose it is.
    pub access: Access,
    /// Somebody else has written it since it was read here.
    pub is_changed: bool,
}

impl AskTask {
    /// Asks.
    #[must_use]
    pub fn run(self) -> Asked {
        drop(self.former);
        let ask = if self.takes_over { lock::take_over } else { lock::acquire };
        let access = ask(&self.path, &self.me);
        let is_changed = self.shown.is_some_and(|shown| is_changed(shown, &self.path));
        Asked { path: self.path, access, is_changed }
    }
}

/// A map as it is to be saved.
#[derive(Debug)]
pub struct SaveTask {
    /// Where to.
    pub path: PathBuf,
    /// What.
    pub map: JourneyMap,
    /// Where it was before; none = in no file.
    pub from: Option<PathBuf>,
    /// Paths of data that are to be found from the new place too, beside those in the map.
    pub data: BTreeSet<String>,
    /// What its own file must still hold; none = whatever it does.
    pub expected: Option<Fingerprint>,
    /// Somebody else had the file when it was asked for last.
    pub is_read_only: bool,
    /// This process.
    pub me: Holder,
    /// What the journal has when the process ends right after saving is what was saved, and not offered again.
    pub journal: Option<Flush>,
}

/// A map that was saved.
#[derive(Debug)]
pub struct Saved {
    /// Its file.
    pub path: PathBuf,
    /// By what the file's content is known again.
    pub fingerprint: Fingerprint,
    /// The lock, when it is another than before.
    pub access: Option<Access>,
    /// New paths of its data by their former ones; none when it is in the same folder as before.
    pub moved: Option<BTreeMap<String, String>>,
}

impl SaveTask {
    /// Saves. Data beside the map is found from the new folder too.
    ///
    /// # Errors
    /// [`SaveError`]; nothing has changed then.
    pub fn run(self) -> Result<Saved, SaveError> {
        let path = self.path;
        let is_own = self.from.as_deref().is_some_and(|own| lock_path(own) == lock_path(&path));
        let mut access = None;
        if !is_own || self.is_read_only {
            // Also for a map of somebody else's, who may have closed it meanwhile.
            match lock::acquire(&path, &self.me) {
                Access::Theirs(_) => return Err(SaveError::InUse(path)),
                gained => access = Some(gained),
            }
        }
        if is_own && self.expected.is_some_and(|expected| is_changed(expected, &path)) {
            return Err(SaveError::ChangedOnDisk(path));
        }
        if let Some(journal) = &self.journal {
            journal.wait();
        }
        let moved = moved(self.from.as_deref(), &path, &self.map, self.data);
        let mut map = self.map;
        if let Some(moved) = &moved {
            map.relocate_sources(|written| moved.get(written).cloned().unwrap_or_else(|| written.to_owned()));
        }
        let fingerprint = super::save(&path, &map)?;
        Ok(Saved { path, fingerprint, access, moved })
    }
}

/// A file that can't be looked at is left to the attempt to write it.
fn is_changed(known: Fingerprint, path: &Path) -> bool {
    matches!(known.on_disk(path), Ok(OnDisk::Changed))
}

/// New paths of the data of a map by their former ones; none when it stays in its folder.
fn moved(
    from: Option<&Path>,
    to: &Path,
    map: &JourneyMap,
    mut data: BTreeSet<String>,
) -> Option<BTreeMap<String, String>> {
    let folder_of = |path: &Path| path.parent().map(Path::to_owned).unwrap_or_default();
    let (is_in_file, from, to) = (from.is_some(), from.map(folder_of).unwrap_or_default(), folder_of(to));
    if is_in_file && from == to {
        return None;
    }
    data.extend(map.sources.iter().map(|source: &Source| source.path.clone()));
    let moved = data.into_iter().map(|written| {
        let seen = paths::rebased(&written, &from, &to);
        (written, seen)
    });
    Some(moved.collect())
}
