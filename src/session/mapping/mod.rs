//! Which events are which touchpoint: every event name with what takes it and why, what each rule does, and the changes
//! that assigning by hand makes to the rules.

mod assign;
mod cache;
mod commands;

pub use assign::{assigned, mapping_edit, unassigned};
pub use cache::MappingCache;

use crate::base::name_key;
use crate::measure::{EventTally, Matcher, MeasureError, NameTally};
use crate::model::{EventRule, JourneyMap, Pattern, PatternError, TouchpointId};
use std::sync::Arc;

/// A touchpoint with a name like that of an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likest {
    /// Which.
    pub touchpoint: TouchpointId,
    /// How alike, 0…1; 1 = the same but for case, accents and separators.
    pub likeness: f64,
}

/// All event names of the data with where they go.
#[derive(Clone, Debug)]
pub struct EventTable {
    /// By count, then by name; their places do not change with the rules.
    pub rows: Vec<EventRow>,
    /// What each rule does, in their order.
    pub rules: Vec<RuleHits>,
    /// All events.
    pub events: u64,
    /// Those that some rule takes.
    pub mapped_events: u64,
    tally: Arc<EventTally>,
    matcher: Arc<Matcher>,
    rule_list: Vec<EventRule>,
}

/// Rules, or none, each with how many events it takes.
pub type Takers = Vec<(Option<usize>, u64)>;

/// An event name.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRow {
    /// As in the data.
    pub name: String,
    /// By which it is searched.
    pub key: String,
    /// Events.
    pub count: u64,
    /// Which rules take how many of them, the most first; none = no rule does.
    pub takers: Takers,
    /// All rules that match in some channel that the events have, in their order, with how many events each matches.
    pub matching: Vec<(usize, u64)>,
    /// The touchpoint most like it.
    pub likest: Option<Likest>,
}

/// What a rule does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleHits {
    /// Names that it matches.
    pub names: usize,
    /// Their events in its channel.
    pub events: u64,
    /// Names that it takes, no earlier rule doing so.
    pub taken_names: usize,
    /// Events that it takes.
    pub taken_events: u64,
}

/// What a rule would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// How much it would match and take.
    pub hits: RuleHits,
    /// The rows that it would match.
    pub rows: Vec<usize>,
}

impl EventRow {
    /// Events that no rule takes.
    #[must_use]
    pub fn unmapped(&self) -> u64 {
        self.takers.iter().find(|(rule, _)| rule.is_none()).map_or(0, |(_, count)| *count)
    }

    /// The touchpoint that is to be offered: of names that are not wholly mapped yet.
    #[must_use]
    pub fn suggestion(&self) -> Option<Likest> {
        self.likest.filter(|_| self.unmapped() > 0)
    }
}

impl EventTable {
    /// What these rules make of these events; `likest` by name in the order of the tally.
    ///
    /// # Errors
    /// [`MeasureError::BadPattern`].
    pub fn of(
        tally: Arc<EventTally>,
        map: &JourneyMap,
        rules: &[EventRule],
        likest: &[Option<Likest>],
    ) -> Result<Self, MeasureError> {
        let matcher = Matcher::new(rules, map)?;
        let mut hits = vec![RuleHits::default(); rules.len()];
        let mut rows = Vec::with_capacity(tally.names.len());
        for (place, name) in tally.names.iter().enumerate() {
            let (takers, matching) = judge(&matcher, name);
            for (rule, events) in &matching {
                if let Some(hits) = hits.get_mut(*rule) {
                    hits.names += 1;
                    hits.events += events;
                }
            }
            for (rule, events) in &takers {
                if let Some(hits) = rule.and_then(|rule| hits.get_mut(rule)) {
                    hits.taken_names += 1;
                    hits.taken_events += events;
                }
            }
            let likest = likest.get(place).copied().flatten();
            let (name, count) = (name.name.clone(), name.count);
            rows.push(EventRow { key: name_key(&name), name, count, takers, matching, likest });
        }
        let unmapped: u64 = rows.iter().map(EventRow::unmapped).sum();
        let events = tally.events;
        Ok(Self {
            rows,
            rules: hits,
            events,
            mapped_events: events - unmapped,
            tally,
            matcher: Arc::new(matcher),
            rule_list: rules.to_vec(),
        })
    }

    /// Channels of the data.
    #[must_use]
    pub fn channels(&self) -> &[String] {
        &self.tally.channels
    }

    /// What a rule would do at a place of the list, instead of the one that stands there or after the last.
    ///
    /// # Errors
    /// [`PatternError`] when its pattern cannot be used.
    pub fn try_rule(&self, map: &JourneyMap, rule: &EventRule, place: usize) -> Result<Trial, PatternError> {
        rule.event.check()?;
        let whole = |error: MeasureError| PatternError { reason: error.to_string(), place: None };
        let alone = Matcher::new(std::slice::from_ref(rule), map).map_err(whole)?;
        let mut trial = Trial::default();
        for (row, name) in self.tally.names.iter().enumerate() {
            if alone.matching(&name.name).is_empty() {
                continue;
            }
            let channels: Vec<_> = name.channels.iter().map(|(channel, _)| channel.as_deref()).collect();
            let winners = self.matcher.winners(&name.name, &channels);
            let (mut events, mut taken) = (0, 0);
            for (((_, count), channel), winner) in name.channels.iter().zip(&channels).zip(winners) {
                if alone.holds_in(0, *channel) {
                    events += count;
                    let is_free = winner.is_none_or(|winner| winner >= place);
                    taken += if is_free { *count } else { 0 };
                }
            }
            if events > 0 {
                trial.rows.push(row);
                trial.hits.names += 1;
                trial.hits.events += events;
                trial.hits.taken_names += usize::from(taken > 0);
                trial.hits.taken_events += taken;
            }
        }
        Ok(trial)
    }

    /// The channels of a row's events, the most frequent first.
    #[must_use]
    pub fn channels_of(&self, row: usize) -> &[(Option<String>, u64)] {
        self.tally.names.get(row).map_or(&[], |name| &name.channels)
    }

    /// The events of a touchpoint, by place of their row, with how many of each come here, in the order of the rows.
    #[must_use]
    pub fn events_at(&self, touchpoint: TouchpointId) -> Vec<(usize, u64)> {
        let leads_here =
            |rule: usize| self.rule_list.get(rule).is_some_and(|rule| rule.touchpoint == touchpoint);
        let here = |row: &EventRow| -> u64 {
            let takers = row.takers.iter().filter(|(rule, _)| rule.is_some_and(leads_here));
            takers.map(|(_, count)| count).sum()
        };
        let counts = self.rows.iter().map(here).enumerate();
        counts.filter(|(_, count)| *count > 0).collect()
    }
}

/// Who takes the events of a name, and which rules match them.
fn judge(matcher: &Matcher, name: &NameTally) -> (Takers, Vec<(usize, u64)>) {
    let channels: Vec<_> = name.channels.iter().map(|(channel, _)| channel.as_deref()).collect();
    let matching = matcher.matching(&name.name).into_iter().map(|rule| {
        let held =
            name.channels.iter().zip(&channels).filter(|(_, channel)| matcher.holds_in(rule, **channel));
        (rule, held.map(|((_, count), _)| count).sum::<u64>())
    });
    let matching: Vec<_> = matching.filter(|(_, count)| *count > 0).collect();
    let mut takers = Takers::new();
    for (winner, (_, count)) in matcher.winners(&name.name, &channels).into_iter().zip(&name.channels) {
        match takers.iter_mut().find(|(rule, _)| *rule == winner) {
            Some((_, sum)) => *sum += count,
            None => takers.push((winner, *count)),
        }
    }
    takers.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    (takers, matching)
}

/// A word for how a pattern is written, for lists.
#[must_use]
pub fn pattern_words(pattern: &Pattern) -> String {
    use crate::tr;
    match pattern {
        Pattern::Exact(name) => tr!("session-pattern-exact", text = name.as_str()),
        Pattern::Normalised(name) => tr!("session-pattern-normalised", text = name.as_str()),
        Pattern::Glob(glob) => tr!("session-pattern-glob", text = glob.as_str()),
        Pattern::Regex(regex) => tr!("session-pattern-regex", text = regex.as_str()),
    }
}
