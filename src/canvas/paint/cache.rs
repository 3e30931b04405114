//! What painting keeps from one frame to the next.

use super::galleys::Galleys;
use super::image::Images;
use egui::Context;

/// Textures of pictures and laid-out lines of text. Have one for each view of a map.
#[derive(Default)]
pub struct PaintCache {
    pub(super) images: Images,
    pub(super) galleys: Galleys,
}

impl PaintCache {
    /// Begins a frame at a zoom. Lines that have to be laid out anew are spread over as many frames as it takes for none to be
    /// slow; fewer of them where the frame `is_busy`, the scene being a new one.
    pub fn begin_frame(&mut self, context: &Context, zoom: f32, is_busy: bool) {
        self.galleys.begin_frame(context, zoom, is_busy);
    }

    /// Forgets what the frame did not use, and asks for another one when something is not yet as sharp as it can be.
    pub fn end_frame(&mut self, context: &Context) {
        self.images.forget_unused();
        if self.galleys.end_frame() {
            context.request_repaint();
        }
    }
}
