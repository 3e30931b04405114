//! What agents get done: events with an outcome per hour at work, in each channel.

use super::bits::Bits;
use super::figures::HandledFigures;
use super::journeys::Journeys;
use super::ranked::{Ranked, entry};
use crate::base::time::SECOND;
use crate::base::{Cancel, Cancelled};
use crate::events::EventLog;
use rayon::prelude::*;
use std::cmp::Reverse;

/// How many events are handled between two looks at the cancel flag.
const EVENTS_PER_CHECK: usize = 1 << 16;

/// All events with an agent, for any filter. Empty without columns for agent and outcome.
#[derive(Default)]
pub struct AgentHours {
    /// By channel (the last group is for none), in the order of agents and clock hours; the first of each such pair is marked.
    ranked: Ranked,
    /// Places of events with an outcome.
    outcomes: Bits,
}

/// Agent and clock hour.
fn pair(log: &EventLog, event: usize) -> u64 {
    let hour = log.time(event).0.div_euclid(3600 * SECOND);
    // The low half of an hour number lasts for half a million years.
    u64::from(log.agent(event).unwrap_or_default()) << 32 | u64::from(hour as u32)
}

impl AgentHours {
    pub fn new(log: &EventLog, journeys: &Journeys, cancel: &Cancel) -> Result<Self, Cancelled> {
        if log.agents.is_empty() || !log.has_outcomes() {
            return Ok(Self::default());
        }
        let (mut entries, mut outcomes) = (Vec::new(), Bits::none(log.len()));
        for place in 0..log.len() {
            if place % EVENTS_PER_CHECK == 0 {
                cancel.check()?;
            }
            let event = journeys.event(place);
            if log.agent(event).is_some() {
                let channel = log.channel(event).map_or(log.channels.len(), |code| code as usize);
                entries.push(entry(channel, place, false));
                if log.outcome(event).is_some() {
                    outcomes.insert_range(place, place + 1);
                }
            }
        }
        let key = |place| pair(log, journeys.event(place));
        let ranked = Ranked::new(log.channels.len() + 1, &entries, key, cancel)?.mark_runs(key, cancel)?;
        Ok(Self { ranked, outcomes })
    }

    /// Channels by number of events, then by name, "no channel" last among equals; those without an agent are left out.
    pub fn figures(
        &self,
        log: &EventLog,
        selected: &Bits,
        cancel: &Cancel,
    ) -> Result<Vec<HandledFigures>, Cancelled> {
        let of_channel = |channel| {
            let (mut events, mut agent_hours, mut is_counted) = (0, 0, false);
            for (number, (place, is_new)) in self.ranked.group(channel).enumerate() {
                if number % EVENTS_PER_CHECK == 0 {
                    cancel.check()?;
                }
                // Without branches: nobody can foretell which places are selected.
                let is_selected = selected.contains(place);
                is_counted &= !is_new;
                agent_hours += u64::from(is_selected & !is_counted);
                is_counted |= is_selected;
                events += u64::from(is_selected & self.outcomes.contains(place));
            }
            Ok(HandledFigures {
                channel: (channel < log.channels.len()).then(|| log.channels.text(channel as u32).to_owned()),
                events,
                agent_hours,
                per_hour: events as f64 / agent_hours as f64,
            })
        };
        let figures = (0..self.ranked.len()).into_par_iter().map(of_channel);
        let mut figures: Vec<_> = figures.collect::<Result<_, Cancelled>>()?;
        figures.retain(|of| of.agent_hours > 0);
        figures.sort_by(|one, other| {
            let key = |of: &HandledFigures| (Reverse(of.events), of.channel.is_none());
            key(one).cmp(&key(other)).then_with(|| one.channel.cmp(&other.channel))
        });
        Ok(figures)
    }

    pub fn bytes_held(&self) -> usize {
        self.ranked.bytes_held() + self.outcomes.bytes_held()
    }
}
