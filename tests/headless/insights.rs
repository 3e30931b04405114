//! Tests of `insights`.

mod channels;
mod suggestions;
mod voice;
mod ways;
mod what_if;
mod worth;

use crate::measure::{generated_log, log_of, map, source};
use pathlight::base::Cancel;
use pathlight::events::EventLog;
use pathlight::insights::Inputs;
use pathlight::measure::Keep;
use pathlight::model::{JourneyMap, Source, Touchpoint};
use std::io::Read as _;

/// A map and its data, to compute insights from.
struct Case {
    log: EventLog,
    map: JourneyMap,
    source: Source,
}

impl Case {
    fn inputs(&self) -> Inputs<'_> {
        Inputs::new(&Keep::default(), (&self.log, &self.map, &self.source), &Cancel::new()).unwrap()
    }

    /// The touchpoint of this name.
    fn touchpoint(&self, name: &str) -> &Touchpoint {
        self.map.touchpoints.iter().find(|touchpoint| touchpoint.name == name).unwrap()
    }
}

fn unpacked(packed: &[u8]) -> String {
    let mut text = String::new();
    flate2::read::GzDecoder::new(packed).read_to_string(&mut text).unwrap();
    text
}

/// A shop's sessions, one touchpoint per event name; in its data a payment incident and a checkout bug are planted.
fn shop() -> Case {
    const NAMES: [&str; 19] = [
        "home",
        "promo_page",
        "catalog",
        "search",
        "filter_results",
        "product_view",
        "review_page",
        "compare",
        "wishlist_add",
        "add_to_cart",
        "cart",
        "shipping_details",
        "payment_details",
        "purchase",
        "payment_error",
        "checkout_bug",
        "error_page",
        "support_chat",
        "account_page",
    ];
    let csv = unpacked(include_bytes!("../data/ecom.csv.gz"));
    let header = "customer,journey,event,time,channel,acquisition_channel,user_cohort,user_lifecycle";
    let map = map(&NAMES, |touchpoint| {
        touchpoint.goal = touchpoint.name == "purchase";
        touchpoint.contact = touchpoint.name == "support_chat";
    });
    let source = Source { open: "none".parse().unwrap(), scale: None, ..source(&map, 30) };
    Case { log: log_of(&format!("{header}\n{}", csv.split_once('\n').unwrap().1)), map, source }
}

/// A map of these touchpoints, one of them the goal, with the data of a table whose header names roles.
fn case(names: &[&str], goal: &str, csv: &str) -> Case {
    let map = map(names, |touchpoint| touchpoint.goal = touchpoint.name == goal);
    let source = source(&map, 30);
    Case { log: log_of(csv), map, source }
}

/// So many invented customers of a shop, with scores, waits, channels and agents; each event name is a touchpoint.
fn generated(customers: u64) -> Case {
    let log = generated_log(customers);
    let map = map(&["Search", "Product", "Cart", "Order", "Delivery", "Support"], |touchpoint| {
        touchpoint.goal = touchpoint.name == "Order";
        touchpoint.contact = touchpoint.name == "Support";
    });
    let source = source(&map, 30);
    Case { log, map, source }
}
