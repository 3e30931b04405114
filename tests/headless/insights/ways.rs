//! One customer and the ways of all: by hand, and against what is measured otherwise.

use super::{Case, case, generated, shop};
use pathlight::base::Cancel;
use pathlight::insights::JourneySet;
use pathlight::insights::customer::{Identity, find, story};
use pathlight::insights::paths::{ArcKind, paths};
use pathlight::insights::pseudonym::Pseudonyms;
use std::collections::{BTreeMap, BTreeSet};

fn small() -> Case {
    case(
        &["Search", "Cart", "Pay"],
        "Pay",
        "customer,time,event,channel,score,wait,text
a,2024-01-01 10:00,Search,web,4,,
a,2024-01-01 10:05,Cart,web,,,\"Mail me: ann@shop.com, thanks\"
a,2024-01-01 10:06,Pay,app,5,30,
b,2024-01-02 09:00,Search,web,,,
b,2024-01-02 09:10,Blog,web,,,
b,2024-01-02 09:10,Search,web,,,
b,2024-01-02 09:20,Pay,web,,,
b,2024-01-02 09:30,Cart,phone,,,
a,2024-03-20 12:00,Search,web,3,,
",
    )
}

fn name(case: &Case, id: pathlight::model::TouchpointId) -> &str {
    &case.map.touchpoints.get(id).unwrap().name
}

#[test]
fn a_story_tells_all_events_and_not_who_it_is() {
    let case = small();
    let of = case.inputs();
    let names = Pseudonyms::of(&of);
    let journeys = find(&of, &names, " a ").expect("the id, exactly");
    assert_eq!(journeys.len(), 2);
    assert_eq!(find(&of, &names, "A"), None, "another id");
    let first = story(&of, journeys.get(0).unwrap(), (&names, Identity::Hidden)).unwrap();
    assert_eq!(first.place, (1, 2));
    assert_eq!(first.customer, names.name("a"));
    assert!(find(&of, &names, &first.customer.to_lowercase()).is_some(), "by the pseudonym, too");
    let told: Vec<_> = first.moments.iter().map(|moment| name(&case, moment.touchpoint.unwrap())).collect();
    assert_eq!(told, ["Search", "Cart", "Pay"]);
    assert_eq!(first.moments.iter().map(|moment| moment.is_switch).collect::<Vec<_>>(), [false, false, true]);
    assert_eq!(first.moments[1].comment.as_deref(), Some("Mail me: ••• thanks"));
    assert_eq!((first.moments[2].score, first.moments[2].wait_secs), (Some(5.0), Some(30.0)));
    let shown = story(&of, journeys.get(0).unwrap(), (&names, Identity::Shown)).unwrap();
    assert_eq!(shown.customer, "a");
    assert!(shown.moments[1].comment.as_ref().unwrap().contains("ann@shop.com"));

    let other = find(&of, &names, "b").unwrap();
    let other = story(&of, other.get(0).unwrap(), (&names, Identity::Hidden)).unwrap();
    assert_eq!(other.moments.len(), 5, "also what no rule takes");
    assert_eq!((other.moments[1].touchpoint, other.moments[1].event.as_str()), (None, "Blog"));
    assert_eq!(story(&of, 999, (&names, Identity::Hidden)), None);
}

#[test]
fn ways_skips_loops_and_steps_back_by_hand() {
    let case = small();
    let paths = paths(&case.inputs(), 10, &Cancel::new()).unwrap();
    assert_eq!((paths.journeys, paths.variant_count), (3, 3));
    let arcs: Vec<_> = paths
        .arcs
        .iter()
        .map(|arc| (name(&case, arc.from), name(&case, arc.to), arc.kind, arc.count, arc.journeys.len()))
        .collect();
    assert_eq!(
        arcs,
        [
            ("Search", "Search", ArcKind::Loop, 1, 1),
            ("Search", "Cart", ArcKind::Drawn, 1, 1),
            ("Search", "Pay", ArcKind::Skip, 1, 1),
            ("Cart", "Pay", ArcKind::Drawn, 1, 1),
            ("Pay", "Cart", ArcKind::Back, 1, 1),
        ]
    );
    assert_eq!(arcs.iter().filter(|arc| arc.2.is_missing()).count(), 3);
    let columns: Vec<_> = paths.columns.iter().map(|gap| (gap.median_secs, gap.journeys.len())).collect();
    // From the first visit to the first after it: 5 and 30 minutes; 1 minute, and none of b from Cart to Pay.
    assert_eq!(columns, [(Some(1050.0), 2), (Some(60.0), 1)]);
}

#[test]
fn arcs_are_the_transitions_that_are_measured() {
    for case in [shop(), generated(300)] {
        let of = case.inputs();
        let paths = paths(&of, usize::MAX, &Cancel::new()).unwrap();
        let arcs: Vec<_> =
            paths.arcs.iter().map(|arc| (arc.from, arc.to, arc.count, arc.journeys.count())).collect();
        let measured = of.measures.transitions.iter();
        let mut measured: Vec<_> = measured.map(|of| (of.from, of.to, of.count, of.journeys)).collect();
        let place = |id| of.place(id);
        measured.sort_by_key(|arc| (std::cmp::Reverse(arc.2), place(arc.0), place(arc.1)));
        assert_eq!(arcs, measured);
        assert_eq!(
            paths.variants.iter().map(|way| way.journeys.count()).sum::<u64>(),
            of.measures.journeys.total
        );
        assert_eq!(
            paths.variants.iter().map(|way| way.goals).sum::<u64>(),
            of.measures.goal_rate.unwrap().count
        );
    }
}

#[test]
fn variants_and_medians_against_a_plain_computation() {
    let case = generated(200);
    let of = case.inputs();
    let paths = paths(&of, 5, &Cancel::new()).unwrap();
    let ids = of.prepared.touchpoint_ids();
    let mut ways: BTreeMap<Vec<u32>, BTreeSet<u32>> = BTreeMap::new();
    let mut gaps = vec![Vec::new(); ids.len() - 1];
    for journey in of.views(&of.journeys) {
        let visits: Vec<_> = journey.visits().collect();
        let way = visits.iter().map(|visit| visit.touchpoint).collect();
        ways.entry(way).or_default().insert(journey.number());
        for (place, gap) in gaps.iter_mut().enumerate() {
            let from = visits.iter().find(|visit| visit.touchpoint as usize == place);
            let to = from.and_then(|from| {
                visits.iter().find(|to| to.touchpoint as usize == place + 1 && to.place > from.place)
            });
            if let (Some(from), Some(to)) = (from, to) {
                gap.push((of.log.time(to.event).0 - of.log.time(from.event).0) as f64 / 1e6);
            }
        }
    }
    assert_eq!(paths.variant_count, ways.len() as u64);
    let most = ways.values().map(BTreeSet::len).max().unwrap();
    assert_eq!(paths.variants[0].journeys.len(), most);
    for way in &paths.variants {
        let places: Vec<u32> = way.touchpoints.iter().map(|id| of.place(*id).unwrap()).collect();
        assert_eq!(way.journeys, ways[&places].iter().copied().collect::<JourneySet>());
    }
    for (column, gap) in paths.columns.iter().zip(&mut gaps) {
        assert_eq!(column.journeys.len(), gap.len());
        assert_eq!(column.median_secs, pathlight::measure::stats::quantile(gap, 0.5));
    }
}
