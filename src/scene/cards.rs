//! The lanes that hold cards. A card is as high as its words need; a row is as high as its fullest cell.

use super::build::{Context, Row};
use super::columns::Column;
use super::headings::VISIBILITY_STRIP;
use super::labels;
use super::marks::{self, Dots};
use super::prim::{Element, Stroke};
use super::sketch::{Align, Paragraph, Sketch, dashed};
use super::style::{CARD_NOTE, CARD_TEXT, CARD_TITLE, METRIC_VALUE, MIN_ROW_HEIGHT, ROW_PADDING, TextStyle};
use crate::base::geom::pt;
use crate::base::{Color, Rect};
use crate::model::{Card, CardKind, Lane, LaneKind};

/// Between two cards of a cell.
const GAP: f32 = 5.0;
/// From a card's left and right end to its words.
const PADDING: f32 = 9.0;
/// Words may come closer to the right end, since few lines reach it.
const PADDING_RIGHT: f32 = 6.0;
const FIRST_BASELINE: f32 = 18.0;
/// From the last baseline to the card's lower end.
const BELOW_LAST: f32 = 10.0;
/// From the words' last baseline to the note's first.
const NOTE_BELOW_WORDS: f32 = 17.0;
/// What dots stand above the baseline they share with a note.
const DOTS_ABOVE_BASELINE: f32 = 3.6;

const SEVERITY: Dots = Dots { radius: 2.4, step: 7.0 };
const VOTES: Dots = Dots { radius: 3.6, step: 10.0 };
/// More votes are written as a number beside one dot.
const MOST_VOTE_DOTS: u32 = 5;

/// How a card of a kind looks.
struct Look {
    fill: Color,
    border: Stroke,
    radius: f32,
    words: TextStyle,
    words_color: Color,
    note_color: Color,
}

/// A card laid out but for its place.
struct Content {
    look: Look,
    words: Paragraph,
    note: Option<Paragraph>,
    marks: Vec<Mark>,
    /// Baselines of note and marks are counted from the words' last baseline.
    height: f32,
}

/// What stands at the right below the words.
enum Mark {
    Severity(u32),
    Votes(u32),
}

/// Paints the row.
pub(super) fn row(sketch: &mut Sketch<'_>, context: &Context<'_>, lane: &Lane, top: f32) -> Row {
    let strip = if lane.kind == LaneKind::Backstage { VISIBILITY_STRIP } else { 0.0 };
    let first = top + strip + ROW_PADDING;
    let bottoms = context.columns.columns.iter().map(|column| cell(sketch, context, lane, column, first));
    Row::ending(bottoms.fold(top + strip + MIN_ROW_HEIGHT, |row, cell| row.max(cell + ROW_PADDING)))
}

/// The cards of one cell below each other; gives the lower end of the last.
fn cell(sketch: &mut Sketch<'_>, context: &Context<'_>, lane: &Lane, column: &Column<'_>, top: f32) -> f32 {
    let mut y = top;
    let mut bottom = top;
    for card in context.map.cell(lane.id, column.touchpoint.id) {
        let content = content(sketch, context, card, column.box_width());
        let rect = Rect::from_xywh(column.box_left(), y, column.box_width(), content.height);
        let label = labels::card(context, card, column.touchpoint);
        sketch.node(Element::Card(card.id), rect, label, |sketch| paint(sketch, &content, rect));
        bottom = rect.max.y;
        y = bottom + GAP;
    }
    bottom
}

fn content(sketch: &Sketch<'_>, context: &Context<'_>, card: &Card, width: f32) -> Content {
    let look = look(sketch, card);
    let room = width - 2.0 * PADDING;
    let text = match &card.kind {
        CardKind::Metric { value } if !value.is_empty() => value,
        _ => &card.text,
    };
    let words = sketch.wrap(text, look.words, width - PADDING - PADDING_RIGHT);
    let note = labels::card_note(context, card).map(|note| sketch.wrap(&note, CARD_NOTE, room));
    let mut marks = Vec::new();
    if let CardKind::Pain(pain) = &card.kind {
        marks.push(Mark::Severity(u32::from(pain.severity.clamp(1, 5))));
    }
    if card.votes > 0 {
        marks.push(Mark::Votes(card.votes));
    }
    let mut content = Content { look, words, note, marks, height: 0.0 };
    let last = lower_baselines(sketch, &content, room).last().copied().unwrap_or(0.0);
    content.height = FIRST_BASELINE + content.words.drop() + last + BELOW_LAST;
    content
}

/// Baselines below the words' last one: the note's first, when there is one, then one for each mark.
/// A mark stands beside the note where there is room.
fn lower_baselines(sketch: &Sketch<'_>, content: &Content, room: f32) -> Vec<f32> {
    let mut baselines = Vec::new();
    let (mut last, mut taken) = (0.0, room);
    if let Some(note) = &content.note {
        baselines.push(NOTE_BELOW_WORDS);
        last = NOTE_BELOW_WORDS + note.drop();
        taken = note.last_width();
    }
    for mark in &content.marks {
        let width = mark.width(sketch) + 6.0;
        if taken + width > room {
            last += NOTE_BELOW_WORDS;
            taken = 0.0;
        }
        taken += width;
        baselines.push(last);
    }
    // The room ends below the lowest line, be it the note or a mark.
    baselines.push(last);
    baselines
}

fn paint(sketch: &mut Sketch<'_>, content: &Content, rect: Rect) {
    let look = &content.look;
    sketch.rect(rect, look.radius, look.fill, Some(look.border));
    let left = rect.min.x + PADDING;
    let first = pt(left, rect.min.y + FIRST_BASELINE);
    let last = sketch.paragraph(&content.words, first, Align::Start, look.words_color);
    let mut baselines = lower_baselines(sketch, content, rect.width() - 2.0 * PADDING).into_iter();
    if let Some(note) = &content.note {
        let first = last + baselines.next().unwrap_or(NOTE_BELOW_WORDS);
        sketch.paragraph(note, pt(left, first), Align::Start, look.note_color);
    }
    let (mut right, mut line) = (rect.max.x - PADDING, f32::NAN);
    for (mark, below) in content.marks.iter().zip(baselines) {
        let baseline = last + below;
        #[allow(clippy::float_cmp)] // the same line is exactly the same number
        if baseline != line {
            (right, line) = (rect.max.x - PADDING, baseline);
        }
        right = mark.paint(sketch, right, baseline) - 6.0;
    }
}

impl Mark {
    fn width(&self, sketch: &Sketch<'_>) -> f32 {
        match *self {
            Self::Severity(count) => SEVERITY.width(count),
            Self::Votes(count) if count <= MOST_VOTE_DOTS => VOTES.width(count),
            Self::Votes(count) => {
                let number = sketch.fonts.width(&count.to_string(), CARD_NOTE.face, CARD_NOTE.size_pt);
                VOTES.width(1) + 4.0 + number
            }
        }
    }

    /// Paints it ending at `right`; gives its left end.
    fn paint(&self, sketch: &mut Sketch<'_>, right: f32, baseline: f32) -> f32 {
        let (accent, pain) = (sketch.theme.accent, sketch.theme.exit);
        let middle = baseline - DOTS_ABOVE_BASELINE;
        match *self {
            Self::Severity(count) => marks::dots(sketch, pt(right, middle), count, SEVERITY, pain),
            Self::Votes(count) if count <= MOST_VOTE_DOTS => {
                marks::dots(sketch, pt(right, middle), count, VOTES, accent)
            }
            Self::Votes(count) => {
                let color = sketch.theme.text_body;
                sketch.text(&count.to_string(), CARD_NOTE, pt(right, baseline), Align::End, color);
                let left = right - self.width(sketch);
                marks::dots(sketch, pt(left + VOTES.width(1), middle), 1, VOTES, accent)
            }
        }
    }
}

fn look(sketch: &Sketch<'_>, card: &Card) -> Look {
    let theme = sketch.theme;
    let plain = |fill, border| Look {
        fill,
        border: Stroke { color: border, width: 1.0, dash: None },
        radius: 7.0,
        words: CARD_TEXT,
        words_color: theme.text_body,
        note_color: theme.text_muted,
    };
    match &card.kind {
        CardKind::Pain(_) => Look {
            words: CARD_TITLE,
            words_color: theme.pain_text,
            note_color: theme.pain_note,
            ..plain(theme.pain_fill, theme.pain_border)
        },
        CardKind::Opportunity(_) => Look {
            words: CARD_TITLE,
            words_color: theme.opportunity_text,
            note_color: theme.opportunity_note,
            ..plain(theme.opportunity_fill, theme.opportunity_border)
        },
        CardKind::Quote { .. } => plain(theme.quote_fill, theme.quote_border),
        CardKind::Thought => Look {
            border: dashed(theme.border_strong, 1.0, 3.0, 3.0),
            radius: 12.0,
            ..plain(theme.card, theme.border_strong)
        },
        CardKind::Note | CardKind::Image { .. } => plain(theme.note_fill, theme.note_border),
        CardKind::Backstage => plain(theme.field, theme.border_strong),
        CardKind::Metric { value } => {
            let words = if value.is_empty() { CARD_TEXT } else { METRIC_VALUE };
            Look { words, words_color: theme.text, ..plain(theme.card, theme.card_border) }
        }
    }
}
