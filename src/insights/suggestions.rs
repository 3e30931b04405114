//! Where the map and what customers do part: touchpoints that the map lacks, touchpoints that nobody visits, and another order.
//! Each suggestion is an edit that can be accepted as one step.

use super::walk::{self, Passage};
use super::{Inputs, JourneySet};
use crate::base::readable::readable;
use crate::base::{Cancel, Cancelled};
use crate::measure::stats::wilson;
use crate::model::edit::EditName;
use crate::model::{Edit, EventRule, JourneyMap, Pattern, Source, StageId, TouchpointId};
use hashbrown::HashMap;

/// An event name in fewer journeys than one in so many is not missed on the map.
const MISSED_ONE_IN: u64 = 50;
/// Nor one in fewer than these.
const LEAST_JOURNEYS: u64 = 30;

/// A change to the map that the data speaks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What the data says.
    pub finding: Finding,
    /// Journeys that speak for it.
    pub journeys: JourneySet,
    /// Makes the map say it too, as one step.
    pub edit: Edit,
}

/// Where map and data part.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Events of this name happen in many journeys, and no rule takes them.
    Missing {
        /// As in the data.
        event: String,
        /// How often.
        events: u64,
        /// The touchpoint beside which it would stand: the one that most often comes just before.
        after: Option<TouchpointId>,
    },
    /// No event of the whole source belongs to the touchpoint.
    Unvisited {
        /// Which one.
        touchpoint: TouchpointId,
    },
    /// Customers come to a touchpoint before one that stands ahead of it.
    Order {
        /// Drawn later, met first.
        first: TouchpointId,
        /// Drawn just before it, met later.
        then: TouchpointId,
        /// Journeys that meet them in this order.
        so: u64,
        /// Journeys that meet both.
        of: u64,
    },
}

impl Finding {
    /// Makes a map say it too, as one step; none where the map has changed so that it can't.
    #[must_use]
    pub fn edit(&self, map: &JourneyMap, source: &Source) -> Option<Edit> {
        match self {
            Self::Missing { event, after, .. } => add_touchpoint(map, source, event, *after),
            Self::Unvisited { touchpoint } => {
                Some(Edit::RemoveTouchpoints { touchpoints: vec![*touchpoint] })
            }
            Self::Order { first, then, .. } => move_before(map, *first, *then),
        }
    }

    /// Where on the map it is.
    #[must_use]
    pub fn touchpoint(&self) -> Option<TouchpointId> {
        match self {
            Self::Missing { after, .. } => *after,
            Self::Unvisited { touchpoint } => Some(*touchpoint),
            Self::Order { first, .. } => Some(*first),
        }
    }
}

/// All suggestions: missing touchpoints by journeys, then the order, then touchpoints that nobody visits.
///
/// # Errors
/// [`Cancelled`].
pub fn suggestions(of: &Inputs<'_>, cancel: &Cancel) -> Result<Vec<Suggestion>, Cancelled> {
    if of.log.is_summary {
        return Ok(Vec::new());
    }
    let mut all = if of.log.is_survey { Vec::new() } else { missing(of, cancel)? };
    if !of.log.is_survey && !of.log.is_undated {
        all.extend(order(of, cancel)?);
    }
    let unvisited = of.measures.never_hit.iter().map(|touchpoint| Suggestion {
        finding: Finding::Unvisited { touchpoint: *touchpoint },
        journeys: JourneySet::default(),
        edit: Edit::RemoveTouchpoints { touchpoints: vec![*touchpoint] },
    });
    all.extend(unvisited);
    Ok(all)
}

/// What is known of an event name that no rule takes.
#[derive(Default)]
struct Unmapped {
    events: u64,
    journeys: Vec<u32>,
    /// By place of the touchpoint just before.
    after: HashMap<u32, u64>,
}

fn missing(of: &Inputs<'_>, cancel: &Cancel) -> Result<Vec<Suggestion>, Cancelled> {
    let each = |names: &mut HashMap<u32, Unmapped>, passage: &Passage<'_>| {
        let mut visits = passage.visits.iter().peekable();
        let mut last = None;
        let Some(journey) = of.journey(passage.number) else { return };
        for event in journey.events() {
            if let Some(visit) = visits.next_if(|visit| visit.event == event) {
                last = Some(visit.touchpoint);
                continue;
            }
            let name = names.entry(of.log.name(event)).or_default();
            name.events += 1;
            if name.journeys.last() != Some(&passage.number) {
                name.journeys.push(passage.number);
            }
            if let Some(last) = last {
                *name.after.entry(last).or_default() += 1;
            }
        }
    };
    let join = |all: &mut HashMap<u32, Unmapped>, part: HashMap<u32, Unmapped>| {
        for (name, more) in part {
            let name = all.entry(name).or_default();
            name.events += more.events;
            name.journeys.extend(more.journeys);
            more.after.into_iter().for_each(|(place, count)| *name.after.entry(place).or_default() += count);
        }
    };
    let names = walk::fold(of, cancel, HashMap::new, each, join)?;
    let ids = of.prepared.touchpoint_ids();
    let is_frequent = |unmapped: &Unmapped| {
        let journeys = unmapped.journeys.len() as u64;
        journeys >= LEAST_JOURNEYS && journeys * MISSED_ONE_IN >= of.journeys.count()
    };
    let mut names: Vec<_> = names.into_iter().filter(|(_, unmapped)| is_frequent(unmapped)).collect();
    names.sort_by_key(|(name, unmapped)| (std::cmp::Reverse(unmapped.journeys.len()), *name));
    let suggestion = |(name, unmapped): (u32, Unmapped)| {
        let event = of.log.names.text(name).to_owned();
        let most = unmapped.after.iter().max_by_key(|(place, count)| (**count, std::cmp::Reverse(**place)));
        let after = most.and_then(|(place, _)| ids.get(*place as usize)).copied();
        Some(Suggestion {
            edit: add_touchpoint(of.map, of.source, &event, after)?,
            journeys: JourneySet::from(unmapped.journeys),
            finding: Finding::Missing { event, events: unmapped.events, after },
        })
    };
    Ok(names.into_iter().filter_map(suggestion).collect())
}

/// A touchpoint of the event's name behind another, and a rule that takes its events. None for a map without stages.
fn add_touchpoint(
    map: &JourneyMap,
    source: &Source,
    event: &str,
    after: Option<TouchpointId>,
) -> Option<Edit> {
    let behind = after.and_then(|after| {
        let stage = map.stage_of(after)?;
        let at = stage.touchpoints.iter().position(|id| *id == after)?;
        Some((stage.id, at + 1))
    });
    let (stage, at): (StageId, usize) = behind.or_else(|| Some((*map.about.stages.first()?, 0)))?;
    // The touchpoint takes the next id.
    let touchpoint = TouchpointId(map.about.next_id);
    let rule = EventRule { event: Pattern::Exact(event.to_owned()), channel: None, touchpoint };
    let mut rules = source.rules.clone();
    rules.push(rule);
    let name = readable(event);
    let edits =
        vec![Edit::AddTouchpoint { stage, at, name }, Edit::SetSource(Source { rules, ..source.clone() })];
    Some(Edit::Batch { name: EditName { key: "model-edit-add-touchpoint", count: 1 }, edits })
}

/// Journeys that meet two neighbours of the drawn line in the drawn order, and in the other one.
#[derive(Clone, Default)]
struct Pair {
    as_drawn: u64,
    other: Vec<u32>,
}

/// Neighbours that surely more than half of the journeys meet the other way round.
fn order(of: &Inputs<'_>, cancel: &Cancel) -> Result<Vec<Suggestion>, Cancelled> {
    let ids = of.prepared.touchpoint_ids();
    let new = || (vec![Pair::default(); ids.len().saturating_sub(1)], vec![None; ids.len()]);
    let each = |(pairs, first): &mut (Vec<Pair>, Vec<Option<usize>>), passage: &Passage<'_>| {
        first.fill(None);
        for (place, visit) in passage.visits.iter().enumerate() {
            first[visit.touchpoint as usize].get_or_insert(place);
        }
        for (pair, both) in pairs.iter_mut().zip(first.windows(2)) {
            match (both[0], both[1]) {
                (Some(left), Some(right)) if left < right => pair.as_drawn += 1,
                (Some(_), Some(_)) => pair.other.push(passage.number),
                _ => {}
            }
        }
    };
    let join = |all: &mut (Vec<Pair>, _), (pairs, _): (Vec<Pair>, _)| {
        for (pair, more) in all.0.iter_mut().zip(pairs) {
            pair.as_drawn += more.as_drawn;
            pair.other.extend(more.other);
        }
    };
    let (pairs, _) = walk::fold(of, cancel, new, each, join)?;
    let mut suggestions = Vec::new();
    for (place, pair) in pairs.into_iter().enumerate() {
        let (then, first) = (ids[place], ids[place + 1]);
        let (so, all) = (pair.other.len() as u64, pair.other.len() as u64 + pair.as_drawn);
        let is_sure = so >= LEAST_JOURNEYS && wilson(so, all).is_some_and(|(low, _)| low > 0.5);
        if let Some(edit) = move_before(of.map, first, then).filter(|_| is_sure) {
            let finding = Finding::Order { first, then, so, of: all };
            suggestions.push(Suggestion { finding, journeys: JourneySet::from(pair.other), edit });
        }
    }
    suggestions.sort_by_key(|suggestion| std::cmp::Reverse(suggestion.journeys.len()));
    Ok(suggestions)
}

/// Moves a touchpoint to right before another, into its stage.
fn move_before(map: &JourneyMap, moved: TouchpointId, before: TouchpointId) -> Option<Edit> {
    let stage = map.stage_of(before)?;
    let others = stage.touchpoints.iter().filter(|id| **id != moved);
    let at = others.clone().position(|id| *id == before)?;
    Some(Edit::MoveTouchpoints { touchpoints: vec![moved], stage: stage.id, at })
}
