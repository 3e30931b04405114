//! Channels: against what is measured otherwise, and by hand.

use super::{Case, case, generated};
use pathlight::base::Cancel;
use pathlight::insights::channels::{
    channels, contained, hours, same_touchpoint, solved_in_first_channel, switches,
};
use pathlight::model::{Channel, ChannelId, Edit, Touchpoint};
use std::collections::BTreeMap;

fn calls() -> Case {
    let mut case = case(
        &["Look", "Ask", "Done"],
        "Done",
        "customer,time,event,channel,score
a,2024-01-01 10:00,Look,App,5
a,2024-01-01 10:05,Ask,phone,4
a,2024-01-01 10:06,Done,phone,
b,2024-01-02 10:00,Look,app,4
b,2024-01-02 10:10,Ask,chat,2
b,2024-01-02 10:20,Ask,phone,1
c,2024-01-03 10:00,Look,app,
d,2024-01-04 10:00,Look,web,1
d,2024-01-04 10:01,Done,web,
z,2024-06-01 00:00,Look,app,
",
    );
    let map = &mut case.map;
    map.touchpoints = map
        .touchpoints
        .iter()
        .map(|it| Touchpoint {
            contact: it.name == "Ask",
            channels: vec![ChannelId(50), ChannelId(51)],
            ..it.clone()
        })
        .collect();
    map.channels = [
        Channel { self_service: true, ..Channel::new(ChannelId(50), "App") },
        Channel::new(ChannelId(51), "Shop"),
    ]
    .into_iter()
    .collect();
    case
}

#[test]
fn drawn_and_used_channels_by_hand() {
    let case = calls();
    let of = case.inputs();
    let found = channels(&of, &Cancel::new()).unwrap();
    let used: Vec<_> =
        found.used.iter().map(|of| (of.channel.as_str(), of.visits, of.journeys.len())).collect();
    // Two spellings of one channel, named as on the map.
    assert_eq!(used, [("App", 4, 4), ("phone", 3, 2), ("web", 2, 1), ("chat", 1, 1)]);
    assert_eq!(found.drawn_unused, [ChannelId(51)]);
    let app = &found.used[0];
    assert_eq!((app.contacts, app.exits.len(), app.satisfaction.unwrap().mean), (0, 1, 4.5));
    assert_eq!(app.exit_rate.map(|rate| (rate.count, rate.of)), Some((1, 3)), "z is still open");
    assert!((app.share - 0.4).abs() < 1e-12);
    let unused: Vec<_> = found.unused.iter().map(|gap| gap.channel.as_str()).collect();
    assert_eq!(unused, ["Shop", "App", "Shop", "App", "Shop"]);
    assert_eq!(found.missing, [], "too few visits to miss anything");
}

#[test]
fn what_one_channel_solves_by_hand() {
    let case = calls();
    let of = case.inputs();
    let solved = solved_in_first_channel(&of, &Cancel::new()).unwrap().unwrap();
    assert_eq!((solved.rate.count, solved.rate.of), (1, 2), "a is solved by phone, b goes on");
    assert_eq!((solved.well.len(), solved.not.len()), (1, 1));
    let contained = contained(&of, &Cancel::new()).unwrap().unwrap();
    // Of a, b and c in the app, only c needs nobody.
    assert_eq!((contained.rate.count, contained.rate.of), (1, 3));

    let mut case = calls();
    let mut document = pathlight::model::Document::new_unsaved(case.map);
    document.edit(&Edit::SetSelfService { channel: ChannelId(50), on: false }).unwrap();
    case.map = document.map().clone();
    assert_eq!(none_contained(&case), None);
}

fn none_contained(case: &Case) -> Option<f64> {
    contained(&case.inputs(), &Cancel::new()).unwrap().map(|share| share.rate.value)
}

#[test]
fn switches_are_those_that_are_measured() {
    let case = generated(300);
    let of = case.inputs();
    let found = switches(&of, &Cancel::new()).unwrap();
    assert_eq!(found.transitions, of.measures.transitions_with_channels);
    let told: Vec<_> = found.pairs.iter().map(|of| (of.from.clone(), of.to.clone(), of.count)).collect();
    let measured = of.measures.channel_switches.iter();
    assert_eq!(told, measured.map(|of| (of.from.clone(), of.to.clone(), of.count)).collect::<Vec<_>>());
    for (found, measured) in found.pairs.iter().zip(&of.measures.channel_switches) {
        assert_eq!(found.exit_rate.map(|rate| rate.value), measured.exit_rate);
        assert!(found.exit_rate.is_none_or(|rate| rate.of <= found.journeys.count()));
        let (difference, low, high) = found.difference.unwrap();
        assert!(low <= difference && difference <= high);
    }
    let switching: std::collections::BTreeSet<u32> =
        found.pairs.iter().flat_map(|pair| pair.journeys.iter()).collect();
    assert!(found.staying.iter().all(|journey| !switching.contains(&journey)));
}

#[test]
fn visits_of_channels_are_those_of_the_touchpoints() {
    let case = generated(300);
    let of = case.inputs();
    let mut visits: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for channel in of.measures.touchpoints.iter().flat_map(|figures| &figures.channels) {
        let Some(name) = &channel.channel else { continue };
        let sum = visits.entry(name.clone()).or_default();
        sum.0 += channel.visits;
        sum.1 += channel.exits;
    }
    for channel in channels(&of, &Cancel::new()).unwrap().used {
        assert_eq!(visits.remove(&channel.channel), Some((channel.visits, channel.exits.count())));
    }
    assert!(visits.is_empty());
}

#[test]
fn hours_hold_all_visits_and_follow_the_zone() {
    let mut case = generated(100);
    let visits = |case: &Case| {
        let of = case.inputs();
        let load = hours(&of, None, &Cancel::new()).unwrap().unwrap();
        assert_eq!(load.cells.len(), 168);
        let all: u64 = of.measures.touchpoints.iter().map(|figures| figures.visits).sum();
        assert_eq!(load.cells.iter().map(|cell| cell.visits).sum::<u64>(), all);
        assert!(
            load.cells.iter().all(|cell| cell.journeys.count() <= cell.visits && cell.waits <= cell.visits)
        );
        load.cells.iter().map(|cell| cell.visits).collect::<Vec<_>>()
    };
    let utc = visits(&case);
    case.source.read.timezone = Some("Etc/GMT-3".into());
    let mut ahead = visits(&case);
    ahead.rotate_left(3);
    assert_eq!(ahead, utc, "three hours later by the clock on the wall");

    let one = calls();
    let load = hours(&one.inputs(), Some("chat"), &Cancel::new()).unwrap().unwrap();
    // 2 January 2024 was a Tuesday.
    let busy: Vec<usize> = (0..168).filter(|cell| load.cells[*cell].visits > 0).collect();
    assert_eq!(busy, [24 + 10]);
    assert_eq!(hours(&one.inputs(), Some("fax"), &Cancel::new()).unwrap().unwrap().cells[34].visits, 0);
}

#[test]
fn the_worse_channel_of_a_touchpoint_is_found_and_chance_is_not() {
    let mut csv = "customer,time,event,channel,score\n".to_owned();
    for number in 0..80 {
        // Searching is as good on both; asking is two points worse by phone.
        let (channel, ask) = if number % 2 == 0 { ("web", 4) } else { ("phone", 2) };
        let score = 3 + number / 2 % 3;
        let ask = ask + number / 2 % 2;
        csv += &format!(
            "c{number},2024-01-01 10:00,Look,{channel},{score}\nc{number},2024-01-01 10:05,Ask,{channel},{ask}\n"
        );
    }
    let case = case(&["Look", "Ask"], "", &csv);
    let of = case.inputs();
    let found = same_touchpoint(&of, &Cancel::new()).unwrap();
    assert_eq!(found.pairs.len(), 2);
    let uneven: Vec<_> = found.pairs.iter().filter(|pair| pair.is_uneven()).collect();
    assert_eq!(uneven.len(), 1);
    assert_eq!(case.map.touchpoints.get(uneven[0].touchpoint).unwrap().name, "Ask");
    assert_eq!((uneven[0].better.channel.as_str(), uneven[0].worse.channel.as_str()), ("web", "phone"));
    assert!((uneven[0].test.difference - 2.0).abs() < 1e-9);
    assert_eq!(uneven[0].worse.journeys.len(), 40);
}
