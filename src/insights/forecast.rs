//! Where a figure is heading: Holt's linear exponential smoothing, with prediction intervals.
//!
//! The level and the trend are smoothed with the two weights that would have foretold the known values best, one step ahead.
//! As a state space model this is ETS(A,A,N), from which the width of the interval follows.

use crate::measure::stats::Z_95;

/// Fewer periods than these tell no trend.
pub const LEAST_PERIODS: usize = 8;
/// How finely the weights are looked for, first and at last.
const STEPS: [f64; 3] = [0.1, 0.02, 0.004];

/// A value in a period that has not come yet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Foretold {
    /// What is expected.
    pub value: f64,
    /// Lower 95 % limit.
    pub low: f64,
    /// Upper 95 % limit.
    pub high: f64,
}

/// How a series goes on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Holt {
    level: f64,
    /// Change from period to period, as it is at the end.
    pub trend: f64,
    level_weight: f64,
    trend_weight: f64,
    /// Of the errors one step ahead.
    variance: f64,
}

impl Holt {
    /// Learns from values in equal steps of time; none for fewer than [`LEAST_PERIODS`].
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Self> {
        if values.len() < LEAST_PERIODS || values.iter().any(|value| !value.is_finite()) {
            return None;
        }
        let (mut best, mut center) = (None::<(f64, Self)>, (0.5, 0.25));
        for (round, step) in STEPS.into_iter().enumerate() {
            // All of the square first, then what lies around the best so far.
            let reach = if round == 0 { 5 } else { 6 };
            let around = |middle: f64| (-reach..=reach).map(move |steps| middle + f64::from(steps) * step);
            let is_weight = |weight: &f64| (0.0..=1.0).contains(weight);
            for level_weight in around(center.0).filter(is_weight) {
                for trend_weight in
                    around(center.1).filter(|weight| is_weight(weight) && *weight <= level_weight)
                {
                    let (errors, holt) = Self::run(values, level_weight, trend_weight);
                    if best.as_ref().is_none_or(|(least, _)| errors < *least) {
                        best = Some((errors, holt));
                    }
                }
            }
            center = best.as_ref().map_or(center, |(_, holt)| (holt.level_weight, holt.trend_weight));
        }
        best.map(|(_, holt)| holt)
    }

    /// Goes through the values; gives the sum of squared errors one step ahead.
    fn run(values: &[f64], level_weight: f64, trend_weight: f64) -> (f64, Self) {
        // Begins with the straight line through the first few values.
        let (mut level, mut trend) = line(&values[..values.len().min(LEAST_PERIODS)]);
        let mut errors = 0.0;
        for value in values {
            let expected = level + trend;
            let error = value - expected;
            errors += error * error;
            level = expected + level_weight * error;
            trend += trend_weight * error;
        }
        // Two weights and two first states were chosen freely.
        let freedom = values.len().saturating_sub(4).max(1) as f64;
        (errors, Self { level, trend, level_weight, trend_weight, variance: errors / freedom })
    }

    /// So many periods after the last value, from 1.
    #[must_use]
    pub fn ahead(&self, periods: u32) -> Foretold {
        let weight = |steps: u32| self.level_weight + self.trend_weight * f64::from(steps);
        let spread: f64 = 1.0 + (1..periods).map(|steps| weight(steps).powi(2)).sum::<f64>();
        let value = self.level + self.trend * f64::from(periods);
        let half = Z_95 * (self.variance * spread).sqrt();
        Foretold { value, low: value - half, high: value + half }
    }
}

/// The straight line of least squares: its value one step before the first, and its slope.
fn line(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let (middle, mean) = ((n + 1.0) / 2.0, values.iter().sum::<f64>() / n);
    let deviation = |place: usize| place as f64 + 1.0 - middle;
    let along: f64 = values.iter().enumerate().map(|(place, value)| deviation(place) * (value - mean)).sum();
    let squares: f64 = (0..values.len()).map(|place| deviation(place).powi(2)).sum();
    let slope = if squares > 0.0 { along / squares } else { 0.0 };
    (mean - slope * middle, slope)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_goes_on() {
        let values: Vec<f64> = (0..12).map(|step| 0.3 + 0.01 * f64::from(step)).collect();
        let foretold = Holt::of(&values).unwrap().ahead(3);
        assert!((foretold.value - 0.44).abs() < 1e-9, "{foretold:?}");
        assert!(foretold.high - foretold.low < 1e-9, "nothing was ever off");
    }

    #[test]
    fn too_few_and_broken_values_foretell_nothing() {
        assert_eq!(Holt::of(&[1.0; 7]), None);
        assert_eq!(Holt::of(&[1.0, 2.0, f64::NAN, 4.0, 5.0, 6.0, 7.0, 8.0]), None);
    }

    #[test]
    fn intervals_widen_and_hold_most_of_what_comes() {
        // A level that wanders, by a fixed sequence of pseudo-random steps.
        let mut state = 9_u64;
        let mut noise = || {
            let mut sum = 0.0;
            for _ in 0..12 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                sum += (state >> 11) as f64 / (1_u64 << 53) as f64;
            }
            sum - 6.0
        };
        let (mut inside, mut all) = (0, 0);
        for _ in 0..200 {
            let mut level = 50.0;
            let values: Vec<f64> = (0..40)
                .map(|_| {
                    level += 0.3 * noise();
                    level + noise()
                })
                .collect();
            let (known, future) = values.split_at(30);
            let holt = Holt::of(known).unwrap();
            let mut width = 0.0;
            for (step, value) in (1..).zip(future) {
                let foretold = holt.ahead(step);
                assert!(foretold.high - foretold.low >= width);
                width = foretold.high - foretold.low;
                all += 1;
                inside += i32::from((foretold.low..=foretold.high).contains(value));
            }
        }
        let share = f64::from(inside) / f64::from(all);
        assert!((0.85..=0.99).contains(&share), "{share} of what came lay within 95 % intervals");
    }
}
