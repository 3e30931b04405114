//! A small picture of the whole map in the lower right corner while the map is larger than the view. A press or drag on
//! it moves the view. Blocks alone: at this size words are grey lines at best.

use super::camera::Camera;
use super::paint::color32;
use crate::base::geom::pt;
use crate::base::{Point, Size};
use crate::scene::{Prim, Scene};
use crate::theme::Theme;
use crate::tr;
use egui::{
    Color32, CursorIcon, Id, Mesh, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

/// The most that the picture takes, in screen points.
const LARGEST: Vec2 = vec2(220.0, 130.0);

/// The most that it takes of the view's width and height: in a narrow view it is a small picture.
const SHARE: Vec2 = vec2(0.16, 0.17);

/// From the view's corner.
const MARGIN: f32 = 14.0;

/// Around the picture.
const PADDING: f32 = 6.0;

/// In a view smaller than this it would cover too much of the map.
const SMALLEST_VIEW: Vec2 = vec2(620.0, 380.0);

/// How many views long and high a map must be to need it: a little beyond the edge is a turn of the wheel away.
const LONG: Vec2 = vec2(1.3, 1.8);

/// Blocks smaller than this, in map points, are ornaments.
const SMALLEST_BLOCK: f32 = 14.0;

/// The picture between frames.
#[derive(Default)]
pub struct Minimap {
    /// Never shown.
    pub is_off: bool,
    picture: Option<Picture>,
}

/// The blocks of one scene at one place.
struct Picture {
    scene: Arc<Scene>,
    place: Rect,
    mesh: Arc<Mesh>,
}

impl Minimap {
    /// Shows it if there is need; gives the map point that is to be in the middle of the view.
    pub fn ui(
        &mut self,
        ui: &Ui,
        id: Id,
        camera: &Camera,
        scene: &Arc<Scene>,
        theme: &Theme,
    ) -> Option<Point> {
        if self.is_off || !is_needed(camera, scene.size) {
            self.picture = None;
            return None;
        }
        let place = place_of(camera.viewport(), scene.size);
        let response = ui.interact(place.expand(PADDING), id.with("minimap"), Sense::CLICK | Sense::DRAG);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, tr!("canvas-minimap")));
        let painter = ui.painter_at(camera.viewport());
        let opacity = if response.hovered() || response.dragged() { 1.0 } else { 0.94 };
        self.paint(&painter, place, scene, theme, opacity);
        let view = seen_in(place, camera, scene.size);
        painter.rect_filled(view, 2.0, color32(theme.accent).gamma_multiply(0.10));
        painter.rect_stroke(view, 2.0, Stroke::new(1.5, color32(theme.accent)), StrokeKind::Middle);
        if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(if response.dragged() {
                CursorIcon::Grabbing
            } else {
                CursorIcon::Grab
            });
        }
        let pressed = response.is_pointer_button_down_on() || response.clicked();
        let position = response.interact_pointer_pos().filter(|_| pressed)?;
        Some(map_from_picture(position, place, scene.size))
    }

    fn paint(&mut self, painter: &Painter, place: Rect, scene: &Arc<Scene>, theme: &Theme, opacity: f32) {
        let is_current = |picture: &Picture| Arc::ptr_eq(&picture.scene, scene) && picture.place == place;
        if !self.picture.as_ref().is_some_and(is_current) {
            let mesh = Arc::new(blocks(scene, place));
            self.picture = Some(Picture { scene: Arc::clone(scene), place, mesh });
        }
        let frame = place.expand(PADDING);
        painter.rect_filled(frame, 8.0, color32(theme.panel).gamma_multiply(opacity));
        painter.rect_stroke(frame, 8.0, Stroke::new(1.0, color32(theme.border_strong)), StrokeKind::Inside);
        if let Some(picture) = &self.picture {
            painter.add(Shape::Mesh(Arc::clone(&picture.mesh)));
        }
    }
}

/// True when the map is larger than the view and the view has room for its picture.
fn is_needed(camera: &Camera, map: Size) -> bool {
    let view = camera.viewport().size();
    let extent = vec2(map.width, map.height) * camera.zoom();
    let has_room = view.x >= SMALLEST_VIEW.x && view.y >= SMALLEST_VIEW.y;
    has_room
        && map.width > 0.0
        && map.height > 0.0
        && (extent.x > view.x * LONG.x || extent.y > view.y * LONG.y)
}

/// Where the picture stands.
fn place_of(view: Rect, map: Size) -> Rect {
    let room = (view.size() * SHARE).min(LARGEST);
    let scale = (room.x / map.width).min(room.y / map.height);
    let size = vec2(map.width, map.height) * scale;
    let corner = view.max - Vec2::splat(MARGIN + PADDING);
    Rect::from_min_max(corner - size, corner)
}

fn map_from_picture(position: Pos2, place: Rect, map: Size) -> Point {
    let share = (place.clamp(position) - place.min) / place.size();
    pt(share.x * map.width, share.y * map.height)
}

/// What of the map is in view, in the picture.
fn seen_in(place: Rect, camera: &Camera, map: Size) -> Rect {
    let seen = camera.map_from_screen_rect(camera.viewport());
    let scale = place.width() / map.width;
    let at = |point: Point| place.clamp(place.min + vec2(point.x, point.y) * scale);
    Rect::from_min_max(at(seen.min), at(seen.max))
}

/// Every filled rectangle of some size, in its own colour.
fn blocks(scene: &Scene, place: Rect) -> Mesh {
    let scale = place.width() / scene.size.width;
    let at = |point: Point| pos2(place.min.x + point.x * scale, place.min.y + point.y * scale);
    let mut mesh = Mesh::default();
    for item in &scene.items {
        let Prim::Rect(rect) = &item.prim else { continue };
        if rect.rect.width() < SMALLEST_BLOCK || rect.rect.height() < SMALLEST_BLOCK {
            continue;
        }
        // What has an outline alone, or a fill like its ground, is seen by its outline.
        let color = match (item.node, rect.fill, rect.stroke) {
            (Some(_), _, Some(stroke)) => Some(stroke.color),
            (_, fill, _) => fill,
        };
        if let Some(color) = color.map(color32).filter(|color| *color != Color32::TRANSPARENT) {
            mesh.add_colored_rect(
                Rect::from_min_max(at(rect.rect.min), at(rect.rect.max)).intersect(place),
                color,
            );
        }
    }
    mesh
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::tools::testing::Bench;
    use crate::scene::{Item, RectPrim};

    const MAP: Size = Size { width: 4000.0, height: 800.0 };

    fn camera(width: f32, height: f32) -> Camera {
        let mut camera = Camera::default();
        camera.set_viewport(Rect::from_min_size(pos2(50.0, 100.0), vec2(width, height)));
        camera
    }

    #[test]
    fn it_is_there_for_maps_larger_than_a_view_with_room() {
        assert!(is_needed(&camera(1000.0, 700.0), MAP));
        assert!(!is_needed(&camera(600.0, 700.0), MAP), "a narrow view");
        assert!(!is_needed(&camera(1000.0, 300.0), MAP), "a low view");
        assert!(!is_needed(&camera(1000.0, 700.0), Size { width: 900.0, height: 600.0 }), "all is in view");
        assert!(!is_needed(&camera(1000.0, 700.0), Size { width: 0.0, height: 0.0 }), "nothing to show");
    }

    #[test]
    fn in_a_narrow_view_it_is_small() {
        let place = |width, height| place_of(camera(width, height).viewport(), MAP).size();
        assert!(place(2000.0, 1200.0).x > 219.0, "as large as it gets");
        let (width, height) = (844.0, 494.0);
        let small = place(width, height);
        assert!(small.x * small.y < 0.03 * width * height, "{small:?}");
    }

    #[test]
    fn a_press_means_the_map_point_that_the_picture_shows_there() {
        let camera = camera(1000.0, 700.0);
        let place = place_of(camera.viewport(), MAP);
        assert!(camera.viewport().contains_rect(place.expand(PADDING)));
        let middle = map_from_picture(place.center(), place, MAP);
        assert!((middle.x - 2000.0).abs() < 0.5 && (middle.y - 400.0).abs() < 0.5, "{middle:?}");
        let outside = map_from_picture(place.max + vec2(50.0, 50.0), place, MAP);
        assert_eq!((outside.x, outside.y), (MAP.width, MAP.height), "a drag beyond the edge stays at it");
    }

    #[test]
    fn the_frame_shows_what_is_in_view() {
        let mut camera = camera(1000.0, 700.0);
        camera.center_on(pt(2000.0, 400.0));
        let place = place_of(camera.viewport(), MAP);
        let frame = seen_in(place, &camera, MAP);
        let share = frame.width() / place.width();
        assert!((share - 0.25).abs() < 0.001, "{share}");
        assert!((frame.center() - place.center()).length() < 0.01);
    }

    #[test]
    fn blocks_show_what_has_some_size() {
        let prim = |width: f32| Item {
            prim: Prim::Rect(RectPrim {
                rect: crate::base::Rect::from_xywh(10.0, 10.0, width, 40.0),
                radius: 0.0,
                fill: Some(crate::base::Color::rgb(1, 2, 3)),
                stroke: None,
            }),
            node: None,
        };
        let scene = Scene { items: vec![prim(100.0), prim(5.0)], ..(*Bench::new().scene).clone() };
        let place = place_of(camera(1000.0, 700.0).viewport(), scene.size);
        assert_eq!(blocks(&scene, place).vertices.len(), 4, "one block, one ornament");
    }
}
