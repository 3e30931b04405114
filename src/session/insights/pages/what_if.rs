//! What if fewer left: the chain that tells, and what one point is worth where.

use crate::base::Cancel;
use crate::insights::Inputs;
use crate::insights::what_if::{Chain, Worth};
use crate::measure::MeasureError;

/// What what-ifs are told from.
#[derive(Clone, Debug, Default)]
pub struct WhatIf {
    /// None where no touchpoint is a goal, and for data without paths.
    pub chain: Option<Chain>,
    /// One point at each touchpoint where anybody leaves, the most worth first.
    pub worth: Vec<Worth>,
}

/// The chain of the selected journeys.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<WhatIf, MeasureError> {
    let chain = Chain::new(inputs, cancel)?;
    let worth = chain.as_ref().map(Chain::worth).unwrap_or_default();
    Ok(WhatIf { chain, worth })
}
