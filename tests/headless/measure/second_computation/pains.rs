//! Pain points with a rule of every kind, at two touchpoints.

use super::*;
use pathlight::model::{Card, CardId, CardKind, LaneId, Pain, PainRule};

fn rules() -> [PainRule; 7] {
    [
        PainRule::WaitOver(20.0),
        PainRule::ScoreAtMost(2.0),
        PainRule::SentimentNegative,
        PainRule::ContactedAgain,
        PainRule::ChannelSwitch,
        PainRule::TextContains("SLOW".to_owned()),
        PainRule::EventName("a".to_owned()),
    ]
}

/// Each rule at the touchpoints A and C.
fn places() -> impl Iterator<Item = (usize, PainRule)> {
    [0, 2].into_iter().flat_map(|touchpoint| rules().map(|rule| (touchpoint, rule)))
}

pub fn cards<C: FromIterator<Card>>() -> C {
    let card = |((touchpoint, rule), number): ((usize, PainRule), u32)| {
        let cell = (LaneId(1), TouchpointId(touchpoint as u32 + 1));
        let kind = CardKind::Pain(Pain { rule: Some(rule), ..Pain::default() });
        Card { slot: number, ..Card::new(CardId(number), cell, "", kind) }
    };
    places().zip(1..).map(card).collect()
}

fn is_met(rule: &PainRule, all: &[Event], before: Option<&Event>, visit: &Event) -> bool {
    match rule {
        PainRule::WaitOver(secs) => visit.wait.is_some_and(|wait| f64::from(wait) > *secs),
        PainRule::ScoreAtMost(limit) => visit.score.is_some_and(|score| f64::from(score) <= *limit),
        PainRule::SentimentNegative => visit.sentiment == Some(0),
        PainRule::ContactedAgain => contact_follows(all, visit),
        PainRule::ChannelSwitch => match (before.and_then(|before| before.channel), visit.channel) {
            (Some(from), Some(to)) => from != to,
            _ => false,
        },
        PainRule::TextContains(_) => {
            visit.text.is_some_and(|text| TEXTS[text].to_lowercase().contains("slow"))
        }
        PainRule::EventName(_) => visit.name == 0,
    }
}

pub fn check(measures: &Measures, trips: &[Trip], all: &[Event]) {
    assert_eq!(measures.pains.len(), places().count());
    for (of, (touchpoint, rule)) in measures.pains.iter().zip(places()) {
        let met = |trip: &Trip| {
            let visits = trip.visits();
            let here = (0..visits.len()).filter(|place| visits[*place].name == touchpoint);
            let before = |place: usize| place.checked_sub(1).map(|before| visits[before]);
            here.filter(|place| is_met(&rule, all, before(*place), visits[*place])).count() as u64
        };
        let reached: Vec<&Trip> = trips.iter().filter(|trip| trip.reaches(touchpoint)).collect();
        let (with, without): (Vec<&Trip>, Vec<&Trip>) = reached.iter().partition(|trip| met(trip) > 0);
        assert_eq!(of.visits, trips.iter().map(met).sum::<u64>());
        assert_eq!(of.journeys, with.len() as u64);
        let share = (!reached.is_empty()).then_some((with.len() as u64, reached.len() as u64));
        assert_eq!(fraction(of.share), share);
        of.share.iter().for_each(scores::check_wilson);

        let exits = |trips: &[&Trip]| count(trips, |trip| trip.is_exit() && trip.last().name == touchpoint);
        let closed = |trips: &[&Trip]| count(trips, |trip| trip.closed);
        let (k1, n1, k2, n2) = (exits(&with), closed(&with), exits(&without), closed(&without));
        let rates = ratio(k1, n1).zip(ratio(k2, n2));
        same(of.exits_explained, rates.map(|(with, without)| (with - without) * of.journeys as f64));
        assert_eq!(of.risk_ratio.is_some(), k1 > 0 && k2 > 0);
        if let (Some((value, low, high)), Some((with, without))) = (of.risk_ratio, rates) {
            same(Some(value), Some(with / without));
            // The interval is symmetric on the logarithmic scale, with this standard error.
            same(Some(low * high), Some(value * value));
            let error = (1.0 / k1 as f64 - 1.0 / n1 as f64 + 1.0 / k2 as f64 - 1.0 / n2 as f64).sqrt();
            same(Some((high / low).ln() / 2.0), Some(1.959_963_984_540_054 * error));
        }
    }
}
