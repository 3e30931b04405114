//! Paints the scene's primitives, those in view only. Every place, width and colour comes from the scene.

mod boxes;
mod cache;
mod foreign;
mod galleys;
mod glyphs;
mod image;
mod ink;
mod parts;
mod path;
mod quads;
mod text;

pub use boxes::Boxes;
pub use cache::PaintCache;
pub use parts::Parts;
pub use text::{Faces, family_of};

use super::camera::Camera;
use crate::base::{Color, Rect};
use crate::scene::{ImagePrim, Item, Prim, RectPrim, Stroke, TextRun};
use egui::epaint::{CircleShape, RectShape, StrokeKind};
use egui::{Color32, Painter, Shape, TextureId};
use ink::Ink;

/// Paints items, back to front, as far as they are within the painter's clip rectangle, except the text runs that `left_out` names
/// (those being typed over). `ground` is behind all of them.
pub fn items<'s>(
    painter: &Painter,
    camera: &Camera,
    ground: Color32,
    items: impl IntoIterator<Item = &'s Item>,
    cache: &mut PaintCache,
    left_out: impl Fn(Option<u32>, &TextRun) -> bool,
) {
    let visible = camera.map_from_screen_rect(painter.clip_rect());
    let faces = Faces::of(painter.ctx());
    let ink = Ink::new(painter, &mut cache.inks);
    let mut brush = Brush { painter, camera, faces, visible, cache, ink };
    brush.quad(painter.clip_rect(), ground);
    for item in items {
        match &item.prim {
            Prim::Text(run) if left_out(item.node, run) => {}
            prim => brush.prim(prim),
        }
    }
    brush.finish();
}

/// In points: less than a screen can show.
const HAIR: f32 = 1.0 / 256.0;
/// Dots of a larger radius, in pixels, are round; of smaller ones a screen shows a speck.
const SMALLEST_DOT: f32 = 1.1;

/// What every primitive needs to be painted, and what has been painted so far.
pub struct Brush<'a> {
    painter: &'a Painter,
    camera: &'a Camera,
    faces: Faces,
    /// The part of the map to paint.
    visible: Rect,
    cache: &'a mut PaintCache,
    /// What was painted since the last picture.
    ink: Ink,
}

impl Brush<'_> {
    /// Paints one primitive if it is in view.
    fn prim(&mut self, prim: &Prim) {
        match prim {
            Prim::Rect(rect) => self.rect(rect),
            Prim::Path(path) => self.path(path),
            Prim::Text(run) => self.text(run),
            Prim::Image(picture) => self.image(picture),
        }
    }

    /// Puts a shape in front of all that was painted before.
    fn add(&mut self, shape: impl Into<Shape>) {
        self.ink.shape(shape.into());
    }

    /// Hands what was painted over to the painter.
    fn finish(&mut self) {
        let shape = self.ink.flush(self.painter.ctx(), &mut self.cache.inks);
        // Shapes of one clip rectangle become one mesh in the end. Were those that are painted over the map to have the map's own,
        // its mesh would have to grow for them, and all of it be copied.
        let mut apart = self.painter.clone();
        apart.set_clip_rect(self.painter.clip_rect().expand(HAIR));
        apart.extend(shape);
    }

    fn image(&mut self, picture: &ImagePrim) {
        if self.visible.intersects(&picture.rect)
            && let Some(texture) = self.cache.images.texture(self.painter.ctx(), picture)
        {
            self.texture(texture, self.camera.screen_from_map_rect(picture.rect));
        }
    }

    /// Paints a whole texture at a place on the screen.
    fn texture(&mut self, texture: TextureId, place: egui::Rect) {
        let whole = egui::Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
        self.finish();
        self.painter.add(Shape::image(texture, place, whole, Color32::WHITE));
        self.ink.begin(&mut self.cache.inks);
    }

    fn rect(&mut self, prim: &RectPrim) {
        let overhang = prim.stroke.map_or(0.0, |stroke| stroke.width);
        if !self.visible.intersects(&prim.rect.expanded(overhang)) {
            return;
        }
        let place = self.camera.screen_from_map_rect(prim.rect);
        let half = place.width().min(place.height()) / 2.0;
        let radius = (prim.radius * self.camera.zoom()).min(half);
        let is_circle = (place.width() - place.height()).abs() < 0.01 && radius > half - 0.01;
        let is_dot = is_circle && half * self.painter.pixels_per_point() > SMALLEST_DOT;
        if !is_dot && self.small_rect(prim, place, radius) {
            return;
        }
        if prim.stroke.is_some_and(|stroke| stroke.dash.is_some()) {
            self.path(&path::of_rect(prim));
            return;
        }
        let fill = prim.fill.map_or(Color32::TRANSPARENT, color32);
        let stroke = self.stroke(prim.stroke);
        if is_circle && half > 0.0 {
            // The toolkit puts a circle's stroke around it, the scene half within.
            let radius = (radius - stroke.width / 2.0).max(0.0);
            self.add(CircleShape { center: place.center(), radius, fill, stroke });
            return;
        }
        let shape = RectShape::new(place, radius, fill, stroke, StrokeKind::Middle);
        if !self.cache.boxes.add(&shape, &mut self.ink.mesh) {
            self.add(shape);
        }
    }

    fn stroke(&self, stroke: Option<Stroke>) -> egui::Stroke {
        stroke.map_or(egui::Stroke::NONE, |stroke| {
            egui::Stroke::new(stroke.width * self.camera.zoom(), color32(stroke.color))
        })
    }
}

/// The same colour for egui.
pub fn color32(color: Color) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Context, RawInput, pos2, vec2};

    #[test]
    fn what_is_painted_over_the_map_is_a_mesh_of_its_own() {
        let screen = egui::Rect::from_min_size(pos2(0.0, 0.0), vec2(400.0, 300.0));
        let (context, mut camera) = (Context::default(), Camera::default());
        camera.set_viewport(screen);
        let rect = RectPrim {
            rect: Rect::from_xywh(20.0, 20.0, 90.0, 60.0),
            radius: 0.0,
            fill: Some(Color::rgb(200, 10, 10)),
            stroke: None,
        };
        let item = Item { prim: Prim::Rect(rect), node: None };
        let mut cache = PaintCache::default();
        let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
        let mut output = context.run_ui(input, |ui| {
            cache.begin_frame(ui.ctx(), camera.zoom(), true);
            items(ui.painter(), &camera, Color32::WHITE, [&item], &mut cache, |_, _| false);
            ui.painter().rect_filled(screen.shrink(100.0), 0.0, Color32::BLUE);
            cache.end_frame(ui.ctx());
        });
        output.textures_delta.clear();
        let meshes = context.tessellate(output.shapes, 1.0);
        assert_eq!(meshes.len(), 2, "one mesh would have to grow");
    }
}
