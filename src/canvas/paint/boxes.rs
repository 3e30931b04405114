//! Rectangles with round corners, of which a map has thousands. Two of one style differ in nothing but the places of their
//! corners: so the toolkit tessellates each style once, and its vertices go where the corners of each rectangle are.

use egui::emath::GuiRounding as _;
use egui::epaint::{CornerRadius, RectShape, StrokeKind, TessellationOptions, Tessellator, Vertex};
use egui::{Color32, Context, Mesh, Pos2, Rect, Stroke, Vec2, pos2, vec2};
use hashbrown::HashMap;

/// Styles kept at most; lines of each zoom have a width of their own.
const MOST_KEPT: usize = 400;

/// Styles that have been tessellated.
#[derive(Default)]
pub struct Boxes {
    styles: HashMap<Style, Tessellated>,
    options: TessellationOptions,
    /// 0 before the first frame.
    pixels_per_point: f32,
}

/// All that two rectangles have in common that differ in nothing but their corners; `width` as bits.
#[derive(PartialEq, Eq, Hash)]
struct Style {
    radius: CornerRadius,
    fill: Color32,
    width: u32,
    color: Color32,
    is_inside: bool,
}

/// As in a [`Mesh`].
struct Tessellated {
    vertices: Vec<CornerVertex>,
    indices: Vec<u32>,
}

/// A vertex by its place from the nearest corner.
struct CornerVertex {
    is_right: bool,
    is_lower: bool,
    from_corner: Vec2,
    color: Color32,
}

impl Boxes {
    /// Forgets what would look different now.
    pub fn begin_frame(&mut self, context: &Context) {
        let options = context.tessellation_options(|options| *options);
        let pixels_per_point = context.pixels_per_point();
        #[allow(clippy::float_cmp)] // the same display
        let is_same = (options, pixels_per_point) == (self.options, self.pixels_per_point);
        if !is_same || self.styles.len() > MOST_KEPT {
            self.styles.clear();
        }
        (self.options, self.pixels_per_point) = (options, pixels_per_point);
    }

    /// Adds a rectangle to a mesh, as the toolkit would tessellate it; false when it has no room for its corners or is more than a
    /// plain rectangle.
    pub fn add(&mut self, shape: &RectShape, mesh: &mut Mesh) -> bool {
        let RectShape { corner_radius: radius, fill, stroke, stroke_kind, .. } = *shape;
        if !self.fits(shape) {
            return false;
        }
        let style = Style {
            radius,
            fill,
            width: stroke.width.to_bits(),
            color: stroke.color,
            is_inside: stroke_kind == StrokeKind::Inside,
        };
        let (options, pixels_per_point) = (self.options, self.pixels_per_point);
        let known = self.styles.entry(style);
        let tessellated = known.or_insert_with(|| tessellate(shape, options, pixels_per_point));
        let Rect { min, max } =
            if options.round_rects_to_pixels { snapped(shape, pixels_per_point) } else { shape.rect };
        let first = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
        mesh.indices.extend(tessellated.indices.iter().map(|index| index + first));
        mesh.vertices.extend(tessellated.vertices.iter().map(|vertex| {
            let corner = pos2(
                if vertex.is_right { max.x } else { min.x },
                if vertex.is_lower { max.y } else { min.y },
            );
            Vertex::untextured(corner + vertex.from_corner, vertex.color)
        }));
        true
    }

    fn fits(&self, shape: &RectShape) -> bool {
        let is_plain = shape.brush.is_none()
            && shape.blur_width == 0.0
            && shape.angle == 0.0
            && shape.stroke_kind != StrokeKind::Outside
            && shape.round_to_pixels.is_none_or(|rounds| rounds == self.options.round_rects_to_pixels);
        // Where corners meet or all is edge, the toolkit draws something else.
        let soft_edge = self.options.feathering_size_in_pixels / self.pixels_per_point;
        let corners = 2.0 * largest(shape.corner_radius).max(shape.stroke.width + soft_edge) + 1.0;
        is_plain && self.pixels_per_point > 0.0 && shape.rect.size().min_elem() > corners
    }
}

fn largest(radius: CornerRadius) -> f32 {
    let CornerRadius { nw, ne, sw, se } = radius;
    f32::from(nw.max(ne).max(sw).max(se))
}

/// Tessellates a large square of the style of a rectangle.
fn tessellate(shape: &RectShape, options: TessellationOptions, pixels_per_point: f32) -> Tessellated {
    let side = (4.0 * (largest(shape.corner_radius) + shape.stroke.width) + 32.0).ceil();
    let square = Rect::from_min_size(Pos2::ZERO, Vec2::splat(side));
    let model = RectShape { rect: square, round_to_pixels: Some(false), ..shape.clone() };
    let mut mesh = Mesh::default();
    Tessellator::new(pixels_per_point, options, [1, 1], Vec::new()).tessellate_rect(&model, &mut mesh);
    let by_corner = |vertex: &Vertex| {
        let (is_right, is_lower) = (vertex.pos.x > side / 2.0, vertex.pos.y > side / 2.0);
        let corner = vec2(if is_right { side } else { 0.0 }, if is_lower { side } else { 0.0 });
        let from_corner = vertex.pos.to_vec2() - corner;
        CornerVertex { is_right, is_lower, from_corner, color: vertex.color }
    };
    Tessellated { vertices: mesh.vertices.iter().map(by_corner).collect(), indices: mesh.indices }
}

/// Where the toolkit puts a rectangle so that its edges are sharp: lines of an odd width on the middle of pixels.
fn snapped(shape: &RectShape, pixels_per_point: f32) -> Rect {
    let RectShape { rect, stroke: Stroke { width, .. }, stroke_kind, .. } = *shape;
    let pixels = width * pixels_per_point;
    let is_odd = pixels <= 1.0 || (pixels * 0.5 + 0.25).fract() > 0.5;
    if stroke_kind == StrokeKind::Middle && width > 0.0 && is_odd {
        rect.round_to_pixel_center(pixels_per_point)
    } else {
        rect.round_to_pixels(pixels_per_point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::RawInput;

    /// The rectangle by the toolkit alone.
    fn by_toolkit(context: &Context, shape: &RectShape) -> Mesh {
        let mut mesh = Mesh::default();
        let options = context.tessellation_options(|options| *options);
        let mut tessellator = Tessellator::new(context.pixels_per_point(), options, [1, 1], Vec::new());
        tessellator.tessellate_rect(shape, &mut mesh);
        mesh
    }

    #[test]
    fn a_rectangle_is_what_the_toolkit_makes_of_it_at_every_place_size_and_scale() {
        for pixels_per_point in [1.0, 1.25, 2.0] {
            let context = Context::default();
            context.set_pixels_per_point(pixels_per_point);
            let mut output = context.run_ui(RawInput::default(), |_| {});
            output.textures_delta.clear();
            let mut boxes = Boxes::default();
            boxes.begin_frame(&context);
            let mut made = 0;
            for number in 0..400_u16 {
                let part = |of: u16| f32::from(number % of);
                let (at, size) = (
                    pos2(part(97) * 13.37, part(53) * -7.91),
                    vec2(6.0 + part(29) * 9.3, 5.0 + part(31) * 3.7),
                );
                let fill = if number % 3 == 0 { Color32::TRANSPARENT } else { Color32::from_rgb(200, 9, 40) };
                let color = if number % 5 == 0 { Color32::from_black_alpha(90) } else { Color32::BLUE };
                let stroke = Stroke::new(part(6) * 0.55, color);
                let kind = if number % 2 == 0 { StrokeKind::Middle } else { StrokeKind::Inside };
                let shape = RectShape::new(Rect::from_min_size(at, size), part(11), fill, stroke, kind);
                let (mut mesh, expected) = (Mesh::default(), by_toolkit(&context, &shape));
                if !boxes.add(&shape, &mut mesh) {
                    assert!(mesh.is_empty());
                    continue;
                }
                made += 1;
                assert_eq!(mesh.indices, expected.indices, "{shape:?}");
                assert_eq!(mesh.vertices.len(), expected.vertices.len(), "{shape:?}");
                for (vertex, expected) in mesh.vertices.iter().zip(&expected.vertices) {
                    assert!(
                        (vertex.pos - expected.pos).length() < 2e-3,
                        "{shape:?}: {vertex:?} {expected:?}"
                    );
                    assert_eq!((vertex.color, vertex.uv), (expected.color, expected.uv), "{shape:?}");
                }
            }
            assert!(made > 250, "{made} of 400");
        }
    }

    #[test]
    fn what_has_no_room_for_its_corners_is_left_to_the_toolkit() {
        let context = Context::default();
        let (mut boxes, mut mesh) = (Boxes::default(), Mesh::default());
        let shape = |side: f32| {
            let rect = Rect::from_min_size(pos2(3.0, 4.0), Vec2::splat(side));
            RectShape::new(rect, 6.0, Color32::RED, Stroke::NONE, StrokeKind::Middle)
        };
        assert!(!boxes.add(&shape(50.0), &mut mesh), "before the first frame");
        boxes.begin_frame(&context);
        assert!(!boxes.add(&shape(12.0), &mut mesh));
        assert!(boxes.add(&shape(50.0), &mut mesh));
    }
}
