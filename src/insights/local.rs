//! Days and hours as customers live them: in the time zone of the source.

use super::Inputs;
use crate::base::Timestamp;
use crate::base::time::{DAY, SECOND};
use jiff::tz::TimeZone;

/// Clocks are put forward and back at whole quarters of an hour.
const QUARTER: i64 = 900 * SECOND;

/// Tells local times of moments that mostly lie near each other.
#[derive(Clone)]
pub struct LocalTime {
    zone: TimeZone,
    /// A quarter of an hour and the offset in it.
    last: Option<(i64, i64)>,
}

impl LocalTime {
    /// Of the source; UTC where it says nothing.
    #[must_use]
    pub fn new(of: &Inputs<'_>) -> Self {
        let zone = of.source.read.timezone.as_deref().and_then(|name| TimeZone::get(name).ok());
        Self { zone: zone.unwrap_or(TimeZone::UTC), last: None }
    }

    /// What a clock on the wall shows, as microseconds since 1970 began there.
    pub fn wall(&mut self, time: Timestamp) -> i64 {
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
        time.0.saturating_add(offset)
    }

    /// The number of the day, 0 being the first of 1970.
    pub fn day(&mut self, time: Timestamp) -> i64 {
        self.wall(time).div_euclid(DAY)
    }
}
