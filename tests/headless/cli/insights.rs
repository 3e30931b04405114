//! What the figures mean, on the command line.

use super::{Place, data};

/// The shop, one touchpoint per event name, a session as a journey.
fn shop() -> Place {
    let place = Place::new();
    let packed = std::fs::read(data("ecom.csv.gz")).expect("the shop");
    place.write("shop.csv.gz", &packed);
    place.succeed(&[
        "draft",
        "shop.csv.gz",
        "--customer",
        "user_id",
        "--journey",
        "session_id",
        "--channel",
        "platform",
        "--open",
        "none",
        "--goal",
        "purchase",
        "-o",
        "shop.journey.ron",
    ]);
    place
}

#[test]
fn patterns_tell_the_reference() {
    let place = shop();
    let args =
        ["patterns", "shop.journey.ron", "--touchpoint", "cart", "--length", "2", "--least-exits", "0"];
    let told = place.json(&[&args[..], &["--json"]].concat());
    assert_eq!((&told["exits"], &told["controls"]), (&552.into(), &470.into()));
    assert_eq!((&told["tested"], &told["significant"]), (&114.into(), &49.into()));
    let list = told["patterns"].as_array().expect("patterns");
    assert_eq!(list.len(), 114);
    let error = list.iter().find(|of| of["exits"] == 66 && of["controls"] == 5).expect("payment error");
    assert_eq!(error["items"].as_array().expect("items").len(), 1);
    assert!((error["odds_ratio"]["low"].as_f64().expect("a number") - 5.04).abs() < 0.006);
    // What is shared hides small groups.
    let markdown = place.succeed(&[&args[..], &["--md"]].concat());
    assert!(markdown.contains("| 29 | <5 |"), "{markdown}");
    assert!(!markdown.contains("26.01"));
    let message = place.fail(1, &["patterns", "shop.journey.ron", "--touchpoint", "basket"]);
    assert!(message.contains("no touchpoint `basket`"), "{message}");
    place.fail(2, &["patterns", "shop.journey.ron", "--items", "weather"]);
}

#[test]
fn insights_tell_the_planted_faults_first() {
    let place = shop();
    let told = place.json(&["insights", "shop.journey.ron", "--json"]);
    let first = told["findings"].as_array().expect("findings").iter().take(5);
    let slumps: Vec<&str> =
        first.filter(|of| of["kind"] == "slump").filter_map(|of| of["sentence"].as_str()).collect();
    assert!(slumps.iter().any(|sentence| sentence.contains("2024-05-19")), "{told:#}");
    assert!(slumps.iter().any(|sentence| sentence.contains("mobile")), "{told:#}");
    let markdown = place.succeed(&["insights", "shop.journey.ron", "--md"]);
    assert!(markdown.starts_with("# ") && markdown.contains("1. "));
    let tested = told["tested"].as_u64().expect("a number");
    assert!(markdown.replace('\u{202f}', "").contains(&tested.to_string()));
    // The filter of the command line applies.
    let desktop = place.json(&["insights", "shop.journey.ron", "--in-channel", "desktop", "--json"]);
    let all = desktop["findings"].as_array().expect("findings");
    assert!(all.iter().all(|of| !of["sentence"].as_str().unwrap_or_default().contains("mobile")));
}

#[test]
fn ranges_are_compared_and_signs_told() {
    let place = shop();
    let ranges = ["--before", "2024-04-29..2024-05-19", "--after", "2024-05-19..2024-06-08"];
    let told = place.json(&[&["compare", "shop.journey.ron", "--json"][..], &ranges].concat());
    let goal = told["figures"].as_array().expect("figures").iter().find(|of| of["figure"] == "goal_rate");
    let goal = goal.expect("the goal rate");
    assert_eq!(goal["marked"], true);
    assert!(goal["difference"].as_f64().expect("a number") < 0.0);
    assert_eq!(goal["n_after"], told["journeys"]["after"]);
    place.fail(2, &["compare", "shop.journey.ron", "--before", "2024-04-29..2024-05-19"]);
    place.fail(2, &["compare", "shop.journey.ron", "--before", "May", "--after", "2024-05-19..2024-06-08"]);
    let message = place.fail(1, &["compare", "shop.journey.ron", "--before", "a..b", "--after", "c..d"]);
    assert!(message.contains("`a` is not a date"), "{message}");

    let told = place.json(&["signs", "shop.journey.ron", "--json"]);
    let signs = told["signs"].as_array().expect("signs");
    assert_eq!(signs.len(), 9);
    assert_eq!(signs[3]["verdict"], "no_data");
    assert!(signs[3]["missing"].as_str().is_some_and(|words| words.contains("scores")));
    let markdown = place.succeed(&["signs", "shop.journey.ron", "--md"]);
    assert_eq!(markdown.lines().filter(|line| line.starts_with("| ")).count(), 11);
}

#[test]
fn a_map_without_data_is_refused() {
    let place = Place::new();
    place.succeed(&["new", "-o", "empty.journey.ron"]);
    for command in ["insights", "patterns", "compare", "signs"] {
        let message = place.fail(1, &[command, "empty.journey.ron"]);
        assert!(message.contains("no data is linked"), "{message}");
    }
}

#[test]
fn ways_channels_what_ifs_and_single_journeys_are_told() {
    let place = shop();
    let ways = place.json(&["paths", "shop.journey.ron", "--top", "3", "--json"]);
    assert_eq!(ways["variants"].as_array().map(Vec::len), Some(3));
    assert_eq!(ways["journeys"], place.json(&["measure", "shop.journey.ron", "--json"])["journeys"]["total"]);
    assert!(place.succeed(&["paths", "shop.journey.ron", "--md"]).contains(" → "));
    let channels = place.json(&["channels", "shop.journey.ron", "--json"]);
    let names = channels["channels"].as_array().expect("channels").iter().map(|of| of["channel"].as_str());
    assert!(names.flatten().any(|name| name == "mobile"));
    place.succeed(&["channels", "shop.journey.ron", "--md"]);

    let what_if = place.json(&["what-if", "shop.journey.ron", "--lower", "Cart=5", "--json"]);
    let (now, then) = (&what_if["goal_rate"]["now"], &what_if["goal_rate"]["then"]);
    assert!(now.as_f64() < then.as_f64(), "{what_if}");
    assert!(what_if["assumption"].as_str().is_some_and(|words| words.contains("where customers go next")));
    assert!(place.succeed(&["what-if", "shop.journey.ron", "--md"]).contains("| Cart |"));
    place.fail(2, &["what-if", "shop.journey.ron", "--lower", "Cart"]);
    assert!(place.fail(1, &["what-if", "shop.journey.ron", "--lower", "Basket=5"]).contains("--lower"));

    let hidden = place.json(&["journey", "shop.journey.ron", "user_0000", "--json"]);
    let pseudonym = hidden["customer"].as_str().expect("a pseudonym");
    assert!(!pseudonym.contains("user"));
    let again = place.json(&["journey", "shop.journey.ron", pseudonym, "--show-identity", "--json"]);
    assert_eq!((&again["customer"], &again["journey"]), (&"user_0000".into(), &hidden["journey"]));
    assert!(place.succeed(&["journey", "shop.journey.ron", "user_0000", "--md"]).contains(pseudonym));
    assert!(place.fail(1, &["journey", "shop.journey.ron", "nobody"]).contains("nobody"));
}
