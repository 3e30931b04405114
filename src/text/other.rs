//! Fonts that stand in for the bundled faces where these lack letters. They are handed in; where they come from is
//! the affair of others.

use super::colored::{self, GlyphPicture};
use super::{Face, FontFile};
use harfrust::Font;
use hashbrown::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// A font that stands in.
pub struct OtherFont {
    family: String,
    file: FontFile,
    pub(super) font: Font,
    pub(super) units_per_em: f32,
    is_colored: bool,
    /// Glyphs that have been drawn before.
    pictures: Mutex<HashMap<u16, Option<Arc<GlyphPicture>>>>,
}

impl OtherFont {
    /// Reads a font; none when it is none.
    #[must_use]
    pub fn read(family: impl Into<String>, file: FontFile) -> Option<Self> {
        let font = Font::new(file.data, file.index)?;
        let units_per_em = f32::from(font.units_per_em());
        let is_colored = colored::has_pictures(file);
        let pictures = Mutex::default();
        Some(Self { family: family.into(), file, font, units_per_em, is_colored, pictures })
    }

    /// The name of its family, such as `Noto Sans CJK JP`.
    #[must_use]
    pub fn family(&self) -> &str {
        &self.family
    }

    /// Where its glyphs are read from.
    #[must_use]
    pub const fn file(&self) -> FontFile {
        self.file
    }

    /// True when its glyphs have colours of their own, as those of emoji have.
    #[must_use]
    pub const fn is_colored(&self) -> bool {
        self.is_colored
    }

    /// True when it has a glyph for a letter.
    #[must_use]
    pub fn has(&self, letter: char) -> bool {
        self.font.charmap().map_unicode(letter).is_some()
    }

    /// What a glyph with colours of its own looks like; none for all others.
    #[must_use]
    pub fn picture(&self, glyph: u16) -> Option<Arc<GlyphPicture>> {
        if !self.is_colored {
            return None;
        }
        // A thread that died while it held the lock has left whole entries behind.
        let mut pictures = self.pictures.lock().unwrap_or_else(PoisonError::into_inner);
        let draw = || colored::picture(self.file, glyph).map(Arc::new);
        pictures.entry(glyph).or_insert_with(draw).clone()
    }
}

impl PartialEq for OtherFont {
    fn eq(&self, other: &Self) -> bool {
        self.file == other.file
    }
}

impl fmt::Debug for OtherFont {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} ({:?})", self.family, self.file)
    }
}

/// A family that stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherFamily {
    /// For the light faces, and for all where there is no bold one.
    pub regular: Arc<OtherFont>,
    /// For the heavy faces.
    pub bold: Option<Arc<OtherFont>>,
}

impl OtherFamily {
    /// The font that stands in for a face.
    #[must_use]
    pub fn of(&self, face: Face) -> &Arc<OtherFont> {
        match face {
            Face::Regular | Face::Medium => &self.regular,
            Face::SemiBold | Face::Bold => self.bold.as_ref().unwrap_or(&self.regular),
        }
    }
}
