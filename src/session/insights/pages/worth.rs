//! What satisfaction is worth, and what it goes along with.

use crate::base::{Cancel, Progress, Scale};
use crate::insights::Inputs;
use crate::insights::worth::{Beside, Worth, beside, worth};
use crate::measure::trend::{Step, trend};
use crate::measure::{Keep, MeasureError};
use crate::model::TouchpointId;
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
    /// The touchpoints with scores, in map order.
    pub scored: Vec<TouchpointId>,
    /// The one of them whose scores these are; none = those of all.
    pub at: Option<TouchpointId>,
}

/// Computes both, of the scores at a touchpoint or at all.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(
    inputs: &Inputs<'_>,
    at: Option<TouchpointId>,
    cancel: &Cancel,
) -> Result<WorthPage, MeasureError> {
    let has_scores = |id: &TouchpointId| inputs.measures.at(*id).is_some_and(|of| of.satisfaction.is_some());
    let in_order = inputs.map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id);
    let scored: Vec<TouchpointId> = in_order.filter(has_scores).collect();
    // With another filter nobody may have given a score there.
    let at = at.filter(|at| scored.contains(at));
    let worth = worth(inputs, at, cancel)?;
    let data = (inputs.log, inputs.map, inputs.source);
    let keep = Keep::from(Arc::clone(&inputs.prepared));
    let periods = trend(&keep, data, cancel, &Progress::default())?;
    Ok(WorthPage {
        worth,
        beside: beside(inputs, &periods, at, cancel)?,
        step: periods.first().map_or(Step::Month, |period| period.step),
        scale: inputs.prepared.usual_scale(),
        scored,
        at,
    })
}
