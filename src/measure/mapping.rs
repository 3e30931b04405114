//! From events to touchpoints: the first rule that matches an event's name and channel wins. Names are matched
//! once per distinct name, not once per event.

use super::MeasureError;
use super::matcher::Matcher;
use crate::events::EventLog;
use crate::model::{EventRule, JourneyMap};
use hashbrown::HashMap;

/// Stands for "no rule takes this event".
const UNMAPPED: u32 = u32::MAX;

/// What becomes of the events of one name.
enum Target {
    /// The same in every channel.
    Any(u32),
    /// By channel code; the last place is for events without a channel.
    ByChannel(Box<[u32]>),
}

/// Where the events of a log belong.
pub struct Mapping {
    /// By name code.
    targets: Vec<Target>,
    channels: usize,
}

impl Mapping {
    /// Makes the rules ready for a log. Rules to touchpoints that the map no longer has are left out.
    pub fn new(log: &EventLog, map: &JourneyMap, rules: &[EventRule]) -> Result<Self, MeasureError> {
        let matcher = Matcher::new(rules, map)?;
        let place: HashMap<_, _> =
            map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).zip(0u32..).collect();
        let place_of = |rule: usize| rules.get(rule).and_then(|rule| place.get(&rule.touchpoint)).copied();
        let channels: Vec<Option<&str>> = log.channels.iter().map(Some).chain([None]).collect();
        let target = |name: &str| {
            let winners = matcher.winners(name, &channels);
            let mut places = winners.iter().map(|rule| rule.and_then(place_of).unwrap_or(UNMAPPED));
            match places.next() {
                Some(first) if places.all(|place| place == first) => Target::Any(first),
                _ => Target::ByChannel(
                    winners.iter().map(|rule| rule.and_then(place_of).unwrap_or(UNMAPPED)).collect(),
                ),
            }
        };
        Ok(Self { targets: log.names.iter().map(target).collect(), channels: log.channels.len() })
    }

    /// The place in map order of an event's touchpoint; none when no rule takes it.
    pub fn touchpoint(&self, log: &EventLog, event: usize) -> Option<u32> {
        let touchpoint = match self.targets.get(log.name(event) as usize)? {
            Target::Any(touchpoint) => *touchpoint,
            Target::ByChannel(touchpoints) => {
                touchpoints[log.channel(event).map_or(self.channels, |code| code as usize)]
            }
        };
        (touchpoint != UNMAPPED).then_some(touchpoint)
    }

    /// The same for a name that stands without an event and a channel.
    pub fn touchpoint_of_name(&self, name: u32) -> Option<u32> {
        let touchpoint = match self.targets.get(name as usize)? {
            Target::Any(touchpoint) => *touchpoint,
            Target::ByChannel(touchpoints) => *touchpoints.get(self.channels)?,
        };
        (touchpoint != UNMAPPED).then_some(touchpoint)
    }
}
