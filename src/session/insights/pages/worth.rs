//! What satisfaction is worth, and what it goes along with.

use crate::base::{Cancel, Progress, Scale};
use crate::insights::Inputs;
use crate::insights::worth::{Beside, Worth, beside, worth};
use crate::measure::trend::{Step, trend};
use crate::measure::{Keep, MeasureError};
use std::sync::Arc;

/// What the page shows.
#[derive(Debug)]
pub struct WorthPage {
    /// Against revenue and coming again.
    pub worth: Worth,
    /// Beside what the house does; empty for data without times.
    pub beside: Vec<Beside>,
    /// How long its periods are.
    pub step: Step,
    /// Of the scores.
    pub scale: Scale,
    /// The data has scores.
    pub has_scores: bool,
}

/// Computes both.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<WorthPage, MeasureError> {
    let worth = worth(inputs, cancel)?;
    let data = (inputs.log, inputs.map, inputs.source);
    let keep = Keep::from(Arc::clone(&inputs.prepared));
    let periods = trend(&keep, data, cancel, &Progress::default())?;
    Ok(WorthPage {
        worth,
        beside: beside(inputs, &periods, None, cancel)?,
        step: periods.first().map_or(Step::Month, |period| period.step),
        scale: inputs.prepared.usual_scale(),
        has_scores: inputs.measures.touchpoints.iter().any(|of| of.satisfaction.is_some()),
    })
}
