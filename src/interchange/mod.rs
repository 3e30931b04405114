//! Maps of other programs: Mermaid `journey` diagrams, OpenJourney files and plain tables become maps, and maps are
//! written as those programs read them. What a format can't hold is named, never dropped in silence. Everything goes
//! from text to a map or from a map to text; files are the affair of whoever calls.

mod builder;
mod lane_names;
mod mermaid;
mod open_journey;
mod table;

pub use mermaid::{losses as mermaid_losses, read as read_mermaid, write as write_mermaid};
pub use open_journey::{
    losses as open_journey_losses, read as read_open_journey, write as write_open_journey,
};
pub use table::read as read_table;

use crate::base::Warnings;
use crate::model::JourneyMap;
use std::path::Path;

/// A map made from what another program wrote.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The map; it has no file yet.
    pub map: JourneyMap,
    /// What was read otherwise than it stands there, or could not be read.
    pub warnings: Warnings,
}

/// Why nothing could be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{problem}", line.map(|line| format!("line {line}: ")).unwrap_or_default())]
pub struct Unreadable {
    /// From 1, where there is a place to point at.
    pub line: Option<usize>,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub hint: String,
}

/// The formats that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A Mermaid `journey` diagram, alone or in a Markdown code block.
    Mermaid,
    /// An OpenJourney file (JSON).
    OpenJourney,
    /// A table with a row per touchpoint, fields parted by comma, semicolon or tab.
    Table,
}

impl Format {
    /// Told by the content: the ending of a name says little.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            Self::OpenJourney
        } else if mermaid::is_journey(text) {
            Self::Mermaid
        } else {
            Self::Table
        }
    }
}

/// Reads a map that another program wrote; `name` is its title where the text has none.
///
/// # Errors
/// [`Unreadable`] with the line and what to do.
pub fn read(text: &str, name: &str) -> Result<Imported, Unreadable> {
    match Format::of(text) {
        Format::Mermaid => read_mermaid(text, name),
        Format::OpenJourney => read_open_journey(text, name),
        Format::Table => read_table(text, name),
    }
}

/// True for names that other mapping programs give their files; whether such a file can be read is found when it is.
#[must_use]
pub fn is_named_like_one(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    matches!(ending.as_str(), "mmd" | "mermaid" | "ojf" | "md")
}

/// The text of a file of foreign origin: UTF-8 or UTF-16 where it says so or is it, else the encoding that its bytes
/// look like.
#[must_use]
pub fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Allow).decode(bytes).0.into_owned()
}
