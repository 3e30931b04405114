//! Glyphs in pixels, each read and flattened once per font and size.

use super::geometry::{self, Outline};
use super::picture::Texels;
use crate::export::glyphs;
use crate::text::{FontFile, GlyphPicture};
use std::collections::HashMap;
use std::sync::Arc;

/// What glyphs look like.
#[derive(Default)]
pub struct GlyphCache {
    /// By font, glyph and size in pixels (as bits).
    outlines: HashMap<(FontFile, u16, u32), Option<Arc<Outline>>>,
    /// Those in colours, by font and glyph.
    pictures: HashMap<(FontFile, u16), Option<Arc<Texels>>>,
}

impl GlyphCache {
    /// The outline of a glyph relative to its place on the baseline; none for blanks and unknown glyphs.
    pub fn outline(&mut self, file: FontFile, glyph: u16, size_px: f32) -> Option<Arc<Outline>> {
        let read = || {
            let outline = geometry::outlined(&glyphs::outline(file, glyph, size_px));
            (!outline.lines.is_empty()).then(|| Arc::new(outline))
        };
        self.outlines.entry((file, glyph, size_px.to_bits())).or_insert_with(read).clone()
    }

    /// The decoded picture of a glyph in colours.
    pub fn picture(&mut self, file: FontFile, glyph: u16, picture: &GlyphPicture) -> Option<Arc<Texels>> {
        let decode = || Texels::decode(&picture.png).map(Arc::new);
        self.pictures.entry((file, glyph)).or_insert_with(decode).clone()
    }
}
