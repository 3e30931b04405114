//! Intervals and tests, each of plain numbers: nothing here knows of journeys.
//! The tests compare with values computed by statsmodels and scipy.

mod association;
mod means;
mod proportion;
mod quantile;
pub mod random;
mod ranks;
mod tables;
mod trends;

pub use association::{Uncertainty, deal, smallest_difference, smallest_difference_of_shares, uncertainty};
pub use means::{Moments, Welch, welch};
pub use proportion::{net_promoter, newcombe, risk_ratio, wilson};
pub use quantile::{quantile, quantile_place};
pub use ranks::{Spearman, ranks, spearman};
pub use tables::{TwoByTwo, benjamini_hochberg};
pub use trends::{MannKendall, mann_kendall, p_of_highest};

/// The 97.5 % point of the standard normal distribution.
pub const Z_95: f64 = 1.959_963_984_540_054;

#[cfg(test)]
mod tests;
