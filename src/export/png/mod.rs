//! Paints a scene into a PNG on the CPU: shapes are made once, then painted and packed band by band on all processors,
//! so memory grows with neither height nor resolution. The same scene gives the same bytes.

mod encode;
mod geometry;
mod glyphs;
mod picture;
mod raster;
mod shapes;

use super::ExportError;
use crate::base::{Cancel, Color, Pixels, Progress};
use crate::scene::Scene;
use encode::Packed;
use raster::Band;
use rayon::prelude::*;
use std::io::Write;

/// Largest width and height in pixels; beyond it hardly any program opens the file.
const MAX_SIDE_PX: u64 = 65_535;
/// Rows painted at once unless told otherwise: 8 MB at a width of 16 000 pixels.
const BAND_ROWS: u32 = 128;
/// Bands in memory at once for each thread: some are painted sooner than others.
const BANDS_PER_THREAD: usize = 3;

/// What lies behind the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    /// The scene's own.
    #[default]
    Scene,
    /// Plain white, for paper.
    White,
    /// Nothing.
    Transparent,
}

/// How a PNG is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PngOptions {
    /// Exact width in pixels; the height follows from the scene's aspect.
    pub width_px: u32,
    /// What lies behind the map.
    pub background: Background,
    /// Pixels per metre to write into the file, for programs that place pictures by size; none = not written.
    pub pixels_per_metre: Option<u32>,
    /// Rows painted at once; changes memory, never the picture.
    pub band_rows: u32,
}

impl PngOptions {
    /// A picture of this width on the scene's own background.
    #[must_use]
    pub const fn with_width(width_px: u32) -> Self {
        Self { width_px, background: Background::Scene, pixels_per_metre: None, band_rows: BAND_ROWS }
    }

    /// A picture with this many pixels per point.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // `as` saturates; checked when painted
    pub fn with_scale(scene: &Scene, scale: f32) -> Self {
        Self::with_width((scene.size.width * scale).round() as u32)
    }
}

/// Paints a scene into a PNG of an exact pixel width. Progress counts rows.
///
/// # Errors
/// [`ExportError`]: cancelled, a size that can't be made, or `out` does not take the bytes.
pub fn png(
    scene: &Scene,
    options: &PngOptions,
    out: &mut dyn Write,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<(), ExportError> {
    let (width, height) = pixel_size(scene, options)?;
    let paper = paper(scene, options.background);
    let channels = if paper.a == 255 { 3 } else { 4 };
    let mut encoder = ::png::Encoder::new(out, width, height);
    encoder.set_color(if channels == 3 { ::png::ColorType::Rgb } else { ::png::ColorType::Rgba });
    encoder.set_depth(::png::BitDepth::Eight);
    encoder.set_source_srgb(::png::SrgbRenderingIntent::RelativeColorimetric);
    encoder.set_pixel_dims(options.pixels_per_metre.map(|per_metre| ::png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: ::png::Unit::Meter,
    }));
    let mut writer = encoder.write_header().map_err(encode)?;
    let mut stream = encode::Stream::default();
    let pack = |band: &Band| Packed::of(band, channels);
    paint(scene, options, cancel, progress, pack, |packed| {
        let packed = packed.map_err(|error| ExportError::Encode(error.to_string()))?;
        writer.write_chunk(::png::chunk::IDAT, &stream.next(packed)).map_err(encode)
    })?;
    writer.write_chunk(::png::chunk::IDAT, &stream.end()).map_err(encode)?;
    writer.finish().map_err(encode)
}

/// Paints a scene into memory.
///
/// # Errors
/// [`ExportError`]: cancelled, or a size that can't be made.
pub fn pixels(
    scene: &Scene,
    options: &PngOptions,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Pixels, ExportError> {
    let (width_px, height_px) = pixel_size(scene, options)?;
    let mut rgba = Vec::with_capacity(width_px as usize * height_px as usize * 4);
    paint(
        scene,
        options,
        cancel,
        progress,
        |band| band.bytes(4),
        |bytes| {
            rgba.extend_from_slice(&bytes);
            Ok(())
        },
    )?;
    Ok(Pixels { width_px, height_px, rgba })
}

/// Paints a scene band by band, some at once; what is made of each is handed on in their order.
fn paint<T: Send>(
    scene: &Scene,
    options: &PngOptions,
    cancel: &Cancel,
    progress: &Progress,
    make: impl Fn(&Band) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    let (width, height) = pixel_size(scene, options)?;
    progress.expect(u64::from(height));
    let scale = options.width_px as f32 / scene.size.width;
    let shapes = shapes::of_scene(scene, scale, cancel)?;
    let paper = paper(scene, options.background);
    let rows = options.band_rows.clamp(1, height);
    let tops: Vec<u32> = (0..height).step_by(rows as usize).collect();
    for tops in tops.chunks(rayon::current_num_threads() * BANDS_PER_THREAD) {
        let painted = tops.par_iter().map_init(
            || Band::new(width, rows),
            |band, top| {
                band.start(*top, height, paper);
                for shape in &shapes {
                    cancel.check()?;
                    shape.paint(band);
                }
                progress.advance(u64::from(band.rows()));
                Ok(make(band))
            },
        );
        let painted: Result<Vec<T>, ExportError> = painted.collect();
        painted?.into_iter().try_for_each(&mut take)?;
    }
    Ok(())
}

fn encode(error: ::png::EncodingError) -> ExportError {
    ExportError::Encode(error.to_string())
}

/// Width and height of the picture.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // checked against the limits
fn pixel_size(scene: &Scene, options: &PngOptions) -> Result<(u32, u32), ExportError> {
    let width = u64::from(options.width_px);
    let aspect = f64::from(scene.size.height) / f64::from(scene.size.width);
    // A scene without extent gives 0 or not-a-number, which becomes 0.
    let height = (width as f64 * aspect).round() as u64;
    if !(1..=MAX_SIDE_PX).contains(&width) || !(1..=MAX_SIDE_PX).contains(&height) {
        return Err(ExportError::BadSize { width, height });
    }
    Ok((width as u32, height as u32))
}

/// The colour behind everything.
fn paper(scene: &Scene, background: Background) -> Color {
    match background {
        Background::Scene => scene.background.unwrap_or(Color::TRANSPARENT),
        Background::White => Color::WHITE,
        Background::Transparent => Color::TRANSPARENT,
    }
}
