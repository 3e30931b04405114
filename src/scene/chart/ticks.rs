//! Where a time axis is labelled: at the beginnings of days, months or years, as many as there is room for.

use crate::base::Timestamp;
use crate::base::time::DAY;
use crate::tr;

/// A labelled moment.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    pub time: Timestamp,
    pub label: String,
}

/// Distance between ticks.
#[derive(Clone, Copy)]
enum Step {
    Days(i64),
    Months(i32),
}

/// From fine to coarse.
const STEPS: [Step; 12] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Months(12),
    Step::Months(24),
    Step::Months(60),
    Step::Months(120),
    Step::Months(1200),
];

/// The finest ticks of which there are at most `most` from `start` to `end`.
pub(super) fn ticks(start: Timestamp, end: Timestamp, most: usize) -> Vec<Tick> {
    let fitting = STEPS.iter().find_map(|step| {
        // One more is enough to know that there are too many.
        let times: Vec<_> = times(*step, start, end).take(most + 1).collect();
        (times.len() <= most).then_some((step, times))
    });
    let Some((step, times)) = fitting else {
        return Vec::new();
    };
    let years = start.ymd().0 != end.ymd().0;
    times.into_iter().map(|time| Tick { time, label: label(*step, time, years) }).collect()
}

/// Beginnings of steps from `start` to `end`; a start on the first day of a step counts as its beginning.
fn times(step: Step, start: Timestamp, end: Timestamp) -> Box<dyn Iterator<Item = Timestamp>> {
    let first_day = start.0.div_euclid(DAY);
    let within = move |time: Timestamp| {
        (time >= start || time.0.div_euclid(DAY) == first_day).then_some(time.max(start))
    };
    match step {
        Step::Days(days) => {
            let all = (0..).map(move |index| Timestamp((first_day + index * days).saturating_mul(DAY)));
            Box::new(all.take_while(move |time| *time < end).filter_map(within))
        }
        Step::Months(months) => {
            let (year, month, _) = start.ymd();
            let first = (year * 12 + i32::from(month) - 1).div_euclid(months) * months;
            let all = (0..).map(move |index| {
                let month = first + index * months;
                let place = u8::try_from(month.rem_euclid(12)).unwrap_or(0);
                Timestamp::from_ymd(month.div_euclid(12), place + 1, 1)
            });
            Box::new(all.take_while(move |time| *time < end).filter_map(within))
        }
    }
}

fn label(step: Step, time: Timestamp, years: bool) -> String {
    let (year, month, day) = time.ymd();
    match step {
        Step::Months(months) if months >= 12 || (years && month == 1) => year.to_string(),
        Step::Months(_) => tr!("scene-month", month = month),
        Step::Days(_) => tr!("scene-day", day = day, month = tr!("scene-month", month = month)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(start: (i32, u8, u8), end: (i32, u8, u8), most: usize) -> Vec<String> {
        let at = |(year, month, day)| Timestamp::from_ymd(year, month, day);
        ticks(at(start), at(end), most).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn as_fine_as_there_is_room_for() {
        assert_eq!(labels((2024, 1, 1), (2024, 7, 1), 12), ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]);
        assert_eq!(labels((2024, 1, 1), (2024, 7, 1), 3), ["Jan", "Mar", "May"]);
        assert_eq!(labels((2024, 3, 30), (2024, 4, 2), 12), ["30 Mar", "31 Mar", "1 Apr"]);
        assert_eq!(labels((2023, 11, 1), (2024, 3, 1), 12), ["Nov", "Dec", "2024", "Feb"]);
        assert_eq!(labels((2001, 5, 3), (2024, 3, 1), 4), ["2005", "2010", "2015", "2020"]);
    }

    #[test]
    fn a_start_within_the_first_day_is_labelled_where_the_data_begins() {
        let start = Timestamp::from_ymd(2024, 1, 1).at(8, 0, 0);
        let ticks = ticks(start, Timestamp::from_ymd(2024, 3, 1), 2);
        assert_eq!(ticks.first(), Some(&Tick { time: start, label: "Jan".to_owned() }));
    }
}
