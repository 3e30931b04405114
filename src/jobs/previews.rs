//! What an export will show, and what may be wrong with it: laid out while the window goes on.

use super::exports::Subject;
use crate::base::{Cancel, Cancelled};
use crate::export::checks::Finding;
use crate::export::{Choices, ExportFormat};
use crate::scene::slides::Slide;

/// What is to be shown.
#[derive(Clone, Debug)]
pub struct PreviewTask {
    /// Number of the request, ascending.
    pub stamp: u64,
    /// What it is made from.
    pub subject: Subject,
    /// As what.
    pub format: ExportFormat,
    /// How.
    pub choices: Choices,
}

/// What it looks like.
#[derive(Debug, Default)]
pub struct Preview {
    /// The picture, or all slides.
    pub pictures: Vec<Slide>,
    /// What may be wrong with them.
    pub findings: Vec<Finding>,
}

impl PreviewTask {
    pub(super) fn run(&self, cancel: &Cancel) -> Result<Preview, Cancelled> {
        let pictures = self.subject.pictures(self.format, &self.choices);
        cancel.check()?;
        let findings = self.subject.findings(&pictures, (self.format, &self.choices), cancel)?;
        Ok(Preview { pictures, findings })
    }
}
