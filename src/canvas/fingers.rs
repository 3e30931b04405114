//! Two fingers on a touch screen move and zoom the map and do nothing else: what the first of them had begun as a pointer is
//! put back, and nothing is clicked or drawn until the last one is lifted.

use super::Canvas;
use super::tools::Input;
use crate::session::{Action, View};
use egui::{Response, Ui};

impl Canvas {
    /// Follows fingers on the map; true while there are or were some in this frame, so that the pointer means nothing.
    pub(super) fn follow_fingers(
        &mut self,
        ui: &Ui,
        response: &Response,
        view: &View<'_>,
        actions: &mut Vec<Action>,
    ) -> bool {
        let (fingers, is_touched) = ui.input(|input| (input.multi_touch(), input.any_touches()));
        let had_fingers = self.has_fingers;
        self.has_fingers &= is_touched;
        let is_here = had_fingers || response.contains_pointer() || response.is_pointer_button_down_on();
        if let Some(fingers) = fingers.filter(|_| is_here) {
            if !had_fingers {
                self.tool = std::mem::take(&mut self.tool).step(Input::Cancel, view, actions);
                self.stop_flight();
            }
            self.has_fingers = true;
            self.camera.pan(fingers.translation_delta);
            // Fingers that lay in one place have no distance to compare with.
            if fingers.zoom_delta.is_finite() && fingers.zoom_delta > 0.0 {
                self.camera.zoom_by(fingers.zoom_delta, fingers.center_pos);
            }
        }
        had_fingers || self.has_fingers
    }
}
