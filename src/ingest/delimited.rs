//! Delimited text as a table: its separator and header, its rows with exact line numbers.

use super::IngestError;
use super::encoding::{self, Utf8Reader};
use super::header;
use super::input::Input;
use super::parts;
use super::records::{Next, Records};
use super::rejects;
use super::row::{Item, Parts, Row, Sink, Table};
use crate::base::{Cancel, Progress};
use crate::model::ReadOptions;
use encoding_rs::Encoding;
use std::io::Read;
use std::path::Path;

/// Records of the sample that the separator is judged by.
const JUDGED: usize = 300;

/// A text file with its way of writing known.
pub(super) struct Delimited {
    input: Input,
    pub layout: Layout,
    cancel: Cancel,
}

/// How a text file is written.
#[derive(Clone)]
pub(super) struct Layout {
    pub encoding: &'static Encoding,
    pub delimiter: u8,
    pub has_header: bool,
    /// Records before the first row: `sep=;`, blank ones and the header, where there are such.
    pub leading: usize,
    pub columns: Vec<String>,
}

impl Delimited {
    /// Finds out what the options leave open.
    pub(super) fn open(input: Input, options: &ReadOptions, cancel: &Cancel) -> Result<Self, IngestError> {
        let path = &input.path;
        let encoding = match &options.encoding {
            Some(label) => Encoding::for_label(label.trim().as_bytes()).ok_or_else(|| {
                let headline = format!("there is no encoding called `{label}`");
                IngestError::unusable(
                    path,
                    headline,
                    "",
                    "Choose utf-8, windows-1254, iso-8859-2 or the like.",
                )
                .option("--encoding")
            })?,
            None => encoding::detect(&input.samples),
        };
        let beginning = input.samples.first().map(Vec::as_slice).unwrap_or_default();
        let text = encoding::decode_sample(beginning, encoding);
        if encoding::is_binary(&text) {
            let hint = "Choose a CSV, Excel or SQLite file, or say in which encoding the text is written.";
            return Err(IngestError::unusable(
                path,
                "this is not a table",
                "It holds no readable text.",
                hint,
            )
            .option("--encoding"));
        }
        if let Some(what) = other_text(&text) {
            let headline = format!("this is {what}, not a table");
            return Err(IngestError::unusable(
                path,
                headline,
                "",
                "Export the data as CSV, Excel, SQLite or XES.",
            ));
        }
        let declared = declared_separator(&text);
        let delimiter = match options.delimiter {
            Some(letter) => u8::try_from(letter).ok().filter(u8::is_ascii).ok_or_else(|| {
                let headline = format!("`{letter}` can't separate fields");
                IngestError::unusable(path, headline, "", "Choose a single ASCII character.")
                    .option("--delimiter")
            })?,
            None => declared.unwrap_or_else(|| separator_of(&text)),
        };
        let records = sample_records(&text, delimiter, JUDGED, input.whole);
        let declared = usize::from(declared.is_some());
        let blank = records.iter().skip(declared).take_while(|row| row.is_blank()).count();
        let skipped = declared + blank;
        let body = records.get(skipped..).unwrap_or_default();
        let Some(first) = body.first() else {
            return Err(IngestError::unusable(
                path,
                "the file holds only blanks",
                "",
                "Export it once more.",
            ));
        };
        let names_columns = || header::is_header(first, body.get(1..).unwrap_or_default());
        let has_header = options.header.unwrap_or_else(names_columns);
        let columns = if has_header { header::names(first.cells()) } else { header::numbered(first.len()) };
        let leading = skipped + usize::from(has_header);
        let layout = Layout { encoding, delimiter, has_header, leading, columns };
        Ok(Self { input, layout, cancel: cancel.clone() })
    }

    /// How many rows there are, by the size of the first ones.
    pub(super) fn estimated_rows(&self, sample: &[Row]) -> u64 {
        let sample_bytes: usize = sample.iter().map(Row::bytes).sum();
        self.input.text_bytes().saturating_mul(sample.len() as u64) / sample_bytes.max(1) as u64
    }
}

impl Table for Delimited {
    fn columns(&self) -> &[String] {
        &self.layout.columns
    }

    fn parts(&self, part_bytes: usize, progress: &Progress) -> Result<Option<Parts>, IngestError> {
        let path = &self.input.path;
        if self.input.is_plain_text()
            && let Some((parts, bytes)) = parts::of_file(path, &self.layout, part_bytes)?
        {
            progress.expect(bytes);
            return Ok(Some(parts));
        }
        let content =
            self.input.reader(&self.cancel, progress).map_err(|error| IngestError::io(path, error))?;
        Ok(Some(parts::of_stream(path, content, &self.layout, part_bytes)))
    }

    fn scan(&mut self, progress: &Progress, sink: &mut Sink<'_>) -> Result<(), IngestError> {
        let io = |error| IngestError::io(&self.input.path, error);
        let bytes = self.input.reader(&self.cancel, progress).map_err(io)?;
        let mut records = Records::new(Utf8Reader::new(bytes, self.layout.encoding), self.layout.delimiter);
        self.layout.scan(&self.input.path, &mut records, self.layout.leading, sink)
    }
}

impl Layout {
    /// Gives every record after the leading ones to the sink until it has enough.
    pub(super) fn scan<R: Read>(
        &self,
        path: &Path,
        records: &mut Records<'_, R>,
        mut leading: usize,
        sink: &mut Sink<'_>,
    ) -> Result<(), IngestError> {
        let columns = self.columns.len();
        let mut row = Row::default();
        loop {
            let next = records.next(&mut row).map_err(|error| IngestError::io(path, error))?;
            if next == Next::End {
                return Ok(());
            }
            if leading > 0 {
                leading -= 1;
                continue;
            }
            // A separator too many at the end of every line is common and harmless.
            let surplus_is_empty = (columns..row.len()).all(|index| row.cell(index).is_empty());
            let item = match next {
                Next::Unclosed => Item::Bad(rejects::unclosed_quote(&row)),
                _ if row.is_blank() => Item::Bad(rejects::empty_row(row.line)),
                _ if row.len() < columns || !surplus_is_empty => Item::Bad(rejects::ragged(&row, columns)),
                _ => Item::Row(&row),
            };
            if sink(item)?.is_break() {
                return Ok(());
            }
        }
    }
}

/// What a text is when it is certainly no table; some programs call a web page an Excel file.
fn other_text(text: &str) -> Option<&'static str> {
    let head: String = text.trim_start().chars().take(15).collect::<String>().to_lowercase();
    match () {
        () if head.starts_with("<!doctype html") || head.starts_with("<html") => Some("a web page"),
        () if ["{\"", "{\n", "{\r", "[{", "[\n"].iter().any(|start| head.starts_with(start)) => Some("JSON"),
        () => None,
    }
}

/// Excel's own first line, `sep=;`.
fn declared_separator(text: &str) -> Option<u8> {
    let line = text.lines().next()?.trim();
    match line.as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] => Some(*separator),
        _ => None,
    }
}

/// The separator by which most records have equally many fields, and many.
fn separator_of(text: &str) -> u8 {
    let mut best = (b',', 0);
    for candidate in [b',', b';', b'\t', b'|'] {
        let mut lengths: Vec<usize> =
            sample_records(text, candidate, JUDGED, false).iter().map(Row::len).collect();
        lengths.sort_unstable();
        let commonest = lengths.chunk_by(|a, b| a == b).max_by_key(|run| run.len());
        let Some((fields, times)) = commonest.and_then(|run| Some((*run.first()?, run.len()))) else {
            continue;
        };
        let agreement = times * 1000 / lengths.len().max(1);
        let score = fields.saturating_sub(1) * agreement * agreement;
        if score > best.1 {
            best = (candidate, score);
        }
    }
    best.0
}

/// The first records of a sample; without the last, which may be cut, unless the sample is whole or it is the only one.
fn sample_records(text: &str, delimiter: u8, limit: usize, whole: bool) -> Vec<Row> {
    let mut records = Records::of_text(text, delimiter);
    let mut rows = Vec::new();
    let mut row = Row::default();
    while rows.len() < limit {
        // Reading from memory does not fail.
        let Ok(Next::Record | Next::Unclosed) = records.next(&mut row) else {
            if !whole && rows.len() > 1 {
                rows.pop();
            }
            break;
        };
        rows.push(row.clone());
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators() {
        for (text, expected) in [
            ("a,b,c\n1,2,3\n", b','),
            ("a;b;c\n1,5;2,5;3,5\n1,0;2,0;3,0\n", b';'),
            ("a\tb\nx, y\tz\n", b'\t'),
            ("a|b|c\n1|2|3\n", b'|'),
            ("a;b\n\"x,y,z\";1\n\"x,y,z\";2\n", b';'),
            ("alone\n1\n2\n", b','),
        ] {
            assert_eq!(separator_of(text) as char, expected as char, "{text}");
        }
        assert_eq!(declared_separator("sep=;\r\na;b"), Some(b';'));
        assert_eq!(declared_separator("a;b"), None);
    }
}
