//! A run of text: what painters know of a line, or of the part of a line that one font has the letters of.

use super::passage::Passage;
use crate::base::geom::pt;
use crate::base::{Color, Point, Rect};
use crate::text::{Face, FontFile, GlyphPicture, GlyphPos, OtherFont, Run};
use std::ops::{Deref, DerefMut, Range};
use std::sync::Arc;

/// A run of text at its place. A map has thousands, and each layout places them anew: so what they are made of is shared.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRun {
    /// Left end of the baseline.
    pub origin: Point,
    /// Colour.
    pub color: Color,
    /// All the rest of it.
    pub made_of: Arc<SetText>,
}

/// All of a run but its place and colour: text in one font and size on one line, shaped once for all painters.
#[derive(Clone, Debug, PartialEq)]
pub struct SetText {
    /// The text, in the order in which it is read.
    pub text: Arc<str>,
    /// The face that it is written in, or for which another font stands in.
    pub face: Face,
    /// The font that stands in where the face has not the letters.
    pub font: Option<Arc<OtherFont>>,
    /// It is read from right to left.
    pub is_rtl: bool,
    /// Em size in points.
    pub size: f32,
    /// Advance width in points.
    pub width: f32,
    /// Glyphs from left to right, with positions relative to the origin.
    pub glyphs: Arc<[GlyphPos]>,
    /// The whole text that it is a piece of.
    pub passage: Arc<Passage>,
}

impl Deref for TextRun {
    type Target = SetText;

    fn deref(&self) -> &SetText {
        &self.made_of
    }
}

impl DerefMut for TextRun {
    fn deref_mut(&mut self) -> &mut SetText {
        Arc::make_mut(&mut self.made_of)
    }
}

impl TextRun {
    /// A text at a place.
    #[must_use]
    pub fn new(text: SetText, origin: Point, color: Color) -> Self {
        Self { origin, color, made_of: Arc::new(text) }
    }

    /// A run of a shaped line whose baseline begins at `left_end`.
    pub(super) fn of(
        run: &Run,
        left_end: Point,
        (face, size): (Face, f32),
        color: Color,
        passage: &Arc<Passage>,
    ) -> Self {
        let text = SetText {
            text: Arc::clone(&run.text),
            face,
            font: run.font.clone(),
            is_rtl: run.is_rtl,
            size,
            width: run.width,
            glyphs: Arc::clone(&run.glyphs),
            passage: Arc::clone(passage),
        };
        Self::new(text, pt(left_end.x + run.x, left_end.y), color)
    }

    /// Where its glyphs are read from.
    #[must_use]
    pub fn file(&self) -> FontFile {
        self.font.as_ref().map_or_else(|| self.face.file(), |font| font.file())
    }

    /// True when its font has not all the letters.
    #[must_use]
    pub fn lacks_glyphs(&self) -> bool {
        self.glyphs.iter().any(|glyph| glyph.glyph == 0)
    }

    /// The bytes of the text that each glyph stands for; glyphs of the same letters share them.
    #[must_use]
    pub fn ranges(&self) -> Vec<Range<usize>> {
        let mut starts: Vec<usize> = self.glyphs.iter().map(|glyph| glyph.cluster as usize).collect();
        starts.sort_unstable();
        starts.push(self.text.len());
        let range = |glyph: &GlyphPos| {
            let start = glyph.cluster as usize;
            let next = starts.get(starts.partition_point(|known| *known <= start));
            start..next.copied().unwrap_or(self.text.len())
        };
        self.glyphs.iter().map(range).collect()
    }

    /// Left and right end of a part of the text, points from the origin; none when it has no glyphs.
    #[must_use]
    pub fn extent_of(&self, bytes: &Range<usize>) -> Option<(f32, f32)> {
        let rights = self.glyphs.iter().skip(1).map(|glyph| glyph.x).chain([self.width]);
        let glyphs =
            self.glyphs.iter().zip(rights).filter(|(glyph, _)| bytes.contains(&(glyph.cluster as usize)));
        glyphs.map(|(glyph, right)| (glyph.x, right)).reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))
    }

    /// What a glyph looks like and where it is, if it has colours of its own.
    #[must_use]
    pub fn picture(&self, glyph: &GlyphPos) -> Option<(Rect, Arc<GlyphPicture>)> {
        let picture = self.font.as_ref()?.picture(glyph.glyph)?;
        let at = |point: Point| {
            pt(self.origin.x + glyph.x + point.x * self.size, self.origin.y + glyph.y + point.y * self.size)
        };
        Some((Rect { min: at(picture.place_em.min), max: at(picture.place_em.max) }, picture))
    }
}
