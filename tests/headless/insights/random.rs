//! Random logs: every list has as many journeys as its number says, and what is measured twice is the same.

use super::{Case, case};
use pathlight::base::Cancel;
use pathlight::insights::channels::{channels, contained, hours, solved_in_first_channel, switches};
use pathlight::insights::paths::paths;
use pathlight::insights::voice::silent;
use pathlight::insights::what_if::Chain;
use pathlight::model::{Channel, ChannelId, Touchpoint};
use proptest::prelude::*;

const NAMES: [&str; 4] = ["Look", "Ask", "Try", "Pay"];
const CHANNELS: [&str; 4] = ["web", "app", "phone", ""];

/// Customer, day, event (the last has no rule), channel, score (0 = none).
type Row = (u8, u16, usize, usize, u8);

fn log(rows: &[Row]) -> Case {
    let mut csv = "customer,time,event,channel,score\n".to_owned();
    for (customer, day, event, channel, score) in rows {
        let (month, day) = (1 + day / 28, 1 + day % 28);
        let event = NAMES.get(*event).copied().unwrap_or("Other");
        let score = if *score == 0 { String::new() } else { score.to_string() };
        csv +=
            &format!("c{customer},2024-{month:02}-{day:02} 10:00,{event},{},{score}\n", CHANNELS[*channel]);
    }
    let mut case = case(&NAMES, "Pay", &csv);
    case.map.touchpoints = case
        .map
        .touchpoints
        .iter()
        .map(|it| Touchpoint { contact: it.name == "Ask", ..it.clone() })
        .collect();
    let web = Channel { self_service: true, ..Channel::new(ChannelId(50), "Web") };
    case.map.channels = [web, Channel::new(ChannelId(51), "Phone")].into_iter().collect();
    case
}

/// Touchpoint and channel of a visit.
type Place = (usize, Option<String>);

/// Of each journey: is it closed, and the places of its visits.
fn closed_channels(case: &Case) -> Vec<(bool, Vec<Place>)> {
    let of = case.inputs();
    let channel =
        |visit: &pathlight::measure::Visit| visit.channel.map(|code| case.log.channels.text(code).to_owned());
    of.views(&of.journeys)
        .map(|journey| {
            let visits = journey.visits().map(|visit| (visit.touchpoint as usize, channel(&visit)));
            (journey.is_closed(), visits.collect())
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_figure_of_the_map_opens_its_journeys(
        rows in prop::collection::vec((0..12_u8, 0..300_u16, 0..5_usize, 0..4_usize, 0..6_u8), 1..120)
    ) {
        super::behind::check(&log(&rows));
    }

    #[test]
    fn lists_are_as_long_as_their_numbers(
        rows in prop::collection::vec((0..12_u8, 0..300_u16, 0..5_usize, 0..4_usize, 0..6_u8), 1..120)
    ) {
        let case = log(&rows);
        let (of, cancel) = (case.inputs(), Cancel::new());
        let found = paths(&of, usize::MAX, &cancel).unwrap();
        let sum: usize = found.variants.iter().map(|way| way.journeys.len()).sum();
        prop_assert_eq!(sum as u64, of.measures.journeys.total);
        for arc in &found.arcs {
            let measured = of.measures.transitions.iter().find(|it| it.from == arc.from && it.to == arc.to);
            let measured = measured.map(|it| (it.count, it.journeys));
            prop_assert_eq!(measured, Some((arc.count, arc.journeys.count())));
        }
        prop_assert_eq!(found.arcs.len(), of.measures.transitions.len());

        let found = switches(&of, &cancel).unwrap();
        prop_assert_eq!(found.transitions, of.measures.transitions_with_channels);
        prop_assert_eq!(found.pairs.len(), of.measures.channel_switches.len());
        for one in &found.pairs {
            let is_same = |from: &str, to: &str| from == one.from.to_lowercase() && to == one.to.to_lowercase();
            let other = of.measures.channel_switches.iter().find(|it| is_same(&it.from, &it.to)).unwrap();
            prop_assert_eq!((one.count, one.exit_rate.map(|it| it.value)), (other.count, other.exit_rate));
        }
        let used = channels(&of, &cancel).unwrap().used;
        prop_assert!(used.iter().all(|of| of.exit_rate.is_none_or(|rate| rate.count == of.exits.count())));
        prop_assert!(used.iter().all(|of| of.journeys.count() <= of.visits));
        let visits: u64 = of.measures.touchpoints.iter().map(|it| it.visits).sum();
        let cells = hours(&of, None, &cancel).unwrap().unwrap().cells;
        prop_assert_eq!(cells.iter().map(|cell| cell.visits).sum::<u64>(), visits);

        let journeys = closed_channels(&case);
        let closed = || journeys.iter().filter(|(closed, _)| *closed).map(|(_, visits)| visits);
        let solved = closed().filter_map(|visits| {
            let first = visits.iter().position(|(touchpoint, _)| *touchpoint == 1)?;
            let channel = visits[first].1.clone()?;
            Some(visits[first..].iter().filter_map(|visit| visit.1.as_ref()).all(|other| *other == channel))
        });
        let solved: Vec<bool> = solved.collect();
        let share = solved_in_first_channel(&of, &cancel).unwrap();
        let counted = share.as_ref().map_or((0, 0), |it| (it.well.len(), it.well.len() + it.not.len()));
        prop_assert_eq!(counted, (solved.iter().filter(|well| **well).count(), solved.len()));
        let used_web = closed().filter_map(|visits| {
            let known: Vec<_> = visits.iter().filter_map(|visit| visit.1.as_deref()).collect();
            known.contains(&"web").then(|| known.iter().all(|channel| *channel == "web"))
        });
        let used_web: Vec<bool> = used_web.collect();
        let share = contained(&of, &cancel).unwrap();
        let counted = share.as_ref().map_or((0, 0), |it| (it.rate.count, it.rate.of));
        prop_assert_eq!(counted, (used_web.iter().filter(|well| **well).count() as u64, used_web.len() as u64));

        if let Some(chain) = Chain::new(&of, &cancel).unwrap() {
            let same = chain.would_be(&[]).unwrap();
            prop_assert!((same.now - of.measures.goal_rate.unwrap().value).abs() < 1e-9);
            for worth in chain.worth() {
                prop_assert_eq!(worth.exits.count(), worth.exit_rate.count);
                let anew = chain.would_be(&[(worth.touchpoint, 0.01)]).unwrap();
                prop_assert!((anew.then - anew.now - worth.gain_per_point).abs() < 1e-9);
            }
        }
        if let Some(silent) = silent(&of, &cancel).unwrap() {
            let low = rows.iter().filter(|row| row.2 < 4 && row.4 > 0 && row.4 <= 2).count() as u64;
            prop_assert!(silent.rate.of <= low && silent.silent.len() <= silent.low.len());
        }
    }
}
