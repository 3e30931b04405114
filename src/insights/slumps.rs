//! When it went worse: stretches of days in which fewer of those who got to a touchpoint reached the goal than at other times,
//! among all journeys or in one channel or segment. Found by trying all stretches (a temporal scan statistic), with chance
//! judged by dealing the outcomes out anew.

use super::local::LocalTime;
use super::strata::{Strata, Stratum};
use super::{Inputs, JourneySet};
use crate::base::time::DAY;
use crate::base::{Cancel, Cancelled, Timestamp};
use crate::measure::Rate;
use crate::measure::stats::random::Random;
use crate::measure::stats::{deal, newcombe, p_of_highest};
use crate::model::{JourneyStatus, TouchpointId};
use rayon::prelude::*;

/// So many journeys at least must lie within a stretch, and outside it.
const LEAST_JOURNEYS: u64 = 30;
/// Stretches are at least so many days long.
const LEAST_DAYS: usize = 7;
/// Days are taken together until so few are left.
const MOST_BINS: usize = 200;
/// Stretches that are looked for.
const MOST_SLUMPS: usize = 5;
/// How often outcomes are dealt out anew.
const PERMUTATIONS: usize = 99;
/// Journeys between two looks at the stop flag.
const JOURNEYS_PER_CHECK: usize = 1 << 12;

/// A stretch of time in which it went worse.
#[derive(Clone, Debug, PartialEq)]
pub struct Slump {
    /// Of journeys that got here.
    pub touchpoint: TouchpointId,
    /// Only these.
    pub among: Stratum,
    /// Its first day in the time zone of the source, written as if that were UTC.
    pub from: Timestamp,
    /// The day after its last.
    pub to: Timestamp,
    /// Share with a goal, of journeys that began within it.
    pub within: Rate,
    /// The same of all others.
    pub otherwise: Rate,
    /// within − otherwise, with its 95 % interval (Newcombe).
    pub difference: (f64, f64, f64),
    /// That chance alone makes the worst stretch of this touchpoint and group as bad: adjusted for all its stretches.
    pub raw_p: f64,
    /// That chance alone makes the worst stretch of any touchpoint and group as bad: adjusted for all that was tried.
    pub p: f64,
    /// The journeys of `within`.
    pub journeys: JourneySet,
    /// Those of them without a goal.
    pub lost: JourneySet,
}

/// Slumps, the clearest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slumps {
    /// Combinations of a touchpoint and a group whose days were scanned.
    pub tested: usize,
    /// With p ≤ 0.05.
    pub list: Vec<Slump>,
}

/// A closed journey, as far as it matters here.
struct Told {
    number: u32,
    bin: u32,
    is_goal: bool,
}

/// Journeys and successes by day, for each group and touchpoint.
struct Grid {
    bins: usize,
    /// (journeys, goals) by group, touchpoint, bin.
    counts: Vec<(u32, u32)>,
}

/// The worst stretch of a series of days.
#[derive(Clone, Copy, Debug, Default)]
struct Worst {
    /// Chi-square of within against otherwise; 0 where no stretch is worse than the rest.
    statistic: f64,
    start: usize,
    end: usize,
}

/// Looks for slumps over the journeys that pass the filter; none where there are no paths or no goal.
///
/// # Errors
/// [`Cancelled`].
pub fn slumps(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Slumps, Cancelled> {
    let measures = &inputs.measures;
    let (Some(first), Some(last)) = (measures.selected_first, measures.selected_last) else {
        return Ok(Slumps::default());
    };
    if measures.is_survey || measures.no_goal_set || inputs.log.is_undated {
        return Ok(Slumps::default());
    }
    let mut local = LocalTime::new(inputs);
    let first_day = local.day(first);
    let days = usize::try_from(local.day(last) - first_day).unwrap_or_default() + 1;
    let days_per_bin = days.div_ceil(MOST_BINS);
    let bin_of = |begin: Timestamp| (local.day(begin) - first_day) as usize / days_per_bin;
    let scan = Scan::new(inputs, (days.div_ceil(days_per_bin), days_per_bin), bin_of, cancel)?;
    let day = |bin: usize| Timestamp((first_day + (bin * days_per_bin) as i64) * DAY);
    scan.slumps(inputs, day, cancel)
}

/// Everything that is scanned.
struct Scan {
    strata: Strata,
    journeys: Vec<Told>,
    /// By journey: its groups and the touchpoints that it reached, goals left out.
    groups: Vec<Box<[u16]>>,
    reached: Vec<Box<[u16]>>,
    bins: usize,
    least_bins: usize,
    touchpoints: usize,
}

impl Scan {
    fn new(
        inputs: &Inputs<'_>,
        (bins, days_per_bin): (usize, usize),
        mut bin_of: impl FnMut(Timestamp) -> usize,
        cancel: &Cancel,
    ) -> Result<Self, Cancelled> {
        let is_goal = inputs.prepared.goals();
        let mut scan = Self {
            strata: Strata::new(inputs, 2 * LEAST_JOURNEYS),
            journeys: Vec::new(),
            groups: Vec::new(),
            reached: Vec::new(),
            bins,
            least_bins: LEAST_DAYS.div_ceil(days_per_bin),
            touchpoints: is_goal.len(),
        };
        let mut groups = Vec::new();
        let mut reached: Vec<u16> = Vec::new();
        for (done, journey) in inputs.views(&inputs.journeys).enumerate() {
            if done % JOURNEYS_PER_CHECK == 0 {
                cancel.check()?;
            }
            if !journey.is_closed() {
                continue;
            }
            scan.strata.put_groups(inputs, &journey, &mut groups);
            reached.clear();
            for visit in journey.visits() {
                let touchpoint = visit.touchpoint as u16;
                if !is_goal[usize::from(touchpoint)] && !reached.contains(&touchpoint) {
                    reached.push(touchpoint);
                }
            }
            scan.groups.push(groups.iter().map(|group| *group as u16).collect());
            scan.reached.push(reached.as_slice().into());
            scan.journeys.push(Told {
                number: journey.number(),
                bin: bin_of(journey.begin()).min(bins - 1) as u32,
                is_goal: journey.status() == Some(JourneyStatus::Goal),
            });
        }
        Ok(scan)
    }

    fn grid(&self, is_left: &[bool], cancel: &Cancel) -> Result<Grid, Cancelled> {
        let (bins, touchpoints) = (self.bins, self.touchpoints);
        let mut grid = Grid { bins, counts: vec![(0, 0); self.strata.list.len() * touchpoints * bins] };
        for (place, told) in self.journeys.iter().enumerate().filter(|(place, _)| is_left[*place]) {
            if place % JOURNEYS_PER_CHECK == 0 {
                cancel.check()?;
            }
            for group in &self.groups[place] {
                for touchpoint in &self.reached[place] {
                    let series = usize::from(*group) * touchpoints + usize::from(*touchpoint);
                    let (journeys, goals) = &mut grid.counts[series * bins + told.bin as usize];
                    *journeys += 1;
                    *goals += u32::from(told.is_goal);
                }
            }
        }
        Ok(grid)
    }

    /// The worst stretch of all, time and again, each without the journeys that began in those found before: what went wrong
    /// there shows in many touchpoints and groups, and must not be told twice.
    fn slumps(
        &self,
        inputs: &Inputs<'_>,
        day: impl Fn(usize) -> Timestamp,
        cancel: &Cancel,
    ) -> Result<Slumps, Cancelled> {
        let mut is_left = vec![true; self.journeys.len()];
        let mut slumps = Slumps::default();
        let touchpoints = inputs.prepared.touchpoint_ids();
        while slumps.list.len() < MOST_SLUMPS {
            let grid = self.grid(&is_left, cancel)?;
            let scanned: Vec<(usize, Worst)> = (0..self.strata.list.len() * self.touchpoints)
                .into_par_iter()
                .map(|series| {
                    cancel.check()?;
                    Ok(grid.series(series).map(|counts| (series, worst(&counts, self.least_bins))))
                })
                .collect::<Result<Vec<_>, Cancelled>>()?
                .into_iter()
                .flatten()
                .collect();
            slumps.tested = slumps.tested.max(scanned.len());
            let by_statistic = |one: &&(usize, Worst), other: &&(usize, Worst)| {
                one.1.statistic.total_cmp(&other.1.statistic).then(other.0.cmp(&one.0))
            };
            let Some((series, found)) = scanned.iter().max_by(by_statistic).filter(|of| of.1.statistic > 0.0)
            else {
                break;
            };
            let counts = grid.series(*series).unwrap_or_default();
            let by_chance = chances(&counts, self.least_bins, cancel)?;
            let raw_p = p_of_highest(found.statistic, &by_chance).unwrap_or(1.0);
            let p = raw_p * scanned.len() as f64;
            if p > 0.05 {
                break;
            }
            let (group, touchpoint) = (series / self.touchpoints, series % self.touchpoints);
            let is_within = |place: usize| {
                let bin = self.journeys[place].bin as usize;
                (found.start..found.end).contains(&bin) && self.groups[place].contains(&(group as u16))
            };
            let here: Vec<usize> = (0..self.journeys.len())
                .filter(|place| is_left[*place] && is_within(*place))
                .filter(|place| self.reached[*place].contains(&(touchpoint as u16)))
                .collect();
            let (start, end) = (found.start, found.end);
            if let Some((within, otherwise, difference)) = compared(&counts, start, end) {
                let number = |place: &usize| self.journeys[*place].number;
                let lost = here.iter().filter(|place| !self.journeys[**place].is_goal);
                slumps.list.push(Slump {
                    touchpoint: touchpoints[touchpoint],
                    among: self.strata.list[group].clone(),
                    from: day(start),
                    to: day(end),
                    within,
                    otherwise,
                    difference,
                    raw_p,
                    p,
                    lost: lost.map(number).collect(),
                    journeys: here.iter().map(number).collect(),
                });
            }
            is_left.iter_mut().enumerate().for_each(|(place, is_left)| *is_left &= !is_within(place));
        }
        Ok(slumps)
    }
}

impl Grid {
    /// The days of a group and touchpoint; none where there are too few journeys to compare, or all ended alike.
    fn series(&self, series: usize) -> Option<Vec<(u64, u64)>> {
        let counts = self.counts.get(series * self.bins..(series + 1) * self.bins)?;
        let counts: Vec<_> =
            counts.iter().map(|(journeys, goals)| (u64::from(*journeys), u64::from(*goals))).collect();
        let (n, k) = sum(&counts);
        (n >= 2 * LEAST_JOURNEYS && k > 0 && k < n).then_some(counts)
    }
}

fn sum(counts: &[(u64, u64)]) -> (u64, u64) {
    counts.iter().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1))
}

/// The stretch of at least so many days, and at most half of all, in which successes are rarer than otherwise by the most.
fn worst(counts: &[(u64, u64)], least_bins: usize) -> Worst {
    let mut sums = Vec::with_capacity(counts.len() + 1);
    sums.push((0, 0));
    for (n, k) in counts {
        let (before_n, before_k) = sums[sums.len() - 1];
        sums.push((before_n + n, before_k + k));
    }
    let (n, k) = sums[counts.len()];
    let (total, goals) = (n as f64, k as f64);
    let mut worst = Worst::default();
    for start in 0..counts.len() {
        let longest = (start + counts.len().div_ceil(2)).min(counts.len());
        for end in start + least_bins..=longest {
            let (within, met) = (sums[end].0 - sums[start].0, sums[end].1 - sums[start].1);
            if within < LEAST_JOURNEYS || n - within < LEAST_JOURNEYS {
                continue;
            }
            let (within, met) = (within as f64, met as f64);
            // Successes that are missing against what the overall share would give.
            let missing = within * goals - met * total;
            if missing > 0.0 {
                let margins = within * (total - within) * goals * (total - goals);
                let statistic = total * missing * missing / margins;
                if statistic > worst.statistic {
                    worst = Worst { statistic, start, end };
                }
            }
        }
    }
    worst
}

/// Statistics of the worst stretches when outcomes are dealt out by chance.
fn chances(counts: &[(u64, u64)], least_bins: usize, cancel: &Cancel) -> Result<Vec<f64>, Cancelled> {
    let goals = sum(counts).1;
    let dealt = (0..PERMUTATIONS).into_par_iter().map(|permutation| {
        cancel.check()?;
        let mut dealt = counts.to_vec();
        deal(&mut dealt, goals, &mut Random::new(permutation as u64));
        Ok(worst(&dealt, least_bins).statistic)
    });
    dealt.collect()
}

fn compared(counts: &[(u64, u64)], start: usize, end: usize) -> Option<(Rate, Rate, (f64, f64, f64))> {
    let ((n, k), (within, met)) = (sum(counts), sum(&counts[start..end]));
    let difference = newcombe(met, within, k - met, n - within)?;
    Some((Rate::of(met, within)?, Rate::of(k - met, n - within)?, difference))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_stretch_is_the_one_that_plain_tables_find() {
        let counts: Vec<(u64, u64)> = (0..40)
            .map(|day: u64| (8 + day % 5, if (12..22).contains(&day) { 2 } else { 5 + day % 3 }))
            .collect();
        let found = worst(&counts, 7);
        let mut best = (0.0, 0, 0);
        for start in 0..40 {
            for end in start + 7..=(start + 20).min(40) {
                let ((n, k), (within, met)) = (sum(&counts), sum(&counts[start..end]));
                let (total, share) = (n as f64, k as f64 / n as f64);
                let cells = [
                    (met as f64, within as f64 * share),
                    ((within - met) as f64, within as f64 * (1.0 - share)),
                    ((k - met) as f64, (total - within as f64) * share),
                    ((n - within + met - k) as f64, (total - within as f64) * (1.0 - share)),
                ];
                let statistic: f64 =
                    cells.iter().map(|(seen, expected)| (seen - expected).powi(2) / expected).sum();
                let is_worse = met * n < k * within;
                if is_worse && statistic > best.0 {
                    best = (statistic, start, end);
                }
            }
        }
        assert_eq!((found.start, found.end), (12, 22));
        assert_eq!((best.1, best.2), (12, 22));
        assert!((found.statistic - best.0).abs() < 1e-9 * best.0);
        assert_eq!(worst(&[(10, 5); 30], 7).statistic, 0.0);
    }

    #[test]
    fn chance_alone_is_no_slump() {
        let mut random = Random::new(3);
        let mut found = 0;
        for _ in 0..40 {
            let mut counts = vec![(6, 0); 60];
            deal(&mut counts, 150, &mut random);
            let by_chance = chances(&counts, 7, &Cancel::new()).unwrap();
            found += u32::from(p_of_highest(worst(&counts, 7).statistic, &by_chance).unwrap() <= 0.05);
        }
        assert!(found <= 6, "{found} of 40, 2 expected");
    }
}
