//! What every part of the scene may look at: the map with its cards by lane, the columns, and the figures that may be shown.

use super::columns::{Column, Columns};
use super::layers::{Ghost, Layers, Pace, TwoPersonas, Ways};
use super::line_ends;
use super::memory::Memory;
use super::names::{Names, Told};
use super::{Differences, Page, SceneOptions};
use crate::base::fmt::NumberFormat;
use crate::model::{Card, Evidence, JourneyMap, Lane, LaneId, LaneKind, Persona, TouchpointId};
use crate::overlay::evidence::{evidence_of, evidence_share};
use crate::overlay::{Overlay, TouchpointOverlay};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What every part may look at.
pub(super) struct Context<'a> {
    pub map: &'a JourneyMap,
    /// Figures to show; none when there are none or they are hidden.
    pub overlay: Option<&'a Overlay>,
    /// There are figures, but they are not to be seen yet.
    pub concealed: bool,
    pub persona: Option<&'a Persona>,
    pub columns: Columns<'a>,
    /// The lanes that are shown, in order.
    pub lanes: Vec<&'a Lane>,
    /// What has changed since an earlier map.
    pub differences: Option<&'a Differences>,
    /// What is laid over the map; none while figures are hidden.
    layers: Option<&'a Layers>,
    /// How numbers are written.
    pub format: NumberFormat,
    /// What stands around the map.
    pub page: &'a Page,
    /// Left end of the map.
    pub left: f32,
    /// By column.
    pub names: Vec<Arc<Names>>,
    cards: BTreeMap<LaneId, Vec<PlacedCard<'a>>>,
}

/// A card and the columns that it covers.
#[derive(Clone, Copy)]
pub(super) struct PlacedCard<'a> {
    pub card: &'a Card,
    /// Its own column, the leftmost.
    pub first: usize,
    /// The rightmost it covers.
    pub last: usize,
}

impl<'a> Context<'a> {
    pub fn new(
        memory: &mut Memory,
        map: &'a JourneyMap,
        overlay: Option<&'a Overlay>,
        options: &'a SceneOptions,
        page: &'a Page,
    ) -> Self {
        let shown = overlay.filter(|_| options.show_measured);
        let persona = options.persona.and_then(|id| map.personas.get(id));
        let layers = options.show_measured.then_some(&options.layers);
        let pace = layers.and_then(|layers| layers.pace.as_deref());
        let place = (page.margin_pt, options.column_width_pt);
        let columns = Columns::new(map, options.touchpoints.as_ref(), pace, place, memory.words());
        let cards = cards_by_lane(map, &columns);
        let is_chosen = |lane: &&Lane| options.lanes.as_ref().is_none_or(|lanes| lanes.contains(&lane.id));
        let lanes = map.lanes_in_order().filter(|lane| !lane.hidden).filter(is_chosen).collect();
        let mut context = Self {
            map,
            overlay: shown,
            concealed: overlay.is_some() && shown.is_none(),
            persona: persona.or_else(|| map.personas_in_order().next()),
            columns,
            lanes,
            differences: options.differences.as_deref(),
            layers,
            format: options.format,
            page,
            left: page.margin_pt,
            names: Vec::new(),
            cards,
        };
        let columns = context.columns.columns.iter();
        context.names = columns.map(|column| memory.names(&Told::of(&context, column))).collect();
        context
    }

    /// What is measured in a column.
    pub fn measured(&self, column: &Column<'_>) -> Option<&TouchpointOverlay> {
        self.overlay?.touchpoints.get(&column.touchpoint.id)
    }

    /// The ways customers take, where they are shown.
    pub fn ways(&self) -> Option<&'a Ways> {
        self.layers?.ways.as_deref()
    }

    /// The time between touchpoints, where columns are as wide.
    pub fn pace(&self) -> Option<&'a Pace> {
        self.layers?.pace.as_deref()
    }

    /// Exit rates as they would be, where that is asked.
    pub fn ghost(&self) -> Option<&'a Ghost> {
        self.layers?.ghost.as_deref()
    }

    /// Two personas beside each other, where that is asked.
    pub fn two(&self) -> Option<&'a TwoPersonas> {
        self.layers?.two.as_deref()
    }

    /// True when what is measured comes from the first part of the data alone.
    pub fn is_partial(&self) -> bool {
        self.overlay.is_some_and(|overlay| overlay.is_partial)
    }

    /// True while the figures are still coming in.
    pub fn is_growing(&self) -> bool {
        self.overlay.is_some_and(|overlay| overlay.is_growing)
    }

    /// True when a measured emotion is shown at some touchpoint.
    pub fn measures_emotion(&self) -> bool {
        self.columns.columns.iter().any(|column| self.measured(column).is_some_and(|m| m.emotion.is_some()))
    }

    /// The cards of a lane: the first ones of all cells, then the second ones, each time from left to right.
    pub fn cards_of(&self, lane: LaneId) -> &[PlacedCard<'a>] {
        self.cards.get(&lane).map_or(&[], Vec::as_slice)
    }

    /// How well founded a card is, as far as may be shown.
    pub fn evidence(&self, card: &Card) -> Evidence {
        let nothing = BTreeSet::new();
        evidence_of(card, self.overlay.map_or(&nothing, |overlay| &overlay.measured_cards))
    }

    /// The share of cards that are more than assumed; none without cards.
    pub fn evidence_share(&self) -> Option<f64> {
        let nothing = BTreeSet::new();
        evidence_share(self.map, self.overlay.map_or(&nothing, |overlay| &overlay.measured_cards))
    }

    /// Width of the names of curves at the right of the map; 0 when no lane needs them.
    pub fn gutter(&self) -> f32 {
        let shown = self.persona.map(|persona| persona.id);
        let names_curves = |lane: &Lane| {
            let personas = self.map.personas_of(lane, shown);
            let is_plain = |persona: &&Persona| Some(persona.id) == shown && persona.to_be.is_empty();
            let is_drawn = lane.kind == LaneKind::Emotion && !lane.collapsed;
            let has_two = self.two().is_some_and(|two| two.curves.is_some());
            is_drawn && (has_two || !personas.iter().all(is_plain))
        };
        if self.lanes.iter().any(|lane| names_curves(lane)) { line_ends::GUTTER } else { 0.0 }
    }
}

fn cards_by_lane<'a>(map: &'a JourneyMap, columns: &Columns<'_>) -> BTreeMap<LaneId, Vec<PlacedCard<'a>>> {
    let ids = columns.columns.iter().map(|column| column.touchpoint.id);
    let place_of: BTreeMap<TouchpointId, usize> = ids.zip(0..).collect();
    let end = columns.columns.len().saturating_sub(1);
    let mut lanes: BTreeMap<LaneId, Vec<PlacedCard<'a>>> = BTreeMap::new();
    for card in map.cards.iter() {
        // A card of a touchpoint that is on no stage is nowhere to be seen.
        let Some(first) = place_of.get(&card.touchpoint).copied() else { continue };
        let last = first.saturating_add(card.span as usize).min(end);
        lanes.entry(card.lane).or_default().push(PlacedCard { card, first, last });
    }
    for cards in lanes.values_mut() {
        cards.sort_by_key(|placed| (placed.card.slot, placed.first, placed.card.id));
    }
    lanes
}
