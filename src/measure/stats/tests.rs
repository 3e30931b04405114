//! Values to reproduce, from statsmodels 0.15 and scipy 1.17.

use super::*;
use crate::base::Cancel;

#[track_caller]
fn close(value: f64, expected: f64) {
    // As many digits as the expected values have: seven, or six decimals.
    let tolerance = 6e-7 * expected.abs().max(1.0);
    assert!((value - expected).abs() <= tolerance, "{value} is not {expected}");
}

#[track_caller]
fn all_close(values: (f64, f64, f64), expected: (f64, f64, f64)) {
    close(values.0, expected.0);
    close(values.1, expected.1);
    close(values.2, expected.2);
}

#[test]
fn wilson_intervals() {
    for (k, n, low, high) in [
        (0, 10, 0.0, 0.277533),
        (1, 6, 0.030053, 0.563503),
        (2, 2, 0.34238, 1.0),
        (8, 10, 0.490162, 0.943318),
        (45, 60, 0.627679, 0.842235),
        (653, 3611, 0.168624, 0.193727),
        (5, 5, 0.565518, 1.0),
        (0, 1, 0.0, 0.793451),
    ] {
        let interval = wilson(k, n).unwrap();
        close(interval.0, low);
        close(interval.1, high);
    }
    assert_eq!(wilson(0, 0), None);
}

#[test]
fn differences_of_shares() {
    all_close(newcombe(45, 60, 30, 60).unwrap(), (0.25, 0.07678, 0.403461));
    all_close(newcombe(28, 226, 20, 246).unwrap(), (0.042593, -0.012428, 0.099352));
    all_close(newcombe(2, 9, 7, 10).unwrap(), (-0.477778, -0.727226, -0.033153));
    assert_eq!(newcombe(0, 0, 1, 2), None);
}

#[test]
fn odds_ratios_and_fisher() {
    let table = |a, b, c, d| TwoByTwo { a, b, c, d };
    let first = table(30, 70, 10, 90);
    all_close(first.odds_ratio(), (3.857143, 1.766603, 8.421560));
    assert!((first.fisher() - 0.000650411).abs() < 1e-9);
    let second = table(12, 188, 20, 780);
    all_close(second.odds_ratio(), (2.489362, 1.195837, 5.182078));
    close(second.fisher(), 0.0217017);
    let third = table(5, 0, 2, 8);
    let (ratio, low, high) = third.odds_ratio();
    close(ratio, 37.4);
    close(low, 1.493975);
    assert!((high - 936.267).abs() < 5e-4);
    close(third.fisher(), 0.00699301);
    // Expected counts of 20 and more, and of 3.3.
    assert_eq!(first.p_value(), first.chi_square().unwrap());
    assert_eq!(third.p_value(), third.fisher());
    assert_eq!(table(0, 0, 2, 8).chi_square(), None);
    assert_eq!(table(0, 0, 2, 8).p_value(), 1.0);
}

#[test]
fn adjusted_p_values() {
    let raw = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
    let expected = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.105714, 0.216, 0.216, 0.216];
    for (value, expected) in benjamini_hochberg(&raw).into_iter().zip(expected) {
        close(value, expected);
    }
    // The order given is kept.
    assert_eq!(benjamini_hochberg(&[0.04, 0.01]), [0.04, 0.02]);
}

#[test]
fn means() {
    let x = Moments::of(&[5.0, 4.0, 4.0, 3.0, 5.0, 2.0, 4.0, 5.0, 1.0, 4.0]).unwrap();
    let y = Moments::of(&[3.0, 3.0, 4.0, 2.0, 1.0, 2.0, 5.0, 3.0, 2.0, 2.0]).unwrap();
    let result = welch(&x, &y).unwrap();
    close(result.t, 1.786474);
    close(result.freedom, 17.644988);
    close(result.p, 0.0912166);
    assert!(result.low < 0.0 && result.high > 0.0, "p over 5 % and an interval with 0 go together");
    let (low, high) = x.interval().unwrap();
    close(low, 2.743215);
    close(high, 4.656785);
    assert_eq!(Moments::of(&[]), None);
    assert_eq!(Moments::of(&[3.0]).unwrap().interval(), None);
}

#[test]
fn net_promoter_score() {
    let (score, error) = net_promoter(52, 30, 18).unwrap();
    close(score, 34.0);
    close(error, 7.644606);
    close(score - Z_95 * error, 19.016848);
    assert_eq!(net_promoter(0, 0, 0), None);
}

#[test]
fn risk_ratios() {
    // Log method by hand: ln 2 ± 1.96 × √(1/20 − 1/100 + 1/10 − 1/100) = ln 2 ± 0.7067.
    all_close(risk_ratio(20, 100, 10, 100).unwrap(), (2.0, 0.986563, 4.054479));
    assert_eq!(risk_ratio(0, 10, 1, 10), None);
    assert_eq!(risk_ratio(1, 10, 0, 10), None);
}

#[test]
fn rising_and_falling() {
    // Second computation with numpy; slopes by scipy.stats.theilslopes.
    let test = |series: &[f64]| mann_kendall(series).unwrap();
    let tied = test(&[5.0, 4.0, 4.0, 3.0, 5.0, 2.0, 4.0, 5.0, 1.0, 4.0]);
    assert_eq!(tied.s, -10);
    close(tied.z, -0.847900);
    close(tied.p, 0.396493);
    close(tied.slope, -0.111111);
    let falling = test(&[10.0, 9.0, 9.5, 8.0, 7.0, 7.0, 6.5, 5.0]);
    assert_eq!(falling.s, -25);
    close(falling.p, 0.0027696);
    close(falling.slope, -0.666667);
    assert_eq!(mann_kendall(&[1.0, 2.0, 3.0]), None);
    assert_eq!(mann_kendall(&[1.0; 9]), None);
}

#[test]
fn highest_of_many() {
    // scipy.stats.gumbel_r.sf with the place and scale of the moments.
    let by_chance = [3.0, 5.0, 4.0, 6.0, 7.0, 5.0, 4.0, 6.0, 5.0, 8.0];
    close(p_of_highest(12.0, &by_chance).unwrap(), 0.001785302);
    let p = p_of_highest(30.0, &by_chance).unwrap();
    assert!((p / 3.492639550876966e-10 - 1.0).abs() < 1e-6, "{p}");
    assert_eq!(p_of_highest(30.0, &[1.0; 20]), None);
}

#[test]
fn how_much_groups_tell() {
    // scipy.stats.entropy; by chance, 4 000 shuffles by numpy have a mean of 0.0055 and 95 % in 0.0001 … 0.0212.
    let cancel = Cancel::new();
    let told = uncertainty(&[(100, 30), (200, 20), (0, 0), (50, 25)], &cancel).unwrap().unwrap();
    close(told.raw, 0.115987);
    assert!((told.raw - told.corrected - 0.0055).abs() < 0.0015, "{told:?}");
    assert!(told.by_chance.0 < 0.001 && (0.012..0.03).contains(&told.by_chance.1), "{told:?}");
    assert_eq!(told.p, 0.005);
    assert_eq!(uncertainty(&[(100, 30), (200, 20), (50, 25)], &cancel).unwrap().unwrap(), told, "seeded");
    let nothing = uncertainty(&[(100, 30), (200, 60)], &cancel).unwrap().unwrap();
    assert_eq!((nothing.raw, nothing.corrected, nothing.p), (0.0, 0.0, 1.0));
    assert_eq!(uncertainty(&[(100, 30)], &cancel).unwrap(), None);
    assert_eq!(uncertainty(&[(100, 100), (20, 20)], &cancel).unwrap(), None);
    assert!(uncertainty(&[(100, 30), (200, 60)], &Cancel::at_look(3)).is_err());
}

#[test]
fn deals_keep_the_sums() {
    let mut groups = [(10, 0), (30, 0), (60, 0)];
    let mut random = super::random::Random::new(5);
    let mut first = 0;
    for _ in 0..2000 {
        deal(&mut groups, 40, &mut random);
        assert_eq!(groups.iter().map(|(_, k)| k).sum::<u64>(), 40);
        assert!(groups.iter().all(|(n, k)| k <= n));
        first += groups[0].1;
    }
    // 4 expected each time, with a standard deviation of 1.48.
    assert!((f64::from(u32::try_from(first).unwrap()) / 2000.0 - 4.0).abs() < 0.15, "{first}");
}

#[test]
fn what_so_many_could_show() {
    // (1.959964 + 0.841621) × √(0.25 × (1/100 + 1/200)).
    close(smallest_difference_of_shares(0.5, 100, 200).unwrap(), 0.171561);
    assert_eq!(smallest_difference(4.0, 0, 9), None);
}
