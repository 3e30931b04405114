//! Work that is not saved yet, kept in the user's state folder: one journal for each open map with changes.
//!
//! `STATE/recovery/NAME/` holds `lock`, which the owning process has locked as long as it lives, and the last two
//! states, `a.journal` and `b.journal`, written in turn: whatever happens while one is written, the other is whole.

mod drives;
mod journal;
mod text;

pub use journal::{Flush, Journal};
pub use text::Snapshot;

use crate::base::Timestamp;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use text::Entry;

const LOCK: &str = "lock";
/// Extension of folders on their way out.
const REMOVED: &str = "removed";
const GENERATIONS: [&str; 2] = ["a.journal", "b.journal"];

/// All journals of a user.
#[derive(Clone, Debug)]
pub struct Recovery {
    folder: PathBuf,
}

/// A journal whose process is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Names it to [`Recovery::recover`] and [`Recovery::discard`].
    pub folder: PathBuf,
    /// What is in it; none when neither of its states can be read.
    pub content: Option<LeftoverMap>,
}

/// What a journal says of its map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftoverMap {
    /// Title of the map.
    pub title: String,
    /// Its first words below the title: of a stage, or of a touchpoint. New maps are told apart by them.
    pub begins: String,
    /// Its file; none = never saved.
    pub path: Option<PathBuf>,
    /// Time of the last change that was kept.
    pub changed: Timestamp,
}

/// Why a journal could not be opened or discarded.
#[derive(Debug, thiserror::Error)]
pub enum RecoveryError {
    /// Another window has taken it.
    #[error("another window has opened this unsaved work already")]
    InUse,
    /// Neither state is whole.
    #[error("{}: this unsaved work is damaged and can't be opened; if you know RON, look into the files there", .0.display())]
    Damaged(PathBuf),
    /// The operating system says no.
    #[error("{} could not be opened: {source}", path.display())]
    Io {
        /// Folder of the journal.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl Recovery {
    /// Journals below the program's state folder, which need not exist yet.
    #[must_use]
    pub fn in_state_folder(state: &Path) -> Self {
        Self { folder: state.join("recovery") }
    }

    /// What processes that ended without closing their maps have left, last changed first. Saved maps whose
    /// journal outlived them by an instant are cleared away on the way. Never fails: what can't be looked at is passed
    /// over. A drive that does not answer soon keeps nobody waiting: what belongs there is in the list.
    #[must_use]
    pub fn leftovers(&self) -> Vec<Leftover> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let found: Vec<_> = entries.filter_map(|entry| Found::in_folder(entry.path())).collect();
        let saved = drives::ask(found.iter().map(Found::asks_whether_saved));
        let is_saved = saved.into_iter().map(|saved| saved == Some(true));
        let mut leftovers: Vec<_> =
            found.into_iter().zip(is_saved).filter_map(|(found, is_saved)| found.offered(is_saved)).collect();
        leftovers.sort_by_key(|leftover| std::cmp::Reverse(leftover.content.as_ref().map(|c| c.changed)));
        leftovers
    }

    /// The same, of one map only.
    #[must_use]
    pub fn leftovers_of(&self, map: &Path) -> Vec<Leftover> {
        let leftovers = self.leftovers();
        let full = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let paths = leftovers.iter().map(|leftover| leftover.content.as_ref()?.path.clone());
        let is_it = drives::ask(paths.map(|path| {
            let map = map.to_owned();
            move || path.is_some_and(|path| path == map || full(&path) == full(&map))
        }));
        let wanted = leftovers.into_iter().zip(is_it).filter(|(_, is_it)| *is_it == Some(true));
        wanted.map(|(leftover, _)| leftover).collect()
    }

    /// A journal for a map; nothing is on disk before the first state is kept.
    ///
    /// # Errors
    /// When the system gives no thread to write on.
    pub fn start(&self) -> io::Result<Journal> {
        Journal::start(journal::Disk::new(self.folder.clone()))
    }

    /// Opens what is left over: its state, and the journal, which goes on where it was.
    ///
    /// # Errors
    /// [`RecoveryError`]; what is left over stays.
    pub fn recover(&self, folder: &Path) -> Result<(Journal, Snapshot), RecoveryError> {
        let io = |source| RecoveryError::Io { path: folder.to_owned(), source };
        let lock = locked(folder)?;
        let (index, entry) = newest(folder).ok_or_else(|| RecoveryError::Damaged(folder.to_owned()))?;
        let generation = entry.header.generation;
        let snapshot = entry.into_snapshot().ok_or_else(|| RecoveryError::Damaged(folder.to_owned()))?;
        let disk = journal::Disk::adopted(self.folder.clone(), folder.to_owned(), lock, index, generation);
        Ok((Journal::start(disk).map_err(io)?, snapshot))
    }

    /// Throws away what is left over.
    ///
    /// # Errors
    /// [`RecoveryError::InUse`] or [`RecoveryError::Io`].
    pub fn discard(&self, folder: &Path) -> Result<(), RecoveryError> {
        let _lock = locked(folder)?;
        remove(folder).map_err(|source| RecoveryError::Io { path: folder.to_owned(), source })
    }
}

/// A journal that nobody has open.
struct Found {
    folder: PathBuf,
    /// None when neither of its states can be read.
    entry: Option<Entry>,
}

impl Found {
    /// What a journal's folder has; none when somebody has it open or there is nothing in it.
    fn in_folder(folder: PathBuf) -> Option<Self> {
        if folder.extension().is_some_and(|extension| extension == REMOVED) {
            let _ = fs::remove_dir_all(&folder);
            return None;
        }
        let lock = File::open(folder.join(LOCK));
        // Shared, so that two windows that start at once both see it.
        let locks = match lock.as_ref().map(File::try_lock_shared) {
            Ok(Ok(())) => true,
            Ok(Err(TryLockError::WouldBlock)) => return None,
            Ok(Err(TryLockError::Error(_))) | Err(_) => false,
        };
        let Some((_, entry)) = newest(&folder) else {
            if GENERATIONS.iter().any(|name| folder.join(name).exists()) {
                return Some(Self { folder, entry: None });
            }
            // The process ended before it wrote anything, or even made its lock.
            let _ = if locks { remove(&folder) } else { fs::remove_dir(&folder) };
            return None;
        };
        if !locks && is_alive(entry.header.pid) {
            return None;
        }
        Some(Self { folder, entry: Some(entry) })
    }

    /// True when the map's file has this very content: the process ended between saving and clearing its journal away.
    fn asks_whether_saved(&self) -> impl FnOnce() -> bool + Send + 'static {
        let kept =
            self.entry.as_ref().and_then(|entry| Some((entry.header.path.clone()?, entry.text.clone())));
        move || kept.is_some_and(|(path, text)| fs::read(path).is_ok_and(|file| file == text.as_bytes()))
    }

    /// What there is to offer; none when it was saved, and then the journal goes.
    fn offered(self, is_saved: bool) -> Option<Leftover> {
        if is_saved {
            let newest = || newest(&self.folder).map(|(_, entry)| entry.header.generation);
            let known = self.entry.as_ref().map(|entry| entry.header.generation);
            // Somebody may have gone on with it meanwhile.
            if let Ok(_lock) = locked(&self.folder)
                && newest() == known
            {
                let _ = remove(&self.folder);
            }
            return None;
        }
        let content = self.entry.map(|Entry { header, .. }| LeftoverMap {
            title: header.title,
            begins: header.begins,
            path: header.path.map(PathBuf::from),
            changed: header.changed,
        });
        Some(Leftover { folder: self.folder, content })
    }
}

/// The newer of the states that are whole, with its place in [`GENERATIONS`].
fn newest(folder: &Path) -> Option<(usize, Entry)> {
    let entries = GENERATIONS.iter().enumerate().filter_map(|(index, name)| {
        let content = fs::read(folder.join(name)).ok()?;
        Some((index, Entry::read(&content)?))
    });
    entries.max_by_key(|(_, entry)| entry.header.generation)
}

/// The lock of a journal that nobody has.
fn locked(folder: &Path) -> Result<File, RecoveryError> {
    let io = |source| RecoveryError::Io { path: folder.to_owned(), source };
    let lock =
        File::options().write(true).create(true).truncate(false).open(folder.join(LOCK)).map_err(io)?;
    match lock.try_lock() {
        Err(TryLockError::WouldBlock) => Err(RecoveryError::InUse),
        // Where there are no locks, the process number has to do.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(lock),
    }
}

/// Removes a journal at one stroke: a process that ends half-way must not leave the older of its two states.
fn remove(folder: &Path) -> io::Result<()> {
    let removed = folder.with_extension(REMOVED);
    let last = if fs::rename(folder, &removed).is_ok() { &removed } else { folder };
    match fs::remove_dir_all(last) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// For folders without locks; only Linux tells without a system call of its own.
fn is_alive(pid: u32) -> bool {
    cfg!(target_os = "linux") && Path::new("/proc").join(pid.to_string()).exists()
}
