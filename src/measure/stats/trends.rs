//! Does a series rise or fall? Mann's and Kendall's test, which asks nothing of the shape.

use statrs::distribution::{ContinuousCDF, Normal};

/// The outcome of Mann's and Kendall's test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannKendall {
    /// Pairs that rise less pairs that fall.
    pub s: i64,
    /// Standardised, with the correction for continuity.
    pub z: f64,
    /// Two-sided, by the normal approximation.
    pub p: f64,
    /// The median of all slopes between two points, in units per step (Sen).
    pub slope: f64,
}

/// Tests a series in the order of time; none for fewer than four points, and when all are the same.
#[must_use]
pub fn mann_kendall(series: &[f64]) -> Option<MannKendall> {
    if series.len() < 4 {
        return None;
    }
    let mut slopes = Vec::with_capacity(series.len() * (series.len() - 1) / 2);
    let mut s = 0_i64;
    for (place, one) in series.iter().enumerate() {
        for (steps, later) in series[place..].iter().enumerate().skip(1) {
            s += i64::from(later > one) - i64::from(later < one);
            slopes.push((later - one) / steps as f64);
        }
    }
    let pairs = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0);
    let mut sorted = series.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let ties: f64 = sorted.chunk_by(|one, next| one == next).map(|tied| pairs(tied.len() as f64)).sum();
    let variance = (pairs(series.len() as f64) - ties) / 18.0;
    if variance <= 0.0 {
        return None;
    }
    let z = (s - s.signum()) as f64 / variance.sqrt();
    let p = 2.0 * Normal::standard().cdf(-z.abs());
    Some(MannKendall { s, z, p: p.min(1.0), slope: super::quantile(&mut slopes, 0.5)? })
}

/// The highest of many related statistics, judged by its values on data without any effect: Gumbel's distribution fitted
/// to these by their mean and spread (Abrams, Kulldorff and Kleinman 2010). None for fewer than ten, or when all are the same.
#[must_use]
pub fn p_of_highest(observed: f64, by_chance: &[f64]) -> Option<f64> {
    let of = super::Moments::of(by_chance).filter(|of| of.n >= 10 && of.variance > 0.0)?;
    let scale = (6.0 * of.variance).sqrt() / std::f64::consts::PI;
    let place = of.mean - 0.577_215_664_901_532_9 * scale;
    // 1 − exp(−x), exact for the smallest x too.
    Some(-(-(-(observed - place) / scale).exp()).exp_m1())
}
