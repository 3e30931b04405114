//! From primitives in points to shapes in pixels, made once per picture. Lines thinner than a pixel are
//! painted one pixel wide and fainter; thin lines along the axes are moved onto whole pixels, so that they stay crisp.

use super::geometry::{self, Outline};
use super::glyphs::GlyphCache;
use super::picture::{Picture, Texels};
use super::raster::{Band, Ink};
use crate::base::{Cancel, Cancelled, Color, Point, Rect};
use crate::scene::{PathPrim, PathSeg, Prim, RectPrim, Scene, Stroke, TextRun, round_rect};
use std::sync::Arc;
use tiny_skia::{Path, PathBuilder};

/// Up to this width lines along the axes are moved onto whole pixels.
const HAIRLINE_PX: f32 = 1.5;

/// Something to paint.
pub enum Shape {
    /// An area in one colour, at its place.
    Area(Outline, Color),
    /// Glyphs at their places.
    Glyphs(Vec<(Arc<Outline>, f32, f32)>, Color),
    /// A picture.
    Picture(Picture),
}

impl Shape {
    /// Paints what of it lies in the band.
    pub fn paint(&self, band: &mut Band) {
        match self {
            Self::Area(outline, color) => band.fill(outline, 0.0, 0.0, Ink::area(*color)),
            Self::Glyphs(glyphs, color) => {
                for (outline, x, y) in glyphs {
                    band.fill(outline, *x, *y, Ink::letters(*color));
                }
            }
            Self::Picture(picture) => picture.paint(band),
        }
    }
}

/// All shapes of a scene, back to front.
pub fn of_scene(scene: &Scene, scale: f32, cancel: &Cancel) -> Result<Vec<Shape>, Cancelled> {
    let mut maker = Maker { scale, glyphs: GlyphCache::default(), shapes: Vec::new() };
    for item in &scene.items {
        cancel.check()?;
        match &item.prim {
            Prim::Rect(rect) => maker.rect(rect),
            Prim::Path(path) => maker.path(path),
            Prim::Text(run) => maker.text(run),
            Prim::Image(image) => {
                let texels = Texels::decode(&image.png).map(Arc::new);
                maker.picture(texels, &image.rect);
            }
        }
    }
    Ok(maker.shapes)
}

struct Maker {
    /// Pixels per point.
    scale: f32,
    glyphs: GlyphCache,
    shapes: Vec<Shape>,
}

impl Maker {
    fn rect(&mut self, prim: &RectPrim) {
        let rect = self.scaled(&prim.rect);
        let radius = prim.radius * self.scale;
        if let Some(color) = prim.fill {
            let (filled, color) = at_least_a_pixel(rect, color);
            if let Some(path) = path_of(&round_rect(filled, radius), |point| point) {
                self.shapes.push(Shape::Area(geometry::filled(&path), color));
            }
        }
        if let Some(stroke) = &prim.stroke {
            let mut edge = rect;
            if stroke.width * self.scale <= HAIRLINE_PX {
                edge = Rect { min: on_pixel(edge.min), max: on_pixel(edge.max) };
            }
            if let Some(path) = path_of(&round_rect(edge, radius), |point| point) {
                self.stroke(&path, stroke);
            }
        }
    }

    fn path(&mut self, prim: &PathPrim) {
        if let Some(color) = prim.fill {
            let path = path_of(&prim.segments, |point| self.point(point));
            self.shapes.extend(path.map(|path| Shape::Area(geometry::filled(&path), color)));
        }
        if let Some(stroke) = &prim.stroke {
            let crisp = stroke.width * self.scale <= HAIRLINE_PX && along_the_axes(&prim.segments);
            let place = |point| if crisp { on_pixel(self.point(point)) } else { self.point(point) };
            let path = path_of(&prim.segments, place);
            if let Some(path) = path {
                self.stroke(&path, stroke);
            }
        }
    }

    fn text(&mut self, run: &TextRun) {
        let mut glyphs = Vec::with_capacity(run.glyphs.len());
        for glyph in run.glyphs.iter() {
            if let Some((rect, picture)) = run.picture(glyph) {
                let texels = self.glyphs.picture(run.file(), glyph.glyph, &picture);
                self.picture(texels, &rect);
                continue;
            }
            let place = self.point(crate::base::geom::pt(run.origin.x + glyph.x, run.origin.y + glyph.y));
            if let Some(outline) = self.glyphs.outline(run.file(), glyph.glyph, run.size * self.scale) {
                glyphs.push((outline, place.x, place.y));
            }
        }
        self.shapes.push(Shape::Glyphs(glyphs, run.color));
    }

    fn picture(&mut self, texels: Option<Arc<Texels>>, rect: &Rect) {
        let picture = texels.and_then(|texels| Picture::at(texels, self.scaled(rect)));
        self.shapes.extend(picture.map(Shape::Picture));
    }

    fn stroke(&mut self, path: &Path, stroke: &Stroke) {
        let width = stroke.width * self.scale;
        let dash = stroke.dash.map(|(on, off)| (on * self.scale, off * self.scale));
        let color = stroke.color.faded(width.min(1.0));
        let outline = geometry::stroked(path, width.max(1.0), dash);
        self.shapes.extend(outline.map(|outline| Shape::Area(outline, color)));
    }

    fn point(&self, point: Point) -> Point {
        crate::base::geom::pt(point.x * self.scale, point.y * self.scale)
    }

    fn scaled(&self, rect: &Rect) -> Rect {
        Rect { min: self.point(rect.min), max: self.point(rect.max) }
    }
}

/// A path through the segments, each of their points put in its place.
fn path_of(segments: &[PathSeg], place: impl Fn(Point) -> Point) -> Option<Path> {
    let mut path = PathBuilder::new();
    for segment in segments {
        match *segment {
            PathSeg::Move(to) => {
                let to = place(to);
                path.move_to(to.x, to.y);
            }
            PathSeg::Line(to) => {
                let to = place(to);
                path.line_to(to.x, to.y);
            }
            PathSeg::Cubic(first, second, to) => {
                let (first, second, to) = (place(first), place(second), place(to));
                path.cubic_to(first.x, first.y, second.x, second.y, to.x, to.y);
            }
            PathSeg::Close => path.close(),
        }
    }
    path.finish()
}

/// The middle of the pixel that holds a point.
fn on_pixel(point: Point) -> Point {
    crate::base::geom::pt(point.x.floor() + 0.5, point.y.floor() + 0.5)
}

/// A filled rectangle thinner than a pixel becomes one pixel wide and fainter, on whole pixels.
fn at_least_a_pixel(rect: Rect, color: Color) -> (Rect, Color) {
    let widen = |low: f32, high: f32| {
        let thin = high - low;
        if thin > 0.0 && thin < 1.0 { (low.floor(), low.floor() + 1.0, thin) } else { (low, high, 1.0) }
    };
    let (left, right, across) = widen(rect.min.x, rect.max.x);
    let (top, bottom, down) = widen(rect.min.y, rect.max.y);
    (Rect::from_xywh(left, top, right - left, bottom - top), color.faded(across * down))
}

/// True when all lines run along an axis and nothing is curved.
fn along_the_axes(segments: &[PathSeg]) -> bool {
    let mut at = None;
    segments.iter().all(|segment| match *segment {
        PathSeg::Move(to) => {
            at = Some(to);
            true
        }
        PathSeg::Line(to) => at.replace(to).is_some_and(|from| from.x == to.x || from.y == to.y),
        PathSeg::Cubic(..) => false,
        PathSeg::Close => true,
    })
}
