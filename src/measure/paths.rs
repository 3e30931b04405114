//! The selected journeys reduced to their visits, handed one by one to the kernels that count along them.

use super::bits::Bits;
use super::filter::Selector;
use super::journeys::{Journeys, Status};
use super::kinds::Kinds;
use crate::base::{Cancel, Cancelled};
use rayon::prelude::*;
use std::ops::Range;

/// A mapped event of a selected journey.
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    event: u32,
    touchpoint: u32,
    /// Number of its kind.
    pub kind: u32,
    /// Code of its channel.
    pub channel: Option<u32>,
}

impl Visit {
    /// Its number in the log.
    pub const fn event(self) -> usize {
        self.event as usize
    }

    /// Its touchpoint's place in map order.
    pub const fn touchpoint(self) -> usize {
        self.touchpoint as usize
    }
}

/// A selected journey.
#[derive(Clone, Debug)]
pub struct Path<'a> {
    /// Its number among all journeys.
    pub number: usize,
    /// The places of all its events.
    pub places: Range<usize>,
    /// Its mapped events in order; at least one.
    pub visits: &'a [Visit],
    /// Who.
    pub customer: u32,
    /// How it stands.
    pub status: Status,
    /// We have waited long enough after its last event.
    pub closed: bool,
    /// The number of the month in which it starts.
    pub month: u16,
    /// The customer starts a further journey in the next month.
    pub comes_next_month: bool,
}

/// Counts along journeys. All journeys of a customer go, in order, to the same kernel; several are merged in any order.
pub trait Kernel: Send {
    /// Counts a journey.
    fn add(&mut self, path: &Path<'_>);
    /// Takes over what another has counted.
    fn merge(&mut self, other: Self);
}

/// How many journeys are handled between two looks at the cancel flag.
const JOURNEYS_PER_CHECK: usize = 1 << 12;

/// Which journeys a filter selects.
pub struct Selection {
    /// Journeys that pass the filter, counted or not.
    pub passing: Bits,
    /// Places of the events of counted journeys that pass.
    pub places: Bits,
}

impl Selection {
    pub fn new(
        journeys: &Journeys,
        events: usize,
        selector: &Selector<'_>,
        cancel: &Cancel,
    ) -> Result<Self, Cancelled> {
        let word_of = |journeys_of_word: &[super::journeys::Journey]| {
            let bits = journeys_of_word.iter().enumerate().map(|(bit, journey)| {
                u64::from(selector.passes(journeys.events(journey), journey.status)) << bit
            });
            bits.fold(0, |word, bit| word | bit)
        };
        let words = journeys.list.par_chunks(64).with_min_len(JOURNEYS_PER_CHECK / 64).map(|some| {
            cancel.check()?;
            Ok(word_of(some))
        });
        let passing = Bits::of_words(words.collect::<Result<_, Cancelled>>()?);
        let mut places = Bits::none(events);
        for (number, journey) in journeys.list.iter().enumerate() {
            if number % JOURNEYS_PER_CHECK == 0 {
                cancel.check()?;
            }
            if journey.status.is_some() && passing.contains(number) {
                places.insert_range(journey.places().start, journey.places().end);
            }
        }
        Ok(Self { passing, places })
    }
}

/// Hands every counted journey that passes to kernels made by `fresh`, and merges them.
pub fn count<K: Kernel>(
    journeys: &Journeys,
    kinds: &Kinds,
    passing: &Bits,
    fresh: impl Fn() -> K + Sync + Send,
    cancel: &Cancel,
) -> Result<K, Cancelled> {
    let add_chunk = |(mut kernel, mut visits): (K, Vec<Visit>), chunk: &Range<usize>| {
        for number in chunk.clone() {
            if number % JOURNEYS_PER_CHECK == 0 {
                cancel.check()?;
            }
            let journey = &journeys.list[number];
            let Some(status) = journey.status.filter(|_| passing.contains(number)) else { continue };
            visits.clear();
            visits.extend(journey.places().filter_map(|place| {
                let kind = kinds.number(place)?;
                let of = &kinds.list[kind as usize];
                let event = journeys.event(place) as u32;
                Some(Visit { event, touchpoint: of.touchpoint, kind, channel: of.channel })
            }));
            kernel.add(&Path {
                number,
                places: journey.places(),
                visits: &visits,
                customer: journey.customer,
                status,
                closed: journey.closed,
                month: journey.month,
                comes_next_month: journey.comes_next_month,
            });
        }
        cancel.check().map(|()| (kernel, visits))
    };
    let chunks = journeys.chunks.par_iter();
    let parts =
        chunks.try_fold(|| (fresh(), Vec::new()), add_chunk).map(|part| part.map(|(kernel, _)| kernel));
    parts.try_reduce(&fresh, |mut one, other| {
        one.merge(other);
        Ok(one)
    })
}
