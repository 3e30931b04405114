//! Zip archives: which of the files in one is the data, and reading it while it is unpacked. An archive that would unpack to
//! far more than any table is refused before it fills the computer.

use super::IngestError;
use super::input::Watched;
use super::report::EntryInfo;
use crate::base::name_key;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use zip::{CompressionMethod, ZipArchive};

/// Up to this size anything is unpacked.
const HARMLESS_BYTES: u64 = 256 << 20;
/// Tables shrink to a tenth, repetitive ones to a fiftieth.
const MOST_SHRUNK: u64 = 250;
/// Endings of files that hold tables.
const DATA: [&str; 9] = ["csv", "tsv", "tab", "xlsx", "db", "sqlite", "sqlite3", "xes", "gz"];
/// Endings of files that may hold a table.
const PERHAPS_DATA: [&str; 4] = ["txt", "dat", "log", ""];

/// A file in an archive.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    pub name: String,
    /// Once it is unpacked, as the archive says.
    pub bytes: u64,
    /// In the archive.
    pub packed_bytes: u64,
    start: u64,
    is_deflated: bool,
    crc: u32,
}

/// An archive with the file that is read.
pub(super) struct Archive {
    pub entries: Vec<EntryInfo>,
    pub chosen: Packed,
    /// Other files that are data as well.
    pub rivals: Vec<String>,
}

fn open(path: &Path) -> Result<ZipArchive<BufReader<File>>, IngestError> {
    let file = File::open(path).map_err(|error| IngestError::io(path, error))?;
    ZipArchive::new(BufReader::new(file)).map_err(|error| {
        let hint = "Copy or download it once more.";
        IngestError::unusable(path, "this workbook or archive is damaged", format!("{error}."), hint)
    })
}

/// Bytes that all files of an archive have once they are unpacked, as far as it says so.
pub(super) fn unpacked_bytes(path: &Path) -> Result<u64, IngestError> {
    let mut archive = open(path)?;
    let sizes =
        (0..archive.len()).filter_map(|index| archive.by_index_raw(index).ok().map(|entry| entry.size()));
    Ok(sizes.fold(0, u64::saturating_add))
}

/// True for an Excel workbook, which is an archive too.
pub(super) fn is_workbook(path: &Path) -> Result<bool, IngestError> {
    Ok(open(path)?
        .file_names()
        .flatten()
        .any(|name| name == "[Content_Types].xml" || name.starts_with("xl/")))
}

impl Archive {
    /// Finds the wanted file, else the likeliest.
    pub(super) fn open(path: &Path, wanted: Option<&str>) -> Result<Self, IngestError> {
        let damaged = |error: zip::result::ZipError| {
            let hint = "Copy or download it once more.";
            IngestError::unusable(path, "the archive is damaged", format!("{error}."), hint)
        };
        let mut archive = open(path)?;
        let mut found: Vec<(usize, usize, EntryInfo)> = Vec::new();
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).map_err(damaged)?;
            let name = entry.name().map_err(damaged)?.into_owned();
            if !entry.is_dir() && !is_hidden(&name) && entry.size() > 0 {
                found.push((rank(&name), index, EntryInfo { name, bytes: entry.size() }));
            }
        }
        let mut entries: Vec<EntryInfo> = found.iter().map(|(.., entry)| entry.clone()).collect();
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        found.sort_by(|(rank, _, a), (other, _, b)| rank.cmp(other).then(b.bytes.cmp(&a.bytes)));
        if let Some(wanted) = wanted {
            let is_wanted = |name: &str| name == wanted || name_key(name) == name_key(wanted);
            found.retain(|(.., entry)| is_wanted(&entry.name));
            if found.is_empty() {
                let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
                let detail = format!("It has: {}.", names.join(", "));
                let headline = format!("the archive has no file `{wanted}`");
                return Err(IngestError::unusable(path, headline, detail, "Choose one of them."));
            }
        }
        let Some(best) = found.first().map(|(rank, ..)| *rank) else {
            let hint = "Choose another file.";
            return Err(IngestError::unusable(path, "the archive has no file in it", "", hint));
        };
        let mut best =
            found.into_iter().filter(|(rank, ..)| *rank == best).map(|(_, index, entry)| (index, entry));
        let index = best.next().map_or(0, |(index, _)| index);
        let rivals = if wanted.is_some() { Vec::new() } else { best.map(|(_, entry)| entry.name).collect() };
        let entry = archive.by_index_raw(index).map_err(damaged)?;
        let name = entry.name().map_err(damaged)?.into_owned();
        let is_deflated = match entry.compression() {
            _ if entry.encrypted() => {
                let headline = format!("`{name}` in the archive is protected by a password");
                return Err(IngestError::unusable(path, headline, "", "Unpack it first."));
            }
            CompressionMethod::Stored => false,
            CompressionMethod::Deflated => true,
            other => {
                let headline = format!("`{name}` is packed in a way that is not read ({other})");
                return Err(IngestError::unusable(path, headline, "", "Unpack it first."));
            }
        };
        let chosen = Packed {
            bytes: entry.size(),
            packed_bytes: entry.compressed_size(),
            start: entry.data_start().ok_or_else(|| damaged(zip::result::ZipError::FileNotFound))?,
            is_deflated,
            crc: entry.crc32(),
            name,
        };
        if chosen.bytes > HARMLESS_BYTES && chosen.bytes / MOST_SHRUNK > chosen.packed_bytes {
            let detail = format!(
                "`{}` would grow from {} to {} bytes, as only files made to fill up a computer do.",
                chosen.name, chosen.packed_bytes, chosen.bytes
            );
            let hint = "If it is what you want to read, unpack it yourself.";
            return Err(IngestError::unusable(path, "this archive is not unpacked", detail, hint));
        }
        Ok(Self { entries, chosen, rivals })
    }
}

impl Packed {
    /// The content while it is unpacked; `file` is the archive.
    pub(super) fn reader(&self, mut file: Watched<File>) -> io::Result<Box<dyn Read + Send>> {
        file.seek(SeekFrom::Start(self.start))?;
        let packed = BufReader::new(file.take(self.packed_bytes));
        let checked = |content| Checked { content, left: self.bytes, crc: self.crc, sum: flate2::Crc::new() };
        Ok(if self.is_deflated {
            Box::new(checked(Box::new(flate2::bufread::DeflateDecoder::new(packed)) as Box<dyn Read + Send>))
        } else {
            Box::new(checked(Box::new(packed)))
        })
    }
}

/// Sees to it that the content is what the archive says, neither more nor less.
struct Checked {
    content: Box<dyn Read + Send>,
    left: u64,
    crc: u32,
    sum: flate2::Crc,
}

impl Read for Checked {
    fn read(&mut self, space: &mut [u8]) -> io::Result<usize> {
        let count = self.content.read(space)?;
        let bad = |what: &str| Err(io::Error::new(io::ErrorKind::InvalidData, what.to_owned()));
        let Some(left) = self.left.checked_sub(count as u64) else {
            return bad("it unpacks to more than the archive says");
        };
        self.left = left;
        self.sum.update(space.get(..count).unwrap_or_default());
        let at_end = count == 0 && !space.is_empty();
        match at_end {
            true if left > 0 => Err(io::ErrorKind::UnexpectedEof.into()),
            true if self.sum.sum() != self.crc => bad("its check sum is wrong"),
            _ => Ok(count),
        }
    }
}

/// What systems put beside the files that people pack.
fn is_hidden(name: &str) -> bool {
    name.split(['/', '\\']).any(|part| part.starts_with('.') || part == "__MACOSX")
}

/// How likely a file is data, the likeliest first.
fn rank(name: &str) -> usize {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name).to_lowercase();
    let (stem, ending) = file.rsplit_once('.').unwrap_or((&file, ""));
    match () {
        () if DATA.contains(&ending) => 0,
        () if stem.starts_with("readme") || stem.starts_with("license") => 2,
        () if PERHAPS_DATA.contains(&ending) => 1,
        () => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_comes_before_what_stands_beside_it() {
        assert!(rank("export/Calls.CSV") < rank("calls.txt"));
        assert!(rank("calls.txt") < rank("README.txt"));
        assert_eq!(rank("notes.pdf"), rank("LICENSE"));
        assert!(is_hidden("__MACOSX/._calls.csv") && is_hidden("a/.DS_Store") && !is_hidden("a/b.csv"));
    }
}
