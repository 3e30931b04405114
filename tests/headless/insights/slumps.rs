//! Times in which it went worse: the faults planted in the shop are found, with their days.

use super::*;
use pathlight::base::Timestamp;
use pathlight::insights::Stratum;
use pathlight::insights::slumps::slumps;
use pathlight::measure::Prepared;
use pathlight::model::Filter;

#[test]
fn the_payment_incident_and_the_mobile_checkout_bug_are_found() {
    let case = shop();
    let inputs = case.inputs();
    let found = slumps(&inputs, &Cancel::new()).unwrap();
    let [incident, bug, ..] = &found.list[..] else { panic!("{found:?}") };
    // Planted from 19 May to 7 June; the quiet days around cannot be told apart.
    assert_eq!(case.touchpoint("payment_details").id, incident.touchpoint);
    assert_eq!(incident.among, Stratum::All);
    assert_eq!(incident.from, Timestamp::from_ymd(2024, 5, 19));
    assert!((Timestamp::from_ymd(2024, 6, 7)..=Timestamp::from_ymd(2024, 6, 10)).contains(&incident.to));
    assert!(incident.within.value < 0.4 && incident.otherwise.value > 0.8);
    // Planted from 9 April to 9 May, on mobile.
    assert_eq!(case.touchpoint("shipping_details").id, bug.touchpoint);
    assert_eq!(bug.among, Stratum::Channel("mobile".to_owned()));
    assert!(bug.from >= Timestamp::from_ymd(2024, 4, 7) && bug.to <= Timestamp::from_ymd(2024, 5, 14));
    assert!(bug.within.value < 0.35 && bug.otherwise.value > 0.6);

    for slump in &found.list {
        assert!(slump.p <= 0.05 && slump.difference.2 < 0.0);
        assert_eq!(slump.journeys.count(), slump.within.of);
        assert_eq!(slump.lost.count(), slump.within.of - slump.within.count);
        assert_eq!(slump.lost.both(&slump.journeys), slump.lost);
    }
    // The same journeys are what a filter selects.
    let day = |time: Timestamp| Some(time.to_iso());
    let filter = Filter { from: day(incident.from), to: day(incident.to), ..Filter::default() };
    let prepared: &Prepared = &inputs.prepared;
    let place = case.place("payment_details");
    let reached =
        |number: &u32| prepared.journey(*number).unwrap().visits().any(|visit| visit.touchpoint == place);
    let selected = prepared.selected(&case.log, &filter, &Cancel::new()).unwrap();
    assert_eq!(selected.into_iter().filter(reached).collect::<JourneySet>(), incident.journeys);
}

#[test]
fn where_nothing_happened_nothing_is_found() {
    let mut case = shop();
    // Before both faults.
    case.source.filter.to = Some("2024-04-09".to_owned());
    let found = slumps(&case.inputs(), &Cancel::new()).unwrap();
    assert!(found.tested > 20 && found.list.is_empty(), "{found:?}");
    assert_eq!(slumps(&airport().inputs(), &Cancel::new()).unwrap().list, []);
    assert!(slumps(&case.inputs(), &Cancel::at_look(3)).is_err());
}
