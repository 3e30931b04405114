//! By what a file is known again: has anybody else changed it since it was loaded or saved?

use flate2::Crc;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Size and checksum of a file's content. The time of the last change is left out on purpose: synchronising
/// programs touch files without changing them, and two changes can fall into one tick of a coarse clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// Length of the content.
    pub bytes: u64,
    /// CRC-32 of the content.
    pub crc32: u32,
}

/// A file as it is now, against what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDisk {
    /// As it was.
    Same,
    /// Somebody else has written it.
    Changed,
    /// There is no file any more.
    Gone,
}

impl Fingerprint {
    /// Of this content.
    #[must_use]
    pub fn of(content: &[u8]) -> Self {
        let mut crc = Crc::new();
        crc.update(content);
        Self { bytes: content.len() as u64, crc32: crc.sum() }
    }

    /// Looks whether the file still has this content.
    ///
    /// # Errors
    /// What the system says when the file is there but can't be read.
    pub fn on_disk(&self, path: &Path) -> io::Result<OnDisk> {
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(OnDisk::Gone),
            Err(error) => return Err(error),
        };
        if file.metadata()?.len() != self.bytes {
            return Ok(OnDisk::Changed);
        }
        let mut content = Vec::new();
        file.read_to_end(&mut content)?;
        Ok(if Self::of(&content) == *self { OnDisk::Same } else { OnDisk::Changed })
    }
}
