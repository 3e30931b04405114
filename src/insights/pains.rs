//! Pain points that matter: ranked by the exits they may explain, with what the team typed in beside what is measured.

use super::{Inputs, JourneySet};
use crate::measure::Rate;
use crate::model::{Card, CardId, CardKind, Pain, Side, TouchpointId};
use std::cmp::Reverse;

/// Upper ends of the bands of frequency in the matrix; the last band is open.
pub const FREQUENCY_BANDS: [f64; 3] = [0.05, 0.15, 0.3];

/// A pain point with what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedPain {
    /// Its card.
    pub card: CardId,
    /// Where it hurts.
    pub touchpoint: TouchpointId,
    /// 1 … 5, as the team says.
    pub severity: u8,
    /// Workshop votes.
    pub votes: u32,
    /// Share of visits as typed in, 0…1.
    pub typed: Option<f64>,
    /// Journeys with the pain ÷ journeys that reached the touchpoint; none without a rule or data.
    pub measured: Option<Rate>,
    /// Exits it may explain; negative where journeys with it leave less often.
    pub exits_explained: Option<f64>,
    /// Exit rate with ÷ exit rate without, with its 95 % interval.
    pub risk_ratio: Option<(f64, f64, f64)>,
    /// The journeys with the pain: as many as `measured.count`.
    pub journeys: JourneySet,
}

impl RankedPain {
    /// Measured, else as typed in.
    #[must_use]
    pub fn frequency(&self) -> Option<f64> {
        self.measured.map(|rate| rate.value).or(self.typed)
    }

    /// The band of its frequency in the matrix, from 0; none when it is not known.
    #[must_use]
    pub fn band(&self) -> Option<usize> {
        let frequency = self.frequency()?;
        Some(FREQUENCY_BANDS.iter().take_while(|end| frequency >= **end).count())
    }

    /// Journeys touched × severity.
    #[must_use]
    pub fn weight(&self) -> u64 {
        self.journeys.count() * u64::from(self.severity)
    }
}

/// The pain points of a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pains {
    /// Customers': by exits explained, then by journeys touched × severity.
    pub customers: Vec<RankedPain>,
    /// Staff's: by votes, then by frequency.
    pub staff: Vec<RankedPain>,
}

impl Pains {
    /// Customers' pains of a severity (1 … 5) and a band of frequency, in their order.
    pub fn cell(&self, severity: u8, band: usize) -> impl Iterator<Item = &RankedPain> {
        let is_here = move |of: &&RankedPain| of.severity == severity && of.band() == Some(band);
        self.customers.iter().filter(is_here)
    }
}

/// Ranks the pain points of the map over the journeys that pass the filter.
#[must_use]
pub fn pains(inputs: &Inputs<'_>) -> Pains {
    let mut pains = Pains::default();
    for card in inputs.map.cards.iter() {
        if let CardKind::Pain(pain) = &card.kind {
            let list = match pain.side {
                Side::Customer => &mut pains.customers,
                Side::Staff => &mut pains.staff,
            };
            list.push(ranked(inputs, card, pain));
        }
    }
    pains.customers.sort_by(|one, other| {
        let explained = |of: &RankedPain| of.exits_explained.unwrap_or(f64::NEG_INFINITY);
        let by_exits = explained(other).total_cmp(&explained(one));
        by_exits.then_with(|| (Reverse(one.weight()), one.card).cmp(&(Reverse(other.weight()), other.card)))
    });
    pains.staff.sort_by(|one, other| {
        let frequency = |of: &RankedPain| of.frequency().unwrap_or_default();
        let by_votes = other.votes.cmp(&one.votes);
        by_votes.then_with(|| frequency(other).total_cmp(&frequency(one))).then(one.card.cmp(&other.card))
    });
    pains
}

fn ranked(inputs: &Inputs<'_>, card: &Card, pain: &Pain) -> RankedPain {
    let figures = inputs.measures.pains.iter().find(|figures| figures.card == card.id);
    let with = inputs.prepared.journeys_with_pain(card.id).into_iter();
    RankedPain {
        card: card.id,
        touchpoint: card.touchpoint,
        severity: pain.severity,
        votes: card.votes,
        typed: pain.frequency,
        measured: figures.and_then(|figures| figures.share),
        exits_explained: figures.and_then(|figures| figures.exits_explained),
        risk_ratio: figures.and_then(|figures| figures.risk_ratio),
        journeys: with.filter(|journey| inputs.journeys.contains(*journey)).collect(),
    }
}
