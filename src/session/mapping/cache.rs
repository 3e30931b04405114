//! The table of events, kept until the map or the data changes.

use super::{EventTable, Likest};
use crate::ingest::likest;
use crate::measure::EventTally;
use crate::model::{EventRule, TouchpointId};
use crate::session::Session;
use std::sync::Arc;

/// What a panel keeps of the table between frames.
#[derive(Default)]
pub struct MappingCache {
    tally: Option<Arc<EventTally>>,
    /// Revision of the map that the table was made from.
    revision: Option<u64>,
    /// The rules that it was made from.
    rules: Vec<EventRule>,
    /// The touchpoints on the map, with which names were compared.
    touchpoints: Vec<(TouchpointId, String)>,
    likest: Vec<Option<Likest>>,
    table: Option<Arc<EventTable>>,
    /// Why there is no table although there is data.
    pub error: Option<String>,
}

impl MappingCache {
    /// The table of the session's data as it is now; none without data, while it is kept from the room, and when a rule
    /// cannot be used.
    pub fn table(&mut self, session: &Session) -> Option<Arc<EventTable>> {
        if session.view().conceals {
            return None;
        }
        let tally = session.event_tally()?;
        let is_same_data = self.tally.as_ref().is_some_and(|known| Arc::ptr_eq(known, &tally));
        let revision = session.document.revision();
        if is_same_data && self.revision == Some(revision) {
            return self.table.clone();
        }
        let (map, rules) = (session.document.map(), &session.source()?.rules);
        let names_were = std::mem::take(&mut self.touchpoints);
        self.touchpoints = map.touchpoints_in_order().map(|(_, it)| (it.id, it.name.clone())).collect();
        let is_same_map = names_were == self.touchpoints;
        self.revision = Some(revision);
        if is_same_data && is_same_map && self.rules == *rules {
            // Something else of the map has changed, as it does with every step of a drag.
            return self.table.clone();
        }
        if !(is_same_data && is_same_map) {
            self.compare_names(session, &tally);
        }
        self.rules.clone_from(rules);
        match EventTable::of(Arc::clone(&tally), map, rules, &self.likest) {
            Ok(table) => (self.table, self.error) = (Some(Arc::new(table)), None),
            Err(error) => (self.table, self.error) = (None, Some(error.to_string())),
        }
        self.tally = Some(tally);
        self.table.clone()
    }

    /// Compares all names with all touchpoints.
    fn compare_names(&mut self, session: &Session, tally: &EventTally) {
        self.likest.clear();
        if session.data.as_ref().is_some_and(|data| data.part.is_some()) {
            // All cores are busy reading, and more names are to come.
            return;
        }
        let names: Vec<&str> = tally.names.iter().map(|name| name.name.as_str()).collect();
        let found = likest(&names, session.document.map()).into_iter();
        let found = found.map(|found| found.map(|(touchpoint, likeness)| Likest { touchpoint, likeness }));
        self.likest.extend(found);
    }
}
