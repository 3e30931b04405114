//! Quantiles by linear interpolation between order statistics ("type 7").

/// Where the `p` quantile lies among values numbered from 0 to `last` in order: the number of the value below it, and
/// how far it is from there to the next one, 0…1.
#[must_use]
pub fn quantile_place(last: usize, p: f64) -> (usize, f64) {
    let place = p.clamp(0.0, 1.0) * last as f64;
    let below = place.floor() as usize;
    (below, place - below as f64)
}

/// The `p` quantile, 0…1, of some numbers; none when there are none. Puts them in another order.
#[must_use]
pub fn quantile(values: &mut [f64], p: f64) -> Option<f64> {
    let last = values.len().checked_sub(1)?;
    let (below, fraction) = quantile_place(last, p);
    let (_, low, above) = values.select_nth_unstable_by(below, f64::total_cmp);
    let low = *low;
    let high = above.iter().copied().min_by(f64::total_cmp).unwrap_or(low);
    Some(if fraction == 0.0 { low } else { low + fraction * (high - low) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interpolates() {
        assert_eq!(quantile(&mut [], 0.5), None);
        assert_eq!(quantile(&mut [7.0], 0.9), Some(7.0));
        assert_eq!(quantile(&mut [3.0, 1.0, 2.0, 4.0], 0.5), Some(2.5));
        assert_eq!(quantile(&mut [30.0, 10.0, 20.0], 0.9), Some(28.0));
        assert_eq!(quantile(&mut [5.0, 1.0, 3.0], 1.0), Some(5.0));
    }
}
