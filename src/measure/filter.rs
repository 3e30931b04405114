//! Which journeys are selected: whole ones, by their first event, their segment, their channels and how they stand.

use super::MeasureError;
use super::dates::moment;
use super::fold::fold;
use crate::base::Timestamp;
use crate::events::{EventLog, Names};
use crate::model::{Filter, JourneyStatus};
use std::collections::BTreeSet;

/// A filter made ready for a log.
pub struct Selector<'a> {
    log: &'a EventLog,
    from: Option<Timestamp>,
    to: Option<Timestamp>,
    /// Segment column and whether each of its values is allowed.
    segments: Vec<(usize, Vec<bool>)>,
    /// Whether each channel is allowed; none = all are.
    channels: Option<Vec<bool>>,
    /// Empty = all.
    statuses: BTreeSet<JourneyStatus>,
}

impl<'a> Selector<'a> {
    /// Reads a filter; times without a zone are in `zone`.
    pub fn new(log: &'a EventLog, filter: &Filter, zone: Option<&str>) -> Result<Self, MeasureError> {
        if log.is_undated && (filter.from.is_some() || filter.to.is_some()) {
            return Err(MeasureError::Undated);
        }
        let date = |text: &Option<String>| text.as_deref().map(|text| moment(text, zone)).transpose();
        let mut segments = Vec::new();
        for (name, values) in &filter.segments {
            let column = log
                .segments
                .iter()
                .position(|segment| segment.name == *name)
                .ok_or_else(|| MeasureError::NoSuchSegment(name.clone()))?;
            segments.push((column, allowed(&log.segments[column].values, values)));
        }
        let channels = (!filter.channels.is_empty()).then(|| allowed(&log.channels, &filter.channels));
        let (from, to) = (date(&filter.from)?, date(&filter.to)?);
        Ok(Self { log, from, to, segments, channels, statuses: filter.statuses.clone() })
    }

    /// Does the journey with these events, in order, pass? Its status is none when it is not counted.
    pub fn passes(&self, events: impl Iterator<Item = usize> + Clone, status: Option<JourneyStatus>) -> bool {
        let Some(first) = events.clone().next() else { return false };
        let start = self.log.time(first);
        let holds = |allowed: &[bool], code: u32| allowed.get(code as usize).copied().unwrap_or(false);
        (self.statuses.is_empty() || status.is_some_and(|status| self.statuses.contains(&status)))
            && self.from.is_none_or(|from| from <= start)
            && self.to.is_none_or(|to| start < to)
            && self.segments.iter().all(|(column, allowed)| {
                let value = events.clone().find_map(|event| self.log.segment(*column, event));
                value.is_some_and(|code| holds(allowed, code))
            })
            && self.channels.as_ref().is_none_or(|allowed| {
                let mut channels = events.clone().filter_map(|event| self.log.channel(event));
                channels.any(|code| holds(allowed, code))
            })
    }
}

/// Which codes are meant: those spelt exactly so, or, where the data has no such spelling, those that differ in case.
fn allowed(names: &Names, wanted: &BTreeSet<String>) -> Vec<bool> {
    let mut allowed = vec![false; names.len()];
    for value in wanted {
        if let Some(code) = names.code(value) {
            allowed[code as usize] = true;
            continue;
        }
        let folded = fold(value);
        for (name, allowed) in names.iter().zip(&mut allowed) {
            *allowed |= fold(name) == folded;
        }
    }
    allowed
}
