//! What filters ask of a journey, found once and kept by journey number, so that a change of the filter looks at no event.

use super::coded::{Coded, Coder};
use super::journeys::{Journey, Journeys};
use crate::base::{Cancel, Cancelled, Micros, Timestamp};
use crate::events::{Codes, EventLog, Segment, Times};

/// Channels that are told apart. Of more, several share a bit.
const CHANNEL_BITS: u32 = u64::BITS;

/// By journey number.
pub struct Facets {
    /// When its first event is.
    pub begins: Times,
    /// The longest time from the first to the last event of a journey.
    pub longest: Micros,
    /// A bit for each of its channels: see [`channel_bit`].
    pub channels: Coded<u64>,
    /// By segment column: the first value on its events.
    pub segments: Vec<Codes>,
}

/// The bit of a channel, and whether it has one of its own.
pub const fn channel_bit(code: u32) -> u64 {
    1 << (code % CHANNEL_BITS)
}

/// True when no two channels share a bit.
pub fn channels_have_own_bits(log: &EventLog) -> bool {
    log.channels.len() <= CHANNEL_BITS as usize
}

/// The facets of some journeys.
#[derive(Default)]
struct Part {
    begins: Vec<Timestamp>,
    longest: Micros,
    channels: Coder<u64>,
    segments: Vec<Vec<u32>>,
}

impl Part {
    fn add(&mut self, log: &EventLog, journeys: &Journeys, journey: &Journey) {
        let (begin, end) = journeys.period(log, journey);
        self.begins.push(begin);
        self.longest = self.longest.max(end.0.saturating_sub(begin.0));
        if log.has_channels() {
            let channels = journeys.events(journey).filter_map(|event| log.channel(event));
            self.channels.push(Some(channels.fold(0, |bits, code| bits | channel_bit(code))));
        }
        for (column, codes) in self.segments.iter_mut().enumerate() {
            let value = journeys.events(journey).find_map(|event| log.segment(column, event));
            codes.push(value.unwrap_or(Codes::GAP));
        }
    }
}

impl Facets {
    pub fn new(log: &EventLog, journeys: &Journeys, cancel: &Cancel) -> Result<Self, Cancelled> {
        let parts = journeys.by_chunk(cancel, |chunk| {
            let mut part = Part { segments: vec![Vec::new(); log.segments.len()], ..Part::default() };
            journeys.list[chunk.clone()].iter().for_each(|journey| part.add(log, journeys, journey));
            part
        })?;
        let mut begins = Vec::with_capacity(journeys.list.len());
        let (mut longest, mut channels) = (0, Vec::new());
        let mut segments: Vec<Vec<Vec<u32>>> = vec![Vec::new(); log.segments.len()];
        for part in parts {
            begins.extend(part.begins);
            longest = longest.max(part.longest);
            channels.push(part.channels);
            segments.iter_mut().zip(part.segments).for_each(|(column, part)| column.push(part));
        }
        let column = |(parts, segment): (Vec<Vec<u32>>, &Segment)| {
            Codes::concat(&parts, segment.values.len(), |_, code| code, cancel)
        };
        Ok(Self {
            begins: Times::new(begins, None, cancel)?,
            longest,
            channels: Coded::of_parts(channels, cancel)?,
            segments: segments.into_iter().zip(&log.segments).map(column).collect::<Result<_, _>>()?,
        })
    }

    pub fn bytes_held(&self) -> usize {
        self.begins.bytes_held()
            + self.channels.bytes_held()
            + self.segments.iter().map(Codes::bytes_held).sum::<usize>()
    }
}
