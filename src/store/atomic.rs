//! Writing a file whole or not at all: into a temporary file beside it, onto the disk, then renamed into place.
//! Maps, exports and every output of the command line go through here.

use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What happens to a file that is already there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Refuse,
    /// It is replaced.
    Replace,
    /// It is replaced, and its former content is kept beside it as [`backup_path`] says.
    Backup,
}

impl Existing {
    /// As a `--force` option says.
    #[must_use]
    pub const fn with_force(force: bool) -> Self {
        if force { Self::Replace } else { Self::Refuse }
    }
}

/// Why a file was not written. What was there before is untouched and nothing half-written is left.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// There is a file already and nobody said to replace it.
    #[error("{} exists already; choose another name, or say that it may be replaced", .0.display())]
    Exists(PathBuf),
    /// The operating system says no.
    #[error("{} could not be written: {}; {}", path.display(), reason(source), remedy(source))]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl WriteError {
    /// The operating system's error about a file.
    #[must_use]
    pub fn io(path: &Path, source: io::Error) -> Self {
        Self::Io { path: path.to_owned(), source }
    }
}

/// What is wrong, without the system's numbers where people have words for it.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::QuotaExceeded => "there is no room left for you on the disk".to_owned(),
        io::ErrorKind::NotFound => "its folder is not there".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        io::ErrorKind::PermissionDenied if error.get_ref().is_none() => "writing is not allowed".to_owned(),
        _ => error.to_string(),
    }
}

/// What to do about the system's no.
fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "make room on the disk or choose another one"
        }
        io::ErrorKind::NotFound => "choose another one",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "choose another name or folder, or allow writing there"
        }
        _ => "try again or choose another folder",
    }
}

/// Where the former content of a file is kept: `NAME.bak` beside it.
#[must_use]
pub fn backup_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".bak");
    name.into()
}

/// Writes a file through a function that is given the (buffered) output. When that function fails or stops,
/// nothing has happened. A symbolic link is followed, not replaced; the permissions of a replaced file stay;
/// a device or pipe is written straight into.
///
/// # Errors
/// What the function says, or [`WriteError`].
pub fn write<E: From<WriteError>>(
    path: &Path,
    existing: Existing,
    content: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<(), E> {
    let io = |source| WriteError::io(path, source);
    let target = link_target(path).map_err(io)?;
    let before = match fs::metadata(&target) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(io(error).into()),
    };
    if let Some(before) = &before {
        if is_stream(before) {
            return write_stream(&target, content);
        }
        check_replaceable(path, before, existing)?;
    }
    let folder = folder_of(&target);
    let temporary = temporary_in(folder, before.as_ref()).map_err(io)?;
    // Into the bare file: the errors of the temporary one would name it, which only confuses.
    let mut out = BufWriter::new(temporary.as_file());
    content(&mut out)?;
    out.flush().map_err(io)?;
    drop(out);
    temporary.as_file().sync_all().map_err(io)?;
    if before.is_some() && existing == Existing::Backup {
        let backup = backup_path(&target);
        keep_backup(&target, &backup).map_err(|source| WriteError::io(&backup, source))?;
    }
    if existing == Existing::Refuse {
        // Somebody else may have made the file meanwhile.
        temporary.persist_noclobber(&target).map_err(|error| match error.error.kind() {
            io::ErrorKind::AlreadyExists => WriteError::Exists(path.to_owned()),
            _ => io(error.error),
        })?;
    } else {
        temporary.persist(&target).map_err(|error| io(error.error))?;
    }
    sync_folder(folder);
    Ok(())
}

/// Writes a file with this content; see [`write()`].
///
/// # Errors
/// [`WriteError`].
pub fn write_bytes(path: &Path, existing: Existing, content: &[u8]) -> Result<(), WriteError> {
    write(path, existing, |out| out.write_all(content).map_err(|source| WriteError::io(path, source)))
}

/// What is in the name of every temporary file: before and after the part that makes it unique.
const TEMPORARY: (&str, &str) = (".pathlight-", ".tmp");

/// Nobody takes longer than this to write a file.
const LONGEST_WRITING: Duration = Duration::from_secs(24 * 3600);

/// Removes temporary files that processes have left beside a file when they were ended while writing. Those that
/// may still be written to stay; what can't be looked at or removed is passed over.
pub fn sweep_beside(path: &Path) {
    let Ok(target) = link_target(path) else { return };
    for entry in fs::read_dir(folder_of(&target)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_ours =
            name.to_str().is_some_and(|name| name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1));
        let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
        if is_ours && age().is_some_and(|age| age > LONGEST_WRITING) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The file that a path means: the end of a chain of symbolic links, there or not.
fn link_target(path: &Path) -> io::Result<PathBuf> {
    const MOST_LINKS: usize = 40; // as the Linux kernel allows
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(metadata) if metadata.is_symlink() => {
                let link = fs::read_link(&target)?;
                target = folder_of(&target).join(link);
            }
            _ => return Ok(target),
        }
    }
    Err(io::Error::other("too many symbolic links lead from one to the next"))
}

/// The folder a file is in; `.` for a bare name.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Neither file nor folder, such as `/dev/stdout`: replacing it would break it.
fn is_stream(metadata: &Metadata) -> bool {
    !metadata.is_file() && !metadata.is_dir()
}

fn write_stream<E: From<WriteError>>(
    path: &Path,
    content: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<(), E> {
    let io = |source| WriteError::io(path, source);
    let file = File::options().write(true).open(path).map_err(io)?;
    let mut out = BufWriter::new(file);
    content(&mut out)?;
    out.flush().map_err(io)?;
    Ok(())
}

fn check_replaceable(path: &Path, before: &Metadata, existing: Existing) -> Result<(), WriteError> {
    if before.is_dir() {
        return Err(WriteError::io(path, io::Error::new(io::ErrorKind::IsADirectory, "this is a folder")));
    }
    if existing == Existing::Refuse {
        return Err(WriteError::Exists(path.to_owned()));
    }
    if before.permissions().readonly() {
        // A rename would succeed all the same, but whoever made the file read-only meant it.
        let source = io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only");
        return Err(WriteError::io(path, source));
    }
    Ok(())
}

/// A new file that vanishes unless it is persisted, with the permissions of the file it will replace.
fn temporary_in(folder: &Path, before: Option<&Metadata>) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    {
        // As for any new file: the process's mask takes away what it should.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    // As above.
    let temporary = builder.tempfile_in(folder).map_err(|error| io::Error::from(error.kind()))?;
    if let Some(before) = before {
        temporary.as_file().set_permissions(before.permissions())?;
    }
    Ok(temporary)
}

/// Gives the old content a second name, by a hard link where the file system has them, else by a copy.
fn keep_backup(target: &Path, backup: &Path) -> io::Result<()> {
    match fs::remove_file(backup) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::hard_link(target, backup).or_else(|_| fs::copy(target, backup).map(drop))
}

/// Makes the rename itself last. File systems that can't do that keep the file all the same.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}
