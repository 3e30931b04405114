//! Text measured, shaped and wrapped by ourselves, so that canvas and every export agree: harfrust on the bundled faces, and
//! on fonts that are handed in for letters that these lack. Every line is cut into runs of one font.
//! Which text goes where is the scene's matter; painters only place the glyphs they are given.

mod colored;
mod known;
mod lacking;
mod other;
mod pieces;
mod shape;
mod wrap;

pub use colored::GlyphPicture;
pub use lacking::font_for;
pub use other::{OtherFamily, OtherFont};

use harfrust::{Font, Script};
use known::Known;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeSet;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

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

    /// The file that comes with the program.
    #[must_use]
    pub const fn file(self) -> FontFile {
        FontFile::single(Fonts::data(self))
    }

    /// How heavy it is, 400 … 700 as in CSS and OpenType.
    #[must_use]
    pub const fn weight(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Medium => 500,
            Self::SemiBold => 600,
            Self::Bold => 700,
        }
    }
}

/// A font file and which of its fonts: what painters read glyphs from. Two are equal when they lie at the same place.
#[derive(Clone, Copy)]
pub struct FontFile {
    /// OpenType; kept as long as the program runs, so that whoever reads it need not copy it.
    pub data: &'static [u8],
    /// Which font of a collection, else 0.
    pub index: u32,
}

impl FontFile {
    /// The only font of a file.
    #[must_use]
    pub const fn single(data: &'static [u8]) -> Self {
        Self { data, index: 0 }
    }

    fn place(self) -> (*const u8, u32) {
        (self.data.as_ptr(), self.index)
    }
}

impl PartialEq for FontFile {
    fn eq(&self, other: &Self) -> bool {
        self.place() == other.place()
    }
}

impl Eq for FontFile {}

impl Hash for FontFile {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.place().hash(state);
    }
}

impl fmt::Debug for FontFile {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "font {} of {} bytes", self.index, self.data.len())
    }
}

/// The faces with all that shaping needs. Make it once and share it.
pub struct Fonts {
    /// In the order of [`Face::ALL`].
    faces: [FaceData; 4],
    /// What stands in for letters that the faces lack, the first that has them.
    others: Vec<OtherFamily>,
    /// Letters for which others have been looked for, whether or not they were found.
    sought: BTreeSet<char>,
    /// Letters that came up since and that no font has.
    wanted: Mutex<BTreeSet<char>>,
}

/// What is read from a font file once.
struct FaceData {
    font: Font,
    /// Plans for the scripts that the face covers; other scripts get theirs when they come up.
    plans: Vec<(Option<Script>, harfrust::ShapePlan)>,
    /// Lines already shaped, and paragraphs already broken into lines of a size and a width: a map is laid out again and
    /// again with nearly the same words.
    known: Known<(), [shape::RawRun]>,
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

/// A shaped line.
#[derive(Clone, Debug, PartialEq)]
pub struct Shaped {
    /// The text.
    pub text: Arc<str>,
    /// Advance width in points.
    pub width: f32,
    /// Its runs from left to right, which may not be the order in which they are read.
    pub runs: Arc<[Run]>,
}

/// A part of a shaped line, all in one font and one direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The text, in the order in which it is read.
    pub text: Arc<str>,
    /// To the right of the line's left end, points.
    pub x: f32,
    /// Advance width in points.
    pub width: f32,
    /// Glyphs from left to right, relative to the left end of the run's baseline.
    pub glyphs: Arc<[GlyphPos]>,
    /// The font that stands in; none = the face itself.
    pub font: Option<Arc<OtherFont>>,
    /// It is read from right to left, as signs between such words are too.
    pub is_rtl: bool,
}

impl Fonts {
    /// The bundled faces.
    ///
    /// # Panics
    /// Never: a test reads the bundled files.
    #[must_use]
    pub fn bundled() -> Self {
        let read = |face| FaceData::read(Self::data(face)).expect("the bundled fonts are whole");
        let faces = Face::ALL.map(read);
        Self { faces, others: Vec::new(), sought: BTreeSet::new(), wanted: Mutex::default() }
    }

    /// The faces, the fonts that stand in already, and behind them those that were found for the letters that were sought.
    #[must_use]
    pub fn with_others(&self, found: Vec<OtherFamily>, sought: &[char]) -> Self {
        let mut fonts = Self::bundled();
        fonts.others.clone_from(&self.others);
        fonts.others.extend(found);
        fonts.sought = self.sought.iter().chain(sought).copied().collect();
        fonts
    }

    /// What stands in for letters that the faces lack.
    #[must_use]
    pub fn others(&self) -> &[OtherFamily] {
        &self.others
    }

    /// Letters that have come up without any font that has them, each told once; `U+FE0F` stands for signs that are wanted
    /// as emoji. Whoever can should look for fonts with them, and go on with [`Self::with_others`].
    #[must_use]
    pub fn take_wanted(&self) -> Vec<char> {
        let mut wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *wanted).into_iter().collect()
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

    fn face(&self, face: Face) -> &FaceData {
        &self.faces[face as usize]
    }
}

impl fmt::Debug for Fonts {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "the bundled fonts and {} others", self.others.len())
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
