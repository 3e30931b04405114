//! Rules made ready to be asked about names: which of them match, and which comes first in a channel.

use super::MeasureError;
use super::fold::{fold, plain_i};
use crate::base::name_key;
use crate::model::{EventRule, JourneyMap, Pattern, TouchpointId};
use hashbrown::{HashMap, HashSet};
use regex::{Regex, RegexBuilder};

/// Whole names are looked up, patterns tried one by one. Numbers are places in the list of rules.
#[derive(Debug)]
pub struct Matcher {
    exact: HashMap<String, Vec<usize>>,
    normalised: HashMap<String, Vec<usize>>,
    patterns: Vec<(usize, Regex)>,
    /// By rule: the channel in which it holds, folded; none = in all.
    channels: Vec<Option<String>>,
}

impl Matcher {
    /// Makes rules ready. Those to touchpoints that are on no stage of the map match nothing.
    ///
    /// # Errors
    /// [`MeasureError::BadPattern`].
    pub fn new(rules: &[EventRule], map: &JourneyMap) -> Result<Self, MeasureError> {
        let known: HashSet<TouchpointId> =
            map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect();
        let channels = rules.iter().map(|rule| rule.channel.as_deref().map(fold)).collect();
        let mut matcher =
            Self { exact: HashMap::new(), normalised: HashMap::new(), patterns: Vec::new(), channels };
        for (index, rule) in rules.iter().enumerate().filter(|(_, rule)| known.contains(&rule.touchpoint)) {
            matcher.add(index, &rule.event)?;
        }
        Ok(matcher)
    }

    fn add(&mut self, index: usize, pattern: &Pattern) -> Result<(), MeasureError> {
        match pattern {
            Pattern::Exact(name) => self.exact.entry(fold(name)).or_default().push(index),
            Pattern::Normalised(name) => self.normalised.entry(name_key(name)).or_default().push(index),
            Pattern::Glob(_) | Pattern::Regex(_) => {
                let regex = pattern.regex().unwrap_or_default();
                self.patterns.push((index, folding(&regex)?));
            }
        }
        Ok(())
    }

    /// The rules that match a name, whatever the channel, in their order.
    #[must_use]
    pub fn matching(&self, name: &str) -> Vec<usize> {
        let exact = self.exact.get(&fold(name)).into_iter().flatten();
        let normalised = if self.normalised.is_empty() { None } else { self.normalised.get(&name_key(name)) };
        let mut matching: Vec<usize> = exact.chain(normalised.into_iter().flatten()).copied().collect();
        if !self.patterns.is_empty() {
            let plain = plain_i(name);
            let found = self.patterns.iter().filter(|(_, regex)| regex.is_match(&plain));
            matching.extend(found.map(|(index, _)| *index));
        }
        matching.sort_unstable();
        matching
    }

    /// Does a rule hold in a channel? None = the event has no channel.
    #[must_use]
    pub fn holds_in(&self, rule: usize, channel: Option<&str>) -> bool {
        match self.channels.get(rule) {
            Some(Some(wanted)) => channel.is_some_and(|channel| fold(channel) == *wanted),
            Some(None) => true,
            None => false,
        }
    }

    /// The rule that takes the events of a name in each of these channels.
    #[must_use]
    pub fn winners(&self, name: &str, channels: &[Option<&str>]) -> Vec<Option<usize>> {
        let matching = self.matching(name);
        let winner =
            |channel: &Option<&str>| matching.iter().copied().find(|rule| self.holds_in(*rule, *channel));
        match matching.first() {
            // Most rules hold everywhere: nothing to be asked by channel.
            Some(first) if matches!(self.channels.get(*first), Some(None)) => {
                vec![Some(*first); channels.len()]
            }
            Some(_) => channels.iter().map(winner).collect(),
            None => vec![None; channels.len()],
        }
    }
}

/// Only İ and ı are rewritten in the pattern: lower-casing all of it would turn `\S` into `\s`.
fn folding(pattern: &str) -> Result<Regex, MeasureError> {
    RegexBuilder::new(&pattern.replace(['İ', 'ı'], "i"))
        .case_insensitive(true)
        .dot_matches_new_line(true)
        .build()
        .map_err(|error| MeasureError::BadPattern { pattern: pattern.to_owned(), reason: error.to_string() })
}
