//! Which journeys are selected: whole ones, by their first event, their segment, their channels and how they stand.

use super::MeasureError;
use super::coded::Coded;
use super::dates::moment;
use super::facets::{Facets, channel_bit, channels_have_own_bits};
use super::fold::fold;
use super::journeys::Journeys;
use super::legs::Standing;
use crate::base::Timestamp;
use crate::events::{EventLog, Names};
use crate::model::Filter;
use std::collections::BTreeSet;
use std::ops::Range;

/// What a filter is asked about.
#[derive(Clone, Copy)]
pub struct Filtered<'a> {
    pub log: &'a EventLog,
    pub journeys: &'a Journeys,
    pub facets: &'a Facets,
    pub standings: &'a Coded<Standing>,
}

/// A filter made ready for a log.
pub struct Selector<'a> {
    of: Filtered<'a>,
    from: Option<Timestamp>,
    to: Option<Timestamp>,
    /// Segment column and whether each of its values is allowed.
    segments: Vec<(usize, Vec<bool>)>,
    /// None = all are allowed.
    channels: Option<Channels>,
    /// Whether each standing is allowed; none = all are, and journeys that have none.
    standings: Option<Vec<bool>>,
}

struct Channels {
    /// By channel.
    allowed: Vec<bool>,
    /// By number of the channels' bits: does one of the allowed channels have one of them?
    bits: Vec<bool>,
    /// Then the journey has an allowed channel.
    is_certain: bool,
}

impl<'a> Selector<'a> {
    /// Reads a filter; times without a zone are in `zone`.
    pub fn new(of: Filtered<'a>, filter: &Filter, zone: Option<&str>) -> Result<Self, MeasureError> {
        let log = of.log;
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
        let channels = (!filter.channels.is_empty()).then(|| Channels::new(of, &filter.channels));
        let is_allowed = |standing: &Standing| filter.statuses.contains(&standing.status);
        let standings =
            (!filter.statuses.is_empty()).then(|| of.standings.list.iter().map(is_allowed).collect());
        let (from, to) = (date(&filter.from)?, date(&filter.to)?);
        Ok(Self { of, from, to, segments, channels, standings })
    }

    /// Which of up to 64 journeys pass, a bit each.
    pub fn passing(&self, numbers: Range<usize>) -> u64 {
        let facets = self.of.facets;
        let all = || numbers.clone();
        let mut passing = u64::MAX >> (u64::BITS as usize - numbers.len());
        if self.from.is_some() || self.to.is_some() {
            let (from, to) = (self.from.unwrap_or(Timestamp(i64::MIN)), self.to);
            passing &= facets.begins.bits(all(), |begin| from <= begin && to.is_none_or(|to| begin < to));
        }
        if let Some(allowed) = &self.standings {
            passing &= self.of.standings.bits(all(), |code| holds(allowed, code));
        }
        for (column, allowed) in &self.segments {
            passing &= facets.segments[*column].bits(all(), |code| holds(allowed, code));
        }
        if let Some(channels) = &self.channels {
            passing &= facets.channels.bits(all(), |code| holds(&channels.bits, code));
            if !channels.is_certain {
                let is_sure = |bit: &usize| self.has_allowed_channel(numbers.start + bit, &channels.allowed);
                let set = (0..numbers.len()).filter(|bit| passing >> bit & 1 == 1);
                passing = set.filter(is_sure).fold(0, |passing, bit| passing | 1 << bit);
            }
        }
        passing
    }

    /// Looks at every event of a journey.
    fn has_allowed_channel(&self, number: usize, allowed: &[bool]) -> bool {
        let Filtered { log, journeys, .. } = self.of;
        let mut channels = journeys.events(&journeys.list[number]).map(|event| log.channel(event));
        channels.any(|code| holds(allowed, code))
    }
}

impl Channels {
    fn new(of: Filtered<'_>, wanted: &BTreeSet<String>) -> Self {
        let allowed = allowed(&of.log.channels, wanted);
        let codes = (0..).zip(&allowed).filter(|(_, allowed)| **allowed).map(|(code, _)| code);
        let mask = codes.fold(0, |mask, code| mask | channel_bit(code));
        let bits = of.facets.channels.list.iter().map(|bits| bits & mask != 0).collect();
        Self { allowed, bits, is_certain: channels_have_own_bits(of.log) }
    }
}

fn holds(allowed: &[bool], code: Option<u32>) -> bool {
    code.is_some_and(|code| allowed.get(code as usize).copied().unwrap_or_default())
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
