//! What pages show: figures with the journeys behind them, owned, computed away from the window's thread.

use super::pages::{behaviour, findings, goals, journeys, pains, personas, signs, suggestions, voice, worth};
use super::{InsightsPage, Options};
use crate::base::Cancel;
use crate::insights::Inputs;
use crate::measure::MeasureError;
use std::sync::Arc;

/// The answer of a page.
#[derive(Clone, Debug)]
pub enum Answer {
    /// What stands out.
    Findings(Arc<findings::Findings>),
    /// Which column tells who leaves.
    Behaviour(Arc<behaviour::Behaviour>),
    /// The nine signs.
    Signs(Arc<signs::Signs>),
    /// Pain points by what they cost.
    Pains(Arc<pains::Pains>),
    /// What customers say.
    Voice(Arc<voice::VoicePage>),
    /// What satisfaction is worth.
    Worth(Arc<worth::WorthPage>),
    /// Targets and where they are heading.
    Goals(Arc<goals::Goals>),
    /// Personas beside each other.
    Personas(Arc<personas::Personas>),
    /// Where map and data part.
    Suggestions(Arc<suggestions::Suggestions>),
    /// The journeys behind a number.
    Journeys(Arc<journeys::JourneyList>),
}

/// Computes a page's answer; what of it is known before the end is handed on.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(
    page: InsightsPage,
    inputs: &Inputs<'_>,
    options: &Options,
    cancel: &Cancel,
    on_more: &mut dyn FnMut(Answer),
) -> Result<Answer, MeasureError> {
    Ok(match page {
        InsightsPage::Findings => {
            let mut more = |found| on_more(Answer::Findings(Arc::new(found)));
            Answer::Findings(Arc::new(findings::answer(inputs, cancel, &mut more)?))
        }
        InsightsPage::Behaviour => Answer::Behaviour(Arc::new(behaviour::answer(inputs, cancel)?)),
        InsightsPage::Signs => Answer::Signs(Arc::new(signs::answer(inputs, cancel)?)),
        InsightsPage::Pains => Answer::Pains(Arc::new(pains::answer(inputs))),
        InsightsPage::Voice => Answer::Voice(Arc::new(voice::answer(inputs, cancel)?)),
        InsightsPage::Worth => Answer::Worth(Arc::new(worth::answer(inputs, cancel)?)),
        InsightsPage::Goals => Answer::Goals(Arc::new(goals::answer(inputs, cancel)?)),
        InsightsPage::Personas => Answer::Personas(Arc::new(personas::answer(inputs, cancel)?)),
        InsightsPage::Suggestions => Answer::Suggestions(Arc::new(suggestions::answer(inputs, cancel)?)),
        InsightsPage::Journeys => Answer::Journeys(Arc::new(journeys::answer(inputs, options, cancel)?)),
    })
}
