//! Calendar months of the source's time zone.

use super::MeasureError;
use super::dates::moment;
use crate::base::Timestamp;

/// Months that are told apart at most: a thousand years. Later ones count as the last.
const MOST_MONTHS: usize = 12_000;

/// The months in which the events of a source lie, numbered from 0.
#[derive(Default)]
pub struct Months {
    /// Year and month from 1.
    names: Vec<(i32, u8)>,
    /// When each begins, and when the one after the last does.
    starts: Vec<Timestamp>,
}

impl Months {
    /// All months from the first to the last event.
    pub fn covering(
        period: Option<(Timestamp, Timestamp)>,
        zone: Option<&str>,
    ) -> Result<Self, MeasureError> {
        let Some((first, last)) = period else { return Ok(Self::default()) };
        let begin = |(year, month): (i32, u8)| moment(&format!("{year:04}-{month:02}-01"), zone);
        let next = |(year, month): (i32, u8)| if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        let (year, month, _) = first.ymd();
        // In the zone, the first event may lie in the month before or after the one in UTC.
        let mut name = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
        let mut months = Self::default();
        while months.names.len() < MOST_MONTHS {
            // Beyond the calendar there are no months.
            let (Ok(start), Ok(end)) = (begin(name), begin(next(name))) else { break };
            if end > first {
                months.starts.push(start);
                months.names.push(name);
                if end > last {
                    months.starts.push(end);
                    break;
                }
            }
            name = next(name);
        }
        Ok(months)
    }

    /// The number of the month in which a time lies.
    pub fn of(&self, time: Timestamp) -> u16 {
        let begun = self.starts.partition_point(|start| *start <= time);
        begun.saturating_sub(1).min(self.names.len().saturating_sub(1)) as u16
    }

    /// The months with when the one after each is over; none for the last, after which nothing is known.
    pub fn iter(&self) -> impl Iterator<Item = ((i32, u8), Option<Timestamp>)> {
        self.names.iter().enumerate().map(|(number, name)| (*name, self.starts.get(number + 2).copied()))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_begin_in_the_zone() {
        let (first, last) =
            (Timestamp::from_ymd(2023, 12, 31).at(22, 0, 0), Timestamp::from_ymd(2024, 2, 10));
        let utc = Months::covering(Some((first, last)), None).unwrap();
        assert_eq!(utc.names, [(2023, 12), (2024, 1), (2024, 2)]);
        assert_eq!((utc.of(first), utc.of(last)), (0, 2));
        let istanbul = Months::covering(Some((first, last)), Some("Europe/Istanbul")).unwrap();
        assert_eq!(istanbul.names, [(2024, 1), (2024, 2)]);
        assert_eq!((istanbul.of(first), istanbul.of(last)), (0, 1));
        let ends: Vec<_> = utc.iter().map(|(_, next_over)| next_over).collect();
        assert_eq!(
            ends,
            [2, 3]
                .map(|month| Some(Timestamp::from_ymd(2024, month, 1)))
                .into_iter()
                .chain([None])
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn no_events_and_extreme_times() {
        assert_eq!(Months::covering(None, None).unwrap().len(), 0);
        let ends = Months::covering(Some((Timestamp(i64::MIN), Timestamp(i64::MAX))), None).unwrap();
        assert_eq!(usize::from(ends.of(Timestamp(i64::MAX))), ends.len().saturating_sub(1));
    }
}
