//! Figures over time: each journey counted in the period of the calendar in which it began.

use super::*;
use pathlight::base::Progress;
use pathlight::base::time::{civil_from_days, days_from_civil};
use pathlight::measure::small_groups::SmallGroups;
use pathlight::measure::trend::{Step, TrendFigure, trend};

/// Numbers periods from long ago.
fn period_of(step: Step, day: i64) -> i64 {
    let (year, month, _) = civil_from_days(day);
    let (year, month) = (i64::from(year), i64::from(month) - 1);
    match step {
        Step::Day => day,
        // Day −3 was a Monday.
        Step::Week => (day + 3).div_euclid(7),
        Step::Month => year * 12 + month,
        Step::Quarter => year * 4 + month / 3,
        Step::Year => year,
    }
}

fn begin(trip: &Trip) -> i64 {
    trip.events[0].time.div_euclid(DAY)
}

fn check(events: &[Event], filter: &Filter, range: (Option<i64>, Option<i64>)) {
    let (map, source) = measured_by(filter, range);
    let log = log(events, false);
    let periods = trend(&Keep::default(), (&log, &map, &source), &Cancel::new(), &Progress::new()).unwrap();

    let observed_until = events.iter().map(|event| event.time).max().unwrap();
    let mut trips = trips(events, observed_until);
    trips.retain(|trip| passes(trip, filter, range.0, range.1));
    let Some(first) = trips.iter().map(begin).min() else { return assert!(periods.is_empty()) };
    let last = trips.iter().map(begin).max().unwrap();
    let step = periods.first().expect("journeys make a period").step;
    let numbers: BTreeSet<i64> = (first..=last).map(|day| period_of(step, day)).collect();
    assert!(numbers.len() <= 31 || step == Step::Year);
    // Of more years the last ones are shown, from the first in which something begins.
    let begins_in = |number: &i64| trips.iter().any(|trip| period_of(step, begin(trip)) == *number);
    let shown = numbers.iter().skip(numbers.len().saturating_sub(31)).skip_while(|number| !begins_in(number));
    let numbers: Vec<i64> = shown.copied().collect();
    let told: Vec<i64> = periods
        .iter()
        .map(|period| {
            let (year, month, day) = period.day;
            let day = days_from_civil(year, month, day);
            assert_ne!(
                period_of(step, day - 1),
                period_of(step, day),
                "periods are named by their first day"
            );
            period_of(step, day)
        })
        .collect();
    assert_eq!(told, numbers, "every one, also those in which nothing begins");
    for (number, period) in told.into_iter().zip(&periods) {
        assert_eq!(period.step, step);
        let inside: Vec<&Trip> = trips.iter().filter(|trip| period_of(step, begin(trip)) == number).collect();
        let figure = |figure: TrendFigure, touchpoint: Option<u32>| {
            figure
                .of(&period.measures, touchpoint.map(TouchpointId), SmallGroups(0))
                .map(|of| (of.value, of.n))
        };
        let share = |part: u64, whole: u64| (whole > 0).then(|| (part as f64 / whole as f64, whole));
        let total = inside.len() as u64;
        assert_eq!(figure(TrendFigure::Journeys, None), Some((total as f64, total)));
        let customers: BTreeSet<_> = inside.iter().map(|trip| trip.events[0].customer).collect();
        let customers = customers.len() as u64;
        assert_eq!(figure(TrendFigure::Customers, None), Some((customers as f64, customers)));
        let closed = count(&inside, |trip| trip.closed);
        let goals = count(&inside, |trip| trip.closed && trip.status == "goal");
        assert_eq!(figure(TrendFigure::GoalRate, None), share(goals, closed));
        for touchpoint in 0..4 {
            let at = Some(touchpoint as u32 + 1);
            let here: Vec<&&Trip> = inside.iter().filter(|trip| trip.reaches(touchpoint)).collect();
            let visits: Vec<&Event> =
                here.iter().flat_map(|trip| trip.visits()).filter(|event| event.name == touchpoint).collect();
            let visited = visits.len() as u64;
            assert_eq!(figure(TrendFigure::Visits, at), Some((visited as f64, visited)));
            let closed = count(&here, |trip| trip.closed);
            let exits = count(&here, |trip| trip.last().name == touchpoint && trip.is_exit());
            assert_eq!(figure(TrendFigure::ExitRate, at), share(exits, closed));
            let scores: Vec<f64> = visits.iter().filter_map(|event| event.score.map(f64::from)).collect();
            let mean = ratio(1, scores.len() as u64).map(|share| scores.iter().sum::<f64>() * share);
            let satisfaction = figure(TrendFigure::Satisfaction, at);
            same(satisfaction.map(|(mean, _)| mean), mean);
            assert_eq!(satisfaction.map_or(0, |(_, n)| n), scores.len() as u64);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn agrees_over_time(
        mut events in proptest::collection::vec(any_event(5), 1..60),
        filter in any_filter(),
        stretch in proptest::sample::select(&[1, 3, 30, 200][..]),
        from in proptest::option::of(0..60_i64),
        to in proptest::option::of(0..60_i64),
        is_filtered in any::<bool>(),
    ) {
        for (row, event) in events.iter_mut().enumerate() {
            (event.row, event.journey) = (row, None);
            // Whole days, so that half days stay ties.
            event.time += event.time.div_euclid(DAY) * (stretch - 1) * DAY;
        }
        let at = |half_days: Option<i64>| half_days.filter(|_| is_filtered).map(|n| n * DAY / 2 * stretch);
        let filter = if is_filtered { filter } else { Filter::default() };
        check(&events, &filter, (at(from), at(to)));
    }
}
