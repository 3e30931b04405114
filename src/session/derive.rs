//! What is derived from the document and brought up to date once a frame: the scene, and the wish for new figures.

use super::layers::Answered;
use super::{MapLayers, Session};
use crate::measure::small_groups::SmallGroups;
use crate::model::PersonaId;
use crate::scene::{Memory, SceneOptions, build_again};
use crate::text::Fonts;
use crate::theme::Theme;
use std::sync::Arc;

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
    layers: MapLayers,
    answered: Answered,
}

impl Session {
    /// Brings the scene up to date and asks for figures that have become stale. Costs nothing when nothing changed.
    pub fn refresh(&mut self, theme: &Theme, fonts: &Fonts) {
        self.follow_map();
        self.want_insights();
        let key = SceneKey {
            revision: self.document.revision(),
            persona: self.persona,
            reveal: self.reveal,
            dark: theme.dark,
            big_text: self.big_text,
            revealed_share: self.revealed_share(),
            layers: self.layers.clone(),
            answered: self.answered(),
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
        self.laid_over = options.layers.clone();
        let scene = build_again(&mut memory, self.shown_map(), overlay, &options, theme, fonts);
        self.scene_memory = memory;
        let scene = if self.big_text { scene.magnified(BIG_TEXT) } else { scene };
        self.scene = Arc::new(scene);
        self.scene_key = Some(key);
    }

    /// Lays the map out anew the next time, with other fonts than before.
    pub fn lay_out_anew(&mut self) {
        self.scene_key = None;
        self.scene_memory = Memory::default();
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
            layers: self.drawn_layers(SmallGroups::default()),
            format: self.format,
            ..SceneOptions::default()
        }
    }

    /// False while an old version is shown, of which nothing has been measured.
    pub(super) fn shows_now(&self) -> bool {
        self.comparing.as_ref().is_none_or(|comparing| comparing.is_of_now)
    }
}
