//! Text measured, shaped and wrapped by ourselves, so that canvas and every export agree: harfrust on the bundled faces.
//! Which text goes where is the scene's matter; painters only place the glyphs they are given.

mod known;
mod shape;
mod wrap;

use harfrust::{Font, Script};
use known::Known;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::fmt;
use std::sync::Arc;

/// The bundled faces, all of the Inter family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Weight 400.
    Regular,
    /// Weight 500.
    Medium,
    /// Weight 600.
    SemiBold,
    /// Weight 700.
    Bold,
}

impl Face {
    /// All faces, lightest first.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Medium, Self::SemiBold, Self::Bold];
}

/// The faces with all that shaping needs. Make it once and share it.
pub struct Fonts {
    /// In the order of [`Face::ALL`].
    faces: [FaceData; 4],
}

/// What is read from a font file once.
struct FaceData {
    font: Font,
    /// Plans for the scripts that the face covers; other scripts get theirs when they come up.
    plans: Vec<(Option<Script>, harfrust::ShapePlan)>,
    /// Lines already shaped, and paragraphs already broken into lines of a size and a width: a map is laid out again and
    /// again with nearly the same words.
    known: Known<(), [shape::RawGlyph]>,
    paragraphs: Known<wrap::Room, [Shaped]>,
    units_per_em: f32,
    metrics: Metrics,
}

/// Vertical measures of a face, all positive, in the unit of the size asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// From the baseline up to the top of the line.
    pub ascent: f32,
    /// From the baseline down to the bottom of the line.
    pub descent: f32,
    /// From the baseline up to the top of a capital letter.
    pub cap_height: f32,
}

/// A glyph of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GlyphPos {
    /// Glyph id in the face; 0 = the face has no glyph for the letter.
    pub glyph: u16,
    /// To the right of the origin, points.
    pub x: f32,
    /// Down from the baseline, points.
    pub y: f32,
    /// Byte of the text at which the letters that it stands for begin; glyphs of the same letters share it.
    pub cluster: u32,
}

/// A shaped line or part of one, all in one face.
#[derive(Clone, Debug, PartialEq)]
pub struct Shaped {
    /// The text.
    pub text: Arc<str>,
    /// Advance width in points.
    pub width: f32,
    /// Glyphs relative to the start of the baseline.
    pub glyphs: Arc<[GlyphPos]>,
}

impl Fonts {
    /// The bundled faces.
    ///
    /// # Panics
    /// Never: a test reads the bundled files.
    #[must_use]
    pub fn bundled() -> Self {
        Self {
            faces: Face::ALL
                .map(|face| FaceData::read(Self::data(face)).expect("the bundled fonts are whole")),
        }
    }

    /// The font file of a face (OpenType).
    #[must_use]
    pub const fn data(face: Face) -> &'static [u8] {
        match face {
            Face::Regular => include_bytes!("../../assets/fonts/Inter-Regular.otf"),
            Face::Medium => include_bytes!("../../assets/fonts/Inter-Medium.otf"),
            Face::SemiBold => include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
            Face::Bold => include_bytes!("../../assets/fonts/Inter-Bold.otf"),
        }
    }

    /// Vertical measures of a face at a size.
    #[must_use]
    pub fn metrics(&self, face: Face, size_pt: f32) -> Metrics {
        let Metrics { ascent, descent, cap_height } = self.face(face).metrics;
        Metrics { ascent: ascent * size_pt, descent: descent * size_pt, cap_height: cap_height * size_pt }
    }

    /// The letters of a text that a face has no glyph for, each once, in order of appearance.
    #[must_use]
    pub fn missing_glyphs(&self, text: &str, face: Face) -> Vec<char> {
        let charmap = self.face(face).font.charmap();
        let mut missing = Vec::new();
        for letter in text.chars().filter(|letter| !letter.is_control()) {
            if charmap.map_unicode(letter).is_none() && !missing.contains(&letter) {
                missing.push(letter);
            }
        }
        missing
    }

    fn face(&self, face: Face) -> &FaceData {
        &self.faces[face as usize]
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("the bundled fonts")
    }
}

impl Default for Fonts {
    fn default() -> Self {
        Self::bundled()
    }
}

impl FaceData {
    fn read(data: &'static [u8]) -> Option<Self> {
        let font = Font::new(data, 0)?;
        let units_per_em = f32::from(font.units_per_em());
        let plans = shape::usual_plans(&font);
        let metrics = FontRef::new(data).ok()?.metrics(Size::new(1.0), LocationRef::default());
        let metrics = Metrics {
            ascent: metrics.ascent,
            descent: -metrics.descent,
            cap_height: metrics.cap_height.unwrap_or(metrics.ascent),
        };
        let (known, paragraphs) = (Known::default(), Known::default());
        Some(Self { font, plans, known, paragraphs, units_per_em, metrics })
    }
}
