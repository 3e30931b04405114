//! Cuts a text into parts that can be read at the same time, each beginning with a record: a file in memory where it
//! stands, text that is unpacked or decoded as it comes in.

use super::IngestError;
use super::delimited::Layout;
use super::encoding::Utf8Reader;
use super::mapped::MappedFile;
use super::records::Records;
use super::row::{Part, Parts, Sink};
use encoding_rs::{Encoding, UTF_8};
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Text of a part: small enough that all cores have work to the end, large enough that joining costs little.
pub(super) const PART_BYTES: usize = 8 << 20;
/// The first part is so much smaller, the others double: something is there to be shown soon.
const FIRST_SHARE: usize = 16;
/// A line end outside of quotes is looked for so far.
const LONGEST_SEARCH: usize = 4 << 20;

/// What some programs write before a text in UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A run of whole records, provided that no part before it leaves a quote open.
struct TextPart {
    text: Text,
    is_first: bool,
    encoding: &'static Encoding,
    layout: Arc<Layout>,
    path: PathBuf,
}

enum Text {
    Mapped(Arc<MappedFile>, Range<usize>),
    Own(Vec<u8>),
}

impl Part for TextPart {
    fn scan(&self, sink: &mut Sink<'_>) -> Result<u64, IngestError> {
        let text = match &self.text {
            Text::Mapped(file, bytes) => file.get(bytes.clone()).unwrap_or_default(),
            Text::Own(text) => text,
        };
        // What was decoded already has no byte-order mark any more.
        let has_mark = self.is_first && matches!(self.text, Text::Mapped(..));
        let leading = if self.is_first { self.layout.leading } else { 0 };
        let delimiter = self.layout.delimiter;
        if self.encoding == UTF_8
            && let Ok(text) = str::from_utf8(text)
        {
            let text = text.strip_prefix(BYTE_ORDER_MARK).filter(|_| has_mark).unwrap_or(text);
            let mut records = Records::of_text(text, delimiter);
            self.layout.scan(&self.path, &mut records, leading, sink)?;
            return Ok(records.lines_passed());
        }
        let reader = if has_mark { Utf8Reader::new } else { Utf8Reader::amid };
        let mut records = Records::new(reader(text, self.encoding), delimiter);
        self.layout.scan(&self.path, &mut records, leading, sink)?;
        Ok(records.lines_passed())
    }

    fn uncounted(&self) -> u64 {
        match &self.text {
            Text::Mapped(_, bytes) => bytes.len() as u64,
            Text::Own(_) => 0,
        }
    }
}

/// The parts of a file in memory and its length; none where it can't be cut: no regular file, or an encoding in which
/// a byte may be half a letter.
pub(super) fn of_file(
    path: &Path,
    layout: &Layout,
    part_bytes: usize,
) -> Result<Option<(Parts, u64)>, IngestError> {
    let encoding = layout.encoding;
    if !encoding.is_single_byte() && encoding != UTF_8 {
        return Ok(None);
    }
    let mapped = MappedFile::open(path).map_err(|error| IngestError::io(path, error))?;
    let Some(text) = mapped.map(Arc::new) else { return Ok(None) };
    let bytes = text.len() as u64;
    let (layout, path) = (Arc::new(layout.clone()), path.to_owned());
    let mut wanted = Wanted::new(part_bytes);
    let mut start = 0;
    let next = move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = part_length(rest, wanted.next()).unwrap_or(rest.len());
        let part = TextPart {
            text: Text::Mapped(Arc::clone(&text), start..start + length),
            is_first: start == 0,
            encoding,
            layout: Arc::clone(&layout),
            path: path.clone(),
        };
        start += length;
        Some(Ok(Box::new(part) as Box<dyn Part>))
    };
    Ok(Some((Box::new(std::iter::from_fn(next)), bytes)))
}

/// The parts of a text in the order in which it comes. While one core unpacks and decodes, the others read what is there.
pub(super) fn of_stream(
    path: &Path,
    content: Box<dyn Read + Send>,
    layout: &Layout,
    part_bytes: usize,
) -> Parts {
    let mut text = Utf8Reader::new(content, layout.encoding);
    let (layout, path) = (Arc::new(layout.clone()), path.to_owned());
    let path_of_error = path.clone();
    let mut wanted = Wanted::new(part_bytes);
    let (mut rest, mut is_first, mut at_end) = (Vec::new(), true, false);
    let mut next = move || -> io::Result<Option<Box<dyn Part>>> {
        let wanted = wanted.next();
        let length = loop {
            match part_length(&rest, wanted) {
                Some(length) => break length,
                None if at_end => break rest.len(),
                None => {
                    let missing = wanted.saturating_sub(rest.len()).max(wanted);
                    at_end = text.by_ref().take(missing as u64).read_to_end(&mut rest)? < missing;
                }
            }
        };
        let more = rest.split_off(length);
        let text = std::mem::replace(&mut rest, more);
        let is_first = std::mem::replace(&mut is_first, false);
        let part = |text| TextPart {
            text: Text::Own(text),
            is_first,
            encoding: UTF_8,
            layout: Arc::clone(&layout),
            path: path.clone(),
        };
        Ok((!text.is_empty()).then(|| Box::new(part(text)) as Box<dyn Part>))
    };
    let mut has_failed = false;
    Box::new(std::iter::from_fn(move || {
        let part = if has_failed { return None } else { next() };
        has_failed = part.is_err();
        part.map_err(|error| IngestError::io(&path_of_error, error)).transpose()
    }))
}

/// How many bytes the next part should have.
struct Wanted {
    next: usize,
    most: usize,
}

impl Wanted {
    fn new(most: usize) -> Self {
        Self { next: most / FIRST_SHARE, most }
    }

    fn next(&mut self) -> usize {
        let wanted = self.next.clamp(1, self.most.max(1));
        self.next = wanted * 2;
        wanted
    }
}

/// Length of a part at the beginning of a text, which is that of a record: at least `wanted` bytes, up to a line end
/// outside of quotes as far as their number tells. A quote within a bare field misleads this, and one that nobody
/// closes; then any line end will do, and whoever reads the part meets an open quote if that was wrong. None when the
/// text is too short to tell.
fn part_length(text: &[u8], wanted: usize) -> Option<usize> {
    let (before, rest) = text.split_at_checked(wanted)?;
    let is_quoted = memchr::memchr_iter(b'"', before).count() % 2 == 1;
    let searched = rest.get(..LONGEST_SEARCH);
    let any_line_end = || searched.and_then(|_| memchr::memchr(b'\n', rest)).map(|at| at + 1);
    let length = line_end(searched.unwrap_or(rest), is_quoted).or_else(any_line_end)?;
    Some(wanted + length)
}

/// Length of a text up to its first line end outside of quotes, that included.
fn line_end(text: &[u8], mut is_quoted: bool) -> Option<usize> {
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
    use super::*;

    /// Lengths of the parts of a text; the rest is the last.
    fn lengths(mut text: &[u8], wanted: usize) -> Vec<usize> {
        let mut lengths = Vec::new();
        while !text.is_empty() {
            let length = part_length(text, wanted).unwrap_or(text.len());
            lengths.push(length);
            text = &text[length..];
        }
        lengths
    }

    #[test]
    fn parts_follow_lines_and_mind_quotes() {
        assert_eq!(lengths(b"ab\ncd\nef\n", 3), [6, 3]);
        assert_eq!(lengths(b"a,\"x\ny\nz\"\nb\n", 2), [10, 2]);
        assert_eq!(lengths(b"no line end at all", 2), [18]);
        assert_eq!(lengths(b"5\" pipe\nb\nc\n", 4), [12]);
        let long = [b"5\" pipe\n".as_slice(), &b"bare\n".repeat(LONGEST_SEARCH)].concat();
        assert_eq!(part_length(&long, 4), Some(8));
    }

    #[test]
    fn the_first_part_is_the_smallest() {
        let mut wanted = Wanted::new(PART_BYTES);
        let sizes: Vec<_> = (0..6).map(|_| wanted.next() >> 10).collect();
        assert_eq!(sizes, [512, 1024, 2048, 4096, 8192, 8192]);
        assert_eq!(Wanted::new(1).next(), 1);
    }
}
