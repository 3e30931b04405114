//! Undo and redo: a list of patches and a position in it.

use super::edit::EditName;
use super::patch::Patch;
use super::records::JourneyMap;
use super::source::Source;

/// One undo step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it is called.
    pub name: EditName,
    /// What it changed.
    pub patch: Patch,
}

/// The steps done (up to the position) and undone (after it).
#[derive(Clone, Debug, Default)]
pub struct History {
    steps: Vec<Step>,
    position: usize,
    /// Position at which the map was saved; none when that state can't be reached any more.
    saved: Option<usize>,
    /// The same for what is being saved at the moment.
    saving: Option<usize>,
}

impl History {
    /// An empty history of a map that is as saved.
    #[must_use]
    pub fn new_saved() -> Self {
        Self { saved: Some(0), ..Self::default() }
    }

    /// Adds a step that has just been done; what was undone before is gone. Empty patches are no steps.
    pub fn push(&mut self, step: Step) {
        if step.patch.is_empty() {
            return;
        }
        self.steps.truncate(self.position);
        for mark in [&mut self.saved, &mut self.saving] {
            *mark = mark.filter(|mark| *mark <= self.position);
        }
        self.steps.push(step);
        self.position += 1;
    }

    /// Takes the last step back. Gives its name; none when there is nothing to undo.
    pub fn undo(&mut self, map: &mut JourneyMap) -> Option<EditName> {
        let step = self.steps.get(self.position.checked_sub(1)?)?;
        step.patch.revert_on(map);
        self.position -= 1;
        Some(step.name.clone())
    }

    /// Does the next step again. Gives its name; none when there is nothing to redo.
    pub fn redo(&mut self, map: &mut JourneyMap) -> Option<EditName> {
        let step = self.steps.get(self.position)?;
        step.patch.apply_to(map);
        self.position += 1;
        Some(step.name.clone())
    }

    /// All states of data sources that undo and redo bring back.
    pub(super) fn sources(&self) -> impl Iterator<Item = &Source> {
        self.steps.iter().flat_map(|step| step.patch.sources())
    }

    /// The same, to change them.
    pub(super) fn sources_mut(&mut self) -> impl Iterator<Item = &mut Source> {
        self.steps.iter_mut().flat_map(|step| step.patch.sources_mut())
    }

    /// The step that undo would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Step> {
        self.steps.get(self.position.checked_sub(1)?)
    }

    /// The step that redo would do.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Step> {
        self.steps.get(self.position)
    }

    /// All steps, done and undone, from the first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many of the steps are done.
    #[must_use]
    pub fn position(&self) -> usize {
        self.position
    }

    /// Remembers the present state as the one that is being saved.
    pub fn begin_save(&mut self) {
        self.saving = Some(self.position);
    }

    /// The state that was being saved is the saved one, when that went well.
    pub fn end_save(&mut self, is_saved: bool) {
        let saving = self.saving.take();
        if is_saved {
            self.saved = saving;
        }
    }

    /// How many of the steps were done when the map was saved; none when that state can't be reached any more.
    #[must_use]
    pub fn saved(&self) -> Option<usize> {
        self.saved
    }

    /// True when the present state is not the saved one.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.saved != Some(self.position)
    }
}
