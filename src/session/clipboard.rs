//! Copy, cut and paste. What is copied goes out twice: as cells for other programs, and exactly, for Pathlight.

use super::selection::touchpoint_of;
use super::{Command, Pick, Request, Session};
use crate::model::clip::{Chosen, Clip, ClipKind, Votes};
use crate::model::clipboard::{copy_cells, parse_cells, write_cells};
use crate::model::edit::{Beside, EditName, PasteTarget};
use crate::model::{CardId, Edit, JourneyMap, LaneId};
use crate::scene::Element;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What was copied.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    /// Cells, as spreadsheets write them.
    pub text: String,
    /// The same with all that belongs to it.
    pub clip: Arc<Clip>,
}

impl Session {
    /// Runs a command of the clipboard; others do nothing here.
    pub(super) fn run_clipboard(&mut self, command: Command) {
        match command {
            Command::Copy => self.copy(Votes::Drop),
            Command::Cut => {
                self.copy(Votes::Keep);
                self.remove_copied();
            }
            Command::Paste => self.ask(Request::Paste),
            Command::CopyPicture => self.ask(Request::CopyPicture),
            Command::AddPicture => self.ask(Request::Pick(Pick::Picture)),
            _ => {}
        }
    }

    /// False when a command of the clipboard would do nothing now.
    pub(super) fn can_run_clipboard(&self, command: Command) -> bool {
        match command {
            Command::Copy | Command::Cut => self.to_copy().kind(self.document.map()).is_some(),
            _ => true,
        }
    }

    fn copy(&mut self, votes: Votes) {
        self.finish_text();
        let (map, chosen) = (self.document.map(), self.to_copy());
        let Some(clip) = Clip::of(map, &chosen, votes) else { return };
        let text = text_of(map, &chosen, clip.kind);
        self.ask(Request::Copy(Copied { text, clip: Arc::new(clip) }));
    }

    /// Removes what was copied, and only that.
    fn remove_copied(&mut self) {
        let Some(kind) = self.to_copy().kind(self.document.map()) else { return };
        let is_copied = |element: &&Element| {
            matches!(
                (kind, element),
                (ClipKind::Stages, Element::Stage(_) | Element::Touchpoint(_))
                    | (ClipKind::Touchpoints, Element::Touchpoint(_))
                    | (ClipKind::Lanes, Element::Lane(_))
                    | (ClipKind::Cards, Element::Card(_))
            )
        };
        let copied: BTreeSet<Element> = self.selection.iter().filter(is_copied).copied().collect();
        self.selection = copied;
        let edits = self.removal();
        self.edit(&Edit::Batch {
            name: EditName { key: "session-step-cut", count: self.selection.len() },
            edits,
        });
    }

    /// Puts text of the clipboard on the map: a list or a table beside what is selected.
    pub(super) fn paste_text(&mut self, text: &str) {
        let mut cells = parse_cells(text);
        if cells.iter().flatten().all(|cell| cell.trim().is_empty()) {
            return;
        }
        // A block of cards begins at the first selected cell; touchpoints and stages follow the last.
        let beside = match self.paste_place(End::First) {
            cell @ Beside::Cell { .. } => cell,
            _ => self.paste_place(End::Last),
        };
        if let Beside::Lane(_) = beside
            && cells.iter().all(|row| row.len() <= 1)
        {
            // A list dropped on a whole lane runs along it.
            cells = vec![cells.concat()];
        }
        let into = self.paste_target(beside);
        self.paste(&Edit::PasteTable { cells, into }, ClipKind::Cards);
    }

    /// Puts on the map what was copied from a map.
    pub(super) fn paste_clip(&mut self, clip: &Arc<Clip>) {
        let end = if clip.kind == ClipKind::Cards { End::First } else { End::Last };
        let beside = self.paste_place(end);
        self.paste(&Edit::PasteClip { clip: Arc::clone(clip), beside }, clip.kind);
    }

    /// One step; what is new is selected then.
    pub(super) fn paste(&mut self, edit: &Edit, kind: ClipKind) {
        self.finish_text();
        let first_new = self.document.map().about.next_id;
        let before = self.selection.clone();
        self.edit(edit);
        let new = new_elements(self.document.map(), first_new, kind);
        self.selection = if new.is_empty() { before } else { new };
        self.drop_dead_selection();
    }

    fn paste_target(&self, beside: Beside) -> PasteTarget {
        let map = self.document.map();
        let at_end = || match map.stages_in_order().last() {
            Some(stage) => PasteTarget::Touchpoints { stage: stage.id, at: stage.touchpoints.len() },
            None => PasteTarget::EmptyMap,
        };
        match beside {
            Beside::Nothing => at_end(),
            Beside::Stage(stage) => {
                let place = map.about.stages.iter().position(|id| *id == stage);
                PasteTarget::Stages { at: place.map_or(usize::MAX, |place| place + 1) }
            }
            Beside::Touchpoint(touchpoint) => {
                let stage = map.stage_of(touchpoint);
                stage.map_or_else(at_end, |stage| {
                    let place = stage.touchpoints.iter().position(|id| *id == touchpoint);
                    PasteTarget::Touchpoints {
                        stage: stage.id,
                        at: place.map_or(usize::MAX, |place| place + 1),
                    }
                })
            }
            Beside::Cell { lane, touchpoint } => PasteTarget::Cells { lane, touchpoint },
            Beside::Lane(lane) => match map.touchpoints_in_order().next() {
                Some((_, first)) if holds_cards(map, lane) => {
                    PasteTarget::Cells { lane, touchpoint: first.id }
                }
                _ => at_end(),
            },
        }
    }

    /// What of the selection can be copied.
    fn to_copy(&self) -> Chosen {
        let mut chosen = Chosen::default();
        for element in &self.selection {
            match *element {
                Element::Stage(id) => drop(chosen.stages.insert(id)),
                Element::Touchpoint(id) => drop(chosen.touchpoints.insert(id)),
                Element::Lane(id) => drop(chosen.lanes.insert(id)),
                Element::Card(id) => drop(chosen.cards.insert(id)),
                Element::Title
                | Element::Emotion(..)
                | Element::Measured(..)
                | Element::Cell(..)
                | Element::Step(..)
                | Element::Wait(_)
                | Element::Figure(_) => {}
            }
        }
        chosen
    }

    /// Where pasted things go: the first or last selected place, from left to right.
    pub(super) fn paste_place(&self, end: End) -> Beside {
        let map = self.document.map();
        let columns: Vec<_> = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect();
        let column = |id| columns.iter().position(|column| *column == id);
        let row = |id| map.about.lanes.iter().position(|lane| *lane == id);
        let placed = |element: &Element| {
            let beside = beside_of(map, *element)?;
            let place = match beside {
                Beside::Nothing => return None,
                Beside::Stage(stage) => {
                    let first = map.stages.get(stage)?.touchpoints.first();
                    let order = map.about.stages.iter().position(|id| *id == stage);
                    (first.and_then(|id| column(*id)), order)
                }
                Beside::Touchpoint(touchpoint) => (column(touchpoint), None),
                Beside::Lane(lane) => (None, row(lane)),
                Beside::Cell { lane, touchpoint } => (column(touchpoint), row(lane)),
            };
            Some((place, beside))
        };
        let places = self.selection.iter().filter_map(placed);
        let found = match end {
            End::First => places.min_by_key(|(place, _)| *place),
            End::Last => places.max_by_key(|(place, _)| *place),
        };
        found.map(|(_, beside)| beside).unwrap_or_default()
    }
}

/// Which of several selected places counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    First,
    Last,
}

/// The place of an element.
pub(super) fn beside_of(map: &JourneyMap, element: Element) -> Option<Beside> {
    let cell = |lane: LaneId| {
        let touchpoint = touchpoint_of(map, element)?;
        let in_row = holds_cards(map, lane);
        Some(if in_row { Beside::Cell { lane, touchpoint } } else { Beside::Touchpoint(touchpoint) })
    };
    match element {
        Element::Stage(stage) => Some(Beside::Stage(stage)),
        Element::Lane(lane) => Some(Beside::Lane(lane)),
        Element::Card(card) => cell(map.cards.get(card)?.lane),
        Element::Cell(lane, _) | Element::Measured(lane, _) => cell(lane),
        Element::Touchpoint(_) | Element::Emotion(..) => touchpoint_of(map, element).map(Beside::Touchpoint),
        Element::Title | Element::Step(..) | Element::Wait(_) | Element::Figure(_) => None,
    }
}

fn holds_cards(map: &JourneyMap, lane: LaneId) -> bool {
    map.lanes.get(lane).is_some_and(|lane| lane.kind.holds_cards())
}

/// The cells of what is chosen; never empty, as an empty text would not reach the clipboard.
fn text_of(map: &JourneyMap, chosen: &Chosen, kind: ClipKind) -> String {
    let mut cards = chosen.cards.clone();
    if kind == ClipKind::Lanes {
        let inside = map.cards.iter().filter(|card| chosen.lanes.contains(&card.lane));
        cards.extend(inside.map(|card| card.id).collect::<BTreeSet<CardId>>());
    }
    let cells = write_cells(&copy_cells(map, &chosen.stages, &chosen.touchpoints, &cards));
    match cells.strip_suffix('\n').filter(|text| !text.is_empty()) {
        Some(text) => text.to_owned(),
        None => "\n".to_owned(),
    }
}

/// What has come since ids began with `first_new`: the largest things, without what hangs on them.
fn new_elements(map: &JourneyMap, first_new: u32, kind: ClipKind) -> BTreeSet<Element> {
    let stages: Vec<_> = map.stages.iter().filter(|stage| stage.id.0 >= first_new).collect();
    let touchpoints: Vec<_> = map.touchpoints.iter().filter(|t| t.id.0 >= first_new).collect();
    if kind == ClipKind::Lanes {
        let new = map.lanes.iter().filter(|lane| lane.id.0 >= first_new);
        new.map(|lane| Element::Lane(lane.id)).collect()
    } else if !stages.is_empty() {
        stages.into_iter().map(|stage| Element::Stage(stage.id)).collect()
    } else if !touchpoints.is_empty() {
        touchpoints.into_iter().map(|touchpoint| Element::Touchpoint(touchpoint.id)).collect()
    } else {
        let new = map.cards.iter().filter(|card| card.id.0 >= first_new);
        new.map(|card| Element::Card(card.id)).collect()
    }
}
