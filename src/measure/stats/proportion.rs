//! Shares and their differences.

use super::Z_95;

/// Wilson's 95 % score interval of k out of n; none when n is 0.
#[must_use]
pub fn wilson(k: u64, n: u64) -> Option<(f64, f64)> {
    if n == 0 {
        return None;
    }
    let (successes, trials) = (k as f64, n as f64);
    let share = successes / trials;
    let z2 = Z_95 * Z_95;
    let centre = (successes + z2 / 2.0) / (trials + z2);
    let half = Z_95 * (trials * share * (1.0 - share) + z2 / 4.0).sqrt() / (trials + z2);
    // At the ends the limit is exact; rounding must not move it.
    let low = if k == 0 { 0.0 } else { (centre - half).max(0.0) };
    let high = if k == n { 1.0 } else { (centre + half).min(1.0) };
    Some((low, high))
}

/// The difference of two shares, k1 ÷ n1 − k2 ÷ n2, with Newcombe's hybrid score interval; none when a group is empty.
#[must_use]
pub fn newcombe(k1: u64, n1: u64, k2: u64, n2: u64) -> Option<(f64, f64, f64)> {
    let ((low1, high1), (low2, high2)) = (wilson(k1, n1)?, wilson(k2, n2)?);
    let (share1, share2) = (k1 as f64 / n1 as f64, k2 as f64 / n2 as f64);
    let difference = share1 - share2;
    let below = (share1 - low1).hypot(high2 - share2);
    let above = (high1 - share1).hypot(share2 - low2);
    Some((difference, difference - below, difference + above))
}

/// The ratio of two risks, (k1 ÷ n1) ÷ (k2 ÷ n2), with its 95 % interval by the log method. None when a count is 0:
/// then the logarithm has no value.
#[must_use]
pub fn risk_ratio(k1: u64, n1: u64, k2: u64, n2: u64) -> Option<(f64, f64, f64)> {
    if k1 == 0 || k2 == 0 || n1 == 0 || n2 == 0 {
        return None;
    }
    let (k1, n1, k2, n2) = (k1 as f64, n1 as f64, k2 as f64, n2 as f64);
    let ratio = (k1 / n1) / (k2 / n2);
    let half = Z_95 * (1.0 / k1 - 1.0 / n1 + 1.0 / k2 - 1.0 / n2).max(0.0).sqrt();
    Some((ratio, ratio * (-half).exp(), ratio * half.exp()))
}

/// A net promoter score, −100 … 100, with its standard error, from counts; none when all are 0.
#[must_use]
pub fn net_promoter(promoters: u64, passives: u64, detractors: u64) -> Option<(f64, f64)> {
    let n = promoters + passives + detractors;
    if n == 0 {
        return None;
    }
    let n = n as f64;
    let (up, down) = (promoters as f64 / n, detractors as f64 / n);
    let net = up - down;
    Some((100.0 * net, 100.0 * ((up + down - net * net) / n).max(0.0).sqrt()))
}
