//! Cuts a text file in memory into parts that can be read at the same time, each beginning with a record.

use super::IngestError;
use super::delimited::Layout;
use super::encoding::Utf8Reader;
use super::mapped::MappedFile;
use super::records::Records;
use super::row::Sink;
use rayon::prelude::*;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Text of a part: small enough that all cores have work to the end, large enough that joining costs little.
pub(super) const PART_BYTES: usize = 8 << 20;
/// A line end is looked for so far; beyond it two parts become one.
const LONGEST_SEARCH: usize = 4 << 20;

/// A run of whole records, provided that no part before it leaves a quote open.
pub(super) struct Part {
    text: Arc<MappedFile>,
    bytes: Range<usize>,
    layout: Arc<Layout>,
    path: PathBuf,
}

impl Part {
    /// Gives every row to the sink, lines counted from the part's own first. Gives the number of its lines.
    pub(super) fn scan(&self, sink: &mut Sink<'_>) -> Result<u64, IngestError> {
        let text = self.text.get(self.bytes.clone()).unwrap_or_default();
        let is_first = self.bytes.start == 0;
        let reader = if is_first { Utf8Reader::new } else { Utf8Reader::amid };
        let mut records = Records::new(reader(text, self.layout.encoding), self.layout.delimiter);
        let leading = if is_first { self.layout.leading } else { 0 };
        self.layout.scan(&self.path, &mut records, leading, sink)?;
        Ok(records.lines_passed())
    }

    /// Bytes of its text.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes.len() as u64
    }
}

/// The parts of a file; none where it can't be cut: no regular file, or an encoding in which a byte may be half a
/// letter.
pub(super) fn parts(
    path: &Path,
    layout: &Layout,
    part_bytes: usize,
) -> Result<Option<Vec<Part>>, IngestError> {
    let encoding = layout.encoding;
    if !encoding.is_single_byte() && encoding != encoding_rs::UTF_8 {
        return Ok(None);
    }
    let mapped = MappedFile::open(path).map_err(|error| IngestError::io(path, error))?;
    let Some(text) = mapped.map(Arc::new) else { return Ok(None) };
    let layout = Arc::new(layout.clone());
    let part = |bytes: &[usize]| match bytes {
        [start, end] => Some(Part {
            text: text.clone(),
            bytes: *start..*end,
            layout: layout.clone(),
            path: path.to_owned(),
        }),
        _ => None,
    };
    Ok(Some(cuts(&text, part_bytes).windows(2).filter_map(part).collect()))
}

/// Places from 0 to the end, about `part_bytes` apart, each after a line end outside of quotes as far as their
/// number tells. A quote within a bare field misleads this; whoever reads the parts then meets an open one.
fn cuts(text: &[u8], part_bytes: usize) -> Vec<usize> {
    let pieces: Vec<&[u8]> = text.chunks(part_bytes.max(1)).collect();
    let quotes: Vec<usize> =
        pieces.par_iter().map(|piece| memchr::memchr_iter(b'"', piece).count()).collect();
    let mut cuts = vec![0];
    let (mut at, mut last, mut is_quoted) = (0, 0, false);
    for (piece, quotes) in pieces.iter().zip(quotes) {
        at += piece.len();
        is_quoted ^= quotes % 2 == 1;
        let rest = text.get(at..).unwrap_or_default();
        if at > last
            && let Some(length) = line_end(rest, is_quoted)
            && length < rest.len()
        {
            last = at + length;
            cuts.push(last);
        }
    }
    cuts.push(text.len());
    cuts
}

/// Length of a text up to its first line end outside of quotes, that included.
fn line_end(text: &[u8], mut is_quoted: bool) -> Option<usize> {
    let text = text.get(..LONGEST_SEARCH).unwrap_or(text);
    memchr::memchr2_iter(b'"', b'\n', text)
        .find(|at| {
            let is_quote = text.get(*at) == Some(&b'"');
            is_quoted ^= is_quote;
            !is_quote && !is_quoted
        })
        .map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::cuts;

    #[test]
    fn cuts_follow_lines_and_mind_quotes() {
        assert_eq!(cuts(b"ab\ncd\nef\n", 3), [0, 6, 9]);
        assert_eq!(cuts(b"a,\"x\ny\nz\"\nb\n", 2), [0, 10, 12]);
        assert_eq!(cuts(b"no line end at all", 2), [0, 18]);
        assert_eq!(cuts(b"", 2), [0, 0]);
    }
}
