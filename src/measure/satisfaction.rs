//! Scores: how satisfied customers say they are.

use super::figures::{Rate, SatisfactionFigures};
use super::stats::{Moments, net_promoter};
use crate::base::Scale;
use crate::events::EventLog;
use hashbrown::HashMap;

/// At most this many distinct scores are listed one by one.
const MOST_DISTINCT_SCORES: usize = 20;

/// Which scale each event name is scored on.
pub struct Scales {
    usual: Scale,
    own: HashMap<u32, Scale>,
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
        let own = log.own_scales.iter().copied().filter(|(_, scale)| is_valid(scale)).collect();
        Self { usual, own }
    }

    fn of(&self, name: u32) -> Scale {
        self.own.get(&name).copied().unwrap_or(self.usual)
    }

    /// The scale in which a touchpoint's scores are shown: that of most of them, the first seen where two are level.
    pub fn shown(&self, names: impl Iterator<Item = u32>) -> Scale {
        let mut counts: Vec<(Scale, u64)> = Vec::new();
        for scale in names.map(|name| self.of(name)) {
            match counts.iter_mut().find(|(known, _)| *known == scale) {
                Some((_, count)) => *count += 1,
                None => counts.push((scale, 1)),
            }
        }
        let most = counts.iter().map(|(_, count)| *count).max();
        counts.iter().find(|(_, count)| Some(*count) == most).map_or(self.usual, |(scale, _)| *scale)
    }

    /// A score of an event name as it would be on another scale.
    pub fn on(&self, shown: &Scale, name: u32, score: f64) -> f64 {
        let own = self.of(name);
        if own == *shown { score } else { shown.min + own.unit(score) * (shown.max - shown.min) }
    }

    /// The net promoter score of events; none when no score is on a 0–10 scale.
    pub fn net_promoter(&self, log: &EventLog, events: impl Iterator<Item = usize>) -> Option<f64> {
        if !is_zero_to_ten(&self.usual) && !self.own.values().any(is_zero_to_ten) {
            return None;
        }
        let scored = events.filter_map(|event| Some((log.name(event), log.score(event)?)));
        promoter_score(scored.filter(|(name, _)| is_zero_to_ten(&self.of(*name))).map(|(_, score)| score))
    }
}

fn promoter_score(scores: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut promoters, mut passives, mut detractors) = (0, 0, 0);
    for score in scores {
        let group = match score {
            9.0.. => &mut promoters,
            ..=6.0 => &mut detractors,
            _ => &mut passives,
        };
        *group += 1;
    }
    net_promoter(promoters, passives, detractors).map(|(score, _)| score)
}

/// The figures of some scores on one scale, which are put in order; none when there are none.
pub fn satisfaction(scores: &mut [f64], scale: Scale) -> Option<SatisfactionFigures> {
    scores.sort_unstable_by(f64::total_cmp);
    let moments = Moments::of(scores)?;
    let count =
        |holds: fn(f64) -> bool| scores.iter().filter(|score| holds(scale.unit(**score))).count() as u64;
    let (satisfied, dissatisfied) = (count(|unit| unit >= 0.75), count(|unit| unit <= 0.25));
    Some(SatisfactionFigures {
        n: moments.n,
        scale,
        mean: moments.mean,
        interval: moments.interval(),
        satisfied,
        neutral: moments.n - satisfied - dissatisfied,
        dissatisfied,
        satisfied_rate: Rate::of(satisfied, moments.n)?,
        emotion: 4.0 * scale.unit(moments.mean) - 2.0,
        nps: is_zero_to_ten(&scale).then(|| promoter_score(scores.iter().copied())).flatten(),
        distribution: distribution(scores),
    })
}

/// How often each score was given, ascending; empty when there are too many different ones.
fn distribution(sorted: &[f64]) -> Vec<(f64, u64)> {
    let runs = || sorted.chunk_by(|one, other| one == other);
    if runs().nth(MOST_DISTINCT_SCORES).is_some() {
        return Vec::new();
    }
    runs().map(|run| (run[0], run.len() as u64)).collect()
}
