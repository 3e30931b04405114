//! Visits told apart by all that is counted of them as parts of a journey: where the customer came from, whether it is the
//! first visit here, whether the journey ended with it. Numbered as kinds are, so that counting journeys at a
//! touchpoint, exits, transitions and switches is counting legs.

use super::coded::{Coded, Coder, Told};
use super::journeys::{Journey, Journeys, Status};
use super::kinds::Kinds;
use super::paths::{Visit, put_visits};
use crate::base::{Cancel, Cancelled};
use crate::events::EventLog;

/// A visit in its journey. Its parts are told where something is counted by them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leg {
    /// Place in map order.
    pub touchpoint: u32,
    /// Of the journey: we have waited long enough after its last event.
    pub closed: bool,
    /// Of the first visit here in its journey.
    pub stay: Option<Stay>,
    /// Of the last visit of a journey without a goal.
    pub end: Option<End>,
    /// Of all but the first visit of a journey.
    pub step: Option<Step>,
}

/// What a journey did at a touchpoint, over all its visits there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// It later reached the next touchpoint of the drawn line.
    pub went_on: bool,
    pub agents: Agents,
}

/// How many distinct ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agents {
    None,
    One,
    Several,
}

/// How a journey without a goal stands, after its last visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    pub status: Status,
    /// Of an exit.
    pub channel: Option<u32>,
}

/// From the visit before to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Place in map order of the touchpoint before.
    pub from: u32,
    /// The journey has not gone from there to here before.
    pub is_new: bool,
    pub channels: Channels,
}

/// The channels of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channels {
    /// Of at least one of the visits it is not known.
    Unknown,
    Same,
    Switch {
        from: u32,
        to: u32,
        /// When the journey has not made this switch before: whether it is an exit.
        is_new: Option<bool>,
    },
}

impl Told for Leg {
    type Words = (u64, u64, u64);

    fn words(self) -> Self::Words {
        let flags = |flags: &[bool]| flags.iter().fold(1, |word, flag| word << 1 | u64::from(*flag));
        let stay = self.stay.map_or(0, |stay| flags(&[stay.went_on]) << 2 | stay.agents as u64);
        let (end, exit_channel) = self
            .end
            .map_or((4, 0), |end| (end.status as u64, end.channel.map_or(0, |code| u64::from(code) + 1)));
        let (from, is_new) =
            self.step.map_or((u64::from(u32::MAX), 0), |step| (u64::from(step.from), flags(&[step.is_new])));
        let (kind, channels) = match self.step.map_or(Channels::Unknown, |step| step.channels) {
            Channels::Unknown => (0, 0),
            Channels::Same => (1, 0),
            Channels::Switch { from, to, is_new } => {
                (is_new.map_or(2, |exit| flags(&[exit]) + 1), u64::from(from) << 32 | u64::from(to))
            }
        };
        let small = u64::from(self.closed) | stay << 1 | end << 5 | is_new << 8 | kind << 10;
        (u64::from(self.touchpoint) << 32 | from, exit_channel << 16 | small, channels)
    }
}

/// A counted journey told apart by all that is counted of it as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub status: Status,
    pub closed: bool,
    /// It has exactly one visit.
    pub is_single: bool,
    /// Visits and distinct touchpoints of a journey with a goal.
    pub goal_lengths: Option<(u32, u32)>,
}

impl Told for Standing {
    type Words = (u64, u64);

    fn words(self) -> Self::Words {
        let small = self.status as u64 | u64::from(self.closed) << 8 | u64::from(self.is_single) << 9;
        // No journey is so long that all bits are set.
        let lengths = |(visits, touchpoints)| u64::from(visits) << 32 | u64::from(touchpoints);
        (small, self.goal_lengths.map_or(u64::MAX, lengths))
    }
}

/// The legs of all journeys by place, with gaps at events that no rule takes; and how each journey stands, with gaps for
/// those that are not counted.
#[derive(Default)]
pub struct Legs {
    pub legs: Coded<Leg>,
    pub standings: Coded<Standing>,
}

impl Legs {
    /// `touchpoints` is how many there are.
    pub fn new(
        log: &EventLog,
        (journeys, kinds): (&Journeys, &Kinds),
        touchpoints: usize,
        cancel: &Cancel,
    ) -> Result<Self, Cancelled> {
        let parts = journeys.by_chunk(cancel, |chunk| {
            let mut teller = Teller::new(log, touchpoints);
            let places = journeys.places(chunk);
            let mut legs = Coder::with_gaps(places.len());
            let mut standings = Coder::default();
            for (number, journey) in chunk.clone().zip(&journeys.list[chunk.clone()]) {
                put_visits(journeys, kinds, journey, &mut teller.visits);
                let put = |place: usize, leg| legs.put(place - places.start, leg);
                standings.push(teller.tell(number, journey, put));
            }
            (legs, standings)
        })?;
        let (legs, standings): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
        Ok(Self { legs: Coded::of_parts(legs, cancel)?, standings: Coded::of_parts(standings, cancel)? })
    }

    pub fn bytes_held(&self) -> usize {
        self.legs.bytes_held() + self.standings.bytes_held()
    }
}

/// What the journey in hand did at a touchpoint; valid only when `journey` is that journey.
#[derive(Clone, Copy)]
struct Here {
    journey: usize,
    first: usize,
    last: usize,
    agent: Option<u32>,
    agents: Agents,
}

/// Pairs that the journey in hand has made. They are few: no need to look them up.
#[derive(Default)]
struct Seen(Vec<(u32, u32)>);

impl Seen {
    /// True when it is new.
    fn insert(&mut self, pair: (u32, u32)) -> bool {
        let is_new = !self.0.contains(&pair);
        if is_new {
            self.0.push(pair);
        }
        is_new
    }
}

/// Tells the legs of one journey after the other.
struct Teller<'a> {
    log: &'a EventLog,
    /// Of the journey in hand.
    visits: Vec<Visit>,
    /// By place in map order.
    here: Vec<Here>,
    steps: Seen,
    switches: Seen,
}

impl<'a> Teller<'a> {
    fn new(log: &'a EventLog, touchpoints: usize) -> Self {
        let nowhere = Here { journey: usize::MAX, first: 0, last: 0, agent: None, agents: Agents::None };
        Self {
            log,
            visits: Vec::new(),
            here: vec![nowhere; touchpoints],
            steps: Seen::default(),
            switches: Seen::default(),
        }
    }

    /// Hands the legs of the journey whose visits are in hand to `put`, by place; gives how it stands, if it counts.
    fn tell(
        &mut self,
        number: usize,
        journey: &Journey,
        mut put: impl FnMut(usize, Leg),
    ) -> Option<Standing> {
        let status = journey.status?;
        self.steps.0.clear();
        self.switches.0.clear();
        let mut touchpoints = 0;
        for (order, visit) in self.visits.iter().enumerate() {
            let here = &mut self.here[visit.touchpoint as usize];
            if here.journey != number {
                *here =
                    Here { journey: number, first: order, last: order, agent: None, agents: Agents::None };
                touchpoints += 1;
            }
            here.last = order;
            if let Some(agent) = self.log.agent(visit.event) {
                let is_other = here.agent.replace(agent).is_some_and(|before| before != agent);
                let several = is_other || here.agents == Agents::Several;
                here.agents = if several { Agents::Several } else { Agents::One };
            }
        }
        let mut before = None;
        let last = self.visits.len().checked_sub(1)?;
        for (order, visit) in self.visits.iter().enumerate() {
            let end = End { status, channel: visit.channel.filter(|_| status.is_exit()) };
            let leg = Leg {
                touchpoint: visit.touchpoint,
                closed: journey.closed,
                stay: stay(&self.here, number, order, visit.touchpoint),
                end: (order == last && status != Status::Goal).then_some(end),
                step: before.replace(visit).map(|before| {
                    let pair = (before.touchpoint, visit.touchpoint);
                    Step {
                        from: before.touchpoint,
                        is_new: self.steps.insert(pair),
                        channels: channels(&mut self.switches, (before, visit), status),
                    }
                }),
            };
            put(visit.place, leg);
        }
        Some(Standing {
            status,
            closed: journey.closed,
            is_single: last == 0,
            goal_lengths: (status == Status::Goal).then_some((last as u32 + 1, touchpoints)),
        })
    }
}

fn stay(here: &[Here], journey: usize, order: usize, touchpoint: u32) -> Option<Stay> {
    let stay = here.get(touchpoint as usize).filter(|here| here.first == order)?;
    let next = here.get(touchpoint as usize + 1);
    let went_on = next.is_some_and(|next| next.journey == journey && next.last > stay.first);
    Some(Stay { went_on, agents: stay.agents })
}

fn channels(switches: &mut Seen, (before, visit): (&Visit, &Visit), status: Status) -> Channels {
    let (Some(from), Some(to)) = (before.channel, visit.channel) else { return Channels::Unknown };
    if from == to {
        return Channels::Same;
    }
    let is_new = switches.insert((from, to));
    Channels::Switch { from, to, is_new: is_new.then(|| status.is_exit()) }
}

/// The legs with how many visits each has.
#[derive(Clone, Copy)]
pub struct LegCounts<'a> {
    pub legs: &'a [Leg],
    pub counts: &'a [u32],
}

impl<'a> LegCounts<'a> {
    /// All that occur.
    pub fn iter(self) -> impl Iterator<Item = (&'a Leg, u64)> {
        let counts = self.legs.iter().zip(self.counts);
        counts.filter(|(_, count)| **count > 0).map(|(leg, count)| (leg, u64::from(*count)))
    }

    /// The steps among them.
    pub fn steps(self) -> impl Iterator<Item = (&'a Leg, Step, u64)> {
        self.iter().filter_map(|(leg, count)| Some((leg, leg.step?, count)))
    }
}
