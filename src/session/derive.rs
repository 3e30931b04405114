//! What is derived from the document and brought up to date once a frame: the scene, and the wish for new figures.

use super::Session;
use crate::model::PersonaId;
use crate::scene::{SceneOptions, build};
use crate::text::Fonts;
use crate::theme::Theme;
use std::sync::Arc;

/// Everything that a scene depends on besides the figures, which clear the key when they come.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SceneKey {
    revision: u64,
    persona: Option<PersonaId>,
    reveal: bool,
    dark: bool,
}

impl Session {
    /// Brings the scene up to date and asks for figures that have become stale. Costs nothing when nothing changed.
    pub fn refresh(&mut self, theme: &Theme, fonts: &Fonts) {
        let key = SceneKey {
            revision: self.document.revision(),
            persona: self.persona,
            reveal: self.reveal,
            dark: theme.dark,
        };
        if self.scene_key.as_ref() == Some(&key) {
            return;
        }
        self.want_measures();
        let options = self.scene_options();
        let overlay = self.data.as_ref().and_then(|data| data.overlay.as_deref());
        let overlay = overlay.filter(|_| self.reveal);
        self.scene = Arc::new(build(self.document.map(), overlay, &options, theme, fonts));
        self.scene_key = Some(key);
    }

    /// How the map is laid out on the screen.
    #[must_use]
    pub fn scene_options(&self) -> SceneOptions {
        let persona = self.shown_persona().map(|persona| persona.id);
        SceneOptions { persona, show_measured: self.reveal, ..SceneOptions::default() }
    }
}
