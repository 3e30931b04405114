//! What a file looks like from outside, to tell whether it has changed since it was read.

use super::attributes::beside;
use super::several::files;
use crate::model::Source;
use flate2::Crc;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Size and time of a file; two that are equal are taken for the same content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileStamp {
    /// Which file.
    pub path: PathBuf,
    /// Bytes and the time of the last change; none when there is no such file.
    state: Option<(u64, Option<SystemTime>)>,
}

impl FileStamp {
    /// As it is now.
    #[must_use]
    pub fn of(path: PathBuf) -> Self {
        let state = std::fs::metadata(&path).ok().map(|about| (about.len(), about.modified().ok()));
        Self { path, state }
    }

    /// The same file as it is now.
    #[must_use]
    pub fn renewed(&self) -> Self {
        Self::of(self.path.clone())
    }
}

/// All files of a source as they are now, with what SQLite writes beside a database.
pub(super) fn stamps(path: &Path, source: &Source) -> Vec<FileStamp> {
    let attributes = source.read.attributes.iter().map(|attributes| beside(path, &attributes.file));
    let all = files(path, &source.read).chain(attributes);
    all.flat_map(|path| {
        let mut log = OsString::from(&path);
        log.push("-wal");
        [FileStamp::of(path), FileStamp::of(log.into())]
    })
    .collect()
}

/// Of longer files only so many blocks of this length are read, evenly spread from the first to the last.
const BLOCKS: u64 = 64;
const BLOCK_BYTES: u64 = 64 << 10;

/// By what the content of these files can be known again wherever they lie: eight hexadecimal digits. Empty when there are none
/// or one can't be read. Of long files it is the length and a sample, so that it takes no time beside reading them.
pub(super) fn fingerprint(files: &[FileStamp]) -> String {
    let files: Vec<_> = files.iter().filter(|file| file.state.is_some()).collect();
    let mut crc = Crc::new();
    let taken = files.iter().try_for_each(|file| take(&file.path, &mut crc));
    if files.is_empty() || taken.is_err() { String::new() } else { format!("{:08X}", crc.sum()) }
}

fn take(path: &Path, crc: &mut Crc) -> io::Result<()> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    crc.update(&length.to_le_bytes());
    let mut block = Vec::new();
    if length <= BLOCKS * BLOCK_BYTES {
        file.read_to_end(&mut block)?;
        crc.update(&block);
        return Ok(());
    }
    for index in 0..BLOCKS {
        let at = u128::from(length - BLOCK_BYTES) * u128::from(index) / u128::from(BLOCKS - 1);
        file.seek(SeekFrom::Start(u64::try_from(at).unwrap_or(u64::MAX)))?;
        block.clear();
        (&mut file).take(BLOCK_BYTES).read_to_end(&mut block)?;
        crc.update(&block);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_again_by_its_content_and_not_by_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let print_of = |name: &str, content: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, content).expect("written");
            fingerprint(&[FileStamp::of(path), FileStamp::of(folder.path().join("none"))])
        };
        let mut long = vec![7_u8; 5 << 20];
        let (short, first) = (print_of("a", b"1,2"), print_of("b", &long));
        assert_eq!((short.len(), &print_of("c", b"1,2")), (8, &short));
        assert_ne!(print_of("a", b"1,3"), short);
        assert_eq!(print_of("c", &long), first);
        *long.last_mut().expect("a byte") = 8;
        assert_ne!(print_of("c", &long), first, "the last block counts");
        long.push(7);
        assert_ne!(print_of("c", &long), first, "so does the length");
        assert_eq!(fingerprint(&[FileStamp::of(folder.path().join("none"))]), "");
    }
}
