//! When the load comes: visits and waits by weekday and hour, in the source's time zone.

use super::super::walk::{self, Passage};
use super::super::{Inputs, JourneySet};
use crate::base::time::{DAY, SECOND};
use crate::base::{Cancel, Cancelled, Timestamp};
use crate::measure::stats::quantile;
use jiff::tz::TimeZone;

const HOUR: i64 = 3600 * SECOND;
/// Hours of a week.
const CELLS: usize = 168;
/// Clocks are put forward and back at whole quarters of an hour.
const QUARTER: i64 = 900 * SECOND;

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

/// The local hours of moments that mostly lie near each other.
struct Clock {
    zone: TimeZone,
    /// A quarter of an hour and the offset in it.
    last: Option<(i64, i64)>,
}

impl Clock {
    /// The number of the cell.
    fn cell(&mut self, time: Timestamp) -> usize {
        let quarter = time.0.div_euclid(QUARTER);
        let offset = match self.last {
            Some((known, offset)) if known == quarter => offset,
            _ => {
                let moment = jiff::Timestamp::from_microsecond(time.0).unwrap_or_default();
                let offset = i64::from(self.zone.to_offset(moment).seconds()) * SECOND;
                self.last = Some((quarter, offset));
                offset
            }
        };
        let local = time.0.saturating_add(offset);
        // Day 0 was a Thursday.
        let weekday = (local.div_euclid(DAY) + 3).rem_euclid(7);
        (weekday * 24 + local.rem_euclid(DAY) / HOUR) as usize
    }
}

/// The load of the selected journeys, through one channel (by its name in the data) or all. None for data without times.
///
/// # Errors
/// [`Cancelled`].
pub fn hours(of: &Inputs<'_>, channel: Option<&str>, cancel: &Cancel) -> Result<Option<HourLoad>, Cancelled> {
    if of.log.is_undated || of.log.is_summary {
        return Ok(None);
    }
    let zone = of.source.read.timezone.as_deref().and_then(|name| TimeZone::get(name).ok());
    let zone = zone.unwrap_or(TimeZone::UTC);
    // What the data does not have has no code.
    let wanted = channel.map(|name| of.log.channels.code(name).unwrap_or(u32::MAX));
    let new = || (vec![Sum::default(); CELLS], Clock { zone: zone.clone(), last: None });
    let each = |(sums, clock): &mut (Vec<Sum>, Clock), passage: &Passage<'_>| {
        for visit in
            passage.visits.iter().filter(|visit| wanted.is_none_or(|code| visit.channel == Some(code)))
        {
            let sum = &mut sums[clock.cell(of.log.time(visit.event))];
            sum.visits += 1;
            sum.waits.extend(of.log.wait_secs(visit.event));
            if sum.journeys.last() != Some(&passage.number) {
                sum.journeys.push(passage.number);
            }
        }
    };
    let join = |all: &mut (Vec<Sum>, Clock), part: (Vec<Sum>, Clock)| {
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
