//! Pictures within the picture: decoded once, then averaged over the area that each pixel sees.

use super::geometry::PxRect;
use super::raster::Band;
use crate::base::{Color, Rect};
use std::io::Cursor;
use std::sync::Arc;

/// A decoded picture.
pub struct Texels {
    width: u32,
    height: u32,
    /// RGBA, straight.
    rgba: Vec<u8>,
}

/// A picture at its place in pixels.
pub struct Picture {
    texels: Arc<Texels>,
    place: Rect,
}

impl Texels {
    /// Decodes PNG bytes; none when they are no picture, which then stays empty as on the canvas.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut decoder = ::png::Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(
            ::png::Transformations::normalize_to_color8() | ::png::Transformations::ALPHA,
        );
        let mut reader = decoder.read_info().ok()?;
        let mut pixels = vec![0; reader.output_buffer_size()?];
        let info = reader.next_frame(&mut pixels).ok()?;
        let rgba = match info.color_type {
            ::png::ColorType::Rgba => pixels,
            ::png::ColorType::GrayscaleAlpha => pixels
                .as_chunks::<2>()
                .0
                .iter()
                .flat_map(|[gray, alpha]| [*gray, *gray, *gray, *alpha])
                .collect(),
            // `ALPHA` turns everything else into one of the two.
            ::png::ColorType::Rgb | ::png::ColorType::Grayscale | ::png::ColorType::Indexed => return None,
        };
        Some(Self { width: info.width, height: info.height, rgba })
    }
}

impl Picture {
    /// None for a picture without extent.
    pub fn at(texels: Arc<Texels>, place: Rect) -> Option<Self> {
        let sized = place.width() > 0.0 && place.height() > 0.0;
        sized.then_some(Self { texels, place })
    }

    /// Paints what of it lies in the band.
    pub fn paint(&self, band: &mut Band) {
        let Rect { min, max } = self.place;
        let area = PxRect { left: min.x, top: min.y, right: max.x, bottom: max.y };
        let Some(clip) = band.clip(&area) else { return };
        let across = Axis { from: min.x, to: max.x, texels: self.texels.width };
        let down = Axis { from: min.y, to: max.y, texels: self.texels.height };
        for y in clip.top..clip.bottom {
            for x in clip.left..clip.right {
                let (columns, cover_x) = across.seen_by(x);
                let (rows, cover_y) = down.seen_by(y);
                band.blend(x, y, self.texels.average(columns, rows), cover_x * cover_y);
            }
        }
    }
}

impl Texels {
    /// The mean colour of a box of texels, weighted by opacity.
    #[allow(clippy::cast_possible_truncation)] // means of bytes
    fn average(&self, columns: std::ops::Range<u32>, rows: std::ops::Range<u32>) -> Color {
        let mut sums = [0_u64; 4];
        let mut count = 0;
        for row in rows {
            for column in columns.clone() {
                let start = (row as usize * self.width as usize + column as usize) * 4;
                let Some([r, g, b, a]) = self.rgba.get(start..start + 4) else { continue };
                let alpha = u64::from(*a);
                for (sum, channel) in sums.iter_mut().zip([r, g, b]) {
                    *sum += u64::from(*channel) * alpha;
                }
                sums[3] += alpha;
                count += 1;
            }
        }
        let [r, g, b, alpha] = sums;
        if alpha == 0 {
            return Color::TRANSPARENT;
        }
        let mean = |sum: u64| ((sum + alpha / 2) / alpha) as u8;
        Color::rgba(mean(r), mean(g), mean(b), ((alpha + count / 2) / count) as u8)
    }
}

/// How texels lie along one axis.
struct Axis {
    from: f32,
    to: f32,
    texels: u32,
}

impl Axis {
    /// The texels that a pixel sees (at least one) and how much of the pixel the picture covers.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to the texels
    fn seen_by(&self, pixel: u32) -> (std::ops::Range<u32>, f32) {
        let (low, high) = (self.from.max(pixel as f32), self.to.min(pixel as f32 + 1.0));
        let texel = |at: f32| (at - self.from) / (self.to - self.from) * self.texels as f32;
        let first = (texel(low).max(0.0) as u32).min(self.texels.saturating_sub(1));
        let last = (texel(high).ceil().max(0.0) as u32).clamp(first + 1, self.texels.max(first + 1));
        (first..last, (high - low).max(0.0))
    }
}
