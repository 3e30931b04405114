//! Glyph outlines from the bundled faces, each read and flattened once per face, glyph and size.

use super::geometry::{Outline, OutlineBuilder};
use crate::text::{Face, Fonts};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::HashMap;
use std::sync::Arc;

/// Outlines by face, glyph and size in pixels (as bits).
#[derive(Default)]
pub struct GlyphCache(HashMap<(Face, u16, u32), Option<Arc<Outline>>>);

impl GlyphCache {
    /// The outline of a glyph relative to its place on the baseline; none for blanks and unknown glyphs.
    pub fn outline(&mut self, face: Face, glyph: u16, size_px: f32) -> Option<Arc<Outline>> {
        let key = (face, glyph, size_px.to_bits());
        self.0.entry(key).or_insert_with(|| read(face, glyph, size_px)).clone()
    }
}

fn read(face: Face, glyph: u16, size_px: f32) -> Option<Arc<Outline>> {
    let font = FontRef::new(Fonts::data(face)).ok()?;
    let outline = font.outline_glyphs().get(GlyphId::from(glyph))?;
    let mut pen = Pen(OutlineBuilder::new());
    outline.draw(DrawSettings::unhinted(Size::new(size_px), LocationRef::default()), &mut pen).ok()?;
    let outline = pen.0.finish();
    (!outline.lines.is_empty()).then(|| Arc::new(outline))
}

/// Turns the font's y-up into the picture's y-down.
struct Pen(OutlineBuilder);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to([x, -y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to([x, -y]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to([cx, -cy], [x, -y]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.cubic_to([ax, -ay], [bx, -by], [x, -y]);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
