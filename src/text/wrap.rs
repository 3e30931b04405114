//! A text into lines of a given width, and a line into a given room.

use super::{Face, Fonts, Shaped};
use std::sync::Arc;
use unicode_bidi::ParagraphBidiInfo;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

impl Fonts {
    /// Breaks a text into lines no wider than `width_pt`: at line ends, else between words, else inside a word
    /// (never inside what a reader sees as one letter, so that a line holds at least one). At least one line.
    #[must_use]
    pub fn wrap(&self, text: &str, face: Face, size_pt: f32, width_pt: f32) -> Arc<[Shaped]> {
        let room = Room { size_pt: size_pt.to_bits(), width_pt: width_pt.to_bits() };
        let known = &self.face(face).paragraphs;
        known.get(room, text, || self.wrapped(text, face, size_pt, width_pt).into())
    }

    fn wrapped(&self, text: &str, face: Face, size_pt: f32, width_pt: f32) -> Vec<Shaped> {
        let mut lines = Vec::new();
        let mut paragraph_start = 0;
        let mut breaks = Vec::new();
        for (end, opportunity) in linebreaks(text) {
            breaks.push(end - paragraph_start);
            if opportunity == BreakOpportunity::Mandatory {
                let text = &text[paragraph_start..end];
                let order = Self::order_of(text);
                let paragraph = Paragraph { text, order: order.as_ref(), face, size_pt, width_pt };
                self.wrap_paragraph(&paragraph, &breaks, &mut lines);
                breaks.clear();
                paragraph_start = end;
            }
        }
        if lines.is_empty() {
            lines.push(self.shape("", face, size_pt));
        }
        lines
    }

    /// One line no wider than `width_pt`: the whole text, or its beginning and `…`.
    #[must_use]
    pub fn ellipsize(&self, text: &str, face: Face, size_pt: f32, width_pt: f32) -> Shaped {
        let whole = self.shape(text, face, size_pt);
        if whole.width <= width_pt {
            return whole;
        }
        let boundaries: Vec<usize> = whole.text.grapheme_indices(true).map(|(start, _)| start).collect();
        let shortened = |end: usize| self.shape(&format!("{}…", whole.text[..end].trim_end()), face, size_pt);
        // Wider the more letters are kept: the last boundary that fits is found by halving.
        let fitting = boundaries.partition_point(|end| shortened(*end).width <= width_pt);
        shortened(boundaries.get(fitting.saturating_sub(1)).copied().unwrap_or(0))
    }

    /// Lines of a text without line ends inside it; `breaks` are the ends of its words.
    fn wrap_paragraph(&self, paragraph: &Paragraph<'_>, breaks: &[usize], lines: &mut Vec<Shaped>) {
        let Paragraph { text, face, size_pt, width_pt, .. } = *paragraph;
        let x = self.caret_x(text, face, size_pt);
        let shape = |start: usize, end: usize| self.line(paragraph, start, end);
        let fits = |start: usize, end: usize| {
            let trimmed = start + text[start..end].trim_end().len();
            x[trimmed] - x[start] <= width_pt
        };
        let mut start = 0;
        while start < text.len() {
            let later = breaks.iter().copied().filter(|end| *end > start);
            let fitting: Vec<usize> = later.take_while(|end| fits(start, *end)).collect();
            // Kerning at the cut may widen a line by a hair: then the break before is taken.
            let line = fitting
                .iter()
                .rev()
                .map(|end| (*end, shape(start, *end)))
                .find(|(_, line)| line.width <= width_pt);
            let (end, line) = line.unwrap_or_else(|| self.cut_word(paragraph, start));
            lines.push(line);
            start = end;
        }
    }

    /// As many letters from `start` on as fit, at least one.
    fn cut_word(&self, paragraph: &Paragraph<'_>, start: usize) -> (usize, Shaped) {
        let rest = &paragraph.text[start..];
        let ends: Vec<usize> = rest.grapheme_indices(true).map(|(at, letter)| at + letter.len()).collect();
        let shape = |end: usize| self.line(paragraph, start, start + end);
        let fitting = ends.partition_point(|end| shape(*end).width <= paragraph.width_pt).max(1);
        let end = ends.get(fitting - 1).copied().unwrap_or(rest.len());
        (start + end, shape(end))
    }

    /// A part of a paragraph as a line of its own, without the blanks at its end.
    fn line(&self, paragraph: &Paragraph<'_>, start: usize, end: usize) -> Shaped {
        let Paragraph { text, order, face, size_pt, .. } = *paragraph;
        let end = start + text[start..end].trim_end().len();
        self.shape_part(text, start..end, order, face, size_pt)
    }
}

/// Size of the letters and width of the lines, as bits.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Room {
    size_pt: u32,
    width_pt: u32,
}

/// A text without line ends inside it and the room for it.
#[derive(Clone, Copy)]
struct Paragraph<'a> {
    text: &'a str,
    /// Directions of its letters; none = all from left to right.
    order: Option<&'a ParagraphBidiInfo<'a>>,
    face: Face,
    size_pt: f32,
    width_pt: f32,
}
