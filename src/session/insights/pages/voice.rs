//! What customers say.

use crate::base::Cancel;
use crate::insights::Inputs;
use crate::insights::voice::{Voice, voice};
use crate::measure::MeasureError;

/// What the page shows.
#[derive(Debug)]
pub struct VoicePage {
    /// None where the data has neither comments nor moods nor scores.
    pub voice: Option<Voice>,
}

/// Listens.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<VoicePage, MeasureError> {
    Ok(VoicePage { voice: voice(inputs, cancel)? })
}
