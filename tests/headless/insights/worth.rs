//! Satisfaction against revenue and coming again, targets, personas.

use super::{Case, case, generated};
use pathlight::base::{Cancel, Progress, Timestamp};
use pathlight::events::{LogBuilder, LogShape, RawEvent};
use pathlight::insights::personas::persona_figures;
use pathlight::insights::targets::{Course, progress};
use pathlight::insights::worth::{beside, worth};
use pathlight::measure::Keep;
use pathlight::measure::small_groups::SmallGroups;
use pathlight::measure::stats::{ranks, spearman};
use pathlight::measure::trend::trend;
use pathlight::model::{Persona, PersonaId, Target, TrendFigure};

#[test]
fn spearman_as_scipy_gives_it() {
    let x = [1.0, 2.0, 2.0, 3.0, 5.0, 4.0, 4.0, 5.0, 1.0, 3.0];
    let y = [2.0, 1.0, 4.0, 3.0, 5.0, 5.0, 3.0, 4.0, 2.0, 2.0];
    assert_eq!(ranks(&x), [1.5, 3.5, 3.5, 5.5, 9.5, 7.5, 7.5, 9.5, 1.5, 5.5]);
    let pairs: Vec<(f64, f64)> = x.into_iter().zip(y).collect();
    let found = spearman(&pairs).unwrap();
    assert!((found.rho - 0.716_995_312_732_944_4).abs() < 1e-12);
    // By hand: atanh ρ ± 1.96 × √((1 + ρ²/2) ÷ 7).
    assert!((found.low - 0.0708).abs() < 1e-4 && (found.high - 0.9393).abs() < 1e-4, "{found:?}");
    assert_eq!(spearman(&pairs[..3]), None);
    assert_eq!(spearman(&[(1.0, 2.0); 9]), None);
}

/// Customers with a score and what they spend; the second journey, if there is one, so many days after the first.
fn spenders(customers: &[(f64, f64, Option<i64>)]) -> Case {
    const DAY: i64 = 86_400_000_000;
    let mut builder = LogBuilder::new(LogShape { score: true, revenue: true, ..LogShape::default() });
    for (number, (score, revenue, again)) in customers.iter().enumerate() {
        let name = format!("c{number}");
        let event = |day: i64, score, revenue| RawEvent {
            customer: &name,
            time: Timestamp(day * DAY),
            name: "Visit",
            score,
            revenue,
            ..RawEvent::default()
        };
        builder.push(&event(100, Some(*score), Some(*revenue)));
        if let Some(days) = again {
            builder.push(&event(100 + days, None, Some(1.0)));
        }
    }
    let last =
        RawEvent { customer: "last", time: Timestamp(400 * DAY), name: "Visit", ..RawEvent::default() };
    builder.push(&last);
    let mut case = case(&["Visit"], "", "customer,time,event\na,2024-01-01,Visit\n");
    case.log = builder.finish();
    case
}

#[test]
fn satisfaction_against_revenue_and_returning_by_hand() {
    let case = spenders(&[
        (1.0, 10.0, None),
        (1.0, 20.0, Some(200)),
        (3.0, 30.0, Some(60)),
        (5.0, 50.0, Some(60)),
        (5.0, 70.0, Some(90)),
    ]);
    let of = case.inputs();
    let found = worth(&of, None, &Cancel::new()).unwrap();
    let revenue = found.revenue.unwrap();
    assert_eq!(revenue.customers, 5);
    let bins: Vec<_> =
        revenue.bins.iter().map(|bin| (bin.satisfaction, bin.customers, bin.figure.mean)).collect();
    assert_eq!(bins, [(1.0, 2, 15.5), (3.0, 1, 31.0), (5.0, 2, 61.0)]);
    assert_eq!(revenue.bins[0].journeys.len(), 3, "one of the two came twice");
    assert!(revenue.rank.unwrap().rho > 0.8);
    let returning = found.returning.unwrap();
    let bins: Vec<_> = returning.bins.iter().map(|bin| (bin.figure.count, bin.figure.of)).collect();
    assert_eq!(bins, [(0, 2), (1, 1), (2, 2)], "200 days later is too late, 90 days later is not");
}

#[test]
fn of_one_touchpoint_only_its_scores_count() {
    let case = generated(400);
    let of = case.inputs();
    let all = worth(&of, None, &Cancel::new()).unwrap().returning.expect("somebody was observed");
    let mut scored = of.measures.touchpoints.iter().filter(|figures| figures.satisfaction.is_some());
    let at = scored.next().expect("scores").touchpoint;
    let here = worth(&of, Some(at), &Cancel::new()).unwrap().returning.expect("there, too");
    assert!(here.customers < all.customers, "{} of {}", here.customers, all.customers);
    for bin in &here.bins {
        let has_score = |journey: &pathlight::measure::JourneyView<'_>| {
            journey.visits().any(|visit| {
                of.prepared.touchpoint_ids()[visit.touchpoint as usize] == at
                    && of.prepared.unit_score(of.log, visit.event).is_some()
            })
        };
        let with = of.views(&bin.journeys).filter(|journey| has_score(journey)).count() as u64;
        assert!(with >= bin.customers, "each gave a score there: {with} of {}", bin.customers);
    }
}

#[test]
fn satisfaction_and_waits_stand_on_one_axis() {
    let case = generated(300);
    let of = case.inputs();
    let data = (&case.log, &case.map, &case.source);
    let periods = trend(&Keep::default(), data, &Cancel::new(), &Progress::default()).unwrap();
    let all = beside(&of, &periods, None, &Cancel::new()).unwrap();
    assert_eq!(all.iter().map(|period| period.journeys.count()).sum::<u64>(), of.measures.journeys.total);
    let touchpoint =
        of.measures.touchpoints.iter().find(|figures| figures.wait.is_some()).unwrap().touchpoint;
    let here = beside(&of, &periods, Some(touchpoint), &Cancel::new()).unwrap();
    for (beside, period) in here.iter().zip(&periods) {
        let figures = period.measures.at(touchpoint).unwrap();
        let satisfaction = figures.satisfaction.as_ref();
        assert_eq!(beside.satisfaction.map(|it| it.n), satisfaction.map(|it| it.n));
        assert_eq!(beside.wait, figures.wait.map(|wait| (wait.n, wait.median_secs)));
    }
}

#[test]
fn targets_are_foretold_from_whole_periods() {
    // Fewer and fewer of thirty a week fail: in week w, w + 5 of them pay.
    let mut csv = "customer,time,event\n".to_owned();
    for week in 0..14 {
        let monday = Timestamp(Timestamp::from_ymd(2024, 1, 1).0 + i64::from(week) * 7 * 86_400_000_000);
        for number in 0..30 {
            let time = monday.to_iso().replace('Z', "");
            csv += &format!("w{week}n{number},{time},Look\n");
            if number < week + 5 {
                csv += &format!("w{week}n{number},{time},Pay\n");
            }
        }
    }
    let mut case = case(&["Look", "Pay"], "Pay", &csv);
    case.source.open = "7d".parse().unwrap();
    let data = (&case.log, &case.map, &case.source);
    let periods = trend(&Keep::default(), data, &Cancel::new(), &Progress::default()).unwrap();
    let observed = case.inputs().prepared.observed_until();
    let target = |value, by: &str| {
        let target = Target { figure: TrendFigure::GoalRate, touchpoint: None, value, by: by.into() };
        progress(&target, &periods, (&case.source, observed), SmallGroups::default())
    };
    let reachable = target(0.7, "2024-05-31");
    // The last week ends after the data, and that before is still open.
    assert_eq!(reachable.past.len(), 12);
    assert!((reachable.trend.unwrap() - 1.0 / 30.0).abs() < 1e-6);
    assert_eq!(reachable.course, Course::OnCourse);
    assert_eq!(reachable.forecast.last().unwrap().0, (2024, 5, 27), "the week in which it is due");
    assert_eq!(target(0.95, "2024-04-30").course, Course::OffCourse);
    assert_eq!(target(0.3, "2024-05-31").course, Course::Reached);
    assert_eq!(target(0.9, "2024-02-01").course, Course::Missed);
    assert!(target(0.9, "2026-12-31").forecast.iter().all(|(_, to_come)| to_come.high <= 1.0));
    let few = progress(
        &Target { figure: TrendFigure::GoalRate, touchpoint: None, value: 0.9, by: "2024-05-31".into() },
        &periods[..5],
        (&case.source, observed),
        SmallGroups::default(),
    );
    assert_eq!((few.course, few.forecast.len()), (Course::NotReachedYet, 0));
}

#[test]
fn each_persona_has_the_figures_of_its_customers() {
    let mut case = case(
        &["Look", "Pay"],
        "Pay",
        "customer,time,event,plan
a,2024-01-01 10:00,Look,gold
b,2024-01-01 10:00,Look,basic
b,2024-01-01 10:05,Pay,basic
c,2024-01-01 10:00,Look,silver
z,2024-06-01 10:00,Look,gold
",
    );
    let persona = |id, values: &[&str]| {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        Persona { segments: [("plan".to_owned(), values)].into(), ..Persona::new(PersonaId(id), "P") }
    };
    let unknown = Persona {
        segments: [("region".to_owned(), ["north".to_owned()].into())].into(),
        ..Persona::new(PersonaId(63), "U")
    };
    let all = [
        persona(60, &["gold", "silver"]),
        persona(61, &["basic"]),
        Persona::new(PersonaId(62), "N"),
        unknown,
    ];
    case.map.about.personas = all.iter().map(|persona| persona.id).collect();
    case.map.personas = all.into_iter().collect();
    let figures = persona_figures(&case.inputs(), &Cancel::new()).unwrap();
    let told: Vec<_> =
        figures.iter().map(|of| (of.persona.0, of.journeys.count(), of.measures.journeys.goal)).collect();
    assert_eq!(told, [(60, 3, 0), (61, 1, 1)]);
    assert!(figures.iter().all(|of| of.journeys.count() == of.measures.journeys.total));
}
