//! Events told apart by all that is counted of a single one, whatever came before and after, and numbered: then counting
//! events is counting kinds, and what is said of a touchpoint's visits is a sum over its kinds.

use super::coded::{Coded, Coder, Told};
use super::contacts;
use super::journeys::Journeys;
use super::mapping::Mapping;
use super::satisfaction::{ScaleId, Scales};
use crate::base::{Cancel, Cancelled, Timestamp};
use crate::events::{EventLog, Sentiment};
use std::ops::Range;

/// What is told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kind {
    /// Place in map order; none when no rule takes the event. Then only its score is told.
    pub touchpoint: Option<u32>,
    pub channel: Option<u32>,
    pub sentiment: Option<Sentiment>,
    /// It says how long the customer waited.
    pub has_wait: bool,
    /// At a contact touchpoint, once seven days have been observed: did the customer contact us again?
    pub again: Option<bool>,
    /// On which its score is.
    pub scale: ScaleId,
    score_bits: Option<u64>,
}

impl Kind {
    pub fn score(&self) -> Option<f64> {
        self.score_bits.map(f64::from_bits)
    }

    /// What it has in common with kinds that differ only in score or wait.
    pub const fn without_score(self) -> Self {
        Self { score_bits: None, has_wait: false, ..self }
    }
}

impl Told for Kind {
    type Words = (u64, u64, u64);

    fn words(self) -> Self::Words {
        let wide = |code: Option<u32>| u64::from(code.unwrap_or(u32::MAX));
        let small = self.sentiment.map_or(3, |sentiment| sentiment as u64)
            | self.again.map_or(2, u64::from) << 2
            | u64::from(self.has_wait) << 4
            | u64::from(self.scale) << 5;
        // As a score, all bits set would be no number.
        (wide(self.touchpoint) << 32 | wide(self.channel), self.score_bits.unwrap_or(u64::MAX), small)
    }
}

/// The kinds of a log's events, by place.
#[derive(Default)]
pub struct Kinds(Coded<Kind>);

/// What kinds are told apart by, besides the log.
pub struct Telling<'a> {
    pub mapping: &'a Mapping,
    pub scales: &'a Scales,
    /// By place in map order.
    pub is_contact: &'a [bool],
    /// By event: see [`contacts::followed_by_contact`]. Empty when no touchpoint is a contact.
    pub followed: &'a [bool],
    pub observed_until: Timestamp,
}

impl Telling<'_> {
    fn kind(&self, log: &EventLog, event: usize) -> Kind {
        let (scale, score_bits) = (self.scales.of(log.name(event)), log.score(event).map(f64::to_bits));
        let Some(touchpoint) = self.mapping.touchpoint(log, event) else {
            return Kind { scale, score_bits, ..Kind::default() };
        };
        let again = || {
            let followed = self.followed.get(event).copied().unwrap_or_default();
            contacts::again(log.time(event), followed, self.observed_until)
        };
        Kind {
            touchpoint: Some(touchpoint),
            channel: log.channel(event),
            sentiment: log.sentiment(event),
            has_wait: log.wait_secs(event).is_some(),
            again: self.is_contact[touchpoint as usize].then(again).flatten(),
            scale,
            score_bits,
        }
    }
}

impl Kinds {
    pub fn new(
        log: &EventLog,
        journeys: &Journeys,
        telling: &Telling<'_>,
        cancel: &Cancel,
    ) -> Result<Self, Cancelled> {
        let parts = journeys.by_chunk(cancel, |chunk| {
            let mut part = Coder::default();
            for place in journeys.places(chunk) {
                part.push(Some(telling.kind(log, journeys.event(place))));
            }
            part
        })?;
        Ok(Self(Coded::of_parts(parts, cancel)?))
    }

    /// All that occur, in the order of their first places.
    pub fn list(&self) -> &[Kind] {
        &self.0.list
    }

    /// The kind of the event at a place.
    pub fn get(&self, place: usize) -> Option<&Kind> {
        self.0.get(place)
    }

    /// The place in map order of the touchpoint visited at a place; none when no rule takes the event.
    pub fn touchpoint(&self, place: usize) -> Option<u32> {
        self.get(place)?.touchpoint
    }

    /// Adds one to the count of each kind, by its number, at these places.
    pub fn count(&self, places: Range<usize>, counts: &mut [u32]) {
        self.0.count(places, counts);
    }

    pub fn bytes_held(&self) -> usize {
        self.0.bytes_held()
    }
}

/// The kinds with how many events each has.
#[derive(Clone, Copy)]
pub struct KindCounts<'a> {
    pub kinds: &'a [Kind],
    pub counts: &'a [u32],
}

/// Visits of one kind.
pub struct KindCount<'a> {
    /// Place in map order.
    pub touchpoint: usize,
    pub kind: &'a Kind,
    pub visits: u64,
}

impl<'a> KindCounts<'a> {
    /// All that occur, mapped or not.
    pub fn events(self) -> impl Iterator<Item = (&'a Kind, u64)> {
        let counts = self.kinds.iter().zip(self.counts);
        counts.filter(|(_, count)| **count > 0).map(|(kind, count)| (kind, u64::from(*count)))
    }

    /// Those with a touchpoint.
    pub fn visits(self) -> impl Iterator<Item = KindCount<'a>> {
        self.events().filter_map(|(kind, visits)| {
            Some(KindCount { touchpoint: kind.touchpoint? as usize, kind, visits })
        })
    }
}
