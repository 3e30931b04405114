//! The nine signs.

use crate::base::Cancel;
use crate::insights::Inputs;
use crate::insights::signs::{Sign, signs};
use crate::measure::MeasureError;

/// What the page shows.
#[derive(Debug)]
pub struct Signs {
    /// All nine, in their order.
    pub signs: Vec<Sign>,
}

/// Looks at all of them.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Signs, MeasureError> {
    Ok(Signs { signs: signs(inputs, cancel)? })
}
