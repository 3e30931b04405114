//! Finds out how a column writes its times.

use super::{Shape, civil, month_names, read_epoch, read_serial};
use crate::base::Timestamp;
use crate::base::time::SECOND;
use crate::model::DateOrder;

/// The shape of a column's times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ingest) struct Guessed {
    pub shape: Shape,
    /// Share of the values that it reads, per cent.
    pub reads_percent: usize,
    /// A time of day is written somewhere.
    pub has_clock: bool,
    /// As many values read with the day first as with the month first.
    pub is_undecided: bool,
    /// Years have two digits, so that any of the three numbers may be the year: such a value.
    pub short_year: Option<String>,
    /// Day and month could as well be the other way round: such a value.
    pub ambiguous: Option<String>,
}

/// The shape that reads most of the values; none when even that reads less than half.
pub(in crate::ingest) fn guess<'a>(values: impl Iterator<Item = &'a str> + Clone) -> Option<Guessed> {
    let count = values.clone().count();
    let epoch = [SECOND, 1000, 1]
        .into_iter()
        .find(|unit| count > 0 && values.clone().all(|value| is_recent_epoch(value, *unit)));
    if let Some(unit) = epoch {
        let shape = Shape::Epoch(unit);
        return Some(Guessed::clear(shape, 100, true));
    }
    // Two digits of a year come first only where somebody says so.
    let fits = |value: &str, order| {
        let four_digits = || value.bytes().take_while(u8::is_ascii_digit).count() >= 4;
        (order != DateOrder::Ymd || four_digits()) && civil::parse(value, order).is_some()
    };
    let reads = |order| values.clone().filter(|value| fits(value, order)).count();
    let [ymd, dmy, mdy] = [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy].map(reads);
    let (order, best) = match () {
        () if ymd >= dmy && ymd >= mdy => (DateOrder::Ymd, ymd),
        () if mdy > dmy => (DateOrder::Mdy, mdy),
        () => (DateOrder::Dmy, dmy),
    };
    if best == 0 || best * 2 < count {
        return guess_month_names(values, count);
    }
    let has_clock =
        values.clone().any(|value| civil::parse(value, order).is_some_and(|civil| civil.has_clock));
    let is_undecided = order == DateOrder::Dmy && dmy == mdy;
    let reads_percent = best * 100 / count;
    let short_year = values.clone().find(|value| has_short_year(value)).map(str::to_owned);
    let ambiguous = ambiguous_value(values, [ymd, dmy, mdy]);
    Some(Guessed {
        shape: Shape::Calendar(order),
        reads_percent,
        has_clock,
        is_undecided,
        short_year,
        ambiguous,
    })
}

fn guess_month_names<'a>(values: impl Iterator<Item = &'a str>, count: usize) -> Option<Guessed> {
    let digits = values.filter_map(month_names::in_digits);
    let read: Vec<_> = digits.filter_map(|text| civil::parse(&text, DateOrder::Ymd)).collect();
    let has_clock = read.iter().any(|civil| civil.has_clock);
    (!read.is_empty() && read.len() * 2 >= count)
        .then(|| Guessed::clear(Shape::MonthNames, read.len() * 100 / count, has_clock))
}

/// Numbers that are dates of a spreadsheet. Only for a column that is known to hold times: so are many other numbers.
pub(in crate::ingest) fn guess_serials<'a>(
    mut values: impl Iterator<Item = &'a str> + Clone,
) -> Option<Guessed> {
    let has_clock = values.clone().any(|value| value.contains(['.', ',']));
    let all = values.clone().next().is_some() && values.all(|value| read_serial(value).is_some());
    all.then(|| Guessed::clear(Shape::Serial, 100, has_clock))
}

/// Three numbers of at most two digits each.
fn has_short_year(value: &str) -> bool {
    let date = value.split([' ', 'T']).next().unwrap_or_default();
    let mut parts = date.split(['-', '/', '.']);
    let is_short = |part: &str| (1..=2).contains(&part.len());
    [parts.next(), parts.next(), parts.next()].into_iter().all(|part| part.is_some_and(is_short))
}

impl Guessed {
    fn clear(shape: Shape, reads_percent: usize, has_clock: bool) -> Self {
        Self { shape, reads_percent, has_clock, is_undecided: false, short_year: None, ambiguous: None }
    }

    /// The same with the order of day and month that the whole column shows, if it does.
    pub(in crate::ingest) fn with_order(self, order: Option<DateOrder>) -> Self {
        match order {
            Some(order) if self.is_undecided => {
                Self { shape: Shape::Calendar(order), is_undecided: false, ambiguous: None, ..self }
            }
            _ => self,
        }
    }
}

/// Which of day and month comes first in a single date: only where it reads in just one way.
pub(in crate::ingest) fn decisive_order(value: &str) -> Option<DateOrder> {
    match [DateOrder::Dmy, DateOrder::Mdy].map(|order| civil::parse(value, order).is_some()) {
        [true, false] => Some(DateOrder::Dmy),
        [false, true] => Some(DateOrder::Mdy),
        _ => None,
    }
}

/// A count that falls between 1990 and 2100, as interaction data does; smaller numbers are codes or amounts.
fn is_recent_epoch(value: &str, unit: i64) -> bool {
    let years = Timestamp::from_ymd(1990, 1, 1)..Timestamp::from_ymd(2100, 1, 1);
    value.len() >= 9 && read_epoch(value, unit).is_some_and(|time| years.contains(&time))
}

/// A value that reads as two different days, when two orders read equally many.
fn ambiguous_value<'a>(values: impl Iterator<Item = &'a str>, [ymd, dmy, mdy]: [usize; 3]) -> Option<String> {
    let best = ymd.max(dmy).max(mdy);
    let rivals = [(DateOrder::Ymd, ymd), (DateOrder::Dmy, dmy), (DateOrder::Mdy, mdy)];
    let mut values = values.filter(|value| {
        // Who writes dots puts the day first.
        let dotted = value.bytes().filter(|byte| *byte == b'.').count() >= 2 && ymd < best;
        let mut readings = rivals
            .iter()
            .filter(|(_, reads)| *reads == best)
            .filter_map(|(order, _)| civil::parse(value, *order));
        let first = readings.next();
        !dotted && readings.any(|reading| Some(reading) != first)
    });
    values.next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(values: &[&str]) -> (Option<Shape>, bool) {
        let guessed = guess(values.iter().copied());
        let ambiguous = guessed.as_ref().is_some_and(|guessed| guessed.ambiguous.is_some());
        (guessed.map(|guessed| guessed.shape), ambiguous)
    }

    #[test]
    fn order_of_the_whole_column() {
        use DateOrder::{Dmy, Mdy, Ymd};
        for (values, order, ambiguous) in [
            (&["01/02/2024", "03/02/2024", "13/02/2024"][..], Dmy, false),
            (&["01/02/2024", "02/13/2024"], Mdy, false),
            (&["01/02/2024", "03/04/2024"], Dmy, true),
            (&["01/01/2024", "02/02/2024"], Dmy, false),
            (&["01.02.2024", "03.04.2024"], Dmy, false),
            (&["2024-01-02"], Ymd, false),
            (&["2024/01/02 10:00", "2024/01/13"], Ymd, false),
        ] {
            assert_eq!(shape(values), (Some(Shape::Calendar(order)), ambiguous), "{values:?}");
        }
    }

    #[test]
    fn counts_and_others() {
        assert_eq!(shape(&["1709283907", "1709283908"]).0, Some(Shape::Epoch(SECOND)));
        assert_eq!(shape(&["1709283907000"]).0, Some(Shape::Epoch(1000)));
        assert_eq!(shape(&["12", "13"]).0, None);
        assert_eq!(shape(&["2024-01", "2024-02"]).0, None);
        assert_eq!(shape(&[]).0, None);
    }
}
