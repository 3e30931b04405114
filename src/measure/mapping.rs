//! From events to touchpoints: the first rule that matches an event's name and channel wins. Names are matched
//! once per distinct name, not once per event.

use super::MeasureError;
use super::fold::{fold, plain_i};
use crate::events::EventLog;
use crate::model::{EventRule, JourneyMap, Pattern};
use hashbrown::HashMap;
use regex::{Regex, RegexBuilder};

/// Stands for "no rule takes this event".
const UNMAPPED: u32 = u32::MAX;

/// What becomes of the events of one name.
enum Target {
    /// The same in every channel.
    Any(u32),
    /// By channel code; the last place is for events without a channel.
    ByChannel(Box<[u32]>),
}

/// A rule with its touchpoint's place in map order.
struct Rule<'a> {
    channel: Option<&'a str>,
    touchpoint: u32,
}

/// The rules made ready: exact names are looked up, the others tried one by one. Numbers are places in `rules`.
struct Matcher<'a> {
    rules: Vec<Rule<'a>>,
    exact: HashMap<String, Vec<usize>>,
    patterns: Vec<(usize, Regex)>,
}

/// Where the events of a log belong.
pub struct Mapping {
    /// By name code.
    targets: Vec<Target>,
    channels: usize,
}

impl Mapping {
    /// Makes the rules ready for a log.
    pub fn new(log: &EventLog, map: &JourneyMap, rules: &[EventRule]) -> Result<Self, MeasureError> {
        let matcher = Matcher::new(map, rules)?;
        let channels: Vec<String> = log.channels.iter().map(fold).collect();
        let targets = log.names.iter().map(|name| matcher.target(name, &channels)).collect();
        Ok(Self { targets, channels: channels.len() })
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

impl<'a> Matcher<'a> {
    /// Rules to touchpoints that the map no longer has are left out.
    fn new(map: &JourneyMap, rules: &'a [EventRule]) -> Result<Self, MeasureError> {
        let place: HashMap<_, _> =
            map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).zip(0u32..).collect();
        let mut matcher = Self { rules: Vec::new(), exact: HashMap::new(), patterns: Vec::new() };
        for rule in rules {
            let index = matcher.rules.len();
            let Some(touchpoint) = place.get(&rule.touchpoint) else { continue };
            match &rule.event {
                Pattern::Exact(name) => matcher.exact.entry(fold(name)).or_default().push(index),
                Pattern::Glob(glob) => matcher.patterns.push((index, regex(&regex_of_glob(glob))?)),
                Pattern::Regex(pattern) => matcher.patterns.push((index, regex(pattern)?)),
            }
            matcher.rules.push(Rule { channel: rule.channel.as_deref(), touchpoint: *touchpoint });
        }
        Ok(matcher)
    }

    fn target(&self, name: &str, channels: &[String]) -> Target {
        let exact = self.exact.get(&fold(name)).into_iter().flatten().copied();
        let plain = plain_i(name);
        let patterns = self.patterns.iter().filter(|(_, regex)| regex.is_match(&plain));
        let mut matching: Vec<usize> = exact.chain(patterns.map(|(index, _)| *index)).collect();
        matching.sort_unstable();
        let Some(first) = matching.first().map(|index| &self.rules[*index]) else {
            return Target::Any(UNMAPPED);
        };
        if first.channel.is_none() {
            return Target::Any(first.touchpoint);
        }
        let mut by_channel = vec![UNMAPPED; channels.len() + 1];
        // From the last to the first, so that the first has the last word.
        for rule in matching.iter().rev().map(|index| &self.rules[*index]) {
            let wanted = rule.channel.map(fold);
            for (place, touchpoint) in by_channel.iter_mut().enumerate() {
                if wanted.is_none() || wanted.as_ref() == channels.get(place) {
                    *touchpoint = rule.touchpoint;
                }
            }
        }
        Target::ByChannel(by_channel.into())
    }
}

fn regex_of_glob(glob: &str) -> String {
    let mut pattern = String::from("^");
    for letter in glob.chars() {
        match letter {
            '*' => pattern.push_str(".*"),
            '?' => pattern.push('.'),
            other => pattern.push_str(&regex::escape(other.encode_utf8(&mut [0; 4]))),
        }
    }
    pattern.push('$');
    pattern
}

/// Only İ and ı are rewritten in the pattern: lower-casing all of it would turn `\S` into `\s`.
fn regex(pattern: &str) -> Result<Regex, MeasureError> {
    RegexBuilder::new(&pattern.replace(['İ', 'ı'], "i"))
        .case_insensitive(true)
        .dot_matches_new_line(true)
        .build()
        .map_err(|error| MeasureError::BadPattern { pattern: pattern.to_owned(), reason: error.to_string() })
}
