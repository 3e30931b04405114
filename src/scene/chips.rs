//! Small words in round frames, side by side in as many lines as they need: tags and channels.

use super::passage::Align;
use super::sketch::{Paragraph, Sketch, solid};
use super::style::TextStyle;
use crate::base::geom::pt;
use crate::base::{Color, Point, Rect};

/// How a row of chips is set.
#[derive(Clone, Copy)]
pub(super) struct ChipStyle {
    pub words: TextStyle,
    /// Height of a chip of one line.
    pub height: f32,
    /// From a chip's left and right end to its words.
    pub padding: f32,
    /// Between two chips, across and down.
    pub gap: f32,
}

/// Chips laid out within a width.
pub(super) struct Chips {
    style: ChipStyle,
    chips: Vec<(Rect, Paragraph)>,
    /// Height of all lines; 0 without chips.
    pub height: f32,
}

impl Chips {
    /// Sets words within `room`; words longer than that are broken inside their chip.
    pub fn new<'t>(
        sketch: &Sketch<'_>,
        words: impl IntoIterator<Item = &'t str>,
        style: ChipStyle,
        room: f32,
    ) -> Self {
        let (mut x, mut y, mut bottom) = (0.0, 0.0, 0.0_f32);
        let mut chips = Vec::new();
        for word in words {
            let text = sketch.wrap(word, style.words, room - 2.0 * style.padding);
            let (width, height) = (text.width() + 2.0 * style.padding, style.height + text.drop());
            if x > 0.0 && x + width > room {
                (x, y) = (0.0, bottom + style.gap);
            }
            chips.push((Rect::from_xywh(x, y, width, height), text));
            x += width + style.gap;
            bottom = bottom.max(y + height);
        }
        Self { style, chips, height: bottom }
    }

    /// Paints them from a place on; `color_of` gives outline and words of each in turn.
    pub fn paint(&self, sketch: &mut Sketch<'_>, at: Point, color_of: impl Fn(usize) -> (Color, Color)) {
        let cap = sketch.fonts.metrics(self.style.words.face, self.style.words.size_pt).cap_height;
        for (index, (rect, text)) in self.chips.iter().enumerate() {
            let (outline, words) = color_of(index);
            let rect = rect.translated(at.x, at.y);
            sketch.rect(rect, self.style.height / 2.0, sketch.theme.card, solid(outline, 1.0));
            let first = pt(rect.center().x, rect.min.y + (self.style.height + cap) / 2.0);
            sketch.paragraph_on_rect(text, first, Align::Middle, words);
        }
    }
}
