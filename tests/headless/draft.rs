//! Tests of `draft`: what a map drafted from a log looks like.

mod stages;
mod templates;

use pathlight::base::Timestamp;
use pathlight::draft::draft;
use pathlight::events::{EventLog, LogBuilder, LogShape, RawEvent};
use pathlight::model::check::check;
use pathlight::model::{JourneyMap, LaneKind, Pattern, Rating, Source, Survey};

fn source() -> Source {
    Source::of_file("log.csv", "log.csv")
}

/// A log of (customer, minute, event, channel).
fn log(rows: &[(&str, u32, &str, &str)]) -> EventLog {
    let mut builder = LogBuilder::new(LogShape { channel: true, ..LogShape::default() });
    for (customer, minute, name, channel) in rows {
        let time = Timestamp(Timestamp::from_ymd(2026, 3, 1).0 + i64::from(*minute) * 60_000_000);
        let channel = Some(*channel).filter(|channel| !channel.is_empty());
        builder.push(&RawEvent { customer, time, name, channel, ..RawEvent::default() });
    }
    builder.finish()
}

fn outline(map: &JourneyMap) -> Vec<(String, Vec<String>)> {
    let name = |id| map.touchpoints.get(id).expect("a touchpoint").name.clone();
    let stages = map.stages_in_order();
    stages.map(|stage| (stage.name.clone(), stage.touchpoints.iter().map(|id| name(*id)).collect())).collect()
}

#[test]
fn a_shop_is_ordered_named_and_grouped() {
    let rows = [
        ("a", 0, "home", "web"),
        ("a", 1, "product_view", "web"),
        ("a", 2, "add_to_cart", "app"),
        ("a", 3, "support_chat", "chat"),
        ("a", 4, "add_to_cart", "app"),
        ("a", 5, "purchase", "web"),
        ("b", 0, "home", "web"),
        ("b", 1, "product_view", "web"),
        ("b", 2, "support_chat", "chat"),
        ("c", 0, "add_to_cart", "web"),
        ("c", 1, "purchase", ""),
    ];
    let map = draft(&log(&rows), &source(), "shop_2026");
    let expected = [
        ("Discover", vec!["Home"]),
        ("Choose", vec!["Product view"]),
        ("Buy", vec!["Add to cart", "Purchase"]),
        ("Get help", vec!["Support chat"]),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|(stage, names)| ((*stage).to_owned(), names.iter().map(|name| (*name).to_owned()).collect()))
        .collect();
    assert_eq!(outline(&map), expected);
    let flags: Vec<_> = map
        .touchpoints_in_order()
        .filter(|(_, touchpoint)| touchpoint.goal || touchpoint.contact)
        .map(|(_, touchpoint)| (touchpoint.name.as_str(), touchpoint.goal, touchpoint.contact))
        .collect();
    assert_eq!(flags, [("Purchase", true, false), ("Support chat", false, true)]);
    assert_eq!(check(&map), [], "a drafted map is sound");
    assert_eq!(map.about.title, "Shop 2026");
    let persona = map.personas_in_order().next().expect("a persona");
    assert!(persona.emotions.is_empty(), "the data draws no emotion");
}

#[test]
fn channels_with_a_tenth_of_the_visits_are_drawn() {
    let mut rows: Vec<(&str, u32, &str, &str)> =
        (0..18).map(|minute| ("a", minute, "browse", "web")).collect();
    rows.push(("a", 18, "browse", "app"));
    rows.push(("a", 19, "browse", "phone"));
    let with_two_app: Vec<_> = rows.iter().copied().chain([("a", 20, "browse", "app")]).collect();
    let channels = |map: &JourneyMap| -> Vec<String> {
        let (_, touchpoint) = map.touchpoints_in_order().next().expect("a touchpoint");
        let name = |id| map.channels.get(id).expect("a channel").name.clone();
        touchpoint.channels.iter().map(|id| name(*id)).collect()
    };
    assert_eq!(channels(&draft(&log(&rows), &source(), "")), ["web"]);
    // 2 of 21 is under a tenth, 2 of 20 is not.
    assert_eq!(channels(&draft(&log(&with_two_app), &source(), "")), ["web"]);
    assert_eq!(channels(&draft(&log(&with_two_app[1..]), &source(), "")), ["web", "app"]);
}

#[test]
fn spellings_of_one_name_share_a_touchpoint_and_each_has_its_rule() {
    let rows = [("a", 0, "add_to_cart", ""), ("a", 1, "Add to Cart", ""), ("b", 0, "add_to_cart", "")];
    let map = draft(&log(&rows), &source(), "");
    assert_eq!(map.touchpoints.len(), 1);
    let source = map.sources.iter().next().expect("the source");
    let patterns: Vec<_> = source.rules.iter().map(|rule| rule.event.clone()).collect();
    assert_eq!(patterns, [Pattern::Exact("add_to_cart".into()), Pattern::Exact("Add to Cart".into())]);
    let kinds: Vec<_> = map.lanes_in_order().map(|lane| lane.kind).collect();
    assert_eq!(kinds, [LaneKind::Emotion, LaneKind::Exits, LaneKind::Pains, LaneKind::Opportunities]);
}

#[test]
fn names_nobody_knows_are_cut_at_the_widest_breaks() {
    // a b c come early, x y z late; m lies between.
    let names = ["aa", "bb", "cc", "mm", "xx", "yy", "zz"];
    let rows: Vec<_> =
        names.iter().zip(0_u32..).map(|(name, minute)| ("k", minute * 10, *name, "")).collect();
    let map = draft(&log(&rows), &source(), "");
    let stages = outline(&map);
    assert_eq!(stages.len(), 3);
    let order: Vec<String> = stages.into_iter().flat_map(|(_, names)| names).collect();
    assert_eq!(order, ["Aa", "Bb", "Cc", "Mm", "Xx", "Yy", "Zz"]);
}

#[test]
fn a_survey_has_its_rating_columns_in_their_order() {
    let mut shape = LogShape { score: true, is_survey: true, ..LogShape::default() };
    shape.segments = Vec::new();
    let mut builder = LogBuilder::new(shape);
    for name in ["Q7WALK", "Q7ART"] {
        builder.push(&RawEvent { customer: "1", name, score: Some(4.0), ..RawEvent::default() });
    }
    let columns = ["Q7ART", "Q7FOOD", "Q7WALK", "Q9ALL"];
    let ratings = columns.iter().map(|column| Rating { column: (*column).to_owned(), scale: None }).collect();
    let source = Source { survey: Some(Survey { ratings, date: None }), ..source() };
    let map = draft(&builder.finish(), &source, "");
    let stages = outline(&map);
    let names: Vec<&str> = stages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Question 7", "Other ratings"]);
    let order: Vec<String> = stages.into_iter().flat_map(|(_, names)| names).collect();
    assert_eq!(order.len(), 4);
    assert!(map.lanes_in_order().all(|lane| lane.kind != LaneKind::Exits), "a survey has no paths");
    assert!(map.lanes_in_order().any(|lane| lane.kind == LaneKind::Satisfaction));
}

#[test]
fn an_empty_log_gives_an_empty_sound_map() {
    let map = draft(&log(&[]), &source(), "Nothing");
    assert_eq!((map.touchpoints.len(), map.stages.len()), (0, 0));
    assert_eq!(check(&map), []);
}
