//! What happens in each channel, and where customers are against where we are.

use super::super::walk;
use super::super::{Inputs, JourneySet};
use super::Known;
use crate::base::{Cancel, Cancelled, name_key};
use crate::measure::stats::{Moments, quantile};
use crate::measure::{HandledFigures, Rate};
use crate::model::{ChannelId, TouchpointId};
use hashbrown::HashMap;

/// A channel that carries less than one visit in so many at a touchpoint is not missed there.
const MISSED_ONE_IN: u64 = 10;
/// And one with fewer visits than this neither.
const MISSED_FROM: u64 = 10;

/// All channels, in the data or on the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Channels {
    /// By visits, then by name.
    pub used: Vec<ChannelUse>,
    /// On the map, but nowhere in the selected journeys.
    pub drawn_unused: Vec<ChannelId>,
    /// Customers are there and the map is not, by visits.
    pub missing: Vec<PlaceGap>,
    /// The map is there and customers are not, in map order.
    pub unused: Vec<PlaceGap>,
}

/// What happens in a channel.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelUse {
    /// As on the map, else as in the data.
    pub channel: String,
    /// The map's channel of that name.
    pub drawn: Option<ChannelId>,
    /// Events that a rule takes.
    pub visits: u64,
    /// Of all visits whose channel is known.
    pub share: f64,
    /// Those with a visit in it.
    pub journeys: JourneySet,
    /// Visits at contact touchpoints.
    pub contacts: u64,
    /// Scores on the source's scale.
    pub satisfaction: Option<Moments>,
    /// Exits whose last visit is in it.
    pub exits: JourneySet,
    /// Exits ÷ closed journeys with a visit in it.
    pub exit_rate: Option<Rate>,
    /// What agents get done in it.
    pub handled: Option<HandledFigures>,
    /// Visits that say how long the customer waited, and the median.
    pub wait: Option<(u64, f64)>,
}

/// A channel at a touchpoint, on one side only.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct PlaceGap {
    pub touchpoint: TouchpointId,
    pub channel: String,
    /// Visits in it there; 0 for what is drawn only.
    pub visits: u64,
    /// Of the touchpoint's visits whose channel is known.
    pub of: u64,
    /// Who is there.
    pub journeys: JourneySet,
}

#[derive(Clone, Default)]
struct Sum {
    visits: u64,
    contacts: u64,
    journeys: Vec<u32>,
    closed: u64,
    exits: Vec<u32>,
    scores: Vec<f64>,
    waits: Vec<f64>,
}

struct Part {
    channels: Vec<Sum>,
    /// Touchpoint and channel: visits and journeys.
    places: HashMap<(u32, usize), (u64, Vec<u32>)>,
}

/// The channels of the selected journeys. Empty without a channel column.
///
/// # Errors
/// [`Cancelled`].
pub fn channels(of: &Inputs<'_>, cancel: &Cancel) -> Result<Channels, Cancelled> {
    let (log, known) = (of.log, Known::new(of.log, of.map));
    let contacts = of.prepared.contacts();
    let new = || Part { channels: vec![Sum::default(); known.len()], places: HashMap::new() };
    let each = |part: &mut Part, passage: &walk::Passage<'_>| {
        for visit in passage.visits {
            let Some(channel) = known.place(visit.channel) else { continue };
            let sum = &mut part.channels[channel];
            sum.visits += 1;
            sum.contacts += u64::from(contacts[visit.touchpoint as usize]);
            if sum.journeys.last() != Some(&passage.number) {
                sum.journeys.push(passage.number);
                sum.closed += u64::from(passage.closed);
            }
            sum.scores.extend(of.prepared.unit_score(log, visit.event));
            sum.waits.extend(log.wait_secs(visit.event));
            let (visits, journeys) = part.places.entry((visit.touchpoint, channel)).or_default();
            *visits += 1;
            if journeys.last() != Some(&passage.number) {
                journeys.push(passage.number);
            }
        }
        let last = passage.visits.last().filter(|_| passage.is_exit());
        if let Some(channel) = last.and_then(|visit| known.place(visit.channel)) {
            part.channels[channel].exits.push(passage.number);
        }
    };
    let part = walk::fold(of, cancel, new, each, join)?;
    Ok(told(of, &known, part))
}

fn join(all: &mut Part, part: Part) {
    for (sum, more) in all.channels.iter_mut().zip(part.channels) {
        sum.visits += more.visits;
        sum.contacts += more.contacts;
        sum.closed += more.closed;
        sum.journeys.extend(more.journeys);
        sum.exits.extend(more.exits);
        sum.scores.extend(more.scores);
        sum.waits.extend(more.waits);
    }
    for (place, (visits, journeys)) in part.places {
        let of_place = all.places.entry(place).or_default();
        of_place.0 += visits;
        of_place.1.extend(journeys);
    }
}

fn told(of: &Inputs<'_>, known: &Known<'_>, part: Part) -> Channels {
    let all: u64 = part.channels.iter().map(|sum| sum.visits).sum();
    let scale = of.prepared.usual_scale();
    let mut used = Vec::new();
    for (place, mut sum) in part.channels.into_iter().enumerate().filter(|(_, sum)| sum.visits > 0) {
        let handled = of.measures.handled.iter().find(|handled| {
            let name = handled.channel.as_deref();
            name.is_some_and(|name| name_key(name) == name_key(known.names[place]))
        });
        for score in &mut sum.scores {
            *score = scale.min + *score * (scale.max - scale.min);
        }
        let exits = JourneySet::from(sum.exits);
        let exit_rate = Rate::of(exits.count(), sum.closed);
        let waited = sum.waits.len() as u64;
        used.push(ChannelUse {
            channel: known.name(place),
            drawn: known.drawn[place].map(|channel| channel.id),
            visits: sum.visits,
            share: sum.visits as f64 / all as f64,
            journeys: JourneySet::from(sum.journeys),
            contacts: sum.contacts,
            satisfaction: Moments::of(&sum.scores),
            exit_rate,
            exits,
            handled: handled.cloned(),
            wait: quantile(&mut sum.waits, 0.5).map(|median| (waited, median)),
        });
    }
    used.sort_by(|one, other| other.visits.cmp(&one.visits).then_with(|| one.channel.cmp(&other.channel)));
    let is_used = |id: ChannelId| used.iter().any(|channel| channel.drawn == Some(id));
    let drawn_unused = of.map.channels.iter().map(|channel| channel.id).filter(|id| !is_used(*id)).collect();
    let (missing, unused) = place_gaps(of, known, &part.places);
    Channels { used, drawn_unused, missing, unused }
}

fn place_gaps(
    of: &Inputs<'_>,
    known: &Known<'_>,
    places: &HashMap<(u32, usize), (u64, Vec<u32>)>,
) -> (Vec<PlaceGap>, Vec<PlaceGap>) {
    let (mut missing, mut unused) = (Vec::new(), Vec::new());
    for (number, touchpoint) in (0..).zip(of.touchpoints()) {
        let here = |channel: usize| places.get(&(number, channel)).map_or(0, |(visits, _)| *visits);
        let all: u64 = (0..known.len()).map(here).sum();
        // A touchpoint without drawn channels says nothing of them.
        if all == 0 || touchpoint.channels.is_empty() {
            continue;
        }
        for id in &touchpoint.channels {
            let places_of_id =
                (0..known.len()).filter(|place| known.drawn[*place].is_some_and(|it| it.id == *id));
            if places_of_id.map(here).sum::<u64>() == 0
                && let Some(channel) = of.map.channels.get(*id)
            {
                let (touchpoint, channel) = (touchpoint.id, channel.name.clone());
                unused.push(PlaceGap {
                    touchpoint,
                    channel,
                    visits: 0,
                    of: all,
                    journeys: JourneySet::default(),
                });
            }
        }
        for channel in 0..known.len() {
            let is_drawn = known.drawn[channel].is_some_and(|it| touchpoint.channels.contains(&it.id));
            let visits = here(channel);
            if !is_drawn && visits >= MISSED_FROM && visits * MISSED_ONE_IN >= all {
                let journeys = places.get(&(number, channel)).map(|(_, journeys)| journeys.clone());
                missing.push(PlaceGap {
                    touchpoint: touchpoint.id,
                    channel: known.name(channel),
                    visits,
                    of: all,
                    journeys: JourneySet::from(journeys.unwrap_or_default()),
                });
            }
        }
    }
    missing.sort_by_key(|gap| std::cmp::Reverse(gap.visits));
    (missing, unused)
}
