//! Visits told apart by all that is counted of a single visit, and numbered: then counting visits is counting kinds, and
//! most figures of a touchpoint are sums over its kinds.

use super::contacts;
use super::journeys::{Journeys, Status};
use super::mapping::Mapping;
use super::paths::{Kernel, Path};
use super::satisfaction::{ScaleId, Scales};
use crate::base::{Cancel, Cancelled, Timestamp};
use crate::events::{Codes, EventLog, Sentiment};
use hashbrown::HashMap;

/// What is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kind {
    /// Place in map order.
    pub touchpoint: u32,
    pub channel: Option<u32>,
    pub sentiment: Option<Sentiment>,
    /// On which its score is.
    pub scale: ScaleId,
    /// At a contact touchpoint, once seven days have been observed: did the customer contact us again?
    pub again: Option<bool>,
}

/// The kinds of a log's events.
#[derive(Default)]
pub struct Kinds {
    /// All that occur, in the order of their first places.
    pub list: Vec<Kind>,
    /// The kind of the event at each place; a gap for events that no rule takes.
    of_place: Codes,
}

/// How many events are handled between two looks at the cancel flag.
const EVENTS_PER_CHECK: usize = 1 << 16;

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

impl Kinds {
    pub fn new(
        log: &EventLog,
        journeys: &Journeys,
        telling: &Telling<'_>,
        cancel: &Cancel,
    ) -> Result<Self, Cancelled> {
        let kind_of = |event: usize| {
            let touchpoint = telling.mapping.touchpoint(log, event)?;
            let again = || {
                let followed = telling.followed.get(event).copied().unwrap_or_default();
                contacts::again(log.time(event), followed, telling.observed_until)
            };
            Some(Kind {
                touchpoint,
                channel: log.channel(event),
                sentiment: log.sentiment(event),
                scale: telling.scales.of(log.name(event)),
                again: telling.is_contact[touchpoint as usize].then(again).flatten(),
            })
        };
        let mut kinds = Self::default();
        let mut number_of: HashMap<Kind, u32> = HashMap::new();
        for place in 0..log.len() {
            if place % EVENTS_PER_CHECK == 0 {
                cancel.check()?;
            }
            let number = kind_of(journeys.event(place)).map(|kind| {
                *number_of.entry(kind).or_insert_with(|| {
                    kinds.list.push(kind);
                    kinds.list.len() as u32 - 1
                })
            });
            kinds.of_place.push(number);
        }
        kinds.of_place.shrink_to_fit();
        Ok(kinds)
    }

    /// The number of the kind of the event at a place; none when no rule takes it.
    pub fn number(&self, place: usize) -> Option<u32> {
        self.of_place.get(place)
    }

    /// The place in map order of the touchpoint visited at a place.
    pub fn touchpoint(&self, place: usize) -> Option<usize> {
        self.number(place).map(|kind| self.list[kind as usize].touchpoint as usize)
    }

    pub fn bytes_held(&self) -> usize {
        self.of_place.bytes_held() + size_of::<Kind>() * self.list.capacity()
    }
}

/// Visits of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KindCount {
    pub visits: u64,
    /// Visits in closed journeys.
    pub closed_visits: u64,
    /// Journeys that ended with one.
    pub left: u64,
    pub returned: u64,
    /// Open journeys whose last visit is one.
    pub open_here: u64,
}

/// Counts by number of the kind.
pub struct ByKind(Vec<KindCount>);

impl ByKind {
    pub fn new(kinds: &Kinds) -> Self {
        Self(vec![KindCount::default(); kinds.list.len()])
    }

    pub fn counts<'a>(&'a self, kinds: &'a Kinds) -> KindCounts<'a> {
        KindCounts { kinds: &kinds.list, counts: &self.0 }
    }
}

impl Kernel for ByKind {
    fn add(&mut self, path: &Path<'_>) {
        let closed = u64::from(path.closed);
        for visit in path.visits {
            let count = &mut self.0[visit.kind as usize];
            count.visits += 1;
            count.closed_visits += closed;
        }
        let Some(last) = path.visits.last() else { return };
        let count = &mut self.0[last.kind as usize];
        match path.status {
            Status::Goal => {}
            Status::Open => count.open_here += 1,
            Status::Returned => count.returned += 1,
            Status::Left => count.left += 1,
        }
    }

    fn merge(&mut self, other: Self) {
        for (sum, count) in self.0.iter_mut().zip(other.0) {
            sum.add(&count);
        }
    }
}

impl KindCount {
    fn add(&mut self, other: &Self) {
        self.visits += other.visits;
        self.closed_visits += other.closed_visits;
        self.left += other.left;
        self.returned += other.returned;
        self.open_here += other.open_here;
    }

    pub const fn exits(&self) -> u64 {
        self.left + self.returned
    }
}

/// The kinds with their counts.
#[derive(Clone, Copy)]
pub struct KindCounts<'a> {
    pub kinds: &'a [Kind],
    counts: &'a [KindCount],
}

impl KindCounts<'_> {
    pub fn iter(&self) -> impl Iterator<Item = (&Kind, &KindCount)> {
        self.kinds.iter().zip(self.counts)
    }

    /// Sums by touchpoint.
    pub fn by_touchpoint(&self, touchpoints: usize) -> Vec<KindCount> {
        let mut sums = vec![KindCount::default(); touchpoints];
        for (kind, count) in self.iter() {
            sums[kind.touchpoint as usize].add(count);
        }
        sums
    }
}
