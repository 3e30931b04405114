//! What panels and canvas ask for.

use super::SearchAction;
use super::command::Command;
use super::insights::InsightsAction;
use super::layers::LayerAction;
use super::present::PresentAction;
use super::versions::Version;
use super::workshop::WorkshopAction;
use crate::model::clip::Clip;
use crate::model::edit::EditName;
use crate::model::{Edit, PersonaId};
use crate::scene::Element;
use std::path::PathBuf;
use std::sync::Arc;

/// One thing to do, carried out in the same frame.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// One undoable edit; what it creates becomes the selection.
    Edit(Edit),
    /// As `Edit`, then the new element's text is edited in place.
    EditThenType(Edit),
    /// Begins a drag, slider or the like.
    BeginGesture(EditName),
    /// What the gesture does, from its beginning.
    UpdateGesture(Edit),
    /// Ends it as one undo step.
    CommitGesture,
    /// Ends it and puts everything back.
    CancelGesture,
    /// Selects elements; `extend` adds to what is selected (or takes away what is selected already).
    Select { elements: Vec<Element>, extend: bool },
    /// Selects everything from where the selection began to an element.
    SelectTo(Element),
    /// Edits an element's text in place.
    BeginText(Element),
    /// The text as typed so far.
    SetText(String),
    /// Ends typing and keeps the text; then perhaps goes on.
    CommitText(AfterText),
    /// Ends typing and drops the text.
    CancelText,
    /// Text of the clipboard goes on the map, beside what is selected.
    PasteText(String),
    /// What was copied from a map goes on this one, beside what is selected.
    PasteClip(Arc<Clip>),
    /// A command of the menu, palette or keyboard.
    Command(Command),
    /// Selects an element and brings it into view; a lane that hides it is shown.
    GoTo(Element),
    /// What the search bar asks for.
    Search(SearchAction),
    /// Undoes or does again until so many steps of the history are done.
    GoToStep(usize),
    /// Opens a file: a map, or data to import, told by content.
    OpenPath(PathBuf),
    /// Shows another persona's curve.
    ShowPersona(PersonaId),
    /// Something of the workshop mode that takes words.
    Workshop(WorkshopAction),
    /// A step of a presentation, or its end.
    Present(PresentAction),
    /// Something of what is laid over the map.
    Layers(LayerAction),
    /// Something of the panel of insights.
    Insights(InsightsAction),
    /// Shows what became of one version in another.
    Compare { before: Version, after: Version },
}

/// Where typing goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterText {
    /// Nowhere.
    Stay,
    /// A new touchpoint to the right (Enter on a touchpoint), a new card below (Enter on a card).
    Next,
    /// A new stage to the right (Shift+Enter).
    NextStage,
    /// The same touchpoint in the next lane (Tab).
    NextLane,
    /// The same touchpoint in the lane before, or its name above the first (Shift+Tab).
    PreviousLane,
}
