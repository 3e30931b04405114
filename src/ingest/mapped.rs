//! A file's bytes as memory, without copying them.

use memmap2::Mmap;
use std::fs::File;
use std::io;
use std::ops::Deref;
use std::path::Path;

/// A regular file in memory.
pub(super) struct MappedFile(Mmap);

impl MappedFile {
    /// Maps a regular file; none for anything else, such as a pipe.
    #[allow(unsafe_code)]
    pub(super) fn open(path: &Path) -> io::Result<Option<Self>> {
        let file = File::open(path)?;
        if !file.metadata()?.is_file() {
            return Ok(None);
        }
        // SAFETY: The map is read-only and private to this process, and its bytes are only ever read as `[u8]`, for
        // which every value is valid; they are decoded into texts of our own before anything relies on their being
        // text. A file that another program overwrites meanwhile therefore gives wrong rows, not unsoundness in what
        // is built on them. One that is cut meanwhile ends the process with SIGBUS, which no Rust code observes.
        let map = unsafe { Mmap::map(&file)? };
        Ok(Some(Self(map)))
    }
}

impl Deref for MappedFile {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}
