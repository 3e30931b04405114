//! Letters that can't be read at the size at which the picture is looked at.

use super::{Check, Checked, Finding, quoted, runs};
use crate::tr;

/// Below this height in points print is hard to read for most.
const SMALLEST_PT: f32 = 6.0;

pub(super) fn find(of: &Checked<'_>) -> Vec<Finding> {
    let size_of = |size: f32| size * of.points_per_point;
    let small: Vec<_> = runs(of).filter(|(_, _, run, _)| size_of(run.size) < SMALLEST_PT).collect();
    let smallest = small.iter().min_by(|one, other| one.2.size.total_cmp(&other.2.size));
    let finding = smallest.map(|(_, _, run, element)| Finding {
        check: Check::SmallText,
        words: tr!(
            "export-check-small-text",
            count = small.len(),
            text = quoted(&run.passage.text),
            size = of.format.decimals(f64::from(size_of(run.size)), 1),
            least = of.format.decimals(f64::from(SMALLEST_PT), 0)
        ),
        at: *element,
    });
    finding.into_iter().collect()
}
