//! What is laid over the map: the ways customers take, time as width, what if fewer left. It is a way of looking at the map and no
//! part of it; only what is kept of a what-if is an edit.

use super::personas::PairChoice;
use super::{Answer, Command, InsightsPage, Session};
use crate::export::{LayerTeller, WaysChoice, ghost, pace, route, two_personas, ways};
use crate::insights::Behind;
use crate::insights::paths::Paths;
use crate::insights::what_if::{Chain, WouldBe};
use crate::measure::small_groups::SmallGroups;
use crate::model::edit::EditName;
use crate::model::{CardKind, Edit, LaneKind, Opportunity, TouchpointId};
use crate::scene::{Element, Ghost, Layers, Pace, TwoPersonas, Ways};
use crate::tr;
use std::collections::BTreeMap;
use std::sync::Arc;

/// With more arcs than these nobody sees anything.
pub const MOST_ARCS: usize = 60;
/// How many arcs more or fewer a command shows.
const ARCS_STEP: usize = 4;

/// What is shown over the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapLayers {
    /// Steps as arcs; none = they are not shown.
    pub ways: Option<WaysChoice>,
    /// Columns are as wide as it takes to go on.
    pub time_to_scale: bool,
    /// By touchpoint, how much lower its exit rate is thought to be: 0.05 for five points.
    pub lower: BTreeMap<TouchpointId, f64>,
    /// Two personas beside each other.
    pub pair: PairChoice,
}

/// What is done to it.
#[derive(Clone, Debug, PartialEq)]
pub enum LayerAction {
    /// Shows other steps, or none.
    ShowWays(Option<WaysChoice>),
    /// Shows time as width, or not.
    TimeToScale(bool),
    /// Thinks exit rates lower.
    Lower(BTreeMap<TouchpointId, f64>),
    /// Sets two personas beside each other.
    Pair(PairChoice),
    /// Puts on the map what is thought, as opportunities.
    KeepLowered,
}

/// The pages whose answers are drawn on the map.
const DRAWN: [InsightsPage; 3] = [InsightsPage::Paths, InsightsPage::WhatIf, InsightsPage::Personas];

/// What of the answers a drawing was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Answered {
    /// Answers that have come, while one of them is drawn.
    taken: u64,
    /// The journey that is looked at.
    journey: Option<u32>,
    shows_pair: bool,
    stale: [bool; 3],
}

impl MapLayers {
    /// True while the ways must be known.
    pub(super) const fn wants_paths(&self) -> bool {
        self.ways.is_some() || self.time_to_scale
    }

    /// True while the chain of what-ifs must be known.
    pub(super) fn wants_chain(&self) -> bool {
        !self.lower.is_empty()
    }
}

impl Session {
    /// What is laid over the map.
    #[must_use]
    pub fn layers(&self) -> &MapLayers {
        &self.layers
    }

    pub(super) fn act_on_layers(&mut self, action: LayerAction) {
        match action {
            LayerAction::ShowWays(choice) => self.layers.ways = choice,
            LayerAction::TimeToScale(on) => self.layers.time_to_scale = on,
            LayerAction::Lower(mut lower) => {
                lower.retain(|_, by| *by > 0.0);
                self.layers.lower = lower;
            }
            LayerAction::Pair(pair) => self.layers.pair = pair,
            LayerAction::KeepLowered => self.keep_lowered(),
        }
    }

    /// Runs a command about layers; others do nothing here.
    pub(super) fn run_layers(&mut self, command: Command) {
        let shown = &mut self.layers.ways;
        match command {
            Command::TogglePaths if shown.is_some() => *shown = None,
            Command::TogglePaths => *shown = Some(WaysChoice::default()),
            Command::ToggleTimeToScale => self.layers.time_to_scale = !self.layers.time_to_scale,
            Command::ShowMorePaths | Command::ShowFewerPaths => {
                if let Some(choice) = shown {
                    choice.most = if command == Command::ShowMorePaths {
                        (choice.most + ARCS_STEP).min(MOST_ARCS)
                    } else {
                        choice.most.saturating_sub(ARCS_STEP).max(1)
                    };
                }
            }
            _ => {}
        }
    }

    /// True when a command about layers would do something now.
    pub(super) fn can_run_layers(&self, command: Command) -> bool {
        let has_paths = self
            .whole_measures()
            .is_some_and(|measures| !measures.is_survey && !measures.is_summary && !self.conceals());
        match (command, &self.layers.ways) {
            (Command::ShowMorePaths, shown) => shown.as_ref().is_some_and(|choice| choice.most < MOST_ARCS),
            (Command::ShowFewerPaths, shown) => shown.as_ref().is_some_and(|choice| choice.most > 1),
            // What is on can always be put off.
            (Command::TogglePaths, Some(_)) => true,
            (Command::ToggleTimeToScale, _) if self.layers.time_to_scale => true,
            _ => has_paths,
        }
    }

    /// The ways that customers take, as far as they are known.
    #[must_use]
    pub fn paths(&self) -> Option<&Arc<Paths>> {
        match self.insights().answer(InsightsPage::Paths)? {
            Answer::Paths(paths) => Some(paths),
            _ => None,
        }
    }

    /// What of the answers the drawing depends on.
    pub(super) fn answered(&self) -> Answered {
        let shows_pair = self.drawn_pair().is_some();
        let is_drawn = self.layers.wants_paths() || self.layers.wants_chain() || shows_pair;
        Answered {
            taken: if is_drawn { self.insights.taken() } else { 0 },
            journey: self.shown_journey().map(|story| story.journey),
            shows_pair,
            stale: DRAWN.map(|page| is_drawn && self.insights.is_stale(page)),
        }
    }

    fn chain(&self) -> Option<&Chain> {
        match self.insights().answer(InsightsPage::WhatIf)? {
            Answer::WhatIf(found) => found.chain.as_ref(),
            _ => None,
        }
    }

    /// The goal rate that would follow from what is thought; none where nothing is, or nobody can say.
    #[must_use]
    pub fn would_be(&self) -> Option<WouldBe> {
        let lower: Vec<_> = self.layers.lower.iter().map(|(id, by)| (*id, *by)).collect();
        if lower.is_empty() { None } else { self.chain()?.would_be(&lower) }
    }

    fn layer_teller(&self, small: SmallGroups) -> LayerTeller<'_> {
        LayerTeller { map: self.shown_map(), small, format: self.format }
    }

    /// What is drawn of it. For others, small groups are hidden, and single customers with them.
    pub(super) fn drawn_layers(&self, small: SmallGroups) -> Layers {
        if self.conceals() || !self.shows_now() || self.whole_measures().is_none() {
            return Layers::default();
        }
        let teller = self.layer_teller(small);
        // A journey of one visit has no steps.
        let story = self.shown_journey().filter(|_| !small.hides(1)).and_then(|story| {
            let met: Vec<_> = story.moments.iter().filter_map(|moment| moment.touchpoint).collect();
            let note = tr!("session-route-note", customer = story.customer.as_str(), count = met.len());
            (met.len() > 1).then(|| route(&met, note, &teller))
        });
        let paths = self.paths();
        let [paths_stale, chain_stale, pair_stale] = DRAWN.map(|page| self.insights.is_stale(page));
        let all = || {
            let ways =
                paths.zip(self.layers.ways.as_ref()).map(|(paths, choice)| ways(paths, choice, &teller));
            ways.map(|ways| Ways { is_stale: paths_stale, ..ways })
        };
        let pace = paths.filter(|_| self.layers.time_to_scale).and_then(|paths| pace(paths, &teller));
        let ghost = self.chain().and_then(|chain| ghost(chain, &self.layers.lower, &teller));
        let two = self.drawn_pair().and_then(|pair| {
            let names = pair.map(|part| self.name_of_part(part));
            let both = [(&*names[0], &pair[0].figures.measures), (&*names[1], &pair[1].figures.measures)];
            two_personas(both, &teller)
        });
        Layers {
            ways: story.or_else(all).map(Arc::new),
            pace: pace.map(|pace| Arc::new(Pace { is_stale: paths_stale, ..pace })),
            ghost: ghost.map(|(ghost, _)| Arc::new(Ghost { is_stale: chain_stale, ..ghost })),
            two: two.map(|two| Arc::new(TwoPersonas { is_stale: pair_stale, ..two })),
        }
    }

    /// Opens the journeys that a clicked arc or ruler counts.
    pub(super) fn open_journeys_of(&mut self, element: Element) {
        // What is stale counts journeys that may not be selected any more.
        if self.presenting.is_some() || self.insights.is_stale(InsightsPage::Paths) {
            return;
        }
        let map = self.shown_map();
        let name = |id| map.name_of(id);
        let opened = match element {
            Element::Step(from, to) => Some((
                tr!("session-journeys-step", from = name(from), to = name(to)),
                Behind::Step { from, to },
            )),
            Element::Wait(from) => {
                let gap = self.paths().and_then(|paths| paths.columns.iter().find(|gap| gap.from == from));
                gap.map(|gap| {
                    let title = tr!("session-journeys-gap", from = name(from), to = name(gap.to));
                    (title, Behind::Set(gap.journeys.clone()))
                })
            }
            _ => None,
        };
        if let Some((title, behind)) = opened {
            self.open_journeys(title, behind);
        }
    }

    /// A card for each exit rate that is thought lower, in the first lane of opportunities; one step.
    fn keep_lowered(&mut self) {
        let Some((chain, lane)) = self.chain().zip(self.lane_for_opportunities()) else { return };
        let format = self.format;
        let cards = self.layers.lower.iter().filter_map(|(touchpoint, by)| {
            let rate = chain.exit_rate(*touchpoint)?.value;
            let gain = chain.would_be(&[(*touchpoint, *by)])?;
            let text = tr!(
                "session-what-if-card",
                now = format.percent(rate, 1),
                then = format.percent((rate - by).max(0.0), 1),
                goal = format.signed(100.0 * (gain.then - gain.now), 1)
            );
            let kind = CardKind::Opportunity(Opportunity::default());
            Some(Edit::AddCard { lane, touchpoint: *touchpoint, slot: usize::MAX, text, kind })
        });
        let edits: Vec<Edit> = cards.collect();
        if edits.is_empty() {
            return;
        }
        let name = EditName { key: "session-step-keep-what-if", count: edits.len() };
        self.edit(&Edit::Batch { name, edits });
    }

    /// Where what is kept of a what-if goes; none without a lane of opportunities.
    #[must_use]
    pub fn lane_for_opportunities(&self) -> Option<crate::model::LaneId> {
        let mut lanes = self.document.map().lanes_in_order();
        lanes.find(|lane| lane.kind == LaneKind::Opportunities).map(|lane| lane.id)
    }
}
