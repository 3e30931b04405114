//! A comparison that is shown: the two maps in one, what is different, and the rule that it is for looking only.

use super::entries::{Entry, entries};
use crate::base::fmt::NumberFormat;
use crate::model::compare::merge;
use crate::model::{JourneyMap, SnapshotId};
use crate::scene::Differences;
use crate::session::{Action, Menu, SearchAction, Session};
use crate::tr;
use std::sync::Arc;

/// One side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Version {
    /// The map as it is now.
    Now,
    /// As it was.
    Snapshot(SnapshotId),
}

/// A comparison that is shown instead of the map.
#[derive(Clone, Debug)]
pub struct Comparing {
    /// What the earlier map is called.
    pub before: String,
    /// What the later map is called.
    pub after: String,
    /// All differences, in the order of the list.
    pub entries: Vec<Entry>,
    /// The user has tried to change something, which can't be done here.
    pub was_asked_to_change: bool,
    /// The later map with what has gone put back.
    pub(in crate::session) map: JourneyMap,
    pub(in crate::session) differences: Arc<Differences>,
    /// The later map is the one that is open.
    pub(in crate::session) is_of_now: bool,
}

impl Comparing {
    fn new(
        before: (&JourneyMap, String),
        after: (&JourneyMap, String),
        is_of_now: bool,
        format: NumberFormat,
    ) -> Self {
        let merged = merge(before.0, after.0);
        let entries = entries(before.0, after.0, &merged, format);
        let differences = Differences { marks: merged.marks, since: before.1.clone() };
        Self {
            before: before.1,
            after: after.1,
            entries,
            was_asked_to_change: false,
            map: merged.map,
            differences: Arc::new(differences),
            is_of_now,
        }
    }

    /// What is drawn of it.
    #[must_use]
    pub fn differences(&self) -> &Differences {
        &self.differences
    }
}

impl Session {
    /// The map that is shown: the open one, or two in comparison.
    #[must_use]
    pub fn shown_map(&self) -> &JourneyMap {
        self.comparing.as_ref().map_or_else(|| self.document.map(), |comparing| &comparing.map)
    }

    /// Shows what became of a version in another; snapshots that are gone show nothing.
    pub(in crate::session) fn compare(&mut self, before: Version, after: Version) {
        self.finish_text();
        let Some((before, after_side)) = self.side(before).zip(self.side(after)) else { return };
        self.show_comparison(Comparing::new(before, after_side, after == Version::Now, self.format));
    }

    /// Shows what is different in the open map from the map of another file.
    pub fn compare_with_file(&mut self, other: &JourneyMap, name: String) {
        self.finish_text();
        let now = (self.document.map(), tr!("session-version-now"));
        self.show_comparison(Comparing::new((other, name), now, true, self.format));
    }

    pub(in crate::session) fn close_comparison(&mut self) {
        self.comparing = None;
        self.scene_key = None;
        self.search_anew();
    }

    fn show_comparison(&mut self, comparing: Comparing) {
        self.document.commit_gesture();
        self.selection.clear();
        self.comparing = Some(comparing);
        self.scene_key = None;
        self.search_anew();
    }

    fn side(&self, version: Version) -> Option<(&JourneyMap, String)> {
        let map = self.document.map();
        Some(match version {
            Version::Now => (map, tr!("session-version-now")),
            Version::Snapshot(id) => {
                let snapshot = map.snapshots.get(id)?;
                (&*snapshot.map, snapshot.name.clone())
            }
        })
    }

    /// While two maps are shown in one, neither can be changed: true when the action would, and the user is told.
    pub(in crate::session) fn refuses(&mut self, action: &Action) -> bool {
        let changes = match action {
            Action::GoTo(element) => self.is_hidden(*element),
            _ => changes_map(action),
        };
        let Some(comparing) = &mut self.comparing else { return false };
        comparing.was_asked_to_change |= changes;
        changes
    }
}

/// Of what is not known here, it is better to refuse it.
fn changes_map(action: &Action) -> bool {
    match action {
        Action::Select { .. }
        | Action::SelectTo(_)
        | Action::CommitGesture
        | Action::CancelGesture
        | Action::CancelText
        | Action::OpenPath(_)
        | Action::ShowPersona(_)
        | Action::Present(_)
        | Action::Compare { .. } => false,
        Action::Search(action) => matches!(action, SearchAction::Replace | SearchAction::ReplaceAll),
        Action::Command(command) => !command.is_for_looking(),
        _ => true,
    }
}

impl super::super::Command {
    /// True when it leaves the map as it is, so that it can be run while versions are compared.
    pub(in crate::session) fn is_for_looking(self) -> bool {
        matches!(self.menu(), Menu::File | Menu::View | Menu::Help)
            || matches!(self, Self::SelectAll | Self::SelectNone)
            || matches!(self, Self::Find | Self::FindNext | Self::FindPrevious)
    }
}
