//! `tests/data/fixture.csv`: 20 rows worked out by hand.

use super::*;
use pathlight::measure::JourneyCounts;

const TOUCHPOINTS: [&str; 6] = ["Browse", "Cancel", "Purchase", "Sign-up", "Support call", "Support chat"];

fn measured() -> (Measures, JourneyMap) {
    let csv = include_str!("../../data/fixture.csv")
        .replacen("rid,customer_id,ts,touchpoint", "rid,customer,time,event", 1)
        .replacen("csat", "score", 1)
        .replacen("wait_s", "wait", 1);
    let map = map(&TOUCHPOINTS, |touchpoint| {
        touchpoint.goal = touchpoint.name == "Purchase";
        touchpoint.contact = touchpoint.name.starts_with("Support");
    });
    let source = Source { observed_until: Some("2026-03-31 23:59:59".to_owned()), ..source(&map, 5) };
    (measure(&log_of(&csv), &map, &source), map)
}

#[test]
fn journeys() {
    let (measures, _) = measured();
    let JourneyCounts { total, closed, goal, open, returned, left } = measures.journeys;
    assert_eq!((total, closed, goal, open, returned + left), (9, 8, 2, 1, 6));
    // C2 and C6 come again, after their contacts of 4 and 10 March.
    assert_eq!((returned, left), (2, 4));
    assert_eq!(measures.goal_rate.unwrap().value, 0.25);
    assert_eq!(fraction(measures.bounce_rate), Some((3, 8)));
}

#[test]
fn touchpoints() {
    let (measures, map) = measured();
    for (name, counts, rate, of_visits) in [
        ("Browse", [5, 5, 5, 4, 1, 0], 0.25, 0.25),
        ("Cancel", [1, 1, 1, 1, 1, 0], 1.0, 1.0),
        ("Purchase", [2, 2, 2, 2, 0, 0], 0.0, 0.0),
        ("Sign-up", [3, 2, 2, 2, 0, 0], 0.0, 0.0),
        ("Support call", [6, 4, 6, 6, 3, 0], 0.5, 0.5),
        ("Support chat", [3, 3, 3, 2, 1, 1], 0.5, 0.5),
    ] {
        let of = at(&measures, &map, name);
        assert_eq!(
            [of.visits, of.customers, of.reached, of.closed, of.exits, of.open_here],
            counts,
            "{name}"
        );
        assert_eq!(of.exit_rate.unwrap().value, rate, "{name}");
        assert_eq!(of.exit_rate_of_visits, Some(of_visits), "{name}");
    }
}

#[test]
fn satisfaction_and_sentiment() {
    let (measures, map) = measured();
    for (name, n, mean, satisfied, low, high) in [
        ("Purchase", 2, 5.0, 2, 0.3424, 1.0),
        ("Sign-up", 2, 4.5, 2, 0.3424, 1.0),
        ("Support call", 6, 2.5, 1, 0.0301, 0.5635),
        ("Support chat", 2, 3.5, 1, 0.0945, 0.9055),
    ] {
        let of = at(&measures, &map, name).satisfaction.as_ref().unwrap();
        let spread = of.spread.as_ref().unwrap();
        assert_eq!((of.n, of.mean, spread.satisfied), (n, mean, satisfied), "{name}");
        close(spread.satisfied_rate.low, low);
        close(spread.satisfied_rate.high, high);
    }
    assert_eq!(at(&measures, &map, "Browse").satisfaction, None);
    assert_eq!(at(&measures, &map, "Cancel").satisfaction, None);

    for (name, counts, net) in [
        ("Cancel", [0, 0, 1], -1.0),
        ("Purchase", [2, 0, 0], 1.0),
        ("Sign-up", [2, 0, 0], 1.0),
        ("Support call", [0, 2, 3], -0.6),
        ("Support chat", [1, 2, 0], 0.3333),
    ] {
        let of = at(&measures, &map, name).sentiment.unwrap();
        assert_eq!([of.positive, of.neutral, of.negative], counts, "{name}");
        close(of.net, net);
    }
    assert_eq!(at(&measures, &map, "Browse").sentiment, None);
}

#[test]
fn waits() {
    let (measures, map) = measured();
    // 30, 45, 120, 240, 300, 600: the median lies between 120 and 240, the 90th percentile between 300 and 600.
    let wait = at(&measures, &map, "Support call").wait.unwrap();
    assert_eq!((wait.n, wait.median_secs, wait.p90_secs), (6, 180.0, 450.0));
    assert_eq!(at(&measures, &map, "Browse").wait, None);
}

#[test]
fn channels_and_switches() {
    let (measures, map) = measured();
    let switches: Vec<_> =
        measures.channel_switches.iter().map(|of| (&*of.from, &*of.to, of.count)).collect();
    assert_eq!(
        switches,
        [
            ("phone", "web", 2),
            ("app", "chat", 1),
            ("chat", "phone", 1),
            ("phone", "chat", 1),
            ("web", "chat", 1),
            ("web", "phone", 1)
        ]
    );
    assert_eq!(measures.transitions_with_channels, 11);
    let calls: Vec<_> = at(&measures, &map, "Support call")
        .channels
        .iter()
        .map(|of| (of.channel.as_deref(), of.visits, of.score_n, of.score_mean, of.exits))
        .collect();
    assert_eq!(calls, [(Some("phone"), 5, 5, Some(2.4), 2), (None, 1, 1, Some(3.0), 1)]);
}

#[test]
fn contacted_again() {
    let (measures, map) = measured();
    assert_eq!(fraction(measures.contacted_again), Some((3, 8)));
    assert_eq!(fraction(at(&measures, &map, "Support call").contacted_again), Some((2, 6)));
    assert_eq!(fraction(at(&measures, &map, "Support chat").contacted_again), Some((1, 2)));
    assert_eq!(at(&measures, &map, "Browse").contacted_again, None);
}

#[test]
fn direct_followers() {
    let (measures, map) = measured();
    let expected = [
        ("Browse", "Sign-up", 2, 450.0),
        ("Browse", "Support chat", 2, 360.0),
        ("Sign-up", "Purchase", 1, 600.0),
        ("Sign-up", "Sign-up", 1, 0.0),
        ("Sign-up", "Support call", 1, 89_700.0),
        ("Support call", "Cancel", 1, 1_680.0),
        ("Support call", "Purchase", 1, 86_400.0),
        ("Support call", "Support chat", 1, 1_200.0),
        ("Support chat", "Support call", 1, 259_200.0),
    ];
    let expected = expected.map(|(from, to, count, median)| (from.to_owned(), to.to_owned(), count, median));
    assert_eq!(transitions(&measures, &map), expected);
}
