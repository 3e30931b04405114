//! One open map and all that is derived from it, without any egui: panels and canvas read a [`View`] and push
//! [`Action`]s; [`Session::apply`] carries them out, first in first out.

mod action;
mod command;
mod view;

pub use action::{Action, AfterText};
pub use command::Command;
pub use view::{DataView, View};

use crate::ingest::Loaded;
use crate::measure::Measures;
use crate::model::{Document, PersonaId, SourceId};
use crate::overlay::Overlay;
use crate::scene::{Element, Scene};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// An open map.
#[derive(Default)]
pub struct Session {
    /// The map with its history.
    pub document: Document,
    /// Its file; none = never saved.
    pub path: Option<PathBuf>,
    /// What is selected, by element.
    pub selection: BTreeSet<Element>,
    /// Whose curve is shown; none = the first persona's.
    pub persona: Option<PersonaId>,
    /// Are the measured figures shown?
    pub reveal: bool,
    /// The element whose text is being edited in place, with the text so far.
    pub editing: Option<TextEdit>,
    /// The data laid over the map.
    pub data: Option<Data>,
    /// The laid-out map, rebuilt when the document, the figures or what is shown change.
    pub scene: Arc<Scene>,
}

/// Data that has been read and measured.
#[derive(Clone)]
pub struct Data {
    /// Which source of the map.
    pub source: SourceId,
    /// Events and the account of reading them.
    pub loaded: Arc<Loaded>,
    /// Figures for the present rules and filter; none while they are computed for the first time.
    pub measures: Option<Arc<Measures>>,
    /// What of them is drawn.
    pub overlay: Option<Arc<Overlay>>,
}

/// In-place editing of an element's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// Which element.
    pub element: Element,
    /// The text as typed so far.
    pub text: String,
    /// The element was made for this: when the text stays empty it is removed again.
    pub is_new: bool,
}
