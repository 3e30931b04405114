//! One line into glyphs with places.

use super::other::OtherFont;
use super::pieces::{self, AS_EMOJI, Hand, Piece};
use super::{Face, FaceData, Fonts, GlyphPos, Run, Shaped};
use harfrust::{Buffer, Direction, Font, Script, ShapeOptions, ShapePlan, ShaperFont};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, PoisonError};
use unicode_bidi::ParagraphBidiInfo;

/// Makes a key cap of the sign before it.
const KEYCAP: char = '\u{20E3}';

/// Plans for the scripts of the bundled faces; digits and signs alone have no script.
pub(super) fn usual_plans(font: &Font) -> Vec<(Option<Script>, ShapePlan)> {
    let scripts = [None, Some(Script::LATIN), Some(Script::CYRILLIC), Some(Script::GREEK)];
    let plan = |script| (script, ShapePlan::new(font, Direction::LeftToRight, script, None, &[]));
    scripts.map(plan).into()
}

/// A part of a line in one font, in units that do not depend on the size.
pub(super) struct RawRun {
    /// Bytes of the text.
    pub range: Range<usize>,
    font: Option<Arc<OtherFont>>,
    is_rtl: bool,
    units_per_em: f32,
    /// From left to right.
    pub glyphs: Vec<RawGlyph>,
}

/// A glyph in font units.
pub(super) struct RawGlyph {
    glyph: u16,
    /// Byte of the run's text at which the glyph's cluster begins.
    pub cluster: usize,
    advance: i32,
    offset: (i32, i32),
}

impl RawRun {
    fn width(&self, size_pt: f32) -> f32 {
        units(self.glyphs.iter().map(|raw| raw.advance).sum()) * self.scale(size_pt)
    }

    /// Points to the unit.
    fn scale(&self, size_pt: f32) -> f32 {
        size_pt / self.units_per_em
    }

    /// The run at a size, with its text.
    fn sized(&self, text: &str, x: f32, size_pt: f32) -> Run {
        let scale = self.scale(size_pt);
        let mut pen = 0;
        let place = |raw: &RawGlyph| {
            let (dx, dy) = raw.offset;
            let placed = GlyphPos {
                glyph: raw.glyph,
                x: units(pen + dx) * scale,
                y: -units(dy) * scale,
                cluster: u32::try_from(raw.cluster).unwrap_or(u32::MAX),
            };
            pen += raw.advance;
            placed
        };
        let glyphs = self.glyphs.iter().map(place).collect();
        let (font, is_rtl) = (self.font.clone(), self.is_rtl);
        Run { text: text.into(), x, width: units(pen) * scale, glyphs, font, is_rtl }
    }
}

impl Fonts {
    /// Shapes one line. Line ends and other control characters become blanks.
    #[must_use]
    pub fn shape(&self, text: &str, face: Face, size_pt: f32) -> Shaped {
        sized(text, &self.raw_runs(text, face), size_pt)
    }

    /// Shapes a part of a paragraph as one line, whose order of letters is that of the paragraph.
    pub(super) fn shape_part(
        &self,
        paragraph: &str,
        part: Range<usize>,
        order: Option<&ParagraphBidiInfo<'_>>,
        face: Face,
        size_pt: f32,
    ) -> Shaped {
        let text = paragraph.get(part.clone()).unwrap_or_default();
        let Some(order) = order.filter(|_| !text.is_empty()) else { return self.shape(text, face, size_pt) };
        let mut runs = self.runs_in(paragraph, part.clone(), order, face);
        for run in &mut runs {
            run.range = run.range.start - part.start..run.range.end - part.start;
        }
        sized(text, &runs, size_pt)
    }

    /// Advance width of one line in points.
    #[must_use]
    pub fn width(&self, text: &str, face: Face, size_pt: f32) -> f32 {
        self.raw_runs(text, face).iter().map(|run| run.width(size_pt)).sum()
    }

    /// The directions of a paragraph's letters; none when all go from left to right.
    pub(super) fn order_of(text: &str) -> Option<ParagraphBidiInfo<'_>> {
        let may_differ = text.chars().any(|letter| letter >= '\u{590}');
        may_differ.then(|| ParagraphBidiInfo::new(text, None)).filter(ParagraphBidiInfo::has_rtl)
    }

    /// x at which each byte's cluster begins, one more entry than `text` has bytes: the last is the width. As if all were
    /// read from left to right: what lies between two of them is the room that the letters between them take.
    pub(super) fn caret_x(&self, text: &str, face: Face, size_pt: f32) -> Vec<f32> {
        let mut advances = vec![0.0; text.len()];
        for run in self.raw_runs(text, face).iter() {
            for raw in &run.glyphs {
                if let Some(advance) = advances.get_mut(run.range.start + raw.cluster) {
                    *advance += units(raw.advance) * run.scale(size_pt);
                }
            }
        }
        let mut pen = 0.0;
        let ends = advances.iter().map(|advance| {
            pen += advance;
            pen
        });
        std::iter::once(0.0).chain(ends).collect()
    }

    /// From memory, else shaped.
    fn raw_runs(&self, text: &str, face: Face) -> Arc<[RawRun]> {
        self.face(face).known.get((), text, || {
            let whole = self.face(face).run(text);
            let is_usual =
                !text.contains([AS_EMOJI, KEYCAP]) && whole.glyphs.iter().all(|raw| raw.glyph != 0);
            if is_usual {
                return Arc::new([whole]);
            }
            self.runs_in(text, 0..text.len(), &ParagraphBidiInfo::new(text, None), face).into()
        })
    }

    fn runs_in(
        &self,
        paragraph: &str,
        part: Range<usize>,
        order: &ParagraphBidiInfo<'_>,
        face: Face,
    ) -> Vec<RawRun> {
        let pieces = pieces::pieces(paragraph, part, order, |letter| self.hand_for(letter, face));
        let shape = |piece: Piece| {
            let text = paragraph.get(piece.range.clone()).unwrap_or_default();
            let direction = if piece.is_rtl { Direction::RightToLeft } else { Direction::LeftToRight };
            let other = match piece.hand {
                Hand::Other(other) => Some(other),
                Hand::Face | Hand::Nothing => None,
            };
            let (units_per_em, glyphs) = match &other {
                Some(other) => (other.units_per_em, shaped(&other.font, &[], text, direction)),
                None => {
                    let face = self.face(face);
                    // They were made for this direction alone.
                    let plans = if piece.is_rtl { &[] } else { face.plans.as_slice() };
                    (face.units_per_em, shaped(&face.font, plans, text, direction))
                }
            };
            RawRun { range: piece.range, font: other, is_rtl: piece.is_rtl, units_per_em, glyphs }
        };
        pieces.into_iter().map(shape).collect()
    }

    /// What to write a letter in; notes letters that no font has.
    fn hand_for(&self, letter: &str, face: Face) -> Hand {
        let is_seen = |one: &char| !pieces::is_ignorable(*one) && !one.is_control();
        let fonts = || self.others.iter().map(|family| family.of(face));
        let has_all = |font: &&Arc<OtherFont>| letter.chars().filter(is_seen).all(|one| font.has(one));
        let other = |font: &Arc<OtherFont>| Hand::Other(Arc::clone(font));
        if letter.contains([AS_EMOJI, KEYCAP]) {
            match fonts().find(|font| font.is_colored() && has_all(font)) {
                Some(font) => return other(font),
                None => self.want(AS_EMOJI),
            }
        }
        let charmap = self.face(face).font.charmap();
        let is_lacking = |one: &char| is_seen(one) && charmap.map_unicode(*one).is_none();
        let Some(lacking) = letter.chars().find(is_lacking) else { return Hand::Face };
        if let Some(font) = fonts().find(has_all).or_else(|| fonts().find(|font| font.has(lacking))) {
            return other(font);
        }
        self.want(lacking);
        Hand::Nothing
    }

    fn want(&self, letter: char) {
        if !self.sought.contains(&letter) {
            self.wanted.lock().unwrap_or_else(PoisonError::into_inner).insert(letter);
        }
    }
}

fn sized(text: &str, raw: &[RawRun], size_pt: f32) -> Shaped {
    let text: Arc<str> = without_controls(text).into();
    let mut x = 0.0;
    let runs = raw.iter().filter(|run| !run.glyphs.is_empty()).map(|raw| {
        let run = match text.get(raw.range.clone()) {
            Some(part) if part.len() < text.len() => raw.sized(part, x, size_pt),
            _ => Run { text: Arc::clone(&text), ..raw.sized("", x, size_pt) },
        };
        x += run.width;
        run
    });
    let runs = runs.collect();
    Shaped { text, width: x, runs }
}

impl FaceData {
    /// A line in the face itself, from left to right.
    fn run(&self, text: &str) -> RawRun {
        let glyphs = shaped(&self.font, &self.plans, text, Direction::LeftToRight);
        RawRun { range: 0..text.len(), font: None, is_rtl: false, units_per_em: self.units_per_em, glyphs }
    }
}

/// Plans by script, for text from left to right.
type Plans = [(Option<Script>, ShapePlan)];

/// The glyphs of a text in one font and direction.
fn shaped(font: &Font, plans: &Plans, text: &str, direction: Direction) -> Vec<RawGlyph> {
    let mut buffer = Buffer::new();
    for (at, letter) in text.char_indices() {
        let letter = if letter.is_control() { ' ' } else { letter };
        buffer.push(letter.into(), u32::try_from(at).unwrap_or(u32::MAX));
    }
    buffer.set_direction(direction);
    buffer.guess_segment_properties();
    let plan = plans.iter().find(|(script, _)| *script == buffer.script());
    let options = ShapeOptions::new().plan(plan.map(|(_, plan)| plan));
    if harfrust::shape(&ShaperFont::new(font), &mut buffer, options).is_err() {
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

/// The text as it is painted: control characters have no glyphs.
fn without_controls(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) { text.replace(char::is_control, " ").into() } else { text.into() }
}

#[allow(clippy::cast_precision_loss)] // below 2^24 for lines of several thousand letters
fn units(value: i32) -> f32 {
    value as f32
}
