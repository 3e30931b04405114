//! The nine signs.

use super::*;
use pathlight::insights::findings::Teller;
use pathlight::insights::signs::{Missing, Reading, Sign, SignKind, Verdict, signs, told};
use pathlight::measure::small_groups::SmallGroups;

fn sign(case: &Case, kind: SignKind) -> Sign {
    let all = signs(&case.inputs(), &Cancel::new()).unwrap();
    assert_eq!(all.iter().map(|sign| sign.kind).collect::<Vec<_>>(), SignKind::ALL);
    all.into_iter().find(|sign| sign.kind == kind).unwrap()
}

#[test]
fn thresholds_decide_and_are_kept_in_the_map() {
    let mut case = shop();
    let bounce = sign(&case, SignKind::HighBounce);
    assert_eq!(bounce.verdict, Verdict::Fine);
    let [Reading::Bounce { rate, threshold }] = bounce.readings[..] else { panic!("{bounce:?}") };
    assert_eq!((threshold, bounce.journeys.count()), (0.4, rate.count));
    case.map.about.review.thresholds.bounce = rate.low - 0.01;
    assert_eq!(sign(&case, SignKind::HighBounce).verdict, Verdict::NeedsWork);
    case.map.about.review.thresholds.bounce = (rate.low + rate.value) / 2.0;
    assert_eq!(sign(&case, SignKind::HighBounce).verdict, Verdict::Watch);
}

#[test]
fn what_cannot_be_told_says_what_would_settle_it() {
    let case = shop();
    let missing = |kind| {
        let sign = sign(&case, kind);
        assert_eq!(sign.verdict, Verdict::NoData, "{kind:?}");
        sign.missing.unwrap()
    };
    assert_eq!(missing(SignKind::OutdatedJourney), Missing::DayOfReview);
    assert_eq!(missing(SignKind::WeakSatisfaction), Missing::Scores);
    assert_eq!(missing(SignKind::StaffDriftingAway), Missing::Agents);
}

#[test]
fn an_old_review_needs_work() {
    let mut case = shop();
    for (day, verdict) in
        [("2022-01-01", Verdict::NeedsWork), ("2023-10-01", Verdict::Watch), ("2024-06-20", Verdict::Fine)]
    {
        case.map.about.review.reviewed = Some(day.to_owned());
        case.map.about.review.thresholds.drift = 1.0;
        let sign = sign(&case, SignKind::OutdatedJourney);
        assert_eq!(sign.verdict, verdict, "{day}: {sign:?}");
    }
    case.map.about.review.thresholds.drift = 0.001;
    assert_eq!(sign(&case, SignKind::OutdatedJourney).verdict, Verdict::NeedsWork, "the visits have drifted");
}

#[test]
fn weak_satisfaction_counts_all_answers() {
    let case = airport();
    let sign = sign(&case, SignKind::WeakSatisfaction);
    let Reading::Satisfied { rate, .. } = sign.readings[0] else { panic!("{sign:?}") };
    let inputs = case.inputs();
    let answers: u64 =
        inputs.measures.touchpoints.iter().map(|of| of.satisfaction.as_ref().map_or(0, |of| of.n)).sum();
    assert_eq!(rate.of, answers);
    let unhappy = inputs.journeys.filter(|number| {
        let journey = inputs.journey(number).unwrap();
        let mut visits = journey.visits();
        visits
            .any(|visit| inputs.prepared.unit_score(&case.log, visit.event).is_some_and(|unit| unit <= 0.25))
    });
    assert_eq!(sign.journeys, unhappy);
}

#[test]
fn staff_and_customers_who_drift_away() {
    // Ten agents in May, eight of them in June; customers fewer from month to month.
    let mut csv = "customer,time,event,agent\n".to_owned();
    for month in 1..=6 {
        for customer in 0..(120 - 15 * month) {
            let agent = if month == 6 { customer % 8 } else { customer % 10 };
            csv += &format!("c{customer},2024-{month:02}-10 10:00,Help,a{agent}\n");
        }
    }
    csv += "z,2024-07-01 00:00,Help,a0\n";
    let map = map(&["Help"], |_| ());
    let source = Source { gap: "10d".parse().unwrap(), open: "none".parse().unwrap(), ..source(&map, 10) };
    let case = Case { log: log_of(&csv), source, map };
    let staff = sign(&case, SignKind::StaffDriftingAway);
    assert_eq!(staff.verdict, Verdict::NeedsWork);
    let Reading::AgentsLeft { rate, month, .. } = staff.readings[0] else { panic!("{staff:?}") };
    assert_eq!((rate.count, rate.of, month), (2, 10, (2024, 6)));
    let customers = sign(&case, SignKind::CustomersDriftingAway);
    assert_eq!(customers.verdict, Verdict::NeedsWork);
    let Reading::Silent { rate } = *customers.readings.last().unwrap() else { panic!("{customers:?}") };
    assert_eq!(customers.journeys.count(), rate.count);
    let goals = sign(&case, SignKind::NoGoals);
    assert_eq!(goals.verdict, Verdict::NeedsWork);
    assert_eq!(goals.readings, [Reading::Goals { touchpoints: 0, targets: 0, missed: 0 }]);
}

#[test]
fn what_would_tell_a_small_group_is_left_out_of_the_words() {
    let case = shop();
    let rate = |count, of| pathlight::measure::Rate::of(count, of).unwrap();
    let readings = vec![
        Reading::AgentsLeft { month: (2024, 6), rate: rate(2, 10), threshold: 0.1 },
        Reading::Load { before: 3.0, now: 4.0, threshold: 0.25 },
    ];
    let sign = Sign {
        kind: SignKind::StaffDriftingAway,
        verdict: Verdict::NeedsWork,
        readings,
        missing: None,
        touchpoints: Vec::new(),
        journeys: JourneySet::default(),
    };
    let format = pathlight::base::fmt::NumberFormat::default();
    let teller = Teller { map: &case.map, log: &case.log, format, small: SmallGroups(0) };
    let words = |small| told(std::slice::from_ref(&sign), &teller, SmallGroups(small)).remove(0);
    let (all, shared) = (words(0), words(5));
    assert_eq!(all.figure, "2 of 10");
    assert!(all.lines[0].contains("2 of 10 agents"), "{:?}", all.lines);
    assert_eq!(shared.figure, "");
    assert!(!shared.lines[0].contains('2') && shared.lines[0].starts_with("A count"), "{:?}", shared.lines);
    assert_eq!(shared.lines[1], all.lines[1]);
}
