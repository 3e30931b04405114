//! Filters on a log of several chunks of journeys: what they share out adds up again.

use super::{generated_log, generator, map, source};
use pathlight::base::Cancel;
use pathlight::events::EventLog;
use pathlight::measure::{Measures, Prepared};
use pathlight::model::{Filter, JourneyMap, JourneyStatus, Source};

/// Filters of which every journey passes exactly one.
fn parts() -> Vec<Filter> {
    let days =
        ["2023-02-11", "2023-02-12", "2023-09-01", "2024-06-30T12:00:01"].map(|day| Some(day.to_owned()));
    let starts = std::iter::once(None).chain(days.clone());
    let ranges = starts.zip(days.into_iter().chain([None]));
    let with_status = |(from, to): (Option<String>, Option<String>)| {
        JourneyStatus::ALL.map(|status| Filter {
            from: from.clone(),
            to: to.clone(),
            statuses: [status].into(),
            ..Filter::default()
        })
    };
    ranges.flat_map(with_status).collect()
}

/// Counts that add up over journeys, in any order.
fn counts(of: &Measures) -> Vec<u64> {
    let journeys = of.journeys;
    let rates =
        [of.goal_rate, of.bounce_rate, of.contacted_again].map(|rate| rate.map_or(0, |rate| rate.count));
    let mut counts = vec![journeys.total, journeys.closed, journeys.goal, journeys.open, journeys.returned];
    counts.extend([journeys.left, of.transitions_with_channels]);
    counts.extend(rates);
    counts.extend(&of.histogram.selected);
    for of in &of.touchpoints {
        counts.extend([of.visits, of.reached, of.closed, of.left, of.returned, of.exits, of.open_here]);
        counts.extend([of.wait.map_or(0, |wait| wait.n), of.satisfaction.as_ref().map_or(0, |of| of.n)]);
        let moods = of.sentiment.map_or([0; 3], |of| [of.positive, of.neutral, of.negative]);
        counts.extend(moods);
        counts.push(of.several_agents.map_or(0, |rate| rate.count));
    }
    counts
}

/// From, to, count and journeys of each transition, by touchpoints.
fn transitions(of: &[Measures], map: &JourneyMap) -> Vec<(u64, u64)> {
    let pairs =
        map.touchpoints.iter().flat_map(|from| map.touchpoints.iter().map(move |to| (from.id, to.id)));
    let sum = |(from, to)| {
        let figures = of.iter().flat_map(|of| &of.transitions).filter(|of| (of.from, of.to) == (from, to));
        figures.fold((0, 0), |sum, of| (sum.0 + of.count, sum.1 + of.journeys))
    };
    pairs.map(sum).collect()
}

fn filtered(
    prepared: &Prepared,
    log: &EventLog,
    map: &JourneyMap,
    source: &Source,
    filter: Filter,
) -> Measures {
    let source = Source { filter, ..source.clone() };
    prepared.measure(log, map, &source, &Cancel::new()).unwrap()
}

#[test]
fn what_filters_share_out_adds_up() {
    let log = generated_log(24_000);
    assert!(log.len() > 2 << 16, "several chunks");
    let map = map(&generator::NAMES, |touchpoint| {
        touchpoint.goal = touchpoint.name == "Order";
        touchpoint.contact = touchpoint.name == "Support";
    });
    let source = source(&map, 30);
    let prepared = Prepared::new(&log, &map, &source, &Cancel::new()).unwrap();
    let whole = filtered(&prepared, &log, &map, &source, Filter::default());
    let parts: Vec<_> =
        parts().into_iter().map(|filter| filtered(&prepared, &log, &map, &source, filter)).collect();
    let mut sums = vec![0; counts(&whole).len()];
    for part in &parts {
        sums.iter_mut().zip(counts(part)).for_each(|(sum, count)| *sum += count);
        assert!(part.journeys.total < whole.journeys.total);
    }
    assert_eq!(sums, counts(&whole));
    assert_eq!(transitions(&parts, &map), transitions(&[whole], &map));
}

#[test]
fn a_filter_that_all_journeys_pass_changes_nothing() {
    let log = generated_log(3000);
    let map = map(&generator::NAMES, |touchpoint| touchpoint.goal = touchpoint.name == "Order");
    let source = source(&map, 30);
    let prepared = Prepared::new(&log, &map, &source, &Cancel::new()).unwrap();
    let every = Filter {
        from: Some("2022-01-01".to_owned()),
        statuses: JourneyStatus::ALL.into(),
        channels: log.channels.iter().map(str::to_owned).collect(),
        ..Filter::default()
    };
    let whole = filtered(&prepared, &log, &map, &source, Filter::default());
    assert_eq!(filtered(&prepared, &log, &map, &source, every), whole);
}
