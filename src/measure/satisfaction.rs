//! Scores: how satisfied customers say they are.

use super::figures::{Rate, SatisfactionFigures, Spread};
use super::kinds::KindCounts;
use super::stats::{Moments, net_promoter};
use crate::base::Scale;
use crate::events::EventLog;
use hashbrown::HashMap;

/// At most this many distinct scores are listed one by one.
const MOST_DISTINCT_SCORES: usize = 20;

/// What a score says of who gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // as their names say
pub enum Rated {
    Satisfied,
    Neutral,
    Dissatisfied,
}

impl Rated {
    /// Of a score as a share of the way from the lowest possible to the highest, 0…1.
    #[must_use]
    pub fn of(unit: f64) -> Self {
        match unit {
            unit if unit >= 0.75 => Self::Satisfied,
            unit if unit <= 0.25 => Self::Dissatisfied,
            _ => Self::Neutral,
        }
    }
}

/// The number of a scale among [`Scales`].
pub type ScaleId = u16;

/// Which scale each event name is scored on.
pub struct Scales {
    /// The usual one first.
    list: Vec<Scale>,
    own: HashMap<u32, ScaleId>,
}

fn is_valid(scale: &Scale) -> bool {
    scale.min.is_finite() && scale.max.is_finite() && scale.min < scale.max
}

/// True for the scale that net promoter scores are asked on.
fn is_zero_to_ten(scale: &Scale) -> bool {
    *scale == Scale { min: 0.0, max: 10.0 }
}

impl Scales {
    /// The source's scale, 1–5 where it has none, and the log's own ones. A scale without extent counts as none.
    pub fn new(log: &EventLog, usual: Option<Scale>) -> Self {
        let usual = usual.filter(is_valid).unwrap_or(Scale::ONE_TO_FIVE);
        let mut scales = Self { list: vec![usual], own: HashMap::new() };
        for (name, scale) in log.own_scales.iter().filter(|(_, scale)| is_valid(scale)) {
            let known = scales.list.iter().position(|known| known == scale);
            let id = known.unwrap_or_else(|| {
                scales.list.push(*scale);
                scales.list.len() - 1
            });
            scales.own.insert(*name, id as ScaleId);
        }
        scales
    }

    /// The scale of everything that has no own one.
    pub fn usual(&self) -> Scale {
        self.list.first().copied().unwrap_or(Scale::ONE_TO_FIVE)
    }

    /// The scale of an event name.
    pub fn of(&self, name: u32) -> ScaleId {
        self.own.get(&name).copied().unwrap_or_default()
    }

    /// The scale in which a touchpoint's scores are shown: that of most of them, the source's where two are level.
    pub fn shown(&self, scores: impl Iterator<Item = (ScaleId, u64)>) -> Scale {
        let mut counts = vec![0; self.list.len()];
        scores.for_each(|(scale, n)| counts[usize::from(scale)] += n);
        let most = counts.iter().max().copied();
        let commonest = counts.iter().position(|count| Some(*count) == most).unwrap_or_default();
        self.list[commonest]
    }

    /// A score as a share of the way from the lowest to the highest, 0…1.
    pub fn unit(&self, scale: ScaleId, score: f64) -> f64 {
        self.list[usize::from(scale)].unit(score)
    }

    /// A score on one scale as it would be on the shown one.
    pub fn on(&self, shown: &Scale, scale: ScaleId, score: f64) -> f64 {
        let own = self.list[usize::from(scale)];
        if own == *shown { score } else { shown.min + own.unit(score) * (shown.max - shown.min) }
    }

    /// The net promoter score of all scores on a 0–10 scale, at visits or not; none when there are none.
    pub fn net_promoter(&self, counts: KindCounts<'_>) -> Option<f64> {
        let mut promoters = Promoters::default();
        let asked = counts.events().filter(|(kind, _)| is_zero_to_ten(&self.list[usize::from(kind.scale)]));
        asked.for_each(|(kind, n)| kind.score().into_iter().for_each(|score| promoters.add(score, n)));
        promoters.score()
    }
}

/// Answers to "how likely are you to recommend us?".
#[derive(Default)]
struct Promoters {
    promoters: u64,
    passives: u64,
    detractors: u64,
}

impl Promoters {
    fn add(&mut self, score: f64, n: u64) {
        match score {
            9.0.. => self.promoters += n,
            ..=6.0 => self.detractors += n,
            _ => self.passives += n,
        }
    }

    fn score(&self) -> Option<f64> {
        net_promoter(self.promoters, self.passives, self.detractors).map(|(score, _)| score)
    }
}

/// The figures of scores on one scale, each with how often it was given; none when there are none.
pub fn satisfaction(mut scores: Vec<(f64, u64)>, scale: Scale) -> Option<SatisfactionFigures> {
    scores.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    scores.dedup_by(|next, kept| {
        let is_same = next.0 == kept.0;
        kept.1 += if is_same { next.1 } else { 0 };
        is_same
    });
    let moments = Moments::of_counted(&scores)?;
    let count = |rated: Rated| {
        let some = scores.iter().filter(|(score, _)| Rated::of(scale.unit(*score)) == rated);
        some.map(|(_, n)| n).sum::<u64>()
    };
    let (satisfied, dissatisfied) = (count(Rated::Satisfied), count(Rated::Dissatisfied));
    let mut promoters = Promoters::default();
    scores.iter().for_each(|(score, n)| promoters.add(*score, *n));
    Some(SatisfactionFigures {
        n: moments.n,
        scale,
        mean: moments.mean,
        emotion: 4.0 * scale.unit(moments.mean) - 2.0,
        nps: promoters.score().filter(|_| is_zero_to_ten(&scale)),
        spread: Some(Spread {
            variance: moments.variance,
            interval: moments.interval(),
            satisfied,
            neutral: moments.n - satisfied - dissatisfied,
            dissatisfied,
            satisfied_rate: Rate::of(satisfied, moments.n)?,
            distribution: if scores.len() > MOST_DISTINCT_SCORES { Vec::new() } else { scores },
        }),
    })
}
