//! The fonts that come along with an SVG: of each the glyphs that are used, under the letters that they are used for.

use super::sfnt;
use crate::scene::{Prim, Scene, TextRun};
use crate::text::{Face, FontFile};
use base64::Engine as _;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::BTreeMap;

/// The family that comes along.
const FAMILY: &str = "Pathlight";
/// The families of a whole SVG: what comes along, and what stands in where only fonts of the system are known.
pub(super) const FAMILIES: &str = "Pathlight, Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans CJK SC', sans-serif";

/// A letter of a run, and the glyph that is shown for it.
pub(super) struct Letter {
    letter: char,
    /// None where the glyph before it stands for it as well.
    glyph: Option<u16>,
    /// To the right of the run's origin, points.
    x: f32,
}

/// The letters of a run from left to right; none when glyphs and letters do not go side by side, as in Arabic.
fn letters(run: &TextRun) -> Option<Vec<Letter>> {
    let is_level = |glyph: &crate::text::GlyphPos| glyph.y == 0.0 && glyph.glyph != 0;
    if run.is_rtl || !run.glyphs.iter().all(is_level) {
        return None;
    }
    let mut glyphs = run.glyphs.iter().peekable();
    let mut x = 0.0;
    let letters = run.text.char_indices().map(|(at, letter)| {
        let shown = glyphs.next_if(|glyph| glyph.cluster as usize <= at);
        x = shown.map_or(x, |glyph| glyph.x);
        Letter { letter, glyph: shown.map(|glyph| glyph.glyph), x }
    });
    let letters = letters.collect();
    glyphs.next().is_none().then_some(letters)
}

/// Which letter shows which glyph: as much as one font file can say.
struct Set {
    name: String,
    file: FontFile,
    weight: u16,
    letters: BTreeMap<char, u16>,
}

impl Set {
    /// The glyph that stands for a letter that shows nothing of its own.
    fn blank(file: FontFile) -> Option<u16> {
        u16::try_from(FontRef::from_index(file.data, file.index).ok()?.charmap().map(' ')?.to_u32()).ok()
    }

    fn is_for(&self, run: &TextRun) -> bool {
        (self.file, self.weight) == (run.file(), run.face.weight())
    }

    /// False when one of the letters shows another glyph already.
    fn takes(&mut self, letters: &[(char, u16)]) -> bool {
        let fits =
            |(letter, glyph): &(char, u16)| self.letters.get(letter).is_none_or(|known| known == glyph);
        let taken = letters.iter().all(fits);
        if taken {
            self.letters.extend(letters.iter().copied());
        }
        taken
    }

    /// Advances as shares of an em.
    fn advance(&self, glyph: u16) -> f32 {
        let advance = || {
            let font = FontRef::from_index(self.file.data, self.file.index).ok()?;
            font.glyph_metrics(Size::new(1.0), LocationRef::default()).advance_width(GlyphId::from(glyph))
        };
        advance().unwrap_or_default()
    }
}

/// A run as text in one of the fonts that come along.
pub(super) struct Embedded<'f> {
    /// The family, where it is not that of the whole SVG.
    pub family: Option<&'f str>,
    /// How far each letter is moved from where the one before it ends, points; nothing behind the last that is.
    pub dx: Vec<f32>,
}

/// The fonts of an SVG; without any, all letters are outlines.
#[derive(Default)]
pub(super) struct EmbeddedFonts {
    sets: Vec<Set>,
    /// By item of the scene: the set of its run.
    set_of: Vec<Option<usize>>,
}

impl EmbeddedFonts {
    /// What the runs of a scene need.
    pub fn of(scene: &Scene) -> Self {
        let mut fonts = Self::default();
        for item in &scene.items {
            let set = match &item.prim {
                Prim::Text(run) => fonts.take(run),
                Prim::Rect(_) | Prim::Path(_) | Prim::Image(_) => None,
            };
            fonts.set_of.push(set);
        }
        fonts
    }

    fn take(&mut self, run: &TextRun) -> Option<usize> {
        // Glyphs in colours are pictures.
        if run.font.as_ref().is_some_and(|font| font.is_colored()) {
            return None;
        }
        let blank = Set::blank(run.file())?;
        let shown: Vec<(char, u16)> =
            letters(run)?.iter().map(|letter| (letter.letter, letter.glyph.unwrap_or(blank))).collect();
        let differing =
            shown.iter().any(|one| shown.iter().any(|other| one.0 == other.0 && one.1 != other.1));
        if differing {
            return None;
        }
        if let Some(known) = self.sets.iter_mut().position(|set| set.is_for(run) && set.takes(&shown)) {
            return Some(known);
        }
        let is_first = Face::ALL.iter().any(|face| face.file() == run.file())
            && !self.sets.iter().any(|set| set.is_for(run));
        let name = if is_first { FAMILY.to_owned() } else { format!("{FAMILY} {}", self.sets.len() + 1) };
        let letters = shown.into_iter().collect();
        self.sets.push(Set { name, file: run.file(), weight: run.face.weight(), letters });
        Some(self.sets.len() - 1)
    }

    /// How the run of an item is written as text; none when it is drawn.
    pub fn embedded(&self, item: usize, run: &TextRun) -> Option<Embedded<'_>> {
        let set = self.sets.get((*self.set_of.get(item)?)?)?;
        let blank = Set::blank(run.file())?;
        let mut end = 0.0;
        let moved = letters(run)?.into_iter().map(|letter| match letter.glyph {
            Some(glyph) => {
                let moved = letter.x - end;
                end = letter.x + set.advance(glyph) * run.size;
                moved
            }
            // It takes the room of a blank, which is taken back from it.
            None => -set.advance(blank) * run.size,
        });
        let mut dx: Vec<f32> = moved.map(|moved| if moved.abs() < 0.002 { 0.0 } else { moved }).collect();
        let kept = dx.iter().rposition(|moved| *moved != 0.0).map_or(0, |last| last + 1);
        dx.truncate(kept);
        Some(Embedded { family: (set.name != FAMILY).then_some(&set.name), dx })
    }

    /// The fonts as a style sheet.
    pub fn style(&self) -> String {
        let faces = self.sets.iter().filter_map(|set| {
            let font = sfnt::cut(set.file, &set.letters)?;
            let data = base64::engine::general_purpose::STANDARD.encode(font);
            Some(format!(
                "@font-face{{font-family:'{}';font-weight:{};src:url(data:font/otf;base64,{data})}}\n",
                set.name, set.weight
            ))
        });
        let faces: String = faces.collect();
        if faces.is_empty() { faces } else { format!("<style>\n{faces}</style>\n") }
    }
}
