//! How well a team guessed the exit rates before they were revealed.

use super::figures::{Measures, Rate};
use crate::model::TouchpointId;
use std::collections::BTreeMap;

/// The score of one team.
#[derive(Clone, Debug, PartialEq)]
pub struct GuessScore {
    /// Mean distance of guess and measured rate, 0…1; smaller is better.
    pub mean_absolute_error: f64,
    /// Guesses at touchpoints with a measured rate, the largest gap first.
    pub gaps: Vec<GuessGap>,
}

/// One guess beside what was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GuessGap {
    /// Where.
    pub touchpoint: TouchpointId,
    /// As guessed, 0…1.
    pub guessed: f64,
    /// As measured.
    pub measured: Rate,
    /// Guessed less measured, −1…1: above 0 the team was too gloomy.
    pub gap: f64,
}

/// The score of a team's guesses; none when no guessed touchpoint has a measured exit rate.
#[must_use]
#[allow(clippy::cast_precision_loss)] // touchpoints of one map
pub fn score(guesses: &BTreeMap<TouchpointId, f64>, measures: &Measures) -> Option<GuessScore> {
    let gaps = measures.touchpoints.iter().filter_map(|figures| {
        let (guessed, measured) = (*guesses.get(&figures.touchpoint)?, figures.exit_rate?);
        let gap = guessed - measured.value;
        Some(GuessGap { touchpoint: figures.touchpoint, guessed, measured, gap })
    });
    let mut gaps: Vec<_> = gaps.collect();
    gaps.sort_by(|a, b| b.gap.abs().total_cmp(&a.gap.abs()).then(a.touchpoint.cmp(&b.touchpoint)));
    let sum: f64 = gaps.iter().map(|gap| gap.gap.abs()).sum();
    (!gaps.is_empty()).then(|| GuessScore { mean_absolute_error: sum / gaps.len() as f64, gaps })
}
