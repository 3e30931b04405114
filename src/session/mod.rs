//! One open map and all that is derived from it, without any egui: panels and canvas read a [`View`] and push
//! [`Action`]s; [`Session::apply`] carries them out, first in first out, and leaves what it can't do itself
//! (files, dialogs, jobs) as [`Request`]s.

mod action;
mod arrange;
mod charts;
mod choose;
mod clipboard;
mod command;
mod commands;
mod data;
mod derive;
mod edits;
mod emotion;
mod exports;
mod finding;
mod import;
mod insights;
mod keeping;
mod keymap;
mod lanes;
mod layers;
mod loading;
mod mapping;
mod moves;
mod paint;
mod periods;
mod personas;
mod pictures;
mod present;
mod refresh;
mod request;
mod saving;
mod selection;
mod shortcut;
mod templates;
mod typing;
mod unread;
mod versions;
mod view;
mod walk;
mod workshop;

pub use crate::store::keeping::{OthersWork, SaveError};
pub use action::{Action, AfterText};
pub use clipboard::Copied;
pub use command::{Command, Menu};
pub use exports::ForOthers;
pub use finding::{Destination, Directory, Lookup, Place, Search, SearchAction};
pub use import::{Import, ImportedEvent, Phase, Shown, Target};
pub use insights::{
    Answer, InsightsAction, InsightsPage, InsightsState, JourneyOrder, Opened, Options, pages,
};
pub use keeping::Safety;
pub use keymap::{KeyGroup, KeyRow, key_groups};
pub use layers::{LayerAction, MOST_ARCS, MapLayers};
pub use loading::FirstPart;
pub use mapping::{
    EventRow, EventTable, Likest, MappingCache, RuleHits, Trial, assigned, mapping_edit, pattern_words,
    unassigned,
};
pub use periods::{Days, Side, day_of, proposed, range_of, range_step, source_step, with_range};
pub use personas::PairChoice;
pub use present::{Note, Picture, PresentAction, Presenting, Step, Tour, notes, steps};
pub use refresh::Moved;
pub use request::{Failure, Leave, Panel, Part, Pick, Request, Zoom};
pub use shortcut::Shortcut;
pub use templates::{TemplateError, TemplateOffer, template, templates, templates_beside_new};
pub use versions::{Comparing, Entry, Group, Version, entries, summary};
pub use view::{DataView, View};
pub use workshop::{Countdown, VoteTerms, WorkshopAction, WorkshopMode, WorkshopPage};

pub use unread::Unread;

use crate::base::fmt::NumberFormat;
use crate::ingest::Loaded;
use crate::measure::compare::Before;
use crate::measure::{EventTally, Keep, Measures};
use crate::model::{Curve, Document, Edit, JourneyMap, Persona, PersonaId, SourceId};
use crate::overlay::Overlay;
use crate::scene::{Element, Memory, Scene};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// An open map.
#[derive(Default)]
pub struct Session {
    /// No map is open: the welcome page is shown, and commands that need a map do nothing.
    is_blank: bool,
    /// The map with its history.
    pub document: Document,
    /// Its file; none = never saved.
    pub path: Option<PathBuf>,
    /// What is selected, by element.
    pub selection: BTreeSet<Element>,
    /// Whose curve is shown; none = the first persona's.
    pub persona: Option<PersonaId>,
    /// All customers are measured, also where the persona stands for a part of them.
    measures_all: bool,
    /// Which of the two curves is drawn, where the persona has both; see [`Session::drawn_curve`].
    pub curve: Curve,
    /// Are the measured figures shown?
    pub reveal: bool,
    /// The day written under pictures, set by whoever has a clock; empty = none.
    pub today: String,
    /// The element whose text is being edited in place, with the text so far.
    pub editing: Option<TextEdit>,
    /// The data laid over the map.
    pub data: Option<Data>,
    /// The laid-out map, rebuilt when the document, the figures or what is shown change.
    pub scene: Arc<Scene>,
    /// Words and boxes are larger, for those at the back of the room.
    pub big_text: bool,
    /// Nothing moves by itself.
    pub reduced_motion: bool,
    /// Two versions in one, shown instead of the map.
    pub comparing: Option<Comparing>,
    /// The workshop mode: panel, page, timer.
    pub workshop: WorkshopMode,
    /// The map is shown step by step.
    presenting: Option<Presenting>,
    tour: Tour,
    /// Where a stretch of the selection begins and ends, as long as it is what is selected.
    range: Option<(Element, Element)>,
    /// Find and replace.
    pub search: Search,
    /// What the data says.
    insights: InsightsState,
    layers: MapLayers,
    /// What was drawn of them last.
    laid_over: crate::scene::Layers,
    format: NumberFormat,
    requests: Vec<Request>,
    unread: Option<Unread>,
    /// The data as it was, until figures of what has been read once more are there; then what has moved.
    before: Option<refresh::Before>,
    moved: Option<Moved>,
    shows_moved: bool,
    wanted: data::Wanted,
    scene_key: Option<derive::SceneKey>,
    scene_memory: Memory,
    keeping: keeping::Keeping,
}

/// Data that has been read and measured.
#[derive(Clone)]
pub struct Data {
    /// Which source of the map.
    pub source: SourceId,
    /// Events and the account of reading them.
    pub loaded: Arc<Loaded>,
    /// How much of the data these events are; none = all of it.
    pub part: Option<FirstPart>,
    /// What has been prepared for these events, so that a change of the filter is quick.
    pub keep: Keep,
    /// How often each event name occurs, counted when it is first asked for.
    pub tally: OnceLock<Arc<EventTally>>,
    /// Figures for the present rules and filter; none while they are computed for the first time.
    pub measures: Option<Arc<Measures>>,
    /// Figures over the range that they are compared with, and what has changed; none when nothing is compared.
    pub before: Option<Arc<Before>>,
    /// What of them is drawn.
    pub overlay: Option<Arc<Overlay>>,
    /// How much of the data the figures are of; none = all of it.
    pub shown_part: Option<FirstPart>,
    /// How long the last computation of the figures took.
    pub update_took: Option<Duration>,
    /// A file has changed since it was read, and nobody has said what to do about it.
    pub is_outdated: bool,
}

/// In-place editing of an element's text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextEdit {
    /// Which element.
    pub element: Element,
    /// The text as typed so far.
    pub text: String,
    /// The element was made for this: when the text stays empty it is removed again.
    pub is_new: bool,
    /// The edit that makes the element or sets its text; the typed text is put into it.
    edit: Edit,
    /// What was selected before; it is again when the new element vanishes.
    before: BTreeSet<Element>,
}

impl Session {
    /// No map, behind the welcome page.
    #[must_use]
    pub fn blank() -> Self {
        Self { is_blank: true, ..Self::default() }
    }

    /// True when no map is open.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.is_blank
    }

    /// A new map that has never been saved.
    #[must_use]
    pub fn of_new(map: JourneyMap) -> Self {
        Self { document: Document::new_unsaved(map), ..Self::default() }
    }

    /// A map made from another one: in no file yet, and missed if it were lost.
    #[must_use]
    pub fn of_copy(map: JourneyMap) -> Self {
        let requests = keeping::data_request(&map);
        let keeping = keeping::Keeping::of_work_without_file();
        Self { document: Document::new_unsaved(map), requests, keeping, ..Self::default() }
    }

    /// A map from its file; the data of its first source is asked for.
    #[must_use]
    pub fn of_file(map: JourneyMap, path: PathBuf) -> Self {
        let requests = keeping::data_request(&map);
        Self { document: Document::opened(map), path: Some(path), requests, ..Self::default() }
    }

    /// Carries out what a panel or the canvas asks for.
    pub fn apply(&mut self, action: Action) {
        if self.refuses(&action) {
            return;
        }
        let agenda = self.document.map().workshop.agenda.clone();
        match action {
            Action::Edit(edit) => self.edit_and_show(&edit),
            Action::EditThenType(edit) => self.edit_then_type(&edit),
            Action::BeginGesture(name) => self.begin_gesture(name),
            Action::UpdateGesture(edit) => self.update_gesture(&edit),
            Action::CommitGesture => self.commit_gesture(),
            Action::CancelGesture => self.cancel_gesture(),
            Action::Select { elements, extend } => self.select(elements, extend),
            Action::SelectTo(element) => self.select_to(element),
            Action::BeginText(element) => self.begin_text(element),
            Action::SetText(text) => self.set_text(text),
            Action::CommitText(after) => self.commit_text(after),
            Action::CancelText => self.cancel_text(),
            Action::PasteText(text) => self.paste_text(&text),
            Action::PasteClip(clip) => self.paste_clip(&clip),
            Action::Command(command) => self.run(command),
            Action::GoTo(element) => self.go_to(element),
            Action::Search(action) => self.search(action),
            Action::GoToStep(position) => self.go_to_step_of_history(position),
            Action::OpenPath(path) => self.requests.push(Request::Leave(Leave::Open(path))),
            Action::ShowPersona(persona) => self.persona = Some(persona),
            Action::Workshop(action) => self.act_in_workshop(action),
            Action::Present(action) => self.act_in_presentation(action),
            Action::Insights(action) => self.act_in_insights(action),
            Action::Layers(action) => self.act_on_layers(action),
            Action::Compare { before, after } => self.compare(before, after),
        }
        self.follow_step(&agenda);
        // Whatever it did: what is gone is not selected.
        self.drop_dead_selection();
        self.follow_map();
        self.refresh_search();
    }

    /// What the session asks of its surroundings since the last call.
    #[must_use]
    pub fn take_requests(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.requests)
    }

    /// The persona whose curve is shown.
    #[must_use]
    pub fn shown_persona(&self) -> Option<&Persona> {
        let map = self.shown_map();
        self.persona.and_then(|id| map.personas.get(id)).or_else(|| map.personas_in_order().next())
    }
}
