//! What panels and canvas may read.

use super::{Command, Comparing, FirstPart, Presenting, Search, Session, TextEdit, WorkshopMode};
use crate::base::fmt::NumberFormat;
use crate::ingest::Loaded;
use crate::measure::Measures;
use crate::measure::compare::Before;
use crate::model::{Curve, Document, JourneyMap, Persona, SourceId};
use crate::overlay::Overlay;
use crate::scene::{Element, Scene, TwoPersonas};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// A read-only look at a session.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // as in `Session`
pub struct View<'a> {
    pub document: &'a Document,
    pub map: &'a JourneyMap,
    pub path: Option<&'a Path>,
    pub selection: &'a BTreeSet<Element>,
    /// The persona shown.
    pub persona: Option<&'a Persona>,
    /// The curve of the persona that is drawn.
    pub curve: Curve,
    pub reveal: bool,
    /// Figures are kept from the room: a workshop has begun and nothing has been revealed. `data` has none then.
    pub conceals: bool,
    pub workshop: &'a WorkshopMode,
    /// Two versions in one; `map` is then both.
    pub comparing: Option<&'a Comparing>,
    pub editing: Option<&'a TextEdit>,
    /// Nothing moves by itself.
    pub reduced_motion: bool,
    /// The map is shown step by step.
    pub presenting: Option<&'a Presenting>,
    /// What was found, to be marked.
    pub search: &'a Search,
    pub scene: &'a Arc<Scene>,
    pub data: Option<DataView<'a>>,
    /// What two personas say, where they stand beside each other.
    pub two: Option<&'a TwoPersonas>,
    /// How numbers are written for the person.
    pub format: NumberFormat,
    /// Asked alone for what can be run.
    pub(crate) session: &'a Session,
}

impl View<'_> {
    /// True when a command would do something now; menus grey the others out.
    #[must_use]
    pub fn can_run(&self, command: Command) -> bool {
        self.session.can_run(command)
    }
}

/// The data laid over the map.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // as in `Data`
pub struct DataView<'a> {
    pub source: SourceId,
    pub loaded: &'a Loaded,
    pub measures: Option<&'a Measures>,
    pub before: Option<&'a Before>,
    pub overlay: Option<&'a Overlay>,
    pub update_took: Option<Duration>,
    /// How much of the data that is which is shown; none = all of it.
    pub part: Option<FirstPart>,
    pub is_outdated: bool,
}

impl Session {
    /// What may be read of it.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        let map = self.shown_map();
        let persona = self.shown_persona();
        View {
            document: &self.document,
            map,
            path: self.path.as_deref(),
            selection: &self.selection,
            persona,
            curve: self.drawn_curve(),
            reveal: self.reveal,
            conceals: self.conceals(),
            workshop: &self.workshop,
            comparing: self.comparing.as_ref(),
            editing: self.editing.as_ref(),
            reduced_motion: self.reduced_motion,
            presenting: self.presenting.as_ref(),
            search: &self.search,
            scene: &self.scene,
            two: self.laid_over.two.as_deref(),
            format: self.format,
            session: self,
            data: self.data.as_ref().map(|data| DataView {
                source: data.source,
                loaded: &data.loaded,
                measures: data.measures.as_deref().filter(|_| !self.conceals()),
                before: data.before.as_deref().filter(|_| !self.conceals()),
                overlay: data.overlay.as_deref().filter(|_| !self.conceals()),
                update_took: data.update_took,
                part: if data.measures.is_some() { data.shown_part } else { data.part },
                is_outdated: data.is_outdated,
            }),
        }
    }
}
