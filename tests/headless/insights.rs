//! Tests of `insights`.

mod behind;
mod changes;
mod channels;
mod findings;
mod layers;
mod pains;
mod patterns;
mod random;
mod signs;
mod slumps;
mod suggestions;
mod voice;
mod ways;
mod what_if;
mod worth;

use crate::measure::{generated_log, log_of, map, source};
use pathlight::base::{Cancel, Progress, Scale};
use pathlight::events::EventLog;
use pathlight::ingest;
use pathlight::insights::{Inputs, JourneySet};
use pathlight::measure::{JourneyView, Keep};
use pathlight::model::{JourneyMap, Rating, Roles, Source, Survey, Touchpoint};
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

    /// Its place in map order.
    fn place(&self, name: &str) -> u32 {
        self.inputs().place(self.touchpoint(name).id).unwrap()
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

/// The journeys of a set for which something holds of the names that they visit, in order.
fn counted(case: &Case, set: &JourneySet, holds: impl Fn(&[&str]) -> bool) -> u64 {
    let inputs = case.inputs();
    let touchpoints = inputs.touchpoints();
    let names = |journey: JourneyView<'_>| {
        let visits = journey.visits().map(|visit| touchpoints[visit.touchpoint as usize].name.as_str());
        visits.collect::<Vec<_>>()
    };
    inputs.views(set).filter(|journey| holds(&names(*journey))).count() as u64
}

/// Two years of the survey of an airport, one touchpoint per rated thing. From one year to the next, security fell most.
fn airport() -> Case {
    const NAMES: [&str; 26] = [
        "Q7ART",
        "Q7FOOD",
        "Q7STORE",
        "Q7SIGN",
        "Q7WALKWAYS",
        "Q7SCREENS",
        "Q7INFODOWN",
        "Q7INFOUP",
        "Q7WIFI",
        "Q7ROADS",
        "Q7PARK",
        "Q7AIRTRAIN",
        "Q7LTPARKING",
        "Q7RENTAL",
        "Q7ALL",
        "Q9BOARDING",
        "Q9AIRTRAIN",
        "Q9RENTAL",
        "Q9FOOD",
        "Q9RESTROOM",
        "Q9ALL",
        "Q10SAFE",
        "Q13GETRATE",
        "Q14FIND",
        "Q14PASSTHRU",
        "NETPRO",
    ];
    let folder = tempfile::tempdir().unwrap();
    let csv = unpacked(include_bytes!("../../sample_maps/airport-2017-2018.csv.gz"));
    std::fs::write(folder.path().join("survey.csv"), csv).unwrap();
    let rating = |name: &&str| Rating {
        column: (*name).to_owned(),
        scale: (*name == "NETPRO").then_some(Scale { min: 0.0, max: 10.0 }),
    };
    let map = map(&NAMES, |_| ());
    let mut source = Source {
        survey: Some(Survey { ratings: NAMES.iter().map(rating).collect(), date: None }),
        roles: Roles {
            customer: Some("RESPONDENT".to_owned()),
            time: Some("DATE".to_owned()),
            ..Roles::default()
        },
        path: "survey.csv".to_owned(),
        ..source(&map, 30)
    };
    for name in &NAMES[..25] {
        source.missing.insert((*name).to_owned(), ["0", "6"].map(str::to_owned).into());
    }
    source.missing.insert("NETPRO".to_owned(), ["11".to_owned()].into());
    let loaded = ingest::load(&source, folder.path(), &Cancel::new(), &Progress::default()).unwrap();
    Case { log: loaded.log, map, source }
}
