//! A map under edit: the map, its history and the gesture in progress.

use super::edit::{Created, Edit, EditError, EditName};
use super::history::{History, Step};
use super::patch::Patch;
use super::records::JourneyMap;
use super::source::Source;
use super::txn::Txn;

/// A map that changes only through edits, each of which can be undone.
#[derive(Clone, Debug, Default)]
pub struct Document {
    map: JourneyMap,
    history: History,
    gesture: Option<Gesture>,
    revision: u64,
    is_saving: bool,
}

/// A drag, a slider or typing: any number of updates that become one step.
#[derive(Clone, Debug)]
struct Gesture {
    name: EditName,
    /// From the state before the gesture to the present one.
    patch: Patch,
}

impl Document {
    /// A new map that has never been saved.
    #[must_use]
    pub fn new_unsaved(map: JourneyMap) -> Self {
        Self { map, ..Self::default() }
    }

    /// A map as it stands in its file.
    #[must_use]
    pub fn opened(map: JourneyMap) -> Self {
        Self { map, history: History::new_saved(), ..Self::default() }
    }

    /// The map.
    #[must_use]
    pub fn map(&self) -> &JourneyMap {
        &self.map
    }

    /// Counts up with every change of the map, undo and redo included.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Undo and redo steps, to show.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// True when there is something to save.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.history.is_dirty() || self.is_changed_by_gesture()
    }

    /// From here the present state is being saved, while the work goes on. What a gesture in progress does counts as
    /// done afterwards.
    pub fn begin_save(&mut self) {
        self.history.begin_save();
        self.is_saving = true;
    }

    /// Saving has ended; when it went well, the state at its beginning is the saved one.
    pub fn end_save(&mut self, is_saved: bool) {
        self.history.end_save(is_saved);
        self.is_saving = false;
    }

    /// True between the beginning and the end of saving.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.is_saving
    }

    /// Carries an edit out as one undo step. A gesture in progress is committed first.
    ///
    /// # Errors
    /// [`EditError`] when it can't be done; the map is as before.
    pub fn edit(&mut self, edit: &Edit) -> Result<Option<Created>, EditError> {
        self.commit_gesture();
        let (patch, created) = Self::run(&mut self.map, edit)?;
        if !patch.is_empty() {
            self.revision += 1;
        }
        self.history.push(Step { name: edit.name(), patch });
        Ok(created)
    }

    /// Begins a gesture; one in progress is committed first.
    pub fn begin_gesture(&mut self, name: EditName) {
        self.commit_gesture();
        self.gesture = Some(Gesture { name, patch: Patch::default() });
    }

    /// True when a gesture in progress has changed something so far.
    #[must_use]
    pub fn is_changed_by_gesture(&self) -> bool {
        self.gesture.as_ref().is_some_and(|gesture| !gesture.patch.is_empty())
    }

    /// The map as it would be if the gesture in progress were cancelled.
    #[must_use]
    pub fn map_before_gesture(&self) -> JourneyMap {
        let mut map = self.map.clone();
        if let Some(gesture) = &self.gesture {
            gesture.patch.revert_on(&mut map);
        }
        map
    }

    /// Sets what the gesture does to the state before it: each update replaces the one before.
    /// Gives what the edit made; the same edit makes the same ids at each update.
    ///
    /// # Errors
    /// [`EditError`] when it can't be done; the map is then as before the gesture.
    pub fn update_gesture(&mut self, edit: &Edit) -> Result<Option<Created>, EditError> {
        let Some(gesture) = &mut self.gesture else {
            return self.edit(edit);
        };
        gesture.patch.revert_on(&mut self.map);
        gesture.patch = Patch::default();
        self.revision += 1;
        let (patch, created) = Self::run(&mut self.map, edit)?;
        gesture.patch = patch;
        Ok(created)
    }

    /// Ends the gesture as one undo step.
    pub fn commit_gesture(&mut self) {
        if let Some(Gesture { name, patch }) = self.gesture.take() {
            self.history.push(Step { name, patch });
        }
    }

    /// Ends the gesture and puts everything back.
    pub fn cancel_gesture(&mut self) {
        if let Some(gesture) = self.gesture.take() {
            gesture.patch.revert_on(&mut self.map);
            self.revision += 1;
        }
    }

    /// All states of data sources, in the map and in all that undo and redo bring back.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        let in_gesture = self.gesture.iter().flat_map(|gesture| gesture.patch.sources());
        self.map.sources.iter().chain(self.history.sources()).chain(in_gesture)
    }

    /// Writes the paths of all data anew, in the map and in all that undo and redo bring back: the map is seen
    /// from another folder, which is no change of it and nothing to undo.
    pub fn relocate_sources(&mut self, relocate: impl Fn(&str) -> String) {
        let sources: Vec<_> = self.map.sources.iter().cloned().collect();
        for mut source in sources {
            source.path = relocate(&source.path);
            self.map.sources.set(source.id, Some(source));
        }
        let in_gesture = self.gesture.iter_mut().flat_map(|gesture| gesture.patch.sources_mut());
        for source in self.history.sources_mut().chain(in_gesture) {
            source.path = relocate(&source.path);
        }
        self.revision += 1;
    }

    /// Takes the last step back; a gesture in progress is cancelled instead.
    pub fn undo(&mut self) -> Option<EditName> {
        if let Some(gesture) = &self.gesture {
            let name = gesture.name.clone();
            self.cancel_gesture();
            return Some(name);
        }
        let name = self.history.undo(&mut self.map)?;
        self.revision += 1;
        Some(name)
    }

    /// Does the next step again.
    pub fn redo(&mut self) -> Option<EditName> {
        self.commit_gesture();
        let name = self.history.redo(&mut self.map)?;
        self.revision += 1;
        Some(name)
    }

    /// Undoes or does again until so many steps of the history are done, or as many as there are.
    pub fn go_to(&mut self, position: usize) {
        self.commit_gesture();
        while self.history.position() > position && self.undo().is_some() {}
        while self.history.position() < position && self.redo().is_some() {}
    }

    fn run(map: &mut JourneyMap, edit: &Edit) -> Result<(Patch, Option<Created>), EditError> {
        let mut txn = Txn::begin(map);
        // On an error the transaction is dropped and puts everything back.
        let created = super::apply::apply(&mut txn, edit)?;
        Ok((txn.commit(), created))
    }
}
