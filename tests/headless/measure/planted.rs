//! Generated data has the truths in it that are planted there, and they are found.

use super::*;

#[test]
fn planted_truths_are_found() {
    let map = map(&generator::NAMES, |touchpoint| {
        touchpoint.goal = touchpoint.name == "Order";
        touchpoint.contact = touchpoint.name == "Support";
    });
    let measures = measure(&generated_log(10_000), &map, &source(&map, 30));
    let near = |value: f64, planted: f64, tolerance: f64| {
        assert!((value - planted).abs() < tolerance, "{value} is far from {planted}");
    };
    for (name, stop) in generator::STOPS {
        // Four standard errors, 2 000 visits at the least.
        near(at(&measures, &map, name).exit_rate_of_visits.unwrap(), stop, 4.0 * (0.25_f64 / 2000.0).sqrt());
    }
    for (name, mean) in [("Support", 2.5), ("Delivery", 4.15)] {
        near(at(&measures, &map, name).satisfaction.as_ref().unwrap().mean, mean, 0.15);
    }
    near(at(&measures, &map, "Support").wait.unwrap().median_secs, 125.0, 10.0);
    let support = at(&measures, &map, "Support");
    near(support.sentiment.unwrap().negative as f64 / support.visits as f64, 0.5, 0.04);
    // Each customer has two journeys on average, each of them cut from the others.
    near(measures.journeys.total as f64 / measures.customers as f64, 2.0, 0.06);
    let handled: f64 = measures.handled.iter().map(|of| of.events as f64).sum();
    near(handled / at(&measures, &map, "Support").visits as f64, 0.8, 0.04);
}
