//! An XES log (IEEE 1849, also gzipped) as a table: one row per event, one column per attribute; those of the trace
//! stand in each of its rows, with `case:` in front.

mod elements;

use super::encoding::{self, Utf8Reader};
use super::input::Input;
use super::open::Depth;
use super::row::{Item, Row, Sink, Table};
use super::{IngestError, header};
use crate::base::{Cancel, Progress};
use crate::model::ReadOptions;
use crate::tr;
use elements::{Elements, Fault, Piece, Scope};
use encoding_rs::Encoding;
use hashbrown::HashMap;
use std::io::Read;

/// The beginning of a text, which nearly always holds every attribute.
const SEARCHED_BYTES: u64 = if cfg!(test) { 64 << 10 } else { 64 << 20 };
/// More columns than anybody can choose from.
const MOST_COLUMNS: usize = 1000;
/// Between the values of an attribute that an event has more than once.
const ALSO: &str = "; ";
/// In front of the columns of a trace, as other programs write them.
const TRACE: &str = "case:";
/// In front of columns that put several attributes together.
pub(super) const CLASSIFIER: &str = "classifier:";
/// The attribute that tells the start of a step from its end; it is asked about, not put together with others.
const LIFECYCLE: &str = "lifecycle:transition";

/// True for the beginning of an XML text.
pub(super) fn is_xml(text: &str) -> bool {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    ["<?xml", "<log", "<!--"].iter().any(|start| text.starts_with(start))
}

/// The columns of a log by what they come from.
#[derive(Default)]
struct Columns {
    names: Vec<String>,
    of_trace: HashMap<String, usize>,
    of_event: HashMap<String, usize>,
    /// Columns that are put together, each from others.
    classifiers: Vec<Vec<usize>>,
}

/// A log whose attributes are known.
pub(super) struct XesLog {
    input: Input,
    encoding: &'static Encoding,
    columns: Columns,
    /// Events; none when no more than the beginning was looked through.
    pub events: Option<u64>,
    /// There are more attributes than columns.
    pub is_cut: bool,
    cancel: Cancel,
}

impl XesLog {
    /// Looks through the log, or its beginning, for its attributes.
    pub(super) fn open(
        input: Input,
        options: &ReadOptions,
        depth: Depth,
        cancel: &Cancel,
        progress: &Progress,
    ) -> Result<Self, IngestError> {
        let beginning = input.samples.first().map(Vec::as_slice).unwrap_or_default();
        let declared = || declared_encoding(beginning).filter(|encoding| encoding.is_ascii_compatible());
        let given = options.encoding.as_ref().and_then(|label| Encoding::for_label(label.as_bytes()));
        let encoding = given.or_else(declared).unwrap_or_else(|| encoding::detect(&input.samples));
        let mut log = Self {
            input,
            encoding,
            columns: Columns::default(),
            events: None,
            is_cut: false,
            cancel: cancel.clone(),
        };
        let searched = match depth {
            Depth::Beginning => SEARCHED_BYTES,
            Depth::Whole => u64::MAX,
        };
        log.search(searched, progress).map_err(|fault| log.explain(fault))?;
        Ok(log)
    }

    fn elements(&self, progress: &Progress) -> Result<Elements<impl Read + use<>>, Fault> {
        let bytes = self.input.reader(&self.cancel, progress)?;
        Ok(Elements::new(Utf8Reader::new(bytes, self.encoding)))
    }

    fn search(&mut self, searched_bytes: u64, progress: &Progress) -> Result<(), Fault> {
        let mut elements = self.elements(progress)?;
        let (mut of_trace, mut of_event) = (Found::default(), Found::default());
        let mut classifiers = Vec::new();
        let mut events = 0;
        let is_whole = loop {
            match elements.next()? {
                Piece::Global(scope) | Piece::Attribute { scope, .. } => {
                    let found = if scope == Scope::Trace { &mut of_trace } else { &mut of_event };
                    self.is_cut |= !found.note(elements.name());
                }
                Piece::Classifier { name, keys } => classifiers.push((name, keys)),
                Piece::EventEnds => events += 1,
                Piece::End => break true,
                Piece::TraceBegins | Piece::TraceEnds | Piece::EventBegins { .. } => {}
            }
            if elements.bytes() > searched_bytes {
                break false;
            }
        };
        self.events = is_whole.then_some(events);
        self.columns = Columns::of(of_trace, of_event, &classifiers);
        Ok(())
    }

    fn explain(&self, fault: Fault) -> IngestError {
        let path = &self.input.path;
        match fault {
            Fault::Io(error) => IngestError::io(path, error),
            Fault::NoLog(root) => IngestError::unusable(
                path,
                "this is XML, but no event log",
                format!("Its outermost element is <{root}>; that of an XES log is <log>."),
                "Export the data as XES, CSV, Excel or SQLite.",
            ),
            Fault::Xml { line, said } => IngestError::unusable(
                path,
                format!("the XML is broken at line {line}"),
                format!("The reader says: {said}."),
                "Export the log once more.",
            ),
            Fault::Cut { line } => IngestError::unusable(
                path,
                "the file ends too early",
                format!("It ends at line {line}, within an element."),
                "Copy or download it once more.",
            ),
        }
    }
}

/// Names in the order in which they came.
#[derive(Default)]
struct Found {
    names: Vec<String>,
    places: HashMap<String, usize>,
}

impl Found {
    /// False when there is no room for the name.
    fn note(&mut self, name: &str) -> bool {
        if self.places.contains_key(name) {
            return true;
        }
        let has_room = self.names.len() < MOST_COLUMNS;
        if has_room {
            self.places.insert(name.to_owned(), self.names.len());
            self.names.push(name.to_owned());
        }
        has_room
    }
}

impl Columns {
    fn of(of_trace: Found, of_event: Found, classifiers: &[(String, Vec<String>)]) -> Self {
        let mut names: Vec<String> = of_trace.names.iter().map(|name| format!("{TRACE}{name}")).collect();
        let before = names.len();
        names.extend(of_event.names);
        let mut of_event = of_event.places;
        of_event.values_mut().for_each(|place| *place += before);
        let mut joined = Vec::new();
        for (name, keys) in classifiers {
            let columns: Option<Vec<usize>> = keys.iter().map(|key| of_event.get(key).copied()).collect();
            if let Some(columns) = columns.filter(|columns| columns.len() > 1)
                && !keys.iter().any(|key| key == LIFECYCLE)
            {
                names.push(format!("{CLASSIFIER}{name}"));
                joined.push(columns);
            }
        }
        let names = header::names(names.iter().map(String::as_str));
        Self { names, of_trace: of_trace.places, of_event, classifiers: joined }
    }
}

/// The values of one row while they are collected.
struct Cells {
    texts: Vec<String>,
    are_numbers: Vec<bool>,
}

impl Cells {
    fn new(columns: usize) -> Self {
        Self { texts: vec![String::new(); columns], are_numbers: vec![false; columns] }
    }

    fn clear(&mut self) {
        self.texts.iter_mut().for_each(String::clear);
    }

    fn add(&mut self, index: usize, value: &str, is_number: bool) {
        let (Some(text), Some(flag)) = (self.texts.get_mut(index), self.are_numbers.get_mut(index)) else {
            return;
        };
        *flag = is_number && text.is_empty();
        if !text.is_empty() {
            text.push_str(ALSO);
        }
        text.push_str(value);
    }

    fn joined(&self, columns: &[usize]) -> String {
        let texts: Vec<&str> =
            columns.iter().filter_map(|index| self.texts.get(*index)).map(String::as_str).collect();
        if texts.iter().any(|text| text.is_empty()) { String::new() } else { texts.join("+") }
    }
}

impl Table for XesLog {
    fn columns(&self) -> &[String] {
        &self.columns.names
    }

    fn scan(&mut self, progress: &Progress, sink: &mut Sink<'_>) -> Result<(), IngestError> {
        let explain = |fault| self.explain(fault);
        let columns = &self.columns;
        let traces = columns.of_trace.len();
        let single = columns.names.len() - columns.classifiers.len();
        let mut elements = self.elements(progress).map_err(explain)?;
        let (mut trace, mut event) = (Cells::new(traces), Cells::new(single));
        let mut row = Row::default();
        loop {
            match elements.next().map_err(explain)? {
                Piece::TraceBegins | Piece::TraceEnds => trace.clear(),
                Piece::EventBegins { line } => {
                    event.clear();
                    row.line = line;
                }
                Piece::Attribute { scope, is_number } => {
                    let (cells, places) = match scope {
                        Scope::Trace => (&mut trace, &columns.of_trace),
                        Scope::Event => (&mut event, &columns.of_event),
                    };
                    if let Some(index) = places.get(elements.name()) {
                        cells.add(*index, elements.value(), is_number);
                    }
                }
                Piece::EventEnds => {
                    fill(&mut row, &trace, &event, columns);
                    let item = if row.is_blank() {
                        Item::Bad(super::rejects::empty_row(row.line))
                    } else {
                        Item::Row(&row)
                    };
                    if sink(item)?.is_break() {
                        return Ok(());
                    }
                }
                Piece::End => return Ok(()),
                Piece::Global(_) | Piece::Classifier { .. } => {}
            }
        }
    }
}

fn fill(row: &mut Row, trace: &Cells, event: &Cells, columns: &Columns) {
    row.clear();
    let traces = trace.texts.len();
    let of_event = event.texts.iter().zip(&event.are_numbers).skip(traces);
    for (text, is_number) in trace.texts.iter().zip(&trace.are_numbers).chain(of_event) {
        if *is_number && !text.is_empty() { row.push_number(text) } else { row.push(text) }
    }
    for classifier in &columns.classifiers {
        row.push(&event.joined(classifier));
    }
}

/// The encoding that the first line names.
fn declared_encoding(beginning: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(beginning.get(..200).unwrap_or(beginning)).into_owned();
    let (declaration, _) = head.split_once("?>")?;
    let (_, rest) = declaration.split_once("encoding")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|letter| matches!(letter, '"' | '\''))?;
    let label = rest.get(1..)?.split(quote).next()?;
    Encoding::for_label(label.as_bytes())
}

/// What is said of a log with too many attributes.
pub(super) fn cut_words() -> String {
    tr!("ingest-many-attributes", most = MOST_COLUMNS)
}

#[cfg(test)]
mod tests {
    use crate::base::{Cancel, Progress};
    use crate::ingest::{load, profile};
    use crate::model::ReadOptions;
    use std::path::Path;

    #[test]
    fn attributes_of_late_events_are_columns_too() {
        let event = |more: &str| {
            format!(
                "<event><string key=\"concept:name\" value=\"Call\"/>\
                 <date key=\"time:timestamp\" value=\"2024-01-01T10:00:00Z\"/>{more}</event>"
            )
        };
        let mut text = "<log><trace><string key=\"concept:name\" value=\"a\"/>".to_owned();
        while text.len() < 2 * super::SEARCHED_BYTES as usize {
            text += &event("");
        }
        text += &event("<string key=\"channel\" value=\"web\"/>");
        text += "</trace></log>";
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let profile =
            profile(file.path(), &ReadOptions::default(), &Cancel::new(), &Progress::new()).unwrap();
        assert!(profile.rows_exact);
        let mut source = profile.guess.source.unwrap();
        assert!(profile.columns.iter().any(|column| column.name == "channel"));
        source.roles.channel = Some("channel".to_owned());
        let loaded = load(&source, Path::new("/"), &Cancel::new(), &Progress::new()).unwrap();
        assert_eq!(loaded.log.channels.iter().collect::<Vec<_>>(), ["web"]);
        source.roles.channel = Some("agent".to_owned());
        assert!(load(&source, Path::new("/"), &Cancel::new(), &Progress::new()).is_err());
    }
}
