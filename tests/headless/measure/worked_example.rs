//! The example of `docs/measures.md`, every figure of it.

use super::*;
use pathlight::measure::JourneyCounts;

const LOG: &str = "\
customer,time,event,channel,score
a,2024-01-01 10:00,Search,web,4
a,2024-01-01 10:05,Cart,web,
a,2024-01-01 10:06,Pay,app,5
b,2024-01-02 09:00,Search,web,
b,2024-01-02 09:10,Cart,web,2
b,2024-02-20 09:00,Search,app,
c,2024-03-20 12:00,Search,web,3
c,2024-03-20 12:30,Cart,phone,1
d,2024-03-31 00:00,Blog,web,
";

#[test]
fn figures_worked_out_by_hand() {
    let map = map(&["Search", "Cart", "Pay"], |touchpoint| touchpoint.goal = touchpoint.name == "Pay");
    let measures = measure(&log_of(LOG), &map, &source(&map, 30));
    assert_eq!(
        measures.journeys,
        JourneyCounts { total: 4, closed: 3, goal: 1, open: 1, returned: 1, left: 1 }
    );
    assert_eq!(measures.customers, 3);
    assert_eq!((measures.events, measures.unmapped_events), (9, 1));
    assert_eq!(measures.unmapped[0].event, "Blog");
    assert_eq!(measures.observed_until, Some(time("2024-03-31 00:00")));
    assert_eq!(measures.selected_last, Some(time("2024-03-20 12:30")));
    assert!(!measures.no_goal_set && !measures.is_survey);

    let cart = at(&measures, &map, "Cart");
    assert_eq!((cart.visits, cart.customers, cart.reached, cart.closed), (3, 3, 3, 2));
    assert_eq!((cart.exits, cart.returned, cart.left, cart.open_here), (1, 1, 0, 1));
    let rate = cart.exit_rate.unwrap();
    assert_eq!((rate.count, rate.of), (1, 2));
    close(rate.value, 0.5);
    close(rate.low, 0.0945);
    close(rate.high, 0.9055);
    assert_eq!(cart.drop_off, Some(0.5));
    let satisfaction = cart.satisfaction.as_ref().unwrap();
    assert_eq!((satisfaction.n, satisfaction.mean, satisfaction.emotion), (2, 1.5, -1.5));
    let spread = satisfaction.spread.as_ref().unwrap();
    assert_eq!((spread.satisfied, spread.neutral, spread.dissatisfied), (0, 0, 2));
    assert_eq!(spread.distribution, [(1.0, 1), (2.0, 1)]);
    assert_eq!(cart.response_rate, Some(2.0 / 3.0));

    let search = at(&measures, &map, "Search");
    assert_eq!((search.reached, search.closed, search.exits), (4, 3, 1));
    close(search.exit_rate.unwrap().value, 1.0 / 3.0);
    // Of the closed journeys at Search, a and b1 go on to Cart.
    close(search.drop_off.unwrap(), 1.0 / 3.0);
    assert_eq!(at(&measures, &map, "Pay").drop_off, None);

    assert_eq!(fraction(measures.goal_rate), Some((1, 3)));
    assert_eq!(fraction(measures.bounce_rate), Some((1, 3)));
    assert_eq!(
        transitions(&measures, &map),
        [("Search".to_owned(), "Cart".to_owned(), 3, 600.0), ("Cart".to_owned(), "Pay".to_owned(), 1, 60.0)]
    );
    let switches: Vec<_> =
        measures.channel_switches.iter().map(|of| (&*of.from, &*of.to, of.count, of.exit_rate)).collect();
    assert_eq!(switches, [("web", "app", 1, Some(0.0)), ("web", "phone", 1, None)]);
    assert_eq!(measures.transitions_with_channels, 4);
}
