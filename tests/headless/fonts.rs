//! Parts of fonts that stand in where Inter lacks letters, so that tests need none of the system's.

use pathlight::text::{FontFile, Fonts, OtherFamily, OtherFont};
use std::sync::Arc;

pub fn other(family: &str, data: &'static [u8]) -> OtherFamily {
    let font = OtherFont::read(family, FontFile::single(data)).expect("a font");
    OtherFamily { regular: Arc::new(font), bold: None }
}

/// Inter, and some letters of Hebrew, Arabic and Chinese, and some emoji.
pub fn with_others() -> Fonts {
    let found = vec![
        other("DejaVu Sans", include_bytes!("../data/fonts/DejaVuSans-part.ttf")),
        other("Droid Sans Fallback", include_bytes!("../data/fonts/DroidSansFallback-part.ttf")),
        other("Noto Color Emoji", include_bytes!("../data/fonts/NotoColorEmoji-part.ttf")),
    ];
    Fonts::bundled().with_others(found, &[])
}
