//! What was copied, exactly: cards, lanes, touchpoints or stages with all that hangs on them, cut out of their map as a
//! small map of its own, so that it can be pasted into any other.

use super::card::Card;
use super::id::{CardId, LaneId, PersonaId, StageId, TouchpointId};
use super::lane::Lane;
use super::persona::{Curve, Persona};
use super::records::{About, JourneyMap, Stage};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A part of a map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clip {
    /// What of it was copied; the rest says where that was.
    pub kind: ClipKind,
    /// A sound map, with the ids of the map it was cut out of.
    pub map: JourneyMap,
}

/// What a clip brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClipKind {
    /// Stages with their touchpoints, cards and emotions.
    Stages,
    /// Touchpoints with their cards and emotions.
    Touchpoints,
    /// Lanes with their cards.
    Lanes,
    /// Cards.
    Cards,
}

/// What is selected of a map.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)]
pub struct Chosen {
    pub stages: BTreeSet<StageId>,
    pub touchpoints: BTreeSet<TouchpointId>,
    pub lanes: BTreeSet<LaneId>,
    pub cards: BTreeSet<CardId>,
}

/// What becomes of the votes on cards that are copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Votes {
    /// They stay with the cards, which will be gone from where they were.
    Keep,
    /// They were for the cards that were voted on, not for copies.
    Drop,
}

impl Chosen {
    /// What of it is copied: the largest things chosen. All touchpoints of several stages are these stages.
    #[must_use]
    pub fn kind(&self, map: &JourneyMap) -> Option<ClipKind> {
        let is_touched = |stage: &&Stage| stage.touchpoints.iter().any(|id| self.touchpoints.contains(id));
        let is_whole = |stage: &Stage| stage.touchpoints.iter().all(|id| self.touchpoints.contains(id));
        let touched: Vec<&Stage> = map.stages.iter().filter(is_touched).collect();
        let are_stages = touched.len() > 1 && touched.into_iter().all(is_whole);
        if !self.stages.is_empty() || are_stages {
            Some(ClipKind::Stages)
        } else if !self.touchpoints.is_empty() {
            Some(ClipKind::Touchpoints)
        } else if !self.lanes.is_empty() {
            Some(ClipKind::Lanes)
        } else {
            (!self.cards.is_empty()).then_some(ClipKind::Cards)
        }
    }
}

impl Clip {
    /// Cuts what is chosen out of a map, which stays as it is; none when nothing is chosen.
    #[must_use]
    pub fn of(map: &JourneyMap, chosen: &Chosen, votes: Votes) -> Option<Self> {
        let kind = chosen.kind(map)?;
        let in_stage = |stage: &Stage| chosen.stages.contains(&stage.id);
        let columns: Vec<_> =
            map.touchpoints_in_order().map(|(stage, touchpoint)| (stage, touchpoint.id)).collect();
        let touchpoints: BTreeSet<TouchpointId> = match kind {
            ClipKind::Stages | ClipKind::Touchpoints => columns
                .iter()
                .filter(|(stage, id)| in_stage(stage) || chosen.touchpoints.contains(id))
                .map(|(_, id)| *id)
                .collect(),
            ClipKind::Lanes => columns.iter().map(|(_, id)| *id).collect(),
            ClipKind::Cards => {
                let has_some = |id| {
                    let mut cards = map.cards.iter();
                    cards.any(|card| card.touchpoint == id && chosen.cards.contains(&card.id))
                };
                let first = columns.iter().position(|(_, id)| has_some(*id))?;
                let last = columns.iter().rposition(|(_, id)| has_some(*id))?;
                columns.get(first..=last)?.iter().map(|(_, id)| *id).collect()
            }
        };
        let is_copied = |card: &Card| match kind {
            ClipKind::Stages | ClipKind::Touchpoints => touchpoints.contains(&card.touchpoint),
            ClipKind::Lanes => chosen.lanes.contains(&card.lane),
            ClipKind::Cards => chosen.cards.contains(&card.id),
        };
        let cards: Vec<Card> = map.cards.iter().filter(|card| is_copied(card)).cloned().collect();
        let lanes: BTreeSet<LaneId> = match kind {
            ClipKind::Lanes => chosen.lanes.clone(),
            _ => cards.iter().map(|card| card.lane).collect(),
        };
        let stages: BTreeSet<StageId> = match kind {
            // Also those without touchpoints.
            ClipKind::Stages => columns
                .iter()
                .filter(|(_, id)| touchpoints.contains(id))
                .map(|(stage, _)| stage.id)
                .chain(chosen.stages.iter().copied())
                .collect(),
            _ => {
                columns.iter().filter(|(_, id)| touchpoints.contains(id)).map(|(stage, _)| stage.id).collect()
            }
        };
        let personas = match kind {
            ClipKind::Stages | ClipKind::Touchpoints => with_curves_over(map, &touchpoints),
            ClipKind::Lanes => without_curves(map, &lanes),
            ClipKind::Cards => Vec::new(),
        };
        Some(Self { kind, map: cut(map, &stages, &touchpoints, &lanes, cards, personas, votes) })
    }

    /// How many things it brings.
    #[must_use]
    pub fn count(&self) -> usize {
        match self.kind {
            ClipKind::Stages => self.map.stages.len(),
            ClipKind::Touchpoints => self.map.touchpoints.len(),
            ClipKind::Lanes => self.map.lanes.len(),
            ClipKind::Cards => self.map.cards.len(),
        }
    }
}

fn cut(
    map: &JourneyMap,
    stages: &BTreeSet<StageId>,
    touchpoints: &BTreeSet<TouchpointId>,
    lanes: &BTreeSet<LaneId>,
    cards: Vec<Card>,
    personas: Vec<Persona>,
    votes: Votes,
) -> JourneyMap {
    let kept = |stage: &Stage| {
        let inside = stage.touchpoints.iter().copied().filter(|id| touchpoints.contains(id)).collect();
        Stage { touchpoints: inside, ..stage.clone() }
    };
    let known = |id: &PersonaId| personas.iter().any(|persona| persona.id == *id);
    let kept_lane = |lane: &Lane| {
        let shown = lane.personas.iter().copied().filter(known).collect();
        Lane { personas: shown, ..lane.clone() }
    };
    let touchpoints: Vec<_> = touchpoints.iter().filter_map(|id| map.touchpoints.get(*id)).cloned().collect();
    let channels: BTreeSet<_> = touchpoints.iter().flat_map(|touchpoint| &touchpoint.channels).collect();
    let about = About {
        stages: map.about.stages.iter().copied().filter(|id| stages.contains(id)).collect(),
        lanes: map.about.lanes.iter().copied().filter(|id| lanes.contains(id)).collect(),
        personas: map.about.personas.iter().copied().filter(|id| known(id)).collect(),
        next_id: map.about.next_id,
        ..About::default()
    };
    let mut part = JourneyMap {
        about,
        stages: map.stages.iter().filter(|stage| stages.contains(&stage.id)).map(kept).collect(),
        lanes: map.lanes.iter().filter(|lane| lanes.contains(&lane.id)).map(kept_lane).collect(),
        channels: map.channels.iter().filter(|channel| channels.contains(&channel.id)).cloned().collect(),
        touchpoints: touchpoints.iter().cloned().collect(),
        personas: personas.into_iter().collect(),
        ..JourneyMap::default()
    };
    part.cards = in_place(map, &part, cards, votes).into_iter().collect();
    part
}

/// Cards with slots without gaps and spans that end with the part of the map.
fn in_place(map: &JourneyMap, part: &JourneyMap, mut cards: Vec<Card>, votes: Votes) -> Vec<Card> {
    cards.sort_by_key(|card| (card.lane, card.touchpoint, card.slot, card.id));
    let mut next_slots: BTreeMap<_, u32> = BTreeMap::new();
    for card in &mut cards {
        let covered = map.covered(card).into_iter().skip(1);
        card.span = u32::try_from(covered.filter(|id| part.touchpoints.contains(*id)).count()).unwrap_or(0);
        let next = next_slots.entry((card.lane, card.touchpoint)).or_default();
        card.slot = *next;
        *next += 1;
        if votes == Votes::Drop {
            card.votes = 0;
        }
    }
    cards
}

/// Personas with what they feel at these touchpoints; those who feel nothing there are left out.
fn with_curves_over(map: &JourneyMap, touchpoints: &BTreeSet<TouchpointId>) -> Vec<Persona> {
    let cut = |persona: &Persona| {
        let mut persona = persona.clone();
        for curve in Curve::ALL {
            persona.curve_mut(curve).retain(|touchpoint, _| touchpoints.contains(touchpoint));
        }
        persona
    };
    let personas = map.personas.iter().map(cut);
    personas.filter(|persona| Curve::ALL.iter().any(|curve| !persona.curve(*curve).is_empty())).collect()
}

/// The personas whose curves the lanes show, without the curves.
fn without_curves(map: &JourneyMap, lanes: &BTreeSet<LaneId>) -> Vec<Persona> {
    let shown: BTreeSet<PersonaId> =
        lanes.iter().filter_map(|id| map.lanes.get(*id)).flat_map(|lane| lane.personas.clone()).collect();
    let bare = |persona: &Persona| {
        let mut persona = persona.clone();
        for curve in Curve::ALL {
            persona.curve_mut(curve).clear();
        }
        persona
    };
    map.personas.iter().filter(|persona| shown.contains(&persona.id)).map(bare).collect()
}
