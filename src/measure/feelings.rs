//! What is counted from single visits: scores and moods, per touchpoint.

use super::figures::{SatisfactionFigures, SentimentFigures};
use super::kinds::KindCounts;
use super::satisfaction::{Scales, satisfaction};
use super::scores::Score;
use crate::base::Scale;
use crate::events::Sentiment;

/// Scores and moods of one touchpoint.
pub struct Feelings {
    /// The scale in which its scores are shown.
    pub scale: Scale,
    pub satisfaction: Option<SatisfactionFigures>,
    pub sentiment: Option<SentimentFigures>,
}

/// Those of every touchpoint, in map order.
pub fn feelings(
    touchpoints: usize,
    counts: KindCounts<'_>,
    scores: &[Score],
    scales: &Scales,
) -> Vec<Feelings> {
    let mut moods = vec![[0; 3]; touchpoints];
    for of in counts.visits() {
        if let Some(sentiment) = of.kind.sentiment {
            moods[of.touchpoint][sentiment as usize] += of.visits;
        }
    }
    let mut scored = vec![Vec::new(); touchpoints];
    for score in scores {
        scored[score.touchpoint].push((score.scale, score.score, score.n));
    }
    let of_touchpoint = |(scored, moods): (&Vec<_>, &[u64; 3])| {
        let scale = scales.shown(scored.iter().map(|(own, _, n)| (*own, *n)));
        let shown = scored.iter().map(|(own, score, n)| (scales.on(&scale, *own, *score), *n)).collect();
        Feelings { scale, satisfaction: satisfaction(shown, scale), sentiment: sentiment(moods) }
    };
    scored.iter().zip(&moods).map(of_touchpoint).collect()
}

/// From counts by [`Sentiment`].
fn sentiment(counts: &[u64; 3]) -> Option<SentimentFigures> {
    let of = |sentiment: Sentiment| counts[sentiment as usize];
    let (positive, neutral, negative) =
        (of(Sentiment::Positive), of(Sentiment::Neutral), of(Sentiment::Negative));
    let all = positive + neutral + negative;
    let net = (positive as f64 - negative as f64) / all as f64;
    (all > 0).then_some(SentimentFigures { positive, neutral, negative, net })
}
