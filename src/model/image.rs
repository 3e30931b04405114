//! Pictures embedded in a map: PNG bytes in memory, base64 in the file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// The bytes of a PNG file. Cheap to clone; undo steps and snapshots share them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Png(Arc<[u8]>);

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
    const SIGNATURE: &'static [u8] = b"\x89PNG\r\n\x1a\n";

    /// From the bytes of a PNG file; only its signature is looked at.
    ///
    /// # Errors
    /// [`BadPng::NotPng`] for bytes of anything else.
    pub fn new(bytes: impl Into<Arc<[u8]>>) -> Result<Self, BadPng> {
        let bytes = bytes.into();
        if bytes.starts_with(Self::SIGNATURE) { Ok(Self(bytes)) } else { Err(BadPng::NotPng) }
    }

    /// The bytes of the file.
    #[must_use]
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.0
    }
}

impl fmt::Debug for Png {
    /// Only the size: the bytes would drown everything else.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Png({} bytes)", self.0.len())
    }
}

impl TryFrom<String> for Png {
    type Error = BadPng;

    fn try_from(text: String) -> Result<Self, BadPng> {
        let bytes = STANDARD.decode(text.trim()).map_err(|_| BadPng::NotBase64)?;
        Self::new(bytes)
    }
}

impl From<Png> for String {
    fn from(png: Png) -> Self {
        STANDARD.encode(png.0)
    }
}
