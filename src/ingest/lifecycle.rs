//! Logs of workflow systems record each step's start and end; both together would count it twice. Whether a column tells
//! start from end is judged by every row: a log may begin with its ends alone.

use super::IngestError;
use super::open::Opened;
use super::report::{Doubt, UnsafeGuess};
use super::row::{Item, Row};
use crate::base::Progress;
use crate::model::Source;
use crate::tr;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

/// Stands for all rows in `Source::keep_rows`: whoever says so wants starts and ends both.
pub const EVERY_ROW: &str = "*";

const PHASES: [&str; 20] = [
    "start",
    "started",
    "complete",
    "completed",
    "schedule",
    "scheduled",
    "assign",
    "suspend",
    "resume",
    "end",
    "finish",
    "reassign",
    "withdraw",
    "autoskip",
    "manualskip",
    "pi_abort",
    "ate_abort",
    "unknown",
    "abort",
    "enabled",
];

fn is_phase(value: &str) -> bool {
    PHASES.iter().any(|phase| value.eq_ignore_ascii_case(phase))
}

/// The phase is the end of a step.
fn is_end(phase: &str) -> bool {
    let phase = phase.to_lowercase();
    ["complete", "end", "finish"].iter().any(|end| phase.starts_with(end))
}

/// A column that tells the start of a step from its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lifecycle {
    pub column: String,
    /// Its phases, ends first.
    pub phases: Vec<String>,
}

impl Lifecycle {
    /// What is asked about it.
    pub(super) fn doubt(self) -> UnsafeGuess {
        let column = self.column.as_str();
        let message = tr!("ingest-start-and-end", column = column);
        let end = self.phases.first().map_or("complete", String::as_str);
        let remedy = tr!("ingest-keep-rows", column = column, value = end);
        let doubt = Doubt::Phase(self.column, self.phases);
        UnsafeGuess { doubt, option: "--keep-rows", message, remedy }
    }
}

/// Looks at the rows for columns that hold phases and nothing else.
#[derive(Clone, Default)]
pub(super) struct Watch(Vec<Watched>);

#[derive(Clone)]
struct Watched {
    index: usize,
    name: String,
    /// The phases seen; none once anything else was.
    phases: Option<BTreeSet<String>>,
}

impl Watch {
    /// Columns that hold nothing but phases in the first rows, those that are about to be left out or are the event apart.
    pub(super) fn of(opened: &Opened, source: Option<&Source>) -> Self {
        let is_decided = |name: &str| {
            source.is_some_and(|source| {
                let event = source.roles.event.iter();
                source.keep_rows.keys().chain(event).any(|column| super::header::is_same(column, name))
            })
        };
        let columns = opened.table.columns().iter().enumerate();
        let open = columns.filter(|(_, name)| !is_decided(name));
        let mut watch = Self(
            open.map(|(index, name)| Watched { index, name: name.clone(), phases: Some(BTreeSet::new()) })
                .collect(),
        );
        opened.sample.iter().for_each(|row| watch.note(row));
        watch.0.retain(|column| match &column.phases {
            // One that is called so may begin with blanks.
            Some(phases) => !phases.is_empty() || is_named_so(&column.name),
            None => false,
        });
        watch
    }

    pub(super) fn is_idle(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn note(&mut self, row: &Row) {
        for column in &mut self.0 {
            let Some(phases) = &mut column.phases else { continue };
            let value = row.cell(column.index);
            if value.is_empty() || phases.contains(value) {
                continue;
            }
            if is_phase(value) {
                phases.insert(value.to_owned());
            } else {
                column.phases = None;
            }
        }
    }

    /// Takes over what was seen in other rows.
    pub(super) fn merge(&mut self, other: Self) {
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (place, column) in self.0.iter().enumerate() {
            known.insert(column.name.clone(), place);
        }
        for column in other.0 {
            match known.get(&column.name).and_then(|place| self.0.get_mut(*place)) {
                Some(own) => {
                    own.phases = own.phases.take().zip(column.phases).map(|(own, more)| &own | &more);
                }
                None => self.0.push(column),
            }
        }
    }

    /// The first column in which starts and ends have been seen.
    pub(super) fn found(&self) -> Option<Lifecycle> {
        self.all().next()
    }

    /// Every column in which starts and ends have been seen.
    pub(super) fn all(&self) -> impl Iterator<Item = Lifecycle> {
        self.0.iter().filter_map(|column| {
            let phases = column.phases.as_ref()?;
            // One phase alone counts nothing twice; words such as `scheduled` may as well be how something stands.
            let has_start = phases.iter().any(|value| value.to_lowercase().starts_with("start"));
            let has_pair = has_start || (is_named_so(&column.name) && phases.len() > 1);
            let mut phases: Vec<String> = phases.iter().cloned().collect();
            phases.sort_by_key(|value| !is_end(value));
            let has_end = phases.first().is_some_and(|value| is_end(value));
            (has_pair && has_end).then(|| Lifecycle { column: column.name.clone(), phases })
        })
    }
}

fn is_named_so(name: &str) -> bool {
    name.to_lowercase().contains("lifecycle")
}

/// The columns of a file that tell start from end: by its first rows, and where they show one phase alone by all of them.
pub(super) fn of_file(opened: &mut Opened, progress: &Progress) -> Result<Watch, IngestError> {
    let mut watch = Watch::of(opened, None);
    let all_seen = opened.rows_exact && opened.rows <= opened.sample.len() as u64;
    if watch.is_idle() || all_seen || watch.found().is_some() {
        return Ok(watch);
    }
    opened.table.scan(progress, &mut |item| {
        if let Item::Row(row) = item {
            watch.note(row);
        }
        let is_decided = watch.found().is_some() || watch.0.iter().all(|column| column.phases.is_none());
        Ok(if is_decided { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    Ok(watch)
}
