//! What is measured of each persona: the journeys of the customers that it stands for.

use super::{Inputs, JourneySet};
use crate::base::Cancel;
use crate::events::EventLog;
use crate::measure::{MeasureError, Measures};
use crate::model::{Persona, PersonaId};

/// A persona's own figures.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonaFigures {
    /// Whose.
    pub persona: PersonaId,
    /// The selected journeys of the customers that the persona stands for: as many as are measured.
    pub journeys: JourneySet,
    /// Every figure of them.
    pub measures: Measures,
}

/// True when the persona stands for a part of this data: it has a rule, and the data has its columns.
#[must_use]
pub fn stands_for_part(persona: &Persona, log: &EventLog) -> bool {
    let has = |column: &String| log.segments.iter().any(|segment| segment.name == *column);
    !persona.segments.is_empty() && persona.segments.keys().all(has)
}

/// The figures of personas that stand for a part of the data, in map order. The source's filter holds too. Those whose rule
/// names a column that the data does not have are left out.
///
/// # Errors
/// [`MeasureError`], but for a missing column.
pub fn persona_figures(of: &Inputs<'_>, cancel: &Cancel) -> Result<Vec<PersonaFigures>, MeasureError> {
    let figures = |persona: &Persona| {
        let (journeys, measures) = of.filtered(&persona.filter(&of.source.filter), cancel)?;
        Ok(PersonaFigures { persona: persona.id, journeys, measures })
    };
    of.map.personas_in_order().filter(|persona| stands_for_part(persona, of.log)).map(figures).collect()
}
