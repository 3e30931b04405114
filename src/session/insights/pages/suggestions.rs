//! Where map and data part.

use crate::base::Cancel;
use crate::insights::Inputs;
use crate::insights::suggestions::{Suggestion, suggestions};
use crate::measure::MeasureError;

/// What the page shows.
#[derive(Debug)]
pub struct Suggestions {
    /// Missing touchpoints by journeys, then the order, then touchpoints that nobody visits.
    pub list: Vec<Suggestion>,
}

/// Looks for all of them.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Suggestions, MeasureError> {
    Ok(Suggestions { list: suggestions(inputs, cancel)? })
}
