//! The scale of a score, by its name and values.

use super::stats::Column;
use crate::base::{Scale, name_key};

/// Scales in use, the narrowest first; the first that holds all values is taken.
const COMMON: [(f64, f64); 10] = [
    (1.0, 5.0),
    (0.0, 5.0),
    (1.0, 7.0),
    (1.0, 10.0),
    (0.0, 10.0),
    (0.0, 100.0),
    (-1.0, 1.0),
    (-2.0, 2.0),
    (-5.0, 5.0),
    (-100.0, 100.0),
];

/// The scale of a column of scores; none when no common scale holds its values.
pub(super) fn guess(column: &Column<'_>) -> Option<Scale> {
    let (low, high) =
        column.numbers().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (number, _)| {
            (low.min(number), high.max(number))
        });
    let holds = |(min, max): &(f64, f64)| *min <= low && high <= *max;
    let is_recommendation =
        name_key(column.name).split(' ').any(|word| word.starts_with("nps") || word == "netpro");
    if is_recommendation && holds(&(0.0, 10.0)) {
        return Some(Scale { min: 0.0, max: 10.0 });
    }
    COMMON.iter().find(|scale| holds(scale)).map(|(min, max)| Scale { min: *min, max: *max })
}
