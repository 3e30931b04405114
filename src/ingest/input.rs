//! Opens a file, finds out by its content what it is, and reads its bytes while counting them and
//! watching the stop flag. Compressed files (gzip) are read through.

use super::archive::{self, Packed};
use super::{IngestError, encoding, xes};
use crate::base::{Cancel, Progress};
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// How much of the beginning is looked at.
pub(super) const SAMPLE: usize = 1 << 20;
/// Further places of a plain file that are looked at for its encoding, and how much there.
const PEEKS: u64 = 8;
const PEEK: usize = 32 << 10;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    GzippedText,
    Sqlite,
    Excel,
    /// A zip archive or an Excel workbook, which only its content tells apart.
    Archive,
}

/// A file that was looked at.
pub(super) struct Input {
    pub path: PathBuf,
    pub format: Format,
    /// On disk, or in its archive.
    pub bytes: u64,
    /// The file in the archive at `path` that is read.
    packed: Option<Packed>,
    /// Of text: the beginning, then further places.
    pub samples: Vec<Vec<u8>>,
    /// The first sample is the whole content.
    pub whole: bool,
}

impl Input {
    /// Looks at a file's first bytes.
    pub(super) fn open(path: &Path) -> Result<Self, IngestError> {
        let io = |error| IngestError::io(path, error);
        let about = std::fs::metadata(path).map_err(io)?;
        if about.is_dir() {
            return Err(IngestError::unusable(path, "this is a folder", "", "Choose a file in it."));
        }
        let mut file = File::open(path).map_err(io)?;
        let mut head = [0; 16];
        let filled = read_up_to(&mut file, &mut head).map_err(io)?;
        let head = head.get(..filled).unwrap_or_default();
        if head.is_empty() {
            return Err(IngestError::unusable(
                path,
                "the file is empty",
                "It has no bytes at all.",
                "Export it once more.",
            ));
        }
        let format = format_of(path, head)?;
        let mut input = Self {
            path: path.to_owned(),
            format,
            bytes: about.len(),
            packed: None,
            samples: Vec::new(),
            whole: false,
        };
        if format == Format::Archive && archive::is_workbook(path)? {
            input.format = Format::Excel;
        }
        if matches!(format, Format::Text | Format::GzippedText) {
            input.take_samples().map_err(io)?;
        }
        Ok(input)
    }

    /// Looks at the first bytes of a file in an archive.
    pub(super) fn open_packed(path: &Path, packed: Packed) -> Result<Self, IngestError> {
        let io = |error| IngestError::io(path, error);
        let mut input = Self {
            path: path.to_owned(),
            format: Format::Text,
            bytes: packed.packed_bytes,
            packed: Some(packed),
            samples: Vec::new(),
            whole: false,
        };
        let mut head = [0; 16];
        let mut reader = input.reader(&Cancel::new(), &Progress::new()).map_err(io)?;
        let filled = read_up_to(&mut reader, &mut head).map_err(io)?;
        input.format = format_of(path, head.get(..filled).unwrap_or_default())?;
        if matches!(input.format, Format::Text | Format::GzippedText) {
            input.take_samples().map_err(io)?;
        }
        Ok(input)
    }

    /// Unpacks a file of an archive into a temporary one, for readers that must jump about in it.
    pub(super) fn unpack(
        &self,
        cancel: &Cancel,
        progress: &Progress,
    ) -> Result<tempfile::NamedTempFile, IngestError> {
        let io = |error| IngestError::io(&self.path, error);
        let mut file = tempfile::NamedTempFile::new().map_err(io)?;
        let mut reader = self.reader(cancel, progress).map_err(io)?;
        io::copy(&mut reader, &mut file).map_err(io)?;
        Ok(file)
    }

    /// Text as it stands on the disk.
    pub(super) fn is_plain_text(&self) -> bool {
        self.format == Format::Text && self.packed.is_none()
    }

    fn take_samples(&mut self) -> io::Result<()> {
        let mut beginning = vec![0; SAMPLE];
        let mut reader = self.reader(&Cancel::new(), &Progress::new())?;
        let filled = read_up_to(&mut reader, &mut beginning)?;
        beginning.truncate(filled);
        self.whole = filled < SAMPLE;
        self.samples.push(beginning);
        if !self.whole && self.is_plain_text() {
            let mut file = File::open(&self.path)?;
            for peek in 1..=PEEKS {
                file.seek(SeekFrom::Start(self.bytes / (PEEKS + 1) * peek))?;
                let mut sample = vec![0; PEEK];
                let filled = read_up_to(&mut file, &mut sample)?;
                sample.truncate(filled);
                self.samples.push(sample);
            }
        }
        Ok(())
    }

    /// The text begins as XML does.
    pub(super) fn is_xml(&self) -> bool {
        let beginning = self.samples.first().map(Vec::as_slice).unwrap_or_default();
        let head = beginning.get(..256).unwrap_or(beginning).to_vec();
        let encoding = encoding::detect(std::slice::from_ref(&head));
        xes::is_xml(&encoding::decode_sample(&head, encoding))
    }

    /// Bytes of text; of a compressed file as its last four bytes tell, which is right up to 4 GB.
    pub(super) fn text_bytes(&self) -> u64 {
        let unpacked = || {
            let mut file = File::open(&self.path).ok()?;
            file.seek(SeekFrom::End(-4)).ok()?;
            let mut length = [0; 4];
            file.read_exact(&mut length).ok()?;
            Some(u64::from(u32::from_le_bytes(length)))
        };
        match &self.packed {
            Some(packed) => packed.bytes,
            None if self.format == Format::GzippedText => unpacked().unwrap_or(self.bytes),
            None => self.bytes,
        }
    }

    /// The content from its beginning; progress counts bytes on disk.
    pub(super) fn reader(&self, cancel: &Cancel, progress: &Progress) -> io::Result<Box<dyn Read + Send>> {
        progress.expect(self.bytes);
        let file = File::open(&self.path)?;
        let watched = Watched::new(file, cancel, progress);
        let content: Box<dyn Read + Send> = match &self.packed {
            Some(packed) => packed.reader(watched)?,
            None => Box::new(watched),
        };
        Ok(match self.format {
            Format::GzippedText => Box::new(MultiGzDecoder::new(io::BufReader::new(content))),
            _ => content,
        })
    }
}

fn format_of(path: &Path, head: &[u8]) -> Result<Format, IngestError> {
    let other = |what: &str, hint: &str| {
        let headline = format!("this is {what}, not a table");
        Err(IngestError::unusable(path, headline, "", hint))
    };
    match head {
        [b'S', b'Q', b'L', b'i', b't', b'e', b' ', b'f', b'o', b'r', b'm', b'a', b't', ..] => {
            Ok(Format::Sqlite)
        }
        [b'P', b'K', 3 | 5, ..] => Ok(Format::Archive),
        [0x1F, 0x8B, ..] => Ok(Format::GzippedText),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            other("an Excel file of the old kind (.xls)", "Save it as .xlsx or CSV.")
        }
        [b'%', b'P', b'D', b'F', ..] => other("a PDF document", "Export the data as CSV or Excel."),
        [b'P', b'A', b'R', b'1', ..] => other("a Parquet file", "Export the data as CSV, Excel or SQLite."),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => {
            other("a picture", "Choose a file with data.")
        }
        [b'7', b'z', 0xBC, 0xAF, ..] | [0x28, 0xB5, 0x2F, 0xFD, ..] | [b'B', b'Z', b'h', ..] => {
            other("a compressed file", "Unpack it first; of compressed files .gz and .zip are read.")
        }
        _ => Ok(Format::Text),
    }
}

fn read_up_to(input: &mut dyn Read, space: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = space.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match input.read(rest) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Counts what is read; fails once the stop flag is raised.
pub(super) struct Watched<R> {
    input: R,
    cancel: Cancel,
    progress: Progress,
}

impl<R> Watched<R> {
    pub(super) fn new(input: R, cancel: &Cancel, progress: &Progress) -> Self {
        Self { input, cancel: cancel.clone(), progress: progress.clone() }
    }
}

impl<R: Seek> Seek for Watched<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.input.seek(to)
    }
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, space: &mut [u8]) -> io::Result<usize> {
        self.cancel.check().map_err(io::Error::other)?;
        let count = self.input.read(space)?;
        self.progress.advance(count as u64);
        Ok(count)
    }
}

/// Puts data from a pipe into a temporary file, since it must be read twice: to look at it, then to load it.
/// The file is deleted when the returned handle is dropped.
///
/// # Errors
/// [`IngestError`] when reading or the disk fails, or the stop flag is raised.
pub fn spool(input: impl Read, cancel: &Cancel) -> Result<tempfile::NamedTempFile, IngestError> {
    let io = |error| IngestError::io(Path::new("-"), error);
    let mut file = tempfile::NamedTempFile::new().map_err(io)?;
    let mut watched = Watched::new(input, cancel, &Progress::new());
    io::copy(&mut watched, &mut file).map_err(io)?;
    Ok(file)
}
