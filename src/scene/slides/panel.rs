//! The column at the right of a slide: lists of what precedes, what hurts and what is done about it, as far as there is room.

use crate::base::geom::pt;
use crate::base::{Color, Rect};
use crate::scene::passage::Align;
use crate::scene::prim::{Element, Stroke};
use crate::scene::sketch::{Paragraph, Sketch};
use crate::scene::style::TextStyle;
use crate::text::Face;
use crate::tr;

const HEADING: TextStyle = TextStyle { face: Face::Bold, size_pt: 26.0, line_height_pt: 34.0 };
const LINE: TextStyle = TextStyle { face: Face::Regular, size_pt: 22.0, line_height_pt: 28.0 };
const VALUE: TextStyle = TextStyle { face: Face::Bold, size_pt: 22.0, line_height_pt: 28.0 };
const WORDS: TextStyle = TextStyle { face: Face::SemiBold, size_pt: 22.0, line_height_pt: 28.0 };
const NOTE: TextStyle = TextStyle { face: Face::Regular, size_pt: 18.0, line_height_pt: 24.0 };

const PADDING: f32 = 22.0;
const RADIUS: f32 = 10.0;
/// Between a text and the value at its right.
const BESIDE_VALUE: f32 = 16.0;
/// Words take at most so many lines.
const MOST_LINES: usize = 12;
/// Between two lists.
const LIST_GAP: f32 = 30.0;
const LINE_GAP: f32 = 16.0;
const CARD_GAP: f32 = 14.0;
/// What a line about what is left out needs.
const MORE: f32 = 34.0;

/// A list with a heading.
pub(super) struct List {
    pub heading: String,
    pub entries: Vec<Entry>,
}

/// One entry of a list.
pub(super) struct Entry {
    pub words: String,
    /// At the right end; perhaps empty.
    pub value: String,
    pub look: Look,
}

impl Entry {
    /// All that it says, on one line.
    pub fn in_words(&self) -> String {
        let note = match &self.look {
            Look::Line(_) => "",
            Look::Card { note, .. } => note,
        };
        let parts = [self.words.trim(), &self.value, note];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// How an entry looks.
pub(super) enum Look {
    /// A plain line with its value in a colour.
    Line(Color),
    /// A card of the map with a line below its words, perhaps empty.
    Card { element: Element, note: String, colors: CardColors },
}

/// Colours of a card.
#[derive(Clone, Copy)]
pub(super) struct CardColors {
    pub fill: Color,
    pub border: Color,
    pub words: Color,
    pub note: Color,
}

/// An entry laid out.
struct Laid<'e> {
    entry: &'e Entry,
    words: Paragraph,
    note: Option<Paragraph>,
    height: f32,
}

/// Paints lists into a room from its upper end down; what finds no room is counted in a last line.
pub(super) fn paint(sketch: &mut Sketch<'_>, room: Rect, lists: &[List]) {
    let mut y = room.min.y;
    for list in lists.iter().filter(|list| !list.entries.is_empty()) {
        let laid: Vec<_> = list.entries.iter().map(|entry| lay_out(sketch, entry, room.width())).collect();
        let first = laid.first().map_or(0.0, |laid| laid.height);
        if y + HEADING.line_height_pt + 20.0 + first > room.max.y {
            return;
        }
        y = sketch.section(list.heading.clone(), |sketch| one(sketch, room, y, list, &laid)) + LIST_GAP;
    }
}

/// Gives the lower end.
fn one(sketch: &mut Sketch<'_>, room: Rect, top: f32, list: &List, laid: &[Laid<'_>]) -> f32 {
    let theme = sketch.theme;
    let heading = sketch.wrap_short(&list.heading, HEADING, room.width(), 1);
    sketch.paragraph(&heading, pt(room.min.x, top + 26.0), Align::Start, theme.text);
    let mut y = top + HEADING.line_height_pt + 14.0;
    for (done, laid_out) in laid.iter().enumerate() {
        let is_last = done + 1 == laid.len();
        let needed = laid_out.height + if is_last { 0.0 } else { MORE };
        if y + needed > room.max.y {
            let more = tr!("scene-slide-more", count = laid.len() - done);
            sketch.text(&more, NOTE, pt(room.min.x, y + 18.0), Align::Start, theme.text_muted);
            return y + MORE;
        }
        y += laid_out.height;
        laid_out.paint(sketch, Rect { min: pt(room.min.x, y - laid_out.height), max: pt(room.max.x, y) });
        y += if matches!(laid_out.entry.look, Look::Line(_)) { LINE_GAP } else { CARD_GAP };
    }
    y
}

fn lay_out<'e>(sketch: &Sketch<'_>, entry: &'e Entry, width: f32) -> Laid<'e> {
    let value = sketch.fonts.width(&entry.value, VALUE.face, VALUE.size_pt);
    let value = if entry.value.is_empty() { 0.0 } else { value + BESIDE_VALUE };
    match &entry.look {
        Look::Line(_) => {
            let words = sketch.wrap_short(&entry.words, LINE, width - value, 2);
            let height = LINE.line_height_pt + words.drop();
            Laid { entry, words, note: None, height }
        }
        Look::Card { note, .. } => {
            let room = width - 2.0 * PADDING;
            let words = sketch.wrap_short(&entry.words, WORDS, room - value, MOST_LINES);
            let note = (!note.trim().is_empty()).then(|| sketch.wrap_short(note, NOTE, room, 2));
            let below = note.as_ref().map_or(0.0, |note| NOTE.line_height_pt + 4.0 + note.drop());
            let height = 60.0 + words.drop() + below;
            Laid { entry, words, note, height }
        }
    }
}

impl Laid<'_> {
    fn paint(&self, sketch: &mut Sketch<'_>, rect: Rect) {
        let Entry { value, look, .. } = self.entry;
        match look {
            Look::Line(color) => {
                let first = rect.min.y + 22.0;
                let body = sketch.theme.text_body;
                sketch.paragraph(&self.words, pt(rect.min.x, first), Align::Start, body);
                sketch.text(value, VALUE, pt(rect.max.x, first), Align::End, *color);
            }
            Look::Card { element, colors, .. } => {
                let label = self.entry.in_words();
                sketch.node(*element, rect, label, |sketch| self.card(sketch, rect, *colors));
            }
        }
    }

    fn card(&self, sketch: &mut Sketch<'_>, rect: Rect, colors: CardColors) {
        let first = rect.min.y + 38.0;
        let left = rect.min.x + PADDING;
        let border = Stroke { color: colors.border, width: 1.0, dash: None };
        sketch.rect(rect, RADIUS, colors.fill, Some(border));
        let last = sketch.paragraph_on_rect(&self.words, pt(left, first), Align::Start, colors.words);
        let value = &self.entry.value;
        sketch.text(value, VALUE, pt(rect.max.x - PADDING, first), Align::End, colors.words);
        if let Some(note) = &self.note {
            let at = pt(left, last + NOTE.line_height_pt + 6.0);
            sketch.paragraph(note, at, Align::Start, colors.note);
        }
    }
}
