//! Writes a presentation: slides are laid out many times over, which is no work for the window's thread.

use crate::base::fmt::NumberFormat;
use crate::base::{Cancel, Progress};
use crate::export::{DOCUMENT_LANGUAGE, ExportError, PptxOptions, pptx};
use crate::measure::Measures;
use crate::model::{JourneyMap, PersonaId};
use crate::overlay::Overlay;
use crate::scene::slides::{Deck, Slide, SlideSize, overview, slides};
use crate::text::Fonts;
use crate::theme::Theme;

/// What a presentation is made from; see [`Deck`].
#[derive(Clone, Debug)]
#[allow(missing_docs)] // as there
pub struct SlidesTask {
    pub map: JourneyMap,
    pub measures: Option<Measures>,
    pub overlay: Option<Overlay>,
    pub persona: Option<PersonaId>,
    pub format: NumberFormat,
    pub theme: Theme,
    pub size: SlideSize,
    /// The whole set, not the map alone.
    pub is_set: bool,
}

impl SlidesTask {
    /// What its slides are made from.
    #[must_use]
    pub fn deck(&self) -> Deck<'_> {
        Deck {
            map: &self.map,
            measures: self.measures.as_ref(),
            overlay: self.overlay.as_ref(),
            persona: self.persona,
            format: self.format,
            size: self.size,
        }
    }

    /// The slides themselves.
    #[must_use]
    pub fn slides(&self, fonts: &Fonts) -> Vec<Slide> {
        let deck = self.deck();
        if self.is_set {
            slides(&deck, &self.theme, fonts)
        } else {
            vec![overview(&deck, &self.theme, fonts)]
        }
    }

    /// The bytes of the presentation.
    ///
    /// # Errors
    /// [`ExportError`]: cancelled, or the archive could not be made.
    pub fn pptx(&self, cancel: &Cancel, progress: &Progress) -> Result<Vec<u8>, ExportError> {
        let title = self.map.about.title.trim().to_owned();
        let options = PptxOptions { title, size: self.size, language: DOCUMENT_LANGUAGE.to_owned() };
        pptx(&self.slides(&Fonts::bundled()), &options, cancel, progress)
    }
}
