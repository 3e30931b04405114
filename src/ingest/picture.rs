//! Pictures for cards: decoded, turned upright, scaled down to what a card can show, and packed as PNG.

use crate::base::Pixels;
use crate::model::Png;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::error::{ImageError, LimitError, LimitErrorKind};
use image::imageops::FilterType as Scaling;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbaImage};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek};
use std::path::{Path, PathBuf};

/// Longest side of an embedded picture in pixels: sharp on a card in a picture of 8K width.
const LONGEST_SIDE_PX: u32 = 1600;

/// Larger embedded pictures are scaled down further, as they would make the map's file slow to save and send.
const MOST_BYTES: usize = 2 << 20;

/// Below this longest side nothing is scaled down for its bytes.
const SHORTEST_LONGEST_SIDE_PX: u32 = 640;

/// Pictures beyond this side are no photos; decoding one would need all memory.
const LARGEST_SIDE_PX: u32 = 30_000;

/// Memory that decoding may take.
const MOST_MEMORY_BYTES: u64 = 1 << 30;

/// Why a picture could not be taken in; nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The operating system says no.
    #[error("{} could not be read: {source}; check that the file is there and may be read", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Not a picture of a known kind.
    #[error("{name} is no PNG, JPEG, GIF or WebP picture; save it as one of these and add it again")]
    UnknownFormat {
        /// The file's name.
        name: String,
    },
    /// Too large to be decoded.
    #[error(
        "{name} is larger than {LARGEST_SIDE_PX} pixels or needs too much memory; scale it down and add it again"
    )]
    TooLarge {
        /// The file's name.
        name: String,
    },
    /// Of a known kind, but not whole.
    #[error("{name} is damaged ({reason}); open it in another program, save it anew and add it again")]
    Damaged {
        /// The file's name.
        name: String,
        /// What the decoder says.
        reason: String,
    },
}

/// Reads a picture from a file, whatever its name ends with.
///
/// # Errors
/// [`PictureError`], naming the file and what to do.
pub fn read(path: &Path) -> Result<Png, PictureError> {
    let io = |source| PictureError::Io { path: path.to_owned(), source };
    let file = File::open(path).map_err(io)?;
    if file.metadata().map_err(io)?.is_dir() {
        return Err(PictureError::UnknownFormat { name: name_of(path) });
    }
    embeddable(decode(BufReader::new(file), path)?, &name_of(path))
}

/// Packs a picture that has come without a file, called `name` in errors.
///
/// # Errors
/// [`PictureError::Damaged`] when the size and the bytes don't fit each other.
pub fn pack(pixels: Pixels, name: &str) -> Result<Png, PictureError> {
    let damaged = || PictureError::Damaged { name: name.to_owned(), reason: "its size is wrong".to_owned() };
    let Pixels { width_px, height_px, rgba } = pixels;
    let image = RgbaImage::from_raw(width_px, height_px, rgba).filter(|image| !image.is_empty());
    embeddable(DynamicImage::ImageRgba8(image.ok_or_else(damaged)?), name)
}

/// True for names that pictures usually have.
#[must_use]
pub fn is_named_like_one(path: &Path) -> bool {
    let endings = ["png", "jpg", "jpeg", "jpe", "jfif", "gif", "webp"];
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn decode(file: impl BufRead + Seek, path: &Path) -> Result<DynamicImage, PictureError> {
    let name = || name_of(path);
    let wrong = |error: ImageError| match error {
        ImageError::IoError(source) if source.kind() != io::ErrorKind::UnexpectedEof => {
            PictureError::Io { path: path.to_owned(), source }
        }
        ImageError::Unsupported(_) => PictureError::UnknownFormat { name: name() },
        ImageError::Limits(_) => PictureError::TooLarge { name: name() },
        error => PictureError::Damaged { name: name(), reason: error.to_string() },
    };
    let reader = ImageReader::new(file).with_guessed_format();
    let mut reader = reader.map_err(|source| wrong(source.into()))?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE_PX);
    limits.max_image_height = Some(LARGEST_SIDE_PX);
    limits.max_alloc = Some(MOST_MEMORY_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(wrong)?;
    // Phones write photos as the sensor lay, and beside them how they are to be turned.
    let orientation = decoder.orientation().map_err(wrong)?;
    let (width, height) = decoder.dimensions();
    if width.max(height) > LARGEST_SIDE_PX {
        return Err(wrong(ImageError::Limits(LimitError::from_kind(LimitErrorKind::DimensionError))));
    }
    let mut image = DynamicImage::from_decoder(decoder).map_err(wrong)?;
    image.apply_orientation(orientation);
    Ok(image)
}

/// Scales a picture down until it is small enough in pixels and bytes.
fn embeddable(image: DynamicImage, name: &str) -> Result<Png, PictureError> {
    let damaged = |reason: String| PictureError::Damaged { name: name.to_owned(), reason };
    let mut side = image.width().max(image.height()).min(LONGEST_SIDE_PX);
    loop {
        let is_smaller = side < image.width().max(image.height());
        let scaled = is_smaller.then(|| image.resize(side, side, Scaling::Triangle));
        let bytes =
            png_bytes(scaled.as_ref().unwrap_or(&image)).map_err(|error| damaged(error.to_string()))?;
        if bytes.len() <= MOST_BYTES || side <= SHORTEST_LONGEST_SIDE_PX {
            return Png::new(bytes).map_err(|error| damaged(error.to_string()));
        }
        side = (side - side / 4).max(SHORTEST_LONGEST_SIDE_PX);
    }
}

fn png_bytes(image: &DynamicImage) -> Result<Vec<u8>, ImageError> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    let rgba = image.to_rgba8();
    let is_opaque = rgba.pixels().all(|pixel| pixel.0.last() == Some(&u8::MAX));
    if is_opaque {
        image.to_rgb8().write_with_encoder(encoder)?;
    } else {
        rgba.write_with_encoder(encoder)?;
    }
    Ok(bytes)
}
