//! Paints what egui gives to graphics cards, in the same way: textured triangles one over the other.

use super::likeness::Picture;
use egui::epaint::{ClippedPrimitive, Primitive, Vertex};
use egui::{ColorImage, ImageData, Pos2, Rect, TextureId, TexturesDelta, Vec2};
use std::collections::HashMap;
use std::ops::Range;

pub struct Screen {
    width: usize,
    height: usize,
    ground: [u8; 3],
    /// Premultiplied, 0…255.
    pixels: Vec<[f32; 4]>,
    textures: HashMap<TextureId, ColorImage>,
}

impl Screen {
    pub fn new(size: Vec2, ground: [u8; 3]) -> Self {
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        Self { width, height, ground, pixels: Vec::new(), textures: HashMap::new() }
    }

    pub fn picture(&self) -> Picture {
        let rgba: Vec<u8> =
            self.pixels.iter().flatten().map(|value| value.round().clamp(0.0, 255.0) as u8).collect();
        Picture::of_rgba(self.width as u32, self.height as u32, &rgba)
    }

    pub fn take_textures(&mut self, delta: &TexturesDelta) {
        for (id, change) in
            delta.set.iter().flat_map(|(id, changes)| changes.iter().map(move |change| (id, change)))
        {
            let ImageData::Color(image) = &change.image;
            match change.pos {
                None => drop(self.textures.insert(*id, (**image).clone())),
                Some([left, top]) => {
                    let texture = self.textures.get_mut(id).expect("the texture that is changed");
                    let [width, height] = image.size;
                    for y in 0..height {
                        let to = (top + y) * texture.size[0] + left;
                        texture.pixels[to..to + width]
                            .copy_from_slice(&image.pixels[y * width..(y + 1) * width]);
                    }
                }
            }
        }
    }

    pub fn free_textures(&mut self, delta: &TexturesDelta) {
        delta.free.iter().for_each(|id| drop(self.textures.remove(id)));
    }

    /// Paints a frame.
    pub fn paint(&mut self, primitives: &[ClippedPrimitive], pixels_per_point: f32) {
        let [r, g, b] = self.ground.map(f32::from);
        self.pixels = vec![[r, g, b, 255.0]; self.width * self.height];
        for ClippedPrimitive { clip_rect, primitive } in primitives {
            let Primitive::Mesh(mesh) = primitive else { continue };
            let texture = self.textures.remove(&mesh.texture_id).expect("a texture");
            let clip = *clip_rect * pixels_per_point;
            for corners in mesh.indices.chunks_exact(3) {
                let at = |index: usize| {
                    let vertex = mesh.vertices[corners[index] as usize];
                    Vertex { pos: (vertex.pos.to_vec2() * pixels_per_point).to_pos2(), ..vertex }
                };
                self.triangle([at(0), at(1), at(2)], &texture, clip);
            }
            self.textures.insert(mesh.texture_id, texture);
        }
    }

    fn triangle(&mut self, corners: [Vertex; 3], texture: &ColorImage, clip: Rect) {
        let [a, b, c] = corners.map(|corner| corner.pos);
        let area = cross(a, b, c);
        if area == 0.0 {
            return;
        }
        let bounds = Rect::from_points(&[a, b, c]).intersect(clip);
        // Most of a picture is in one colour; then nothing has to be mixed.
        let [first, second, third] = &corners;
        let is_plain = [second, third].iter().all(|other| other.uv == first.uv && other.color == first.color);
        let plain = is_plain.then(|| colored(&corners, [1.0, 0.0, 0.0], texture));
        let edges = [(b, c), (c, a), (a, b)];
        let owned = edges.map(|(from, to)| owns_its_edge(from, to, area));
        for y in range(bounds.min.y, bounds.max.y, self.height) {
            let middle = y as f32 + 0.5;
            for x in range_of_row(&edges, middle, bounds, self.width) {
                let at = Pos2::new(x as f32 + 0.5, middle);
                let shares = edges.map(|(from, to)| cross(from, to, at) / area);
                if (0..3).all(|edge| shares[edge] > 0.0 || (shares[edge] == 0.0 && owned[edge])) {
                    let color = plain.unwrap_or_else(|| colored(&corners, shares, texture));
                    let below = &mut self.pixels[y * self.width + x];
                    let left = 1.0 - color[3] / 255.0;
                    *below = std::array::from_fn(|channel| color[channel] + below[channel] * left);
                }
            }
        }
    }
}

/// The pixels of a row that a triangle may cover, by where its edges cross the row.
fn range_of_row(edges: &[(Pos2, Pos2); 3], middle: f32, bounds: Rect, width: usize) -> Range<usize> {
    let (mut left, mut right) = (f32::INFINITY, f32::NEG_INFINITY);
    for (from, to) in edges {
        if (from.y <= middle) != (to.y <= middle) {
            let x = from.x + (to.x - from.x) * (middle - from.y) / (to.y - from.y);
            (left, right) = (left.min(x), right.max(x));
        }
    }
    // A little more: what lies within is asked of every pixel.
    range((left - 1.0).max(bounds.min.x), (right + 1.0).min(bounds.max.x), width)
}

/// Pixels whose middles may lie between two places.
fn range(low: f32, high: f32, end: usize) -> Range<usize> {
    (low - 0.5).ceil().max(0.0) as usize..((high - 0.5).floor() + 1.0).clamp(0.0, end as f32) as usize
}

/// The colour at a place within a triangle, premultiplied.
fn colored(corners: &[Vertex; 3], shares: [f32; 3], texture: &ColorImage) -> [f32; 4] {
    let mix = |value: fn(&Vertex) -> f32| {
        corners.iter().zip(shares).map(|(corner, share)| value(corner) * share).sum::<f32>()
    };
    let texel = sampled(texture, mix(|corner| corner.uv.x), mix(|corner| corner.uv.y));
    let color = [
        mix(|corner| f32::from(corner.color.r())),
        mix(|corner| f32::from(corner.color.g())),
        mix(|corner| f32::from(corner.color.b())),
        mix(|corner| f32::from(corner.color.a())),
    ];
    std::array::from_fn(|channel| color[channel] * texel[channel] / 255.0)
}

/// Twice the area of a triangle, with a sign for its direction.
fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Of two triangles that share an edge one has the pixels whose middles lie on it.
fn owns_its_edge(from: Pos2, to: Pos2, area: f32) -> bool {
    let (dx, dy) = if area > 0.0 { (to.x - from.x, to.y - from.y) } else { (from.x - to.x, from.y - to.y) };
    dy < 0.0 || (dy == 0.0 && dx > 0.0)
}

/// The mean of the four nearest texels, 0…255.
fn sampled(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let (right_share, lower_share) = (x - left, y - top);
    let texel = |dx: f32, dy: f32| {
        let x = (left + dx).clamp(0.0, width as f32 - 1.0) as usize;
        let y = (top + dy).clamp(0.0, height as f32 - 1.0) as usize;
        texture.pixels[y * width + x].to_array().map(f32::from)
    };
    let mut mixed = [0.0; 4];
    for (dx, dy) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
        let share = (if dx == 0.0 { 1.0 - right_share } else { right_share })
            * (if dy == 0.0 { 1.0 - lower_share } else { lower_share });
        mixed.iter_mut().zip(texel(dx, dy)).for_each(|(mixed, value)| *mixed += share * value);
    }
    mixed
}
