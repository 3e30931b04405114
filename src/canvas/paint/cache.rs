//! What painting keeps from one frame to the next.

use super::boxes::Boxes;
use super::foreign::ForeignRuns;
use super::galleys::Galleys;
use super::image::Images;
use super::ink::Inks;
use egui::Context;

/// Textures of pictures and of runs in other fonts, laid-out lines of text, and tessellated boxes. Have one for each view of a map.
#[derive(Default)]
pub struct PaintCache {
    pub(super) images: Images,
    pub(super) galleys: Galleys,
    pub(super) foreign: ForeignRuns,
    pub boxes: Boxes,
    pub(super) inks: Inks,
}

impl PaintCache {
    /// Begins a frame at a zoom. Lines that have to be laid out anew are spread over as many frames as it takes for none to be
    /// slow; fewer of them where the frame `is_busy`, the scene being a new one.
    pub fn begin_frame(&mut self, context: &Context, zoom: f32, is_busy: bool) {
        self.boxes.begin_frame(context);
        self.inks.begin_frame();
        self.galleys.begin_frame(context, zoom, is_busy);
        self.foreign.begin_frame(zoom);
    }

    /// Forgets what the frame did not use, and asks for another one when something is not yet as sharp as it can be.
    pub fn end_frame(&mut self, context: &Context) {
        self.images.forget_unused();
        let is_behind = [self.galleys.end_frame(), self.foreign.end_frame()];
        if is_behind.contains(&true) {
            context.request_repaint();
        }
    }
}
