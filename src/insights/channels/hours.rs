//! When the load comes: visits and waits by weekday and hour, in the source's time zone.

use super::super::local::LocalTime;
use super::super::walk::{self, Passage};
use super::super::{Inputs, JourneySet};
use crate::base::time::{DAY, SECOND};
use crate::base::{Cancel, Cancelled};
use crate::measure::stats::quantile;

const HOUR: i64 = 3600 * SECOND;
/// Hours of a week.
const CELLS: usize = 168;

/// A week of hours.
#[derive(Clone, Debug, PartialEq)]
pub struct HourLoad {
    /// From Monday's hour from midnight on: the cell of weekday d and hour h is number 24 d + h.
    pub cells: Vec<HourCell>,
}

/// One hour of the week.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)]
pub struct HourCell {
    pub visits: u64,
    pub journeys: JourneySet,
    /// Visits that say how long the customer waited.
    pub waits: u64,
    pub median_wait_secs: Option<f64>,
}

#[derive(Clone, Default)]
struct Sum {
    visits: u64,
    journeys: Vec<u32>,
    waits: Vec<f64>,
}

/// The number of the cell of a time on the wall.
fn cell_of(wall: i64) -> usize {
    // Day 0 was a Thursday.
    let weekday = (wall.div_euclid(DAY) + 3).rem_euclid(7);
    (weekday * 24 + wall.rem_euclid(DAY) / HOUR) as usize
}

/// The load of the selected journeys, through one channel (by its name in the data) or all. None for data without times.
///
/// # Errors
/// [`Cancelled`].
pub fn hours(of: &Inputs<'_>, channel: Option<&str>, cancel: &Cancel) -> Result<Option<HourLoad>, Cancelled> {
    if of.log.is_undated || of.log.is_summary {
        return Ok(None);
    }
    let clock = LocalTime::new(of);
    // What the data does not have has no code.
    let wanted = channel.map(|name| of.log.channels.code(name).unwrap_or(u32::MAX));
    let new = || (vec![Sum::default(); CELLS], clock.clone());
    let each = |(sums, clock): &mut (Vec<Sum>, LocalTime), passage: &Passage<'_>| {
        for visit in
            passage.visits.iter().filter(|visit| wanted.is_none_or(|code| visit.channel == Some(code)))
        {
            let sum = &mut sums[cell_of(clock.wall(of.log.time(visit.event)))];
            sum.visits += 1;
            sum.waits.extend(of.log.wait_secs(visit.event));
            if sum.journeys.last() != Some(&passage.number) {
                sum.journeys.push(passage.number);
            }
        }
    };
    let join = |all: &mut (Vec<Sum>, LocalTime), part: (Vec<Sum>, LocalTime)| {
        for (sum, more) in all.0.iter_mut().zip(part.0) {
            sum.visits += more.visits;
            sum.journeys.extend(more.journeys);
            sum.waits.extend(more.waits);
        }
    };
    let (sums, _) = walk::fold(of, cancel, new, each, join)?;
    let cell = |mut sum: Sum| HourCell {
        visits: sum.visits,
        journeys: JourneySet::from(sum.journeys),
        waits: sum.waits.len() as u64,
        median_wait_secs: quantile(&mut sum.waits, 0.5),
    };
    Ok(Some(HourLoad { cells: sums.into_iter().map(cell).collect() }))
}
