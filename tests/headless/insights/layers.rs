//! What is laid over the map, made of figures: arcs, columns to scale, a customer's route, what-ifs, charts of channels.

use super::{Case, case, generated, shop};
use crate::overlay::figures;
use pathlight::base::Cancel;
use pathlight::base::fmt::NumberFormat;
use pathlight::export::{
    LayerTeller, WaysChoice, ghost, hours_shown, pace, pace as pace_of, route, shown_switches, switch_matrix,
    two_personas, ways,
};
use pathlight::insights::JourneySet;
use pathlight::insights::channels::{hours, switches};
use pathlight::insights::paths::{ColumnGap, Paths, paths};
use pathlight::insights::what_if::Chain;
use pathlight::measure::Measures;
use pathlight::measure::small_groups::SmallGroups;
use pathlight::scene::{Emphasis, Fit, TwoBars};

fn teller(case: &Case, smallest: u32) -> LayerTeller<'_> {
    LayerTeller { map: &case.map, small: SmallGroups(smallest), format: NumberFormat::default() }
}

#[test]
fn arcs_tell_how_many_journeys_made_a_step_the_commonest_first() {
    let case = shop();
    let of = case.inputs();
    let found = paths(&of, 20, &Cancel::new()).unwrap();
    let choice = WaysChoice { most: 10, ..WaysChoice::default() };
    let drawn = ways(&found, &choice, &teller(&case, 0));
    assert_eq!(drawn.arcs.len(), 10);
    assert!(drawn.arcs.iter().any(|arc| (arc.weight - 1.0).abs() < 1e-6));
    for (arc, step) in drawn.arcs.iter().zip(choice.shown(&found)) {
        assert_eq!((arc.from, arc.to), (step.from, step.to));
        let count = NumberFormat::default().count(step.journeys.count());
        assert!(arc.label.ends_with(&count), "{} of {count}", arc.label);
        assert_eq!(arc.is_missing, step.kind.is_missing());
        assert_eq!(arc.is_missing, arc.spoken.contains("not on the map"), "{}", arc.spoken);
    }
    let counts: Vec<u64> = choice.shown(&found).iter().map(|arc| arc.journeys.count()).collect();
    assert!(counts.is_sorted_by(|one, next| one >= next), "{counts:?}");
    let least = counts[4];
    let few = WaysChoice { least, most: 60, ..WaysChoice::default() };
    assert!(few.shown(&found).iter().all(|arc| arc.journeys.count() >= least));
    let missing = WaysChoice { missing_only: true, most: 60, ..WaysChoice::default() };
    assert!(missing.shown(&found).iter().all(|arc| arc.kind.is_missing()));
}

#[test]
fn a_way_that_stands_out_has_all_its_steps() {
    let case = shop();
    let found = paths(&case.inputs(), 900, &Cancel::new()).unwrap();
    let way = found.variants.iter().find(|way| way.touchpoints.len() > 3).expect("a longer way");
    let highlighted = Some(way.touchpoints.clone());
    let choice = WaysChoice { most: 2, highlighted, ..WaysChoice::default() };
    let drawn = ways(&found, &choice, &teller(&case, 0));
    for pair in way.touchpoints.windows(2) {
        let arc = drawn.arcs.iter().find(|arc| [arc.from, arc.to] == pair).expect("a step of the way");
        assert_eq!(arc.emphasis, Emphasis::Strong);
    }
    let others = drawn.arcs.iter().filter(|arc| !way.touchpoints.windows(2).any(|p| [arc.from, arc.to] == p));
    assert!(others.clone().all(|arc| arc.emphasis == Emphasis::Faded));
}

#[test]
fn what_is_drawn_for_others_tells_no_small_group() {
    let case = case(
        &["Search", "Cart", "Pay"],
        "Pay",
        "customer,time,event\na,2024-01-01 10:00,Search\na,2024-01-01 10:05,Cart\na,2024-01-01 10:06,Pay\n",
    );
    let found = paths(&case.inputs(), 5, &Cancel::new()).unwrap();
    let choice = WaysChoice::default();
    assert_eq!(ways(&found, &choice, &teller(&case, 0)).arcs.len(), 2);
    assert!(ways(&found, &choice, &teller(&case, 5)).arcs.is_empty());
    assert!(pace(&found, &teller(&case, 0)).is_some());
    assert_eq!(pace(&found, &teller(&case, 5)), None);
}

#[test]
fn the_scale_of_time_is_true_for_most_columns_and_says_where_it_is_not() {
    let case = case(&["A", "B", "C", "D", "E", "F"], "F", "customer,time,event\na,2024-01-01,A\n");
    let ids: Vec<_> = case.map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect();
    let minutes = [Some(1.0), Some(60.0), Some(120.0), Some(200.0), Some(60_000.0)];
    let journeys: JourneySet = (0..40).collect();
    let columns = ids.windows(2).zip(minutes).map(|(pair, minutes)| ColumnGap {
        from: pair[0],
        to: pair[1],
        journeys: journeys.clone(),
        median_secs: minutes.map(|minutes| minutes * 60.0),
        p90_secs: minutes.map(|minutes| minutes * 90.0),
    });
    let found = Paths { columns: columns.collect(), ..Paths::default() };
    let pace = pace_of(&found, &teller(&case, 0)).expect("times");
    let of = |place: usize| &pace.gaps[&ids[place]];
    let fits: Vec<Fit> = (0..5).map(|place| of(place).fit).collect();
    assert_eq!(fits, [Fit::Shorter, Fit::True, Fit::True, Fit::True, Fit::Cut]);
    let widths: Vec<f32> = (0..5).map(|place| of(place).width).collect();
    for (width, expected) in widths.iter().zip([1.0, 1.0, 2.0, 10.0 / 3.0, 4.0]) {
        assert!((width - expected).abs() < 1e-4, "{widths:?}");
    }
    assert!(pace.note.contains("dashed: less") && pace.note.contains("broken: over"), "{}", pace.note);
    assert!(of(4).spoken.contains("cut") && of(0).spoken.contains("shorter than drawn"));
    let undated =
        Paths { columns: vec![ColumnGap { median_secs: None, ..found.columns[0].clone() }], ..found };
    assert_eq!(pace_of(&undated, &teller(&case, 0)), None);
}

#[test]
fn a_customers_route_is_numbered_in_order() {
    let case = case(&["A", "B", "C"], "C", "customer,time,event\na,2024-01-01,A\n");
    let ids: Vec<_> = case.map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect();
    let walked = [0, 1, 0, 1, 1, 2].map(|place: usize| ids[place]);
    let drawn = route(&walked, "K7Q2".into(), &teller(&case, 0));
    let labels: Vec<_> = drawn.arcs.iter().map(|arc| (arc.label.as_str(), arc.is_missing)).collect();
    assert_eq!(labels, [("1, 3", false), ("back 2", true), ("again 4", true), ("5", false)]);
}

#[test]
fn a_ghost_tells_the_goal_rate_that_would_follow() {
    let case = shop();
    let chain = Chain::new(&case.inputs(), &Cancel::new()).unwrap().expect("a goal");
    let cart = case.touchpoint("cart").id;
    let rate = chain.exit_rate(cart).expect("exits").value;
    let (drawn, would_be) = ghost(&chain, &[(cart, 0.05)].into(), &teller(&case, 0)).expect("an answer");
    assert!((drawn.rates[&cart].0 - (rate - 0.05)).abs() < 1e-9);
    assert!(would_be.then > would_be.now);
    let then = NumberFormat::default().percent(would_be.then, 1);
    assert!(drawn.note.contains(&then), "{}", drawn.note);
    assert_eq!(ghost(&chain, &[(cart, 0.0)].into(), &teller(&case, 0)), None, "nothing is thought lower");
}

#[test]
fn the_matrix_counts_journeys_and_its_figures_open_them() {
    let case = generated(600);
    let found = switches(&case.inputs(), &Cancel::new()).unwrap();
    let format = NumberFormat::default();
    let matrix = switch_matrix(&found, &case.map, SmallGroups(0), &format);
    assert!(matrix.channels.len() >= 2 && !matrix.cells.is_empty());
    for (cell, switch) in matrix.cells.iter().zip(shown_switches(&found, &matrix.channels)) {
        assert_eq!(cell.count, format.count(switch.journeys.count()));
        let (from, to) = cell.places;
        assert_eq!((&matrix.channels[from], &matrix.channels[to]), (&switch.from, &switch.to));
        assert_eq!(cell.against.is_some(), switch.difference.is_some());
    }
    let hidden = switch_matrix(&found, &case.map, SmallGroups(u32::MAX), &format);
    assert!(hidden.cells.iter().all(|cell| cell.count.starts_with('<') && cell.rate.is_none()));
    let load = hours(&case.inputs(), None, &Cancel::new()).unwrap().expect("times");
    let shown = hours_shown(&load, None, SmallGroups(0), &format);
    assert_eq!(shown.cells.len(), 168);
    let sum: u64 = shown.cells.iter().filter_map(|cell| cell.visits).sum();
    assert_eq!(sum, load.cells.iter().map(|cell| cell.visits).sum::<u64>());
    assert!(shown.cells[0].spoken.starts_with("Mon 00:00–01:00: "), "{}", shown.cells[0].spoken);
}

#[test]
fn two_personas_stand_on_one_axis_and_small_groups_are_hidden() {
    let case = shop();
    let ids: Vec<_> = case.map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect();
    let measures = |exits: [(u64, u64); 2]| Measures {
        touchpoints: ids
            .iter()
            .zip(exits)
            .map(|(id, (exits, of))| figures(id.0, exits, of, [0; 3]))
            .collect(),
        ..Measures::default()
    };
    let (kuba, aylin) = (measures([(20, 100), (3, 12)]), measures([(700, 1000), (300, 1000)]));
    let both = [("Kuba", &kuba), ("Aylin", &aylin)];
    let two = two_personas(both, &teller(&case, 0)).expect("exits");
    assert!(two.curves.is_none(), "there are no scores");
    let exits = two.exits.expect("exits");
    assert_eq!(exits.axis_max, 0.8, "the bars of both fit");
    let [first, second] = [ids[0], ids[1]].map(|id| &exits.bars[&id]);
    let said = |of: &TwoBars| of.spoken.replace('\u{202F}', " ");
    assert!(first.bars.iter().all(Option::is_some));
    assert!(said(first).contains("Kuba 20 %, 95 % interval 13.3 to 28.9 %"), "{}", first.spoken);
    assert!(said(first).contains("Aylin 70 %"), "{}", first.spoken);
    assert!(second.spoken.contains("n = 12"), "{}", second.spoken);
    // For others, what three people did is not told; what a thousand did is.
    let exits = two_personas(both, &teller(&case, 5)).and_then(|two| two.exits).expect("exits");
    let second = &exits.bars[&ids[1]];
    assert!(second.bars[0].is_none() && second.bars[1].is_some());
    assert!(!second.spoken.contains("Kuba"), "{}", second.spoken);
    let nobody = Measures::default();
    assert!(two_personas([("Kuba", &nobody), ("Aylin", &nobody)], &teller(&case, 0)).is_none());
}
