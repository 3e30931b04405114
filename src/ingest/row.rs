//! One row of any table as text cells, and what every kind of table offers to its readers.

use super::IngestError;
use super::encoding::text_of;
use crate::base::{Progress, Warning, Warnings};
use std::fmt::Display;
use std::io::Write;
use std::ops::{ControlFlow, Range};
use std::string::FromUtf8Error;

/// The cells of a row, in one buffer that is filled again and again.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    text: String,
    /// Where each cell lies in `text`; between them may stand separators.
    places: Vec<Range<usize>>,
    /// Cells that the source keeps as numbers, not as text.
    numbers: Vec<usize>,
    /// Where it starts in the source: line of a text file, row of a table or sheet, from 1.
    pub line: u64,
}

impl Row {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.places.clear();
        self.numbers.clear();
    }

    /// Takes a whole line whose cells stand between separators, none of them quoted.
    pub(super) fn take_line(&mut self, line: &str, separator: u8) {
        let before = self.text.len();
        self.text.push_str(line);
        let mut start = before;
        each_place(separator, line.as_bytes(), |place| {
            self.places.push(start..before + place);
            start = before + place + 1;
        });
        self.places.push(start..self.text.len());
    }

    /// Appends a cell.
    pub(super) fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.end_cell();
    }

    /// Appends a cell that the source keeps as a number; its decimal mark is a point whatever people write.
    pub(super) fn push_number(&mut self, number: impl Display) {
        self.numbers.push(self.places.len());
        // Writing into a text does not fail.
        let _ = std::fmt::Write::write_fmt(&mut self.text, format_args!("{number}"));
        self.end_cell();
    }

    /// Takes all cells, what is not UTF-8 in them replaced, and leaves its own in their stead.
    pub(super) fn take_cells(&mut self, cells: &mut Cells) {
        self.clear();
        // Nearly every row is sound; then nothing is copied, and it costs less to look at it as a whole.
        match String::from_utf8(std::mem::take(&mut cells.bytes)) {
            Ok(text) if cells.places.iter().all(|place| text.is_char_boundary(place.end)) => {
                cells.bytes = std::mem::replace(&mut self.text, text).into_bytes();
                std::mem::swap(&mut self.places, &mut cells.places);
            }
            sound => {
                cells.bytes = sound.map_or_else(FromUtf8Error::into_bytes, String::into_bytes);
                cells.places.iter().for_each(|place| self.push(&text_of(&cells.bytes[place.clone()])));
            }
        }
        std::mem::swap(&mut self.numbers, &mut cells.numbers);
    }

    pub(super) fn is_number(&self, index: usize) -> bool {
        self.numbers.contains(&index)
    }

    /// The decimal mark of a cell in a table where people write `usual`.
    pub(super) fn decimal_at(&self, index: usize, usual: char) -> char {
        if self.is_number(index) { '.' } else { usual }
    }

    /// Some of it could not be decoded.
    pub(super) fn is_garbled(&self) -> bool {
        !self.text.is_ascii() && self.text.contains(char::REPLACEMENT_CHARACTER)
    }

    /// Appends to the cell being built.
    pub(super) fn extend(&mut self, piece: &str) {
        self.text.push_str(piece);
    }

    pub(super) fn end_cell(&mut self) {
        let start = self.places.last().map_or(0, |before| before.end);
        self.places.push(start..self.text.len());
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// A cell without the blanks around it; empty where there is none.
    #[inline]
    pub(super) fn cell(&self, index: usize) -> &str {
        let Some(place) = self.places.get(index).filter(|place| !place.is_empty()) else { return "" };
        let cell = self.text.get(place.clone()).unwrap_or_default();
        let bytes = cell.as_bytes();
        // Nearly every cell; asking each letter whether it is a blank costs more than all else here.
        let is_bare = |end: Option<&u8>| end.is_none_or(u8::is_ascii_graphic);
        if is_bare(bytes.first()) && is_bare(bytes.last()) { cell } else { cell.trim() }
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.cell(index))
    }

    /// About the bytes it takes as delimited text.
    pub(super) fn bytes(&self) -> usize {
        self.places.iter().map(|place| place.len() + 1).sum()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.cells().all(str::is_empty)
    }
}

/// The cells of a row as bytes of which nobody knows yet whether they are UTF-8.
#[derive(Debug, Default)]
pub(super) struct Cells {
    bytes: Vec<u8>,
    places: Vec<Range<usize>>,
    /// Those kept as numbers, not as text.
    numbers: Vec<usize>,
}

impl Cells {
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.places.clear();
        self.numbers.clear();
    }

    /// Appends a cell.
    pub(super) fn push(&mut self, cell: &[u8]) {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(cell);
        self.places.push(start..self.bytes.len());
    }

    /// Appends a cell that the source keeps as a number; its decimal mark is a point whatever people write.
    pub(super) fn push_number(&mut self, number: impl Display) {
        self.numbers.push(self.places.len());
        let start = self.bytes.len();
        // Writing into memory does not fail.
        let _ = write!(self.bytes, "{number}");
        self.places.push(start..self.bytes.len());
    }
}

/// Where a byte stands in a text, eight places at a time: fields are too short for a search that begins anew after each.
fn each_place(wanted: u8, text: &[u8], mut found: impl FnMut(usize)) {
    const LOW: u64 = u64::MAX / 255 * 0x7F;
    let pattern = u64::from_le_bytes([wanted; 8]);
    let (words, rest) = text.as_chunks::<8>();
    let mut at = 0;
    for word in words {
        // A byte that is there becomes zero; then the highest bit of each byte tells whether it is.
        let differing = u64::from_le_bytes(*word) ^ pattern;
        let mut zeros = !(((differing & LOW) + LOW) | differing | LOW);
        while zeros != 0 {
            found(at + zeros.trailing_zeros() as usize / 8);
            zeros &= zeros - 1;
        }
        at += word.len();
    }
    for byte in rest {
        if *byte == wanted {
            found(at);
        }
        at += 1;
    }
}

/// What a table gives for each of its rows.
pub(super) enum Item<'a> {
    /// A row with as many cells as the table has columns.
    Row(&'a Row),
    /// A row that is none, and why.
    Bad(Warning),
}

/// Takes rows; says when it has seen enough.
pub(super) type Sink<'a> = dyn FnMut(Item<'_>) -> Result<ControlFlow<()>, IngestError> + 'a;

/// A run of rows that can be read while others are.
pub(super) trait Part: Send {
    /// Gives every row to the sink, lines counted from the part's own first. Gives the number of its lines.
    fn scan(&self, sink: &mut Sink<'_>) -> Result<u64, IngestError>;

    /// What reading it adds to the progress, as far as nobody has counted it before.
    fn uncounted(&self) -> u64;
}

/// The parts of a table in their order.
pub(super) type Parts = Box<dyn Iterator<Item = Result<Box<dyn Part>, IngestError>> + Send>;

/// A table that can be read from its first row on, any number of times.
pub(super) trait Table {
    /// Column names: trimmed, never empty, all different.
    fn columns(&self) -> &[String];

    /// Parts of at most about so many bytes that can be read at the same time; none for tables that can only be read
    /// in order.
    fn parts(&self, _part_bytes: usize, _progress: &Progress) -> Result<Option<Parts>, IngestError> {
        Ok(None)
    }

    /// Gives every row to the sink until it has enough.
    fn scan(&mut self, progress: &Progress, sink: &mut Sink<'_>) -> Result<(), IngestError>;
}

/// The first rows of a table, and how many there are when it has no more.
pub(super) fn first_rows(
    table: &mut dyn Table,
    limit: usize,
    problems: &mut Warnings,
) -> Result<(Vec<Row>, Option<u64>), IngestError> {
    let mut rows = Vec::new();
    let mut bad = 0;
    let mut ended = true;
    table.scan(&Progress::new(), &mut |item| {
        match item {
            Item::Row(row) => rows.push(row.clone()),
            Item::Bad(warning) => {
                bad += 1;
                problems.push(warning);
            }
        }
        if rows.len() + bad < limit {
            return Ok(ControlFlow::Continue(()));
        }
        ended = false;
        Ok(ControlFlow::Break(()))
    })?;
    let count = (rows.len() + bad) as u64;
    Ok((rows, ended.then_some(count)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cells_that_are_no_text_are_replaced_each_for_itself() {
        let cells_of = |cells: &[&[u8]]| {
            let mut taken = Cells::default();
            cells.iter().for_each(|cell| taken.push(cell));
            taken.push_number(-1.5);
            let mut row = Row::default();
            row.push("before");
            row.take_cells(&mut taken);
            assert!(row.is_number(cells.len()) && !row.is_number(0));
            row.cells().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(cells_of(&["Łódź".as_bytes(), b"", b"web"]), ["Łódź", "", "web", "-1.5"]);
        assert_eq!(cells_of(&[b"a\xff", b"web"]), ["a\u{fffd}", "web", "-1.5"]);
        // Together the two halves are a letter; apart they are none.
        assert_eq!(cells_of(&[b"a\xc5", b"\x81b"]), ["a\u{fffd}", "\u{fffd}b", "-1.5"]);
    }

    proptest! {
        #[test]
        fn every_place_is_found(text in prop::collection::vec(prop_oneof![Just(b','), Just(b'-'), any::<u8>()], 0..50)) {
            let mut places = Vec::new();
            each_place(b',', &text, |place| places.push(place));
            prop_assert_eq!(places, memchr::memchr_iter(b',', &text).collect::<Vec<_>>());
        }
    }
}
