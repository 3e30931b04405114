//! The ways customers take.

use crate::base::Cancel;
use crate::insights::Inputs;
use crate::insights::paths::{Paths, paths};
use crate::measure::MeasureError;

/// So many ways are listed, the commonest.
const MOST_VARIANTS: usize = 60;

/// All steps, and the commonest ways.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Paths, MeasureError> {
    Ok(paths(inputs, MOST_VARIANTS, cancel)?)
}
