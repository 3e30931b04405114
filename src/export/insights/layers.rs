//! What is laid over the map: actual paths as arcs, time as width, exits as they would be. Made from figures and told in words,
//! on the screen and in pictures for others alike; there counts of small groups are hidden.

use super::count_words;
use crate::base::fmt::NumberFormat;
use crate::insights::paths::{Arc as Step, ArcKind, Paths};
use crate::insights::what_if::{Chain, WouldBe};
use crate::measure::small_groups::SmallGroups;
use crate::model::{JourneyMap, TouchpointId};
use crate::scene::{Emphasis, Fit, Gap, Ghost, Pace, Way, Ways};
use crate::tr;
use std::collections::{BTreeMap, HashMap};

/// The widest column is so many times as wide as a usual one.
const WIDEST: f64 = 4.0;
/// More places of a step within a route are not told.
const MOST_PLACES: usize = 3;

/// Which steps are shown as arcs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaysChoice {
    /// So many, the commonest.
    pub most: usize,
    /// Only those that so many journeys make.
    pub least: u64,
    /// Only those that the map does not have.
    pub missing_only: bool,
    /// A way that stands out.
    pub highlighted: Option<Vec<TouchpointId>>,
}

impl Default for WaysChoice {
    fn default() -> Self {
        Self { most: 12, least: 1, missing_only: false, highlighted: None }
    }
}

/// Whoever tells: names, small groups, numbers.
#[derive(Clone, Copy)]
pub struct LayerTeller<'a> {
    /// Names touchpoints.
    pub map: &'a JourneyMap,
    /// What is not told.
    pub small: SmallGroups,
    /// Writes numbers.
    pub format: NumberFormat,
}

impl LayerTeller<'_> {
    fn spoken(&self, (from, to): (TouchpointId, TouchpointId), what: &str) -> String {
        tr!("export-way", from = self.map.name_of(from), to = self.map.name_of(to), what = what)
    }
}

impl WaysChoice {
    /// The steps that are shown, the commonest first; those of the way that stands out are.
    pub fn shown<'p>(&self, paths: &'p Paths) -> Vec<&'p Step> {
        let is_wanted = |arc: &&Step| {
            arc.journeys.count() >= self.least.max(1) && (arc.kind.is_missing() || !self.missing_only)
        };
        let mut wanted: Vec<&Step> = paths.arcs.iter().filter(is_wanted).collect();
        wanted.sort_by_key(|arc| std::cmp::Reverse(arc.journeys.count()));
        wanted.truncate(self.most);
        for arc in &paths.arcs {
            let is_shown = wanted.iter().any(|known| (known.from, known.to) == (arc.from, arc.to));
            if self.stands_out(arc) == Some(true) && !is_shown {
                wanted.push(arc);
            }
        }
        wanted
    }

    /// Is a step one of the way that stands out? None when no way does.
    fn stands_out(&self, arc: &Step) -> Option<bool> {
        let way = self.highlighted.as_ref()?;
        Some(way.windows(2).any(|pair| pair == [arc.from, arc.to]))
    }
}

/// The commonest steps as arcs. The number on an arc is that of the journeys that made the step.
#[must_use]
pub fn ways(paths: &Paths, choice: &WaysChoice, teller: &LayerTeller<'_>) -> Ways {
    let told = |arc: &&Step| !teller.small.hides(arc.journeys.count());
    let shown: Vec<&Step> = choice.shown(paths).into_iter().filter(told).collect();
    let most = shown.iter().map(|arc| arc.journeys.count()).max().unwrap_or(1);
    let format = &teller.format;
    let arcs = shown.iter().map(|arc| {
        let journeys = format.count(arc.journeys.count());
        let times = count_words(teller.small.count(arc.count), format);
        let what = tr!(
            "export-way-count",
            kind = kind_spoken(arc.kind),
            journeys = journeys.as_str(),
            n = arc.journeys.count(),
            times = times
        );
        Way {
            from: arc.from,
            to: arc.to,
            is_missing: arc.kind.is_missing(),
            label: labelled(arc.kind, &journeys),
            spoken: teller.spoken((arc.from, arc.to), &what),
            weight: arc.journeys.count() as f32 / most as f32,
            emphasis: match choice.stands_out(arc) {
                None => Emphasis::Usual,
                Some(true) => Emphasis::Strong,
                Some(false) => Emphasis::Faded,
            },
        }
    });
    let arcs: Vec<Way> = arcs.collect();
    let note = tr!("export-ways-note", shown = arcs.len(), all = format.count(paths.arcs.len() as u64));
    Ways { is_stale: false, note, arcs }
}

/// One way through the map, its steps numbered in order: a customer's journey.
#[must_use]
pub fn route(touchpoints: &[TouchpointId], note: String, teller: &LayerTeller<'_>) -> Ways {
    let places: HashMap<TouchpointId, usize> =
        teller.map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).zip(0..).collect();
    let mut steps: Vec<((TouchpointId, TouchpointId), Vec<usize>)> = Vec::new();
    for (number, pair) in touchpoints.windows(2).enumerate() {
        let pair = (pair[0], pair[1]);
        match steps.iter_mut().find(|(known, _)| *known == pair) {
            Some((_, numbers)) => numbers.push(number + 1),
            None => steps.push((pair, vec![number + 1])),
        }
    }
    let arcs = steps.iter().filter_map(|((from, to), numbers)| {
        let kind = ArcKind::of(*places.get(from)? as u32, *places.get(to)? as u32);
        let mut told: Vec<_> = numbers.iter().take(MOST_PLACES).map(ToString::to_string).collect();
        if numbers.len() > MOST_PLACES {
            told.push("…".to_owned());
        }
        let what = tr!("export-way-step", kind = kind_spoken(kind), numbers = told.join(", "));
        Some(Way {
            from: *from,
            to: *to,
            is_missing: kind.is_missing(),
            label: labelled(kind, &told.join(", ")),
            spoken: teller.spoken((*from, *to), &what),
            weight: 0.35,
            emphasis: Emphasis::Strong,
        })
    });
    Ways { is_stale: false, note, arcs: arcs.collect() }
}

fn labelled(kind: ArcKind, count: &str) -> String {
    match kind {
        ArcKind::Drawn => count.to_owned(),
        ArcKind::Skip => tr!("export-way-skip", count = count),
        ArcKind::Loop => tr!("export-way-again", count = count),
        ArcKind::Back => tr!("export-way-back", count = count),
    }
}

fn kind_spoken(kind: ArcKind) -> String {
    if kind.is_missing() { tr!("export-way-not-drawn", kind = kind.label()) } else { kind.label() }
}

/// Columns as wide as the median time to the next touchpoint. The scale is the one that makes most columns true: a usual column
/// is a length of time, and columns are one to four usual ones wide. None when no time is known.
#[must_use]
pub fn pace(paths: &Paths, teller: &LayerTeller<'_>) -> Option<Pace> {
    let known = paths.columns.iter().filter(|gap| !teller.small.hides(gap.journeys.count()));
    let known: Vec<_> = known.filter_map(|gap| Some((gap, gap.median_secs?))).collect();
    let fits = |unit: f64, secs: f64| secs >= unit * 0.999 && secs <= unit * WIDEST * 1.001;
    let unit = known.iter().map(|(_, secs)| *secs).filter(|secs| *secs > 0.0).max_by(|one, other| {
        let count = |unit: f64| known.iter().filter(|(_, secs)| fits(unit, *secs)).count();
        // As many: the larger unit, which makes the narrower map.
        count(*one).cmp(&count(*other)).then(one.total_cmp(other))
    })?;
    let format = &teller.format;
    let mut gaps = BTreeMap::new();
    for (gap, secs) in &known {
        let fit = if fits(unit, *secs) {
            Fit::True
        } else if *secs < unit {
            Fit::Shorter
        } else {
            Fit::Cut
        };
        let (label, p90) = (format.duration(*secs), gap.p90_secs.map(|secs| format.duration(secs)));
        let what = tr!(
            "export-pace-spoken",
            median = label.as_str(),
            p90 = p90.unwrap_or_default(),
            journeys = format.count(gap.journeys.count()),
            n = gap.journeys.count(),
            fit = match fit {
                Fit::True => "true",
                Fit::Shorter => "shorter",
                Fit::Cut => "cut",
            }
        );
        let width = (secs / unit).clamp(1.0, WIDEST) as f32;
        let spoken = teller.spoken((gap.from, gap.to), &what);
        gaps.insert(gap.from, Gap { to: gap.to, width, label, spoken, fit });
    }
    let has = |fit: Fit| gaps.values().any(|gap| gap.fit == fit);
    let mut note = tr!("export-pace-note", unit = format.duration(unit));
    if has(Fit::Shorter) {
        note += &tr!("export-pace-note-shorter");
    }
    if has(Fit::Cut) {
        note += &tr!("export-pace-note-cut", widest = format.duration(unit * WIDEST));
    }
    Some(Pace { is_stale: false, note, gaps })
}

/// Exit rates lower by these shares, and the goal rate that would follow; none when nothing is lowered, or nobody can say.
#[must_use]
pub fn ghost(
    chain: &Chain,
    lower: &BTreeMap<TouchpointId, f64>,
    teller: &LayerTeller<'_>,
) -> Option<(Ghost, WouldBe)> {
    let lower: Vec<(TouchpointId, f64)> =
        lower.iter().map(|(id, by)| (*id, *by)).filter(|(_, by)| *by > 0.0).collect();
    if lower.is_empty() {
        return None;
    }
    let would_be = chain.would_be(&lower)?;
    let format = &teller.format;
    let rates = lower.iter().filter_map(|(id, by)| {
        let rate = teller.small.rate(chain.exit_rate(*id)?).value()?;
        let then = (rate.value - by).max(0.0);
        Some((*id, (then, tr!("export-ghost", rate = format.percent(then, 1)))))
    });
    let note = tr!(
        "export-ghost-note",
        now = format.percent(would_be.now, 1),
        then = format.percent(would_be.then, 1)
    );
    Some((Ghost { is_stale: false, note, rates: rates.collect() }, would_be))
}
