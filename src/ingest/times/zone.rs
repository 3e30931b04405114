//! The zone of times that are written without one.

use crate::base::time::SECOND;
use crate::base::{Micros, Timestamp};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// Every change of an offset known to the zone database falls on a quarter of an hour.
const QUARTER: Micros = 900 * SECOND;

/// UTC, or a zone with rules of its own.
#[derive(Clone)]
pub(in crate::ingest) enum Zone {
    Utc,
    Rules {
        zone: TimeZone,
        /// Quarter of an hour on the wall and its offset: times near each other share it.
        last: Option<(i64, Micros)>,
    },
}

impl Zone {
    /// A zone by its IANA name.
    pub(in crate::ingest) fn named(name: &str) -> Option<Self> {
        if name.eq_ignore_ascii_case("UTC") {
            return Some(Self::Utc);
        }
        Some(Self::Rules { zone: TimeZone::get(name).ok()?, last: None })
    }

    /// The moment at which a clock on the wall shows this. Of two such moments, in autumn, the first; a time
    /// that spring leaves out counts by the offset before the change.
    pub(super) fn moment(&mut self, civil_micros: Micros) -> Option<Timestamp> {
        match self {
            Self::Utc => Some(Timestamp(civil_micros)),
            Self::Rules { zone, last } => {
                let quarter = civil_micros.div_euclid(QUARTER);
                let offset = match *last {
                    Some((known, offset)) if known == quarter => offset,
                    _ => {
                        let offset = offset_at(zone, quarter * QUARTER)?;
                        *last = Some((quarter, offset));
                        offset
                    }
                };
                Some(Timestamp(civil_micros - offset))
            }
        }
    }
}

fn offset_at(zone: &TimeZone, civil_micros: Micros) -> Option<Micros> {
    let (year, month, day) = Timestamp(civil_micros).ymd();
    let (hour, minute, second) = Timestamp(civil_micros).hms();
    #[allow(clippy::cast_possible_wrap)] // small numbers
    let wall = DateTime::new(
        i16::try_from(year).ok()?,
        month as i8,
        day as i8,
        hour as i8,
        minute as i8,
        second as i8,
        0,
    );
    let moment = zone.to_ambiguous_timestamp(wall.ok()?).compatible().ok()?;
    Some(civil_micros - moment.as_microsecond())
}
