//! Before and after, and drift.

use super::*;
use pathlight::measure::Keep;
use pathlight::measure::compare::{Change, Comparison, compare, drift};
use pathlight::model::Period;

/// A log in which so many of so many customers of A go on to B, and each scores A.
fn measures(goes_on: usize, of: usize, scores: &[u8]) -> Measures {
    let mut csv = "customer,time,event,score\nlast,2024-12-01,X,\n".to_owned();
    for customer in 0..of {
        let score = scores.get(customer).map_or(String::new(), u8::to_string);
        csv += &format!("c{customer},2024-01-01 10:00,A,{score}\n");
        if customer < goes_on {
            csv += &format!("c{customer},2024-01-01 11:00,B,\n");
        }
    }
    let map = map(&["A", "B"], |touchpoint| touchpoint.goal = touchpoint.name == "B");
    measure(&log_of(&csv), &map, &source(&map, 30))
}

fn exit_rate(comparison: &Comparison) -> Change {
    comparison.touchpoints[0].exit_rate.unwrap()
}

#[test]
fn shares_differ_by_newcombe() {
    // Exits 30 of 60, then 45 of 60.
    let comparison = compare(&measures(30, 60, &[]), &measures(15, 60, &[]));
    let change = exit_rate(&comparison);
    assert_eq!((change.before, change.after, change.difference), (0.5, 0.75, 0.25));
    close(change.low, 0.07678);
    close(change.high, 0.403461);
    assert!(change.is_marked());
    // The goal rate falls by as much as the exit rate at A rises.
    let goal = comparison.goal_rate.unwrap();
    close(goal.difference, -0.25);
    close(goal.low, -0.403461);

    let little = compare(&measures(30, 60, &[]), &measures(28, 60, &[]));
    assert!(!exit_rate(&little).is_marked());
    let same = compare(&measures(30, 60, &[]), &measures(30, 60, &[]));
    assert_eq!((exit_rate(&same).difference, same.drift), (0.0, Some(0.0)));
    assert_eq!(compare(&measures(0, 0, &[]), &measures(5, 9, &[])).touchpoints[0].exit_rate, None);
}

#[test]
fn p_values_are_adjusted_for_the_touchpoints_compared() {
    // At B nobody leaves, before or after: p = 1. Two comparisons double the p-value of the first.
    let (before, after) = (measures(30, 60, &[]), measures(15, 60, &[]));
    let rate = |of: &Measures| of.touchpoints[0].exit_rate.unwrap();
    let alone = Change::of_rates(&rate(&before), &rate(&after)).unwrap();
    let comparison = compare(&before, &after);
    close(exit_rate(&comparison).p, 2.0 * alone.p);
    assert_eq!(comparison.touchpoints[1].exit_rate.unwrap().p, 1.0);
}

#[test]
fn means_differ_by_welch() {
    let x = measures(0, 10, &[5, 4, 4, 3, 5, 2, 4, 5, 1, 4]);
    let y = measures(0, 10, &[3, 3, 4, 2, 1, 2, 5, 3, 2, 2]);
    let change = compare(&y, &x).touchpoints[0].satisfaction.unwrap();
    close(change.difference, 1.0);
    close(change.p, 0.0912166);
    assert!(change.low < 0.0 && !change.is_marked());
    assert_eq!(compare(&y, &measures(0, 10, &[4])).touchpoints[0].satisfaction, None, "a single score");
}

#[test]
fn drift_is_a_distance() {
    // Shares of A and B: 1, 0 against 1/2, 1/2. By hand: with the middle 3/4, 1/4 the divergence is
    // (log2(4/3) + (log2(2/3) + log2 2) / 2) / 2 = 0.311278.
    let (only_a, half) = (measures(0, 10, &[]), measures(10, 10, &[]));
    close(drift(&only_a, &half).unwrap(), 0.311278_f64.sqrt());
    assert_eq!(drift(&only_a, &half), drift(&half, &only_a));
    assert_eq!(drift(&only_a, &measures(0, 0, &[])), None);
}

#[test]
fn the_range_before_is_measured_with_the_same_filter() {
    let log = log_of(
        "customer,time,event,channel\na,2024-01-05,A,web\nb,2024-01-06,A,phone\nb,2024-01-07,B,phone\n\
         c,2024-02-05,A,web\nd,2024-02-06,B,web\nlast,2024-12-01,X,web\n",
    );
    let map = map(&["A", "B", "C"], |_| ());
    let plain = source(&map, 10);
    let filter = Filter {
        from: Some("2024-02-01".to_owned()),
        to: Some("2024-03-01".to_owned()),
        channels: ["web".to_owned()].into(),
        ..Filter::default()
    };
    let before = Period { from: "2024-01-01".to_owned(), to: "2024-02-01".to_owned() };
    let compared = Source { filter, before: Some(before), ..plain.clone() };
    let keep = Keep::default();
    let figures = keep.figures(&log, &map, &compared, &Cancel::new()).unwrap();
    assert_eq!((figures.measures.journeys.total, figures.measures.all_journeys), (2, 4));
    assert_eq!(figures.before.map(|before| before.journeys.total), Some(1), "b never was on the web");
    assert_eq!(figures.measures.never_hit, [TouchpointId(3)]);
    assert_eq!(keep.figures(&log, &map, &plain, &Cancel::new()).unwrap().before, None);
}
