//! A scene shown small and still, as a picture of a picture: no camera to move, nothing to point at.

use super::camera::Camera;
use super::paint::{self, PaintCache, color32};
use super::pins::Strip;
use super::present;
use crate::base::Color;
use crate::base::geom::pt;
use crate::scene::Scene;
use crate::session::Step;
use egui::{Color32, Painter, Rect, Sense, Ui, Vec2};

/// The screen that a picture of a step stands for.
const SCREEN_WIDTH: f32 = 1920.0;

/// Paints a scene without images at its own size, its upper left corner at `place`'s.
pub fn paint_at(painter: &Painter, place: Rect, scene: &Scene) {
    let mut camera = Camera::default();
    camera.set_viewport(place);
    let camera = camera.with_map_at(Some(0.0), Some(0.0));
    paint::items(painter, &camera, Color32::TRANSPARENT, &scene.items, &mut PaintCache::default(), |_, _| {
        false
    });
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
    paint::items(&painter, &camera, Color32::TRANSPARENT, &scene.items, cache, |_, _| false);
    cache.end_frame(ui.ctx());
}

/// Paints what a step of a presentation shows into a room of this size, dimmed as on the large screen.
pub fn step_preview_ui(
    ui: &mut Ui,
    (scene, step): (&Scene, Step),
    cache: &mut PaintCache,
    (size, ground): (Vec2, Color),
    name: &str,
) {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Image, true, name));
    if scene.size.width <= 0.0 || scene.size.height <= 0.0 {
        return;
    }
    // Placed as on a screen of this shape, and then made as small as the picture.
    let screen = Rect::from_min_size(rect.min, rect.size() * (SCREEN_WIDTH / rect.width().max(1.0)));
    let (camera, light) = present::frame(step, scene, screen);
    let camera = camera.scaled(rect);
    let painter = ui.painter_at(rect);
    let ground = scene.background.unwrap_or(ground);
    painter.rect_filled(rect, 0.0, color32(ground));
    cache.begin_frame(ui.ctx(), camera.zoom(), false);
    paint::items(&painter, &camera, Color32::TRANSPARENT, &scene.items, cache, |_, _| false);
    cache.end_frame(ui.ctx());
    light.paint(&painter, Strip { camera, clip: rect }, ground);
}
