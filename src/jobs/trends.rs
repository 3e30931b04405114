//! Measures a map period by period, for charts over time.

use super::tasks::MeasureTask;
use crate::base::{Cancel, Progress};
use crate::measure::MeasureError;
use crate::measure::trend::{Period, trend};
use std::sync::Arc;

impl MeasureTask {
    /// The figures of all periods of its data.
    ///
    /// # Errors
    /// [`MeasureError`]; partial results are never given.
    pub fn periods(&self, cancel: &Cancel, progress: &Progress) -> Result<Arc<[Period]>, MeasureError> {
        let of = (&self.loaded.log, &self.map, &self.source);
        trend(&self.keep, of, cancel, progress).map(Into::into)
    }
}
