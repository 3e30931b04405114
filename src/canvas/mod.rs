//! The drawing surface: camera, painting of the scene, tools and accessibility.

mod camera;
mod paint;

pub use paint::family_of;

use crate::scene::Element;
use crate::session::{Action, View};
use crate::theme::Theme;
use camera::Camera;
use egui::{Sense, Ui};

/// What the canvas remembers between frames: the camera and the tool in progress. Make a new one for each map opened.
pub struct Canvas {
    camera: Camera,
    fit: Option<Fit>,
    images: paint::Images,
}

/// A fit that waits for the next frame, when the room is known.
#[derive(Clone, Copy)]
enum Fit {
    Whole,
    Width,
}

impl Default for Canvas {
    fn default() -> Self {
        Self { camera: Camera::default(), fit: Some(Fit::Width), images: paint::Images::default() }
    }
}

impl Canvas {
    /// Shows the map in the room that `ui` has left and pushes what the user does to it.
    pub fn ui(&mut self, ui: &mut Ui, view: &View<'_>, theme: &Theme, actions: &mut Vec<Action>) {
        let room = ui.available_rect_before_wrap();
        let response = ui.allocate_rect(room, Sense::click_and_drag());
        self.camera.set_viewport(room);
        let size = view.scene.size;
        if size.width > 0.0 && size.height > 0.0 {
            match self.fit.take() {
                Some(Fit::Whole) => self.camera.fit(size),
                Some(Fit::Width) => self.camera.fit_width(size),
                None => {}
            }
        }
        if response.contains_pointer() {
            self.follow_wheel(ui);
        }
        self.camera.keep_in_view(size);

        let painter = ui.painter_at(room);
        painter.rect_filled(room, 0.0, paint::color32(view.scene.background.unwrap_or(theme.canvas)));
        paint::scene(&painter, &self.camera, view.scene, &mut self.images, |_, _| false);
        self.images.forget_unused();
        for element in view.selection {
            if let Some(node) = view.scene.node(*element) {
                let frame = self.camera.screen_from_map_rect(node.rect).expand(2.0);
                painter.rect_stroke(
                    frame,
                    11.0 * self.camera.zoom(),
                    egui::Stroke::new(2.5, paint::color32(theme.accent)),
                    egui::StrokeKind::Middle,
                );
            }
        }
        if response.clicked() {
            let hit = response
                .interact_pointer_pos()
                .and_then(|at| view.scene.hit(self.camera.map_from_screen(at)));
            let elements: Vec<Element> = hit.map(|node| node.element).into_iter().collect();
            let extend = ui.input(|input| input.modifiers.shift || input.modifiers.command);
            actions.push(Action::Select { elements, extend });
        }
    }

    fn follow_wheel(&mut self, ui: &Ui) {
        let (scroll, zoom, pointer) =
            ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta(), input.pointer.hover_pos()));
        self.camera.pan(scroll);
        if let Some(pointer) = pointer {
            self.camera.zoom_by(zoom, pointer);
        }
    }

    /// Shows the whole map at the next frame.
    pub fn zoom_to_fit(&mut self) {
        self.fit = Some(Fit::Whole);
    }

    /// Scrolls an element into view.
    pub fn reveal(&mut self, view: &View<'_>, element: Element) {
        if let Some(node) = view.scene.node(element) {
            self.camera.reveal(node.rect, egui::Vec2::ZERO);
        }
    }

    /// Sets the zoom (1 = 100 %), keeping the middle of the view where it is.
    pub fn set_zoom(&mut self, zoom: f32) {
        self.camera.zoom_to(zoom, self.camera.viewport().center());
    }

    /// The present zoom; 1 = 100 %.
    #[must_use]
    pub fn zoom(&self) -> f32 {
        self.camera.zoom()
    }
}
