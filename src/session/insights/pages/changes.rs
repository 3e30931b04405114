//! What changed between two ranges of time.

use crate::base::Cancel;
use crate::insights::Inputs;
use crate::insights::changes::{Changes, changes, usual_ranges};
use crate::measure::MeasureError;

/// The figures of two ranges side by side; none for data without times, and for less than two weeks of it.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Option<Changes>, MeasureError> {
    usual_ranges(inputs).map(|ranges| changes(inputs, ranges, cancel)).transpose()
}
