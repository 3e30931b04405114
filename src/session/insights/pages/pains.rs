//! Pain points by what they cost.

use crate::insights::Inputs;
use crate::insights::pains::pains;

pub use crate::insights::pains::Pains;

/// Ranks them.
#[must_use]
pub fn answer(inputs: &Inputs<'_>) -> Pains {
    pains(inputs)
}
