//! Lengths of journeys with a goal, customers who come again in the next month, and what agents get done.

use super::*;
use pathlight::base::time::civil_from_days;

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Months from the year 0.
fn month(time: i64) -> i64 {
    let (year, month, _) = civil_from_days(time.div_euclid(DAY));
    i64::from(year) * 12 + i64::from(month) - 1
}

/// `trips` are those selected, `all` every counted one.
pub fn check(measures: &Measures, trips: &[Trip], all: &[Trip], observed_until: i64) {
    let goals: Vec<&Trip> = trips.iter().filter(|trip| trip.status == "goal").collect();
    let mut visits: Vec<f64> = goals.iter().map(|trip| trip.visits().len() as f64).collect();
    let distinct = |trip: &&Trip| trip.visits().iter().map(|event| event.name).collect::<BTreeSet<_>>().len();
    let mut touchpoints: Vec<f64> = goals.iter().map(|trip| distinct(trip) as f64).collect();
    assert_eq!(measures.goal_lengths.is_some(), !goals.is_empty());
    if let Some(of) = measures.goal_lengths {
        assert_eq!(of.journeys, goals.len() as u64);
        same(Some(of.visits_mean), Some(mean(&visits)));
        same(Some(of.visits_median), Some(quantile(&mut visits, 0.5)));
        same(Some(of.touchpoints_mean), Some(mean(&touchpoints)));
        same(Some(of.touchpoints_median), Some(quantile(&mut touchpoints, 0.5)));
    }

    let starts = |trips: &[Trip]| -> BTreeSet<(i64, u8)> {
        trips.iter().map(|trip| (month(trip.events[0].time), trip.events[0].customer)).collect()
    };
    let (selected, every) = (starts(trips), starts(all));
    let months: BTreeSet<i64> = selected.iter().map(|(month, _)| *month).collect();
    assert_eq!(measures.retention.len(), months.len());
    for (of, month) in measures.retention.iter().zip(months) {
        assert_eq!(i64::from(of.year) * 12 + i64::from(of.month) - 1, month);
        let customers: Vec<u8> = selected.iter().filter(|(m, _)| *m == month).map(|(_, c)| *c).collect();
        let again = count(&customers, |customer| every.contains(&(month + 1, *customer)));
        assert_eq!(of.customers, customers.len() as u64);
        // The month after is over when the one after that has been seen.
        let is_over = self::month(observed_until) > month + 1;
        assert_eq!(fraction(of.retained), is_over.then_some((again, of.customers)));
    }

    let mut expected = Vec::new();
    for channel in [Some(1), Some(2), Some(0), None] {
        let events =
            || trips.iter().flat_map(|trip| &trip.events).filter(move |event| event.channel == channel);
        let with_agent = || events().filter(|event| event.agent.is_some());
        let hours: BTreeSet<_> =
            with_agent().map(|event| (event.agent, event.time.div_euclid(3600 * SECOND))).collect();
        let handled = with_agent().filter(|event| event.outcome).count();
        if !hours.is_empty() {
            expected.push((channel.map(|channel| CHANNELS[channel]), handled as u64, hours.len() as u64));
        }
    }
    expected.sort_by_key(|of| std::cmp::Reverse(of.1));
    let measured = measures.handled.iter().map(|of| (of.channel.as_deref(), of.events, of.agent_hours));
    assert_eq!(measured.collect::<Vec<_>>(), expected);
    measures.handled.iter().for_each(|of| same(Some(of.per_hour), ratio(of.events, of.agent_hours)));
}
