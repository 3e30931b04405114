//! Pain points with a rule: how many visits meet it, and how many exits it may explain.

use super::bits::Bits;
use super::figures::{PainFigures, Rate};
use super::fold::fold;
use super::journeys::{Journeys, Status};
use super::kinds::Kinds;
use super::paths::{Visit, put_visits};
use super::stats::risk_ratio;
use crate::base::{Cancel, Cancelled};
use crate::events::{EventLog, Names, Sentiment};
use crate::model::{Card, CardId, CardKind, JourneyMap, PainRule, TouchpointId};
use rayon::prelude::*;

/// How many journeys are handled between two looks at the cancel flag.
const REACHED_PER_CHECK: usize = 1 << 16;

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
    fn is_met(&self, log: &EventLog, visits: &[Visit], place: usize) -> bool {
        let event = visits[place].event;
        match self {
            Self::WaitOver(secs) => log.wait_secs(event).is_some_and(|wait| wait > *secs),
            Self::ScoreAtMost(limit) => log.score(event).is_some_and(|score| score <= *limit),
            Self::SentimentNegative => log.sentiment(event) == Some(Sentiment::Negative),
            Self::ContactedAgain(followed) => followed[event],
            Self::ChannelSwitch => {
                let from = place.checked_sub(1).and_then(|before| visits[before].channel);
                let to = visits[place].channel;
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

/// A pain point with a rule.
pub type RuledPain = (CardId, TouchpointId, PainRule);

/// The pain points with a rule, in the order of their ids.
pub fn rules(map: &JourneyMap) -> Vec<RuledPain> {
    let rule = |card: &Card| match &card.kind {
        CardKind::Pain(pain) => Some((card.id, card.touchpoint, pain.rule.clone()?)),
        _ => None,
    };
    map.cards.iter().filter_map(rule).collect()
}

/// A journey that reached the pain's touchpoint.
struct Reached {
    journey: u32,
    /// Visits that meet the rule.
    met: u32,
    ends_here: bool,
}

/// The journey, if it has a visit at the touchpoint of a pain.
fn reached(
    log: &EventLog,
    (touchpoint, test): &(usize, Test<'_>),
    visits: &[Visit],
    journey: usize,
) -> Option<Reached> {
    let is_here = |visit: &Visit| visit.touchpoint as usize == *touchpoint;
    let mut here = (0..visits.len()).filter(|place| is_here(&visits[*place])).peekable();
    here.peek()?;
    let met = here.filter(|place| test.is_met(log, visits, *place)).count() as u32;
    Some(Reached { journey: journey as u32, met, ends_here: visits.last().is_some_and(is_here) })
}

/// The pain points of a map in a log.
#[derive(Default)]
pub struct Pains {
    cards: Vec<CardId>,
    reached: Vec<Vec<Reached>>,
}

impl Pains {
    /// Looks at all counted journeys. `place` gives a touchpoint's place in map order; `followed` is by event, and may
    /// be empty when no rule asks for contacts.
    pub fn new(
        log: &EventLog,
        (journeys, kinds): (&Journeys, &Kinds),
        rules: &[RuledPain],
        place: impl Fn(TouchpointId) -> Option<usize>,
        followed: &[bool],
        cancel: &Cancel,
    ) -> Result<Self, Cancelled> {
        let placed =
            rules.iter().filter_map(|(card, touchpoint, rule)| Some((*card, place(*touchpoint)?, rule)));
        let (cards, tests): (Vec<_>, Vec<_>) = placed
            .map(|(card, touchpoint, rule)| (card, (touchpoint, Test::new(rule, log, followed))))
            .unzip();
        if cards.is_empty() {
            return Ok(Self::default());
        }
        let parts = journeys.by_chunk(cancel, |chunk| {
            let mut found: Vec<Vec<Reached>> = tests.iter().map(|_| Vec::new()).collect();
            let mut visits = Vec::new();
            for number in chunk.clone() {
                put_visits(journeys, kinds, &journeys.list[number], &mut visits);
                for (test, found) in tests.iter().zip(&mut found) {
                    found.extend(reached(log, test, &visits, number));
                }
            }
            found
        })?;
        let mut all: Vec<Vec<Reached>> = tests.iter().map(|_| Vec::new()).collect();
        for part in parts {
            all.iter_mut().zip(part).for_each(|(all, found)| all.extend(found));
        }
        Ok(Self { cards, reached: all })
    }

    /// The figures of the pain points, in the order of their ids, over the journeys that pass.
    pub fn figures(
        &self,
        journeys: &Journeys,
        passing: &Bits,
        is_survey: bool,
        cancel: &Cancel,
    ) -> Result<Vec<PainFigures>, Cancelled> {
        let of_pain = |(card, reached): (&CardId, &Vec<Reached>)| {
            let mut visits = 0;
            let (mut with, mut without) = (Group::default(), Group::default());
            for some in reached.chunks(REACHED_PER_CHECK) {
                cancel.check()?;
                for one in some.iter().filter(|one| passing.contains(one.journey as usize)) {
                    let journey = &journeys.list[one.journey as usize];
                    visits += u64::from(one.met);
                    let group = if one.met > 0 { &mut with } else { &mut without };
                    group.journeys += 1;
                    group.closed += u64::from(journey.closed);
                    group.exits += u64::from(one.ends_here && journey.status.is_some_and(Status::is_exit));
                }
            }
            let difference = with.exit_rate().zip(without.exit_rate()).map(|(with, without)| with - without);
            Ok(PainFigures {
                card: *card,
                visits,
                journeys: with.journeys,
                share: Rate::of(with.journeys, with.journeys + without.journeys),
                exits_explained: difference.filter(|_| !is_survey).map(|rate| rate * with.journeys as f64),
                risk_ratio: risk_ratio(with.exits, with.closed, without.exits, without.closed)
                    .filter(|_| !is_survey),
            })
        };
        self.cards.par_iter().zip(&self.reached).map(of_pain).collect()
    }

    /// The counted journeys with a visit that meets a pain's rule, ascending; none for a pain without a rule.
    pub fn journeys_with(&self, card: CardId) -> Vec<u32> {
        let reached = self.cards.iter().zip(&self.reached).find(|(of, _)| **of == card);
        let with = reached.into_iter().flat_map(|(_, reached)| reached).filter(|one| one.met > 0);
        with.map(|one| one.journey).collect()
    }

    pub fn bytes_held(&self) -> usize {
        self.reached.iter().map(|reached| size_of::<Reached>() * reached.capacity()).sum()
    }
}
