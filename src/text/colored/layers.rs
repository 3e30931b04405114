//! A glyph made of layers (the COLR table in both its forms), painted into a picture.

use super::{GlyphPicture, units_per_em};
use crate::base::Rect;
use crate::base::geom::pt;
use skrifa::color::{Brush, ColorPainter, ColorStop, CompositeMode, Extend, Transform as GlyphTransform};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::BoundingBox;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tiny_skia::{
    BlendMode, Color, FillRule, GradientStop, LinearGradient, Mask, Paint, Path, PathBuilder, Pixmap,
    PixmapPaint, Point, RadialGradient, Rect as PxRect, Shader, SpreadMode, SweepGradient, Transform,
};

/// Pixels to the em, as many as bitmap fonts have.
const PX_PER_EM: f32 = 136.0;
/// Around the room of a letter, for what sticks out of it.
const MARGIN_EM: f32 = 0.15;
/// The palette's name for the colour of the text.
const TEXT_COLOR: u16 = 0xFFFF;

pub(super) fn picture(font: &FontRef<'_>, glyph: GlyphId) -> Option<GlyphPicture> {
    let colored = font.color_glyphs().get(glyph)?;
    let (size, location) = (Size::new(1.0), LocationRef::default());
    let metrics = font.metrics(size, location);
    let advance = font.glyph_metrics(size, location).advance_width(glyph)?;
    let place_em = Rect {
        min: pt(-MARGIN_EM, -metrics.ascent - MARGIN_EM),
        max: pt(advance + MARGIN_EM, -metrics.descent + MARGIN_EM),
    };
    let side = |ems: f32| (ems * PX_PER_EM).ceil().clamp(1.0, 1024.0) as u32;
    let page = Pixmap::new(side(place_em.width()), side(place_em.height()))?;
    let scale = PX_PER_EM / units_per_em(font);
    let origin = (-place_em.min.x * PX_PER_EM, -place_em.min.y * PX_PER_EM);
    let mut painter = Painter {
        font,
        layers: vec![page],
        places: vec![Transform::from_row(scale, 0.0, 0.0, -scale, origin.0, origin.1)],
        clips: vec![None],
    };
    colored.paint(location, &mut painter).ok()?;
    let page = painter.layers.into_iter().next()?;
    let size = (page.width() as f32 / PX_PER_EM, page.height() as f32 / PX_PER_EM);
    let place_em = Rect { min: place_em.min, max: pt(place_em.min.x + size.0, place_em.min.y + size.1) };
    Some(GlyphPicture { png: page.encode_png().ok()?.into(), place_em })
}

/// Each of the three is a stack that is never empty.
struct Painter<'a> {
    font: &'a FontRef<'a>,
    layers: Vec<Pixmap>,
    /// From font units to pixels.
    places: Vec<Transform>,
    clips: Vec<Option<Mask>>,
}

impl Painter<'_> {
    fn place(&self) -> Transform {
        self.places.last().copied().unwrap_or_default()
    }

    fn outline(&self, glyph: GlyphId) -> Option<Path> {
        let mut pen = Pen(PathBuilder::new());
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        self.font.outline_glyphs().get(glyph)?.draw(settings, &mut pen).ok()?;
        pen.0.finish()?.transform(self.place())
    }

    /// Only what lies within the path is painted from now on; none = nothing.
    fn clip(&mut self, path: Option<Path>) {
        let known = self.clips.last().cloned().flatten();
        let clip = self.layers.first().and_then(|page| Mask::new(page.width(), page.height()));
        let clip = clip.map(|empty| match (known, path) {
            (Some(mut known), Some(path)) => {
                known.intersect_path(&path, FillRule::Winding, true, Transform::identity());
                known
            }
            (None, Some(path)) => {
                let mut clip = empty;
                clip.fill_path(&path, FillRule::Winding, true, Transform::identity());
                clip
            }
            (_, None) => empty,
        });
        self.clips.push(clip);
    }

    /// A colour of the first palette, which fonts are made for.
    fn color(&self, palette_index: u16, alpha: f32) -> Color {
        let palettes = self.font.color_palettes();
        let palette = palettes.get(0);
        let color =
            palette.as_ref().and_then(|palette| palette.colors().get(usize::from(palette_index)).copied());
        match color.filter(|_| palette_index != TEXT_COLOR) {
            Some(color) => {
                let mut color = Color::from_rgba8(color.red, color.green, color.blue, color.alpha);
                color.apply_opacity(alpha.clamp(0.0, 1.0));
                color
            }
            None => Color::from_rgba(0.0, 0.0, 0.0, alpha.clamp(0.0, 1.0)).unwrap_or(Color::BLACK),
        }
    }

    fn stops(&self, stops: &[ColorStop]) -> Vec<GradientStop> {
        let stop =
            |stop: &ColorStop| GradientStop::new(stop.offset, self.color(stop.palette_index, stop.alpha));
        stops.iter().map(stop).collect()
    }

    fn shader(&self, brush: &Brush<'_>, place: Transform) -> Option<Shader<'static>> {
        let at = |x: f32, y: f32| Point::from_xy(x, y);
        let first = |stops: &[ColorStop]| {
            let stop = stops.first()?;
            Some(Shader::SolidColor(self.color(stop.palette_index, stop.alpha)))
        };
        match *brush {
            Brush::Solid { palette_index, alpha } => {
                Some(Shader::SolidColor(self.color(palette_index, alpha)))
            }
            Brush::LinearGradient { p0, p1, color_stops, extend } => {
                let (start, end) = (at(p0.x, p0.y), at(p1.x, p1.y));
                LinearGradient::new(start, end, self.stops(color_stops), spread(extend), place)
                    .or_else(|| first(color_stops))
            }
            Brush::RadialGradient { c0, r0, c1, r1, color_stops, extend } => {
                let (start, end) = (at(c0.x, c0.y), at(c1.x, c1.y));
                let (r0, r1) = (r0.max(0.0), r1.max(0.0));
                RadialGradient::new(start, r0, end, r1, self.stops(color_stops), spread(extend), place)
                    .or_else(|| first(color_stops))
            }
            Brush::SweepGradient { c0, start_angle, end_angle, color_stops, extend } => {
                let center = at(c0.x, c0.y);
                let stops = self.stops(color_stops);
                SweepGradient::new(center, start_angle, end_angle, stops, spread(extend), place)
                    .or_else(|| first(color_stops))
            }
        }
    }
}

impl ColorPainter for Painter<'_> {
    fn push_transform(&mut self, by: GlyphTransform) {
        self.places.push(self.place().pre_concat(transform(by)));
    }

    fn pop_transform(&mut self) {
        self.places.pop();
    }

    fn push_clip_glyph(&mut self, glyph: GlyphId) {
        let path = self.outline(glyph);
        self.clip(path);
    }

    fn push_clip_box(&mut self, clip: BoundingBox) {
        let rect = PxRect::from_ltrb(clip.x_min, clip.y_min, clip.x_max, clip.y_max);
        let path = rect.and_then(|rect| PathBuilder::from_rect(rect).transform(self.place()));
        self.clip(path);
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn fill(&mut self, brush: Brush<'_>) {
        let shader = self.shader(&brush, self.place());
        let clip = self.clips.last().and_then(Option::as_ref);
        if let (Some(shader), Some(layer)) = (shader, self.layers.last_mut())
            && let Some(all) = PxRect::from_xywh(0.0, 0.0, layer.width() as f32, layer.height() as f32)
        {
            let paint = Paint { shader, ..Paint::default() };
            layer.fill_rect(all, &paint, Transform::identity(), clip);
        }
    }

    fn fill_glyph(&mut self, glyph: GlyphId, brush_transform: Option<GlyphTransform>, brush: Brush<'_>) {
        let place = self.place().pre_concat(brush_transform.map(transform).unwrap_or_default());
        let (path, shader) = (self.outline(glyph), self.shader(&brush, place));
        let clip = self.clips.last().and_then(Option::as_ref);
        if let (Some(path), Some(shader), Some(layer)) = (path, shader, self.layers.last_mut()) {
            let paint = Paint { shader, anti_alias: true, ..Paint::default() };
            layer.fill_path(&path, &paint, FillRule::Winding, Transform::identity(), clip);
        }
    }

    fn push_layer(&mut self, _mode: CompositeMode) {
        let layer = self.layers.first().and_then(|page| Pixmap::new(page.width(), page.height()));
        self.layers.extend(layer);
    }

    fn pop_layer_with_mode(&mut self, mode: CompositeMode) {
        let Some(layer) = self.layers.pop_if(|_| true).filter(|_| !self.layers.is_empty()) else { return };
        let clip = self.clips.last().and_then(Option::as_ref);
        if let Some(below) = self.layers.last_mut() {
            let paint = PixmapPaint { blend_mode: blend_mode(mode), ..PixmapPaint::default() };
            below.draw_pixmap(0, 0, layer.as_ref(), &paint, Transform::identity(), clip);
        }
    }
}

fn transform(by: GlyphTransform) -> Transform {
    Transform::from_row(by.xx, by.yx, by.xy, by.yy, by.dx, by.dy)
}

const fn spread(extend: Extend) -> SpreadMode {
    match extend {
        Extend::Repeat => SpreadMode::Repeat,
        Extend::Reflect => SpreadMode::Reflect,
        Extend::Pad | Extend::Unknown => SpreadMode::Pad,
    }
}

const fn blend_mode(mode: CompositeMode) -> BlendMode {
    match mode {
        CompositeMode::Clear => BlendMode::Clear,
        CompositeMode::Src => BlendMode::Source,
        CompositeMode::Dest => BlendMode::Destination,
        CompositeMode::DestOver => BlendMode::DestinationOver,
        CompositeMode::SrcIn => BlendMode::SourceIn,
        CompositeMode::DestIn => BlendMode::DestinationIn,
        CompositeMode::SrcOut => BlendMode::SourceOut,
        CompositeMode::DestOut => BlendMode::DestinationOut,
        CompositeMode::SrcAtop => BlendMode::SourceAtop,
        CompositeMode::DestAtop => BlendMode::DestinationAtop,
        CompositeMode::Xor => BlendMode::Xor,
        CompositeMode::Plus => BlendMode::Plus,
        CompositeMode::Screen => BlendMode::Screen,
        CompositeMode::Overlay => BlendMode::Overlay,
        CompositeMode::Darken => BlendMode::Darken,
        CompositeMode::Lighten => BlendMode::Lighten,
        CompositeMode::ColorDodge => BlendMode::ColorDodge,
        CompositeMode::ColorBurn => BlendMode::ColorBurn,
        CompositeMode::HardLight => BlendMode::HardLight,
        CompositeMode::SoftLight => BlendMode::SoftLight,
        CompositeMode::Difference => BlendMode::Difference,
        CompositeMode::Exclusion => BlendMode::Exclusion,
        CompositeMode::Multiply => BlendMode::Multiply,
        CompositeMode::HslHue => BlendMode::Hue,
        CompositeMode::HslSaturation => BlendMode::Saturation,
        CompositeMode::HslColor => BlendMode::Color,
        CompositeMode::HslLuminosity => BlendMode::Luminosity,
        CompositeMode::SrcOver | CompositeMode::Unknown => BlendMode::SourceOver,
    }
}

/// An outline in font units.
struct Pen(PathBuilder);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(cx, cy, x, y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.cubic_to(ax, ay, bx, by, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
