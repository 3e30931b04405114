//! Makes a report, as pages or as a web page: laid out many times over, which is no work for the window's thread.

use super::exports::Subject;
use super::tasks::MeasureTask;
use super::with_fonts_of_system;
use crate::base::{Cancel, Cancelled, Progress};
use crate::export::{Choices, DocumentInfo, ExportError, HtmlReport, HtmlTheme, PdfLayout, pdf, report_html};
use crate::scene::Scene;
use crate::scene::report::{chapters, pages};
use crate::theme::Theme;
use std::sync::Arc;

/// What a report is made from: the same as pictures.
#[derive(Clone, Debug)]
pub struct ReportTask(pub Subject);

impl ReportTask {
    /// Computes the figures of each period, which takes a while. Without them there is no chart of them.
    ///
    /// # Errors
    /// Cancelled.
    pub(super) fn measure_periods(&mut self, of: &MeasureTask, cancel: &Cancel) -> Result<(), Cancelled> {
        let periods = of.periods(cancel, &Progress::new());
        cancel.check()?;
        self.0.periods = periods.unwrap_or_default();
        Ok(())
    }

    /// The bytes of the PDF.
    ///
    /// # Errors
    /// [`ExportError`]: cancelled, or the document could not be put together.
    pub fn pdf(&self, cancel: &Cancel, progress: &Progress) -> Result<Vec<u8>, ExportError> {
        let Self(subject) = self;
        let (choices, theme) = (Choices::default(), Theme::light());
        let signs = subject.signs(cancel);
        let deck = subject.deck(&choices, &signs);
        let pages = with_fonts_of_system(Arc::clone(&subject.fonts), |fonts| pages(&deck, &theme, fonts));
        let pages: Vec<&Scene> = pages.iter().collect();
        pdf(&pages, &PdfLayout::Fitted, &DocumentInfo::of(&subject.map), cancel, progress)
    }

    /// The web page.
    #[must_use]
    pub fn html(&self) -> String {
        let Self(subject) = self;
        let choices = Choices::default();
        let signs = subject.signs(&Cancel::new());
        let deck = subject.deck(&choices, &signs);
        with_fonts_of_system(Arc::clone(&subject.fonts), |fonts| {
            report_html(&HtmlReport {
                map: &subject.map,
                source: subject.source(),
                light: &chapters(&deck, &Theme::light(), fonts),
                dark: &chapters(&deck, &Theme::dark(), fonts),
                theme: HtmlTheme::Auto,
            })
        })
    }
}
