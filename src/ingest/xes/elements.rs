//! Reads the XML of an XES log piece by piece: globals, classifiers, traces, events and their attributes, each with its
//! line. What the pieces mean for a table is left to the parent module.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::io::{self, BufRead, Read};

/// Attributes within attributes are followed so deep; nobody nests deeper than two or three.
const DEEPEST: usize = 24;
/// Between the keys of nested attributes.
const NESTED: char = '/';

/// What an attribute belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Trace,
    Event,
}

/// A piece of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Every trace or event is said to have an attribute of the name that is now in [`Elements::name`].
    Global(Scope),
    /// The attributes that together name an event.
    Classifier {
        name: String,
        keys: Vec<String>,
    },
    TraceBegins,
    TraceEnds,
    EventBegins {
        line: u64,
    },
    /// Name and value are now in [`Elements::name`] and [`Elements::value`].
    Attribute {
        scope: Scope,
        is_number: bool,
    },
    EventEnds,
    End,
}

/// Why the log can't be read on.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    /// The input failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Another kind of XML; the name of its outermost element.
    #[error("{0}")]
    NoLog(String),
    /// The XML is broken at this line.
    #[error("{said}")]
    Xml { line: u64, said: String },
    /// The text ends within an element.
    #[error("the text ends within an element")]
    Cut { line: u64 },
}

/// An element that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Log,
    Global,
    Trace,
    Event,
    /// Its key is the path after this length.
    Attribute {
        path_before: usize,
    },
    /// Stands between an attribute and the ones in it.
    Values,
    /// Nothing in it matters.
    Ignored,
}

/// The pieces of a log in the order of the text, which is UTF-8.
pub(super) struct Elements<R: Read> {
    xml: Reader<Lines<io::BufReader<R>>>,
    buffer: Vec<u8>,
    levels: Vec<Level>,
    /// Whose attributes are being read.
    scope: Scope,
    /// Keys of the attributes that are open.
    path: String,
    value: String,
}

impl<R: Read> Elements<R> {
    pub(super) fn new(input: R) -> Self {
        let mut xml = Reader::from_reader(Lines { input: io::BufReader::new(input), passed: 0 });
        xml.config_mut().expand_empty_elements = true;
        Self {
            xml,
            buffer: Vec::new(),
            levels: Vec::new(),
            scope: Scope::Event,
            path: String::new(),
            value: String::new(),
        }
    }

    /// Name of the last attribute: its key, with those of the attributes around it in front.
    pub(super) fn name(&self) -> &str {
        &self.path
    }

    /// Value of the last attribute.
    pub(super) fn value(&self) -> &str {
        &self.value
    }

    /// Bytes of text read so far.
    pub(super) fn bytes(&self) -> u64 {
        self.xml.buffer_position()
    }

    fn line(&self) -> u64 {
        self.xml.get_ref().passed + 1
    }

    /// The next piece.
    pub(super) fn next(&mut self) -> Result<Piece, Fault> {
        loop {
            self.buffer.clear();
            let mut buffer = std::mem::take(&mut self.buffer);
            let event = self.xml.read_event_into(&mut buffer);
            let piece = match event {
                Ok(Event::Start(element)) => self.begin(&element),
                Ok(Event::End(_)) => Ok(self.end()),
                Ok(Event::Eof) if self.levels.is_empty() => Ok(Some(Piece::End)),
                Ok(Event::Eof) => Err(Fault::Cut { line: self.line() }),
                Ok(_) => Ok(None),
                Err(quick_xml::Error::Io(error)) => Err(std::sync::Arc::try_unwrap(error)
                    .unwrap_or_else(|shared| io::Error::new(shared.kind(), shared.to_string()))
                    .into()),
                Err(error) => Err(self.fault(&error)),
            };
            self.buffer = buffer;
            if let Some(piece) = piece? {
                return Ok(piece);
            }
        }
    }

    fn fault(&self, error: &dyn std::fmt::Display) -> Fault {
        Fault::Xml { line: self.line(), said: error.to_string() }
    }

    fn begin(&mut self, element: &BytesStart<'_>) -> Result<Option<Piece>, Fault> {
        let local = element.local_name();
        let local = local.as_ref();
        let around = self.levels.last().copied();
        let holds_attributes =
            !matches!(around, None | Some(Level::Log | Level::Ignored)) && self.levels.len() <= DEEPEST;
        let (level, piece) = match (around, local) {
            (None, "log") => (Level::Log, None),
            (None, other) => return Err(Fault::NoLog(other.to_owned())),
            (Some(Level::Log), "trace") => {
                self.scope = Scope::Trace;
                (Level::Trace, Some(Piece::TraceBegins))
            }
            (Some(Level::Log | Level::Trace), "event") => {
                self.scope = Scope::Event;
                (Level::Event, Some(Piece::EventBegins { line: self.line() }))
            }
            (Some(Level::Log), "global") => {
                let scope = self.text(element, "scope")?;
                self.scope = if scope.as_deref() == Some("trace") { Scope::Trace } else { Scope::Event };
                (Level::Global, None)
            }
            (Some(Level::Log), "classifier") => {
                let name = self.text(element, "name")?.unwrap_or_default().into_owned();
                let keys = keys_of(&self.text(element, "keys")?.unwrap_or_default());
                (Level::Ignored, Some(Piece::Classifier { name, keys }))
            }
            (_, "values") if holds_attributes => (Level::Values, None),
            (_, kind) if holds_attributes && is_attribute(kind) => self.attribute(element, kind)?,
            _ => (Level::Ignored, None),
        };
        self.levels.push(level);
        Ok(piece)
    }

    fn attribute(&mut self, element: &BytesStart<'_>, kind: &str) -> Result<(Level, Option<Piece>), Fault> {
        let key = self.text(element, "key")?.unwrap_or_default();
        let value = self.text(element, "value")?;
        let path_before = self.path.len();
        if path_before > 0 {
            self.path.push(NESTED);
        }
        self.path.push_str(key.trim());
        let level = Level::Attribute { path_before };
        if self.levels.contains(&Level::Global) {
            return Ok((level, Some(Piece::Global(self.scope))));
        }
        // Lists and containers have no value of their own.
        let Some(value) = value else { return Ok((level, None)) };
        self.value.clear();
        self.value.push_str(&value);
        let is_number = matches!(kind, "int" | "float");
        Ok((level, Some(Piece::Attribute { scope: self.scope, is_number })))
    }

    fn end(&mut self) -> Option<Piece> {
        match self.levels.pop()? {
            Level::Event => {
                self.scope = Scope::Trace;
                return Some(Piece::EventEnds);
            }
            Level::Attribute { path_before } => self.path.truncate(path_before),
            Level::Trace => return Some(Piece::TraceEnds),
            Level::Log | Level::Global | Level::Values | Level::Ignored => {}
        }
        None
    }

    /// An attribute of an XML element; an entity that nobody knows stands as it is written.
    fn text<'a>(&self, element: &'a BytesStart<'_>, wanted: &str) -> Result<Option<Cow<'a, str>>, Fault> {
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| self.fault(&error))?;
            if attribute.key.local_name().as_ref() == wanted {
                let unescaped = quick_xml::escape::unescape(&attribute.value).map(Cow::into_owned);
                return Ok(Some(match unescaped {
                    Ok(text) => Cow::Owned(text),
                    Err(_) => attribute.value,
                }));
            }
        }
        Ok(None)
    }
}

fn is_attribute(kind: &str) -> bool {
    matches!(kind, "string" | "date" | "int" | "float" | "boolean" | "id" | "list" | "container")
}

/// Keys parted by blanks; one that has blanks in it stands between apostrophes.
fn keys_of(text: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for (index, piece) in text.split('\'').enumerate() {
        if index % 2 == 1 {
            keys.push(piece.to_owned());
        } else {
            keys.extend(piece.split_whitespace().map(str::to_owned));
        }
    }
    keys
}

/// Counts the lines that are read.
struct Lines<R> {
    input: R,
    passed: u64,
}

impl<R: BufRead> Read for Lines<R> {
    fn read(&mut self, space: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(space)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Lines<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.input.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        if let Ok(piece) = self.input.fill_buf()
            && let Some(piece) = piece.get(..count)
        {
            self.passed += memchr::memchr_iter(b'\n', piece).count() as u64;
        }
        self.input.consume(count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Result<Vec<String>, Fault> {
        let mut elements = Elements::new(text.as_bytes());
        let mut found = Vec::new();
        loop {
            match elements.next()? {
                Piece::End => return Ok(found),
                Piece::Attribute { scope, is_number } => {
                    let number = if is_number { "#" } else { "" };
                    found.push(format!("{scope:?} {}={number}{}", elements.name(), elements.value()));
                }
                Piece::Global(scope) => found.push(format!("global {scope:?} {}", elements.name())),
                other => found.push(format!("{other:?}")),
            }
        }
    }

    #[test]
    fn nested_attributes_keep_the_keys_around_them() {
        let text = "<log><string key=\"concept:name\" value=\"whole log\"/>\n<trace>\n<string key=\"a\" value=\"1 &lt; 2\">\
            <list key=\"l\"><values><int key=\"n\" value=\"3\"/></values></list></string>\n\
            <event><date key=\"t\" value=\"2024\"/></event></trace></log>";
        let expected = [
            "TraceBegins",
            "Trace a=1 < 2",
            "Trace a/l/n=#3",
            "EventBegins { line: 4 }",
            "Event t=2024",
            "EventEnds",
            "TraceEnds",
        ];
        assert_eq!(pieces(text).unwrap(), expected);
    }

    #[test]
    fn globals_and_classifiers() {
        let text = "<log><global scope=\"trace\"><string key=\"k\" value=\"UNKNOWN\"/></global>\
            <classifier name=\"C\" keys=\"'Activity code' org:role\"/></log>";
        let expected =
            ["global Trace k", "Classifier { name: \"C\", keys: [\"Activity code\", \"org:role\"] }"];
        assert_eq!(pieces(text).unwrap(), expected);
    }

    #[test]
    fn broken_xml_tells_its_line() {
        assert!(matches!(pieces("<log>\n<trace>\n"), Err(Fault::Cut { line: 3 })));
        assert!(matches!(pieces("<log>\n<trace></event></log>"), Err(Fault::Xml { line: 2, .. })));
        assert!(matches!(pieces("<rss/>"), Err(Fault::NoLog(name)) if name == "rss"));
        let deep = format!("<log>{}", "<string key='k' value='v'>".repeat(5000));
        assert!(matches!(pieces(&deep), Err(Fault::Cut { .. })));
    }
}
