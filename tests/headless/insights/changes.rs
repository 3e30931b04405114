//! Before and after, against the known numbers of the surveys.

use super::*;
use pathlight::insights::Behind;
use pathlight::insights::changes::{Ranges, changes, usual_ranges};
use pathlight::model::{Period, TrendFigure};

fn period(from: &str, to: &str) -> Period {
    Period { from: from.to_owned(), to: to.to_owned() }
}

#[test]
fn the_airport_from_year_to_year() {
    let case = airport();
    let inputs = case.inputs();
    let ranges = usual_ranges(&inputs).unwrap();
    let changes = changes(&inputs, ranges, &Cancel::new()).unwrap();
    // Of 2 831 and 2 809 respondents, a few answered nothing.
    assert_eq!((changes.before.len(), changes.after.len()), (2828, 2804));
    // Answered, satisfied, in both years.
    let known = [("Q14PASSTHRU", 2407, 1974, 2364, 1721), ("Q9RESTROOM", 2653, 2065, 2589, 1894)];
    for (name, n, satisfied, n_after, satisfied_after) in known {
        let at = Some(case.touchpoint(name).id);
        let of =
            |figure| changes.shifts.iter().find(|of| of.figure == figure && of.touchpoint == at).unwrap();
        let shift = of(TrendFigure::Satisfied);
        assert_eq!(shift.n, (n, n_after));
        assert_eq!((shift.change.before * n as f64).round() as u64, satisfied);
        assert_eq!((shift.change.after * n_after as f64).round() as u64, satisfied_after);
        assert!(shift.detectable.unwrap() < 0.04 && shift.change.is_marked());
    }
    let security = Some(case.touchpoint("Q14PASSTHRU").id);
    let of =
        |figure| changes.shifts.iter().find(|of| of.figure == figure && of.touchpoint == security).unwrap();
    let change = of(TrendFigure::Satisfied).change;
    for (value, expected) in [(change.difference, -0.0921), (change.low, -0.1157), (change.high, -0.0685)] {
        assert!((value - expected).abs() < 6e-5, "{value} is not {expected}");
    }
    let mean = of(TrendFigure::Satisfaction).change;
    assert!((mean.before - 4.3070).abs() < 6e-5 && (mean.after - 4.0897).abs() < 6e-5);
    assert!(changes.entries.is_empty() && changes.shifts.iter().all(|shift| shift.touchpoint.is_some()));
}

#[test]
fn ranges_are_whole_weeks_of_equal_length() {
    let mut case = shop();
    // 178 days: two times twelve weeks, the first ten days left out.
    let ranges = usual_ranges(&case.inputs()).unwrap();
    assert_eq!(ranges.before, period("2024-01-14", "2024-04-07"));
    assert_eq!(ranges.after, period("2024-04-07", "2024-06-30"));
    case.source.before = Some(period("2024-01-01", "2024-02-01"));
    let ranges = usual_ranges(&case.inputs()).unwrap();
    assert_eq!(ranges.before, period("2024-01-01", "2024-02-01"));
    case.source.before = None;
    case.source.filter.from = Some("2024-06-20".to_owned());
    assert_eq!(usual_ranges(&case.inputs()), None, "less than two weeks");
}

#[test]
fn mixes_are_shares_of_the_whole() {
    let case = shop();
    let ranges =
        Ranges { before: period("2024-01-01", "2024-04-01"), after: period("2024-04-01", "2024-07-01") };
    let inputs = case.inputs();
    let changes = changes(&inputs, ranges, &Cancel::new()).unwrap();
    assert_eq!(changes.before.len() + changes.after.len(), inputs.journeys.len());
    for shares in [
        changes.channels.iter().map(|of| of.change).collect::<Vec<_>>(),
        changes.entries.iter().map(|of| of.change).collect(),
    ] {
        assert!(shares.len() > 1);
        assert!((shares.iter().map(|of| of.before).sum::<f64>() - 1.0).abs() < 1e-9);
        assert!((shares.iter().map(|of| of.after).sum::<f64>() - 1.0).abs() < 1e-9);
    }
    let home = changes.entries.iter().find(|of| of.of == case.touchpoint("home").id).unwrap();
    let entered = counted(&case, &changes.after, |names| names[0] == "home") as f64;
    assert!((home.change.after - entered / changes.after.len() as f64).abs() < 1e-12);
}

#[test]
fn every_count_of_what_changed_opens_as_many_journeys() {
    for case in [shop(), airport(), generated(200)] {
        let inputs = case.inputs();
        let changes = changes(&inputs, usual_ranges(&inputs).unwrap(), &Cancel::new()).unwrap();
        // What the map shows is of the later range alone; the earlier one opens all the same.
        let mut narrow = case.source.clone();
        narrow.filter.from = Some(changes.ranges.after.from.clone());
        let shown = Case { log: case.log.clone(), map: case.map.clone(), source: narrow };
        let shown = shown.inputs();
        for shift in &changes.shifts {
            for (range, n) in [(&changes.before, shift.n.0), (&changes.after, shift.n.1)] {
                let opened = shift.behind(range).journeys(&shown, &Cancel::new()).unwrap();
                assert!(opened.iter().all(|journey| range.contains(journey)));
                match shift.figure {
                    // Visits and answers, of which a journey may have several.
                    TrendFigure::Satisfied | TrendFigure::Satisfaction | TrendFigure::ContactedAgain => {
                        assert!(opened.count() <= n && (opened.is_empty() == (n == 0)), "{shift:?}");
                    }
                    _ => assert_eq!(opened.count(), n, "{:?} {:?}", shift.figure, shift.touchpoint),
                }
            }
        }
        let count = |behind: Behind| behind.journeys(&shown, &Cancel::new()).unwrap().count();
        for entry in &changes.entries {
            for (range, share) in
                [(&changes.before, entry.change.before), (&changes.after, entry.change.after)]
            {
                let entered = count(entry.behind(range)) as f64 / range.count() as f64;
                assert!((entered - share).abs() < 1e-12, "{entered} is not {share}");
            }
        }
        for channel in &changes.channels {
            for (range, share) in
                [(&changes.before, channel.change.before), (&changes.after, channel.change.after)]
            {
                let opened = channel.behind(range).journeys(&shown, &Cancel::new()).unwrap();
                assert_eq!(opened.is_empty(), share == 0.0);
                assert!(opened.iter().all(|journey| range.contains(journey)));
            }
        }
    }
}

#[test]
fn days_are_those_of_the_source() {
    let mut csv = "customer,time,event\n".to_owned();
    for day in 1..=28 {
        // Half past ten in the evening in London is the next day in Istanbul.
        csv += &format!("c{day},2024-01-{day:02} 22:30,Look\n");
    }
    let mut case = case(&["Look"], "", &csv);
    let ranges = |case: &Case| usual_ranges(&case.inputs()).unwrap();
    assert_eq!(ranges(&case).after, period("2024-01-15", "2024-01-29"));
    case.source.read.timezone = Some("Europe/Istanbul".to_owned());
    assert_eq!(ranges(&case).after, period("2024-01-16", "2024-01-30"));
    let changes = changes(&case.inputs(), ranges(&case), &Cancel::new()).unwrap();
    assert_eq!((changes.before.len(), changes.after.len()), (14, 14));
}
