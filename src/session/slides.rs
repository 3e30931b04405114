//! The map as slides for others: as the picture, with small groups hidden, and without figures as long as not all data has been read.

use super::Session;
use crate::jobs::SlidesTask;
use crate::scene::Scene;
use crate::scene::slides::{SlideSize, overview};
use crate::text::Fonts;
use crate::theme::Theme;

impl Session {
    /// What slides are made from; the whole set, or the map alone.
    #[must_use]
    pub fn slides_task(&self, theme: &Theme, with_data: bool, size: SlideSize, is_set: bool) -> SlidesTask {
        let overlay = self.overlay_for_others(with_data);
        SlidesTask {
            map: self.shown_map().clone(),
            measures: overlay.as_ref().and(self.whole_measures()).cloned(),
            overlay,
            persona: self.shown_persona().map(|persona| persona.id),
            format: self.format,
            theme: theme.clone(),
            size,
            is_set,
        }
    }

    /// The slide with the whole map.
    #[must_use]
    pub fn slide_of_map(&self, theme: &Theme, fonts: &Fonts, with_data: bool, size: SlideSize) -> Scene {
        overview(&self.slides_task(theme, with_data, size, false).deck(), theme, fonts).scene
    }
}
