//! Ranks and how far two orders agree.

use super::Z_95;

/// Spearman's rank correlation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spearman {
    /// −1 … 1.
    pub rho: f64,
    /// Lower 95 % limit.
    pub low: f64,
    /// Upper 95 % limit.
    pub high: f64,
    /// Pairs.
    pub n: u64,
}

/// The ranks of some values from 1; equal values share the mean of their ranks.
#[must_use]
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|one, other| values[*one].total_cmp(&values[*other]));
    let mut ranks = vec![0.0; values.len()];
    let mut first = 0;
    for equal in order.chunk_by(|one, other| values[*one] == values[*other]) {
        let mean = first as f64 + (equal.len() + 1) as f64 / 2.0;
        equal.iter().for_each(|place| ranks[*place] = mean);
        first += equal.len();
    }
    ranks
}

/// Spearman's ρ of pairs with its 95 % interval by Fisher's z and the standard error of Bonett and Wright; none for fewer
/// than four pairs, and where one side never varies.
#[must_use]
pub fn spearman(pairs: &[(f64, f64)]) -> Option<Spearman> {
    let n = pairs.len();
    if n < 4 {
        return None;
    }
    let (one, other): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let rho = correlation(&ranks(&one), &ranks(&other))?;
    let error = ((1.0 + rho * rho / 2.0) / (n as f64 - 3.0)).sqrt();
    let limit = |side: f64| (rho.clamp(-1.0 + 1e-12, 1.0 - 1e-12).atanh() + side * Z_95 * error).tanh();
    Some(Spearman { rho, low: limit(-1.0), high: limit(1.0), n: n as u64 })
}

/// Pearson's correlation; none where one side never varies.
fn correlation(one: &[f64], other: &[f64]) -> Option<f64> {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (middle_one, middle_other) = (mean(one), mean(other));
    let (mut both, mut squares_one, mut squares_other) = (0.0, 0.0, 0.0);
    for (x, y) in one.iter().zip(other) {
        let (x, y) = (x - middle_one, y - middle_other);
        both += x * y;
        squares_one += x * x;
        squares_other += y * y;
    }
    let spread = (squares_one * squares_other).sqrt();
    (spread > 0.0).then(|| (both / spread).clamp(-1.0, 1.0))
}
