//! What is to be exported, as it is chosen so far.

use crate::canvas::PaintCache;
use crate::export::{Choices, ExportFormat};
use crate::jobs::{JobId, Preview};
use crate::model::{Excerpt, Png, StageId};
use crate::session::{ForOthers, Session};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Which part of the map is exported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MapPart {
    /// All of it.
    #[default]
    Map,
    /// Some stages.
    Stages(BTreeSet<StageId>),
    /// The columns and lanes in which something is selected.
    Selection,
}

/// All that a preview depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// As what.
    pub format: ExportFormat,
    /// How.
    pub choices: Choices,
    /// What.
    pub for_others: ForOthers,
    /// There are figures.
    pub has_figures: bool,
}

/// What is to be exported.
pub struct ExportForm {
    /// Kind of file.
    pub format: ExportFormat,
    /// What is chosen for each format so far, by ending.
    pub chosen: BTreeMap<String, Choices>,
    /// Which part of the map.
    pub part: MapPart,
    /// Title as typed; empty = the map's own.
    pub title: String,
    /// Figures that have not been revealed yet are in no picture before somebody says so.
    pub conceals: bool,
    /// The logo, once it has been read.
    pub logo: Option<Png>,
    /// What it will look like; none while that is laid out for the first time.
    pub preview: Option<Arc<Preview>>,
    /// Which of the pictures is looked at.
    pub shown: usize,
    /// What the newest preview was asked for with.
    pub asked: Option<Asked>,
    /// The job that lays it out, and the number of the request.
    pub job: Option<(JobId, u64)>,
    pub(super) painted: PaintCache,
}

impl ExportForm {
    /// What was chosen before for each format, beginning with one of them.
    #[must_use]
    pub fn new(
        format: ExportFormat,
        chosen: BTreeMap<String, Choices>,
        logo: Option<Png>,
        conceals: bool,
    ) -> Self {
        Self {
            format,
            chosen,
            part: MapPart::Map,
            title: String::new(),
            conceals,
            logo,
            preview: None,
            shown: 0,
            asked: None,
            job: None,
            painted: PaintCache::default(),
        }
    }

    /// What is chosen for the format.
    #[must_use]
    pub fn choices(&self) -> Choices {
        let choices = self.kept();
        Choices { with_data: choices.with_data && !self.conceals, ..choices }
    }

    /// What is remembered for the format.
    fn kept(&self) -> Choices {
        let chosen = self.chosen.get(self.format.ending()).cloned();
        chosen.unwrap_or_else(|| Choices::usual(self.format))
    }

    /// Changes what is chosen for the format.
    pub fn choose(&mut self, change: impl FnOnce(&mut Choices)) {
        let before = self.choices();
        let mut choices = before.clone();
        change(&mut choices);
        if choices.with_data == before.with_data {
            choices.with_data = self.kept().with_data;
        } else {
            self.conceals = false;
        }
        self.chosen.insert(self.format.ending().to_owned(), choices);
    }

    /// What of the map is exported.
    fn for_others(&self, session: &Session) -> ForOthers {
        let map = session.shown_map();
        let lanes = self.choices().lanes(map);
        let excerpt = match &self.part {
            MapPart::Map => Excerpt { touchpoints: None, lanes },
            MapPart::Stages(stages) => Excerpt { touchpoints: Some(map.touchpoints_of(stages)), lanes },
            MapPart::Selection => {
                let selected = session.excerpt_of_selection().unwrap_or_default();
                Excerpt { lanes: selected.lanes.or(lanes), ..selected }
            }
        };
        let title = self.title.trim();
        ForOthers { excerpt, title: (!title.is_empty()).then(|| title.to_owned()), logo: self.logo.clone() }
    }

    /// All that a preview depends on, as it is chosen now.
    #[must_use]
    pub fn asks(&self, session: &Session) -> Asked {
        Asked {
            format: self.format,
            choices: self.choices(),
            for_others: self.for_others(session),
            has_figures: session.whole_measures().is_some(),
        }
    }

    /// Takes over a preview, unless another one has been asked for since.
    pub fn take_preview(&mut self, stamp: u64, preview: Preview) {
        if self.job.is_some_and(|(_, asked)| asked == stamp) {
            self.job = None;
            self.shown = self.shown.min(preview.pictures.len().saturating_sub(1));
            self.preview = Some(Arc::new(preview));
        }
    }
}
