//! What is counted from single visits: scores, moods and waits, per touchpoint.

use super::figures::{SatisfactionFigures, SentimentFigures, WaitFigures};
use super::grouped::Grouped;
use super::paths::Paths;
use super::satisfaction::{Scales, satisfaction};
use super::stats::quantile;
use crate::base::{Cancel, Cancelled, Scale};
use crate::events::{EventLog, Sentiment};

/// Scores, moods and waits of one touchpoint.
pub struct Feelings {
    /// The scale in which its scores are shown.
    pub scale: Scale,
    pub satisfaction: Option<SatisfactionFigures>,
    pub sentiment: Option<SentimentFigures>,
    pub wait: Option<WaitFigures>,
}

/// Those of every touchpoint, in map order.
pub fn feelings(
    log: &EventLog,
    touchpoints: usize,
    paths: &Paths,
    scales: &Scales,
    cancel: &Cancel,
) -> Result<Vec<Feelings>, Cancelled> {
    let visits = || paths.visits().iter();
    let scored = visits()
        .filter_map(|visit| Some((visit.touchpoint(), (log.name(visit.event()), log.score(visit.event())?))));
    let mut scores = Grouped::new(touchpoints, scored);
    cancel.check()?;
    let waited = visits().filter_map(|visit| Some((visit.touchpoint(), log.wait_secs(visit.event())?)));
    let mut waits = Grouped::new(touchpoints, waited);
    cancel.check()?;
    let mut moods = vec![[0; 3]; touchpoints];
    for visit in visits() {
        if let Some(sentiment) = log.sentiment(visit.event()) {
            moods[visit.touchpoint()][sentiment as usize] += 1;
        }
    }
    let mut all = Vec::with_capacity(touchpoints);
    for (touchpoint, moods) in moods.iter().enumerate() {
        cancel.check()?;
        let scores = scores.group_mut(touchpoint);
        let scale = scales.shown(scores.iter().map(|(name, _)| *name));
        let mut shown: Vec<f64> =
            scores.iter().map(|(name, score)| scales.on(&scale, *name, *score)).collect();
        all.push(Feelings {
            scale,
            satisfaction: satisfaction(&mut shown, scale),
            sentiment: sentiment(moods),
            wait: wait(waits.group_mut(touchpoint)),
        });
    }
    Ok(all)
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

fn wait(waits: &mut [f64]) -> Option<WaitFigures> {
    let n = waits.len() as u64;
    Some(WaitFigures { n, median_secs: quantile(waits, 0.5)?, p90_secs: quantile(waits, 0.9)? })
}
