//! One line into glyphs with places.

use super::{Face, FaceData, Fonts, GlyphPos, Shaped};
use harfrust::{Buffer, Direction, Font, Script, ShapeOptions, ShapePlan, ShaperFont};
use std::borrow::Cow;
use std::sync::Arc;

/// Plans for the scripts of the bundled faces; digits and signs alone have no script.
pub(super) fn usual_plans(font: &Font) -> Vec<(Option<Script>, ShapePlan)> {
    let scripts = [None, Some(Script::LATIN), Some(Script::CYRILLIC), Some(Script::GREEK)];
    let plan = |script| (script, ShapePlan::new(font, Direction::LeftToRight, script, None, &[]));
    scripts.map(plan).into()
}

/// A glyph in font units, which do not depend on the size.
pub(super) struct RawGlyph {
    glyph: u16,
    /// Byte of the text at which the glyph's cluster begins.
    cluster: usize,
    advance: i32,
    offset: (i32, i32),
}

impl Fonts {
    /// Shapes one line. Line ends and other control characters become blanks.
    #[must_use]
    pub fn shape(&self, text: &str, face: Face, size_pt: f32) -> Shaped {
        let face = self.face(face);
        let scale = size_pt / face.units_per_em;
        let mut pen = 0;
        let place = |raw: &RawGlyph| {
            let (x, y) = raw.offset;
            let placed = GlyphPos {
                glyph: raw.glyph,
                x: units(pen + x) * scale,
                y: -units(y) * scale,
                cluster: u32::try_from(raw.cluster).unwrap_or(u32::MAX),
            };
            pen += raw.advance;
            placed
        };
        let glyphs = face.glyphs(text).iter().map(place).collect();
        Shaped { text: without_controls(text).into(), width: units(pen) * scale, glyphs }
    }

    /// One line in runs that the face has glyphs for and runs that it has not, in turn.
    #[must_use]
    pub fn runs(&self, text: &str, face: Face, size_pt: f32) -> Vec<Shaped> {
        let missing = self.missing_glyphs(text, face);
        let is_missing = |letter: char| missing.contains(&letter);
        let mut runs = Vec::new();
        let mut start = 0;
        let pairs = text.char_indices().zip(text.chars().skip(1));
        for ((at, letter), next) in pairs {
            if is_missing(letter) != is_missing(next) {
                let end = at + letter.len_utf8();
                runs.push(self.shape(&text[start..end], face, size_pt));
                start = end;
            }
        }
        runs.push(self.shape(&text[start..], face, size_pt));
        runs
    }

    /// Advance width of one line in points.
    #[must_use]
    pub fn width(&self, text: &str, face: Face, size_pt: f32) -> f32 {
        let face = self.face(face);
        let total = face.glyphs(text).iter().map(|raw| raw.advance).sum();
        units(total) * size_pt / face.units_per_em
    }

    /// x at which each byte's cluster begins, one more entry than `text` has bytes: the last is the width.
    pub(super) fn caret_x(&self, text: &str, face: Face, size_pt: f32) -> Vec<f32> {
        let face = self.face(face);
        let mut advances = vec![0; text.len()];
        for raw in face.glyphs(text).iter() {
            if let Some(advance) = advances.get_mut(raw.cluster) {
                *advance += raw.advance;
            }
        }
        let scale = size_pt / face.units_per_em;
        let mut pen = 0;
        let ends = advances.iter().map(|advance| {
            pen += advance;
            units(pen) * scale
        });
        std::iter::once(0.0).chain(ends).collect()
    }
}

impl FaceData {
    /// From memory, else shaped.
    fn glyphs(&self, text: &str) -> Arc<[RawGlyph]> {
        self.known.get((), text, || self.shaped(text).into())
    }

    fn shaped(&self, text: &str) -> Vec<RawGlyph> {
        let mut buffer = Buffer::new();
        for (at, letter) in text.char_indices() {
            let letter = if letter.is_control() { ' ' } else { letter };
            buffer.push(letter.into(), u32::try_from(at).unwrap_or(u32::MAX));
        }
        // The bundled faces hold no script that is written from right to left.
        buffer.set_direction(Direction::LeftToRight);
        buffer.guess_segment_properties();
        let plan = self.plans.iter().find(|(script, _)| *script == buffer.script());
        let options = ShapeOptions::new().plan(plan.map(|(_, plan)| plan));
        if harfrust::shape(&ShaperFont::new(&self.font), &mut buffer, options).is_err() {
            // Only a plan for another script or direction can fail, and the plan is chosen by the buffer's own.
            return Vec::new();
        }
        let glyphs = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
        glyphs
            .map(|(info, position)| RawGlyph {
                glyph: u16::try_from(info.glyph_id).unwrap_or(0),
                cluster: info.cluster as usize,
                advance: position.x_advance,
                offset: (position.x_offset, position.y_offset),
            })
            .collect()
    }
}

/// The text as it is painted: control characters have no glyphs.
fn without_controls(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) { text.replace(char::is_control, " ").into() } else { text.into() }
}

#[allow(clippy::cast_precision_loss)] // below 2^24 for lines of several thousand letters
fn units(value: i32) -> f32 {
    value as f32
}
