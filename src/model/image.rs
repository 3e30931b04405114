//! Pictures embedded in a map: PNG bytes in memory; in the file base64, or the name of the card that has the
//! same. Whether they can be shown is found when asked.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::io::Cursor;
use std::sync::{Arc, OnceLock};

/// A picture with more pixels than this is not shown: it would take a quarter of a gigabyte to paint.
const MOST_PIXELS: u64 = 64_000_000;

/// The bytes of a PNG file. Cheap to clone; undo steps and snapshots share them.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Png(Arc<Picture>);

struct Picture {
    bytes: Arc<[u8]>,
    /// Found once, when first asked for.
    size_px: OnceLock<Option<(u32, u32)>>,
}

/// The bytes or the text are no embedded picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadPng {
    /// They do not begin as a PNG file does.
    #[error("the picture is not a PNG file; embed it as PNG")]
    NotPng,
    /// The text is not base64.
    #[error("the picture is not written in base64; paste the picture anew")]
    NotBase64,
}

impl Png {
    /// Before the place of a picture that is written elsewhere.
    const SAME_AS: &'static str = "as in ";

    const SIGNATURE: &'static [u8] = b"\x89PNG\r\n\x1a\n";

    /// From the bytes of a PNG file; only its signature is looked at.
    ///
    /// # Errors
    /// [`BadPng::NotPng`] for bytes of anything else.
    pub fn new(bytes: impl Into<Arc<[u8]>>) -> Result<Self, BadPng> {
        let bytes = bytes.into();
        if !bytes.starts_with(Self::SIGNATURE) {
            return Err(BadPng::NotPng);
        }
        Ok(Self::of_bytes(bytes))
    }

    fn of_bytes(bytes: Arc<[u8]>) -> Self {
        Self(Arc::new(Picture { bytes, size_px: OnceLock::new() }))
    }

    /// In a file only: the picture that is in the card at a place.
    pub(super) fn same_as(place: &str) -> Self {
        Self::of_bytes(format!("{}{place}", Self::SAME_AS).into_bytes().into())
    }

    /// Where the picture is, when it is only named here.
    pub(super) fn place(&self) -> Option<&str> {
        let name = self.bytes().strip_prefix(Self::SAME_AS.as_bytes())?;
        std::str::from_utf8(name).ok()
    }

    /// The bytes of the file.
    #[must_use]
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.0.bytes
    }

    /// Width and height in pixels, both over 0; none when the picture is damaged or too large to be shown.
    #[must_use]
    pub fn size_px(&self) -> Option<(u32, u32)> {
        *self.0.size_px.get_or_init(|| decoded_size(&self.0.bytes))
    }
}

/// Decodes a picture to the end, so that nobody meets a damaged one while painting.
fn decoded_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().ok()?;
    let (width, height) = reader.info().size();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return None;
    }
    let mut pixels = vec![0; reader.output_buffer_size()?];
    reader.next_frame(&mut pixels).ok()?;
    Some((width, height))
}

impl PartialEq for Png {
    fn eq(&self, other: &Self) -> bool {
        self.0.bytes == other.0.bytes
    }
}

impl Eq for Png {}

impl Hash for Png {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes().hash(state);
    }
}

impl fmt::Debug for Png {
    /// Only the size: the bytes would drown everything else.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Png({} bytes)", self.bytes().len())
    }
}

impl TryFrom<String> for Png {
    type Error = BadPng;

    fn try_from(text: String) -> Result<Self, BadPng> {
        if let Some(place) = text.strip_prefix(Self::SAME_AS) {
            return Ok(Self::same_as(place));
        }
        let bytes = STANDARD.decode(text.trim()).map_err(|_| BadPng::NotBase64)?;
        Self::new(bytes)
    }
}

impl From<Png> for String {
    fn from(png: Png) -> Self {
        match png.place() {
            Some(place) => format!("{}{place}", Png::SAME_AS),
            None => STANDARD.encode(png.bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Grayscale);
        let mut writer = encoder.write_header().expect("a header");
        writer.write_image_data(&vec![9; (width * height) as usize]).expect("pixels");
        writer.finish().expect("an end");
        bytes
    }

    #[test]
    fn a_whole_picture_has_a_size() {
        let png = Png::new(file(30, 20)).expect("a PNG file");
        assert_eq!(png.size_px(), Some((30, 20)));
    }

    #[test]
    fn a_damaged_picture_has_none() {
        let whole = file(30, 20);
        for kept in [8, 20, 40, whole.len() - 20] {
            let png = Png::new(&whole[..kept]).expect("it begins as a PNG file does");
            assert_eq!(png.size_px(), None, "{kept} of {} bytes", whole.len());
        }
    }
}
