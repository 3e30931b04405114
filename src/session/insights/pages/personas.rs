//! Personas beside each other: what is measured of each, with the journeys behind every number.

use crate::base::Cancel;
use crate::insights::personas::{PersonaFigures, persona_figures};
use crate::insights::{Inputs, JourneySet};
use crate::measure::MeasureError;
use crate::model::JourneyStatus;

/// What the page shows.
#[derive(Debug)]
pub struct Personas {
    /// Those whose rule fits the data, in map order.
    pub parts: Vec<Part>,
}

/// A persona's part of the data.
#[derive(Debug)]
pub struct Part {
    /// Its figures and journeys.
    pub figures: PersonaFigures,
    /// Journeys that reached a goal and are closed: as many as the goal rate counts.
    pub goals: JourneySet,
    /// By place in map order.
    pub places: Vec<Place>,
}

/// A persona at a touchpoint.
#[derive(Debug, Default)]
pub struct Place {
    /// Journeys that left here: as many as the exit rate counts.
    pub exits: JourneySet,
    /// Journeys with a score here.
    pub scored: JourneySet,
}

/// Measures each persona within what the data bar selects, whoever is shown.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Personas, MeasureError> {
    let figures = persona_figures(inputs, cancel)?;
    let mut parts = Vec::new();
    for figures in figures {
        cancel.check()?;
        parts.push(part(inputs, figures));
    }
    Ok(Personas { parts })
}

fn part(inputs: &Inputs<'_>, figures: PersonaFigures) -> Part {
    let count = inputs.prepared.touchpoint_ids().len();
    let mut exits = vec![Vec::new(); count];
    let mut scored = vec![Vec::new(); count];
    let mut goals = Vec::new();
    for journey in inputs.views(&figures.journeys) {
        let number = journey.number();
        let mut last = None;
        for visit in journey.visits() {
            let place = visit.touchpoint as usize;
            let has_score = inputs.prepared.unit_score(inputs.log, visit.event).is_some();
            if let Some(here) = scored.get_mut(place).filter(|_| has_score)
                && here.last() != Some(&number)
            {
                here.push(number);
            }
            last = Some(place);
        }
        if journey.is_exit()
            && let Some(here) = last.and_then(|place| exits.get_mut(place))
        {
            here.push(number);
        }
        if journey.is_closed() && journey.status() == Some(JourneyStatus::Goal) {
            goals.push(number);
        }
    }
    let place = |(exits, scored)| Place { exits: JourneySet::from(exits), scored: JourneySet::from(scored) };
    Part {
        goals: JourneySet::from(goals),
        places: exits.into_iter().zip(scored).map(place).collect(),
        figures,
    }
}
