//! What would follow if fewer left: the chain gives what is measured, and what a simulation gives.

use super::{case, generated, shop};
use pathlight::base::Cancel;
use pathlight::insights::what_if::Chain;
use pathlight::model::TouchpointId;
use std::collections::HashMap;

#[test]
fn unchanged_it_gives_the_measured_goal_rate() {
    for case in [shop(), generated(300)] {
        let of = case.inputs();
        let chain = Chain::new(&of, &Cancel::new()).unwrap().unwrap();
        let same = chain.would_be(&[]).unwrap();
        let measured = of.measures.goal_rate.unwrap().value;
        assert!((same.now - measured).abs() < 1e-9, "{} is not {measured}", same.now);
        assert_eq!((same.then, same.more_goals), (same.now, 0.0));
    }
}

#[test]
fn one_point_is_worth_what_solving_anew_gives() {
    let case = shop();
    let of = case.inputs();
    let chain = Chain::new(&of, &Cancel::new()).unwrap().unwrap();
    let worth = chain.worth();
    assert!(worth.len() > 10);
    assert!(worth.is_sorted_by(|one, next| one.gain_per_point >= next.gain_per_point));
    for of_one in &worth {
        let anew = chain.would_be(&[(of_one.touchpoint, 0.01)]).unwrap();
        assert!((anew.then - anew.now - of_one.gain_per_point).abs() < 1e-9);
        assert!(of_one.gain_per_point >= 0.0);
        assert_eq!(of_one.exits.count(), of_one.exit_rate.count, "its exits are those on the map");
    }
    let best: Vec<(TouchpointId, f64)> = worth.iter().take(3).map(|of| (of.touchpoint, 0.05)).collect();
    let together = chain.would_be(&best).unwrap();
    let alone = chain.would_be(&best[..1]).unwrap();
    assert!(together.then > alone.then && alone.then > alone.now);
}

#[test]
fn it_agrees_with_a_simulation() {
    let case = shop();
    let of = case.inputs();
    let chain = Chain::new(&of, &Cancel::new()).unwrap().unwrap();
    let target = case.touchpoint("cart").id;
    let by = 0.05;
    let place = of.place(target).unwrap() as usize;
    // A plain count of what follows each visit, up to the first goal.
    let goals = of.prepared.goals();
    let (mut starts, mut follows): (Vec<usize>, HashMap<usize, Vec<Option<usize>>>) = Default::default();
    for journey in of.views(&of.journeys).filter(|journey| journey.is_closed()) {
        let mut way: Vec<usize> = journey.visits().map(|visit| visit.touchpoint as usize).collect();
        if let Some(goal) = way.iter().position(|at| goals[*at]) {
            way.truncate(goal + 1);
        }
        starts.push(way[0]);
        for pair in way.windows(2) {
            follows.entry(pair[0]).or_default().push(Some(pair[1]));
        }
        let last = *way.last().unwrap();
        if !goals[last] {
            follows.entry(last).or_default().push(None);
        }
    }
    // So many of those who leave at the cart stay: in proportion to the exit rate on the map.
    let kept = by / of.measures.at(target).unwrap().exit_rate.unwrap().value;
    let mut state = 7_u64;
    let mut random = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let runs = 60_000;
    let mut reached = 0;
    for _ in 0..runs {
        let mut at = starts[(random() * starts.len() as f64) as usize];
        while !goals[at] {
            let next = &follows[&at];
            let pick = next[(random() * next.len() as f64) as usize];
            match pick {
                Some(next) => at = next,
                None if at == place && random() < kept => {
                    let stay: Vec<usize> = next.iter().flatten().copied().collect();
                    at = stay[(random() * stay.len() as f64) as usize];
                }
                None => break,
            }
        }
        reached += u32::from(goals[at]);
    }
    let simulated = f64::from(reached) / f64::from(runs);
    let expected = chain.would_be(&[(target, by)]).unwrap();
    let error = (expected.then * (1.0 - expected.then) / f64::from(runs)).sqrt();
    assert!((simulated - expected.then).abs() < 4.0 * error, "{simulated} is not {expected:?}");
    assert!(expected.then > expected.now + 2.0 * error);
}

#[test]
fn where_all_leave_nobody_can_say() {
    let rows = "customer,time,event\na,2024-01-01,Dead end\nb,2024-01-01,Pay\nz,2024-06-01,Dead end\n";
    let none = case(&["Dead end", "Pay"], "Pay", rows);
    let of = none.inputs();
    let chain = Chain::new(&of, &Cancel::new()).unwrap().unwrap();
    assert_eq!(chain.would_be(&[(none.touchpoint("Dead end").id, 0.01)]), None);
    assert_eq!(chain.worth(), []);
    let goalless = case(&["Dead end", "Pay"], "", rows);
    assert!(Chain::new(&goalless.inputs(), &Cancel::new()).unwrap().is_none());
}
