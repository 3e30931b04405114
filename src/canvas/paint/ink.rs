//! What a part of the screen is painted with: one mesh for all between two pictures. The toolkit would make it of thousands of
//! shapes at the end of the frame, in memory that grows bit by bit; here it is made at once, in the memory of the frame before.

use super::galleys::Painted;
use super::glyphs;
use egui::emath::GuiRounding as _;
use egui::epaint::{Tessellator, Vertex};
use egui::{Color32, Context, Mesh, Painter, Pos2, Shape, Vec2, vec2};
use std::sync::Arc;

/// The meshes of the last frame, for their memory.
#[derive(Default)]
pub struct Inks {
    meshes: Vec<Arc<Mesh>>,
    /// How many of them belong to this frame.
    used: usize,
}

impl Inks {
    /// Begins a frame.
    pub fn begin_frame(&mut self) {
        self.meshes.truncate(self.used);
        self.used = 0;
    }

    /// An empty mesh, with room for as much as the last frame had at this place.
    fn take(&mut self) -> Mesh {
        let known = self.meshes.get_mut(self.used).map(std::mem::take);
        // The toolkit lets go of a mesh when it has been shown.
        let mut mesh = known.and_then(|known| Arc::try_unwrap(known).ok()).unwrap_or_default();
        // `Mesh::clear` would give the memory back.
        mesh.vertices.clear();
        mesh.indices.clear();
        mesh
    }

    fn keep(&mut self, mesh: &Arc<Mesh>) {
        match self.meshes.get_mut(self.used) {
            Some(place) => *place = Arc::clone(mesh),
            None => self.meshes.push(Arc::clone(mesh)),
        }
        self.used += 1;
    }
}

/// See the module.
pub struct Ink {
    /// Where boxes and plain rectangles may be added as well.
    pub mesh: Mesh,
    tessellator: Tessellator,
    pixels_per_point: f32,
    /// A pixel of the texture of glyphs, as a share of it.
    texel: Vec2,
    texture_height: usize,
}

impl Ink {
    /// Ink for what the painter may paint.
    pub fn new(painter: &Painter, inks: &mut Inks) -> Self {
        let context = painter.ctx();
        let pixels_per_point = context.pixels_per_point();
        let mut options = context.tessellation_options(|options| *options);
        // Of a long dashed line little may be in view.
        options.coarse_tessellation_culling = true;
        let size = context.fonts(|fonts| fonts.font_image_size());
        let mut tessellator = Tessellator::new(pixels_per_point, options, size, Vec::new());
        tessellator.set_clip_rect(painter.clip_rect());
        let [width, height] = size;
        Self {
            mesh: inks.take(),
            tessellator,
            pixels_per_point,
            texel: vec2(1.0 / share(width), 1.0 / share(height)),
            texture_height: height,
        }
    }

    /// Begins the next mesh.
    pub fn begin(&mut self, inks: &mut Inks) {
        self.mesh = inks.take();
    }

    /// Adds any shape but a picture.
    pub fn shape(&mut self, shape: Shape) {
        self.tessellator.tessellate_shape(shape, &mut self.mesh);
    }

    /// Adds a line of text in one colour on a baseline, its glyphs on the pixels of the screen.
    pub fn line(&mut self, line: &Painted, baseline: Pos2, color: Color32) {
        let Painted { galley, ascent, scale } = line;
        let corner = (baseline - vec2(0.0, ascent * scale)).round_to_pixels(self.pixels_per_point);
        for row in &galley.rows {
            let (from, glyphs) = (corner + row.pos.to_vec2() * *scale, &row.visuals.mesh);
            let first = u32::try_from(self.mesh.vertices.len()).unwrap_or(u32::MAX);
            self.mesh.indices.extend(glyphs.indices.iter().map(|index| index + first));
            self.mesh.vertices.extend(glyphs.vertices.iter().map(|glyph| {
                let uv = (glyph.uv.to_vec2() * self.texel).to_pos2();
                Vertex { pos: from + glyph.pos.to_vec2() * *scale, uv, color }
            }));
        }
    }

    /// What was painted so far as one shape, if there is any.
    pub fn flush(&mut self, context: &Context, inks: &mut Inks) -> Option<Shape> {
        if self.mesh.is_empty() {
            return None;
        }
        let mesh = Arc::new(std::mem::take(&mut self.mesh));
        inks.keep(&mesh);
        glyphs::expect_height(context, &mesh, self.texture_height);
        Some(Shape::Mesh(mesh))
    }
}

/// An extent in pixels to divide by.
#[allow(clippy::cast_precision_loss)] // textures are not that large
fn share(pixels: usize) -> f32 {
    pixels.max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::epaint::TextShape;
    use egui::{FontId, RawInput, pos2};

    fn line(context: &Context, size: f32) -> Painted {
        let galley = context.fonts_mut(|fonts| {
            fonts.layout_no_wrap(
                "Kargo ücreti, iade".to_owned(),
                FontId::proportional(size),
                Color32::PLACEHOLDER,
            )
        });
        let row = galley.rows.first().expect("one row");
        let ascent = row.pos.y + row.glyphs.first().expect("glyphs").pos.y;
        Painted { galley, ascent, scale: 1.0 }
    }

    fn in_a_frame(context: &Context, mut paint: impl FnMut(&Painter)) -> egui::FullOutput {
        let mut output = context.run_ui(RawInput::default(), |ui| paint(ui.painter()));
        output.textures_delta.clear();
        output
    }

    #[test]
    fn a_line_is_what_the_toolkit_makes_of_it() {
        for pixels_per_point in [1.0, 1.25, 2.0] {
            let context = Context::default();
            context.set_pixels_per_point(pixels_per_point);
            in_a_frame(&context, |_| {});
            in_a_frame(&context, |painter| {
                let line = line(&context, 13.0);
                let baseline = pos2(33.3, 71.9);
                let mut ink = Ink::new(painter, &mut Inks::default());
                ink.line(&line, baseline, Color32::RED);
                let place = baseline - vec2(0.0, line.ascent);
                let mut expected = Ink::new(painter, &mut Inks::default());
                expected.shape(TextShape::new(place, Arc::clone(&line.galley), Color32::RED).into());
                assert!(ink.mesh.vertices.len() > 40, "each letter has four corners");
                assert_eq!(ink.mesh, expected.mesh);
            });
        }
    }

    #[test]
    fn the_memory_of_a_mesh_is_that_of_the_frame_before() {
        let context = Context::default();
        let mut inks = Inks::default();
        let mut memory = Vec::new();
        in_a_frame(&context, |_| {});
        for _ in 0..3 {
            inks.begin_frame();
            in_a_frame(&context, |painter| {
                let mut ink = Ink::new(painter, &mut inks);
                memory.push((ink.mesh.vertices.as_ptr(), ink.mesh.vertices.capacity()));
                ink.line(&line(&context, 13.0), pos2(50.0, 50.0), Color32::RED);
                let shape = ink.flush(&context, &mut inks).expect("a line");
                let Shape::Mesh(mesh) = shape else { panic!("one mesh") };
                assert!(mesh.vertices.len() > 40);
            });
        }
        let [first, second, third] = memory.as_slice() else { panic!("a pass a frame: {memory:?}") };
        assert_eq!(first.1, 0);
        assert!(second.1 > 40);
        assert_eq!(second, third);
    }
}
