//! Splits delimited text into records in bounded memory, each with the exact line on which it starts.
//!
//! The `csv` crate counts the line of a record after CRLF endings and blank lines too low and can't tell a quote
//! that nobody closes from a long field; people who mend their files need both, so this is our own.

use super::encoding::text_of;
use super::row::Row;
use std::borrow::Cow;
use std::io::{self, Read};
use std::ops::Range;

/// A record longer than this is taken for a quote that nobody closed.
const LONGEST_RECORD: usize = 4 << 20;
const BLOCK: usize = 64 << 10;

/// What comes next in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A record, now in the row.
    Record,
    /// A line, given as a single cell, with a quote that is opened and never closed.
    Unclosed,
    /// Nothing.
    End,
}

/// Records of UTF-8 text.
pub(super) struct Records<'a, R> {
    input: R,
    buffer: Buffer<'a>,
    /// What of `buffer` is read already.
    start: usize,
    at_end: bool,
    delimiter: u8,
    /// Line at `start`, from 1.
    line: u64,
}

/// The text, or as much of it as has come.
enum Buffer<'a> {
    Text(&'a str),
    Bytes(Vec<u8>),
}

impl Buffer<'_> {
    fn rest(&self, start: usize) -> Rest<'_> {
        match self {
            Self::Text(text) => {
                let text = text.get(start..).unwrap_or_default();
                Rest { bytes: text.as_bytes(), text: Some(text) }
            }
            Self::Bytes(bytes) => Rest { bytes: bytes.get(start..).unwrap_or_default(), text: None },
        }
    }
}

/// What is still to be read; also as text where that is known to be one, so that nobody checks it line by line.
#[derive(Clone, Copy)]
struct Rest<'a> {
    bytes: &'a [u8],
    text: Option<&'a str>,
}

impl<'a> Rest<'a> {
    fn piece(self, place: Range<usize>) -> Cow<'a, str> {
        match self.text.and_then(|text| text.get(place.clone())) {
            Some(piece) => Cow::Borrowed(piece),
            None => text_of(self.bytes.get(place).unwrap_or_default()),
        }
    }
}

/// The extent of a record: bytes with its line ending, lines it spans; none when the buffer ends before it does.
struct Extent {
    bytes: usize,
    lines: u64,
}

impl<'a> Records<'a, io::Empty> {
    /// Of a text in memory, without copying it.
    pub(super) fn of_text(text: &'a str, delimiter: u8) -> Self {
        Self { input: io::empty(), buffer: Buffer::Text(text), start: 0, at_end: true, delimiter, line: 1 }
    }
}

impl<R: Read> Records<'_, R> {
    pub(super) fn new(input: R, delimiter: u8) -> Self {
        Self { input, buffer: Buffer::Bytes(Vec::new()), start: 0, at_end: false, delimiter, line: 1 }
    }

    /// How many lines have been read to their end.
    pub(super) fn lines_passed(&self) -> u64 {
        self.line - 1
    }

    /// Reads the next record; blank lines are passed over but counted.
    pub(super) fn next(&mut self, row: &mut Row) -> io::Result<Next> {
        loop {
            row.clear();
            let rest = self.buffer.rest(self.start);
            if let Some(blank) = blank_line(rest.bytes, self.at_end) {
                self.start += blank;
                self.line += 1;
                continue;
            }
            if rest.bytes.is_empty() && self.at_end {
                return Ok(Next::End);
            }
            row.line = self.line;
            if let Some(extent) = split(rest, self.at_end, self.delimiter, row) {
                self.start += extent.bytes;
                self.line += extent.lines;
                return Ok(Next::Record);
            }
            if self.at_end || rest.bytes.len() > LONGEST_RECORD {
                return Ok(self.take_line(row));
            }
            self.fill()?;
        }
    }

    /// Only a quoted field can go on to the end: gives up its first line and goes on with the second.
    fn take_line(&mut self, row: &mut Row) -> Next {
        let rest = self.buffer.rest(self.start);
        let length = memchr::memchr(b'\n', rest.bytes).map_or(rest.bytes.len(), |newline| newline + 1);
        row.clear();
        row.push(&rest.piece(0..length));
        self.start += length;
        self.line += 1;
        Next::Unclosed
    }

    fn fill(&mut self) -> io::Result<()> {
        let Buffer::Bytes(buffer) = &mut self.buffer else { return Ok(()) };
        buffer.drain(..self.start);
        self.start = 0;
        let held = buffer.len();
        // Doubling keeps the repeated looks at a long record linear.
        buffer.resize(held + BLOCK.max(held), 0);
        let mut filled = held;
        while let Some(space) = buffer.get_mut(filled..).filter(|space| !space.is_empty()) {
            match self.input.read(space) {
                Ok(0) => {
                    self.at_end = true;
                    break;
                }
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        buffer.truncate(filled);
        Ok(())
    }
}

/// Length of an empty line at the start, if there is one for sure.
fn blank_line(text: &[u8], at_end: bool) -> Option<usize> {
    match text {
        [b'\n', ..] => Some(1),
        [b'\r', b'\n', ..] => Some(2),
        [b'\r', _, ..] => Some(1),
        [b'\r'] if at_end => Some(1),
        _ => None,
    }
}

/// Splits the first record into cells. A quote counts only at the start of a field; a doubled one within
/// a quoted field is one quote; what follows a closing quote belongs to the field as it stands.
fn split(text: Rest<'_>, at_end: bool, delimiter: u8, row: &mut Row) -> Option<Extent> {
    let length = memchr::memchr3(b'\n', b'\r', b'"', text.bytes).unwrap_or(text.bytes.len());
    let ending = match text.bytes.get(length..)? {
        [b'"', ..] => return split_quoted(text, at_end, delimiter, row),
        // The end of the line, or the line feed after its carriage return, may still be to come.
        [] | [b'\r'] if !at_end => return None,
        [] => 0,
        [b'\r', b'\n', ..] => 2,
        _ => 1,
    };
    row.take_line(&text.piece(0..length), delimiter);
    Some(Extent { bytes: length + ending, lines: 1 })
}

/// As [`split`], for a record with a quote in its first line.
fn split_quoted(rest: Rest<'_>, at_end: bool, delimiter: u8, row: &mut Row) -> Option<Extent> {
    let text = rest.bytes;
    let mut at = 0;
    let mut lines = 1;
    loop {
        if text.get(at) == Some(&b'"') {
            at += 1;
            loop {
                let piece = text.get(at..)?;
                let quote = memchr::memchr(b'"', piece)?;
                let inside = piece.get(..quote)?;
                lines += memchr::memchr_iter(b'\n', inside).count() as u64;
                row.extend(&rest.piece(at..at + quote));
                at += quote + 1;
                match text.get(at) {
                    Some(b'"') => {
                        row.extend("\"");
                        at += 1;
                    }
                    None if !at_end => return None,
                    _ => break,
                }
            }
        }
        let piece = text.get(at..)?;
        let stop = memchr::memchr3(delimiter, b'\n', b'\r', piece);
        if stop.is_none() && !at_end {
            return None;
        }
        let length = stop.unwrap_or(piece.len());
        row.extend(&rest.piece(at..at + length));
        row.end_cell();
        at += length;
        match text.get(at) {
            None => return Some(Extent { bytes: at, lines }),
            Some(byte) if *byte == delimiter => at += 1,
            Some(b'\n') => return Some(Extent { bytes: at + 1, lines }),
            // A carriage return: its line feed may still be to come.
            Some(_) => match text.get(at + 1) {
                Some(b'\n') => return Some(Extent { bytes: at + 2, lines }),
                None if !at_end => return None,
                _ => return Some(Extent { bytes: at + 1, lines }),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time, so that every record is cut at every place.
    struct Drip<'a>(&'a [u8]);

    impl Read for Drip<'_> {
        fn read(&mut self, space: &mut [u8]) -> io::Result<usize> {
            let Some((first, rest)) = self.0.split_first() else { return Ok(0) };
            self.0 = rest;
            space[0] = *first;
            Ok(1)
        }
    }

    fn read(text: &str) -> Vec<(u64, Next, Vec<String>)> {
        let mut records = Records::new(Drip(text.as_bytes()), b',');
        let mut row = Row::default();
        let mut found = Vec::new();
        loop {
            match records.next(&mut row).unwrap() {
                Next::End => return found,
                next => found.push((row.line, next, row.cells().map(str::to_owned).collect())),
            }
        }
    }

    fn record(line: u64, cells: &[&str]) -> (u64, Next, Vec<String>) {
        (line, Next::Record, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn lines_are_those_an_editor_shows() {
        let text = "a,b\r\n\r\n1,\"x\r\ny\"\r\n2,z\n\n\n3,\n4,w";
        let expected = [
            record(1, &["a", "b"]),
            record(3, &["1", "x\r\ny"]),
            record(5, &["2", "z"]),
            record(8, &["3", ""]),
            record(9, &["4", "w"]),
        ];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn quotes() {
        assert_eq!(read("\"a \"\"b\"\", c\",d"), [record(1, &["a \"b\", c", "d"])]);
        assert_eq!(read("5\" pipe,d"), [record(1, &["5\" pipe", "d"])]);
        assert_eq!(read("\"a\"x,d\n"), [record(1, &["ax", "d"])]);
        assert_eq!(read("\"\",\n"), [record(1, &["", ""])]);
    }

    #[test]
    fn a_quote_never_closed_costs_one_line() {
        let found = read("a,b\n1,\"x\n2,y\n");
        assert_eq!(found.len(), 3);
        assert_eq!((found[1].0, found[1].1), (2, Next::Unclosed));
        assert_eq!(found[2], record(3, &["2", "y"]));
    }

    #[test]
    fn old_mac_line_ends() {
        assert_eq!(read("a,b\r1,2\r"), [record(1, &["a", "b"]), record(2, &["1", "2"])]);
    }
}
