//! What assigning event names by hand does to the rules.

use crate::measure::{Matcher, folded_name};
use crate::model::edit::EditName;
use crate::model::{Edit, EventRule, JourneyMap, Pattern, Source, TouchpointId};
use std::collections::BTreeMap;

/// The rules with which these names go to these touchpoints, whatever the channel. Their own rules are replaced; new ones
/// stand before the first rule that would take one of them elsewhere, and there is none where a rule does so already.
#[must_use]
pub fn assigned(map: &JourneyMap, rules: &[EventRule], picks: &[(&str, TouchpointId)]) -> Vec<EventRule> {
    let wanted: BTreeMap<String, (&str, TouchpointId)> =
        picks.iter().map(|(name, touchpoint)| (folded_name(name), (*name, *touchpoint))).collect();
    let mut kept = without_rules_of(rules, |key| wanted.contains_key(key));
    // Rules that do not parse match nothing; the file was refused or the rule is mended elsewhere.
    let Ok(matcher) = Matcher::new(&kept, map) else { return rules.to_vec() };
    let is_taken = |rule: usize, touchpoint: TouchpointId| {
        kept.get(rule).is_some_and(|rule| rule.touchpoint == touchpoint && rule.channel.is_none())
    };
    let mut at = kept.len();
    let mut fresh = Vec::new();
    for (name, touchpoint) in wanted.into_values() {
        let first = matcher.matching(name).first().copied();
        if first.is_some_and(|rule| is_taken(rule, touchpoint)) {
            continue;
        }
        at = at.min(first.unwrap_or(at));
        fresh.push(EventRule { event: Pattern::Exact(name.to_owned()), channel: None, touchpoint });
    }
    kept.splice(at..at, fresh);
    kept
}

/// The rules without those that name one of these events as a whole. Patterns stay, which may take them all the same.
#[must_use]
pub fn unassigned(rules: &[EventRule], names: &[&str]) -> Vec<EventRule> {
    let keys: Vec<String> = names.iter().map(|name| folded_name(name)).collect();
    without_rules_of(rules, |key| keys.iter().any(|other| other == key))
}

fn without_rules_of(rules: &[EventRule], is_meant: impl Fn(&str) -> bool) -> Vec<EventRule> {
    let names_one = |rule: &&EventRule| match &rule.event {
        Pattern::Exact(name) => is_meant(&folded_name(name)),
        Pattern::Normalised(_) | Pattern::Glob(_) | Pattern::Regex(_) => false,
    };
    rules.iter().filter(|rule| !names_one(rule)).cloned().collect()
}

/// One undo step that gives a source these rules; `count` is told in its name.
#[must_use]
pub fn mapping_edit(source: &Source, rules: Vec<EventRule>, key: &'static str, count: usize) -> Edit {
    let edits = vec![Edit::SetSource(Source { rules, ..source.clone() })];
    Edit::Batch { name: EditName { key, count }, edits }
}
