//! Pain points with a rule: how many visits meet it, and how many exits it may explain.

use super::figures::{PainFigures, Rate};
use super::fold::fold;
use super::paths::{Path, Paths};
use super::stats::risk_ratio;
use crate::base::{Cancel, Cancelled};
use crate::events::{EventLog, Names, Sentiment};
use crate::model::{CardId, CardKind, JourneyMap, PainRule, TouchpointId};

/// A pain rule made ready for a log; names and texts are matched once per distinct one.
enum Test<'a> {
    WaitOver(f64),
    ScoreAtMost(f64),
    SentimentNegative,
    ContactedAgain(&'a [bool]),
    ChannelSwitch,
    Text(Vec<bool>),
    Name(Vec<bool>),
}

fn codes(names: &Names, holds: impl Fn(&str) -> bool) -> Vec<bool> {
    names.iter().map(|name| holds(&fold(name))).collect()
}

impl<'a> Test<'a> {
    fn new(rule: &PainRule, log: &EventLog, followed: &'a [bool]) -> Self {
        match rule {
            PainRule::WaitOver(secs) => Self::WaitOver(*secs),
            PainRule::ScoreAtMost(score) => Self::ScoreAtMost(*score),
            PainRule::SentimentNegative => Self::SentimentNegative,
            PainRule::ContactedAgain => Self::ContactedAgain(followed),
            PainRule::ChannelSwitch => Self::ChannelSwitch,
            PainRule::TextContains(words) => {
                let words = fold(words);
                Self::Text(codes(&log.texts, |text| text.contains(&words)))
            }
            PainRule::EventName(name) => {
                let wanted = fold(name);
                Self::Name(codes(&log.names, |name| name == wanted))
            }
        }
    }

    /// Does the visit at this place of a journey meet the rule?
    fn is_met(&self, log: &EventLog, path: &Path<'_>, place: usize) -> bool {
        let event = path.visits[place].event();
        match self {
            Self::WaitOver(secs) => log.wait_secs(event).is_some_and(|wait| wait > *secs),
            Self::ScoreAtMost(limit) => log.score(event).is_some_and(|score| score <= *limit),
            Self::SentimentNegative => log.sentiment(event) == Some(Sentiment::Negative),
            Self::ContactedAgain(followed) => followed[event],
            Self::ChannelSwitch => {
                let before = place.checked_sub(1).map(|before| path.visits[before].event());
                let from = before.and_then(|before| log.channel(before));
                let to = log.channel(event);
                from.is_some() && to.is_some() && from != to
            }
            Self::Text(meant) => log.text(event).is_some_and(|code| meant[code as usize]),
            Self::Name(meant) => meant[log.name(event) as usize],
        }
    }
}

/// Journeys with or without the pain, among those that reached its touchpoint.
#[derive(Clone, Copy, Default)]
struct Group {
    journeys: u64,
    closed: u64,
    exits: u64,
}

impl Group {
    fn exit_rate(&self) -> Option<f64> {
        (self.closed > 0).then(|| self.exits as f64 / self.closed as f64)
    }
}

/// True when some pain point asks for contacts afterwards.
pub fn need_contacts(map: &JourneyMap) -> bool {
    rules(map).any(|(_, _, rule)| *rule == PainRule::ContactedAgain)
}

fn rules(map: &JourneyMap) -> impl Iterator<Item = (CardId, TouchpointId, &PainRule)> {
    map.cards.iter().filter_map(|card| match &card.kind {
        CardKind::Pain(pain) => Some((card.id, card.touchpoint, pain.rule.as_ref()?)),
        _ => None,
    })
}

/// The pain points with a rule, in the order of their ids. `place` gives a touchpoint's place in map order.
pub fn pains(
    log: &EventLog,
    map: &JourneyMap,
    place: impl Fn(TouchpointId) -> Option<usize>,
    paths: &Paths,
    followed: &[bool],
    cancel: &Cancel,
) -> Result<Vec<PainFigures>, Cancelled> {
    let mut figures = Vec::new();
    for (card, touchpoint, rule) in rules(map) {
        if let Some(touchpoint) = place(touchpoint) {
            figures.push(pain(log, card, touchpoint, &Test::new(rule, log, followed), paths, cancel)?);
        }
    }
    Ok(figures)
}

fn pain(
    log: &EventLog,
    card: CardId,
    touchpoint: usize,
    test: &Test<'_>,
    paths: &Paths,
    cancel: &Cancel,
) -> Result<PainFigures, Cancelled> {
    let mut visits = 0;
    let (mut with, mut without) = (Group::default(), Group::default());
    paths.try_for_each(cancel, |_, path| {
        let here = |place: &usize| path.visits[*place].touchpoint() == touchpoint;
        let mut places = (0..path.visits.len()).filter(here).peekable();
        if places.peek().is_none() {
            return;
        }
        let met = places.filter(|place| test.is_met(log, &path, *place)).count() as u64;
        visits += met;
        let group = if met > 0 { &mut with } else { &mut without };
        group.journeys += 1;
        group.closed += u64::from(path.closed);
        let left_here = path.visits.last().is_some_and(|last| last.touchpoint() == touchpoint);
        group.exits += u64::from(left_here && path.status.is_exit());
    })?;
    let difference = with.exit_rate().zip(without.exit_rate()).map(|(with, without)| with - without);
    Ok(PainFigures {
        card,
        visits,
        journeys: with.journeys,
        share: Rate::of(with.journeys, with.journeys + without.journeys),
        exits_explained: difference.filter(|_| !log.is_survey).map(|rate| rate * with.journeys as f64),
        risk_ratio: risk_ratio(with.exits, with.closed, without.exits, without.closed)
            .filter(|_| !log.is_survey),
    })
}
