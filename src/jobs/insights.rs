//! What an open map asks of its data. What is asked and what becomes of the answer the session knows; here are the data,
//! the figures and the thread.

use crate::base::Cancel;
use crate::ingest::Loaded;
use crate::insights::Inputs;
use crate::measure::{Keep, MeasureError};
use crate::model::{JourneyMap, Source};
use std::fmt;
use std::sync::Arc;

/// Looks for the answer and hands it over to whoever asks; calls the last argument each time when there is more of it.
pub type Work = Arc<dyn Fn(&Inputs<'_>, &Cancel, &dyn Fn()) -> Result<(), MeasureError> + Send + Sync>;

/// For what an answer is wanted. A newer question for the same place ends the older one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The page of insights that is open.
    Page,
    /// What happens ahead of exits, beside what is selected.
    BeforeExits,
    /// The journey that is looked at.
    Story,
    /// The ways customers take, laid over the map.
    Paths,
    /// The chain of what-ifs, laid over the map.
    Chain,
}

/// A question.
#[derive(Clone)]
pub struct InsightsTask {
    /// What it is for.
    pub slot: Slot,
    /// The events.
    pub loaded: Arc<Loaded>,
    /// The map.
    pub map: Arc<JourneyMap>,
    /// Rules and filter.
    pub source: Source,
    /// What has been prepared for these events.
    pub keep: Keep,
    /// The question itself.
    pub work: Work,
}

impl InsightsTask {
    pub(super) fn run(&self, cancel: &Cancel, on_more: &dyn Fn()) -> Result<(), MeasureError> {
        let inputs = Inputs::new(&self.keep, (&self.loaded.log, &self.map, &self.source), cancel)?;
        (self.work)(&inputs, cancel, on_more)
    }
}

impl fmt::Debug for InsightsTask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InsightsTask").field("slot", &self.slot).finish_non_exhaustive()
    }
}
