//! Two ranges of time, before and after: which they are, and how they are moved. Ranges are whole days.

use super::{Command, Session};
use crate::base::time::DAY;
use crate::base::{Timestamp, fmt};
use crate::model::edit::EditName;
use crate::model::{Edit, Filter, Period, Source};

/// From this many days on, ranges that are proposed are whole weeks.
const WEEKS_FROM: i64 = 14;

/// Which of the two ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// What the figures are compared with.
    Before,
    /// What the map shows.
    After,
}

/// Whole days: from the beginning of the first to the end of the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// Beginning of the first day.
    pub from: Timestamp,
    /// End of the last day, which is the beginning of the next.
    pub to: Timestamp,
}

impl Days {
    /// The days of two moments and all between them, whichever is earlier.
    #[must_use]
    pub fn of(one: Timestamp, other: Timestamp) -> Self {
        let day = |time: Timestamp| time.0.div_euclid(DAY);
        let (first, last) = (day(one.min(other)), day(one.max(other)));
        Self { from: Timestamp(first.saturating_mul(DAY)), to: Timestamp((last + 1).saturating_mul(DAY)) }
    }

    /// How many.
    #[must_use]
    pub fn count(self) -> i64 {
        self.to.0.saturating_sub(self.from.0) / DAY
    }

    /// So many days later, or earlier below 0, as far as that lies within others.
    #[must_use]
    pub fn moved(self, days: i64, within: Self) -> Self {
        let most = (within.to.0.saturating_sub(self.to.0) / DAY).max(0);
        let least = (within.from.0.saturating_sub(self.from.0) / DAY).min(0);
        let by = days.clamp(least, most) * DAY;
        Self { from: Timestamp(self.from.0 + by), to: Timestamp(self.to.0 + by) }
    }

    /// With the beginning, or the end, moved by so many days; at least one day is left.
    #[must_use]
    pub fn stretched(self, begin: i64, end: i64, within: Self) -> Self {
        // A range that was typed may lie beside the data: then its one day is more than its limits.
        let from = (self.from.0 + begin * DAY).max(within.from.0).min(self.to.0 - DAY);
        let to = (self.to.0 + end * DAY).min(within.to.0).max(from + DAY);
        Self { from: Timestamp(from), to: Timestamp(to) }
    }

    /// The same number of days right before.
    #[must_use]
    pub fn preceding(self) -> Self {
        let length = self.to.0.saturating_sub(self.from.0);
        Self { from: Timestamp(self.from.0.saturating_sub(length)), to: self.from }
    }

    /// True when a day is in both.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }

    /// `2024-03-01 – 2024-03-31`.
    #[must_use]
    pub fn words(self) -> String {
        fmt::period(self.from, Timestamp(self.to.0 - 1))
    }

    fn texts(self) -> (String, String) {
        (fmt::date(self.from), fmt::date(self.to))
    }
}

/// The range of a source on one side; none = all time, or nothing to compare with.
#[must_use]
pub fn range_of(source: &Source, side: Side, whole: Days) -> Option<Days> {
    let (from, to) = match side {
        Side::After => (source.filter.from.as_deref(), source.filter.to.as_deref()),
        Side::Before => {
            let before = source.before.as_ref()?;
            (Some(before.from.as_str()), Some(before.to.as_str()))
        }
    };
    if from.is_none() && to.is_none() {
        return None;
    }
    let from = from.and_then(day_of).unwrap_or(whole.from);
    let to = to.and_then(day_of).unwrap_or(whole.to);
    Some(Days { from, to: to.max(Timestamp(from.0 + DAY)) })
}

/// The source with another range on one side.
#[must_use]
pub fn with_range(source: &Source, side: Side, range: Option<Days>) -> Source {
    let texts = range.map(Days::texts);
    let mut source = source.clone();
    match side {
        Side::Before => source.before = texts.map(|(from, to)| Period { from, to }),
        Side::After => (source.filter.from, source.filter.to) = texts.unzip(),
    }
    source
}

/// What choosing a range is called in the history.
#[must_use]
pub const fn range_step(side: Side) -> EditName {
    let key = match side {
        Side::Before => "session-step-range-before",
        Side::After => "session-step-time-range",
    };
    EditName { key, count: 1 }
}

/// One step that chooses what is counted.
#[must_use]
pub fn source_step(name: EditName, source: Source) -> Edit {
    Edit::Batch { name, edits: vec![Edit::SetSource(source)] }
}

/// `2024-04-01`, with whatever time of day follows left out.
#[must_use]
pub fn day_of(text: &str) -> Option<Timestamp> {
    let mut parts = text.get(..10)?.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
    let day = parts.next()?.parse().ok().filter(|day| (1..=31).contains(day))?;
    Some(Timestamp::from_ymd(year, month, day))
}

/// Two ranges of the same length, side by side: the chosen one and what comes before it, else the two halves of all,
/// in whole weeks where they are long enough.
#[must_use]
pub fn proposed(whole: Days, chosen: Option<Days>) -> (Days, Days) {
    if let Some(after) = chosen
        && after.preceding().from >= whole.from
    {
        return (after.preceding(), after);
    }
    let within = chosen.unwrap_or(whole);
    let half = (within.count() / 2).max(1);
    let length = if half >= WEEKS_FROM { half - half % 7 } else { half };
    let after = Days { from: Timestamp(within.to.0 - length * DAY), to: within.to };
    (after.preceding(), after)
}

impl Session {
    /// All days of the data; none when it has no dates or they are not known yet.
    #[must_use]
    pub fn whole_time(&self) -> Option<Days> {
        let measures = self.data.as_ref()?.measures.as_ref()?;
        Some(Days::of(measures.first?, measures.last?))
    }

    /// Runs a command about ranges of time; others do nothing here.
    pub(super) fn run_periods(&mut self, command: Command) {
        match command {
            Command::ComparePeriods => self.compare_periods(),
            Command::ResetFilter => self.reset_filter(),
            _ => {}
        }
    }

    /// False when a command about ranges of time would do nothing.
    pub(super) fn can_run_periods(&self, command: Command) -> bool {
        match command {
            Command::ComparePeriods => self.whole_time().is_some_and(|whole| whole.count() > 1),
            Command::ResetFilter => {
                let source = self.source();
                source.is_some_and(|source| !source.filter.is_empty() || source.before.is_some())
            }
            _ => true,
        }
    }

    /// Begins to compare two ranges, or ends it.
    fn compare_periods(&mut self) {
        let (Some(source), Some(whole)) = (self.source(), self.whole_time()) else { return };
        let name = EditName { key: "session-step-compare-periods", count: 1 };
        let source = if source.before.is_some() {
            with_range(source, Side::Before, None)
        } else {
            let (before, after) = proposed(whole, range_of(source, Side::After, whole));
            with_range(&with_range(source, Side::After, Some(after)), Side::Before, Some(before))
        };
        self.edit(&source_step(name, source));
    }

    /// All journeys, compared with nothing.
    fn reset_filter(&mut self) {
        let Some(source) = self.source() else { return };
        let source = Source { filter: Filter::default(), before: None, ..source.clone() };
        self.edit(&source_step(EditName { key: "session-step-reset-filter", count: 1 }, source));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(first: (i32, u8, u8), last: (i32, u8, u8)) -> Days {
        let day = |(year, month, day)| Timestamp::from_ymd(year, month, day).at(13, 30, 0);
        Days::of(day(first), day(last))
    }

    #[test]
    fn ranges_are_whole_days_whichever_end_comes_first() {
        let march = days((2024, 3, 1), (2024, 3, 31));
        assert_eq!(march, days((2024, 3, 31), (2024, 3, 1)));
        assert_eq!((march.count(), march.words().as_str()), (31, "2024-03-01 – 2024-03-31"));
        assert_eq!(days((2024, 3, 1), (2024, 3, 1)).count(), 1);
    }

    #[test]
    fn ranges_stay_within_the_data_and_keep_a_day() {
        let (whole, week) = (days((2024, 1, 1), (2024, 1, 31)), days((2024, 1, 20), (2024, 1, 26)));
        assert_eq!(week.moved(100, whole), days((2024, 1, 25), (2024, 1, 31)));
        assert_eq!(week.moved(-100, whole), days((2024, 1, 1), (2024, 1, 7)));
        assert_eq!(week.stretched(100, 0, whole), days((2024, 1, 26), (2024, 1, 26)));
        assert_eq!(week.stretched(0, -100, whole), days((2024, 1, 20), (2024, 1, 20)));
        assert_eq!(week.stretched(-100, 100, whole), whole);
        let earlier = days((2023, 1, 1), (2023, 1, 7));
        assert_eq!(earlier.stretched(-1, 0, whole).count(), 1, "beside the data");
        assert_eq!(earlier.moved(1, whole).count(), 7);
    }

    #[test]
    fn what_is_proposed_has_one_length_in_whole_weeks() {
        let whole = days((2024, 1, 1), (2024, 3, 31));
        let (before, after) = proposed(whole, None);
        assert_eq!((before.count(), after.count()), (42, 42));
        assert_eq!((before.to, after.to), (after.from, whole.to));
        assert!(!before.overlaps(after));
        let march = days((2024, 3, 1), (2024, 3, 31));
        assert_eq!(proposed(whole, Some(march)), (march.preceding(), march));
        let january = days((2024, 1, 1), (2024, 1, 31));
        let (before, after) = proposed(whole, Some(january));
        assert_eq!((before.count(), after.to), (14, january.to), "nothing comes before it: its halves");
    }

    #[test]
    fn dates_with_a_time_of_day_count_from_midnight() {
        assert_eq!(day_of("2024-04-01T10:00:00"), Some(Timestamp::from_ymd(2024, 4, 1)));
        assert_eq!((day_of("2024-13-01"), day_of("soon")), (None, None));
    }
}
