//! Two-by-two tables, and what to do about many tests at once.

use super::Z_95;
use statrs::distribution::{ChiSquared, ContinuousCDF};
use statrs::function::factorial::ln_binomial;

/// A two-by-two table of counts: rows with and without a feature, columns with and without an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // a b over c d
pub struct TwoByTwo {
    pub a: u64,
    pub b: u64,
    pub c: u64,
    pub d: u64,
}

impl TwoByTwo {
    fn total(self) -> u64 {
        self.a + self.b + self.c + self.d
    }

    /// The odds ratio ad ÷ bc with its 95 % interval by the log method. When a count is 0, a half is added to all four.
    #[must_use]
    pub fn odds_ratio(self) -> (f64, f64, f64) {
        let counts = [self.a, self.b, self.c, self.d];
        let half = if counts.contains(&0) { 0.5 } else { 0.0 };
        let [a, b, c, d] = counts.map(|count| count as f64 + half);
        let ratio = a * d / (b * c);
        let width = Z_95 * (1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d).sqrt();
        (ratio, ratio * (-width).exp(), ratio * width.exp())
    }

    /// Fisher's exact test, two-sided: all tables with these margins that are no likelier than this one.
    #[must_use]
    pub fn fisher(self) -> f64 {
        let (row, column, total) = (self.a + self.b, self.a + self.c, self.total());
        let log_probability =
            |a: u64| ln_binomial(column, a) + ln_binomial(total - column, row - a) - ln_binomial(total, row);
        let observed = log_probability(self.a);
        // Equal probabilities must count as equal although they are computed by different sums.
        let limit = observed + 1e-7;
        let tables = (row + column).saturating_sub(total)..=row.min(column);
        let p: f64 = tables.map(log_probability).filter(|log| *log <= limit).map(f64::exp).sum();
        p.min(1.0)
    }

    /// The chi-square test without correction; none when a row or a column is empty.
    #[must_use]
    pub fn chi_square(self) -> Option<f64> {
        let [a, b, c, d] = [self.a, self.b, self.c, self.d].map(|count| count as f64);
        let margins = (a + b) * (c + d) * (a + c) * (b + d);
        if margins == 0.0 {
            return None;
        }
        let statistic = (a + b + c + d) * (a * d - b * c).powi(2) / margins;
        Some(ChiSquared::new(1.0).ok()?.sf(statistic))
    }

    /// Chi-square when all expected counts are at least 5, else Fisher's test.
    #[must_use]
    pub fn p_value(self) -> f64 {
        let rows = [self.a + self.b, self.c + self.d];
        let columns = [self.a + self.c, self.b + self.d];
        let smallest = rows[0].min(rows[1]) as f64 * columns[0].min(columns[1]) as f64;
        let large = smallest >= 5.0 * self.total() as f64;
        self.chi_square().filter(|_| large).unwrap_or_else(|| self.fisher())
    }
}

/// Benjamini and Hochberg's adjusted p-values, in the order given.
#[must_use]
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|one, other| p_values[*other].total_cmp(&p_values[*one]));
    let mut adjusted = vec![0.0; p_values.len()];
    let mut smallest: f64 = 1.0;
    for (from_last, index) in order.into_iter().enumerate() {
        let rank = (p_values.len() - from_last) as f64;
        smallest = smallest.min(p_values[index] * p_values.len() as f64 / rank);
        adjusted[index] = smallest;
    }
    adjusted
}
