//! What pages show: figures with the journeys behind them, owned, computed away from the window's thread.

use super::pages::{
    behaviour, changes, channels, findings, goals, journeys, pains, paths, personas, signs, suggestions,
    voice, what_if, worth,
};
use super::{InsightsPage, Options};
use crate::base::Cancel;
use crate::insights::Inputs;
use crate::insights::changes::Changes;
use crate::insights::paths::Paths;
use crate::measure::MeasureError;
use std::sync::Arc;

/// The answer of a page.
#[derive(Clone, Debug)]
pub enum Answer {
    /// What stands out.
    Findings(Arc<findings::Findings>),
    /// Everything about channels.
    Channels(Arc<channels::ChannelsFound>),
    /// Two ranges of time; none where there are no two to compare.
    Changes(Option<Arc<Changes>>),
    /// The ways customers take.
    Paths(Arc<Paths>),
    /// What fewer exits would be worth.
    WhatIf(Arc<what_if::WhatIf>),
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
        InsightsPage::Worth => Answer::Worth(Arc::new(worth::answer(inputs, options.scores_at, cancel)?)),
        InsightsPage::Goals => Answer::Goals(Arc::new(goals::answer(inputs, cancel)?)),
        InsightsPage::Personas => Answer::Personas(Arc::new(personas::answer(inputs, cancel)?)),
        InsightsPage::Suggestions => Answer::Suggestions(Arc::new(suggestions::answer(inputs, cancel)?)),
        InsightsPage::Channels => {
            Answer::Channels(Arc::new(channels::answer(inputs, options.hours_of.as_deref(), cancel)?))
        }
        InsightsPage::Changes => Answer::Changes(changes::answer(inputs, cancel)?.map(Arc::new)),
        InsightsPage::Paths => Answer::Paths(Arc::new(paths::answer(inputs, cancel)?)),
        InsightsPage::WhatIf => Answer::WhatIf(Arc::new(what_if::answer(inputs, cancel)?)),
        InsightsPage::Journeys => Answer::Journeys(Arc::new(journeys::answer(inputs, options, cancel)?)),
    })
}
