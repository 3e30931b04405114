//! The one walk over the selected journeys: how often each kind, leg, standing and slice of time occurs among them, how many
//! customers there are, and which places they take. All is whole numbers, so that the order plays no part.

use super::bits::Bits;
use super::journeys::Journeys;
use super::kinds::{KindCounts, Kinds};
use super::legs::{LegCounts, Legs};
use super::selection::Selection;
use crate::base::{Cancel, Cancelled};
use crate::events::Codes;
use rayon::prelude::*;
use std::ops::Range;

/// Stands for "nobody yet".
const NOBODY: u32 = u32::MAX;

/// What is counted, and by what.
#[derive(Clone, Copy)]
pub struct Counted<'a> {
    pub journeys: &'a Journeys,
    pub kinds: &'a Kinds,
    pub legs: &'a Legs,
    /// The slice of the histogram by place; empty for an undated log.
    pub slices: &'a Codes,
    /// How many slices, months and touchpoints there are.
    pub slice_count: usize,
    pub months: usize,
    pub touchpoints: usize,
}

/// What has been counted, by the numbers of what is told apart.
pub struct Counts {
    /// Events of passing journeys.
    pub kinds: Vec<u32>,
    /// Visits of counted journeys, and so on.
    pub legs: Vec<u32>,
    pub standings: Vec<u32>,
    pub slices: Vec<u32>,
    /// Distinct ones.
    pub customers: u64,
    /// Distinct customers by touchpoint, in map order.
    pub customers_here: Vec<u64>,
    /// By month: customers who start a journey in it, and those of them who come again in the next.
    pub months: Vec<(u64, u64)>,
    /// The places of the counted journeys' events.
    pub places: Bits,
}

impl Counts {
    pub fn new(of: Counted<'_>, selection: &Selection, cancel: &Cancel) -> Result<Self, Cancelled> {
        let chunks = of.journeys.chunks.par_iter();
        let parts = chunks.try_fold(
            || Walk::new(of),
            |mut walk, chunk| {
                cancel.check()?;
                walk.add(selection, chunk);
                Ok(walk)
            },
        );
        let events = of.slices.len().max(of.legs.legs.len());
        let mut sum = Walk::new(of).counts;
        sum.places = Bits::none(events);
        for walk in parts.collect::<Result<Vec<_>, _>>()? {
            walk.places.iter().for_each(|(word, places)| sum.places.insert_all(places, *word));
            sum.merge(&walk.counts);
        }
        Ok(sum)
    }

    fn merge(&mut self, other: &Self) {
        let add =
            |sums: &mut [u32], counts: &[u32]| sums.iter_mut().zip(counts).for_each(|(sum, n)| *sum += n);
        add(&mut self.kinds, &other.kinds);
        add(&mut self.legs, &other.legs);
        add(&mut self.standings, &other.standings);
        add(&mut self.slices, &other.slices);
        self.customers += other.customers;
        self.customers_here.iter_mut().zip(&other.customers_here).for_each(|(sum, n)| *sum += n);
        for (sum, counts) in self.months.iter_mut().zip(&other.months) {
            *sum = (sum.0 + counts.0, sum.1 + counts.1);
        }
    }

    pub fn of_kinds<'a>(&'a self, kinds: &'a Kinds) -> KindCounts<'a> {
        KindCounts { kinds: kinds.list(), counts: &self.kinds }
    }

    pub fn of_legs<'a>(&'a self, legs: &'a Legs) -> LegCounts<'a> {
        LegCounts { legs: &legs.legs.list, counts: &self.legs }
    }
}

/// Walks along some chunks of journeys; all journeys of a customer follow one another in the same chunk.
struct Walk<'a> {
    of: Counted<'a>,
    counts: Counts,
    /// By chunk, and the word at which each begins.
    places: Vec<(usize, Bits)>,
    /// By number of the leg.
    touchpoint_of: Vec<u32>,
    /// The customer who was last at each touchpoint.
    last_here: Vec<u32>,
    last_customer: u32,
    last_month: (u32, u16),
}

impl<'a> Walk<'a> {
    fn new(of: Counted<'a>) -> Self {
        let legs = &of.legs.legs.list;
        let counts = Counts {
            kinds: vec![0; of.kinds.list().len()],
            legs: vec![0; legs.len()],
            standings: vec![0; of.legs.standings.list.len()],
            slices: vec![0; of.slice_count],
            customers: 0,
            customers_here: vec![0; of.touchpoints],
            months: vec![(0, 0); of.months],
            places: Bits::default(),
        };
        Self {
            of,
            counts,
            places: Vec::new(),
            touchpoint_of: legs.iter().map(|leg| leg.touchpoint).collect(),
            last_here: vec![NOBODY; of.touchpoints],
            last_customer: NOBODY,
            last_month: (NOBODY, 0),
        }
    }

    fn add(&mut self, selection: &Selection, chunk: &Range<usize>) {
        let journeys = self.of.journeys;
        let all = journeys.places(chunk);
        let first_word = all.start / 64;
        let mut places = Bits::none(all.end - first_word * 64);
        // Places that follow one another are counted at one go.
        let mut run = 0..0;
        for number in selection.passing.within(chunk.clone()) {
            let journey = &journeys.list[number];
            let here = journey.places();
            let Some(standing) = self.of.legs.standings.code(number) else {
                self.of.kinds.count(here, &mut self.counts.kinds);
                continue;
            };
            self.counts.standings[standing as usize] += 1;
            self.add_customer(journey.customer, journey.month, journey.comes_next_month);
            self.add_legs(journey.customer, here.clone());
            if run.end == here.start {
                run.end = here.end;
            } else {
                self.add_run(std::mem::replace(&mut run, here), first_word, &mut places);
            }
        }
        self.add_run(run, first_word, &mut places);
        self.places.push((first_word, places));
    }

    fn add_run(&mut self, run: Range<usize>, first_word: usize, places: &mut Bits) {
        if !run.is_empty() {
            places.insert_range(run.start - first_word * 64, run.end - first_word * 64);
            self.of.slices.count(run.clone(), &mut self.counts.slices);
            self.of.kinds.count(run, &mut self.counts.kinds);
        }
    }

    fn add_customer(&mut self, customer: u32, month: u16, comes_next_month: bool) {
        self.counts.customers += u64::from(self.last_customer != customer);
        self.last_customer = customer;
        if self.last_month != (customer, month) {
            self.last_month = (customer, month);
            if let Some((customers, retained)) = self.counts.months.get_mut(usize::from(month)) {
                *customers += 1;
                *retained += u64::from(comes_next_month);
            }
        }
    }

    fn add_legs(&mut self, customer: u32, places: Range<usize>) {
        let Self { of, counts, touchpoint_of, last_here, .. } = self;
        of.legs.legs.each(places, |leg| {
            // Gaps have no touchpoint.
            let Some(touchpoint) = touchpoint_of.get(leg) else { return };
            let touchpoint = *touchpoint as usize;
            counts.legs[leg] += 1;
            counts.customers_here[touchpoint] += u64::from(last_here[touchpoint] != customer);
            last_here[touchpoint] = customer;
        });
    }
}
