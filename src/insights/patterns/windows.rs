//! The last visits before the end of exits and before the goal of the others, as numbers: made once for all questions.

use super::figures::{Patterns, patterns_of};
use super::items::{Item, ItemKind, Numbered, Teller};
use super::mining::{Limits, Sequences};
use super::{Inputs, Question};
use crate::base::{Cancel, Cancelled};
use crate::insights::JourneySet;
use crate::measure::Visit;
use crate::model::{JourneyStatus, TouchpointId};

/// Journeys between two looks at the stop flag.
const JOURNEYS_PER_CHECK: usize = 1 << 12;

/// Exits and journeys with a goal, each with what happened last in it.
pub struct Windows {
    exits: Group,
    controls: Group,
    /// By number.
    items: Vec<Item>,
    touchpoints: Vec<TouchpointId>,
    is_goal: Vec<bool>,
}

/// The journeys that ended in one way.
#[derive(Default)]
struct Group {
    journeys: Vec<u32>,
    /// One sequence a journey.
    sequences: Sequences,
    /// Some words a journey with a bit for each touchpoint that it reached.
    reached: Vec<u64>,
}

impl Windows {
    /// None where there are no paths, or no goal to compare with.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn new(
        inputs: &Inputs<'_>,
        kinds: &[ItemKind],
        window: usize,
        cancel: &Cancel,
    ) -> Result<Option<Self>, Cancelled> {
        let measures = &inputs.measures;
        if measures.is_survey || measures.is_summary || measures.no_goal_set {
            return Ok(None);
        }
        let teller = Teller::new(inputs, kinds);
        let is_goal = inputs.prepared.goals();
        let words = is_goal.len().div_ceil(64);
        let mut numbered = Numbered::default();
        let (mut exits, mut controls) = (Group::default(), Group::default());
        let mut visits: Vec<Visit> = Vec::new();
        for (done, journey) in inputs.views(&inputs.journeys).enumerate() {
            if done % JOURNEYS_PER_CHECK == 0 {
                cancel.check()?;
            }
            // Goals come sooner than exits are known: of both, only those count that have had their time.
            let Some(status) = journey.status().filter(|_| journey.is_closed()) else { continue };
            visits.clear();
            visits.extend(journey.visits());
            let (group, end) = match status {
                JourneyStatus::Goal => {
                    let goal = visits.iter().position(|visit| is_goal[visit.touchpoint as usize]);
                    (&mut controls, goal.unwrap_or(visits.len()))
                }
                JourneyStatus::Left | JourneyStatus::Returned => (&mut exits, visits.len()),
                JourneyStatus::Open => continue,
            };
            group.journeys.push(journey.number());
            let first = group.reached.len();
            group.reached.resize(first + words, 0);
            for visit in &visits {
                group.reached[first + visit.touchpoint as usize / 64] |= 1 << (visit.touchpoint % 64);
            }
            for place in end.saturating_sub(window)..end {
                let before = place.checked_sub(1).map(|before| &visits[before]);
                group.sequences.begin_step();
                teller.tell(&journey, (before, &visits[place]), |item| {
                    group.sequences.push(numbered.code(item));
                });
            }
            group.sequences.end_sequence();
        }
        let touchpoints = inputs.prepared.touchpoint_ids();
        Ok(Some(Self { exits, controls, items: numbered.into_list(), touchpoints, is_goal }))
    }

    /// Answers a question that asks for the items and the window it was made with.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn patterns(&self, question: &Question, cancel: &Cancel) -> Result<Patterns, Cancelled> {
        let base = match question.base {
            Some(base) => self.touchpoints.iter().position(|touchpoint| *touchpoint == base),
            None => None,
        };
        // A touchpoint that the map no longer has was passed by nobody.
        let nobody = question.base.is_some() && base.is_none();
        let of = |group: &Group| if nobody { Vec::new() } else { group.passing(base) };
        let (exits, controls) = (of(&self.exits), of(&self.controls));
        let limits = Limits {
            longest: question.longest,
            least_journeys: question.least_journeys,
            least_exits: question.least_exits,
        };
        let sequences =
            Sequences::of_both((&self.exits.sequences, &exits), (&self.controls.sequences, &controls));
        let found = sequences.frequent(exits.len(), self.items.len(), limits, cancel)?;
        let set = |group: &Group, places: &[u32]| -> JourneySet {
            places.iter().map(|place| group.journeys[*place as usize]).collect()
        };
        let mut patterns =
            patterns_of(found, (exits.len(), controls.len()), &self.items, base.map(|base| base as u32));
        patterns.base = question.base;
        patterns.exits = set(&self.exits, &exits);
        patterns.controls = set(&self.controls, &controls);
        patterns.list.truncate(question.most_listed);
        for of in &mut patterns.list {
            cancel.check()?;
            let with = sequences.with(&of.codes);
            let split = with.partition_point(|place| (*place as usize) < exits.len());
            let journeys = |group: &Group, all: &[u32], with: &[u32], less: usize| -> JourneySet {
                with.iter().map(|place| group.journeys[all[*place as usize - less] as usize]).collect()
            };
            of.exits = journeys(&self.exits, &exits, &with[..split], 0);
            of.controls = journeys(&self.controls, &controls, &with[split..], exits.len());
        }
        Ok(patterns)
    }

    /// Touchpoints that exits passed, with how many did, by place; goals are none.
    pub fn bases(&self) -> Vec<(TouchpointId, usize)> {
        let places = (0..self.touchpoints.len()).filter(|place| !self.is_goal[*place]);
        places.map(|place| (self.touchpoints[place], self.exits.passing(Some(place)).len())).collect()
    }
}

impl Group {
    /// The places of the journeys that reached a touchpoint; all when none is named.
    fn passing(&self, base: Option<usize>) -> Vec<u32> {
        let words = self.reached.len().checked_div(self.journeys.len()).unwrap_or_default();
        let has = |journey: usize| {
            base.is_none_or(|base| self.reached[journey * words + base / 64] >> (base % 64) & 1 == 1)
        };
        (0..self.journeys.len()).filter(|journey| has(*journey)).map(|journey| journey as u32).collect()
    }
}
