//! Pictures that become cards, and the map as a picture for others.

use super::Session;
use super::clipboard::{End, beside_of};
use crate::base::Rect;
use crate::model::clip::{Clip, ClipKind};
use crate::model::edit::{Beside, EditName};
use crate::model::{
    About, Card, CardId, CardKind, Edit, JourneyMap, Lane, LaneId, LaneKind, Png, Stage, StageId, Touchpoint,
    TouchpointId,
};
use crate::scene::{Element, Scene};
use crate::text::Fonts;
use crate::theme::Theme;
use std::sync::Arc;

/// Around the selection in a picture of it.
const MARGIN_PT: f32 = 12.0;

impl Session {
    /// Where pictures go that are dropped on an element; without one, beside the selection.
    #[must_use]
    pub fn place_for_pictures(&self, dropped_on: Option<Element>) -> Beside {
        let dropped_on = dropped_on.and_then(|element| beside_of(self.document.map(), element));
        dropped_on.unwrap_or_else(|| self.paste_place(End::First))
    }

    /// Makes a card of each picture, each with its name, in the cell beside or in the lane for pictures; one step.
    pub fn add_pictures(&mut self, pictures: Vec<(String, Png)>, beside: Beside) {
        let count = pictures.len();
        if count == 0 {
            return;
        }
        let edits = vec![Edit::PasteClip { clip: Arc::new(clip_of(pictures)), beside }];
        let name = EditName { key: "session-step-add-picture", count };
        self.paste(&Edit::Batch { name, edits }, ClipKind::Cards);
    }

    /// The selection as a picture for others, or the whole map when nothing drawn is selected.
    #[must_use]
    pub fn picture_of_selection(&self, theme: &Theme, fonts: &Fonts) -> Scene {
        let whole = self.picture(theme, fonts, self.reveal);
        let selected: Option<Rect> = whole.bounds_of(&self.selection);
        selected.map_or_else(|| whole.clone(), |bounds| whole.cropped(bounds.expanded(MARGIN_PT)))
    }
}

/// A map of one cell with the pictures.
fn clip_of(pictures: Vec<(String, Png)>) -> Clip {
    let (stage, touchpoint, lane) = (StageId(1), TouchpointId(2), LaneId(3));
    let cards = (0..).zip(pictures).map(|(slot, (alt, png))| Card {
        slot,
        ..Card::new(CardId(4 + slot), (lane, touchpoint), "", CardKind::Image { png, alt })
    });
    let cards: crate::model::Table<Card> = cards.collect();
    let next_id = cards.iter().last().map_or(4, |card| card.id.0 + 1);
    let about = About { stages: vec![stage], lanes: vec![lane], next_id, ..About::default() };
    let stage = Stage { id: stage, name: String::new(), touchpoints: vec![touchpoint], palette: None };
    let map = JourneyMap {
        about,
        stages: [stage].into_iter().collect(),
        touchpoints: [Touchpoint::new(touchpoint, "")].into_iter().collect(),
        lanes: [Lane::new(lane, LaneKind::Images)].into_iter().collect(),
        cards,
        ..JourneyMap::default()
    };
    Clip { kind: ClipKind::Cards, map }
}
