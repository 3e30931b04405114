//! The text of a kept state: a header in one line, then the map as in its file. Size and checksum of the map
//! in the header tell a whole state from a torn one.

use crate::base::Timestamp;
use crate::model::JourneyMap;
use crate::store::fingerprint::Fingerprint;
use crate::store::{StoreError, format};
use ron::Error as RonError;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const FORMAT: &str = "pathlight-recovery";
const VERSION: u32 = 1;

/// A state of a map, with what is needed to go on from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The map.
    pub map: JourneyMap,
    /// Its file; none = never saved.
    pub path: Option<PathBuf>,
    /// The file's content as it was loaded or last saved.
    pub base: Option<Fingerprint>,
    /// Time of the last change.
    pub changed: Timestamp,
}

/// The first line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Header {
    format: String,
    version: u32,
    /// Counts up with every state kept.
    pub generation: u64,
    /// The process that wrote it.
    pub pid: u32,
    pub title: String,
    /// The first words below the title; older programs did not write them.
    #[serde(default)]
    pub begins: String,
    /// None also where the name is no Unicode: the map is then as one that was never saved.
    pub path: Option<String>,
    pub base: Option<Fingerprint>,
    pub changed: Timestamp,
    /// Of the map's text that follows.
    content: Fingerprint,
}

/// A kept state as read.
pub(super) struct Entry {
    pub header: Header,
    pub text: String,
}

/// A state as it is written.
pub(super) fn write(snapshot: &Snapshot, generation: u64) -> Result<String, RonError> {
    let text = format::to_text(&snapshot.map)?;
    let header = Header {
        format: FORMAT.to_owned(),
        version: VERSION,
        generation,
        pid: std::process::id(),
        title: snapshot.map.about.title.clone(),
        begins: first_words(&snapshot.map),
        path: snapshot.path.as_deref().and_then(Path::to_str).map(str::to_owned),
        base: snapshot.base,
        changed: snapshot.changed,
        content: Fingerprint::of(text.as_bytes()),
    };
    Ok(format!("{}\n{text}", format::options().to_string(&header)?))
}

/// The first name of a stage or touchpoint, in the order in which a map is read.
fn first_words(map: &JourneyMap) -> String {
    let stages = map.about.stages.iter().filter_map(|id| map.stages.get(*id));
    let names = stages.flat_map(|stage| {
        let touchpoints = stage.touchpoints.iter().filter_map(|id| map.touchpoints.get(*id));
        std::iter::once(&stage.name).chain(touchpoints.map(|touchpoint| &touchpoint.name))
    });
    names.map(|name| name.trim()).find(|name| !name.is_empty()).unwrap_or_default().to_owned()
}

impl Entry {
    /// Reads a state; none when it is torn, damaged or of a newer program.
    pub(super) fn read(content: &[u8]) -> Option<Self> {
        let (header, text) = std::str::from_utf8(content).ok()?.split_once('\n')?;
        let header: Header = format::options().from_str(header).ok()?;
        let is_known = header.format == FORMAT && header.version <= VERSION;
        let is_whole = header.content == Fingerprint::of(text.as_bytes());
        (is_known && is_whole).then(|| Self { header, text: text.to_owned() })
    }

    /// The state; none when its map does not hold together.
    pub(super) fn into_snapshot(self) -> Option<Snapshot> {
        let Header { path, base, changed, .. } = self.header;
        let path = path.map(PathBuf::from);
        let name = path.clone().unwrap_or_default();
        let map: Result<_, StoreError> = format::from_text(&name, &self.text);
        Some(Snapshot { map: map.ok()?, path, base, changed })
    }
}
