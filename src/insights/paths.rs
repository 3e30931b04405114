//! The ways customers really take, beside the drawn line: the commonest ones, what is skipped, repeated or gone back to, and
//! how long it takes from one touchpoint to the next.

use super::walk::{self, Passage};
use super::{Inputs, JourneySet};
use crate::base::time::SECOND;
use crate::base::{Cancel, Cancelled};
use crate::measure::stats::quantile;
use crate::model::TouchpointId;
use hashbrown::HashMap;
use std::cmp::Reverse;

/// Everything about the ways through the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paths {
    /// The commonest first.
    pub variants: Vec<Variant>,
    /// How many different ways there are in all.
    pub variant_count: u64,
    /// Selected journeys.
    pub journeys: u64,
    /// By count, then in map order.
    pub arcs: Vec<Arc>,
    /// For each touchpoint but the last, in map order.
    pub columns: Vec<ColumnGap>,
}

/// Journeys that visit the same touchpoints in the same order.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// In order; a touchpoint that is visited again at once stands here twice.
    pub touchpoints: Vec<TouchpointId>,
    /// Who takes this way.
    pub journeys: JourneySet,
    /// Journeys among them that reached the goal.
    pub goals: u64,
    /// Journeys among them that are closed.
    pub closed: u64,
}

/// What a step from one visit to the next is to the drawn line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ArcKind {
    /// To the next touchpoint, as drawn.
    Drawn,
    /// Ahead over one or more touchpoints.
    Skip,
    /// The same touchpoint again.
    Loop,
    /// Back to an earlier one.
    Back,
}

impl ArcKind {
    /// By places in map order.
    #[must_use]
    pub const fn of(from: u32, to: u32) -> Self {
        if to == from {
            Self::Loop
        } else if to < from {
            Self::Back
        } else if to == from + 1 {
            Self::Drawn
        } else {
            Self::Skip
        }
    }

    /// True for steps that the map does not have.
    #[must_use]
    pub const fn is_missing(self) -> bool {
        !matches!(self, Self::Drawn)
    }
}

/// A step from touchpoint to touchpoint.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Arc {
    pub from: TouchpointId,
    pub to: TouchpointId,
    pub kind: ArcKind,
    /// How often.
    pub count: u64,
    /// Who made it.
    pub journeys: JourneySet,
}

/// The time from a touchpoint to the next one of the drawn line: from a journey's first visit here to its first visit there
/// after that.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct ColumnGap {
    pub from: TouchpointId,
    pub to: TouchpointId,
    /// Who went from here to there; none of the figures when nobody did, and in data without times.
    pub journeys: JourneySet,
    pub median_secs: Option<f64>,
    pub p90_secs: Option<f64>,
}

#[derive(Default)]
struct Way {
    journeys: Vec<u32>,
    goals: u64,
    closed: u64,
}

#[derive(Default)]
struct Step {
    count: u64,
    journeys: Vec<u32>,
}

/// What some journeys add up to.
struct Part {
    ways: HashMap<Box<[u32]>, Way>,
    steps: HashMap<(u32, u32), Step>,
    /// By touchpoint: journey and microseconds to the next one.
    gaps: Vec<Vec<(u32, i64)>>,
}

impl Part {
    fn new(touchpoints: usize) -> Self {
        let gaps = vec![Vec::new(); touchpoints.saturating_sub(1)];
        Self { ways: HashMap::new(), steps: HashMap::new(), gaps }
    }

    fn add(&mut self, of: &Inputs<'_>, passage: &Passage<'_>) {
        let way: Box<[u32]> = passage.visits.iter().map(|visit| visit.touchpoint).collect();
        for pair in way.windows(2) {
            let step = self.steps.entry((pair[0], pair[1])).or_default();
            step.count += 1;
            if step.journeys.last() != Some(&passage.number) {
                step.journeys.push(passage.number);
            }
        }
        for (place, gap) in self.gaps.iter_mut().enumerate() {
            let is_at = |place: usize| move |touchpoint: &u32| *touchpoint as usize == place;
            let Some(here) = way.iter().position(is_at(place)) else { continue };
            let Some(steps) = way[here..].iter().position(is_at(place + 1)) else { continue };
            let time = |visit: usize| of.log.time(passage.visits[visit].event).0;
            gap.push((passage.number, time(here + steps).saturating_sub(time(here))));
        }
        let of_way = self.ways.entry(way).or_default();
        of_way.journeys.push(passage.number);
        of_way.closed += u64::from(passage.closed);
        of_way.goals += u64::from(passage.is_closed_goal());
    }

    fn join(&mut self, other: Self) {
        for (way, more) in other.ways {
            let of_way = self.ways.entry(way).or_default();
            of_way.journeys.extend(more.journeys);
            of_way.closed += more.closed;
            of_way.goals += more.goals;
        }
        for (pair, more) in other.steps {
            let step = self.steps.entry(pair).or_default();
            step.count += more.count;
            step.journeys.extend(more.journeys);
        }
        self.gaps.iter_mut().zip(other.gaps).for_each(|(gap, more)| gap.extend(more));
    }
}

/// The ways of the selected journeys; at most `variants` of the commonest are told.
///
/// # Errors
/// [`Cancelled`].
pub fn paths(of: &Inputs<'_>, variants: usize, cancel: &Cancel) -> Result<Paths, Cancelled> {
    let ids = of.prepared.touchpoint_ids();
    let part = walk::fold(
        of,
        cancel,
        || Part::new(ids.len()),
        |part, passage| part.add(of, passage),
        |all, part| all.join(part),
    )?;
    let Part { ways, steps, gaps } = part;
    let variant_count = ways.len() as u64;
    let mut ways: Vec<_> = ways.into_iter().collect();
    // Ways that are as common: the shorter first, then by the map.
    let rank = |way: &(Box<[u32]>, Way)| (Reverse(way.1.journeys.len()), way.0.len());
    ways.sort_unstable_by(|one, other| rank(one).cmp(&rank(other)).then_with(|| one.0.cmp(&other.0)));
    ways.truncate(variants);
    let id = |place: u32| ids[place as usize];
    let variant = |(places, way): (Box<[u32]>, Way)| Variant {
        touchpoints: places.iter().map(|place| id(*place)).collect(),
        journeys: JourneySet::from(way.journeys),
        goals: way.goals,
        closed: way.closed,
    };
    let mut steps: Vec<_> = steps.into_iter().collect();
    steps.sort_unstable_by_key(|(pair, step)| (Reverse(step.count), *pair));
    let arc = |((from, to), step): ((u32, u32), Step)| Arc {
        from: id(from),
        to: id(to),
        kind: ArcKind::of(from, to),
        count: step.count,
        journeys: JourneySet::from(step.journeys),
    };
    let is_dated = !of.log.is_undated;
    let column = |(place, gap): (usize, Vec<(u32, i64)>)| {
        let mut secs: Vec<f64> = gap.iter().map(|(_, micros)| *micros as f64 / SECOND as f64).collect();
        let mut at = |p| if is_dated { quantile(&mut secs, p) } else { None };
        let (median_secs, p90_secs) = (at(0.5), at(0.9));
        let journeys = gap.into_iter().map(|(journey, _)| journey).collect();
        ColumnGap { from: ids[place], to: ids[place + 1], journeys, median_secs, p90_secs }
    };
    Ok(Paths {
        variants: ways.into_iter().map(variant).collect(),
        variant_count,
        journeys: of.journeys.count(),
        arcs: steps.into_iter().map(arc).collect(),
        columns: gaps.into_iter().enumerate().map(column).collect(),
    })
}
