//! The measured curve and the satisfaction bars.

use super::labels::Labels;
use super::{MeasuredEmotion, SMALL_N, SatisfactionBar, Shares};
use crate::measure::TouchpointFigures;
use crate::measure::small_groups::{Shown, SmallGroups};

/// The dot of the measured curve; none without scores and when the group is hidden.
pub fn emotion(figures: &TouchpointFigures, small_groups: SmallGroups) -> Option<MeasuredEmotion> {
    let satisfaction = figures.satisfaction.as_ref()?;
    let n = small_groups.count(satisfaction.n).value()?;
    let emotion = |score: f64| (4.0 * satisfaction.scale.unit(score) - 2.0).clamp(-2.0, 2.0);
    Some(MeasuredEmotion {
        value: satisfaction.emotion,
        interval: satisfaction.interval().map(|(low, high)| (emotion(low), emotion(high))),
        small: n < SMALL_N,
        n,
    })
}

/// The shares; none without scores and when one of them would tell of a hidden group.
pub fn satisfaction(figures: &TouchpointFigures, labels: &Labels<'_>) -> Option<SatisfactionBar> {
    let satisfaction = figures.satisfaction.as_ref()?;
    let n = satisfaction.n;
    let parts = satisfaction.spread.as_ref().map(|of| [of.satisfied, of.neutral, of.dissatisfied]);
    let is_hidden = |parts| labels.small_groups.parts(parts).iter().any(Shown::is_hidden);
    if labels.small_groups.hides(n) || parts.is_some_and(is_hidden) {
        return None;
    }
    let shares = parts.map(|parts| {
        let [satisfied, neutral, dissatisfied] = parts.map(|part| part as f64 / n as f64);
        Shares { satisfied, neutral, dissatisfied }
    });
    let label = labels.mean_score(satisfaction.mean, n);
    let mean_unit = satisfaction.scale.unit(satisfaction.mean);
    Some(SatisfactionBar { shares, mean_unit, label, small: n < SMALL_N })
}
