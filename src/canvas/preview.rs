//! A scene shown small and still, as a picture of a picture: no camera to move, nothing to point at.

use super::camera::Camera;
use super::paint::{self, PaintCache, color32};
use crate::base::geom::pt;
use crate::scene::Scene;
use egui::{Painter, Rect, Sense, Ui, Vec2};

/// Paints a scene without images at its own size, its upper left corner at `place`'s.
pub fn paint_at(painter: &Painter, place: Rect, scene: &Scene) {
    let mut camera = Camera::default();
    camera.set_viewport(place);
    let camera = camera.with_map_at(Some(0.0), Some(0.0));
    paint::scene(painter, &camera, scene, &mut PaintCache::default(), |_, _| false);
}

/// Paints a whole scene into a room of this size. `cache` keeps pictures and lines of text between frames.
pub fn preview_ui(ui: &mut Ui, scene: &Scene, cache: &mut PaintCache, size: Vec2, name: &str) {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Image, true, name));
    if scene.size.width <= 0.0 || scene.size.height <= 0.0 {
        return;
    }
    let mut camera = Camera::default();
    camera.set_viewport(rect);
    camera.fit(scene.size);
    let painter = ui.painter_at(rect);
    if let Some(paper) = scene.background {
        let (min, max) = (pt(0.0, 0.0), pt(scene.size.width, scene.size.height));
        let sheet = camera.screen_from_map_rect(crate::base::Rect { min, max });
        painter.rect_filled(sheet, 0.0, color32(paper));
    }
    cache.begin_frame(ui.ctx(), camera.zoom(), false);
    paint::scene(&painter, &camera, scene, cache, |_, _| false);
    cache.end_frame(ui.ctx());
}
