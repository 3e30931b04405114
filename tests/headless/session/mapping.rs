//! Mapping events to touchpoints: what the table tells, and what assigning does to the rules.

use pathlight::measure::{EventTally, NameTally};
use pathlight::model::{
    EventRule, JourneyMap, Pattern, PatternError, Stage, StageId, Touchpoint, TouchpointId,
};
use pathlight::session::{EventTable, Likest, assigned, unassigned};
use std::sync::Arc;

/// Touchpoints 1, 2, 3 on one stage.
fn map() -> JourneyMap {
    let names = ["Search", "İade isteği", "Pays"];
    let touchpoints = (1..).map(TouchpointId).zip(names).map(|(id, name)| Touchpoint::new(id, name));
    let places = vec![TouchpointId(1), TouchpointId(2), TouchpointId(3)];
    let stage = Stage { id: StageId(9), name: "All".to_owned(), touchpoints: places, palette: None };
    let mut map = JourneyMap {
        touchpoints: touchpoints.collect(),
        stages: [stage].into_iter().collect(),
        ..Default::default()
    };
    map.about.stages = vec![StageId(9)];
    map
}

fn rule(event: Pattern, channel: Option<&str>, touchpoint: u32) -> EventRule {
    EventRule { event, channel: channel.map(str::to_owned), touchpoint: TouchpointId(touchpoint) }
}

fn exact(name: &str, touchpoint: u32) -> EventRule {
    rule(Pattern::Exact(name.to_owned()), None, touchpoint)
}

fn glob(text: &str, touchpoint: u32) -> EventRule {
    rule(Pattern::Glob(text.to_owned()), None, touchpoint)
}

/// Events by channel.
type Counts<'a> = &'a [(Option<&'a str>, u64)];

fn tally(names: &[(&str, Counts<'_>)]) -> Arc<EventTally> {
    let name = |(name, channels): &(&str, Counts<'_>)| NameTally {
        name: (*name).to_owned(),
        count: channels.iter().map(|(_, count)| count).sum(),
        channels: channels.iter().map(|(channel, count)| (channel.map(str::to_owned), *count)).collect(),
    };
    let names: Vec<_> = names.iter().map(name).collect();
    let events = names.iter().map(|name| name.count).sum();
    Arc::new(EventTally { names, events, channels: vec!["web".to_owned(), "phone".to_owned()] })
}

fn table(rules: &[EventRule]) -> EventTable {
    let tally = tally(&[
        ("search_start", &[(Some("web"), 60), (Some("phone"), 40)]),
        ("search_end", &[(Some("web"), 50)]),
        ("IADE_ISTEGI", &[(None, 20)]),
        ("pay", &[(Some("phone"), 10)]),
    ]);
    EventTable::of(tally, &map(), rules, &[]).expect("rules that parse")
}

#[test]
fn the_table_tells_who_takes_what_and_what_comes_too_late() {
    let rules = [
        rule(Pattern::Exact("SEARCH_START".to_owned()), Some("Phone"), 3),
        glob("search*", 1),
        exact("search_end", 2),
        rule(Pattern::Normalised("iade isteği".to_owned()), None, 2),
    ];
    let table = table(&rules);
    assert_eq!(table.rows[0].takers, [(Some(1), 60), (Some(0), 40)]);
    assert_eq!(table.rows[0].matching, [(0, 40), (1, 100)]);
    assert_eq!(table.rows[1].takers, [(Some(1), 50)], "the exact rule comes later");
    assert_eq!(table.rows[1].matching, [(1, 50), (2, 50)]);
    assert_eq!(table.rows[2].takers, [(Some(3), 20)], "accents and separators do not count");
    assert_eq!(table.rows[3].takers, [(None, 10)]);
    assert_eq!((table.events, table.mapped_events), (180, 170));
    let hits = table.rules[1];
    assert_eq!((hits.names, hits.events, hits.taken_names, hits.taken_events), (2, 150, 2, 110));
    assert_eq!((table.rules[2].events, table.rules[2].taken_events), (50, 0));
    assert_eq!(table.events_at(TouchpointId(1)), [(0, 60), (1, 50)]);
}

#[test]
fn a_rule_is_tried_where_it_would_stand() {
    let table = table(&[glob("search_s*", 1)]);
    let regex = |text: &str| rule(Pattern::Regex(text.to_owned()), None, 3);
    let trial = table.try_rule(&map(), &regex("^search"), 1).expect("it parses");
    assert_eq!((trial.hits.names, trial.hits.events), (2, 150));
    assert_eq!((trial.hits.taken_names, trial.hits.taken_events), (1, 50), "the glob before it has the rest");
    let first = table.try_rule(&map(), &regex("^search"), 0).expect("it parses");
    assert_eq!(first.hits.taken_events, 150);
    let in_web = EventRule { channel: Some("WEB".to_owned()), ..regex("SEARCH") };
    assert_eq!(table.try_rule(&map(), &in_web, 0).expect("it parses").hits.events, 110);
    let PatternError { place, .. } = table.try_rule(&map(), &regex("ab[z-a]"), 0).expect_err("it does not");
    assert_eq!(place, Some((3, 6)));
}

#[test]
fn assigned_names_win_over_patterns_before_them() {
    let rules = [glob("search*", 1), exact("pay", 1), glob("*", 2)];
    let picks =
        [("search_end", TouchpointId(3)), ("PAY", TouchpointId(3)), ("search_start", TouchpointId(1))];
    let rules = assigned(&map(), &rules, &picks);
    assert_eq!(rules, [exact("PAY", 3), exact("search_end", 3), glob("search*", 1), glob("*", 2)]);
    let table = table(&rules);
    let goes = |row: usize| table.rows[row].takers[0].0.map(|rule| rules[rule].touchpoint.0);
    assert_eq!([goes(0), goes(1), goes(3)], [Some(1), Some(3), Some(3)]);
    assert_eq!(assigned(&map(), &rules, &picks).len(), rules.len(), "the same again adds nothing");
}

#[test]
fn taking_off_leaves_patterns_alone() {
    let rules = [glob("search*", 1), exact("İade isteği", 2), exact("pay", 3)];
    assert_eq!(unassigned(&rules, &["iade isteği", "search_end"]), [glob("search*", 1), exact("pay", 3)]);
}

#[test]
fn only_what_is_open_is_suggested() {
    let likest = |touchpoint| Some(Likest { touchpoint: TouchpointId(touchpoint), likeness: 0.9 });
    let tally = tally(&[("pay", &[(None, 2)]), ("search", &[(None, 1)])]);
    let table = EventTable::of(tally, &map(), &[exact("pay", 3)], &[likest(3), likest(1)]).expect("rules");
    assert_eq!(table.rows[0].suggestion(), None);
    assert_eq!(table.rows[1].suggestion(), likest(1));
}
