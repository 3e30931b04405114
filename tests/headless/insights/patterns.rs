//! Patterns ahead of exits, against the reference values and against the journeys themselves.

use super::*;
use pathlight::insights::patterns::{Item, ItemKind, PatternFigures, Patterns, Question, patterns};

fn asked(case: &Case, question: &Question) -> Patterns {
    patterns(&case.inputs(), question, &Cancel::new()).unwrap().unwrap()
}

/// The pattern of these touchpoints.
fn of<'a>(case: &Case, patterns: &'a Patterns, names: &[&str]) -> &'a PatternFigures {
    let items: Vec<_> = names.iter().map(|name| Item::Touchpoint(case.place(name))).collect();
    patterns.list.iter().find(|of| of.items == items).unwrap()
}

#[track_caller]
fn close(value: f64, expected: f64) {
    // Expected values are given with two to four decimals.
    let tolerance = if expected < 2.0 { 6e-5 } else { 6e-3 };
    assert!((value - expected).abs() <= tolerance, "{value} is not {expected}");
}

#[test]
fn the_shop_before_customers_leave_from_the_cart() {
    let case = shop();
    let question = Question {
        base: Some(case.touchpoint("cart").id),
        longest: 2,
        least_exits: 0,
        ..Question::default()
    };
    let patterns = asked(&case, &question);
    assert_eq!((patterns.exits.len(), patterns.controls.len()), (552, 470));
    assert_eq!((patterns.tested, patterns.significant), (114, 49));
    // Exits and others with the pattern, confidence, lift, odds ratio with its interval.
    let expected = [
        (&["cart", "payment_error"][..], (29, 1), 0.9667, 1.7897, (26.01, 3.53, 191.65)),
        (&["payment_error"], (66, 5), 0.9296, 1.7211, (12.63, 5.04, 31.63)),
        (&["product_view", "home"], (69, 6), 0.9200, 1.7033, (11.05, 4.75, 25.69)),
        (&["support_chat"], (70, 16), 0.8140, 1.5070, (4.12, 2.36, 7.20)),
    ];
    for (names, counts, confidence, lift, (ratio, low, high)) in expected {
        let figures = of(&case, &patterns, names);
        assert_eq!((figures.table.a, figures.table.c), counts, "{names:?}");
        close(figures.confidence, confidence);
        close(figures.lift, lift);
        close(figures.odds_ratio.0, ratio);
        close(figures.odds_ratio.1, low);
        close(figures.odds_ratio.2, high);
        assert!(figures.q < 0.05 && !figures.is_structure);
    }
    assert!(patterns.list.is_sorted_by(|one, next| one.odds_ratio.1 >= next.odds_ratio.1));
    assert!(of(&case, &patterns, &["cart"]).is_structure);
}

#[test]
fn every_list_of_journeys_is_as_long_as_its_number_says() {
    let case = shop();
    for base in [None, Some("cart"), Some("search")] {
        let question = Question { base: base.map(|name| case.touchpoint(name).id), ..Question::default() };
        let patterns = asked(&case, &question);
        assert!(patterns.tested > 50);
        let closed = |journey: &[&str]| base.is_none_or(|base| journey.contains(&base));
        let all = case.inputs().journeys;
        let goals = counted(&case, &all, |names| closed(names) && names.contains(&"purchase"));
        assert_eq!(patterns.controls.count(), goals);
        assert_eq!(patterns.exits.count(), counted(&case, &all, closed) - goals);
        for figures in &patterns.list {
            assert_eq!(figures.exits.count(), figures.table.a);
            assert_eq!(figures.controls.count(), figures.table.c);
            assert_eq!(figures.table.a + figures.table.b, patterns.exits.count());
            assert_eq!(figures.exits.both(&patterns.exits), figures.exits);
            assert_eq!(figures.controls.both(&patterns.controls), figures.controls);
        }
        // They are the ones that have the pattern among their last six visits.
        let figures = patterns.list.iter().find(|of| of.items.len() == 2).unwrap();
        let inputs = case.inputs();
        let names: Vec<_> = figures.items.iter().map(|item| item.place().unwrap() as usize).collect();
        let [first, second] = [0, 1].map(|place| inputs.touchpoints()[names[place]].name.clone());
        let has = |visits: &[&str]| {
            let last = &visits[visits.len().saturating_sub(6)..];
            let found = last.iter().position(|name| *name == first);
            found.is_some_and(|place| last[place + 1..].contains(&second.as_str()))
        };
        assert_eq!(counted(&case, &figures.exits, has), figures.table.a);
        assert_eq!(counted(&case, &patterns.exits, has), figures.table.a);
    }
}

#[test]
fn items_are_what_happened_at_the_visits() {
    let csv: String = (0..40)
        .map(|customer| {
            let (time, low) = (customer % 60, customer < 30);
            let (score, wait, again) = if low { (2, 900, "Help") } else { (5, 10, "Pay") };
            format!(
                "c{customer},2024-01-01 10:{time:02},Look,web,4,5\nc{customer},2024-01-01 11:{time:02},Help,phone,{score},{wait}\n\
                 c{customer},2024-01-02 12:{time:02},{again},phone,,\n"
            )
        })
        .collect();
    let log = log_of(&format!("customer,time,event,channel,score,wait\n{csv}z,2024-06-01,Other,web,,\n"));
    let map = map(&["Look", "Help", "Pay"], |touchpoint| {
        touchpoint.goal = touchpoint.name == "Pay";
        touchpoint.contact = touchpoint.name == "Help";
    });
    let case = Case { log, source: source(&map, 30), map };
    let question = Question {
        items: ItemKind::ALL.to_vec(),
        longest: 1,
        least_journeys: 1,
        least_exits: 0,
        ..Question::default()
    };
    let counts: Vec<_> =
        asked(&case, &question).list.into_iter().map(|of| (of.items[0], of.table.a, of.table.c)).collect();
    let has = |item: Item, exits: u64, controls: u64| {
        assert!(counts.contains(&(item, exits, controls)), "{item:?} {counts:?}")
    };
    let code = |channel: &str| case.log.channels.code(channel).unwrap();
    has(Item::Touchpoint(1), 30, 10);
    has(Item::WithChannel { touchpoint: 0, channel: code("web") }, 30, 10);
    has(Item::Switch { from: code("web"), to: code("phone") }, 30, 10);
    has(Item::LowScore(1), 30, 0);
    has(Item::ContactedAgain(1), 30, 0);
    // The 90th percentile is itself 900 seconds: nobody waits longer.
    assert!(counts.iter().all(|(item, ..)| !matches!(item, Item::LongWait(_))));
    assert!(counts.iter().all(|(item, ..)| item.place() != Some(2)), "the goal is no item");
}

#[test]
fn without_a_goal_or_paths_there_is_nothing_to_compare() {
    let mut case = shop();
    case.map = map(&["home", "cart"], |_| ());
    case.source = source(&case.map, 30);
    assert_eq!(patterns(&case.inputs(), &Question::default(), &Cancel::new()).unwrap(), None);
    let case = shop();
    for look in 1..6 {
        assert!(patterns(&case.inputs(), &Question::default(), &Cancel::at_look(look)).is_err());
    }
}
