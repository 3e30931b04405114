//! Means, their intervals and their differences, by Student's t.

use statrs::distribution::{ContinuousCDF, StudentsT};

/// Count, mean and sample variance of some numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// How many.
    pub n: u64,
    /// Mean.
    pub mean: f64,
    /// Sum of squared deviations ÷ (n − 1); 0 for a single number.
    pub variance: f64,
}

impl Moments {
    /// Of some numbers; none when there are none.
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Self> {
        let counted: Vec<_> = values.iter().map(|value| (*value, 1)).collect();
        Self::of_counted(&counted)
    }

    /// Of numbers, each with how often it occurs.
    #[must_use]
    pub fn of_counted(values: &[(f64, u64)]) -> Option<Self> {
        let count: u64 = values.iter().map(|(_, times)| times).sum();
        if count == 0 {
            return None;
        }
        let n = count as f64;
        let mean = values.iter().map(|(value, times)| value * *times as f64).sum::<f64>() / n;
        let squares: f64 = values.iter().map(|(value, times)| (value - mean).powi(2) * *times as f64).sum();
        Some(Self { n: count, mean, variance: squares / (n - 1.0).max(1.0) })
    }

    /// Squared standard error of the mean.
    fn error_squared(&self) -> f64 {
        self.variance / self.n as f64
    }

    /// The 95 % interval of the mean; none when n < 2.
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        let t = StudentsT::new(0.0, 1.0, self.n.checked_sub(1)? as f64).ok()?.inverse_cdf(0.975);
        let half = t * self.error_squared().sqrt();
        Some((self.mean - half, self.mean + half))
    }
}

/// Welch's comparison of two means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Welch {
    /// First mean − second mean.
    pub difference: f64,
    /// Lower 95 % limit of the difference.
    pub low: f64,
    /// Upper 95 % limit.
    pub high: f64,
    /// Test statistic.
    pub t: f64,
    /// Degrees of freedom.
    pub freedom: f64,
    /// Two-sided.
    pub p: f64,
}

/// Compares two means without taking their variances as equal; none when a group has fewer than two numbers or
/// nothing varies.
#[must_use]
pub fn welch(one: &Moments, other: &Moments) -> Option<Welch> {
    let (e1, e2) = (one.error_squared(), other.error_squared());
    let error = (e1 + e2).sqrt();
    if one.n < 2 || other.n < 2 || error == 0.0 {
        return None;
    }
    let freedom = (e1 + e2).powi(2) / (e1 * e1 / (one.n - 1) as f64 + e2 * e2 / (other.n - 1) as f64);
    let student = StudentsT::new(0.0, 1.0, freedom).ok()?;
    let difference = one.mean - other.mean;
    let t = difference / error;
    let half = student.inverse_cdf(0.975) * error;
    let p = 2.0 * student.cdf(-t.abs());
    Some(Welch { difference, low: difference - half, high: difference + half, t, freedom, p })
}
