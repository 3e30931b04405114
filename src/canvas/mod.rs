//! The drawing surface: camera, painting of the scene, tools and accessibility.

use crate::session::{Action, View};
use crate::theme::Theme;

/// What the canvas remembers between frames: the camera and the tool in progress.
#[derive(Default)]
pub struct Canvas {}

impl Canvas {
    /// Shows the map in the room that `ui` has left and pushes what the user does to it.
    pub fn ui(&mut self, _ui: &mut egui::Ui, _view: &View<'_>, _theme: &Theme, _actions: &mut Vec<Action>) {}

    /// Shows the whole map at the next frame.
    pub fn zoom_to_fit(&mut self) {}

    /// Sets the zoom (1 = 100 %), keeping the middle of the view where it is.
    pub fn set_zoom(&mut self, _zoom: f32) {}

    /// The present zoom; 1 = 100 %.
    #[must_use]
    pub fn zoom(&self) -> f32 {
        1.0
    }
}
