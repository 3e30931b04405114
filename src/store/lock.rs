//! Who has a map open: an advisory lock beside it, `.NAME.lock`, so that a second window learns of the first.
//!
//! The file says who; the operating system's lock on it says whether that still holds, and goes with the process
//! however it ends. Where neither can be made (read-only and some network folders) maps open all the same.

use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// Somebody who has a map open. Unknown parts are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Holder {
    /// Name of the account.
    pub user: String,
    /// Name of the computer.
    pub host: String,
    /// Number of the process there.
    pub pid: u32,
}

impl Holder {
    /// This process.
    #[must_use]
    pub fn this_process(user: String, host: String) -> Self {
        Self { user, host, pid: std::process::id() }
    }
}

/// What came of asking for a map.
#[derive(Debug, Default)]
pub enum Access {
    /// The map is ours until this is dropped.
    Ours(Lock),
    /// Somebody else has it open.
    Theirs(Holder),
    /// No lock can be made in this folder; nobody knows.
    #[default]
    Unknown,
}

/// A map that is ours. Dropping it lets others have it.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    /// Carries the system's lock.
    _file: File,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still locked, so that nobody can have got hold of it in between.
        let _ = fs::remove_file(&self.path);
    }
}

/// Where the lock of a map is. Every way to the same file through links leads to the same lock.
#[must_use]
pub fn lock_path(map: &Path) -> PathBuf {
    let beside = || {
        let folder = map.parent().filter(|folder| !folder.as_os_str().is_empty());
        Some(fs::canonicalize(folder.unwrap_or(Path::new("."))).ok()?.join(map.file_name()?))
    };
    let map = fs::canonicalize(map).ok().or_else(beside).unwrap_or_else(|| map.to_owned());
    let mut name = std::ffi::OsString::from(".");
    name.push(map.file_name().unwrap_or_default());
    name.push(".lock");
    map.with_file_name(name)
}

/// Asks for a map. What a dead process on this computer has left is taken over; what another computer has
/// left is not, since its lock may not be visible from here: see [`take_over`].
#[must_use]
pub fn acquire(map: &Path, me: &Holder) -> Access {
    ask(map, me, |holder| holder.host == me.host || *holder == Holder::default())
}

/// Asks for a map that another computer seems to have open, when the user says that it does not any more.
#[must_use]
pub fn take_over(map: &Path, me: &Holder) -> Access {
    ask(map, me, |_| true)
}

fn ask(map: &Path, me: &Holder, is_stale: impl Fn(&Holder) -> bool) -> Access {
    // A file that vanished between opening and locking belonged to somebody who has just closed the map.
    const MOST_TRIES: usize = 5;
    let path = lock_path(map);
    for _ in 0..MOST_TRIES {
        let Ok(mut file) = File::options().read(true).write(true).create(true).truncate(false).open(&path)
        else {
            return look(&path);
        };
        match file.try_lock() {
            Err(fs::TryLockError::WouldBlock) => return Access::Theirs(read(&mut file)),
            Err(fs::TryLockError::Error(_)) => {
                // Without locks the file would say something that nobody keeps true.
                if read(&mut file) == Holder::default() {
                    let _ = fs::remove_file(&path);
                }
                return Access::Unknown;
            }
            Ok(()) if !is_at(&file, &path) => {}
            Ok(()) => {
                let holder = read(&mut file);
                if !is_stale(&holder) {
                    return Access::Theirs(holder);
                }
                let lock = Lock { path, _file: file };
                // Who it is helps others, but the lock holds without.
                let _ = write(&lock._file, me);
                return Access::Ours(lock);
            }
        }
    }
    Access::Unknown
}

/// Asks without making anything, where nothing can be made.
fn look(path: &Path) -> Access {
    let Ok(mut file) = File::open(path) else { return Access::Unknown };
    match file.try_lock_shared() {
        Err(fs::TryLockError::WouldBlock) => Access::Theirs(read(&mut file)),
        _ => Access::Unknown,
    }
}

/// Does the path still lead to the open file?
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |a: fs::Metadata, b: fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    file.metadata().ok().zip(fs::metadata(path).ok()).is_some_and(|(a, b)| same(a, b))
}

/// An open file can't be replaced there.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Who the file says; nobody known when it says nothing that can be read.
fn read(file: &mut File) -> Holder {
    const LONGEST_BYTES: u64 = 4096;
    let mut text = String::new();
    let read = file.rewind().and_then(|()| file.take(LONGEST_BYTES).read_to_string(&mut text));
    read.ok().and_then(|_| super::format::options().from_str(&text).ok()).unwrap_or_default()
}

fn write(mut file: &File, holder: &Holder) -> io::Result<()> {
    let text = super::format::options().to_string(holder).map_err(io::Error::other)?;
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(text.as_bytes())
}
