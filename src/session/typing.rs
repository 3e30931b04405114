//! Typing into the map: one text is one undo step, shown as it is typed; Enter, Shift+Enter and Tab go on
//! to the next element; what stays empty vanishes.

use super::action::AfterText;
use super::edits::element_of;
use super::{Session, TextEdit};
use crate::model::{CardKind, Edit, JourneyMap, Lane, LaneId, StageId, TouchpointId};
use crate::scene::Element;
use std::collections::BTreeSet;

impl Session {
    /// Makes an element and goes on to its text; both are one undo step.
    pub(super) fn edit_then_type(&mut self, edit: &Edit) {
        self.finish_text();
        let before = self.selection.clone();
        self.document.begin_gesture(edit.name());
        match self.document.update_gesture(edit) {
            Ok(created) => {
                self.select_created(created);
                match created.and_then(element_of) {
                    Some(element) if with_text(edit, String::new()).is_some() => {
                        let (text, edit) = (String::new(), edit.clone());
                        self.editing = Some(TextEdit { element, text, is_new: true, edit, before });
                    }
                    _ => self.document.commit_gesture(),
                }
            }
            Err(error) => {
                self.document.cancel_gesture();
                self.fail(&error);
            }
        }
    }

    /// Begins to edit the text of an element; elements without text are left alone.
    pub(super) fn begin_text(&mut self, element: Element) {
        self.finish_text();
        let Some(edit) = rename(self.document.map(), element) else { return };
        let text = text_of(self.document.map(), element).unwrap_or_default();
        self.selection = [element].into();
        self.document.begin_gesture(edit.name());
        let before = self.selection.clone();
        self.editing = Some(TextEdit { element, text, is_new: false, edit, before });
    }

    /// The text as typed so far, already on the map.
    pub(super) fn set_text(&mut self, text: String) {
        let Some(editing) = &mut self.editing else { return };
        let edit = with_text(&editing.edit, text.clone());
        editing.text = text;
        if let Some(edit) = edit {
            self.update_gesture(&edit);
        }
    }

    /// Keeps the text and goes on as told.
    pub(super) fn commit_text(&mut self, after: AfterText) {
        let Some(element) = self.editing.as_ref().map(|editing| editing.element) else { return };
        let from = self.place_of(element);
        let kept = self.finish_text();
        if let (AfterText::Next, Element::Stage(stage)) = (after, element)
            && let Some(first) =
                self.document.map().stages.get(stage).and_then(|stage| stage.touchpoints.first())
        {
            self.begin_text(Element::Touchpoint(*first));
            return;
        }
        let Some(from) = from else { return };
        if after == AfterText::PreviousLane {
            self.type_above(from);
        } else if (kept || goes_on_empty(from, after))
            && let Some(edit) = next_edit(self.document.map(), from, after)
        {
            self.edit_then_type(&edit);
        }
    }

    /// Goes back to the last card of the lane above, or above the lanes to the touchpoint's name.
    fn type_above(&mut self, from: Place) {
        let Place::Card { lane, touchpoint, .. } = from else { return };
        let map = self.document.map();
        let above =
            map.lanes_in_order().take_while(|other| other.id != lane).filter(|lane| lane.shows_cards());
        let Some(above) = above.last() else { return self.begin_text(Element::Touchpoint(touchpoint)) };
        let cards = map.cell(above.id, touchpoint);
        match cards.last().map(|card| card.id) {
            Some(card) => self.begin_text(Element::Card(card)),
            None => {
                if let Some(edit) = new_card(above, touchpoint, 0) {
                    self.edit_then_type(&edit);
                }
            }
        }
    }

    /// True while an element that was made for typing has no text: it would vanish again.
    pub(super) fn types_nothing_yet(&self) -> bool {
        self.editing.as_ref().is_some_and(|editing| editing.is_new && editing.text.trim().is_empty())
    }

    /// Drops the text; a new element goes with it.
    pub(super) fn cancel_text(&mut self) {
        if let Some(editing) = self.editing.take() {
            self.vanish(editing.before);
        }
    }

    /// Ends typing; false when the element was new and stayed empty, so that it vanished.
    pub(super) fn finish_text(&mut self) -> bool {
        let Some(TextEdit { text, is_new, edit, before, .. }) = self.editing.take() else { return true };
        let trimmed = text.trim();
        if trimmed.is_empty() && is_new {
            self.vanish(before);
            return false;
        }
        if trimmed != text
            && let Some(edit) = with_text(&edit, trimmed.to_owned())
        {
            self.update_gesture(&edit);
        }
        self.commit_gesture();
        true
    }

    /// Takes back what was typed, with the element if it was new, and selects what was selected before.
    fn vanish(&mut self, before: BTreeSet<Element>) {
        self.cancel_gesture();
        self.selection = before;
    }

    fn place_of(&self, element: Element) -> Option<Place> {
        let map = self.document.map();
        Some(match element {
            Element::Stage(stage) => Place::Stage(map.about.stages.iter().position(|id| *id == stage)?),
            Element::Touchpoint(touchpoint) => {
                Place::Touchpoint { stage: map.stage_of(touchpoint)?.id, touchpoint }
            }
            Element::Card(card) => {
                let card = map.cards.get(card)?;
                Place::Card { lane: card.lane, touchpoint: card.touchpoint, slot: card.slot as usize }
            }
            Element::Title
            | Element::Lane(_)
            | Element::Emotion(..)
            | Element::Measured(..)
            | Element::Cell(..)
            | Element::Step(..)
            | Element::Wait(_)
            | Element::Figure(_) => return None,
        })
    }
}

/// Where typing was; it outlives an element that vanished.
#[derive(Clone, Copy)]
enum Place {
    Stage(usize),
    Touchpoint { stage: StageId, touchpoint: TouchpointId },
    Card { lane: LaneId, touchpoint: TouchpointId, slot: usize },
}

/// An empty new element vanishes, and Enter in it ends the typing. Tab skips the lane, and Shift+Enter in a touchpoint
/// or card goes on to the next stage.
const fn goes_on_empty(from: Place, after: AfterText) -> bool {
    match after {
        AfterText::Stay | AfterText::Next | AfterText::PreviousLane => false,
        AfterText::NextLane => true,
        AfterText::NextStage => !matches!(from, Place::Stage(_)),
    }
}

/// What typing makes next.
fn next_edit(map: &JourneyMap, from: Place, after: AfterText) -> Option<Edit> {
    let name = String::new();
    match (after, from) {
        (AfterText::Stay | AfterText::PreviousLane, _) => None,
        (AfterText::Next, Place::Stage(place)) => {
            Some(Edit::AddTouchpoint { stage: *map.about.stages.get(place)?, at: 0, name })
        }
        (AfterText::Next, Place::Touchpoint { stage, touchpoint }) => {
            let stage = map.stages.get(stage)?;
            let at = stage.touchpoints.iter().position(|id| *id == touchpoint)? + 1;
            Some(Edit::AddTouchpoint { stage: stage.id, at, name })
        }
        (AfterText::Next, Place::Card { lane, touchpoint, slot }) => {
            new_card(map.lanes.get(lane)?, touchpoint, slot + 1)
        }
        (AfterText::NextStage, from) => {
            let place = match from {
                Place::Stage(place) => place,
                Place::Touchpoint { stage, .. } => map.about.stages.iter().position(|id| *id == stage)?,
                Place::Card { touchpoint, .. } => {
                    let stage = map.stage_of(touchpoint)?.id;
                    map.about.stages.iter().position(|id| *id == stage)?
                }
            };
            Some(Edit::AddStage { name, at: place + 1 })
        }
        (AfterText::NextLane, Place::Stage(_)) => None,
        (AfterText::NextLane, Place::Touchpoint { touchpoint, .. }) => {
            // One that stayed empty is gone, and has no lanes.
            map.touchpoints.get(touchpoint)?;
            let lane = map.lanes_in_order().find(|lane| lane.shows_cards())?;
            new_card(lane, touchpoint, map.cell(lane.id, touchpoint).len())
        }
        (AfterText::NextLane, Place::Card { lane, touchpoint, .. }) => {
            let below = map.lanes_in_order().skip_while(|other| other.id != lane).skip(1);
            let lane = below.into_iter().find(|lane| lane.shows_cards())?;
            new_card(lane, touchpoint, map.cell(lane.id, touchpoint).len())
        }
    }
}

fn new_card(lane: &Lane, touchpoint: TouchpointId, slot: usize) -> Option<Edit> {
    lane.shows_cards().then(|| Edit::AddCard {
        lane: lane.id,
        touchpoint,
        slot,
        text: String::new(),
        kind: CardKind::for_lane(lane.kind),
    })
}

/// The text of an element that can be typed.
fn text_of(map: &JourneyMap, element: Element) -> Option<String> {
    match element {
        Element::Title => Some(map.about.title.clone()),
        Element::Stage(id) => Some(map.stages.get(id)?.name.clone()),
        Element::Touchpoint(id) => Some(map.touchpoints.get(id)?.name.clone()),
        Element::Lane(id) => Some(map.lanes.get(id)?.name.clone()),
        Element::Card(id) => Some(map.cards.get(id)?.text.clone()),
        Element::Emotion(..)
        | Element::Measured(..)
        | Element::Cell(..)
        | Element::Step(..)
        | Element::Wait(_)
        | Element::Figure(_) => None,
    }
}

/// The edit that sets an element's text, with the present text in it.
fn rename(map: &JourneyMap, element: Element) -> Option<Edit> {
    let text = text_of(map, element)?;
    match element {
        Element::Title => Some(Edit::SetTitle(text)),
        Element::Stage(stage) => Some(Edit::RenameStage { stage, name: text }),
        Element::Touchpoint(touchpoint) => Some(Edit::RenameTouchpoint { touchpoint, name: text }),
        Element::Lane(lane) => Some(Edit::RenameLane { lane, name: text }),
        Element::Card(card) => Some(Edit::SetCardText { card, text }),
        Element::Emotion(..)
        | Element::Measured(..)
        | Element::Cell(..)
        | Element::Step(..)
        | Element::Wait(_)
        | Element::Figure(_) => None,
    }
}

/// The same edit with another text; none for edits that set none.
fn with_text(edit: &Edit, new: String) -> Option<Edit> {
    let mut edit = edit.clone();
    match &mut edit {
        Edit::SetTitle(text)
        | Edit::AddStage { name: text, .. }
        | Edit::SplitStage { name: text, .. }
        | Edit::RenameStage { name: text, .. }
        | Edit::AddTouchpoint { name: text, .. }
        | Edit::RenameTouchpoint { name: text, .. }
        | Edit::SplitTouchpoint { name: text, .. }
        | Edit::AddLane { name: text, .. }
        | Edit::RenameLane { name: text, .. }
        | Edit::AddCard { text, .. }
        | Edit::SetCardText { text, .. } => *text = new,
        _ => return None,
    }
    Some(edit)
}
