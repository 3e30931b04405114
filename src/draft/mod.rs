//! Drafts a map from interaction data: one touchpoint per event name, in the order in which journeys visit
//! them, grouped into stages. Also the maps of the templates. What the data does not say is left to the team:
//! no emotion is drawn and no pain is invented.

mod dictionary;
mod naming;
mod numbered;
mod order;
mod precedence;
mod stages;
mod templates;

pub use templates::{Template, UnknownTemplate, as_template, template, templates};

use crate::base::key::name_key;
use crate::base::readable::readable;
use crate::events::EventLog;
use crate::model::{
    Channel, ChannelId, EventRule, JourneyMap, Lane, LaneId, LaneKind, Pattern, Persona, PersonaId, Source,
    SourceId, Stage, StageId, Touchpoint, TouchpointId,
};
use crate::tr;
use order::Step;
use std::collections::{BTreeMap, BTreeSet};

/// More columns than this nobody can read; rarer event names are left unmapped, where they stay visible.
const MOST_TOUCHPOINTS: usize = 60;
/// A channel is drawn at a touchpoint when it carries at least one visit in this many.
const CHANNEL_ONE_IN: u64 = 10;

/// A map with one touchpoint per event name of the log, rules for all of them and the source linked. Its title is written as
/// people write: it may be a file's name.
/// Names that differ only in letter case, accents or `_` and blanks share a touchpoint.
#[must_use]
pub fn draft(log: &EventLog, source: &Source, title: &str) -> JourneyMap {
    let (steps, groups) = if log.is_summary {
        let steps = summary_steps(log);
        let groups = stages::by_meaning_or_breaks(&steps);
        (steps, groups)
    } else if log.is_survey {
        let steps = survey_steps(log, source);
        let groups = stages::by_question(&steps);
        (steps, groups)
    } else {
        let steps = order::steps_of_log(log, source.gap, MOST_TOUCHPOINTS);
        let groups = stages::by_meaning_or_breaks(&steps);
        (steps, groups)
    };
    let mut draft = Draft::new(title);
    draft.add_channels(log, &steps);
    let ids = draft.add_stages(&steps, groups);
    draft.add_lanes(log);
    draft.add_persona();
    draft.add_source(source, &steps, &ids);
    draft.finish()
}

/// Drops the rarest steps beyond what a map can show; the order stays.
fn keep_commonest(steps: &mut Vec<Step>) {
    if steps.len() > MOST_TOUCHPOINTS {
        let mut counts: Vec<u64> = steps.iter().map(|step| step.visits).collect();
        counts.sort_unstable_by(|a, b| b.cmp(a));
        let least = counts[MOST_TOUCHPOINTS - 1];
        steps.retain(|step| step.visits >= least);
        steps.truncate(MOST_TOUCHPOINTS);
    }
}

/// The rows of a summary table in their order.
fn summary_steps(log: &EventLog) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for row in &log.summary {
        let name = log.names.text(row.name);
        let key = name_key(name);
        if let Some(step) = steps.iter_mut().find(|step| step.key == key) {
            let event = Pattern::Exact(name.to_owned());
            if !step.events.contains(&event) {
                step.events.push(event);
            }
            continue;
        }
        let (n, _) = row.scores.unwrap_or_default();
        let mut step = Step::new(key, name, row.reached.unwrap_or(n));
        step.scored = n;
        steps.push(step);
    }
    let count = steps.len().max(1);
    for (index, step) in steps.iter_mut().enumerate() {
        step.position = index as f64 / count as f64;
    }
    keep_commonest(&mut steps);
    steps
}

/// The rating columns of a survey in the order of the table, answered or not.
fn survey_steps(log: &EventLog, source: &Source) -> Vec<Step> {
    let ratings = source.survey.iter().flat_map(|survey| &survey.ratings);
    let mut steps: Vec<Step> = Vec::new();
    for rating in ratings {
        let name = rating.column.trim();
        let key = name_key(name);
        if steps.iter().any(|step| step.key == key) {
            continue;
        }
        let visits = log
            .names
            .code(name)
            .map_or(0, |code| (0..log.len()).filter(|event| log.name(*event) == code).count() as u64);
        steps.push(Step::new(key, name, visits));
    }
    steps
}

/// A map in the making.
struct Draft {
    map: JourneyMap,
    touchpoints: Vec<Touchpoint>,
    stages: Vec<Stage>,
    channels: Vec<Channel>,
    /// By the log's channel code.
    channel_ids: BTreeMap<u32, ChannelId>,
    has_scores: bool,
}

impl Draft {
    fn new(title: &str) -> Self {
        let mut map = JourneyMap::default();
        map.about.title = readable(title);
        Self {
            map,
            touchpoints: Vec::new(),
            stages: Vec::new(),
            channels: Vec::new(),
            channel_ids: BTreeMap::new(),
            has_scores: false,
        }
    }

    fn fresh_id(&mut self) -> u32 {
        let id = self.map.about.next_id;
        self.map.about.next_id += 1;
        id
    }

    /// The channels that are drawn somewhere, commonest first; spellings of one name are one channel.
    fn add_channels(&mut self, log: &EventLog, steps: &[Step]) {
        let mut visits: BTreeMap<u32, u64> = BTreeMap::new();
        let mut drawn = BTreeSet::new();
        for step in steps {
            drawn.extend(main_channels(step));
            for (channel, count) in &step.channels {
                *visits.entry(*channel).or_default() += count;
            }
        }
        let mut codes: Vec<u32> = drawn.into_iter().collect();
        codes.sort_by_key(|code| (std::cmp::Reverse(visits.get(code).copied()), log.channels.text(*code)));
        let mut by_key: BTreeMap<String, ChannelId> = BTreeMap::new();
        for code in codes {
            let name = log.channels.text(code).trim();
            let known = by_key.get(&name_key(name)).copied();
            let id = known.unwrap_or_else(|| {
                let id = ChannelId(self.fresh_id());
                self.channels.push(Channel::new(id, name.to_owned()));
                by_key.insert(name_key(name), id);
                id
            });
            self.channel_ids.insert(code, id);
        }
    }

    /// Stages with their touchpoints; gives the touchpoint of each step.
    fn add_stages(&mut self, steps: &[Step], groups: Vec<stages::Group>) -> BTreeMap<String, TouchpointId> {
        let mut ids = BTreeMap::new();
        let names = naming::touchpoint_names(steps);
        for group in groups {
            let stage = StageId(self.fresh_id());
            let mut members = Vec::new();
            for (step, name) in
                group.members.iter().filter_map(|index| steps.get(*index).zip(names.get(*index)))
            {
                let id = TouchpointId(self.fresh_id());
                self.has_scores |= step.scored > 0;
                let mut touchpoint = Touchpoint::new(id, name.clone());
                touchpoint.goal = dictionary::is_goal(&step.key);
                touchpoint.contact = dictionary::is_contact(&step.key);
                for channel in main_channels(step).filter_map(|code| self.channel_ids.get(&code)) {
                    if !touchpoint.channels.contains(channel) {
                        touchpoint.channels.push(*channel);
                    }
                }
                ids.insert(step.key.clone(), id);
                members.push(id);
                self.touchpoints.push(touchpoint);
            }
            self.map.about.stages.push(stage);
            self.stages.push(Stage { id: stage, name: group.name, touchpoints: members, palette: None });
        }
        ids
    }

    /// The usual rows, without those for which the data has nothing.
    fn add_lanes(&mut self, log: &EventLog) {
        let kinds = [
            (LaneKind::Channels, !log.channels.is_empty()),
            (LaneKind::Emotion, true),
            (
                LaneKind::Exits,
                !log.is_survey && (!log.is_summary || log.summary.iter().any(|row| row.exits.is_some())),
            ),
            (LaneKind::Satisfaction, self.has_scores || log.is_survey),
            (LaneKind::Pains, true),
            (LaneKind::Opportunities, true),
        ];
        let mut lanes = Vec::new();
        for (kind, _) in kinds.into_iter().filter(|(_, wanted)| *wanted) {
            let id = LaneId(self.fresh_id());
            self.map.about.lanes.push(id);
            lanes.push(Lane::new(id, kind));
        }
        self.map.lanes = lanes.into_iter().collect();
    }

    /// Somebody whose journey it is, without emotions: those are the team's to draw.
    fn add_persona(&mut self) {
        let id = PersonaId(self.fresh_id());
        self.map.about.personas.push(id);
        let persona = Persona::new(id, tr!("draft-persona"));
        self.map.personas = [persona].into_iter().collect();
    }

    /// The source as described, with a rule for every spelling of every step.
    fn add_source(&mut self, source: &Source, steps: &[Step], ids: &BTreeMap<String, TouchpointId>) {
        let mut source = source.clone();
        source.id = SourceId(self.fresh_id());
        for step in steps {
            let Some(touchpoint) = ids.get(&step.key) else { continue };
            let rules = step.events.iter().map(|event| EventRule {
                event: event.clone(),
                channel: None,
                touchpoint: *touchpoint,
            });
            source.rules.extend(rules);
        }
        self.map.sources = [source].into_iter().collect();
    }

    fn finish(mut self) -> JourneyMap {
        self.map.touchpoints = self.touchpoints.into_iter().collect();
        self.map.stages = self.stages.into_iter().collect();
        self.map.channels = self.channels.into_iter().collect();
        self.map
    }
}

/// Codes of the channels that carry a fair share of a step's visits, commonest first.
fn main_channels(step: &Step) -> impl Iterator<Item = u32> + use<> {
    let enough = |count: &u64| count * CHANNEL_ONE_IN >= step.visits;
    let mut channels: Vec<_> = step.channels.iter().filter(|(_, count)| enough(count)).collect();
    channels.sort_by_key(|(code, count)| (std::cmp::Reverse(**count), **code));
    channels.into_iter().map(|(code, _)| *code).collect::<Vec<_>>().into_iter()
}
