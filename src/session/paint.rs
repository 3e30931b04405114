//! Colours, tags and evidence of all that is selected.

use super::{Command, Panel, Request, Session};
use crate::model::{CardId, Edit, Evidence, StageId, TouchpointId};
use crate::scene::Element;
use std::collections::BTreeMap;

impl Command {
    /// The command that gives a colour of the palette; none when the palette has no such colour.
    #[must_use]
    pub fn color(palette: Option<u8>) -> Option<Self> {
        let place = palette.map_or(0, |index| usize::from(index) + 1);
        super::Menu::COLORS.get(place).copied()
    }

    /// The colour that a command gives: an index into the palette, none = by kind.
    fn palette(self) -> Option<Option<u8>> {
        let place = super::Menu::COLORS.iter().position(|command| *command == self)?;
        Some(place.checked_sub(1).and_then(|index| u8::try_from(index).ok()))
    }

    /// The grade that a command gives: none = as quotes and data tell.
    fn evidence(self) -> Option<Option<Evidence>> {
        match self {
            Self::EvidenceFound => Some(None),
            Self::EvidenceAssumed => Some(Some(Evidence::Assumed)),
            Self::EvidenceQuoted => Some(Some(Evidence::Quoted)),
            Self::EvidenceMeasured => Some(Some(Evidence::Measured)),
            _ => None,
        }
    }
}

impl Session {
    /// Runs a command that colours, tags or grades; others do nothing here.
    pub(super) fn run_paint(&mut self, command: Command) {
        self.finish_text();
        if command == Command::Tag {
            self.ask(Request::Show(Panel::Tags));
        } else if let Some(palette) = command.palette() {
            self.recolor(palette);
        } else if let Some(evidence) = command.evidence() {
            let cards = self.selected_cards().into_iter().filter(|card| card.evidence != evidence);
            let edits = cards.map(|card| Edit::SetEvidence { card: card.id, evidence }).collect();
            self.edit_as_one("session-step-evidence", edits);
        }
    }

    /// False when a command that colours, tags or grades would change nothing.
    pub(super) fn can_run_paint(&self, command: Command) -> bool {
        let is_tagged = |element: &Element| matches!(element, Element::Card(_) | Element::Touchpoint(_));
        let is_colored = |element: &Element| matches!(element, Element::Card(_) | Element::Stage(_));
        match command {
            Command::Tag => self.selection.iter().any(is_tagged),
            command if command.palette().is_some() => self.selection.iter().any(is_colored),
            command => match command.evidence() {
                Some(evidence) => self.selected_cards().iter().any(|card| card.evidence != evidence),
                None => true,
            },
        }
    }

    fn recolor(&mut self, palette: Option<u8>) {
        let stages = self.selection.iter().filter_map(|element| match element {
            Element::Stage(stage) => Some(*stage),
            _ => None,
        });
        let set = |stage: StageId| Edit::SetStagePalette { stage, palette };
        let mut edits: Vec<Edit> = stages.map(set).collect();
        let cards: Vec<_> = self.selected_cards().iter().map(|card| card.id).collect();
        if !cards.is_empty() {
            edits.push(Edit::SetCardColor { cards, palette });
        }
        self.edit_as_one("session-step-colour", edits);
    }

    /// The selected cards and touchpoints, which can have tags.
    #[must_use]
    pub fn tagged(&self) -> (Vec<CardId>, Vec<TouchpointId>) {
        let (mut cards, mut touchpoints) = (Vec::new(), Vec::new());
        for element in &self.selection {
            match *element {
                Element::Card(card) => cards.push(card),
                Element::Touchpoint(touchpoint) => touchpoints.push(touchpoint),
                _ => {}
            }
        }
        (cards, touchpoints)
    }

    /// Every tag of the map and how many of the selected things have it.
    #[must_use]
    pub fn tags_in_use(&self) -> BTreeMap<&str, usize> {
        let map = self.document.map();
        let cards = map.cards.iter().map(|card| (Element::Card(card.id), &card.tags));
        let touchpoints =
            map.touchpoints.iter().map(|touchpoint| (Element::Touchpoint(touchpoint.id), &touchpoint.tags));
        let mut counts = BTreeMap::new();
        for (element, tags) in cards.chain(touchpoints) {
            let selected = usize::from(self.selection.contains(&element));
            for tag in tags {
                *counts.entry(tag.as_str()).or_default() += selected;
            }
        }
        counts
    }
}
