//! Reading the data of the map once more, and what has moved since it was read before.

use super::data::MeasureInput;
use super::{Command, Data, Request, Session};
use crate::ingest::Loaded;
use crate::measure::{Measures, MovedTouchpoint, moved};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Data as it was before it is read once more.
pub(super) struct Before {
    rows: u64,
    events: u64,
    names: BTreeMap<String, u64>,
    /// Figures, and what they were computed from.
    figures: Option<(Arc<Measures>, MeasureInput)>,
}

/// What has moved since the data was read before. Pairs are before, after.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// Rows of the source.
    pub rows: (u64, u64),
    /// Events taken.
    pub events: (u64, u64),
    /// Event names that were not there, with how often they come, by count.
    pub new_names: Vec<(String, u64)>,
    /// Event names that are not there any more.
    pub gone_names: Vec<String>,
    /// Touchpoints with other figures; none when rules, filter or touchpoints were changed meanwhile, so that
    /// they can't be compared.
    pub touchpoints: Option<Vec<MovedTouchpoint>>,
}

impl Moved {
    /// Nothing that is told here has changed.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.rows.0 == self.rows.1
            && self.events.0 == self.events.1
            && self.new_names.is_empty()
            && self.gone_names.is_empty()
            && self.touchpoints.as_ref().is_none_or(Vec::is_empty)
    }
}

impl Before {
    pub(super) fn of(data: &Data, input: Option<&MeasureInput>) -> Self {
        let measures = data.measures.clone().filter(|_| data.shown_part.is_none());
        Self {
            rows: data.loaded.report.rows,
            events: data.loaded.report.events,
            names: names_of(&data.loaded),
            figures: measures.zip(input.cloned()),
        }
    }

    fn against(&self, loaded: &Loaded, measures: &Measures, input: Option<&MeasureInput>) -> Moved {
        let names = names_of(loaded);
        let missing = |from: &BTreeMap<String, u64>, name: &String| !from.contains_key(name);
        let mut new_names: Vec<_> = names
            .iter()
            .filter(|(name, _)| missing(&self.names, name))
            .map(|(n, c)| (n.clone(), *c))
            .collect();
        new_names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let comparable = self.figures.as_ref().filter(|(_, before)| Some(before) == input);
        Moved {
            rows: (self.rows, loaded.report.rows),
            events: (self.events, loaded.report.events),
            new_names,
            gone_names: self.names.keys().filter(|name| missing(&names, name)).cloned().collect(),
            touchpoints: comparable.map(|(before, _)| moved(before, measures)),
        }
    }
}

fn names_of(loaded: &Loaded) -> BTreeMap<String, u64> {
    loaded.names().map(|(name, count)| (name.to_owned(), count)).collect()
}

impl Session {
    /// Runs a command about data that is read once more; others do nothing here.
    pub(super) fn run_refresh(&mut self, command: Command) {
        match command {
            Command::RefreshData => {
                let Some(source) = self.source().map(|source| source.id) else { return };
                self.keep_outdated();
                self.ask(Request::LoadData(source));
            }
            Command::ShowMoved => self.shows_moved = !self.shows_moved,
            _ => {}
        }
    }

    /// True when a command about data that is read once more would do something now.
    pub(super) fn can_run_refresh(&self, command: Command) -> bool {
        match command {
            Command::RefreshData => self.has_all_data() || (self.data.is_none() && self.source().is_some()),
            _ => self.moved.is_some(),
        }
    }

    /// What has moved since the data was read before, as long as it is to be seen.
    #[must_use]
    pub fn moved(&self) -> Option<&Moved> {
        self.moved.as_ref().filter(|_| self.shows_moved && !self.conceals())
    }

    /// A file of the data is not what it was when it was read.
    pub fn data_outdated(&mut self) {
        if let Some(data) = &mut self.data {
            data.is_outdated = true;
        }
    }

    /// Goes on with the data as it was read, until a file changes once more.
    pub fn keep_outdated(&mut self) {
        if let Some(data) = &mut self.data {
            data.is_outdated = false;
        }
    }

    /// Compares new figures with those of the data that was read before, if any was.
    pub(super) fn note_moved(&mut self) {
        let Some(data) = self.data.as_ref().filter(|data| data.shown_part.is_none()) else { return };
        let Some(measures) = &data.measures else { return };
        if let Some(before) = self.before.take() {
            self.moved = Some(before.against(&data.loaded, measures, self.wanted.input()));
            self.shows_moved = true;
        }
    }
}
