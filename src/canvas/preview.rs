//! A scene shown small and still, as a picture of a picture: no camera to move, nothing to point at.

use super::camera::Camera;
use super::paint::{self, PaintCache, color32};
use super::pins::Strip;
use super::present;
use crate::base::Color;
use crate::base::geom::pt;
use crate::scene::Scene;
use crate::session::Step;
use egui::{Color32, Mesh, Painter, Rect, Sense, Ui, Vec2, Visuals, vec2};

/// The screen that a picture of a step stands for.
const SCREEN_WIDTH: f32 = 1920.0;

/// Side of the squares behind a picture without a ground, in points.
const CHECKER: f32 = 8.0;

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
    let (min, max) = (pt(0.0, 0.0), pt(scene.size.width, scene.size.height));
    let sheet = camera.screen_from_map_rect(crate::base::Rect { min, max });
    match scene.background {
        Some(paper) => painter.rect_filled(sheet, 0.0, color32(paper)),
        None => painter.add(checkers(sheet, ui.visuals())),
    };
    cache.begin_frame(ui.ctx(), camera.zoom(), false);
    paint::items(&painter, &camera, Color32::TRANSPARENT, &scene.items, cache, |_, _| false);
    cache.end_frame(ui.ctx());
}

/// Paints a whole scene as wide as there is room, but not much larger than it is.
pub fn fitted_ui(ui: &mut Ui, scene: &Scene, cache: &mut PaintCache, name: &str) {
    const LARGEST: f32 = 1.25;
    let zoom = (ui.available_width() / scene.size.width.max(1.0)).min(LARGEST);
    let size = vec2(scene.size.width, scene.size.height) * zoom;
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Image, true, name));
    let mut camera = Camera::default();
    camera.set_viewport(rect);
    camera.zoom_to(zoom, rect.min);
    let camera = camera.with_map_at(Some(0.0), Some(0.0));
    let painter = ui.painter_at(rect);
    cache.begin_frame(ui.ctx(), camera.zoom(), false);
    paint::items(&painter, &camera, Color32::TRANSPARENT, &scene.items, cache, |_, _| false);
    cache.end_frame(ui.ctx());
}

/// What stands for nothing: squares in two shades.
fn checkers(sheet: Rect, visuals: &Visuals) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(sheet, visuals.extreme_bg_color);
    let shade = visuals.extreme_bg_color.lerp_to_gamma(visuals.text_color(), 0.12);
    let square = |column: f32, row: f32| {
        let corner = sheet.min + vec2(column, row) * CHECKER;
        Rect::from_min_size(corner, Vec2::splat(CHECKER)).intersect(sheet)
    };
    let places = |length: f32| (0_u16..).take_while(move |place| f32::from(*place) * CHECKER < length);
    for row in places(sheet.height()) {
        for column in places(sheet.width()).filter(|column| (column + row) % 2 == 0) {
            mesh.add_colored_rect(square(column.into(), row.into()), shade);
        }
    }
    mesh
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_of_two_shades_cover_the_whole_and_no_more() {
        let sheet = Rect::from_min_size(egui::pos2(10.0, 20.0), vec2(100.0, 30.0));
        let mesh = checkers(sheet, &Visuals::light());
        assert_eq!(mesh.calc_bounds(), sheet);
        let mut shades: Vec<_> = mesh.vertices.iter().map(|vertex| vertex.color).collect();
        shades.dedup();
        assert_eq!(shades.len(), 2);
        // 13 columns and 4 rows, every other one, and what lies below.
        assert_eq!(mesh.vertices.len(), 4 * (26 + 1));
    }
}
