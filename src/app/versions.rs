//! Versions as maps of their own.

use super::App;
use crate::model::{JourneyMap, SnapshotId};
use crate::session::Session;
use crate::store::paths;
use crate::tr;
use std::path::Path;

impl App {
    /// Shows a map made from the present one; it is in no file yet.
    pub(super) fn enter_copy(&mut self, map: JourneyMap) {
        let memory = self.session.take_memory();
        self.enter(Session::of_copy(map).with_memory(memory));
    }

    /// Shows the map as it was, as a map of its own; the present one stays as it is.
    pub(super) fn enter_snapshot(&mut self, id: SnapshotId) {
        let Some(snapshot) = self.session.document.map().snapshots.get(id) else { return };
        let mut map = (*snapshot.map).clone();
        map.about.title = tr!("ui-version-title", title = map.about.title, version = snapshot.name.as_str());
        let folder = self.session.base_dir();
        if self.session.path.is_some() {
            map.relocate_sources(|written| paths::rebased(written, &folder, Path::new("")));
        }
        self.enter_copy(map);
    }
}
