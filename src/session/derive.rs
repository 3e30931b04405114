//! What is derived from the document and brought up to date once a frame: the scene, and the wish for new figures.

use super::Session;
use crate::model::PersonaId;
use crate::overlay::{self, Overlay};
use crate::scene::{Page, Scene, SceneOptions, build, build_again};
use crate::text::Fonts;
use crate::theme::Theme;
use std::sync::Arc;

/// Around a picture for others.
const PAGE_MARGIN_PT: f32 = 24.0;

/// How much larger words and boxes are with big text, besides what the whole window grows.
const BIG_TEXT: f32 = 1.5;
/// Width of a column with big text, before it is magnified, as a share of the usual width.
const BIG_TEXT_COLUMN: f32 = 0.8;

/// Everything that a scene depends on besides the figures, which clear the key when they come.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SceneKey {
    revision: u64,
    persona: Option<PersonaId>,
    reveal: bool,
    dark: bool,
    big_text: bool,
    revealed_share: f64,
}

impl Session {
    /// Brings the scene up to date and asks for figures that have become stale. Costs nothing when nothing changed.
    pub fn refresh(&mut self, theme: &Theme, fonts: &Fonts) {
        let key = SceneKey {
            revision: self.document.revision(),
            persona: self.persona,
            reveal: self.reveal,
            dark: theme.dark,
            big_text: self.big_text,
            revealed_share: self.revealed_share(),
        };
        if self.scene_key.as_ref() == Some(&key) {
            return;
        }
        self.want_measures();
        let mut options = self.scene_options();
        if self.big_text {
            // Narrower columns keep most of the map in sight although all is larger.
            options.column_width_pt *= BIG_TEXT_COLUMN;
        }
        let overlay = self.data.as_ref().and_then(|data| data.overlay.as_deref());
        let overlay = overlay.filter(|_| self.shows_now());
        let coming_in = overlay.filter(|_| key.revealed_share < 1.0);
        let coming_in = coming_in.map(|overlay| overlay.grown(key.revealed_share));
        let overlay = coming_in.as_ref().or(overlay);
        let mut memory = std::mem::take(&mut self.scene_memory);
        let scene = build_again(&mut memory, self.shown_map(), overlay, &options, theme, fonts);
        self.scene_memory = memory;
        let scene = if self.big_text { scene.magnified(BIG_TEXT) } else { scene };
        self.scene = Arc::new(scene);
        self.scene_key = Some(key);
    }

    /// The map as a picture for others: with title, legend and footer, and small groups hidden. Without figures as long as
    /// not all data has been read.
    #[must_use]
    pub fn picture(&self, theme: &Theme, fonts: &Fonts, with_data: bool) -> Scene {
        let page = Page { header: true, footer: true, margin_pt: PAGE_MARGIN_PT };
        let overlay = self.overlay_for_others(with_data);
        let show_measured = with_data && self.shows_now();
        let options = SceneOptions { show_measured, page: Some(page), ..self.scene_options() };
        build(self.shown_map(), overlay.as_ref(), &options, theme, fonts)
    }

    /// What the map shows others of the data: small groups are hidden, and there is nothing as long as not all has been read.
    #[must_use]
    pub fn overlay_for_others(&self, with_data: bool) -> Option<Overlay> {
        let map = self.shown_map();
        let measures = self.whole_measures().filter(|_| with_data && self.shows_now())?;
        let from = self.provenance(map.about.smallest_group)?;
        let overlay = overlay::overlay(map, measures, &from, &self.format);
        let before = self.data.as_ref().and_then(|data| data.before.as_deref());
        Some(match before {
            Some(before) => overlay.beside(before, &from, &self.format),
            None => overlay,
        })
    }

    /// How the map is laid out on the screen.
    #[must_use]
    pub fn scene_options(&self) -> SceneOptions {
        let persona = self.shown_persona().map(|persona| persona.id);
        let differences = self.comparing.as_ref().map(|comparing| Arc::clone(&comparing.differences));
        SceneOptions {
            persona,
            show_measured: self.reveal,
            differences,
            format: self.format,
            ..SceneOptions::default()
        }
    }

    /// False while an old version is shown, of which nothing has been measured.
    fn shows_now(&self) -> bool {
        self.comparing.as_ref().is_none_or(|comparing| comparing.is_of_now)
    }
}
