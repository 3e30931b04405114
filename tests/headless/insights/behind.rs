//! Every count of the map's figures, and the journeys that it opens: as many.

use super::{Case, airport, shop};
use pathlight::base::Cancel;
use pathlight::insights::{Behind, Here};
use pathlight::measure::Rated;
use pathlight::model::{JourneyStatus, Period};
use std::collections::BTreeSet;

/// Asks for the journeys of every figure that counts journeys.
pub fn check(case: &Case) {
    let of = case.inputs();
    let measures = &of.measures;
    let count = |behind: Behind| behind.journeys(&of, &Cancel::new()).unwrap().count();
    let counts = measures.journeys;
    assert_eq!(count(Behind::All), counts.total);
    if measures.is_survey {
        return;
    }
    assert_eq!(count(Behind::Closed), counts.closed);
    for (status, number) in [
        (JourneyStatus::Goal, counts.goal),
        (JourneyStatus::Open, counts.open),
        (JourneyStatus::Returned, counts.returned),
        (JourneyStatus::Left, counts.left),
    ] {
        assert_eq!(count(Behind::Status(status)), number, "{status:?}");
    }
    assert_eq!(count(Behind::ClosedGoal), measures.goal_rate.map_or(0, |rate| rate.count));
    assert_eq!(count(Behind::Exits), counts.left + counts.returned);
    let entered = measures.touchpoints.iter().map(|of| count(Behind::EnteredAt(of.touchpoint)));
    assert_eq!(entered.sum::<u64>(), counts.total);
    let channels = measures.touchpoints.iter().flat_map(|of| of.channels.iter().map(|of| of.channel.clone()));
    for channel in channels.collect::<BTreeSet<_>>() {
        let visits = of.views(&of.journeys).filter(|journey| {
            let mut channels =
                journey.visits().map(|visit| visit.channel.map(|code| case.log.channels.text(code)));
            channels.any(|of| of == channel.as_deref())
        });
        assert_eq!(count(Behind::Channel(channel.clone())), visits.count() as u64, "{channel:?}");
    }
    assert_eq!(count(Behind::Bounced), measures.bounce_rate.map_or(0, |rate| rate.count));
    for figures in &measures.touchpoints {
        let at = |here: Here| count(Behind::At(figures.touchpoint, here));
        assert_eq!(at(Here::Reached), figures.reached);
        assert_eq!(at(Here::Closed), figures.closed);
        assert_eq!(at(Here::Exits), figures.exits);
        assert_eq!(figures.exit_rate.map_or(0, |rate| rate.count), figures.exits);
        assert_eq!(at(Here::Left), figures.left);
        assert_eq!(at(Here::Returned), figures.returned);
        assert_eq!(at(Here::Open), figures.open_here);
        if let Some(drop_off) = figures.drop_off {
            let dropped = at(Here::DroppedOff) as f64 / figures.closed as f64;
            assert!((dropped - drop_off).abs() < 1e-12, "{dropped} {drop_off}");
        }
        if let Some(several) = figures.several_agents {
            assert_eq!((at(Here::SeveralAgents), at(Here::WithAgent)), (several.count, several.of));
        }
        for channel in &figures.channels {
            assert_eq!(at(Here::ExitsIn(channel.channel.clone())), channel.exits);
            let visited = at(Here::Channel(channel.channel.clone()));
            assert!(visited > 0 && visited <= channel.visits);
        }
        let scored = figures.satisfaction.as_ref().map_or(0, |of| of.n);
        assert_eq!(at(Here::Scored) > 0, scored > 0);
        if let Some(spread) = figures.satisfaction.as_ref().and_then(|of| of.spread.as_ref()) {
            for (rated, answers) in [
                (Rated::Satisfied, spread.satisfied),
                (Rated::Neutral, spread.neutral),
                (Rated::Dissatisfied, spread.dissatisfied),
            ] {
                let gave = at(Here::Rated(rated));
                assert!(gave <= answers && (gave > 0) == (answers > 0), "{rated:?}");
            }
        }
        assert!(at(Here::Scored) <= scored);
        let judged = figures.contacted_again.map_or(0, |rate| rate.of);
        assert!(at(Here::ContactsJudged) <= judged && (at(Here::ContactsJudged) > 0) == (judged > 0));
        let again = figures.contacted_again.map_or(0, |rate| rate.count);
        assert_eq!(at(Here::ContactedAgain) > 0, again > 0);
        assert!(at(Here::ContactedAgain) <= again);
    }
    for step in &measures.transitions {
        assert_eq!(count(Behind::Step { from: step.from, to: step.to }), step.journeys);
    }
    for pain in &measures.pains {
        assert_eq!(count(Behind::Pain(pain.card)), pain.journeys);
    }
}

#[test]
fn every_count_of_the_shop_opens_as_many_journeys() {
    check(&shop());
}

#[test]
fn every_answer_of_the_airport_opens() {
    check(&airport());
}

#[test]
fn the_range_before_opens_its_own_journeys() {
    let mut case = shop();
    case.source.filter.from = Some("2024-04-01".to_owned());
    assert_eq!(Behind::Earlier(Box::default()).journeys(&case.inputs(), &Cancel::new()).unwrap().count(), 0);
    let (from, to) = ("2024-01-01".to_owned(), "2024-04-01".to_owned());
    case.source.before = Some(Period { from: from.clone(), to: to.clone() });
    let of = case.inputs();
    let count = |behind| Behind::Earlier(Box::new(behind)).journeys(&of, &Cancel::new()).unwrap().count();
    let mut then = case.source.clone();
    (then.filter.from, then.filter.to) = (Some(from), Some(to));
    let then = Case { log: case.log.clone(), map: case.map.clone(), source: then }.inputs().measures;
    assert!(then.journeys.total > 0);
    assert_eq!(count(Behind::All), then.journeys.total);
    assert_eq!(count(Behind::ClosedGoal), then.goal_rate.unwrap().count);
    let cart = case.touchpoint("cart").id;
    assert_eq!(count(Behind::At(cart, Here::Exits)), then.at(cart).unwrap().exits);
}
