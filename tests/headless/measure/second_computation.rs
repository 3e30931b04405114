//! The figures again, from the definitions and by the plainest means (lists of events, scanned over and over), and
//! compared with `measure` on random logs.

mod over_time;
mod overall;
mod pains;
mod scores;

use super::*;
use pathlight::base::time::{DAY, SECOND};
use pathlight::measure::Keep;
use pathlight::model::{Filter, JourneyStatus};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const NAMES: [&str; 5] = ["A", "B", "C", "Goal", "Other"];
const CHANNELS: [&str; 3] = ["web", "app", "phone"];
/// What customers write.
const TEXTS: [&str; 3] = ["Too SLOW", "fine", "slow, but fine"];

#[derive(Clone, Debug)]
struct Event {
    row: usize,
    customer: u8,
    time: i64,
    name: usize,
    journey: Option<u8>,
    channel: Option<usize>,
    score: Option<u8>,
    sentiment: Option<u8>,
    wait: Option<u8>,
    agent: Option<u8>,
    segment: Option<u8>,
    text: Option<usize>,
    outcome: bool,
}

/// A journey: its events in order.
#[derive(Clone, Debug)]
struct Trip {
    events: Vec<Event>,
    closed: bool,
    status: &'static str,
}

impl Trip {
    fn visits(&self) -> Vec<&Event> {
        self.events.iter().filter(|event| event.name != 4).collect()
    }
    fn is_exit(&self) -> bool {
        self.status == "left" || self.status == "returned"
    }
    fn reaches(&self, touchpoint: usize) -> bool {
        self.visits().iter().any(|event| event.name == touchpoint)
    }
    fn last(&self) -> &Event {
        self.visits().last().copied().unwrap()
    }
}

const GAP: i64 = 3 * DAY;
const OPEN: i64 = 4 * DAY;

/// All journeys, those without a visit too.
fn cut(events: &[Event]) -> Vec<Trip> {
    let mut trips: Vec<Trip> = Vec::new();
    let mut sorted = events.to_vec();
    sorted.sort_by_key(|event| (event.customer, event.time, event.row));
    for event in sorted {
        let mine = trips.iter_mut().rev().find(|trip| {
            let last = trip.events.last().unwrap();
            last.customer == event.customer && last.journey == event.journey
        });
        let fits =
            |trip: &Trip| event.journey.is_some() || event.time - trip.events.last().unwrap().time <= GAP;
        match mine {
            Some(trip) if fits(trip) => trip.events.push(event),
            _ => trips.push(Trip { events: vec![event], closed: false, status: "" }),
        }
    }
    trips
}

/// Those that count.
fn trips(events: &[Event], observed_until: i64) -> Vec<Trip> {
    judged(events, observed_until).into_iter().filter(|trip| !trip.visits().is_empty()).collect()
}

/// All of them; those without a visit have no status.
fn judged(events: &[Event], observed_until: i64) -> Vec<Trip> {
    let mut trips = cut(events);
    let counted = |trip: &&Trip| !trip.visits().is_empty();
    let starts: Vec<_> = trips.iter().filter(counted).map(|trip| trip.events[0].clone()).collect();
    for trip in trips.iter_mut().filter(|trip| !trip.visits().is_empty()) {
        trip.closed = trip.events.last().unwrap().time + OPEN <= observed_until;
        let first = &trip.events[0];
        let later = starts.iter().any(|start| {
            start.customer == first.customer && (start.time, start.row) > (first.time, first.row)
        });
        trip.status = match (trip.reaches(3), trip.closed, later) {
            (true, _, _) => "goal",
            (_, false, _) => "open",
            (_, _, true) => "returned",
            _ => "left",
        };
    }
    trips
}

fn passes(trip: &Trip, filter: &Filter, from: Option<i64>, to: Option<i64>) -> bool {
    let start = trip.events[0].time;
    let segment = trip.events.iter().find_map(|event| event.segment);
    let channels: BTreeSet<_> =
        trip.events.iter().filter_map(|event| event.channel).map(|channel| CHANNELS[channel]).collect();
    from.is_none_or(|from| start >= from)
        && to.is_none_or(|to| start < to)
        && filter.segments.values().all(|allowed| segment.is_some_and(|s| allowed.contains(&s.to_string())))
        && (filter.channels.is_empty() || filter.channels.iter().any(|name| channels.contains(name.as_str())))
        && (filter.statuses.is_empty()
            || filter.statuses.iter().any(|status| format!("{status:?}").to_lowercase() == trip.status))
}

fn quantile(values: &mut [f64], p: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = p * (values.len() - 1) as f64;
    let (below, above) = (values[place.floor() as usize], values[place.ceil() as usize]);
    below + (above - below) * place.fract()
}

fn count<T>(items: &[T], holds: impl Fn(&T) -> bool) -> u64 {
    items.iter().filter(|item| holds(item)).count() as u64
}

fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[track_caller]
fn same(one: Option<f64>, other: Option<f64>) {
    match (one, other) {
        (Some(one), Some(other)) => assert!((one - other).abs() < 1e-9, "{one} and {other}"),
        (one, other) => assert_eq!(one, other),
    }
}

fn contact_follows(events: &[Event], visit: &Event) -> bool {
    events.iter().any(|event| {
        event.customer == visit.customer
            && event.name == 2
            && event.time > visit.time
            && event.time <= visit.time + 7 * DAY
    })
}

/// The map and the source by which random logs are measured.
fn measured_by(filter: &Filter, (from, to): (Option<i64>, Option<i64>)) -> (JourneyMap, Source) {
    let mut map = map(&NAMES[..4], |touchpoint| {
        touchpoint.goal = touchpoint.name == "Goal";
        touchpoint.contact = touchpoint.name == "C";
    });
    map.cards = pains::cards();
    let mut source = source(&map, 3);
    source.open = "4d".parse().unwrap();
    source.filter = filter.clone();
    source.filter.from = from.map(|time| Timestamp(time).to_iso());
    source.filter.to = to.map(|time| Timestamp(time).to_iso());
    (map, source)
}

fn check(events: &[Event], filter: Filter, range: (Option<i64>, Option<i64>), journey_column: bool) {
    let mut events = events.to_vec();
    if !journey_column {
        events.iter_mut().for_each(|event| event.journey = None);
    }
    let (map, source) = measured_by(&filter, range);
    let log = log(&events, journey_column);
    let measures = measure(&log, &map, &source);
    check_kept(&log, &map, &source, &measures);

    let observed_until = events.iter().map(|event| event.time).max().unwrap();
    let every = trips(&events, observed_until);
    let trips: Vec<Trip> =
        every.iter().filter(|trip| passes(trip, &filter, range.0, range.1)).cloned().collect();
    overall::check(&measures, &trips, &every, observed_until);
    let with_status = |status| count(&trips, |trip| trip.status == status);
    let journeys = measures.journeys;
    assert_eq!(journeys.total, trips.len() as u64);
    assert_eq!(journeys.goal + journeys.open + journeys.returned + journeys.left, journeys.total);
    assert_eq!(journeys.closed, count(&trips, |trip| trip.closed));
    assert_eq!(
        [journeys.goal, journeys.open, journeys.returned, journeys.left],
        ["goal", "open", "returned", "left"].map(with_status)
    );
    let customers: BTreeSet<_> = trips.iter().map(|trip| trip.events[0].customer).collect();
    assert_eq!(measures.customers, customers.len() as u64);
    assert_eq!(measures.unmapped_events, count(&events, |event| event.name == 4));
    assert_eq!(
        fraction(measures.goal_rate),
        (journeys.closed > 0)
            .then(|| (count(&trips, |trip| trip.closed && trip.status == "goal"), journeys.closed))
    );
    assert_eq!(
        fraction(measures.bounce_rate),
        (journeys.closed > 0).then(|| {
            let bounced =
                count(&trips, |trip| trip.closed && trip.status != "goal" && trip.visits().len() == 1);
            (bounced, journeys.closed)
        })
    );
    let selected: u64 = trips.iter().map(|trip| trip.events.len() as u64).sum();
    assert_eq!(measures.histogram.selected.iter().sum::<u64>(), selected);
    assert_eq!(measures.histogram.all.iter().sum::<u64>(), events.len() as u64);

    for touchpoint in 0..4 {
        check_touchpoint(&measures.touchpoints[touchpoint], touchpoint, &trips, &events, observed_until);
    }
    check_steps(&measures, &trips);
    pains::check(&measures, &trips, &events);
    let judged = judged(&events, observed_until).into_iter();
    let passing = judged.filter(|trip| passes(trip, &filter, range.0, range.1));
    scores::check_promoters(&measures, passing.flat_map(|trip| trip.events));
}

/// What has been prepared under another filter, or for other rules, gives the same figures.
fn check_kept(log: &EventLog, map: &JourneyMap, source: &Source, measures: &Measures) {
    let keep = Keep::default();
    let other_filter = Source { filter: Filter::default(), ..source.clone() };
    let other_rules = Source { rules: Vec::new(), ..source.clone() };
    for before in [other_rules, other_filter] {
        keep.measure(log, map, &before, &Cancel::new()).unwrap();
        assert_eq!(&keep.measure(log, map, source, &Cancel::new()).unwrap(), measures);
    }
}

fn check_touchpoint(
    of: &TouchpointFigures,
    touchpoint: usize,
    trips: &[Trip],
    all: &[Event],
    observed_until: i64,
) {
    let here: Vec<&Trip> = trips.iter().filter(|trip| trip.reaches(touchpoint)).collect();
    let ends: Vec<&Trip> = here.iter().copied().filter(|trip| trip.last().name == touchpoint).collect();
    let visits: Vec<&Event> =
        here.iter().flat_map(|trip| trip.visits()).filter(|event| event.name == touchpoint).collect();
    assert_eq!(of.visits, visits.len() as u64);
    let customers: BTreeSet<_> = visits.iter().map(|event| event.customer).collect();
    assert_eq!(of.customers, customers.len() as u64);
    assert_eq!(of.reached, here.len() as u64);
    assert_eq!(of.closed, count(&here, |trip| trip.closed));
    assert_eq!(of.left, count(&ends, |trip| trip.status == "left"));
    assert_eq!(of.returned, count(&ends, |trip| trip.status == "returned"));
    assert_eq!(of.exits, of.left + of.returned);
    assert_eq!(of.open_here, count(&ends, |trip| trip.status == "open"));
    assert_eq!(fraction(of.exit_rate), (of.closed > 0).then_some((of.exits, of.closed)));
    let closed: Vec<&Trip> = here.iter().copied().filter(|trip| trip.closed).collect();
    let closed_visits: u64 =
        closed.iter().map(|trip| count(&trip.visits(), |event| event.name == touchpoint)).sum();
    same(of.exit_rate_of_visits, ratio(of.exits, closed_visits));
    let goes_on = |trip: &&Trip| {
        let names: Vec<usize> = trip.visits().iter().map(|event| event.name).collect();
        let first = names.iter().position(|name| *name == touchpoint).unwrap();
        names[first..].contains(&(touchpoint + 1))
    };
    let dropped = ratio(of.closed - count(&closed, goes_on), of.closed);
    same(of.drop_off, dropped.filter(|_| touchpoint < 3));

    let scores: Vec<f64> = visits.iter().filter_map(|event| event.score.map(f64::from)).collect();
    same(of.response_rate, ratio(scores.len() as u64, of.visits));
    scores::check(of.satisfaction.as_ref(), &scores, scores::scale(touchpoint));
    let moods = [2, 1, 0].map(|mood| count(&visits, |event| event.sentiment == Some(mood)));
    assert_eq!(of.sentiment.map_or([0; 3], |of| [of.positive, of.neutral, of.negative]), moods);
    let mut waits: Vec<f64> = visits.iter().filter_map(|event| event.wait.map(f64::from)).collect();
    assert_eq!(of.wait.map_or(0, |of| of.n), waits.len() as u64);
    if let Some(wait) = of.wait {
        same(Some(wait.median_secs), Some(quantile(&mut waits, 0.5)));
        same(Some(wait.p90_secs), Some(quantile(&mut waits, 0.9)));
    }

    let mut channels: Vec<(Option<&str>, u64, u64, u64)> = Vec::new();
    for channel in [Some(1), Some(2), Some(0), None] {
        let inside: Vec<_> = visits.iter().filter(|event| event.channel == channel).collect();
        if !inside.is_empty() {
            let exits = count(&ends, |trip| trip.is_exit() && trip.last().channel == channel);
            let scored = count(&inside, |event| event.score.is_some());
            channels.push((channel.map(|c| CHANNELS[c]), inside.len() as u64, scored, exits));
        }
    }
    channels.sort_by_key(|channel| std::cmp::Reverse(channel.1));
    let measured: Vec<_> =
        of.channels.iter().map(|of| (of.channel.as_deref(), of.visits, of.score_n, of.exits)).collect();
    assert_eq!(measured, channels);

    let eligible: Vec<_> = visits.iter().filter(|visit| visit.time + 7 * DAY <= observed_until).collect();
    let again = count(&eligible, |visit| contact_follows(all, visit));
    let expected = (touchpoint == 2 && !eligible.is_empty()).then_some((again, eligible.len() as u64));
    assert_eq!(fraction(of.contacted_again), expected);

    let agents = here.iter().map(|trip| {
        let visits = trip.visits().into_iter().filter(|event| event.name == touchpoint);
        visits.filter_map(|event| event.agent).collect::<BTreeSet<_>>().len()
    });
    let agents: Vec<usize> = agents.filter(|agents| *agents > 0).collect();
    let expected = (!agents.is_empty()).then(|| (count(&agents, |n| *n > 1), agents.len() as u64));
    assert_eq!(fraction(of.several_agents), expected);
}

/// From, to → number of the journey, seconds.
type Steps<K> = BTreeMap<K, Vec<(usize, f64)>>;

fn check_steps(measures: &Measures, trips: &[Trip]) {
    let mut steps: Steps<(u32, u32)> = BTreeMap::new();
    let mut switches: Steps<(&str, &str)> = BTreeMap::new();
    let mut both_known = 0;
    for (number, trip) in trips.iter().enumerate() {
        for pair in trip.visits().windows(2) {
            let seconds = (pair[1].time - pair[0].time) as f64 / SECOND as f64;
            let key = (pair[0].name as u32 + 1, pair[1].name as u32 + 1);
            steps.entry(key).or_default().push((number, seconds));
            if let (Some(from), Some(to)) = (pair[0].channel, pair[1].channel) {
                both_known += 1;
                if from != to {
                    switches.entry((CHANNELS[from], CHANNELS[to])).or_default().push((number, 0.0));
                }
            }
        }
    }
    let distinct = |made: &[(usize, f64)]| made.iter().map(|(number, _)| *number).collect::<BTreeSet<_>>();
    // Names sort as the ids do.
    let mut expected: Vec<_> = steps.into_iter().collect();
    expected.sort_by_key(|(_, made)| std::cmp::Reverse(made.len()));
    assert_eq!(measures.transitions.len(), expected.len());
    for (of, ((from, to), made)) in measures.transitions.iter().zip(expected) {
        assert_eq!((of.from.0, of.to.0, of.count), (from, to, made.len() as u64));
        assert_eq!(of.journeys, distinct(&made).len() as u64);
        let mut seconds: Vec<f64> = made.iter().map(|(_, seconds)| *seconds).collect();
        same(Some(of.median_secs), Some(quantile(&mut seconds, 0.5)));
        same(Some(of.p90_secs), Some(quantile(&mut seconds, 0.9)));
    }
    let mut expected: Vec<_> = switches.into_iter().collect();
    expected.sort_by_key(|(_, made)| std::cmp::Reverse(made.len()));
    assert_eq!(measures.transitions_with_channels, both_known);
    assert_eq!(measures.channel_switches.len(), expected.len());
    for (of, ((from, to), made)) in measures.channel_switches.iter().zip(expected) {
        assert_eq!((of.from.as_str(), of.to.as_str(), of.count), (from, to, made.len() as u64));
        let journeys: Vec<usize> = distinct(&made).into_iter().collect();
        let closed = count(&journeys, |number| trips[*number].closed);
        same(of.exit_rate, ratio(count(&journeys, |number| trips[*number].is_exit()), closed));
    }
}

fn log(events: &[Event], journey: bool) -> EventLog {
    let mut builder = LogBuilder::new(LogShape {
        journey,
        channel: true,
        score: true,
        sentiment: true,
        wait: true,
        agent: true,
        outcome: true,
        text: true,
        segments: vec!["segment".to_owned()],
        own_scales: [2, 4].map(|name| (NAMES[name].to_owned(), scores::scale(name))).into(),
        ..LogShape::default()
    });
    for event in events {
        let text = |value: Option<u8>| value.map(|value| value.to_string());
        let (journey, agent, segment) = (text(event.journey), text(event.agent), text(event.segment));
        builder.push(&RawEvent {
            customer: &event.customer.to_string(),
            time: Timestamp(event.time),
            name: NAMES[event.name],
            journey: journey.as_deref(),
            channel: event.channel.map(|channel| CHANNELS[channel]),
            score: event.score.map(f64::from),
            sentiment: event.sentiment.map(|mood| match mood {
                0 => Sentiment::Negative,
                1 => Sentiment::Neutral,
                _ => Sentiment::Positive,
            }),
            wait_secs: event.wait.map(f64::from),
            agent: agent.as_deref(),
            text: event.text.map(|text| TEXTS[text]),
            outcome: event.outcome.then_some("solved"),
            segments: &[segment.as_deref()],
            ..RawEvent::default()
        });
    }
    builder.finish()
}

/// Half days make ties, exact gaps, exact weeks and exact windows common.
fn any_event(customers: u8) -> impl Strategy<Value = Event> {
    let maybe = |values: std::ops::Range<u8>| proptest::option::of(values);
    let days = (0..60_i64, proptest::sample::select(&[0, 0, 0, 30, 60][..]));
    let what = (0..customers, days, 0..NAMES.len(), maybe(0..3), proptest::option::of(0..CHANNELS.len()));
    let text = proptest::option::of(0..TEXTS.len());
    let more = (maybe(0..55), maybe(0..3), maybe(0..50), maybe(0..3), maybe(0..3), text, any::<bool>());
    (what, more).prop_map(|(what, more)| {
        let (customer, (half_days, days), name, journey, channel) = what;
        let (score, sentiment, wait, agent, segment, text, outcome) = more;
        let score = score.map(|score| scores::on_scale(name, score));
        let time = half_days * DAY / 2 + days * DAY;
        Event {
            row: 0,
            customer,
            time,
            name,
            journey,
            channel,
            score,
            sentiment,
            wait,
            agent,
            segment,
            text,
            outcome,
        }
    })
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let channels = proptest::collection::btree_set(proptest::sample::select(&CHANNELS[..]), 0..3);
    let segments = proptest::option::of(proptest::collection::btree_set(0..3_u8, 1..3));
    let statuses = proptest::collection::btree_set(proptest::sample::select(&JourneyStatus::ALL[..]), 0..4);
    (channels, segments, statuses).prop_map(|(channels, segments, statuses)| Filter {
        statuses,
        channels: channels.into_iter().map(str::to_owned).collect(),
        segments: segments
            .map(|values| ("segment".to_owned(), values.iter().map(u8::to_string).collect()))
            .into_iter()
            .collect(),
        ..Filter::default()
    })
}

proptest! {
    // PROPTEST_CASES asks for more.
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases.max(300),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn agrees(
        mut events in proptest::collection::vec(any_event(5), 1..60),
        filter in any_filter(),
        from in proptest::option::of(0..60_i64),
        to in proptest::option::of(0..60_i64),
        is_filtered in any::<bool>(),
        journey_column in any::<bool>(),
    ) {
        events.iter_mut().enumerate().for_each(|(row, event)| event.row = row);
        let at = |half_days: Option<i64>| half_days.filter(|_| is_filtered).map(|n| n * DAY / 2);
        let filter = if is_filtered { filter } else { Filter::default() };
        check(&events, filter, (at(from), at(to)), journey_column);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    /// Many customers with many journeys, so that most filters take some and leave some everywhere.
    #[test]
    fn agrees_on_many_journeys(
        mut events in proptest::collection::vec(any_event(90), 700..1000),
        filter in any_filter(),
        from in proptest::option::of(0..60_i64),
        to in proptest::option::of(20..60_i64),
        journey_column in any::<bool>(),
    ) {
        events.iter_mut().enumerate().for_each(|(row, event)| event.row = row);
        let at = |half_days: Option<i64>| half_days.map(|n| n * DAY / 2);
        check(&events, filter, (at(from), at(to)), journey_column);
    }
}
