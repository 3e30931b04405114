//! What the map lacks, and that a suggestion is one step.

use super::{Case, case, shop};
use pathlight::base::Cancel;
use pathlight::insights::Behind;
use pathlight::insights::suggestions::{Finding, suggestions};
use pathlight::model::{Document, Edit};

/// Forty customers meet "Compare" between looking and buying, and pay before they see the cart.
fn wandering() -> Case {
    let mut csv = "customer,time,event\n".to_owned();
    for number in 0..40 {
        for (minute, event) in ["Look", "compare_offers", "Pay", "Cart"].into_iter().enumerate() {
            csv += &format!("c{number},2024-01-01 10:0{minute},{event}\n");
        }
    }
    csv += "x,2024-01-01 10:00,Look\nx,2024-01-01 10:05,rare\n";
    case(&["Look", "Cart", "Pay", "Fax"], "", &csv)
}

#[test]
fn each_suggestion_is_one_step_that_settles_it() {
    let case = wandering();
    let found = suggestions(&case.inputs(), &Cancel::new()).unwrap();
    let id = |name: &str| case.touchpoint(name).id;
    let findings: Vec<_> = found.iter().map(|suggestion| suggestion.finding.clone()).collect();
    let event = "compare_offers".to_owned();
    assert_eq!(
        findings,
        [
            Finding::Missing { event, events: 40, after: Some(id("Look")) },
            Finding::Order { first: id("Pay"), then: id("Cart"), so: 40, of: 40 },
            Finding::Unvisited { touchpoint: id("Fax") },
        ]
    );
    assert_eq!(found.iter().map(|suggestion| suggestion.journeys.len()).collect::<Vec<_>>(), [40, 40, 0]);
    let both = Behind::Both(id("Pay"), id("Cart")).journeys(&case.inputs(), &Cancel::new()).unwrap();
    assert_eq!(both.len(), 40, "as many as meet both");

    let mut map = case.map.clone();
    map.about.next_id = 100;
    map.sources = [case.source.clone()].into_iter().collect();
    let mut document = Document::new_unsaved(map);
    let before = document.map().clone();
    let case = Case { map: before.clone(), ..case };
    let found = suggestions(&case.inputs(), &Cancel::new()).unwrap();
    for suggestion in &found {
        document.edit(&suggestion.edit).unwrap();
        let map = document.map().clone();
        let source = map.sources.iter().next().unwrap().clone();
        let accepted = Case { log: case.log.clone(), map, source };
        let left = suggestions(&accepted.inputs(), &Cancel::new()).unwrap();
        assert!(!left.iter().any(|other| other.finding == suggestion.finding));
        assert_eq!(left.len(), found.len() - 1);
        document.undo();
        assert_eq!(document.map(), &before, "one step");
    }
    let Edit::Batch { .. } = &found[0].edit else { panic!("a touchpoint and its rule at once") };
}

#[test]
fn as_many_meet_both_as_the_sentence_says() {
    let case = shop();
    let of_case = case.inputs();
    let found = suggestions(&of_case, &Cancel::new()).unwrap();
    let mut orders = 0;
    for suggestion in &found {
        let Finding::Order { first, then, so, of } = suggestion.finding else { continue };
        orders += 1;
        let both = Behind::Both(first, then).journeys(&of_case, &Cancel::new()).unwrap();
        assert_eq!((both.count(), suggestion.journeys.count()), (of, so));
        assert_eq!(both.both(&suggestion.journeys), suggestion.journeys);
    }
    assert!(orders > 0);
}
