//! What is done to all that is selected at once, as one undo step: duplicate, delete, widen, split, merge. Moves are
//! beside it.

use super::walk::Direction;
use super::{Command, Session};
use crate::model::edit::EditName;
use crate::model::{Card, CardId, Edit, LaneId, StageId, TouchpointId};
use crate::scene::{Element, EmotionDot};
use std::collections::BTreeSet;

/// What is selected, without what goes along with something else that is selected.
#[derive(Default)]
pub(super) struct Chosen {
    pub stages: Vec<StageId>,
    pub lanes: Vec<LaneId>,
    pub touchpoints: Vec<TouchpointId>,
    pub cards: Vec<CardId>,
    pub dots: Vec<EmotionDot>,
}

impl Session {
    /// Runs a command that arranges what is selected; others do nothing here.
    pub(super) fn run_arrange(&mut self, command: Command) {
        self.finish_text();
        match command {
            Command::Delete => self.delete(),
            Command::Duplicate => self.duplicate(),
            Command::MoveLeft => self.move_selected(Direction::Left),
            Command::MoveRight => self.move_selected(Direction::Right),
            Command::MoveUp => self.move_selected(Direction::Up),
            Command::MoveDown => self.move_selected(Direction::Down),
            Command::WidenCard => self.change_span(1),
            Command::NarrowCard => self.change_span(-1),
            Command::SplitTouchpoint => self.split_touchpoint(),
            Command::SplitStage => self.split_stage(),
            Command::MergeTouchpoints => self.merge_touchpoints(),
            Command::MergeStages => self.merge_stages(),
            _ => {}
        }
    }

    /// False when a command that arranges would change nothing.
    pub(super) fn can_run_arrange(&self, command: Command) -> bool {
        let any = |is: fn(&Element) -> bool| self.selection.iter().any(is);
        let count = |is: fn(&Element) -> bool| self.selection.iter().filter(|element| is(element)).count();
        let is_stage = |element: &Element| matches!(element, Element::Stage(_));
        let is_touchpoint = |element: &Element| matches!(element, Element::Touchpoint(_));
        match command {
            Command::Delete => any(|element| {
                !matches!(
                    element,
                    Element::Title
                        | Element::Measured(..)
                        | Element::Cell(..)
                        | Element::Step(..)
                        | Element::Wait(_)
                        | Element::Figure(_)
                )
            }),
            Command::Duplicate => any(|element| {
                matches!(
                    element,
                    Element::Stage(_) | Element::Lane(_) | Element::Touchpoint(_) | Element::Card(_)
                )
            }),
            Command::MoveLeft => self.can_move(Direction::Left),
            Command::MoveRight => self.can_move(Direction::Right),
            Command::MoveUp => self.can_move(Direction::Up),
            Command::MoveDown => self.can_move(Direction::Down),
            Command::WidenCard => self.selected_cards().iter().any(|card| self.can_widen(card)),
            Command::NarrowCard => self.selected_cards().iter().any(|card| card.span > 0),
            Command::SplitTouchpoint => count(is_touchpoint) == 1,
            Command::SplitStage => self.stage_to_split().is_some(),
            Command::MergeTouchpoints => count(is_touchpoint) > 1,
            Command::MergeStages => count(is_stage) > 1,
            _ => true,
        }
    }

    /// Several edits as one undo step with this name; one has a name of its own.
    pub(super) fn edit_as_one(&mut self, key: &'static str, mut edits: Vec<Edit>) {
        let edit = match edits.len() {
            0 => return,
            1 => edits.remove(0),
            count => Edit::Batch { name: EditName { key, count }, edits },
        };
        self.edit(&edit);
    }

    /// The cards that are selected themselves.
    pub(super) fn selected_cards(&self) -> Vec<&Card> {
        let cards = self.selection.iter().filter_map(|element| match element {
            Element::Card(card) => self.document.map().cards.get(*card),
            _ => None,
        });
        cards.collect()
    }

    pub(super) fn chosen(&self) -> Chosen {
        let map = self.document.map();
        let has = |element: Element| self.selection.contains(&element);
        let mut chosen = Chosen::default();
        chosen.stages.extend(map.about.stages.iter().filter(|id| has(Element::Stage(**id))));
        chosen.lanes.extend(map.about.lanes.iter().filter(|id| has(Element::Lane(**id))));
        for (stage, touchpoint) in map.touchpoints_in_order() {
            if has(Element::Touchpoint(touchpoint.id)) && !has(Element::Stage(stage.id)) {
                chosen.touchpoints.push(touchpoint.id);
            }
        }
        let of_stages = chosen.stages.iter().filter_map(|id| map.stages.get(*id));
        let of_stages = of_stages.flat_map(|stage| &stage.touchpoints);
        let columns: BTreeSet<_> = chosen.touchpoints.iter().chain(of_stages).copied().collect();
        for element in &self.selection {
            match *element {
                Element::Card(id) => {
                    let Some(card) = map.cards.get(id) else { continue };
                    if !chosen.lanes.contains(&card.lane) && !columns.contains(&card.touchpoint) {
                        chosen.cards.push(id);
                    }
                }
                Element::Emotion(dot) => chosen.dots.push(dot),
                _ => {}
            }
        }
        chosen
    }

    fn delete(&mut self) {
        let edits = self.removal();
        self.edit_as_one("session-step-remove", edits);
    }

    /// The edits that remove what is selected.
    pub(super) fn removal(&self) -> Vec<Edit> {
        let Chosen { stages, lanes, touchpoints, cards, dots } = self.chosen();
        let mut edits: Vec<Edit> = dots.into_iter().map(|dot| dot.edit(None)).collect();
        if !cards.is_empty() {
            edits.push(Edit::RemoveCards { cards });
        }
        if !touchpoints.is_empty() {
            edits.push(Edit::RemoveTouchpoints { touchpoints });
        }
        edits.extend(stages.into_iter().map(|stage| Edit::RemoveStage { stage }));
        edits.extend(lanes.into_iter().map(|lane| Edit::RemoveLane { lane }));
        edits
    }

    /// Copies become the selection.
    fn duplicate(&mut self) {
        let Chosen { stages, lanes, touchpoints, cards, .. } = self.chosen();
        let (any_stages, any_lanes) = (!stages.is_empty(), !lanes.is_empty());
        let (any_touchpoints, any_cards) = (!touchpoints.is_empty(), !cards.is_empty());
        // Cards and touchpoints first: copies of what holds them take along what it holds.
        let mut edits = Vec::new();
        if any_cards {
            edits.push(Edit::DuplicateCards { cards });
        }
        if any_touchpoints {
            edits.push(Edit::DuplicateTouchpoints { touchpoints });
        }
        edits.extend(stages.into_iter().map(|stage| Edit::DuplicateStage { stage }));
        edits.extend(lanes.into_iter().map(|lane| Edit::DuplicateLane { lane }));
        if edits.is_empty() {
            return;
        }
        let first_new = self.document.map().about.next_id;
        self.edit_as_one("session-step-duplicate", edits);
        let map = self.document.map();
        let holders_copied = any_stages || any_lanes || any_touchpoints;
        let stages = map.stages.iter().map(|stage| stage.id).filter(|id| any_stages && id.0 >= first_new);
        let lanes = map.lanes.iter().map(|lane| lane.id).filter(|id| any_lanes && id.0 >= first_new);
        let touchpoints = map.touchpoints.iter().map(|touchpoint| touchpoint.id);
        let touchpoints = touchpoints.filter(|id| any_touchpoints && !any_stages && id.0 >= first_new);
        let cards = map.cards.iter().map(|card| card.id);
        let cards = cards.filter(|id| any_cards && !holders_copied && id.0 >= first_new);
        self.selection = stages
            .map(Element::Stage)
            .chain(lanes.map(Element::Lane))
            .chain(touchpoints.map(Element::Touchpoint))
            .chain(cards.map(Element::Card))
            .collect();
    }

    fn move_selected(&mut self, direction: Direction) {
        let edits = self.moves(direction);
        self.edit_as_one("session-step-move", edits);
    }

    fn can_widen(&self, card: &Card) -> bool {
        let map = self.document.map();
        let last = map.touchpoints_in_order().last().map(|(_, touchpoint)| touchpoint.id);
        map.covered(card).last().copied() != last
    }

    fn change_span(&mut self, by: i32) {
        let edits = self
            .selected_cards()
            .into_iter()
            .map(|card| Edit::SetSpan { card: card.id, span: card.span.saturating_add_signed(by) });
        let edits = edits.collect();
        self.edit_as_one("session-step-set-span", edits);
    }

    fn only_touchpoint(&self) -> Option<TouchpointId> {
        let mut touchpoints = self.selection.iter().filter_map(|element| match element {
            Element::Touchpoint(touchpoint) => Some(*touchpoint),
            _ => None,
        });
        touchpoints.next().filter(|_| touchpoints.next().is_none())
    }

    /// The selected touchpoint, when a stage can end before it.
    fn stage_to_split(&self) -> Option<TouchpointId> {
        let touchpoint = self.only_touchpoint()?;
        let stage = self.document.map().stage_of(touchpoint)?;
        (stage.touchpoints.first() != Some(&touchpoint)).then_some(touchpoint)
    }

    fn split_touchpoint(&mut self) {
        if let Some(touchpoint) = self.only_touchpoint() {
            self.edit_then_type(&Edit::SplitTouchpoint { touchpoint, name: String::new() });
        }
    }

    fn split_stage(&mut self) {
        if let Some(touchpoint) = self.stage_to_split() {
            self.edit_then_type(&Edit::SplitStage { touchpoint, name: String::new() });
        }
    }

    fn merge_touchpoints(&mut self) {
        let touchpoints: Vec<_> = self
            .document
            .map()
            .touchpoints_in_order()
            .map(|(_, touchpoint)| touchpoint.id)
            .filter(|id| self.selection.contains(&Element::Touchpoint(*id)))
            .collect();
        if touchpoints.len() > 1 {
            let merged = touchpoints.first().copied();
            self.edit(&Edit::MergeTouchpoints { touchpoints });
            self.selection = merged.map(Element::Touchpoint).into_iter().collect();
        }
    }

    fn merge_stages(&mut self) {
        let stages = self.chosen().stages;
        if stages.len() > 1 {
            let merged = stages.first().copied();
            self.edit(&Edit::MergeStages { stages });
            self.selection = merged.map(Element::Stage).into_iter().collect();
        }
    }
}
