//! Findings: what stands out, ranked.

use crate::base::Cancel;
use crate::insights::Inputs;
use crate::insights::findings::{Finding, Insights, find};
use crate::measure::MeasureError;
use std::collections::BTreeMap;

/// What has been found so far.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Whether they were put aside or not, those that matter most first.
    list: Vec<Finding>,
    /// How many were tested and corrected together.
    pub tested: usize,
}

impl From<Insights> for Findings {
    fn from(found: Insights) -> Self {
        let mut list: Vec<Finding> = found.findings.into_iter().chain(found.dismissed).collect();
        list.sort_by(|one, other| other.weight.total_cmp(&one.weight).then_with(|| one.key.cmp(&other.key)));
        Self { list, tested: found.tested }
    }
}

impl Findings {
    /// What is put forward, and what the team has put aside since.
    #[must_use]
    pub fn parted(&self, dismissed: &BTreeMap<String, String>) -> Insights {
        let (dismissed, findings) = self.list.iter().cloned().partition(|of| dismissed.contains_key(&of.key));
        Insights { findings, dismissed, tested: self.tested, is_whole: true }
    }

    /// All of them, those that matter most first.
    #[must_use]
    pub fn list(&self) -> &[Finding] {
        &self.list
    }

    /// The finding of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Finding> {
        self.list.iter().find(|of| of.key == key)
    }
}

/// Looks for findings, what is quick to find first.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(
    inputs: &Inputs<'_>,
    cancel: &Cancel,
    on_more: &mut dyn FnMut(Findings),
) -> Result<Findings, MeasureError> {
    Ok(find(inputs, cancel, &mut |found| on_more(found.clone().into()))?.into())
}
