//! Behaviour or demographics: which segment column tells more about who leaves.

use crate::base::Cancel;
use crate::insights::behaviour::{ColumnTells, behaviour};
use crate::insights::{Inputs, JourneySet};
use crate::measure::MeasureError;

/// What the page shows.
#[derive(Debug)]
pub struct Behaviour {
    /// All segment columns, those that tell most first.
    pub columns: Vec<ColumnTells>,
    /// The journeys that this rests on: those whose end is known.
    pub closed: JourneySet,
    /// Those of them that ended without the goal.
    pub exits: JourneySet,
}

/// Looks at all columns.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Behaviour, MeasureError> {
    let columns = behaviour(inputs, cancel)?;
    let with = |holds: &dyn Fn(crate::measure::JourneyView<'_>) -> bool| {
        inputs.journeys.filter(|number| inputs.journey(number).is_some_and(holds))
    };
    let closed = with(&|journey| journey.is_closed() && !inputs.measures.is_survey);
    let exits = closed.filter(|number| inputs.journey(number).is_some_and(|journey| journey.is_exit()));
    Ok(Behaviour { columns, closed, exits })
}
