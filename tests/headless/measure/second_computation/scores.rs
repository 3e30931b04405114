//! Scores, their intervals and the net promoter score. Touchpoint C and the unmapped name are scored on 0–10, the
//! others on 1–5.

use super::*;
use pathlight::measure::SatisfactionFigures;
use pathlight::measure::stats::Z_95;

/// The 97.5 % points of Student's t for 1 … 30 degrees of freedom, as printed in tables.
const T_975: [f64; 30] = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
    2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/// The scale of an event name by its place in [`NAMES`].
pub fn scale(name: usize) -> Scale {
    if is_zero_to_ten(name) { Scale { min: 0.0, max: 10.0 } } else { Scale::ONE_TO_FIVE }
}

fn is_zero_to_ten(name: usize) -> bool {
    name == 2 || name == 4
}

/// A score on the name's scale from any number.
pub fn on_scale(name: usize, number: u8) -> u8 {
    if is_zero_to_ten(name) { number % 11 } else { 1 + number % 5 }
}

pub fn check(of: Option<&SatisfactionFigures>, scores: &[f64], scale: Scale) {
    let n = scores.len();
    assert_eq!(of.map_or(0, |of| of.n), n as u64);
    let Some(of) = of else { return };
    let mean = scores.iter().sum::<f64>() / n as f64;
    same(Some(of.mean), Some(mean));
    assert_eq!(of.scale, scale);
    let (satisfied, dissatisfied) = if scale.max > 5.0 { (7.5, 2.5) } else { (4.0, 2.0) };
    let spread = of.spread.as_ref().unwrap();
    assert_eq!(spread.satisfied, count(scores, |score| *score >= satisfied));
    assert_eq!(spread.dissatisfied, count(scores, |score| *score <= dissatisfied));
    assert_eq!(spread.neutral, count(scores, |score| *score < satisfied && *score > dissatisfied));
    let steps = (scale.max - scale.min) / 4.0;
    let emotion: f64 = scores.iter().map(|score| (score - scale.min) / steps - 2.0).sum::<f64>() / n as f64;
    same(Some(of.emotion), Some(emotion));
    let mut distribution = BTreeMap::new();
    scores.iter().for_each(|score| *distribution.entry(*score as u8).or_insert(0) += 1);
    let distribution: Vec<_> = distribution.into_iter().map(|(score, n)| (f64::from(score), n)).collect();
    assert_eq!(spread.distribution, distribution);
    same(of.nps, promoters(scores).filter(|_| scale.max > 5.0));
    check_wilson(&spread.satisfied_rate);

    assert_eq!(of.interval().is_none(), n < 2);
    let squares: f64 = scores.iter().map(|score| (score - mean) * (score - mean)).sum();
    if let (Some((low, high)), Some(t)) = (of.interval(), n.checked_sub(2).and_then(|place| T_975.get(place)))
    {
        let half = t * (squares / (n - 1) as f64 / n as f64).sqrt();
        // The printed points have three decimals.
        let tolerance = 5e-4 * half + 1e-9;
        assert!((mean - half - low).abs() <= tolerance && (mean + half - high).abs() <= tolerance);
    }
}

/// Wilson's limits are the shares p whose distance to the observed one is z standard errors at p.
pub fn check_wilson(rate: &Rate) {
    let share = rate.count as f64 / rate.of as f64;
    same(Some(rate.value), Some(share));
    assert!(rate.low <= share && share <= rate.high);
    for (limit, end) in [(rate.low, 0.0), (rate.high, 1.0)] {
        let distance = (share - limit).powi(2);
        let errors = Z_95 * Z_95 * limit * (1.0 - limit) / rate.of as f64;
        assert!((distance - errors).abs() < 1e-9 || limit == end && share == end, "{rate:?}");
    }
}

fn promoters(scores: &[f64]) -> Option<f64> {
    let up = count(scores, |score| *score >= 9.0) as f64;
    let down = count(scores, |score| *score <= 6.0) as f64;
    (!scores.is_empty()).then(|| 100.0 * (up - down) / scores.len() as f64)
}

/// The score of the whole source takes unmapped questions and journeys without a visit too.
pub fn check_promoters(measures: &Measures, events: impl Iterator<Item = Event>) {
    let scores = events.filter(|event| is_zero_to_ten(event.name)).filter_map(|event| event.score);
    same(measures.nps, promoters(&scores.map(f64::from).collect::<Vec<_>>()));
}
